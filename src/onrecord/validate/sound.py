"""Files in which the rules for single files found nothing: they are not read again until they, or
what the rules depend on, change."""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from typing import Final

from onrecord.errors import OnrecordError
from onrecord.graph import ONTOLOGY, KnowledgeGraph
from onrecord.output.sealed import read_sealed, write_sealed
from onrecord.rdf import Source
from onrecord.remembered import checking_code
from onrecord.report import Finding
from onrecord.workspace import Workspace

_FILE: Final = "sound.bin"
_DIGEST: Final = 32
Rule = Callable[[Source], Iterable[Finding]]


def file_findings(
    graph: KnowledgeGraph, workspace: Workspace, rules: Iterable[Rule], *, cached: bool = True
) -> Iterator[Finding]:
    """What the rules find in the sources of the data graphs, one by one.

    A rule may look at the file, the vocabulary and the base of names, at nothing else.
    """
    state = _state(graph)
    known = _recall(workspace, state) if cached else set()
    sound = set[bytes]()
    for iri in graph.data_graphs:
        # Of proposals only those that were decided on are in the graph: the text is not all.
        whole = not iri.startswith(graph.names.graph("extracted") + "/")
        for source in graph.sources[iri]:
            key = source.digest
            found = [] if whole and key in known else [f for r in rules for f in r(source)]
            if whole and not found:
                sound.add(key)
            yield from found
    if sound != known:
        with suppress(OnrecordError, OSError):
            path = workspace.inside(workspace.cache / _FILE)
            write_sealed(path, (state, b"".join(sorted(sound))))


def _state(graph: KnowledgeGraph) -> str:
    digest = hashlib.sha256(f"{graph.names.base}\0".encode() + checking_code())
    for source in graph.sources.get(graph.names.graph(ONTOLOGY), ()):
        digest.update(source.digest)
    return digest.hexdigest()


def _recall(workspace: Workspace, state: str) -> set[bytes]:
    with suppress(OSError, ValueError, TypeError, OnrecordError):
        known, sound = read_sealed(workspace.inside(workspace.cache / _FILE))
        if known == state:
            return {sound[at : at + _DIGEST] for at in range(0, len(sound), _DIGEST)}
    return set()
