"""Who sells what is bought, by where he stands beside it: `talks with X to buy Y`, `the X unit Y`,
`Y, owned by X, will be sold to Z`."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from onrecord.extract.english.clauses import Clause
from onrecord.extract.english.dealing import Call
from onrecord.extract.english.document import Document
from onrecord.extract.english.standing import Standing
from onrecord.extract.records import Party

_BUY: Final = frozenset("buy acquire purchase".split())
_UNITS: Final = frozenset("unit subsidiary division arm business affiliate brand offshoot".split())
_OWNED: Final = "owned"
_NEAR: Final = 6


def is_only_owned(call: Call, at: int, calls: Sequence[tuple[Call, int]]) -> bool:
    """Whether a call says whose a company is that another one behind it tells to be sold."""
    return call.base == _OWNED and any(c.kind == "acquisition" and k > at for c, k in calls)


def with_sellers(
    document: Document, clause: Clause, parties: tuple[Party, ...]
) -> tuple[Party, ...]:
    """The parties of an acquisition, with those that sell as sellers."""
    roles = {party.name: party.role for party in parties}
    named = [s for s in clause.standing if s.named and len(s.names) == 1]
    for one, other in pairwise(named):
        seller, sold = one.names[0], other.names[0]
        if seller == sold or roles.get(seller) not in (None, "target"):
            continue
        if _talks_to_buy(document, one, other) or _unit_of(document, one, other):
            roles |= {seller: "seller", sold: "target"}
    for standing in named:
        # Whoever owns it may not be told to buy it.
        if _owned_by(document, standing) and roles.get(standing.names[0], "acquirer") == "acquirer":
            roles[standing.names[0]] = "seller"
    if "acquirer" not in roles.values():
        return parties
    return tuple(Party(name, role) for name, role in roles.items())


def _talks_to_buy(document: Document, one: Standing, other: Standing) -> bool:
    """`with X to buy Y`."""
    low = document.tokens.low
    between = low[one.end : other.begin]
    near = len(between) <= _NEAR and between[:1] == ["to"] and between[1:2] != []
    return near and low[one.begin - 1] == "with" and between[1] in _BUY


def _unit_of(document: Document, one: Standing, other: Standing) -> bool:
    """`the X unit Y`."""
    between = document.tokens.low[one.end : other.begin]
    return len(between) == 1 and between[0] in _UNITS


def _owned_by(document: Document, standing: Standing) -> bool:
    low = document.tokens.low
    return low[standing.begin - 2 : standing.begin] == [_OWNED, "by"]
