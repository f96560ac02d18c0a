"""The last publication and the sources as they are now → the graph, of which only what changed is
read, derived and held in memory as triples: the rest stays as lines of the last dump."""

import os
from collections.abc import Container, Iterator, Mapping
from functools import cache
from pathlib import Path

import pyoxigraph as ox

from onrecord.derive.again import derive_again
from onrecord.digests import Digests
from onrecord.errors import SourceError
from onrecord.graph import (
    DERIVED,
    NANOPUBLICATIONS,
    ONTOLOGY,
    PROJECTION,
    SHAPES_GRAPH,
    KnowledgeGraph,
    from_sources,
    source_files,
)
from onrecord.names import Names
from onrecord.publish.dumps import DUMP
from onrecord.publish.earlier import Earlier, Files
from onrecord.publish.sheets import starts_of
from onrecord.publish.stored import opening
from onrecord.rdf.difference import Last
from onrecord.rdf.read import Unread, read
from onrecord.rdf.runs import Run
from onrecord.workspace import Workspace

_KEY = 16
_LINES = f"{DUMP}.nq"


def resume(workspace: Workspace, earlier: Earlier) -> KnowledgeGraph | None:
    """The graph with what is derived of it; None where nothing is known of the one before, or too
    much is different."""
    names = workspace.config.names
    paths = source_files(workspace)
    files = files_of(workspace, paths, earlier.digests or Digests(workspace))
    earlier.new.files = files
    proposed = names.graph("extracted") + "/"
    if earlier.indexed(_LINES) is None or any(g.startswith(proposed) for g in files):
        return None
    differing = {g for g in files if files[g] != earlier.old.files.get(g)}
    if {names.graph(ONTOLOGY), names.graph(SHAPES_GRAPH)} & differing:
        return None
    with opening(workspace, earlier.identity) as opened:
        sources = {
            graph: tuple(
                read(path, name) if graph in differing else Unread(path, name, digest)
                for path, (name, digest) in zip(found, files[graph], strict=True)
            )
            for graph, found in paths.items()
        }
        # A graph without any triple is in no dump.
        runs = {**dict.fromkeys(files, ()), **dict(_runs(names, earlier, set(files)))}
        fresh = from_sources(names, {g: sources[g] for g in differing}, earlier.results)
        dump, kept = str(earlier.folder / _LINES), opened()
    last = None if kept is None else Last(dump=dump, later=dict(_runs(names, earlier, None)))
    store = _loaded(dump, runs) if kept is None else kept
    try:
        return derive_again(runs, store, sources, fresh, last)
    except SourceError:
        return None  # said again, and in full, where all is derived


def _loaded(dump: str, graphs: Container[str]) -> ox.Store:
    """What the last publication had in some graphs."""
    store = ox.Store()
    store.bulk_load(path=dump, format=ox.RdfFormat.N_QUADS)
    for name in list(store.named_graphs()):
        if str(name)[1:-1] not in graphs:
            store.remove_graph(name)
    return store


def files_of(workspace: Workspace, sources: Mapping[str, list[Path]], digests: Digests) -> Files:
    """Name and SHA-256 of every source, by the IRI of its graph."""
    home = str(workspace.root)

    @cache
    def plain(folder: str) -> bool:
        """Whether no link leads to the folder, which lies inside."""
        if folder == home:
            return os.path.realpath(folder) == folder
        outer = folder.rpartition("/")[0]
        return folder.startswith(home) and plain(outer) and not os.path.islink(folder)  # noqa: PTH114

    def name(path: str) -> str:
        if path in digests.plain:
            return digests.plain[path]
        if plain(path.rpartition("/")[0]) and not os.path.islink(path):  # noqa: PTH114
            return path[len(home) + 1 :]
        return workspace.relative(workspace.inside(Path(path)))

    return {
        graph: [(name(path), digests.once(path)) for path in map(str, paths)]
        for graph, paths in sources.items()
    }


def _runs(
    names: Names, earlier: Earlier, asserted: set[str] | None
) -> Iterator[tuple[str, tuple[Run, ...]]]:
    """The graphs of the last dump that are made of sources, by their runs; or (`None`) those that
    are made later."""
    index = earlier.indexed(_LINES)
    assert index is not None
    _, base, _, gaps, lengths, _, sizes = index
    before, long, many = (memoryview(numbers).cast("I") for numbers in (gaps, lengths, sizes))
    starts = starts_of(before, long)
    lines = earlier.bytes_of(_LINES)[base:]
    made = {names.graph(name) for name in (DERIVED, PROJECTION, NANOPUBLICATIONS)}
    sourced = made | (asserted or set()) | earlier.old.files.keys()
    at = 0
    for iri, owners, keys in earlier.old.runs:
        rows = slice(at, at + len(owners))
        at = rows.stop
        if (iri in sourced) == (asserted is None):
            continue
        own = (keys[start : start + _KEY] for start in range(0, len(keys), _KEY))
        places = zip(starts[rows], long[rows], strict=True)
        texts = (lines[start : start + length] for start, length in places)
        yield iri, tuple(map(Run, owners, own, many[rows], texts))
