"""A workspace and its graph → what changed: since the release before, and in every one so far."""

import json
from collections import defaultdict
from typing import Any, Final

from onrecord.diff import Change, ChangeSet, Snapshot, compare
from onrecord.diff.compare import added
from onrecord.diff.snapshot import ASSERTED, kind_of
from onrecord.errors import ParseError
from onrecord.graph import KnowledgeGraph
from onrecord.names import Names
from onrecord.publish.history import CHANGES, Past, earlier
from onrecord.rdf.runs import Run, key_of
from onrecord.results import Results
from onrecord.workspace import Workspace

CHANGES_GRAPH: Final = "changes"


def current_changes(
    graph: KnowledgeGraph, workspace: Workspace, results: Results | None = None
) -> ChangeSet:
    """From the release before to this graph; everything is new where there is none."""
    past, config = earlier(workspace), workspace.config
    if not past:
        changes = _all_new(graph, results or Results())
        return ChangeSet("", config.version, config.modified, changes)
    old = Snapshot.read(past[-1].dump, past[-1].version)
    new = Snapshot.of(graph.graphs, config.version)
    return compare(old, new, graph.names, config.modified)


def _all_new(graph: KnowledgeGraph, results: Results) -> tuple[Change, ...]:
    """Each document as an addition, found out by itself and kept under the key of its facts."""
    found: dict[str, list[tuple[str, Run]]] = defaultdict(list)
    for iri, runs in graph.runs.items():
        if kind_of(iri) in ASSERTED:
            for run in runs:
                found[run.owner].append((iri, run))
    changes = []
    for it, parts in found.items():
        key = key_of(b"".join(run.key for _, run in parts))
        told = results.of("added", key, _added, (it, parts, graph.names))
        if told:
            label, after, concerns, statement = told
            known = tuple(d for d in concerns if d in found)
            changes.append(
                Change("added", it, label, after=after, concerns=known, statement=statement)
            )
    return tuple(sorted(changes, key=lambda c: c.order))


def _added(given: tuple[str, list[tuple[str, Run]], Names]) -> Any:
    it, parts, names = given
    alone = Snapshot.of({iri: run.triples for iri, run in parts}, "")
    change = added(it, alone, names)
    return change and (dict(change.label), change.after, change.concerns, change.statement)


def all_changes(
    graph: KnowledgeGraph, workspace: Workspace, results: Results | None = None
) -> tuple[ChangeSet, ...]:
    """The change sets of this version and of every release before it, the newest first."""
    now = current_changes(graph, workspace, results)
    return (now, *map(read_changes, reversed(earlier(workspace))))


def read_changes(past: Past) -> ChangeSet:
    """The change set that a release was frozen with."""
    path = past.folder / CHANGES
    try:
        return ChangeSet.from_json(json.loads(path.read_bytes()))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ParseError(
            f"is no change set: {error}",
            file=path,
            hint="restore the folder of the release from version control",
        ) from error
