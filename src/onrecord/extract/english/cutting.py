"""Where the clauses of an English sentence begin and end."""

from collections.abc import Iterator
from typing import Final

from onrecord.extract.english.dealing import VERBS
from onrecord.extract.english.document import Document, Range
from onrecord.extract.english.phrases import finite, has_finite
from onrecord.extract.english.words import DAYS, ENGLISH, MONTHS, PREPOSITIONS
from onrecord.extract.tokens import Kind

_CUTS: Final = frozenset(
    """and but while although though whereas after because when if unless which who whose where
    adding saying citing before since with until so as ending giving""".split()
)
_BARE_CUTS: Final = frozenset(
    "after because when unless although though while whereas that which who".split()
)

SINCE: Final = frozenset("since before until once".split())
_WHEN: Final = MONTHS | DAYS | {"then", "last", "late", "early", "now", "being", "the"}
_IT: Final = frozenset("it they he she".split())
_RELATIVE: Final = frozenset(("which", "who", "whose"))
RESUMED: Final = "resumed"
"""The joint of a clause that goes on behind a relative one."""
_HINGES: Final = Kind.of((*";—–:.?!,", "and", "but", *_BARE_CUTS, *SINCE))
_WHICH: Final = Kind.of(("which",))


def cut(document: Document, sentence: Range, cuts: set[int]) -> Iterator[tuple[int, int, str]]:
    """(first token, token behind, joint) of each clause."""
    words, low = document.tokens.words, document.tokens.low
    start, joint = sentence[0], ""
    resumed = nested = False
    for i in _hinges(document, sentence[0] + 1, sentence[1] - 1, cuts):
        step = 0
        if words[i] == ":" and not has_finite(document, i + 1, sentence[1]):
            step = 0
        elif words[i] in (";", "—", "–", ":") or (words[i] in ".?!" and not _shortens(document, i)):
            step = 1
        elif words[i] == "," and low[i + 1] in _CUTS:
            told = low[i + 1] != "and" or has_finite(document, start, i) or (
                any(low[k] in VERBS for k in range(start + 1, i)))  # fmt: skip
            ok = low[i + 1] not in ("and", "or", "with", "as", "so") or (
                told and _verbal(document, i + 2, sentence[1])
            )
            step = 1 if ok else 0
        elif words[i] == "," and low[i + 1] in PREPOSITIONS and low[i + 2 : i + 3] == ["which"]:
            step = 1
        elif words[i] == "," and (nested or _relates(low, start, joint)) and (
            _goes_on(document, start, i)
        ):  # fmt: skip
            step = 1
            resumed = True
        elif i - start > 1 and (
            i in cuts or (low[i] in PREPOSITIONS and low[i + 1] == "which" and low[i - 1] != ",")
        ):
            step = -1
        elif low[i] in _BARE_CUTS and low[i - 1] != "," and i - start > 2:
            step = -1 if has_finite(document, i + 1, min(i + 20, sentence[1])) else 0
        elif low[i] in SINCE and low[i + 1] not in _WHEN and i - start > 2:
            reach = i + (6 if low[i + 1] in _IT else 8)
            told = has_finite(document, i + 2, min(reach, sentence[1]))
            step = -1 if told and low[i + 1][0].isalpha() else 0
        elif low[i] in ("and", "but") and finite(document, i + 1, start) and i - start > 2:
            step = -1
        if step:
            yield start, i, joint
            nested = low[i] == "that" and joint in _RELATIVE
            start = i + 1 if step > 0 else i
            joint = low[start] if start < sentence[1] and start not in cuts else ""
            joint, resumed = (RESUMED, False) if resumed else (joint, False)
    if start < sentence[1]:
        yield start, sentence[1], joint


def _hinges(document: Document, begin: int, end: int, cuts: set[int]) -> list[int]:
    """Where a clause may end, in order: at marks and conjunctions, before `which`, at `cuts`."""
    tokens = document.tokens
    which = [i - 1 for i in tokens.among(_WHICH, begin + 1, end + 1)]
    inside = [i for i in cuts if begin <= i < end]
    hinges = tokens.among(_HINGES, begin, end)
    return sorted({*hinges, *which, *inside}) if which or inside else hinges


_FORMS: Final = frozenset("inc corp ltd co u.s u.k".split())


def _shortens(document: Document, stop: int) -> bool:
    """`Volanta Inc. said`, `J. Smith`: a full stop behind which the sentence goes on."""
    words, before = document.tokens.words, document.tokens.low[stop - 1]
    initial = len(before) == 1 and words[stop - 1].isupper()
    if words[stop] != "." or (before not in ENGLISH.abbreviations and not initial):
        return False
    after = words[stop + 1][0]
    return before != "no" and (before not in _FORMS or not after.isupper())


def _relates(low: list[str], start: int, joint: str) -> bool:
    """Whether a clause begins with `which`, or with `in which`."""
    return joint in _RELATIVE or low[start + 1 : start + 2] == ["which"]


def _goes_on(document: Document, start: int, comma: int) -> bool:
    """`X, which makes jam, grows`, `sold X, which makes jam, to Y`: what stands before the
    relative clause has its verb, or what its verb asks for, behind it."""
    if finite(document, comma + 1, start):
        return True
    return document.tokens.low[comma + 1] in _ASKED and has_finite(document, start, comma)


_ASKED: Final = frozenset("to from by for with".split())


def _verbal(document: Document, begin: int, end: int) -> bool:
    """Whether a verb stands in what follows a comma and `and`, before the next comma."""
    words = document.tokens.words
    stop = next(
        (k for k in range(begin, min(begin + 25, end)) if words[k] in ",;"), min(begin + 25, end)
    )
    return has_finite(document, begin, stop)
