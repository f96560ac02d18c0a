"""One article + what the machine proposes → its quads, and a row per statement for pages."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final

import pyoxigraph as ox

from onrecord.archive.context import Context
from onrecord.archive.records import Paper
from onrecord.article import Article
from onrecord.derive.axioms import closure
from onrecord.derive.origins import origins
from onrecord.errors import UsageError
from onrecord.extract.protocol import Extractor
from onrecord.extract.register import Known
from onrecord.graph import DERIVED, KnowledgeGraph
from onrecord.names import DCTERMS, ONR, RDF, RDFS, SCHEMA, XSD, Names
from onrecord.review.files import proposal_iri, proposal_triples
from onrecord.review.proposals import proposals
from onrecord.review.records import Proposal

_TYPE: Final = RDF + "type"
_RIGHTS: Final = (
    ("Der Text gehört dem Herausgeber und ist hier nicht enthalten.", "de"),
    ("The text belongs to its publisher and is not contained here.", "en"),
)
_AUTHOR: Final = (
    ("Autorin oder Autor (nicht genannt)", "de"),
    ("Author (not named)", "en"),
)


@dataclass(frozen=True, slots=True)
class Mention:
    """An entity that an article names: its IRI, kind and the name in its fullest form."""

    iri: str
    kind: str
    name: str


@dataclass(frozen=True, slots=True)
class Row:
    """A proposed statement as pages show it; `speaker` is an IRI, or empty."""

    iri: str
    speaker: str
    speaker_name: str
    phrase: str
    form: str
    paragraph: int
    rule: str
    confidence: str


@dataclass(frozen=True)
class Described:
    """Everything that is published of one article."""

    paper: Paper
    iri: str
    publisher: str
    language: str
    graph: KnowledgeGraph
    mentions: tuple[Mention, ...]
    rows: tuple[Row, ...]
    notes: tuple[str, ...] = ()

    @cached_property
    def quads(self) -> list[tuple[str, str, str, str]]:
        """(graph, subject, predicate, object) in N-Triples' terms: graphs and triples sorted."""
        found = []
        for graph in sorted(self.graph.graphs):
            terms = {
                (str(t.subject), t.predicate.value, str(t.object)) for t in self.graph.graphs[graph]
            }
            ordered = sorted(terms, key=lambda t: (t[0][1:-1], t[1] != _TYPE, t[1], t[2]))
            found += [(f"<{graph}>", s, f"<{p}>", o) for s, p, o in ordered]
        return found


def describe(paper: Paper, extractor: Extractor, context: Context) -> Described:
    """Extracts one article and makes its graph; the same input gives the same graph."""
    article = Article.from_text(paper.slug, paper.text)
    known, names = context.known_in(paper.text), context.names
    found = extractor.extract(article, known)
    iri, publisher = names.iri("article", paper.slug), context.entity("medium", paper.publisher)
    language = paper.language or found.language
    if len(language) not in (2, 3) or language == "und":
        raise UsageError("the language of the text cannot be told", hint="give “language”")
    mentions = {
        Mention(context.entity(e.kind, e.name, e.iri), e.kind, e.name) for e in found.entities
    } | {Mention(publisher, "medium", paper.publisher)}
    ordered = tuple(sorted(mentions, key=lambda m: (m.iri, m.name)))
    minted = tuple(Known(m.kind, m.name, (), m.iri) for m in ordered)
    made = proposals(found, article, (*known, *minted))
    record, extracted = names.graph("article", paper.slug), names.graph("extracted", paper.slug)
    graphs = {
        record: tuple(_record(paper, article, iri, publisher, language)),
        extracted: tuple(t for p in made for t in proposal_triples(p, article, paper.url, names)),
    }
    graph = KnowledgeGraph(names, graphs, {record: (), extracted: ()})
    asserted = {t for triples in graphs.values() for t in triples}
    derived = closure(asserted, set(origins(graph)), context.axioms) - asserted
    whole = graph.with_graph(DERIVED, derived)
    rows = tuple(_row(p, paper.slug, names) for p in made if p.kind == "statement")
    return Described(paper, iri, publisher, language, whole, ordered, rows, found.notes)


def _row(proposal: Proposal, slug: str, names: Names) -> Row:
    return Row(
        proposal_iri(names, slug, proposal.key),
        proposal.speaker,
        proposal.speaker_name,
        proposal.anchor.phrase,
        proposal.form,
        proposal.anchor.paragraph,
        proposal.rule,
        proposal.confidence,
    )


def _record(
    paper: Paper, article: Article, iri: str, publisher: str, language: str
) -> Iterator[ox.Triple]:
    """What the archive itself says of the article."""
    node, author = ox.NamedNode(iri), ox.NamedNode(iri + "#author")

    def fact(predicate: str, value: ox.NamedNode | ox.Literal) -> ox.Triple:
        return ox.Triple(node, ox.NamedNode(predicate), value)

    def count(value: int) -> ox.Literal:
        return ox.Literal(str(value), datatype=ox.NamedNode(XSD + "integer"))

    yield fact(_TYPE, ox.NamedNode(ONR + "Article"))
    for tag in ("de", "en"):
        yield fact(RDFS + "label", ox.Literal(paper.title, language=tag))
    yield fact(SCHEMA + "url", ox.NamedNode(paper.url))
    yield fact(DCTERMS + "publisher", ox.NamedNode(publisher))
    yield fact(DCTERMS + "language", ox.Literal(language))
    if paper.date:
        issued = ox.Literal(paper.date, datatype=ox.NamedNode(XSD + "date"))
        yield fact(DCTERMS + "issued", issued)
    yield fact(ONR + "author", author)
    yield fact(ONR + "textHash", ox.Literal(article.text_hash))
    yield fact(ONR + "textLength", count(article.length))
    yield fact(ONR + "paragraphCount", count(len(article.passages)))
    for text, tag in _RIGHTS:
        yield fact(DCTERMS + "rights", ox.Literal(text, language=tag))
    yield ox.Triple(author, ox.NamedNode(_TYPE), ox.NamedNode(ONR + "Agent"))
    for text, tag in _AUTHOR:
        yield ox.Triple(author, ox.NamedNode(RDFS + "label"), ox.Literal(text, language=tag))
