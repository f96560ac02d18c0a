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
from collections.abc import Callable, ItemsView, Iterable, Iterator, Mapping, ValuesView
from functools import partial, wraps
from itertools import islice
from typing import Any, Concatenate, Final, ParamSpec, Protocol, TypeAlias, TypeVar, overload
from zlib import crc32

from onrecord.results import Results
from onrecord.views.groups import Groups, Members, cells_of

T = TypeVar("T")
V = TypeVar("V")
P = ParamSpec("P")

Looked: TypeAlias = tuple[bytes, bytes, int]
"""What was found by looking into tables, packed, because most of it is only handed on; the cells
that were read, eight bytes each; and the cell that it is itself."""
EVERYTHING: Final = 0
"""The cell of whoever reads what is in no table: it is always taken as changed."""


WHOLE: Final = "\0"
"""Stands for the key where a table is read from end to end."""
LOOKED: Final = "looked"
_KEPT: Final = "kept"
_PARTS: Final = 32
"""Groups of what is kept under one name."""
_MAKERS: Final[dict[str, Callable[[Any, str], Any]]] = {}


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
        self._before = Groups(LOOKED, Results())
        self._changed: set[int] = {EVERYTHING}
        self._unsure: dict[int, str] = {}
        self.suspect: set[int] = {EVERYTHING}
        self._dirty: set[str] = set()
        self.looked: dict[str, Looked] = {}
        self.makers: dict[str, Callable[[str], Any]] = {}

    def serve(self, library: Any) -> None:
        """Lets what is kept about this library be made."""
        self.makers |= {name: partial(make, library) for name, make in _MAKERS.items()}

    def resume(self, results: Results, changed: Iterable[int]) -> None:
        """What was kept in the last build may be taken where none of its cells has changed.

        What was made of others that may be different is not made again before it is known that one
        of them is: most of them come out as they were.
        """
        self._before, self._changed = Groups(LOOKED, results), set(changed)
        self._unsure, self._dirty = {}, set()
        reached = self._changed
        while reached:
            found: set[int] = set()
            for group in self._before.reached(reached):
                for key, known in self._before.members(group).items():
                    if key not in self._dirty and not reached.isdisjoint(cells_of(known[1])):
                        self._dirty.add(key)
                        self._unsure[known[2]] = key
                        found.add(known[2])
            reached = found
        self.suspect = self._changed | self._unsure.keys()

    def touched(self, cells: Iterable[int]) -> bool:
        """Whether one of the cells is not what it was in the last build."""
        if self.suspect.isdisjoint(cells):
            return False
        if not self._changed.isdisjoint(cells):
            return True
        return any(map(self._differs, self._unsure.keys() & cells))

    def _differs(self, number: int) -> bool:
        """Whether what was kept in the last build comes out otherwise."""
        key = self._unsure.pop(number, None)
        if key and key.partition("\0")[0] in self.makers:
            known = self._known(key)
            if known and known[0] == self._looked(key)[0]:
                return False
        elif key is None and number not in self._changed:
            return False
        self._changed.add(number)
        return True

    def note(self, number: int) -> None:
        """A cell is read."""
        if self.open:
            self.open[-1].add(number)

    def also(self, numbers: Iterable[int]) -> None:
        """Cells are read that something known already was made of."""
        if self.open:
            self.open[-1].update(numbers)

    def during(
        self, make: Callable[P, T], *args: P.args, **kwargs: P.kwargs
    ) -> tuple[T, tuple[int, ...]]:
        """What `make` gives, and the cells that it read."""
        self.open.append(set())
        try:
            made = make(*args, **kwargs)
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

    def kept(self, name: str, it: str = "") -> Any:
        """What the maker of that name gave about something, here or in the last build, as plain
        values (see `results`). It is a cell of its own, so that whoever asks has read nothing else
        where it comes out the same."""
        key = f"{name}\0{it}"
        if key not in self._values:
            self._values[key] = marshal.loads(self._looked(key)[0])
        self.note(self.looked[key][2])
        return self._values[key]

    def instead(self, name: str, it: str = "") -> tuple[Any, Any] | None:
        """What was kept in the last build (None: nothing) and is now; nothing where that is the
        same."""
        before, now = self._known(f"{name}\0{it}"), self._looked(f"{name}\0{it}")
        self.note(now[2])
        if before and before[0] == now[0]:
            return None
        return before and marshal.loads(before[0]), marshal.loads(now[0])

    def before(self, name: str, it: str = "") -> Any:
        """What was kept in the last build; None where nothing was."""
        known = self._known(f"{name}\0{it}")
        return known and marshal.loads(known[0])

    def doubtful(self, name: str) -> set[str]:
        """About what something may have come out otherwise than in the last build."""
        of = (key.partition("\0") for key in self._dirty)
        return {it for maker, _, it in of if maker == name}

    def _known(self, key: str) -> Any:
        return self._before.members(_group(key)).get(key)

    def _looked(self, key: str) -> Looked:
        if key not in self.looked:
            name, _, it = key.partition("\0")
            known: Looked | None = self._known(key)
            if known is None or (key in self._dirty and self.touched(cells_of(known[1]))):
                made, seen = self.during(partial(self.makers[name], it))
                data = marshal.dumps(made)
                # Equal values may be packed differently.
                if known and (data == known[0] or marshal.loads(data) == marshal.loads(known[0])):
                    data = known[0]
                number = known[2] if known else cell(_KEPT, key)
                known = data, array("Q", sorted(seen)).tobytes(), number
            self.looked[key] = known
        return self.looked[key]

    def since(self, count: int) -> dict[str, Looked]:
        """What was found after the first so many, without going through these: a page finds little
        and they are very many. What is as it was, and could be nothing else, is not told."""
        latest = [*islice(reversed(self.looked), len(self.looked) - count)]
        found = ((key, self.looked[key]) for key in reversed(latest))
        dirty, known = self._dirty, self._known
        return {key: of for key, of in found if key in dirty or known(key) is not of}

    def keep(self) -> None:
        """Keeps what was found this time; and what nobody asked for, but may the next time, as far
        as it surely is as it was."""
        others: dict[str, Members] = {_group(key): {} for key in self._dirty}
        for key, known in self.looked.items():
            if self._known(key) is not known:
                others.setdefault(_group(key), {})[key] = known
        for group, fresh in others.items():
            before = self._before.members(group).items()
            stays = {k: v for k, v in before if k not in self._dirty or k in self.looked}
            self._before.put(group, {**stays, **fresh})
        self._before.hand_on(self._before.names() - others.keys())


def _group(key: str) -> str:
    """The group of what was kept: of a name, some of all things."""
    name, _, it = key.partition("\0")
    return f"{name} {crc32(it.encode('utf-8', 'surrogatepass')) % _PARTS}"


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

    # All that pages look up goes through the next three, so they call nothing that need not be.
    def __getitem__(self, key: str) -> V:
        if self._open:
            self._open[-1].add(self._cells.get(key) or self._number(key))
        return self._table[key]

    @overload
    def get(self, key: str) -> V | None: ...
    @overload
    def get(self, key: str, default: V | T) -> V | T: ...
    def get(self, key: str, default: Any = None) -> Any:
        """The entry, or the default."""
        if self._open:
            self._open[-1].add(self._cells.get(key) or self._number(key))
        return self._table.get(key, default)

    def __contains__(self, key: object) -> bool:
        if self._open:
            self._open[-1].add(self._cells.get(str(key)) or self._number(str(key)))
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


def kept(name: str) -> Callable[[Callable[[L, str], T]], Callable[[L, str], T]]:
    """Keeps what a function answers about something in a library, from one build to the next under
    this name: plain values that nobody changes."""

    def register(make: Callable[[L, str], T]) -> Callable[[L, str], T]:
        _MAKERS[name] = make

        @wraps(make)
        def found(library: L, it: str) -> T:
            made: T = library.reads.kept(name, it)
            return made

        return found

    return register
