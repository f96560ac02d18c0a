"""What somebody did not do, does not want or rules out, in the clause that says what it would be.

A word of dealing calls a deal whether or not it was made; a negation counts where it belongs to
that word: to its verb, to the verb that the deal is an object of, or to the noun.
"""

from collections.abc import Collection, Sequence
from itertools import pairwise
from typing import Final

from onrecord.extract.english.denied import FALSE
from onrecord.extract.english.document import Document, Range
from onrecord.extract.english.verbs import BE, finite_forms
from onrecord.extract.tokens import Kind

_OPEN: Final = ("agreed", "planned", "ongoing")
_NOT: Final = frozenset(("not", "never"))
_UNABLE: Final = frozenset("could can cannot couldn’t couldn't can’t can't".split())
"""Who could not do it tried: that came to nothing, or may yet come about."""
_HELPING: Final = frozenset(
    "been be being have had has yet ever even currently actually really in to also so".split()
)
_LIGHT: Final = frozenset(
    """make made making makes submit submitted submitting launch launched launching table tabled
    lodge lodged put place placed sign signed signing strike struck reach reached form formed
    forming enter entered conclude concluded hold held holds own owned owns take taken taking bid
    receive received plan planning planned plans intend intends intended intending want wants wanted
    wanting wish wishes wished seek sought seeking consider considers considered considering prepare
    prepared preparing pursue pursued pursuing agree agreed agreeing promise promised promising
    pledge pledged commit committed offer offered offering discuss discussed discussing try tried
    trying thinking mulling eyeing aiming looking interested part""".split()
)
"""Verbs of which a deal is the object, or what comes of them."""
_WANTS: Final = frozenset(
    "interest interested want wants wanted plan plans planning intend intends intention".split()
)
_WISHES: Final = frozenset(
    """plan plans intention intentions desire wish wishes interest interests ambition ambitions
    obligation obligations need reason appetite commitment commitments agreement contract""".split()
)
_LEADING: Final = frozenset("to of in for with between on".split())
_NEXT: Final = _LIGHT | {"a", "an", "any", "the", "its", "such"}
"""What the noun leads to begins so: `no plans to make an offer`, not `to cut jobs after buying`."""
_PLANS: Final = frozenset(
    """planned intended considered contemplated foreseen envisaged discussed happening wanted exist
    happen""".split()
)
_LISTS: Final = frozenset("agenda table cards menu".split())
_REFUSING: Final = frozenset(finite_forms(("refuse", "decline"))) | {"refusing", "declining"}
_DECIDING: Final = frozenset("decided opted chose voted decide opt choose vote".split())
_RULING: Final = frozenset(finite_forms(("rule",))) | {"ruling"}
_NOBODY: Final = frozenset("nobody none neither".split())
_HELD: Final = frozenset("stake stakes share shares holding interest equity".split())
_CALLED: Final = frozenset(finite_forms("call describe label/labelled dismiss".split()))
_SHOOTS: Final = frozenset("shot shoots knocked knocks played plays".split())
_TOLD: Final = frozenset(
    "report reports rumor rumors rumour rumours talk claim claims speculation story".split()
)
_FALSE: Final = FALSE - _TOLD
_UNTIL: Final = frozenset("until till before unless without but".split())
"""`did not buy X until 2020`: what was not so at first, or in this way only."""
_PARTING: Final = frozenset(", ; : — – that because although while and".split())
_REACH: Final = 9
_NEAR: Final = 4
UNDONE: Final = Kind.of(
    (*_NOT, *_REFUSING, *_DECIDING, *_RULING, *_NOBODY, *_SHOOTS, *FALSE,
     "no", "yet", "truth", "cannot", "against"),
    (), ("n't", "n’t"), placed=False,
)  # fmt: skip
"""A clause without such a word says nothing of the kind."""


def undone(document: Document, sentence: Range, clause: Range, at: int, status: str) -> str:
    """The status of a deal that the word at `at` calls: `denied` where its clause says that nobody
    made it or wants it, `failed` where somebody wants it no longer, `planned` where it is not so
    yet; else the one it has."""
    if status not in _OPEN:
        return status
    low = document.tokens.low
    # What negates a verb may stand before its clause: `ruled out buying`, `never promised to buy`.
    before, behind = low[sentence[0] : at], low[at + 1 : clause[1]]
    if not _UNTIL.isdisjoint(low[at + 1 : sentence[1]]):
        return status
    negation = _verb_not(before) or _noun_not(before, behind) or _not_planned(behind)
    if negation == "yet" or (negation and "yet" in low[clause[0] : clause[1]]):
        return "planned"
    if negation:
        return negation
    refusal = _refused(before)
    if refusal == "planned":
        return "planned"
    if refusal or _nobody(low[clause[0] : clause[1]], at - clause[0]):
        return "denied"
    around = low[sentence[0] : sentence[1]]
    return "denied" if _called_false(around, low[max(sentence[0], at - _NEAR) : at]) else status


def _is_not(words: Sequence[str], k: int) -> bool:
    return words[k] in _NOT or words[k] == "cannot" or words[k].endswith(("n't", "n’t"))


def _verb_not(before: Sequence[str]) -> str:
    """`has never made an offer`, `is not planning a bid`, `no longer wants to buy`; not `did not
    disclose what it paid for`."""
    for k in range(len(before) - 1, max(-1, len(before) - 1 - _REACH), -1):
        word = before[k]
        if word in _PARTING:
            return ""
        longer = word == "longer" and before[k - 1 : k] == ["no"]
        if not (longer or _is_not(before, k)):
            continue
        rest = before[k + 1 :]
        if before[k] in _UNABLE or not _UNABLE.isdisjoint(before[max(0, k - 1) : k]):
            return "" if rest else "failed"
        if rest[:1] == ["only"] or (rest[:1] == ["have"] and rest[1:2] == ["to"]):
            return ""
        head = next((w for w in rest if not (w in _HELPING or w.endswith("ly"))), "")
        if longer:
            return "failed" if not head or head in _LIGHT or head in _WANTS else ""
        if head and head not in _LIGHT:
            return ""
        return "yet" if "yet" in rest else "denied"
    return ""


def _noun_not(before: Sequence[str], behind: Sequence[str]) -> str:
    """`no merger`, `never any agreement`, `no plans to buy`, `holds no stake in`."""
    near = before[-3:]
    if "no" in near and _PARTING.isdisjoint(near[near.index("no") :]):
        place = near.index("no")
        # What stands between is of the noun: `no firm offer`, and no other thing.
        own = near[place + 1 : place + 2] not in (["longer"], ["doubt"], ["matter"], ["less"])
        if own and _LEADING.isdisjoint(near[place:]):
            return "denied"
    if "any" in near and any(_is_not(before, k) for k in range(len(before))):
        return "denied"
    for k in range(len(before) - 1, max(-1, len(before) - 1 - _REACH), -1):
        if before[k] in _PARTING:
            break
        if before[k] in _WISHES and "no" in before[max(0, k - 2) : k]:
            rest = before[k + 1 :]
            leads = rest[:1] and rest[0] in _LEADING
            return "denied" if leads and (len(rest) < 2 or rest[1] in _NEXT) else ""
    owned = behind[:1] == ["no"] and not _HELD.isdisjoint(behind[1:3])
    return "denied" if owned else ""


def _not_planned(behind: Sequence[str]) -> str:
    """`A takeover of X is not planned`, `is not on the agenda`."""
    for k in range(len(behind)):
        if behind[k] in _PARTING and not (behind[k] == "and" and "between" in behind[:k]):
            return ""
        if k and _is_not(behind, k):
            rest = [w for w in behind[k + 1 : k + 6] if w not in ("being", "currently", "yet")]
            listed = rest[:1] == ["on"] and not _LISTS.isdisjoint(rest[:4])
            return "denied" if listed or not _PLANS.isdisjoint(rest[:1]) else ""
    return ""


def _refused(before: Sequence[str]) -> str:
    """`ruled out a bid`, `declined to invest`, `decided against buying`; not `did not rule out`."""
    for k in range(len(before) - 1, max(-1, len(before) - 1 - _NEAR), -1):
        rest = before[k + 1 :]
        if before[k] in _PARTING:
            return ""
        out = before[k] in _RULING and rest[:1] == ["out"]
        against = rest[:1] == ["against"] and (before[k] in _DECIDING or before[k] in BE)
        acts = len(rest) < 2 or rest[1] in _LIGHT
        declines = before[k] in _REFUSING and rest[:1] == ["to"] and acts
        if out or against or declines:
            wants = any(_is_not(before, j) for j in range(max(0, k - 3), k))
            return "planned" if wants else "denied"
    return ""


def _nobody(words: Sequence[str], at: int) -> bool:
    """`Neither X nor Y will buy`, `nobody has made an offer`."""
    first = words[0] if words else ""
    if first not in _NOBODY:
        return False
    return first != "neither" or "nor" in words[:at]


def _called_false(words: Sequence[str], near: Sequence[str]) -> bool:
    """`called reports of a bid false`: what the word of dealing stands in is a report."""
    told = any(a in _TOLD and b in ("of", "about") for a, b in pairwise(near))
    if ("no", "truth") in pairwise(words):
        return True
    if told and any(a in _SHOOTS and b == "down" for a, b in pairwise(words)):
        return True
    return told and not _FALSE.isdisjoint(words) and _stands(words, _CALLED)


def _stands(words: Sequence[str], wanted: Collection[str]) -> bool:
    """Whether one of the verbs is there, and is not negated."""
    return any(w in wanted and not _is_not(words, max(0, i - 1)) for i, w in enumerate(words))
