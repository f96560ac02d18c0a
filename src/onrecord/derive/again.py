"""A graph of which some sources changed → what follows now, derived only where it may differ.

What is derived of a document depends on its own facts, on what names it, and on what the nodes
name that join two others (a relation, a participation, an office). So the documents that a changed
fact touches in one of these ways, with all that they depend on, are a small graph of which the
rules give the same as of the whole; `tests/test_derive_again.py` holds one against the other.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import chain
from typing import Final

import pyoxigraph as ox

from onrecord.derive.axioms import Axioms
from onrecord.derive.rules import derive
from onrecord.graph import DERIVED, NANOPUBLICATIONS, ONTOLOGY, PROJECTION, KnowledgeGraph
from onrecord.names import ONR, ORG, RDF, Names, document
from onrecord.rdf import Ordered, Source
from onrecord.rdf.difference import Last
from onrecord.rdf.runs import Run, only, runs_of

_TYPE: Final = RDF + "type"
_PART: Final = ONR + "hasParticipation"
_JOINS: Final = frozenset(
    {
        _PART,
        *(ONR + name for name in ("participant", "relationFrom", "relationTo")),
        *(ORG + name for name in ("member", "organization")),
    }
)
_MADE: Final = (DERIVED, PROJECTION, NANOPUBLICATIONS)
_OF_ARTICLES: Final = ("article", "background", "review", "extracted")
_MOST: Final = 0.2
"""The share of documents above which all is derived anew."""
Runs = Mapping[str, tuple[Run, ...]]
Sources = Mapping[str, tuple[Source, ...]]


def derive_again(
    runs: Runs,
    store: ox.Store,
    sources: Sources,
    fresh: KnowledgeGraph,
    last: Last | None = None,
) -> KnowledgeGraph | None:
    """The graph of `runs`, all of which the store holds, with the graphs of the sources that
    changed as `fresh` has them (one that has no sources any more is to go), and what is derived.

    None where too much changed, or the ontology did. The store is then of no use any more. What is
    known of the `last` publication goes with the graph.
    """
    gone = [g for g in _data(fresh, runs) if g not in sources]
    now = {g: runs_of(Ordered.of(ts)) for g, ts in fresh.graphs.items()} | dict.fromkeys(gone, ())
    machinery = fresh.names.graph(ONTOLOGY)
    if machinery in now:
        return None
    asserted = frozenset(_data(fresh, {**runs, **now}))
    axioms = Axioms.read(t for run in runs[machinery] for t in run.triples)
    if axioms.transitive:
        return None
    change = _Change(fresh.names, asserted, {**runs, **now}, store, axioms)
    lost = [q for g in now for q in only(runs.get(g, ()), now[g], g)]
    came = [q for g in now for q in only(now[g], runs.get(g, ()), g)]
    store.extend(came)
    differing = lost + came
    affected = change.affected(differing)
    if len(affected) > _MOST * len({r.owner for rs in runs.values() for r in rs}):
        return None
    for quad in lost:
        store.remove(quad)
    made = derive(change.around(affected))
    kept = {g: rs for g, rs in {**runs, **now}.items() if rs or g in sources}
    for name in _MADE:
        iri = fresh.names.graph(name)
        before = runs.get(iri, ())
        kept[iri] = _replaced(before, made.graphs[iri], affected)
        less, more = only(before, kept[iri], iri), only(kept[iri], before, iri)
        for quad in less:
            store.remove(quad)
        store.extend(more)
        differing += less + more
    known = replace(last or Last(), differing=(*differing,), graphs=frozenset(kept))
    return KnowledgeGraph.resumed(fresh.names, kept, sources, store, fresh.results, known)


def _data(fresh: KnowledgeGraph, graphs: Iterable[str]) -> Iterator[str]:
    """Those of the graphs that hold what a source says."""
    kinds = (*_OF_ARTICLES, "entities", "tombstones")
    home = fresh.names.base + "graph/"
    return (g for g in graphs if g.removeprefix(home).partition("/")[0] in kinds)


def _replaced(
    runs: Iterable[Run], triples: Iterable[ox.Triple], affected: frozenset[str]
) -> tuple[Run, ...]:
    """The runs with those of the affected documents as they are now."""
    own = (t for t in triples if document(_iri(t.subject)) in affected)
    kept = [run for run in runs if run.owner not in affected]
    return tuple(sorted([*kept, *runs_of(Ordered.of(own))], key=lambda run: run.owner))


def _iri(term: object) -> str:
    return term.value if isinstance(term, ox.NamedNode) else ""


class _Change:
    """Looks around in the asserted graphs, as a store has them."""

    def __init__(
        self, names: Names, asserted: frozenset[str], runs: Runs, store: ox.Store, axioms: Axioms
    ) -> None:
        self._names, self._asserted, self._runs, self._store = names, asserted, runs, store
        self._starting = axioms.starting
        self._ontology = runs[names.graph(ONTOLOGY)]
        self._terms = {run.owner for run in self._ontology}

    def affected(self, differing: list[ox.Quad]) -> frozenset[str]:
        """The documents of which something else may follow; the store has what there was and what
        there is."""
        subjects = {_iri(q.subject) for q in differing}
        nodes = subjects | {_iri(q.object) for q in differing if self._reaches(q)}
        nodes |= {_iri(q.subject) for it in subjects for q in self._to(it)}
        for quad in [q for it in nodes for q in self._of(it) if q.predicate.value in _JOINS]:
            nodes.add(_iri(quad.object))
            if quad.predicate.value == _PART:
                ends = (q for q in self._of(_iri(quad.object)) if q.predicate.value in _JOINS)
                nodes |= {_iri(q.object) for q in ends}
        slugs = {self._slug(_iri(q.graph_name)) for q in differing} - {""}
        articles = {self._names.iri("article", slug) for slug in slugs}
        return frozenset({document(it) for it in nodes} - {""} | articles)

    def _reaches(self, quad: ox.Quad) -> bool:
        """Whether something may follow of the object; of terms hardly ever does."""
        predicate = quad.predicate.value
        term = document(_iri(quad.object)) in self._terms
        return predicate != _TYPE and (not term or predicate in self._starting)

    def _slug(self, graph: str) -> str:
        """The article that a graph belongs to; empty where it belongs to none."""
        kind, _, slug = graph.removeprefix(self._names.base + "graph/").partition("/")
        return slug if kind in _OF_ARTICLES else ""

    def around(self, affected: frozenset[str]) -> KnowledgeGraph:
        """The affected documents, with all that is said of what they name, what names them, and
        the nodes that join them to others."""
        found: dict[str, dict[ox.Triple, None]] = defaultdict(dict)
        nodes: set[str] = set(affected)
        for iri, runs in self._runs.items():
            own = [run for run in runs if run.owner in affected]
            nodes |= {_iri(t.subject) for run in own for t in run.triples}
            slug = self._slug(iri)
            # Who generated facts is told of the article, of all its facts together.
            whole = slug and self._names.iri("article", slug) in affected
            for run in (runs if whole else own) if iri in self._asserted else ():
                found[iri] |= dict.fromkeys(run.triples)
        named = {_iri(t.object) for triples in found.values() for t in triples}
        naming = [q for it in nodes for q in self._to(it)]
        joining = {_iri(q.subject) for q in naming if q.predicate.value in _JOINS}
        joined = (q for it in joining for q in self._to(it) if q.predicate.value == _PART)
        facts = (q for it in named | joining for q in self._of(it))
        for quad in chain(naming, joined, facts):
            found[_iri(quad.graph_name)][quad.triple] = None
        graphs = {iri: tuple(triples) for iri, triples in found.items()}
        sources: dict[str, tuple[Source, ...]] = dict.fromkeys(graphs, ())
        vocabulary = tuple(t for run in self._ontology for t in run.triples)
        ontology = {self._names.graph(ONTOLOGY): vocabulary}
        return KnowledgeGraph(self._names, {**ontology, **graphs}, sources)

    def _of(self, it: str) -> Iterator[ox.Quad]:
        """What the sources say of a node."""
        found = self._store.quads_for_pattern(ox.NamedNode(it), None, None) if it else ()
        return (q for q in found if _iri(q.graph_name) in self._asserted)

    def _to(self, it: str) -> Iterator[ox.Quad]:
        """Where the sources name a node."""
        found = self._store.quads_for_pattern(None, None, ox.NamedNode(it)) if it else ()
        return (q for q in found if _iri(q.graph_name) in self._asserted)
