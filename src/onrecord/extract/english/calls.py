"""The words of an English clause that call a deal, each with the roles it gives."""

from collections.abc import Iterator
from typing import Final

from onrecord.extract.english.clauses import LONGEST, Clause
from onrecord.extract.english.dealing import (
    GETS,
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
    Call,
)
from onrecord.extract.english.document import Document
from onrecord.extract.english.matters import by_noun, by_object
from onrecord.extract.english.words import DETERMINERS, PREPOSITIONS

_INTO: Final = {"subj": "investor", "into": "investee", "in": "investee"}
_GOODS: Final = {"subj": "customer", "from": "supplier"}
_MADE: Final = {"subj": "supplier", "for": "customer", "by": "supplier", "obj": ""}
_PRIVATE: Final = {"subj": "acquirer", "obj": "target", "by": "acquirer"}
_LED: Final = {"subj": "investor", "in": "investee", "of": "investee", "for": "investee",
               "at": "investee", "by": "investor"}  # fmt: skip
_HIRED: Final = {"subj": "customer", "obj": "supplier"}
_SHARED: Final = {"subj": "partner", "with": "partner"}
_LAST: Final = {"negotiation": 2, "partnership": 1}
_LEADS: Final = frozenset("lead leads led leading co-led co-lead anchor anchored".split())
_HIRES: Final = frozenset(
    """hire hires hired commission commissioned commissions appoint appointed appoints choose chose
    chosen chooses pick picked picks select selected selects tap tapped taps contracted""".split()
)
_WORK: Final = frozenset(
    """build make supply deliver provide produce manufacture supplier develop design run operate
    install print maintain construct contractor""".split()
)
_AGREEMENTS: Final = frozenset("agreement deal pact memorandum accord deals agreements".split())
_SIGNS: Final = frozenset(
    """sign signs signed signing strike strikes struck ink inked reach reached reaches seal sealed
    announce announced conclude concluded entered agreed extended renewed ended""".split()
)


def called_in(document: Document, clause: Clause) -> Iterator[tuple[Call, int]]:
    """(call, token) of the words of dealing, those first that tell most."""
    found = list(_all(document, clause))
    topic = _topic(document, clause, [call for call, _ in found])
    if topic is not None:
        yield topic
    yield from sorted(found, key=lambda pair: (_LAST.get(pair[0].kind, 0), pair[1]))
    yield from _agreement(document, clause)


def _all(document: Document, clause: Clause) -> Iterator[tuple[Call, int]]:
    low = document.tokens.low
    for i in range(clause.begin, min(clause.end, clause.begin + LONGEST)):
        if (document.capital(i) and i > clause.begin) or low[i + 1 : i + 2] == ["book"]:
            continue
        word = low[i]
        noun = i > clause.begin and (
            low[i - 1] in DETERMINERS
            or low[i - 1].endswith(("’s", "'s"))
            or (low[i - 1] in PREPOSITIONS and low[i - 1] != "to")
        )
        yield from _idioms(low, i, clause.end)
        if word in VERBS and not (noun and word in NOUNS_FIRST):
            call = by_object(document, clause, i, VERBS[word])
            if call is not None:
                yield call, i
        if word in NOUNS and (word not in VERBS or noun) and _changes(low, clause.begin, i):
            call = by_noun(document, clause, i, NOUNS[word])
            if call is not None:
                yield call, i
        yield from _loose(document, clause, i)


def _changes(low: list[str], begin: int, i: int) -> bool:
    """Shares call a deal only where they change hands."""
    return low[i] not in ("percent", "per-cent", "shares", "holding", "%") or not (
        TAKES.isdisjoint(low[max(begin, i - 10) : i])
    )


def _loose(document: Document, clause: Clause, i: int) -> Iterator[tuple[Call, int]]:
    """Verbs that call a deal only with what follows them."""
    low = document.tokens.low
    word, behind = low[i], low[i + 1 : min(i + 12, clause.end)]
    if word in MONEY_INTO and "into" in behind:
        yield Call("investment", _INTO, True, word), i
    elif word in _LEADS and "round" in behind:
        yield Call("investment", _LED, True, word), i
    elif word in _HIRES and _WORK.intersection(behind) and {"to", "as"}.intersection(behind):
        yield Call("supply", _HIRED, True, word), i
    elif word in ("take", "takes", "took", "taking", "taken") and "private" in behind[:5]:
        yield Call("acquisition", _PRIVATE, True, word), i
    elif word in MAKES_FOR:
        yield Call("supply", _MADE, True, word), i
    elif word in PARTNERS and clause.begin < i < clause.end - 1:
        yield from _partner(document, clause, i)
    elif word in GETS and word not in VERBS and "from" in behind[:8]:
        yield Call("supply", _GOODS, True, word), i
    elif word == "jointly":
        yield Call("partnership", _SHARED, True, word), i


def _partner(document: Document, clause: Clause, i: int) -> Iterator[tuple[Call, int]]:
    """`its lessor X`, `X is a customer of Y`: what a company is to the other."""
    low = document.tokens.low
    role = PARTNERS[low[i]]
    other = "customer" if role == "supplier" else "supplier"
    near = low[max(clause.begin, i - 3) : i]
    named = any(s.named and s.begin == i + 1 for s in clause.standing)
    if named and ("its" in near or any(w.endswith(("’s", "'s")) for w in near)):
        yield Call("supply", {"obj": role, "poss": other, "subj": other}, False, low[i]), i
    elif low[i + 1] in ("of", "to") and low[i - 1] not in ("rival", "other"):
        yield Call("supply", {"subj": role, "of": other, "to": other}, False, low[i]), i


def _idioms(low: list[str], i: int, end: int) -> Iterator[tuple[Call, int]]:
    for words, kind, places in IDIOMS:
        if low[i] == words[0] and tuple(low[i : min(i + len(words), end)]) == words:
            yield Call(kind, places, True, words[0]), i


def _agreement(document: Document, clause: Clause) -> Iterator[tuple[Call, int]]:
    """`signed an agreement with X`: a partnership, where no other word tells what it is."""
    low = document.tokens.low
    for i in range(clause.begin + 1, min(clause.end, clause.begin + LONGEST) - 1):
        if low[i] in _AGREEMENTS and low[i + 1] in ("with", "between"):
            if _SIGNS.intersection(low[max(clause.begin, i - 8) : i]):
                yield Call("partnership", _SHARED | {"between": "partner"}, False, low[i]), i
            return


def _topic(document: Document, clause: Clause, calls: list[Call]) -> tuple[Call, int] | None:
    """Talks about a merger, or merger talks, are told as the merger."""
    if not any(call.kind == "negotiation" for call in calls):
        return None
    low = document.tokens.low
    talks = next(i for i in range(clause.begin, clause.end) if _negotiates(low[i]))
    about = next((i for i in range(talks + 1, clause.end) if low[i] in TOPICS), -1)
    if about < 0 and low[talks - 1] in TOPICS and talks > clause.begin:
        about = talks - 1
    if about < 0 or SHARES.intersection(low[about : about + 6]):
        return None
    kind, places = TOPICS[low[about]]
    return Call(kind, places, False, "talks"), talks


def _negotiates(word: str) -> bool:
    call = NOUNS.get(word) or VERBS.get(word)
    return call is not None and call.kind == "negotiation"
