"""Candidates for names: runs of words written large, judged by what stands in and before them."""

from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

from onrecord.extract.german.grammar.document import Document
from onrecord.extract.german.grammar.flags import ADJ, CAP, DET, PREP
from onrecord.extract.german.grammar.verbs import SAYING
from onrecord.extract.german.grammar.vocabulary import is_listed
from onrecord.extract.german.names.appellatives import COMMON_NOUNS, GENERIC_BANKS
from onrecord.extract.german.names.before import OPENING_MARKS, affiliation, sign_before
from onrecord.extract.german.names.kinds import (
    FIRMS_ONLY,
    common,
    is_company_kind,
    is_compound_noun,
    is_institute,
    is_medium_kind,
    is_noun,
    is_office,
    names_firm,
    several,
)
from onrecord.extract.german.names.media import in_marks, medium_name, speaks, told_by
from onrecord.extract.german.names.places import CITIES, PLACES, REGIONS
from onrecord.extract.german.names.signs import (
    KIN,
    MEDIA_PHRASES,
    MEDIUM_ENDS,
    MEDIUM_WORDS,
    NOT_NAMES,
)
from onrecord.extract.german.names.trades import (
    NEVER_PEOPLE,
    OWNERS,
    airs,
    is_rhenish_bank,
    is_trade,
    told_of,
)
from onrecord.extract.given import is_given
from onrecord.extract.wellknown import COMPANIES, COMPANY_ENDS, COMPANY_PHRASES, LEGAL, MEDIA

ONLY_NOUNS = COMMON_NOUNS - COMPANY_ENDS


NO_FIRST = COMMON_NOUNS | NOT_NAMES


SURNAMES = frozenset(
    """Stahl Gold Wind Glas Guss Werk Bau Papier Kabel Metall Kapital Werft Marine Fonds Power Gas
    Gruppe Technik Chemie""".split()
)
"""Last words of firms that are surnames as well: with a given name before, of people."""


@dataclass(slots=True)
class Found:
    kind: str
    tokens: tuple[str, ...]
    rule: str
    iri: str | None = None
    aliases: list[tuple[str, ...]] = field(default_factory=list)
    apart: bool = False
    """A daughter that is called after its mother is a firm of its own."""


DAUGHTERS = ("tochter", "ableger", "sparte", "tochterfirma", "tochtergesellschaft", "schwester")


def known_names(document: Document, found: dict[tuple[str, ...], Found]) -> None:
    present = set(document.tokens.words)
    present |= {word.rpartition("-")[0] for word in present if "-" in word}
    for name in sorted(_SINGLE_KNOWN.keys() & present):
        found.setdefault((name,), Found(_SINGLE_KNOWN[name], (name,), "known"))
    for first in sorted(_PHRASE_STARTS.keys() & present):
        for words in _PHRASE_STARTS[first]:
            if present.issuperset(words):
                found.setdefault(words, Found(_PHRASES_KNOWN[words], words, "known"))


_SINGLE_KNOWN = dict.fromkeys(COMPANIES, "company") | dict.fromkeys(MEDIA, "medium")


_PHRASES_KNOWN = {tuple(name.split()): "company" for name in COMPANY_PHRASES} | {
    tuple(name.split()): "medium" for name in MEDIA_PHRASES
}


_PHRASE_STARTS: dict[str, list[tuple[str, ...]]] = {}
for _words in _PHRASES_KNOWN:
    _PHRASE_STARTS.setdefault(_words[0], []).append(_words)


def classify(document: Document, begin: int, end: int, found: dict[tuple[str, ...], Found]) -> None:
    """Splits a run at offices and kinds, and judges what is left."""
    words = document.tokens.words
    if end - begin == 1 and words[begin] in COMMON_NOUNS and _plain(document, begin):
        return
    start, sign = begin, ""
    i = begin
    while i < end:
        word = words[i]
        if word in (".",) or word in ("Dr", "Prof"):
            if i == start:
                start, sign = i + 1, sign or "office"
            i += 1
            continue
        rest = end - i - 1
        if (rest and not is_given(word) and is_office(word)) or (
            rest and word in KIN and is_given(words[i + 1])
        ):
            _judge(document, start, i, sign, found)
            start, sign = i + 1, "office"
        elif rest and i > start and is_given(word) and words[i + 1] not in COMMON_NOUNS:
            _judge(document, start, i, sign, found)
            start, sign = i, _before_given(words[i - 1])
        elif rest and not sign and _first(words, start, i) and is_medium_kind(word):
            start, sign = i + 1, "medium"
        elif rest and not sign and _is_kind(words, start, i):
            start, sign = i + 1, _before_given(word)
        elif rest and not sign and i == begin and _apposed(document, i, end):
            start, sign = i + 1, "company"
        i += 1
    _judge(document, start, end, sign, found)


def _apposed(document: Document, i: int, end: int) -> bool:
    """`die Vergleichsseite X`: behind an article, a noun and then a word that is none."""
    words, before = document.tokens.words, document.flags[i - 1] if i else 0
    if document.tokens.breaks[i] or not before & (DET | ADJ) or before & CAP:
        return False
    name = words[i + 1 : end]
    known = any(common(w) or is_given(w) or w in PLACES for w in name)
    return is_noun(words[i]) and not known and name[-1] not in COMPANY_ENDS | LEGAL


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
    if not _first(words, start, i) or words[i + 1] == "of":
        return False
    if not names_firm(words[i]):
        return False
    if words[i + 1] in LEGAL and words[i].lower() not in ("bank", "gruppe", "konzern"):
        return False
    if words[i + 1] in REGIONS | CITIES and words[i].lower().endswith(FIRMS_ONLY):
        return False
    if several(words[i]) and not _listed(words, i + 1):
        return False
    return words[i] != "Bank" or words[i + 1] in _SINGLE_KNOWN


def _listed(words: list[str], i: int) -> bool:
    """`den Herstellern X und Y`: a list of names begins at token i."""
    behind = words[i + 1 : i + 5]
    return any(
        mark in ("und", ",", "sowie") and word[:1].isupper() for mark, word in pairwise(behind)
    )


def _first(words: list[str], start: int, i: int) -> bool:
    """Whether only words such as `Berliner` stand before token i."""
    return all(words[k].endswith("er") for k in range(start, i))


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
        if titled and words[end - 1].lower() in MEDIUM_WORDS:
            break
        end -= 1
    if begin >= end:
        return
    if end - begin == 1 and is_given(words[begin]) and sign and end < len(words):
        end += words[end][0].isupper() and not tokens.breaks[end]
    name = tuple(words[begin:end])
    before = begin - 1
    if not sign and before >= 0 and not tokens.breaks[begin]:
        sign = sign_before(document, before) or affiliation(document, before)
        if not sign and document.inside[begin] >= 0:
            sign = told_by(document, begin, end)
    kind, rule = _verdict(document, name, begin, end, sign)
    if kind:
        _add(found, kind, name, rule, document).apart |= before >= 0 and words[
            before
        ].lower().endswith(DAUGHTERS)


def _trailing(word: str, before: str) -> bool:
    """Whether a word behind a name is a noun of its own: `Fjord Invest Zeichnungsaufträge`."""
    if before == "&" or word in COMPANY_ENDS:
        return False
    if word in ONLY_NOUNS:
        return True
    return is_compound_noun(word) and not word.lower().endswith(MEDIUM_ENDS)


FILLERS = frozenset((".", "&", "Herr", "Frau", "Herrn", "Dr", "Prof", "Uhr"))


LONG, LONG_FORM = 5, 9
"""Names are no longer than so many tokens; with a legal form they may be."""


def _verdict(
    document: Document, name: tuple[str, ...], begin: int, end: int, sign: str
) -> tuple[str, str]:
    """(kind, rule), or two empty texts."""
    first, last, size = name[0], name[-1], len(name)
    if (
        size > (LONG_FORM if last in LEGAL else LONG)
        or (size == 1 and len(first) < 2)
        or (_place(first) and all(map(_place, name)))
    ):
        return "", ""
    if name in _PHRASES_KNOWN or (size == 1 and first in _SINGLE_KNOWN):
        return _PHRASES_KNOWN.get(name) or _SINGLE_KNOWN[first], "known"
    if last in LEGAL and size > 1 and not common(first):
        return "company", "form"
    if size > 1 and last in COMPANY_ENDS and _firm_first(document, name, begin, sign):
        return "company", "form"
    if size > 1 and sign != "office" and _firm_noun(document, name):
        return "company", "form"
    if size > 1 and is_institute(first.lower()):
        return "company", "form"
    if size > 1 and "of" in name and first in COMPANY_ENDS:
        return "company", "form"
    if size == 2 and first.lower().endswith(FIRMS_ONLY) and last in REGIONS | CITIES:
        return "company", "form"
    if size > 1 and _dotted(name):
        return "company", "form"
    if size > 1 and first == "Bank" and common(last):
        return "", ""
    if size > 1 and first in (
        "Bankhaus",
        "Bank",
        "Privatbank",
        "Sparkasse",
        "Stadtwerke",
        "Kabelwerk",
        "Verlag",
    ):
        return "company", "form"
    if "&" in name and size >= 3 and sign not in ("office", "medium"):
        return "company", "form"
    if sign == "firm" and is_given(first):
        return "company", "kind"
    sign = "company" if sign == "firm" else sign
    if sign == "medium" and airs(document, begin) and not speaks(document, begin):
        return "company", "kind"
    owner = document.tokens.low[begin - 1] if begin else ""
    if sign == "company" and size == 2 and owner.endswith(OWNERS) and told_of(document, begin, end):
        return "person", "office"
    given = is_given(first) and 2 <= size <= 4 and not is_office(last)
    plural = size == 2 and last.endswith("en") and sign == "company"
    if given and plural and is_listed(last) and not is_given(last):
        return "company", "kind"
    if given and (last not in NO_FIRST or sign == "office"):
        return "person", "given"
    if medium_name(document, name, begin, sign):
        return "medium", "kind" if sign == "medium" else "form"
    if sign == "office" and size <= 4 and not common(last) and not name[0].endswith("-"):
        return ("person", "office") if _surname(document, name) else ("", "")
    if sign == "medium" and size <= 4:
        return "medium", "kind"
    if sign == "company" and size == 1 and is_given(first):
        owner = document.tokens.low[begin - 1] if begin else ""
        return ("company", "kind") if owner.endswith(NEVER_PEOPLE) else ("person", "given")
    if sign == "company" and size == 1 and is_company_kind(first) and is_listed(first):
        return "", ""
    if sign == "company" and not is_office(first) and (first not in NO_FIRST or _placed(name)):
        return "company", "kind"
    if size == 1 and last.endswith("bank") and last.lower() not in GENERIC_BANKS:
        return "company", "form"
    if size == 2 and _said_by(document, begin, end) and not common(last) and not common(first):
        return "person", "speaker"
    return "", ""


def _firm_noun(document: Document, name: tuple[str, ...]) -> bool:
    """`Schnaitmann Dichtungstechnik`, `Optronik Jena`: a trade or a city behind what is no noun."""
    first = name[0]
    if common(first) or is_company_kind(first) or _place(first):
        return is_rhenish_bank(name)
    return is_rhenish_bank(name) or (is_trade(name) and not with_article(document, first))


def _dotted(name: tuple[str, ...]) -> bool:
    """`Cavern B.V.`: a legal form of single letters."""
    tail = "".join(name[1:]).replace(".", "")
    return "." in name and tail in ("BV", "NV", "SA", "SpA", "AS", "AB", "SRL", "LLC", "LTD")


def _placed(name: tuple[str, ...]) -> bool:
    """`der Pensionsfonds Ontario Teachers`: a place, then a word that is none."""
    return len(name) > 1 and name[0] in PLACES and not common(name[1])


@lru_cache(maxsize=50_000)
def _place(word: str) -> bool:
    """Whether a word is known to be no name of a firm, in the genitive as well: Europas."""
    return word in NOT_NAMES or (word.endswith("s") and word[:-1] in NOT_NAMES)


def _firm_first(document: Document, name: tuple[str, ...], begin: int, sign: str) -> bool:
    """Whether a name with a typical last word begins like one: no country, no given name."""
    first = name[0]
    if first in REGIONS or first in CITIES:
        return begin == 0 or document.tokens.low[begin - 1] not in _WHERE
    if _place(first):
        return False
    if is_given(first):
        return sign != "office" and name[-1] not in SURNAMES
    return True


_WHERE = frozenset("in im aus nach bei um nahe".split())


def _surname(document: Document, name: tuple[str, ...]) -> bool:
    """`Chef Muster`: a name, not `Chef Europa` or a noun with an article elsewhere."""
    return not any(word in NOT_NAMES for word in name) and not with_article(document, name[-1])


def _said_by(document: Document, begin: int, end: int) -> bool:
    """Behind or before a verb of saying, or before `, Chef der X`."""
    tokens, flags = document.tokens, document.flags
    if begin and flags[begin - 1] & (DET | ADJ | PREP) and not flags[begin - 1] & CAP:
        return False
    if (begin and tokens.low[begin - 1] in SAYING) or tokens.low[begin - 1] in ("so", "laut"):
        return True
    if end < len(tokens.words) and tokens.low[end] in SAYING and not tokens.breaks[end]:
        return begin == 0 or tokens.breaks[begin] > 0 or tokens.words[begin - 1] in ".!?“"
    if end + 1 < len(tokens.words) and tokens.words[end] == ",":
        k = end + 1
        while k < min(end + 5, len(tokens.words)) and flags[k] & (DET | ADJ) and not flags[k] & CAP:
            k += 1
        return k < len(tokens.words) and tokens.words[k][0].isupper() and is_office(tokens.words[k])
    return False


def with_article(document: Document, word: str) -> bool:
    """Whether the text has the word right behind an article: then it is a noun."""
    if document.articled is None:
        words, low = document.tokens.words, document.tokens.low
        articles = ("der", "die", "das", "dem", "den", "ein", "eine")
        document.articled = {words[i] for i in range(1, len(words)) if low[i - 1] in articles}
    return word in document.articled


def _add(
    found: dict[tuple[str, ...], Found],
    kind: str,
    name: tuple[str, ...],
    rule: str,
    document: Document,
) -> Found:
    base = (*name[:-1], without_s(name[-1], document))
    return found.setdefault(base, Found(kind, base, rule))


def without_s(word: str, document: Document) -> str:
    """`Aerodyns` is a genitive where `Aerodyn` stands in the text too."""
    if word.endswith("s") and len(word) > 4 and word[:-1] in document.vocabulary:
        return word[:-1]
    return word.rstrip("’'")


for _word in "Focus Stern Zeit Welt Bild Capital Meta Linde Spiegel Arm".split():
    _SINGLE_KNOWN.pop(_word, None)
