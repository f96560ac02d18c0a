"""A publication as its website reads it: with the answers to every query, each asked once."""

from typing import Any

from onrecord.publish.publication import Publication
from onrecord.questions import Question
from onrecord.views.answers import ask
from onrecord.views.library import Library
from onrecord.views.reads import EVERYTHING
from onrecord.views.records import Row

Answer = tuple[list[str], list[Row]]


class Edition:
    """What the pages of one publication have in common."""

    def __init__(self, publication: Publication, library: Library) -> None:
        self._publication = publication
        self.library = library
        self._questions: dict[str, list[dict[str, Any]]] = {}
        self._answers: dict[int, Answer] = {}

    @property
    def publication(self) -> Publication:
        """All of it; a page that looks here is made again whenever anything changes."""
        self.library.reads.note(EVERYTHING)
        return self._publication

    @property
    def questions(self) -> dict[str, list[dict[str, Any]]]:
        """The questions as pages show them, by language."""
        self.library.reads.note(EVERYTHING)
        return self._questions

    def answer(self, question: Question) -> Answer:
        """Columns and rows of a competency question; a yes has one row, a no has none, and
        neither has a column."""
        self.library.reads.note(EVERYTHING)
        if question.number not in self._answers:
            store = self._publication.graph.store
            found = ask(store, question.query, question.file, self.library.config.names.prefixes)
            self._answers[question.number] = found
        return self._answers[question.number]
