"""A query of `site/views` and a store → one `Record` per resource: one query for all pages.

Each query answers with `?it` (the resource a page is about), `?part` (what the row is an answer
to, optional) and any other columns. Rows are kept as sorted lines of text, and become records when
one is asked for.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any, Final, TypeAlias

import pyoxigraph as ox

from onrecord import texts
from onrecord.errors import QueryError
from onrecord.query.admission import refuse_reaching_out
from onrecord.rdf.lines import patched, place
from onrecord.views.records import NUMERIC, Iri, Number, Record, Row, Text, Value, value_of

_ESCAPED: Final = re.compile(r"\\(.)")
_MEANT: Final = {"t": "\t", "n": "\n", "r": "\r", "b": "\b", "f": "\f"}
_LITERAL: Final = re.compile(r'"(.*)"(?:@([A-Za-z0-9-]+)|\^\^<(.*)>)?', re.DOTALL)
_BEFORE_COLON: Final = re.compile(r"[\w-]+(?=:)")
_BARE: Final = re.compile(r"[+-]?\d*\.?\d+")
"""How TSV has whole and decimal numbers; any other number has an exponent."""


VALUE: Final = "value"
"""The column of what a row has to say."""
Rows: TypeAlias = tuple[list[str], bytes]
"""The columns of an answer, and its rows in SPARQL's TSV: sorted lines, each once."""


class Answers(Mapping[str, Record]):
    """The records of one query, sorted by resource."""

    def __init__(
        self,
        columns: list[str],
        lines: Iterable[str],
        about: Iterable[str] | None = None,
        values: Iterable[str] | None = None,
    ) -> None:
        """`lines` are rows in SPARQL's TSV: all, or those `about` some resources, or of these those
        with some IRIs as `values`."""
        rows = columns, b"".join(sorted(f"{line}\n".encode() for line in lines))
        self._load: Callable[[], Rows] = lambda: rows
        self.about, self.valued = about, _cells(values)
        self._known = False
        self._made: dict[str, Record] = {}

    @classmethod
    def read(cls, load: Callable[[], Rows]) -> "Answers":
        """The answers of the last build, of which few are looked up."""
        made = cls([], ())
        made._load, made._known = load, True
        return made

    @cached_property
    def rows(self) -> Rows:
        """All that is known of them."""
        return self._load()

    @property
    def _at(self) -> int:
        return self.rows[0].index("it")

    @cached_property
    def _rows(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        at = self._at
        for line in self.rows[1].decode().split("\n")[:-1]:
            found.setdefault(line.split("\t", at + 1)[at], []).append(line)
        return dict(sorted((_value(it), rows) for it, rows in found.items()))

    def _about(self, it: str) -> list[str]:
        """The lines about a resource."""
        if not self._known or self._at:
            return self._rows.get(it, [])
        body, start, found = self.rows[1], f"<{it}>".encode(), []
        at = place(body, start)
        while body.startswith(start, at):
            end = body.index(b"\n", at)
            found.append(body[at:end].decode())
            at = end + 1
        return found

    def again(self, now: "Answers") -> tuple["Answers", set[str]]:
        """These answers with the rows about some resources as they are `now`, and the resources
        about which they are others."""
        gone, come, other = set[bytes](), set[bytes](), set[str]()
        for it in now.about or ():
            old, new = self._about(it), now._about(it)
            if now.valued is not None:
                at = self.rows[0].index(VALUE)
                old = [line for line in old if line.split("\t", at + 1)[at] in now.valued]
            if old != new:
                other.add(it)
                gone |= {f"{line}\n".encode() for line in old}
                come |= {f"{line}\n".encode() for line in new}
        body = b"".join(patched(self.rows[1], gone - come, come - gone))
        return Answers.read(lambda: (self.rows[0], body)), other

    def other(self, before: "Answers") -> set[str]:
        """The resources about which these answers say something else than those of before."""
        one, two = ({*of.rows[1].split(b"\n")} - {b""} for of in (before, self))
        if before.rows[0] == self.rows[0]:
            one, two = one - two, two - one
        lines = (
            (of._at, line.decode()) for of, rows in ((before, one), (self, two)) for line in rows
        )
        return {_value(line.split("\t", at + 1)[at]) for at, line in lines}

    def __getitem__(self, key: str) -> Record:
        if key not in self._made:
            lines = self._about(key)
            if not lines:
                raise KeyError(key)
            self._made[key] = self._record(key, lines)
        return self._made[key]

    def get(self, key: str, default: Any = None) -> Any:
        """The record of a resource, or the default."""
        made = self._made.get(key)
        if made is not None:
            return made
        return self[key] if self._has(key) else default

    def __contains__(self, key: object) -> bool:
        return key in self._made or self._has(str(key))

    def _has(self, it: str) -> bool:
        return bool(self._about(it))

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._firsts or self._rows)

    @cached_property
    def _firsts(self) -> set[bytes]:
        """What the lines begin with, where few are looked up: all of them are not taken apart."""
        if not self._known or self._at:
            return set()
        return {line.partition(b"\t")[0] for line in self.rows[1].splitlines()}

    @cached_property
    def _names(self) -> Collection[str]:
        """The resources, sorted."""
        if not self._known or self._at:
            return self._rows
        return sorted(_value(it.decode()) for it in self._firsts)

    def _record(self, it: str, lines: list[str]) -> Record:
        """Rows by part, sorted by their values so that the order never depends on the store."""
        parts: dict[str, list[Row]] = {}
        for line in lines:
            cells = zip(self.rows[0], line.split("\t"), strict=True)
            row = {name: _value(text) for name, text in cells if text}
            parts.setdefault(row.get("part", "row"), []).append(row)
        return Record(it, {part: _sorted(found) for part, found in parts.items()})


def answers(
    store: ox.Store,
    path: Path,
    shown: str,
    about: Iterable[str] | None = None,
    values: Iterable[str] | None = None,
) -> Answers:
    """Runs the query in `path` over the union of all graphs; for all rows, or for those `about`
    some resources, or of these for those with some IRIs as `values`.

    Raises `QueryError` with `shown` as the file where the query cannot be run.
    """
    query = texts.read(path, shown)
    try:
        refuse_reaching_out(query)
    except QueryError as error:
        raise QueryError(error.message, file=shown, line=error.line, hint=error.hint) from error
    found = _run(store, query, shown, {})
    if not isinstance(found, ox.QuerySolutions):
        raise QueryError("the query is not a SELECT query", file=shown)
    columns = [v.value for v in found.variables]
    if "it" not in columns:
        raise QueryError("the query has no column ?it", file=shown, hint="SELECT ?it ?part …")
    data = found.serialize(format=ox.QueryResultsFormat.TSV) or b""
    lines, at = data.decode().split("\n")[1:-1], columns.index("it")
    wanted, few = _cells(about), _cells(values)
    rows = set()
    for line in lines:
        cells = line.split("\t")
        # Literals have no pages.
        is_wanted = cells[at].startswith("<") if wanted is None else cells[at] in wanted
        if is_wanted and (few is None or cells[columns.index(VALUE)] in few):
            rows.add(line)
    return Answers(columns, rows, about, values)


def _cells(iris: Iterable[str] | None) -> set[str] | None:
    """IRIs as they stand in a row."""
    return None if iris is None else {f"<{it}>" for it in iris}


def ask(
    store: ox.Store, query: str, shown: str, prefixes: Mapping[str, str]
) -> tuple[list[str], list[Row]]:
    """Column names and rows of a SELECT query, unbound columns left out of a row; of an ASK no
    columns, and one empty row for yes."""
    # Each prefix is parsed with the query, used or not.
    words = set(_BEFORE_COLON.findall(query))
    words |= {word.rpartition("-")[2] for word in words}  # a minus may stand before a name
    used = {prefix: space for prefix, space in prefixes.items() if prefix in words}
    found = _run(store, query, shown, used)
    if isinstance(found, ox.QueryBoolean):
        return [], [{}] if found else []
    if not isinstance(found, ox.QuerySolutions):
        raise QueryError("the query is not a SELECT query", file=shown)
    names = [v.value for v in found.variables]
    rows: list[Row] = []
    for solution in found:
        values = ((name, solution[i]) for i, name in enumerate(names))
        rows.append({name: value_of(term) for name, term in values if term is not None})
    return names, rows


def _run(
    store: ox.Store, query: str, shown: str, prefixes: Mapping[str, str]
) -> "ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples":
    try:
        return store.query(query, use_default_graph_as_union=True, prefixes=dict(prefixes))
    except (SyntaxError, ValueError) as error:
        raise QueryError(f"the query cannot be run: {error}", file=shown) from error


def _value(text: str) -> Value:
    """A term of SPARQL's TSV; numbers and truth values stand bare there."""
    if text.startswith("<"):
        return Iri(text[1:-1])
    found = _LITERAL.fullmatch(text)
    if found is None:
        return Number(text) if _BARE.fullmatch(text) else Text(text)
    words, language, datatype = found.groups()
    if "\\" in words:
        words = _ESCAPED.sub(lambda m: _MEANT.get(m[1], m[1]), words)
    return Number(words) if datatype in NUMERIC else Text(words, language or "")


def _sorted(rows: list[Row]) -> tuple[Row, ...]:
    """Rows by their values, each once."""
    if len(rows) == 1:
        return tuple(rows)
    found = {
        tuple(sorted((name, f"{v}\0{_language(v)}") for name, v in row.items())): row
        for row in rows
    }
    return tuple(found[key] for key in sorted(found))


def _language(value: Value) -> str:
    """What tells values of the same characters apart: their language, or that it is a number."""
    return "0" if isinstance(value, Number) else getattr(value, "language", "")
