"""Text in, tokens and sentences out; every token keeps its code-point offsets."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, chain
from typing import Any, Final, Self, TypeVar

T = TypeVar("T")
TOKEN = re.compile(
    r"([a-zA-ZäöüÄÖÜß]++(?![\w’'&/+.‑-])"
    r"|\d+(?:[.,:]\d+)*"
    r"|[^\W\d_]\w*(?:(?:[-‑’'&/+](?=[^\W_])|\.(?=[a-z]))\w+)*(?:-(?=\W))?"
    r"|\w+"
    r"|\.\.\.+"
    r"|[^\w\s])"
)
TERMINAL = frozenset((".", "!", "?", "…", "...", "...."))
CLOSERS = frozenset("“”\"»«)]’‘'")
OPENERS = frozenset('„“"»«(‚')
STARTING = frozenset("der die das er sie es in im man ein eine auch doch aber wir ich".split())
"""Words that start a sentence even behind `Karl V.` or `auf X.`."""
HARD_WRAP = 60
"""A line shorter than this that ends with no full stop is a heading."""
MOST_FORMS = 50_000
"""So many word forms are remembered with the kinds that they are of."""
LONG_LINE = 160
"""A text with a line longer than this is not wrapped: every line end ends a sentence."""


@dataclass(frozen=True, slots=True)
class Language:
    """What segmentation must know about a language."""

    abbreviations: frozenset[str]
    ordinal_before: frozenset[str]
    ordinal_after: frozenset[str]


class Recalled(dict[str, T]):
    """What a function says of a word, asked once; all is forgotten when there is too much of it."""

    def __init__(self, of: Callable[[str], T], most: int = MOST_FORMS) -> None:
        super().__init__()
        self._of, self._most = of, most

    def __missing__(self, word: str) -> T:
        if len(self) >= self._most:
            self.clear()
        told = self[word] = self._of(word)
        return told


class Kind:
    """Words that pass a test. Each form is asked once for all texts, of all kinds at a time."""

    def __init__(self, test: Callable[[str], Any], *, printed: bool = False) -> None:
        """`printed`: the test is of the word as it is printed, else of the word written small."""
        self.holds = test if printed else lambda form: test(form.lower())
        _KINDS.append(self)
        _KINDS_OF.clear()

    @classmethod
    def of(cls, words: Iterable[str]) -> Self:
        """One of these words, written small or large."""
        return cls(frozenset(words).__contains__)

    @classmethod
    def any(cls, *kinds: "Kind") -> Self:
        """What is of one of these kinds."""
        return cls(lambda form: any(kind.holds(form) for kind in kinds), printed=True)


_KINDS: Final[list[Kind]] = []
_ALIKE: Final = dict[tuple[Kind, ...], tuple[Kind, ...]]()


def _kinds_of(form: str) -> tuple[Kind, ...]:
    """The kinds that a word form is of; the same tuple for all forms of the same kinds."""
    kinds = tuple(kind for kind in _KINDS if kind.holds(form))
    return _ALIKE.setdefault(kinds, kinds)


_KINDS_OF: Final = Recalled(_kinds_of)
CAPITALS: Final = Kind(lambda form: form[0].isupper(), printed=True)
HYPHENED: Final = Kind(lambda form: "-" in form)


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
    _at: dict[str, list[int]] = field(default_factory=dict, init=False, repr=False)
    """Each word form and where it stands: a text has half as many as tokens."""
    _forms: dict[Kind, list[str]] = field(default_factory=dict, init=False, repr=False)
    _found: dict[Kind, list[int]] = field(default_factory=dict, init=False, repr=False)

    def __post_init__(self) -> None:
        at, alike = self._at.setdefault, dict[tuple[Kind, ...], list[str]]()
        for i, word in enumerate(self.words):
            at(word, []).append(i)
        for form in self._at:
            alike.setdefault(_KINDS_OF[form], []).append(form)
        for kinds, forms in alike.items():
            for kind in kinds:
                self._forms.setdefault(kind, []).extend(forms)

    def forms(self, kind: Kind) -> Sequence[str]:
        """The words of a kind, each form once, as they are printed."""
        return self._forms.get(kind, ())

    def where(self, kind: Kind) -> list[int]:
        """Where words of a kind stand, in order."""
        places = self._found.get(kind)
        if places is None:
            spots = map(self._at.__getitem__, self._forms.get(kind, ()))
            places = self._found[kind] = sorted(chain.from_iterable(spots))
        return places

    def among(self, kind: Kind, begin: int, end: int) -> list[int]:
        """Where words of a kind stand between two tokens, in order."""
        places = self.where(kind)
        if not places or places[-1] < begin:
            return []
        first = bisect_left(places, begin)
        return places[first : bisect_left(places, end, first)]

    def places(self, word: str) -> Sequence[int]:
        """Where a word stands that is printed just so, in order."""
        return self._at.get(word, ())

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
    first = bisect_left(places, begin)
    return places[first : bisect_left(places, end, first)] if first < len(places) else []


_STOPS = Kind.of(TERMINAL)


def tokenize(text: str) -> Tokens:
    """Splits into words, numbers and single marks; time grows linearly."""
    parts = TOKEN.split(text)
    bounds = list(accumulate(map(len, parts)))
    words, begins, ends = parts[1::2], bounds[0:-1:2], bounds[1::2]
    lines = [i for i, gap in enumerate(parts[0:-1:2]) if "\n" in gap or not i]
    breaks = [0] * len(words)
    for i in lines:
        breaks[i] = 1 if i and parts[2 * i].count("\n") == 1 else 2
    return Tokens(text, words, list(map(str.lower, words)), begins, ends, breaks, lines)


def sentences(tokens: Tokens, language: Language) -> list[tuple[int, int]]:
    """Token ranges of the sentences; a paragraph always ends one."""
    found: list[tuple[int, int]] = []
    words, breaks, n = tokens.words, tokens.breaks, len(tokens.words)
    start = done = 0
    for stop in sorted({*tokens.lines, *tokens.where(_STOPS)}):
        if stop < done:
            continue
        if stop > start and breaks[stop] and _breaks(tokens, start, stop):
            found.append((start, stop))
            start = stop
        if words[stop] not in TERMINAL or not _ends(tokens, stop, start, language):
            continue
        done = _past_stop(tokens, stop)
        if not (done < n and not breaks[done] and _goes_on(tokens, done)):
            found.append((start, done))
            start = done
    if start < n:
        found.append((start, n))
    return found


def _past_stop(tokens: Tokens, stop: int) -> int:
    """Past the full stop, the marks that close behind it, and more of them."""
    words, i, n = tokens.words, stop + 1, len(tokens.words)
    while i < n and words[i] in CLOSERS and _closes(tokens, i):
        i += 1
    while i < n and words[i] in TERMINAL and not tokens.breaks[i]:
        i += 1
    return i


def _breaks(tokens: Tokens, start: int, i: int) -> bool:
    if tokens.breaks[i] == 2:
        return True
    last = tokens.words[i - 1]
    if last in TERMINAL or last in CLOSERS or last == ":":
        return True
    line = tokens.begins[i] - tokens.begins[start]
    if not tokens.words[i][0].isupper():
        return False
    after = tokens.text.find("\n", tokens.begins[i], tokens.begins[i] + LONG_LINE)
    return line < HARD_WRAP or (after < 0 and tokens.begins[i] + LONG_LINE < len(tokens.text))


def _closes(tokens: Tokens, i: int) -> bool:
    """A mark right behind a full stop closes, unless white space stands between."""
    return tokens.begins[i] == tokens.ends[i - 1] and not tokens.breaks[i]


def _goes_on(tokens: Tokens, i: int) -> bool:
    """After a quotation that ends in a mark the sentence goes on: `?“, fragte er`."""
    word = tokens.words[i]
    return word == "," or (tokens.words[i - 1] in CLOSERS and word[0].islower())


def _ends(tokens: Tokens, i: int, start: int, language: Language) -> bool:
    words, n = tokens.words, len(tokens.words)
    if words[i] != ".":
        return True
    nxt = words[i + 1] if i + 1 < n and not tokens.breaks[i + 1] else ""
    if not nxt or i == start:
        return bool(not nxt)
    before = words[i - 1]
    if tokens.ends[i - 1] != tokens.begins[i]:
        return True
    if tokens.begins[i + 1] == tokens.ends[i] and nxt not in CLOSERS:
        return nxt[0].isupper() and len(before) > 2 and not before.isupper()
    if before.isdigit():
        return _number_ends(tokens, i, language)
    if len(before) <= 3 and before.isupper() and not before.strip("IVX"):
        return nxt[0].isupper() and nxt.lower() in STARTING
    if before.lower() in language.abbreviations or (len(before) == 1 and before.isalpha()):
        return False
    return not nxt[0].islower()


def _number_ends(tokens: Tokens, i: int, language: Language) -> bool:
    after = tokens.low[i + 1]
    if len(tokens.words[i - 1]) > 2 or int(tokens.words[i - 1]) > 31:
        return not tokens.words[i + 1][0].islower()
    if after in language.ordinal_after or tokens.words[i + 1][0].islower():
        return False
    return not (i >= 2 and tokens.low[i - 2] in language.ordinal_before)
