"""An act that was broken off, as by a power cut → told by a check, taken back when the next review
begins.

While an act writes, a file in the cache tells what each source was before and becomes; it is away
as soon as the act is whole. What somebody changed since is never written over.
"""

import hashlib
import json
from base64 import b64decode, b64encode
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple, TypedDict

from onrecord.errors import SourceError
from onrecord.output import write_file
from onrecord.workspace import Workspace


class _Change(TypedDict):
    """A file before (base64; `None` where there was none), and the hashes of what it becomes."""

    was: str | None
    becomes: list[str]


class _Told(NamedTuple):
    """What an act was about, and by the name of the file its bytes before (`None` where there was
    none) and the hashes of what it becomes."""

    act: str
    files: Mapping[str, tuple[bytes | None, list[str]]]


@dataclass(frozen=True, slots=True)
class BrokenOff:
    """An act of the review of an article (`slug`) that is not whole: what it was about, and the
    files that are not as they were before."""

    slug: str
    act: str
    files: tuple[str, ...]


class Underway:
    """What the act that is being done has written until now."""

    def __init__(self, workspace: Workspace, slug: str) -> None:
        self._workspace = workspace
        self._file = workspace.inside(workspace.journal(slug))
        self._act = ""
        self._changes: dict[str, _Change] | None = None

    def begin(self, act: str) -> None:
        """An act begins, if none is being done; what is written from now on belongs to it."""
        if self._changes is None:
            self._act, self._changes = act, {}

    def write(self, path: Path, data: bytes | None) -> None:
        """Writes a file of the workspace, or takes it away where there is no `data`."""
        if self._changes is not None:
            name = self._workspace.relative(path)
            before = _now(path)
            was = None if before is None else b64encode(before).decode()
            self._changes.setdefault(name, {"was": was, "becomes": []})
            self._changes[name]["becomes"].append(_hash(data))
            told = {"act": self._act, "files": self._changes}
            write_file(self._file, json.dumps(told).encode())
        if data is None:
            path.unlink(missing_ok=True)
        else:
            write_file(path, data)

    def done(self) -> None:
        """The act is whole."""
        if self._changes:
            self._file.unlink(missing_ok=True)
        self._changes = None


def broken_off(workspace: Workspace) -> Iterator[BrokenOff]:
    """The acts that are not whole; nothing is taken back. One of which no file is changed, or none
    any more, has come to nothing, and so has one of an article that is not there."""
    journals = workspace.journals()
    slugs = [folder.slug for folder in workspace.articles()] if journals else []
    for slug in slugs:
        told = _read(workspace.journal(slug))
        changed = [
            name
            for name, (was, _) in sorted(told.files.items() if told else ())
            if _now(workspace.inside(workspace.root / name)) != was
        ]
        if told and changed:
            yield BrokenOff(slug, told.act, tuple(changed))


def take_back(workspace: Workspace, slug: str) -> bool:
    """Takes the act that was broken off back, as a whole, and tells whether there was one.

    Raises `SourceError` where somebody has changed one of its files since; then nothing is done.
    """
    file = workspace.inside(workspace.journal(slug))
    told = _read(file)
    if told is None:
        return False
    old: dict[Path, bytes | None] = {}
    for name, (was, becomes) in told.files.items():
        path = workspace.inside(workspace.root / name)
        if _hash(_now(path)) not in (_hash(was), *becomes):
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


def _read(file: Path) -> _Told | None:
    """What a file tells of an act; `None` where there is none."""
    try:
        table = json.loads(file.read_bytes())
        files = {
            name: (
                None if change["was"] is None else b64decode(change["was"]),
                [*change["becomes"]],
            )
            for name, change in table["files"].items()
        }
        return _Told(table["act"], files)
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return None


def _now(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


def _hash(data: bytes | None) -> str:
    return "" if data is None else hashlib.sha256(data).hexdigest()
