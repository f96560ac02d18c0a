"""The quads of a large publication, kept in a store on the disk, so that after a change the next
build need not load them all.

The store belongs to the publication whose manifest has the hash in the file beside it. From when it
is taken until the next publication is there the file is away, so a store that a build left in the
middle is none.
"""

import shutil
from collections.abc import Callable, Container, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from onrecord.errors import OnrecordError
from onrecord.graph import KnowledgeGraph
from onrecord.output import write_file
from onrecord.workspace import Workspace

MANY: Final = 100_000
"""Quads from which on loading them takes longer than asking a disk."""


@contextmanager
def opening(workspace: Workspace, identity: bytes) -> Iterator[Callable[[], ox.Store | None]]:
    """The store of the publication, which is opened while the caller goes on: that is waiting for
    the disk. What is given takes it; None where there is none, or another process has it."""

    def opened() -> ox.Store | None:
        with suppress(OSError, OnrecordError):
            if _mark(workspace).read_bytes() == identity:
                return ox.Store(str(_folder(workspace)))
        return None

    with ThreadPoolExecutor(1) as beside:
        found = beside.submit(opened)

        def taken() -> ox.Store | None:
            store = found.result()
            with suppress(OSError):
                if store is not None:
                    _mark(workspace).unlink()
                    return store
            return None

        yield taken


def is_kept(graph: KnowledgeGraph) -> bool:
    """Whether the quads are so many that they are kept for the next build."""
    return sum(map(graph.size, graph.graphs)) >= MANY


def keep(
    workspace: Workspace,
    graph: KnowledgeGraph,
    base: Container[str],
    dump: Path,
    identity: bytes,
) -> None:
    """Keeps the quads of a publication in its `base`, the graphs of the sources and of what is
    derived: in the store that the graph was resumed from, else in a new one. A store that cannot be
    written costs time, not correctness."""
    with suppress(OSError, OnrecordError):
        if graph.on_disk:
            settle(graph)
        else:
            _mark(workspace).unlink(missing_ok=True)
            if _is_used(_folder(workspace)):
                return
            shutil.rmtree(_folder(workspace), ignore_errors=True)
            if not is_kept(graph):
                return
            fresh = ox.Store(str(_folder(workspace)))
            fresh.bulk_load(path=str(dump), format=ox.RdfFormat.N_QUADS)
            for name in list(fresh.named_graphs()):
                if str(name)[1:-1] not in base:
                    fresh.remove_graph(name)
        write_file(_mark(workspace), identity)


def settle(graph: KnowledgeGraph) -> None:
    """Sends what changed in the store that a graph was resumed from to the disk."""
    if graph.on_disk:
        graph.store.flush()


def give_back(workspace: Workspace, graph: KnowledgeGraph, identity: bytes) -> None:
    """Brings the store back to the publication that is there, because no other one came of it."""
    if graph.on_disk:
        with suppress(OSError, OnrecordError):
            for quad in set(graph.differing or ()):
                if quad in graph.store:
                    graph.store.remove(quad)
                else:
                    graph.store.add(quad)
            write_file(_mark(workspace), identity)


def _is_used(folder: Path) -> bool:
    """Whether another build is working with the store."""
    try:
        if folder.is_dir():
            ox.Store(str(folder))
    except OSError as error:
        return "lock" in str(error).lower()
    return False


def _folder(workspace: Workspace) -> Path:
    return workspace.inside(workspace.cache / "store")


def _mark(workspace: Workspace) -> Path:
    return workspace.inside(workspace.cache / "store.of")
