"""What is published: one frozen record that every target reads."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol, TypeAlias

from onrecord.diff import ChangeSet
from onrecord.graph import KnowledgeGraph
from onrecord.questions import Question
from onrecord.validate import Report
from onrecord.workspace import Workspace

Files: TypeAlias = Iterator[tuple[str, bytes]]


@dataclass(frozen=True, slots=True)
class Dump:
    """A file with all or a named part of the publication's triples."""

    path: str
    media_type: str
    label: str
    size: int
    triples: int
    sha256: str
    part: str = "all"


@dataclass(frozen=True, slots=True)
class Publication:
    """A checked graph with everything that pages and files are made of.

    `changes` are those of this version and of every release before, the newest first; `dumps` and
    `pages` (paths) are empty until these are written.
    """

    workspace: Workspace
    graph: KnowledgeGraph
    report: Report
    questions: tuple[Question, ...] = ()
    changes: tuple[ChangeSet, ...] = ()
    dumps: tuple[Dump, ...] = ()
    pages: tuple[str, ...] = ()


class Target(Protocol):
    """One kind of output: publication → (path, bytes); pure, in a fixed order."""

    def __call__(self, publication: Publication) -> Files:
        """Yields every file of this kind."""
