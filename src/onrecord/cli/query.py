"""`query`: ask the graph in SPARQL; the answer as a table, CSV, JSON, Turtle and more."""

import contextlib
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli.app import Settings, app, settings

if TYPE_CHECKING:
    from onrecord.names import Names
    from onrecord.query import Answer, Dataset, Session
    from onrecord.query.answer import Term

_FORMATS = ("table", "json", "csv", "tsv", "xml", "turtle", "ntriples", "jsonld", "rdfxml", "trig")


def _known_format(value: str) -> str:
    if value and value not in _FORMATS:
        raise typer.BadParameter(f"choose one of {', '.join(_FORMATS)}")
    return value


@app.command(
    rich_help_panel="Publications",
    epilog="Try: onrecord query kg/questions/01-ceo-of-nvidia.rq, or: onrecord query "
    "'SELECT ?who ?gloss WHERE { ?s onr:statedBy ?who ; onr:gloss ?gloss }'",
)
def query(
    context: typer.Context,
    text: Annotated[str, typer.Argument(help="A SPARQL query, a file with one, or - for stdin.")],
    form: Annotated[
        str, typer.Option("--format", "-f", callback=_known_format, help=", ".join(_FORMATS) + ".")
    ] = "",
    timeout: Annotated[
        float, typer.Option("--timeout", min=0.1, help="Seconds after which it is stopped.")
    ] = 30.0,
    dump: Annotated[
        Path | None,
        typer.Option("--dump", help="Ask an N-Quads file instead of the workspace."),
    ] = None,
) -> None:
    """Ask the graph; prefixes of the workspace are known without being declared.

    All named graphs together are the default graph. Updates and SERVICE are refused.
    """
    from onrecord import query as engine
    from onrecord.names import Names

    chosen = settings(context)
    names = Names("https://w3id.org/onrecord/kg/") if dump else chosen.workspace().config.names
    source, file = _read(text)
    wanted = form or ("json" if chosen.json else "table")
    limits = engine.Limits(seconds=timeout)
    session = engine.Session(lambda: _dataset(chosen, dump), prefixes=names.prefixes, limits=limits)
    with _placed(file), session:
        engine.admit(source, names.prefixes)
        if wanted == "table":
            answer = session.run(source)
            if answer.empty:
                _hint(session, source, names)
        else:
            reply = session.respond(source, (wanted,))
            body = reply.body
            if engine.is_empty(body, reply.form, reply.format):
                _hint(session, source, names)
            sys.stdout.buffer.write(body if body.endswith(b"\n") else body + b"\n")
    if wanted == "table":
        _draw(answer, names)


@contextlib.contextmanager
def _placed(file: Path | None) -> Iterator[None]:
    """Names the file in the errors of its query."""
    from onrecord.errors import QueryError

    try:
        yield
    except QueryError as error:
        error.file = str(file) if file else None
        raise


def _read(text: str) -> tuple[str, Path | None]:
    """The query's text, and its file if it came from one."""
    from onrecord.errors import UsageError

    if text == "-":
        return sys.stdin.read(), None
    path = Path(text)
    if path.suffix in (".rq", ".sparql"):
        try:
            return path.read_text(encoding="utf-8"), path
        except FileNotFoundError as error:
            near = ", ".join(p.name for p in sorted(path.parent.glob(f"{path.name[:2]}*.rq"))[:3])
            hint = f"Near it: {near}." if near else "Check the path."
            raise UsageError("There is no such file.", file=path, hint=hint) from error
        except (OSError, UnicodeDecodeError) as error:
            raise UsageError(
                f"The query cannot be read: {error}", file=path, hint="Name a file of UTF-8 text."
            ) from error
    return text, None


def _dataset(chosen: Settings, dump: Path | None) -> "Dataset":
    from onrecord import pipeline
    from onrecord.query import Dataset

    if dump is not None:
        return Dataset.read(dump)
    return Dataset.of(pipeline.prepare(chosen.workspace()).store)


def _hint(session: "Session", source: str, names: "Names") -> None:
    """Where nothing was found, say on standard error which terms the graph does not know."""
    from onrecord.query.unknown import unknown

    for term in unknown(session, source, names):
        nearest = f"; did you mean {names.compact(term.nearest)}?" if term.nearest else ""
        typer.echo(f"note: {term.written} occurs nowhere in the graph{nearest}", err=True)


def _draw(answer: "Answer", names: "Names") -> None:
    """Show an answer to a person."""
    from rich.console import Console
    from rich.markup import escape
    from rich.table import Table as Drawn

    from onrecord.query import Table, Truth

    console = Console()
    if isinstance(answer, Truth):
        console.print("yes" if answer.value else "no")
        return
    if isinstance(answer, Table):
        columns, rows = answer.columns, answer.rows
    else:
        columns = ("subject", "predicate", "object")
        rows = tuple((t.subject, t.predicate, t.object) for t in answer.triples)
    drawn = Drawn(*map(escape, columns))
    for row in rows:
        drawn.add_row(*(escape(_shown(term, names)) for term in row))
    console.print(drawn)
    console.print(f"{len(rows)} {'row' if len(rows) == 1 else 'rows'}", style="dim")


def _shown(term: "Term | None", names: "Names") -> str:
    """A term as short as it can be said: prefixed names, literals with their language."""
    import pyoxigraph as ox

    if term is None:
        return ""
    if isinstance(term, ox.NamedNode):
        return names.compact(term.value)
    if isinstance(term, ox.Literal):
        text = "".join(c if c.isprintable() or c in "\n\t" else "\ufffd" for c in term.value)
        return f"{text} @{term.language}" if term.language else text
    return str(term)
