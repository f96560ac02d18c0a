"""A side of a deal that is named there, and is no company that the text is known to hold."""

from typing import Final

from onrecord.extract.english.clauses import Clause
from onrecord.extract.english.dealing import Call
from onrecord.extract.english.document import Document
from onrecord.extract.english.words import DAYS, MONTHS

_NEAR: Final = 9
_AT: Final = frozenset("at with from".split())


def is_unknown(document: Document, clause: Clause, call: Call, at: int, missing: str) -> bool:
    """`an order for a ship at the Vistula Yard`: who is missing was not told before."""
    low, known = document.tokens.low, {standing.begin for standing in clause.standing}
    for k in range(at + 1, min(at + _NEAR, clause.end - 2)):
        if call.places.get(low[k]) == missing and low[k] in _AT:
            name = k + 2 if low[k + 1] == "the" else k + 1
            capital = document.capital(name) and low[name] not in DAYS | MONTHS
            if capital and known.isdisjoint(range(name, name + 4)):
                return True
    return False
