"""How a graph differs from the one before, and what queries see of it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Protocol

import pyoxigraph as ox

from onrecord.rdf.runs import Run


@dataclass(frozen=True)
class Last:
    """How a graph differs from that of the last publication: the quads in which its own `graphs`
    do, and what the publication had in graphs that are made `later`. Where the store is on the
    disk, `dump` has all of the publication as N-Quads."""

    differing: tuple[ox.Quad, ...] = ()
    graphs: frozenset[str] = frozenset()
    later: Mapping[str, tuple[Run, ...]] = field(default_factory=dict)
    dump: str = ""


class Seen(Protocol):
    """Some of the facts of a graph, as queries see them."""

    def sees(self, fact: ox.Quad, store: ox.Store) -> bool:
        """Whether a fact is one of them; the store has those of now."""

    def facts(self, store: ox.Store) -> Iterator[ox.Quad]:
        """Those that are looked up in a store."""

    def lines(self, last: Last, store: ox.Store) -> bytes:
        """Those that are found in the last dump, as N-Quads of its own graphs."""
