"""A dump and a store in, the store with the same graphs out: only what differs is sent.

A push that was cut off is resumed by running it again: graphs that hold the right triples by hash
are left alone.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal

from onrecord.errors import SystemFailure
from onrecord.push.payload import Payload, read_payloads
from onrecord.push.stores import GraphStore, Store, UpdateStore
from onrecord.push.transport import Transport

__all__ = [
    "GraphStore",
    "Payload",
    "Step",
    "Store",
    "Transport",
    "UpdateStore",
    "differences",
    "push",
    "read_payloads",
]

Action = Literal["same", "write", "drop"]


@dataclass(frozen=True, slots=True)
class Step:
    """What was done (or, in a dry run, is to be done) with one graph."""

    graph: str
    action: Action
    triples: int


def push(
    store: Store,
    payloads: Iterable[Payload],
    *,
    drop: Iterable[str] = (),
    dry_run: bool = False,
    report: Callable[[Step], None] = lambda _: None,
) -> tuple[Step, ...]:
    """Make the store hold the payloads; each step is reported once it is done.

    Each graph that was written is read again and held against its hash; `SystemFailure` where the
    store keeps something else.
    """
    steps = []
    for payload in payloads:
        same = store.read(payload.graph).sha256 == payload.sha256
        if not same and not dry_run:
            store.write(payload)
            _confirm(store, payload)
        steps.append(Step(payload.graph, "same" if same else "write", payload.triples))
        report(steps[-1])
    for graph in drop:
        if not dry_run:
            store.drop(graph)
        steps.append(Step(graph, "drop", 0))
        report(steps[-1])
    return tuple(steps)


def _confirm(store: Store, payload: Payload) -> None:
    found = store.read(payload.graph)
    if found.sha256 != payload.sha256:
        raise SystemFailure(
            f"The store holds {found.triples} triples in <{payload.graph}> after"
            f" {payload.triples} were sent, or others",
            hint="Does the store change literals, or does somebody else write to it?",
        )


def differences(store: Store, payloads: Iterable[Payload]) -> tuple[str, ...]:
    """The graphs in which the store does not hold what the dump holds."""
    return tuple(p.graph for p in payloads if store.read(p.graph).sha256 != p.sha256)
