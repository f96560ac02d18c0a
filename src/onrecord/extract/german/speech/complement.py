"""The clause that a verb of saying governs: where it starts, where it ends, and by which rule."""

from onrecord.extract.german.grammar.document import STRONG_MOOD, Document, Segment, Sentence
from onrecord.extract.german.grammar.flags import (
    AUX,
    CAP,
    COORD,
    FINITE,
    KONJ,
    MODAL,
    PREP,
    REL,
    SUBCONJ,
)
from onrecord.extract.german.grammar.phrases import (
    phrase_end,
    subject_after,
    subject_before,
)
from onrecord.extract.german.speech.cues import Cue
from onrecord.extract.german.speech.drafts import Rule
from onrecord.extract.german.speech.subjects import (
    starts_main,
    verb_last,
)

DASS = Rule("de-dass", "1", 0.85, "a verb of saying governs a clause with a conjunction")
MAIN = Rule("de-main-clause", "1", 0.72, "a verb of saying governs a main clause")
INFINITIVE = Rule("de-infinitive", "1", 0.82, "a verb of saying governs an infinitive with zu")
RELATIVE = Rule("de-relative", "1", 0.5, "a relative clause in Konjunktiv behind a verb of saying")
OPENING = frozenset("dass daß ob wie warum weshalb wieso was wer wo wann".split())


def complement(document: Document, sentence: Sentence, cue: Cue) -> tuple[int, Rule | None]:
    """The number of the segment in which the clause that the cue governs starts."""
    segments = sentence.segments
    flags = document.flags
    start = cue.segment
    while start < len(segments) and segments[start].end <= cue.last:
        start += 1
    opener = segments[cue.segment].begin
    subordinate = bool(flags[opener] & (SUBCONJ | REL)) and cue.segment == 0
    for number in range(start + 1, len(segments)):
        part = segments[number]
        verb_first = flags[part.begin] & FINITE
        if verb_first and (subordinate or number > start + 1 or flags[segments[start].begin] & REL):
            return -1, None
        if _apposed(document, segments, number):
            continue
        kind = _governed(document, sentence, cue, part, number - start)
        if kind is _NEVER:
            return -1, None
        if kind is MAIN and not _may_be_main(document, sentence, cue, part, start):
            return -1, None
        if kind is not None:
            return number, kind
    return -1, None


def _apposed(document: Document, segments: list[Segment], number: int) -> bool:
    """`der Direktor der Behörde, X Y, die Lage sei gut`: a name between frame and clause."""
    part = segments[number]
    if number + 1 >= len(segments) or document.finite(part.begin, part.end) >= 0:
        return False
    after = segments[number + 1]
    noun = document.flags[part.begin] & CAP or document.tokens.low[part.begin] in _ARTICLES
    if not noun or phrase_end(document, part.begin, part.end) != part.end or after.mark != ",":
        return False
    return document.tokens.low[after.begin] in ("dass", "daß") or (
        not document.flags[after.begin] & (SUBCONJ | FINITE)
        and document.konjunktiv(after.begin, after.end) > after.begin
    )


_ARTICLES = frozenset("der die das ein eine einem einer dem".split())


def end_of_clause(document: Document, sentence: Sentence, number: int, rule: Rule) -> int:
    """Where what is said ends: before `und <verb>` of the frame, a semicolon, or a remark."""
    segments = sentence.segments
    told = rule is DASS or document.konjunktiv(segments[number].begin, sentence.stop) >= 0
    for later in range(number, len(segments)):
        part = segments[later]
        if later > number and _remarks(document, part, rule, told):
            return part.begin - 1
        end = _frame_goes_on(document, part) if told else -1
        if end > part.begin or (end >= 0 and later > number):
            return end if end > part.begin else part.begin - 1
    return sentence.stop


def _remarks(document: Document, part: Segment, rule: Rule, told: bool) -> bool:
    """The author's remark behind what is said: `; er gibt ...`, `, was X bestreitet`."""
    low, flags = document.tokens.low, document.flags
    mood = document.konjunktiv(part.begin, part.end) >= 0
    if part.mark == ";":
        own = not mood and document.finite(part.begin, part.end) >= 0
        return own and (told or rule is INFINITIVE)
    if part.mark != "," or mood:
        return False
    if flags[part.begin] & FINITE and (told or rule is INFINITIVE):
        return True
    remark = low[part.begin] in _REMARKS and (told or rule is INFINITIVE)
    return remark and flags[part.end - 1] & FINITE != 0


_REMARKS = frozenset("was wobei worauf woraufhin nachdem".split())


def _frame_goes_on(document: Document, part: Segment) -> int:
    """`..., und warnte vor X`: where the second verb of the speaker is joined, or -1."""
    low, flags, inside = document.tokens.low, document.flags, document.inside
    for i in range(part.begin, part.end - 2):
        joined = low[i] in ("und", "aber", "doch") and inside[i] < 0
        if not joined or not flags[i + 1] & FINITE or flags[i + 1] & KONJ:
            continue
        if flags[i + 1] & (CAP | AUX | MODAL) or inside[i + 1] >= 0:
            continue
        return i
    return -1


def relative_in_mood(document: Document, sentence: Sentence, cue: Cue) -> int:
    """`nannte den Plan einen Fehler, der Stellen koste`: the number of the clause, or -1."""
    flags, low = document.flags, document.tokens.low
    for number in range(cue.segment + 1, len(sentence.segments)):
        part = sentence.segments[number]
        first = part.begin + (1 if flags[part.begin] & PREP else 0)
        if first >= part.end or not flags[first] & REL or part.mark != ",":
            continue
        verb = document.konjunktiv(part.begin, part.end)
        if verb >= part.end - 2 and (low[verb] in STRONG_MOOD or low[verb].endswith("e")):
            return number if not low[verb].endswith("te") else -1
    return -1


_NEVER = Rule("de-none", "1", 0.0, "no clause can follow any more")


def _governed(
    document: Document, sentence: Sentence, cue: Cue, part: Segment, step: int
) -> Rule | None:
    """What a segment is to a cue: the rule of the clause it opens, None, or the end of hope."""
    low, flags = document.tokens.low, document.flags
    first = low[part.begin]
    if part.mark == ";":
        return _NEVER  # `X verlangte einen Rabatt; Y habe das abgelehnt`: Y's, or whoever tells it
    if flags[part.begin] & FINITE and (
        not _asks(cue) or document.konjunktiv(part.begin, part.begin + 1) < 0
    ):
        return _NEVER
    if _relative_behind_preposition(document, part):
        return None
    if first in _QUESTION and (not _asks(cue) or _wonders(document, cue)):
        return _NEVER
    if first in OPENING and (first in ("dass", "daß", "ob") or "s" in cue.kinds):
        return DASS
    second = low[part.begin + 1] if part.begin + 1 < part.end else ""
    if first in ("und", "sondern") and second in ("dass", "daß"):
        return DASS
    infinitive = document.infinitive_clause(part.begin, part.end)
    relative = not infinitive and flags[part.begin] & REL and part.mark != ":"
    if relative and verb_last(document, part) and not starts_main(document, part):
        return None
    mood = document.konjunktiv(part.begin, sentence.stop if step == 1 else part.end)
    told = "d" in cue.kinds and part.mark == ":"
    if mood >= 0 and (told or "s" in cue.kinds or "t" in cue.kinds):
        return MAIN
    if infinitive:
        claims = "z" in cue.kinds or {"s", "d"} <= set(cue.kinds)
        if claims and first not in ("um", "ohne", "statt", "anstatt"):
            return INFINITIVE
        return _NEVER if step > 1 else None
    plain = "s" in cue.kinds and cue.lemma not in _DENYING
    return MAIN if plain and document.finite(part.begin, part.end) >= 0 else None


_DENYING = frozenset(
    "dementieren bestreiten widersprechen zurückweisen abstreiten leugnen verneinen".split()
)
"""`Investor dementiert, Landrat widerspricht`: what is denied stands in no indicative."""


def _relative_behind_preposition(document: Document, part: Segment) -> bool:
    """`..., in denen von X die Rede ist`"""
    i, flags = part.begin, document.flags
    if not flags[i] & PREP or i + 1 >= part.end or not flags[i + 1] & REL:
        return False
    if document.infinitive_clause(part.begin, part.end):
        return False
    return document.finite(i, part.end) == part.end - 1


def _may_be_main(
    document: Document, sentence: Sentence, cue: Cue, part: Segment, start: int
) -> bool:
    """With no Konjunktiv to mark it, a main clause must follow the bare verb at once."""
    begin = part.begin
    step = sentence.segments.index(part) - start
    if document.konjunktiv(begin, sentence.stop if step == 1 else part.end) >= 0:
        return True
    if document.flags[begin] & (SUBCONJ | COORD) or part.mark not in (",", ":"):
        return False
    return "x" not in cue.kinds and _bare(document, sentence, cue, start)


_QUESTION = frozenset("wie warum weshalb wieso was wer wo wann".split())


def _wonders(document: Document, cue: Cue) -> bool:
    """`Beobachter fragen sich, wer ...`: a question of the author."""
    return cue.lemma == "fragen" and "sich" in document.tokens.low[cue.verb : cue.verb + 4]


def _asks(cue: Cue) -> bool:
    return cue.lemma in _ASKING


_ASKING = frozenset(
    """fragen erklären sagen wissen mitteilen verraten erläutern schildern beschreiben überlegen
    darlegen ausführen berichten""".split()
)


def _bare(document: Document, sentence: Sentence, cue: Cue, last: int) -> bool:
    """Whether no object stands between the verb and the comma: only then a clause must follow."""
    flags, low = document.flags, document.tokens.low
    if cue.segment != last:
        return True
    part = sentence.segments[last]
    taken = subject_after(document, cue.verb, part.end)
    before = subject_before(document, part.begin, cue.verb)
    start = taken[1] if taken[1] > taken[0] and before[1] == before[0] else cue.verb + 1
    for i in range(start, part.end):
        if (
            low[i] in ("den", "einen", "die", "das", "eine", "ein", "sich")
            and i not in cue.tokens
            and not flags[i - 1] & PREP
            and low[i - 1] not in ("und", "sowie")
        ):
            return False
    return True
