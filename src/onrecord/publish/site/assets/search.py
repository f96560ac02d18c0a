"""Entries of a search in, the index that minisearch reads out, prepared at build time.

Words are folded here as `site/scripts/src/search/fold.ts` folds them in the browser."""

import json
import re
import unicodedata
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise
from typing import TypeAlias

from onrecord.publish.site.assets.datascript import data_of, data_script

_WORD = re.compile(r"[^\W_]+")
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})
FIELDS = ("title", "aliases", "text")


Words: TypeAlias = list[tuple[int, dict[str, int]]]
"""Per field, how many different words it has, and how often each form of them."""


@dataclass(frozen=True, slots=True)
class SearchEntry:
    """One thing to find: `address` from the root of the publication, `kind` in the page's words;
    its `words` where they
    are known already. What is `named`, as people are, comes first where its name is looked for."""

    address: str
    kind: str
    title: str
    text: str = ""
    aliases: tuple[str, ...] = field(default=())
    words: Words | None = field(default=None, compare=False)
    named: bool = False


@lru_cache(maxsize=1 << 14)
def folded(word: str) -> tuple[str, ...]:
    """The forms under which a word is found: `Öl` as `oel` and `ol`, `Straße` as `strasse`."""
    lower = unicodedata.normalize("NFC", word.lower()).replace("ß", "ss")
    forms = (_plain(lower.translate(_UMLAUTS)), _plain(lower))
    return forms[:1] if forms[0] == forms[1] else forms


def search_script(language: str, entries: Iterable[SearchEntry]) -> str:
    """The text of `assets/search-index.<language>.js`."""
    rows = sorted(entries, key=_place)
    return data_script("onrecordSearch", {"language": language, "index": _index(rows)})


def search_script_again(
    old: bytes, less: Iterable[SearchEntry], more: Iterable[SearchEntry]
) -> str | None:
    """An older script with entries for others; None where others come into other places, because
    entries are known by their places."""
    before, after = sorted(less, key=_place), sorted(more, key=_place)
    value = json.loads(data_of(old))
    index, fields = value["index"], value["index"]["storedFields"]
    if len(before) != len(after):
        return None
    terms = dict(index["index"])
    rows = [(row["title"], row["kind"], row["address"]) for row in _in_order(fields)]
    for one, other in zip(before, after, strict=True):
        number = bisect_left(rows, _place(one))
        if rows[number : number + 1] != [_place(one)]:
            return None
        rows[number] = _place(other)
        index["fieldLength"][str(number)] = _exchange(terms, str(number), one, other)
        fields[str(number)] = _stored(other)
    if any(one > other for one, other in pairwise(rows)):
        return None
    index["index"] = [[term, terms[term]] for term in sorted(terms)]
    index["averageFieldLength"] = _averages(index["fieldLength"])
    return data_script("onrecordSearch", value)


def _in_order(fields: dict[str, dict[str, str]]) -> Iterator[dict[str, str]]:
    return (fields[str(number)] for number in range(len(fields)))


def _place(entry: SearchEntry) -> tuple[str, str, str]:
    return entry.title, entry.kind, entry.address


def _exchange(
    terms: dict[str, dict[str, dict[str, int]]], key: str, one: SearchEntry, other: SearchEntry
) -> list[int]:
    """Puts the words of another entry into the place of one; gives the lengths of its fields."""
    before, after = (entry.words or words_of(entry) for entry in (one, other))
    for position, (_, forms), (_, others) in zip("012", before, after, strict=True):
        for form in forms.keys() - others.keys():
            del terms[form][position][key]
            if not terms[form][position]:
                del terms[form][position]
            if not terms[form]:
                del terms[form]
        for form, count in others.items():
            terms.setdefault(form, {}).setdefault(position, {})[key] = count
    return [length for length, _ in after]


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
        "averageFieldLength": _averages(lengths),
        "storedFields": {str(number): _stored(row) for number, row in enumerate(rows)},
        "dirtCount": 0,
        "index": [[term, terms[term]] for term in sorted(terms)],
        "serializationVersion": 2,
    }


def _stored(row: SearchEntry) -> dict[str, str]:
    stored = {"address": row.address, "kind": row.kind, "title": row.title, "text": row.text}
    return stored | ({"names": "\n".join((row.title, *row.aliases))} if row.named else {})


def _averages(lengths: dict[str, list[int]]) -> list[float]:
    count = max(len(lengths), 1)
    return [
        round(sum(row[position] for row in lengths.values()) / count, 6)
        for position in range(len(FIELDS))
    ]
