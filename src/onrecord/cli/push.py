"""`push`: send the publication's graphs to a triple store."""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli.app import app, say, settings, show

if TYPE_CHECKING:
    import httpx

    from onrecord.push import Step, Store

_TOKEN = "ONRECORD_PUSH_TOKEN"
_PASSWORD = "ONRECORD_PUSH_PASSWORD"


@app.command(rich_help_panel="Publications")
def push(
    context: typer.Context,
    url: Annotated[
        str, typer.Argument(help="The store's Graph Store Protocol, e.g. http://host:7878/store.")
    ],
    update: Annotated[
        str, typer.Option("--update", help="Write by SPARQL Update at this address instead.")
    ] = "",
    dump: Annotated[
        Path | None, typer.Option("--dump", help="An N-Quads file; default: that of public/.")
    ] = None,
    graph: Annotated[
        list[str] | None, typer.Option("--graph", "-g", help="Only this graph (repeatable).")
    ] = None,
    drop: Annotated[
        list[str] | None, typer.Option("--drop", help="Remove this graph (repeatable).")
    ] = None,
    user: Annotated[
        str, typer.Option("--user", "-u", help=f"Name; the password stands in {_PASSWORD}.")
    ] = "",
    digest: Annotated[
        bool, typer.Option("--digest", help="The store asks for Digest authentication.")
    ] = False,
    tries: Annotated[int, typer.Option("--tries", min=1, help="Tries of one request.")] = 5,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", "-n", help="Say what would be done; write nothing.")
    ] = False,
) -> None:
    """Make a store hold the same graphs as the dump; only graphs that differ are sent.

    Run it again to resume one that was cut off. With --update, URL is the query address. A bearer
    token is taken from ONRECORD_PUSH_TOKEN.
    """
    from onrecord import push as pushing
    from onrecord.errors import UsageError

    chosen = settings(context)
    _checked(url, update)
    source = dump or chosen.workspace().public / "data/onrecord.nq"
    payloads = pushing.read_payloads(source)
    wanted = set(graph or [p.graph for p in payloads])
    if unknown := sorted(wanted - {p.graph for p in payloads}):
        raise UsageError(
            f"The dump has no graph <{unknown[0]}>",
            file=source,
            hint=f"It has {', '.join(p.graph for p in payloads)}.",
        )
    with _client(user, digest) as client:
        steps = pushing.push(
            _store(client, url, update, tries),
            [p for p in payloads if p.graph in wanted],
            drop=drop or (),
            dry_run=dry_run,
            report=lambda step: _tell(step, dry_run),
        )
    sent = sum(step.action == "write" for step in steps)
    if chosen.json:
        show([{"graph": s.graph, "action": s.action, "triples": s.triples} for s in steps])
    say(f"{sent} of {len(steps)} graphs {'differ' if dry_run else 'sent'}; the rest is the same")


def _checked(*addresses: str) -> None:
    """Raises a `UsageError` for what is no address of a store."""
    from onrecord.errors import UsageError

    for address in filter(None, addresses):
        if not address.startswith(("http://", "https://")):
            raise UsageError(f"{address!r} is no address of a store", hint="http://… or https://…")


def _client(user: str, digest: bool) -> "httpx.Client":
    import httpx

    token = os.environ.get(_TOKEN, "")
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    kind = httpx.DigestAuth if digest else httpx.BasicAuth
    auth = kind(user, os.environ.get(_PASSWORD, "")) if user else None
    return httpx.Client(auth=auth, headers=headers, timeout=120.0)


def _store(client: "httpx.Client", url: str, update: str, tries: int) -> "Store":
    from onrecord.push import GraphStore, Transport, UpdateStore

    transport = Transport(client, tries)
    return UpdateStore(transport, update, url) if update else GraphStore(transport, url)


def _tell(step: "Step", dry_run: bool) -> None:
    words = {"same": "is the same", "write": "sent", "drop": "removed"}
    if dry_run:
        words |= {"write": "would be sent", "drop": "would be removed"}
    say(f"{step.graph}: {words[step.action]} ({step.triples:,} triples)")
