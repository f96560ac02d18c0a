"""A proposal, or the record of an article → its lines, by the form of a specimen like it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

import pyoxigraph as ox

from onrecord.archive.forms import Blanks, Filled, Form, Items, Specimen, escaped, form_of
from onrecord.archive.records import Paper
from onrecord.article import Anchor, Article
from onrecord.derive.axioms import Axioms
from onrecord.evidence import text_fragment
from onrecord.names import DCTERMS, ONR, RDF, RDFS, SCHEMA, XSD, Names
from onrecord.review.files import proposal_iri, proposal_triples
from onrecord.review.records import Proposal

_RIGHTS: Final = (
    ("Der Text gehört dem Herausgeber und ist hier nicht enthalten.", "de"),
    ("The text belongs to its publisher and is not contained here.", "en"),
)
_AUTHOR: Final = (
    ("Autorin oder Autor (nicht genannt)", "de"),
    ("Author (not named)", "en"),
)
_ARTICLE: Final = Article.from_text("qz7slug", "qz7")
_KEY, _URL, _PASSAGE = "qz7key", "http://qz7url", "#passage-1"
_ORIGIN, _TARGET = "qz7from", "qz7to"
_VALUES: Final = {
    name: f"qz7{name}zq"
    for name in (
        "rule confidence why speaker_name content hedge phrase prefix_hash suffix_hash text_hash "
        "title date language"
    ).split()
}
_IRIS: Final = {name: f"http://qz7{name}" for name in ("speaker", "entity", "publisher")}
_NUMBERS: Final = {
    name: 9_000_001 + place
    for place, name in enumerate("begin end first last paragraph length".split())
}


@dataclass(frozen=True)
class Forms:
    """The forms that an ontology gives, each made when it is first needed; some hundred."""

    names: Names
    axioms: Axioms
    made: dict[tuple[object, ...], Form] = field(default_factory=dict)

    def proposal(self, p: Proposal, iri: str, article: str, url: str) -> Filled:
        """Everything that is said of a proposal with that IRI, of the article at `url`."""
        given = (p.speaker, p.speaker_name, p.content, p.hedge, p.entities, p.target, url)
        alike = (p.kind, p.form, p.modality, p.polarity, p.relation, p.language, *map(bool, given))
        form = self.made.get(alike)
        if form is None:
            form = form_of(_proposal(p, url, self.names), self.names, self.axioms)
            self.made[alike] = form
        blanks = _blanks(p, iri, article, url)
        return form.filled(blanks, _items(p, blanks))

    def record(self, paper: Paper, article: Article, iri: str, publisher: str) -> Filled:
        """What the archive itself says of an article, whose language is known."""
        alike = ("record", bool(paper.date))
        form = self.made.get(alike)
        if form is None:
            form = form_of(_record(paper, self.names), self.names, self.axioms)
            self.made[alike] = form
        blanks = {
            "article": iri.encode(),
            "publisher": publisher.encode(),
            "title": escaped(paper.title),
            "url": paper.url.encode(),
            "date": paper.date.encode(),
            "language": escaped(paper.language),
            "text_hash": article.text_hash.encode(),
            "length": b"%d" % article.length,
            "paragraph": b"%d" % len(article.passages),
        }
        return form.filled(blanks, {})


def record_triples(
    paper: Paper, iri: str, publisher: str, text_hash: str, length: int, paragraphs: int
) -> Iterator[ox.Triple]:
    """What the archive itself says of an article."""
    node, author = ox.NamedNode(iri), ox.NamedNode(iri + "#author")

    def fact(predicate: str, value: ox.NamedNode | ox.Literal) -> ox.Triple:
        return ox.Triple(node, ox.NamedNode(predicate), value)

    def count(value: int) -> ox.Literal:
        return ox.Literal(str(value), datatype=ox.NamedNode(XSD + "integer"))

    yield fact(RDF + "type", ox.NamedNode(ONR + "Article"))
    for tag in ("de", "en"):
        yield fact(RDFS + "label", ox.Literal(paper.title, language=tag))
    yield fact(SCHEMA + "url", ox.NamedNode(paper.url))
    yield fact(DCTERMS + "publisher", ox.NamedNode(publisher))
    yield fact(DCTERMS + "language", ox.Literal(paper.language))
    if paper.date:
        issued = ox.Literal(paper.date, datatype=ox.NamedNode(XSD + "date"))
        yield fact(DCTERMS + "issued", issued)
    yield fact(ONR + "author", author)
    yield fact(ONR + "textHash", ox.Literal(text_hash))
    yield fact(ONR + "textLength", count(length))
    yield fact(ONR + "paragraphCount", count(paragraphs))
    for text, tag in _RIGHTS:
        yield fact(DCTERMS + "rights", ox.Literal(text, language=tag))
    yield ox.Triple(author, ox.NamedNode(RDF + "type"), ox.NamedNode(ONR + "Agent"))
    for text, tag in _AUTHOR:
        yield ox.Triple(author, ox.NamedNode(RDFS + "label"), ox.Literal(text, language=tag))


def _record(paper: Paper, names: Names) -> Specimen:
    iri = names.iri("article", _ARTICLE.slug)
    specimen = replace(
        paper,
        url=_URL,
        title=_VALUES["title"],
        date=paper.date and _VALUES["date"],
        language=_VALUES["language"],
    )
    triples = record_triples(
        specimen,
        iri,
        _IRIS["publisher"],
        _VALUES["text_hash"],
        _NUMBERS["length"],
        _NUMBERS["paragraph"],
    )
    marks = {iri: "article", _URL: "url"}
    return _specimen(iri, names.graph("article", _ARTICLE.slug), triples, marks)


def _proposal(like: Proposal, url: str, names: Names) -> Specimen:
    """A proposal that has the same fields, all with values of their own, and one passage."""
    specimen = replace(
        like,
        key=_KEY,
        spans=((_NUMBERS["begin"], _NUMBERS["end"]),),
        anchor=Anchor(
            _NUMBERS["first"],
            _NUMBERS["last"],
            _VALUES["phrase"],
            _NUMBERS["paragraph"],
            _VALUES["prefix_hash"],
            _VALUES["suffix_hash"],
        ),
        rule=_VALUES["rule"],
        confidence=_VALUES["confidence"],
        why=_VALUES["why"],
        speaker=like.speaker and _IRIS["speaker"],
        speaker_name=like.speaker_name and _VALUES["speaker_name"],
        entities=like.entities and (_IRIS["entity"],),
        content=like.content and _VALUES["content"],
        hedge=like.hedge and _VALUES["hedge"],
        origin=like.origin and _ORIGIN,
        target=like.target and _TARGET,
    )
    address = url and _URL
    iri = proposal_iri(names, _ARTICLE.slug, _KEY)
    triples = proposal_triples(specimen, _ARTICLE, address, names)
    marks = {
        iri: "iri",
        names.iri("article", _ARTICLE.slug): "article",
        _ARTICLE.text_hash: "text_hash",
        text_fragment(address, _VALUES["phrase"]): "fragment",
        _PASSAGE: "passage",
        proposal_iri(names, _ARTICLE.slug, _ORIGIN): "from",
        proposal_iri(names, _ARTICLE.slug, _TARGET): "to",
    }
    return _specimen(iri, names.graph("extracted", _ARTICLE.slug), triples, marks)


def _specimen(
    node: str, graph: str, triples: Iterator[ox.Triple], marks: Mapping[str, str]
) -> Specimen:
    values = {**_VALUES, **_IRIS, **_NUMBERS}
    return Specimen(
        node,
        graph,
        tuple(triples),
        {**{str(value): name for name, value in values.items()}, **marks},
        {_PASSAGE: "passages", _IRIS["entity"]: "entities"},
    )


def _blanks(p: Proposal, iri: str, article: str, url: str) -> Blanks:
    place, base = p.anchor, iri.removesuffix(p.key)
    return {
        "iri": iri.encode(),
        "from": (base + p.origin).encode(),
        "to": (base + p.target).encode(),
        "article": article.encode(),
        "rule": escaped(p.rule),
        "confidence": p.confidence.encode(),
        "why": escaped(p.why),
        "speaker": p.speaker.encode(),
        "speaker_name": escaped(p.speaker_name),
        "content": escaped(p.content),
        "hedge": escaped(p.hedge),
        "text_hash": p.text_hash.encode(),
        "begin": b"%d" % p.spans[0][0],
        "phrase": escaped(place.phrase),
        "paragraph": b"%d" % place.paragraph,
        "first": b"%d" % place.begin,
        "last": b"%d" % place.end,
        "prefix_hash": place.prefix_hash.encode(),
        "suffix_hash": place.suffix_hash.encode(),
        "fragment": text_fragment(url, place.phrase).encode(),
    }


def _items(p: Proposal, blanks: Blanks) -> Items:
    """Passages and entities, in the order of their lines."""
    passages: list[Blanks] = [
        {
            **blanks,
            "passage": b"#passage-%d" % number,
            "begin": b"%d" % begin,
            "end": b"%d" % end,
        }
        for number, (begin, end) in enumerate(p.spans, 1)
    ]
    if len(passages) > 9:
        passages.sort(key=lambda item: item["passage"] + b">")
    entities = sorted(p.entities, key="{}>".format)
    return {
        "passages": passages,
        "entities": [{**blanks, "entity": iri.encode()} for iri in entities],
    }
