"""Nouns and adjectives of saying: `der Meinung, dass`, `mit dem Hinweis, ...`."""

from onrecord.extract.german.grammar.document import Document, Segment, Sentence
from onrecord.extract.german.grammar.flags import (
    ADJ,
    AUX,
    CAP,
    DET,
    FINITE,
    KONJ,
    PARTICIPLE,
    PREP,
    REL,
    SUBCONJ,
)
from onrecord.extract.german.grammar.phrases import phrase_end, subject_after, subject_before
from onrecord.extract.german.grammar.verbs import PARTICLES
from onrecord.extract.german.speech.drafts import Draft, Range, Rule
from onrecord.extract.tokens import Kind

NOUN = Rule("de-noun", "1", 0.6, "a noun of saying governs the clause")
ADJECTIVE = Rule("de-adjective", "1", 0.8, "an adjective of opinion governs a clause")

NOUNS = tuple(
    """meinung ansicht auffassung überzeugung einschätzung hoffnung hoffnungen befürchtung
    befürchtungen vorwurf vorwürfe vorwürfen behauptung behauptungen ankündigung forderung
    forderungen begründung hinweis worten argument aussage aussagen warnung drohung vermutung
    vermutungen erklärung schluss ergebnis fazit zusage versprechen vorschlag gerücht gerüchte
    gerüchten bericht berichte berichten meldung meldungen aufruf appell eindruck prognose these
    hypothese einwand anschuldigung anschuldigungen verdacht standpunkt eingeständnis bekenntnis
    auskunft darstellung feststellung beschwerde mahnung annahme beteuerung versicherung plädoyer
    einschätzungen spekulationen mutmaßungen kritik bedenken klage zweifel angst sorge ultimatum
    """.split()
)
EXACT = frozenset("abrede bitte these idee plan schluss kritik klage angst sorge zweifel".split())
ADJECTIVES = frozenset(
    """überzeugt zuversichtlich optimistisch pessimistisch sicher enttäuscht erfreut besorgt
    verwundert erstaunt skeptisch gewiss bewusst einig verärgert empört stolz dankbar""".split()
)
POSSESSIVE = frozenset("seine seiner ihre ihrer seinem ihrem seinen ihren".split())


def governed(document: Document, sentence: Sentence) -> Draft | None:
    """The first clause of a sentence that a noun or an adjective of saying governs."""
    segments = sentence.segments
    if len(segments) < 2 or not document.tokens.among(GOVERNING, sentence.begin, sentence.stop):
        return None
    for number in range(len(segments) - 1):
        part, after = segments[number], segments[number + 1]
        if after.mark not in (",", ":"):
            continue
        draft = _noun(document, sentence, part, after) or _adjective(
            document, sentence, part, after
        )
        if draft is not None:
            return draft
    return None


def _clause(document: Document, part: Segment, infinitives: bool) -> bool:
    low, flags = document.tokens.low, document.flags
    if low[part.begin] in ("dass", "daß", "ob"):
        return True
    if flags[part.begin] & (SUBCONJ | REL) and not _v2_konj(document, part):
        bare = flags[part.begin] & REL and infinitives
        return bool(bare) and document.infinitive_clause(part.begin, part.end)
    if flags[part.begin] & FINITE:
        return False
    if document.konjunktiv(part.begin, part.end) >= 0:
        return True
    return infinitives and document.infinitive_clause(part.begin, part.end)


def _v2_konj(document: Document, part: Segment) -> bool:
    verb = document.konjunktiv(part.begin, part.end)
    return part.begin < verb < part.end - 1 and not document.flags[part.begin] & SUBCONJ


def _noun(document: Document, sentence: Sentence, part: Segment, after: Segment) -> Draft | None:
    low = document.tokens.low
    at = -1
    for i in range(part.end - 1, max(part.begin, part.end - 9) - 1, -1):
        if (
            document.flags[i] & CAP
            and _is_noun(low[i])
            and document.inside[i] < 0
            and (
                phrase_end(document, i, part.end) == part.end or _only_verbs(document, i + 1, part)
            )
        ):
            at = i
            break
        if document.flags[i] & FINITE and i < part.end - 1:
            break
    if at < 0 or not _clause(document, after, infinitives=True):
        return None
    begin = at
    while (
        begin > part.begin
        and document.flags[begin - 1] & (DET | ADJ | PREP)
        and not (document.flags[begin - 1] & (CAP | FINITE))
    ):
        begin -= 1
    end = _resumes(document, sentence, after)
    draft = Draft("Indirect", [(after.begin, end)], NOUN, sentence.number)
    draft.frame = [(sentence.begin, after.begin)]
    draft.cue = [(begin, at + 1)]
    draft.speaker = _owner(document, sentence, part, at)
    return draft


def _resumes(document: Document, sentence: Sentence, told: Segment) -> int:
    """`Zu Gerüchten, X wolle verkaufen, schwieg Y`: where the main clause goes on."""
    for part in sentence.segments[sentence.segments.index(told) + 1 :]:
        first = document.flags[part.begin]
        if part.mark == "," and first & FINITE and not first & (CAP | KONJ):
            return part.begin - 1
    return sentence.stop


def _only_verbs(document: Document, begin: int, part: Segment) -> bool:
    """`mit der Begründung abgelehnt,`: only the rest of the verb stands behind the noun."""
    flags, low = document.flags, document.tokens.low
    return all(flags[i] & (PARTICIPLE | AUX) or low[i] in PARTICLES for i in range(begin, part.end))


def _is_noun(low: str) -> bool:
    return low in EXACT or (low.endswith(NOUNS) and low not in ("hinweise",))


GOVERNING = Kind(
    lambda low: _is_noun(low) or low in ADJECTIVES,
    near=Kind.of(EXACT | ADJECTIVES, ends=NOUNS, placed=False).bit,
)


def _owner(document: Document, sentence: Sentence, part: Segment, at: int) -> list[Range]:
    """The genitive behind the noun, else the subject of the sentence."""
    low = document.tokens.low
    if at + 1 < part.end:
        start = at + 2 if low[at + 1] in ("von", "vom", "aus") else at + 1
        end = phrase_end(document, start, part.end)
        if end > start:
            return [(start, end)]
    verb = document.finite(part.begin, part.end)
    if verb < 0:
        verb = document.finite(sentence.begin, part.end)
    if verb < 0:
        return []
    before = subject_before(document, part.begin if verb >= part.begin else sentence.begin, verb)
    if before[1] > before[0] and not before[0] <= at < before[1]:
        return [before]
    after = subject_after(document, verb, part.end)
    if after[1] > after[0] and not after[0] <= at < after[1]:
        return [after]
    return []


def _adjective(
    document: Document, sentence: Sentence, part: Segment, after: Segment
) -> Draft | None:
    low = document.tokens.low
    if low[part.end - 1] not in ADJECTIVES or not _clause(document, after, infinitives=True):
        return None
    verb = document.finite(part.begin, part.end)
    if verb < 0:
        return None
    speaker = subject_before(document, part.begin, verb)
    if speaker[0] == speaker[1]:
        speaker = subject_after(document, verb, part.end)
    if speaker[0] == speaker[1]:
        return None
    draft = Draft("Indirect", [(after.begin, sentence.stop)], ADJECTIVE, sentence.number)
    draft.frame = [(sentence.begin, after.begin)]
    draft.cue = [(verb, verb + 1), (part.end - 1, part.end)]
    if low[verb + 1] == "sich":
        draft.cue[0] = (verb, verb + 2)
    draft.speaker = [speaker]
    return draft
