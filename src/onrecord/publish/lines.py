"""The lines of the dump in the order in which the hash of the dataset takes them: kept in a file,
so that after a change nothing is sorted again.

The file is that of an earlier dump; the memory of the last publication says which lines came and
went since. They are told by the blocks of which the dump is made, copied or new.
"""

import hashlib
import mmap
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

from onrecord.errors import OnrecordError
from onrecord.output import Hashed, write_file
from onrecord.publish.earlier import Earlier
from onrecord.publish.memory import state_of
from onrecord.rdf import nquads_hash, sorted_nquads
from onrecord.workspace import Workspace

MANY: Final = 10_000_000
"""Bytes from which on sorting them takes longer than keeping a file."""
_NAME: Final = "lines"
_MOST: Final = 4_000
"""Lines that came or went before the file is written anew."""


def hash_of(path: str, data: Hashed, earlier: Earlier, workspace: Workspace) -> str:
    """`rdf.nquads_hash` of the dump at a path."""
    if data.size < MANY:
        return nquads_hash(data.parts)
    with suppress(OSError, ValueError, OnrecordError):
        found = _again(path, data.size, earlier, workspace)
        if found:
            return found
    lines = sorted_nquads(data.parts)
    digest = hashlib.sha256(lines).hexdigest()
    _keep(earlier, workspace, digest, [lines])
    return digest


def _again(path: str, size: int, earlier: Earlier, workspace: Workspace) -> str | None:
    """The hash by what came and went; None where too little is known."""
    known: Any = earlier.results.before(_NAME, b"")
    exchanged = earlier.exchanged.get(path)
    if known is None or exchanged is None:
        return None
    name, state, *patches = known
    place = workspace.inside(workspace.cache / name)
    if state_of(place) != state:
        return None
    with place.open("rb") as file:
        base = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    gone, come = map(set, patches)
    for line in exchanged:
        for lines in (come, gone):
            if line in lines:
                lines.remove(line)
                break
        else:
            at = _place(base, line)
            (gone if base[at : at + len(line)] == line else come).add(line)
    parts = list(_patched(base, gone, come))
    if sum(map(len, parts)) != size:
        return None
    digest = hashlib.sha256()
    for part in parts:
        digest.update(part)
    if len(gone) + len(come) > _MOST:
        _keep(earlier, workspace, digest.hexdigest(), parts)
    else:
        earlier.results.put(_NAME, b"", (name, state, sorted(gone), sorted(come)))
    return digest.hexdigest()


def _patched(base: mmap.mmap, gone: set[bytes], come: set[bytes]) -> Iterator[bytes | memoryview]:
    """The lines of the file without some, and with others."""
    whole, start = memoryview(base), 0
    for line in sorted(gone | come):
        at = _place(base, line)
        yield whole[start:at]
        start = at + (len(line) if line in gone else 0)
        if line in come:
            yield line
    yield whole[start:]


def _place(base: mmap.mmap, line: bytes) -> int:
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


def _keep(
    earlier: Earlier, workspace: Workspace, digest: str, parts: Iterable[bytes | memoryview]
) -> None:
    """Writes the file; one that cannot be written costs time, not correctness."""
    with suppress(OSError, OnrecordError):
        path: Path = workspace.inside(workspace.cache / f"lines-{digest[:16]}.nq")
        write_file(path, *parts)
        earlier.results.put(_NAME, b"", (path.name, state_of(path), [], []))


def tidy(workspace: Workspace, earlier: Earlier) -> None:
    """Removes the files of earlier memories."""
    name = (earlier.results.new.get(_NAME) or {}).get(b"", ("",))[0]
    for path in workspace.cache.glob("lines-*.nq"):
        if path.name != name:
            with suppress(OSError):
                path.unlink()
