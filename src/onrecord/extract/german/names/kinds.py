"""What a word written large says of the name behind it: an office, a kind of firm, of medium."""

from onrecord.extract.german.names.appellatives import COMMON_NOUNS
from onrecord.extract.german.names.signs import (
    COMPANY_KINDS,
    MEDIUM_KINDS,
    NOT_NAMES,
    NOUN_ENDS,
    OFFICE_ENDS,
    OFFICES,
)


def is_office(word: str) -> bool:
    """Whether a word names an office: Finanzchefin, CEO, Silexa-Vorstand."""
    last = word.rsplit("-", 1)[-1]
    return last in OFFICES or last.lower().endswith(OFFICE_ENDS)


def is_company_kind(word: str) -> bool:
    """Whether a word names a kind of company: Chiphersteller, Konzern."""
    low = word.lower()
    if is_institute(low):
        return False
    return low.endswith(COMPANY_KINDS) or low.rstrip("s").removesuffix("e").endswith(COMPANY_KINDS)


_INSTITUTES = (
    "privatbank",
    "bankhaus",
    "kantonalbank",
    "raiffeisenbank",
    "sparkasse",
    "volksbank",
    "landesbank",
    "stadtwerke",
)


_WORKS = frozenset(
    """kraftwerk netzwerk feuerwerk handwerk bauwerk kunstwerk stockwerk hilfswerk uhrwerk triebwerk
    fahrwerk bergwerk wasserwerk klärwerk lebenswerk meisterwerk regelwerk bollwerk werk""".split()
)


def is_institute(low: str) -> bool:
    """Whether a word begins the name of a firm: Sparkasse Uelzen, Kabelwerk Lahn."""
    if low.endswith(("werk", "werke")):
        return not low.endswith(tuple(_WORKS - {"werk"})) and low not in ("werk", "werke")
    return low.endswith(_INSTITUTES)


def is_medium_kind(word: str) -> bool:
    """Whether a word names a kind of medium: Nachrichtenagentur, Sender."""
    low = word.lower()
    genitive = low.rstrip("s").removesuffix("e")
    return low.endswith(MEDIUM_KINDS) or genitive.endswith(MEDIUM_KINDS)


def common(word: str) -> bool:
    """Whether a capitalised word looks like a common noun or is known to be no name."""
    if word in COMMON_NOUNS:
        return True
    if "/" in word and all(part in NOT_NAMES or part.istitle() for part in word.split("/")):
        return True
    return word in NOT_NAMES or word.lower().endswith(NOUN_ENDS) or is_office(word)
