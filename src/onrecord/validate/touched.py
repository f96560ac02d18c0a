"""A graph of which the differences to the last one are known → its portions, of which only those
that a difference touches are put together; the others are known by the keys that they had."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

import pyoxigraph as ox

from onrecord.graph import ENTITIES, ONTOLOGY, SHAPES_GRAPH, TOMBSTONES, KnowledgeGraph
from onrecord.validate.portions import ARTICLE, TERMS, TYPE, Portion, iri_of, portion_of
from onrecord.validate.sight import seen_from_afar

NAME: Final = "portions"


def portions_again(graph: KnowledgeGraph) -> list[Portion] | None:
    """As `portions`; None where nothing is known of the last graph, or where entities or the
    ontology are touched, which are seen from everywhere."""
    old = graph.results.old.get(NAME)
    if graph.differing is None or not old:
        return None
    around = _Around(graph, graph.differing)
    touched = around.touched()
    if touched is None or touched & {"", TERMS}:
        return None
    kept = {
        name.decode(): Portion(name.decode(), frozenset(), (), key) for name, key in old.items()
    }
    for name in touched:
        kept.pop(name, None)
        made = around.portion(name)
        if made.own:
            anew = made.own & around.anew
            kept[name] = replace(made, anew=anew, before=old.get(name.encode(), ""))
    return [kept[name] for name in sorted(kept)]


class _Around:
    """Who owns a node, and what a portion sees; `anew` are, once it is known what is `touched`, the
    nodes from which something looks different."""

    def __init__(self, graph: KnowledgeGraph, differing: tuple[ox.Quad, ...]) -> None:
        self._graph, self._store, self._differing = graph, graph.store, differing
        names = {graph.names.graph(n) for n in (ENTITIES, TOMBSTONES)}
        graphs = {iri_of(q.graph_name) for q in differing}
        self._data = {*graph.data_graphs, *names, *filter(self._slug, graphs)}
        self._ontology = graph.names.graph(ONTOLOGY)
        self._shapes = graph.names.graph(SHAPES_GRAPH)
        self._seen = seen_from_afar(graph.triples(SHAPES_GRAPH))
        self._known: dict[str, dict[str, str]] = {}
        self._before: dict[str, set[str]] = defaultdict(set)
        self.anew: set[str] = set()
        for quad in filter(self._describes, differing):
            self._before[iri_of(quad.subject)].add(self._owner_in(iri_of(quad.graph_name)))

    def touched(self) -> set[str] | None:
        """The names of the portions that have or see a fact that differs, now or before."""
        if any(isinstance(t, ox.BlankNode) for q in self._differing for t in (q.subject, q.object)):
            return None
        found: set[str] = set()
        for quad in self._differing:
            found |= self._owning(quad)
            found |= self._owners(iri_of(quad.object)) - {"", TERMS}
            subject = iri_of(quad.subject)
            self.anew |= {subject, iri_of(quad.object)} - {""}
            owners = self._owners(subject)
            fact = self._is_seen(quad)
            if quad.predicate.value in self._seen:
                naming = [*self._store.quads_for_pattern(None, None, quad.subject)]
                naming += [q for q in self._differing if q.object == quad.subject]
                # In its own portion a node shows all that is said of it, what is derived too.
                self.anew |= {iri_of(q.subject) for q in naming}
                found |= {owner for q in naming if fact for owner in self._owning(q)}
            if self._is_fact(quad) and len(owners) > 1 and "" in owners:
                return None
        return found

    def _is_fact(self, quad: ox.Quad) -> bool:
        return iri_of(quad.graph_name) in self._data or quad.predicate == TYPE

    def _is_seen(self, quad: ox.Quad) -> bool:
        """Whether it is a fact that shapes look at from nodes that name its subject."""
        return quad.predicate.value in self._seen and self._is_fact(quad)

    def _owning(self, quad: ox.Quad) -> set[str]:
        """The portions that may have a fact as their own; what is derived of an entity from an
        article is nobody's."""
        if iri_of(quad.graph_name) == self._shapes:
            return set()
        owners = self._owners(iri_of(quad.subject))
        others = self._owners(iri_of(quad.object))
        inverse = others and not others & {"", TERMS} and not self._is_fact(quad)
        return owners - {""} if inverse else owners

    def _owners(self, it: str) -> set[str]:
        """The portions that may own a node: those of all graphs that describe it, now or before;
        of what is only derived, those that may own its document."""
        found = {*self._describing(it).values(), *self._before.get(it, ())}
        if found or not it:
            return found
        document = it.partition("#")[0]
        return self._owners(document) if document != it else {""}

    def _owner(self, it: str) -> str:
        """The portion that owns a node."""
        found = self._describing(it)
        if found:
            first = min(found, key=lambda g: (g != self._ontology, self._slug(g), g))
            return found[first]
        document = it.partition("#")[0]
        return self._owner(document) if document != it else ""

    def _describing(self, it: str) -> dict[str, str]:
        """The graphs of the sources that say something of a node, with their portions."""
        if it not in self._known:
            quads = self._store.quads_for_pattern(ox.NamedNode(it), None, None) if it else ()
            graphs = {iri_of(q.graph_name) for q in quads if self._describes(q)}
            self._known[it] = {g: self._owner_in(g) for g in graphs}
        return self._known[it]

    def _describes(self, quad: ox.Quad) -> bool:
        graph = iri_of(quad.graph_name)
        return graph in self._data or graph == self._ontology

    def _owner_in(self, graph: str) -> str:
        return TERMS if graph == self._ontology else self._slug(graph)

    def _slug(self, graph: str) -> str:
        kind, _, slug = graph.removeprefix(self._graph.names.base + "graph/").partition("/")
        return slug if kind in ARTICLE else ""

    def portion(self, name: str) -> Portion:
        """The portion of an article; without nodes of its own where there is none any more."""
        runs = self._graph.runs
        documents = {r.owner for g, rs in runs.items() if self._slug(g) == name for r in rs}
        own = [
            t
            for g, rs in runs.items()
            for run in (rs if g != self._shapes else ())
            if run.owner in documents
            for t in run.triples
            if self._owner(iri_of(t.subject)) == name
        ]
        nodes = {iri_of(t.subject) for t in own}
        pointing = [q.triple for node in nodes for q in self._elsewhere(node, name)]
        named = {iri_of(t.object) for t in own} - nodes - {""}
        facts = {node: [q.triple for q in self._facts(node)] for node in named}
        return portion_of(name, own, facts, pointing)

    def _elsewhere(self, node: str, name: str) -> Iterator[ox.Quad]:
        """What names a node in other portions."""
        for quad in self._store.quads_for_pattern(None, None, ox.NamedNode(node)):
            shapes = iri_of(quad.graph_name) == self._shapes
            if not shapes and self._owner(iri_of(quad.subject)) != name:
                yield quad

    def _facts(self, node: str) -> Iterator[ox.Quad]:
        for quad in self._store.quads_for_pattern(ox.NamedNode(node), None, None):
            if self._is_seen(quad) and iri_of(quad.graph_name) != self._shapes:
                yield quad
