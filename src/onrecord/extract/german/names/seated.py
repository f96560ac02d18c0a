"""Names that say what stands where: `Papierfabrik Moosbach`, `Verkehrsverbund Mittelrhein`."""

from onrecord.extract.german.grammar.document import Document
from onrecord.extract.german.grammar.vocabulary import is_listed
from onrecord.extract.german.names.places import PLACES
from onrecord.extract.tokens import recalled

_SEATS = (
    "fabrik", "werft", "brauerei", "bräu", "brauhaus", "hotel", "gut", "klinik", "kliniken",
    "verbund", "fonds", "druckhaus", "spedition", "reederei", "molkerei", "druckerei", "mühle",
    "hütte", "ziegelei", "gießerei", "weberei", "spinnerei", "werkstätten", "genossenschaft",
    "raffinerie", "hof", "gasthof", "heim", "bergbahn", "seilbahn", "gärtnerei", "käserei",
    "mälzerei", "glaswerk", "verband",
)  # fmt: skip
"""Ends of nouns for what stands somewhere, and bears the name of the place."""
_LANDS = ("rhein", "ruhr", "elbe", "weser", "saale", "neckar", "lausitz", "heide", "bodensee",
          "ostsee", "nordsee", "holstein", "schwaben", "franken", "pfalz", "hessen", "bayern",
          "sachsen", "westfalen", "alb", "eifel", "harz")  # fmt: skip
_SIDES = (
    "nord", "süd", "west", "ost", "nordsee", "ostsee", "rhein", "elb", "elbe", "weser", "donau",
    "main", "isar", "neckar", "mosel", "saar", "ruhr", "spree", "hanse", "alpen", "alster", "harz",
    "eifel", "inn", "oder", "förde", "küsten", "hafen",
)  # fmt: skip
_HOUSES = ("werft", "bank", "brauerei", "reederei", "molkerei", "druck", "kliniken", "stahl",
           "bräu", "gas", "kraft", "werke", "bahn", "spedition", "verlag", "medien")  # fmt: skip
_LANDISH = ("ische", "ischen", "sche", "schen", "deutsche", "deutschen")
_PUBLIC = (
    "universität", "hochschule", "akademie", "bürgerschaft", "union", "kommission", "republik",
    "zentralbank", "börse", "nationalmannschaft", "regierung", "armee", "marine", "kirche",
    "revolution", "küste", "allgemeine", "verfassung", "meisterschaft", "einheit", "wirtschaft",
    "bucht", "see", "alb", "schweiz", "staaten", "inseln", "parlament", "zeitung", "post",
    "rundschau", "nachrichten", "presse", "agentur", "bibliothek", "oper", "philharmonie",
    "gesellschaft",
)  # fmt: skip
"""Ends of what is called after a land and is no firm."""
STANDING = frozenset("haus hauses hause häuser standort standorts".split())
"""What stands in a place, which its name may be: `des Hauses Werl`."""
_THERE = frozenset("in aus bei nach kreis landkreis stadt gemeinde".split())


@recalled
def is_seat(word: str) -> bool:
    """Whether a noun says what stands somewhere: Papierfabrik, Schlossbräu."""
    return word[1:].islower() and word.lower().endswith(_SEATS)


def of_region(word: str) -> bool:
    """Whether a word is a house and its region in one, and not listed: Nordwerft, Donaugas."""
    low = word.lower()
    if not low.endswith(_HOUSES):
        return False
    house = next(end for end in _HOUSES if low.endswith(end))
    return low.removesuffix(house) in _SIDES and word[1:].islower() and not is_listed(word)


@recalled
def _land(word: str) -> bool:
    return word in PLACES or word.lower().endswith(_LANDS)


def of_land(document: Document, begin: int, end: int) -> bool:
    """`die Deutsche Breitband`, `der Hannoverschen Allkraft`: a large adjective within a sentence,
    behind the article of a woman, and a noun."""
    words, low = document.tokens.words, document.tokens.low
    if end - begin != _TWO or begin == 0 or document.tokens.breaks[begin]:
        return False
    ending = {"der": "en", "die": "e"}.get(low[begin - 1], "")
    if not ending or not low[begin].endswith(_LANDISH) or not low[begin].endswith(ending):
        return False
    return words[begin][0].isupper() and not low[begin + 1].endswith((*_PUBLIC, "en", "er"))


_TWO = 2


def is_place(document: Document, word: str) -> bool:
    """Whether a word is a place, known or told by the text: `aus Moosbach`, `MOOSBACH.`, `die
    Moosbacher`."""
    if _land(word):
        return True
    tokens = document.tokens
    if word.isupper():
        return False
    if any(tokens.places(word + end) for end in ("er", "ern")) or tokens.places(word.upper()):
        return True
    return any(i and tokens.low[i - 1] in _THERE for i in tokens.places(word))
