"""Who spoke last: the speaker that a sentence with no frame of its own belongs to."""

from onrecord.extract.german.grammar.document import Document, Sentence
from onrecord.extract.german.grammar.flags import CAP, REL, SUBCONJ
from onrecord.extract.german.grammar.phrases import phrase_end, subject_after, subject_before
from onrecord.extract.german.names.signs import OFFICE_ENDS, OFFICES
from onrecord.extract.german.speech.drafts import Draft, Range
from onrecord.extract.german.speech.showing import saying_cues
from onrecord.extract.german.speech.subjects import report_named, subject
from onrecord.extract.given import is_given

PRONOUNS = frozenset("es der die das dieser diese welcher welche sich".split())
AGENT_ENDS = (
    *OFFICE_ENDS, "polizei", "regierung", "staatsanwaltschaft", "behörde", "behörden",
    "ministerium", "unternehmen", "konzern", "firma", "partei", "gewerkschaft", "verband",
    "organisation", "kommission", "zeitung", "sender", "agentur", "verwaltung", "fraktion",
    "gesellschaft", "amt", "opposition", "institut", "verein", "anbieter", "hersteller",
)  # fmt: skip


def is_pronoun(document: Document, found: Range) -> bool:
    """Whether a range is one pronoun that names nobody: `es`, `die`, `welcher`."""
    return found[1] - found[0] == 1 and document.tokens.low[found[0]] in PRONOUNS


class Memory:
    """The last speaker and the last draft, while the rules walk through the sentences."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self.speaker: list[Range] = []
        self.sentence = -99
        self.last: Draft | None = None

    def keep(self, draft: Draft) -> None:
        """Takes the speaker of a draft, unless it is a bare pronoun."""
        known = bool(draft.speaker) and draft.speaker[-1] not in draft.cue
        if known and (
            not is_pronoun(self._document, draft.speaker[0]) or draft.sentence - self.sentence > 3
        ):
            self.speaker = draft.speaker
        self.sentence = max(self.sentence, draft.sentence)
        self.last = draft

    def near(self, sentence: Sentence) -> bool:
        """Whether somebody spoke in one of the two sentences before."""
        return sentence.number - self.sentence <= 2

    def speaker_of(self, sentence: Sentence) -> list[Range]:
        """The speaker of a sentence without a frame: who spoke last, or whom it was just about."""
        before = sentence.number - 1
        if before < 0 or self.sentence >= before:
            return self.speaker
        found = topic(self._document, self._document.sentences[before])
        return [found] if found[1] > found[0] else self.speaker

    def shows_somebody(self, sentence: Sentence) -> bool:
        """Whether `sie` at the beginning of a sentence means whom the one before is about."""
        before = sentence.number - 1
        if before < 0 or self._document.tokens.low[sentence.begin] not in ("er", "sie"):
            return False
        begin, end = topic(self._document, self._document.sentences[before])
        return not self._document.names.isdisjoint(self._document.tokens.words[begin:end])


def topic(document: Document, sentence: Sentence) -> Range:
    """Whom a sentence shows speaking: the subject of a verb of saying, the report it takes
    something from, or the subject if it is somebody who may speak; else an empty range."""
    for cue in saying_cues(document, sentence):
        found = subject(document, sentence, cue)
        if found[1] > found[0] and not is_pronoun(document, found):
            return found
    found = report_named(document, sentence.segments[0]) if sentence.segments else (0, 0)
    if found[1] > found[0]:
        return found
    return _acting(document, sentence)


def _acting(document: Document, sentence: Sentence) -> Range:
    for number, part in enumerate(sentence.segments[:2]):
        flag = document.flags[part.begin]
        relative = number > 0 and flag & REL
        if (flag & SUBCONJ or relative) and not flag & CAP:
            continue
        verb = document.finite(part.begin, part.end)
        if verb < 0:
            whole = phrase_end(document, part.begin, part.end) == part.end and number == 0
            if whole and may_speak(document, (part.begin, part.end)):
                return part.begin, part.end
            continue
        for found in (
            subject_before(document, part.begin, verb),
            subject_after(document, verb, part.end),
        ):
            if found[1] > found[0] and may_speak(document, found):
                return found
    return sentence.begin, sentence.begin


def may_speak(document: Document, found: Range) -> bool:
    """Whether a phrase names a person, an office, a body or a firm."""
    words = document.tokens.words
    for i in range(*found):
        word = words[i]
        if is_given(word) or word in OFFICES or word.lower().endswith(AGENT_ENDS):
            return True
    first = document.flags[found[0]]
    return bool(first & CAP) and words[found[0]] in document.names
