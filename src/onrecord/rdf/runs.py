"""Triples in order → runs: the triples of one document that stand together, each under a key.

A key is a hash of the N-Triples of its run, so runs of equal keys say the same, and whatever is
written of one can be taken for the other.
"""

import hashlib
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from types import MappingProxyType
from typing import Final

import pyoxigraph as ox

from onrecord.names import RDF, document
from onrecord.rdf.write import Ordered
from onrecord.results import Results

_TYPE: Final = RDF + "type"


@dataclass(frozen=True)
class Run:
    """Triples in the canonical order whose subjects are a document (`owner`) and its parts; how
    many they are (`size`), and from which N-Quads they are read when somebody asks for them."""

    owner: str
    key: bytes
    size: int
    lines: bytes | memoryview = b""

    @cached_property
    def triples(self) -> Ordered:
        """All of them."""
        found = ox.parse(input=bytes(self.lines), format=ox.RdfFormat.N_QUADS)
        return Ordered(quad.triple for quad in found)


def runs_of(triples: Ordered) -> tuple[Run, ...]:
    """The runs of a graph, in its order."""
    return tuple(_runs(triples))


def _runs(triples: Ordered) -> Iterator[Run]:
    start, owner, last = 0, "", ""
    lines: list[str] = []
    for number, triple in enumerate(triples):
        subject = str(triple.subject)
        if subject != last:
            last, own = subject, document(getattr(triple.subject, "value", ""))
            if own != owner and lines:
                yield _run(owner, triples[start:number], lines)
                start, lines = number, []
            owner = own
        lines.append(f"{subject} {triple.predicate} {triple.object} .\n")
    if lines:
        yield _run(owner, triples[start:], lines)


def _run(owner: str, triples: tuple[ox.Triple, ...], lines: list[str]) -> Run:
    run = Run(owner, key_of("".join(lines).encode()), len(triples))
    run.__dict__["triples"] = Ordered(triples)
    return run


def key_of(data: bytes) -> bytes:
    """The key of some bytes, 16 bytes long."""
    return hashlib.blake2b(data, digest_size=16).digest()


@dataclass(frozen=True)
class Described:
    """All that is said of a document and its parts, in whichever graphs."""

    runs: tuple[Run, ...]

    @cached_property
    def key(self) -> bytes:
        """Equal keys: the same triples in the same division."""
        if len(self.runs) == 1:
            return self.runs[0].key
        return key_of(b"".join(run.key for run in self.runs))

    @cached_property
    def triples(self) -> Ordered:
        """Every triple once, in the canonical order."""
        if len(self.runs) == 1:
            return self.runs[0].triples
        return Ordered.of(t for run in self.runs for t in run.triples)


def described(
    graphs: Mapping[str, Iterable[Run]],
    known: Mapping[str, Described] = MappingProxyType({}),
    more: Collection[str] = (),
) -> dict[str, Described]:
    """The documents of the runs in all graphs, sorted; one after the other, their triples are in
    order. They may be `known` but for `more` graphs."""
    fresh = {run.owner for iri in more for run in graphs[iri]}
    found: dict[str, list[Run]] = defaultdict(list)
    for run in chain.from_iterable(graphs.values()):
        if not known or run.owner in fresh:
            found[run.owner].append(run)
    made = {owner: Described(tuple(runs)) for owner, runs in found.items()}
    return dict(sorted({**known, **made}.items()))


def only(these: Iterable[Run], others: Iterable[Run], graph: str) -> list[ox.Quad]:
    """The quads of a graph that only these runs have."""
    known = {run.owner: run for run in others}
    name = ox.NamedNode(graph)
    found = []
    for run in these:
        other = known.get(run.owner)
        if other is None or other.key != run.key:
            before = set(other.triples) if other else set()
            mine = (t for t in run.triples if t not in before)
            found += [ox.Quad(t.subject, t.predicate, t.object, name) for t in mine]
    return found


def typed_in(runs: Iterable[Run], results: Results) -> Iterator[tuple[str, str]]:
    """Every subject of the runs with each of its classes."""
    for run in runs:
        yield from results.of("typed", run.key, _typed, run)


def _typed(run: Run) -> list[tuple[str, str]]:
    return [
        (getattr(t.subject, "value", ""), getattr(t.object, "value", ""))
        for t in run.triples
        if t.predicate.value == _TYPE
    ]
