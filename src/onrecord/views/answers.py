"""A query of `site/views` and a store → one `Record` per resource: one query for all pages.

Each query answers with `?it` (the resource a page is about), `?part` (what the row is an answer
to, optional) and any other columns.
"""

from collections.abc import Mapping
from pathlib import Path

import pyoxigraph as ox

from onrecord.errors import QueryError
from onrecord.query.admission import refuse_reaching_out
from onrecord.views.records import Record, Row, Value, value_of

Answers = Mapping[str, Record]


def answers(store: ox.Store, path: Path, shown: str) -> Answers:
    """Runs the query in `path` over the union of all graphs and groups its rows by `?it`.

    Raises `QueryError` with `shown` as the file where the query cannot be run.
    """
    query = path.read_text(encoding="utf-8")
    try:
        refuse_reaching_out(query)
    except QueryError as error:
        raise QueryError(error.message, file=shown, line=error.line, hint=error.hint) from error
    columns, rows = solutions(store, query, shown)
    if "it" not in columns:
        raise QueryError("the query has no column ?it", file=shown, hint="SELECT ?it ?part …")
    return group(rows)


def solutions(store: ox.Store, query: str, shown: str) -> tuple[list[str], list[Row]]:
    """Column names and rows of a SELECT query; unbound columns are left out of a row."""
    columns, rows = ask(store, query, shown, {})
    if not columns:
        raise QueryError("the query is not a SELECT query", file=shown)
    return columns, rows


def ask(
    store: ox.Store, query: str, shown: str, prefixes: Mapping[str, str]
) -> tuple[list[str], list[Row]]:
    """Like `solutions`, but also for ASK: no columns, and one empty row for yes."""
    try:
        found = store.query(query, use_default_graph_as_union=True, prefixes=dict(prefixes))
    except (SyntaxError, ValueError) as error:
        raise QueryError(f"the query cannot be run: {error}", file=shown) from error
    if isinstance(found, ox.QueryBoolean):
        return [], [{}] if found else []
    return _table(found, shown)


def _table(found: object, shown: str) -> tuple[list[str], list[Row]]:
    if not isinstance(found, ox.QuerySolutions):
        raise QueryError("the query is not a SELECT query", file=shown)
    names = [v.value for v in found.variables]
    rows: list[Row] = []
    for solution in found:
        values = ((name, solution[i]) for i, name in enumerate(names))
        rows.append({name: value_of(term) for name, term in values if term is not None})
    return names, rows


def group(rows: list[Row]) -> Answers:
    """Rows by resource and part, sorted by their values so that the order never depends on
    the store."""
    parts: dict[str, dict[str, dict[tuple[tuple[str, str], ...], Row]]] = {}
    for row in rows:
        if "it" not in row:
            continue
        key = tuple(sorted((name, f"{value}\0{_language(value)}") for name, value in row.items()))
        parts.setdefault(row["it"], {}).setdefault(row.get("part", "row"), {})[key] = row
    return {
        it: Record(
            it, {part: tuple(found[key] for key in sorted(found)) for part, found in of.items()}
        )
        for it, of in sorted(parts.items())
    }


def _language(value: Value) -> str:
    return getattr(value, "language", "")
