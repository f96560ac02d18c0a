"""What forms give is, line by line, what the stages give that made the forms."""

from dataclasses import replace

import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import archives
from onrecord.archive import intake
from onrecord.archive.context import Context, load
from onrecord.archive.describe import Described, describe
from onrecord.archive.forms import escaped, lines_of
from onrecord.archive.records import Paper
from onrecord.archive.specimens import Forms, record_triples
from onrecord.article import Anchor, Article
from onrecord.derive.axioms import Axioms, closure
from onrecord.derive.origins import origins
from onrecord.errors import ConfigError
from onrecord.extract.protocol import load as load_extractor
from onrecord.extract.register import Known
from onrecord.graph import DERIVED, KnowledgeGraph
from onrecord.names import ONR, OWL, RDF, RDFS, Names
from onrecord.review.files import proposal_iri, proposal_triples
from onrecord.review.proposals import proposals
from onrecord.review.records import KINDS, Proposal
from onrecord.workspace import Workspace

NAMES = Names("https://example.org/kg/")
ARTICLE = Article.from_text("a-1", "Ein Text.")
URL = "https://example.org/100%25.html"
IRI = NAMES.iri("article", "a-1")
TYPE = ox.NamedNode(RDF + "type")


@pytest.fixture(scope="module")
def context(tmp_path_factory: pytest.TempPathFactory) -> Context:
    """A register that knows some of the names."""
    folder = archives.newsroom(tmp_path_factory.mktemp("forms") / "w")
    return load(Workspace.find(folder))


def _papers() -> list[Paper]:
    rows = archives.records(5)
    rows[0] |= {"title": 'Ein "Titel" mit \\, 5 % und Tab', "publisher": "Blatt „Nord“"}
    rows[1]["date"] = ""
    found = [
        intake.read(1, {**row, "text": row["text"].replace("Angaben", 'Ang"a\\ben')}, 9_999)
        for row in rows
    ]
    return [paper for paper in found if isinstance(paper, Paper)]


def _lines(triples: set[ox.Triple]) -> list[bytes]:
    return sorted(f"{t.subject} {t.predicate} {t.object} .\n".encode() for t in triples)


def _made(context: Context) -> list[Described]:
    extractor = load_extractor("rules")
    return [describe(paper, extractor, context) for paper in _papers()]


def test_proposals_are_those_of_the_review(context: Context) -> None:
    """The extracted graph is what `onrecord extract` would write."""
    extractor, names = load_extractor("rules"), context.names
    for made in _made(context):
        paper = made.paper
        article = Article.from_text(paper.slug, paper.text)
        known = context.known_in(paper.text)
        named = tuple(Known(m.kind, m.name, (), m.iri) for m in made.mentions)
        found = proposals(extractor.extract(article, known), article, (*known, *named))
        expected = {t for p in found for t in proposal_triples(p, article, paper.url, names)}
        text = made.graphs[names.graph("extracted", paper.slug)]
        assert lines_of(text) == _lines(expected)


def test_records_are_their_triples(context: Context) -> None:
    """The graph of an article holds what the archive says of it, with and without a date."""
    for made in _made(context):
        article = Article.from_text("a", made.paper.text)
        told = (article.text_hash, article.length, len(article.passages))
        expected = set(record_triples(made.paper, made.iri, made.publisher, *told))
        text = made.graphs[context.names.graph("article", made.paper.slug)]
        assert lines_of(text) == _lines(expected)


def test_what_follows_is_what_derive_says(context: Context) -> None:
    """Deriving from specimens finds all that follows from the articles."""
    for made in _made(context):
        derived = context.names.graph(DERIVED)
        graphs = {g: tuple(_parsed(text)) for g, text in made.graphs.items() if g != derived}
        assert lines_of(made.graphs[derived]) == _follows(graphs, context.names, context.axioms)


def _parsed(text: bytes) -> list[ox.Triple]:
    quads = ox.parse(input=text, format=ox.RdfFormat.N_TRIPLES)
    return [ox.Triple(q.subject, q.predicate, q.object) for q in quads]


def _follows(graphs: dict[str, tuple[ox.Triple, ...]], names: Names, axioms: Axioms) -> list[bytes]:
    known = KnowledgeGraph(names, graphs, dict.fromkeys(graphs, ()))
    asserted = {t for triples in graphs.values() for t in triples}
    found = closure(asserted, set(origins(known)), axioms) - asserted
    assert found
    return _lines(found)


def test_quads_are_the_triples_with_their_graphs(context: Context) -> None:
    """The N-Quads are strict, and counted."""
    made = _made(context)[0]
    quads = list(ox.parse(input=made.nquads, format=ox.RdfFormat.N_QUADS))
    assert len(quads) == made.quads == len(set(quads))
    triples = {(g, t) for g, text in made.graphs.items() for t in _parsed(text)}
    assert {
        (q.graph_name.value, ox.Triple(q.subject, q.predicate, q.object)) for q in quads
    } == triples


_text = st.text(st.characters(exclude_categories=["Cs"]), max_size=9)
_offset = st.integers(0, 99_999)
_iri = st.sampled_from([f"https://example.org/kg/company/{n}" for n in ("a", "a-b", "a0", "%25s")])
_proposals = st.builds(
    Proposal,
    key=st.just("0123456789ab"),
    kind=st.sampled_from(KINDS),
    spans=st.lists(st.tuples(_offset, _offset), min_size=1, max_size=12, unique=True).map(tuple),
    anchor=st.builds(Anchor, _offset, _offset, _text, _offset, st.just("ab"), st.just("0f")),
    text_hash=st.just(ARTICLE.text_hash),
    rule=_text,
    confidence=st.just("0.50"),
    why=_text,
    speaker=st.one_of(st.just(""), _iri),
    speaker_name=_text,
    entities=st.lists(_iri, unique=True, max_size=4).map(tuple),
    content=_text,
    form=st.sampled_from(["", "direct"]),
    modality=st.sampled_from(["", "hope"]),
    polarity=st.sampled_from(["", "negated"]),
    hedge=_text,
    language=st.sampled_from(["de", "en"]),
)


def _axioms(*more: tuple[str, str, str]) -> Axioms:
    told = [
        (ONR + "Proposal", RDFS + "subClassOf", ONR + "Thing"),
        (ONR + "passage", RDFS + "subPropertyOf", ONR + "part"),
        (ONR + "proposedEntity", RDFS + "subPropertyOf", ONR + "names"),
        (ONR + "named", OWL + "inverseOf", ONR + "names"),
        *more,
    ]
    return Axioms.read(ox.Triple(*map(ox.NamedNode, triple)) for triple in told)


# Two texts and two addresses of one proposal under one property: their order depends on them.
_MIXED = (
    (ONR + "why", RDFS + "subPropertyOf", ONR + "text"),
    (ONR + "proposedContent", RDFS + "subPropertyOf", ONR + "text"),
    (ONR + "proposedSpeaker", RDFS + "subPropertyOf", ONR + "proposedEntity"),
)


@settings(max_examples=60)
@given(_proposals, st.sampled_from([URL, ""]), st.booleans())
def test_any_proposal(p: Proposal, url: str, mixed: bool) -> None:
    """Whatever a proposal says, and whatever follows from it, its lines are right and sorted."""
    axioms = _axioms(*_MIXED) if mixed else _axioms()
    iri = proposal_iri(NAMES, "a-1", p.key)
    filled = Forms(NAMES, axioms).proposal(replace(p), iri, IRI, url)
    triples = tuple(dict.fromkeys(proposal_triples(p, ARTICLE, url, NAMES)))
    assert lines_of(filled.asserted) == _lines(set(triples))
    own = lines_of(filled.derived)
    assert own == sorted(own)
    told = {*own, *lines_of(filled.beside)} - set(_lines(set(triples)))
    expected = _follows({NAMES.graph("extracted", "a-1"): triples}, NAMES, axioms)
    assert sorted(told) == expected


def test_transitive_properties_between_resources_are_refused() -> None:
    """What would follow from two proposals together is not left out silently."""
    known = next(p for p in _some_proposals() if p.entities)
    chain = (ONR + "proposedEntity", RDF + "type", OWL + "TransitiveProperty")
    forms = Forms(NAMES, _axioms(chain))
    with pytest.raises(ConfigError, match="proposedEntity is transitive") as caught:
        forms.proposal(known, proposal_iri(NAMES, "a-1", known.key), IRI, URL)
    assert "TransitiveProperty" in (caught.value.hint or "")
    within = (ONR + "part", RDF + "type", OWL + "TransitiveProperty")
    assert Forms(NAMES, _axioms(within)).proposal(known, IRI, IRI, URL).derived


def _some_proposals() -> list[Proposal]:
    text = "Die Silexa AG baut, sagte Wiebke Torland. Die Silexa AG baue rasch."
    article = Article.from_text("a-1", text)
    register = (Known("company", "Silexa AG", (), NAMES.iri("company", "silexa-ag")),)
    return list(proposals(load_extractor("rules").extract(article, register), article, register))


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_literals(text: str) -> None:
    """A literal is escaped as the library escapes it."""
    assert f'"{escaped(text).decode()}"' == str(ox.Literal(text))
