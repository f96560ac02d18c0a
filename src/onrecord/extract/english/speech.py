"""English speech: interviews, words in quotation marks with their speaker, what is reported."""

from collections.abc import Iterator
from typing import Final

from onrecord.extract.english.complements import REACH
from onrecord.extract.english.document import Document, Range
from onrecord.extract.english.drafts import BARE, DIRECT, PART, REPORTED, make_quote
from onrecord.extract.english.indirect import indirect_in
from onrecord.extract.english.interview import answers_in
from onrecord.extract.english.phrases import (
    SPEAKERS,
    first_finite,
    has_finite,
    is_agent,
    is_cue,
    subject,
    subject_after,
)
from onrecord.extract.english.relating import leaves_open
from onrecord.extract.english.verbs import (
    CALLING_ING,
    CALLS,
    OBJECTS,
    SAYING,
    SPEAKS,
    finite_forms,
)
from onrecord.extract.english.words import DETERMINERS, FUNCTION, PREPOSITIONS, PRONOUNS
from onrecord.extract.records import Quote, Span

Speaker = tuple[Span, ...]
_SHORT: Final = 3
"""Marks around so few words between them are no speech unless a verb of calling says so."""
_SAID: Final = SPEAKS | CALLS


def find_quotes(document: Document) -> tuple[Quote, ...]:
    """The quotations of an English text, in order."""
    found: list[Quote] = []
    answers = answers_in(document)
    last: Speaker = ()
    done = 0
    for sentence in document.sentences:
        answer = answers.get(sentence[0])
        if answer is not None:
            done = answer[0]
            found.append(answer[1])
            last = answer[1].speaker
        if sentence[0] < done:
            continue
        last = last if not _opens_section(document, sentence) else ()
        for quote in _read(document, sentence, last):
            found.append(quote)
            last = quote.speaker or last
    return tuple(found)


def _opens_section(document: Document, sentence: Range) -> bool:
    """A new paragraph that begins with no quotation mark: who spoke last is forgotten."""
    start = sentence[0]
    return bool(document.tokens.breaks[start] == 2 and document.inside[start] < 0)


def _read(document: Document, sentence: Range, last: Speaker) -> list[Quote]:
    heading = _is_heading(document, sentence)
    # A frame at the very end of a text frames nothing.
    indirect = [] if heading else [q for q in indirect_in(document, sentence) if q.quote]
    spans = [span for quote in indirect for span in quote.quote]
    tails = {span for quote in indirect for span in quote.quote[1:]}
    marks = [m for m in document.marks if sentence[0] <= m[0] < sentence[1]]
    free = [
        m
        for m in marks
        if not _within(document, m, spans) and document.tokens.span(*m) not in tails
    ]
    direct = _direct(document, sentence, free, last) if free else []
    taken = [span for quote in direct for span in quote.quote]
    kept = [q for q in indirect if not any(b <= q.quote[0][0] < e for b, e in taken)]
    found = sorted([*kept, *direct], key=lambda q: q.quote[0])
    return found if found or heading else list(_reported(document, sentence))


def _is_heading(document: Document, sentence: Range) -> bool:
    """A line of its own that no full stop ends."""
    tokens, (begin, end) = document.tokens, sentence
    alone = tokens.breaks[begin] and (end >= len(tokens) or tokens.breaks[end])
    return bool(alone and end < len(tokens) and tokens.words[end - 1][-1].isalnum())


def _within(document: Document, mark: Range, spans: list[Span]) -> bool:
    begin, end = document.tokens.span(*mark)
    return any(b < begin and end <= e for b, e in spans)


def _direct(document: Document, sentence: Range, marks: list[Range], last: Speaker) -> list[Quote]:
    """The quotations in marks of a sentence, each with the frame beside it."""
    stop = document.stop(sentence)
    found: list[Quote] = []
    i = 0
    while i < len(marks):
        mark = marks[i]
        after = marks[i + 1] if i + 1 < len(marks) else (stop, stop)
        before = marks[i - 1][1] if i else sentence[0]
        quote, both = _framed(document, (before, after[0]), mark, after, stop)
        if quote is None:
            quote = _bare(document, sentence, mark, stop, last)
        if quote is not None:
            found.append(quote)
            last = quote.speaker or last
        i += 2 if both else 1
    return found


def _whole(document: Document, mark: Range) -> bool:
    """Whether the marks hold an utterance: they end in punctuation, or have a verb."""
    words = document.tokens.words
    return words[mark[1] - 2] in ",.?!…—–" or has_finite(document, mark[0] + 1, mark[1] - 1)


def _framed(
    document: Document, room: Range, mark: Range, after: Range, stop: int
) -> tuple[Quote | None, bool]:
    """The quotation with the frame behind or before it, and whether it goes on in the next."""
    words = document.tokens.words
    behind = _frame_behind(document, mark, room[1])
    if (behind is not None and words[mark[1] - 2] in ",?!…—–" + ".") or (
        behind is not None and words[mark[1] : mark[1] + 1] == [","]
    ):  # fmt: skip
        verb, speaker = behind
        split = after[0] < stop and words[after[0] - 1] == "," and words[mark[1] - 2] != "."
        parts = [mark, after] if split else [mark]
        end = after[0] if split else min(room[1], stop)
        quote = make_quote(
            document, "Direct", DIRECT, parts, [speaker], [(verb, verb + 1)], [(mark[1], end)]
        )
        return quote, split
    return _frame_before(document, room[0], mark), False


def _frame_behind(document: Document, mark: Range, end: int) -> tuple[int, Range] | None:
    """`“...,” X said`, `“...,” said X`: the verb and who speaks."""
    low, words = document.tokens.low, document.tokens.words
    start = mark[1]
    if start < end and words[start] == ",":
        start += 1
    if start < end and low[start] == "as":
        start += 1
    for verb in range(start, min(start + 30, end)):
        if (
            low[verb] not in _SAID
            or document.inside[verb] >= 0
            or low[verb + 1 : verb + 2] == ["that"]
        ):
            continue
        if verb == start:
            speaker = subject_after(document, verb, end)
        else:
            speaker = subject(document, start, verb)
        if is_agent(document, speaker):
            return verb, speaker
    signed = start + 1 < end and words[start] in ("—", "–", "-") and document.capital(start + 1)
    if signed and not has_finite(document, start + 1, end):
        return start, (start + 1, end)
    return None


def _frame_before(document: Document, begin: int, mark: Range) -> Quote | None:
    """`X said: “...”`, `X called it “...”`, `X was blunter: “...”`."""
    low, words = document.tokens.low, document.tokens.words
    start = max(begin, mark[0] - REACH)
    whole = _whole(document, mark)
    led = words[mark[0] - 1] in (":", ",") if mark[0] > begin else False
    for verb in range(mark[0] - 1, start, -1):
        if document.inside[verb] >= 0 or low[verb] not in _CUES:
            continue
        if not led and low[verb] not in CALLS and low[verb] not in CALLING_ING and not (
            whole and verb == mark[0] - 1
        ):  # fmt: skip
            continue
        speaker = _speaker_of(document, start, verb)
        if is_agent(document, speaker):
            source = DIRECT if led else PART
            return make_quote(
                document, "Direct", source, [mark], [speaker], [(verb, verb + 1)],
                [(speaker[0], mark[0])],
            )  # fmt: skip
    if mark[0] > begin + 1 and words[mark[0] - 1] == ":" and whole:
        verb = first_finite(document, start, start + 1, mark[0])
        speaker = subject(document, start, verb) if verb > 0 else (start, start)
        if is_agent(document, speaker):
            return make_quote(document, "Direct", BARE, [mark], [speaker], [], [(start, mark[0])])
    return None


def _speaker_of(document: Document, start: int, verb: int) -> Range:
    """The subject of a verb, or for `calling it` that of the sentence."""
    low = document.tokens.low
    if low[verb] not in SAYING and low[verb] not in CALLING_ING:
        return subject(document, start, verb) if is_cue(document, verb, start, _SAID) else (0, 0)
    first = first_finite(document, start, start + 1, verb)
    return subject(document, start, first) if first > 0 else (start, start)


def _bare(
    document: Document, sentence: Range, mark: Range, stop: int, last: Speaker
) -> Quote | None:
    """A sentence in marks that has no frame: who spoke last goes on."""
    whole = mark[0] == sentence[0] and mark[1] >= stop and mark[1] - mark[0] > _SHORT
    if not whole:
        return None
    if not last and not (_whole(document, mark) or sentence[0] == 0):
        return None
    return make_quote(document, "Direct", BARE, [mark], [], known=last)


def _reported(document: Document, sentence: Range) -> Iterator[Quote]:
    """`X rejected the claim`, `X accused Y of Z`, `X put the price at Z`."""
    low, stop = document.tokens.low, document.stop(sentence)
    if document.tokens.words[sentence[1] - 1] == "?":
        return
    for verb in range(sentence[0] + 1, stop):
        if low[verb] not in _PUT or leaves_open(document, verb):
            continue
        calling = low[verb] == "calling" and low[verb - 1] in _NOW
        if not calling and not is_cue(document, verb, sentence[0], _PUT):
            continue
        if not _has_object(document, verb, stop):
            continue
        speaker = subject(document, max(sentence[0], verb - REACH), verb)
        named = any(
            (document.capital(i) and low[i] not in FUNCTION)
            or low[i] in PRONOUNS or low[i] in SPEAKERS
            for i in range(*speaker)
        )  # fmt: skip
        if named and is_agent(document, speaker):
            cue = [(verb, verb + 1)]
            yield make_quote(document, "Reported", REPORTED, [sentence], [speaker], cue)
            return


_PUTS: Final = {"put": "put", "puts": "put", "called": "call", "calls": "call",
                "calling": "call", "urged": "urge", "sees": "see", "saw": "see"}  # fmt: skip
_WITH: Final = {
    form: frozenset(behind.split())
    for verb, behind in (
        ("warn", "of about against"), ("hint", "at"), ("hope", "for"), ("fear", "for"),
        ("rule", "out"), ("complain", "about of"), ("object", "to"), ("insist", "on"),
        ("speak/spoke", "of against"), ("talk", "of"), ("push", "for"), ("appeal", "to"),
        ("argue", "for against"), ("campaign", "for against"), ("point", "to"),
    )
    for form in finite_forms([verb])
}  # fmt: skip
"""Verbs that render speech with what their preposition governs: `warned of job losses`."""
_NOW: Final = frozenset("is are was were been".split())
_STANCES: Final = frozenset("as reason need room risk chance danger problem grounds".split())


def _has_object(document: Document, verb: int, stop: int) -> bool:
    """Whether a phrase follows the verb: `put the price at 3`, `called for`, `denied it`."""
    low = document.tokens.low
    if verb + 1 >= stop or verb + 1 >= len(low):
        return False
    following = low[verb + 1]
    if low[verb] in _JUDGES:
        return "as" in low[verb + 2 : min(verb + 2 + _JUDGED, stop)]
    if low[verb] in _WITH and following in _WITH[low[verb]]:
        return True
    if low[verb] in _WITH and low[verb] not in OBJECTS:
        return False
    if low[verb] in ("sees", "saw"):
        return not _STANCES.isdisjoint(low[verb + 1 : min(verb + 9, stop)])
    if low[verb] in ("put", "puts"):
        return "at" in low[verb + 2 : verb + 9]
    if low[verb] == "calling":
        return following in ("for", "on")
    if low[verb] in ("called", "calls", "urged"):
        if following in DETERMINERS and _judged(document, verb, stop):
            return True
        named = following not in ("a", "an") and {"a", "an"} & set(low[verb + 2 : verb + 8])
        return following in ("for", "on") or _PUTS[low[verb]] == "urge" or bool(named)
    if following in ("to",):
        return low[verb].startswith(("expect", "anticipat"))
    return (
        following in DETERMINERS
        or following in PRONOUNS
        or document.capital(verb + 1)
        or not (following in PREPOSITIONS or following in ("and", "but", ","))
    )


def _judged(document: Document, verb: int, stop: int) -> bool:
    """`called the terms generous`: behind what is judged stands an adjective, and no more."""
    low = document.tokens.low
    for k in range(verb + 3, min(verb + 7, stop)):
        if low[k] in FUNCTION or low[k] in PREPOSITIONS:
            return False
        if low[k].endswith(_ADJECTIVES) or low[k] in _PLAIN:
            return k + 1 >= stop or low[k + 1] in (",", "and", "but", ";")
    return False


_ADJECTIVES: Final = ("ous", "ive", "able", "ible", "ful", "less", "ing", "ary", "istic")
_PLAIN: Final = frozenset(
    """fair unfair absurd wrong right good bad low high cheap dear sound poor wise weak strong
    illegal unlawful false untrue premature incorrect nonsense rubbish bogus unfounded fiction
    misleading inaccurate fabricated""".split()
)
_JUDGED: Final = 12
_CUES: Final = _SAID | SAYING | CALLING_ING


_JUDGES: Final = finite_forms("describe label/labelled brand characterise characterize".split())
"""Verbs that judge, with `as` behind their object."""
_PUT: Final = OBJECTS | _PUTS | _JUDGES | {form: form for form in _WITH}
