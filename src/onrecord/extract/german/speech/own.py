"""Whom `nach eigenen Angaben` means: the subject of the clause that it stands in."""

from onrecord.extract.german.grammar.document import Document, Segment, Sentence
from onrecord.extract.german.grammar.flags import CAP, REL, SUBCONJ
from onrecord.extract.german.grammar.phrases import (
    phrase_end,
    starts_phrase,
    subject_after,
    subject_before,
)
from onrecord.extract.german.speech.drafts import Range
from onrecord.extract.german.speech.memory import may_speak
from onrecord.extract.german.speech.sources import is_head, scope, segment_of
from onrecord.extract.german.speech.subjects import verb_last
from onrecord.extract.records import Span
from onrecord.extract.tokens import Kind

OWN = Kind.of("eigenen eigener eigenem eigne eigner".split())


def own_subjects(document: Document) -> dict[int, Span]:
    """Where `eigenen Angaben` begins → the subject that it means; empty spans where none is told.

    Both as code points; a thing that says nothing (`Nach eigenen Angaben seien die Kassen leer`) is
    none.
    """
    found: dict[int, Span] = {}
    begins = document.tokens.begins
    for sentence in document.sentences if document.tokens.where(OWN) else ():
        if not sentence.kinds & OWN.bit:
            continue
        for i in document.tokens.among(OWN, sentence.begin, sentence.stop - 1):
            if is_head(document.tokens.words[i + 1]):
                begin, end = _subject(document, sentence, i)
                found[begins[i]] = document.tokens.span(begin, end) if end > begin else (0, 0)
    return found


def _subject(document: Document, sentence: Sentence, own: int) -> Range:
    part = segment_of(sentence, own)
    if part is None:
        return own, own
    begin, end = scope(document, sentence, own)
    if begin == part.begin and _subordinate(document, part):
        return _behind_conjunction(document, part, own)
    verb = document.finite(part.begin, part.end)
    if verb < 0:
        begin = max(begin, sentence.begin)
        verb = document.finite(begin, end)
        start = begin
    else:
        start = part.begin
    if verb < 0:
        return own, own
    before = subject_before(document, start, verb)
    after = subject_after(document, verb, end)
    if before[0] == before[1] or before[0] <= own < before[1]:
        return _speaking(document, after, verb)
    # `Das Werk hat die X GmbH nach eigenen Angaben verkauft`
    thing = not _may_speak(document, before) and _may_speak(document, after)
    return _speaking(document, after if thing else before, verb)


def _may_speak(document: Document, found: Range) -> bool:
    return may_speak(document, found) or not document.names.isdisjoint(
        document.tokens.words[slice(*found)]
    )


def _subordinate(document: Document, part: Segment) -> bool:
    first = document.flags[part.begin]
    opens = first & SUBCONJ or (first & REL and part.mark)
    return bool(opens) and not first & CAP and verb_last(document, part)


def _behind_conjunction(document: Document, part: Segment, own: int) -> Range:
    """`weil X nach eigenen Angaben ...`, `der nach eigenen Angaben ...`"""
    first = part.begin
    if not document.flags[first] & SUBCONJ:
        return first, first + 1
    for i in (first + 1, own + 2):
        if i < part.end and starts_phrase(document, i):
            end = phrase_end(document, i, part.end)
            if end > i and not i <= own < end:
                return i, end
    return own, own


def _speaking(document: Document, found: Range, verb: int) -> Range:
    """A subject in what somebody is already said to say is only meant where it may speak."""
    if document.konjunktiv(verb, verb + 1) < 0 or _may_speak(document, found):
        return found
    return found[0], found[0]
