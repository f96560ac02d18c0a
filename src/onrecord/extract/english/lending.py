"""Loans and grants in English: who gives one, who gets it, who calls it in."""

from typing import Final

from onrecord.extract.english.clauses import Clause
from onrecord.extract.english.dealing import GRANTS, Call
from onrecord.extract.english.document import Document
from onrecord.extract.english.verbs import BE

LENT: Final = ("loan", "credit", "refinancing", "facility", "mortgage", "grant")
GRANTED: Final = {"subj": "investor", "obj": "investee", "to": "investee", "from": "investor"}
_CALLED_IN: Final = {"subj": "investor", "poss": "investee", "to": "investee"}
_REPAID: Final = {"subj": "investee", "to": "investor", "from": "investor"}
_REPAYS: Final = frozenset("repay repaid repays repaying".split())
_ASSUMES: Final = frozenset("take takes took taken taking assume assumes".split())
_PAYS: Final = frozenset("pay paid pays paying".split())
_CUTS: Final = frozenset(
    "cancelled terminated pulled withdrew withdrawn froze frozen extended called".split()
)
_BESIDE: Final = 4
_NEAR: Final = 10
_FAR: Final = 17
"""A verb that is farther away than near has the borrower right behind it."""
_GRANTED_SO: Final = frozenset("a the research government m million mn bn billion".split())


def lent(document: Document, clause: Clause, i: int, call: Call, before: set[str]) -> Call | None:
    """The call of a loan by the verb that it belongs to."""
    low = document.tokens.low
    if call.base == "grant" and _GRANTED_SO.isdisjoint(low[max(clause.begin, i - 2) : i]):
        return None
    if before & _ASSUMES and ("on" in before or "over" in before):
        return None  # `will take on £3m of loans`
    if before & _REPAYS:
        return Call("investment", _REPAID, False, call.base)
    if "for" in low[i - 2 : i]:
        if before & _PAYS:
            return None  # `pays £3m for 6,000 loans`
        return Call("investment", {"subj": "investor", "poss": "investee"}, False, call.base)
    if before & _CUTS or {"cut", "off"} <= before:
        return Call("investment", _CALLED_IN, False, call.base)
    if _grants(document, clause, i):
        return Call("investment", GRANTED, False, call.base)
    return call


def _grants(document: Document, clause: Clause, i: int) -> bool:
    """`granted X a loan`, `has awarded X, a grower, a loan`; not `was granted a loan`."""
    low = document.tokens.low
    verb = next((k for k in range(i - 1, max(clause.begin, i - _FAR), -1) if low[k] in GRANTS), -1)
    active = verb > 0 and BE.isdisjoint(low[max(clause.begin, verb - 2) : verb])
    to_whom = any(s.named and 0 < s.begin - verb < _BESIDE for s in clause.standing)
    return active and (i - verb < _NEAR or to_whom)
