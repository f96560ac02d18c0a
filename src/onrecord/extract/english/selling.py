"""What is sold tells the kind of a deal: a stake, a part of a company, its output, its goods."""

from itertools import pairwise
from typing import Final

from onrecord.extract.english.clauses import Clause
from onrecord.extract.english.dealing import BUSINESS, SHARES, Call
from onrecord.extract.english.document import Document
from onrecord.extract.english.standing import is_owner

PARTS: Final = frozenset("stake shares percent % holding stakes per".split())
DEBTS: Final = frozenset("debt debts loan loans credit financing funding money bonds".split())
OUTPUT: Final = frozenset("capacity output production electricity harvest crop".split())
FUNDS: Final = frozenset("fund funds capital firm firms investor investors capitalist".split())
_HOLDERS: Final = FUNDS | {"ventures", "partners", "equity", "holding", "holdings"}
FIELDS: Final = frozenset(
    """field fields mine mines project projects block blocks licence pipeline terminal refinery
    plant plants park parks building tower airport port well wells deposit""".split()
)
SOLD: Final = {"subj": "seller", "to": "investor", "in": "investee", "of": "investee"}
_SOLD_WHOLE: Final = {"subj": "seller", "to": "acquirer", "of": "target", "in": "target"}
_SOLD_GOODS: Final = {"subj": "supplier", "to": "customer"}
_UNIT_SOLD: Final = {"subj": "seller", "to": "acquirer", "by": "seller"}
_ISSUED: Final = {"subj": "investee", "to": "investor"}
_OWN_SHARES: Final = frozenset(
    (owner, shares) for owner in ("its", "own") for shares in ("shares", "capital", "equity", "own")
)


def sold(
    document: Document, clause: Clause, i: int, call: Call, stop: int, *, passive: bool
) -> Call | None:
    """`sold its stake in X to Y`, `sold its pumps division to Y`, `sells its chips to Y`."""
    low, words = document.tokens.low, document.tokens.words
    behind = low[i + 1 : min(i + 14, clause.end)]
    matter = set(low[i + 1 : stop])
    right_behind = any(s.named and s.end == i for s in clause.standing)
    if behind[:1] == ["to"] and right_behind and low[i] == "sold":  # no active verb
        return Call("acquisition", {"subj": "target", "to": "acquirer"}, True, call.base)
    if clause.relative and behind[:1] == ["to"]:
        parts = bool(PARTS.intersection(low[max(0, clause.begin - 6) : clause.begin]))
        kind, places = ("investment", SOLD) if parts else ("acquisition", _UNIT_SOLD)
        return Call(kind, places, True, call.base)
    if passive:
        owner = next((s for s in clause.standing if s.end < i
                      and words[s.end - 1].endswith(("’s", "'s"))), None)  # fmt: skip
        if owner and not SHARES.isdisjoint(low[owner.end : i]):
            return None
        if "to" in behind and owner and not BUSINESS.intersection(low[owner.end : i]):
            return Call("supply", {"poss": "supplier", "to": "customer"}, True, call.base)
        return call
    if matter & DEBTS:
        return None
    company = any(i < s.begin <= stop and not is_owner(document, s) for s in clause.standing)
    if matter & OUTPUT:
        return Call("supply", _SOLD_GOODS, True, call.base)
    if matter & {"majority", "control"}:
        return Call("acquisition", _SOLD_WHOLE, True, call.base)
    if matter & PARTS and matter & FIELDS and not company and "to" in behind:
        return Call("acquisition", _UNIT_SOLD, True, call.base)
    if matter & PARTS:
        if _OWN_SHARES & set(pairwise(behind)) and not _is_fund(clause):
            return Call("investment", _ISSUED, True, call.base)
        own = not matter & {"in", "its", "the", "their", "his"} and not company
        own = own and ("of" not in matter or "%" in matter or "cent" in matter)
        return Call("investment", _ISSUED if own else SOLD, True, call.base)
    if not company and "from" in behind and "to" not in behind and not matter & BUSINESS:
        return Call("supply", {"subj": "customer", "from": "supplier"}, True, call.base)
    if not company and "to" in behind:
        business = bool(matter & BUSINESS)
        kind, places = ("acquisition", _UNIT_SOLD) if business else ("supply", _SOLD_GOODS)
        return Call(kind, places, True, call.base)
    return call


def _is_fund(clause: Clause) -> bool:
    """Whose shares `its shares` are: a fund sells those that it holds."""
    last = clause.standing[0].names[0].split()[-1].lower() if clause.standing else ""
    return last in _HOLDERS
