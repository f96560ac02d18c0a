"""Statements → nanopublication-style named graphs: assertion, provenance, publication info.

The assertion says that somebody stated something, never the content itself, so a reader who
ignores graph names still finds no contested fact as a plain triple.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

import pyoxigraph as ox

from onrecord.graph import KnowledgeGraph
from onrecord.names import NP, ONR, PROV, RDF, SCHEMA

_TYPE: Final = ox.NamedNode(RDF + "type")
_STATEMENT: Final = ox.NamedNode(ONR + "Statement")
_PARTS: Final = {
    "assertion": NP + "hasAssertion",
    "provenance": NP + "hasProvenance",
    "pubinfo": NP + "hasPublicationInfo",
}
_PROVENANCE: Final = frozenset(
    ONR + n for n in "anchoredAt accordingTo recordedIn paragraph anchorPhrase occasion".split()
)
_PUBINFO: Final = frozenset({ONR + "origin", ONR + "note"})


def nanopublications(graph: KnowledgeGraph) -> Iterator[ox.Triple]:
    """The head of the nanopublication of each statement: which graphs it consists of."""
    for iri in sorted(_statements(graph)):
        head = ox.NamedNode(iri + "#nanopublication")
        yield ox.Triple(head, _TYPE, ox.NamedNode(NP + "Nanopublication"))
        for part, predicate in _PARTS.items():
            yield ox.Triple(head, ox.NamedNode(predicate), ox.NamedNode(f"{iri}#{part}"))


def nanopublication_graphs(graph: KnowledgeGraph) -> Mapping[str, list[ox.Triple]]:
    """Every triple about a statement and its parts, by the graph of its nanopublication."""
    found = (nanopublication(o, d.triples) for o, d in graph.documents.items())
    return {name: triples for graphs in found for name, triples in graphs.items()}


def nanopublication(owner: str, triples: Iterable[ox.Triple]) -> Mapping[str, list[ox.Triple]]:
    """All that is said of a document, by the graph of its nanopublication; none where the document
    is no statement."""
    found = list(triples)
    if ox.Triple(ox.NamedNode(owner), _TYPE, _STATEMENT) not in found:
        return {}
    graphs: dict[str, list[ox.Triple]] = defaultdict(list)
    for triple in found:
        graphs[f"{owner}#{_part(triple)}"].append(triple)
    return {name: graphs[name] for name in sorted(graphs)}


def _part(triple: ox.Triple) -> str:
    subject, predicate = triple.subject.value, triple.predicate.value  # type: ignore[union-attr]
    fragment = subject.partition("#")[2]
    if fragment == "nanopublication":
        return "head"
    if fragment.startswith("anchor-") or predicate in _PROVENANCE:
        return "provenance"
    if predicate in _PUBINFO or (predicate.startswith(SCHEMA) and not fragment):
        return "pubinfo"
    if predicate.startswith(PROV) and not fragment:
        return "provenance"
    return "assertion"


def _statements(graph: KnowledgeGraph) -> set[str]:
    return {
        t.subject.value
        for t in graph.triples()
        if t.predicate == _TYPE and t.object == _STATEMENT and isinstance(t.subject, ox.NamedNode)
    }
