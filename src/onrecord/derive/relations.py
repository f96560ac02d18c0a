"""`StatementRelation` nodes → the direct triples between statements."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

import pyoxigraph as ox

from onrecord.names import ONR


def relation_triples(triples: Iterable[ox.Triple]) -> Iterator[ox.Triple]:
    """One triple `from type to` per complete relation node; the type is a term of the ontology."""
    parts: dict[str, dict[str, ox.NamedNode]] = defaultdict(dict)
    wanted = {ONR + "relationFrom", ONR + "relationType", ONR + "relationTo"}
    for triple in triples:
        if triple.predicate.value in wanted and isinstance(triple.object, ox.NamedNode):
            parts[str(triple.subject)][triple.predicate.value] = triple.object
    for _, node in sorted(parts.items()):
        if len(node) == len(wanted) and node[ONR + "relationType"].value.startswith(ONR):
            yield ox.Triple(
                node[ONR + "relationFrom"], node[ONR + "relationType"], node[ONR + "relationTo"]
            )
