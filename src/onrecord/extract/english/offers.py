"""English bids, offers, takeovers as nouns: who made one, who got it, to whom and for whom."""

from typing import Final

from onrecord.extract.english.clauses import Clause
from onrecord.extract.english.dealing import BUSINESS, Call
from onrecord.extract.english.document import Document
from onrecord.extract.english.standing import is_owner
from onrecord.extract.english.verbs import finite_forms
from onrecord.extract.english.words import PREPOSITIONS

_GETS_BID: Final = frozenset(
    "received receive receives rejected rejects spurned attracted rebuffed got accepted".split()
)
_APPROACHED: Final = {"subj": "target", "from": "acquirer", "by": "acquirer"}
_RECEIVED: Final = {"subj": "target", "poss": "target", "of": "target", "by": "acquirer"}
OFFERS: Final = ("bid", "counterbid", "offer", "approach", "proposal", "takeover", "advances",
                  "acquisition", "purchase", "buyout", "rescue", "overtures",
                  "offers", "bids", "approaches", "proposals", "overture")  # fmt: skip
BEATEN: Final = "beaten"
"""A bid that another one was better than: it was for the same company."""
_DRAWS: Final = frozenset("drew draws drawn draw drawing attracted".split())
_BEATS: Final = frozenset("beat beats beating topped tops topping exceeded trumped".split())
_RECEIVES: Final = frozenset(
    finite_forms(
        """reject receive turn spurn rebuff decline accept get/got fend resist dismiss face welcome
        attract snub rule approve entertain consider refuse recommend back endorse weigh
        fight/fought study/studied throw/threw""".split()
    )
) | frozenset("rejecting fending spurning fighting considering studying weighing".split())


def offered(document: Document, clause: Clause, i: int, call: Call, before: set[str]) -> Call:
    """A bid or takeover: who made it, who got it, to whom and for whom it was made."""
    low = document.tokens.low
    if low[i + 1 : i + 2] == ["by"]:
        return Call(call.kind, _RECEIVED, False, call.base)
    if before & _BEATS and "from" in low[i : i + 3]:
        return Call(call.kind, {"from": "acquirer"}, False, BEATEN)
    nobody = not clause.relative and not any(s.begin < i for s in clause.standing)
    if low[i + 1 : i + 2] == ["from"] and nobody and before & _DRAWS:
        return Call(call.kind, {"from": "acquirer"}, False, BEATEN)
    if _made_to(document, clause, i):
        part = _for_part(document, clause, i)
        asked = {"to": "seller", "for": ""} if part else {"to": "target"}
        return Call(call.kind, call.places | asked, False, call.base)
    received = bool(before & _RECEIVES) and bool(
        {"from", "by"} & set(low[i : min(i + 12, clause.end)])
    )
    if before & _RECEIVES and possessed(document, clause, i):
        return Call(call.kind, {"subj": "target", "poss": "acquirer"}, False, call.base)
    alone = {"for", "of", "from", "by", "on"}.isdisjoint(low[i + 1 : min(i + 9, clause.end)])
    if before & _GETS_BID and alone and low[i - 1] not in ("its", "their"):
        return Call(call.kind, _APPROACHED, False, call.base)
    if received:
        wanted = {"subj": "seller", "for": "target"} if _for_whom(document, clause, i) else {}
        return Call(call.kind, _APPROACHED | wanted, False, call.base)
    if call.base in ("purchase", "acquisition", "takeover"):
        return call
    return Call(call.kind, call.places | {"from": "acquirer"}, False, call.base)


def _made_to(document: Document, clause: Clause, i: int) -> bool:
    """`an approach to X`, `an offer of £9m to X`."""
    low = document.tokens.low
    to = next((k for k in range(i + 1, min(i + _SUM, clause.end)) if low[k] == "to"), -1)
    if to < 0:
        return False
    sum_between = to == i + 1 or (low[i + 1] == "of" and low[i + 2][0] in _SIGNS)
    return sum_between and any(
        s.named
        and 0 < s.begin - to < _NAMED
        and PREPOSITIONS.isdisjoint(low[to + 1 : s.begin])
        and not is_owner(document, s)
        for s in clause.standing
    )


_SUM: Final = 8
_NAMED: Final = 5
"""`to the food group X`: so near behind `to` stands who is asked."""
_SIGNS: Final = "£$€0123456789"


def _for_part(document: Document, clause: Clause, i: int) -> bool:
    """`an offer to X for the mill`: X is asked for a part of it."""
    low = document.tokens.low
    for k in range(i + 1, min(i + 14, clause.end - 2)):
        if low[k] == "for":
            part = low[k + 1] in ("the", "its", "a") and not document.capital(k + 2)
            return part and not BUSINESS.isdisjoint(low[k + 2 : k + 5])
    return False


def for_the_part(document: Document, clause: Clause, call: Call, at: int) -> bool:
    """`offered £9m for the plants`: those of whose sale was told before."""
    low = document.tokens.low
    if call.base not in ("bid", "offer", "bids", "offers"):
        return False
    for k in range(at + 1, min(at + _PRICE, clause.end - 1)):
        if low[k : k + 2] == ["for", "the"]:
            return not BUSINESS.isdisjoint(low[k + 2 : min(k + 4, clause.end)])
    return False


_PRICE: Final = 9
"""So far behind the word of an offer stands for what it is."""


def _for_whom(document: Document, clause: Clause, i: int) -> bool:
    """`accepted an offer from Y for X`, `for its jam business`, not `for £3m`."""
    low = document.tokens.low
    price = next((k for k in range(i + 1, min(i + 14, clause.end)) if low[k] == "for"), -1)
    if price < 0:
        return False
    part = BUSINESS.intersection(low[price + 1 : price + 5])
    return bool(part) or any(s.named and 0 < s.begin - price < 4 for s in clause.standing)


def possessed(document: Document, clause: Clause, i: int) -> bool:
    """`X’s improved offer`."""
    words = document.tokens.words
    return any(
        s.named and i - 3 <= s.end <= i and words[s.end - 1].endswith(("’s", "'s"))
        for s in clause.standing
    )
