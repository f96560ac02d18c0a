"""Deals between companies in English text: kind, parties, amount, status, holder."""

from collections.abc import Sequence

from onrecord.extract.english.document import Document
from onrecord.extract.english.words import DEALS, DENIED, FAILED, HOLD, PLANNED
from onrecord.extract.records import Amount, Deal, Entity, Party, Quote, Source

SOURCE = Source("en-deal", "1", 0.7, "a word of dealing with two companies in one sentence")


def find_deals(
    document: Document,
    entities: Sequence[Entity],
    amounts: Sequence[Amount],
    quotes: Sequence[Quote],
) -> tuple[Deal, ...]:
    """The deals of a text, one a sentence at most."""
    found: dict[tuple[object, ...], Deal] = {}
    for sentence in document.sentences:
        begin, end = document.tokens.span(*sentence)
        names = sorted(
            (m[0], e.name)
            for e in entities
            if e.kind == "company"
            for m in e.mentions
            if begin <= m[0] < end
        )
        low = document.tokens.low[slice(*sentence)]
        order = list(dict.fromkeys(name for _, name in names))
        if not 2 <= len(order) <= 3:
            continue
        for kind, starts, first, second in DEALS:
            if any(w.startswith(starts) for w in low):
                amount = next((a for a in amounts if begin <= a.span[0] < end), None)
                parties = _parties(order, low, first, second)
                holder = _holder(quotes, begin, end)
                deal = Deal(kind, parties, amount, _status(low), holder, (begin, end), SOURCE)
                found.setdefault((kind, tuple(sorted(order)), holder), deal)
                break
    return tuple(found.values())


def _parties(order: list[str], low: list[str], first: str, second: str) -> tuple[Party, ...]:
    passive = "by" in low and any(w in ("was", "were", "be", "been", "is") for w in low)
    if passive and first != second:
        first, second = second, first
    return tuple(Party(name, first if k == 0 else second) for k, name in enumerate(order))


def _status(low: list[str]) -> str:
    words = set(low)
    for status, marks in (("denied", DENIED), ("failed", FAILED), ("on-hold", HOLD)):
        if words & marks:
            return status
    if any(w.startswith(("talks", "negotiat")) for w in low):
        return "ongoing"
    return "planned" if words & PLANNED else "agreed"


def _holder(quotes: Sequence[Quote], begin: int, end: int) -> str:
    for quote in quotes:
        inside = sum(min(e, end) - max(b, begin) for b, e in quote.quote if b < end and begin < e)
        if inside * 3 >= end - begin and quote.holder:
            return quote.holder
    return "author"
