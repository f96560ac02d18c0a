"""Noun phrases: where one ends, and which one is the subject of a verb."""

from onrecord.extract.german.grammar.document import Document
from onrecord.extract.german.grammar.flags import (
    ADJ,
    ADV,
    AUX,
    CAP,
    COORD,
    DET,
    FINITE,
    MODAL,
    NOMDET,
    NUM,
    PARTICIPLE,
    PREP,
    REL,
    SUBCONJ,
)
from onrecord.extract.given import is_given

SUBJECT_PRONOUNS = frozenset(
    "er sie man wir ich jemand niemand letzterer letztere ersterer dieser diese jener".split()
)
GENITIVES = frozenset(
    """beider aller zweier dreier vieler mehrerer einiger des der eines einer ihres seines ihrer
    seiner dieser dieses deren""".split()
)
LINKS = frozenset("von vom für im in aus am beim bei zur zum des gegen".split())
PLACE_LINKS = frozenset("in aus im".split())
BEFORE_NOUN = NUM | ADJ | PARTICIPLE
TEMPORAL = frozenset(
    """montag dienstag mittwoch donnerstag freitag samstag sonntag sonnabend montagabend
    dienstagabend mittwochabend donnerstagabend freitagabend samstagabend sonntagabend januar
    februar märz april mai juni juli august september oktober november dezember vormittag
    nachmittag abend morgen jahr jahre woche monat tag uhr mitternacht anfang ende mitte heute
    gestern stunde stunden minuten sekunden tage tagen wochen monate monaten jahren jahrzehnten
    wochenende neujahr ostern jahresbeginn jahresende""".split()
)


def phrase_end(document: Document, begin: int, limit: int, links: frozenset[str] = LINKS) -> int:
    """Where the noun phrase that starts at `begin` ends; `begin` itself if there is none."""
    i = _core_end(document, begin, limit)
    if i <= begin + 1 and begin < limit and _quoted(document, begin):
        i = min(document.marks[document.inside[begin]][1], limit)
    if i == begin or (i == begin + 1 and document.tokens.low[begin] in SUBJECT_PRONOUNS):
        return i
    while i < limit:
        after = _continuation(document, i, limit, links)
        if after == i:
            return i
        i = after
    return i


_AGED = [[word] for word in ("jährige", "jährigen", "jähriger", "jähriges")]
"""Behind a number and a hyphen: `die 52-Jährige`."""


_BEFORE = DET | BEFORE_NOUN


def _core_end(document: Document, begin: int, limit: int) -> int:
    """[determiner] [adjective ...] noun ..., or a pronoun."""
    flags, tokens = document.flags, document.tokens
    words, i = tokens.words, begin
    while i < limit and (
        (flags[i] & _BEFORE and not flags[i] & CAP)
        or words[i] in "„“\"»«'&"
        or (words[i] == "-" and tokens.low[i + 1 : i + 2] in _AGED)
    ):
        if tokens.low[i] in ("so", "genannte", "genannten") or not flags[i] & FINITE or i == begin:
            i += 1
        else:
            break
    if begin < i < limit and flags[i] & PREP:
        i = _attribute_end(document, i, limit)
    start = i
    while i < limit and _nominal(document, i):
        i += 1
    if i > start:
        while i < limit and words[i] in '“”"«»' and document.inside[i] >= 0:
            i += 1
            while i < limit and _nominal(document, i):
                i += 1
        return i
    if begin < limit and tokens.low[begin] in SUBJECT_PRONOUNS:
        return begin + 1
    if start > begin and flags[start - 1] & (DET | ADJ | NUM):
        return start if flags[begin] & DET and start - begin >= 1 else begin
    return begin


def _attribute_end(document: Document, i: int, limit: int) -> int:
    """Past an attribute such as `mit dem Vorgang vertraute`; i itself where there is none."""
    k = _core_end(document, i + 1, limit)
    if (
        k > i + 1
        and k + 1 < limit
        and not document.flags[k] & (CAP | DET | PREP | FINITE)
        and document.tokens.low[k].endswith(("te", "ten", "ter", "de", "den", "ende", "enden", "e"))
        and document.flags[k + 1] & (CAP | ADJ)
    ):
        return k + 1
    return i


def _nominal(document: Document, i: int) -> bool:
    word, flag = document.tokens.words[i], document.flags[i]
    if flag & CAP:
        return i > 0 or not flag & (FINITE | PREP | SUBCONJ | ADV)
    if flag & NUM:
        after = document.flags[i + 1] if i + 1 < len(document.flags) else 0
        return i == 0 or not (document.flags[i - 1] & CAP and after & CAP)
    if word == "." and document.tokens.low[i - 1] in ("dr", "prof", "st", "co", "h", "c", "jr"):
        return i + 1 < len(document.tokens.words) and document.flags[i - 1] & CAP != 0
    if word in ("-", "&", "/", "+") and i + 1 < len(document.tokens.words):
        joined = word == "&" or document.inside[i] >= 0
        return bool(document.flags[i + 1] & CAP) and joined
    return document.tokens.low[i] in ("van", "de", "da", "di", "al", "el", "bin", "ibn", "du", "le")


def _continuation(document: Document, i: int, limit: int, links: frozenset[str]) -> int:
    """What may follow a noun: genitive, `von X`, brackets, `und X`, a name in marks."""
    tokens, flags = document.tokens, document.flags
    low = tokens.low[i]
    if tokens.words[i] == "(":
        return _bracket_end(document, i, limit)
    if tokens.words[i] in '„"»“' and document.inside[i] >= 0:
        end = document.marks[document.inside[i]][1]
        return end if end <= limit and end - i <= 7 else i
    if low in GENITIVES and i + 1 < limit:
        if low == "der" and i > 1 and is_given(tokens.words[i - 2]) and flags[i - 1] & CAP:
            return i  # `sagte Max Berg der „Post“`: nobody has a person
        if low == "der" and _nominative(document, i + 1, limit):
            return i
        after = _core_end(document, i, limit)
        return after if after > i + 1 else i
    if low in links and i + 1 < limit:
        after = _core_end(document, i + 1, limit)
        if after == i + 1 or tokens.low[after - 1] in TEMPORAL or flags[i + 1] & NUM:
            return i
        if low in ("in", "bei", "aus") and tokens.low[i + 1] in POSSESSIVES:
            return i
        if low in PLACES and (_is_person(document, i) or tokens.low[i + 1] in OCCASIONS):
            return i
        if tokens.low[after - 1] in OCCASIONS:
            return i
        if any(tokens.low[k] in TEMPORAL for k in range(i + 1, after)):
            return i
        return after
    if low in ("und", "sowie", "oder", "&") and i + 1 < limit:
        after = _core_end(document, i + 1, limit)
        return after if after > i + 1 else i
    if low in ("selbst", "selber") and flags[i] & ADV:
        return i + 1
    return i


def _nominative(document: Document, i: int, limit: int) -> bool:
    """`laut dem Blatt X der französische Konzern`: behind `der` an adjective in -e, which no
    genitive has, and a noun."""
    flags = document.flags
    if i + 1 >= limit or not document.tokens.low[i].endswith("e"):
        return False
    return bool(flags[i] & ADJ) and not flags[i] & (ADV | CAP) and bool(flags[i + 1] & CAP)


POSSESSIVES = frozenset("seiner seinem ihrer ihrem seinen ihren".split())
PLACES = frozenset("in im am bei beim zum zur gegen für".split())
OCCASIONS = frozenset(
    """
    gespräch interview rahmen namen anschluss internet gastbeitrag brief rede fernsehen
    pressekonferenz mitteilung stellungnahme erklärung auftrag bericht schreiben notiz blog
    ausgabe sonntagsausgabe vernehmen anfrage freitagabend wochenende telefonat twitter
    facebook radio
    """.split()
)


def _is_person(document: Document, i: int) -> bool:
    """Whether two names in a row stand before token i: a person takes no place behind."""
    flags, words = document.flags, document.tokens.words
    return (i > 1 and all(flags[k] & CAP and words[k][0].isupper() for k in (i - 1, i - 2))) or (
        i > 0 and words[i - 1][0].isupper() and (i < 2 or not flags[i - 2] & (DET | ADJ))
    )


def _bracket_end(document: Document, i: int, limit: int) -> int:
    for j in range(i + 1, min(i + 9, limit)):
        if document.tokens.words[j] == ")":
            return j + 1
    return i


def starts_phrase(document: Document, i: int) -> bool:
    """Whether a noun phrase in the nominative may start here."""
    flag = document.flags[i]
    if flag & (PREP | SUBCONJ) and not flag & CAP:
        return False
    low = document.tokens.low[i]
    if flag & DET and not flag & CAP:
        return bool(flag & NOMDET)
    return bool(flag & (CAP | NUM | ADJ)) or low in SUBJECT_PRONOUNS or _quoted(document, i)


def _quoted(document: Document, i: int) -> bool:
    number = document.inside[i]
    if number < 0:
        return False
    begin, end = document.marks[number]
    return begin == i and end - begin <= 6


def skip_adverbs(document: Document, i: int, limit: int) -> int:
    """Past adverbs, reflexives and `es` that may stand before a subject."""
    flags, low = document.flags, document.tokens.low
    while i < limit and not flags[i] & CAP:
        if (
            (low[i] in ("sich", "ihm", "ihnen", "ihr", "uns", "mir") and low[i] != "ihr")
            or (flags[i] & ADV and not flags[i] & (DET | NOMDET) and low[i] not in SUBJECT_PRONOUNS)
            or (flags[i] & COORD and low[i] in ("aber", "doch", "denn"))
        ):
            i += 1
        else:
            break
    return i


def subject_after(
    document: Document, verb: int, limit: int, dative: bool = False
) -> tuple[int, int]:
    """The subject that follows a verb (inversion), or an empty range.

    `dative`: the verb takes a person as its object, so `der X` behind the subject is no genitive.
    """
    i = skip_adverbs(document, verb + 1, limit)
    if i < limit and document.tokens.low[i] == "mit":
        return _close_to(document, i, limit)
    if i >= limit or not starts_phrase(document, i):
        return verb, verb
    end = _core_end(document, i, limit) if dative else phrase_end(document, i, limit)
    return (i, end) if end > i else (verb, verb)


def subject_before(document: Document, begin: int, verb: int) -> tuple[int, int]:
    """The subject that fills the clause from `begin` to the verb, or an empty range."""
    tokens, flags = document.tokens, document.flags
    i = begin
    while (
        i < verb
        and not flags[i] & CAP
        and (
            tokens.low[i] in ("und", "doch", "aber", "denn", "auch", "sogar", "selbst", "nur", "so")
            or tokens.words[i] in "-–"
        )
    ):
        i += 1
    if i < verb and tokens.low[i] == "mit":
        return _close_to(document, i, verb)
    if i >= verb or not starts_phrase(document, i):
        return begin, begin
    low = tokens.low[i]
    if low in ("dies", "das", "es", "dieses") and i + 1 == verb:
        return begin, begin
    if low == "der" and _in_the_dative(document, i + 1, verb):
        return begin, begin
    end = phrase_end(document, i, verb)
    if end == i or any(tokens.low[k] in TEMPORAL for k in range(i, end)):
        return begin, begin
    while end < verb and tokens.words[end] == ",":
        after = _apposition(document, end, verb)
        if after == end:
            break
        end = after
    return i, end


def _in_the_dative(document: Document, i: int, verb: int) -> bool:
    """`Der Halleschen Post sagte sie`, `Der „Halleschen Post“ sagte sie`: no nominative is so."""
    words = document.tokens.words
    i += words[i] in '„"»“' if i < verb else 0
    return i + 1 < verb and words[i].endswith("schen") and words[i + 1][0].isupper()


def _close_to(document: Document, begin: int, verb: int) -> tuple[int, int]:
    """`Mit der Sache vertraute Personen`: a noun whose attribute stands before it."""
    low = document.tokens.low
    for i in range(begin + 2, min(verb - 1, begin + 8)):
        if low[i] in _CLOSE and document.flags[i + 1] & CAP:
            end = phrase_end(document, i + 1, verb)
            return (begin, end) if end > i + 1 else (begin, begin)
    return begin, begin


_CLOSE = frozenset("vertraute betraute befasste vertrauter vertrauten".split())


def _apposition(document: Document, comma: int, verb: int) -> int:
    """The end of `, Sprecher der X,` behind a name; the comma itself if there is none."""
    i = comma + 1
    if i >= verb or document.flags[i] & (SUBCONJ | PREP):
        return comma
    if document.flags[i] & REL and document.finite(i, verb) >= 0:
        return comma
    end = phrase_end(document, i, verb)
    if end == i:
        return comma
    if end >= verb or document.tokens.words[end] == ",":
        return end
    return comma


def verb_like(flag: int) -> bool:
    """Whether a flag says finite verb."""
    return bool(flag & (FINITE | AUX | MODAL))
