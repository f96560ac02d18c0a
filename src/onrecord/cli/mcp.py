"""`mcp`: the graph as tools for an assistant."""

from pathlib import Path
from typing import Annotated

import typer

from onrecord.cli.app import app, settings


@app.command(rich_help_panel="Publications")
def mcp(
    context: typer.Context,
    folder: Annotated[
        Path | None, typer.Argument(help="A publication; default: public/ of the workspace.")
    ] = None,
    http: Annotated[
        bool, typer.Option("--http", help="Serve over HTTP at /mcp instead of standard input.")
    ] = False,
    host: Annotated[str, typer.Option("--host", help="Address to listen at, with --http.")] = (
        "127.0.0.1"
    ),
    port: Annotated[int, typer.Option("--port", "-p", min=0, max=65535)] = 7879,
    query_seconds: Annotated[
        float, typer.Option("--query-seconds", min=0.1, help="Time of one query.")
    ] = 5.0,
) -> None:
    """Offer search, statement, dispute, deal and SPARQL to an assistant (Model Context Protocol).

    Needs the extra: pip install 'onrecord[mcp]'. Answers carry IRIs and anchors to cite.
    """
    from onrecord.errors import SystemFailure
    from onrecord.serve.settings import Settings

    try:
        from onrecord.assistant import assistant
    except ModuleNotFoundError as error:
        raise SystemFailure(
            f"The library {error.name} is missing", hint="pip install 'onrecord[mcp]'"
        ) from error
    place = folder or settings(context).workspace().public
    server = assistant(place, Settings(workers=2, query_seconds=query_seconds))
    if http:
        server.run("streamable-http", host=host, port=port)
    else:
        server.run("stdio")
