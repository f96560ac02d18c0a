"""Rules that hold between files: known terms, one definition per IRI, no dangling reference.

SHACL sees one merged graph and so cannot say which of two files is at fault; these rules can.
"""

import difflib
from collections.abc import Iterator
from itertools import chain
from typing import Final

import pyoxigraph as ox

from onrecord.errors import IdentityError
from onrecord.graph import ONTOLOGY, KnowledgeGraph
from onrecord.names import ONR, RDF, SCHEME, SHAPES, check_iri, document
from onrecord.rdf import Source
from onrecord.report import Finding
from onrecord.validate.shacl import article_of

_TYPE: Final = ox.NamedNode(RDF + "type")
_MENTIONABLE: Final = (ONR.rstrip("#"), SHAPES.rstrip("#"))


def integrity(graph: KnowledgeGraph) -> Iterator[Finding]:
    """All findings of the rules below, over the sources of the data graphs."""
    sources = [s for g in graph.data_graphs for s in graph.sources[g]]
    vocabulary = {
        t.subject.value for t in graph.triples(ONTOLOGY) if isinstance(t.subject, ox.NamedNode)
    }
    known = {
        t.subject.value
        for t in graph.triples()
        if t.predicate == _TYPE and isinstance(t.subject, ox.NamedNode)
    }
    for source in sources:
        yield from _unknown_terms(source, graph, vocabulary)
        yield from _dangling(source, graph, known)
        yield from _malformed(source, graph)
    yield from _duplicates(graph)


def _finding(
    source: Source, triple: ox.Triple, rule: str, messages: tuple[str, str], value: str | None
) -> Finding:
    subject, predicate = getattr(triple.subject, "value", ""), triple.predicate.value
    english, german = messages
    return Finding(
        severity="violation",
        focus=subject,
        message=english,
        message_de=german,
        rule=rule,
        path=predicate,
        value=value,
        file=source.name,
        line=source.line_of(subject, predicate, value),
        article=article_of(source.name),
    )


def _unknown_terms(
    source: Source, graph: KnowledgeGraph, vocabulary: set[str]
) -> Iterator[Finding]:
    for triple in source.triples:
        for term in (triple.predicate, triple.object):
            iri = getattr(term, "value", "") if isinstance(term, ox.NamedNode) else ""
            if not iri.startswith((ONR, SCHEME)) or iri in vocabulary:
                continue
            near = difflib.get_close_matches(iri, sorted(vocabulary), n=1, cutoff=0.7)
            shown = graph.names.compact(iri)
            english = f"the ontology has no term {shown}"
            german = f"die Ontologie kennt den Begriff {shown} nicht"
            if near:
                other = graph.names.compact(near[0])
                english += f"; did you mean {other}?"
                german += f"; gemeint ist vielleicht {other}"
            yield _finding(source, triple, "unknown-term", (english, german), iri)


def _dangling(source: Source, graph: KnowledgeGraph, known: set[str]) -> Iterator[Finding]:
    """References to IRIs under the base that no file describes."""
    for triple in source.triples:
        iri = triple.object.value if isinstance(triple.object, ox.NamedNode) else ""
        if not graph.names.owns(iri) or iri in known:
            continue
        near = difflib.get_close_matches(iri, sorted(known), n=1, cutoff=0.85)
        shown = graph.names.compact(iri)
        english, german = f"nothing describes {shown}", f"{shown} ist nirgends beschrieben"
        if near:
            english += f"; did you mean {graph.names.compact(near[0])}?"
            german += f"; gemeint ist vielleicht {graph.names.compact(near[0])}"
        yield _finding(source, triple, "dangling-reference", (english, german), iri)


def _malformed(source: Source, graph: KnowledgeGraph) -> Iterator[Finding]:
    """IRIs that cannot be published: hidden characters, or no path on a file system."""
    for triple in source.triples:
        for term in (triple.subject, triple.object):
            if not isinstance(term, ox.NamedNode):
                continue
            try:
                check_iri(term.value)
                if graph.names.owns(term.value):
                    graph.names.path(term.value)
            except IdentityError as error:
                text = (error.message, error.message)
                yield _finding(source, triple, "malformed-iri", text, term.value)


def _duplicates(graph: KnowledgeGraph) -> Iterator[Finding]:
    data = set(chain.from_iterable(graph.sources[g] for g in graph.data_graphs))
    for iri, sources in sorted(graph.defined_in.items()):
        places = [s for s in sources if s in data]
        if len(places) < 2 or document(iri) in _MENTIONABLE:
            continue
        first = places[0]
        for other in places[1:]:
            here = f"{first.name}:{first.line_of(iri)}"
            shown = graph.names.compact(iri)
            english = f"{shown} is defined here and in {here}"
            german = f"{shown} ist hier und in {here} definiert"
            triple = next(
                t for t in other.triples if t.predicate == _TYPE and str(t.subject) == f"<{iri}>"
            )
            yield _finding(other, triple, "duplicate-definition", (english, german), None)
