"""A publication as its website reads it: with the answers to every query, each asked once."""

from collections.abc import Callable
from typing import Any, Final, TypeVar

import pyoxigraph as ox

from onrecord.graph import KnowledgeGraph
from onrecord.publish.publication import Publication
from onrecord.query.footprint import footprint, together, unchanged
from onrecord.questions import Question
from onrecord.rdf.runs import key_of
from onrecord.views.answers import ask
from onrecord.views.library import Library
from onrecord.views.reads import EVERYTHING
from onrecord.views.records import Iri, Number, Row, Text

T = TypeVar("T")
Answer = tuple[list[str], list[Row]]


class Edition:
    """What the pages of one publication have in common."""

    def __init__(self, publication: Publication, library: Library) -> None:
        self._publication = publication
        self.library = library
        self._kept: dict[Any, Any] = {}

    @property
    def publication(self) -> Publication:
        """All of it; a page that looks here is made again whenever anything changes."""
        self.library.reads.note(EVERYTHING)
        return self._publication

    def once(self, key: Any, make: Callable[[Publication], T]) -> T:
        """What `make` gave for the publication the first time, for pages of every language."""
        publication = self.publication
        if key not in self._kept:
            self._kept[key] = make(publication)
        made: T = self._kept[key]
        return made

    def answer(self, question: Question, language: str) -> Answer:
        """Columns and rows of a competency question as it is asked in a language; a yes has one
        row, a no has none, and neither has a column."""
        query, file = question.asked_in(language), question.file
        return self.once(query, lambda of: _ask(query, file, of.graph, of.graph.store))

    def answer_all(self) -> None:
        """Answers all questions of a graph on the disk, which no child can ask, and no page should:
        those that see nothing of what changed as the last time."""
        graph, results = self._publication.graph, self._publication.graph.results
        languages = self.library.config.languages
        asked = {
            q.asked_in(code): q.file for q in self._publication.questions for code in languages
        }
        fresh = {}
        for query in asked:
            seen = footprint(query, graph.names.prefixes, results)
            known = results.before(_NAME, _key(query))
            if known is not None and unchanged(seen, graph.difference, graph.store):
                results.put(_NAME, _key(query), known)
                self._kept[query] = _unpacked(known)
            else:
                fresh[query] = seen
        store = graph.seen_by(together(fresh.values())) if fresh else graph.store
        for query in fresh:
            answer = self._kept[query] = _ask(query, asked[query], graph, store)
            results.put(_NAME, _key(query), _packed(answer))


_NAME: Final = "answers"


def _key(query: str) -> bytes:
    return key_of(query.encode("utf-8", "surrogatepass"))


def _ask(query: str, file: str, graph: KnowledgeGraph, store: ox.Store) -> Answer:
    return ask(store, query, file, graph.names.prefixes)


def _packed(answer: Answer) -> tuple[Any, ...]:
    """An answer as plain values: of each cell its column, its text, and what it is: the place of
    its kind in `_KINDS`, or the language of a text."""
    columns, rows = answer
    return columns, [[(name, str(v), _kind(v)) for name, v in row.items()] for row in rows]


_KINDS: Final = (Iri, Number)


def _kind(value: Iri | Text) -> int | str:
    for place, kind in enumerate(_KINDS):
        if isinstance(value, kind):
            return place
    return getattr(value, "language", "")


def _unpacked(packed: tuple[Any, ...]) -> Answer:
    columns, rows = packed
    return list(columns), [
        {name: Text(t, of) if isinstance(of, str) else _KINDS[of](t) for name, t, of in row}
        for row in rows
    ]
