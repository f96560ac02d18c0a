"""Things that show something say nothing: `Der Fall zeigt, dass Regeln fehlen` is the writer's."""

from typing import Final

from onrecord.extract.german.grammar.document import Document, Sentence
from onrecord.extract.german.grammar.flags import CAP
from onrecord.extract.german.speech.cues import MOST_CUES, Cue, find_cues
from onrecord.extract.german.speech.subjects import subject

SHOWING: Final = frozenset(
    """zeigen belegen beweisen verraten offenbaren bestätigen nahelegen andeuten machen
    hinweisen sehen verdeutlichen unterstreichen dokumentieren demonstrieren
    signalisieren illustrieren suggerieren""".split()
)
THINGS: Final = frozenset(
    """fall fälle beispiel beispiele streit entwicklung entwicklungen verlauf kursverlauf vorgang
    vorgänge vorfall vorfälle geschichte sache lage situation krise deal geschäft geschäfte praxis
    vergangenheit erfahrung erfahrungen zahl zahlen trend kurs kurse aktienkurs reaktion reaktionen
    debatte diskussion blick vergleich tatsache umstand schritt tempo erfolg misserfolg scheitern
    konflikt episode anekdote ereignis ereignisse rückgang anstieg verkauf kauf übernahme fusion
    affäre skandal pleite insolvenz unglück unfall preis preise""".split()
)
"""Nouns of what happens or is counted. Studies, letters and courts do say something."""


def saying_cues(document: Document, sentence: Sentence) -> list[Cue]:
    """The verbs of saying of a sentence, but for those with which a thing shows something."""
    cues = find_cues(document, sentence)[:MOST_CUES]
    return [cue for cue in cues if not _shows(document, sentence, cue)]


def _shows(document: Document, sentence: Sentence, cue: Cue) -> bool:
    if cue.lemma.split()[0] not in SHOWING:
        return False
    begin, end = subject(document, sentence, cue)
    nouns = (k for k in range(begin, end) if document.flags[k] & CAP)
    head = next((document.tokens.low[k] for k in nouns if _is_noun(document, k)), "")
    return head in THINGS


def _is_noun(document: Document, k: int) -> bool:
    return document.tokens.words[k][0].isupper() and document.tokens.low[k] not in _ARTICLES


_ARTICLES: Final = frozenset("der die das ein eine dieser diese dieses jeder jede jedes".split())
