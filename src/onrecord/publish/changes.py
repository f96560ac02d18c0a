"""A workspace and its graph → what changed: since the release before, and in every one so far."""

import json
from typing import Final

from onrecord.diff import ChangeSet, Snapshot, compare
from onrecord.errors import ParseError
from onrecord.graph import KnowledgeGraph
from onrecord.publish.history import CHANGES, Past, earlier
from onrecord.workspace import Workspace

CHANGES_GRAPH: Final = "changes"


def current_changes(graph: KnowledgeGraph, workspace: Workspace) -> ChangeSet:
    """From the release before to this graph; everything is new where there is none."""
    past = earlier(workspace)
    old = Snapshot.read(past[-1].dump, past[-1].version) if past else None
    config = workspace.config
    new = Snapshot.of(graph.graphs, config.version)
    return compare(old, new, graph.names, config.modified)


def all_changes(graph: KnowledgeGraph, workspace: Workspace) -> tuple[ChangeSet, ...]:
    """The change sets of this version and of every release before it, the newest first."""
    now = current_changes(graph, workspace)
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
