"""The words of an English clause that call a deal, each with the roles it gives."""

from collections.abc import Iterator
from typing import Final

from onrecord.extract.english.clauses import Clause
from onrecord.extract.english.dealing import (
    BUSINESS,
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
    WINS,
    Call,
    Places,
)
from onrecord.extract.english.document import Document
from onrecord.extract.english.matters import STAKE, by_noun, by_object
from onrecord.extract.english.standing import LONGEST
from onrecord.extract.english.verbs import BE
from onrecord.extract.english.words import DETERMINERS, PREPOSITIONS, SCALES, SYMBOLS
from onrecord.extract.tokens import Kind

_INTO: Final = {"subj": "investor", "into": "investee", "in": "investee"}
_GOODS: Final = {"subj": "customer", "from": "supplier"}
_FUNDED: Final = {"subj": "investee", "from": "investor", "by": "investor",
                  "including": "investor"}  # fmt: skip
_MADE: Final = {"subj": "supplier", "for": "customer", "by": "supplier", "obj": ""}
_PRIVATE: Final = {"subj": "acquirer", "obj": "target", "by": "acquirer"}
_LED: Final = {"subj": "investor", "in": "investee", "of": "investee", "for": "investee",
               "at": "investee", "by": "investor"}  # fmt: skip
_HIRED: Final = {"subj": "customer", "obj": "supplier", "by": "customer"}
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
_AGREEMENTS: Final = frozenset(
    "intent agreement deal pact memorandum accord deals agreements".split()
)
_SIGNS: Final = frozenset(
    """sign signs signed signing strike strikes struck ink inked reach reached reaches seal sealed
    announce announced
    conclude concluded entered have has had agreed extended renewed ended""".split()
)


_IDIOMS: Final[dict[str, list[tuple[tuple[str, ...], str, Places]]]] = {}
for _idiom in IDIOMS:
    _IDIOMS.setdefault(_idiom[0][0], []).append(_idiom)
_TAKE: Final = frozenset("take takes took taking taken".split())
_AGREES: Final = frozenset("agree agrees agreed plan plan planned".split())
_FOUNDS: Final = frozenset("build develop create open launch found establish".split())
_SWITCHES: Final = frozenset("switch switches switched switching".split())
_APPROACHES: Final = frozenset("approach approached approaches approaching".split())
_MONEYS: Final = frozenset("investment investing stake funding loan financing capital".split())
_PAYS: Final = frozenset("pay pays paid paying".split())
_INCLUDES: Final = frozenset("include includes included".split())
_CALLS: Final = Kind.of(
    {*VERBS, *NOUNS, *_IDIOMS, *MONEY_INTO, *_LEADS, *_HIRES, *_TAKE, *MAKES_FOR, *_PAYS,
     *_INCLUDES, *PARTNERS, *GETS, *_AGREES, "turned", "turns", "turn",
     "owner", "owned", "come", "comes", "spend", "spends", "spent",
     *_APPROACHES, "race", "auction", *_SWITCHES, "joint", "jointly"}
)  # fmt: skip


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
    end = min(clause.end, clause.begin + LONGEST)
    for i in document.tokens.among(_CALLS, clause.begin, end):
        if (document.capital(i) and i > clause.begin) or low[i + 1 : i + 2] == ["book"]:
            continue
        word = low[i]
        if word in ("order", "orders") and low[i - 1] in ("in", "court", "short", "of"):
            continue
        thing = document.capital(i - 1) and not any(s.end == i for s in clause.standing)
        noun = i > clause.begin and (thing or _is_noun(low, i))
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


def _is_noun(low: list[str], i: int) -> bool:
    """Whether a word that is noun and verb stands behind an article, an adjective or a sum."""
    before = low[i - 1]
    if before in DETERMINERS or before.endswith(("’s", "'s")) or before[0].isdigit():
        return True
    described = before in _DESCRIBES or before.endswith(("ive", "ed", "able", "ible"))
    return described or (before in PREPOSITIONS and before != "to")


_DESCRIBES: Final = frozenset(
    """million billion bn m new hostile cash takeover possible potential first second higher final
    big large latest record recent rival all-share all-stock firm formal binding friendly joint
    full partial initial similar buyout supply tender preliminary opening""".split()
)


def _takes_over(clause: Clause, low: list[str], i: int) -> bool:
    """`had taken Hartwell over`: the company stands between."""
    return any(s.begin == i + 1 and low[s.end : s.end + 1] == ["over"] for s in clause.standing)


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
    elif word in _TAKE and ("private" in behind[:5] or _takes_over(clause, low, i)):
        yield Call("acquisition", _PRIVATE, True, word), i
    elif word in _TAKE and "control" in behind[:3]:
        yield Call("acquisition", {"subj": "acquirer", "of": "target"}, True, word), i
    elif word in _TAKE and behind[:2] == ["part", "in"] and "round" in behind:
        yield Call("investment", _INTO | {"poss": "investee"}, True, word), i
    elif (
        word == "race" and behind[:1] == ["for"] and _RACES.intersection(low[clause.begin : i])
    ) or (word == "auction" and behind[:1] == ["for"] and WINS.intersection(low[clause.begin : i])):
        yield Call("acquisition", {"subj": "acquirer", "for": "target"}, False, word), i
    elif word in _SWITCHES and {"from", "to"} <= set(low[i + 1 : clause.end]):
        yield Call("supply", {"subj": "customer", "to": "supplier"}, True, word), i
    elif word in ("spend", "spends", "spent") and "on" in behind:
        yield Call("acquisition", {"subj": "acquirer", "on": "target"}, True, word), i
    elif word in ("come", "comes") and behind[:1] == ["from"]:
        yield Call("supply", {"from": "supplier"}, False, "went"), i
    elif word.startswith("approach") and "about" in behind:
        kind, places = _approached(behind)
        yield Call(kind, places, True, word), i
    elif word == "owned" and behind[:1] == ["by"] and _owned(document, clause, i):
        yield Call("acquisition", {"subj": "target", "by": "acquirer"}, False, word), i
    elif word in _TAKE and SHARES.intersection(behind[:4]) and {"of", "in"} & set(behind[:7]):
        yield Call("investment", STAKE, True, "stake"), i
    elif word in MAKES_FOR:
        yield Call("supply", _MADE, True, "made-by" if low[i - 1] in BE else word), i
    elif word in _PAYS:
        yield from _paid(document, clause, i)
    elif word in _INCLUDES and _INVESTORS.intersection(low[i - 3 : i]):
        yield Call("investment", {"obj": "investor"}, True, "investors"), i
    elif word == "owner" and {"new", "become", "became", "becomes"} & set(low[i - 4 : i]):
        yield Call("acquisition", {"subj": "acquirer", "of": "target"}, False, word), i
    elif word == "joint" and low[i + 1 : i + 2] and low[i + 1] not in _ALONE:
        yield Call("partnership", _SHARED, False, word), i
    elif word in PARTNERS and clause.begin < i < clause.end - 1:
        yield from _partner(document, clause, i)
    elif word in GETS and word not in VERBS and "from" in behind[:8]:
        money = any(w in SYMBOLS or w in SCALES for w in behind[: behind.index("from")])
        yield (Call("investment", _FUNDED, True, word) if money else _got(word)), i
    elif word in ("turned", "turns", "turn") and behind[:1] == ["to"] and "for" in behind:
        if any(w in SYMBOLS or w in SCALES for w in low[i + 1 : i + 16]):
            yield Call("investment", {"subj": "investee", "to": "investor"}, True, word), i
    elif word in _AGREES and _FOUNDS.intersection(behind[:7]) and "to" in behind:
        yield Call("partnership", {"subj": "partner", "with": "partner"}, True, word), i
    elif word == "jointly":
        yield Call("partnership", _SHARED, True, word), i


_INVESTORS: Final = frozenset("investors backers participants".split())
_RACES: Final = frozenset("pulled quit out entered joined won lost ahead dropped".split())
_ALONE: Final = frozenset(
    """statement letter venture ventures chief press bid bids offer news report account head
    owner owners ceo call declaration administrators""".split()
)


def _paid(document: Document, clause: Clause, i: int) -> Iterator[tuple[Call, int]]:
    """`pay $90 million for X`, `for a tenth of X`, `for X’s toy business`."""
    low, words = document.tokens.low, document.tokens.words
    price = next((k for k in range(i + 1, min(i + 10, clause.end)) if low[k] == "for"), -1)
    if price < 0 or not any(low[k] in SCALES or low[k] in SYMBOLS for k in range(i, price)):
        return
    bought = next((s for s in clause.standing if price < s.begin < price + 7), None)
    if bought is None or not bought.named:
        return
    owned = words[bought.end - 1].endswith(("’s", "'s"))
    between, behind = set(low[price : bought.begin]), set(low[bought.end : bought.end + 4])
    if SHARES & between or SHARES & behind or "tenth" in between:
        places = {"subj": "investor", "of": "investee", "in": "investee", "for": "investee"}
        yield Call("investment", places, True, "pay"), i
    elif owned and BUSINESS & behind:
        yield Call("acquisition", {"subj": "acquirer", "for": "seller"}, True, "pay"), i
    elif not owned and bought.begin - price <= _DIRECTLY:
        yield Call("acquisition", {"subj": "acquirer", "for": "target"}, True, "pay"), i


_DIRECTLY: Final = 4


def _owned(document: Document, clause: Clause, i: int) -> bool:
    """Whether it is a company that is `owned by` another, not a thing of its."""
    low = document.tokens.low
    end = i - 1 if low[i - 1] == "," else i
    beside = any(s.named and s.end == end for s in clause.standing)
    return beside or low[i - 1] in BE or low[i - 2] in BE


def _approached(behind: list[str]) -> tuple[str, Places]:
    """`approached the fund X about a stake`: what it is about tells what X would be."""
    matter = set(behind[behind.index("about") :])
    if matter & _MONEYS:
        return "investment", {"subj": "investee", "obj": "investor", "by": "investee"}
    kind = "merger" if "merger" in matter else "negotiation"
    return kind, {"subj": "partner", "obj": "partner", "by": "partner"}


def _got(word: str) -> Call:
    return Call("supply", _GOODS, True, word)


def _partner(document: Document, clause: Clause, i: int) -> Iterator[tuple[Call, int]]:
    """`its lessor X`, `X is a customer of Y`: what a company is to the other."""
    low = document.tokens.low
    role = PARTNERS[low[i]]
    other = "customer" if role == "supplier" else "supplier"
    near = low[max(clause.begin, i - 3) : i]
    comma = low[i + 1] == ","
    named = any(s.named and i < s.begin <= i + (5 if comma else 1) for s in clause.standing)
    copula = low[i + 1] in BE and any(s.named and i + 1 < s.begin < i + 5 for s in clause.standing)
    if (named or copula) and ("its" in near or any(w.endswith(("’s", "'s")) for w in near)):
        yield Call("supply", {"obj": role, "poss": other, "subj": other}, False, low[i]), i
    elif low[i + 1] in ("of", "to") and not copula and low[i - 1] not in ("rival", "other"):
        yield Call("supply", {"subj": role, "of": other, "to": other}, False, low[i]), i


def _idioms(low: list[str], i: int, end: int) -> Iterator[tuple[Call, int]]:
    for words, kind, places in _IDIOMS.get(low[i], ()):
        if "over" in words and _OFFICES.intersection(low[i + len(words) : i + len(words) + 3]):
            continue
        if tuple(low[i : min(i + len(words), end)]) == words:
            yield Call(kind, places, words != ("interested", "in"), words[0]), i


_OFFICES: Final = frozenset(
    """lease role job management responsibility leadership reins helm chair as from
    order orders contract duties work""".split()
)


def _agreement(document: Document, clause: Clause) -> Iterator[tuple[Call, int]]:
    """`signed an agreement with X`: a partnership, where no other word tells what it is."""
    low = document.tokens.low
    for i in range(clause.begin + 1, min(clause.end, clause.begin + LONGEST) - 1):
        both = any(len(s.names) > 1 and s.end <= i for s in clause.standing)
        if low[i] in _AGREEMENTS and (both or low[i + 1] in ("with", "between")):
            if _SIGNS.isdisjoint(low[max(clause.begin, i - 8) : i]):
                return
            purpose = set(low[i + 2 : min(i + 12, clause.end)])
            if purpose & _WORK and "to" in purpose:
                yield Call("supply", {"subj": "supplier", "with": "customer"}, False, low[i]), i
            elif purpose & {"buy", "purchase"}:
                yield Call("supply", {"subj": "customer", "with": "supplier"}, False, low[i]), i
            else:
                yield Call("partnership", _SHARED | {"between": "partner"}, False, low[i]), i
            return


def _topic(document: Document, clause: Clause, calls: list[Call]) -> tuple[Call, int] | None:
    """Talks about a merger, or merger talks, are told as the merger."""
    if not any(call.kind == "negotiation" for call in calls):
        return None
    low = document.tokens.low
    talks = next((i for i in range(clause.begin, clause.end) if _negotiates(low[i])), -1)
    if talks < 0:
        return None
    about = next((i for i in range(talks + 1, clause.end) if low[i] in TOPICS), -1)
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
