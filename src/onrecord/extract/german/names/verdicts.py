"""A candidate for a name → what it names: company, medium or person, or nothing."""

from onrecord.extract.german.grammar.document import Document
from onrecord.extract.german.grammar.flags import ADJ, CAP, DET, FINITE, PREP
from onrecord.extract.german.grammar.verbs import SPOKEN
from onrecord.extract.german.grammar.vocabulary import is_listed, is_plural
from onrecord.extract.german.names.appellatives import COMMON_NOUNS, GENERIC_BANKS
from onrecord.extract.german.names.kinds import (
    FIRMS_ONLY,
    common,
    is_company_kind,
    is_institute,
    is_office,
)
from onrecord.extract.german.names.media import is_typical, medium_name, speaks
from onrecord.extract.german.names.places import CITIES, PLACES, REGIONS, TOWNS, of_city
from onrecord.extract.german.names.seated import STANDING, is_place, of_region
from onrecord.extract.german.names.signs import MEDIA_PHRASES, NOT_NAMES
from onrecord.extract.german.names.trades import (
    NEVER_PEOPLE,
    airs,
    is_rhenish_bank,
    is_trade,
    owns,
    told_of,
    trades,
)
from onrecord.extract.given import is_given
from onrecord.extract.tokens import Kind, recalled
from onrecord.extract.wellknown import COMPANIES, COMPANY_ENDS, COMPANY_PHRASES, LEGAL, MEDIA

SIDES = frozenset("Nord Süd Ost West Mitte Nordwest Südwest Nordost Südost".split())
NO_FIRST = COMMON_NOUNS | NOT_NAMES
SURNAMES = frozenset(
    """Stahl Gold Wind Glas Guss Werk Bau Papier Kabel Metall Kapital Werft Marine Fonds Power Gas
    Gruppe Technik Chemie""".split()
)
"""Last words of firms that are surnames as well: with a given name before, of people."""
SINGLE_KNOWN = dict.fromkeys(COMPANIES, "company") | dict.fromkeys(MEDIA, "medium")


PHRASES_KNOWN = {tuple(name.split()): "company" for name in COMPANY_PHRASES} | {
    tuple(name.split()): "medium" for name in MEDIA_PHRASES
}
for _word in "Focus Stern Zeit Welt Bild Capital Meta Linde Spiegel Arm".split():
    SINGLE_KNOWN.pop(_word, None)


LONG, LONG_FORM = 5, 9
"""Names are no longer than so many tokens; with a legal form they may be."""
Verdict = tuple[str, str]
"""What is named and the rule that says so; two empty texts where nothing is."""
NOTHING = ("", "")


def verdict(document: Document, name: tuple[str, ...], begin: int, end: int, sign: str) -> Verdict:
    """What the words of a candidate at tokens begin..end name; `sign` is what stood before it."""
    first, last, size = name[0], name[-1], len(name)
    if (
        size > (LONG_FORM if last in LEGAL else LONG)
        or (size == 1 and (len(first) < 2 or not first.strip("IVX")))
        or (_place(first) and all(map(_place, name)))
        or _credited(name)
        or (size > 1 and begin > 0 and _of_land(document.tokens.low[begin - 1], first))
    ):
        return NOTHING
    if name in PHRASES_KNOWN or (size == 1 and first in SINGLE_KNOWN):
        return PHRASES_KNOWN.get(name) or SINGLE_KNOWN[first], "known"
    if size == 1 and _hyphened(first):
        return "company", "form"
    if size > 1 and first.lower().endswith(_SCHOOLS):
        return NOTHING
    if size > 1 and (first == "Stiftung" or _is_firm(document, name, begin, sign)):
        return "company", "form"
    if size > 1 and first == "Bank" and common(last):
        return NOTHING
    if (size > 1 and first in _HOUSES) or (
        "&" in name and size >= 3 and sign not in ("office", "medium")
    ):
        return "company", "form"
    if sign == "firm" and is_given(first):
        return "company", "kind"
    if sign == "company" and 1 < size <= LONG and trades(document, begin, end):
        return "company", "kind"
    sign = "company" if sign == "firm" else sign
    owner = document.tokens.low[begin - 1] if begin else ""
    if sign == "medium" and airs(document, begin) and not speaks(document, begin):
        return "company", "kind"
    if sign == "company" and size == 2 and owns(owner) and told_of(document, begin, end):
        return "person", "office"
    person = _person(name, sign)
    if person is not None:
        return person
    if medium_name(document, name, begin, sign):
        return "medium", "kind" if sign == "medium" else "form"
    return _by_sign(document, name, sign, owner) or _unsigned(document, name, begin, end)


def _credited(name: tuple[str, ...]) -> bool:
    """`Foto: Ulla Merz/Bildwerk`: who took a picture, and for whom."""
    return any("/" in word for word in name[1:]) and is_given(name[0])


def _of_land(body: str, first: str) -> bool:
    """`Verband Untere Lahn`: the part of a land that a body is there for."""
    return body.endswith(_BODIES) and first.lower().endswith(_SIDED)


_BODIES = ("verband", "verbands", "kreis", "kreises", "gemeinde", "amt", "bezirk", "region")
_SIDED = ("obere", "oberes", "oberer", "untere", "unteres", "unterer", "mittlere", "mittleres",
          "mittlerer", "liche", "liches", "licher", "große", "großes", "großer")  # fmt: skip
"""Ends of adjectives for parts of a land: Untere, Nördlicher."""


@recalled
def may_name(word: str) -> bool:
    """Whether a word that stands alone, with no sign before it, may name anything."""
    return (
        word in SINGLE_KNOWN
        or (word,) in PHRASES_KNOWN
        or is_typical(word)
        or _bank(word)
        or _hyphened(word)
        or of_region(word)
    )


_HYPHENED = frozenset(
    "Kliniken Klinik Krankenhaus Werke Hotels Stiftung Brauerei Gruppe Bank Verlag Holding".split()
)
"""Last parts of a name in one word: `Sankt-Anna-Kliniken`."""


def _hyphened(word: str) -> bool:
    return word.count("-") > 1 and word.rpartition("-")[2] in _HYPHENED


_SCHOOLS = ("hochschule", "universität", "akademie", "institut", "gericht", "gerichtshof",
            "fachverband", "handelsverband", "arbeitgeberverband", "branchenverband",
            "ministerium", "gewerkschaft", "vereinigung")  # fmt: skip
"""First words of the names of what is no firm."""
_HOUSES = frozenset(
    """Bankhaus Bank Privatbank Sparkasse Stadtwerke Kabelwerk Verlag Banque Banco Banca Crédit
    Caisse Groupe Grupo Gruppo Compagnie Société Cassa Arge Hypo""".split()
)
"""First words of the names of firms."""


def _is_firm(document: Document, name: tuple[str, ...], begin: int, sign: str) -> bool:
    """Whether a name of several words has the form of a firm's."""
    first, last, size = name[0], name[-1], len(name)
    return (
        (last in LEGAL and (not common(first) or (first in PLACES and size > _FORMED)))
        or (last in COMPANY_ENDS and _firm_first(document, name, begin, sign))
        or (sign != "office" and _firm_noun(document, name))
        or (is_institute(first.lower()) and not (last[-1] == "s" and last[:-1] in PLACES))
        or (first.endswith("-Bank") and first[:2].isupper())
        or (first.endswith("-") and size > _CUT and name[1] == "und")
        or (len(name) == 2 and last.lower().endswith("privatbank") and not common(first))
        or (len(name) == 2 and "&" in first[1:-1] and not common(last))
        or (sign != "office" and _bank_or_fund(name))
        or ("of" in name and first in COMPANY_ENDS)
        or (len(name) == 2 and first.lower().endswith(FIRMS_ONLY) and last in TOWNS)
        or _dotted(name)
    )


_FORMED = 2
"""A name with its legal form has more words than so, if it begins with a place."""
_CUT = 3
"""`Spar- und Darlehensbank` alone is no name."""


def _bank_or_fund(name: tuple[str, ...]) -> bool:
    """`Hansa Aufbaubank`, `Kessler Mittelstandsfonds II`: a kind of its own behind a name."""
    first, last = name[0], name[-2] if not name[-1].strip("IVX") else name[-1]
    numbered = set(name[-1]) <= set("IVX")
    plain = first.endswith(("er", "en", "e", "s")) and not numbered
    if common(first) or plain or is_company_kind(first):
        return False
    return len(last) > _COMPOUND and first != last and last.lower().endswith(("bank", "fonds"))


_COMPOUND = 6


def _person(name: tuple[str, ...], sign: str) -> Verdict | None:
    """What a name that begins with a given one is; none where it does not."""
    last, size = name[-1], len(name)
    if not (is_given(name[0]) and 2 <= size <= 4 and not is_office(last)):
        return None
    plural = size == 2 and last.endswith("en") and sign == "company"
    if plural and is_listed(last) and not is_given(last):
        return "company", "kind"
    return ("person", "given") if last not in NO_FIRST or sign == "office" else None


def _by_sign(document: Document, name: tuple[str, ...], sign: str, owner: str) -> Verdict | None:
    """What the word before a name makes of it; none where it decides nothing."""
    first, last, size = name[0], name[-1], len(name)
    if sign == "office" and size == 1 and last in COMPANY_ENDS and len(last) > _COMPOUND:
        return NOTHING  # `der Leiter Logistik`
    if sign == "office" and size <= 4 and not common(last) and not first.endswith("-"):
        return ("person", "office") if _surname(document, name) else NOTHING
    if sign == "medium" and size <= 4:
        return "medium", "kind"
    if sign == "company" and size == 1 and is_given(first):
        return ("company", "kind") if owner.endswith(NEVER_PEOPLE) else ("person", "given")
    if sign == "company" and size == 1 and is_company_kind(first) and is_listed(first):
        return NOTHING
    if sign == "company" and size == 1 and owner in _ANY_FIRM and is_plural(first):
        return NOTHING  # `will das Unternehmen Zukäufe finanzieren`
    if sign == "company" and size == 1 and owner in STANDING and is_place(document, first):
        return NOTHING  # `des Hauses Werl`, and elsewhere `in Werl`
    if sign == "company" and size == 1 and first.endswith(_MANY_THINGS):
        return NOTHING  # `testet der Händler Abholstationen`
    strange = size == _FORMED and not is_listed(last)  # `das Beratungshaus Silicon Compass`
    if (
        sign == "company"
        and not is_office(first)
        and (first not in NO_FIRST or _placed(name) or strange)
    ):
        return "company", "kind"
    return None


_MANY_THINGS = ("ionen", "ungen", "heiten", "keiten", "schaften")
_ANY_FIRM = frozenset("unternehmen firma konzern gesellschaft gruppe haus start-up".split())


def _unsigned(document: Document, name: tuple[str, ...], begin: int, end: int) -> Verdict:
    """A bank by its last word, a speaker by the verb beside the name."""
    first, last, size = name[0], name[-1], len(name)
    if size == 1 and (_bank(last) or of_region(last)):
        return "company", "form"
    if size == 2 and _said_by(document, begin, end) and not common(last) and not common(first):
        return ("company", "form") if last in SIDES else ("person", "speaker")
    return NOTHING


def _bank(word: str) -> bool:
    return word.endswith("bank") and word.lower() not in GENERIC_BANKS


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
    return len(name) > 1 and name[0] in PLACES and (name[0] in REGIONS or not common(name[1]))


@recalled
def _place(word: str) -> bool:
    """Whether a word is known to be no name of a firm, in the genitive as well: Europas."""
    return word in NOT_NAMES or (word.endswith("s") and word[:-1] in NOT_NAMES)


def _firm_first(document: Document, name: tuple[str, ...], begin: int, sign: str) -> bool:
    """Whether a name with a typical last word begins like one: no country, no given name."""
    first = name[0]
    if name[-1] in _PLAIN_KINDS and (of_city(first) or first == "Schweizer"):
        return False
    if first in REGIONS or first in CITIES:
        return begin == 0 or document.tokens.low[begin - 1] not in _WHERE
    if _place(first) or first.lower().endswith(_FIELDS):
        return False
    if is_given(first):
        return sign != "office" and name[-1] not in SURNAMES
    return True


_WHERE = frozenset("in im aus nach bei um nahe".split())
_PLAIN_KINDS = frozenset(
    """Werk Werke Fintech Studio Studios Medien Hotel Hotels Restaurants Verlag Verlage Reederei
    Molkerei Spedition Werft Brauerei Käserei Fonds Terminal Terminals Kliniken Textil""".split()
)
"""`die Kölner Studios`, `das Frankfurter Fintech`: what stands there, by no name."""
_FIELDS = ("bereich", "bereichs", "segment", "segments", "geschäftsfeld", "abteilung", "ressort",
           "themenfeld", "rubrik", "stichwort", "schwerpunkt", "studiengang")  # fmt: skip
"""Before a trade they say what a firm does: `der Bereich Software`."""


def _surname(document: Document, name: tuple[str, ...]) -> bool:
    """`Chef Muster`: a name, not `Chef Europa` or a noun with an article elsewhere."""
    return not any(word in NOT_NAMES for word in name) and not with_article(document, name[-1])


def _said_by(document: Document, begin: int, end: int) -> bool:
    """Behind or before a verb of saying, or before `, Chef der X`."""
    tokens, flags = document.tokens, document.flags
    if begin and flags[begin - 1] & (DET | ADJ | PREP) and not flags[begin - 1] & CAP:
        return False
    if (begin and tokens.low[begin - 1] in SPOKEN) or tokens.low[begin - 1] in ("so", "laut"):
        return True
    if end < len(tokens.words) and tokens.low[end] in SPOKEN and not tokens.breaks[end]:
        return begin == 0 or tokens.breaks[begin] > 0 or tokens.words[begin - 1] in ".!?“"
    if end + 1 < len(tokens.words) and tokens.words[end] == ",":
        k = end + 1
        while k < min(end + 5, len(tokens.words)) and flags[k] & (DET | ADJ) and not flags[k] & CAP:
            k += 1
        return k < len(tokens.words) and tokens.words[k][0].isupper() and is_office(tokens.words[k])
    return False


def always_so(document: Document, begin: int) -> bool:
    """`Kessler Umwelt`: a name and a noun that stand together wherever the text has the name, but
    for people of that name, and once open a sentence right before its verb."""
    tokens, flags = document.tokens, document.flags
    words, noun = tokens.words, tokens.words[begin + 1]
    spots = [i for i in tokens.places(words[begin]) if not (i and is_given(words[i - 1]))]
    if len(spots) < _TWICE or any(words[i + 1 : i + 2] != [noun] for i in spots):
        return False
    verbs = [
        i + 2
        for i in spots
        if i + 2 < len(words) and (i == 0 or tokens.breaks[i] or words[i - 1] in ".!?")
    ]
    return any(flags[i] & FINITE and not flags[i] & CAP for i in verbs)


_TWICE = 2
_ARTICLES = Kind.of("der die das dem den ein eine".split())


def with_article(document: Document, word: str) -> bool:
    """Whether the text has the word right behind an article: then it is a noun."""
    if document.articled is None:
        words = document.tokens.words
        articles = document.tokens.among(_ARTICLES, 0, len(words) - 1)
        document.articled = {words[i + 1] for i in articles}
    return word in document.articled
