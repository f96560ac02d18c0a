"""Quads in, a `Dataset` to ask out: named graphs, and their union without doubles as default.

pyoxigraph's own union repeats a triple that stands in two graphs, which makes COUNT wrong;
here the union is a graph of its own.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

from onrecord.errors import ParseError, SystemFailure


@dataclass(frozen=True, slots=True)
class Dataset:
    """A store whose default graph is the union of its named graphs; treat it as frozen."""

    store: ox.Store
    graphs: frozenset[str]

    @classmethod
    def of(cls, quads: Iterable[ox.Quad]) -> "Dataset":
        """Put quads into a store of their own."""
        store = ox.Store()
        named = list(quads)
        store.bulk_extend(named)
        union = ox.DefaultGraph()
        store.bulk_extend(ox.Quad(q.subject, q.predicate, q.object, union) for q in named)
        return cls(store, _names(store))

    @classmethod
    def read(cls, dump: Path) -> "Dataset":
        """Load an N-Quads file."""
        store = ox.Store()
        try:
            store.bulk_load(path=dump, format=ox.RdfFormat.N_QUADS)
            store.bulk_load(input=_without_graphs(store), format=ox.RdfFormat.N_TRIPLES)
        except SyntaxError as error:
            raise ParseError(str(error), file=dump, hint="Build the publication again.") from error
        except OSError as error:
            raise SystemFailure(
                f"The dump cannot be read: {error}", file=dump, hint="Run `onrecord build` first."
            ) from error
        return cls(store, _names(store))

    def __len__(self) -> int:
        return sum(1 for _ in self.store.quads_for_pattern(None, None, None, ox.DefaultGraph()))


def _without_graphs(store: ox.Store) -> bytes:
    return (
        ox.serialize(
            (q.triple for q in store.quads_for_pattern(None, None, None, None)),
            format=ox.RdfFormat.N_TRIPLES,
        )
        or b""
    )


def _names(store: ox.Store) -> frozenset[str]:
    return frozenset(graph.value for graph in store.named_graphs())
