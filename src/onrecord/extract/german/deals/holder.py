"""Whose account a deal is: a speaker's, a company's, anonymous, or the article's own."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from onrecord.extract.german.deals.marks import ANNOUNCING, RUMOURS
from onrecord.extract.german.deals.parties import Mention
from onrecord.extract.german.grammar.document import Document, Sentence
from onrecord.extract.german.speech.denied import DENIED
from onrecord.extract.records import Deal, Quote, Source, Span
from onrecord.extract.tokens import Kind

ECHO = Source("de-deal-echo", "1", 0.65, "the sentence refers to the deal named before")
LONGEST = 3000
"""A quotation that began further back, in code points, is no longer looked at."""


class Holding:
    """The quotations of a text, and by them whose account its deals are."""

    def __init__(self, document: Document, quotes: Sequence[Quote]) -> None:
        self._tokens = document.tokens
        self._quotes = sorted(quotes, key=_start)
        self._starts = [_start(quote) for quote in self._quotes]

    def near(self, begin: int, end: int) -> list[Quote]:
        """The quotations that may reach into a range."""
        first = bisect_left(self._starts, begin - LONGEST)
        return self._quotes[first : bisect_left(self._starts, end, first)]

    def of(self, sentence: Sentence, deal: Deal, mentions: list[Mention]) -> str:
        """The holder of a deal that a sentence tells, which names these companies."""
        tokens, echo = self._tokens, deal.source is ECHO
        span = tokens.span(sentence.begin, sentence.end) if echo else deal.evidence
        first = mentions[0] if mentions else None
        names = {party.name for party in deal.parties}
        places = [tokens.begins[m.at] for m in mentions if m.name in names and m.at >= 0]
        return holder_of(deal, span, sentence.kinds, first, self.near(*span), echo, places)

    def rejected(self, deal: Deal) -> Deal:
        """The same deal, which is denied where it is what a report says that somebody rejects."""
        told = _widest(deal.evidence, self.near(*deal.evidence))[0]
        if told is None or told.source.rule != DENIED.id or deal.status == "failed":
            return deal
        return replace(deal, status="denied")


def held(deal: Deal, holder: str) -> Deal:
    """The same deal as this one tells it."""
    if deal.holder == holder:
        return deal
    parties, amount, status = deal.parties, deal.amount, deal.status
    return Deal(deal.kind, parties, amount, status, holder, deal.evidence, deal.source)


def _start(quote: Quote) -> int:
    return quote.quote[0][0]


def holder_of(
    deal: Deal,
    span: Span,
    kinds: int,
    first: Mention | None,
    quotes: Sequence[Quote],
    echo: bool,
    places: Sequence[int] = (),
) -> str:
    """The holder of a deal told in `span`, in a sentence with words of these kinds, by its
    quotations.

    `echo`: the sentence only refers to the deal; `first` is the company that it names first, and
    its parties stand at these `places`.
    """
    best, most = _widest(span, quotes)
    denying = deal.status == "denied" and first is not None and first.place in ("", "subj")
    if best is not None and best.source.rule == DENIED.id and best.holder:
        return best.holder
    if denying and (best is None or not best.holder or best.type == "Reported" or echo):
        return first.name if first is not None else "author"
    # However long it takes to tell who says so: `berichtet unter Berufung auf …, dass X Y kaufe`.
    whole = best is not None and len(places) > 1 and all(_is_inside(p, best) for p in places)
    if best is None or (most * 3 < span[1] - span[0] and not whole):
        return "anonymous" if kinds & _RUMOURED.bit else "author"
    if best.type == "FreeIndirect":
        return "anonymous"
    if best.type == "Reported" and not kinds & _ANNOUNCED.bit:
        return "author"
    if best.holder.lower().startswith(("beide ", "die beiden ")):
        return deal.parties[0].name
    if best.holder:
        return best.holder
    unnamed = best.type == "Indirect" and not best.speaker
    return "anonymous" if unnamed or kinds & _RUMOURED.bit else "author"


def _is_inside(place: int, quote: Quote) -> bool:
    return quote.type != "Reported" and any(begin <= place < end for begin, end in quote.quote)


_RUMOURED = Kind.of(starts=RUMOURS, placed=False)
_ANNOUNCED = Kind.of(starts=ANNOUNCING, placed=False)


def _widest(span: Span, quotes: Sequence[Quote]) -> tuple[Quote | None, int]:
    """The quotation that covers most of a range, and how much of it; the words of somebody rather
    than what is only reported before them: `X wies das zurück: „...“`."""
    best, most = _covering(span, quotes)
    if best is not None and best.type == "Reported":
        direct, size = _covering(span, [q for q in quotes if q.type == "Direct"])
        if direct is not None and direct.holder == best.holder:
            return direct, size
    return best, most


def _covering(span: Span, quotes: Sequence[Quote]) -> tuple[Quote | None, int]:
    begin, end = span
    best, most = None, 0
    for quote in quotes:
        if quote.quote[-1][1] <= begin:
            continue
        size = sum(min(e, end) - max(b, begin) for b, e in quote.quote if b < end and begin < e)
        if size > most:
            best, most = quote, size
    return best, most
