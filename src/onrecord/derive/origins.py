"""Files → where each fact comes from: `onr:origin`, and the activity that generated it.

A fact's origin is the kind of file that it stands in, so no curator writes it and none can err.
"""

from collections.abc import Iterator
from typing import Final

import pyoxigraph as ox

from onrecord.graph import ENTITIES, KnowledgeGraph
from onrecord.names import ONR, ORG, PROV, RDF, RDFS, SCHEME

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
                "Report Statement Deal Dispute StatementRelation Participation Identifier"
            ).split()
        ),
        ORG + "Membership",
    }
)
_GENERATED_FACTS: Final = frozenset(ONR + n for n in ("Statement", "StatementRelation", "Deal"))
_ACTIVITIES: Final = {
    "curated": ("curation", "Kuratierung von Hand", "Curation by hand"),
    "background": ("background-research", "Hintergrundrecherche", "Background research"),
    "extracted": ("extraction", "Maschinelle Auszeichnung", "Machine extraction"),
    "reviewed": ("review", "Prüfung durch eine Person", "Review by a person"),
}


def origins(graph: KnowledgeGraph) -> Iterator[ox.Triple]:
    """`onr:origin` for each fact; for statements, relations and deals the activity as well."""
    for iri in graph.data_graphs:
        kind, _, slug = iri.removeprefix(graph.names.base + "graph/").partition("/")
        origin = {"article": "curated", ENTITIES: "curated", "review": "reviewed"}.get(kind, kind)
        activity = None
        if slug:
            activity = ox.NamedNode(f"{graph.names.iri('article', slug)}#{_ACTIVITIES[origin][0]}")
        yield from _of_graph(graph.graphs[iri], origin, activity)


def _of_graph(
    triples: tuple[ox.Triple, ...], origin: str, activity: ox.NamedNode | None
) -> Iterator[ox.Triple]:
    generated = False
    for triple in triples:
        if triple.predicate != _TYPE or not isinstance(triple.object, ox.NamedNode):
            continue
        if triple.object.value in _FACTS:
            yield ox.Triple(triple.subject, _ORIGIN, ox.NamedNode(f"{SCHEME}origin#{origin}"))
        if activity is not None and triple.object.value in _GENERATED_FACTS:
            generated = True
            yield ox.Triple(triple.subject, _GENERATED, activity)
    if generated and activity is not None:
        _, german, english = _ACTIVITIES[origin]
        yield ox.Triple(activity, _TYPE, ox.NamedNode(PROV + "Activity"))
        yield ox.Triple(activity, _LABEL, ox.Literal(german, language="de"))
        yield ox.Triple(activity, _LABEL, ox.Literal(english, language="en"))
