"""`extract`: proposals for one article, or for many as JSON lines; `engines` lists what reads."""

from collections import Counter
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import IO, Annotated

import typer

from onrecord.cli.app import app, say, settings, show
from onrecord.errors import ConfigError, SystemFailure, UsageError
from onrecord.extract.protocol import Extractor, load, names
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
        Path | None, typer.Option("--text", "-t", help="The article's text; stays there.")
    ] = None,
    form: Annotated[
        Format, typer.Option("--format", help="turtle: extracted.ttl; jsonl: offsets.")
    ] = Format.turtle,
    out: Annotated[
        Path | None, typer.Option("--out", help="Where JSON lines go, else standard output.")
    ] = None,
    engine: Annotated[
        str, typer.Option("--engine", help="Who reads; 'onrecord engines' lists them.")
    ] = "rules",
    strip_html: Annotated[
        bool, typer.Option("--strip-html", help="Drop the markup of an HTML page first.")
    ] = False,
) -> None:
    """Propose statements, entities, amounts and deals found in a text; a person decides.

    Proposals go to extracted.ttl with offsets, rule, confidence and reason; earlier decisions are
    carried over. With --format jsonl, lines with “id” and “text” become lines with offsets.
    """
    if form is Format.jsonl:
        _lines(context, Path(source), out, engine, strip_html)
    elif text is None:
        raise UsageError("--text is missing", hint="give the file that holds the article's text")
    else:
        _propose(context, source, text, engine, strip_html)


@app.command(rich_help_panel="Stages")
def engines(context: typer.Context) -> None:
    """List the engines that can read an article, plug-ins included."""
    if settings(context).json:
        show(list(names()))
        return
    for name in names():
        print(name)


def _propose(context: typer.Context, slug: str, path: Path, engine: str, strip_html: bool) -> None:
    from onrecord.extract.clean import read_text
    from onrecord.extract.register import read_register
    from onrecord.review.records import KINDS
    from onrecord.review.reviewing import update
    from onrecord.validate.unfinished import refuse_unfinished

    workspace = settings(context).workspace()
    folder = workspace.article(slug)
    refuse_unfinished(workspace, slug)
    article = read_text(slug, path, strip_html=strip_html)
    known = read_register(workspace.entity_files())
    found = load(engine).extract(article, known)
    for note in (*article.notes, *found.notes):
        say(note)
    written = update(workspace, found, article, known)
    file = workspace.relative(folder.file("extracted.ttl"))
    if settings(context).json:
        lost = [d.key for d in written.carried.lost]
        counts = {"proposals": len(written.proposals), "lost": lost}
        show({"file": file, **counts, "notes": list(found.notes)})
    if moved := len(written.carried.moved):
        say(f"{moved} decisions went with their passages, which stand elsewhere or are called anew")
    for one in written.carried.lost:
        said = written.former[one.key].told if one.key in written.former else one.key
        say(f"the decision on {said} ({one.verdict}) matches no proposal any more")
    many = Counter(p.kind for p in written.proposals)
    kinds = ", ".join(f"{many[k]} {k}{'' if many[k] == 1 else 's'}" for k in KINDS if many[k])
    say(f"{len(written.proposals)} proposals written to {file}{f': {kinds}' if kinds else ''}")
    say(f"next: onrecord review {slug} --text {path}{' --strip-html' if strip_html else ''}")


def _lines(
    context: typer.Context, path: Path, out: Path | None, engine: str, strip_html: bool
) -> None:
    extractor, known = load(engine), _register(context)
    try:
        lines = path.open(encoding="utf-8", errors="surrogateescape")
    except (FileNotFoundError, IsADirectoryError):
        raise UsageError(f"no such file: {path}", hint="give a file of JSON lines") from None
    except OSError as error:
        raise SystemFailure(f"cannot be read: {error.strerror}", file=path) from error
    with lines:
        if out is None:
            for line in _extracted(lines, path, known, extractor, strip_html):
                print(line)
        else:
            _write(out, _extracted(lines, path, known, extractor, strip_html))


def _write(out: Path, lines: Iterator[str]) -> None:
    """Writes beside the file and puts it there when all lines are done: no half a file is left."""
    beside = out.with_name(f".{out.name}.part")
    try:
        with beside.open("w", encoding="utf-8") as target:
            target.writelines(f"{line}\n" for line in lines)
        beside.replace(out)
    except OSError as error:
        raise SystemFailure(f"cannot be written: {error.strerror}", file=out) from error
    finally:
        beside.unlink(missing_ok=True)


def _extracted(
    lines: IO[str],
    path: Path,
    known: tuple[Known, ...],
    extractor: Extractor,
    strip_html: bool,
) -> Iterator[str]:
    """The lines out; what there is to say about one is told with its place."""
    from onrecord.extract.lines import extract_line, read_lines

    first: dict[str | int, int] = {}
    for line in read_lines(lines, str(path)):
        before = first.setdefault(line.id, line.number)
        if before != line.number:
            say(f"{path}:{line.number}: the id {line.id!r} stands in line {before} already")
        written, notes = extract_line(extractor, line, known, strip_html=strip_html)
        for note in notes:
            say(f"{path}:{line.number}: {note}")
        yield written


def _register(context: typer.Context) -> tuple[Known, ...]:
    """The names of the workspace, where there is one."""
    from onrecord.extract.register import read_register

    try:
        workspace = settings(context).workspace()
    except ConfigError:
        return ()
    return read_register(workspace.entity_files())
