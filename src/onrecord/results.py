"""What functions of hashed inputs gave: kept from one build to the next, never made twice.

A result is named by its function and by a hash of everything that the function looks at, and it is
made of plain values (numbers, texts, bytes, tuples, lists, tables). Only what was asked for is
handed on to the next build. Who keeps the results sees to it that the code is the same.
"""

from collections.abc import Callable, Mapping
from typing import Any, Final, TypeAlias, TypeVar

T = TypeVar("T")
Table: TypeAlias = dict[bytes, Any]
_NONE: Final[Table] = {}


class Results:
    """The results of the last build (`old`) and of this one (`new`): function → hash → result."""

    def __init__(self, old: Mapping[str, Table] | None = None) -> None:
        self.old: Mapping[str, Table] = old or {}
        self.new: dict[str, Table] = {}

    def of(self, name: str, key: bytes, make: Callable[[T], Any], given: T) -> Any:
        """What the function makes of what is `given`, whose hash is the key."""
        table = self.new.setdefault(name, {})
        if key not in table:
            known = self.old.get(name, _NONE)
            table[key] = known[key] if key in known else make(given)
        return table[key]

    def before(self, name: str, key: bytes | None) -> Any:
        """A result of the last build; None where it has none."""
        return None if key is None else self.old.get(name, _NONE).get(key)
