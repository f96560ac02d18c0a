"""The publication that is there already, as far as files of the next one may be taken from it.

Nothing is taken from a publication that somebody touched, or that other code, other templates or
other settings made: `incremental` sees to that. Of what is left, a file may stay where what it was
made of is as it was; the memory of that lies beside the reports, bound to the publication by the
hash of its manifest, and a memory that is torn or of another publication is none.
"""

import hashlib
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any, Final

from onrecord.confine import Limits, Ready, complaints, ready
from onrecord.digests import Again, Digests
from onrecord.errors import OnrecordError
from onrecord.output import Kept, Mapped, Rest, published
from onrecord.output.rows import Rows
from onrecord.output.sealed import Marking, read_marked
from onrecord.publish import parts
from onrecord.rdf.read import TOLD
from onrecord.rdf.runs import Run
from onrecord.results import Results
from onrecord.views.differing import State, changed
from onrecord.views.groups import Groups
from onrecord.views.library import Library
from onrecord.views.reads import EVERYTHING, Reads
from onrecord.workspace import Workspace

Index = tuple[str, int, bytes, bytes, bytes, tuple[list[str], bytes], bytes]
"""Where the blocks of a large file stand: see `sheets`."""


KEPT: Final = Kept()
Files = dict[str, list[tuple[str, bytes]]]
"""By the IRI of a graph, names and SHA-256 of its sources."""


@dataclass
class Memory:
    """What a publication was made of: the key of what each file was made of that is told by it, and
    of each document with RDF files; the paths of all others but pages; the state of the library,
    the indexes of large files, by graph the documents that its runs belong to with their keys, and
    its sources."""

    made: dict[str, bytes] = field(default_factory=dict)
    described: dict[str, bytes] = field(default_factory=dict)
    alone: set[str] = field(default_factory=set)
    library: State | None = None
    indexes: dict[str, Index] = field(default_factory=dict)
    runs: list[tuple[str, list[str], bytes]] = field(default_factory=list)
    files: Files = field(default_factory=dict)


@dataclass
class Earlier:
    """The files of the last publication in `folder` and what they were made of (`old`); and what
    those of this one are made of (`new`), and which paths are `gone`; and the `results` that need
    not be found out again. `identity` is the hash of its manifest; `inputs` that of the sources as
    they are now, from the `digests` of each. `confirm` is called before anything that was taken
    from the files is kept, and raises where somebody touched one; who has made the dumps looks at
    the sources `again`; `meanwhile` is done before the dumps are waited for; the `checker` is a
    process that waits to be told what shapes are to check.

    Without `files`, which is so at first, everything is made.
    """

    files: Rows = field(default_factory=Rows)
    folder: Path = Path()
    old: Memory = field(default_factory=Memory)
    new: Memory = field(default_factory=Memory)
    results: Results = field(default_factory=Results)
    identity: bytes = b""
    digests: Digests | None = None
    inputs: str = ""
    gone: set[str] = field(default_factory=set)
    confirm: Callable[[], None] = lambda: None
    again: Again = field(default_factory=Again)
    meanwhile: list[Callable[[], None]] = field(default_factory=list)
    checker: Ready | None = None

    def __post_init__(self) -> None:
        self._reads = Reads()
        self.exchanged: dict[str, set[bytes]] = {}
        self._shared: dict[bytes, bytes] = {}
        self.pages = Groups(_PAGES, self.results)

    @classmethod
    def of(cls, workspace: Workspace, target: Path) -> "Earlier":
        """What may be taken from the publication at `target`, which nobody touched."""
        files = published(target)
        made, results = _read(workspace, files.digest)
        if made.library is None:
            return cls()
        return cls(files, target, made, results=results, identity=files.digest)

    def compare(self, library: Library) -> None:
        """Finds out which cells of the library are not what they were."""
        self.new.library, self._reads = library.state, library.reads
        old, now = self.old.library, library.state
        cells = changed(old, now, self.results, library.others) if old else {EVERYTHING}
        self._reads.resume(self.results, cells)

    def stays(self, path: str, recipe: str) -> bool:
        """Whether a file stays as it is, because it was made by the same recipe. It is remembered
        for the next time."""
        return self.same(path, _digest(recipe))

    def same(self, path: str, key: bytes) -> bool:
        """As `stays`, by the key of a recipe."""
        self.new.made[path] = key
        return bool(self.files) and self.old.made.get(path) == key

    def note_alone(self, path: str) -> None:
        """A file that is there for no other reason than that it was made."""
        if path not in self.new.made:
            self.new.alone.add(path)

    def rest(self) -> Rest:
        """All files that nobody made, but for those that are gone."""
        lost = (self.old.made.keys() - self.new.made) | (self.old.alone - self.new.alone)
        return Rest(self.gone | lost)

    def indexed(self, path: str) -> Index | None:
        """Where the blocks of a large file of the last publication stand."""
        return self.old.indexes.get(path) if path in self.files else None

    def shared(self, told: bytes) -> bytes:
        """What is kept of a file: where it is the same of several, it is kept once."""
        return self._shared.setdefault(told, told)

    def file_of(self, path: str) -> Mapped:
        """A file of the last publication."""
        return Mapped(self.folder / path)

    def bytes_of(self, path: str) -> memoryview:
        """Its bytes, which are only read where somebody looks."""
        return self.file_of(path).data

    def note_runs(self, graphs: Mapping[str, Sequence[Run]]) -> None:
        """Remembers the runs of all graphs, in the order of the dump as N-Quads."""
        self.new.runs = [
            (iri, [run.owner for run in runs], b"".join(run.key for run in runs))
            for iri, runs in graphs.items()
        ]

    @contextmanager
    def keeping(self, workspace: Workspace) -> Iterator[Callable[[bytes], None]]:
        """Writes the memory for a publication, of which the identity is told at last, in another
        process: who makes the publication goes on meanwhile. A memory that cannot be written costs
        time, not correctness."""
        fresh = workspace.cache / f".{_FILE}.{os.getpid()}"
        with ExitStack() as going_on:
            going_on.callback(_away, fresh)  # where the publication comes to nothing
            keeper = going_on.enter_context(ready(partial(self._keep, workspace, fresh)))
            told: list[Callable[[], bytes]] = []

            def tell(identity: bytes) -> None:
                failed = complaints("keeping the memory", "build again")
                told.append(going_on.enter_context(keeper(identity, _LIMITS, failed)))

            try:
                yield tell
            finally:
                if not told:
                    tell(b"")  # nothing came of it: who is ended in the middle leaves a file behind
                for ended in told:
                    with suppress(OnrecordError):
                        ended()

    def _keep(self, workspace: Workspace, fresh: Path) -> Callable[[bytes], bytes]:
        self._reads.keep()
        self.results.hand_on()
        sources = (digest for files in self.new.files.values() for _, digest in files)
        self.results.carry(TOLD, sources)
        folder = workspace.inside(workspace.cache)
        folder.mkdir(parents=True, exist_ok=True)
        kept = parts.keep(folder, self.results)
        with ThreadPoolExecutor(1) as beside:
            settled = beside.submit(parts.settle, folder, kept)
            new = self.new
            library = tuple(new.library) if new.library else ()
            made: Any = new.made, new.described, new.alone, library
            made = (*made, new.indexes, new.runs, new.files)
            memory = Marking(folder / _FILE, (made, kept), fresh)
            tidy = parts.tidying(folder, kept[0])
        settled.result()

        def finish(identity: bytes) -> bytes:
            with suppress(OSError):
                if identity:
                    memory.mark(identity)
                    tidy()
            return b""

        return finish


def _away(path: Path) -> None:
    with suppress(OSError):
        path.unlink()


def _digest(recipe: str) -> bytes:
    return hashlib.blake2b(recipe.encode("utf-8", "surrogatepass"), digest_size=16).digest()


_LIMITS: Final = Limits(seconds=600.0)
_FILE: Final = "made.bin"
_PAGES: Final = "pages"


def _read(workspace: Workspace, publication: bytes) -> tuple[Memory, Results]:
    with suppress(OSError, ValueError, TypeError, KeyError, OnrecordError):
        folder = workspace.inside(workspace.cache)
        identity, ((made, described, alone, library, *rest), kept) = read_marked(folder / _FILE)
        if identity == publication:
            state = State._make(library) if library else None
            memory = Memory(made, described, alone, state, *rest)
            return memory, parts.opened(folder, kept)
    return Memory(), Results()
