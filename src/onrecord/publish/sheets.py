"""Large files that are put together from blocks, most of which an earlier file has already.

What a block is made of is told by its key. The index of a file says under which key which bytes
stand in it, so blocks of the earlier file are copied and not made: all that stood beside each other
and still do, with what is between them, at once.
"""

from array import array
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from operator import add, sub
from typing import Final

from onrecord.output import Mapped, Piece, Stretch, data_of
from onrecord.publish.earlier import Earlier
from onrecord.rdf.blocks import Block

_KEY: Final = 16


@dataclass(frozen=True)
class _Old:
    """An earlier file, and its blocks in the order in which they stand there, as columns; `gaps`
    are the bytes between each and the one before, `which` the numbers of their prefixes in a table
    of `names`."""

    file: Mapped | None
    base: int
    state: str
    keys: bytes
    gaps: memoryview
    lengths: memoryview
    names: list[str]
    which: memoryview
    triples: memoryview

    @cached_property
    def data(self) -> memoryview:
        """What stands there behind the head."""
        return self.file.data[self.base :] if self.file else memoryview(b"")

    @cached_property
    def starts(self) -> list[int]:
        """Where each block begins."""
        return starts_of(self.gaps, self.lengths)

    def start(self, row: int) -> int:
        """Where one does, which is mostly asked of a few."""
        if "starts" in self.__dict__:
            return self.starts[row]
        return sum(self.gaps[: row + 1]) + sum(self.lengths[:row])


class Sheet:
    """One such file; blocks of the earlier one are taken only where that was in the same state."""

    def __init__(self, path: str, earlier: Earlier) -> None:
        self._path, self._earlier, self._state = path, earlier, ""
        self._old = _read(path, earlier)
        self._at = 0
        self._pieces: list[Piece] = []
        self._length = 0
        self._keys = bytearray()
        self._gaps, self._lengths, self._counts = array("I"), array("I"), array("I")
        self._end = 0
        self._names = {name: number for number, name in enumerate(self._old.names)}
        self._which = array("I")
        self._copied: list[tuple[int, int]] = []
        self._made: list[bytes] = []
        self.used: set[str] = set()
        self.triples = 0

    def known(self, keys: Sequence[bytes]) -> list[str | None]:
        """The prefixes of each block, with spaces between them, as the earlier file has them."""
        found: list[str | None] = []
        for _, count, before in _aligned(b"".join(keys), self._old.keys, 0):
            same = before >= 0
            which = self._old.which[before : before + count] if same else ()
            found += [self._old.names[number] for number in which] if same else [None] * count
        return found

    def state(self, state: str) -> None:
        """What all blocks depend on beside their keys."""
        self._state = state

    def text(self, text: str) -> None:
        """Text that belongs to no block."""
        self._add(text.encode("utf-8"))

    def joined(self, between: str, keys: Sequence[bytes], make: Callable[[int], Block]) -> None:
        """Blocks with a text between them, each taken from the earlier file by its key, or made by
        its number."""
        gap = between.encode("utf-8")
        old = self._old.keys if self._state == self._old.state else b""
        for first, count, before in _aligned(b"".join(keys), old, self._at):
            if before >= 0:
                self._at = before + count
            for start, stop in self._stretches(before, count, len(gap)) if before >= 0 else ():
                if first or start > before:
                    self._add(gap)
                self._copy(start, stop)
            if before < 0:
                if first:
                    self._add(gap)
                self._make(keys[first], make(first))

    def _stretches(self, before: int, count: int, gap: int) -> Iterator[tuple[int, int]]:
        """Rows of the earlier file between which nothing stands but what is to stand there."""
        old, stop = self._old, before + count
        if sum(old.gaps[before + 1 : stop]) == gap * (count - 1):
            yield before, stop
        else:
            _ = old.starts  # all of them will be asked for
            yield from ((row, row + 1) for row in range(before, stop))

    def _copy(self, start: int, stop: int) -> None:
        old = self._old
        self._gaps.append(self._length - self._end)
        self._gaps.frombytes(old.gaps[start + 1 : stop].tobytes())
        self._lengths.frombytes(old.lengths[start:stop].tobytes())
        self._counts.frombytes(old.triples[start:stop].tobytes())
        begin = old.start(start)
        size = sum(old.lengths[start:stop]) + sum(old.gaps[start + 1 : stop])
        assert old.file
        self._add(Stretch(old.file, old.base + begin, size))
        self._end = self._length
        self._copied.append((start, stop))
        self._keys += old.keys[start * _KEY : stop * _KEY]
        self._which.frombytes(old.which[start:stop].tobytes())
        self.triples += sum(old.triples[start:stop])
        for number in set(old.which[start:stop]):
            self.used.update(old.names[number].split())

    def _make(self, key: bytes, made: Block) -> None:
        data = made.text.encode("utf-8")
        self._keys += key
        self._gaps.append(self._length - self._end)
        self._lengths.append(len(data))
        self._counts.append(made.triples)
        names = " ".join(sorted(made.prefixes))
        self._which.append(self._names.setdefault(names, len(self._names)))
        self._add(data)
        self._made.append(data)
        self._end = self._length
        self.triples += made.triples
        self.used |= made.prefixes

    def data(self, head: str = "", tail: str = "") -> bytes:
        """The whole file, as `pieces`."""
        return b"".join(data_of(piece) for piece in self.pieces(head, tail))

    def pieces(self, head: str = "", tail: str = "") -> list[Piece]:
        """The whole file in pieces, so that what is copied need not stand in memory; its index is
        kept for the next one."""
        first, shared = head.encode("utf-8"), self._earlier.shared
        self._earlier.new.indexes[self._path] = (
            self._state,
            len(first),
            shared(bytes(self._keys)),
            shared(self._gaps.tobytes()),
            shared(self._lengths.tobytes()),
            (list(self._names), shared(self._which.tobytes())),
            shared(self._counts.tobytes()),
        )
        return [first, *self._pieces, tail.encode("utf-8")]

    def note_exchanged(self) -> None:
        """Notes the lines that only the earlier file has, or only this one; for files of nothing
        but blocks of whole lines, each of which is there once."""
        old, row, gone = self._old, 0, list[memoryview]()
        for start, stop in [*sorted(self._copied), (len(old.lengths), 0)]:
            if start < row or not old.keys:
                return
            gone += [old.data[old.starts[n] :][: old.lengths[n]] for n in range(row, start)]
            row = stop
        before = {line for part in gone for line in bytes(part).splitlines(keepends=True)}
        now = {line for part in self._made for line in part.splitlines(keepends=True)}
        self._earlier.exchanged[self._path] = before ^ now

    def _add(self, data: Piece) -> None:
        self._pieces.append(data)
        self._length += len(data)


def _read(path: str, earlier: Earlier) -> _Old:
    """The earlier file; an empty one where there is none."""
    index = earlier.indexed(path)
    if index is None:
        empty = memoryview(b"").cast("I")
        return _Old(None, 0, "", b"", empty, empty, [], empty, empty)
    state, base, keys, gaps, lengths, (names, which), triples = index
    columns = [memoryview(numbers).cast("I") for numbers in (gaps, lengths, which, triples)]
    return _Old(
        earlier.file_of(path),
        base,
        state,
        keys,
        columns[0],
        columns[1],
        names,
        columns[2],
        columns[3],
    )


def starts_of(gaps: memoryview, lengths: memoryview) -> list[int]:
    """Where the blocks of an index begin, behind the head of the file."""
    return list(map(sub, accumulate(map(add, gaps, lengths)), lengths))


def _aligned(new: bytes, old: bytes, at: int) -> Iterator[tuple[int, int, int]]:
    """Keys against those of the earlier file, of which row `at` is expected first: as number of the
    first key, how many, and the row where the same ones stand beside each other; -1 for a key that
    is not there."""
    first, end = 0, len(new) // _KEY
    while first < end:
        count = _common(new, first * _KEY, old, at * _KEY) // _KEY
        if count:
            yield first, count, at
            first, at = first + count, at + count
            continue
        key = new[first * _KEY : (first + 1) * _KEY]
        found = _row(old, key, at)
        if found < 0:
            yield first, 1, -1
            first += 1
        else:
            at = found


def _common(new: bytes, here: int, old: bytes, there: int) -> int:
    """How many bytes are the same from two places on."""
    low, high = 0, min(len(new) - here, len(old) - there)
    if high <= 0 or new[here : here + high] == old[there : there + high]:
        return max(high, 0)
    while high - low > 1:
        middle = (low + high) // 2
        if new[here + low : here + middle] == old[there + low : there + middle]:
            low = middle
        else:
            high = middle
    return low


def _row(old: bytes, key: bytes, at: int) -> int:
    """The row of a key, looked for from row `at` on and then from the first; -1 for none."""
    for start in (at * _KEY, 0):
        found = old.find(key, start)
        while found % _KEY and found >= 0:
            found = old.find(key, found + 1)
        if found >= 0:
            return found // _KEY
    return -1
