"""The rules in their order: asserted facts → derived triples.

What somebody says stays the content of a statement: no rule here, nor any axiom of the ontology,
may turn a contestable property into a plain triple (`SourceError`).
"""

from onrecord.derive.axioms import Axioms, closure
from onrecord.derive.facts import Facts
from onrecord.derive.labels import labels
from onrecord.derive.nanopublications import nanopublications
from onrecord.derive.origins import origins
from onrecord.derive.projection import projection
from onrecord.derive.relations import member_triples, party_triples, relation_triples
from onrecord.errors import SourceError
from onrecord.graph import DERIVED, NANOPUBLICATIONS, ONTOLOGY, PROJECTION, KnowledgeGraph
from onrecord.names import ONR


def derive(graph: KnowledgeGraph) -> KnowledgeGraph:
    """The graph with `graph/derived`, `graph/schema-org` and `graph/nanopublications` added."""
    axioms = Axioms.read(graph.triples(ONTOLOGY))
    asserted = {t for iri in graph.data_graphs for t in graph.graphs[iri]}
    direct = (relation_triples, party_triples, member_triples)
    seeds = {*origins(graph), *(t for rule in direct for t in rule(asserted))}
    derived = closure(asserted, seeds, axioms) - asserted
    vocabulary = set(graph.triples(ONTOLOGY))
    facts = Facts(asserted | derived | vocabulary)
    named = set(labels(facts)) - asserted - vocabulary - derived
    facts.add(named)
    derived |= named
    for triple in derived:
        if triple.predicate.value in axioms.contestable:
            name = triple.predicate.value.removeprefix(ONR)
            raise SourceError(
                f"the contestable property onr:{name} would be derived as a plain triple",
                hint="remove the axiom that leads to it from the ontology",
            )
    whole = graph.with_graph(DERIVED, derived)
    whole = whole.with_graph(PROJECTION, projection(facts))
    return whole.with_graph(NANOPUBLICATIONS, nanopublications(whole))
