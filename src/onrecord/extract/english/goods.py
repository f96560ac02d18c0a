"""Goods that an English text names by their maker: `an order for 25 Volanta jets`."""

from typing import Final

from onrecord.extract.english.clauses import Clause
from onrecord.extract.english.dealing import BUSINESS, SHARES, Call
from onrecord.extract.english.document import Document
from onrecord.extract.english.kinds import is_kind
from onrecord.extract.english.lending import GRANTED
from onrecord.extract.english.phrases import finite
from onrecord.extract.english.standing import Standing
from onrecord.extract.english.words import FUNCTION, NUMBERS

DELIVERS: Final = ("provide", "supply", "deliver")
MONEY: Final = frozenset("$ £ € million billion bn m money capital funds round cash mn".split())
FLEET: Final = frozenset("trains buses trucks planes jets aircraft ships vans machines".split())
_PAPERS: Final = frozenset("bonds notes loans debts assets securities options warrants".split())
_GOODS_NAMED: Final = FLEET | frozenset(
    """helicopters engines turbines cranes tractors cars tankers tanks boats vessels trams lorries
    robots satellites drones excavators units""".split()
)


def made_by(document: Document, clause: Clause, i: int, call: Call, made: dict[str, str]) -> Call:
    """`an order for 25 Volanta jets`, `ordered 25 Volanta jets`: whose name the goods have."""
    low = document.tokens.low
    for standing in clause.standing:
        number = low[standing.begin - 1]
        counted = number[0].isdigit() or number in NUMBERS
        goods = low[standing.end : standing.end + 1]
        if i < standing.begin < i + 6 and counted and goods and goods[0] in _GOODS_NAMED:
            return Call(call.kind, call.places | made, call.verb, call.base)
    return call


def named_goods(document: Document, standing: Standing) -> bool:
    """`buys Volanta chips`, not `Volanta shares`, `Volanta stores`: goods by their maker's name."""
    low, at = document.tokens.low, standing.end
    if at >= len(low) or document.capital(at) or not low[at].endswith("s") or not standing.named:
        return False
    other = low[at] in SHARES or low[at] in BUSINESS or low[at] in _PAPERS or is_kind(low[at])
    return not (other or low[at] in FUNCTION or finite(document, at, standing.begin))


def its_goods(behind: list[str], stop: int) -> bool:
    """`buys its sensors`, not `its pumps division`, `its steel from X`."""
    own = behind[1 : min(4, stop)]
    if behind[:1] != ["its"] or "from" in behind or any(is_kind(word) for word in own):
        return False
    return (BUSINESS | SHARES).isdisjoint(own)


def delivered(call: Call, behind: list[str], *, passive: bool) -> Call:
    """`provides X with cloud services`, or with money; `is supplied by X`."""
    money = set(behind) & MONEY and "worth" not in behind  # `with chips worth £3m`
    if call.base == "provide" and (money or "loan" in behind):
        return Call("investment", GRANTED, True, call.base)
    if passive and "by" in behind:
        return Call(call.kind, call.places, True, "supplied-by")
    if behind[:1] == ["the"] and not passive and call.base != "deliver":
        open_end = {"to", "for", "with", "of"}.isdisjoint(behind)
        base = "the-goods" if open_end else call.base
        return Call(call.kind, call.places | {"of": "customer"}, True, base)
    return call
