"""Sources named by a phrase: `laut X`, `nach Angaben von X`, `X zufolge`, `so X`, `demnach`."""

from bisect import bisect_right

from onrecord.extract.german.grammar.document import Document, Segment, Sentence
from onrecord.extract.german.grammar.flags import (
    ADJ,
    CAP,
    DET,
    FINITE,
    NUM,
    PARTICIPLE,
    PREP,
    REL,
    SUBCONJ,
    WH,
)
from onrecord.extract.german.grammar.phrases import phrase_end
from onrecord.extract.german.speech.drafts import Draft, Range, Rule
from onrecord.extract.german.speech.framed import valid
from onrecord.extract.tokens import Kind

MOST_TRIED = 20
"""A sentence with more such words is a broken text; work must stay linear."""
LAUT = Rule("de-laut", "1", 0.87, "`laut` or `gemäß` names the source of the clause")
NACH = Rule("de-nach-angaben", "1", 0.84, "`nach` with a noun of saying names the source")
ZUFOLGE = Rule("de-zufolge", "1", 0.88, "`zufolge` names the source of the clause")
SO = Rule("de-so", "1", 0.8, "`so X` behind the clause names its speaker")
SOURCED = (LAUT, NACH, ZUFOLGE)
HEADS = tuple(
    """
    angaben angabe aussage aussagen bericht berichte berichten meinung ansicht auffassung
    einschätzung einschätzungen darstellung darstellungen information informationen meldung
    meldungen mitteilung mitteilungen erkenntnissen erkenntnis schätzung schätzungen worten
    berechnung berechnungen überzeugung studie umfrage untersuchung untersuchungen prognose
    prognosen bewertung analyse sicht lesart ermittlungen gerüchten erfahrung erfahrungen
    vorstellung vorstellungen verlautbarung verlautbarungen überlieferungen annahmen annahme
    insidern beobachtungen beobachtern experten medien darlegung unterlagen urteil artikel
    vernehmen ergebnissen befragung recherchen quellen auskunft wissen ermittler daten
    stellungnahme stellungnahmen
    bekunden bekundungen hochrechnung hochrechnungen endergebnis gesetzentwurf gesetzesentwurf
    grundgesetz verfassung planungen dafürhalten statistik statistiken lagebericht
    presseberichten agenturangaben eindruck empfinden notizen protokoll protokollen
    """.split()
)


WEAK_HEADS = frozenset("medien urteil daten wissen experten artikel quellen studie umfrage".split())


def sourced(document: Document, sentence: Sentence) -> list[Draft]:
    """The drafts whose source stands in a prepositional phrase of the sentence."""
    tokens, inside = document.tokens, document.inside
    found: list[Draft] = []
    places = tokens.among(SOURCES, sentence.begin, sentence.stop)
    for i in [i for i in places if inside[i] < 0][:MOST_TRIED]:
        draft = _source_at(document, sentence, i, tokens.low[i])
        if draft is not None:
            found.append(draft)
    return found


SOURCES = Kind.of("laut gemäß gemäss nach zufolge zu so aus glaubt".split())


def _source_at(document: Document, sentence: Sentence, i: int, word: str) -> Draft | None:
    if word in ("laut", "gemäß", "gemäss"):
        return _laut(document, sentence, i)
    if word == "nach" and document.tokens.low[max(0, i - 2) : i] in (
        ["geht", "es"],
        ["ginge", "es"],
    ):
        end = source_end(document, i + 1, sentence.stop)
        return _scoped(document, sentence, NACH, (i - 2, end), (i + 1, end), (i - 2, i + 1))
    if word == "nach" and document.tokens.low[max(0, i - 2) : i] == ["wenn", "es"]:
        end = source_end(document, i + 1, sentence.stop)
        goes = document.tokens.low[end : end + 1] == ["geht"]
        frame = (i - 2, end + 1)
        return (
            _scoped(document, sentence, NACH, frame, (i + 1, end), (i - 2, i + 1)) if goes else None
        )
    if word == "glaubt":
        end = source_end(document, i + 2, sentence.stop)
        man = document.tokens.low[i + 1 : i + 2] == ["man"] and end > i + 2
        return (
            _scoped(document, sentence, NACH, (i, end), (i + 2, end), (i, i + 2)) if man else None
        )
    if word == "nach":
        return _nach(document, sentence, i) or _postposed(document, sentence, i, i + 1, NACH)
    if word == "aus":
        return _aus_sicht(document, sentence, i)
    if word == "zufolge":
        return _postposed(document, sentence, i, i + 1, ZUFOLGE)
    if word == "zu":
        if document.tokens.words[i + 1 : i + 2] == ["Folge"]:
            return _postposed(document, sentence, i, i + 2, ZUFOLGE)
        return None
    return _so(document, sentence, i)


def _laut(document: Document, sentence: Sentence, i: int) -> Draft | None:
    end = source_end(document, i + 1, sentence.stop)
    if end == i + 1:
        return None
    return _scoped(document, sentence, LAUT, (i, end), (i + 1, end), (i, i + 1))


def _nach(document: Document, sentence: Sentence, i: int) -> Draft | None:
    """`nach` [determiner, adjectives, X's] head [of X]."""
    if in_report_clause(document, sentence, i):
        return None
    words, flags = document.tokens.words, document.flags
    if i + 1 < sentence.stop and words[i + 1] in document.media:
        end = source_end(document, i + 1, sentence.stop)
        return _scoped(document, sentence, NACH, (i, end), (i + 1, end), (i, i + 1))
    k = i + 1
    while k < min(sentence.stop, i + 7):
        if flags[k] & CAP and is_head(words[k]):
            break
        if flags[k] & CAP and k + 1 < len(flags) and flags[k + 1] & DET and not flags[k + 1] & CAP:
            return None
        if not flags[k] & (DET | ADJ | NUM | PARTICIPLE | CAP):
            return None
        k += 1
    else:
        return None
    if k >= sentence.stop:
        return None
    low = document.tokens.low[k]
    if low in WEAK_HEADS and k == i + 1:
        return None
    end = source_end(document, i + 1, sentence.stop)
    if end <= k or document.tokens.low[k - 1] in _OWN:
        end = k + 1
    return _scoped(document, sentence, NACH, (i, end), (i + 1, end), (i, i + 1))


_OWN = frozenset("eigenen eigener eigenem".split())


def in_report_clause(document: Document, sentence: Sentence, i: int) -> bool:
    """`ein Bericht, nach dem ...`: whether token i opens a relative clause about a report."""
    if document.tokens.words[i - 1 : i] != [","] or i + 2 >= sentence.stop:
        return False
    if document.tokens.low[i + 1] not in ("dem", "der", "denen", "welchem", "welcher"):
        return False
    part = segment_of(sentence, i)
    if part is None or part.begin != i:
        return False
    named = document.tokens.words[phrase_begin(document, sentence, i - 1) : i - 1]
    last = document.finite(part.begin, part.end) == part.end - 1
    return last and any(is_head(word) for word in named)


def _aus_sicht(document: Document, sentence: Sentence, i: int) -> Draft | None:
    if document.tokens.words[i + 1 : i + 2] != ["Sicht"]:
        return None
    end = source_end(document, i + 1, sentence.stop)
    return _scoped(document, sentence, NACH, (i, end), (i + 1, end), (i, i + 1))


def is_head(word: str) -> bool:
    """Whether a noun, or the last part of a compound, is a noun of saying."""
    return word.lower().endswith(HEADS)


def source_end(document: Document, begin: int, limit: int) -> int:
    """The end of the source's name; an apposition between commas belongs to it."""
    end = phrase_end(document, begin, limit)
    if end == begin:
        return begin
    words = document.tokens.words
    if (
        end < limit
        and words[end] == ","
        and end + 1 < limit
        and (not document.flags[end + 1] & (SUBCONJ | REL) or document.flags[end + 1] & CAP)
    ):
        inner = phrase_end(document, end + 1, limit)
        closed = inner < limit and words[inner] == ","
        if (
            inner > end + 1
            and closed
            and inner + 1 < limit
            and (document.flags[inner + 1] & FINITE or document.flags[end + 1] & CAP)
        ):
            return inner
    return end


def _postposed(
    document: Document, sentence: Sentence, i: int, after: int, rule: Rule
) -> Draft | None:
    """`dem Bericht zufolge`, `seiner Meinung nach`."""
    if (
        rule is NACH
        and not (i > sentence.begin and is_head(document.tokens.words[i - 1]))
        and not _head_before(document, sentence, i)
    ):
        return None
    begin = phrase_begin(document, sentence, i)
    if begin == i:
        return None
    if begin < i - 2 and document.tokens.low[i - 2] in _OWN:
        begin = i - 2  # `X verhandelt eigenen Angaben zufolge`
    if rule is NACH and (
        document.tokens.low[after : after + 1] in _PLACES or document.tokens.low[i - 1] == "sicht"
    ):
        return None
    if rule is NACH and begin > sentence.begin and document.tokens.low[begin - 1] == "nach":
        return None
    nobody = document.tokens.low[i - 1] == "vernehmen"
    return _scoped(
        document, sentence, rule, (begin, after), (i if nobody else begin, i), (i, after)
    )


_PLACES = [[word] for word in "draußen außen innen oben unten hinten vorn vorne".split()]


def _head_before(document: Document, sentence: Sentence, i: int) -> bool:
    """`Ansicht des Ministers nach`: a head further left, in the same phrase."""
    begin = phrase_begin(document, sentence, i)
    nxt = document.flags[i + 1] if i + 1 < sentence.stop else 0
    if nxt & (CAP | DET | ADJ | NUM) and not nxt & FINITE:
        return False
    return any(is_head(w) for w in document.tokens.words[begin:i]) and begin < i


def phrase_begin(document: Document, sentence: Sentence, end: int) -> int:
    """Where the longest noun phrase that ends at `end` begins."""
    flags = document.flags
    for k in range(max(sentence.begin, end - 16), end):
        if flags[k] & (DET | CAP | ADJ | NUM | PARTICIPLE) or document.tokens.words[k] in '„"':
            if k > sentence.begin and flags[k - 1] & (DET | ADJ) and not flags[k - 1] & FINITE:
                continue
            if phrase_end(document, k, end) == end and not _only_verb(document, sentence, k):
                return k
    return end


def _only_verb(document: Document, sentence: Sentence, k: int) -> bool:
    """`dringen Kreisen zufolge`: with no other verb in the sentence, an ending in -en is one."""
    plain = document.flags[k] & ADJ and not document.flags[k] & (DET | CAP | NUM)
    return bool(plain) and document.finite(sentence.begin, sentence.stop) < 0


def _so(document: Document, sentence: Sentence, i: int) -> Draft | None:
    """`..., so X.` with no verb: the segment is the frame."""
    part = segment_of(sentence, i)
    if part is None or part.begin != i or part.mark not in (",", "–", "-", ""):
        return None
    if part.mark == "" and document.tokens.words[i - 1 : i] not in (["“"], ['"'], ["”"], ["«"]):
        return None
    if document.finite(i + 1, part.end) >= 0:
        return None
    k = i + 1
    while k < part.end and document.tokens.low[k] in ("auch", "etwa", "wörtlich", "zumindest"):
        k += 1
    end = phrase_end(document, k, part.end)
    if end == k or part.mark == "":
        return None
    comma = i - 1
    if document.inside[comma - 1] >= 0 and document.marks[document.inside[comma - 1]][0] <= (
        sentence.begin
    ):
        return None
    last = part.end
    speaker_end = end
    segments = sentence.segments
    number = segments.index(part)
    while number + 1 < len(segments) and _appended(document, segments[number + 1]):
        number += 1
        if (
            segments[number].mark == ","
            and speaker_end == segments[number].begin - 1
            and not document.flags[segments[number].begin] & REL
        ):
            speaker_end = phrase_end(document, segments[number].begin, segments[number].end)
        last = segments[number].end
    quote = [(sentence.begin, comma)]
    if last + 1 < sentence.stop:
        quote.append((last + 1, sentence.stop))
        last += 1
    return made(sentence, SO, quote, [(comma, last)], (k, speaker_end), (i, i + 1))


def _appended(document: Document, part: Segment) -> bool:
    """An apposition or a relative clause behind the speaker."""
    if part.mark != ",":
        return False
    if document.finite(part.begin, part.end) < 0:
        return phrase_end(document, part.begin, part.end) == part.end
    return bool(document.flags[part.begin] & REL and document.flags[part.end - 1] & FINITE)


def segment_of(sentence: Sentence, i: int) -> Segment | None:
    number = bisect_right(sentence.segments, i, key=lambda part: part.begin) - 1
    part = sentence.segments[number] if number >= 0 else None
    return part if part is not None and i < part.end else None


def _scoped(
    document: Document,
    sentence: Sentence,
    rule: Rule,
    phrase: Range,
    speaker: Range,
    cue: Range,
) -> Draft | None:
    """The quote is the clause around the phrase."""
    begin, end = scope(document, sentence, phrase[0])
    words = document.tokens.words
    left, right = phrase
    if right < end and words[right] in (",", ":") and left == begin:
        right += 1
    if left > begin and words[left - 1] in ("–", "-", "—", "(") and right < end:
        left -= 1
        if words[right] in ("–", "-", "—", ")"):
            right += 1
    quote = [(begin, left), (right, end)]
    return made(sentence, rule, quote, [(left, right)], speaker, cue)


def _opens_clause(document: Document, part: Segment) -> bool:
    """Whether a conjunction, a relative or interrogative pronoun opens the segment."""
    flags, i = document.flags, part.begin
    if flags[i] & PREP and i + 1 < part.end and flags[i + 1] & REL:
        return True
    return bool(flags[i] & (SUBCONJ | REL | WH)) and not flags[i] & CAP


def scope(document: Document, sentence: Sentence, i: int) -> Range:
    """The clause in which token i stands: a subordinate one alone, else the whole sentence."""
    segments = sentence.segments
    part = segment_of(sentence, i)
    if part is None:
        return sentence.begin, sentence.stop
    number = segments.index(part)
    flags = document.flags
    if (
        number
        and _opens_clause(document, part)
        and document.finite(part.begin, part.end) >= part.end - 2
    ):
        end = part.end
        while number + 1 < len(segments) and flags[segments[number + 1].begin] & SUBCONJ:
            number += 1
            end = segments[number].end
        return part.begin, end
    begin = sentence.begin
    for earlier in segments[1 : number + 1]:
        if earlier.mark == ";":
            begin = earlier.begin
    return begin, _own_clause(document, sentence, number)


def _own_clause(document: Document, sentence: Sentence, number: int) -> int:
    """Where the author goes on behind a semicolon: `laut X ist ...; Y bestreitet das`."""
    for later in sentence.segments[number + 1 :]:
        verb = document.finite(later.begin, later.end) if later.mark == ";" else -1
        if verb >= 0 and document.konjunktiv(later.begin, later.end) < 0:
            return later.begin - 1
    return sentence.stop


def made(
    sentence: Sentence,
    rule: Rule,
    quote: list[Range],
    frame: list[Range],
    speaker: Range,
    cue: Range,
) -> Draft | None:
    quote = [(b, e) for b, e in quote if e > b]
    if not valid(quote):
        return None
    draft = Draft("Indirect", quote, rule, sentence.number)
    draft.frame = [(b, e) for b, e in frame if e > b]
    draft.cue = [cue]
    draft.speaker = [speaker] if speaker[1] > speaker[0] else []
    return draft
