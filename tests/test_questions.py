"""Each competency question gives exactly the answer that stands beside it."""

import csv
import dataclasses
import re
import tomllib
from collections import Counter
from pathlib import Path

import pytest

from onrecord.graph import KnowledgeGraph
from onrecord.pipeline import prepare
from onrecord.questions import Question, answer, read_questions
from onrecord.workspace import Workspace

ROOT = Path(__file__).resolve().parents[1]
FIRST_SEVENTEEN = [
    "ceo-of-nvidia",
    "status-of-the-investment",
    "on-ice-is-no-plain-fact",
    "amounts-of-the-investment",
    "who-invited-whom",
    "huang-only-by-report",
    "who-is-dissatisfied",
    "alternatives-since-when",
    "chip-partnerships-of-openai",
    "what-altman-said",
    "responses-to-reports",
    "companies-investing-billions",
    "chip-makers",
    "data-centre-service-providers",
    "hedged-statements",
    "where-on-ice-is-said",
    "order-of-events",
]
QUESTIONS = read_questions(Workspace.find(ROOT))


@pytest.fixture(scope="module")
def graph() -> KnowledgeGraph:
    """The whole graph of the project, with what is derived."""
    return prepare(Workspace.find(ROOT))


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda q: f"{q.number:02d}-{q.name}")
def test_a_question_gives_its_expected_answer(graph: KnowledgeGraph, question: Question) -> None:
    """The rows of the query are the rows of its CSV file, in the same order."""
    assert answer(graph, question) == question.rows


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda q: f"{q.number:02d}-{q.name}")
def test_a_question_is_answered_as_fully_in_english(
    graph: KnowledgeGraph, question: Question
) -> None:
    """Asked for English names, a query finds as many rows, and none of them says less."""
    asked = dataclasses.replace(question, query=question.asked_in("en"))
    german, english = answer(graph, question), answer(graph, asked)
    filled = [Counter(bool(cell) for row in rows for cell in row) for rows in (german, english)]
    assert len(english) == len(german)
    assert filled[0] == filled[1]
    assert (question.query == asked.query) == ('= "de"' not in question.query)


def test_a_query_that_compares_with_several_languages_stays_as_it_is() -> None:
    """It asks about the languages, and means them."""
    query = 'ASK { ?a ?b ?c, ?d FILTER(lang(?c) = "de" && lang(?d) = "en") }'
    question = dataclasses.replace(QUESTIONS[0], query=query)
    assert question.asked_in("en") == query


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda q: f"{q.number:02d}-{q.name}")
def test_the_words_of_an_answer_come_from_the_graph(question: Question) -> None:
    """A text that the query itself puts into a cell would stand on pages of every language."""
    assert re.search(r"""\b(?:BIND|IF)\s*\(\s*["']""", question.query) is None


@pytest.mark.parametrize("compared", ['lang(?c) = "de"', 'LANG( ?c )="de"', 'Lang(?c)  = "de"'])
def test_a_query_asks_in_the_language_of_the_page(compared: str) -> None:
    """However the comparison is written; other texts of the query stay."""
    query = f'ASK {{ ?a ?b ?c FILTER({compared} && ?a != "de") }}'
    question = dataclasses.replace(QUESTIONS[0], query=query)
    assert question.asked_in("en") == query.replace(compared, compared.replace("de", "en"))


def test_every_column_of_an_answer_has_a_name_in_words() -> None:
    """What the queries call their variables is no heading for a reader."""
    words = tomllib.loads((ROOT / "site/locales/de.toml").read_text(encoding="utf-8"))
    columns = {c for q in QUESTIONS for c in q.columns if c != "ask"}
    assert {c for c in columns if f"column_{c}" not in words} == set()


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda q: f"{q.number:02d}-{q.name}")
def test_an_answer_keeps_its_order(question: Question) -> None:
    """A query whose answer has several rows says how they are sorted."""
    assert len(question.rows) < 2 or "ORDER BY" in question.query


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda q: f"{q.number:02d}-{q.name}")
def test_an_answer_has_rows_and_named_columns(question: Question) -> None:
    """No expected answer is empty, and every row has as many cells as there are columns."""
    assert question.rows
    assert {len(row) for row in question.rows} == {len(question.columns)}


def test_the_questions_are_numbered_without_gaps() -> None:
    """The numbers run from 1 on, and the first seventeen come in their fixed order."""
    assert [q.number for q in QUESTIONS] == list(range(1, len(QUESTIONS) + 1))
    assert [q.name for q in QUESTIONS[:17]] == FIRST_SEVENTEEN
    assert len(QUESTIONS) >= 34


def test_every_question_stands_on_its_own() -> None:
    """A query declares each prefix it uses, so that it runs unchanged at any endpoint."""
    import pyoxigraph as ox

    for question in QUESTIONS:
        ox.Store().query(question.query)


def test_every_answer_belongs_to_a_question() -> None:
    """Beside each query lies one CSV file, and no CSV file lies there alone."""
    folder = ROOT / "kg" / "questions"
    stems = Counter(path.stem for path in folder.iterdir())
    assert {name for name, count in stems.items() if count != 2} == set()
    for path in folder.glob("*.csv"):
        with path.open(encoding="utf-8", newline="") as file:
            assert next(csv.reader(file)), path.name
