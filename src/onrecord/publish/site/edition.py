"""A publication as its website reads it: with the answers to every query, each asked once."""

from collections.abc import Callable
from functools import partial
from typing import Any, TypeVar

from onrecord.publish.publication import Publication
from onrecord.query.footprint import footprint
from onrecord.questions import Question
from onrecord.views.answers import ask
from onrecord.views.library import Library
from onrecord.views.reads import EVERYTHING
from onrecord.views.records import Row

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

    def answer(self, question: Question) -> Answer:
        """Columns and rows of a competency question; a yes has one row, a no has none, and
        neither has a column."""
        return self.once(question.number, partial(_answer, question))

    def answer_all(self) -> None:
        """Answers all questions now: in a child the store could not be used."""
        for question in self._publication.questions:
            self.answer(question)


def _answer(question: Question, publication: Publication) -> Answer:
    graph = publication.graph
    prefixes = graph.names.prefixes
    narrow = None
    if graph.on_disk:
        seen = footprint(question.query, prefixes, graph.results)
        narrow = seen.narrowed if seen else None
    return ask(graph.seen_by(narrow), question.query, question.file, prefixes)
