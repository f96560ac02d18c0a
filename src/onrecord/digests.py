"""SHA-256 of source files, of which one that nobody touched is not read again.

A file is known by its state: device, inode, size, and the times of its last change and of the last
change of its state, the second of which no program can set. One that changed a moment ago is read
again the next time, because two changes within one tick of the clock leave the same state.
"""

import hashlib
import os
import time
from collections.abc import Callable
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import Final

from onrecord.errors import OnrecordError
from onrecord.output.sealed import read_sealed, write_sealed
from onrecord.workspace import Workspace

_FILE: Final = "digests.bin"
_TICK: Final = 3_000_000_000
"""Nanoseconds after which a clock has surely gone on, those of network file systems too."""
State = tuple[int, int, int, int, int]
Table = dict[str, tuple[State, bytes]]


class Digests:
    """The digests of a workspace's files, kept from one command to the next; `plain` are names by
    path of files that no link leads to, as far as somebody has looked."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._new: Table = {}
        self.plain: dict[str, str] = {}

    def of(self, path: str) -> bytes:
        """The digest of a file; `OSError` where it cannot be read."""
        state = _state(path)
        known = self._known.get(path)
        if known is None or known[0] != state:
            now = time.time_ns()
            with open(path, "rb") as file:  # noqa: PTH123
                digest = hashlib.file_digest(file, "sha256").digest()
            known = state, digest
            if state[-1] > now - _TICK or state != _state(path):
                return digest
        self._new[path] = known
        return known[1]

    def once(self, path: str) -> bytes:
        """As `of`, of a file that need not be looked at again where somebody asked before."""
        known = self._new.get(path)
        return self.of(path) if known is None else known[1]

    def keep(self) -> None:
        """Writes what is known now; what cannot be written costs time, not correctness."""
        if self._new != self._known:
            with suppress(OnrecordError, OSError):
                write_sealed(self._path, self._new)

    @property
    def _path(self) -> Path:
        return self._workspace.inside(self._workspace.cache / _FILE)

    @cached_property
    def _known(self) -> Table:
        with suppress(OSError, ValueError, OnrecordError):
            table: Table = read_sealed(self._path)
            return table
        return {}


def _state(path: str) -> State:
    found = os.stat(path)  # noqa: PTH116
    return found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns


class Again:
    """What the sources are found to be by looking once more, after they were read: which is done
    once, by who has time for it, perhaps in another process."""

    def __init__(self, look: Callable[[], str] = str) -> None:
        self._look = look
        self.found = ""

    def now(self) -> str:
        """It."""
        if not self.found:
            self.found = self._look()
        return self.found
