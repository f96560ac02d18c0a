"""Denials of what others tell: `X rejected claims that ...`, `X called reports that ... untrue`."""

from typing import Final

from onrecord.extract.english.complements import REACH, clause_end
from onrecord.extract.english.document import Document, Range
from onrecord.extract.english.drafts import make_quote
from onrecord.extract.english.phrases import has_finite, is_agent, subject
from onrecord.extract.english.verbs import finite_forms
from onrecord.extract.english.words import PREPOSITIONS
from onrecord.extract.records import Quote, Source
from onrecord.extract.tokens import Kind

DENIED: Final = Source("en-denied", "1", 0.85, "somebody rejects what a report or a rumour says")
REJECTING: Final = frozenset(
    finite_forms("reject dismiss deny dispute refute rebut/rebutted contradict".split())
)
_CALLING: Final = frozenset(finite_forms("call describe label/labelled brand dub/dubbed".split()))
FALSE: Final = frozenset(
    """false untrue nonsense baseless unfounded wrong fabricated inaccurate groundless rubbish
    invented fiction speculation ridiculous absurd lie lies misleading invention fantasy""".split()
)
_NOUNS: Final = Kind.of(
    """claim claims report reports rumour rumours rumor rumors suggestion suggestions allegation
    allegations accusation accusations speculation idea notion assertion assertions charge
    charges""".split()
)
_BETWEEN: Final = 6
"""So many tokens stand at most between a verb and the noun that it rejects, and behind the noun
before `that`."""
_STOPS: Final = frozenset((",", ";", ":", "and", "but"))
_NOT: Final = frozenset("not never didn’t didn't doesn’t doesn't don’t don't hasn’t hasn't".split())
DENYING: Final = Kind.any(_NOUNS, placed=False)


def denied_in(document: Document, sentence: Range, stop: int) -> tuple[Quote, int, int] | None:
    """What a report says that somebody rejects, as said by who rejects it; the token where it was
    found and where it ends."""
    tokens = document.tokens
    for noun in tokens.among(_NOUNS, sentence[0] + 1, stop):
        that = _that(document, noun, stop)
        verb = _verb(document, sentence[0], noun) if that > 0 else -1
        if verb < 0 or document.inside[noun] >= 0:
            continue
        start, end = that + 1, _end(document, that + 1, stop)
        if not has_finite(document, start, end):
            continue
        if tokens.low[verb] in _CALLING and FALSE.isdisjoint(tokens.low[verb:stop]):
            continue
        speaker = subject(document, max(sentence[0], verb - REACH), verb)
        if is_agent(document, speaker):
            cue, frame = [(verb, verb + 1)], [(speaker[0], start)]
            quote = make_quote(document, "Indirect", DENIED, [(start, end)], [speaker], cue, frame)
            return quote, verb, end
    return None


def _that(document: Document, noun: int, stop: int) -> int:
    """Where `that` stands behind a noun: `reports in the press that`; else -1."""
    low = document.tokens.low
    for k in range(noun + 1, min(noun + 1 + _BETWEEN, stop)):
        if low[k] == "that":
            return k
        if low[k] in _STOPS or (k == noun + 1 and low[k] not in PREPOSITIONS):
            return -1
    return -1


def _verb(document: Document, begin: int, noun: int) -> int:
    """The verb that rejects, or calls so, what a noun names; -1 where it is negated, or none."""
    low = document.tokens.low
    for k in range(noun - 1, max(begin, noun - 1 - _BETWEEN), -1):
        if low[k] in REJECTING or low[k] in _CALLING:
            return -1 if not _NOT.isdisjoint(low[max(begin, k - 3) : k]) else k
        if low[k] in _STOPS:
            return -1
    return -1


def _end(document: Document, start: int, stop: int) -> int:
    """Where what is rejected ends: before `as nonsense`, `“nonsense”`, `, saying`."""
    end = clause_end(document, start, stop)
    low = document.tokens.low
    for k in range(start + 2, end):
        if document.inside[k] >= 0 and document.inside[k - 1] < 0:
            last = k - 1 if low[k - 1] == "as" else k
            if not FALSE.isdisjoint(low[k:end]):
                return last
        if low[k] == "as" and low[k + 1 : k + 2] and low[k + 1] in FALSE:
            return k
    return end - 1 if low[end - 1] in FALSE else end
