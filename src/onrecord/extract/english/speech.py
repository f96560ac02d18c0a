"""English speech: `“...,” X said`, `X said (that) ...`, `..., X said`, `according to X, ...`."""

from onrecord.extract.english.document import Document, Range
from onrecord.extract.english.words import (
    CALLING,
    FUNCTION,
    MODALS,
    PARTICIPLES,
    PRONOUNS,
    REPORTING,
    SAYING,
)
from onrecord.extract.records import Quote, QuoteType, Source

DIRECT = Source("en-direct", "1", 0.93, "quotation marks with a verb of saying beside them")
BARE = Source("en-direct-bare", "1", 0.75, "a sentence in quotation marks behind another")
PART = Source("en-direct-part", "1", 0.75, "words in marks inside indirect speech")
THAT = Source("en-that", "1", 0.88, "a verb of saying governs a clause")
AFTER = Source("en-frame-after", "1", 0.9, "verb of saying and speaker behind the clause")
NAMED = Source("en-direct-named", "1", 0.75, "a verb of calling with words in marks")
REPORTED = Source("en-reported", "1", 0.5, "a verb of denying, confirming or judging, an object")
ACCORDING = Source("en-according", "1", 0.92, "`according to` names the source")


def find_quotes(document: Document) -> tuple[Quote, ...]:
    """The quotations of an English text, in order."""
    found: list[Quote] = []
    last: tuple[Range, ...] = ()
    for sentence in document.sentences:
        new = (
            _direct(document, sentence, last)
            or _indirect(document, sentence)
            or _reported(document, sentence)
        )
        for quote in new:
            found.append(quote)
            last = quote.speaker or last
    return tuple(found)


def _quote(
    document: Document,
    kind: QuoteType,
    source: Source,
    quote: list[Range],
    speaker: tuple[Range, ...],
    cue: list[Range],
    frame: list[Range],
) -> Quote:
    spans = [
        tuple(document.tokens.span(*r) for r in part if r[1] > r[0]) for part in (quote, cue, frame)
    ]
    return Quote(kind, spans[0], speaker, spans[1], spans[2], (), source)


def _cues(document: Document, sentence: Range) -> list[int]:
    low, inside = document.tokens.low, document.inside
    words = document.tokens.words
    found = [i for i in range(*sentence) if low[i] in SAYING and inside[i] < 0]
    joined = [
        i
        for i in range(*sentence)
        if low[i] in PARTICIPLES and words[i - 1] == "," and i > sentence[0]
    ]
    return [*joined, *found] if joined and not any(low[i] == "said" for i in found) else found


def speaker_before(document: Document, begin: int, verb: int) -> Range:
    """The phrase that ends at the verb and starts behind a comma, a mark or the beginning."""
    tokens = document.tokens
    i = verb
    if i > begin and tokens.low[i - 1] in ("also", "has", "had", "have", "later", "then"):
        i -= 1
    end = i
    while i > begin and document.inside[i - 1] < 0 and tokens.words[i - 1] not in (";", ":"):
        if tokens.words[i - 1] == "," and not _apposition(document, begin, i - 1):
            break
        i -= 1
    while i < end and tokens.low[i] in ("and", "but", "while", ",", "meanwhile"):
        i += 1
    return i, end


def _apposition(document: Document, begin: int, comma: int) -> bool:
    """`Mary Smith, chief executive of X, said`: the comma belongs to the speaker."""
    words = document.tokens.words
    commas = [i for i in range(begin, comma + 1) if words[i] == "," and document.inside[i] < 0]
    first = commas[0] if commas else comma
    named = first - begin >= 1 and document.capital(first - 1)
    verb = any(document.tokens.low[i] in MODALS for i in range(begin, comma))
    return named and not verb and len(commas) <= 2


def speaker_after(document: Document, verb: int, end: int) -> Range:
    """The phrase behind the verb, with an apposition between commas."""
    tokens = document.tokens
    i = verb + 1
    if i >= end or not (document.capital(i) or tokens.low[i] in ("the", "a", "an", "its", "one")):
        return verb, verb
    k = i
    while k < end and tokens.words[k] not in (",", ";", ":") and document.inside[k] < 0:
        if (
            tokens.low[k] in ("in", "on", "at", "during", "after", "as", "when", "late", "to")
            and k > i
        ):
            break
        k += 1
    return i, k


def _direct(document: Document, sentence: Range, last: tuple[Range, ...]) -> list[Quote]:
    marks = [m for m in document.marks if sentence[0] <= m[0] < sentence[1]]
    spoken = [m for m in marks if m[1] - m[0] >= 5]
    if not spoken:
        return []
    cues = _cues(document, sentence)
    stop = document.stop(sentence)
    for verb in cues:
        for mark in spoken:
            beside = 0 <= verb - mark[1] <= 12 or (mark[0] - verb <= 12 and mark[0] > verb)
            if not beside or _indirect_clause(document, verb, mark):
                continue
            speaker = speaker_before(document, _floor(document, sentence, verb), verb)
            if speaker[1] == speaker[0]:
                speaker = speaker_after(document, verb, stop)
            if speaker[1] > speaker[0]:
                return [_spoken(document, spoken, speaker, verb, sentence)]
    if not cues and last and spoken[0][0] == sentence[0] and spoken[-1][1] >= stop:
        return [_quote(document, "Direct", BARE, [m], last, [], []) for m in spoken]
    return []


def _spoken(
    document: Document, marks: list[Range], speaker: Range, verb: int, sentence: Range
) -> Quote:
    frame = (
        [(marks[0][1], marks[1][0])]
        if len(marks) > 1
        else [
            (marks[0][1], document.stop(sentence))
            if verb > marks[0][0]
            else (sentence[0], marks[0][0])
        ]
    )
    spans = (document.tokens.span(*speaker),)
    return _quote(document, "Direct", DIRECT, marks, spans, [(verb, verb + 1)], frame)


def _floor(document: Document, sentence: Range, verb: int) -> int:
    """The token behind the last closing mark before the verb."""
    for i in range(verb - 1, sentence[0] - 1, -1):
        if document.inside[i] >= 0:
            k = i + 1
            return k + 1 if document.tokens.words[k] == "," else k
    return sentence[0]


def _indirect_clause(document: Document, verb: int, mark: Range) -> bool:
    """`X said the plan was “good enough for now”`: the marks stand inside a clause."""
    if mark[0] < verb:
        return False
    between = document.tokens.words[verb + 1 : mark[0]]
    return not any(w in (",", ":") for w in between[-1:]) and len(between) > 0


def _indirect(document: Document, sentence: Range) -> list[Quote]:
    stop = document.stop(sentence)
    found = _according(document, sentence, stop)
    if found:
        return [found]
    for verb in _cues(document, sentence):
        quote = _after(document, sentence, verb, stop) or _that(document, sentence, verb, stop)
        if quote:
            return [quote, *_parts(document, sentence, quote)]
    return []


def _reported(document: Document, sentence: Range) -> list[Quote]:
    """`X rejected the claim`, `X described the offer as “fair”`."""
    low, stop = document.tokens.low, document.stop(sentence)
    for verb in range(sentence[0] + 1, stop):
        calls = low[verb] in CALLING
        if (low[verb] not in REPORTING and not calls) or document.inside[verb] >= 0:
            continue
        speaker = speaker_before(document, sentence[0], verb)
        if speaker[1] <= speaker[0] or not _agent(document, speaker):
            continue
        spans, cue = (document.tokens.span(*speaker),), [(verb, verb + 1)]
        mark = next((m for m in document.marks if verb < m[0] < sentence[1]), None)
        if calls and mark is not None:
            return [_quote(document, "Direct", NAMED, [mark], spans, cue, [(sentence[0], mark[0])])]
        if not calls:
            return [_quote(document, "Reported", REPORTED, [sentence], spans, [], [])]
    return []


def _parts(document: Document, sentence: Range, host: Quote) -> list[Quote]:
    """Words in marks inside indirect speech."""
    found = []
    for mark in document.marks:
        if sentence[0] <= mark[0] < sentence[1] and mark[1] - mark[0] >= 4:
            span = document.tokens.span(*mark)
            if any(b <= span[0] and span[1] <= e for b, e in host.quote):
                found.append(Quote("Direct", (span,), host.speaker, host.cue, host.frame, (), PART))
    return found


def _according(document: Document, sentence: Range, stop: int) -> Quote | None:
    low, words = document.tokens.low, document.tokens.words
    for i in range(sentence[0], stop - 1):
        if low[i] == "according" and low[i + 1] == "to" and document.inside[i] < 0:
            end = i + 2
            while end < stop and words[end] not in (",", ";"):
                end += 1
            if end == i + 2:
                return None
            speaker = (document.tokens.span(i + 2, end),)
            if i == sentence[0]:
                quote, frame = [(end + 1, stop)], [(i, min(end + 1, stop))]
            else:
                left = i - 1 if words[i - 1] == "," else i
                quote, frame = [(sentence[0], left), (min(end + 1, stop), stop)], [(left, end)]
            if quote[0][1] - quote[0][0] < 2:
                return None
            return _quote(document, "Indirect", ACCORDING, quote, speaker, [(i, i + 2)], frame)
    return None


def _after(document: Document, sentence: Range, verb: int, stop: int) -> Quote | None:
    """`<clause>, X said (on Monday).`"""
    words, low = document.tokens.words, document.tokens.low
    comma = next((k for k in range(verb - 1, sentence[0], -1) if words[k] == ","), -1)
    if comma < 0 or verb - comma > 9 or stop - verb > 30:
        return None
    clause = range(sentence[0], comma)
    if not any(low[k] in MODALS or low[k].endswith(("ed", "s")) for k in clause) or len(clause) < 4:
        return None
    if low[verb + 1 : verb + 2] == ["that"] or any(low[k] in MODALS for k in range(verb + 1, stop)):
        return None
    speaker = (comma + 1, verb)
    if speaker[1] == speaker[0]:
        speaker = speaker_after(document, verb, stop)
    if speaker[1] <= speaker[0] or not _agent(document, speaker):
        return None
    spans = (document.tokens.span(*speaker),)
    quote, frame = [(sentence[0], comma)], [(comma, stop)]
    return _quote(document, "Indirect", AFTER, quote, spans, [(verb, verb + 1)], frame)


def _that(document: Document, sentence: Range, verb: int, stop: int) -> Quote | None:
    """`X said on Monday that <clause>`, `X said <clause>`."""
    low = document.tokens.low
    start = next((k for k in range(verb + 1, min(verb + 9, stop)) if low[k] == "that"), verb + 1)
    if start == verb + 1 and low[start : start + 1] != ["that"]:
        while start < stop and low[start] in (
            "on",
            "in",
            "monday",
            "tuesday",
            "wednesday",
            "thursday",
            "friday",
            "saturday",
            "sunday",
            "reporters",
            "a",
            "statement",
        ):
            start += 1
    if NO_COMMENT.issubset(low[start:stop]) and not {"not", "declined"}.isdisjoint(low[start:stop]):
        return None
    clause = range(start, stop)
    if len(clause) < 3 or not any(low[k] in MODALS or low[k].endswith("ed") for k in clause):
        return None
    speaker = speaker_before(document, sentence[0], verb)
    if low[verb] in PARTICIPLES:
        speaker = _subject(document, sentence, verb)
    if speaker[1] <= speaker[0] or not _agent(document, speaker):
        return None
    spans = (document.tokens.span(*speaker),)
    quote, frame = [(start, stop)], [(sentence[0], start)]
    return _quote(document, "Indirect", THAT, quote, spans, [(verb, verb + 1)], frame)


def _subject(document: Document, sentence: Range, limit: int) -> Range:
    """`X denied the claim, saying ...`: the phrase before the first verb of the sentence."""
    low = document.tokens.low
    for i in range(sentence[0] + 1, limit):
        small = not document.capital(i)
        if small and (low[i] in MODALS or low[i] in SAYING or low[i].endswith("ed")):
            return sentence[0], i
    return sentence[0], sentence[0]


NO_COMMENT = frozenset(("comment",))


def _agent(document: Document, speaker: Range) -> bool:
    """Whether a phrase may speak: a pronoun, a name, or `the company`."""
    first = document.tokens.low[speaker[0]]
    if first in PRONOUNS:
        return speaker[1] - speaker[0] == 1
    return any(
        document.capital(i) or document.tokens.low[i] not in FUNCTION for i in range(*speaker)
    )
