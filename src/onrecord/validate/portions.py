"""The graph → portions that can be checked by themselves: what each article's nodes can see.

The shapes of the package look from a node at its own facts, at some of those of the nodes that it
names (`sight`), and at what names it.
"""

import hashlib
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import pyoxigraph as ox

from onrecord.graph import ONTOLOGY, SHAPES_GRAPH, KnowledgeGraph
from onrecord.names import RDF
from onrecord.validate.sight import seen_from_afar

TERMS: Final = "#ontology"
TYPE: Final = ox.NamedNode(RDF + "type")
ARTICLE: Final = frozenset({"article", "background", "review", "extracted"})


@dataclass(frozen=True, slots=True)
class Portion:
    """Nodes that can be checked by themselves, with all triples that a shape sees from them;
    `key` is a hash of both. One that is known by its key alone has neither nodes nor triples.

    `anew` are those of its nodes from which something looks different than it did when the key was
    `before`; `None` where that is not known.
    """

    name: str
    own: frozenset[str]
    triples: tuple[ox.Triple, ...]
    key: str
    anew: frozenset[str] | None = None
    before: str = ""


def portions(graph: KnowledgeGraph) -> list[Portion]:
    """Every article, all that belongs to none, and the ontology."""
    owners = _owners(graph)
    own: dict[str, list[ox.Triple]] = defaultdict(list)
    facts: dict[str, list[ox.Triple]] = defaultdict(list)
    pointing: dict[str, list[ox.Triple]] = defaultdict(list)
    data = set(graph.data_graphs)
    shapes = graph.names.graph(SHAPES_GRAPH)
    seen = seen_from_afar(graph.triples(SHAPES_GRAPH))
    for name, triples in graph.graphs.items():
        for t in triples if name != shapes else ():
            subject, value = iri_of(t.subject), iri_of(t.object)
            mine, theirs = owners.get(subject, ""), owners.get(value, "") if value else ""
            theirs = theirs if theirs != TERMS else ""
            inverse = theirs and name not in data and t.predicate != TYPE
            # What is derived about an entity from the articles is no fact of its own.
            if mine or not inverse:
                own[mine].append(t)
            if theirs and theirs != mine:
                pointing[theirs].append(t)
            if (name in data or t.predicate == TYPE) and t.predicate.value in seen:
                facts[subject].append(t)
    return [
        portion_of(name, triples, facts, pointing[name]) for name, triples in sorted(own.items())
    ]


def portion_of(
    name: str,
    own: list[ox.Triple],
    facts: Mapping[str, list[ox.Triple]],
    pointing: list[ox.Triple],
) -> Portion:
    """The portion of what its nodes say (`own`), of what names them elsewhere, and of the facts of
    the nodes that they name."""
    nodes = frozenset(iri_of(t.subject) for t in own)
    named = {iri_of(t.object) for t in own} - nodes
    around = (t for node in named for t in facts.get(node, ()))
    triples = tuple(dict.fromkeys([*own, *pointing, *around]))
    digest = hashlib.sha256("\n".join(sorted(map(str, triples))).encode())
    return Portion(name, nodes, triples, digest.hexdigest())


def _owners(graph: KnowledgeGraph) -> dict[str, str]:
    """IRI of a node → the slug of the article that describes it first, or `#ontology`; nodes of
    entities have none."""
    base = graph.names.base + "graph/"
    found: dict[str, str] = {}
    ontology = graph.names.graph(ONTOLOGY)
    names = sorted(graph.data_graphs, key=lambda g: (g.removeprefix(base).partition("/")[2], g))
    for iri in (ontology, *names):
        kind, _, slug = iri.removeprefix(base).partition("/")
        owner = TERMS if iri == ontology else slug if kind in ARTICLE else ""
        for t in graph.graphs[iri]:
            if isinstance(t.subject, ox.NamedNode):
                found.setdefault(t.subject.value, owner)
    # Activities and heads of nanopublications are derived: they belong to their document.
    for name, triples in graph.graphs.items():
        for t in triples if name not in graph.data_graphs else ():
            subject = iri_of(t.subject)
            if subject not in found:
                found[subject] = found.get(subject.partition("#")[0], "")
    return {iri: owner for iri, owner in found.items() if owner}


def iri_of(term: object) -> str:
    """The IRI of a node; empty for a literal."""
    return term.value if isinstance(term, ox.NamedNode | ox.BlankNode) else ""
