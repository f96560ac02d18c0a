"""`kg/questions/NN-slug.rq` and `.csv` → competency questions with their expected answers."""

import csv
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from onrecord import texts
from onrecord.errors import ParseError, QueryError, SourceError
from onrecord.graph import KnowledgeGraph
from onrecord.workspace import Workspace

_TOLD_IN: Final = re.compile(r"""([Ll][Aa][Nn][Gg]\(\s*\?\w+\s*\)\s*=\s*)"([A-Za-z]{2,3})\"""")
_HEADER: Final = re.compile(r"#\s*(de|en)(-explanation)?:\s*(.+)")


@dataclass(frozen=True, slots=True)
class Question:
    """A question in each language, its explanation, its query, and the rows it must give."""

    number: int
    name: str
    text: Mapping[str, str]
    explanation: Mapping[str, str]
    query: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    file: str

    def asked_in(self, language: str) -> str:
        """The query as it asks for names and texts in a language; as it stands where it compares
        with several."""
        return _asked_in(self.query, language)


@lru_cache(maxsize=1 << 10)
def _asked_in(query: str, language: str) -> str:
    told = {match[2] for match in _TOLD_IN.finditer(query)}
    if len(told) != 1:
        return query
    return _TOLD_IN.sub(lambda match: f'{match[1]}"{language}"', query)


def read_questions(workspace: Workspace) -> tuple[Question, ...]:
    """All questions of the workspace, by number; `SourceError` for a file that is incomplete."""
    return tuple(
        _read(path, workspace.relative(path), workspace.config.languages)
        for path in workspace.questions()
    )


def answer(graph: KnowledgeGraph, question: Question) -> tuple[tuple[str, ...], ...]:
    """The rows that the graph gives, every term as its bare value, unbound as an empty text.

    An ASK query gives one row, `true` or `false`. Raises `QueryError` where the query is wrong.
    """
    try:
        result = graph.query(question.query)
    except SyntaxError as error:
        raise QueryError(
            str(error.msg), file=question.file, line=error.lineno, column=error.offset
        ) from error
    if isinstance(result, ox.QueryBoolean):
        return ((str(bool(result)).lower(),),)
    if isinstance(result, ox.QueryTriples):
        raise QueryError("is not a SELECT or ASK query", file=question.file)
    order = [v.value for v in result.variables]
    return tuple(tuple(getattr(row[c], "value", "") for c in order) for row in result)


def _read(path: Path, shown: str, languages: tuple[str, ...]) -> Question:
    number, dash, name = path.stem.partition("-")
    if not number.isdecimal() or not dash:
        raise SourceError("is not named NN-slug.rq", file=shown, hint="e.g. 07-who-reported-it.rq")
    query = texts.read(path, shown, ParseError)
    found: dict[bool, dict[str, str]] = {False: {}, True: {}}
    for match in _HEADER.finditer(query):
        language, explains, text = match.groups()
        told = found[bool(explains)]
        told[language] = f"{told[language]} {text}" if language in told else text.strip()
    for told, what in ((found[False], ""), (found[True], "-explanation")):
        missing = [lang for lang in languages if lang not in told]
        if missing:
            raise SourceError(
                f"has no header '# {missing[0]}{what}: …'", file=shown, line=1, hint="add the line"
            )
    columns, rows = _expected(path.with_suffix(".csv"), shown.removesuffix(".rq") + ".csv")
    return Question(int(number), name, found[False], found[True], query, columns, rows, shown)


def _expected(path: Path, shown: str) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    try:
        with path.open(encoding="utf-8", newline="") as file:
            header, *rows = list(csv.reader(file, strict=True))
    except (csv.Error, UnicodeDecodeError) as error:
        raise ParseError(f"is not CSV: {error}", file=shown) from error
    except (FileNotFoundError, ValueError) as error:
        raise SourceError("the expected answer is missing", file=shown, hint="write it") from error
    return tuple(header), tuple(tuple(row) for row in rows)
