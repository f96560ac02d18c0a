"""What a publication is told of its files: their bytes, or who has them."""

import hashlib
import marshal
from collections.abc import Callable, Collection, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

from onrecord.confine import Limits, beside, complaints
from onrecord.errors import OnrecordError, SystemFailure
from onrecord.output.mapped import Piece, data_of
from onrecord.output.rows import Part, Written, row
from onrecord.output.tree import settle

_LIMITS: Final = Limits(seconds=600.0, answer=1 << 32)


@dataclass(frozen=True, slots=True)
class Kept:
    """Stands for the bytes of a file that is to stay as the present publication has it."""


@dataclass(frozen=True, slots=True)
class Rest:
    """Stands for all other files of the present publication, which stay as well but for those that
    are `gone` and that are not made anew."""

    gone: Collection[str] = ()


@dataclass(frozen=True, slots=True)
class Hashed:
    """The bytes of a large file in pieces, of which size and SHA-256 together are known."""

    pieces: Sequence[Piece]
    size: int
    sha256: str

    @classmethod
    def of(cls, pieces: Sequence[Piece]) -> "Hashed":
        """Finds out both."""
        digest = hashlib.sha256()
        for piece in pieces:
            digest.update(data_of(piece))
        return cls(pieces, sum(map(len, pieces)), digest.hexdigest())

    @property
    def parts(self) -> list[Part]:
        """The bytes."""
        return [data_of(piece) for piece in self.pieces]


class Beside:
    """Stands for large files at known `paths`, which a process of its own makes and writes while
    this one goes on.

    There they are those that `make` yields, and `tell` gives what else came of it; here `hear` is
    told. A process that ended before its time is not missed: then all that is done here.
    """

    def __init__(
        self,
        paths: Sequence[str],
        make: Callable[[], Iterator[tuple[str, Hashed]]],
        tell: Callable[[], Any],
        hear: Callable[[Any], None],
    ) -> None:
        """What is told is made of plain values."""
        self.paths = tuple(paths)
        self._make, self._tell, self._hear = make, tell, hear
        self._rows: dict[str, bytes] | None = None

    @contextmanager
    def begun(
        self, write: Callable[[str, Hashed], str], first: Callable[[], None] = lambda: None
    ) -> Iterator[None]:
        """The process is at work; `write` is how it puts a file where it belongs, and tells where
        that is; `first` is what is done here before anybody waits for it."""
        self._write, self._first = write, first
        limits = complaints("writing the dumps", "build again")
        with beside(self._there, _LIMITS, limits) as self._answer:
            yield

    def _there(self) -> Callable[[], bytes]:
        answer = marshal.dumps((self._made(), self._tell()))
        return lambda: answer

    def _made(self) -> dict[str, bytes]:
        rows, settled = {}, []
        with ThreadPoolExecutor(1) as beside:  # nobody waits for the disk before the end
            for path, data in self._make():
                if path not in self.paths:
                    raise SystemFailure(f"{path} was not foreseen", hint="this is a bug")
                settled.append(beside.submit(settle, self._write(path, data)))
                rows[path] = row(Written(path, data.size, data.sha256))
        for each in settled:
            each.result()
        for path in self.paths:
            if path not in rows:
                raise SystemFailure(f"{path} was not made", hint="this is a bug")
        return rows

    def rows(self) -> dict[str, bytes]:
        """The rows of the files in the manifest, when they are there; raises whatever making or
        writing them here does."""
        if self._rows is None:
            self._first()
            try:
                self._rows, told = marshal.loads(self._answer())
            except (OnrecordError, OSError, ValueError, EOFError, TypeError):
                self._rows = self._made()
            else:
                self._hear(told)
        return self._rows


Content: TypeAlias = bytes | Hashed | Kept | Rest | Beside
