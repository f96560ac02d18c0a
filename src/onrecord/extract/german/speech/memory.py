"""Who spoke last: the speaker that a sentence with no frame of its own belongs to."""

from onrecord.extract.german.grammar.document import Document, Sentence
from onrecord.extract.german.grammar.flags import CAP, REL, SUBCONJ
from onrecord.extract.german.grammar.phrases import subject_after, subject_before
from onrecord.extract.german.names.signs import OFFICE_ENDS, OFFICES
from onrecord.extract.german.speech.drafts import Draft, Range
from onrecord.extract.wellknown import GIVEN

PRONOUNS = frozenset("es der die das dieser diese welcher welche sich".split())
AGENT_ENDS = (
    *OFFICE_ENDS, "polizei", "regierung", "staatsanwaltschaft", "behörde", "behörden",
    "ministerium", "unternehmen", "konzern", "firma", "partei", "gewerkschaft", "verband",
    "organisation", "kommission", "zeitung", "sender", "agentur", "verwaltung", "fraktion",
    "gesellschaft", "amt", "opposition", "institut", "verein", "anbieter", "hersteller",
)  # fmt: skip


class Memory:
    """The last speaker and the last draft, while the rules walk through the sentences."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self.speaker: list[Range] = []
        self.sentence = -99
        self.last: Draft | None = None

    def keep(self, draft: Draft) -> None:
        """Takes the speaker of a draft, unless it is a bare pronoun."""
        if (draft.speaker and not self._is_pronoun(draft.speaker[0])) or (
            draft.speaker and draft.sentence - self.sentence > 3
        ):
            self.speaker = draft.speaker
        self.sentence = max(self.sentence, draft.sentence)
        self.last = draft

    def _is_pronoun(self, found: Range) -> bool:
        return found[1] - found[0] == 1 and self._document.tokens.low[found[0]] in PRONOUNS

    def speaker_of(self, sentence: Sentence) -> list[Range]:
        """The speaker of a sentence without a frame: who spoke last, or whom it was just about."""
        before = sentence.number - 1
        if before < 0 or self.sentence >= before:
            return self.speaker
        found = topic(self._document, self._document.sentences[before])
        return [found] if found[1] > found[0] else self.speaker


def topic(document: Document, sentence: Sentence) -> Range:
    """The subject of a sentence, if it is somebody who may speak; else an empty range."""
    for number, part in enumerate(sentence.segments[:2]):
        flag = document.flags[part.begin]
        relative = number > 0 and flag & REL
        if (flag & SUBCONJ or relative) and not flag & CAP:
            continue
        verb = document.finite(part.begin, part.end)
        if verb < 0:
            continue
        for found in (
            subject_before(document, part.begin, verb),
            subject_after(document, verb, part.end),
        ):
            if found[1] > found[0] and _may_speak(document, found):
                return found
    return sentence.begin, sentence.begin


def _may_speak(document: Document, found: Range) -> bool:
    words = document.tokens.words
    for i in range(*found):
        word = words[i]
        if word in GIVEN or word in OFFICES or word.lower().endswith(AGENT_ENDS):
            return True
    first = document.flags[found[0]]
    return bool(first & CAP) and words[found[0]] in document.names
