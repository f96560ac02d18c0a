"""Names that say what stands where: `Papierfabrik Moosbach`, `Verkehrsverbund Mittelrhein`."""

from onrecord.extract.german.grammar.document import Document
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
_THERE = frozenset("in aus bei nach".split())


@recalled
def is_seat(word: str) -> bool:
    """Whether a noun says what stands somewhere: Papierfabrik, Schlossbräu."""
    return word[1:].islower() and word.lower().endswith(_SEATS)


@recalled
def _land(word: str) -> bool:
    return word in PLACES or word.lower().endswith(_LANDS)


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
