"""Competency questions → findings: an answer that is not the expected one is a violation."""

from collections.abc import Iterable, Iterator
from itertools import zip_longest

from onrecord.graph import KnowledgeGraph
from onrecord.questions import Question, answer
from onrecord.report import Finding


def answer_findings(graph: KnowledgeGraph, questions: Iterable[Question]) -> Iterator[Finding]:
    """One finding per question whose answer differs, with the first row that does."""
    for question in questions:
        rows = answer(graph, question)
        if rows == question.rows:
            continue
        pairs = enumerate(zip_longest(question.rows, rows), 1)
        number, (expected, given) = next((n, p) for n, p in pairs if p[0] != p[1])
        english = f"row {number} of the answer is {_shown(given)}, expected {_shown(expected)}"
        german = f"Zeile {number} der Antwort ist {_shown(given)}, erwartet {_shown(expected)}"
        yield Finding(
            "violation",
            f"{graph.names.base}questions",
            english,
            f"question-{question.number:02}",
            german,
            value=str(number),
            file=question.file,
            line=1,
        )


def _shown(row: tuple[str, ...] | None) -> str:
    return "missing" if row is None else " | ".join(row)
