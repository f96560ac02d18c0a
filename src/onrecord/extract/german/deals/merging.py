"""One entry for each deal and holder: what several sentences tell of one deal is put together."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import islice
from operator import attrgetter, is_

from onrecord.extract.german.deals.status import unique_deals
from onrecord.extract.records import Deal, Party

BUYS = ("acquirer", "investor")
SIDES = ("acquisition", "investment", "supply")
"""Kinds whose parties have different roles."""


class _Told:
    """Deals by the names of their parties: only those of the same name can be the same deal."""

    def __init__(self, deals: Iterable[Deal]) -> None:
        self._by_name: dict[str, list[Deal]] = {}
        self._by_names: dict[frozenset[str], list[Deal]] = {}
        for deal in deals:
            names = _names(deal)
            for name in names:
                self._by_name.setdefault(name, []).append(deal)
            self._by_names.setdefault(names, []).append(deal)

    def beside(self, deal: Deal) -> list[Deal]:
        """The deals that have its first party, in order."""
        return self._by_name[deal.parties[0].name]

    def between(self, deal: Deal) -> list[Deal]:
        """The deals between just the same parties, in order."""
        return self._by_names[_names(deal)]

    def of(self, names: Iterable[str]) -> list[Deal]:
        """The deals that have one of these parties."""
        return [deal for name in names for deal in self._by_name.get(name, ())]


def put_together(
    found: Sequence[Deal], apart: Callable[[Deal], bool] = lambda _: False
) -> tuple[Deal, ...]:
    """The deals of a text, those that tell the same one with the same parties in the same roles;
    `apart`: which are others of their own."""
    told = _Told(found)
    deals = [
        deal if apart(deal) else _fullest(deal, told.beside(deal))
        for deal in found
        if not _mixed(deal)
    ]
    told = told if _same(deals, found) else _Told(deals)
    agreed = [_agreed(deal, told.between(deal)) for deal in deals]
    told = told if _same(agreed, deals) else _Told(agreed)
    deals = [deal for deal in agreed if not _only_talks(deal, told) and not _sold(deal, told)]
    return unique_deals(deals)


def _same(deals: Sequence[Deal], others: Sequence[Deal]) -> bool:
    """Whether these are the very deals."""
    return len(deals) == len(others) and all(map(is_, deals, others))


def _unsold(deal: Deal) -> bool:
    return {p.role for p in deal.parties} == {"seller", "target"}


def _mixed(deal: Deal) -> bool:
    """Two owners, or two that are bought, put together from several sentences: two deals mixed."""
    if deal.kind != "acquisition" or deal.source.rule != "de-deal-context":
        return False
    roles = [p.role for p in deal.parties]
    return roles.count("seller") > 1 or roles.count("target") > 1


def _sold(deal: Deal, told: _Told) -> bool:
    """A sale with no buyer of what the text tells to be sold to one."""
    if deal.kind == "investment":
        return _left(deal, told)
    if deal.kind != "acquisition" or not _unsold(deal):
        return False
    targets, names = _targets(deal), _names(deal)
    return any(
        other.status == "agreed"
        and _targets(other) == targets
        and any(p.role == "acquirer" and p.name not in names for p in other.parties)
        for other in told.of(targets)
    )


def _left(deal: Deal, told: _Told) -> bool:
    """`X steigt bei Y aus`, where the text tells who buys Y from X."""
    roles = {p.role: p.name for p in deal.parties}
    if roles.keys() != {"investee", "seller"}:
        return False
    sides = {Party(roles["investee"], "target"), Party(roles["seller"], "seller")}
    return any(sides < set(other.parties) for other in told.of([roles["seller"]]))


def _fullest(deal: Deal, beside: Sequence[Deal]) -> Deal:
    """A deal told with fewer parties is the one told with all of them."""
    if len(beside) == 1 or deal.kind not in SIDES:
        return deal
    own = set(deal.parties)
    more = (d for d in beside if d.kind == deal.kind and len(d.parties) > len(own))
    wider = [d for d in more if own < set(d.parties)]
    if not wider or _unsold(deal):
        return deal
    return replace(deal, parties=max(wider, key=lambda d: len(d.parties)).parties)


def sold_before(deal: Deal, found: Sequence[Deal]) -> Deal:
    """`Verkäufer ist X` tells the seller of a purchase told just before: who buys does not sell."""
    if deal.kind != "acquisition":
        return deal
    sellers = [p for p in deal.parties if p.role == "seller"]
    for prior in reversed(found) if len(sellers) > 1 else ():
        buyers = {p.name for p in prior.parties if p.role == "acquirer"}
        rest = tuple(p for p in sellers if p.name not in buyers)
        if (
            prior.kind == deal.kind
            and _targets(prior) == _targets(deal)
            and 0 < len(rest) < len(sellers)
        ):
            return replace(deal, parties=(*(p for p in prior.parties if p not in rest), *rest))
    return deal


def _targets(deal: Deal) -> set[str]:
    return {p.name for p in deal.parties if p.role == "target"}


def widens(deal: Deal, other: Deal) -> bool:
    """Whether a deal is the other one, with a side that the other one lacks."""
    roles = {p.role for p in other.parties}
    more = set(deal.parties) - set(other.parties)
    return (
        deal.kind == other.kind
        and set(other.parties) < set(deal.parties)
        and all(p.role not in roles or p.role == "investor" for p in more)
    )


def turned(one: Deal, other: Deal) -> bool:
    """Whether who sells in one deal buys in the other."""
    buying = {p.name for p in one.parties if p.role in BUYS}
    selling = {p.name for p in one.parties if p.role == "seller"}
    return any(
        (p.role == "seller" and p.name in buying) or (p.role in BUYS and p.name in selling)
        for p in other.parties
    )


_NAME = attrgetter("name")


def _names(deal: Deal) -> frozenset[str]:
    return frozenset(map(_NAME, deal.parties))


def _agreed(deal: Deal, between: Sequence[Deal]) -> Deal:
    """Two companies that are told in different roles of one kind of deal: as most tell it."""
    if deal.kind not in SIDES or len(between) == 1:
        return deal
    votes: Counter[tuple[tuple[str, str], ...]] = Counter()
    first: dict[tuple[tuple[str, str], ...], tuple[Party, ...]] = {}
    alike = (d for d in between if d.kind == deal.kind and not turned(d, deal))
    for other in islice(alike, MOST_TOLD):
        key = tuple(sorted([(p.name, p.role) for p in other.parties]))
        votes[key] += 2 if other.source.confidence > SURE else 1
        first.setdefault(key, other.parties)
    if deal.source.confidence > SURE and deal.kind == "supply":
        return deal
    parties = first[max(votes, key=votes.__getitem__)]
    return replace(deal, parties=parties) if parties is not deal.parties else deal


SURE = 0.7
MOST_TOLD = 60
"""So many tellings of two companies are counted: an article has fewer, a book more."""


def _only_talks(deal: Deal, told: _Told) -> bool:
    """Talks of what is told as a deal of its own."""
    if deal.kind != "negotiation" or len(deal.parties) == 1:
        return False
    names, failed = _names(deal), deal.status == "failed"
    return any(
        d.kind != "negotiation" and names <= _names(d) and (not failed or d.status == "failed")
        for d in told.beside(deal)
    )
