"""The publication that is there already, as far as files of the next one may be taken from it.

Nothing is taken from a publication that somebody touched, or that other code, other templates or
other settings made: `incremental` sees to that. Of what is left, a file may stay where what it was
made of is as it was; the memory of that lies beside the reports, bound to the publication by the
hash of its manifest, and a memory that is torn or of another publication is none.
"""

import hashlib
import marshal
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from onrecord.errors import OnrecordError
from onrecord.output import MANIFEST, Kept, Written, published, write_file
from onrecord.views.reads import EVERYTHING, changed
from onrecord.workspace import Workspace

KEPT: Final = Kept()
_FILE: Final = "made.bin"
Made = tuple[bytes, bytes]
"""The digest of what a file was made of, and the cells that were read, eight bytes each."""


@dataclass
class Earlier:
    """The files of the last publication, what they were made of, and what those of this one are.

    Without `files`, which is so at first, everything is made.
    """

    files: Mapping[str, Written] = field(default_factory=dict)
    known: Mapping[str, Made] = field(default_factory=dict)
    cells: Mapping[int, bytes] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._changed: set[int] = {EVERYTHING}
        self._now: Mapping[int, bytes] = {}
        self._made: dict[str, Made] = {}

    @classmethod
    def of(cls, workspace: Workspace, target: Path) -> "Earlier":
        """What may be taken from the publication at `target`, which nobody touched."""
        files = published(target)
        known, cells = _read(workspace, target)
        return cls(files, known, cells)

    def has(self, path: str, data: bytes) -> bool:
        """Whether the last publication has these bytes at a path."""
        there = self.files.get(path)
        return (
            there is not None
            and there.size == len(data)
            and there.sha256 == hashlib.sha256(data).hexdigest()
        )

    def compare(self, cells: Iterable[tuple[int, bytes]]) -> None:
        """Finds out which cells of the library are not what they were."""
        self._now = dict(cells)
        self._changed = changed(self.cells, self._now)

    def stays(self, path: str, recipe: str) -> bool:
        """Whether a file stays as it is: it was made by the same recipe, and no cell that was read
        for it has changed. It is remembered for the next time then."""
        key, reads = self.known.get(path, (b"", b""))
        if (
            path not in self.files
            or key != _digest(recipe)
            or not self._changed.isdisjoint(memoryview(reads).cast("Q"))
        ):
            return False
        self._made[path] = key, reads
        return True

    def note(self, path: str, recipe: str, reads: bytes = b"") -> None:
        """Remembers what a file was made of."""
        self._made[path] = _digest(recipe), reads

    def keep(self, workspace: Workspace, target: Path) -> None:
        """Writes the memory for the publication at `target`; one that cannot be written costs time,
        not correctness."""
        with suppress(OnrecordError, OSError):
            body = marshal.dumps((_identity(target), self._made, dict(self._now)))
            path = workspace.inside(workspace.cache / _FILE)
            write_file(path, hashlib.sha256(body).digest() + body)


def _digest(recipe: str) -> bytes:
    return hashlib.blake2b(recipe.encode("utf-8", "surrogatepass"), digest_size=16).digest()


def _identity(target: Path) -> bytes:
    return hashlib.sha256((target / MANIFEST).read_bytes()).digest()


def _read(workspace: Workspace, target: Path) -> tuple[dict[str, Made], dict[int, bytes]]:
    with suppress(OSError, ValueError, EOFError, TypeError, OnrecordError):
        raw = workspace.inside(workspace.cache / _FILE).read_bytes()
        if hashlib.sha256(raw[32:]).digest() == raw[:32]:
            identity, made, cells = marshal.loads(raw[32:])
            if identity == _identity(target):
                return made, cells
    return {}, {}
