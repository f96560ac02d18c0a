"""Whether the catalogue of a graph is that of the last publication, told by what it looks at: sizes
and counts, classes, links, what articles cite, and the names of topics and companies."""

from collections.abc import Iterable
from typing import Final

import pyoxigraph as ox

from onrecord.graph import KnowledgeGraph
from onrecord.names import ONR, RDF, RDFS
from onrecord.publish.catalog.counts import LINKS, Census
from onrecord.publish.catalog.dcat import CATALOG
from onrecord.publish.history import Past
from onrecord.results import Results

_NAME: Final = "catalogue"
_TYPE: Final = ox.NamedNode(RDF + "type")
_SEEN: Final = frozenset({*LINKS, RDF + "type", ONR + "cites"})
_NAMED: Final = tuple(ox.NamedNode(ONR + name) for name in ("Topic", "Company"))
_TABLES: Final = ("topic", "links", "typed")


def is_unchanged(graph: KnowledgeGraph, history: Iterable[Past], results: Results) -> bool:
    """Whether it is; `graph` is everything else that is published. What was found out for the
    catalogue is handed on then."""
    census = Census.of(graph, results)
    there = [iri for iri in graph.data_graphs if iri in graph.graphs]
    totals = census.subjects, dict(census.classes), dict(census.properties)
    now = repr([(past.version, past.date) for past in history]), there, dict(census.sizes), totals
    before = results.before(_NAME, b"")
    results.put(_NAME, b"", now)
    own = graph.names.graph(CATALOG)
    if before != now or graph.last is None or own not in graph.last.later:
        return False
    if any(_is_seen(quad, graph) for quad in graph.differing_but(own)):
        return False
    keys = [found.key for found in graph.documents.values()]
    keys += [run.key for runs in graph.runs.values() for run in runs]
    for table in _TABLES:
        results.carry(table, keys)
    return True


def _is_seen(quad: ox.Quad, graph: KnowledgeGraph) -> bool:
    """Whether a fact has a part in the catalogue."""
    if quad.predicate.value != RDFS + "label":
        return quad.predicate.value in _SEEN
    return any(any(graph.store.quads_for_pattern(quad.subject, _TYPE, of)) for of in _NAMED)
