"""English words that tell of money with what stands around them: rounds, shares, loans."""

from typing import Final

from onrecord.extract.english.asked import (
    SEEN,
    Row,
    after,
    all_of,
    before,
    behind_of,
    given_by,
    one_of,
    places_of,
)
from onrecord.extract.english.clauses import Clause
from onrecord.extract.english.dealing import GETS, MONEY_INTO, SHARES, VERBS
from onrecord.extract.english.document import Document
from onrecord.extract.english.matters import STAKE
from onrecord.extract.english.paying import SUMS
from onrecord.extract.english.selling import OUTPUT
from onrecord.extract.english.verbs import AUXILIARIES
from onrecord.extract.english.words import ADVERBS, SYMBOLS
from onrecord.extract.tokens import TERMINAL

TAKE: Final = one_of("take takes took taking taken")
COME: Final = one_of("come comes came")
INVESTORS: Final = one_of("investors backers participants")
NOT_VERBS: Final = GETS.difference(VERBS)
FROM: Final = (one_of("from"), 8)
_LEADS: Final = one_of("lead leads led leading co-led co-lead anchor anchored")
_LOANS: Final = one_of("loan money funding").union(SYMBOLS)
_FUNDS: Final = one_of("capital funding cash backing money")
_LED: Final = places_of("subj:investor in:investee of:investee for:investee at:investee "
                        "by:investor poss:investee")  # fmt: skip
_ROUNDS: Final = one_of("round raise fundraising")
_IN_OF: Final = one_of("in of")
_WINS: Final = one_of(
    """secure secures secured securing land lands landed win wins won attract attracts attracted
    drummed pocket pocketed pockets bank banked scored accept accepted accepts"""
)
_GOODS: Final = one_of("order orders contract contracts mandate business customers damages")
_BRINGS: Final = one_of(
    "bring brings brought bringing take takes took taken taking add adds added gain gained won"
)
_OWNERS: Final = one_of("investor shareholder co-investor backer investors shareholders")
_JOINS: Final = one_of("join joins joined joining")
_COMMITS: Final = one_of(
    """commit commits committed committing pledge pledges pledged earmarked award awards awarded
    granted grants"""
)
_FINANCES: Final = one_of(
    "fund funds funded funding finance finances financed financing bankroll bankrolled underwritten"
)
_OWN: Final = one_of("own owns owned owning")


def _asks_sum(document: Document, clause: Clause, i: int) -> bool:
    """`turns to X for £3m`."""
    return not SUMS.isdisjoint(document.tokens.low[i + 1 : min(i + 16, clause.end)])


def _gets_money(document: Document, clause: Clause, i: int) -> bool:
    """`received $3m from X`, not an order worth that."""
    given = given_by(document, clause, i)
    money = not (SUMS.isdisjoint(given) and _FUNDS.isdisjoint(given))
    return money and _GOODS.isdisjoint(given)


def _pays_for(document: Document, clause: Clause, i: int) -> bool:
    """`funds Hartwell’s plant`, `is financed by X`; not `finances it with a loan from X`."""
    low = document.tokens.low
    behind = behind_of(document, clause, i)
    verb = low[i - 1] in AUXILIARIES or low[i - 1] in ADVERBS or low[i - 1] == "to" or (
        low[i].endswith("ed"))  # fmt: skip
    if not verb or "from" in behind:
        return False
    if behind[:1] == ["by"]:
        return any(s.named and s.end < i for s in clause.standing)
    return any(s.named and s.begin == i + 1 for s in clause.standing)


def _given_to(document: Document, clause: Clause, i: int) -> bool:
    """`committed £3m to X`: right behind `to` stands the company."""
    low = document.tokens.low
    to = next((k for k in range(i + 1, min(i + 12, clause.end)) if low[k] == "to"), -1)
    return _GOODS.isdisjoint(low[i:to]) and any(
        s.named and 0 < s.begin - to < 5 for s in clause.standing
    )


def _round(document: Document, clause: Clause, i: int) -> bool:
    """`in a round that would be led by X`, `a round led by X`, where its clause tells no more."""
    low = document.tokens.low
    return clause.relative != () and not _ROUNDS.isdisjoint(low[max(0, i - 6) : i])


def _joined_by(document: Document, clause: Clause, i: int) -> bool:
    """`led a round in X, with participation from Y`."""
    low = document.tokens.low
    return any(
        low[k : k + 2] == ["participation", "from"] for k in range(i + 2, min(i + 30, clause.end))
    )


def _in_round(document: Document, clause: Clause, i: int) -> bool:
    """`The round was led by X and included Y`."""
    before = document.tokens.low[max(0, min(clause.begin, i - SEEN)) : i]
    stops = [k for k, word in enumerate(before) if word in TERMINAL]
    return not _ROUNDS.isdisjoint(before[stops[-1] :] if stops else before)


def _wholly(document: Document, clause: Clause, i: int) -> bool:
    """`will own all of X`."""
    return not clause.relative and behind_of(document, clause, i)[:2] == ["all", "of"]


FUNDING: Final = (
    Row(COME, "investment", places_of("from:investor"), "from",
        test=before(_LOANS, 6), base="loan", verb=False),
    Row(MONEY_INTO, "investment", places_of("subj:investor into:investee in:investee"),
        behind=all_of("into")),
    Row(_LEADS, "investment", places_of("by:investor"), "by", test=_round, base="loan"),
    Row(_LEADS, "investment", _LED | {"from": "investor"},
        behind=((one_of("round series fundraising raise"), SEEN),), test=_joined_by,
        base="lead-round"),
    Row(_LEADS, "investment", _LED, behind=((one_of("round series fundraising raise"), SEEN),),
        base="lead-round"),
    Row(COME, "investment", places_of("subj:investor"), "on", ((one_of("board"), 2), (SUMS, 6)),
        base="lead-round"),
    Row(TAKE, "investment", places_of("subj:investor into:investee in:investee poss:investee"),
        "part", ((one_of("in"), 2), *all_of("round"))),
    Row(TAKE, "acquisition", places_of("subj:acquirer in:target of:target from:seller"),
        behind=((one_of("majority controlling"), 3), (_IN_OF, 6)), base="take"),
    Row(TAKE, "supply", places_of("subj:customer poss:supplier of:supplier from:supplier"),
        behind=((SHARES, 4), (OUTPUT, SEEN)), base="take"),
    Row(TAKE, "investment", STAKE, behind=((SHARES, 4), (_IN_OF, 7)), base="stake"),
    Row(_BRINGS, "investment", places_of("subj:investee obj:investor in:investor on:investor"),
        test=after("as", _OWNERS, 5)),
    Row(_JOINS, "investment", places_of("subj:investor obj:investee"),
        test=after("as", _OWNERS, 5)),
    Row(one_of("joined joins join"), "investment", places_of("subj:investor"),
        behind=((one_of("round"), 4),), base="participate"),
    Row(one_of("returned returns rejoined"), "investment", places_of("subj:investor"),
        test=before(INVESTORS | one_of("backer investor shareholder"), 14), base="participate"),
    Row(_COMMITS, "investment", places_of("subj:investor to:investee"), behind=((SUMS, 6),),
        test=_given_to),
    Row(one_of("swap swaps swapped swapping"), "investment", places_of("subj:investor "
        "to:investee in:investee of:investee"), behind=((one_of("loans debt bonds"), 8),),
        base="stake"),
    Row(_OWN, "acquisition", places_of("subj:acquirer obj:target of:target"), test=_wholly),
    Row(one_of("among"), "investment", places_of("obj:investor"), "them",
        test=before(INVESTORS, 3), base="investors"),
    Row(one_of("include includes included"), "investment", places_of("obj:investor"),
        test=before(INVESTORS, 3), base="investors"),
    Row(one_of("included includes"), "investment", places_of("obj:investor"),
        test=_in_round, base="investors"),
    Row(GETS | _WINS, "supply", places_of("subj:supplier from:customer for:customer by:customer"),
        behind=((one_of("order orders contract contracts mandate commission"), 5),
                (one_of("from for"), SEEN))),
    Row(NOT_VERBS | _WINS, "investment", places_of("subj:investee from:investor by:investor "
        "including:investor"), behind=(FROM,), test=_gets_money),
    Row(one_of("turned turns turn"), "investment", places_of("subj:investee to:investor"), "to",
        all_of("for"), _asks_sum),
    Row(_FINANCES, "investment", places_of("subj:investor poss:investee obj:investee by:investor"),
        test=_pays_for),
    Row(COME, "investment", places_of("subj:investor at:investee"),
        behind=((one_of("board"), 3), (one_of("at"), 5), (one_of("investor shareholder"), SEEN))),
)  # fmt: skip
"""Investments first told by money, then what is told by the same words."""
