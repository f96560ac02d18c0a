"""What the tests of deals ask of single words: each form is asked once, for all of them."""

from collections.abc import Callable, Iterable, Sequence
from functools import reduce
from operator import or_
from typing import Final

from onrecord.extract.tokens import Affixes, Recalled

_BITS: Final = dict[object, int]()
"""The bit of each trait: one for all who ask the same."""
_LISTED: Final = dict[str, int]()
"""The bits of the traits that list a word."""
_BEGINS: Final = Affixes()
_ENDS: Final = Affixes(ends=True)
_TESTED: Final[list[tuple[Callable[[str], bool], int]]] = []


def trait(
    words: Iterable[str] = (),
    begins: Iterable[str] = (),
    ends: Iterable[str] = (),
    test: Callable[[str], bool] | None = None,
) -> int:
    """A bit for what is one of these words, begins or ends so, with two letters or more, or passes
    the test."""
    asked = frozenset(words), frozenset(begins), frozenset(ends), test
    if asked in _BITS:
        return _BITS[asked]
    bit = _BITS[asked] = 1 << len(_BITS)
    for word in asked[0]:
        _LISTED[word] = _LISTED.get(word, 0) | bit
    _BEGINS.add(asked[1], bit)
    _ENDS.add(asked[2], bit)
    if test is not None:
        _TESTED.append((test, bit))
    _OF.clear()
    return bit


def _traits_of(word: str) -> int:
    bits = _LISTED.get(word, 0) | _BEGINS.of(word) | _ENDS.of(word)
    for test, bit in _TESTED:
        if test(word):
            bits |= bit
    return bits


_OF: Final = Recalled(_traits_of)


class Wording:
    """The words of a clause, written small, and the bits of all traits that one of them has."""

    __slots__ = ("traits", "words")

    def __init__(self, words: Sequence[str]) -> None:
        self.words = words
        self.traits: int = reduce(or_, map(_OF.__getitem__, words), 0)
