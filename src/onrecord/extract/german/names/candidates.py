"""Candidates for names: runs of words written large, judged by what stands in and before them."""

from dataclasses import dataclass, field
from itertools import pairwise

from onrecord.extract.german.grammar.document import Document
from onrecord.extract.german.grammar.flags import ADJ, CAP, DET, FINITE, PREP
from onrecord.extract.german.grammar.vocabulary import is_listed
from onrecord.extract.german.names.appellatives import COMMON_NOUNS
from onrecord.extract.german.names.before import OPENING_MARKS, OWNING, affiliation, sign_before
from onrecord.extract.german.names.kinds import (
    FIRMS_ONLY,
    MEDIUM_KIND,
    NAMING,
    OFFICE,
    common,
    is_compound_noun,
    is_institute,
    is_noun,
    names_firm,
    several,
)
from onrecord.extract.german.names.media import in_marks, told_by
from onrecord.extract.german.names.places import CITIES, PLACES, TOWNS, of_city
from onrecord.extract.german.names.signs import (
    KIN,
    MEDIUM_ENDS,
    MEDIUM_WORDS,
)
from onrecord.extract.german.names.verdicts import (
    LONG,
    PHRASES_KNOWN,
    SIDES,
    SINGLE_KNOWN,
    always_so,
    may_name,
    verdict,
)
from onrecord.extract.given import GIVEN, is_given
from onrecord.extract.tokens import HYPHENED, ODD, Kind, listed
from onrecord.extract.wellknown import COMPANY_ENDS, LEGAL

ONLY_NOUNS = COMMON_NOUNS - COMPANY_ENDS


@dataclass(slots=True)
class Found:
    kind: str
    tokens: tuple[str, ...]
    rule: str
    iri: str | None = None
    aliases: list[tuple[str, ...]] = field(default_factory=list)
    apart: bool = False
    """A daughter that is called after its mother is a firm of its own."""


LONGEST_PERSON = 3
FORMS = frozenset("AG SE GmbH KGaA OHG eG mbH KG".split())
"""No name of a firm goes on behind these: `liefert der X GmbH Pumpen`."""
CLUBS = ("ligist", "ligisten", "klub", "klubs", "club", "verein", "vereins")
INSURERS = ("versicherer", "versicherers", "versicherung", "gesellschaft", "konzern")
TOWNS_OF = frozenset("New Los San Bad Sankt".split())
"""First words of towns: `New Yorker`."""
DAUGHTERS = ("tochter", "ableger", "sparte", "tochterfirma", "tochtergesellschaft", "schwester")


def known_names(document: Document, found: dict[tuple[str, ...], Found]) -> None:
    tokens = document.tokens
    heads = {word.rpartition("-")[0] for word in tokens.forms(HYPHENED)}
    for name in sorted((SINGLE_KNOWN.keys() & heads).union(tokens.forms(_KNOWN))):
        found.setdefault((name,), Found(SINGLE_KNOWN[name], (name,), "known"))
    opening = sorted((_PHRASE_STARTS.keys() & heads).union(tokens.forms(_OPENING)))
    here = heads.union(tokens.words) if opening else heads
    for first in opening:
        for words in _PHRASE_STARTS[first]:
            if here.issuperset(words):
                found.setdefault(words, Found(PHRASES_KNOWN[words], words, "known"))


_PHRASE_STARTS: dict[str, list[tuple[str, ...]]] = {}
for _words in PHRASES_KNOWN:
    _PHRASE_STARTS.setdefault(_words[0], []).append(_words)
_KNOWN = Kind(SINGLE_KNOWN.__contains__, printed=True, near=listed(SINGLE_KNOWN))
_OPENING = Kind(_PHRASE_STARTS.__contains__, printed=True, near=listed(_PHRASE_STARTS))


def classify(document: Document, begin: int, end: int, found: dict[tuple[str, ...], Found]) -> None:
    """Splits a run at offices and kinds, and judges what is left."""
    words = document.tokens.words
    if end - begin > 1 and words[begin] in CITIES and _stands_in(document, begin):
        begin += 1
    if end - begin == 1:
        if words[begin] not in COMMON_NOUNS or not _plain(document, begin):
            _judge_one(document, begin, found)
        return
    start, sign = begin, ""
    bits, telling = document.tokens.bits, _TELLING.bit
    i = begin
    while i < end:
        word = words[i]
        if i > begin and not bits[i] & telling and words[i - 1] not in FORMS:
            i += 1
            continue
        if word in (".",) or word in ("Dr", "Prof"):
            if i == start:
                start, sign = i + 1, sign or "office"
            i += 1
            continue
        rest = end - i - 1
        if i > start and words[i - 1] in FORMS and word not in LEGAL and word[0].isupper():
            _judge(document, start, i, sign, found)
            start, sign = i, ""
        if (rest and bits[i] & OFFICE.bit and not is_given(word)) or (
            rest and word in KIN and is_given(words[i + 1])
        ):
            _judge(document, start, i, sign, found)
            start, sign = i + 1, "office"
        elif (
            rest
            and i > start
            and is_given(word)
            and words[i + 1] not in COMMON_NOUNS
            and words[i - 1] not in ("Al", "El", "Stiftung")
            and not (sign == "office" and i - start == 1)
        ):
            _judge(document, start, i, sign, found)
            start, sign = i, _before_given(words[i - 1])
        elif rest and not sign and bits[i] & MEDIUM_KIND.bit and _first(words, start, i):
            start, sign = i + 1, "medium"
        elif rest and not sign and _is_kind(words, start, i):
            start, sign = i + 1, "" if _made(document, i) else _before_given(word)
        elif rest and not sign and i == begin and _apposed(document, i, end):
            start, sign = i + 1, "company"
        i += 1
    _judge(document, start, end, sign, found)


def _tells(word: str) -> bool:
    """Whether a run may be split at a word that is no noun, or begin behind it."""
    return word in (".", "Dr", "Prof") or word in KIN or is_given(word)


_TELLING = Kind.any(
    OFFICE,
    MEDIUM_KIND,
    NAMING,
    Kind(_tells, printed=True, near=ODD | listed((*KIN, *GIVEN, "Dr", "Prof")), placed=False),
    placed=False,
)


def _made(document: Document, i: int) -> bool:
    """`ihre Marke X`: what a firm makes, at the noun of token i."""
    low = document.tokens.low
    if not low[i].endswith("marke") or i == 0 or low[i - 1] not in OWNING:
        return False
    return not any(word.startswith(_SOLD) for word in low[max(0, i - _NEAR) : i + _NEAR])


_SOLD = ("verkauf", "veräußer", "getrennt", "trenn", "abgegeb", "abgestoß")
"""What is done with a brand that is a business of its own."""
_NEAR = 6


def _stands_in(document: Document, begin: int) -> bool:
    """`hat X aus Rotterdam Almatec gekauft`: a place behind a preposition, and another name."""
    words, low = document.tokens.words, document.tokens.low
    if begin == 0 or low[begin - 1] not in ("aus", "in"):
        return False
    known = words[begin + 1] in PLACES or words[begin + 1] in COMMON_NOUNS
    return not known and TOWNS_OF.isdisjoint(words[begin : begin + 2])


def _apposed(document: Document, i: int, end: int) -> bool:
    """`die Vergleichsseite X`: behind an article, a noun and then a word that is none; in a
    heading with no article, if the text has the name without the noun as well."""
    words, before = document.tokens.words, document.flags[i - 1] if i else 0
    name = words[i + 1 : end]
    if i == 0 or document.tokens.breaks[i]:
        spots = document.tokens.places(name[0])
        if len(name) > 1 or not any(words[k - 1] != words[i] for k in spots if k):
            return False
    elif not before & (DET | ADJ) or before & CAP:
        return False
    known = any(common(w) or is_given(w) or w in PLACES for w in name)
    return is_noun(words[i]) and not known and name[-1] not in CLOSING


def _before_given(word: str) -> str:
    """What the word before a given name makes of it: a firm, perhaps one, a person."""
    if word.lower().endswith(FIRMS_ONLY):
        return "firm"
    return "company" if names_firm(word) else "office"


def _plain(document: Document, i: int) -> bool:
    """Whether nothing before a common noun makes it a name: no mark, no kind, no office."""
    word = document.tokens.words[i - 1] if i else "."
    return word not in OPENING_MARKS and not (word[0].isupper() and not document.tokens.breaks[i])


def _is_kind(words: list[str], start: int, i: int) -> bool:
    """A kind of company before its name; `Bank of X` is all name."""
    if not _first(words, start, i) or words[i + 1] == "of" or not words[i + 1].strip("IVX"):
        return False  # `Kessler Mittelstandsfonds II`
    if words[i].endswith("-Bank") and words[i][:2].isupper():
        return False  # `VR-Bank X`
    if not names_firm(words[i]) or (words[i + 1] in ONLY_NOUNS and words[i].endswith("bank")):
        return False  # `die Nordbank Kredite`
    if words[i + 1] in LEGAL and words[i].lower() not in ("bank", "gruppe", "konzern"):
        return False
    if words[i + 1] in TOWNS and words[i].lower().endswith(FIRMS_ONLY):
        return False
    if several(words[i]) and not _listed(words, i + 1):
        return False
    return words[i] != "Bank" or words[i + 1] in SINGLE_KNOWN


def _listed(words: list[str], i: int) -> bool:
    """`den Herstellern X und Y`: a list of names begins at token i."""
    behind = words[i + 1 : i + 5]
    return any(
        mark in ("und", ",", "sowie") and word[:1].isupper() for mark, word in pairwise(behind)
    )


def _first(words: list[str], start: int, i: int) -> bool:
    """Whether only words such as `Berliner` stand before token i."""
    return start == i or all(w.endswith("er") or w in TOWNS_OF for w in words[start:i])


def _judge(
    document: Document, begin: int, end: int, sign: str, found: dict[tuple[str, ...], Found]
) -> None:
    words, tokens = document.tokens.words, document.tokens
    while begin < end and words[begin] in FILLERS:
        begin += 1
    if begin >= end:
        return
    number = document.inside[begin]
    if sign == "medium" and number >= 0 and document.marks[number][0] == begin - 1:
        end = max(end, min(document.marks[number][1] - 1, begin + LONG))
    titled = sign == "medium" or (document.inside[begin] >= 0 and in_marks(document, begin, end))
    while end - 1 > begin and _trailing(words[end - 1], words[end - 2]):
        if sign == "office" and end - begin == LONGEST_PERSON and is_given(words[end - 2]):
            break  # `Vorstandschef Kai Uwe Brenner`
        if titled and words[end - 1].lower() in MEDIUM_WORDS:
            break
        if words[end - 1] == "Leben" and words[begin - 1].lower().endswith(INSURERS):
            break  # `der Versicherer Hanse Leben`
        two = sign in ("company", "firm") and end - begin == 2
        if two and (words[end - 1] in SIDES or _governed(document, begin, end)):
            break
        if end - begin == 2 and sign != "office" and always_so(document, begin):
            break
        end -= 1
    if begin >= end:
        return
    if end - begin == 1 and is_given(words[begin]) and sign and end < len(words):
        end += words[end][0].isupper() and not tokens.breaks[end]
    general = begin > 0 and words[begin - 1] in _ANY and end - begin == 2
    if general and words[begin].endswith("er") and names_firm(words[end - 1]):
        return  # `einem Luxemburger Fonds`
    begin += _placed(document, begin, end)
    _settle(document, begin, end, sign or _sign(document, begin, end), found)


def _judge_one(document: Document, i: int, found: dict[tuple[str, ...], Found]) -> None:
    """Judges a word that stands alone."""
    word = document.tokens.words[i]
    if word in FILLERS:
        return
    sign = _sign(document, i, i + 1)
    if sign or may_name(word):
        _settle(document, i, i + 1, sign, found)


def _sign(document: Document, begin: int, end: int) -> str:
    """What the words before say of a name."""
    if not begin or document.tokens.breaks[begin]:
        return ""
    sign, before = "", begin - 1
    if (
        document.tokens.bits[before] & _INTRODUCING.bit
        or not document.tokens.words[before][0].islower()
    ):
        sign = sign_before(document, before) or affiliation(document, before)
    if not sign and document.inside[begin] >= 0:
        return told_by(document, begin, end)
    return sign


def _introduces(word: str) -> bool:
    """Whether a word written small may say something of the name behind it: `von`, `ex-Chef`."""
    return word.rpartition("-")[2][:1].isupper() or word in ("von", "namens")


_INTRODUCING = Kind(_introduces, large=False, near=ODD | listed(("von", "namens")), placed=False)


def _settle(
    document: Document, begin: int, end: int, sign: str, found: dict[tuple[str, ...], Found]
) -> None:
    words = document.tokens.words
    if begin and end < len(words) and words[end].isdigit() and len(words[end]) in (2, 4):
        end += words[begin - 1].lower().endswith(CLUBS)  # `dem Zweitligisten Blau-Weiß X 09`
    name = tuple(words[begin:end])
    kind, rule = verdict(document, name, begin, end, sign)
    if kind:
        item = _add(found, kind, name, rule, document)
        item.apart |= begin > 0 and words[begin - 1].lower().endswith(DAUGHTERS)


def _placed(document: Document, begin: int, end: int) -> int:
    """`die Salzburger X GmbH`: one, where the text also calls it X; `die Hamburger Stiftung X`."""
    words, tokens = document.tokens.words, document.tokens
    if words[begin + 1 : begin + 2] == ["Stiftung"] and end - begin >= MOST_PLAIN:
        return int(of_city(words[begin]))
    if end - begin < MOST_PLAIN or words[end - 1] not in FORMS or not of_city(words[begin]):
        return 0
    if begin > 0 and words[begin - 1] in _ARTICLES and not is_listed(words[begin + 1].lower()):
        return 1  # `der Kölner X GmbH`, where X is no word
    spots = tokens.places(words[begin + 1])
    return int(any(i and words[i - 1] != words[begin] for i in spots))


_ARTICLES = frozenset("der die den dem".split())
_ANY = frozenset("ein eine einer einem einen eines".split())
MOST_PLAIN = 3
"""A place, a name, a legal form: so many words."""


def _governed(document: Document, begin: int, end: int) -> bool:
    """`mit dem Betreiber Polaris Hosting`, `Auch der Konzern Suryan Auto galt`: no bare noun of its
    own follows behind a preposition, nor before the verb of a main clause."""
    flags, i = document.flags, begin - 2
    while i > 0 and (
        (flags[i] & (ADJ | DET) and not flags[i] & (CAP | PREP))
        or of_city(document.tokens.words[i])
    ):
        i -= 1
    if i < 0:
        return False
    if flags[i] & PREP and not flags[i] & CAP:
        return True
    low, words = document.tokens.low, document.tokens.words
    first = i if low[i] in _SUBJECTS else i + 1
    opens = document.tokens.breaks[first] or (first and words[first - 1] in ".!?")
    verb = end < len(flags) and flags[end] & FINITE and not flags[end] & CAP
    return bool(opens and verb and low[first] in _SUBJECTS)


_SUBJECTS = frozenset("auch der die das".split())
"""Words that may open a sentence with its subject."""


def _trailing(word: str, before: str) -> bool:
    """Whether a word behind a name is a noun of its own: `Fjord Invest Zeichnungsaufträge`."""
    if before == "&" or word in COMPANY_ENDS or word in PLACES:
        return False
    if word in ONLY_NOUNS:
        return True
    if is_institute(before.lower()):
        return False  # `die Förderbank Hansestadt`
    return is_compound_noun(word) and not word.lower().endswith(MEDIUM_ENDS)


CLOSING = COMPANY_ENDS | LEGAL
FILLERS = frozenset((".", "&", "Name", "Namen", "Herr", "Frau", "Herrn", "Dr", "Prof", "Uhr"))


def _add(
    found: dict[tuple[str, ...], Found],
    kind: str,
    name: tuple[str, ...],
    rule: str,
    document: Document,
) -> Found:
    base = (*name[:-1], without_s(name[-1], document, name[-2] if len(name) > 1 else ""))
    if rule == "kind" and base in found and found[base].rule in ("speaker", "given"):
        del found[base]
    return found.setdefault(base, Found(kind, base, rule))


def without_s(word: str, document: Document, before: str = "") -> str:
    """`Aerodyns` is a genitive where `Aerodyn` stands in the text too, behind the word `before`
    if there is one: `Adria Terminals` has no other form."""
    places = document.tokens.places(word[:-1]) if word.endswith("s") and len(word) > 4 else ()
    if places:
        words = document.tokens.words
        if not before or any(i and words[i - 1] == before for i in places):
            return word[:-1]
    return word.rstrip("’'")
