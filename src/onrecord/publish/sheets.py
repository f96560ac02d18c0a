"""Large files that are put together from blocks, most of which an earlier file has already.

What a block is made of is told by its key. The index of a file says under which key which bytes
stand in it, so a block of the earlier file is copied and not made.
"""

from array import array
from collections.abc import Callable, Iterable
from typing import Final

from onrecord.publish.earlier import Earlier
from onrecord.rdf.blocks import Block

_KEY: Final = 16


class Sheet:
    """One such file; blocks of the earlier one are taken only where that was in the same state."""

    def __init__(self, path: str, earlier: Earlier) -> None:
        self._path, self._earlier, self._state = path, earlier, ""
        self._old, self._known, self._was = _read(path, earlier)
        self._parts: list[bytes | memoryview] = []
        self._length = 0
        self._rows: list[tuple[bytes, int, int, str, int]] = []
        self.used: set[str] = set()
        self.triples = 0

    def prefixes(self, key: bytes) -> str | None:
        """The prefixes of a block of the earlier file, with spaces between them."""
        known = self._known.get(key)
        return known[2] if known else None

    def state(self, state: str) -> None:
        """What all blocks depend on beside their keys."""
        self._state = state

    def text(self, text: str) -> None:
        """Text that belongs to no block."""
        self._add(text.encode("utf-8"))

    def block(self, key: bytes, make: Callable[[], Block]) -> None:
        """The block of a key, taken from the earlier file or made."""
        known = self._known.get(key) if self._state == self._was else None
        start = self._length
        if known:
            begin, end, prefixes, triples = known
            self._add(self._old[begin:end])
        else:
            made = make()
            prefixes, triples = " ".join(sorted(made.prefixes)), made.triples
            self._add(made.text.encode("utf-8"))
        self.used.update(prefixes.split())
        self.triples += triples
        self._rows.append((key, start, self._length - start, prefixes, triples))

    def joined(self, between: str, blocks: Iterable[tuple[bytes, Callable[[], Block]]]) -> None:
        """Blocks with a text between them."""
        for number, (key, make) in enumerate(blocks):
            if number:
                self.text(between)
            self.block(key, make)

    def data(self, head: str = "", tail: str = "") -> bytes:
        """The whole file; its index is kept for the next one."""
        first = head.encode("utf-8")
        names = {row[3]: row[3] for row in self._rows}
        self._earlier.new.indexes[self._path] = (
            self._state,
            len(first),
            b"".join(row[0] for row in self._rows),
            array("Q", (row[1] for row in self._rows)).tobytes(),
            array("Q", (row[2] for row in self._rows)).tobytes(),
            [names[row[3]] for row in self._rows],
            array("Q", (row[4] for row in self._rows)).tobytes(),
        )
        return b"".join([first, *self._parts, tail.encode("utf-8")])

    def _add(self, data: bytes | memoryview) -> None:
        self._parts.append(data)
        self._length += len(data)


_Known = dict[bytes, tuple[int, int, str, int]]


def _read(path: str, earlier: Earlier) -> tuple[memoryview, _Known, str]:
    """The earlier file; per key where in it the block stands, its prefixes and triples; and the
    state."""
    index = earlier.indexed(path)
    if index is None:
        return memoryview(b""), {}, ""
    state, base, keys, starts, lengths, prefixes, triples = index
    rows = zip(
        range(0, len(keys), _KEY),
        memoryview(starts).cast("Q"),
        memoryview(lengths).cast("Q"),
        prefixes,
        memoryview(triples).cast("Q"),
        strict=True,
    )
    known = {
        keys[at : at + _KEY]: (base + start, base + start + length, used, count)
        for at, start, length, used, count in rows
    }
    return memoryview(earlier.bytes_of(path)), known, state
