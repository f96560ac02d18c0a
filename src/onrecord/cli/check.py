"""`check`: everything that is wrong with the workspace, by file and line."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli.app import Settings, app, known_language, say, settings
from onrecord.cli.progress import Progress

if TYPE_CHECKING:
    from onrecord.report import Finding, Report
    from onrecord.workspace import Workspace

_FORMATS = ("text", "json", "junit", "sarif")


def _known_format(value: str) -> str:
    if value not in _FORMATS:
        raise typer.BadParameter(f"choose one of {', '.join(_FORMATS)}")
    return value


@app.command(rich_help_panel="Stages")
def check(
    context: typer.Context,
    text: Annotated[
        Path | None,
        typer.Option("--text", "-t", help="The article's text: hold anchors and words against it."),
    ] = None,
    article: Annotated[
        str | None,
        typer.Option("--article", "-a", help="Whose text it is; --coverage of it alone."),
    ] = None,
    form: Annotated[
        str,
        typer.Option("--format", "-f", callback=_known_format, help=f"{', '.join(_FORMATS)}."),
    ] = "text",
    out: Annotated[
        Path | None, typer.Option("--out", "-o", help="Write the report to a file.")
    ] = None,
    strip_html: Annotated[
        bool, typer.Option("--strip-html", help="Drop the markup of an HTML page first.")
    ] = False,
    coverage: Annotated[
        bool, typer.Option("--coverage", help="Print a table of statements per paragraph.")
    ] = False,
    language: Annotated[
        str,
        typer.Option(
            "--language",
            callback=known_language,
            help="Tell the findings in English (en) or German (de).",
        ),
    ] = "en",
    cached: Annotated[
        bool, typer.Option("--cache/--no-cache", help="Reuse the last check of the same input.")
    ] = True,
) -> None:
    """Check shapes, rules and references; exit 1 where a violation is found.

    Every line reads 'file:line: severity: message (shape)'. With --text the anchors, the printed
    words of amounts, times and hedges, and your own words are held against the text as well; the
    text is read where it lies and kept nowhere.
    """
    from onrecord.remembered import input_hash, recall
    from onrecord.report import Report

    chosen = settings(context)
    workspace = chosen.workspace()
    known = recall(workspace, input_hash(workspace)) if cached else None
    report = known or _checked(workspace, chosen, cached)
    if text is not None:
        report = Report.of([*report.findings, *_against(workspace, article, text, strip_html)])
    if language == "de":
        told = (replace(f, message=f.message_de or f.message) for f in report.findings)
        report = Report.of(told)
    _tell(report, "json" if chosen.json and form == "text" else form, out)
    if coverage:
        _print_coverage(workspace, article)
    _summary(report)
    if not report.conforms:
        raise typer.Exit(1)


def _checked(workspace: "Workspace", chosen: Settings, cached: bool) -> "Report":
    # Imported only where the cache has no answer: the stages cost more than a cached check.
    from onrecord.pipeline import check

    with Progress(chosen) as progress:
        return check(workspace, progress, cached=cached)


def _tell(report: "Report", form: str, out: Path | None) -> None:
    """Writes the report into a file, or onto the standard output."""
    from onrecord.report import REPORT_FORMATS

    rendered = REPORT_FORMATS[form](report)
    if out is None:
        print(rendered, end="")
    else:
        from onrecord.output import write_file

        write_file(out, rendered.encode())


def _summary(report: "Report") -> None:
    counts = [
        f"{report.count(s)} {s}{'' if s == 'info' or report.count(s) == 1 else 's'}"
        for s in ("violation", "warning", "info")
    ]
    say(", ".join(counts))


def _against(
    workspace: "Workspace", slug: str | None, path: Path, strip_html: bool
) -> "list[Finding]":
    from onrecord.graph import load
    from onrecord.validate.anchors import anchor_findings, article_for
    from onrecord.validate.wording import wording_findings

    graph = load(workspace)
    known = tuple(a.slug for a in workspace.articles())
    text = article_for(graph, known, slug, path, strip_html=strip_html)
    findings = anchor_findings(graph, text)
    say(f"{findings.unchanged} of {findings.total} anchors of {text.slug} stand where they stood")
    policy = workspace.config.text_policy
    return [*findings.findings, *wording_findings(graph, text, policy)]


def _print_coverage(workspace: "Workspace", slug: str | None) -> None:
    """A table for each article, or for the one whose slug is given."""
    from rich.console import Console
    from rich.table import Table

    from onrecord.pipeline import prepare
    from onrecord.validate.coverage import coverage

    names, console = workspace.config.names, Console()
    only = names.iri("article", workspace.article(slug).slug) if slug else ""
    for article, rows in coverage(prepare(workspace)).items():
        if only not in ("", article):
            continue
        table = Table(title=article)
        for column in ("paragraph", "statements", "editorial", "anchored", "relations"):
            table.add_column(column, justify="right")
        for row in rows:
            values = (row.paragraph, row.statements, row.editorial, row.anchored, row.relations)
            table.add_row(*map(str, values))
        total = (sum(r.statements for r in rows), sum(r.editorial for r in rows))
        table.add_section()
        table.add_row("all", str(total[0]), str(total[1]), str(sum(r.anchored for r in rows)), "")
        console.print(table)
