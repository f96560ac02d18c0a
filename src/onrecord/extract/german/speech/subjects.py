"""Who does what a cue says: the subject of a verb of saying, in every order of words."""

from onrecord.extract.german.grammar.document import Document, Segment, Sentence
from onrecord.extract.german.grammar.flags import (
    ADV,
    CAP,
    COORD,
    DET,
    FINITE,
    KONJ,
    PREP,
    REL,
    SUBCONJ,
)
from onrecord.extract.german.grammar.phrases import (
    phrase_end,
    starts_phrase,
    subject_after,
    subject_before,
)
from onrecord.extract.german.grammar.vocabulary import is_listed
from onrecord.extract.german.names.kinds import is_company_kind, is_medium_kind, is_office
from onrecord.extract.german.speech.cues import Cue
from onrecord.extract.german.speech.drafts import Range


def verb_last(document: Document, part: Segment) -> bool:
    return bool(document.flags[part.end - 1] & FINITE)


def is_relative(document: Document, part: Segment, number: int, verb: int) -> bool:
    """Whether a segment that starts with `der` is a relative clause and not `der Chef sagte`."""
    if number == 0 or part.mark not in (",", "–", "-"):
        return False
    second = part.begin + 1
    if second < verb and document.flags[second] & (DET | PREP) and not document.flags[second] & CAP:
        return True
    return phrase_end(document, part.begin, verb) < verb or verb == second


def starts_main(document: Document, part: Segment) -> bool:
    """`die Regierung habe ...`: determiner, noun and then the verb, so no relative clause."""
    flags = document.flags
    end = phrase_end(document, part.begin, part.end)
    if end == part.end - 1 and end > part.begin + 1:
        return bool(flags[end] & KONJ)
    return end > part.begin + 1 and end < part.end - 1 and bool(flags[end] & FINITE)


_MONTHS = frozenset(
    """januar jänner februar märz april mai juni juli august september oktober november dezember
    frühjahr frühling sommer herbst winter vorjahr jahr monat quartal nachhinein vorfeld
    anschluss""".split()
)
FEELINGS = frozenset(
    """interesse kritik zweifel bedenken skepsis lob zuversicht hoffnung sorge sorgen unmut bedauern
    verständnis widerspruch protest unterstützung zustimmung ablehnung freude enttäuschung
    vorbehalte befürchtung befürchtungen empörung überraschung""".split()
)
"""What is voiced, and voices nothing itself."""
FROM_TEXT = ("heißen", "hervorgehen", "verlauten", "hören")


def place_of_text(document: Document, part: Segment) -> Range:
    """`In dem Bericht heißt es`: the text that says it."""
    return source_text(document, part.begin, part.end)


def source_text(document: Document, begin: int, limit: int) -> Range:
    """The phrase behind a preposition of place: `in einer Mitteilung`, `vom Konzern`."""
    low = document.tokens.low
    for i in range(begin, limit):
        if low[i] in ("in", "im", "auf", "aus", "von", "vom", "seitens", "beim", "bei"):
            end = phrase_end(document, i + 1, limit)
            timed = low[i] == "im" and end > i + 1 and low[i + 1] in _MONTHS
            if end > i + 1 and low[end - 1] not in ("weiter",) and not timed:
                return i + 1, end
    return begin, begin


def report_named(document: Document, part: Segment) -> Range:
    """`In einem Bericht von X wurde vermutet`: the report stands for its speaker."""
    first = part.begin
    if document.tokens.low[first] not in ("in", "im", "auf"):
        return first, first
    end = phrase_end(document, first + 1, part.end)
    if any(word.lower().endswith(_REPORTS) for word in document.tokens.words[first + 1 : end]):
        return first + 1, end
    return first, first


_REPORTS = (
    "bericht", "berichten", "mitteilung", "pressemitteilung", "studie", "stellungnahme",
    "erklärung", "schreiben", "brief", "meldung", "meldungen", "interview", "artikel",
    "kreisen", "umfeld",
)  # fmt: skip


def verb_final_subject(document: Document, part: Segment, cue: Cue) -> Range:
    """The subject of a clause that a conjunction opens."""
    i = part.begin + 1
    flags = document.flags
    while i < cue.verb and flags[i] & ADV and not flags[i] & CAP:
        i += 1
    limit = min(cue.tokens[0], part.end)
    if cue.passive:
        return agent(document, part.begin, limit)
    if i < limit and document.tokens.low[i] == "es" and cue.lemma not in FROM_TEXT:
        return i, i + 1
    if i < limit and starts_phrase(document, i):
        end = phrase_end(document, i, limit)
        if end > i:
            return i, end
    for k in range(i, limit):
        if starts_phrase(document, k) and document.inside[k] < 0:
            end = phrase_end(document, k, limit)
            if end > k:
                return k, end
    return i, i


def agent(document: Document, begin: int, limit: int) -> Range:
    """`von X` in a passive clause."""
    low = document.tokens.low
    for i in range(begin, limit):
        if low[i] in ("von", "vom", "durch", "seitens"):
            end = phrase_end(document, i + 1, limit)
            if end > i + 1:
                return i + 1, end
    return begin, begin


def subject(document: Document, sentence: Sentence, cue: Cue) -> Range:
    """The subject of a cue in a clause that stands before what it governs."""
    part = sentence.segments[cue.segment]
    flags, low = document.flags, document.tokens.low
    if cue.lemma in FROM_TEXT:
        found = place_of_text(document, part)
        opening = sentence.segments[0]
        return found if found[1] > found[0] else place_of_text(document, opening)
    if cue.passive and cue.lemma != "zitieren":
        found = agent(document, sentence.begin, max(cue.last, part.end))
        if found[1] > found[0]:
            return found
        return report_named(document, part)
    first = part.begin
    if flags[first] & COORD and first + 1 < part.end:
        first += 1
    relative = flags[first] & REL and is_relative(document, part, cue.segment, cue.tokens[0])
    if (
        (flags[first] & SUBCONJ or relative)
        and not flags[first] & CAP
        and (cue.verb >= part.end - 2)
    ):
        if (
            flags[first] & REL
            and low[first] in ("der", "die", "das", "welcher", "welche")
            and not starts_main(document, part)
        ):
            return first, first + 1
        return verb_final_subject(document, part, cue)
    if cue.verb == first and cue.segment:
        behind = subject_after(document, cue.verb, _clause_end(sentence, cue))
        if behind[1] > behind[0] and _opens_adverbially(document, sentence, cue, behind):
            return behind
        return _far_subject(document, sentence, cue)
    joined = _after_und(document, part, cue)
    if joined[1] > joined[0]:
        return joined
    before = subject_before(document, part.begin, cue.verb)
    after = subject_after(document, cue.verb, _clause_end(sentence, cue), cue.lemma in _TO_SOMEBODY)
    pronoun = after[1] == after[0] + 1 and low[after[0]] in ("er", "sie", "man")
    if before[1] > before[0] and not (pronoun or _is_object(document, before, after, cue.lemma)):
        return before
    if after[1] > after[0]:
        return _house(document, part, after) if low[after[0]] == "man" else after
    far = _far_subject(document, sentence, cue)
    return far if far[1] > far[0] or cue.passive else _it(document, part, cue)


def _is_object(document: Document, before: Range, after: Range, lemma: str) -> bool:
    """`Das Volumen bezifferte X auf 3 Millionen`: a thing before the verb, a name behind it."""
    if after[1] > after[0] and document.tokens.low[before[0]] in FEELINGS:
        return True  # `Skepsis äußerte der Betriebsrat`
    words, names = document.tokens.words, document.names
    if lemma in _ANSWERING and _is_matter(document, before):
        return not names.isdisjoint(words[after[0] : after[1]])
    first, noun = document.tokens.low[before[0]], words[before[1] - 1]
    thing = first in ("das", "einen") and not is_company_kind(noun)
    thing = thing or lemma in _FIGURING or (lemma == "ausschließen" and not is_office(noun))
    return (
        thing
        and names.isdisjoint(words[before[0] : before[1]])
        and not names.isdisjoint(words[after[0] : after[1]])
        and not is_medium_kind(words[before[1] - 1])
    )


def _is_matter(document: Document, before: Range) -> bool:
    """`Gespräche über einen Kauf von X`: no name, nobody's office, no house is its first noun."""
    words = document.tokens.words
    head = next((i for i in range(*before) if words[i][0].isupper() and i > before[0]), before[0])
    if not document.flags[before[0]] & DET and words[before[0]][0].isupper():
        head = before[0]
    noun = words[head]
    known = noun in document.names or is_office(noun) or is_company_kind(noun)
    body = is_medium_kind(noun) or noun.lower().endswith(_BODIES)
    return not (known or body) and is_listed(noun)


_BODIES = (
    "verband", "kammer", "gewerkschaft", "behörde", "amt", "ministerium", "regierung", "partei",
    "rat", "opposition", "kommission", "verein", "gericht", "polizei", "kritiker", "experten",
    "anwohner", "beschäftigten", "aktionäre", "anleger", "kunden", "grünen", "zentrale",
)  # fmt: skip
"""Ends of nouns for who is no firm and may answer all the same."""

_ANSWERING = frozenset(
    """dementieren bestätigen bestreiten zurückweisen kommentieren ankündigen verneinen kritisieren
    begrüßen fordern verteidigen bedauern ausschließen verlangen einräumen""".split()
)
_FIGURING = frozenset("beziffern taxieren veranschlagen".split())


def _house(document: Document, part: Segment, man: Range) -> Range:
    """`Bei X weist man das zurück`: the house, else `man`."""
    if document.tokens.low[part.begin] != "bei":
        return man
    end = phrase_end(document, part.begin + 1, part.end)
    unnamed = document.names.isdisjoint(document.tokens.words[part.begin + 1 : end])
    return man if unnamed else (part.begin + 1, end)


def _it(document: Document, part: Segment, cue: Cue) -> Range:
    """`Hier stellte es fest, dass`: `es` is the court or the paper named before."""
    low = document.tokens.low
    for i in (cue.verb - 1, cue.verb + 1):
        if part.begin <= i < part.end and low[i] == "es" and "s" in cue.kinds:
            return i, i + 1
    return part.begin, part.begin


def _clause_end(sentence: Sentence, cue: Cue) -> int:
    return sentence.segments[cue.segment].end


_TO_SOMEBODY = frozenset("vorwerfen empfehlen raten versprechen drohen zusichern".split())


def _opens_adverbially(document: Document, sentence: Sentence, cue: Cue, behind: Range) -> bool:
    """The sentence starts with a clause or a phrase that is no subject: it follows the verb."""
    first = sentence.begin
    if document.tokens.low[behind[0]] in ("er", "sie", "man"):
        return not _named_before(document, sentence, cue)
    return not starts_phrase(document, first)


def _named_before(document: Document, sentence: Sentence, cue: Cue) -> bool:
    """`Der Vorsitzende, Max Muster, nannte sie einen Fehler`: the subject and its name."""
    earlier = sentence.segments[: cue.segment]
    if len(earlier) < 2 or not starts_phrase(document, sentence.begin):
        return False
    name = document.tokens.words[earlier[-1].begin : earlier[-1].end]
    return document.names.issuperset(name) and all(_verbless(document, p) for p in earlier)


def _after_und(document: Document, part: Segment, cue: Cue) -> Range:
    """`... und X sagte`: the phrase between the conjunction and the verb."""
    low = document.tokens.low
    for i in range(cue.verb - 1, part.begin, -1):
        if (
            low[i] == "und"
            and starts_phrase(document, i + 1)
            and phrase_end(document, i + 1, cue.verb) == cue.verb
            and i + 1 < cue.verb
        ):
            verb = document.finite(part.begin, i)
            return (i + 1, cue.verb) if verb >= 0 else (i, i)
    return part.begin, part.begin


def _far_subject(document: Document, sentence: Sentence, cue: Cue) -> Range:
    """The phrase that opens the clause, with its apposition: `X, Sprecher von Y, sagte`."""
    number = cue.segment
    while number > 0 and _verbless(document, sentence.segments[number - 1]):
        number -= 1
    if number == cue.segment:
        number = 0
    begin = sentence.segments[number].begin
    found = subject_before(document, begin, cue.verb)
    if found[1] > found[0]:
        return found
    verb = document.finite(begin, cue.verb)
    if verb >= 0:
        return subject_after(document, verb, cue.verb)
    return begin, begin


def _verbless(document: Document, part: Segment) -> bool:
    """An apposition, or a relative clause: the clause started further left."""
    if document.flags[part.begin] & REL and verb_last(document, part):
        return True
    return document.finite(part.begin, part.end) < 0
