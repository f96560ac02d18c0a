"""Indirect speech with a frame: `X sagte, dass ...`, `..., sagte X`, `wie X mitteilte, ...`."""

from onrecord.extract.german.grammar.document import Document, Segment, Sentence
from onrecord.extract.german.grammar.flags import ADV, CAP, COORD, FINITE, PREP, REL, SUBCONJ, WH
from onrecord.extract.german.grammar.phrases import (
    subject_after,
)
from onrecord.extract.german.speech.complement import (
    DASS,
    RELATIVE,
    complement,
    end_of_clause,
    relative_in_mood,
)
from onrecord.extract.german.speech.cues import Cue
from onrecord.extract.german.speech.drafts import Draft, Range, Rule
from onrecord.extract.german.speech.subjects import (
    FROM_TEXT,
    agent,
    place_of_text,
    subject,
    verb_final_subject,
    verb_last,
)

AFTER = Rule("de-frame-after", "1", 0.76, "the clause is followed by verb of saying and subject")
WIE = Rule("de-wie-frame", "1", 0.88, "a clause with `wie` names the source")


SHORT_START = 5
"""`Es gehe, sagt X, um alles`: so short a beginning goes on behind its frame."""
COMPLETING = frozenset("um auf in für an gegen mit von zu bei über".split())


def framed(document: Document, sentence: Sentence, cue: Cue) -> Draft | None:
    """The indirect speech that a cue frames, if any."""
    part = sentence.segments[cue.segment]
    low = document.tokens.low
    if low[part.begin] == "wie" and low[part.begin + 1 : part.begin + 2] in _HOW:
        return None
    if low[part.begin] == "wie" and cue.last == part.end - 1:
        return _wie(document, sentence, cue, part)
    if 0 < cue.segment < 3 and low[sentence.segments[0].begin] == "wie":
        first = document.finite(sentence.begin, cue.tokens[0])
        if cue.last == part.end - 1 and first < 0:
            return _long_wie(document, sentence, cue, part)
    if cue.segment and _verb_first(document, part, cue):
        draft = _inserted(document, sentence, cue, part) or _after(document, sentence, cue, part)
        if draft is not None:
            return draft
    return _before(document, sentence, cue)


_HOW = [[w] for w in "hoch viel viele lange groß weit stark teuer schnell oft sehr ernst".split()]
"""`Wie hoch X bewertet wurde`: a question, no source."""


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


def _inserted(document: Document, sentence: Sentence, cue: Cue, part: Segment) -> Draft | None:
    """`Ohne Geld, sagte X, wäre ...`: the frame stands between a phrase and its verb."""
    number = cue.segment
    if number + 1 >= len(sentence.segments) or not set("sdt") & set(cue.kinds):
        return None
    after = sentence.segments[number + 1]
    if after.mark != "," or not document.flags[after.begin] & FINITE or part.mark != ",":
        return None
    if document.finite(sentence.begin, part.begin) >= 0:
        return None
    speaker = subject_after(document, cue.verb, part.end)
    quote = [(sentence.begin, part.begin - 1), (after.begin, sentence.stop)]
    if speaker[0] == speaker[1]:
        return None
    frame = [(part.begin - 1, after.begin)]
    return _draft(document, sentence, AFTER, cue, quote, frame, speaker)


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
    if document.tokens.low[sentence.begin : sentence.begin + 3] == ["auf", "die", "frage"]:
        return None
    if any(w in _CONTRASTS for w in document.tokens.low[cue.verb + 1 : cue.verb + 2]):
        return None  # `X begrüßte den Schritt, forderte aber Garantien`
    if document.flags[sentence.begin] & WH and document.tokens.low[part.end - 1] == "nicht":
        return None
    if complement(document, sentence, cue)[1] is DASS:
        return None
    if _relative_between(document, sentence, cue):
        return None
    so_it = document.tokens.low[cue.verb - 1 : cue.verb + 2 : 2] == ["so", "es"]
    so_it = so_it and cue.lemma != "heißen"  # `so beschreibt es X`
    speaker = subject_after(document, cue.verb + so_it, part.end)
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


_CONTRASTS = frozenset("aber jedoch zugleich dagegen allerdings indes jedoch gleichzeitig".split())


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
        if flags[i] & PREP and i + 1 < part.end and flags[i + 1] & CAP:
            return False
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
        short = part.begin - sentence.begin <= SHORT_START
        if short and document.tokens.low[after.begin] in COMPLETING:
            return end + 1
        number, end = number + 1, after.end
    return end if end >= sentence.stop or number + 1 >= len(segments) else end + 1


def _before(document: Document, sentence: Sentence, cue: Cue) -> Draft | None:
    """`X sagte, <clause>`."""
    number, kind = complement(document, sentence, cue)
    if number < 0 or kind is None:
        number, kind = relative_in_mood(document, sentence, cue), RELATIVE
    if number < 0:
        return None
    part = sentence.segments[number]
    speaker = subject(document, sentence, cue)
    if cue.lemma == "zitieren":
        frame_part = sentence.segments[cue.segment]
        quoted = subject_after(document, cue.verb, frame_part.end)
        speaker = quoted if quoted[1] > quoted[0] else speaker
    quote = [(part.begin, end_of_clause(document, sentence, number, kind))]
    frame = [(sentence.begin, part.begin)]
    return _draft(document, sentence, kind, cue, quote, frame, speaker)


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
        if low[i] in _ADVERBS and (i + 1 in cue.tokens or low[i + 1 : i + 2] == [","]):
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
