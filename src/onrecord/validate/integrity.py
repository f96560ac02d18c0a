"""Rules that hold between files: known terms, one definition per IRI, no dangling reference.

SHACL sees one merged graph and so cannot say which of two files is at fault; these rules can.
"""

import difflib
import string
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import Final

import pyoxigraph as ox

from onrecord.errors import IdentityError
from onrecord.graph import ONTOLOGY, KnowledgeGraph
from onrecord.names import ONR, RDF, SCHEME, SHAPES, check_iri, document
from onrecord.rdf import Source
from onrecord.rdf.read import Told, Unread, told
from onrecord.rdf.runs import typed_in
from onrecord.report import Finding
from onrecord.validate.findings import finding

_TYPE: Final = ox.NamedNode(RDF + "type")
_DANGLING: Final = "dangling-reference"
_PREDICATE: Final = f"{ONR}predicate"
_ALIKE: Final = 0.7
"""The share of two names that must be the same for one to be meant by the other."""
_MENTIONABLE: Final = (ONR.rstrip("#"), SHAPES.rstrip("#"))


def integrity(graph: KnowledgeGraph) -> Iterator[Finding]:
    """What is wrong between the sources of the data graphs, and with the ontology.

    Of a graph that was resumed, which was sound, only what is new can be wrong.
    """
    sources = [s for g in graph.data_graphs for s in graph.sources[g]]
    fresh = _fresh(graph, sources)
    if fresh is not None:
        yield from _dangling_in(fresh, graph, _described(graph, fresh))
        yield from _duplicates(graph, sources, {it for s in fresh for it in _told(graph, s).typed})
        return
    yield from _dangling_in(sources, graph, _classed(graph))
    for source in graph.sources.get(graph.names.graph(ONTOLOGY), ()):
        yield from _unpublishable(source)
    yield from _duplicates(graph, sources, graph.defined_in)


def _told(graph: KnowledgeGraph, source: Source) -> Told:
    return told(source, graph.results)


def _fresh(graph: KnowledgeGraph, sources: list[Source]) -> list[Source] | None:
    """The sources that are not as they were in the last publication; None where nothing is known
    of that, or something has lost its class."""
    if graph.differing is None:
        return None
    classed = {q.subject for q in graph.differing if q.predicate == _TYPE}
    if not all(any(graph.store.quads_for_pattern(it, _TYPE, None)) for it in classed):
        return None
    return [s for s in sources if not isinstance(s, Unread)]


def _described(graph: KnowledgeGraph, sources: Iterable[Source]) -> set[str]:
    """Those of the IRIs which the sources name that have a class."""
    named = {it for s in sources for it in _told(graph, s).named if graph.names.owns(it)}
    quads = graph.store.quads_for_pattern
    return {it for it in named if any(quads(ox.NamedNode(it), _TYPE, None))}


def _dangling_in(
    sources: Iterable[Source], graph: KnowledgeGraph, known: set[str]
) -> Iterator[Finding]:
    resources: _Near | None = None
    for source in sources:
        named = _told(graph, source).named
        if any(graph.names.owns(iri) and iri not in known for iri in named):
            resources = resources or _Near(_classed(graph))
            yield from _dangling(source, graph, known, resources)


def _classed(graph: KnowledgeGraph) -> set[str]:
    """Everything that has a class."""
    runs = chain.from_iterable(graph.runs.values())
    return {it for it, _ in typed_in(runs, graph.results)}


def terms_of(graph: KnowledgeGraph) -> Callable[[Source], Iterator[Finding]]:
    """What is wrong with the terms of one source: unknown ones, and what cannot be published."""
    vocabulary = {
        t.subject.value for t in graph.triples(ONTOLOGY) if isinstance(t.subject, ox.NamedNode)
    }
    near = _Near(vocabulary)

    def findings(source: Source) -> Iterator[Finding]:
        yield from _unknown_terms(source, graph, vocabulary, near)
        yield from _malformed(source, graph)
        yield from _unpublishable(source)

    return findings


class _Near:
    """What was probably meant; asked of the first few only, because looking costs much."""

    def __init__(self, candidates: Iterable[str]) -> None:
        self._places: dict[str, list[str]] = {}
        for iri in sorted(candidates):
            place, name = _parts(iri)
            self._places.setdefault(place, []).append(name)
        self._left = 12
        self._found: dict[str, str] = {}

    def of(self, iri: str) -> str:
        """The nearest candidate; empty where none is near or too many were asked for."""
        if iri not in self._found and self._left:
            self._left -= 1
            self._found[iri] = self._look(*_parts(iri))
        return self._found.get(iri, "")

    def _look(self, place: str, name: str) -> str:
        """A name like it in the same place, else the same name in a place like it."""
        near = difflib.get_close_matches(name, self._places.get(place, ()), n=1, cutoff=_ALIKE)
        if near:
            return place + near[0]
        others = [other for other, names in self._places.items() if name in names]
        places = difflib.get_close_matches(place, others, n=1, cutoff=_ALIKE)
        return places[0] + name if places else ""


def _parts(iri: str) -> tuple[str, str]:
    """An IRI up to its last part, and that part."""
    end = max(iri.rfind("/"), iri.rfind("#")) + 1
    return iri[:end], iri[end:]


def _unknown_terms(
    source: Source, graph: KnowledgeGraph, vocabulary: set[str], terms: _Near
) -> Iterator[Finding]:
    for triple in source.triples:
        for term in (triple.predicate, triple.object):
            iri = getattr(term, "value", "") if isinstance(term, ox.NamedNode) else ""
            if not iri.startswith((ONR, SCHEME)) or iri in vocabulary:
                continue
            near = terms.of(iri)
            shown = graph.names.compact(iri)
            english = f"the ontology has no term {shown}"
            german = f"die Ontologie kennt den Begriff {shown} nicht"
            if near:
                other = graph.names.compact(near)
                english += f"; did you mean {other}?"
                german += f"; gemeint ist vielleicht {other}"
            yield finding(source, triple, "unknown-term", (english, german), value=iri)


def _dangling(
    source: Source, graph: KnowledgeGraph, known: set[str], resources: _Near
) -> Iterator[Finding]:
    """References to IRIs under the base that no file describes."""
    for triple in source.triples:
        iri = triple.object.value if isinstance(triple.object, ox.NamedNode) else ""
        if not graph.names.owns(iri) or iri in known:
            continue
        near = resources.of(iri)
        shown = graph.names.compact(iri)
        english, german = f"nothing describes {shown}", f"{shown} ist nirgends beschrieben"
        page = document(iri)
        if page != iri and page in known and document(near) != page:
            english += "; in Turtle a # begins a comment: write \\# where its node is described"
            german += "; in Turtle beginnt # eine Bemerkung: wo sein Knoten steht, \\# schreiben"
        elif near:
            english += f"; did you mean {graph.names.compact(near)}?"
            german += f"; gemeint ist vielleicht {graph.names.compact(near)}"
        yield finding(source, triple, _DANGLING, (english, german), value=iri)


def apart_from_dangling(found: Iterable[Finding], told: Iterable[Finding]) -> list[Finding]:
    """What shapes `found`, without what they ask of a value that is `told` to be described nowhere:
    it has no class and no name. Of a predicate they also tell where those stand that there are."""
    lost = (f for f in told if f.rule == _DANGLING and f.path != _PREDICATE)
    dangling = {(f.focus, f.path, f.value) for f in lost}
    return [f for f in found if (f.focus, f.path, f.value) not in dangling]


def _malformed(source: Source, graph: KnowledgeGraph) -> Iterator[Finding]:
    """IRIs that cannot be published: hidden characters, or no path on a file system. Each page is
    told once, where it stands first."""
    seen = set[str]()
    for triple in source.triples:
        for term in (triple.subject, triple.object):
            if not isinstance(term, ox.NamedNode) or document(term.value) in seen:
                continue
            texts = _fault(term.value, graph)
            if texts:
                seen.add(document(term.value))
                yield finding(source, triple, "malformed-iri", texts, value=term.value)


def _fault(iri: str, graph: KnowledgeGraph) -> tuple[str, str] | None:
    try:
        check_iri(iri)
    except IdentityError as error:
        german = f"{iri[:200]!r} ist keine IRI, oder ein Zeichen darin darf dort nicht stehen"
        return f"{error.message}: {error.hint}", german
    try:
        if graph.names.owns(iri):
            graph.names.path(iri)
    except IdentityError as error:
        return (
            f"{error.message}: {error.hint}; write ä as ae, ß as ss",
            f"{iri[:200]!r} kann keine Datei benennen: jeder Teil des Pfades besteht aus "
            "Kleinbuchstaben von a bis z, Ziffern und einzelnen Bindestrichen; ä als ae, ß als ss",
        )
    return None


def _unpublishable(source: Source) -> Iterator[Finding]:
    """Blank nodes, which have no address, and properties and classes that RDF/XML cannot name."""
    for triple in source.triples:
        if isinstance(triple.subject, ox.BlankNode) or isinstance(triple.object, ox.BlankNode):
            texts = (
                "a node without an IRI has no address: give it one",
                "ein Knoten ohne IRI hat keine Adresse: ihm eine geben",
            )
            yield finding(source, triple, "blank-node", texts)
        terms = (
            [triple.predicate, triple.object] if triple.predicate == _TYPE else [triple.predicate]
        )
        for term in terms:
            if isinstance(term, ox.NamedNode) and not _ends_in_a_name(term.value):
                texts = (
                    f"RDF/XML cannot name <{term.value}>: it must end in a name",
                    f"RDF/XML kann <{term.value}> nicht benennen: am Ende muss ein Name stehen",
                )
                yield finding(source, triple, "unnameable-term", texts, value=term.value)


def _ends_in_a_name(iri: str) -> bool:
    """Whether the IRI can be split into a namespace and a name of XML, as far as ASCII goes."""
    tail = iri[len(iri.rstrip(_NAME_CHARACTERS)) :]
    return len(tail) < len(iri) and any(c.isalpha() or c == "_" for c in tail)


_NAME_CHARACTERS: Final = string.ascii_letters + string.digits + "_.-"


def _duplicates(
    graph: KnowledgeGraph, data: list[Source], candidates: Iterable[str]
) -> Iterator[Finding]:
    wanted = {iri for iri in candidates if document(iri) not in _MENTIONABLE}
    defined: dict[str, list[Source]] = defaultdict(list)
    for source in data:
        for iri in wanted.intersection(_told(graph, source).typed):
            defined[iri].append(source)
    for iri, places in sorted(defined.items()):
        if len(places) < 2:
            continue
        first = places[0]
        for other in places[1:]:
            here = f"{first.name}:{first.line_of(iri)}"
            shown = graph.names.compact(iri)
            english = f"{shown} is defined here and in {here}"
            german = f"{shown} ist hier und in {here} definiert"
            triple = ox.Triple(ox.NamedNode(iri), _TYPE, ox.NamedNode(iri))
            yield finding(other, triple, "duplicate-definition", (english, german))
