"""What a deal is about tells its kind: shares, a business, goods, money; and who gave or got it."""

from typing import Final

from onrecord.extract.english.clauses import Clause
from onrecord.extract.english.dealing import BUSINESS, SHARES, WINS, Call
from onrecord.extract.english.document import Document
from onrecord.extract.english.goods import (
    DELIVERS,
    FLEET,
    MONEY,
    delivered,
    its_goods,
    made_by,
    named_goods,
)
from onrecord.extract.english.kinds import is_kind
from onrecord.extract.english.lending import LENT, lent
from onrecord.extract.english.offers import OFFERS, offered, possessed
from onrecord.extract.english.selling import DEBTS, FIELDS, FUNDS, OUTPUT, PARTS, SOLD, sold
from onrecord.extract.english.standing import Standing, is_owner
from onrecord.extract.english.verbs import BE
from onrecord.extract.english.words import NATIONAL

STAKE: Final = {"subj": "investor", "in": "investee", "of": "investee", "from": "seller",
                 "by": "investor", "poss": "investee"}  # fmt: skip
_HELD: Final = {"subj": "investor", "obj": "investee", "from": "seller"}
_LENT: Final = {"subj": "supplier", "obj": "customer", "to": "customer"}
_FIGURES: Final = frozenset("name support voice weight credence hand ear".split())
_CONTROL: Final = {"subj": "acquirer", "in": "target", "of": "target", "from": "seller",
                   "by": "acquirer"}  # fmt: skip
_GOODS: Final = {"subj": "customer", "from": "supplier", "by": "customer"}
_ORDERED: Final = {"subj": "supplier", "from": "customer"}
_WENT: Final = {"to": "supplier", "poss": "customer", "for": "customer", "by": "customer"}
_VOTED: Final = {"subj": "target", "of": "target", "to": "acquirer", "by": "seller"}
_VOTES: Final = frozenset(
    "approve approved backed clear cleared recommended against opposed rejected".split()
)
_FINANCES: Final = frozenset("finance finances financed financing fund funds funded".split())
_PORTIONS: Final = frozenset("half third quarter fifth most much".split())
_PERCENTS: Final = frozenset(("percent", "%", "cent"))
_TENDERS: Final = frozenset("supply build deliver run operate provide host make".split())
_CANCELS: Final = frozenset(
    "cancel cancelled canceled cancels scrapped cut placed place doubled extended dropped".split()
)
_OWNED_GOODS: Final = {"subj": "customer", "poss": "supplier"}
_UNIT: Final = {"subj": "acquirer", "from": "seller", "by": "acquirer", "of": "seller",
                "poss": "seller"}  # fmt: skip
_WON: Final = {"subj": "supplier", "from": "customer", "by": "customer", "with": "customer",
               "for": "customer"}  # fmt: skip
_AWARDED: Final = {"subj": "customer", "obj": "supplier", "to": "supplier", "by": "customer"}
_BOUGHT_FROM: Final = {"subj": "customer", "poss": "customer", "with": "supplier",
                       "from": "supplier"}  # fmt: skip
_TAKEN: Final = frozenset("buy acquire purchase".split())
SELLS: Final = frozenset("sell sold sells selling".split())
_PEOPLE: Final = frozenset(
    """staff workers employees people review audit inquiry investigation closure recall probe
    managers judge halt""".split()
)
_KEEPS: Final = frozenset("keep keeps kept keeping retain retains retained retaining".split())
_HAS: Final = frozenset("has have had holds held won wins".split())
_AWARDS: Final = frozenset(
    "award awards awarded gave give gives given hand handed hands let lets".split()
)
MAKERS: Final = ("supplier", "maker", "manufacturer", "lessor", "contractor", "producer",
                  "builder", "mill", "landlord", "foundry", "shipyard", "yard")  # fmt: skip
_MAKES: Final = frozenset(
    "supply deliver build supplies supplying make run operate maintain clean".split()
)
_LINES: Final = frozenset("line lines facility facilities agreement deal".split())


def by_object(document: Document, clause: Clause, i: int, call: Call) -> Call | None:
    """The call of a verb by what it has as its object; none where that is nothing to deal in."""
    low = document.tokens.low
    behind = low[i + 1 : min(i + 14, clause.end)]
    stop = next((k for k, w in enumerate(behind) if w in ("from", "to", "for", "by")), len(behind))
    matter = set(behind[:stop])
    passive = bool(set(low[max(clause.begin, i - 3) : i]) & BE) and low[i].endswith(("d", "t"))
    if low[i + 1 : i + 2] == ["itself"] or (call.base == "buy" and behind[:1] == ["out"]):
        return None
    if call.kind == "investment":
        return _of_money(call, matter, behind)
    if call.base == "offer":
        return call if set(behind) & (MONEY | {"for"}) else None
    if (
        call.base == "provide"
        and low[i + 1 : i + 2] == ["by"]
        and DEBTS & set(low[max(0, i - 12) : i])
    ):
        return Call("investment", {"by": "investor"}, True, "loan")
    if call.base in DELIVERS:
        return delivered(call, behind, passive=passive)
    if call.base == "order":
        return None if matter & _PEOPLE else made_by(document, clause, i, call, {"obj": "supplier"})
    if call.base in _TAKEN and not passive:
        return _bought(document, clause, i, call, i + 1 + stop)
    if call.base == "sell" and clause.hinge == "obj" and low[i - 1] in ("cannot", "not", "never"):
        return None
    if call.base in ("sell", "offload"):
        return sold(document, clause, i, call, i + 1 + stop, passive=passive)
    if call.base == "let" and matter & {"contract", "contracts", "order", "orders"}:
        return None
    if call.base in ("lease", "rent") and "back" in behind[:5] and "to" not in behind:
        named = any(s.named and s.begin > i for s in clause.standing)
        return Call("supply", _GOODS, True, call.base) if named else None
    from_whom = "from" in behind or clause.hinge == "from"
    if call.base in ("lease", "rent", "charter") and from_whom:
        return Call("supply", _GOODS, True, "supplied-by" if passive else call.base)
    return call


def _of_money(call: Call, matter: set[str], behind: list[str]) -> Call | None:
    """Verbs of money: `lent its name` is none, `is backed by X`, `refinanced with X`."""
    if call.base == "lend" and matter & _FIGURES:
        return None
    if call.base == "lend" and FLEET.intersection(behind):
        return Call("supply", _LENT, True, call.base)
    if call.base == "refinance":
        owed = {"subj": "investee", "with": "investor"} if "with" in behind else call.places
        return Call("investment", owed, True, call.base)
    if call.base == "back" and behind[:1] == ["by"]:
        return call
    if call.base in ("raise", "back"):
        return _raised(call, matter, set(behind))
    if call.base in ("collect", "seek"):
        return _raised(Call(call.kind, call.places, True, "raise"), matter, set(behind))
    if call.base == "issue":
        return call if matter & PARTS else None
    return call


def _raised(call: Call, matter: set[str], behind: set[str]) -> Call | None:
    """`raised $30 million`, `raised its stake`, but not `raised its forecast`."""
    if call.base == "raise" and matter & PARTS:
        return Call("investment", STAKE | {"poss": ""}, True, "stake")
    return call if (matter if call.base == "raise" else behind) & MONEY else None


def _bought(document: Document, clause: Clause, i: int, call: Call, stop: int) -> Call:
    """`bought a stake in X`, `bought the pumps division of X`, `bought steel from X`."""
    low = document.tokens.low
    behind = low[i + 1 : min(i + 14, clause.end)]
    matter = set(low[i + 1 : stop])
    held = clause.hinge == "obj" and behind[:1] == ["from"]
    if held and not SHARES.isdisjoint(low[max(0, clause.begin - 12) : clause.begin]):
        return Call("investment", _HELD, True, call.base)
    if "shares" in behind[:2] and {"in", "of", "back"}.isdisjoint(behind) and (
        not any(i < s.begin <= stop for s in clause.standing)
    ):  # fmt: skip
        return Call("investment", STAKE, True, "stake")
    whole = behind[:1] == ["all"] and "shares" in behind[:4]
    rest = bool(_REST & matter) and any(
        s.named and i < s.begin <= stop and low[s.begin - 1] == "of" for s in clause.standing
    )
    if whole or (rest and matter.isdisjoint(PARTS)):
        return Call("acquisition", _CONTROL, True, "take")
    if matter & {"majority", "control"} and {"in", "of"} & set(behind):
        return Call("acquisition", _CONTROL, True, call.base)
    if (
        matter & _PERCENTS
        and not {"in", "of"} & set(behind)
        and not any(i < s.begin <= stop for s in clause.standing)
    ):
        return Call("investment", STAKE, True, "stake")
    if matter & SHARES and set(behind) & OUTPUT:
        return Call(
            "supply", {"subj": "customer", "from": "supplier", "with": "supplier"}, True, ""
        )
    near = set(behind[: behind.index(",")] if "," in behind else behind)
    if matter & DEBTS and "of" in matter:
        return Call("investment", STAKE, True, "stake")  # `bought bonds of X`
    parts = matter & SHARES and {"in", "of"} & near and "what" not in matter
    if parts and matter & _PORTIONS and not any(i < s.begin <= stop for s in clause.standing):
        return Call("supply", _GOODS, True, call.base)  # `buys half of its flour from X`
    if parts:
        return Call("investment", STAKE, True, "stake")
    objects = [s for s in clause.standing if i < s.begin <= stop and (
        s.named or not is_owner(document, s))]  # fmt: skip
    if any(low[s.end : s.end + 1] == ["shares"] for s in objects):
        return Call("investment", _HELD, True, call.base)
    if low[i] in ("buy", "buys") and its_goods(behind, stop - i):
        return Call("supply", _OWNED_GOODS, True, call.base)
    return _whose(document, clause, i, call, stop, objects)


def _whose(
    document: Document, clause: Clause, i: int, call: Call, stop: int, objects: list[Standing]
) -> Call:
    """`bought X’s pumps`, `the pumps division of X`, `pumps from X`: whose it was."""
    low, words = document.tokens.low, document.tokens.words
    behind = low[i + 1 : min(i + 14, clause.end)]
    matter = set(low[i + 1 : stop]) - ({"parts"} if "of" not in low[i + 1 : stop] else set())
    owned = [s for s in objects if words[s.end - 1].endswith(("’s", "'s"))]
    if owned:
        owns = set(low[owned[0].end : owned[0].end + 4])
        if low[owned[0].begin - 1] == "of" and low[owned[0].begin - 2][0].isdigit():
            return Call("supply", _OWNED_GOODS, True, call.base)
        if owns & (BUSINESS | SHARES):
            return Call("acquisition", _UNIT, True, call.base)
        return Call("supply", _OWNED_GOODS, True, call.base)
    if len(objects) == 1 and named_goods(document, objects[0]):
        return Call("supply", {"subj": "customer", "obj": "supplier"}, True, call.base)
    if objects and _of_a_thing(low, i, objects[0].begin):
        return Call("acquisition", _UNIT, True, call.base)
    parted = [s for s in objects if low[s.begin - 1] in ("of", "the")]
    if (
        matter & (BUSINESS - {"company", "firm"})
        and (parted == objects)
        and ("of" in matter or "from" in behind)
    ):
        return Call("acquisition", _UNIT, True, call.base)
    if not objects and "from" in behind:
        if low[i + 1] == "the" and not low[stop - 1].endswith("s"):
            return Call("acquisition", _UNIT, True, call.base)  # `bought the old cannery from X`
        named = any(document.capital(k) and low[k] not in NATIONAL for k in range(i + 1, stop))
        kind, places = ("acquisition", _UNIT) if named else ("supply", _GOODS)
        return Call(kind, places, True, call.base)
    return call


def _of_a_thing(low: list[str], i: int, begin: int) -> bool:
    """`bought the mortgage book of X`, not `the owner of X`, `the rest of X`."""
    of = next((k for k in range(i + 3, begin) if low[k] == "of"), -1)
    head = low[of - 1]
    held = head in SHARES | _REST or is_kind(head) or head.endswith("er")
    return low[i + 1] in ("the", "a") and 0 < of < i + 6 and begin - of < 5 and not held


def by_noun(document: Document, clause: Clause, i: int, call: Call) -> Call | None:
    """The call of a noun by the verb that it belongs to: `won an order`, `grants a loan`."""
    low = document.tokens.low
    before = set(low[max(clause.begin, i - 9) : i])
    if low[i + 1 : i + 2] == ["guarantee"]:
        return None
    if (
        call.base == "credit"
        and low[i + 1 : i + 2] != ["of"]
        and not _LINES.intersection(low[i + 1 : i + 2])
    ):
        return None
    if call.base.startswith(LENT):
        return lent(document, clause, i, call, before)
    if call.base in ("order", "orders", "contract", "contracts"):
        return _ordered(document, clause, i, call, before)
    if call.base in ("purchase", "acquisition", "takeover", "deal") and before & _FINANCES:
        return Call("investment", {"subj": "investor"}, False, "finance")
    if call.base == "project":
        return call if low[i + 1 : i + 2] == ["with"] else None
    if call.base == "venture" and low[i + 1 : i + 2] and low[i + 1] in FUNDS:
        return None
    if call.base == "bid" and low[i + 1 : i + 2] == ["to"]:
        return None if _TENDERS.intersection(low[i + 2 : i + 4]) else call
    if call.base in OFFERS:
        return offered(document, clause, i, call, before)
    if call.base == "sale" and before & _URGES and low[i + 1 : i + 2] not in (["of"], ["to"]):
        return None
    if call.base == "sale" and low[i - 1] == "for":
        return Call(call.kind, {"subj": "target", "to": "acquirer", "by": "seller"}, False, "")
    if call.base == "sale" and before & {"discuss", "discussing", "discussed", "negotiating"}:
        return Call(call.kind, call.places | {"with": "acquirer"}, False, call.base)
    if call.base == "sale" and low[i - 1] in ("stake", "share"):
        return Call("investment", SOLD | {"subj": ""}, False, "stake")
    if call.base == "sale" and low[i + 1 : i + 2] == ["to"] and possessed(document, clause, i):
        return Call(call.kind, _VOTED | {"poss": "target"}, False, call.base)
    if call.base == "sale" and before & _VOTES and low[i + 1 : i + 2] == ["to"]:
        return Call(call.kind, _VOTED, False, call.base)
    if call.base in ("bidder", "bid", "bids", "bidding") and TENDERED.intersection(
        low[i + 1 : i + 7]
    ):
        return None
    fields = before & SELLS and FIELDS.intersection(low[i + 1 : i + 7])
    if (call.base in PARTS and fields) or (call.base == "shares" and before & _ALL):
        return None
    if call.base == "stake" and before & _KEEPS and "in" not in low[i : i + 3]:
        return None
    if call.base == "stake" and low[i - 1] in ("majority", "controlling"):
        return Call("acquisition", _CONTROL | {"to": "acquirer"}, False, "control")
    if call.base == "stake" and "sold" in low[i : i + 8] and "to" in low[i : i + 12]:
        owned = {"poss": "seller", "in": "investee", "of": "investee", "to": "investor"}
        return Call("investment", owned | {"subj": "investee"}, False, "stake")
    if call.base in PARTS and before & SELLS:
        return Call("investment", SOLD, False, call.base)
    return call


_URGES: Final = frozenset("calling called calls pushing pushed demanding demanded urged".split())
_ALL: Final = frozenset(("all", "outstanding"))
_REST: Final = frozenset("rest remainder entirety whole".split())
TENDERED: Final = frozenset("contract contracts tender order concession franchise".split())


def _ordered(
    document: Document, clause: Clause, i: int, call: Call, before: set[str]
) -> Call | None:
    """An order or contract: who won it, who awarded it, with whom it was placed."""
    low = document.tokens.low
    behind = low[i + 1 : min(i + 12, clause.end)]
    if before & {"compete", "competes", "competed", "competing"}:
        return None
    if before & WINS:
        return Call("supply", _WON, False, call.base)
    if behind[:1] == ["for"] and low[i - 2] in _HAS and low[i - 1] == "the":
        return Call("supply", _WON | {"poss": "customer"}, False, call.base)
    if "busy" in behind:
        return Call(
            "supply", {"from": "customer", "with": "customer", "obj": "supplier"}, False, ""
        )
    given = _AWARDS.intersection(behind) and BE.intersection(behind)
    goes = given or {"went", "goes", "go"}.intersection(behind)
    if goes and "to" in behind:
        return Call("supply", _WENT, False, "went")
    if before & _AWARDS:
        near = range(max(clause.begin, i - 9), i)
        passive = any(low[k] in _AWARDS and low[k - 1] in BE for k in near)
        return Call("supply", _WON if passive else _AWARDED, False, call.base)
    if behind[:1] == ["from"] and not before & _CANCELS:
        return Call("supply", _ORDERED, False, call.base)
    if call.base.startswith("order"):
        return made_by(document, clause, i, call, {"obj": "supplier", "for": "supplier"})
    makes = _MAKES.intersection(behind)
    if behind[:1] == ["with"] and makes and "to" in behind:
        return Call("supply", {"subj": "supplier", "with": "customer"}, False, call.base)
    buys = {"buy", "purchase", "buying"} & set(behind) or any(
        s.named and s.begin > i and low[s.begin - 1].endswith(MAKERS) for s in clause.standing
    )
    if buys:
        return Call("supply", _BOUGHT_FROM, False, call.base)
    if not makes and ("with" in behind or clause.hinge == "with"):
        return Call("supply", _BOUGHT_FROM, False, call.base)
    return call if makes or "from" in behind else None
