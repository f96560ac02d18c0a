"""The publication that is there already, as far as files of the next one may be taken from it.

Nothing is taken from a publication that somebody touched, or that other code, other templates or
other settings made: `incremental` sees to that. Of what is left, a file may stay where what it was
made of is as it was; the memory of that lies beside the reports, bound to the publication by the
hash of its manifest, and a memory that is torn or of another publication is none.
"""

import hashlib
import mmap
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, Final

from onrecord.digests import Digests
from onrecord.errors import OnrecordError
from onrecord.output import MANIFEST, Kept, Written, published
from onrecord.publish import memory, parts
from onrecord.rdf.read import TOLD
from onrecord.rdf.runs import Run
from onrecord.results import Results
from onrecord.views.differing import State, changed
from onrecord.views.library import Library
from onrecord.views.reads import EVERYTHING, Looked, Reads, cells_of
from onrecord.workspace import Workspace

Made = tuple[bytes, bytes]
"""The digest of what a file was made of, and the cells that were read, eight bytes each."""
Index = tuple[str, int, bytes, bytes, bytes, list[str], bytes]
"""Where the blocks of a large file stand: see `sheets`."""


KEPT: Final = Kept()


def kept(paths: Sequence[str]) -> Iterator[tuple[str, Kept]]:
    """Files that stay as they are."""
    if paths:
        yield paths[0], Kept(paths[1:])


Files = dict[str, list[tuple[str, bytes]]]
"""By the IRI of a graph, names and SHA-256 of its sources."""


@dataclass
class Memory:
    """What the files of a publication were made of: by path, the state of the library, the indexes
    of large files, and what was found by looking into the library; by graph, the documents that its
    runs belong to with their keys, and its sources."""

    made: dict[str, Made] = field(default_factory=dict)
    library: State | None = None
    indexes: dict[str, Index] = field(default_factory=dict)
    looked: dict[str, Looked] = field(default_factory=dict)
    runs: list[tuple[str, list[str], bytes]] = field(default_factory=list)
    files: Files = field(default_factory=dict)


@dataclass
class Earlier:
    """The files of the last publication in `folder` and what they were made of (`old`); and what
    those of this one are made of (`new`); and the `results` that need not be found out again.
    `identity` is the hash of its manifest; `inputs` that of the sources as they are now, from the
    `digests` of each.

    Without `files`, which is so at first, everything is made.
    """

    files: Mapping[str, Written] = field(default_factory=dict)
    folder: Path = Path()
    old: Memory = field(default_factory=Memory)
    new: Memory = field(default_factory=Memory)
    results: Results = field(default_factory=Results)
    identity: bytes = b""
    digests: Digests | None = None
    inputs: str = ""

    def __post_init__(self) -> None:
        self._reads = Reads()
        self._seen: dict[bytes, bool] = {}
        self._packed: dict[bytes, bytes] = {}
        self.exchanged: dict[str, set[bytes]] = {}
        self.kept = memory.Kept()

    @classmethod
    def of(cls, workspace: Workspace, target: Path) -> "Earlier":
        """What may be taken from the publication at `target`, which nobody touched."""
        made, results, tables = _read(workspace, target)
        found = cls(published(target), target, made, results=results, identity=_identity(target))
        found.kept = tables
        return found

    def compare(self, library: Library) -> None:
        """Finds out which cells of the library are not what they were."""
        self.new.library = library.state
        old, now, reads = self.old.library, library.state, library.reads
        cells = changed(old, now, self.results, library.others) if old else {EVERYTHING}
        reads.resume(self.old.looked, cells)
        self._seen.clear()
        self._reads, self.new.looked = reads, reads.looked

    def stays(self, path: str, recipe: str) -> bool:
        """Whether a file stays as it is: it was made by the same recipe, and no cell that was read
        for it has changed. It is remembered for the next time then."""
        return self.same(path, _digest(recipe))

    def same(self, path: str, key: bytes) -> bool:
        """As `stays`, by the key of a recipe."""
        known = self.old.made.get(path)
        if path not in self.files or known is None or known[0] != key or self._touched(known[1]):
            return False
        self.new.made[path] = known
        return True

    def staying(self, rows: Iterable[tuple[str, bytes]]) -> list[str]:
        """Those of the files, with the keys of their recipes, that stay as `stays` has it."""
        made, fresh, seen, files = self.old.made, self.new.made, self._seen, self._there
        found = []
        for path, key in rows:
            known = made.get(path)
            if known is None or known[0] != key or path not in files:
                continue
            touched = seen.get(known[1])
            if not (self._touched(known[1]) if touched is None else touched):
                fresh[path] = known
                found.append(path)
        return found

    def has(self, paths: Iterable[str]) -> bool:
        """Whether all these files are there."""
        return self._there.issuperset(paths)

    @cached_property
    def _there(self) -> frozenset[str]:
        return frozenset(self.files)

    def _touched(self, reads: bytes) -> bool:
        """Whether one of the cells has changed; many files were made of the same ones."""
        found = self._seen.get(reads)
        if found is None:
            found = self._seen[reads] = self._reads.touched(cells_of(reads))
        return found

    def note(self, path: str, recipe: str, reads: bytes = b"") -> None:
        """Remembers what a file was made of."""
        self.note_same(path, _digest(recipe), reads)

    def note_same(self, path: str, key: bytes, reads: bytes = b"") -> None:
        """As `note`, by the key of a recipe."""
        self.new.made[path] = key, self._packed.setdefault(reads, reads)

    def indexed(self, path: str) -> Index | None:
        """Where the blocks of a large file of the last publication stand."""
        return self.old.indexes.get(path) if path in self.files else None

    def bytes_of(self, path: str) -> memoryview:
        """A file of the last publication, which is only read where somebody looks."""
        with (self.folder / path).open("rb") as file:
            if not self.files[path].size:
                return memoryview(b"")
            return memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))

    def note_runs(self, graphs: Mapping[str, Sequence[Run]]) -> None:
        """Remembers the runs of all graphs, in the order of the dump as N-Quads."""
        self.new.runs = [
            (iri, [run.owner for run in runs], b"".join(run.key for run in runs))
            for iri, runs in graphs.items()
        ]

    def keep(self, workspace: Workspace, target: Path) -> bytes:
        """Writes the memory for the publication at `target`, and gives its identity; a memory that
        cannot be written costs time, not correctness."""
        identity = _identity(target)
        self._reads.hand_on()
        self.results.hand_on()
        sources = (digest for files in self.new.files.values() for _, digest in files)
        self.results.carry(TOLD, sources)
        with suppress(OnrecordError, OSError):
            folder = workspace.inside(workspace.cache)
            kept = parts.keep(folder, self.results, f"parts-{identity.hex()[:16]}.bin")
            tables, rest = _divided(self.new, kept)
            memory.keep(folder, (identity, *rest), tables, self.kept, identity)
            parts.tidy(folder, kept[0])
        return identity


def _digest(recipe: str) -> bytes:
    return hashlib.blake2b(recipe.encode("utf-8", "surrogatepass"), digest_size=16).digest()


def _identity(target: Path) -> bytes:
    return hashlib.sha256((target / MANIFEST).read_bytes()).digest()


_TYPED: Final = "typed"


def _divided(new: Memory, kept: parts.Kept) -> tuple[memory.Tables, tuple[Any, ...]]:
    """The large tables of a memory, and the rest of it."""
    name, size, results = kept
    answers = dict(new.library.answers) if new.library else {}
    library = tuple(new.library[:-1]) if new.library else ()
    tables: memory.Tables = {"made": new.made, "looked": new.looked, "answers": answers}
    tables[_TYPED] = results.get(_TYPED, {})
    small = {of: table for of, table in results.items() if of != _TYPED}
    return tables, (library, new.indexes, new.runs, new.files, (name, size, small))


def _joined(tables: memory.Tables, rest: tuple[Any, ...]) -> tuple[Memory, parts.Kept]:
    library, indexes, runs, files, (name, size, results) = rest
    state = State._make((*library, tables["answers"])) if library else None
    made = Memory(tables["made"], state, indexes, tables["looked"], runs, files)
    return made, (name, size, {**results, _TYPED: tables[_TYPED]})


def _read(workspace: Workspace, target: Path) -> tuple[Memory, Results, memory.Kept]:
    with suppress(OSError, ValueError, EOFError, TypeError, KeyError, OnrecordError):
        folder = workspace.inside(workspace.cache)
        (identity, *rest), tables = memory.read(folder)
        if identity == _identity(target):
            made, kept = _joined(tables.tables, tuple(rest))
            return made, parts.opened(folder, kept), tables
    return Memory(), Results(), memory.Kept()
