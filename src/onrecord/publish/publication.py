"""What is published: one frozen record that every target reads."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Protocol, TypeAlias

from onrecord.diff import ChangeSet
from onrecord.graph import KnowledgeGraph
from onrecord.output import Kept
from onrecord.publish.earlier import Earlier
from onrecord.questions import Question
from onrecord.validate import Report
from onrecord.workspace import Workspace

Files: TypeAlias = Iterator[tuple[str, bytes]]
Changed: TypeAlias = Iterator[tuple[str, bytes | Kept]]
"""Files of which some may stay as the last publication has them."""


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
    `pages` (paths) are empty until these are written, and who asks for the dumps may have to wait
    for them, but path and media type of each are `announced`; it may be known that the pages are
    the same ones as before. From the `earlier` publication files are taken that stay as they are.
    """

    workspace: Workspace
    graph: KnowledgeGraph
    report: Report
    questions: tuple[Question, ...] = ()
    changes: tuple[ChangeSet, ...] = ()
    dumps: Callable[[], tuple[Dump, ...]] = tuple
    announced: tuple[tuple[str, str], ...] = ()
    pages: Callable[[], Iterable[str]] = tuple
    same_pages: bool = False
    earlier: Earlier = field(default_factory=Earlier, compare=False)

    @property
    def forms(self) -> tuple[tuple[str, str], ...]:
        """Path and media type of each dump."""
        return self.announced or tuple((dump.path, dump.media_type) for dump in self.dumps())


class Target(Protocol):
    """One kind of output: publication → (path, bytes); pure, in a fixed order."""

    def __call__(self, publication: Publication) -> Changed:
        """Yields every file of this kind."""
