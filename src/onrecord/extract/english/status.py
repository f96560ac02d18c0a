"""How far a deal has come, by the words of its clause, and who tells it."""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from onrecord.extract.english.clauses import Clause
from onrecord.extract.english.dealing import AGREED, DENIED, FAILED, FAILING, HOLD, PLANNED
from onrecord.extract.english.denied import DENIED as REJECTED
from onrecord.extract.english.document import Document
from onrecord.extract.english.verbs import MODALS, SAYING, SAYS
from onrecord.extract.records import Quote
from onrecord.extract.tokens import TERMINAL

LASTING: Final = ("supply", "partnership")
"""Kinds that stand where nobody ended them; others may still come about."""
NOT: Final = frozenset(("not", "never"))
PASSED: Final = frozenset("yet been being quite even entirely ever be".split())
"""What may stand between `not` and what did not happen, beside words in -ly."""
BETWEEN: Final = 3
KEEN: Final = frozenset("interest interested plan plans intention".split())
DOING: Final = frozenset("buy sell acquire merge bid take invest".split())
_NEEDED: Final = frozenset(("needed", "necessary"))
_UNNEEDED: Final = frozenset(("not", word) for word in _NEEDED)
_POSSIBLE: Final = frozenset("possible conceivable likely unlikely".split())
"""`A bid from X is possible`: what is said behind it."""
_DOING: Final = frozenset("buying selling acquiring merging bidding taking investing".split())
CALLED: Final = frozenset(
    "called call backed backs dropping pulling stopped prevented barred".split()
)
"""`called the deal off`: the second word stands right behind."""
TALKS: Final = ("talks", "negotiat", "discuss")
PRESENT: Final = frozenset(
    """supplies delivers ships provides charters leases rents sources buys gets obtains uses makes
    builds bakes brews produces runs operates cleans maintains hosts processes handles carries
    transports prints stocks sells relies depends imports takes distributes cooperates collaborates
    come comes""".split()
)
"""Forms of verbs of supply that tell what goes on."""
MADE: Final = frozenset(
    """supplied provided made produced manufactured run operated built delivered baked brewed
    cleaned maintained hosted processed handled printed carried bottled leased rented chartered
    equipped""".split()
)
"""Their participles."""
COMING: Final = frozenset(("would", "will"))
FINANCES: Final = frozenset("fund finance borrow raise".split())
"""`will finance the deal with a loan`: what it takes for that is still to come."""
GONE: Final = frozenset("went fell goes passed passes belongs belong gone".split())
"""`went to X` is done."""
CONTINUES: Final = frozenset("continue continues continued continuing".split())
BOUND: Final = frozenset(("accepted", "committed"))
CLOSE: Final = 5
"""`has accepted a takeover offer`, `committed to buying`: they stand right before."""
NOW: Final = frozenset("is are being".split())
HEARD: Final = frozenset("said understood thought believed rumoured rumored reported".split())
STOPPED: Final = frozenset("stopped stops stop ceased ceases cease".split())
LINKS: Final = frozenset("with to".split())
THERE: Final = frozenset("is are was were been be".split())
NEAR: Final = 60
"""So many tokens around a clause its sentence is looked at."""


def _said_from(document: Document, begin: int, at: int) -> int:
    """Where what somebody says begins who has rejected something else: `denied the report, saying
    ...`, `rejected the claims and said ...`; the words before tell nothing of a deal behind."""
    low = document.tokens.low
    for k in range(at - 1, begin, -1):
        led = low[k] in SAYING and low[k - 1] == ","
        joined = low[k] in SAYS and low[k - 1] in ("and", "but", "then")
        if (led or joined) and low[k] not in _REFUSING:
            return k + 1
        if low[k] == ":" and document.inside[k] < 0:
            return k + 1
    return begin


_REFUSING: Final = DENIED | FAILED | {"denying"}


def status_of(
    document: Document, sentence: tuple[int, int], clause: Clause, kind: str, at: int
) -> str:
    """`planned`, `agreed`, `ongoing`, `on-hold`, `failed` or `denied`."""
    low = document.tokens.low
    begin = max(sentence[0], clause.begin - NEAR)
    said = _said_from(document, begin, at)
    words = low[max(clause.begin, said) : clause.end]
    begin = max(begin, said)
    around = low[begin : min(sentence[1], clause.end + NEAR)]
    whole = set(around)
    unneeded = not whole.isdisjoint(_NEEDED) and not _UNNEEDED.isdisjoint(pairwise(words))
    if whole & DENIED or (whole & KEEN and _unwanted(around)) or _never(around) or unneeded:
        return "denied"
    ended = "dissolved" in words or _over(low[max(clause.begin, at - 3) : at])
    if kind in LASTING and ended:
        return "failed"
    if _failed(words) or _failed(around):
        return "failed"
    if whole & HOLD or ("on", "hold") in pairwise(around):
        return "on-hold"
    if any(_negated(words, word) for word in whole & FAILED):
        return "agreed" if kind in LASTING else "ongoing"
    if any(w.startswith(TALKS) for w in words):
        return "ongoing"
    if kind == "negotiation":
        return "ongoing"
    if low[at] == "working" and not THERE.isdisjoint(low[max(clause.begin, at - 3) : at]):
        return "ongoing"
    if kind in LASTING and _goes_on(document, sentence, clause, at):
        return "ongoing"
    close = low[max(clause.begin, at - CLOSE) : at]
    if whole & AGREED or ("," not in close and not BOUND.isdisjoint(close)):
        return "agreed"
    near = range(max(clause.begin, at - 8), min(at + 2, clause.end))
    gone = at + 1 if low[at] in GONE else -1
    planned = any(low[k] in PLANNED and not document.capital(k) and k != gone for k in near)
    verb = clause.verb
    planned = planned or (0 <= verb < at and low[verb] in COMING and low[verb + 1] in FINANCES)
    planned = planned or not _POSSIBLE.isdisjoint(low[at + 1 : clause.end])
    return "planned" if planned else "agreed"


def _unwanted(words: Sequence[str]) -> bool:
    """`had no interest in X`, `not interested in it`, `no plans to buy X`, but `no plans to cut
    jobs`."""
    for i, word in enumerate(words):
        if word not in KEEN or not i:
            continue
        behind = words[i + 1 : i + 3]
        wanted = word in ("interest", "interested") or (
            len(behind) > 1
            and (
                (behind[0] == "to" and behind[1] in DOING)
                or (behind[0] == "of" and behind[1] in _DOING)
            )
        )
        if wanted and (words[i - 1] == "no" or _is_negated(words, i)):
            return True
    return False


def _over(before: Sequence[str]) -> bool:
    """`no longer supplies X`, `has stopped supplying X`."""
    if before[-2:] == ["no", "longer"]:
        return True
    ended = len(before) > 0 and before[-1] in STOPPED
    return ended and (len(before) == 1 or before[-2] not in NOT)


def _goes_on(document: Document, sentence: tuple[int, int], clause: Clause, at: int) -> bool:
    """`supplies X`, `is made by X`, `comes from X`: the present tells what is done again and
    again, but in a heading."""
    low = document.tokens.low
    before = low[max(clause.begin, at - 2) : at]
    if low[sentence[1] - 1] not in TERMINAL:
        return False
    if not CONTINUES.isdisjoint(low[max(clause.begin, at - 3) : at]):
        return True
    if low[at] in PRESENT:
        return before[-1:] != ["to"] and MODALS.isdisjoint(before)
    return low[at] in MADE and not NOW.isdisjoint(before) and "to" not in before


def hearsay(words: Sequence[str]) -> bool:
    """`is understood to`, `has been linked with`, `reportedly`: nobody in particular says so."""
    for i, word in enumerate(words):
        if word == "reportedly":
            return True
        if word in HEARD and words[i + 1 : i + 2] == ["to"] and words[i - 1] in THERE:
            return True
        if word == "linked" and not LINKS.isdisjoint(words[i + 1 : i + 6]):
            return not THERE.isdisjoint(words[max(0, i - 2) : i])
    return False


def _never(words: Sequence[str]) -> bool:
    """`had never negotiated`, `was not in talks`, `there have been no talks`."""
    for i, word in enumerate(words):
        if not word.startswith(TALKS) or i < BETWEEN:
            continue
        before = words[i - 1] if words[i - 1] != "in" else words[i - 2]
        if before in NOT or before.endswith(("n't", "n’t")):
            return True
        if before == "no" and words[i - 1] == "no" and words[i - 2] in THERE:
            return True
    return False


def _failed(words: Sequence[str]) -> bool:
    there = set(words)
    for word in there & FAILED:
        needed = FAILING.get(word, ())
        near = set(_behind(words, word)) if word in CALLED else there
        if (not needed or near & set(needed)) and not _negated(words, word):
            return True
    return "no" in there and "said" in there and "offered" in there


def _behind(words: Sequence[str], word: str) -> Sequence[str]:
    """The words right behind the last `called`."""
    at = len(words) - list(reversed(words)).index(word)
    return words[at : at + BETWEEN]


def _negated(words: Sequence[str], word: str) -> bool:
    """An order that was `not cancelled`, and never anything else, stands; a sale that has `not yet
    fully collapsed`, or is `far from dead`, goes on."""
    found = [_is_negated(words, i) for i, w in enumerate(words) if w == word and i]
    return bool(found) and all(found)


def _is_negated(words: Sequence[str], i: int) -> bool:
    k = i - 3 if words[i] == "table" else i - 1
    while k > max(0, i - 1 - BETWEEN) and (words[k] in PASSED or words[k].endswith("ly")):
        k -= 1
    before = words[k]
    if before in ("from", "means"):
        return words[k - 1] in ("far", "no")
    return before in NOT or before.endswith(("n't", "n’t"))


class Tellers:
    """Who says what: the passages of all quotations in order."""

    def __init__(self, quotes: Sequence[Quote]) -> None:
        told = sorted((b, e, q.holder) for q in quotes if q.holder for b, e in q.quote)
        self._told = told
        self._begins = [b for b, _, _ in told]
        self._own = {
            q.quote[0][0]: q.speaker[0] for q in quotes if q.type == "Reported" and q.speaker
        }
        self._rejected = [q.quote[0] for q in quotes if q.source is REJECTED]

    def rejects(self, begin: int, end: int) -> bool:
        """Whether somebody rejects what most of a passage says."""
        return any((min(e, end) - max(b, begin)) * 2 >= end - begin for b, e in self._rejected)

    def holder(self, begin: int, end: int) -> str:
        """Who answers for a passage: who says at least a third of it, else the article."""
        last = bisect_left(self._begins, end)
        for b, e, holder in reversed(self._told[max(0, last - 6) : last]):
            if e > begin and (min(e, end) - max(b, begin)) * 3 >= end - begin:
                own = self._own.get(b, (0, 0))
                return "author" if own[0] <= begin and end <= own[1] else holder
        return "author"

    def inside(self, begin: int, end: int) -> str:
        """Who says the last passage that begins in a range; else the article."""
        last = bisect_left(self._begins, end) - 1
        return self._told[last][2] if last >= 0 and self._begins[last] >= begin else "author"
