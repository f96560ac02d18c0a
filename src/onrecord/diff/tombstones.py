"""`kg/tombstones.ttl` in a graph → `Tombstone`s: what was withdrawn, when, why, and what instead.

A tombstone is an `as:Tombstone` (Activity Streams 2.0) with `prov:invalidatedAtTime`, a reason as
`rdfs:comment` in each language, `as:formerType` and, where there is one, `dcterms:isReplacedBy`.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

import pyoxigraph as ox

from onrecord.diff.snapshot import Snapshot
from onrecord.graph import TOMBSTONES
from onrecord.names import DCTERMS, PROV, RDFS, document

AS: Final = "https://www.w3.org/ns/activitystreams#"

__all__ = ["AS", "TOMBSTONES", "Tombstone", "is_tombstone", "read_tombstones", "tombstone"]


@dataclass(frozen=True, slots=True)
class Tombstone:
    """A withdrawn resource; texts are by language, `date` is `YYYY-MM-DD` or empty."""

    iri: str
    date: str
    label: dict[str, str]
    reason: dict[str, str]
    replaced_by: tuple[str, ...] = ()
    former_type: str = ""


def read_tombstones(graph: str, triples: Iterable[ox.Triple]) -> tuple[Tombstone, ...]:
    """The tombstones in the triples of the graph with that IRI, by IRI."""
    snapshot = Snapshot.of({graph: triples}, graph)
    return tuple(tombstone(snapshot, it) for it in snapshot.facts if is_tombstone(snapshot, it))


def is_tombstone(snapshot: Snapshot, it: str) -> bool:
    """Whether a resource is marked as withdrawn."""
    return AS + "Tombstone" in snapshot.classes(it)


def tombstone(snapshot: Snapshot, it: str) -> Tombstone:
    """The tombstone of a withdrawn resource."""
    when = [v.value for v in snapshot.values(it, PROV + "invalidatedAtTime")]
    kinds = [v.value for v in snapshot.values(it, AS + "formerType")]
    return Tombstone(
        iri=document(it),
        date=min(when, default="")[:10],
        label=snapshot.label(it),
        reason=snapshot.texts(it, RDFS + "comment"),
        replaced_by=tuple(v.value for v in snapshot.values(it, DCTERMS + "isReplacedBy")),
        former_type=min(kinds, default=""),
    )
