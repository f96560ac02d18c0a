"""A text as it was given in, the same text clean, and offsets into the first out."""

import unicodedata
from dataclasses import dataclass
from typing import Any

from onrecord.article import BOM, SOFT_HYPHEN

SPANS = frozenset("quote speaker cue frame addressee mentions report".split())
SPAN = frozenset(("span", "evidence"))


@dataclass(frozen=True, slots=True)
class Clean:
    """A text without byte order mark, soft hyphens and CR, its marks composed. `begins[i]` and
    `ends[i]`: between which code points of the given text code point i of `text` stood."""

    text: str
    begins: tuple[int, ...]
    ends: tuple[int, ...]

    def restored(self, record: Any, key: str = "") -> Any:
        """A record of plain values with all offsets counted in the given text."""
        if key in SPAN or (key in SPANS and record and isinstance(record[0], int)):
            begin, end = record
            return [self.begins[begin], self.ends[end - 1]]
        if key == "at":
            return [self.begins[at] for at in record]
        if isinstance(record, dict):
            return {name: self.restored(value, name) for name, value in record.items()}
        return [self.restored(item, key) for item in record] if isinstance(record, list) else record


def is_clean(text: str) -> bool:
    """Whether a text is what the rules read: NFC, line feeds, no soft hyphens, no BOM."""
    odd = text.startswith(BOM) or "\r" in text or SOFT_HYPHEN in text
    return not odd and unicodedata.is_normalized("NFC", text)


def cleaned(text: str) -> Clean:
    """Cleans a text, and remembers where everything stood."""
    out: list[str] = []
    begins: list[int] = []
    ends: list[int] = []
    i, n = int(text.startswith(BOM)), len(text)
    while i < n:
        end = _unit(text, i)
        piece = unicodedata.normalize("NFC", text[i:end].replace(SOFT_HYPHEN, ""))
        piece = "\n" if piece[:1] == "\r" else piece
        out.append(piece)
        begins += [i] * len(piece)
        ends += [end] * len(piece)
        i = end
    return Clean("".join(out), tuple(begins), tuple(ends))


def _unit(text: str, i: int) -> int:
    """Where the letter with its marks, or the line end, that begins at i ends."""
    if text.startswith("\r\n", i):
        return i + 2
    end = i + 1
    while end < len(text) and unicodedata.combining(text[end]):
        end += 1
    return end
