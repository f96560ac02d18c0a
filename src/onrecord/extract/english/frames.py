"""Frames of English speech: `..., X said`, `..., said X on Monday, ...`, `according to X`."""

from typing import Final

from onrecord.extract.english.document import Document, Range
from onrecord.extract.english.drafts import ACCORDING, AFTER, make_quote
from onrecord.extract.english.phrases import (
    SPEAKERS,
    finite,
    has_finite,
    is_agent,
    subject_after,
)
from onrecord.extract.english.relating import PARTED, VERBS
from onrecord.extract.english.verbs import (
    AUXILIARIES,
    SAYING,
)
from onrecord.extract.english.words import (
    ADVERBS,
    DAYS,
    PERSONAL,
    PREPOSITIONS,
)
from onrecord.extract.records import Quote
from onrecord.extract.relations import ANSWERS
from onrecord.extract.tokens import Kind

_WHENS: Final = frozenset("when while after although before since until".split())
_NO_SPEECH: Final = frozenset(
    "who which after ending adding citing without quoting declining whose where".split()
)
"""What begins so behind a frame is the writer's."""
_FEW: Final = 4
_LEAD: Final = 6
"""So far before a colon stands the verb of who answers, in tokens."""
_TELLS: Final = frozenset("told tells".split())
_POINTS: Final = frozenset("pointed points".split())
_SOURCES: Final = Kind.of("according by in".split())
_VIEW: Final = frozenset("account accounts view opinion words estimate estimates".split())
_ADDRESSED: Final = frozenset(
    """reporters journalists investors analysts shareholders employees staff workers customers
    colleagues creditors lenders delegates lawmakers its their his reuters bloomberg me him her
    us""".split()
)


def framed_at(document: Document, sentence: Range, verb: int, stop: int) -> Quote | None:
    """`<clause>, X said (on Monday)`, `<clause>, said X`, and `<clause, X said, clause>`."""
    words, low = document.tokens.words, document.tokens.low
    if verb - sentence[0] < 3:
        return None
    left, speaker, right = _frame(document, sentence, verb, stop)
    if left < 0 or not is_agent(document, speaker):
        return None
    cuts = (k for k in range(left - 1, sentence[0], -1) if words[k] == ";" or _leads(document, k))
    cut = next(cuts, sentence[0] - 1)
    before = (cut + 1, left)
    while before[0] < left and low[before[0]] in ("but", "and", "yet", "-", "–", "—", ","):
        before = before[0] + 1, left
    if any(document.inside[k] >= 0 and words[k - 1] in ",." and document.inside[k - 1] >= 0 and
           document.inside[k] < 0 for k in range(before[0] + 1, left)):  # fmt: skip
        return None
    rest = (right + 1, stop) if right < stop and words[right] == "," else (stop, stop)
    if rest[0] < stop and _remarks(low, rest[0]) and has_finite(document, *before):
        rest = (stop, stop)
    plain = right >= stop and before[1] - before[0] > _FEW and low[before[0]] not in PREPOSITIONS
    if not plain and not has_finite(document, *before) and not has_finite(document, *rest):
        return None
    if before[1] - before[0] < 1 or (before[1] - before[0] < 3 and rest[1] == rest[0]):
        return None
    if right < stop and words[right] != ",":
        return None
    if low[before[0]] in _WHENS and rest[1] == rest[0]:
        return None
    open_end = low[left - 1] in AUXILIARIES and rest[1] > rest[0]
    whole = open_end or has_finite(document, *rest) or rest[1] > rest[0] + 2
    parts = [before, rest] if whole else [before]
    frame = [(left, right)]
    return make_quote(document, "Indirect", AFTER, parts, [speaker], [(verb, verb + 1)], frame)


def _leads(document: Document, colon: int) -> bool:
    """`X rejected that: <clause>, she said`: what stands before the colon is the writer's."""
    low = document.tokens.low
    if low[colon] != ":" or document.inside[colon] >= 0:
        return False
    return any(
        VERBS.get(low[k]) in ANSWERS or PARTED.get((low[k], low[k + 1])) in ANSWERS
        for k in range(max(0, colon - _LEAD), colon)
    )


def _remarks(low: list[str], i: int) -> bool:
    """`..., X said, completing its retreat`, `, in a move that`, `, a sum that`: the writer's."""
    word = low[i]
    if word in _NO_SPEECH or word in SAYING or (word.endswith("ing") and len(word) > _FEW):
        return True
    return word in ("a", "an") or (word == "in" and low[i + 1 : i + 2] in (["a"], ["what"]))


def _clausal(document: Document, phrase: Range) -> bool:
    """Whether a phrase has a finite verb of its own, no participle: `two bankers involved in`."""
    low = document.tokens.low
    return any(
        finite(document, k, phrase[0])
        and not (low[k].endswith("ed") and k + 1 < phrase[1] and low[k + 1] in PREPOSITIONS)
        for k in range(*phrase)
    )


def _frame(document: Document, sentence: Range, verb: int, stop: int) -> tuple[int, Range, int]:
    """The comma before a frame (-1 where there is none), who speaks, and where the frame ends."""
    words, low = document.tokens.words, document.tokens.low
    none = (-1, (verb, verb), verb)
    if low[verb + 1 : verb + 2] == ["that"]:
        return none
    if words[verb - 1] == "," and low[verb] not in ("told", "tells", "tell"):
        speaker = subject_after(document, verb, stop)
        if has_finite(document, verb + 2, speaker[1]) and "who" not in low[verb : speaker[1]]:
            return none
        return (verb - 1, speaker, _frame_end(document, speaker[1], stop)) if (
            speaker[1] > speaker[0]
        ) else none  # fmt: skip
    comma = next((k for k in range(verb - 1, max(sentence[0], verb - 16), -1)
                  if words[k] in (",", "—", "–") and document.inside[k] < 0), -1)  # fmt: skip
    if comma < 0:
        return none
    right = _frame_end(document, verb + 1, stop)
    if right < stop and words[right] != ",":
        return none
    speaker = (comma + 1, verb)
    while speaker[0] < verb and low[speaker[0]] in ("but", "and", "though"):
        return none
    first = low[comma + 1]
    described = first in ("a", "an", "the") and low[comma + 2] in SPEAKERS
    if comma - sentence[0] > 3 and (described or (verb - comma > 1 and _is_role(document, comma))):
        earlier = next((k for k in range(comma - 1, max(sentence[0], comma - 12), -1)
                        if words[k] == ","), -1)  # fmt: skip
        if (
            earlier > 0
            and is_agent(document, (earlier + 1, comma))
            and not has_finite(document, earlier + 1, comma)
        ):
            return earlier, (earlier + 1, verb), right
    end = verb
    while end > speaker[0] + 1 and (low[end - 1] in ADVERBS or low[end - 1] in ("has", "had")):
        end -= 1
    speaker = (speaker[0], end)
    if first in ("which", "who", "that") or _clausal(document, speaker):
        return none
    if first in PREPOSITIONS and low[verb - 1] not in PERSONAL:
        return none
    return comma, speaker, right


def _is_role(document: Document, comma: int) -> bool:
    """`Its chairman, Owen Prosser, said`: a name behind the comma, a role before."""
    low = document.tokens.low
    return document.capital(comma + 1) and low[comma - 1] in SPEAKERS


def _frame_end(document: Document, i: int, stop: int) -> int:
    """Past times, places and addressee that follow the verb of a frame."""
    words, low = document.tokens.words, document.tokens.low
    begin = i
    while i < stop and words[i] not in (",", ";", ":", "—", "–") and i - begin < 24:
        if i == begin and not (
            low[i] in _ADJUNCT or low[i] in _ADDRESSED
            or low[i] in ("last", "this", "the", "a", "late", "early", "after", "when", "as")
            or (low[i - 1] in _TELLS and document.capital(i))
            or (low[i - 1] in _POINTS and low[i] == "out")
        ):  # fmt: skip
            return i
        if low[i] == "that" or (low[i] in AUXILIARIES and low[begin] not in (
            "when", "after", "as", "before"
        )):  # fmt: skip
            return i
        i += 1
    return i


def according_to(document: Document, sentence: Range, stop: int) -> tuple[Quote, int] | None:
    """`according to X, <clause>`, `<clause>, according to X`, `by X's own account`."""
    low, words = document.tokens.low, document.tokens.words
    for i in document.tokens.among(_SOURCES, sentence[0], stop - 1):
        if document.inside[i] >= 0:
            continue
        if low[i] == "according" and low[i + 1] == "to":
            start = i + 2
        elif low[i] != "according" and any(w in _VIEW for w in low[i + 1 : i + 6]):
            start = i + 1
        else:
            continue
        end = _source_end(document, start, stop)
        if low[i] != "according":
            close = next((k for k in range(start, end) if low[k] in _VIEW), -1)
            owned = close > start and any(
                low[k].endswith(("’s", "'s")) or low[k] in ("his", "her")
                for k in range(start, close)
            )
            beside = words[close + 1 : close + 2] == [","] or close + 1 == stop
            if not owned or not beside:
                continue
            end = close + 1
        if end == start:
            continue
        opens = all(k in ("but", "and", "-", "–", ",") for k in low[sentence[0] : i])
        right = min(end + 1, stop)
        stop = next((k for k in range(right, stop) if words[k] == ";"), stop)
        left = i - 1 if i > sentence[0] and words[i - 1] == "," else i
        relative = words[end : end + 1] == [","] and low[right : right + 1] in (["who"], ["which"])
        if relative and opens:
            end = _relative_end(document, right, stop)
            right = min(end + 1, stop)
        quote = [(right, stop)] if opens else [(sentence[0], left), (right, stop)]
        if (relative and not opens) or (not opens and words[end : end + 1] != [","]):
            quote = quote[:1]
        if sum(b - a for a, b in quote) < 3:
            continue
        kept = [q for q in quote if q[1] > q[0]]
        made = make_quote(
            document, "Indirect", ACCORDING, kept, [(start, end)], [(i, start)], [(left, end)]
        )
        return made, end if len(kept) == 1 and not opens else stop
    return None


def _source_end(document: Document, start: int, stop: int) -> int:
    words = document.tokens.words
    end = start
    while end < stop and words[end] not in (",", ";", ":", "—", "–"):
        end += 1
    return end


def _relative_end(document: Document, start: int, stop: int) -> int:
    """`X, which first reported the talks, ...`: the comma behind which the clause begins."""
    words, inside = document.tokens.words, document.inside
    return next((k for k in range(start, stop) if words[k] == "," and inside[k] < 0), stop)


_ADJUNCT: Final = PREPOSITIONS | ADVERBS | DAYS
