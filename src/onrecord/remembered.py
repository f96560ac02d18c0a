"""The last report of a workspace, kept under a hash of everything that a check depends on.

A file that changed by one byte gives another hash, so the cache is never trusted for it.
"""

import hashlib
import os
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from onrecord import __version__
from onrecord.digests import Digests
from onrecord.errors import OnrecordError
from onrecord.output import Listed, Written, write_file
from onrecord.report import Report, as_json, from_json
from onrecord.workspace import CONFIG_NAME, Workspace


@dataclass(frozen=True, slots=True)
class Built:
    """The outcome of a build; `files` is empty where violations kept it from being published."""

    report: Report
    files: Sequence[Written] = ()

    @property
    def size(self) -> int:
        """Bytes of all files."""
        if isinstance(self.files, Listed):
            return self.files.size
        return sum(f.size for f in self.files)


_FILE: Final = "check.json"
_DEEPEST: Final = 16
_CODE: Final = tuple(
    f"{p}*.py"
    for p in ("", "rdf/", "derive/", "validate/", "review/", "diff/", "publish/", "extract/**/")
)


@cache
def checking_code() -> bytes:
    """The version, and name, size and time of every module that checks depend on."""
    package = Path(__file__).parent
    rows = [__version__]
    for path in sorted(p for pattern in _CODE for p in package.glob(pattern)):
        state = path.stat()
        rows.append(f"{path.name}\0{state.st_size}\0{state.st_mtime_ns}")
    return "\0".join(rows).encode()


def input_hash(workspace: Workspace, digests: Digests | None = None) -> str:
    """SHA-256 over the names and digests of all inputs, and over the state of the checking code."""
    digest, known = hashlib.sha256(checking_code()), digests or Digests(workspace)
    paths = [
        workspace.root / CONFIG_NAME,
        *workspace.files("ontology", "**/*.ttl"),
        *workspace.files("shapes", "*.ttl"),
        *workspace.files("shapes", "checks/*.rq"),
        # A release never changes, and its record has the hash of all that it says.
        *filter(Path.is_file, workspace.releases()),
    ]
    rows = [(workspace.relative(path), str(path)) for path in paths]
    below = _below(workspace, str(workspace.kg), "kg", known.plain)
    for name, path in [*rows, *sorted(below)]:
        digest.update(f"{name}\0".encode("utf-8", "surrogateescape"))
        digest.update(known.of(path))
    for journal in workspace.journals():
        with suppress(OSError):  # an act that is whole by now
            digest.update(journal.read_bytes())
    if digests is None:
        known.keep()
    return digest.hexdigest()


def _below(
    workspace: Workspace, folder: str, name: str, plain: dict[str, str] | None, deep: int = 0
) -> Iterator[tuple[str, str]]:
    """(name, path) of every file in a folder; links are followed as far as they lead inside. Those
    that no link leads to are noted as `plain`."""
    if deep > _DEEPEST or not os.path.isdir(folder):  # noqa: PTH112
        return
    noted = None if os.path.islink(folder) else plain  # noqa: PTH114
    with os.scandir(folder) as entries:
        for entry in entries:
            linked = entry.is_symlink()
            if linked:
                workspace.inside(Path(entry.path))
            if entry.is_dir():
                inner = f"{name}/{entry.name}"
                yield from _below(workspace, entry.path, inner, noted, deep + 1)
            elif entry.is_file():
                if noted is not None and not linked:
                    noted[entry.path] = f"{name}/{entry.name}"
                yield f"{name}/{entry.name}", entry.path


def recall(workspace: Workspace, inputs: str) -> Report | None:
    """The report of the last check, where no input has changed since; `inputs` is their hash."""
    try:
        path = workspace.inside(workspace.cache / _FILE)
        first, _, rest = path.read_text(encoding="utf-8").partition("\n")
        if first == _key(inputs):
            return from_json(rest)
    except (OSError, ValueError, TypeError, KeyError):
        return None
    return None


def remember(workspace: Workspace, report: Report, inputs: str) -> None:
    """Keeps the report for the `inputs` that it is about; a cache that cannot be written costs
    time, not correctness."""
    with suppress(OnrecordError):
        path = workspace.inside(workspace.cache / _FILE)
        write_file(path, f"{_key(inputs)}\n{as_json(report)}".encode())


def _key(inputs: str) -> str:
    return f'{{"key": "{inputs}"}}'
