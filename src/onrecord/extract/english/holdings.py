"""Who holds what part of a company: `owns 17 percent of X`, `is 60 per cent owned by Y`."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from onrecord.extract.english.clauses import Clause
from onrecord.extract.english.dealing import SHARES, Call
from onrecord.extract.english.document import Document
from onrecord.extract.english.verbs import finite_forms, ing_forms
from onrecord.extract.tokens import Kind

_HELD: Final = {"subj": "investor", "of": "investee", "in": "investee", "by": "investor"}
_OWNED: Final = {"subj": "investee", "obj": "investee", "by": "investor"}
_VERBS: Final = ["own", "hold/held", "have/had", "control/controlled", "amass", "keep/kept",
                 "retain", "receive", "get/got"]  # fmt: skip
_HOLDS: Final = frozenset({*finite_forms(_VERBS), *ing_forms(_VERBS), "has", "controlling"})
HOLDING: Final = Kind.of(_HOLDS)
_PARTS: Final = SHARES | {"position", "stakes", "majority"}
_WHOLE: Final = frozenset(
    "market sales revenue votes output production capacity profit venture".split()
)
_STATES: Final = frozenset("own owns owned hold holds held has have had controls".split())
"""What a relative clause tells so is who somebody is, no deal."""
_HAS: Final = frozenset("has have had having".split())
_ARTICLES: Final = frozenset("a an its the".split())
_PERCENT: Final = frozenset(("percent", "%", "cent"))
_NEAR: Final = 7
_BACK: Final = 40
_OWNERS: Final = frozenset(("shareholders", "investors", "owners"))
"""`X’s shareholders will hold`: not X."""
_MEANT: Final = frozenset((("the", "company"), ("the", "business")))


def held(document: Document, clause: Clause) -> Iterator[tuple[Call, int]]:
    """The calls of a clause that tell of a part of a company and who has it."""
    low = document.tokens.low
    for i in document.tokens.among(HOLDING, clause.begin, clause.end):
        behind = low[i + 1 : min(i + 1 + _NEAR, clause.end)]
        part = next((k for k, word in enumerate(behind) if word in _PARTS), -1)
        if low[i] == "owned" and "by" in behind[:2] and _PARTS.intersection(low[i - 4 : i]):
            yield Call("investment", _OWNED, False, "owned"), i
        elif (
            low[i - 1] == "then"
            or (low[i].startswith(("keep", "kept", "retain")) and not _whom(clause, i))
            or (low[i] in _STATES and clause.relative and clause.hinge not in ("in", "of"))
            or (low[i] in _HAS and behind[:1] and behind[0] not in _ARTICLES)
            or (low[i].startswith(("receiv", "get", "got")) and _PERCENT.isdisjoint(behind))
            or of_a_venture(low, i)
            or not _OWNERS.isdisjoint(low[max(clause.begin, i - 3) : i])
        ):
            continue
        elif (
            part >= 0
            and ({"of", "in"} & set(behind[part:]) or _PERCENT & set(behind))
            and _WHOLE.isdisjoint(behind)
        ):
            yield Call("investment", _HELD, True, "hold"), i


def of_a_venture(low: list[str], i: int) -> bool:
    """`plan a joint venture. X will hold 60 percent of the company`: of that one, not of Y."""
    behind = set(pairwise(low[i + 1 : i + 1 + _NEAR]))
    return not behind.isdisjoint(_MEANT) and "venture" in low[max(0, i - _BACK) : i]


def _whom(clause: Clause, i: int) -> bool:
    """`keeps a stake in X`: who sold the rest keeps a part as well, and names nobody."""
    return any(s.named and i < s.begin < i + 12 for s in clause.standing)
