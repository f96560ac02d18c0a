"""A folder that becomes a publication: an empty one, or an earlier publication that is brought up
to date, so that only what changed costs anything.

Files are not written into, because other publications may share them by hard links, and somebody
may be reading them: what changes is removed and made anew. A large one that has no other link, and
that nobody has open, is used again, because to free its room takes longer than to fill it. What the
folder held before needs no trust: a file in it counts only where it is the very file (inode) that
the present publication has at that path.
"""

import fcntl
import os
import shutil
import signal
import stat
from collections.abc import Collection, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from io import BufferedWriter
from pathlib import Path
from typing import Final

from onrecord.output.mapped import Piece, put
from onrecord.output.spare import Inodes, Present, Spare, walk
from onrecord.output.state import Ahead, Seen

_AT_ONCE: Final = 4
_MANY: Final = 500
"""Files of a folder that are looked at before the last of them is there."""
_LARGE: Final = 1_000_000
"""Bytes of a file from which on its room is used again."""
_MOST_WAITING: Final = 32_000_000
"""Bytes of files that wait."""
_FEW: Final = 500
"""Files that are sent to the disk one by one; for more, everything is."""


class Tree:
    """Builds the tree at `root`; files that stay are linked from `old`, the present publication."""

    def __init__(
        self, root: Path, old: Path, seen: Seen | None = None, spare: Spare | None = None
    ) -> None:
        """Nobody has touched what was `seen` at `old`, so only some of it is looked through; nor is
        a root that is the `spare` publication as it was left."""
        self._root, self._old = str(root), str(old)
        self._seen = seen
        self._source: Inodes = Present(self._old, seen) if seen else dict(walk(self._old))
        self._left, self._lacking = set[str](), set[str]()
        looked = spare.looked_at(self._root, self._source) if spare else None
        self._folders = set[str]()
        if spare and looked is not None:
            self._folders |= self._source.keys() - spare.others
        for folder, files in walk(self._root) if looked is None else looked.items():
            self._folders.add(folder)
            theirs = self._source.get(folder, {})
            if files != theirs:
                self._left |= _others(folder, files, theirs)
                self._lacking |= _others(folder, theirs, files)
        for folder in self._source.keys() - self._folders:
            self._lacking |= _others(folder, self._source[folder], {})
        self._written: list[str] = []
        self._waiting: list[tuple[str, tuple[Piece, ...]]] = []
        self._size = 0
        self.others_at_work = False
        self._ahead = Ahead(self._root)
        self._touched = set[str]()
        self._gone = set[str]()

    @property
    def touched(self) -> frozenset[str]:
        """The folders in which files were made, linked or removed, and those that went."""
        return frozenset(self._touched | self._gone)

    def look_ahead(self) -> None:
        """Looks at what there is in large folders before all is there, while others are at work."""
        for folder in self._touched:
            if len(self._source.get(folder, ())) >= _MANY:
                self._ahead.look(folder)

    def states(self) -> dict[str, str]:
        """The states of the folders in which files were made, linked or removed."""
        return self._ahead.states(self._touched)

    def left_at(self, place: Path) -> Spare:
        """The publication that was the present one, which is at a place now."""
        return Spare.left(str(place), self._source, self.touched, self._seen)

    def keep(self, path: str) -> None:
        """The file at the path is that of the present publication."""
        if path in self._lacking:
            self._link(path)

    def _link(self, path: str) -> None:
        self.clear(path)
        try:
            os.link(f"{self._old}/{path}", f"{self._root}/{path}")
        except OSError:  # not every file system has links
            shutil.copyfile(f"{self._old}/{path}", f"{self._root}/{path}")
            self._written.append(path)

    def keep_same(self, path: str, parts: Sequence[bytes | memoryview]) -> bool:
        """Keeps the file of the present publication if it holds exactly these bytes."""
        with suppress(OSError):
            with open(f"{self._old}/{path}", "rb") as file:  # noqa: PTH123
                same = os.fstat(file.fileno()).st_size == sum(map(len, parts))
                same = same and all(file.read(len(part)) == part for part in parts)
            if same:
                self.keep(path)
                return True
        return False

    def write(self, path: str, *pieces: Piece) -> None:
        """A new file at `path`; while others are at work, a small one waits."""
        self.expect(path)
        size = sum(map(len, pieces))
        if not self.others_at_work or size >= _LARGE:
            self._write(path, pieces, size)
            return
        self._waiting.append((path, pieces))
        self._size += size
        if self._size > _MOST_WAITING:
            self.write_waiting()

    def write_waiting(self) -> None:
        """Writes what waits."""
        for path, pieces in self._waiting:
            self._write(path, pieces, 0)
        self._waiting.clear()
        self._size = 0

    def _write(self, path: str, pieces: Iterable[Piece], size: int) -> None:
        self._ahead.note(path)
        used = _used_again(f"{self._root}/{path}") if size >= _LARGE else None
        if used is None:
            self._remove(path)
        with used or Path(self._root, path).open("xb") as file:
            for piece in pieces:
                put(file, piece)
            if used:
                file.truncate()
        self._written.append(path)

    def write_apart(self, path: str, *pieces: Piece) -> str:
        """As `write` in a process that shares this tree, in which room was made for the file, and
        which sees to it that what stands at the place that is given comes to the disk."""
        self._write(path, pieces, sum(map(len, pieces)))
        return f"{self._root}/{self._written.pop()}"

    def finish(self, made: Collection[str], gone: Iterable[str] | None = None) -> None:
        """Keeps all other files of the present publication than those that were `made` or kept here
        and than those that are `gone` (`None`: none stays), removes what else there is, and waits
        until all is on the disk."""
        if gone is None:
            gone = (p for folder, files in self._source.items() for p in _others(folder, files, {}))
        away = {path for path in gone if path not in made}
        for path in sorted(self._lacking - away):
            self._link(path)
        for path in sorted((self._left | away) - self._folders):
            self._remove(path)
            folder = path.rpartition("/")[0]
            while folder not in self._folders:
                self._gone.add(folder)
                folder = folder.rpartition("/")[0]
            self._touched.add(folder)
        for folder in sorted(self._touched, reverse=True):
            self._remove_empty(folder)
        if len(self._written) > _FEW:
            os.sync()
            return
        with ThreadPoolExecutor(_AT_ONCE) as beside:  # the disk takes what comes together at once
            places = (f"{self._root}/{p}" for p in (*self._written, *sorted(self._touched | {""})))
            for _ in beside.map(settle, places):
                pass  # raises what one of them raised

    def _remove(self, path: str) -> None:
        self._ahead.note(path)
        with suppress(FileNotFoundError):
            os.unlink(f"{self._root}/{path}")  # noqa: PTH108

    def clear(self, path: str) -> None:
        """Makes room for a file: its folder is there, and nothing stands in its place."""
        self.expect(path)
        self._remove(path)

    def expect(self, path: str) -> None:
        """As `clear`, but a file that stands there is left to who makes the new one: to remove it
        takes a while where it is large."""
        folder = path.rpartition("/")[0]
        self._touched.add(folder)
        self._ahead.note(path)
        if folder not in self._folders:
            self._make(folder)
        if path in self._folders:
            self._forget(path)
        self._left.discard(path)
        self._lacking.discard(path)

    def _make(self, folder: str) -> None:
        outer = folder.rpartition("/")[0]
        if outer not in self._folders:
            self._make(outer)
        self._left.discard(folder)
        self._lacking.discard(folder)
        self._remove(folder)
        Path(self._root, folder).mkdir()
        self._folders.add(folder)
        self._touched.add(outer)

    def _forget(self, folder: str) -> None:
        """Removes a folder where a file is to be."""
        shutil.rmtree(f"{self._root}/{folder}")
        inside = f"{folder}/"
        self._folders -= {f for f in self._folders if f == folder or f.startswith(inside)}
        self._left -= {path for path in self._left if path.startswith(inside)}
        self._lacking -= {path for path in self._lacking if path.startswith(inside)}

    def _remove_empty(self, folder: str) -> None:
        while folder:
            try:
                Path(self._root, folder).rmdir()
            except OSError:
                return
            self._touched.discard(folder)
            self._gone.add(folder)
            folder = folder.rpartition("/")[0]
            self._touched.add(folder)


def _others(folder: str, these: Mapping[str, int], those: Mapping[str, int]) -> set[str]:
    """The paths of files in a folder that are not the very same there."""
    start = f"{folder}/" if folder else ""
    return {start + name for name, inode in these.items() if those.get(name) != inode}


def _used_again(place: str) -> BufferedWriter | None:
    """The file at a place, to be written from its beginning; `None` where it must not be, or where
    nobody can tell.

    A write lease is given only while nobody else has the file open or mapped (fcntl(2), Linux).
    """
    descriptor = -1
    with suppress(OSError, AttributeError):
        descriptor = os.open(place, os.O_RDWR | os.O_NOFOLLOW)
        found = os.fstat(descriptor)
        if stat.S_ISREG(found.st_mode) and found.st_nlink == 1:
            # Who opens it in this moment would otherwise end this process by a signal.
            fcntl.fcntl(descriptor, fcntl.F_SETSIG, signal.SIGURG)
            fcntl.fcntl(descriptor, fcntl.F_SETLEASE, fcntl.F_WRLCK)
            fcntl.fcntl(descriptor, fcntl.F_SETLEASE, fcntl.F_UNLCK)
            return open(descriptor, "wb")  # noqa: PTH123
    if descriptor >= 0:
        os.close(descriptor)
    return None


def settle(place: str) -> None:
    """Waits until a file or folder is on the disk."""
    descriptor = os.open(place, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
