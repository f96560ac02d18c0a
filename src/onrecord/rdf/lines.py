"""Sorted lines, of which some come or go: found and exchanged where they stand."""

import mmap
from collections.abc import Iterator
from typing import TypeAlias

Sorted: TypeAlias = bytes | mmap.mmap
"""Lines in the order of their bytes, each once and with its end."""


def place(base: Sorted, line: bytes) -> int:
    """Where a line stands among sorted ones, or would."""
    low, high = 0, len(base)
    while low < high:
        middle = (low + high) // 2
        start, end = base.rfind(b"\n", low, middle) + 1 or low, base.find(b"\n", middle) + 1 or high
        if base[start:end] < line:
            low = end
        else:
            high = start
    return low


def patched(base: Sorted, gone: set[bytes], come: set[bytes]) -> Iterator[bytes | memoryview]:
    """The lines without some, and with others."""
    whole, start = memoryview(base), 0
    for line in sorted(gone | come):
        at = place(base, line)
        yield whole[start:at]
        start = at + (len(line) if line in gone else 0)
        if line in come:
            yield line
    yield whole[start:]
