"""What functions of hashed inputs gave: kept from one build to the next, never made twice.

A result is named by its function and by a hash of everything that the function looks at, and it is
made of plain values (numbers, texts, bytes, tuples, lists, tables). Only what was asked for is
handed on to the next build. Who keeps the results sees to it that the code is the same.
"""

import marshal
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Final, TypeAlias, TypeVar

T = TypeVar("T")
V = TypeVar("V")
Table: TypeAlias = dict[bytes, Any]
_NONE: Final[Table] = {}
LAZY: Final = (
    *("about", "added", "additions", "classes", "counts", "looked"),
    *("pages", "rows", "tables", "told", "typed"),
)
"""Tables of which a build reads little; none of their results is a number."""


ALWAYS: Final = ("footprints", "traces")
"""What is told of queries, which are few: kept for the build that asks for it again."""


class Results:
    """The results of the last build (`old`) and of this one (`new`): function → hash → result."""

    def __init__(
        self,
        old: Mapping[str, Table] | None = None,
        read: Callable[[int], bytes] | None = None,
        file: str = "",
    ) -> None:
        """Of results that are many and large, the tables may have places (numbers) in a file, of
        which `read` gives the packed result."""
        self.old: Mapping[str, Table] = old or {}
        self.new: dict[str, Table] = {}
        self.read, self.file = read, file

    def of(self, name: str, key: bytes, make: Callable[[T], Any], given: T) -> Any:
        """What the function makes of what is `given`, whose hash is the key."""
        table = self.new.setdefault(name, {})
        if key not in table:
            known = self.old.get(name, _NONE)
            table[key] = known[key] if key in known else make(given)
        return self._value(name, table[key])

    def _value(self, name: str, known: Any) -> Any:
        if type(known) is int and name in LAZY and self.read:
            return marshal.loads(self.read(known))
        return known

    def now(self, name: str, key: bytes) -> Any:
        """A result of this build."""
        return self._value(name, self.new[name][key])

    def put(self, name: str, key: bytes, result: Any) -> None:
        """A result whose key does not tell all that it was made of: what was is no more."""
        self.new.setdefault(name, {})[key] = result

    def carry(self, name: str, keys: Iterable[bytes]) -> None:
        """Hands on what is known under some keys, though nobody asked for it this time."""
        table, old = self.new.setdefault(name, {}), self.old.get(name, _NONE)
        table |= {key: old[key] for key in keys if key in old and key not in table}

    def hand_on(self) -> None:
        """Hands on all that is small and always true."""
        for name in ALWAYS:
            self.carry(name, self.old.get(name, _NONE))

    def before(self, name: str, key: bytes | None) -> Any:
        """A result of the last build; None where it has none."""
        return None if key is None else self._value(name, self.old.get(name, _NONE).get(key))


class Made(Mapping[str, V]):
    """A table whose entries are made when they are asked for."""

    def __init__(self, keys: Iterable[str], make: Callable[[str], V]) -> None:
        self._keys = dict.fromkeys(keys)
        self._make = make
        self._made: dict[str, V] = {}

    def __getitem__(self, key: str) -> V:
        if key not in self._made:
            if key not in self._keys:
                raise KeyError(key)
            self._made[key] = self._make(key)
        return self._made[key]

    def __contains__(self, key: object) -> bool:
        return key in self._keys

    def __iter__(self) -> Iterator[str]:
        return iter(self._keys)

    def __len__(self) -> int:
        return len(self._keys)
