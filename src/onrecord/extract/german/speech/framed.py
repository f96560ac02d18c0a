"""Indirect speech with a frame: `X sagte, dass ...`, `..., sagte X`, `wie X mitteilte, ...`."""

from onrecord.extract.german.grammar.document import Document, Segment, Sentence
from onrecord.extract.german.grammar.flags import ADV, CAP, COORD, FINITE, PREP, REL, SUBCONJ
from onrecord.extract.german.grammar.phrases import (
    subject_after,
    subject_before,
)
from onrecord.extract.german.speech.cues import Cue
from onrecord.extract.german.speech.drafts import Draft, Range, Rule
from onrecord.extract.german.speech.subjects import (
    FROM_TEXT,
    agent,
    place_of_text,
    starts_main,
    subject,
    verb_final_subject,
    verb_last,
)

DASS = Rule("de-dass", "1", 0.85, "a verb of saying governs a clause with a conjunction")
MAIN = Rule("de-main-clause", "1", 0.8, "a verb of saying governs a main clause")
INFINITIVE = Rule("de-infinitive", "1", 0.8, "a verb of saying governs an infinitive with zu")
AFTER = Rule("de-frame-after", "1", 0.72, "the clause is followed by verb of saying and subject")
WIE = Rule("de-wie-frame", "1", 0.88, "a clause with `wie` names the source")
OPENING = frozenset("dass daß ob wie warum weshalb wieso was wer wo wann".split())


def framed(document: Document, sentence: Sentence, cue: Cue) -> Draft | None:
    """The indirect speech that a cue frames, if any."""
    part = sentence.segments[cue.segment]
    low = document.tokens.low
    if low[part.begin] == "wie" and cue.last == part.end - 1:
        return _wie(document, sentence, cue, part)
    if 0 < cue.segment < 3 and low[sentence.segments[0].begin] == "wie":
        first = document.finite(sentence.begin, cue.tokens[0])
        if cue.last == part.end - 1 and first < 0:
            return _long_wie(document, sentence, cue, part)
    if cue.segment and _verb_first(document, part, cue):
        draft = _after(document, sentence, cue, part)
        if draft is not None:
            return draft
    return _before(document, sentence, cue)


def _verb_first(document: Document, part: Segment, cue: Cue) -> bool:
    low = document.tokens.low
    pronoun = low[part.begin] in ("so", "das", "dies")
    return cue.verb == part.begin or (cue.verb == part.begin + 1 and pronoun)


def _wie(document: Document, sentence: Sentence, cue: Cue, part: Segment) -> Draft | None:
    speaker = verb_final_subject(document, part, cue)
    if cue.lemma in FROM_TEXT:
        speaker = place_of_text(document, part)
    number = cue.segment
    if number == 0:
        quote = [(part.end + 1, sentence.stop)]
        frame = [(sentence.begin, min(part.end + 1, sentence.stop))]
    else:
        quote = [(sentence.begin, part.begin - 1)]
        frame = [(part.begin - 1, part.end)]
        if part.end + 1 < sentence.stop:
            quote.append((part.end + 1, sentence.stop))
            frame = [(part.begin - 1, part.end + 1)]
    if not valid(quote):
        return None
    return _draft(document, sentence, WIE, cue, quote, frame, speaker)


def _long_wie(document: Document, sentence: Sentence, cue: Cue, part: Segment) -> Draft | None:
    """`Wie der Chef, X Y, mitteilte, ...`"""
    end = cue.tokens[0]
    while end > sentence.begin and document.tokens.words[end - 1] in (",", ")"):
        end -= 1
    speaker = (sentence.begin + 1, end)
    quote = [(part.end + 1, sentence.stop)]
    frame = [(sentence.begin, min(part.end + 1, sentence.stop))]
    if not valid(quote):
        return None
    return _draft(document, sentence, WIE, cue, quote, frame, speaker)


def _after(document: Document, sentence: Sentence, cue: Cue, part: Segment) -> Draft | None:
    """`<clause>, sagte X.`"""
    comma = part.begin - 1
    if not set("sdt") & set(cue.kinds):
        return None
    start = _quote_start(document, sentence, cue)
    mood = document.konjunktiv(sentence.begin, comma) >= 0
    if "x" in cue.kinds and not mood:
        return None
    if document.finite(sentence.begin, comma) < 0 and not _has_infinitive(
        document, sentence.begin, comma
    ):
        return None
    if cue.segment == 1 and _adverbial(document, sentence.segments[0]):
        return None
    if _complement(document, sentence, cue)[1] is DASS:
        return None
    if _relative_between(document, sentence, cue):
        return None
    speaker = subject_after(document, cue.verb, part.end)
    if cue.lemma in FROM_TEXT:
        speaker = place_of_text(document, part)
    elif cue.passive and speaker[0] == speaker[1]:
        speaker = agent(document, part.begin, part.end)
    if (
        speaker[0] == speaker[1]
        and "es" not in document.tokens.low[cue.verb : cue.verb + 3]
        and not (cue.passive and mood)
    ):
        return None
    if (
        not mood
        and ("t" in cue.kinds and "s" not in cue.kinds)
        and document.tokens.low[speaker[0] - 1] in ("den", "dem")
    ):
        return None
    end = _frame_end(document, sentence, cue, part)
    quote = [(start, comma)]
    frame = [(comma, end)]
    if end < sentence.stop:
        quote.append((end, sentence.stop))
    return _draft(document, sentence, AFTER, cue, quote, frame, speaker)


def _quote_start(document: Document, sentence: Sentence, cue: Cue) -> int:
    """Behind a colon or a semicolon, where the part before it is a clause of its own."""
    for number in range(cue.segment - 1, 0, -1):
        part = sentence.segments[number]
        if part.mark in (":", ";") and document.finite(sentence.begin, part.begin) >= 0:
            return part.begin
    return sentence.begin


def _adverbial(document: Document, part: Segment) -> bool:
    """A clause such as `Aber noch bevor X ...`; one with `dass` or `ob` may be a quotation."""
    flags, low = document.flags, document.tokens.low
    for i in range(part.begin, min(part.begin + 3, part.end)):
        if flags[i] & SUBCONJ and not flags[i] & CAP:
            return low[i] not in ("dass", "daß", "ob", "um") and not (
                low[i] in ("als", "während", "seit", "bis", "wie") and i > part.begin
            )
        if not flags[i] & (ADV | COORD):
            return False
    return False


def _relative_between(document: Document, sentence: Sentence, cue: Cue) -> bool:
    """`X, der Y leitet, sagte`: the segment before is a relative clause of the subject."""
    before = sentence.segments[cue.segment - 1]
    if not document.flags[before.begin] & REL or cue.segment < 2:
        return False
    start = sentence.segments[0]
    return document.finite(start.begin, start.end) < 0


def _frame_end(document: Document, sentence: Sentence, cue: Cue, part: Segment) -> int:
    """The frame runs over appositions and relative clauses behind the subject."""
    segments = sentence.segments
    number = cue.segment
    end = part.end
    while number + 1 < len(segments):
        after = segments[number + 1]
        if cue.last >= after.begin:
            number, end = number + 1, after.end
            continue
        if after.mark != ",":
            break
        relative = document.flags[after.begin] & REL and verb_last(document, after)
        if document.finite(after.begin, after.end) >= 0 and not relative:
            return end + 1
        number, end = number + 1, after.end
    return end if end >= sentence.stop or number + 1 >= len(segments) else end + 1


def _before(document: Document, sentence: Sentence, cue: Cue) -> Draft | None:
    """`X sagte, <clause>`."""
    number, kind = _complement(document, sentence, cue)
    if number < 0 or kind is None:
        return None
    part = sentence.segments[number]
    speaker = subject(document, sentence, cue)
    quote = [(part.begin, sentence.stop)]
    frame = [(sentence.begin, part.begin)]
    return _draft(document, sentence, kind, cue, quote, frame, speaker)


def _complement(document: Document, sentence: Sentence, cue: Cue) -> tuple[int, Rule | None]:
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
        kind = _governed(document, sentence, cue, part, number - start)
        if kind is _NEVER:
            return -1, None
        if kind is MAIN and not _may_be_main(document, sentence, cue, part, start):
            return -1, None
        if kind is not None:
            return number, kind
    return -1, None


_NEVER = Rule("de-none", "1", 0.0, "no clause can follow any more")


def _governed(
    document: Document, sentence: Sentence, cue: Cue, part: Segment, step: int
) -> Rule | None:
    """What a segment is to a cue: the rule of the clause it opens, None, or the end of hope."""
    low, flags = document.tokens.low, document.flags
    first = low[part.begin]
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
    relative = not infinitive and flags[part.begin] & REL
    if relative and verb_last(document, part) and not starts_main(document, part):
        return None
    mood = document.konjunktiv(part.begin, sentence.stop if step == 1 else part.end)
    if mood >= 0 and ("s" in cue.kinds or "t" in cue.kinds):
        return MAIN
    if infinitive:
        claims = "z" in cue.kinds or {"s", "d"} <= set(cue.kinds)
        if claims and first not in ("um", "ohne", "statt", "anstatt"):
            return INFINITIVE
        return _NEVER if step > 1 else None
    return MAIN if "s" in cue.kinds and document.finite(part.begin, part.end) >= 0 else None


def _relative_behind_preposition(document: Document, part: Segment) -> bool:
    """`..., in denen von X die Rede ist`"""
    i, flags = part.begin, document.flags
    if not flags[i] & PREP or i + 1 >= part.end or not flags[i + 1] & REL:
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


def _has_infinitive(document: Document, begin: int, end: int) -> bool:
    return document.infinitive_clause(begin, end)


def valid(quote: list[Range]) -> bool:
    """Whether at least two words are left."""
    return sum(max(0, e - b) for b, e in quote) >= 2


def groups(tokens: list[int]) -> list[Range]:
    """Neighbouring tokens joined to ranges."""
    found: list[Range] = []
    for i in sorted(tokens):
        if found and found[-1][1] == i:
            found[-1] = (found[-1][0], i + 1)
        else:
            found.append((i, i + 1))
    return found


_ADVERBS = frozenset("davon darauf dafür darüber damit dazu davor daran dagegen".split())


def _with_adverb(document: Document, cue: Cue) -> list[int]:
    """`wies darauf hin`, `geht davon aus`: the adverb belongs to the cue."""
    low = document.tokens.low
    for i in range(cue.verb + 1, min(cue.verb + 12, len(low))):
        if low[i] in _ADVERBS and (i + 1 in cue.tokens or low[i + 1] == ","):
            return [*cue.tokens, i]
        if low[i] == ",":
            break
    return cue.tokens


def _draft(
    document: Document,
    sentence: Sentence,
    rule: Rule,
    cue: Cue,
    quote: list[Range],
    frame: list[Range],
    speaker: Range,
) -> Draft:
    quote = [(b, e) for b, e in quote if e > b]
    draft = Draft("Indirect", quote, rule, sentence.number)
    draft.frame = [(b, e) for b, e in frame if e > b]
    draft.cue = groups(_with_adverb(document, cue))
    draft.speaker = [speaker] if speaker[1] > speaker[0] else []
    return draft
