"""English sums paid: what a company pays for is another company, a share of it, or its goods."""

from typing import Final

from onrecord.extract.english.clauses import Clause
from onrecord.extract.english.dealing import BUSINESS, SHARES, Call
from onrecord.extract.english.document import Document
from onrecord.extract.english.standing import is_owner
from onrecord.extract.english.words import PREPOSITIONS, SCALES, SYMBOLS

DIRECTLY: Final = 4
"""How many words behind a verb its object begins at most."""
SUMS: Final = frozenset({*SYMBOLS, *SCALES})
"""The signs and words that a sum of money has beside its digits."""
PAYING: Final = "paying"
"""Who pays, where what is bought was told before."""
_WHOLE: Final = frozenset("company firm business yard chain brewery bakery mill".split())
_SHARE: Final = 7
_SUM: Final = 8
_PRICE: Final = 10
_BEFORE: Final = 10
_FINES: Final = frozenset("damages fine fines compensation fee fees settlement dividend".split())
_BOUGHT: Final = {"subj": "acquirer", "for": "target"}
_PART: Final = {"subj": "acquirer", "for": "seller"}
_STAKE: Final = {"subj": "investor", "for": "investee"}
_STAKE_OF: Final = {**_STAKE, "of": "investee", "in": "investee"}


def paid(document: Document, clause: Clause, i: int) -> Call | None:
    """What `pays $90 million for X`, `for a tenth of X`, `for X’s toy business` calls."""
    low = document.tokens.low
    if clause.hinge == "for" and not SUMS.isdisjoint(low[i : min(i + _SUM, clause.end)]):
        if SHARES.isdisjoint(low[max(0, clause.begin - _BEFORE) : clause.begin]):
            return Call("acquisition", _BOUGHT, True, "pay")
        return Call("investment", _STAKE, True, "pay")
    if charged(document, clause, i) and {"for", "year"} & set(low[i + 2 : clause.end]):
        return Call("supply", {"subj": "customer", "obj": "supplier"}, True, "pay")
    direct = next((s for s in clause.standing if i + 1 < s.begin <= i + DIRECTLY), None)
    named = direct is not None and direct.named and not is_owner(document, direct)
    if named and low[i + 1 : i + 2] == ["for"]:
        return Call("acquisition", _BOUGHT, True, "pay")
    price = next((k for k in range(i + 1, min(i + _PRICE, clause.end)) if low[k] == "for"), -1)
    paying = low[i] == "paying" or (low[i] == "pay" and low[i - 1] in ("will", "to", "would"))
    earlier = low[i] == "paid" and low[i - 1] == "had" and price < 0
    if earlier and {"half", "third", "twice"}.union(SUMS) & set(low[i + 1 : clause.end]):
        return Call("acquisition", {"subj": "acquirer"}, True, PAYING)
    if price < 0 and clause.end - i < _PRICE and paying and _sum_alone(low, i, clause.end):
        return Call("acquisition", {"subj": "acquirer"}, True, PAYING)
    if price < 0 or SUMS.isdisjoint(low[i:price]):
        return None
    return _bought(document, clause, price)


def _sum_alone(low: list[str], i: int, end: int) -> bool:
    """`will pay £3m`, not `pay £3m a year`, `pay £3m to X`."""
    behind = low[i + 1 : end]
    return not SUMS.isdisjoint(behind) and {"a", "to", "in", "each", "of"}.isdisjoint(behind)


def _bought(document: Document, clause: Clause, price: int) -> Call | None:
    """What stands behind the `for` at `price`."""
    low = document.tokens.low
    bought = next((s for s in clause.standing if price < s.begin < price + _SHARE), None)
    if bought is None:
        stake = SHARES & set(low[price : price + _SHARE])
        return Call("investment", {"subj": "investor"}, True, "stake") if stake else None
    if not bought.named:
        described = low[bought.begin] in ("the", "it") and bought.begin == price + 1
        part = low[bought.end - 1] in BUSINESS - _WHOLE
        return Call("acquisition", _PART if part else _BOUGHT, True, "pay") if described else None
    owned = document.tokens.words[bought.end - 1].endswith(("’s", "'s"))
    between, behind = set(low[price : bought.begin]), set(low[bought.end : bought.end + 4])
    if SHARES & (between | behind):
        return Call("investment", _STAKE_OF, True, "pay")
    if owned and BUSINESS & behind:
        return Call("acquisition", _PART, True, "pay")
    if not owned and bought.begin - price <= DIRECTLY:
        return Call("acquisition", _BOUGHT, True, "pay")
    return None


def charged(document: Document, clause: Clause, i: int) -> bool:
    """`pays X £3m a year for`, `charges X £3m`: a company is the object, a sum behind it."""
    low = document.tokens.low
    who = next((s for s in clause.standing if 0 < s.begin - i <= DIRECTLY), None)
    if who is None or not who.named or is_owner(document, who):
        return False
    if not PREPOSITIONS.isdisjoint(low[i + 1 : who.begin]):
        return False
    behind = set(low[who.end : min(who.end + 8, clause.end)])
    return bool(behind & SUMS) and behind.isdisjoint(_FINES)
