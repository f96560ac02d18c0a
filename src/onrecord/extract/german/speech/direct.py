"""Direct speech: what stands in quotation marks, and who says it."""

from onrecord.extract.german.grammar.document import Document, Sentence
from onrecord.extract.german.grammar.flags import CAP, DET, FINITE
from onrecord.extract.german.grammar.phrases import (
    phrase_end,
    starts_phrase,
    subject_after,
    subject_before,
)
from onrecord.extract.german.speech.cues import Cue
from onrecord.extract.german.speech.drafts import Draft, Range, Rule
from onrecord.extract.german.speech.framed import groups
from onrecord.extract.german.speech.subjects import FROM_TEXT, source_text, subject

COLON = Rule("de-colon", "1", 0.79, "quotation marks behind a colon")
BEHIND = Rule("de-direct-after", "1", 0.9, "quotation marks, then verb of saying and subject")
BARE = Rule("de-direct-bare", "1", 0.45, "a whole sentence in quotation marks")
PART = Rule("de-direct-part", "1", 0.67, "words in quotation marks inside reported speech")
NAMED = Rule("de-direct-named", "1", 0.66, "a verb of naming or judging with words in marks")
NAMED_IN = 2
"""A first name and a surname."""
FRAME = 120
"""A frame between two quotations is no longer than this, in tokens."""
WORDS_BEFORE = 3
"""With so many words before it in its sentence, a mark opens only a part of what was said."""


def words_inside(document: Document, mark: Range) -> int:
    """How many words stand between two quotation marks."""
    words = document.tokens.words
    return sum(1 for i in range(mark[0] + 1, mark[1] - 1) if words[i][0].isalnum())


def with_colon(
    document: Document, sentence: Sentence, mark: Range, cues: list[Cue]
) -> Draft | None:
    """`X sagte: „...“`"""
    begin = mark[0]
    if begin <= sentence.begin or document.tokens.words[begin - 1] != ":":
        return None
    draft = Draft("Direct", [mark], COLON, sentence.number)
    draft.frame = [(sentence.begin, begin)]
    cue = next((c for c in reversed(cues) if c.last < begin), None)
    if cue is not None:
        draft.cue = groups(cue.tokens)
        speaker = subject(document, sentence, cue)
        if cue.lemma == "zitieren":
            speaker = quoted(document, cue.verb, speaker, begin)
    elif words_inside(document, mark) < 3:
        return None
    elif document.konjunktiv(sentence.begin, begin) >= 0:
        draft.frame = []
        return draft
    else:
        speaker = _speaker_without_cue(document, sentence, begin - 1)
        if speaker[0] == speaker[1] and words_inside(document, mark) < 5:
            return None
    draft.speaker = [speaker] if speaker[1] > speaker[0] else []
    return draft


def _speaker_without_cue(document: Document, sentence: Sentence, limit: int) -> Range:
    verb = document.finite(sentence.begin, limit)
    start = sentence.begin
    if document.tokens.low[start] in ("auch", "nur", "selbst", "sogar") and start + 1 < limit:
        start += 1
    if starts_phrase(document, start):
        end = phrase_end(document, start, limit)
        while verb < 0 and end < limit and document.tokens.words[end] == ",":
            more = phrase_end(document, end + 1, limit)
            if more == end + 1:
                break
            end = more
        return start, end
    return subject_after(document, verb, limit) if verb >= 0 else (start, start)


def with_frame_behind(
    document: Document, sentence: Sentence, mark: Range, cues: list[Cue]
) -> Draft | None:
    """`„...“, sagte X` and `„...“, so X`"""
    after = mark[1]
    tokens = document.tokens
    if after >= sentence.end:
        return None
    if mark[0] - sentence.begin >= WORDS_BEFORE and tokens.words[mark[0] - 1] != ":":
        return None
    k = after + 1 if tokens.words[after] == "," else after
    if k >= sentence.stop:
        return None
    if tokens.low[k] == "so" or (tokens.low[k] == "wie" and tokens.words[after] == ","):
        return _so_behind(document, sentence, mark, k, cues)
    cue = next((c for c in cues if c.verb == k), None)
    if cue is None or not set("sdt") & set(cue.kinds):
        return None
    if k == after and not _speech_like(document, sentence, mark):
        return None
    limit = _frame_limit(document, sentence, k)
    draft = Draft("Direct", [mark], BEHIND, sentence.number)
    draft.cue = groups(cue.tokens)
    speaker = subject_after(document, cue.verb, limit)
    if cue.lemma in FROM_TEXT:
        speaker = source_text(document, k, limit)
    if cue.lemma == "zitieren":
        speaker = quoted(document, cue.verb, speaker, limit)
    speaker = _with_apposition(document, speaker, limit)
    draft.speaker = [speaker] if speaker[1] > speaker[0] else []
    draft.frame = [(after, limit)]
    return draft


def quoted(document: Document, verb: int, subject: Range, limit: int) -> Range:
    """Whom somebody quotes: `zitierte das Blatt X`, `X zitierte Y mit den Worten`."""
    begin, end = subject if subject[0] > verb else (verb + 1, verb + 1)
    den = end < limit and document.tokens.low[end] == "den"
    if den or (end < limit and starts_phrase(document, end)):
        return end, phrase_end(document, end + den, limit)
    words, names = document.tokens.words, document.names
    named = end - begin > NAMED_IN and not names.isdisjoint(words[end - NAMED_IN : end])
    if named and all(words[k][0].isupper() for k in range(end - NAMED_IN - 1, end)):
        return end - NAMED_IN, end  # `die Elbpost Nadja Kessler`
    return subject


def _speech_like(document: Document, sentence: Sentence, mark: Range) -> bool:
    """With no comma behind it, only a sentence of its own is speech, not a title."""
    if document.tokens.words[mark[1] - 2] in ("!", "?", ".", ","):
        return True
    if mark[0] != sentence.begin or words_inside(document, mark) < 4:
        return False
    return document.flags[mark[0] + 1] & CAP == 0 or any(
        document.flags[i] & FINITE for i in range(mark[0], mark[1])
    )


def _so_behind(
    document: Document, sentence: Sentence, mark: Range, k: int, cues: list[Cue]
) -> Draft | None:
    limit = _frame_limit(document, sentence, k)
    draft = Draft("Direct", [mark], BEHIND, sentence.number)
    draft.frame = [(mark[1], limit)]
    draft.cue = [(k, k + 1)]
    cue = next((c for c in cues if k < c.verb < limit), None)
    start = k + 1
    if cue is not None and (cue.verb == k + 1 or document.tokens.low[k] == "wie"):
        draft.cue = groups([*cue.tokens, k] if document.tokens.low[k] == "wie" else cue.tokens)
        start = cue.verb + 1 if cue.verb == k + 1 else k + 1
    while start < limit and document.tokens.low[start] in ("auch", "etwa", "wörtlich"):
        start += 1
    end = phrase_end(document, start, limit)
    if end == start:
        return None
    speaker = _with_apposition(document, (start, end), limit)
    draft.speaker = [speaker]
    return draft


def _with_apposition(document: Document, speaker: Range, limit: int) -> Range:
    end = speaker[1]
    if end > speaker[0] and end < limit and document.tokens.words[end] == ",":
        i = end + 1
        if i < limit and (document.flags[i] & (CAP | DET)):
            more = phrase_end(document, i, limit)
            if more > i and (more >= limit or document.tokens.words[more] == ","):
                return speaker[0], more
            if more > i and not document.flags[more] & FINITE and document.flags[i] & CAP:
                return speaker[0], more
    return speaker


def _frame_limit(document: Document, sentence: Sentence, k: int) -> int:
    """The frame ends with the sentence or before the next quotation."""
    for i in range(k, min(sentence.stop, k + FRAME)):
        if (
            document.inside[i] >= 0
            and document.marks[document.inside[i]][0] == i
            and document.tokens.words[i - 1] in (",", ":")
        ):
            return i
    return sentence.stop


def whole(document: Document, sentence: Sentence, mark: Range) -> Draft | None:
    """A quotation that is a sentence, or several, of its own."""
    starts = mark[0] == sentence.begin
    tokens = document.tokens
    if not starts or words_inside(document, mark) < 3:
        return None
    last = mark[1]
    closed = last >= len(tokens.words) or tokens.breaks[last] or last >= sentence.end
    inner = tokens.words[last - 2]
    if not closed and inner not in ".!?…" and tokens.words[last] not in ".!?":
        return None
    return Draft("Direct", [mark], BARE, sentence.number)


def partial(document: Document, mark: Range, host: Draft) -> Draft | None:
    """Words in marks inside reported speech: the same roles as the speech around."""
    if not any(b <= mark[0] and mark[1] <= e for b, e in host.quote) or is_name(document, mark):
        return None
    draft = Draft("Direct", [mark], PART, host.sentence)
    draft.speaker, draft.cue, draft.frame = host.speaker, host.cue, host.frame
    return draft


def named(document: Document, sentence: Sentence, mark: Range, cues: list[Cue]) -> Draft | None:
    """`nannte den Plan „...“`, `bezeichnete ihn als „...“`, `sprach von „...“`."""
    called = any(
        "n" in cue.kinds and cue.verb < mark[0] and mark[1] >= sentence.stop for cue in cues
    )
    if is_name(document, mark) and not called:
        return None
    worded = _in_the_words(document, sentence, mark) or _fronted(document, sentence, mark, cues)
    if worded is not None:
        return worded
    for cue in reversed(cues):
        if cue.verb < mark[0] and set("nrd") & set(cue.kinds):
            between = sentence.segments[cue.segment]
            called = document.tokens.low[mark[0] - 1] == "als"
            if mark[0] > between.end and document.finite(between.end, mark[0]) >= 0 and not called:
                continue
            draft = Draft("Direct", [mark], NAMED, sentence.number)
            draft.cue = groups([t for t in cue.tokens if t < mark[0] or t >= mark[1]])
            low = document.tokens.low
            if low[mark[0] - 1] == "als":
                draft.cue.append((mark[0] - 1, mark[0]))
            speaker = subject(document, sentence, cue)
            draft.speaker = [speaker] if speaker[1] > speaker[0] else []
            draft.frame = [(sentence.begin, mark[0])]
            return draft
    return None


def _fronted(document: Document, sentence: Sentence, mark: Range, cues: list[Cue]) -> Draft | None:
    """`Von einer „...“ sprach X`, `Als „...“ bezeichnete X den Plan`."""
    if document.tokens.low[sentence.begin] not in ("von", "als", "vom"):
        return None
    part = sentence.segments[0]
    cue = next((c for c in cues if c.verb in (mark[1], mark[1] + 1) and c.verb < part.end), None)
    if cue is None or not set("nrd") & set(cue.kinds):
        return None
    speaker = subject_after(document, cue.verb, part.end)
    draft = Draft("Direct", [mark], NAMED, sentence.number)
    draft.cue = [(sentence.begin, sentence.begin + 1), *groups(cue.tokens)]
    draft.speaker = [speaker] if speaker[1] > speaker[0] else []
    draft.frame = [(sentence.begin, mark[0]), (mark[1], part.end)]
    return draft


def _in_the_words(document: Document, sentence: Sentence, mark: Range) -> Draft | None:
    """`Mit den Worten „...“ trat X zurück`, `X trat mit der Parole „...“ an`."""
    low = document.tokens.low
    first = mark[0] - 3
    if first < sentence.begin or low[first] != "mit" or low[mark[0] - 1] not in _WORDS:
        return None
    part = next((p for p in sentence.segments if p.begin <= first < p.end), None)
    if part is None:
        return None
    verb = document.finite(part.begin, part.end)
    if verb < 0:
        return None
    speaker = subject_before(document, part.begin, verb)
    if verb > mark[0] or speaker[0] == speaker[1]:
        speaker = subject_after(document, verb, part.end)
    if speaker[0] == speaker[1]:
        return None
    draft = Draft("Direct", [mark], NAMED, sentence.number)
    draft.cue, draft.speaker = [(first, mark[0])], [speaker]
    draft.frame = [(part.begin, mark[0]), (mark[1], part.end)]
    return draft


_WORDS = frozenset("worten satz parole hinweis bemerkung aussage".split())
_DEFINITE = frozenset(
    """
    der die das dem den des im am vom zum zur beim ins in bei von mit für über auf durch
    """.split()
)


def is_name(document: Document, mark: Range) -> bool:
    """Whether the words in marks look like a title or a name, not like speech."""
    flags, words = document.flags, document.tokens.words
    first, last = mark[0] + 1, mark[1] - 1
    inner = [i for i in range(first, last) if words[i][0].isalnum()]
    if not inner:
        return True
    if words[inner[0]][0].islower() and len(inner) > 1:
        return False
    before = mark[0] - 1
    low = document.tokens.low
    if before >= 0 and low[before] == "als":
        return False
    if before >= 0 and low[before] in ("sogenannte", "sogenannten", "sogenannter", "genannten"):
        return True
    noun = before >= 0 and flags[before] & CAP and words[before][0].isupper()
    titled = all(words[i][0].isupper() or words[i][0].isdigit() for i in inner)
    if titled and before >= 0 and low[before] in _DEFINITE:
        return True
    ends = words[inner[0]][0].isupper() and words[inner[-1]][0].isupper()
    if ends and 2 <= len(inner) <= 5 and before >= 0 and low[before] in ("der", "dem", "des"):
        return True
    if len(inner) <= 5 and noun:
        return True
    if all(flags[i] & CAP or words[i][0].isupper() for i in inner) and len(inner) <= 4:
        return not (len(inner) == 1 and before >= 0 and flags[before] & DET)
    return len(inner) == 1 and words[inner[0]][0].islower() and False
