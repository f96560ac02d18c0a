"""A text whose characters remember where they came from → the same after random edits."""

import random
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

Chars = list[tuple[str, int]]
"""Characters with their offset in the first text; -1 for what an edit brought in."""

WORDS = "Alfa Beta prüft sagte „Nein“ Größe 👩‍👩‍👧 🇩🇪 12,5 Mrd. e\u0301 Straße — heute, \n\n".split(
    " "
)


@dataclass(frozen=True, slots=True)
class Edited:
    """The text after some edits, what they were, and where each character came from."""

    chars: Chars
    kinds: tuple[str, ...]

    @property
    def text(self) -> str:
        """The text as it now stands."""
        return "".join(char for char, _ in self.chars)

    def whole(self, begin: int, end: int) -> int | None:
        """Where the range of the first text now begins, if it still stands in one piece."""
        wanted = list(range(begin, end))
        origins = [origin for _, origin in self.chars]
        at = origins.index(begin) if begin in origins else -1
        return at if at >= 0 and origins[at : at + len(wanted)] == wanted else None

    def origins(self, begin: int, end: int) -> list[int]:
        """The first offsets of what now stands in the range."""
        return [origin for _, origin in self.chars[begin:end]]


def edited(text: str, chance: random.Random) -> Edited:
    """The text after one to four edits."""
    chars: Chars = [(char, at) for at, char in enumerate(text)]
    kinds = []
    for _ in range(chance.randint(1, 4)):
        kind = chance.choice(sorted(EDITS))
        kinds.append(kind)
        chars = EDITS[kind](chars, chance)
    return Edited(chars, tuple(kinds))


def _span(chars: Chars, chance: random.Random, most: int = 80) -> tuple[int, int]:
    begin = chance.randrange(len(chars) + 1)
    return begin, min(len(chars), begin + chance.randint(1, most))


def _insert(chars: Chars, chance: random.Random) -> Chars:
    at, _ = _span(chars, chance)
    words = " ".join(chance.choices(WORDS, k=chance.randint(1, 9)))
    return [*chars[:at], *((c, -1) for c in words), *chars[at:]]


def _delete(chars: Chars, chance: random.Random) -> Chars:
    begin, end = _span(chars, chance)
    return chars[:begin] + chars[end:]


def _move(chars: Chars, chance: random.Random) -> Chars:
    begin, end = _span(chars, chance, 200)
    rest = chars[:begin] + chars[end:]
    at = chance.randrange(len(rest) + 1)
    return rest[:at] + chars[begin:end] + rest[at:]


def _copy(chars: Chars, chance: random.Random) -> Chars:
    """A passage stands twice; the second is no original."""
    begin, end = _span(chars, chance, 200)
    at = chance.randrange(len(chars) + 1)
    return chars[:at] + [(c, -1) for c, _ in chars[begin:end]] + chars[at:]


def _rewrap(chars: Chars, chance: random.Random) -> Chars:
    width = chance.randint(20, 60)
    return [
        ("\n" if c == " " and number % width < 6 else c, -1 if c == " " else o)
        for number, (c, o) in enumerate(chars)
    ]


def _normalise(chars: Chars, chance: random.Random) -> Chars:
    form = chance.choice(("NFC", "NFD", "NFKC"))
    return [(n, o if n == c else -1) for c, o in chars for n in unicodedata.normalize(form, c)]


def _retype(chars: Chars, chance: random.Random) -> Chars:
    table = {"„": '"', "“": '"', "–": "-", "ß": "ss", "…": "..."}
    return [(n, o if n == c else -1) for c, o in chars for n in table.get(c, c)]


def _swap(chars: Chars, chance: random.Random) -> Chars:
    """Two paragraphs change places."""
    cuts = [n for n, (c, _) in enumerate(chars) if c == "\n"]
    if len(cuts) < 3:
        return chars
    a, b, c = sorted(chance.sample(cuts, 3))
    return chars[:a] + chars[b:c] + chars[a:b] + chars[c:]


EDITS: dict[str, Callable[[Chars, random.Random], Chars]] = {
    "insert": _insert,
    "delete": _delete,
    "move": _move,
    "copy": _copy,
    "rewrap": _rewrap,
    "normalise": _normalise,
    "retype": _retype,
    "swap": _swap,
}
