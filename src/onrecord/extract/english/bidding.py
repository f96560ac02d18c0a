"""English words of bids, races and owners that call an acquisition with what is around them."""

from typing import Final

from onrecord.extract.english.asked import (
    SEEN,
    Row,
    all_of,
    before,
    behind_of,
    one_of,
    places_of,
)
from onrecord.extract.english.clauses import Clause
from onrecord.extract.english.dealing import SHARES, WINS
from onrecord.extract.english.document import Document
from onrecord.extract.english.funding import TAKE
from onrecord.extract.english.matters import TENDERED
from onrecord.extract.english.verbs import BE

_WHOLE: Final = places_of("subj:acquirer obj:target by:acquirer from:seller")
_RACED: Final = places_of("subj:acquirer obj:acquirer for:target")
_ENDS_UP: Final = one_of("end ends ended ending")
_FURTHER: Final = one_of("another other second third fourth further rival potential possible")
_RACES: Final = one_of(
    "remain remains left remaining pulled quit out entered joined won lost ahead dropped"
)
_EMERGES: Final = one_of("is are was were among emerged emerges seen become")
_APPROACHES: Final = one_of("approach approached approaches approaching")


def _over(document: Document, clause: Clause, i: int) -> bool:
    """`had taken Hartwell over`: the company stands between."""
    low = document.tokens.low
    return any(s.begin == i + 1 and low[s.end : s.end + 1] == ["over"] for s in clause.standing)


def _owned(document: Document, clause: Clause, i: int) -> bool:
    """Whether it is a company that is `owned by` another, not a thing of its."""
    low = document.tokens.low
    end = i - 1 if low[i - 1] == "," else i
    beside = any(s.named and s.end == end for s in clause.standing)
    return beside or low[i - 1] in BE or low[i - 2] in BE


def _preferred(document: Document, clause: Clause, i: int) -> bool:
    """`the preferred bidder for X`, not for an order."""
    return document.tokens.low[i - 1] == "preferred" and TENDERED.isdisjoint(
        behind_of(document, clause, i)
    )


def _ends(document: Document, clause: Clause, i: int) -> bool:
    """`X is also interested.`"""
    low = document.tokens.low
    last = i + 1 >= clause.end or not low[i + 1][0].isalpha() or low[i + 1] in ("until", "but")
    return last and low[i - 1] in ("is", "was", "also", "still")


def _beats(document: Document, clause: Clause, i: int) -> bool:
    """`beat Y to Z`: both are companies."""
    low = document.tokens.low
    behind = [s for s in clause.standing if s.named and s.begin > i]
    return len(behind) > 1 and "to" in low[behind[0].end : behind[1].begin]


BIDDING: Final = (
    Row(TAKE, "acquisition", _WHOLE, behind=((one_of("private"), 5),)),
    Row(TAKE, "acquisition", _WHOLE, test=_over),
    Row(_ENDS_UP, "investment", places_of("subj:investee of:investee with:investor"), "up",
        all_of("with"), before(SHARES, 6)),
    Row(_ENDS_UP, "acquisition", places_of("subj:target with:acquirer"), "up", all_of("with")),
    Row(one_of("went go goes gone going returned returns return"), "acquisition",
        places_of("subj:target to:acquirer"), "back", all_of("to")),
    Row(TAKE, "acquisition", places_of("subj:acquirer of:target"),
        behind=((one_of("control"), 3),)),
    Row(one_of("interested"), "acquisition", places_of("subj:acquirer"), test=_ends,
        base="bid", verb=False),
    Row(one_of("bidder"), "acquisition", places_of("subj:acquirer for:target"),
        test=_preferred, base="bid", verb=False),
    Row(one_of("beat beats beaten beating"), "acquisition",
        places_of("subj:acquirer obj:acquirer to:target"), test=_beats),
    Row(one_of("race"), "acquisition", _RACED, "for",
        test=before(_RACES, 99), verb=False),
    Row(one_of("vying vie vies vied competing battling jostling tussling"), "acquisition",
        places_of("subj:acquirer for:target with:acquirer"), behind=all_of("for"), base="bid"),
    Row(one_of("bidders suitors front-runner frontrunner favourite favorite contenders"),
        "acquisition", places_of("subj:acquirer"), test=before(_EMERGES, 5), base="bidder",
        verb=False),
    Row(one_of("auction"), "acquisition", _RACED, "for", test=before(WINS, 99), verb=False),
    Row(one_of("spend spends spent spending"), "acquisition", places_of("subj:acquirer on:target"),
        behind=all_of("on")),
    Row(_APPROACHES, "acquisition", places_of("subj:acquirer obj:target poss:target by:acquirer"),
        behind=(*all_of("with"), (one_of("offer bid proposal"), SEEN))),
    Row(one_of("owned controlled"), "acquisition", places_of("subj:target by:acquirer"), "by",
        test=_owned, verb=False),
    Row(one_of("majority-owned wholly-owned"), "acquisition", places_of("subj:target by:acquirer"),
        behind=all_of("by"), verb=False),
    Row(one_of("deal"), "acquisition", _RACED, "for", test=before(one_of("close near"), 3),
        verb=False),
    Row(one_of("owner"), "acquisition", places_of("subj:acquirer of:target"),
        test=before(one_of("new become became becomes"), 4), verb=False),
    Row(one_of("bidder buyer suitor bidders buyers suitors"), "acquisition",
        places_of("subj:acquirer obj:acquirer"),
        test=before(_FURTHER, 3),
        base="bid", verb=False),
)  # fmt: skip
"""Acquisitions, before what is told by the same words."""
