"""Sums of money in English text: `$1.2 billion`, `up to 5 million euros`, `half a billion`."""

from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation
from typing import Final

from onrecord.extract.english.nations import nation_of
from onrecord.extract.english.words import (
    ABOUT,
    APPROXIMATE,
    CODES,
    CURRENCIES,
    DOLLARS,
    LOWER,
    NATIVE,
    NUMBERS,
    SCALES,
    SYMBOLS,
    UPPER,
    VAGUE,
)
from onrecord.extract.records import Amount, AmountKind, Source, Span
from onrecord.extract.tokens import Kind, Tokens

SOURCE: Final = Source("en-amount", "2", 0.95, "number with currency")
VAGUE_SOURCE: Final = Source("en-amount-vague", "2", 0.85, "sum without a number")
_PARTS: Final = {"half": "0.5", "quarter": "0.25", "three-quarters": "0.75"}
_JOINS: Final = frozenset("- – to and or".split())
_HUNDREDTHS: Final = frozenset("pence cent cents".split())
_YEARS: Final = (1900, 2100)
_COUNTS: Final = frozenset("hundred thousand million billion millions billions of".split())
_WORDS: Final = {*SYMBOLS, *CODES, *NUMBERS, *VAGUE, *_PARTS, "a", "an"}
_STARTS: Final = Kind(lambda low: low in _WORDS or low[0].isdigit())


@dataclass(frozen=True, slots=True)
class _Quantity:
    """A number with its scale: `value`, `plain` without the scale, the token and code point behind
    it, and the currency that its last word names (`500-million-euro`)."""

    value: Decimal
    plain: Decimal
    end: int
    stop: int
    currency: str = ""


def find_amounts(tokens: Tokens) -> tuple[Amount, ...]:
    """The sums of money of a text, in order."""
    found: list[Amount] = []
    done = 0
    for i in tokens.where(_STARTS):
        if i < done:
            continue
        amount, end = _amount(tokens, i)
        if amount is not None:
            found.append(amount)
            done = end
    return tuple(found)


def _word(tokens: Tokens, i: int) -> str:
    low = tokens.low
    return low[i] if 0 <= i < len(low) else ""


def _number(tokens: Tokens, i: int) -> Decimal | None:
    low = _word(tokens, i)
    if low in NUMBERS:
        return Decimal(NUMBERS[low])
    if not low or not low[0].isdigit():
        return None
    try:
        return Decimal(low.replace(",", ""))
    except InvalidOperation:
        return None


def _quantity(tokens: Tokens, i: int) -> _Quantity | None:
    """`1.2bn`, `one hundred million`, `half a billion`, `a quarter of a billion`, `500-million`."""
    start = i + 1 if _word(tokens, i) in ("a", "an") else i
    part = _PARTS.get(_word(tokens, start))
    if part:
        k = start + 1
        k += _word(tokens, k) == "of"
        if _word(tokens, k) not in ("a", "an") or _word(tokens, k + 1) not in SCALES:
            return None
        return _scaled(tokens, k + 1, Decimal(part))
    if start > i:
        scaled = _word(tokens, start) in SCALES and len(_word(tokens, start)) > 2
        return _scaled(tokens, start, Decimal(1)) if scaled else None
    value = _number(tokens, i)
    if value is None:
        return None
    end = i + 1
    if _word(tokens, end) == "hundred" and value < 10:
        value, end = value * 100, end + 1
    return _scaled(tokens, end, value)


def _scaled(tokens: Tokens, i: int, value: Decimal) -> _Quantity:
    """The number with the scale that stands at token i, if one does."""
    k = i
    hyphen = _word(tokens, k) == "-" and tokens.begins[k] == tokens.ends[k - 1]
    k += hyphen
    head, _, rest = _word(tokens, k).partition("-")
    if head not in SCALES or (hyphen and len(head) < 3):
        return _Quantity(value, value, i, tokens.ends[i - 1])
    scaled = value.scaleb(SCALES[head])
    currency = CURRENCIES.get(rest, "")
    stop = tokens.ends[k] if currency or not _word(tokens, k)[len(head) :] else 0
    return _Quantity(scaled, value, k + 1, stop or tokens.begins[k] + len(head), currency)


def _amount(tokens: Tokens, i: int) -> tuple[Amount | None, int]:
    low = tokens.low[i]
    begin, currency = i, ""
    if low in SYMBOLS or low in CODES:
        currency = SYMBOLS.get(low) or CODES[low]
        begin, currency = _before_symbol(tokens, i, currency)
        i += 1
    elif low in VAGUE or (low == "a" and _word(tokens, i + 1) == "few"):
        return _vague(tokens, i)
    first = _quantity(tokens, i)
    if first is None or (low in ("a", "an") and currency):
        return None, i + 1
    second, last = _second(tokens, begin, first, currency)
    currency = currency or last.currency
    stop, end = last.stop, last.end
    if not currency:
        if last.value == last.plain and _YEARS[0] <= last.plain <= _YEARS[1]:
            return None, i + 1
        currency, end, factor = _named(tokens, last.end)
        if not currency:
            return None, i + 1
        stop = tokens.ends[end - 1]
        first = _Quantity(first.value * factor, first.plain, first.end, first.stop)
    return _or_more(tokens, _made(tokens, begin, stop, first, second, currency), end), end


def _or_more(tokens: Tokens, amount: Amount, end: int) -> Amount:
    """`$5 million or more`: a bound that stands behind."""
    bound = _word(tokens, end + 1) if _word(tokens, end) == "or" else ""
    if amount.kind != "exact" or bound not in ("more", "less"):
        return amount
    span = amount.span[0], tokens.ends[end + 1]
    if bound == "more":
        return replace(amount, span=span, kind="lower-bound", min=amount.value, value=None)
    return replace(amount, span=span, kind="upper-bound", max=amount.value, value=None)


def _before_symbol(tokens: Tokens, i: int, currency: str) -> tuple[int, str]:
    """`US$`, `A$`: the token at which the sum begins, and the currency."""
    tied = i > 0 and tokens.words[i] == "$" and tokens.ends[i - 1] == tokens.begins[i]
    if tied and tokens.low[i - 1] in DOLLARS:
        return i - 1, DOLLARS[tokens.low[i - 1]]
    return i, currency


def _second(
    tokens: Tokens, begin: int, first: _Quantity, currency: str
) -> tuple[_Quantity | None, _Quantity]:
    """`between $3 and $5 billion`, `3 to 5 million euros`: the upper end; what ends the sum."""
    k = first.end
    joint = _word(tokens, k)
    tied = tokens.words[k - 1].endswith("-") and k - 1 >= begin
    if not tied and joint not in _JOINS:
        return None, first
    between = begin > 0 and tokens.low[begin - 1] == "between"
    if not tied and joint in ("and", "or") and not between:
        return None, first
    k += not tied
    if _word(tokens, k) in DOLLARS and _word(tokens, k + 1) == "$":
        k += 1
    marked = _word(tokens, k) in SYMBOLS
    if marked and SYMBOLS[_word(tokens, k)][-1] != (currency or "?")[-1]:
        return None, first
    other = _quantity(tokens, k + marked)
    if other is None or other.value < first.plain:
        return None, first
    if not (currency or other.currency) and not _named(tokens, other.end)[0]:
        return None, first
    return other, other


def _named(tokens: Tokens, i: int) -> tuple[str, int, Decimal]:
    """The currency that words name behind a number, the token behind, and its worth in units."""
    nation = _word(tokens, i)
    if nation in ("hong", "new"):
        nation, i = f"{nation} {_word(tokens, i + 1)}", i + 1
    for k, before in ((i, ""), (i + 1, nation)):
        name = CURRENCIES.get(_word(tokens, k))
        if name is None:
            continue
        currency = NATIVE.get((before, name), name) or _crowns(tokens)
        known = not before or before in _NATIONS
        worth = Decimal("0.01") if _word(tokens, k) in _HUNDREDTHS else Decimal(1)
        return (currency, k + 1, worth) if currency and known else ("", i, Decimal(1))
    return "", i, Decimal(1)


_OPENING: Final = 800
"""So many tokens of a text are asked for its nation."""


def _crowns(tokens: Tokens) -> str:
    """Whose crowns they are, where nothing beside them tells: of the nation named most."""
    spoken = Counter(nation_of(word) for word in tokens.low[:_OPENING])
    ranked = sorted((nation for nation, name in NATIVE if not name), key=lambda n: -spoken[n])
    return NATIVE[ranked[0], ""] if spoken[ranked[0]] else ""


_NATIONS: Final = {nation for nation, _ in NATIVE} | {
    "u.s",
    "u.s.",
    "us",
    "swiss",
    "american",
    "japanese",
}


def _vague(tokens: Tokens, i: int) -> tuple[Amount | None, int]:
    """`several billion dollars`, `hundreds of millions of euros`, `a few million euros`."""
    k = i + 2 if tokens.low[i] == "a" else i + 1
    start = k
    while _word(tokens, k) in _COUNTS:
        k += 1
    currency, end, _ = _named(tokens, k)
    if k == start or not currency:
        return None, i + 1
    span = tokens.span(i, end)
    return Amount(span, currency, None, None, None, "vague", VAGUE_SOURCE), end


def _made(
    tokens: Tokens,
    begin: int,
    stop: int,
    first: _Quantity,
    second: _Quantity | None,
    currency: str,
) -> Amount:
    start, kind = _qualified(tokens, begin)
    if second is not None:
        lower = first.value
        if first.value == first.plain and second.value != second.plain:
            lower = first.plain * (second.value / second.plain)
        opened = begin > 0 and tokens.low[begin - 1] in ("between", "from")
        span: Span = (tokens.begins[begin - opened], stop)
        return Amount(span, currency, None, _text(lower), _text(second.value), "range", SOURCE)
    text = _text(first.value)
    low = text if kind == "lower-bound" else None
    high = text if kind == "upper-bound" else None
    exact = None if low or high else text
    return Amount((tokens.begins[start], stop), currency, exact, low, high, kind, SOURCE)


def _text(value: Decimal) -> str:
    return format(value.normalize(), "f")


_KINDS: Final[tuple[tuple[tuple[tuple[str, ...], ...], AmountKind], ...]] = (
    (UPPER, "upper-bound"),
    (LOWER, "lower-bound"),
    (APPROXIMATE, "approximate"),
)
_BOUNDS: Final = defaultdict[str, list[tuple[tuple[str, ...], AmountKind]]](list)
"""What bounds a sum, the longest phrase first, by its last word."""
for _words, _kind in sorted(
    [(words, kind) for phrases, kind in _KINDS for words in phrases],
    key=lambda pair: -len(pair[0]),
):
    _BOUNDS[_words[-1]].append((_words, _kind))


def _qualified(tokens: Tokens, i: int) -> tuple[int, AmountKind]:
    """Where the words begin that bound a sum, and what they make of it."""
    before = tokens.low[i - 1] if i else ""
    for phrase, kind in _BOUNDS.get(before, ()):
        if tuple(tokens.low[max(0, i - len(phrase)) : i]) == phrase:
            return i - len(phrase), kind
    if before in ABOUT:
        return i - 1, "approximate"
    return i, "exact"
