"""What was withdrawn → `data/tombstones.json`, and the paths that hosts answer with 410."""

import json

from onrecord.diff import TOMBSTONES, Tombstone, read_tombstones
from onrecord.graph import KnowledgeGraph
from onrecord.publish.publication import Files, Publication

TOMBSTONE_FILE = "data/tombstones.json"


def tombstones(graph: KnowledgeGraph) -> tuple[Tombstone, ...]:
    """Everything that was withdrawn, by IRI."""
    return read_tombstones(graph.names.graph(TOMBSTONES), graph.triples(TOMBSTONES))


def gone(graph: KnowledgeGraph) -> tuple[str, ...]:
    """Publication paths (no suffix) of what was withdrawn, as the rules for hosts take them."""
    return tuple(sorted(graph.names.path(grave.iri) for grave in tombstones(graph)))


def tombstone_files(publication: Publication) -> Files:
    """The list for programs: path, IRI, date, reason and successors of each."""
    names = publication.graph.names
    rows = [
        {
            "path": names.path(grave.iri),
            "iri": grave.iri,
            "withdrawn": grave.date,
            "label": grave.label,
            "reason": grave.reason,
            "replacedBy": list(grave.replaced_by),
            "formerType": grave.former_type,
        }
        for grave in tombstones(publication.graph)
    ]
    data = json.dumps({"tombstones": rows}, ensure_ascii=False, indent=1) + "\n"
    yield TOMBSTONE_FILE, data.encode()
