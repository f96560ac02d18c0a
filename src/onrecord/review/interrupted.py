"""An act that was broken off, as by a power cut → taken back when the next review begins.

While an act writes, a file in the cache tells what each source was before and becomes; it is away
as soon as the act is whole. What somebody changed since is never written over.
"""

import hashlib
import json
from base64 import b64decode, b64encode
from pathlib import Path
from typing import TypedDict

from onrecord.errors import SourceError
from onrecord.output import write_file
from onrecord.workspace import Workspace


class _Change(TypedDict):
    """A file before (base64; `None` where there was none), and the hashes of what it becomes."""

    was: str | None
    becomes: list[str]


class Underway:
    """What the act that is being done has written until now."""

    def __init__(self, workspace: Workspace, slug: str) -> None:
        self._workspace = workspace
        self._file = _file(workspace, slug)
        self._changes: dict[str, _Change] | None = None

    def begin(self) -> None:
        """An act begins; what is written from now on belongs to it."""
        self._changes = self._changes or {}

    def write(self, path: Path, data: bytes | None) -> None:
        """Writes a file of the workspace, or takes it away where there is no `data`."""
        if self._changes is not None:
            name = self._workspace.relative(path)
            before = path.read_bytes() if path.is_file() else None
            was = None if before is None else b64encode(before).decode()
            self._changes.setdefault(name, {"was": was, "becomes": []})
            self._changes[name]["becomes"].append(_hash(data))
            write_file(self._file, json.dumps(self._changes).encode())
        if data is None:
            path.unlink(missing_ok=True)
        else:
            write_file(path, data)

    def done(self) -> None:
        """The act is whole."""
        if self._changes:
            self._file.unlink(missing_ok=True)
        self._changes = None


def take_back(workspace: Workspace, slug: str) -> bool:
    """Takes the act that was broken off back, as a whole, and tells whether there was one.

    Raises `SourceError` where somebody has changed one of its files since; then nothing is done.
    """
    file = _file(workspace, slug)
    try:
        changes: dict[str, _Change] = json.loads(file.read_bytes())
    except (OSError, ValueError):
        return False
    old: dict[Path, bytes | None] = {}
    for name, change in changes.items():
        path = workspace.inside(workspace.root / name)
        was = None if change["was"] is None else b64decode(change["was"])
        now = path.read_bytes() if path.is_file() else None
        if _hash(now) not in (_hash(was), *change["becomes"]):
            raise SourceError(
                "was changed after an act of the last review had been broken off",
                file=name,
                hint="see that what was written and the decision on it are both there, or neither; "
                f"then remove {workspace.relative(file)}",
            )
        old[path] = was
    again = Underway(workspace, slug)
    for path, data in old.items():
        again.write(path, data)
    file.unlink()
    return True


def _file(workspace: Workspace, slug: str) -> Path:
    return workspace.inside(workspace.cache / f"review-{slug}.json")


def _hash(data: bytes | None) -> str:
    return "" if data is None else hashlib.sha256(data).hexdigest()
