"""The files that a review writes: what was read, what an act changed, and the way back."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from onrecord.errors import SourceError
from onrecord.review.interrupted import Underway
from onrecord.review.records import Decision
from onrecord.workspace import Workspace

State = dict[Path, bytes | None]


@dataclass(frozen=True, slots=True)
class Act:
    """What was done, and the files and decisions as they were before; `kind` is what the act is
    called, `name` what it made or was about, `key` the proposal."""

    kind: str
    name: str
    key: str
    files: State
    decisions: dict[str, Decision]


class Journal:
    """The bytes of each file as this review last saw them; a path that is no file has none."""

    def __init__(self, workspace: Workspace, slug: str, paths: Iterable[Path]) -> None:
        self._workspace = workspace
        self._underway = Underway(workspace, slug)
        self._paths = tuple(sorted({workspace.inside(p) for p in paths}))
        self.seen = self._now()

    def begin(self, act: str) -> None:
        """An act begins: until the files are noted, it can be taken back as a whole."""
        self._underway.begin(act)

    def write(self, path: Path, data: bytes) -> None:
        """Writes a file of the workspace."""
        self._underway.write(path, data)

    def note(self) -> None:
        """Takes the files as they are now for what this review wrote: the act is whole."""
        self.seen = self._now()
        self._underway.done()

    def guard(self) -> None:
        """Raises `SourceError` where somebody else has changed a file since."""
        for path, data in self._now().items():
            if data != self.seen[path]:
                raise SourceError(
                    "was changed by somebody else during this review",
                    file=self._workspace.relative(path),
                    hint="everything was read again: look, and do it once more",
                )

    def restore(self, files: State, act: str) -> None:
        """Writes the files as they were before an act."""
        self._underway.begin(act)
        for path, data in files.items():
            if _bytes(path) != data:
                self._underway.write(path, data)
        self.note()

    def _now(self) -> State:
        return {path: _bytes(path) for path in self._paths}


def text_of(path: Path) -> str:
    """The text of a file, empty where it is not there."""
    return (_bytes(path) or b"").decode()


def _bytes(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None
