"""Which of the deals of a sentence are one and which several."""

from collections.abc import Sequence
from dataclasses import replace

from onrecord.extract.german.deals.halves import GETTING
from onrecord.extract.german.deals.merging import widens
from onrecord.extract.german.deals.telling import SOURCE
from onrecord.extract.records import Deal, Party

WHOLE = ("target", "investee")
PAIR = 2
SEVERAL = frozenset("partnerschaften kooperationen allianzen lizenzverträge verträge".split())
RIVALS = frozenset(
    """bemüht interessenten mitgeboten beworben bieter bietern bewerber rivalen angebote angeboten
    gebote geboten offerten""".split()
)
"""Where these stand each bids on its own."""


def each_of(deal: Deal, low: Sequence[str]) -> list[Deal]:
    """`Partnerschaften mit X und Y` are two."""
    bidders = [p for p in deal.parties if p.role in GETTING]
    if len(bidders) > 1:
        shares = deal.kind == "acquisition" and all(p.role != "target" for p in deal.parties)
        apart = shares and "und" not in low and "gemeinsam" not in low
        if apart or not RIVALS.isdisjoint(low):
            rest = tuple(p for p in deal.parties if p not in bidders)
            return [replace(deal, parties=(bidder, *rest)) for bidder in bidders]
    if deal.kind == "supply" and len(deal.parties) > 2:
        return _pairs(deal)
    given = [p for p in deal.parties if p.role in WHOLE]
    if len(given) == PAIR and len(bidders) == 1 and deal.source is SOURCE:
        return [replace(deal, parties=_around(deal.parties, whole)) for whole in given]
    several = low.count("mit") > 1 or not SEVERAL.isdisjoint(low)
    if deal.kind != "partnership" or len(deal.parties) < 3 or not several:
        return [deal]
    first, *others = deal.parties
    return [replace(deal, parties=(first, other)) for other in others]


def _around(parties: Sequence[Party], whole: Party) -> tuple[Party, ...]:
    """Who takes part in the purchase of one of several: all who buy, and who sells it: told right
    behind it, or once for all."""
    wholes = [i for i, p in enumerate(parties) if p.role in WHOLE]
    at = parties.index(whole)
    after = next((i for i in wholes if i > at), len(parties))
    found = []
    for i, party in enumerate(parties):
        if party.role in WHOLE and party is not whole:
            continue
        between = wholes[0] < i < wholes[-1]
        if party.role != "seller" or not between or at < i < after:
            found.append(party)
    return tuple(found)


def rather(parts: list[Deal], whole: list[Deal]) -> list[Deal]:
    """What the clauses tell, unless the sentence tells the same one with more sides."""
    if not parts:
        return whole
    given = {p.name for deal in whole for p in deal.parties if p.role in WHOLE}
    if len(whole) == len(given) == PAIR and all(any(_same(p, w) for w in whole) for p in parts):
        return whole if all(deal.source is SOURCE for deal in whole) else parts
    if len(parts) == len(whole) == 1 and set(parts[0].parties) == set(whole[0].parties):
        return whole
    for deal in whole:
        inside = [p for p in parts if widens(deal, p)]
        apart = {party.name for p in parts if p not in inside for party in p.parties}
        if any(party.name in apart for party in set(deal.parties).difference(*_sides_of(inside))):
            continue
        if inside and deal.source is SOURCE:
            return [deal, *(p for p in parts if p not in inside)]
    return parts


def _same(one: Deal, other: Deal) -> bool:
    return one.kind == other.kind and set(one.parties) == set(other.parties)


def _sides_of(deals: list[Deal]) -> list[set[Party]]:
    return [set(deal.parties) for deal in deals]


def _pairs(deal: Deal) -> list[Deal]:
    """`elf Züge für X, sechs für Y`: each supply is one of its own."""
    sides = [[p for p in deal.parties if p.role == role] for role in ("supplier", "customer")]
    return [replace(deal, parties=(one, other)) for one in sides[0] for other in sides[1]]
