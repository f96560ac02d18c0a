"""Deals that somebody tells who contradicts something else: `X widersprach: Man arbeite mit Y
zusammen`. What stands behind the colon is said, not denied."""

from dataclasses import replace
from typing import Final

from onrecord.extract.german.deals.marks import DEALINGS, DENIALS
from onrecord.extract.german.deals.parties import Mention
from onrecord.extract.german.deals.status import NEGATIONS, NOT, status_of
from onrecord.extract.german.deals.traits import Wording
from onrecord.extract.german.grammar.document import Document, Sentence
from onrecord.extract.records import Deal

_BOTH: Final = 2


def said_behind(
    document: Document, sentence: Sentence, mentions: list[Mention], deals: list[Deal]
) -> list[Deal]:
    """The deals of a sentence with a verb of denial; where this stands before a colon and the deal
    behind it, its status is what the words behind tell."""
    low = document.tokens.low
    colon = next((k for k in range(sentence.begin, sentence.stop) if low[k] == ":"), -1)
    before = low[sentence.begin : max(colon, sentence.begin)]
    denying = any(word.startswith(DENIALS) for word in before)
    if not denying or any(word.startswith(DEALINGS) for word in before):
        return deals
    behind = low[colon + 1 : sentence.end]
    both = len({m.name for m in mentions if m.at < colon}) >= _BOTH
    if both or not NEGATIONS.isdisjoint(behind) or not NOT.isdisjoint(behind):
        return deals
    said = Wording(behind)
    return [_said(deal, status_of(deal.kind, said, "")) for deal in deals]


def _said(deal: Deal, status: str) -> Deal:
    return deal if deal.status != "denied" else replace(deal, status=status)
