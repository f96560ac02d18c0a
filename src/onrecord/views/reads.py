"""What was looked up in a `Library` while something was made of it, so that it need not be made
again before one of these answers changes.

A *cell* is one entry of one table (what `texts` has under an IRI, for example), named by a hash of
both; that a table has nothing under a key is a cell too. Whoever walks through a table reads all.
Nothing escapes, because the tables themselves take note; what is kept from one use to the next
keeps with it what it was made of.
"""

import hashlib
import marshal
from array import array
from collections.abc import Callable, ItemsView, Iterable, Iterator, Mapping, Set, ValuesView
from functools import wraps
from typing import Any, Concatenate, Final, ParamSpec, Protocol, TypeAlias, TypeVar, overload

T = TypeVar("T")
V = TypeVar("V")
P = ParamSpec("P")

Looked: TypeAlias = tuple[bytes, bytes]
"""What was found by looking into tables, packed, because most of it is only handed on; and the
cells that were read, eight bytes each."""
EVERYTHING: Final = 0
"""The cell of whoever reads what is in no table: it is always taken as changed."""


WHOLE: Final = "\0"
"""Stands for the key where a table is read from end to end."""


def cell(table: str, key: str) -> int:
    """The number of a cell, the same in every process."""
    digest = hashlib.blake2b(f"{table}\0{key}".encode("utf-8", "surrogatepass"), digest_size=8)
    return int.from_bytes(digest.digest(), "big")


class Reads:
    """Takes note of the cells that are read; what is being made stands on a stack."""

    def __init__(self) -> None:
        self.open: list[set[int]] = []
        self._kept: dict[Any, Any] = {}
        self._values: dict[str, Any] = {}
        self._before: Mapping[str, Looked] = {}
        self._changed: Set[int] = frozenset()
        self.looked: dict[str, Looked] = {}

    def resume(self, before: Mapping[str, Looked], changed: Set[int]) -> None:
        """What was kept in the last build may be taken where none of its cells has changed."""
        self._before, self._changed = before, changed

    def note(self, number: int) -> None:
        """A cell is read."""
        if self.open:
            self.open[-1].add(number)

    def also(self, numbers: Iterable[int]) -> None:
        """Cells are read that something known already was made of."""
        if self.open:
            self.open[-1].update(numbers)

    def during(self, make: Callable[[], T]) -> tuple[T, tuple[int, ...]]:
        """What `make` gives, and the cells that it read."""
        self.open.append(set())
        try:
            made = make()
        finally:
            seen = self.open.pop()
        return made, tuple(seen)

    def once(self, key: Any, make: Callable[[], T], kept: dict[Any, Any] | None = None) -> T:
        """What `make` gave the first time, here or in `kept`; whoever asks reads what it read."""
        table = self._kept if kept is None else kept
        if key not in table:
            table[key] = self.during(make)
        made: T
        made, seen = table[key]
        self.also(seen)
        return made

    def kept(self, key: str, make: Callable[[], Any]) -> Any:
        """What `make` gave here or in the last build, as plain values (see `results`); whoever asks
        reads what it read."""
        if key not in self._values:
            self._values[key] = marshal.loads(self._looked(key, make)[0])
        self.also(cells_of(self.looked[key][1]))
        return self._values[key]

    def instead(self, key: str, make: Callable[[], Any]) -> tuple[Any, Any] | None:
        """What `make` gave in the last build (None: nothing) and gives now; nothing where that is
        the same. Whoever asks reads what was read for it now."""
        before, (now, cells) = self._before.get(key), self._looked(key, make)
        self.also(cells_of(cells))
        if before and before[0] == now:
            return None
        return before and marshal.loads(before[0]), marshal.loads(now)

    def before(self, key: str) -> Any:
        """What was kept in the last build; None where nothing was."""
        known = self._before.get(key)
        return known and marshal.loads(known[0])

    def _looked(self, key: str, make: Callable[[], Any]) -> Looked:
        if key not in self.looked:
            known = self._before.get(key)
            if known is None or not self._changed.isdisjoint(cells_of(known[1])):
                made, seen = self.during(make)
                known = marshal.dumps(made), array("Q", sorted(seen)).tobytes()
            self.looked[key] = known
        return self.looked[key]


def cells_of(packed: bytes) -> memoryview:
    """The numbers of cells that were packed, eight bytes each."""
    return memoryview(packed).cast("Q")


class Watched(Mapping[str, V]):
    """A table whose entries are noted as they are read."""

    __slots__ = ("_cells", "_name", "_open", "_reads", "_table", "_whole")

    def __init__(self, name: str, table: Mapping[str, V], reads: Reads) -> None:
        self._name, self._table, self._reads = name, table, reads
        self._open = reads.open
        self._cells: dict[str, int] = {}
        self._whole = cell(name, WHOLE)

    def _number(self, key: str) -> int:
        found = self._cells.get(key)
        if found is None:
            found = self._cells[str(key)] = cell(self._name, key)
        return found

    def _read(self, key: str) -> None:
        """Notes an entry; all that pages look up goes through here, so nothing else is called."""
        if self._open:
            self._open[-1].add(self._cells.get(key) or self._number(key))

    def __getitem__(self, key: str) -> V:
        self._read(key)
        return self._table[key]

    @overload
    def get(self, key: str) -> V | None: ...
    @overload
    def get(self, key: str, default: V | T) -> V | T: ...
    def get(self, key: str, default: Any = None) -> Any:
        """The entry, or the default."""
        self._read(key)
        return self._table.get(key, default)

    def __contains__(self, key: object) -> bool:
        self._read(str(key))
        return key in self._table

    def __iter__(self) -> Iterator[str]:
        self._reads.note(self._whole)
        return iter(self._table)

    def __len__(self) -> int:
        self._reads.note(self._whole)
        return len(self._table)

    def values(self) -> ValuesView[V]:
        """All entries."""
        self._reads.note(self._whole)
        return self._table.values()

    def items(self) -> ItemsView[str, V]:
        """All keys with their entries."""
        self._reads.note(self._whole)
        return self._table.items()


class _Watched(Protocol):
    @property
    def reads(self) -> Reads: ...


L = TypeVar("L", bound=_Watched)


def remembered(make: Callable[Concatenate[L, P], T]) -> Callable[Concatenate[L, P], T]:
    """Keeps what a function answers about a library, for as long as the library is there."""

    @wraps(make)
    def found(library: L, /, *args: P.args, **kwargs: P.kwargs) -> T:
        return library.reads.once((make, *args), lambda: make(library, *args, **kwargs))

    return found
