"""`releases/*/release.json` → the releases of a workspace, the oldest first."""

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from onrecord.errors import ParseError
from onrecord.workspace import Workspace

RELEASES: Final = "releases"
RECORD: Final = "release.json"
DUMP: Final = "onrecord.nq"
CHANGES: Final = "changes.json"


@dataclass(frozen=True, slots=True)
class Past:
    """One frozen release; hashes are SHA-256 in hex, `date` is `YYYY-MM-DD` or empty."""

    version: str
    date: str
    dataset: str
    manifest: str
    folder: Path
    previous: str = ""

    @property
    def dump(self) -> Path:
        """All its named graphs as N-Quads."""
        return self.folder / DUMP


def releases(workspace: Workspace) -> tuple[Past, ...]:
    """Every release in the workspace, by version; raises `ParseError` at a broken record."""
    found = [read_record(path.parent) for path in workspace.releases()]
    return tuple(sorted(found, key=lambda past: version_key(past.version)))


def earlier(workspace: Workspace) -> tuple[Past, ...]:
    """The releases before the version that `onrecord.toml` names."""
    now = version_key(workspace.config.version)
    return tuple(past for past in releases(workspace) if version_key(past.version) < now)


def read_record(folder: Path) -> Past:
    """The record of the release in a folder."""
    path = folder / RECORD
    try:
        table = json.loads(path.read_bytes())
        return Past(
            table["version"],
            table["date"],
            table["dataset"],
            table["manifest"],
            folder,
            table["previous"],
        )
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ParseError(
            f"is no record of a release: {error}",
            file=path,
            hint="restore the folder from version control, or remove it",
        ) from error


def version_key(version: str) -> tuple[tuple[int, int, str], ...]:
    """Sort key: numbers by value, words before numbers, so that `1.0-rc` comes before `1.0`."""
    parts = re.findall(r"[0-9]+|[A-Za-z]+", version)
    made = [(1, int(p), "") if p.isdigit() else (-1, 0, p) for p in parts]
    return (*made, (0, 0, ""))
