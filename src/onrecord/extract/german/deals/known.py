"""Whether a deal was told before and is only told on."""

from collections.abc import Callable
from dataclasses import replace

from onrecord.extract.german.deals.bids import CONTEXT
from onrecord.extract.german.deals.calls import CORES
from onrecord.extract.german.deals.marks import DEALINGS, PLAIN_DEALINGS
from onrecord.extract.german.deals.merging import turned
from onrecord.extract.german.deals.parties import Mention
from onrecord.extract.german.deals.reading import Reader
from onrecord.extract.german.grammar.document import Document, Sentence
from onrecord.extract.records import Deal

REMEMBERED = 200
"""A deal that more than so many others were told behind is not told on."""
Holding = Callable[[Sentence, Deal, list[Mention]], str]


class Known:
    """Remembers the deals of a text; adds a price told later."""

    def __init__(
        self, document: Document, reader: Reader, found: list[Deal], holding: Holding
    ) -> None:
        self._document, self._reader, self._found = document, reader, found
        self._holding = holding

    def told_on(self, deal: Deal, sentence: Sentence, mentions: list[Mention]) -> bool:
        """Whether a deal with a party from the context only tells more of one told before."""
        if deal.source is not CONTEXT or deal.status in ("denied", "failed"):
            return False
        names = {p.name for p in deal.parties}
        same = [
            d
            for d in self._found[-REMEMBERED:]
            if (d.kind == deal.kind or deal.kind != "partnership")
            and len(d.parties) >= len(names)
            and {p.name for p in d.parties} == names
            and not turned(d, deal)
        ]
        priced = same and same[-1].kind == deal.kind and deal.kind not in ("partnership", "merger")
        if priced and same[-1].amount is None and deal.amount is not None:
            at = len(self._found) - 1 - self._found[::-1].index(same[-1])
            self._found[at] = replace(same[-1], amount=deal.amount)
        holder = self._holding(sentence, deal, mentions)
        own = holder != "author" and any(d.kind == deal.kind for d in same)
        return bool(same) and not (own and self._called(sentence))

    def _called(self, sentence: Sentence) -> bool:
        """Whether the sentence has a word that means nothing but a deal: `geliefert` does not."""
        tokens = self._document.tokens
        return any(
            tokens.low[i].startswith(DEALINGS if tokens.words[i][0].isupper() else PLAIN_DEALINGS)
            or tokens.low[i].endswith(CORES)
            for i in range(sentence.begin, sentence.end)
            if i not in self._reader.named
        )
