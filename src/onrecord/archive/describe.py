"""One article + what the machine proposes → its quads, and a row per statement for pages."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import pyoxigraph as ox

from onrecord.archive.context import Context
from onrecord.archive.lines import proposal_lines
from onrecord.archive.records import Paper
from onrecord.article import Article
from onrecord.derive.axioms import closure
from onrecord.derive.origins import origins
from onrecord.errors import UsageError
from onrecord.extract.protocol import Extractor
from onrecord.extract.register import Known
from onrecord.graph import DERIVED, KnowledgeGraph
from onrecord.names import DCTERMS, ONR, RDF, RDFS, SCHEMA, XSD, Names
from onrecord.review.files import proposal_iri
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
    graphs: Mapping[str, Sequence[str]]
    mentions: tuple[Mention, ...]
    rows: tuple[Row, ...]
    notes: tuple[str, ...] = ()

    @property
    def lines(self) -> list[str]:
        """Every triple as N-Triples, with no newline: graph by graph, each sorted."""
        return [line for own in self.graphs.values() for line in own]

    @property
    def nquads(self) -> str:
        """Every triple with its graph, as N-Quads."""
        return "".join(
            f"{line[:-1]}<{graph}> .\n" for graph, own in self.graphs.items() for line in own
        )


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
        record: {
            f"{t.subject} {t.predicate} {t.object} ."
            for t in _record(paper, article, iri, publisher, language)
        },
        extracted: {
            line
            for p in made
            for line in proposal_lines(p, proposal_iri(names, paper.slug, p.key), iri, paper.url)
        },
    }
    graphs[names.graph(DERIVED)] = _derived(graphs, context)
    whole = {graph: sorted(graphs[graph]) for graph in sorted(graphs)}
    rows = tuple(_row(p, paper.slug, names) for p in made if p.kind == "statement")
    return Described(paper, iri, publisher, language, whole, ordered, rows, found.notes)


def _derived(graphs: Mapping[str, set[str]], context: Context) -> set[str]:
    """What follows: `derive` on the triples from which something can follow."""
    active = {
        graph: [line for line in lines if line.split(" ", 2)[1] in context.active]
        for graph, lines in graphs.items()
    }
    parsed = {graph: tuple(_parsed(lines)) for graph, lines in active.items()}
    known = KnowledgeGraph(context.names, parsed, dict.fromkeys(parsed, ()))
    asserted = {t for triples in parsed.values() for t in triples}
    derived = closure(asserted, set(origins(known)), context.axioms)
    found = {f"{t.subject} {t.predicate} {t.object} ." for t in derived}
    return found.difference(*graphs.values())


def _parsed(lines: Sequence[str]) -> Iterator[ox.Triple]:
    for quad in ox.parse(input="\n".join(lines), format=ox.RdfFormat.N_TRIPLES):
        yield ox.Triple(quad.subject, quad.predicate, quad.object)


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
