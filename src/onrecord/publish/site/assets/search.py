"""Entries of a search in, the index that minisearch reads out, prepared at build time.

Words are folded here as `site/scripts/src/search/fold.ts` folds them in the browser."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final, TypeAlias

from onrecord.publish.site.assets.datascript import data_script

_WORD = re.compile(r"[^\W_]+")
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})
FIELDS = ("title", "aliases", "text")
_NONE: Final[Mapping[str, Mapping[str, str]]] = {}


Words: TypeAlias = list[tuple[int, dict[str, int]]]
"""Per field, how many different words it has, and how often each form of them."""


@dataclass(frozen=True, slots=True)
class SearchEntry:
    """One thing to find: `address` from the root of the publication, `kind` in the page's words;
    its `words` where they are known already. What is `named`, as people are, comes first where its
    name is looked for; `marks` are names of those drawn beside it, joined by blanks."""

    address: str
    kind: str
    title: str
    text: str = ""
    aliases: tuple[str, ...] = field(default=())
    words: Words | None = field(default=None, compare=False)
    named: bool = False
    marks: str = ""


@lru_cache(maxsize=1 << 14)
def folded(word: str) -> tuple[str, ...]:
    """The forms under which a word is found: `Öl` as `oel` and `ol`, `Straße` as `strasse`."""
    lower = unicodedata.normalize("NFC", word.lower()).replace("ß", "ss")
    forms = (_plain(lower.translate(_UMLAUTS)), _plain(lower))
    return forms[:1] if forms[0] == forms[1] else forms


def search_script(
    language: str, entries: Iterable[SearchEntry], marks: Mapping[str, Mapping[str, str]] = _NONE
) -> str:
    """The text of `assets/search-index.<language>.js`; `marks` are how those are drawn."""
    rows = sorted(entries, key=place)
    value = {"language": language, "index": _index(rows), "marks": dict(marks)}
    return data_script("onrecordSearch", value)


def place(entry: SearchEntry) -> tuple[str, str, str]:
    """By what entries are in order."""
    return entry.title, entry.kind, entry.address


def _plain(word: str) -> str:
    decomposed = unicodedata.normalize("NFD", word)
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def _words(text: str) -> Iterator[str]:
    # Python counts a combining mark as no letter: compose first, so that no word is cut in two.
    yield from _WORD.findall(unicodedata.normalize("NFC", text))


def words_of(entry: SearchEntry) -> Words:
    """The words of title, aliases and text."""
    found = []
    for text in (entry.title, " ".join(entry.aliases), entry.text):
        words = list(_words(text))
        forms = dict(Counter(form for word in words for form in folded(word)))
        found.append((len(set(words)), forms))
    return found


def _index(rows: list[SearchEntry]) -> dict[str, object]:
    """The index in the form of minisearch's `toJSON`, serialisation version 2."""
    terms: dict[str, dict[str, dict[str, int]]] = {}
    lengths: dict[str, list[int]] = {}
    for number, row in enumerate(rows):
        key, fields = str(number), row.words or words_of(row)
        lengths[key] = [length for length, _ in fields]
        for position, (_, forms) in zip("012", fields, strict=True):
            for form, count in forms.items():
                terms.setdefault(form, {}).setdefault(position, {})[key] = count
    return {
        "documentCount": len(rows),
        "nextId": len(rows),
        "documentIds": {str(number): number for number in range(len(rows))},
        "fieldIds": {name: position for position, name in enumerate(FIELDS)},
        "fieldLength": lengths,
        "averageFieldLength": averages(lengths),
        "storedFields": {str(number): stored(row) for number, row in enumerate(rows)},
        "dirtCount": 0,
        "index": [[term, terms[term]] for term in sorted(terms)],
        "serializationVersion": 2,
    }


def stored(row: SearchEntry) -> dict[str, str]:
    """What is shown of an entry that is found."""
    shown = {"address": row.address, "kind": row.kind, "title": row.title, "text": row.text}
    shown |= {"names": "\n".join((row.title, *row.aliases))} if row.named else {}
    return shown | ({"marks": row.marks} if row.marks else {})


def averages(lengths: dict[str, list[int]]) -> list[float]:
    """The average lengths of all fields."""
    count = max(len(lengths), 1)
    return [
        round(sum(row[position] for row in lengths.values()) / count, 6)
        for position in range(len(FIELDS))
    ]
