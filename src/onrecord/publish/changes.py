"""A workspace and its graph → what changed: since the release before, and in every one so far."""

import json
from typing import Final

from onrecord.diff import ChangeSet, Snapshot, compare
from onrecord.errors import ParseError
from onrecord.graph import KnowledgeGraph
from onrecord.publish.additions import Additions
from onrecord.publish.history import CHANGES, Past, earlier
from onrecord.results import Results
from onrecord.workspace import Workspace

CHANGES_GRAPH: Final = "changes"


def current_changes(
    graph: KnowledgeGraph, workspace: Workspace, results: Results | None = None
) -> ChangeSet:
    """From the release before to this graph; everything is new where there is none."""
    past, config = earlier(workspace), workspace.config
    if not past:
        changes = Additions(graph, results or Results())
        return ChangeSet("", config.version, config.modified, changes)
    old = Snapshot.read(past[-1].dump, past[-1].version)
    new = Snapshot.of(graph.graphs, config.version)
    return compare(old, new, graph.names, config.modified)


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
