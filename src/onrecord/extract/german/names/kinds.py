"""What a word written large says of the name behind it: an office, a kind of firm, of medium."""

from collections.abc import Iterable

from onrecord.extract.german.names.appellatives import COMMON_NOUNS
from onrecord.extract.german.names.signs import (
    COMPANY_KINDS,
    MEDIUM_KINDS,
    NAMING_KINDS,
    NO_FIRMS,
    NOT_NAMES,
    NOUN_ENDS,
    OFFICE_ENDS,
    OFFICES,
)
from onrecord.extract.tokens import ODD, Affixes, Kind, listed, recalled
from onrecord.extract.wellknown import COMPANY_ENDS

FIRMS_LIKE_OFFICES = (
    "vermögensverwalter", "pensionsverwalter", "fondsverwalter", "immobilienverwalter",
    "assetmanager", "unternehmensberater", "marktforscher",
    "generalunternehmer", "subunternehmer", "generalübernehmer", "großhändlerin",
    "onlinehändlerin", "zwischenhändlerin",
)  # fmt: skip
"""They end like offices of people, yet are kinds of company."""
_INFLECTED = {kind + end for kind in COMPANY_KINDS for end in ("", "s", "es", "n", "en", "e", "in")}
_PLURALS = Affixes((*_INFLECTED, "firmen", "häuser", "häusern", "töchter", "töchtern"), ends=True)
_NO_KINDS = frozenset("bauern bäuerinnen gesetzgeber ratgeber herausgeber zuhause".split())


@recalled
def is_office(word: str) -> bool:
    """Whether a word names an office: Finanzchefin, CEO, Silexa-Vorstand."""
    last = word.rsplit("-", 1)[-1]
    low = last.lower()
    return last in OFFICES or (bool(_OFFICES.of(low)) and not low.endswith(FIRMS_LIKE_OFFICES))


_OFFICES = Affixes(OFFICE_ENDS, ends=True)


@recalled
def is_company_kind(word: str) -> bool:
    """Whether a word names a kind of company, or several: Chiphersteller, Saatgutzüchtern."""
    low = word.lower()
    return bool(_PLURALS.of(low)) and low not in _NO_KINDS and not is_institute(low)


_HEADS = Affixes({n.lower() for n in COMMON_NOUNS - COMPANY_ENDS if len(n) > 4}, ends=True)


@recalled
def is_compound_noun(word: str) -> bool:
    """Whether a word ends in a common noun: Zeichnungsaufträge; no shape of a name in it."""
    if len(word) < 9 or not word.isalpha() or not word[1:].islower():
        return False
    low = word.lower()
    return bool(_HEADS.of(low)) and low not in _HEADS


_INSTITUTES = (
    "privatbank",
    "genossenschaftsbank",
    "bankhaus",
    "kantonalbank",
    "raiffeisenbank",
    "sparkasse",
    "volksbank",
    "landesbank",
    "stadtwerke",
    "stadtwerken",
    "verkehrsbetriebe",
    "verkehrsbetrieben",
    "versorgungsbetriebe",
    "versorgungsbetrieben",
    "wirtschaftsbetriebe",
    "entsorgungsbetriebe",
    "bäderbetriebe",
    "universitätsmedizin",
    "zweckverband",
    "wasserverband",
    "pensionskasse",
    "stiftung",
    "energieversorgung",
    "wasserversorgung",
    "stadtentwässerung",
    "seilbahnen",
    "breitbandgesellschaft",
    "schlossbrauerei",
    "kontor",
    "verlagsgruppe",
    "verlagshaus",
    "mediengruppe",
    "klinikum",
    "diakonie",
    "caritas",
    "ärztekasse",
    "versicherungskammer",
    "förderbank",
    "nationalbank",
    "hypothekenbank",
    "krankenhaus",
    "hospital",
    "bürgschaftsbank",
    "investitionsbank",
    "aufbaubank",
)


_WORKS = frozenset(
    """kraftwerk netzwerk feuerwerk handwerk bauwerk kunstwerk stockwerk hilfswerk uhrwerk triebwerk
    fahrwerk bergwerk wasserwerk klärwerk lebenswerk meisterwerk regelwerk bollwerk werk
    gemeinschaftswerk stammwerk hauptwerk zweigwerk montagewerk fahrzeugwerk stellwerk""".split()
)
_NO_NAMES = tuple(_WORKS - {"werk"})


@recalled
def is_institute(low: str) -> bool:
    """Whether a word begins the name of a firm: Sparkasse Uelzen, Kabelwerk Lahn."""
    if low.endswith(("werk", "werke")):
        return not low.endswith(_NO_NAMES) and low not in ("werk", "werke")
    return low.endswith(_INSTITUTES)


@recalled
def several(kind: str) -> bool:
    """Whether a kind of company is in the dative plural: `von Autoherstellern`."""
    plural = kind.endswith("n") and not kind.endswith("in")
    return plural and not kind.lower().endswith((*COMPANY_KINDS, *WEAK))


WEAK = ("isten", "enten", "anten", "riesen", "giganten", "rivalen", "kunden", "pionieren", "bauern")
"""Kinds of company whose singular ends so behind `den`, `dem`, `des`."""


FIRMS_ONLY = (
    "beratung", "kanzlei", "firma", "gesellschaft", "gruppe", "kette", "holding", "marke", "bank",
    "agentur", "plattform", "brauerei", "reederei", "werft", "sparte", "tochterfirma",
)  # fmt: skip
"""Kinds that no person can be: a given name behind them begins the name of a firm."""


@recalled
def names_firm(word: str) -> bool:
    """Whether a word before a name says that it is a firm's: Güterbahn, Sozietät."""
    return is_company_kind(word) or (
        word.lower().endswith(NAMING_KINDS) and not word.lower().endswith(("gesellschaftsform",))
    )


@recalled
def capital_inside(word: str) -> bool:
    """Whether a capital stands behind the first letter of a word."""
    return any(map(str.isupper, word[1:]))


@recalled
def is_noun(word: str) -> bool:
    """Whether a word is a German noun that may stand before a name of a firm: no place, no
    product, nobody's office, no medium."""
    low = word.lower()
    if low.endswith(NO_FIRMS) or is_office(word) or is_medium_kind(word) or is_institute(low):
        return False
    return (
        len(word) > SHORT_NOUN
        and word[1:].islower()
        and (is_compound_noun(word) or low.endswith(NOUN_ENDS[:9]))
    )


SHORT_NOUN = 8


@recalled
def is_medium_kind(word: str) -> bool:
    """Whether a word names a kind of medium: Nachrichtenagentur, Sender."""
    low = word.lower()
    genitive = low.rstrip("s").removesuffix("e")
    if low.endswith("agentur"):
        return low == "agentur" or low.startswith(
            ("nachrichten", "presse", "wirtschafts", "finanz")
        )
    if genitive == "portal":
        return not low.endswith(COMPANY_KINDS)
    return low.endswith(MEDIUM_KINDS) or genitive.endswith(MEDIUM_KINDS)


@recalled
def common(word: str) -> bool:
    """Whether a capitalised word looks like a common noun or is known to be no name."""
    return _is_known(word) or word.lower().endswith(NOUN_ENDS) or is_office(word)


def _is_known(word: str) -> bool:
    if "/" in word and all(part in NOT_NAMES or part.istitle() for part in word.split("/")):
        return True
    return word in COMMON_NOUNS or word in NOT_NAMES


def _ending(ends: Iterable[str]) -> int:
    return Kind.of(ends=ends, placed=False).bit


OFFICE = Kind(
    is_office, printed=True, near=_ending([*OFFICE_ENDS, *map(str.lower, OFFICES)]), placed=False
)
COMPANY_KIND = Kind(is_company_kind, printed=True, near=_ending(_PLURALS), placed=False)
NAMING = Kind.any(
    COMPANY_KIND,
    Kind(names_firm, printed=True, near=_ending(NAMING_KINDS), placed=False),
    placed=False,
)
MEDIUM_KIND = Kind(
    is_medium_kind,
    printed=True,
    near=_ending(
        kind + end
        for kind in (*MEDIUM_KINDS, "agentur", "portal")
        for end in ("", "e", "s", "es", "ss", "ess")
    ),
    placed=False,
)
COMMON = Kind.any(
    OFFICE,
    Kind.of(ends=NOUN_ENDS, placed=False),
    Kind(
        _is_known,
        printed=True,
        near=ODD | listed(COMMON_NOUNS | NOT_NAMES),
        placed=False,
    ),
    placed=False,
)
"""Of words that stand in a text it is known what the functions above say of them."""
