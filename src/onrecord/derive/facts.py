"""Triples → a table by subject and predicate, as the rules for names and for schema.org read it."""

from collections.abc import Iterable, Iterator
from typing import Final

import pyoxigraph as ox

from onrecord.names import RDFS, SKOS

_LABEL: Final = RDFS + "label"
_PREFERRED: Final = SKOS + "prefLabel"
_QUOTED: Final = {"de": "„{}“", "en": "“{}”"}
_SHOWN: Final = (ox.NamedNode, ox.Literal)
Values = dict[str, list[ox.NamedNode | ox.Literal]]
"""Predicate → objects."""


class Facts:
    """Triples by subject and predicate."""

    def __init__(self, triples: Iterable[ox.Triple]) -> None:
        self._found: dict[str, Values] = {}
        self.add(triples)

    def add(self, triples: Iterable[ox.Triple]) -> None:
        """More triples, which were not there."""
        found = self._found
        for t in triples:
            subject, value = t.subject, t.object
            if isinstance(subject, ox.NamedNode) and isinstance(value, _SHOWN):
                of = found.setdefault(subject.value, {})
                of.setdefault(t.predicate.value, []).append(value)

    def of(self, it: str) -> Values:
        """The properties of a resource."""
        return self._found.get(it, {})

    def __iter__(self) -> Iterator[str]:
        return iter(sorted(self._found))

    def all(self, it: str, predicate: str) -> list[ox.NamedNode | ox.Literal]:
        """The values of a property, none where there is none."""
        return self.of(it).get(predicate, [])

    def one(self, it: str, predicate: str) -> str:
        """One value of a property as text, empty where there is none."""
        return min((value.value for value in self.all(it, predicate)), default="")

    def name(self, it: str, language: str) -> str:
        """The name of a resource in the language, empty where it has none."""
        for predicate in (_LABEL, _PREFERRED):
            found = self.all(it, predicate)
            texts = [v.value for v in found if getattr(v, "language", None) == language]
            if texts:
                return min(texts)
        return ""

    def quoted(self, it: str, predicate: str, language: str) -> str:
        """A value in the quotation marks of the language."""
        return _QUOTED[language].format(self.one(it, predicate))
