"""Sums of money in English text: `$1.2 billion`, `up to 5 million euros`, `several billion`."""

from decimal import Decimal, InvalidOperation

from onrecord.extract.english.words import (
    ABOUT,
    CURRENCIES,
    LOWER,
    NUMBERS,
    SCALES,
    SYMBOLS,
    UPPER,
    VAGUE,
)
from onrecord.extract.records import Amount, AmountKind, Source
from onrecord.extract.tokens import Tokens

SOURCE = Source("en-amount", "1", 0.95, "number with currency")
VAGUE_SOURCE = Source("en-amount-vague", "1", 0.85, "sum without a number")


def find_amounts(tokens: Tokens) -> tuple[Amount, ...]:
    """The sums of money of a text, in order."""
    found: list[Amount] = []
    i = 0
    while i < len(tokens):
        amount, end = _amount(tokens, i)
        if amount is not None:
            found.append(amount)
        i = max(end, i + 1)
    return tuple(found)


def _number(tokens: Tokens, i: int) -> Decimal | None:
    if i >= len(tokens):
        return None
    low = tokens.low[i]
    if low in NUMBERS:
        return Decimal(NUMBERS[low])
    if not low[0].isdigit():
        return None
    try:
        return Decimal(low.replace(",", ""))
    except InvalidOperation:
        return None


def _scaled(tokens: Tokens, i: int, value: Decimal) -> tuple[Decimal, int]:
    if i < len(tokens) and tokens.low[i] in SCALES:
        return value.scaleb(SCALES[tokens.low[i]]), i + 1
    return value, i


def _amount(tokens: Tokens, i: int) -> tuple[Amount | None, int]:
    low = tokens.low[i]
    currency = SYMBOLS.get(low)
    if currency:
        value = _number(tokens, i + 1)
        if value is None:
            return None, i + 1
        scaled, end = _scaled(tokens, i + 2, value)
        return _ranged(tokens, i, end, value, scaled, currency)
    if low in VAGUE:
        return _vague(tokens, i)
    value = _number(tokens, i)
    if value is None:
        return None, i + 1
    scaled, end = _scaled(tokens, i + 1, value)
    if end < len(tokens) and tokens.low[end] in ("u.s", "us", "canadian", "swiss"):
        end += 1
    word = tokens.low[end] if end < len(tokens) else ""
    if word not in CURRENCIES or not CURRENCIES[word]:
        return None, i + 1
    return _make(tokens, i, end + 1, scaled, None, CURRENCIES[word]), end + 1


def _ranged(
    tokens: Tokens, i: int, end: int, value: Decimal, scaled: Decimal, currency: str
) -> tuple[Amount | None, int]:
    """`between $3 billion and $5 billion`, `$3-5 billion`."""
    joiner = tokens.low[end] if end < len(tokens) else ""
    if joiner in ("and", "to", "-", "–"):
        k = (
            end + 2
            if tokens.low[end + 1 : end + 2] == [next(s for s in SYMBOLS if SYMBOLS[s] == currency)]
            else end + 1
        )
        other = _number(tokens, k)
        between = i > 0 and tokens.low[i - 1] == "between"
        if other is not None and (joiner != "and" or between):
            upper, last = _scaled(tokens, k + 1, other)
            lower = scaled if scaled != value else value * (upper / other)
            return _make(tokens, i, last, lower, upper, currency), last
    return _make(tokens, i, end, scaled, None, currency), end


def _vague(tokens: Tokens, i: int) -> tuple[Amount | None, int]:
    """`several billion dollars`, `hundreds of millions of euros`."""
    k = i + 1
    while k < len(tokens) and tokens.low[k] in (
        "of",
        "hundred",
        "million",
        "billion",
        "millions",
        "billions",
    ):
        k += 1
    currency = CURRENCIES.get(tokens.low[k], "") if k < len(tokens) else ""
    if k == i + 1 or not currency:
        return None, i + 1
    span = tokens.span(i, k + 1)
    return Amount(span, currency, None, None, None, "vague", VAGUE_SOURCE), k + 1


def _make(
    tokens: Tokens, i: int, end: int, value: Decimal, second: Decimal | None, currency: str
) -> Amount:
    begin, kind = _qualified(tokens, i)
    text = format(value.normalize(), "f")
    if second is not None:
        begin = i - 1 if i and tokens.low[i - 1] == "between" else begin
        top = format(second.normalize(), "f")
        return Amount(tokens.span(begin, end), currency, None, text, top, "range", SOURCE)
    low, high, exact = None, None, None
    if kind == "upper-bound":
        high = text
    elif kind == "lower-bound":
        low = text
    else:
        exact = text
    return Amount(tokens.span(begin, end), currency, exact, low, high, kind, SOURCE)


def _qualified(tokens: Tokens, i: int) -> tuple[int, AmountKind]:
    low = tokens.low
    names: tuple[tuple[tuple[tuple[str, ...], ...], AmountKind], ...] = (
        (UPPER, "upper-bound"),
        (LOWER, "lower-bound"),
    )
    for patterns, kind in names:
        for pattern in sorted(patterns, key=len, reverse=True):
            if tuple(low[max(0, i - len(pattern)) : i]) == pattern:
                return i - len(pattern), kind
    if i and low[i - 1] in ABOUT:
        return i - 1, "approximate"
    return i, "exact"
