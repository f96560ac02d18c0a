"""People who stand for a company: `die Amerikaner`, `die Basler`, `den Texanern`."""

from typing import Final

from onrecord.extract.german.names.places import OF, of_city
from onrecord.extract.tokens import Kind, recalled

NATIONS = {
    "amerikan": "amerikan", "kanad": "kanad", "japan": "japan", "brit": "brit",
    "franzo": "franz", "franzö": "franz", "chines": "chines", "schwed": "schwed",
    "norweg": "norweg", "dän": "dän",
    "ital": "ital", "spani": "span", "niederländ": "niederl", "hollä": "niederl",
    "österr": "österr",
    "poln": "pol", "pole": "pol", "türk": "türk", "inder": "ind", "indisch": "ind",
    "indien": "ind", "kore": "kore", "südkor": "kore",
    "schweiz": "schweiz", "finn": "finn", "belg": "belg", "ungar": "ungar", "tschech": "tschech",
    "taiwan": "taiwan", "usbek": "usbek", "katalan": "katalan", "mexikan": "mexikan",
    "portugies": "portugies", "griech": "griech", "rumän": "rumän", "bulgar": "bulgar",
    "kroat": "kroat", "slowen": "slowen", "slowak": "slowak", "ukrain": "ukrain",
    "isländ": "isländ", "vietnam": "vietnam", "argentin": "argentin", "ägypt": "ägypt",
    "saudi": "saudi",
    "singapur": "singapur", "südafrik": "südafrik", "luxemburg": "luxemburg",
    "thailänd": "thailänd",
    "austral": "austral", "brasil": "brasil", "russ": "russ", "israel": "israel", "katar": "katar",
}  # fmt: skip
"""Beginnings of adjectives of nations and of the names of their people."""
_STEMS: Final = tuple(NATIONS)


@recalled
def nation(low: str) -> str:
    """The beginning of the nation that a word names, or nothing."""
    bare = low.removeprefix("us-") if low.startswith("us-") and len(low) > 3 else low
    if bare != low:
        return "amerikan"
    if len(low) < 5 or not low.startswith(_STEMS):
        return ""
    return next(name for stem, name in NATIONS.items() if low.startswith(stem))


NATION = Kind(nation, near=Kind.of(starts=(*_STEMS, "us-"), placed=False).bit, placed=False)


@recalled
def region(low: str) -> str:
    """The beginning that `Texas`, `Texanern`, `texanisch` have in common."""
    bare = next((low.removesuffix(e) for e in _PEOPLE if low.endswith(e)), low)
    return bare[:5] if len(bare) > 5 else bare[:4]


def lives_in(low: str, place: str) -> bool:
    """Whether people are called after a place: `Göppinger`, `Hallensern`; one word for people after
    another one."""
    if low[:1] != place[:1] and "e" not in (low[:1], place[:1]):
        return False  # an `e` may be missing
    stem = _stem(low)
    if len(stem) < SHORTEST:
        return False
    return (
        stem in (place, _stem(place))
        or place in (stem + "e", stem + "en", stem + "n")
        or stem.replace("e", "") == place.replace("e", "")
        or region(low) == region(place)
    )


@recalled
def _stem(low: str) -> str:
    """`schönau` of `schönauern`."""
    return next((low.removesuffix(end) for end in _LIVING if low.endswith(end)), low)


_LIVING = ("ensern", "enser", "anern", "aner", "ern", "er")
SHORTEST = 3
_PEOPLE = ("ern", "erin", "er", "en", "n", "s")


def demonym(low: str) -> bool:
    """`die Basler`, `den Texanern`, `die Schwaben`: people for the company from there."""
    word = low[:1].upper() + low[1:]
    return of_city(word) or word in _TRIBES


_TRIBES = frozenset(
    """Schwaben Sachsen Franken Bayern Hessen Badener Pfälzer Westfalen Rheinländer Thüringer
    Hanseaten Norddeutschen Süddeutschen Ostdeutschen Oberbayern Tiroler Steirer Saarländer
    Texaner Texanern Kalifornier Kaliforniern Skandinavier Skandinaviern Allgäuer Niedersachsen
    Oberösterreicher Vorarlberger Nordlichter Ostwestfalen""".split()
)
DEMONYM = Kind(
    demonym, near=Kind.of(map(str.lower, _TRIBES), ends=OF, placed=False).bit, placed=False
)
