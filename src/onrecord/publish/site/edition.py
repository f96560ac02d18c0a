"""A publication as its website reads it: with the answers to every query, each asked once."""

from typing import Any

from onrecord.publish.publication import Publication
from onrecord.questions import Question
from onrecord.views.answers import ask
from onrecord.views.library import Library
from onrecord.views.records import Row

Answer = tuple[list[str], list[Row]]


class Edition:
    """What the pages of one publication have in common."""

    def __init__(self, publication: Publication, library: Library) -> None:
        self.publication = publication
        self.library = library
        self.questions: dict[str, list[dict[str, Any]]] = {}
        self._answers: dict[int, Answer] = {}

    def answer(self, question: Question) -> Answer:
        """Columns and rows of a competency question; a yes has one row, a no has none, and
        neither has a column."""
        if question.number not in self._answers:
            store = self.publication.graph.store
            found = ask(store, question.query, question.file, self.library.config.names.prefixes)
            self._answers[question.number] = found
        return self._answers[question.number]
