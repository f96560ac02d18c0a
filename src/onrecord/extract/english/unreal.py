"""What was not done, or only wanted, asked for or nearly done: no deal that was made.

The words that call a deal say what it would be; these say that it is not, or not yet.
"""

from collections.abc import Collection, Sequence
from itertools import pairwise
from typing import Final

from onrecord.extract.english.document import Document, Range
from onrecord.extract.records import Deal
from onrecord.extract.tokens import Kind

_OPEN: Final = ("agreed", "planned", "ongoing")
_NOT: Final = frozenset(("not", "never"))
_COURTS: Final = (
    "court", "circle", "circling", "pursue", "pursuing", "pursuit", "stalk", "woo",
)  # fmt: skip
_DREAMS: Final = frozenset("dream dreams dreamed dreamt dreaming".split())
_EDGE: Final = frozenset("verge brink cusp".split())
_EYES: Final = frozenset("eye eyes sights".split())
_APPLIED: Final = frozenset("applied applies apply applying application asked".split())
_RESISTS: Final = frozenset(
    "resist resists resisted resisting fights fought opposes opposed".split()
)
_FENDED: Final = frozenset("fend fends fended".split())
_LOST: Final = frozenset("lose loses lost losing".split())
_SENSE: Final = frozenset("sense possible conceivable wise logical natural good smart".split())
_FALSE: Final = frozenset("false untrue wrong nonsense fabricated baseless".split())
_TOLD: Final = frozenset(
    "rumor rumors rumour rumours report reports claim claims suggestion speculation".split()
)
_NOBODY: Final = frozenset(("nobody", "none"))
_IS: Final = frozenset("is was were are".split())
_EARLY: Final = 4
"""A report that a sentence is about is named among its first tokens."""
_IFS: Final = frozenset("if should unless".split())
_HEARD: Final = frozenset("rumor rumors rumour rumours speculation gossip fears hopes".split())
_HOPING: Final = ("hope", "hoping", "doubt", "fear", "warn", "demand", "urge", "dread")
LONG: Final = 200
"""Tokens of a sentence; of a longer one, which is a list, the clause alone is looked at."""
_DONE: Final = frozenset("bought sold took taken".split())
UNREAL: Final = Kind.of(
    (*_NOT, *_DREAMS, *_EDGE, *_EYES, *_APPLIED, *_RESISTS, *_FENDED, *_LOST, *_SENSE, *_FALSE,
     *_NOBODY, *_IFS, *_HEARD, "whether", "vain", "could", "would", "confirm", "question",
     "ruled"),
    (*_COURTS, *_HOPING),
    ("n't", "n’t"),
    placed=False,
)  # fmt: skip
"""A sentence without such a word tells what was done."""


def unreal(
    document: Document, sentence: Range, clause: Range, kind: str, at: int, status: str
) -> str:
    """The status of a deal that the word at `at` calls in a clause, as far as other words of the
    sentence take back that it was made."""
    if status not in _OPEN:
        return status
    low = document.tokens.low
    words = low[clause[0] : clause[1]]
    before = low[clause[0] : at]
    if _untrue(low[sentence[0] : sentence[1]]):
        return "denied"
    if _missed(words, before, kind):
        return "failed"
    if status != "agreed":
        return status
    wanted = _wanted(low, sentence, words, kind, low[at]) or _supposed(low, sentence, at)
    return "planned" if wanted else status


def without_open(document: Document, sentence: Range, deals: list[Deal]) -> list[Deal]:
    """The deals of a sentence but for those that it leaves open: `Asked whether X had bought Y, she
    laughed`, `would neither confirm nor deny it`."""
    low = document.tokens.low[sentence[0] : sentence[1]]
    if "confirm" in low and "deny" in low[low.index("confirm") :][:_NEAR]:
        return []
    first = low[1:] if low[:1] == ["when"] else low
    if first[:1] != ["asked"] or _IF_ASKED.isdisjoint(first[1:_NEAR]) or "," not in low:
        return deals
    end = document.tokens.begins[sentence[0] + low.index(",")]
    told = ("denied", "failed")
    return [deal for deal in deals if deal.evidence[0] > end or deal.status in told]


_IF_ASKED: Final = frozenset(("whether", "if"))
_NEAR: Final = 5


def _untrue(words: Sequence[str]) -> bool:
    """`It is not true that ...`, `The rumor that ... is false`, `nobody said that`; `is out of the
    question`, `was ruled out`."""
    if words[:4] == ["it", "is", "not", "true"]:
        return True
    if words[:2] == ["it", "is"] and words[2] in _FALSE:
        return True
    if not _NOBODY.isdisjoint(words[:1]) and "that" in words:
        return True
    if "question" in words and _beside(words, ("the",), ("question",)) and "out" in words:
        return True
    if _beside(words, ("ruled",), ("out",)) and not _IS.isdisjoint(words):
        return True
    that = words.index("that") if "that" in words else 0
    told = 0 < that < _EARLY and words[that - 1] in _TOLD
    return told and _beside(words, _IS, _FALSE)


def _supposed(low: Sequence[str], sentence: Range, at: int) -> bool:
    """`If X buys Y`, `hopes that X buys Y`, `rumors of a takeover`, `fear a sale`."""
    head = low[sentence[0] : at]
    if head[:1] and head[0] in _IFS:
        return "," not in head
    if _beside(head, _HEARD, ("of", "about", "over", "that", "on")):
        return True
    for k in range(len(head) - 1, -1, -1):
        if head[k] in (",", ";", "and", "but", "after", "because", "since"):
            return False
        if head[k].startswith(_HOPING):
            past = low[at].endswith("ed") or low[at] in _DONE
            return not past and not {"that", "a", "an", "against"}.isdisjoint(head[k + 1 :])
        if head[k] == "confirm":
            return not _NOT.isdisjoint(head[:k]) or "declined" in head[:k]
    return False


def _missed(words: Sequence[str], before: Sequence[str], kind: str) -> bool:
    """`could have bought`, `in vain`, `fended off a takeover`, `lost an order`."""
    if list(before[-2:]) in (["could", "have"], ["would", "have"]):
        return True
    if "vain" in words or not _FENDED.isdisjoint(before):
        return True
    return kind == "supply" and not _LOST.isdisjoint(before[-3:])


def _wanted(
    low: Sequence[str], sentence: Range, words: Sequence[str], kind: str, called: str
) -> bool:
    """`has its eye on`, `on the verge of`, `applied for a loan`, `is courting`, `whether`."""
    if called.startswith(_COURTS) or low[sentence[0]] == "whether":
        return True
    if not _DREAMS.isdisjoint(words) or not _RESISTS.isdisjoint(words):
        return True
    if _beside(words, _EDGE, ("of",)) or _beside(words, _EYES, ("on",)):
        return True
    if "would" in words and not _SENSE.isdisjoint(words):
        return True
    return kind == "investment" and _beside(words, _APPLIED, ("for",))


def _beside(words: Sequence[str], one: Collection[str], other: Collection[str]) -> bool:
    return any(a in one and b in other for a, b in pairwise(words))
