"""The words of an English clause that call a deal, each with the roles it gives."""

from collections.abc import Iterator
from typing import Final

from onrecord.extract.english.clauses import LONGEST, Clause
from onrecord.extract.english.dealing import (
    BUSINESS,
    GETS,
    GRANTS,
    IDIOMS,
    MAKES_FOR,
    MONEY_INTO,
    NOUNS,
    NOUNS_FIRST,
    PARTNERS,
    SHARES,
    TAKES,
    TOPICS,
    VERBS,
    WINS,
    Call,
)
from onrecord.extract.english.document import Document
from onrecord.extract.english.words import DETERMINERS, PREPOSITIONS

_STAKE: Final = {"subj": "investor", "in": "investee", "of": "investee", "from": "seller",
                 "by": "investor", "for": ""}  # fmt: skip
_SOLD: Final = {"subj": "seller", "to": "investor", "in": "investee", "of": "investee"}
_WON: Final = {"subj": "supplier", "from": "customer", "by": "customer"}
_GRANTED: Final = {"subj": "investor", "obj": "investee", "to": "investee", "from": "investor"}
_GOODS: Final = {"subj": "customer", "from": "supplier"}
_MADE: Final = {"subj": "supplier", "for": "customer", "by": "supplier", "obj": ""}
_INTO: Final = {"subj": "investor", "into": "investee", "in": "investee"}
_UNIT: Final = {"subj": "acquirer", "from": "seller", "by": "acquirer", "of": ""}
_UNIT_SOLD: Final = {"subj": "seller", "to": "acquirer", "by": "seller"}
_SOLD_GOODS: Final = {"subj": "supplier", "to": "customer"}
_TAKEN: Final = frozenset("buy acquire purchase".split())


def called_in(document: Document, clause: Clause) -> Iterator[tuple[Call, int]]:
    """(call, token) of the words of dealing, in the order of how much they tell."""
    found = list(_all(document, clause))
    rank = {"negotiation": 1, "partnership": 0}
    topic = _topic(document, clause, [call for call, _ in found])
    if topic is not None:
        yield topic
    yield from sorted(found, key=lambda pair: (rank.get(pair[0].kind, 0), pair[1]))


def _all(document: Document, clause: Clause) -> Iterator[tuple[Call, int]]:
    low = document.tokens.low
    for i in range(clause.begin, min(clause.end, clause.begin + LONGEST)):
        if document.capital(i) and i > clause.begin:
            continue
        word = low[i]
        if low[i + 1 : i + 2] == ["book"]:
            continue
        yield from _idioms(low, i, clause.end)
        noun = i > clause.begin and (
            low[i - 1] in DETERMINERS or low[i - 1].endswith(("’s", "'s"))
            or (low[i - 1] in PREPOSITIONS and low[i - 1] != "to")
        )  # fmt: skip
        if word in VERBS and not (noun and word in NOUNS_FIRST):
            yield _verb(document, clause, i, VERBS[word]), i
        shares = word in ("percent", "per-cent", "shares", "holding")
        if shares and not TAKES.intersection(low[clause.begin : i]):
            continue
        if word in NOUNS and (word not in VERBS or noun):
            yield _noun(document, clause, i, NOUNS[word]), i
        if word in MONEY_INTO and "into" in low[i + 1 : min(i + 12, clause.end)]:
            yield Call("investment", _INTO, True, word), i
        if word in MAKES_FOR:
            yield Call("supply", _MADE, True, word), i
        if word in PARTNERS and i + 1 < clause.end and i > clause.begin:
            yield from _partner(document, clause, i)
        if word in GETS and word not in VERBS and "from" in low[i + 1 : min(i + 9, clause.end)]:
            yield Call("supply", _GOODS, True, word), i


def _partner(document: Document, clause: Clause, i: int) -> Iterator[tuple[Call, int]]:
    """`its lessor X`: the company before is the other side."""
    low = document.tokens.low
    near = low[max(clause.begin, i - 3) : i]
    named = any(s.named and s.begin == i + 1 for s in clause.standing)
    owned = "its" in near or any(w.endswith(("’s", "'s")) for w in near)
    if named and owned:
        role = PARTNERS[low[i]]
        other = "customer" if role == "supplier" else "supplier"
        yield Call("supply", {"obj": role, "poss": other, "subj": other}, False, low[i]), i


def _idioms(low: list[str], i: int, end: int) -> Iterator[tuple[Call, int]]:
    for words, kind, places in IDIOMS:
        if low[i] == words[0] and tuple(low[i : min(i + len(words), end)]) == words:
            yield Call(kind, places, True, words[0]), i


def _verb(document: Document, clause: Clause, i: int, call: Call) -> Call:
    """The call of a verb by what it has as its object: a company, a business, shares, goods."""
    low = document.tokens.low
    behind = low[i + 1 : min(i + 12, clause.end)]
    stop = next((k for k, w in enumerate(behind) if w in ("from", "to", "for", "by")), len(behind))
    matter = set(behind[:stop])
    company = any(s.named and i < s.begin <= i + 1 + stop for s in clause.standing)
    if call.base in _TAKEN:
        if matter & SHARES and ("in" in behind or "of" in behind):
            return Call("investment", _STAKE, True, call.base)
        owned = [
            s for s in clause.standing if i < s.begin <= i + 1 + stop and _owns(document, s.end - 1)
        ]
        if owned:
            matters = set(low[owned[0].end : owned[0].end + 4])
            if not matters & (BUSINESS | SHARES):
                return Call("supply", {"subj": "customer", "poss": "supplier"}, True, call.base)
            if not matters & SHARES:
                return Call("acquisition", {"subj": "acquirer", "poss": "seller"}, True, call.base)
        if not company and "from" in behind:
            return Call("acquisition", _UNIT, True, call.base) if matter & BUSINESS else Call(
                "supply", _GOODS, True, call.base)  # fmt: skip
    if call.base in ("sell", "offload"):
        if matter & {"stake", "shares", "percent", "%", "holding"}:
            return Call("investment", _SOLD, True, call.base)
        if not company and "to" in behind:
            return Call("acquisition", _UNIT_SOLD, True, call.base) if matter & BUSINESS else Call(
                "supply", _SOLD_GOODS, True, call.base)  # fmt: skip
    if call.base in ("lease", "rent") and "from" in behind:
        return Call("supply", _GOODS, True, call.base)
    return call


def _owns(document: Document, i: int) -> bool:
    return document.tokens.words[i].endswith(("’s", "'s"))


def _noun(document: Document, clause: Clause, i: int, call: Call) -> Call:
    """The call of a noun by the verb that it belongs to: `won an order`, `grants a loan`."""
    low = document.tokens.low
    before = low[max(clause.begin, i - 8) : i]
    if call.base.startswith("order") and any(w in WINS for w in before):
        return Call("supply", _WON, False, call.base)
    if call.base.startswith(("loan", "credit")) and any(w in GRANTS for w in before):
        return Call("investment", _GRANTED, False, call.base)
    if call.base in ("stake", "stakes", "holding", "percent", "shares") and any(
        w in ("sell", "sold", "sells", "selling") for w in before
    ):
        return Call("investment", _SOLD, False, call.base)
    return call


def _topic(document: Document, clause: Clause, calls: list[Call]) -> tuple[Call, int] | None:
    """Talks about a merger are told as the merger."""
    if not any(call.kind == "negotiation" for call in calls):
        return None
    low = document.tokens.low
    talks = next(i for i in range(clause.begin, clause.end)
                 if (low[i] in NOUNS and NOUNS[low[i]].kind == "negotiation")
                 or (low[i] in VERBS and VERBS[low[i]].kind == "negotiation"))  # fmt: skip
    about = next((i for i in range(talks + 1, clause.end) if low[i] in TOPICS), -1)
    if about < 0:
        return None
    kind, places = TOPICS[low[about]]
    return Call(kind, places, False, "talks"), talks
