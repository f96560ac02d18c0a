"""The state of a published folder, by which it is told whether somebody touched it: found out by
looking at every file, in a process of its own where they are many."""

import marshal
import os
import time
from array import array
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager, suppress
from hashlib import blake2b
from pathlib import Path
from typing import Final, NamedTuple

from onrecord.confine import Limits, beside, complaints
from onrecord.errors import OnrecordError

_MANY: Final = 5_000
"""Files from which on another process looks at them while this one goes on."""
_LATER: Final = 10
_LIMITS: Final = Limits(seconds=600.0, answer=1 << 32)
_File = tuple[str, int, int]
"""Name, size, and time of change in ns."""


Place = tuple[int, int]
"""Of a folder: its inode, and when it was changed, in ns."""


class Seen(NamedTuple):
    """By folder of a publication, a hash over name, size and time of change of its files, and its
    own place; and when that was looked at, in ns."""

    states: dict[str, str]
    places: dict[str, Place]
    time: int


def seen(root: str) -> Seen:
    """Looks at all files below `root`; `OSError` where that cannot be done."""
    states, places, now = dict[str, str](), dict[str, Place](), time.time_ns()
    for folder, rows, itself in _folders(root):
        name = folder[len(root) + 1 :]
        states[name] = _told(rows)
        places[name] = itself.st_ino, itself.st_mtime_ns
    return Seen(states, places, now)


@contextmanager
def seen_beside(root: str, count: int) -> Iterator[Callable[[], Seen]]:
    """`seen`, while the caller goes on; there are about `count` files."""
    if count < _MANY:
        yield lambda: seen(root)
        return

    def look() -> Callable[[], bytes]:
        os.nice(_LATER)  # before anybody asks, others have more to do
        found = marshal.dumps(tuple(seen(root)))
        return lambda: found

    limits = complaints("looking at the published files", "build again")
    with beside(look, _LIMITS, limits) as answer:

        def found() -> Seen:
            with suppress(OnrecordError, OSError):
                return Seen(*marshal.loads(answer()))
            return seen(root)  # nobody waits for a child that ended before its time

        yield found


def states_of(root: str, folders: Collection[str]) -> dict[str, str]:
    """As `Seen.states`, of those of the folders that are there."""
    found = {}
    for folder in folders:
        with suppress(FileNotFoundError, NotADirectoryError):
            found[folder] = _told(_files(f"{root}/{folder}" if folder else root)[0])
    return found


class Ahead:
    """The files of some folders of a publication that is being made, as somebody looked at them
    before all of them were there; whoever makes or removes one says so."""

    def __init__(self, root: str) -> None:
        self._root = root
        self._rows: dict[str, dict[str, _File]] = {}
        self._changed: dict[str, set[str]] = {}

    def look(self, folder: str) -> None:
        """Looks at the files of a folder."""
        self._rows[folder] = {row[0]: row for row in _files(f"{self._root}/{folder}")[0]}

    def note(self, path: str) -> None:
        """A file that is there now, or is not any more, may be another one than was looked at."""
        folder, _, name = path.rpartition("/")
        self._changed.setdefault(folder, set()).add(name)

    def states(self, folders: Collection[str]) -> dict[str, str]:
        """As `states_of`, when all is there."""
        found = states_of(self._root, [folder for folder in folders if folder not in self._rows])
        for folder in folders:
            rows = self._rows.get(folder)
            if rows is None or not os.path.isdir(f"{self._root}/{folder}"):  # noqa: PTH112
                continue
            for name in self._changed.get(folder, ()):
                rows.pop(name, None)
                with suppress(FileNotFoundError):
                    state = os.lstat(f"{self._root}/{folder}/{name}")
                    rows[name] = name, state.st_size, state.st_mtime_ns
            found[folder] = _told([*rows.values()])
        return found


def stats(folder: Path) -> list[tuple[str, int, int]]:
    """(path, size, time of change in ns) of every file below a folder, sorted."""
    found = ((place, row) for place, rows, _ in _folders(str(folder)) for row in rows)
    return sorted((f"{place}/{row[0]}", *row[1:]) for place, row in found)


def _told(rows: list[_File]) -> str:
    """A hash over the names, sizes and times of some files; no name has a zero in it."""
    rows.sort()
    names = "\0".join([row[0] for row in rows]).encode("utf-8", "surrogateescape")
    numbers = array("q", [number for row in rows for number in row[1:]]).tobytes()
    return blake2b(names + b"\0\0" + numbers, digest_size=16).hexdigest()


def _folders(root: str) -> Iterator[tuple[str, list[_File], os.stat_result]]:
    """Every folder from `root` downwards with its files and its own state, in the order of their
    paths."""
    todo = [root]
    while todo:
        folder = todo.pop()
        rows, inner, itself = _files(folder)
        yield folder, rows, itself
        todo += sorted(inner, reverse=True)


def _files(folder: str) -> tuple[list[_File], list[str], os.stat_result]:
    """The files of a folder, the paths of the folders in it, and the state of itself."""
    rows, inner = [], []
    # From inside of the folder a file is found without going all the way again.
    here = os.open(folder, os.O_RDONLY)
    try:
        itself = os.fstat(here)
        with os.scandir(here) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    inner.append(f"{folder}/{entry.name}")
                else:
                    state = entry.stat(follow_symlinks=False)
                    rows.append((entry.name, state.st_size, state.st_mtime_ns))
    finally:
        os.close(here)
    return rows, inner, itself
