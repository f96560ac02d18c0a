"""Tellings of one deal put together: the same parties, and what one leaves out."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from onrecord.extract.records import Deal, Party

MOST: Final = 20
"""So many other tellings with one of the parties are looked at."""
_FIRM: Final = {"planned": 0, "ongoing": 1, "on-hold": 2, "denied": 2, "agreed": 3, "failed": 4}


def together(found: Sequence[Deal]) -> tuple[Deal, ...]:
    """One entry for each deal and holder; a telling that leaves a party out takes it over."""
    tellings: dict[tuple[str, Party], list[frozenset[Party]]] = defaultdict(list)
    whole: dict[frozenset[Party], tuple[Party, ...]] = {}
    for deal in found:
        parties = frozenset(deal.parties)
        whole.setdefault(parties, deal.parties)
        for party in parties:
            others = tellings[deal.kind, party]
            if parties not in others:
                others.append(parties)
    kept: dict[tuple[object, ...], Deal] = {}
    for deal in found:
        parties = frozenset(deal.parties)
        others = tellings[deal.kind, deal.parties[0]][:MOST]
        fuller = max((p for p in others if parties < p), key=len, default=parties)
        told = whole[fuller]
        full = deal if deal.parties == told else replace(deal, parties=told)
        key = (full.kind, fuller, full.holder)
        if key not in kept or _firmer(full, kept[key]):
            kept[key] = full
    return tuple(kept.values())


def _firmer(one: Deal, other: Deal) -> bool:
    """Whether a telling is more definite than another by the same holder, or has the sum."""
    if _FIRM[one.status] != _FIRM[other.status]:
        return _FIRM[one.status] > _FIRM[other.status]
    return other.amount is None and one.amount is not None
