"""Time expressions in English text: absolute ones as EDTF, relative ones as printed."""

from typing import Final

from onrecord.extract.english.words import DAYS, MONTHS
from onrecord.extract.records import Source, Time
from onrecord.extract.tokens import NUMERIC, Kind, Tokens

ABSOLUTE: Final = Source("en-time", "1", 0.95, "a date, month, quarter or year")
RELATIVE: Final = Source("en-time-relative", "1", 0.85, "a time relative to the day of writing")
_NUMBER: Final = {
    name: number
    for number, name in enumerate(
        """january february march april may june july august september october november
        december""".split(),
        1,
    )
} | {short: n for n, short in enumerate("jan feb mar apr _ jun jul aug sep oct nov dec".split(), 1)}
_NUMBER.pop("_")
_NUMBER["sept"] = 9
_QUARTERS: Final = {"first": 33, "second": 34, "third": 35, "fourth": 36, "q1": 33, "q2": 34,
                    "q3": 35, "q4": 36}  # fmt: skip
_HALVES: Final = {"first": 40, "second": 41, "h1": 40, "h2": 41}
_SEASONS: Final = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
_OPEN_END: Final = frozenset("since from".split())
_OPEN_START: Final = frozenset("until till by before".split())
_PARTS: Final = frozenset("early mid late".split())
_YEAR_BEHIND: Final = frozenset(
    """in since until till by before after from of during early mid late for through between and
    around spring summer autumn fall winter ,""".split()
)
"""Before a number that is a year."""
_TODAY: Final = frozenset("today yesterday tomorrow tonight".split())
_POINTING: Final = frozenset("last next this coming past previous following".split())
_UNITS: Final = frozenset(
    """week month quarter year weekend decade spring summer autumn fall winter morning afternoon
    evening night""".split()
)
_COUNTED: Final = frozenset(
    "day days week weeks month months quarter quarters year years decade decades".split()
)
_LAST_DAY: Final = 31


_UNDATED: Final = _TODAY | _POINTING | DAYS
_LONGEST: Final = 4
"""A number with more digits is no day and no year."""


def find_times(tokens: Tokens) -> tuple[Time, ...]:
    """The time expressions of a text, in order."""
    found: list[Time] = []
    after = 0
    low = tokens.low
    for i in tokens.where(_BEGINNING):
        if i < after or (len(low[i]) > _LONGEST and low[i][0].isdigit()):
            continue
        hit = None if low[i] in _UNDATED else _absolute(tokens, i)
        hit = hit or _relative(tokens, i)
        if hit is not None:
            time, after = hit
            found.append(time)
    return tuple(found)


_BEGINNING: Final = Kind.any(
    NUMERIC,
    Kind.of((*_NUMBER, *_QUARTERS, *_HALVES, *_SEASONS, *_TODAY, *_POINTING, *DAYS), placed=False),
)


def _year(tokens: Tokens, i: int) -> str:
    word = tokens.words[i] if i < len(tokens.words) else ""
    return word if len(word) == 4 and word.isdigit() and word[:2] in ("18", "19", "20") else ""


def _absolute(tokens: Tokens, i: int) -> tuple[Time, int] | None:
    parsed = _date(tokens, i) or _part_of_year(tokens, i) or _plain_year(tokens, i)
    if parsed is None:
        return None
    edtf, end = parsed
    begin, before = i, tokens.low[i - 1] if i else ""
    if before in _PARTS:
        begin, before = i - 1, tokens.low[i - 2] if i > 1 else ""
    if before in _OPEN_END and "/" not in edtf:
        return Time(tokens.span(begin - 1, end), f"{edtf}/..", ABSOLUTE), end
    if before in _OPEN_START and "/" not in edtf:
        return Time(tokens.span(begin - 1, end), f"../{edtf}", ABSOLUTE), end
    return Time(tokens.span(begin, end), edtf, ABSOLUTE), end


def _date(tokens: Tokens, i: int) -> tuple[str, int] | None:
    """`12 May 2026`, `May 12, 2026`, `12th of May 2026`, `May 2026`; nothing with no year."""
    low = tokens.low
    day = _day(low[i])
    if day:
        k = i + 2 if low[i + 1 : i + 2] == ["of"] else i + 1
        month, year = _month(tokens, k), _year(tokens, k + 1)
        return (f"{year}-{month:02d}-{day:02d}", k + 2) if month and year else None
    month = _month(tokens, i)
    if not month:
        return None
    day = _day(low[i + 1]) if i + 1 < len(low) else 0
    if day:
        k = i + 3 if low[i + 2 : i + 3] == [","] else i + 2
        year = _year(tokens, k)
        return (f"{year}-{month:02d}-{day:02d}", k + 1) if year else None
    year = _year(tokens, i + 1)
    return (f"{year}-{month:02d}", i + 2) if year else None


def _month(tokens: Tokens, i: int) -> int:
    if i >= len(tokens.low) or not tokens.words[i][0].isupper():
        return 0
    return _NUMBER.get(tokens.low[i], 0)


def _day(word: str) -> int:
    number = word.rstrip("sthnrd") if word[:1].isdigit() else ""
    return int(number) if len(number) in (1, 2) and number.isdecimal() and (
        0 < int(number) <= _LAST_DAY
    ) else 0  # fmt: skip


def _part_of_year(tokens: Tokens, i: int) -> tuple[str, int] | None:
    """`the second quarter of 2027`, `Q3 2026`, `the first half of 2026`, `spring 2027`."""
    low, word = tokens.low, tokens.low[i]
    if word[:1] in "qh" and word[1:].isdigit():
        code, k = {**_QUARTERS, **_HALVES}.get(word, 0), i + 1
    elif word in _SEASONS:
        code, k = _SEASONS[word], i + 1
    else:
        kind = low[i + 1] if i + 1 < len(low) else ""
        table = _QUARTERS if kind == "quarter" else _HALVES if kind == "half" else {}
        code, k = table.get(word, 0), i + 2
    k += low[k : k + 1] == ["of"]
    year = _year(tokens, k)
    return (f"{year}-{code}", k + 1) if code and year else None


def _plain_year(tokens: Tokens, i: int) -> tuple[str, int] | None:
    year = _year(tokens, i)
    before = tokens.low[i - 1] if i else ""
    if not year or (before not in _YEAR_BEHIND and not tokens.breaks[i]):
        return None
    after = tokens.low[i + 1] if i + 1 < len(tokens.low) else ""
    joined = after in ("to", "–", "-", "/") or (after == "and" and before == "between")
    if joined and _year(tokens, i + 2):
        return f"{year}/{tokens.words[i + 2]}", i + 3
    if after.isalpha() and after in _NO_YEARS:
        return None
    return year, i + 1


_NO_YEARS: Final = frozenset(
    """people jobs workers staff employees pounds dollars euros tonnes homes customers stores cars
    units miles feet megawatts rooms beds shares passengers""".split()
)


def _relative(tokens: Tokens, i: int) -> tuple[Time, int] | None:
    low, words = tokens.low, tokens.words
    n, word = len(low), low[i]
    if word in _TODAY or (word in DAYS and words[i][0].isupper()):
        end = i + 1
        end += end < n and low[end] in ("morning", "afternoon", "evening", "night")
        begin = i - 1 if i and low[i - 1] in ("last", "next", "this") else i
        return Time(tokens.span(begin, end), "", RELATIVE), end
    if word in _POINTING and i + 1 < n:
        end = i + 1
        if low[end] in _UNITS or (words[end][0].isupper() and low[end] in MONTHS | DAYS):
            return Time(tokens.span(i, end + 1), "", RELATIVE), end + 1
        if low[end] in ("financial", "fiscal") and low[end + 1 : end + 2] == ["year"]:
            return Time(tokens.span(i, end + 2), "", RELATIVE), end + 2
        return None
    ago = low[i + 1 : i + 3]
    if word[:1].isdigit() and len(ago) > 1 and ago[0] in _COUNTED and ago[1] in ("ago", "earlier"):
        return Time(tokens.span(i, i + 3), "", RELATIVE), i + 3
    if _month(tokens, i) and (i and low[i - 1] in ("in", "since", "until", "by", "from", "late")):
        return Time(tokens.span(i, i + 1), "", RELATIVE), i + 1
    day = _day(word)
    if day and _month(tokens, i + 1):
        return Time(tokens.span(i, i + 2), "", RELATIVE), i + 2
    if _month(tokens, i) and i + 1 < n and _day(low[i + 1]):
        return Time(tokens.span(i, i + 2), "", RELATIVE), i + 2
    return None
