"""Deals that somebody denies in a sentence of its own: `X dismissed that speculation`, `Asked about
rumours that ..., X replied that there had never been an offer`."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from onrecord.extract.english.denied import REJECTING
from onrecord.extract.english.document import Document, Range
from onrecord.extract.english.status import Tellers
from onrecord.extract.records import Deal
from onrecord.extract.tokens import Kind

_REJECTS: Final = Kind.of(REJECTING)
_TOLD: Final = frozenset(
    """speculation rumour rumours rumor rumors report reports claim claims suggestion suggestions
    talk story stories""".split()
)
_DEFINITE: Final = frozenset("the that this those these such".split())
_POINTS: Final = frozenset("it this that".split())
_ENDS: Final = frozenset(". , ; on in and as at yesterday today".split())
_OFFERS: Final = ("reject", "dismiss")
"""`rejected it` may as well mean the offer, `denied it` only what was told."""
_UNREAL: Final = frozenset("to not never".split())
_NOT: Final = frozenset("never no not".split())
_OPEN: Final = ("planned", "ongoing")


def rejected(
    document: Document, sentence: Range, deals: Sequence[Deal], tellers: Tellers
) -> Deal | None:
    """The deal of the sentence before, as denied by who rejects in this one what was told."""
    last = deals[-1] if deals else None
    if last is None or last.status not in _OPEN or not _rejects(document, sentence):
        return None
    span = document.tokens.span(*sentence)
    holder = tellers.inside(*span)
    before = bisect_left(document.sentences, sentence) - 1
    near = before >= 0 and last.evidence[0] >= document.tokens.span(*document.sentences[before])[0]
    if holder in ("author", last.holder) or not near:
        return None
    return replace(last, status="denied", holder=holder, evidence=span, amount=None)


def _rejects(document: Document, sentence: Range) -> bool:
    """`dismissed that speculation`, `denied this`; not `denied the report that ...`."""
    low, end = document.tokens.low, sentence[1]
    for i in document.tokens.among(_REJECTS, sentence[0] + 1, end - 2):
        if low[i - 1] in _UNREAL:
            continue
        if low[i + 1] in _POINTS and low[i + 2] in _ENDS and not low[i].startswith(_OFFERS):
            return True
        noun = next((k for k in range(i + 2, min(i + 4, end - 1)) if low[k] in _TOLD), -1)
        if low[i + 1] in _DEFINITE and noun > 0 and low[noun + 1] in _ENDS:
            return True
    return False


def answered(
    document: Document, sentence: Range, deals: Sequence[Deal], tellers: Tellers
) -> Iterator[Deal]:
    """The deals of a sentence that asks about a rumour, as denied by who answers."""
    low = document.tokens.low
    first = low[sentence[0] : sentence[0] + 5]
    asked = first[:2] == ["asked", "about"] and any(w in _TOLD for w in first)
    that = next((k for k in range(sentence[1] - 1, sentence[0] + 5, -1) if low[k] == "that"), -1)
    denies = asked and that > 0 and not _NOT.isdisjoint(low[that : that + 6])
    holder = tellers.holder(*document.tokens.span(that, sentence[1])) if denies else "author"
    for deal in deals:
        if holder != "author" and deal.holder == "author" and deal.status in _OPEN:
            yield replace(deal, status="denied", holder=holder)
        else:
            yield deal
