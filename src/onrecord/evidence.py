"""Curated anchor phrases + the article's text → `evidence.ttl`, and its verification.

Only offsets, hashes and the short phrases themselves are written; the text stays outside.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import quote

import pyoxigraph as ox

from onrecord.article import Anchor, Article, Gone, Moved, find_anchor, verify_anchor
from onrecord.errors import AnchorError, IdentityError, OnrecordError, TextError
from onrecord.graph import KnowledgeGraph
from onrecord.names import OA, ONR, RDF, SCHEMA, XSD, Names
from onrecord.rdf import Source, write_triples

_TYPE: Final = ox.NamedNode(RDF + "type")
_HEADER: Final = "# Written by 'onrecord anchor'; do not edit. Offsets count code points.\n"


class _Escapes(dict[int, str]):
    """Code point → how it stands in a text fragment; filled as characters are met."""

    def __missing__(self, code: int) -> str:
        self[code] = quote(chr(code), safe="").replace("-", "%2D")
        return self[code]


_ESCAPES: Final = _Escapes()


@dataclass(frozen=True, slots=True)
class Request:
    """A resource that is to be anchored, with its phrases and the paragraphs they stand in."""

    subject: str
    phrases: tuple[ox.Literal, ...]
    paragraphs: tuple[int, ...]
    source: Source


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of one anchor: `state` is unchanged, moved or gone."""

    anchor: str
    state: str
    message: str
    subject: str
    moved_to: Anchor | None = None


@dataclass(frozen=True, slots=True)
class Renumbered:
    """A paragraph that has another number in the text of now; `line` of `file` has the old one."""

    file: str
    line: int
    old: int
    new: int


@dataclass(frozen=True, slots=True)
class Evidence:
    """The result of anchoring: the file's bytes, how many anchors stand elsewhere now, which of
    them a person should read again, and where another number of a paragraph is due."""

    data: bytes
    count: int
    notes: tuple[str, ...] = field(default=())
    moved: int = 0
    renumbered: tuple[Renumbered, ...] = ()


@dataclass(slots=True)
class _Carrying:
    """The anchors of before, and what became of them: moved, beside other words, lost."""

    old: Mapping[str, tuple[str, Anchor]]
    moved: int = 0
    notes: list[str] = field(default_factory=list)
    renumbered: list[Renumbered] = field(default_factory=list)
    lost: list[AnchorError] = field(default_factory=list)


def stated_hash(graph: KnowledgeGraph, slug: str) -> str | None:
    """The hash of the text that the article was curated from, as its curator wrote it."""
    return _literal(graph, graph.names.iri("article", slug), "textHash")


def misnamed(graph: KnowledgeGraph, slug: str) -> str:
    """The IRI of the article that a folder describes under another name than its own; empty where
    the two agree or it describes none."""
    own = ox.NamedNode(graph.names.iri("article", slug))
    if any(graph.store.quads_for_pattern(own, _TYPE, None)):
        return ""
    kind = ox.NamedNode(ONR + "Article")
    for triple in graph.triples(f"article/{slug}"):
        if triple.predicate == _TYPE and triple.object == kind:
            return str(getattr(triple.subject, "value", ""))
    return ""


def check_folder(graph: KnowledgeGraph, slug: str) -> None:
    """Raises `IdentityError` where the article of a folder is called otherwise than the folder."""
    other = misnamed(graph, slug)
    if other:
        file, line = graph.locate(other, _TYPE.value)
        raise IdentityError(told_misnamed(graph, slug, other)[0], file=file, line=line)


def told_misnamed(graph: KnowledgeGraph, slug: str, other: str) -> tuple[str, str]:
    """What is wrong with the names of a folder and its article, in English and German."""
    shown, name = graph.names.compact(other), other.rpartition("/")[2]
    return (
        f"the folder kg/articles/{slug} describes {shown}, and no article:{slug}: name the folder "
        f"{name}, as addresses that were published stay; only where nothing was, write "
        f"article/{slug} and statement/{slug} in all of its files",
        f"der Ordner kg/articles/{slug} beschreibt {shown} und kein article:{slug}: den Ordner "
        f"{name} nennen, denn veröffentlichte Adressen bleiben; nur wo noch nichts veröffentlicht "
        f"ist, in allen seinen Dateien article/{slug} und statement/{slug} schreiben",
    )


def check_source(graph: KnowledgeGraph, slug: str, article: Article) -> None:
    """Raises `IdentityError` where folder and article differ in name, `TextError` where the text
    is another one."""
    check_folder(graph, slug)
    check_text(graph, slug, article)


def check_text(graph: KnowledgeGraph, slug: str, article: Article) -> None:
    """Raises `TextError`, at the line of the curated hash, where the text is another one."""
    iri = graph.names.iri("article", slug)
    stated = stated_hash(graph, slug)
    if stated is None or stated == article.text_hash:
        return
    file, line = graph.locate(iri, ONR + "textHash")
    raise TextError(
        f"the text has the hash {article.text_hash} and {article.length} characters, "
        f"but {slug!r} was curated from {stated}",
        file=file,
        line=line,
        hint="give the text that was curated; where the text was edited: "
        f"onrecord anchor {slug} --text FILE --update",
    )


def anchor(graph: KnowledgeGraph, slug: str, article: Article, *, update: bool = False) -> Evidence:
    """Finds every phrase of the article's sources in its text.

    With `update` a text with another hash is taken and the old anchors are carried over by their
    surroundings. Raises `TextError`, and `AnchorError` with file, line and the candidates.
    """
    check_folder(graph, slug)
    if not update:
        check_text(graph, slug, article)
    carrying = _Carrying(_anchors(graph, slug) if update else {})
    url = article_url(graph, slug)
    triples: list[ox.Triple] = []
    count = 0
    for request in requests(graph, slug):
        placed = [(p, _place(article, request, p, carrying)) for p in request.phrases]
        found = sorted(
            ((phrase, place) for phrase, place in placed if place is not None),
            key=lambda pair: (pair[1].begin, pair[1].end),
        )
        if update:
            carrying.renumbered += _renumbered(request, {place.paragraph for _, place in found})
        for number, (phrase, place) in enumerate(found, 1):
            count += 1
            part = request.subject + ("-" if "#" in request.subject else "#")
            triples += anchor_triples(
                request.subject, f"{part}anchor-{number}", phrase, place, article, url, graph.names
            )
    if carrying.lost:
        raise _together(carrying.lost, update)
    data = write_triples(triples, "ttl", graph.names)
    told, numbers = tuple(carrying.notes), tuple(carrying.renumbered)
    return Evidence(_HEADER.encode() + data, count, told, carrying.moved, numbers)


def _renumbered(request: Request, now: set[int]) -> Iterator[Renumbered]:
    """Where all phrases of a resource went on to one other paragraph."""
    line = request.source.line_of(request.subject, ONR + "paragraph")
    if line and len(request.paragraphs) == len(now) == 1 and now != {*request.paragraphs}:
        yield Renumbered(request.source.name, line, request.paragraphs[0], min(now))


def _together(lost: list[AnchorError], update: bool) -> AnchorError:
    """All phrases that have no place, as one error at the first of them."""
    first, *others = lost
    hint = first.hint or ""
    if update:
        hint += "; where the text was corrected, give the words that it has now, or withdraw "
        hint += "what it says no longer"
    more = "".join(f"\n  {error}" for error in others)
    return AnchorError(first.message + more, file=first.file, line=first.line, hint=hint)


def requests(graph: KnowledgeGraph, slug: str) -> Iterator[Request]:
    """Every resource in the article's curated files that has an anchor phrase, in file order."""
    for source in graph.sources.get(graph.names.graph("article", slug), ()):
        if source.name.endswith("evidence.ttl"):
            continue
        phrases: dict[str, list[ox.Literal]] = defaultdict(list)
        paragraphs: dict[str, list[int]] = defaultdict(list)
        for t in source.triples:
            if not isinstance(t.object, ox.Literal) or not isinstance(t.subject, ox.NamedNode):
                continue
            if t.predicate.value == ONR + "anchorPhrase":
                phrases[t.subject.value].append(t.object)
            elif t.predicate.value == ONR + "paragraph" and t.object.value.isdecimal():
                paragraphs[t.subject.value].append(int(t.object.value))
        for subject, found in phrases.items():
            yield Request(subject, tuple(found), tuple(sorted(paragraphs[subject])), source)


def verify(graph: KnowledgeGraph, slug: str, article: Article) -> tuple[Verdict, ...]:
    """Holds every anchor of `evidence.ttl` against the text."""
    verdicts = []
    for iri, (subject, place) in sorted(_anchors(graph, slug).items()):
        result = verify_anchor(article, place)
        if isinstance(result, Moved):
            to = result.to
            message = (
                f"the anchor moved from {place.begin}–{place.end} to {to.begin}–{to.end} "
                f"in paragraph {to.paragraph}"
                if to.begin != place.begin
                else "the anchor stands beside other words now"
            )
            verdicts.append(Verdict(iri, "moved", message, subject, to))
        elif isinstance(result, Gone):
            message = "the anchor is no longer in the text"
            if result.candidates:
                message = "the words of the anchor stand beside other words now"
            verdicts.append(Verdict(iri, "gone", message, subject))
        else:
            verdicts.append(Verdict(iri, "unchanged", "", subject))
    return tuple(verdicts)


def _place(
    article: Article, request: Request, phrase: ox.Literal, carrying: _Carrying
) -> Anchor | None:
    """Where a phrase stands now; nowhere is a loss that is told with the others."""
    line = request.source.line_of(request.subject, ONR + "anchorPhrase", phrase.value)
    known = next(
        (a for s, a in carrying.old.values() if (s, a.phrase) == (request.subject, phrase.value)),
        None,
    )
    verdict = verify_anchor(article, known) if known else None
    if isinstance(verdict, Moved):
        place = verdict.to
    elif known and not isinstance(verdict, Gone):
        return known
    else:
        try:
            place = find_anchor(article, phrase.value, request.paragraphs)
        except OnrecordError as error:
            told = AnchorError(error.message, file=request.source.name, line=line, hint=error.hint)
            carrying.lost.append(told)
            return None
    if known:
        carrying.moved += place.begin != known.begin
        if _around(place) != _around(known):
            carrying.notes.append(
                f"{request.source.name}:{line}: “{phrase.value}” stands beside other words now: "
                "read the sentence again"
            )
    return place


def _around(anchor: Anchor) -> tuple[str, str]:
    return anchor.prefix_hash, anchor.suffix_hash


def article_url(graph: KnowledgeGraph, slug: str) -> str:
    """The address of the original; empty where the curator gave none."""
    return _literal(graph, graph.names.iri("article", slug), "url", SCHEMA) or ""


def anchor_triples(
    subject: str,
    iri: str,
    phrase: ox.Literal,
    place: Anchor,
    article: Article,
    url: str,
    names: Names,
) -> Iterator[ox.Triple]:
    """The anchor `iri` of a resource: its phrase and code points, and the hashes around it."""
    node, quoted, position = (ox.NamedNode(iri + part) for part in ("", "-quote", "-position"))

    def fact(s: ox.NamedNode, predicate: str, value: ox.NamedNode | ox.Literal) -> ox.Triple:
        return ox.Triple(s, ox.NamedNode(predicate), value)

    def offset(value: int) -> ox.Literal:
        return ox.Literal(str(value), datatype=ox.NamedNode(XSD + "nonNegativeInteger"))

    number = ox.Literal(str(place.paragraph), datatype=ox.NamedNode(XSD + "integer"))
    yield fact(ox.NamedNode(subject), ONR + "anchoredAt", node)
    yield ox.Triple(node, _TYPE, ox.NamedNode(OA + "SpecificResource"))
    yield fact(node, OA + "hasSource", ox.NamedNode(names.iri("article", article.slug)))
    yield fact(node, OA + "hasSelector", quoted)
    yield fact(node, OA + "hasSelector", position)
    yield fact(node, ONR + "paragraph", number)
    yield fact(node, ONR + "textHash", ox.Literal(article.text_hash))
    if url:
        yield fact(node, ONR + "textFragment", ox.NamedNode(text_fragment(url, phrase.value)))
    yield ox.Triple(quoted, _TYPE, ox.NamedNode(OA + "TextQuoteSelector"))
    yield fact(quoted, OA + "exact", phrase)
    yield fact(quoted, ONR + "prefixHash", ox.Literal(place.prefix_hash))
    yield fact(quoted, ONR + "suffixHash", ox.Literal(place.suffix_hash))
    yield ox.Triple(position, _TYPE, ox.NamedNode(OA + "TextPositionSelector"))
    yield fact(position, OA + "start", offset(place.begin))
    yield fact(position, OA + "end", offset(place.end))


def text_fragment(url: str, phrase: str) -> str:
    """The address of the phrase in the original; the syntax needs `-`, `,` and `&` escaped."""
    return f"{url}#:~:text={phrase.translate(_ESCAPES)}"


def _anchors(graph: KnowledgeGraph, slug: str) -> dict[str, tuple[str, Anchor]]:
    """Anchor IRI → (anchored resource, the anchor), as `evidence.ttl` has them."""
    facts: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for t in graph.triples(f"article/{slug}"):
        value = getattr(t.object, "value", "")
        facts[getattr(t.subject, "value", "")][t.predicate.value].append(value)
    found = {}
    for subject, own in facts.items():
        for iri in own.get(ONR + "anchoredAt", ()):
            quoted, position = facts[iri + "-quote"], facts[iri + "-position"]
            try:
                place = Anchor(
                    int(position[OA + "start"][0]),
                    int(position[OA + "end"][0]),
                    quoted[OA + "exact"][0],
                    int(facts[iri][ONR + "paragraph"][0]),
                    quoted[ONR + "prefixHash"][0],
                    quoted[ONR + "suffixHash"][0],
                )
            except (IndexError, ValueError) as error:
                file, line = graph.locate(iri)
                raise AnchorError(
                    f"the anchor {graph.names.compact(iri)} is incomplete",
                    file=file,
                    line=line,
                    hint="run 'onrecord anchor' again",
                ) from error
            found[iri] = (subject, place)
    return found


def _literal(graph: KnowledgeGraph, iri: str, name: str, namespace: str = ONR) -> str | None:
    wanted = ox.NamedNode(namespace + name)
    for t in graph.triples(f"article/{iri.rpartition('/')[2]}"):
        if t.predicate == wanted and t.subject == ox.NamedNode(iri):
            return getattr(t.object, "value", None)
    return None
