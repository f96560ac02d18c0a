"""Goods that an English text names by their maker: `an order for 25 Volanta jets`."""

from typing import Final

from onrecord.extract.english.clauses import Clause
from onrecord.extract.english.dealing import Call
from onrecord.extract.english.document import Document
from onrecord.extract.english.words import NUMBERS

FLEET: Final = frozenset("trains buses trucks planes jets aircraft ships vans machines".split())
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
