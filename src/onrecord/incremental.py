"""A build that is done already is not done again: the last one is kept under its inputs and the
state of its files, and where neither changed it is the answer."""

import hashlib
import json
import os
from collections.abc import Iterator
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from onrecord.errors import OnrecordError
from onrecord.output import MANIFEST, Listed, Output, write_file
from onrecord.remembered import Built, input_hash, recall
from onrecord.reporter import Reporter
from onrecord.workspace import Workspace

_FILE: Final = "build.json"
_ASSETS: Final = "onrecord_assets"


def build(workspace: Workspace, output: Output, reporter: Reporter | None = None) -> Built:
    """`pipeline.build`, or its last outcome where no input and no published file has changed."""
    sources = input_hash(workspace)
    before = _inputs(workspace, sources)
    report = recall(workspace, sources)
    if report is not None and report.conforms:
        files = _unchanged(workspace, output, before)
        if files is not None:
            return Built(report, files)
    # Loaded here because a build that is done needs nothing of it.
    from onrecord import pipeline

    built = pipeline.build(workspace, output, reporter)
    if built.report.conforms and _inputs(workspace, input_hash(workspace)) == before:
        _remember(workspace, output, before, built)
    return built


def _unchanged(workspace: Workspace, output: Output, inputs: str) -> Listed | None:
    """The files of the last build, if it was of these inputs and nobody touched them."""
    try:
        known = json.loads((workspace.cache / _FILE).read_bytes())
        if known["state"] != _state(output, inputs):
            return None
        return Listed(output.target / MANIFEST, int(known["count"]), int(known["size"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _remember(workspace: Workspace, output: Output, inputs: str, built: Built) -> None:
    """A cache that cannot be written costs time, not correctness."""
    with suppress(OnrecordError, OSError):
        state = _state(output, inputs)
        known = {"state": state, "count": len(built.files), "size": built.size}
        write_file(workspace.inside(workspace.cache / _FILE), json.dumps(known).encode())


def _state(output: Output, inputs: str) -> dict[str, str]:
    return {"target": str(output.target), "inputs": inputs, "files": _published(output.target)}


def _inputs(workspace: Workspace, sources: str) -> str:
    """SHA-256 over everything that a build depends on: the hash of the sources, site, releases,
    the code."""
    digest = hashlib.sha256(sources.encode())
    releases = (p for p in (workspace.root / "releases").rglob("*") if p.is_file())
    for path in (*workspace.files("site", "**/*"), *sorted(releases)):
        digest.update(f"{path}\0".encode() + hashlib.sha256(path.read_bytes()).digest())
    for folder in _code():
        for name, size, changed in _stats(folder):
            if not name.endswith(".pyc"):
                digest.update(f"{name}\0{size}\0{changed}\n".encode())
    return digest.hexdigest()


def _code() -> Iterator[Path]:
    yield Path(__file__).parent
    assets = find_spec(_ASSETS)
    for place in (assets.submodule_search_locations or ()) if assets else ():
        yield Path(place)


def _published(target: Path) -> str:
    """SHA-256 over name, size and time of change of every published file."""
    root = str(target.resolve())
    digest = hashlib.sha256(os.fsencode(root))
    for folder, rows in _folders(root):
        lines = "".join(f"{name}\0{size}\0{changed}\n" for name, size, changed in sorted(rows))
        digest.update(f"{folder}\n{lines}".encode("utf-8", "surrogateescape"))
    return digest.hexdigest()


def _stats(folder: Path) -> list[tuple[str, int, int]]:
    """(path, size, time of change in ns) of every file below a folder, sorted."""
    rows = ((f"{place}/{row[0]}", *row[1:]) for place, rs in _folders(str(folder)) for row in rs)
    return sorted(rows)


def _folders(root: str) -> Iterator[tuple[str, list[tuple[str, int, int]]]]:
    """Every folder from `root` downwards with (name, size, time of change in ns) of its files, in
    the order of their paths."""
    todo = [root]
    while todo:
        folder = todo.pop()
        rows, inner = [], []
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    inner.append(entry.path)
                else:
                    state = entry.stat(follow_symlinks=False)
                    rows.append((entry.name, state.st_size, state.st_mtime_ns))
        yield folder, rows
        todo += sorted(inner, reverse=True)
