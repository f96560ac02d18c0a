"""A publication as its website reads it: with the answers to every query, each asked once."""

from collections.abc import Callable
from typing import Any, TypeVar

from onrecord.publish.publication import Publication
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
        prefixes = self.library.config.names.prefixes
        return self.once(
            question.number,
            lambda of: ask(of.graph.store, question.query, question.file, prefixes),
        )
