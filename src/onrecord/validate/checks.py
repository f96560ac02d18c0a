"""A query of `shapes/checks` → its rows as findings; its name ends in their severity.

A query returns `?focus` and `?message_en`, and where it can `?message_de`, `?path` and `?value`.
"""

from collections.abc import Iterator
from typing import Final

import pyoxigraph as ox

from onrecord.errors import SourceError
from onrecord.graph import KnowledgeGraph
from onrecord.report import Finding, Severity

SEVERITIES: Final[tuple[Severity, ...]] = ("violation", "warning")


def run_check(graph: KnowledgeGraph, text: str, stem: str, shown: str) -> Iterator[Finding]:
    """The rows of a query as findings, still without places; `SourceError` where it cannot be
    run."""
    try:
        rows = graph.query(text)
    except SyntaxError as error:
        raise SourceError(
            f"is not a query: {error.msg}", file=shown, line=error.lineno, column=error.offset
        ) from error
    if not isinstance(rows, ox.QuerySolutions):
        raise SourceError("is not a SELECT query", file=shown, hint="return ?focus ?message_en")
    names = {v.value for v in rows.variables}
    for row in rows:
        cells = {n: getattr(row[n], "value", None) for n in names}
        yield _finding(cells, stem, graph)


def _finding(cells: dict[str, str | None], stem: str, graph: KnowledgeGraph) -> Finding:
    severity: Severity = next((s for s in SEVERITIES if stem.endswith(f"-{s}")), "violation")
    rule = stem.removesuffix(f"-{severity}")
    focus = cells.get("focus") or ""
    english = cells.get("message_en") or rule
    return Finding(
        severity=severity,
        focus=focus,
        message=f"{graph.names.compact(focus)}: {english}",
        message_de=cells.get("message_de") or english,
        rule=f"checks/{rule}",
        path=cells.get("path"),
        value=cells.get("value"),
    )
