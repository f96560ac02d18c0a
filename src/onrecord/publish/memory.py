"""The memory of a publication on the disk: large tables in a file of their own, which later builds
leave as it is, and beside it what is other than there.

The larger file is known by its state, whose change time no program can set, so nobody reads it to
find out that it is the one; the smaller one has its own hash.
"""

import hashlib
import marshal
import mmap
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, TypeAlias

from onrecord.output import write_file

_FILE: Final = "made.bin"
_LARGER: Final = 4
"""How much smaller than the large file the rest has to be."""
Tables: TypeAlias = dict[str, dict[Any, Any]]
Differences: TypeAlias = dict[str, tuple[dict[Any, Any], list[Any]]]


@dataclass
class Kept:
    """The tables of the last build, whose values nobody changes, by name; the file where most of
    their entries stand with its state, and which ones came into them since, and went."""

    tables: Tables = field(default_factory=dict)
    file: str = ""
    state: tuple[int, ...] = ()
    differences: Differences = field(default_factory=dict)


def read(folder: Path) -> tuple[tuple[Any, ...], Kept]:
    """What the last build kept beside its tables, and these; `OSError` or `ValueError` where a file
    is not there, or torn."""
    raw = _mapped(folder / _FILE)
    if hashlib.sha256(raw[32:]).digest() != raw[:32]:
        raise ValueError("the memory is torn")
    rest, file, state, other = marshal.loads(raw[32:])
    if state_of(folder / file) != state:
        raise ValueError("the tables are others")
    tables: Tables = marshal.loads(_mapped(folder / file))
    differences: Differences = marshal.loads(other)
    for name, (more, less) in differences.items():
        for key in less:
            tables[name].pop(key, None)
        tables[name] |= more
    return rest, Kept(tables, file, state, differences)


def keep(folder: Path, rest: tuple[Any, ...], tables: Tables, old: Kept, identity: bytes) -> None:
    """Writes both; the large file only where too much is other than there."""
    differences = {name: _difference(name, table, old) for name, table in tables.items()}
    other = marshal.dumps(differences)
    path, state = folder / (old.file or "none"), old.state
    if not old.file or _LARGER * len(other) > path.stat().st_size:
        path, other = folder / f"made-{identity.hex()[:16]}.bin", marshal.dumps({})
        write_file(path, marshal.dumps(tables))
        state = state_of(path)
    body = marshal.dumps((rest, path.name, state, other))
    write_file(folder / _FILE, hashlib.sha256(body).digest(), body)
    for file in folder.glob("made-*.bin"):
        if file != path:
            with suppress(OSError):
                file.unlink()


def _mapped(path: Path) -> memoryview:
    with path.open("rb") as file:
        return memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))


def state_of(path: Path) -> tuple[int, ...]:
    """What tells a file from any other, and from what it becomes when somebody writes to it."""
    found = path.stat()
    return found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns


def _difference(name: str, table: Mapping[Any, Any], old: Kept) -> tuple[dict[Any, Any], list[Any]]:
    """What is other in a table than in the large file."""
    before = old.tables.get(name, {})
    more, less = old.differences.get(name, ({}, []))
    other = {key for key, value in table.items() if before.get(key) != value}
    gone = {*less, *(before.keys() - table.keys())} - table.keys()
    return {key: table[key] for key in other | (more.keys() & table.keys())}, list(gone)
