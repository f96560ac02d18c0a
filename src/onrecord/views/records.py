"""Answers of queries → records for templates: a resource and, per part, the rows that answer it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from pyoxigraph import Literal, NamedNode, Triple

from onrecord.names import XSD


class Iri(str):
    """An IRI, apart from a literal of the same characters."""

    __slots__ = ()


class Text(str):
    """A literal with its language tag (empty where it has none)."""

    __slots__ = ("language",)
    language: str

    def __new__(cls, value: str, language: str = "") -> "Text":
        text = super().__new__(cls, value)
        text.language = language
        return text


class Number(Text):
    """A literal that is a number, as it is written in RDF."""

    __slots__ = ()


Value = Iri | Text
Row = Mapping[str, Value]


NUMERIC: Final = frozenset(XSD + kind for kind in ("integer", "decimal", "nonNegativeInteger"))


def value_of(term: Any) -> Value:
    """A term of pyoxigraph as `Iri` or `Text`; the publication has no blank nodes."""
    if isinstance(term, NamedNode):
        return Iri(term.value)
    if isinstance(term, Literal):
        numeric = term.datatype.value in NUMERIC
        return Number(term.value) if numeric else Text(term.value, term.language or "")
    return Text(str(term))


def subject_of(triple: Triple) -> str:
    """The IRI of a triple's subject; there are no blank nodes and no triple terms."""
    return str(getattr(triple.subject, "value", ""))


@dataclass(frozen=True, slots=True)
class Record:
    """What one query says about one resource, by part; rows are sorted and free of doubles."""

    it: str
    parts: Mapping[str, tuple[Row, ...]] = field(default_factory=dict)
    _values: dict[str, list[Value]] = field(default_factory=dict, init=False, compare=False)

    def rows(self, part: str) -> tuple[Row, ...]:
        """The rows of a part; none where the resource has none."""
        return self.parts.get(part, ())

    def all(self, part: str, name: str = "value") -> list[Value]:
        """The values of one column of a part, in order, each once; nobody changes the list, which
        pages of all languages share."""
        if name != "value":
            return self._column(part, name)
        found = self._values.get(part)
        if found is None:
            found = self._values[part] = self._column(part, name)
        return found

    def _column(self, part: str, name: str) -> list[Value]:
        rows = self.parts.get(part)
        if not rows:
            return []
        if len(rows) == 1:
            return [rows[0][name]] if name in rows[0] else []
        return list(dict.fromkeys([r[name] for r in rows if name in r]))

    def one(self, part: str, name: str = "value") -> Value | None:
        """The first value of a part, or None."""
        for row in self.parts.get(part, ()):
            if name in row:
                return row[name]
        return None

    def __iter__(self) -> Iterator[str]:
        return iter(self.parts)


NOTHING: Final = Record("")
