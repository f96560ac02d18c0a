"""The German rule engine: text in, quotations out."""

from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache

from onrecord.extract.german.grammar.document import Document, Sentence, read_document
from onrecord.extract.german.grammar.flags import KONJ
from onrecord.extract.german.names.entities import find_entities
from onrecord.extract.german.speech.addressees import addressee
from onrecord.extract.german.speech.anaphora import DEMNACH, POINTERS, dies, pointing
from onrecord.extract.german.speech.colons import (
    before_colon,
    mood_before_colon,
    told_before_colon,
)
from onrecord.extract.german.speech.cues import MOST_CUES, Cue, find_cues
from onrecord.extract.german.speech.denied import DENIED, DENYING, denied
from onrecord.extract.german.speech.direct import (
    named,
    partial,
    whole,
    with_colon,
    with_frame_behind,
    words_inside,
)
from onrecord.extract.german.speech.drafts import Draft, Range
from onrecord.extract.german.speech.framed import AFTER, framed
from onrecord.extract.german.speech.interview import answers
from onrecord.extract.german.speech.memory import Memory
from onrecord.extract.german.speech.mood import SHALL, behind_colon, hearsay, unframed
from onrecord.extract.german.speech.nouns import GOVERNING, governed
from onrecord.extract.german.speech.reported import (
    SOMEBODY,
    TALK,
    refuses,
    reported,
    talked_of,
)
from onrecord.extract.german.speech.showing import saying_cues
from onrecord.extract.german.speech.signature import signed
from onrecord.extract.german.speech.sources import SOURCED, SOURCES, sourced
from onrecord.extract.german.speech.written import written
from onrecord.extract.records import Entity, Quote, Source
from onrecord.extract.tokens import Kind, between

SPEAKERLESS = 0.6
"""A quotation whose speaker was not found is right less often."""
NESTING = 1
"""How many reports may stand around a report."""


def quotes(text: str) -> tuple[Quote, ...]:
    """The quotations of a German text, in the order of the text."""
    document = read_document(text)
    know_names(document, find_entities(document))
    return quotes_of(document)


def know_names(document: Document, entities: Sequence[Entity]) -> None:
    """Tells the document which words are names, so that their bearers may be taken to speak."""
    document.names = frozenset(word for e in entities for word in e.name.split())
    document.media = frozenset(e.name.split()[0] for e in entities if e.kind == "medium")


def quotes_of(document: Document) -> tuple[Quote, ...]:
    """The quotations of a document, in the order of the text."""
    drafts = _drafts(document)
    return tuple(_quote(document, draft) for draft in drafts)


def _drafts(document: Document) -> list[Draft]:
    found: list[Draft] = []
    memory = Memory(document)
    marks_of: dict[int, list[Range]] = {}
    for mark in document.marks:
        marks_of.setdefault(_sentence_at(document, mark), []).append(mark)
    covered = -1
    signatures = _whole_paragraphs(document)
    for sentence in document.sentences:
        draft = signatures.get(sentence.begin)
        if draft is not None:
            found.append(draft)
            memory.keep(draft)
            covered = max(covered, draft.frame[0][1], draft.end)
        marks = marks_of.get(sentence.number, [])
        if sentence.end <= covered:
            continue
        new = _of_sentence(document, sentence, marks, memory)
        for draft in new:
            covered = max(covered, draft.end) if draft.type == "Direct" else covered
        run = _run_before(found, new)
        if run is not None:
            run.quote = [(run.begin, new[0].end)]
            memory.sentence = sentence.number
            found += new[1:]
            continue
        found += new
    return found


def _whole_paragraphs(document: Document) -> dict[int, Draft]:
    """Signed paragraphs and the answers of interviews, by the first token of the paragraph."""
    numbered: dict[int, list[Sentence]] = {}
    for sentence in document.sentences:
        numbered.setdefault(sentence.paragraph, []).append(sentence)
    paragraphs = list(numbered.values())
    drafts = (signed(document, paragraph) for paragraph in paragraphs)
    found = {draft.begin: draft for draft in drafts if draft is not None}
    return {draft.frame[0][0]: draft for draft in answers(document, paragraphs)} | found


def _run_before(found: list[Draft], new: list[Draft]) -> Draft | None:
    """The run of unframed Konjunktiv that goes on; words in marks in it do not end it."""
    if not new or new[0].type != "IndirectFreeIndirect":
        return None
    for before in reversed(found[-MOST_CUES:]):
        if before.type == "IndirectFreeIndirect":
            return before if new[0].begin == before.end else None
        if before.rule.id != "de-direct-part":
            return None
    return None


def _sentence_at(document: Document, mark: Range) -> int:
    """The sentence in which a quotation ends if it starts one, else the one it starts in."""
    return max(bisect_right(document.sentences, mark[0], key=lambda s: s.begin) - 1, 0)


def _of_sentence(
    document: Document, sentence: Sentence, marks: list[Range], memory: Memory
) -> list[Draft]:
    cues = saying_cues(document, sentence)
    if not marks and (_plain(document, sentence, cues) or refuses(document, sentence)):
        return []
    directs, free = _directs(document, sentence, marks, cues, memory)
    rejected = denied(document, sentence, cues) if sentence.kinds & DENYING.bit else []
    clauses = rejected or _clauses(document, sentence, cues, directs)
    if not rejected and not (directs and any(d.rule.id == "de-direct-after" for d in directs)):
        clauses += sourced(document, sentence) if sentence.kinds & SOURCES.bit else []
        if sentence.kinds & POINTERS.bit and (memory.near(sentence) or not clauses):
            clauses += pointing(document, sentence)
    for draft in clauses:
        if draft.rule is DEMNACH:
            draft.speaker = [*memory.speaker, *draft.cue]
    if not clauses and not directs:
        clauses = _frameless(document, sentence, cues, memory)
    elif not directs:
        clauses += _reported_inside(document, sentence, cues, clauses)
    if directs:
        clauses += mood_before_colon(sentence, directs, memory)
        clauses += [] if clauses else told_before_colon(document, sentence, cues, directs)
    if free:
        directs += _parts(document, sentence, free[:MOST_CUES], cues, clauses)
    if directs and any(d.rule.id == "de-direct-named" for d in directs):
        clauses = [c for c in clauses if c.type != "Reported"]
    for draft in clauses + directs:
        draft.addressee = addressee(document, draft)
        memory.keep(draft)
    return clauses + directs


def _plain(document: Document, sentence: Sentence, cues: list[Cue]) -> bool:
    """Whether a sentence with no marks has nothing at all that may render speech."""
    may_render = MAY_RENDER if len(sentence.segments) > 1 else MAY_RENDER_ALONE
    return not (
        cues
        or sentence.kinds & may_render.bit
        or between(document.moods, sentence.begin, sentence.end)
    )


MAY_RENDER_ALONE = Kind.any(SOURCES, POINTERS, SHALL, TALK, placed=False)
MAY_RENDER = Kind.any(MAY_RENDER_ALONE, GOVERNING, placed=False)
"""What may render speech with no verb of saying and no Konjunktiv: in one segment, in several."""


def _clauses(
    document: Document, sentence: Sentence, cues: list[Cue], directs: list[Draft]
) -> list[Draft]:
    """Indirect speech that a verb, a noun or a pronoun of the sentence frames."""
    clauses: list[Draft] = []
    blocked = [d.frame[0] for d in directs if d.frame and d.rule.id in _FRAMING] if directs else []
    for cue in cues:
        if blocked and any(b <= cue.verb < e for b, e in blocked):
            told = before_colon(document, sentence, cue, directs)
            clauses += [told] if told is not None and not clauses else []
            continue
        if document.flags[cue.verb] & KONJ and _unframed_so_far(document, sentence, cue):
            continue
        draft = framed(document, sentence, cue)
        if draft is not None:
            clauses = _with(clauses, draft)
    if not clauses and not directs:
        before = document.sentences[sentence.number - 1] if sentence.number else None
        told = governed(document, sentence) or dies(document, before, sentence, cues)
        clauses += [told] if told is not None else []
    return clauses


_FRAMING = ("de-colon", "de-direct-after")


def _frameless(
    document: Document, sentence: Sentence, cues: list[Cue], memory: Memory
) -> list[Draft]:
    """Konjunktiv and hearsay with no frame, else a verb of saying with an object."""
    last, distance = memory.last, sentence.number - memory.sentence
    adjacent = last is not None and distance == 1 and last.type == "IndirectFreeIndirect"
    draft = unframed(document, sentence, distance, adjacent) or hearsay(document, sentence)
    if draft is not None:
        hears = draft.type == "FreeIndirect" and distance > 1
        draft.speaker = [] if hears else memory.speaker_of(sentence)
        behind = behind_colon(document, sentence) if not hears else None
        if behind is not None and draft.type == "IndirectFreeIndirect":
            draft.type, draft.quote, draft.speaker = "Indirect", [behind[0]], [behind[1]]
        elif draft.type == "IndirectFreeIndirect":
            draft = written(document, sentence, draft)
        return [draft, *_said_inside(document, sentence, cues)]
    about = cues and (distance == 1 or memory.shows_somebody(sentence))
    for cue in cues:
        told = reported(document, sentence, cue, bool(about))
        if told is not None:
            return [told]
    talk = talked_of(document, sentence)
    return [talk] if talk is not None else []


def _said_inside(document: Document, sentence: Sentence, cues: list[Cue]) -> list[Draft]:
    """`Ein Zeuge habe ausgesagt, man habe ...`: who says it is named, not a pronoun."""
    for cue in cues:
        draft = framed(document, sentence, cue)
        if draft is not None and draft.speaker:
            begin, end = draft.speaker[0]
            if end - begin > 1 or not document.names.isdisjoint(document.tokens.words[begin:end]):
                return [draft]
    return []


def _reported_inside(
    document: Document, sentence: Sentence, cues: list[Cue], clauses: list[Draft]
) -> list[Draft]:
    """`Nach dem Bericht kritisierte er X`: a report of what somebody said without a clause."""
    if len(clauses) != 1 or clauses[0].rule not in SOURCED:
        return []
    outer = clauses[0]
    for cue in cues:
        draft = reported(document, sentence, cue, inside=True)
        if draft is None or not any(b <= cue.verb < e for b, e in outer.quote):
            continue
        begin, end = draft.speaker[0]
        words = document.tokens.words[begin:end]
        someone = words in SOMEBODY or not document.names.isdisjoint(words)
        if someone and any(b <= begin and end <= e for b, e in outer.quote):
            draft.quote = list(outer.quote)
            return [draft]
    return []


def _parts(
    document: Document,
    sentence: Sentence,
    free: list[Range],
    cues: list[Cue],
    clauses: list[Draft],
) -> list[Draft]:
    """Words in marks inside reported speech, or behind a verb of naming."""
    found: list[Draft] = []
    hosts = [c for c in clauses if c.type != "Reported" and c.speaker]
    rejected = any(c.rule is DENIED for c in clauses)
    indirect = not rejected and any(c.type == "Indirect" for c in clauses)
    for mark in free:
        inner = (partial(document, mark, host) for host in hosts)
        draft = next((d for d in inner if d is not None), None)
        if draft is None and not indirect:
            draft = named(document, sentence, mark, cues)
            if draft is not None and hosts and hosts[0].rule is DENIED:
                draft.speaker = hosts[0].speaker
        if draft is not None:
            found.append(draft)
    return found


def _with(clauses: list[Draft], draft: Draft) -> list[Draft]:
    """One frame a clause: of two for the same words, the one behind them is the true one.

    A report inside a report is a quotation of its own; deeper ones are not.
    """
    for number, other in enumerate(clauses):
        if other.begin == draft.begin or (other.rule is not AFTER and draft.rule is AFTER):
            if draft.rule is AFTER and draft.end >= other.begin:
                return [*clauses[:number], draft, *clauses[number + 1 :]]
            return clauses
    nested = [c for c in clauses if c.begin <= draft.begin and draft.end <= c.end]
    if len(nested) > NESTING or (clauses and not nested):
        return clauses
    return [*clauses, draft]


def _unframed_so_far(document: Document, sentence: Sentence, cue: Cue) -> bool:
    """`Er hoffe, dass ...` is reported as a whole: no verb in the indicative stands before."""
    before = document.finite(sentence.begin, cue.verb)
    return before < 0 or bool(document.flags[before] & KONJ)


def _directs(
    document: Document,
    sentence: Sentence,
    marks: list[Range],
    cues: list[Cue],
    memory: Memory,
) -> tuple[list[Draft], list[Range]]:
    found: list[Draft] = []
    free: list[Range] = []
    tokens = document.tokens
    for mark in marks:
        if found and _goes_on(document, found[-1], mark):
            found[-1].quote.append(mark)
            continue
        home = sentence
        while home.end < mark[1] and home.number + 1 < len(document.sentences):
            home = document.sentences[home.number + 1]
        later = cues if home is sentence else find_cues(document, home)[:MOST_CUES]
        draft = with_colon(document, sentence, mark, cues)
        if draft is not None and (not draft.cue or tokens.words[mark[1] : mark[1] + 1] == [","]):
            draft = with_frame_behind(document, home, mark, later) or draft
        behind = tokens.low[mark[1] : mark[1] + 2]
        word = behind[:1] == [","] and behind[1:] not in (["so"], ["wie"])  # `„Unsinn“, sagte X`
        if draft is None and (word or words_inside(document, mark) > 1):
            draft = with_frame_behind(document, home, mark, later)
        if draft is None:
            draft = _bare(document, sentence, mark, memory)
        if draft is not None and draft.rule.id == "de-colon" and not draft.frame:
            draft.speaker = memory.speaker_of(sentence)
        if draft is None:
            free.append(mark)
        else:
            draft.sentence = home.number
            found.append(draft)
    return found, free


def _goes_on(document: Document, before: Draft, mark: Range) -> bool:
    """`„Wenn wir nicht handeln“, sagte X, „verlieren wir“`: one sentence in two ranges."""
    if before.rule.id != "de-direct-after" or not before.frame or before.frame[0][1] != mark[0]:
        return False
    words = document.tokens.words
    closed = words[before.end - 2] in (".", "!", "?")
    return words[mark[0] - 1] == "," and not closed and words[mark[0] + 1][0].islower()


def _bare(document: Document, sentence: Sentence, mark: Range, memory: Memory) -> Draft | None:
    """A sentence in marks belongs to who spoke last; right behind a quotation, to its frame."""
    draft = whole(document, sentence, mark)
    if draft is None:
        return None
    draft.speaker = memory.speaker_of(sentence)
    last = memory.last
    if last is not None and sentence.number - memory.sentence == 1 and last.type == "Direct":
        draft.cue, draft.frame = last.cue, last.frame
    return draft


def _quote(document: Document, draft: Draft) -> Quote:
    rule = draft.rule
    lost = not draft.speaker and draft.type != "FreeIndirect"
    confidence = round(rule.confidence * SPEAKERLESS, 2) if lost else rule.confidence
    spans = document.spans
    return Quote(
        type=draft.type,  # type: ignore[arg-type]
        quote=spans(*draft.quote),
        speaker=spans(*draft.speaker) if draft.speaker else (),
        cue=spans(*draft.cue) if draft.cue else (),
        frame=spans(*draft.frame) if draft.frame else (),
        addressee=spans(*draft.addressee) if draft.addressee else (),
        source=_source(rule.id, rule.version, confidence, rule.why),
    )


@lru_cache(maxsize=1000)
def _source(rule: str, version: str, confidence: float, why: str) -> Source:
    return Source(rule, version, confidence, why)
