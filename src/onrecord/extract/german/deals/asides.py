"""A share that somebody has who is no company of the text: `der Senat, der 12 Prozent an X hält`.

It stands beside what the sentence tells: no deal, and none that its words make of the companies
around it.
"""

from collections.abc import Iterator
from typing import Final

from onrecord.extract.german.deals.bids import CONTEXT
from onrecord.extract.german.deals.parties import Mention, one_sided
from onrecord.extract.german.deals.placing import FIRMS
from onrecord.extract.german.deals.telling import NOWHERE, Teller
from onrecord.extract.german.grammar.document import Document, Segment, Sentence
from onrecord.extract.german.grammar.flags import CAP, PREP, REL
from onrecord.extract.german.names.kinds import is_company_kind
from onrecord.extract.records import Deal
from onrecord.extract.tokens import Kind

_HOLD: Final = frozenset(
    "hält halten hielt hielten besitzt besitzen besaß besaßen beteiligt gehört gehören".split()
)
HELD: Final = Kind.of(_HOLD)
_NEW: Final = frozenset("ein eine einige mehrere viele zwei drei".split())
"""Before a noun that stands for nobody who was named."""
_NEAR: Final = 4
"""Whom a relative clause is about stands no further before it, in tokens."""


def without_asides(
    document: Document,
    sentence: Sentence,
    mentions: list[Mention],
    deals: list[Deal],
    teller: Teller,
) -> list[Deal]:
    """The deals of a sentence but for those made of a share that somebody else has; instead of
    these the one that stands before it: `X übernimmt Y, an der die Stadt 12 Prozent hält`."""
    for part in _relative(document, sentence):
        inside = {m.name for m in mentions if part.begin <= m.at < part.end}
        held = _held(document, part, inside, mentions)
        left = [deal for deal in deals if not (held and _made_of(deal, held, inside))]
        if len(left) == len(deals):
            continue
        own = [m for m in mentions if m.at < part.begin]
        told = teller.tell(sentence, (sentence.begin, part.begin), own, own, NOWHERE)
        deals = left if told is None or one_sided(told.parties) else [told, *left]
    return deals


def _relative(document: Document, sentence: Sentence) -> Iterator[Segment]:
    """The relative clauses that say who holds a share."""
    flags, low = document.flags, document.tokens.low
    for part in sentence.segments[1:]:
        begin = part.begin + bool(flags[part.begin] & PREP)
        if begin < part.end and flags[begin] & REL and not _HOLD.isdisjoint(low[begin : part.end]):
            yield part


def _held(document: Document, part: Segment, inside: set[str], mentions: list[Mention]) -> str:
    """The company of which somebody has a share who is not named; empty where he is."""
    low = document.tokens.low
    before = [m.name for m in mentions if part.begin - _NEAR <= m.at < part.begin]
    if low[part.begin] in ("an", "bei"):
        return before[-1] if before and not inside else ""
    if len(inside) != 1 or _is_named(document, part, before):
        return ""
    return next(iter(inside))


def _is_named(document: Document, part: Segment, before: list[str]) -> bool:
    """Whether the clause is about a company: one that is named, or a word for one."""
    low, flags = document.tokens.low, document.flags
    if low[part.begin] in ("deren", "dessen"):
        return False
    if before:
        return True
    near = range(part.begin - 2, max(part.begin - 2 - _NEAR, 0), -1)
    noun = next((k for k in near if flags[k] & CAP), -1)
    if noun < 0 or not (low[noun] in FIRMS or is_company_kind(document.tokens.words[noun])):
        return False
    return _NEW.isdisjoint(low[max(0, noun - 2) : noun])


def _made_of(deal: Deal, held: str, inside: set[str]) -> bool:
    names = {party.name for party in deal.parties}
    apart = held in names and not (names - {held}) & inside
    return apart and (deal.kind == "investment" or deal.source is CONTEXT)
