"""Two states of a graph → what changed between them, statement by statement."""

from onrecord.diff.compare import compare, lost
from onrecord.diff.records import KINDS, Change, ChangeSet
from onrecord.diff.snapshot import Snapshot
from onrecord.diff.tombstones import TOMBSTONES, Tombstone, read_tombstones

__all__ = [
    "KINDS",
    "TOMBSTONES",
    "Change",
    "ChangeSet",
    "Snapshot",
    "Tombstone",
    "compare",
    "lost",
    "read_tombstones",
]
