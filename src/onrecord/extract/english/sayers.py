"""Whom `it` means behind a clause: `X has bought Y, it said` is said by X."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from onrecord.extract.english.document import Document
from onrecord.extract.english.drafts import AFTER
from onrecord.extract.english.phrases import first_finite
from onrecord.extract.records import Entity, Quote, Span

_MEANS: Final = frozenset(("it", "the company", "the group", "the firm"))


def subjects_of(
    document: Document, quotes: Sequence[Quote], entities: Sequence[Entity]
) -> dict[int, Span]:
    """Where a speaker begins that means the subject of what it says → where that one is named."""
    begins = document.tokens.begins
    named = sorted(m for e in entities if e.kind != "person" for m in e.mentions)
    found: dict[int, Span] = {}
    for quote in quotes:
        if quote.source is not AFTER or not quote.speaker:
            continue
        begin, end = quote.speaker[0]
        first, last = bisect_left(begins, begin), bisect_left(begins, end)
        if " ".join(document.tokens.low[first:last]) not in _MEANS:
            continue
        start, stop = (bisect_left(begins, at) for at in quote.quote[0])
        verb = first_finite(document, start, start, stop)
        limit = begins[verb] if verb > start else quote.quote[0][0]
        inside = [m for m in named if quote.quote[0][0] <= m[0] and m[1] <= limit]
        if inside:
            found[begin] = inside[0]
    return found
