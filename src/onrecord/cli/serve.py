"""`serve`: the publication and its SPARQL endpoint over HTTP."""

from pathlib import Path
from typing import Annotated

import typer

from onrecord.cli.app import app, say, settings


@app.command(rich_help_panel="Stages")
def serve(
    context: typer.Context,
    folder: Annotated[
        Path | None, typer.Argument(help="A publication; default: public/ of the workspace.")
    ] = None,
    host: Annotated[str, typer.Option("--host", help="Address to listen at.")] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", "-p", min=0, max=65535)] = 8000,
    public_url: Annotated[
        str, typer.Option("--public-url", help="Where the world reaches it, if behind a proxy.")
    ] = "",
    workers: Annotated[
        int, typer.Option("--workers", min=1, max=64, help="Queries that run at the same time.")
    ] = 4,
    query_seconds: Annotated[
        float, typer.Option("--query-seconds", min=0.1, help="Time of one query.")
    ] = 5.0,
    query_memory: Annotated[
        int, typer.Option("--query-memory", min=64, help="Memory of one query, in MB.")
    ] = 1_500,
    answer_size: Annotated[
        int, typer.Option("--answer-size", min=1, help="Largest answer, in MB.")
    ] = 50,
    query_size: Annotated[
        int, typer.Option("--query-size", min=1, help="Largest query, in KB.")
    ] = 200,
    log_addresses: Annotated[
        bool, typer.Option("--log-addresses", help="Write the addresses of clients to the log.")
    ] = False,
    access_log: Annotated[
        bool, typer.Option("--log/--no-log", help="One JSON line a request on standard output.")
    ] = True,
) -> None:
    """Serve the built publication with content negotiation, and SPARQL 1.1 at /sparql.

    The endpoint is read-only; each query has limits on time, memory and size. Stops on Ctrl-C
    after the requests under way; `/health` tells whether it is well.
    """
    from onrecord.serve.run import run
    from onrecord.serve.settings import Settings

    place = folder or settings(context).workspace().public
    told = Settings(
        host=host,
        port=port,
        public_url=public_url,
        workers=workers,
        query_seconds=query_seconds,
        query_memory=query_memory * 1_000_000,
        answer_bytes=answer_size * 1_000_000,
        query_bytes=query_size * 1_000,
        log_addresses=log_addresses,
        access_log=access_log,
    )
    run(place, told, lambda bound: _tell(place, host, bound))


def _tell(place: Path, host: str, port: int) -> None:
    shown = f"[{host}]" if ":" in host else host
    say(f"serving {place} at http://{shown}:{port}/ (SPARQL at /sparql); Ctrl-C ends it")
