"""A build that is done already is not done again: the last one is kept under its inputs and the
state of its files, and where neither changed it is the answer."""

import gc
import hashlib
import json
import os
import sys
from array import array
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext, suppress
from dataclasses import dataclass, fields
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from onrecord.digests import Digests
from onrecord.errors import OnrecordError
from onrecord.output import MANIFEST, Listed, Output, write_file
from onrecord.output.spare import Spare
from onrecord.remembered import Built, input_hash, recall
from onrecord.reporter import Reporter
from onrecord.workspace import CONFIG_NAME, Workspace

_FILE: Final = "build.json"
_ASSETS: Final = "onrecord_assets"
_File = tuple[str, int, int, int]
"""Name, size, time of change in ns, and inode."""
_LIBRARIES: Final = tuple(
    "babel edtf jinja2 markupsafe pillow pygraphviz pyoxigraph rdflib".split()
)


def build(workspace: Workspace, output: Output, reporter: Reporter | None = None) -> Built:
    """`pipeline.build`, or its last outcome where no input and no published file has changed."""
    digests = Digests(workspace)
    sources = input_hash(workspace, digests)
    inputs, ground = _inputs(workspace, sources), _ground(workspace)
    last = _last(workspace, output)
    report = recall(workspace, sources)
    if last and report and report.conforms and (last.inputs, last.ground) == (inputs, ground):
        digests.keep()
        return Built(report, Listed(output.target / MANIFEST, last.count, last.size))
    # Loaded here because a build that is done needs nothing of it.
    from onrecord import pipeline
    from onrecord.publish.earlier import Earlier

    trusted = last is not None and last.ground == ground
    earlier = Earlier.of(workspace, output.target) if trusted else Earlier()
    output.spare[:] = last.spares if last and earlier.files else ()
    earlier.digests, earlier.inputs = digests, sources
    with _undisturbed() if earlier.files else nullcontext():
        built = pipeline.build(workspace, output, reporter, earlier)
    after = _inputs(workspace, input_hash(workspace, digests)), _ground(workspace)
    digests.keep()
    if built.report.conforms and after == (inputs, ground):
        known = last.folders if trusted and last else {}
        folders = {f: known[f] for f in known if f not in output.touched}
        left = [(spare.name, sorted(spare.others), spare.state) for spare in output.spare]
        now = _published(output, folders)
        build = _Build(inputs, ground, len(built.files), built.size, now, left)
        _remember(workspace, output, build)
    return built


@contextmanager
def _undisturbed() -> Iterator[None]:
    """No search for circles among the millions of objects of a memory: a change makes few."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        # They would all count as new, and be looked through at once: now they count as old.
        gc.freeze()
        gc.unfreeze()
        if enabled:
            gc.enable()


@dataclass(frozen=True, slots=True)
class _Build:
    """What the last build was made of, how many files and bytes came of it, the state of the files
    in each folder, and the spare publication that it left."""

    inputs: str
    ground: str
    count: int
    size: int
    folders: dict[str, str]
    left: list[tuple[str, list[str], str]]

    @property
    def spares(self) -> list[Spare]:
        """The spare publication, if there is one."""
        return [Spare(name, frozenset(others), state) for name, others, state in self.left]


def _last(workspace: Workspace, output: Output) -> _Build | None:
    """The last build, if it was here and nobody touched its files."""
    output.inodes.clear()
    try:
        known = json.loads((workspace.cache / _FILE).read_bytes())
        build = _Build(**known["build"])
        same = known["place"] == _place(output) and build.folders == _published(output, {})
        return build if same else None
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _remember(workspace: Workspace, output: Output, build: _Build) -> None:
    """A cache that cannot be written costs time, not correctness."""
    with suppress(OnrecordError, OSError):
        known = {
            "place": _place(output),
            "build": {f.name: getattr(build, f.name) for f in fields(build)},
        }
        write_file(workspace.inside(workspace.cache / _FILE), json.dumps(known).encode())


def _place(output: Output) -> list[str]:
    return [str(output.target), str(output.target.resolve())]


def _inputs(workspace: Workspace, sources: str) -> str:
    """SHA-256 over what a publication is made of: the hash of the sources, and the releases."""
    digest = hashlib.sha256(sources.encode())
    for path in sorted(p for p in (workspace.root / "releases").rglob("*") if p.is_file()):
        digest.update(f"{path}\0".encode() + hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def _ground(workspace: Workspace) -> str:
    """SHA-256 over what every file of a publication may depend on: the settings, the site, the
    code, and the libraries that it is made with."""
    versions = (sys.version, *(version(name) for name in _LIBRARIES))
    digest = hashlib.sha256("\0".join(versions).encode())
    for path in (workspace.root / CONFIG_NAME, *workspace.files("site", "**/*")):
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


def _published(output: Output, known: dict[str, str]) -> dict[str, str]:
    """By folder of the publication, a hash over name, size and time of change of its files; where
    something is `known`, only the folders that the last publication touched are looked at. The
    output is told which files it has."""
    root = str(output.target.resolve())
    found = dict(known)
    for folder, rows in _touched(root, output.touched) if known else _folders(root):
        name = folder[len(root) + 1 :]
        rows.sort()
        found[name] = _told(rows)
        if not known:
            output.inodes[name] = {row[0]: row[3] for row in rows}
    return found


def _told(rows: list[_File]) -> str:
    """A hash over the names, sizes and times of some files; no name has a zero in it."""
    names = "\0".join([row[0] for row in rows]).encode("utf-8", "surrogateescape")
    numbers = array("q", [number for row in rows for number in row[1:3]]).tobytes()
    return hashlib.blake2b(names + b"\0\0" + numbers, digest_size=16).hexdigest()


def _touched(root: str, folders: set[str]) -> Iterator[tuple[str, list[_File]]]:
    """Those of the folders that are there, as `_folders` has them."""
    for folder in folders:
        path = f"{root}/{folder}" if folder else root
        with suppress(FileNotFoundError, NotADirectoryError):
            yield path, _files(path)[0]


def _stats(folder: Path) -> list[tuple[str, int, int]]:
    """(path, size, time of change in ns) of every file below a folder, sorted."""
    rows = ((f"{place}/{row[0]}", *row[1:3]) for place, rs in _folders(str(folder)) for row in rs)
    return sorted(rows)


def _folders(root: str) -> Iterator[tuple[str, list[_File]]]:
    """Every folder from `root` downwards with its files, in the order of their paths."""
    todo = [root]
    while todo:
        folder = todo.pop()
        rows, inner = _files(folder)
        yield folder, rows
        todo += sorted(inner, reverse=True)


def _files(folder: str) -> tuple[list[_File], list[str]]:
    """The files of a folder, and the paths of the folders in it."""
    rows, inner = [], []
    # From inside of the folder a file is found without going all the way again.
    here = os.open(folder, os.O_RDONLY)
    try:
        with os.scandir(here) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    inner.append(f"{folder}/{entry.name}")
                else:
                    state = entry.stat(follow_symlinks=False)
                    rows.append((entry.name, state.st_size, state.st_mtime_ns, state.st_ino))
    finally:
        os.close(here)
    return rows, inner
