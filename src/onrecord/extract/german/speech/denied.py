"""Denials of what others tell: `Berichte, wonach ..., nannte X falsch`, `X trat dem entgegen`."""

from bisect import bisect_right

from onrecord.extract.german.grammar.document import Document, Segment, Sentence
from onrecord.extract.german.grammar.flags import CAP, FINITE, KONJ, PREP, REL
from onrecord.extract.german.grammar.phrases import phrase_end, subject_after
from onrecord.extract.german.speech.anaphora import WONACH
from onrecord.extract.german.speech.cues import Cue
from onrecord.extract.german.speech.drafts import Draft, Range, Rule
from onrecord.extract.german.speech.framed import groups
from onrecord.extract.german.speech.sources import phrase_begin
from onrecord.extract.german.speech.subjects import agent, subject, verb_last
from onrecord.extract.tokens import Kind

DENIED = Rule("de-denied", "1", 0.8, "somebody rejects what a report or a rumour says")
_NOUNS = tuple(
    """bericht berichte berichten meldung meldungen darstellung darstellungen behauptung
    behauptungen vorwurf vorwürfe vorwürfen vorwurfs gerücht gerüchte gerüchten spekulation
    spekulationen aussage aussagen angabe angaben anschuldigung anschuldigungen mutmaßung
    mutmaßungen vermutung vermutungen verdacht eindruck unterstellung unterstellungen these
    einschätzung einschätzungen lesart""".split()
)
"""Nouns, or ends of them, for something told whose content the clause behind them gives."""
_TOLD = Kind.of(ends=_NOUNS)
_REJECTING = frozenset(
    """widersprechen zurückweisen dementieren bestreiten entgegentreten abstreiten
    leugnen""".split()
)
_CALLING = frozenset(("nennen", "bezeichnen", "zurückweisen"))
_IN_ABREDE = "abrede"
_TO_FABLES = "reich"
_FALSE = frozenset(
    """falsch unwahr erfunden haltlos unsinn quatsch humbug unfug blödsinn abwegig absurd
    falschmeldung falschmeldungen ente spekulation spekulationen unbegründet gegenstandslos
    unzutreffend lüge lügen verleumdung erlogen unsinnig substanzlos märchen fantasie phantasie
    infam ungeheuerlich unerhört perfide
    irreführend unhaltbar grundlos hanebüchen lächerlich""".split()
)
"""What is called so is not true, as who calls it so says."""
_UNTRUE = Kind.of(_FALSE)
DENYING = Kind.any(_TOLD, placed=False)
"""No denial of this kind stands where none of these words does."""
_NOT = Kind.of("nicht nie niemals weder kein keine keinen".split())
_CLOSING = frozenset("zurück entgegen ab als".split())


def denied(document: Document, sentence: Sentence, cues: list[Cue]) -> list[Draft]:
    """The content of a report that somebody rejects, as said by who rejects it; and by the report,
    where it says whose it is."""
    if len(sentence.segments) < 2:
        return []
    for cue in cues:
        told = _content(document, sentence, cue) if _rejects(document, sentence, cue) else None
        if told is None:
            continue
        (begin, end), report = told
        speaker = _speaker(document, sentence, cue, begin)
        if speaker[0] == speaker[1]:
            return []
        draft = Draft("Indirect", [(begin, end)], DENIED, sentence.number)
        draft.frame = [(b, e) for b, e in ((sentence.begin, begin), (end, sentence.stop)) if e > b]
        draft.cue = groups(cue.tokens)
        draft.speaker = [speaker]
        return [draft, *_reporting(document, sentence, report, draft)]
    return []


def _reporting(document: Document, sentence: Sentence, report: int, rejected: Draft) -> list[Draft]:
    """`Ein Bericht der „Post“, wonach ...`: it says so, whoever rejects it."""
    part = next(p for p in sentence.segments if p.begin <= report < p.end)
    end = phrase_end(document, report, part.end)
    if end == report + 1:
        return []
    begin = phrase_begin(document, sentence, end)
    draft = Draft("Indirect", [*rejected.quote], WONACH, sentence.number)
    draft.speaker, draft.frame = [(min(begin, report), end)], [(sentence.begin, rejected.begin)]
    return [draft]


def _rejects(document: Document, sentence: Sentence, cue: Cue) -> bool:
    """Whether a verb says by itself or with a word behind it that something is not so."""
    if cue.lemma in _CALLING and document.tokens.among(_UNTRUE, sentence.begin, sentence.stop):
        return True
    idiom = _IN_ABREDE in cue.lemma or _TO_FABLES in cue.lemma
    return cue.lemma in _REJECTING or idiom


def _content(document: Document, sentence: Sentence, cue: Cue) -> tuple[Range, int] | None:
    """The clause that tells what the rejected report says, without the word that opens it, and the
    noun for the report."""
    segments = sentence.segments
    for number in range(1, len(segments)):
        part = segments[number]
        begin = _opened(document, part)
        report = _behind_noun(document, segments[number - 1], cue) if begin >= 0 else -1
        if part.mark != "," or report < 0:
            continue
        end = _end(document, sentence, number)
        apart = all(not begin <= token < end for token in cue.tokens)
        frame = [(sentence.begin, begin), (end, sentence.stop)]
        if end - begin > 1 and apart and not any(document.tokens.among(_NOT, *f) for f in frame):
            return (begin, end), report
    return None


def _opened(document: Document, part: Segment) -> int:
    """Where the words begin that a clause tells behind `wonach`, `denen zufolge`; else -1."""
    low, flags, first = document.tokens.low, document.flags, part.begin
    if low[first] == "wonach":
        return first + 1
    if low[first + 1 : first + 2] == ["zufolge"] and flags[first] & REL:
        return first + 2
    if low[first] in ("nach", "laut") and first + 1 < part.end and flags[first + 1] & REL:
        return first + 2 if verb_last(document, part) else -1
    if low[first] in ("dass", "daß"):
        return first
    verb = document.konjunktiv(part.begin, part.end)
    if flags[first] & (FINITE | PREP) and not flags[first] & CAP:
        return -1
    return first if first < verb and not (flags[first] & REL and verb == part.end - 1) else -1


def _behind_noun(document: Document, part: Segment, cue: Cue) -> int:
    """The noun for something told that ends a segment, but for the rest of the verb; else -1."""
    end = part.end
    while end > part.begin and (end - 1 in cue.tokens):
        end -= 1
    found = document.tokens.among(_TOLD, part.begin, end)
    if not found or not document.flags[found[-1]] & CAP:
        return -1
    return found[-1] if phrase_end(document, found[-1], end) in (end, found[-1]) else -1


def _end(document: Document, sentence: Sentence, number: int) -> int:
    """Where the main clause goes on: with its verb, or with what is left of it."""
    flags, low = document.flags, document.tokens.low
    for part in sentence.segments[number + 1 :]:
        first = flags[part.begin]
        if part.mark == ";":
            return part.begin - 1
        if part.mark != ",":
            continue
        goes_on = first & FINITE and not first & (CAP | KONJ)
        rest = low[part.begin] in _CLOSING or document.tokens.among(_UNTRUE, part.begin, part.end)
        if goes_on or (rest and document.finite(part.begin, part.end) < 0):
            return part.begin - 1
    return sentence.stop


def _speaker(document: Document, sentence: Sentence, cue: Cue, told: int) -> Range:
    """Who rejects it: behind the verb where the report stands in front."""
    part = sentence.segments[cue.segment]
    if cue.passive:
        return agent(document, sentence.begin, sentence.stop)
    if cue.verb < told and not document.tokens.among(_TOLD, sentence.begin, cue.verb):
        return subject(document, sentence, cue)
    behind = document.marks[bisect_right(document.marks, cue.verb, key=lambda m: m[0]) :][:1]
    limit = min([part.end, *(begin for begin, _ in behind)])  # `nannte X „abwegig“`
    return subject_after(document, cue.verb, limit)
