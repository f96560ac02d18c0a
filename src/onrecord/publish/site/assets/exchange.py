"""A search index in which some entries say something else, made from the text of the one before."""

import json
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from itertools import pairwise
from types import MappingProxyType
from typing import Any, Final

from onrecord.publish.site.assets.datascript import written
from onrecord.publish.site.assets.search import SearchEntry, averages, place, stored, words_of

_SECTIONS: Final = (
    (b'"averageFieldLength":', b',"dirtCount":'),
    (b'"fieldLength":', b',"index":['),
    (b'"index":[', b'],"nextId":'),
    (b'"storedFields":', b'},"language":'),
)
"""What stands before and behind the parts that differ, in their order. A quotation mark inside of
a text has a stroke before it, so none of these stands in one."""
_LONGEST: Final = 1 << 16
_BETWEEN: Final = b"],["


def search_script_again(
    old: bytes,
    less: Iterable[SearchEntry],
    more: Iterable[SearchEntry],
    marks: Mapping[str, Mapping[str, str]] = MappingProxyType({}),
) -> bytes | None:
    """An older script with entries for others; None where others come into other places, because
    entries are known by their places, and where its marks are drawn or called otherwise."""
    gone, come = dict.fromkeys(less), dict.fromkeys(more)
    before = sorted((entry for entry in gone if entry not in come), key=place)
    after = sorted((entry for entry in come if entry not in gone), key=place)
    cut = _cut(old)
    end = f',"marks":{written(dict(marks))}}};\n'.encode()
    if cut is None or len(before) != len(after) or not cut[-1].endswith(end):
        return None
    lengths: dict[str, list[int]] = json.loads(cut[3])
    terms, shown = cut[5].removeprefix(b"[").removesuffix(b"]").split(_BETWEEN), cut[7]
    numbers = []
    for one, other in zip(before, after, strict=True):
        row = b":" + written(stored(one)).encode()
        at = shown.find(row)
        number = shown[shown.rfind(b'"', 0, at - 1) + 1 : at - 1].decode()
        if at < 0 or not number.isdigit():
            return None
        numbers.append(int(number))
        shown = shown[: at + 1] + written(stored(other)).encode() + shown[at + len(row) :]
        lengths[number] = _exchange(terms, number, one, other)
    if not terms or not all(_in_order(shown, number, len(lengths)) for number in numbers):
        return None
    cut[1], cut[3] = written(averages(lengths)).encode(), written(lengths).encode()
    cut[5], cut[7] = b"[" + _BETWEEN.join(terms) + b"]", shown
    return b"".join(cut)


def _cut(old: bytes) -> list[bytes] | None:
    """The script, cut into what stays and, at odd places, what differs; None where it looks
    otherwise, or has no word."""
    cut, at = [], 0
    for before, behind in _SECTIONS:
        start = old.find(before, at) + len(before)
        end = old.find(behind, start)
        if start < len(before) or end < 0:
            return None
        cut += [old[at:start], old[start:end]]
        at = end
    return [*cut, old[at:]] if cut[5].startswith(b'["') else None


def _exchange(terms: list[bytes], number: str, one: SearchEntry, other: SearchEntry) -> list[int]:
    """Puts the words of another entry into the place of one; gives the lengths of its fields."""
    before, after = (entry.words or words_of(entry) for entry in (one, other))
    for field, (_, forms), (_, others) in zip("012", before, after, strict=True):
        for form in {**forms, **others}:
            if forms.get(form) != others.get(form):
                _count(terms, form, field, number, others.get(form, 0))
    return [length for length, _ in after]


def _count(terms: list[bytes], form: str, field: str, number: str, count: int) -> None:
    """Notes how often a word is in a field of an entry; terms are sorted as they are written."""
    key = written(form).encode() + b","
    at = bisect_left(terms, key)
    there = at < len(terms) and terms[at].startswith(key)
    fields: dict[str, dict[str, int]] = json.loads(terms[at][len(key) :]) if there else {}
    fields.setdefault(field, {})[number] = count
    kept = {f: {n: c for n, c in found.items() if c} for f, found in fields.items()}
    kept = {f: found for f, found in kept.items() if found}
    terms[at : at + there] = [key + written(kept).encode()] if kept else []


def _in_order(shown: bytes, number: int, count: int) -> bool:
    """Whether an entry belongs between those beside it."""
    beside = (n for n in (number - 1, number, number + 1) if 0 <= n < count)
    rows = [_row(shown, n) for n in beside]
    return None not in rows and all(one <= other for one, other in pairwise(rows))


def _row(shown: bytes, number: int) -> Any:
    key = b'"%d":{"address":' % number
    start = shown.find(key) + len(str(number)) + 3
    text = shown[start : start + _LONGEST].decode(errors="ignore")
    try:
        row, _ = json.JSONDecoder().raw_decode(text)
    except ValueError:
        return None
    return row["title"], row["kind"], row["address"]
