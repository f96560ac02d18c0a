"""Whose account a deal is: a speaker's, a company's, anonymous, or the article's own."""

from collections.abc import Sequence

from onrecord.extract.german.deals.marks import ANNOUNCING, RUMOURS
from onrecord.extract.german.deals.parties import Mention
from onrecord.extract.records import Deal, Quote, Span
from onrecord.extract.tokens import recalled


def holder_of(
    deal: Deal,
    span: Span,
    words: Sequence[str],
    first: Mention | None,
    quotes: Sequence[Quote],
    echo: bool,
) -> str:
    """The holder of a deal told in `span`, in a sentence of these words, by its quotations.

    `echo`: the sentence only refers to the deal; `first` is the company that it names first.
    """
    best, most = _widest(span, quotes)
    denying = deal.status == "denied" and first is not None and first.place in ("", "subj")
    if denying and (best is None or not best.holder or best.type == "Reported" or echo):
        return first.name if first is not None else "author"
    if best is None or most * 3 < span[1] - span[0]:
        return "anonymous" if any(map(_rumour, words)) else "author"
    if best.type == "FreeIndirect":
        return "anonymous"
    if best.type == "Reported" and not any(word.startswith(ANNOUNCING) for word in words):
        return "author"
    if best.holder.lower().startswith(("beide ", "die beiden ")):
        return deal.parties[0].name
    if best.holder:
        return best.holder
    unnamed = best.type == "Indirect" and not best.speaker
    return "anonymous" if unnamed or any(map(_rumour, words)) else "author"


@recalled
def _rumour(word: str) -> bool:
    return word.startswith(RUMOURS)


def _widest(span: Span, quotes: Sequence[Quote]) -> tuple[Quote | None, int]:
    """The quotation that covers most of a range, and how much of it."""
    begin, end = span
    best, most = None, 0
    for quote in quotes:
        if quote.quote[-1][1] <= begin:
            continue
        size = sum(min(e, end) - max(b, begin) for b, e in quote.quote if b < end and begin < e)
        if size > most:
            best, most = quote, size
    return best, most
