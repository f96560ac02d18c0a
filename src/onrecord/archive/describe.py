"""One article + what the machine proposes → its quads, and a row per statement for pages."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from operator import itemgetter

from onrecord.archive.context import Context
from onrecord.archive.forms import Filled, lines_of
from onrecord.archive.records import Paper
from onrecord.article import Article
from onrecord.errors import UsageError
from onrecord.extract.protocol import Extractor
from onrecord.extract.register import Known
from onrecord.graph import DERIVED
from onrecord.names import Names
from onrecord.review.files import proposal_iri
from onrecord.review.proposals import proposals
from onrecord.review.records import Proposal


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
    """Everything that is published of one article: each graph as sorted N-Triples. `terms` are the
    IRIs that these name but for those of mentions and the article's own, `classes` those of its
    nodes, `typed` its properties with the datatype of their values (empty: no literal;
    None: not known)."""

    paper: Paper
    iri: str
    publisher: str
    graphs: Mapping[str, bytes]
    mentions: tuple[Mention, ...]
    rows: tuple[Row, ...]
    proposals: int = 0
    notes: tuple[str, ...] = ()
    terms: frozenset[str] = frozenset()
    classes: frozenset[str] = frozenset()
    typed: frozenset[tuple[str, str]] | None = None

    @cached_property
    def ntriples(self) -> bytes:
        """Every triple as N-Triples, graph by graph."""
        return b"".join(self.graphs.values())

    @property
    def nquads(self) -> bytes:
        """Every triple with its graph, as N-Quads."""
        # A line end inside a literal is escaped, so this is the end of a triple and nothing else.
        return b"".join(
            f" <{graph}> .\n".encode().join(own.split(b" .\n"))
            for graph, own in self.graphs.items()
        )

    @property
    def quads(self) -> int:
        """How many there are."""
        return self.ntriples.count(b"\n")


def describe(paper: Paper, extractor: Extractor, context: Context) -> Described:
    """Extracts one article and makes its graph; the same input gives the same graph."""
    article = Article.from_text(paper.slug, paper.text)
    known, names = context.known_in(paper.text), context.names
    found = extractor.extract(article, known)
    language = paper.language or found.language
    if len(language) not in (2, 3) or language == "und":
        raise UsageError("the language of the text cannot be told", hint="give “language”")
    paper = replace(paper, language=language)
    iri, publisher = names.iri("article", paper.slug), context.entity("medium", paper.publisher)
    mentions = {
        Mention(context.entity(e.kind, e.name, e.iri), e.kind, e.name) for e in found.entities
    } | {Mention(publisher, "medium", paper.publisher)}
    ordered = tuple(sorted(mentions, key=lambda m: (m.iri, m.name)))
    minted = tuple(Known(m.kind, m.name, (), m.iri) for m in ordered)
    made = proposals(found, article, (*known, *minted))
    iris = [proposal_iri(names, paper.slug, p.key) for p in made]
    forms = context.forms
    record = forms.record(paper, article, iri, publisher)
    filled = [
        forms.proposal(p, own, iri, paper.url)
        for own, p in sorted(zip(iris, made, strict=True), key=itemgetter(0))
    ]
    used = {id(f.form): f.form for f in (record, *filled)}.values()
    named = {iri for p in made for iri in (p.speaker, *p.entities)}
    return Described(
        paper,
        iri,
        publisher,
        _graphs(paper.slug, record, filled, names),
        ordered,
        tuple(_row(p, own) for own, p in zip(iris, made, strict=True) if p.kind == "statement"),
        len(made),
        (*paper.notes, *found.notes),
        frozenset(named.union(*(form.terms for form in used))),
        frozenset().union(*(form.classes for form in used)),
        frozenset().union(*(form.typed for form in used)),
    )


def _graphs(
    slug: str, record: Filled, filled: Sequence[Filled], names: Names
) -> Mapping[str, bytes]:
    """The sorted lines of each graph; what follows is said once, and not where it is asserted."""
    beside = b"".join((record.derived, record.beside, *{f.beside for f in filled}))
    told = set(lines_of(record.asserted))
    derived = sorted(
        {*lines_of(beside)}.difference(told)
        | {line for f in filled for line in lines_of(f.derived)}
    )
    graphs = {
        names.graph("article", slug): record.asserted,
        names.graph("extracted", slug): b"".join([f.asserted for f in filled]),
        names.graph(DERIVED): b"".join(derived),
    }
    return {graph: graphs[graph] for graph in sorted(graphs)}


def _row(proposal: Proposal, iri: str) -> Row:
    return Row(
        iri,
        proposal.speaker,
        proposal.speaker_name,
        proposal.anchor.phrase,
        proposal.form,
        proposal.anchor.paragraph,
        proposal.rule,
        proposal.confidence,
    )
