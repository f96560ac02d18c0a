"""The lines that an archive writes directly are the triples that the other stages would make."""

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

import archives
from onrecord.archive import intake
from onrecord.archive.context import Context, load
from onrecord.archive.describe import Described, describe
from onrecord.archive.lines import literal
from onrecord.archive.records import Paper
from onrecord.article import Article
from onrecord.derive.axioms import closure
from onrecord.derive.origins import origins
from onrecord.extract.protocol import load as load_extractor
from onrecord.extract.register import Known
from onrecord.graph import DERIVED, KnowledgeGraph
from onrecord.review.files import proposal_triples
from onrecord.review.proposals import proposals
from onrecord.workspace import Workspace


@pytest.fixture(scope="module")
def context(tmp_path_factory: pytest.TempPathFactory) -> Context:
    """A register that knows some of the names."""
    folder = archives.newsroom(tmp_path_factory.mktemp("lines") / "w")
    return load(Workspace.find(folder))


def _papers() -> list[Paper]:
    rows = archives.records(5)
    rows[0] |= {"title": 'Ein "Titel" mit \\ und Tab', "publisher": "Blatt „Nord“"}
    found = [
        intake.read(1, {**row, "text": row["text"].replace("Angaben", 'Ang"a\\ben')}, 9_999)
        for row in rows
    ]
    return [paper for paper in found if isinstance(paper, Paper)]


def _lines(triples: set[ox.Triple]) -> set[str]:
    return {f"{t.subject} {t.predicate} {t.object} ." for t in triples}


def test_proposals_are_those_of_the_review(context: Context) -> None:
    """Line by line, the extracted graph is what `onrecord extract` would write."""
    extractor = load_extractor("rules")
    for paper in _papers():
        made = describe(paper, extractor, context)
        article = Article.from_text(paper.slug, paper.text)
        known = context.known_in(paper.text)
        named = tuple(Known(m.kind, m.name, (), m.iri) for m in made.mentions)
        found = proposals(extractor.extract(article, known), article, (*known, *named))
        expected = {
            t for p in found for t in proposal_triples(p, article, paper.url, context.names)
        }
        lines = made.graphs[context.names.graph("extracted", paper.slug)]
        assert set(lines) == _lines(expected)
        assert list(lines) == sorted(set(lines))


def test_what_follows_is_what_derive_says(context: Context) -> None:
    """Looking only at what something can follow from finds all that follows."""
    extractor = load_extractor("rules")
    for paper in _papers():
        made = describe(paper, extractor, context)
        derived = context.names.graph(DERIVED)
        graphs = {g: tuple(_parsed(made, g)) for g in made.graphs if g != derived}
        known = KnowledgeGraph(context.names, graphs, dict.fromkeys(graphs, ()))
        asserted = {t for triples in graphs.values() for t in triples}
        expected = closure(asserted, set(origins(known)), context.axioms) - asserted
        assert set(made.graphs[derived]) == _lines(expected)
        assert expected


def _parsed(made: Described, graph: str) -> list[ox.Triple]:
    text = "\n".join(made.graphs[graph])
    quads = ox.parse(input=text, format=ox.RdfFormat.N_TRIPLES)
    return [ox.Triple(q.subject, q.predicate, q.object) for q in quads]


@given(st.text(st.characters(exclude_categories=["Cs"])), st.sampled_from(["", "de", "en"]))
def test_literals(text: str, language: str) -> None:
    """A literal is escaped as the library escapes it."""
    expected = ox.Literal(text, language=language) if language else ox.Literal(text)
    assert literal(text, language) == str(expected)
