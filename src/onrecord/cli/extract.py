"""`onrecord extract`: proposals for one article, or for many as JSON lines."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from onrecord.cli.app import app, settings
from onrecord.errors import ConfigError, UsageError
from onrecord.extract.register import Known


class Format(StrEnum):
    """What `extract` writes."""

    turtle = "turtle"
    jsonl = "jsonl"


@app.command(rich_help_panel="Stages")
def extract(
    context: typer.Context,
    source: Annotated[
        str, typer.Argument(help="The article's slug; with --format jsonl a file of JSON lines.")
    ],
    text: Annotated[
        Path | None, typer.Option("--text", help="The article's text; it is read, never stored.")
    ] = None,
    form: Annotated[
        Format, typer.Option("--format", help="turtle: extracted.ttl; jsonl: offsets.")
    ] = Format.turtle,
    out: Annotated[
        Path | None, typer.Option("--out", help="Where the JSON lines go; default: standard output.")
    ] = None,
    engine: Annotated[
        str, typer.Option("--engine", help="Which extractor; `onrecord engines` lists them.")
    ] = "rules",
    min_confidence: Annotated[
        float, typer.Option("--min-confidence", min=0, max=1, help="Drop what is less certain.")
    ] = 0.0,
) -> None:
    """Propose statements, entities, amounts and deals found in a text; a person decides."""
    if form is Format.jsonl:
        _jsonl(context, Path(source), out, engine)
        return
    if text is None:
        raise UsageError("--text is missing", hint="give the file that holds the article's text")
    raise UsageError("only --format jsonl for now")


def _jsonl(context: typer.Context, path: Path, out: Path | None, engine: str) -> None:
    from onrecord.extract.lines import extract_line, read_lines
    from onrecord.extract.protocol import load

    extractor = load(engine)
    known = _register(context)
    if not path.is_file():
        raise UsageError(f"no such file: {path}", hint="give a file of JSON lines")
    with path.open(encoding="utf-8") as lines:
        if out is None:
            for identifier, text in read_lines(lines, str(path)):
                print(extract_line(extractor, identifier, text, known))
            return
        with out.open("w", encoding="utf-8") as target:
            for identifier, text in read_lines(lines, str(path)):
                target.write(extract_line(extractor, identifier, text, known) + "\n")


def _register(context: typer.Context) -> tuple[Known, ...]:
    """The names of the workspace, where there is one."""
    from onrecord.extract.register import read_register

    try:
        workspace = settings(context).workspace()
    except ConfigError:
        return ()
    return read_register(workspace.entity_files())
