"""Text in, tokens out; every token keeps its code-point offsets, and every word form its kinds."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import reduce
from itertools import accumulate
from operator import or_
from sys import intern
from typing import Any, Final, TypeVar

K = TypeVar("K")
T = TypeVar("T")
TOKEN = re.compile(
    r"([a-zA-ZäöüÄÖÜß]++(?![\w’'&/+.‑-])"
    r"|\d+(?:[.,:]\d+)*"
    r"|U\.[SK]\.(?:-\w+|(?=\s+[a-z]))|U\.[SK](?=\.)"
    r"|[^\W\d_]\w*(?:(?:[-‑’'&/+](?=[^\W_])|\.(?=[a-z]))\w+)*(?:-(?=\W))?"
    r"|\w+"
    r"|\.\.\.+"
    r"|[^\w\s])"
)
TERMINAL = frozenset((".", "!", "?", "…", "...", "...."))
MOST_FORMS = 50_000
"""So many word forms are remembered with the kinds that they are of."""
FEW = 2
"""So many words that are not written large are looked for one by one."""


class Recalled(dict[K, T]):
    """What a function says of a word, asked once; all is forgotten when there is too much of it."""

    def __init__(self, of: Callable[[K], T], most: int = MOST_FORMS) -> None:
        super().__init__()
        self._of, self._most = of, most

    def __missing__(self, word: K) -> T:
        if len(self) >= self._most:
            self.clear()
        told = self[word] = self._of(word)
        return told


def recalled(of: Callable[[str], T]) -> Callable[[str], T]:
    """The same function, asked once for each word: a look-up costs half of what `lru_cache` does,
    and none of its links are in the way of the garbage collector."""
    return Recalled(of).__getitem__


class Affixes(dict[str, int]):
    """Bits by the beginnings, or by the `ends`, of words, each of two letters and more: what a word
    begins with is looked up, once for each length that its first letters leave possible."""

    def __init__(self, parts: Iterable[str] = (), *, ends: bool = False) -> None:
        super().__init__()
        self._ends = ends
        self._sizes = dict[str, tuple[int, ...]]()
        self.add(parts, 1)

    def add(self, parts: Iterable[str], bits: int) -> None:
        """These beginnings or ends have these bits, too."""
        for part in parts:
            if part in self:
                self[part] |= bits
                continue
            self[part] = bits
            near = part[-4:] if self._ends else part[:4]
            sizes = self._sizes.get(near, ())
            if len(part) > 3 and len(part) not in sizes:
                self._sizes[near] = (*sizes, len(part))

    def of(self, word: str) -> int:
        """The bits of all beginnings, or of all ends, of a word."""
        if self._ends:
            bits = self.get(word[-2:], 0) | self.get(word[-3:], 0)
            for size in self._sizes.get(word[-4:], ()):
                if (part := word[-size:]) in self:
                    bits |= self[part]
        else:
            bits = self.get(word[:2], 0) | self.get(word[:3], 0)
            for size in self._sizes.get(word[:4], ()):
                if (part := word[:size]) in self:
                    bits |= self[part]
        return bits


class Kind:
    """Words that pass a test. Each form is asked once for all texts, of all kinds at a time."""

    bit: int
    """Stands for this kind in what is remembered of a word form."""
    number: int
    """Counts the kinds whose places are kept; beyond all of them for another one."""

    def __init__(
        self,
        test: Callable[[str], Any] | None = None,
        *,
        large: bool | None = None,
        printed: bool = False,
        near: int = 1,
        without: int = 0,
        placed: bool = True,
    ) -> None:
        """The test is of the word written small, or as it is `printed`; where `large` says so, as
        printed and only of those that begin with a capital, or only of all others. Only words are
        asked that have one of the bits `near` and none of those `without`, which are bits of kinds
        made before; without a test these are all of the kind. Where the words of one stand that is
        not `placed` is seldom asked, and looked up each time."""
        self.bit = 1 << len(_KINDS) + 2
        self.number = len(_PLACED) if placed else _NOWHERE
        _KINDS.append(self)
        if placed:
            _PLACED.append(self)
            _NUMBERS.clear()
        _STEPS.clear()
        _FORMS.clear()
        if test is not None or near != 1 or large is not None:
            step = near, without, test, printed or large is not None, self.bit
            for capital, steps in ((True, _OF_LARGE), (False, _OF_OTHERS)):
                if large is None or large is capital:
                    steps.append(step)

    @classmethod
    def of(
        cls,
        words: Iterable[str] = (),
        starts: Iterable[str] = (),
        ends: Iterable[str] = (),
        *,
        placed: bool = True,
    ) -> "Kind":
        """One of these words, written small or large, or what starts or ends so."""
        kind = cls(placed=placed)
        bit = kind.bit
        for word in words:
            _LISTED[word] = _LISTED.get(word, _WORD) | bit
        _STARTS.add(starts, bit)
        _ENDS.add(ends, bit)
        return kind

    @classmethod
    def any(cls, *kinds: "Kind", large: bool | None = None, placed: bool = True) -> "Kind":
        """What is of one of these kinds."""
        return cls(near=reduce(or_, (k.bit for k in kinds)), large=large, placed=placed)


Step = tuple[int, int, Callable[[str], Any] | None, bool, int]
"""How a kind is told: its words have one of some bits, none of others, and pass a test, perhaps of
the word as it is printed; then they have its bit."""
_WORD: Final = 1
"""The bit of every word."""
ODD: Final = 2
"""The bit of what is not made of letters alone."""
_KINDS: Final[list[Kind]] = []
_PLACED: Final[list[Kind]] = []
_NOWHERE: Final = 1 << 30
_LISTED: Final = dict[str, int]()
"""The bits of the kinds that have a word in their list."""
_STARTS: Final = Affixes()
_ENDS: Final = Affixes(ends=True)
_OF_LARGE: Final[list[Step]] = []
_OF_OTHERS: Final[list[Step]] = []
"""In the order in which the kinds were made, so that one may go by those before."""


def listed(words: Iterable[str]) -> int:
    """The bit of what may be one of these words, written small or large."""
    return Kind.of(map(str.lower, words), placed=False).bit


_TOLD: Final[list[Callable[[str], int]]] = []


def taken_along(of: Callable[[str], int]) -> int:
    """Takes along what a function says of each word form: `Tokens.told` has it, at this number."""
    _TOLD.append(of)
    _FORMS.clear()
    return len(_TOLD) - 1


def _form_of(form: str) -> tuple[Any, ...]:
    """A word form, the same written small, the kinds that it is of: a bit for each, and their
    numbers; then what is taken along.

    A text takes the words from here, so that each is one object wherever it stands: what is
    remembered of words is found sooner when it need not be compared letter by letter.
    """
    low = intern(form.lower())
    bits = _LISTED.get(low, _WORD) | _STARTS.of(low) | _ENDS.of(low)
    if not low.isalpha():
        bits |= ODD
    for near, without, test, printed, bit in _STEPS[bits, form[0].isupper()]:
        if bits & near and not bits & without and (test is None or test(form if printed else low)):
            bits |= bit
    return form, low, bits, _NUMBERS[bits], *[of(form) for of in _TOLD]


def _steps_for(word: tuple[int, bool]) -> list[Step]:
    """The steps that may be one for a word that has some bits to begin with, written large or not:
    of most kinds no word can be that is of none of those near it."""
    bits, large = word
    steps = []
    for step in _OF_LARGE if large else _OF_OTHERS:
        if bits & step[0]:
            steps.append(step)
            bits |= step[4]
    return steps


_STEPS: Final = Recalled(_steps_for)
_FORMS: Final = Recalled(_form_of)
_NUMBERS: Final = Recalled[int, tuple[int, ...]](
    lambda bits: tuple(kind.number for kind in _PLACED if bits & kind.bit)
)
CAPITALS: Final = Kind(large=True)
HYPHENED: Final = Kind(lambda low: "-" in low, near=ODD)
NUMERIC: Final = Kind(lambda low: low[0].isdigit(), near=ODD, placed=False)


@dataclass(slots=True)
class Tokens:
    """Parallel lists: one entry a token. `breaks[i]`: newlines before token i (0, 1, 2), which are
    2 before the first; `lines`: the tokens behind newlines, and the first."""

    text: str
    words: list[str]
    low: list[str]
    begins: list[int]
    ends: list[int]
    breaks: list[int]
    lines: list[int]
    bits: list[int]
    """For each word those of the kinds that it is of."""
    told: list[list[int]] = field(repr=False)
    """What is taken along of each word: a list for each function, for one reader to go on with."""
    spots: list[list[int]] = field(repr=False)
    """For each kind whose places are kept, by its number, where its words stand, in order."""
    _large: defaultdict[str, list[int]] = field(
        default_factory=lambda: defaultdict(list), init=False, repr=False
    )
    """Where each word stands that is written large; found when first asked for."""
    _others: defaultdict[str, list[int]] = field(
        default_factory=lambda: defaultdict(list), init=False, repr=False
    )
    """Where other words stand: those that were asked for, or all."""
    _all_found: bool = field(default=False, init=False, repr=False)

    def kinds(self, begin: int, end: int) -> int:
        """The bits of all kinds of which a word stands between two tokens."""
        return reduce(or_, self.bits[begin:end], 0)

    def forms(self, kind: Kind) -> set[str]:
        """The words of a kind as they are printed."""
        return set(map(self.words.__getitem__, self.where(kind)))

    def where(self, kind: Kind) -> list[int]:
        """Where words of a kind stand, in order."""
        try:
            return self.spots[kind.number]
        except IndexError:
            return [i for i, bits in enumerate(self.bits) if bits & kind.bit]

    def among(self, kind: Kind, begin: int, end: int) -> list[int]:
        """Where words of a kind stand between two tokens, in order."""
        try:
            places = self.spots[kind.number]
        except IndexError:
            places = self.where(kind)
        if not places or places[-1] < begin or places[0] >= end:
            return []
        first = bisect_left(places, begin)
        return places[first : bisect_left(places, end, first)]

    def places(self, word: str) -> Sequence[int]:
        """Where a word stands that is printed just so, in order."""
        if word[:1].isupper():
            if not self._large:
                at, words = self._large, self.words
                for i in self.spots[CAPITALS.number]:
                    at[words[i]].append(i)
            return self._large.get(word, ())
        if word not in self._others:
            self._find_other(word)
        return self._others.get(word, ())

    def _find_other(self, word: str) -> None:
        """Finds a word that is not written large: a few one by one, then all at once."""
        if len(self._others) < FEW:
            self._others[word] = [i for i, other in enumerate(self.words) if other == word]
        elif not self._all_found:
            self._all_found = True
            self._others.clear()
            for i, other in enumerate(self.words):
                self._others[other].append(i)

    def __len__(self) -> int:
        return len(self.words)

    def span(self, first: int, after: int) -> tuple[int, int]:
        """Code points of tokens first..after (exclusive)."""
        return self.begins[first], self.ends[after - 1]

    def slice(self, first: int, after: int) -> str:
        """The text of tokens first..after (exclusive)."""
        return self.text[self.begins[first] : self.ends[after - 1]] if after > first else ""


def between(places: list[int], begin: int, end: int) -> list[int]:
    """Those of sorted places that lie in a range."""
    if not places or places[-1] < begin or places[0] >= end:
        return []
    first = bisect_left(places, begin)
    return places[first : bisect_left(places, end, first)]


STOPS = Kind.of(TERMINAL)


def tokenize(text: str) -> Tokens:
    """Splits into words, numbers and single marks; time grows linearly."""
    parts = TOKEN.split(text)
    bounds = list(accumulate(map(len, parts)))
    forms = list(map(_FORMS.__getitem__, parts[1::2]))
    columns = map(list, zip(*forms, strict=True)) if forms else [[] for _ in range(4 + len(_TOLD))]
    words, low, bits, numbers, *told = columns
    begins, ends = bounds[0:-1:2], bounds[1::2]
    spots: list[list[int]] = [[] for _ in _PLACED]
    for i, kinds in enumerate(numbers):
        for number in kinds:
            spots[number].append(i)
    lines, breaks, newline = [0] if words else [], [0] * len(words), text.find("\n")
    while newline >= 0 and (i := bisect_left(begins, newline)) < len(words):
        if i:
            lines.append(i)
        newline = text.find("\n", begins[i])
    for i in lines:
        breaks[i] = 1 if i and parts[2 * i].count("\n") == 1 else 2
    return Tokens(text, words, low, begins, ends, breaks, lines, bits, told, spots)
