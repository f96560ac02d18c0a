"""The larger results of a publication, in a file beside its memory to which later builds append.

Most results are only handed on from one build to the next. So the memory says of each where in the
file it stands, and nobody reads or writes it again. What nobody refers to any more is left out when
the file is written anew, which happens as soon as that is half of it.
"""

import fcntl
import marshal
import mmap
import os
from collections.abc import Callable, Mapping
from contextlib import suppress
from itertools import count
from pathlib import Path
from typing import Final

from onrecord.output import write_file
from onrecord.results import LAZY, Results, Table

_LENGTH: Final = 32
_MASK: Final = (1 << _LENGTH) - 1
Kept = tuple[str, int, dict[str, Table]]
"""Name and size of the file, and the tables with places instead of values."""


def opened(folder: Path, kept: Kept) -> Results:
    """The results of the last build; `OSError` or `ValueError` where the file is not there, or is
    shorter than it was."""
    name, size, tables = kept
    data = memoryview(b"")
    if size:
        with (folder / name).open("rb") as file:
            data = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
    if len(data) < size:
        raise ValueError("the file of results is torn")
    return Results(tables, _reader(data), name)


def _reader(data: memoryview) -> Callable[[int], bytes]:
    def read(place: int) -> bytes:
        start = place >> _LENGTH
        return bytes(data[start : start + (place & _MASK)])

    return read


def keep(folder: Path, results: Results) -> Kept:
    """Writes what is new into the file of the last build, or everything into another one; what is
    new is not surely on the disk before `settle`."""
    tables = dict(results.new)
    lazy: dict[str, Table] = {name: tables.pop(name) for name in LAZY if name in tables}
    live = sum(sum([v & _MASK for v in t.values() if type(v) is int]) for t in lazy.values())
    path = folder / results.file
    if results.file and 2 * live >= path.stat().st_size:
        with path.open("ab") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            at = file.seek(0, os.SEEK_END)
            parts = _placed(lazy, tables, at, None)
            file.writelines(parts)
    else:
        names = (folder / f"parts-{number}.bin" for number in count(1))
        path, at = next(name for name in names if not name.exists()), 0
        parts = _placed(lazy, tables, at, results.read)
        write_file(path, *parts)
    return path.name, at + sum(map(len, parts)), tables


def _placed(
    lazy: Mapping[str, Table],
    tables: dict[str, Table],
    at: int,
    read: Callable[[int], bytes] | None,
) -> list[bytes]:
    """Puts into `tables` the places that values get from `at` on; gives what is to be written.
    With `read` what has a place already is written too."""
    parts: list[bytes] = []
    for name, table in lazy.items():
        moved = table.items() if read else [(k, v) for k, v in table.items() if type(v) is not int]
        places = tables[name] = {} if read else dict(table)
        for key, value in moved:
            data = read(value) if type(value) is int and read else marshal.dumps(value)
            places[key] = at << _LENGTH | len(data)
            parts.append(data)
            at += len(data)
    return parts


def settle(folder: Path, kept: Kept) -> None:
    """Waits until the file is on the disk."""
    with (folder / kept[0]).open("rb") as file:
        os.fsync(file.fileno())


def tidying(folder: Path, name: str) -> Callable[[], None]:
    """Removes the files of earlier memories; which those are is found out at once."""
    stale = [path for path in folder.glob("parts-*.bin") if path.name != name]

    def tidy() -> None:
        for path in stale:
            with suppress(OSError):
                path.unlink()

    return tidy


__all__ = ["keep", "opened", "settle", "tidying"]
