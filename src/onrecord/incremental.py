"""A build that is done already is not done again: the last one is kept under its inputs and the
state of its files, and where neither changed it is the answer.

The files are looked at in another process while this one begins with what depends on their being
untouched; where they were touched it begins again, from nothing.
"""

import gc
import hashlib
import json
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, nullcontext, suppress
from dataclasses import dataclass, fields
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from onrecord.confine import ready
from onrecord.digests import Again, Digests
from onrecord.errors import OnrecordError
from onrecord.libraries import versions
from onrecord.output import MANIFEST, Listed, Output, write_file
from onrecord.output.spare import Spare
from onrecord.output.state import Seen, seen, seen_beside, states_of, stats
from onrecord.remembered import Built, input_hash, recall
from onrecord.reporter import Reporter
from onrecord.workspace import CONFIG_NAME, Workspace

_FILE: Final = "build.json"
_ASSETS: Final = "onrecord_assets"
_LIBRARIES: Final = tuple(
    "babel edtf jinja2 markupsafe pillow pygraphviz pyoxigraph rdflib".split()
)


def build(workspace: Workspace, output: Output, reporter: Reporter | None = None) -> Built:
    """`pipeline.build`, or its last outcome where no input and no published file has changed."""
    output.seen.clear()
    digests = Digests(workspace)
    with _last(workspace, output) as last:
        sources = input_hash(workspace, digests)
        inputs, ground = _inputs(workspace, sources), _ground(workspace)
        report = recall(workspace, sources)
        is_done = (last.done.inputs, last.done.ground) == (inputs, ground) if last else False
        if last and report and report.conforms and is_done and last.is_untouched():
            digests.keep()
            return Built(report, Listed(output.target / MANIFEST, last.done.count, last.done.size))
        trusted = last if last and last.done.ground == ground else None
        # Whether a source has changed since it was read.
        again = Again(lambda: _inputs(workspace, input_hash(workspace, digests)))
        given = workspace, output, reporter, digests, sources, again
        done: _Done | None = None
        with ExitStack() as going_on:
            try:
                built = going_on.enter_context(_built(*given, trusted))
            except Exception:
                # Whatever went wrong, it may have been for that.
                if trusted is None or trusted.is_untouched():
                    raise
                trusted = None
                again.found = ""
                built = going_on.enter_context(_built(*given, None))
            after = again.now(), _ground(workspace)
            digests.keep()
            if built.report.conforms and after == (inputs, ground):
                now = _states(output, trusted.done.folders if trusted else None)
                left = [(spare.name, sorted(spare.others), spare.state) for spare in output.spare]
                done = _Done(*after, len(built.files), built.size, now, left)
        if done:
            _remember(workspace, output, done)
        return built


@contextmanager
def _built(
    workspace: Workspace,
    output: Output,
    reporter: Reporter | None,
    digests: Digests,
    sources: str,
    again: Again,
    trusted: "_Last | None",
) -> Iterator[Built]:
    """A build that takes over what it can of the last one, if that is to be trusted; its memory is
    written until the end."""
    # Loaded here because a build that is done needs nothing of it; and before there is a child, who
    # would have to load the same.
    from onrecord import pipeline
    from onrecord.publish.earlier import Earlier

    with ready(_checking) if trusted and output.target.exists() else nullcontext() as checker:
        earlier = Earlier.of(workspace, output.target) if trusted else Earlier()
        if trusted:
            earlier.confirm = trusted.confirm
        output.spare[:] = trusted.done.spares if trusted and earlier.files else ()
        if trusted and earlier.files:
            earlier.files.totals = trusted.done.count, trusted.done.size
        earlier.digests, earlier.inputs, earlier.checker = digests, sources, checker
        earlier.again = again
        with (
            _undisturbed() if earlier.files else nullcontext(),
            pipeline.building(workspace, output, reporter, earlier) as built,
        ):
            yield built


def _checking() -> Callable[[bytes], bytes]:
    """What shapes are checked with, which takes a while to load."""
    from onrecord.validate.shacl import checker

    return checker()


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
class _Done:
    """What a build was made of, how many files and bytes came of it, the state of the files in each
    folder, and the spare publication that it left."""

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


class _Touched(Exception):
    """Somebody touched a published file."""


class _Last:
    """The last build as it was `done`, and whether its files are still as it left them, which is
    known when somebody asks."""

    def __init__(self, done: _Done, look: Callable[[], Seen], output: Output) -> None:
        self.done, self._look, self._output = done, look, output
        self._is_untouched: bool | None = None

    def is_untouched(self) -> bool:
        """Whether nobody touched the files; if so the output is told which it has."""
        if self._is_untouched is None:
            self._is_untouched = False
            with suppress(OSError):
                found = self._look()
                if found.states == self.done.folders:
                    self._is_untouched = True
                    self._output.seen[:] = [found]
        return self._is_untouched

    def confirm(self) -> None:
        """Raises where somebody did."""
        if not self.is_untouched():
            raise _Touched


@contextmanager
def _last(workspace: Workspace, output: Output) -> Iterator[_Last | None]:
    """The last build, if it was here; its files are looked at while the caller goes on."""
    done = None
    with suppress(OSError, ValueError, KeyError, TypeError):
        known = json.loads((workspace.cache / _FILE).read_bytes())
        done = _Done(**known["build"]) if known["place"] == _place(output) else None
    if done is None:
        yield None
        return
    with seen_beside(str(output.target.resolve()), done.count) as look:
        yield _Last(done, look, output)


def _remember(workspace: Workspace, output: Output, done: _Done) -> None:
    """A cache that cannot be written costs time, not correctness."""
    with suppress(OnrecordError, OSError):
        known = {
            "place": _place(output),
            "build": {f.name: getattr(done, f.name) for f in fields(done)},
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
    told = "\0".join((sys.version, *versions(_LIBRARIES)))
    digest = hashlib.sha256(told.encode())
    for path in (workspace.root / CONFIG_NAME, *workspace.files("site", "**/*")):
        digest.update(f"{path}\0".encode() + hashlib.sha256(path.read_bytes()).digest())
    for folder in _code():
        for name, size, changed in stats(folder):
            if not name.endswith(".pyc"):
                digest.update(f"{name}\0{size}\0{changed}\n".encode())
    return digest.hexdigest()


def _code() -> Iterator[Path]:
    yield Path(__file__).parent
    assets = find_spec(_ASSETS)
    for place in (assets.submodule_search_locations or ()) if assets else ():
        yield Path(place)


def _states(output: Output, known: dict[str, str] | None) -> dict[str, str]:
    """The state of each folder of the publication; where those of the last one are `known`, only
    what this one touched is looked at."""
    root = str(output.target.resolve())
    if known is None:
        return seen(root).states
    here = {folder: known[folder] for folder in known if folder not in output.touched}
    return here | (output.states or states_of(root, output.touched))
