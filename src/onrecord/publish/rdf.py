"""The graph → RDF files: four for each resource.

A resource's file holds the triples whose subject is the resource or a part of it, so the union of
all files is the dump.
"""

from collections import defaultdict
from typing import Final

from onrecord.errors import IdentityError
from onrecord.graph import KnowledgeGraph
from onrecord.publish.publication import Changed, Publication
from onrecord.rdf import write_triples
from onrecord.rdf.runs import Described, Run

RESOURCE_FORMATS: Final = ("ttl", "nt", "jsonld", "rdf")
_FOREIGN: Final = "ontology/alignments"


def documents(graph: KnowledgeGraph) -> dict[str, Described]:
    """Publication path (no suffix) → what is said of that document, sorted by path.

    What the alignments say of foreign terms stands together in `ontology/alignments`.
    """
    found: dict[str, list[Run]] = defaultdict(list)
    for owner, document in graph.documents.items():
        try:
            path = graph.names.path(owner)
        except IdentityError:
            path = _FOREIGN
        found[path] += document.runs
    return {path: Described(tuple(runs)) for path, runs in sorted(found.items())}


def resource_files(publication: Publication) -> Changed:
    """Turtle, N-Triples, JSON-LD and RDF/XML of every document; those of a document of which the
    same is said as before stay."""
    names, earlier = publication.graph.names, publication.earlier
    found = documents(publication.graph)
    old, now = earlier.old.described, {path: document.key for path, document in found.items()}
    earlier.new.described = now
    earlier.gone |= {f"{path}.{suffix}" for path in old.keys() - now for suffix in RESOURCE_FORMATS}
    for path in sorted(path for path in found if old.get(path) != now[path]):
        for suffix in RESOURCE_FORMATS:
            yield f"{path}.{suffix}", write_triples(found[path].triples, suffix, names)
