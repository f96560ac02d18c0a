"""Files → where each fact comes from: `onr:origin`, and the activity that generated it.

A fact's origin is the kind of file that it stands in, so no curator writes it and none can err;
what a person has decided on, or has written from a proposal, is reviewed.
"""

from collections.abc import Iterator
from typing import Final

import pyoxigraph as ox

from onrecord.graph import ENTITIES, KnowledgeGraph
from onrecord.names import ONR, ORG, PROV, RDF, RDFS, SCHEME
from onrecord.rdf import Term

_TYPE: Final = ox.NamedNode(RDF + "type")
_ORIGIN: Final = ox.NamedNode(ONR + "origin")
_GENERATED: Final = ox.NamedNode(PROV + "wasGeneratedBy")
_LABEL: Final = ox.NamedNode(RDFS + "label")
_FACTS: Final = frozenset(
    {
        *(
            ONR + name
            for name in (
                "Agent Company Person NewsMedium Group Product Topic Place Event Document Article "
                "Report Statement Deal Dispute StatementRelation Participation Identifier "
                "Proposal"
            ).split()
        ),
        ORG + "Membership",
    }
)
_GENERATED_FACTS: Final = frozenset(
    ONR + n for n in ("Statement", "StatementRelation", "Proposal", "ReviewDecision")
)
_REVIEWED: Final = frozenset({ONR + "decides", ONR + "acceptedAs"})
_ACTIVITIES: Final = {
    "curated": ("curation", "Kuratierung von Hand", "Curation by hand"),
    "background": ("background-research", "Hintergrundrecherche", "Background research"),
    "extracted": ("extraction", "Maschinelle Auszeichnung", "Machine extraction"),
    "reviewed": ("review", "Prüfung durch eine Person", "Review by a person"),
}


def origins(graph: KnowledgeGraph) -> Iterator[ox.Triple]:
    """`onr:origin` for each fact; for statements, relations and what a review holds the activity as
    well. A deal is what people talk about, not a record: nobody here has generated it.
    """
    reviewed = {t.object for t in graph.triples() if t.predicate.value in _REVIEWED}
    for iri in graph.data_graphs:
        kind, _, slug = iri.removeprefix(graph.names.base + "graph/").partition("/")
        origin = {"article": "curated", ENTITIES: "curated", "review": "reviewed"}.get(kind, kind)
        activity = None
        if slug:
            activity = ox.NamedNode(f"{graph.names.iri('article', slug)}#{_ACTIVITIES[origin][0]}")
        yield from _of_graph(graph.graphs[iri], origin, activity, reviewed)


def _of_graph(
    triples: tuple[ox.Triple, ...],
    origin: str,
    activity: ox.NamedNode | None,
    reviewed: set[Term],
) -> Iterator[ox.Triple]:
    generated = False
    for triple in triples:
        if triple.predicate != _TYPE or not isinstance(triple.object, ox.NamedNode):
            continue
        if triple.object.value in _FACTS:
            name = "reviewed" if triple.subject in reviewed else origin
            yield ox.Triple(triple.subject, _ORIGIN, ox.NamedNode(f"{SCHEME}origin#{name}"))
        if activity is not None and triple.object.value in _GENERATED_FACTS:
            generated = True
            yield ox.Triple(triple.subject, _GENERATED, activity)
    if generated and activity is not None:
        _, german, english = _ACTIVITIES[origin]
        yield ox.Triple(activity, _TYPE, ox.NamedNode(PROV + "Activity"))
        yield ox.Triple(activity, _LABEL, ox.Literal(german, language="de"))
        yield ox.Triple(activity, _LABEL, ox.Literal(english, language="en"))
