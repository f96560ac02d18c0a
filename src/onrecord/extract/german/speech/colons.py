"""What the clause before the colon of a quotation tells beside it."""

from onrecord.extract.german.grammar.document import Document, Sentence
from onrecord.extract.german.speech.cues import Cue
from onrecord.extract.german.speech.drafts import Draft, Range
from onrecord.extract.german.speech.framed import framed
from onrecord.extract.german.speech.memory import Memory
from onrecord.extract.german.speech.mood import KONJUNKTIV
from onrecord.extract.german.speech.reported import reported

ANSWERING = frozenset(
    "zurückweisen ablehnen ausschließen verteidigen begrüßen verweisen entgegentreten".split()
)
"""Verbs that take a stand on something; others only lead to the words behind the colon."""
REPORTS = ("spekul", "gerücht", "bericht", "meldung", "gerede")
"""Who rejects these says that they are wrong; who rejects a reproach says why behind the colon."""


def mood_before_colon(sentence: Sentence, directs: list[Draft], memory: Memory) -> list[Draft]:
    """`Das Geld drehe sich im Kreis: „...“`: the clause before the colon is reported, too."""
    colon = next((d for d in directs if d.rule.id == "de-colon" and not d.frame), None)
    if colon is None or colon.begin <= sentence.begin:
        return []
    quote = [(sentence.begin, colon.begin)]
    draft = Draft("IndirectFreeIndirect", quote, KONJUNKTIV, sentence.number)
    draft.speaker = memory.speaker_of(sentence)
    return [draft]


def told_before_colon(
    document: Document, sentence: Sentence, cues: list[Cue], directs: list[Draft]
) -> list[Draft]:
    """`X wies den Vorwurf zurück: „...“`: the clause before the colon tells what was said, too."""
    mark = directs[0].begin
    if mark - 1 <= sentence.begin or document.tokens.words[mark - 1] != ":":
        return []
    for cue in cues:
        answers = cue.lemma in ANSWERING and cue.last < mark
        if cue.lemma == "zurückweisen" and not any(
            word.startswith(REPORTS) for word in document.tokens.low[sentence.begin : mark]
        ):
            continue
        told = reported(document, sentence, cue) if answers else None
        if told is not None and _with_matter(document, sentence, told.speaker[0], mark - 1):
            told.quote = [(sentence.begin, mark - 1)]
            return [told]
    return []


def _with_matter(document: Document, sentence: Sentence, speaker: Range, end: int) -> bool:
    """Whether another noun than those for the speaker stands before a token."""
    outside = (*range(sentence.begin, speaker[0]), *range(speaker[1], end))
    return any(document.tokens.words[i][0].isupper() for i in outside if i > sentence.begin)


def before_colon(
    document: Document, sentence: Sentence, cue: Cue, directs: list[Draft]
) -> Draft | None:
    """`X sagte, der Schritt sei schwer: „...“`: indirect speech before the direct one."""
    colon = next((d for d in directs if d.rule.id == "de-colon" and cue.verb < d.begin), None)
    draft = framed(document, sentence, cue) if colon is not None else None
    if colon is None or draft is None or draft.rule.id not in ("de-dass", "de-main-clause"):
        return None
    if draft.begin >= colon.begin - 2 or document.konjunktiv(draft.begin, colon.begin) < 0:
        return None
    draft.quote = [(draft.begin, colon.begin - 1)]
    return draft
