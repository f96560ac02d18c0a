"""What was made of cells, from one build to the next: in groups, of which those stay packed that
nobody asks for and of which no cell has changed."""

import sys
from array import array
from collections.abc import Iterable, Set
from typing import Any, Final, TypeAlias

from onrecord.results import Results

Members: TypeAlias = dict[str, tuple[Any, ...]]
"""By name: whatever is kept, of which the second place has the cells that were read, packed."""
_SHORT: Final = (1 << 32) - 1
_LOW: Final = 0 if sys.byteorder == "little" else 1
"""Which half of eight bytes has the last four of a number."""
_NONE: Final[Members] = {}


class Groups:
    """The groups of one kind that the `results` have of the last build, each with a mark and with
    the cells of its members, of which the last four bytes are enough to rule most of them out; and
    those that this build hands on."""

    def __init__(self, kind: str, results: Results) -> None:
        self._kind, self._index, self._results = kind, f"{kind} cells", results
        self._members: dict[str, Members] = {}
        self._cells: dict[str, tuple[bytes, bytes]] = {
            name.decode(): known for name, known in results.old.get(self._index, {}).items()
        }

    def names(self) -> Set[str]:
        """Every group of the last build."""
        return self._cells.keys()

    def members(self, group: str) -> Members:
        """What the last build had in a group."""
        if group not in self._members:
            key = group.encode()
            known = self._results.before(self._kind, key) if group in self._cells else None
            self._members[group] = _NONE if known is None else known
        return self._members[group]

    def reached(self, cells: Iterable[int]) -> list[str]:
        """The groups with a member that may have read one of the cells."""
        few = short(cells)
        return [
            group
            for group, (_, packed) in self._cells.items()
            if not few.isdisjoint(memoryview(packed).cast("I"))
        ]

    def stays(self, group: str, mark: bytes, cells: Set[int]) -> bool:
        """Whether a group has the mark, and no member that read one of the `short` cells."""
        known = self._cells.get(group)
        if known is None or known[0] != mark:
            return False
        return cells.isdisjoint(memoryview(known[1]).cast("I"))

    def hand_on(self, groups: Iterable[str]) -> None:
        """Keeps groups as they are."""
        keys = [group.encode() for group in groups]
        for table in (self._kind, self._index):
            self._results.carry(table, keys)

    def put(self, group: str, members: Members, mark: bytes = b"") -> None:
        """Keeps a group of this build."""
        cells = set[int]()
        for reads in {known[1] for known in members.values()}:
            cells.update(memoryview(reads).cast("I")[_LOW::2])
        key, packed = group.encode(), array("I", cells).tobytes()
        self._results.put(self._kind, key, members)
        self._results.put(self._index, key, (mark, packed))


def short(cells: Iterable[int]) -> set[int]:
    """Of each cell the last four bytes."""
    return {cell & _SHORT for cell in cells}


def cells_of(packed: bytes) -> memoryview:
    """The numbers of cells that were packed, eight bytes each."""
    return memoryview(packed).cast("Q")
