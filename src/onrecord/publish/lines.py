"""The lines of the dump in the order in which the hash of the dataset takes them: kept in a file,
so that after a change nothing is sorted again.

The file is that of an earlier dump; the memory of the last publication says which lines came and
went since. They are told by the blocks of which the dump is made, copied or new.
"""

import hashlib
import mmap
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

from onrecord.errors import OnrecordError
from onrecord.output import Hashed, write_file
from onrecord.publish.earlier import Earlier
from onrecord.rdf import nquads_hash, sorted_nquads
from onrecord.rdf.lines import patched, place
from onrecord.workspace import Workspace

MANY: Final = 10_000_000
"""Bytes from which on sorting them takes longer than keeping a file."""
NAME: Final = "lines"
"""The result under which the memory of the file is kept."""
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
    known: Any = earlier.results.before(NAME, b"")
    exchanged = earlier.exchanged.get(path)
    if known is None or exchanged is None:
        return None
    name, state, *patches = known
    file = workspace.inside(workspace.cache / name)
    if _state(file) != state:
        return None
    with file.open("rb") as opened:
        base = mmap.mmap(opened.fileno(), 0, access=mmap.ACCESS_READ)
    gone, come = map(set, patches)
    for line in exchanged:
        for lines in (come, gone):
            if line in lines:
                lines.remove(line)
                break
        else:
            at = place(base, line)
            (gone if base[at : at + len(line)] == line else come).add(line)
    parts = list(patched(base, gone, come))
    if sum(map(len, parts)) != size:
        return None
    digest = hashlib.sha256()
    for part in parts:
        digest.update(part)
    if len(gone) + len(come) > _MOST:
        _keep(earlier, workspace, digest.hexdigest(), parts)
    else:
        earlier.results.put(NAME, b"", (name, state, sorted(gone), sorted(come)))
    return digest.hexdigest()


def _keep(
    earlier: Earlier, workspace: Workspace, digest: str, parts: Iterable[bytes | memoryview]
) -> None:
    """Writes the file; one that cannot be written costs time, not correctness."""
    with suppress(OSError, OnrecordError):
        path: Path = workspace.inside(workspace.cache / f"lines-{digest[:16]}.nq")
        write_file(path, *parts)
        earlier.results.put(NAME, b"", (path.name, _state(path), [], []))


def tidy(workspace: Workspace, earlier: Earlier) -> None:
    """Removes the files of earlier memories."""
    name = (earlier.results.new.get(NAME) or {}).get(b"", ("",))[0]
    for path in workspace.cache.glob("lines-*.nq"):
        if path.name != name:
            with suppress(OSError):
                path.unlink()


def _state(path: Path) -> tuple[int, ...]:
    """What tells a file from any other, and from what it becomes when somebody writes to it."""
    found = path.stat()
    return found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns
