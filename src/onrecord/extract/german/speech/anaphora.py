"""Words that point at a source named before: `das teilte X mit`, `demnach`, `wonach`."""

from onrecord.extract.german.grammar.document import Document, Sentence
from onrecord.extract.german.grammar.flags import FINITE
from onrecord.extract.german.grammar.phrases import subject_after
from onrecord.extract.german.speech.cues import Cue
from onrecord.extract.german.speech.drafts import Draft, Range, Rule
from onrecord.extract.german.speech.framed import groups
from onrecord.extract.german.speech.sources import (
    MOST_TRIED,
    in_report_clause,
    made,
    phrase_begin,
    scope,
)
from onrecord.extract.german.speech.subjects import FROM_TEXT, agent, place_of_text
from onrecord.extract.tokens import Kind

DIES = Rule("de-dies", "1", 0.77, "`das teilte X mit` names who said the sentence before")
DEMNACH = Rule("de-demnach", "1", 0.68, "`demnach` refers to the source named before")
WONACH = Rule("de-wonach", "1", 0.55, "`wonach` gives the content of a report")


def pointing(document: Document, sentence: Sentence) -> list[Draft]:
    """The drafts whose source is named by a pronoun or a pronominal adverb."""
    tokens, inside = document.tokens, document.inside
    found: list[Draft] = []
    tried = 0
    for i in tokens.among(POINTERS, sentence.begin, sentence.stop):
        if inside[i] >= 0:
            continue
        tried += 1
        draft = _at(document, sentence, i) if tried < MOST_TRIED else None
        if draft is not None:
            found.append(draft)
    return found


POINTERS = Kind.of("demnach demzufolge wonach nach".split())


def _at(document: Document, sentence: Sentence, i: int) -> Draft | None:
    word = document.tokens.low[i]
    if word == "nach":
        after = i + 2
        return (
            _clause(document, sentence, i, after)
            if in_report_clause(document, sentence, i)
            else None
        )
    if word == "wonach":
        behind = i > sentence.begin and document.tokens.words[i - 1] == ","
        return _clause(document, sentence, i, i + 1) if behind else None
    return _demnach(document, sentence, i)


def _demnach(document: Document, sentence: Sentence, i: int) -> Draft | None:
    """`Demnach sinkt der Umsatz`, `Der Umsatz sinkt demnach`."""
    if i + 1 >= sentence.stop:
        return None
    later = i != sentence.begin
    if not later and not document.flags[i + 1] & FINITE and document.finite(i + 1, i + 2) < 0:
        return None
    begin, end = scope(document, sentence, i)
    quote = [(begin, i), (i + 1, end)] if later else [(i + 1, sentence.stop)]
    return made(sentence, DEMNACH, quote, [(i, i + 1)], (i, i), (i, i + 1))


def dies(
    document: Document, before: Sentence | None, sentence: Sentence, cues: list[Cue]
) -> Draft | None:
    """`... Das teilte X mit.`: the sentence before, and the pronoun."""
    low = document.tokens.low
    first = sentence.begin
    if before is None or low[first] not in ("das", "dies") or not cues:
        return None
    if document.tokens.breaks[first] == 2:
        return None
    cue = cues[0]
    if cue.verb != first + 1 or "s" not in cue.kinds or len(sentence.segments) > 4:
        return None
    if any(low[p.begin] in ("dass", "daß") for p in sentence.segments[1:]):
        return None
    speaker = _teller(document, sentence, cue)
    if speaker[0] == speaker[1] and not cue.passive:
        return None
    quote = [(before.begin, before.end), (first, first + 1)]
    draft = made(sentence, DIES, quote, [(first + 1, sentence.stop)], speaker, (first, first))
    if draft is not None:
        draft.cue = groups(cue.tokens)
    return draft


def _teller(document: Document, sentence: Sentence, cue: Cue) -> Range:
    part = sentence.segments[0]
    if cue.lemma in FROM_TEXT:
        return place_of_text(document, part)
    if cue.passive:
        return agent(document, sentence.begin + 1, sentence.stop)
    return subject_after(document, cue.verb, part.end)


def _clause(document: Document, sentence: Sentence, i: int, after: int) -> Draft | None:
    """`ein Bericht, wonach ...`, `ein Bericht, nach dem ...`"""
    begin = phrase_begin(document, sentence, i - 1)
    frame = [(sentence.begin, after)]
    quote = [(after, _end_of_clause(document, sentence, i))]
    return made(sentence, WONACH, quote, frame, (begin, i - 1), (i, after))


def _end_of_clause(document: Document, sentence: Sentence, i: int) -> int:
    """Where the clause of token i ends: before a comma with the verb of the main clause."""
    for part in sentence.segments:
        if part.begin > i and part.mark == "," and document.flags[part.begin] & FINITE:
            return part.begin - 1
    return sentence.stop
