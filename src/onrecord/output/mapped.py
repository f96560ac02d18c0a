"""A file on the disk of which only what somebody looks at is read, and from which stretches are
copied by the system, without being read here."""

import mmap
import os
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from io import BufferedWriter
from typing import TypeAlias

_AT_ONCE = 1 << 30


class Mapped:
    """The file at a path; its bytes are those that it has now, even where another takes its place
    later."""

    def __init__(self, path: str | os.PathLike[str]) -> None:
        """`OSError` where it cannot be read."""
        self._file = -1
        self._file = os.open(path, os.O_RDONLY)

    def __del__(self) -> None:
        if self._file >= 0:
            os.close(self._file)

    @cached_property
    def whole(self) -> bytes | mmap.mmap:
        """All of it, to look for something in it."""
        if not os.fstat(self._file).st_size:
            return b""
        return mmap.mmap(self._file, 0, access=mmap.ACCESS_READ)

    @cached_property
    def data(self) -> memoryview:
        """All of it."""
        return memoryview(self.whole)

    def copied(self, start: int, count: int, target: int) -> int:
        """Copies bytes to where an open file stands as far as the system can do that by itself;
        gives how many."""
        done = 0
        with suppress(OSError, AttributeError):  # not every system can, nor from every file
            while done < count:
                size = min(count - done, _AT_ONCE)
                more = os.copy_file_range(self._file, target, size, start + done)
                if not more:
                    break
                done += more
        return done


@dataclass(frozen=True, slots=True)
class Stretch:
    """Bytes that stand in a file."""

    file: Mapped
    start: int
    size: int

    def __len__(self) -> int:
        return self.size

    @property
    def data(self) -> memoryview:
        """The bytes."""
        return self.file.data[self.start : self.start + self.size]


Piece: TypeAlias = bytes | memoryview | Stretch


def data_of(piece: Piece) -> bytes | memoryview:
    """Its bytes."""
    return piece.data if isinstance(piece, Stretch) else piece


def put(file: BufferedWriter, piece: Piece) -> None:
    """Writes where the file stands."""
    if not isinstance(piece, Stretch):
        file.write(piece)
        return
    at = file.tell()
    file.flush()
    done = piece.file.copied(piece.start, piece.size, file.fileno())
    file.seek(at + done)
    if done < piece.size:
        file.write(piece.data[done:])
