"""The words of an English clause that call a deal, each with the roles it gives."""

from collections.abc import Iterator
from typing import Final

from onrecord.extract.english.clauses import Clause
from onrecord.extract.english.dealing import (
    NOUNS,
    NOUNS_FIRST,
    SHARES,
    TAKES,
    TOPICS,
    VERBS,
    Call,
)
from onrecord.extract.english.document import Document
from onrecord.extract.english.holdings import held, of_a_venture
from onrecord.extract.english.idioms import IDIOMS, idioms_at
from onrecord.extract.english.kinds import is_kind
from onrecord.extract.english.loose import LOOSE, WORK, loose
from onrecord.extract.english.matters import MAKERS, by_noun, by_object
from onrecord.extract.english.standing import LONGEST
from onrecord.extract.english.words import DETERMINERS, PREPOSITIONS
from onrecord.extract.tokens import Kind

_SHARED: Final = {"subj": "partner", "with": "partner"}
_NOUNS: Final = NOUNS_FIRST.union(NOUNS)
_LAST: Final = {"negotiation": 2, "partnership": 1}
_AGREED: Final = Kind.of("intent agreement deal pact memorandum accord deals agreements".split())
_WORTH: Final = 10
_SIGNS: Final = frozenset(
    """sign signs signed signing strike strikes struck ink inked reach reached reaches seal sealed
    announce announced enter enters entering
    conclude concluded entered have has had agreed extended renewed ended""".split()
)


_CALLS: Final = Kind.of({*VERBS, *NOUNS, *IDIOMS, *LOOSE})


def called_in(document: Document, clause: Clause) -> Iterator[tuple[Call, int]]:
    """(call, token) of the words of dealing, those first that tell most."""
    found = [*_all(document, clause), *held(document, clause), *_series(document, clause)]
    topic = _topic(document, clause, [call for call, _ in found])
    if topic is not None:
        yield topic
    else:
        found = _not_talked_about(document, clause, found)
    if len(found) > 1:
        found.sort(key=lambda pair: (_LAST.get(pair[0].kind, 0), pair[1]))
    yield from found
    yield from _agreement(document, clause)


def _not_talked_about(
    document: Document, clause: Clause, found: list[tuple[Call, int]]
) -> list[tuple[Call, int]]:
    """`in talks with X about freight contracts`: they are yet to come."""
    talks = next((i for call, i in found if call.kind == "negotiation"), clause.end)
    low = document.tokens.low
    about = next((k for k in range(talks + 1, clause.end) if low[k] in _ABOUT), clause.end)
    return [(c, i) for c, i in found if i < about or c.kind not in ("supply", "partnership")]


_ABOUT: Final = frozenset("about over regarding".split())


def _all(document: Document, clause: Clause) -> Iterator[tuple[Call, int]]:
    words, low = document.tokens.words, document.tokens.low
    end = min(clause.end, clause.begin + LONGEST)
    for i in document.tokens.among(_CALLS, clause.begin, end):
        word, after = low[i], low[i + 1] if i + 1 < len(low) else ""
        if (words[i][0].isupper() and i > clause.begin) or after == "book":
            continue
        if word in _OF_A_COMPANY and is_kind(after):
            continue
        if word in ("order", "orders") and low[i - 1] in ("in", "court", "short", "of", "mail"):
            continue
        if not _ACCUSED.isdisjoint(low[max(clause.begin, i - 9) : i]):
            continue  # `accused its suitor of trying to buy it`
        if word in IDIOMS:
            yield from _idioms(document, clause, i)
        if (word in _DOUBTFUL and _no_call(low, i)) or (
            after in _BRANCHES and word.endswith("ing")
        ):
            continue
        if word == "partner" and not _PHRASE.isdisjoint(low[max(clause.begin, i - 4) : i]):
            continue
        if word == "partner" and _is_person(document, clause, i + 1):
            continue
        if (after in _COMPOUND and word in _FIRSTS) or after in _HEADS.get(word, ()):
            continue
        if word in VERBS and word not in NOUNS and word.endswith("ing") and low[i - 1] in _OWN:
            continue
        noun = word in _NOUNS and _as_noun(document, clause, i, after)
        if word in VERBS and not (noun and word in NOUNS_FIRST):
            call = by_object(document, clause, i, VERBS[word])
            if call is not None:
                yield call, i
        if word in NOUNS and (word not in VERBS or noun) and _changes(low, clause.begin, i):
            call = by_noun(document, clause, i, NOUNS[word])
            if call is not None:
                yield call, i
        if word in LOOSE:
            yield from loose(document, clause, i)


def _is_person(document: Document, clause: Clause, i: int) -> bool:
    """`Norhaven partner Diego Amaral`: a name that is no company's."""
    named = any(s.begin == i and s.named for s in clause.standing)
    return i < len(document.tokens) and document.capital(i) and not named


def _series(document: Document, clause: Clause) -> Iterator[tuple[Call, int]]:
    """`closed a Series A led by X`: a round by its letter alone."""
    low = document.tokens.low
    end = min(clause.end, clause.begin + LONGEST) - 1
    for i in document.tokens.among(_LETTERED, clause.begin, end):
        if low[i + 1] in _LETTERS and document.capital(i) and document.capital(i + 1):
            yield _ROUND, i


_ACCUSED: Final = frozenset("accused accuses accusing".split())
_LETTERED: Final = Kind.of(("series",))
_LETTERS: Final = frozenset("abcdef")
_ROUND: Final = NOUNS["round"]


def _as_noun(document: Document, clause: Clause, i: int, after: str) -> bool:
    """Whether a word that is noun and verb is a noun here, with the word `after` behind it."""
    low = document.tokens.low
    if after == "from" and low[i] in ("bids", "offers"):
        return True
    if i <= clause.begin:
        return after == "from"
    thing = document.capital(i - 1) and not any(s.end == i for s in clause.standing)
    return thing or _is_noun(low, i)


_BRANCHES: Final = frozenset("arm unit division business subsidiary line lines".split())
"""`its locomotive leasing arm`, `the shipping line X`."""
_SOLD: Final = frozenset("sold disposed parted offloaded divested shed".split())
_OF_A_COMPANY: Final = frozenset(("investment", "acquisition", "buyout", "mortgage"))
"""`the investment company X`: what X does, no deal."""
_PHRASE: Final = frozenset("by to from of for".split())
"""Behind these `partner` is a noun."""
_OWN: Final = frozenset("their its his her our the a an".split())
_FIRSTS: Final = frozenset("supply lease purchase order buy".split())
_COMPOUND: Final = frozenset(
    "contract contracts agreement agreements deal deals chain chains line lines pact".split()
)
"""`a supply contract`: what stands first calls nothing by itself."""
_HEADS: Final = {
    "purchase": ("price",), "takeover": ("offer", "offers", "bid", "bids"),
}  # fmt: skip
"""`of the purchase price`, `a takeover offer from X`: nor does it before these."""


def _visits(low: list[str], i: int) -> bool:
    """`Instead they went to X`: people went; `it sold two mills; they went to X`: the mills."""
    if low[i - 1] == "they":
        return _SOLD.isdisjoint(low[max(0, i - 16) : i])
    return low[i - 1] in ("he", "she", "we")


_DOUBTFUL: Final = frozenset("approach work partner partners supplies".split())
"""Words that call nothing behind some others."""


def _no_call(low: list[str], i: int) -> bool:
    """`secure its supplies`, `bring in a partner`, `found work with X`: they call nothing."""
    if low[i] == "approach" and low[i - 1] in ("to", "will", "would", "could"):
        return True
    if low[i] == "work":
        return low[i - 1] in ("found", "find", "finds", "the", "some", "more", "new", "for", "of")
    if low[i] == "partners":
        return low[i - 1] in _DESCRIBES
    if low[i] == "supplies":
        return low[i - 1] in ("its", "their", "of", "for")
    after = low[i + 1] if i + 1 < len(low) else ""
    return low[i] == "partner" and (
        after == "at" or ("a" in low[i - 2 : i] and after not in ("with", "of", "in", "for", "to"))
    )


def _is_noun(low: list[str], i: int) -> bool:
    """Whether a word that is noun and verb stands behind an article, an adjective or a sum."""
    before = low[i - 1]
    if before in _TERMS and low[i - 2] in ("-", "‑"):
        return True
    if before in DETERMINERS or before.endswith(("’s", "'s")) or before[0].isdigit():
        return True
    described = before in _DESCRIBES or before.endswith(("ive", "ed", "able", "ible"))
    return described or (before in PREPOSITIONS and before != "to")


_TERMS: Final = frozenset("year month week day".split())
"""`a 15-year lease`."""
_DESCRIBES: Final = frozenset(
    """million billion bn m new hostile cash takeover possible potential first second higher final
    big large latest record recent rival all-share all-stock firm formal binding friendly joint
    full partial initial similar buyout supply tender preliminary opening""".split()
)


def _changes(low: list[str], begin: int, i: int) -> bool:
    """Shares call a deal only where they change hands."""
    if low[i] not in ("percent", "per-cent", "shares", "holding", "%"):
        return True
    return not TAKES.isdisjoint(low[max(begin, i - 10) : i]) and not of_a_venture(low, i)


def _idioms(document: Document, clause: Clause, i: int) -> Iterator[tuple[Call, int]]:
    """Idioms that begin at a token, seen from it, or where a company stands inside, from there."""
    for call, last in idioms_at(document.tokens.low, i, clause.end):
        for_whom = document.tokens.low[last + 1 : last + 2] == ["for"]
        if call.base == "find" and for_whom and call.places.get("subj") == "target":
            continue
        if call.base == "go" and _visits(document.tokens.low, i):
            continue
        if call.base == "work" and _no_call(document.tokens.low, i):
            continue
        if call.base == "eye" and document.tokens.low[i - 1] in _OWN:
            continue
        if call.base == "pick" and not any(s.named and s.begin > last for s in clause.standing):
            continue
        if call.base == "put" and "what" in document.tokens.low[i - 2 : i]:
            continue
        if call.base == "go" and not _goes(document, last):
            continue
        if call.base in ("go", "fall") and not _AWARDED.isdisjoint(
            document.tokens.low[clause.begin : i]
        ):
            continue
        yield call, i


def _goes(document: Document, last: int) -> bool:
    """`went to the Danish group X`, not `went to see X`."""
    low = document.tokens.low
    if last + 1 >= len(low):
        return False
    word = low[last + 1]
    return document.capital(last + 1) or word in DETERMINERS or is_kind(word) or word == "rival"


_AWARDED: Final = frozenset("order orders contract contracts award job prize tender".split())


def _agreement(document: Document, clause: Clause) -> Iterator[tuple[Call, int]]:
    """`signed an agreement with X`: a partnership, where no other word tells what it is."""
    low = document.tokens.low
    end = min(clause.end, clause.begin + LONGEST) - 1
    for i in document.tokens.among(_AGREED, clause.begin + 1, end):
        both = any(len(s.names) > 1 and s.end <= i for s in clause.standing)
        behind = low[i + 3 : i + 4] if low[i + 1] == "of" else low[i + 1 : i + 2]
        if behind == ["worth"] and "with" in low[i + 2 : i + _WORTH]:
            behind = ["with"]
        if both or behind in (["with"], ["between"]):
            if _SIGNS.isdisjoint(low[max(clause.begin, i - 8) : i]):
                return
            purpose = set(low[i + 2 : min(i + 12, clause.end)])
            goods = _of_supply(document, clause, i)
            if goods is not None:
                yield goods, i
            elif both:
                yield Call("partnership", _SHARED | {"between": "partner"}, False, low[i]), i
            elif purpose & WORK and "to" in purpose and not purpose & {"together", "jointly"}:
                yield Call("supply", {"subj": "supplier", "with": "customer"}, False, low[i]), i
            elif _under(document, clause) & _RECEIVES:
                yield Call("supply", {"subj": "customer", "with": "supplier"}, False, low[i]), i
            elif _under(document, clause) & WORK:
                yield Call("supply", {"subj": "supplier", "with": "customer"}, False, low[i]), i
            elif purpose & {"together", "jointly"}:
                yield Call("partnership", _SHARED, False, low[i]), i
            elif purpose & {"buy", "purchase"} or low[i - 1] in ("purchase", "offtake"):
                yield Call("supply", {"subj": "customer", "with": "supplier"}, False, low[i]), i
            else:
                yield Call("partnership", _SHARED | {"between": "partner"}, False, low[i]), i
            return


def _of_supply(document: Document, clause: Clause, i: int) -> Call | None:
    """`an agreement with the producer X for the supply of power`: who of the two makes things."""
    low = document.tokens.low
    end = min(i + 24, clause.end)
    of_goods = any(low[k : k + 4] == ["for", "the", "supply", "of"] for k in range(i, end))
    if not of_goods and low[i - 1] not in ("supply", "delivery"):
        return None
    made = any(s.begin > i and low[s.begin - 1].endswith(MAKERS) for s in clause.standing)
    sides = ("customer", "supplier") if made else ("supplier", "customer")
    return Call("supply", {"subj": sides[0], "with": sides[1]}, False, low[i])


_RECEIVES: Final = frozenset("receive get buy take purchase obtain pay".split())


def _under(document: Document, clause: Clause) -> set[str]:
    """The first words of what stands behind a clause as `, under which it will receive`."""
    low = document.tokens.low
    behind = low[clause.end : clause.end + 8]
    return set(behind) if {"under", "which", "it"} <= set(behind[:5]) else set()


def _topic(document: Document, clause: Clause, calls: list[Call]) -> tuple[Call, int] | None:
    """Talks about a merger, or merger talks, are told as the merger."""
    if not any(call.kind == "negotiation" for call in calls):
        return None
    low = document.tokens.low
    talks = next((i for i in range(clause.begin, clause.end) if _negotiates(low[i])), -1)
    if talks < 0:
        return None
    about = next((i for i in range(talks + 1, clause.end) if low[i] in TOPICS), -1)
    if about == talks + 2 and low[about] == "sell":
        return None  # `in talks to sell X to Y`: the verb tells all
    if about < 0 and low[talks - 1] in TOPICS and talks > clause.begin:
        about = talks - 1
    if about < 0 or SHARES.intersection(low[about : about + 6]):
        return None
    kind, places = TOPICS[low[about]]
    return Call(kind, places, False, "talks"), talks


def _negotiates(word: str) -> bool:
    if word == "talking":
        return True
    call = NOUNS.get(word) or VERBS.get(word)
    return call is not None and call.kind == "negotiation"
