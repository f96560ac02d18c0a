"""Firms told by a trade or a city behind their name, and by who owns and airs what."""

from onrecord.extract.german.grammar.document import Document
from onrecord.extract.german.grammar.flags import ADJ, CAP, DET, FINITE, PREP
from onrecord.extract.german.grammar.verbs import SPOKEN
from onrecord.extract.german.names.places import CITIES, of_city
from onrecord.extract.given import is_given

ADJECTIVES = (
    "ale", "ische", "ischen", "ige", "igen", "liche", "lichen", "elle", "ellen", "ive", "iven",
    "bare", "ierte", "ierten", "ende", "enden", "sche", "schen", "neue", "alte", "eigene", "erste",
)  # fmt: skip
BANKS = ("bank", "versicherung", "sparkasse", "versicherer", "rück", "bahn")
TRADE = 8
TRADES = (
    "technik", "technologie", "logistik", "systeme", "werke", "bau", "chemie", "wasser", "energie",
    "energien", "elektronik", "optik", "akustik", "sensorik", "robotik", "plastik", "polymer",
    "kunststoffe", "metalle", "beschläge", "getriebe", "armaturen", "pumpen", "reisen", "märkte",
    "textilien", "backwaren", "fleischwaren", "getränke", "lebensmittel", "verpackung",
    "verpackungen", "immobilien", "versicherung", "versicherungen", "infrastruktur", "software",
    "medien", "verlag", "brauerei", "mobilität", "spedition", "transporte", "guss", "stahl",
)  # fmt: skip
"""Ends of the last word of firms that are called after a family or a place."""
OWNERS = ("eigner", "eigentümer", "besitzer", "aktionär", "investor", "gesellschafter", "händler")
"""Kinds of company that people are as well."""

NEVER_PEOPLE = ("konzern", "konzerns", "unternehmen", "firma", "gesellschaft", "dienst", "verlag",
                "fonds", "bank", "kette", "plattform", "start-up", "versicherung")  # fmt: skip


def is_rhenish_bank(name: tuple[str, ...]) -> bool:
    """`Rheinische Kreditbank`: an adjective before a kind of bank."""
    low = name[-1].lower()
    adjective = name[0].lower().endswith(ADJECTIVES)
    return adjective and len(name) == 2 and low.endswith(BANKS) and low not in BANKS[:2]


def is_trade(name: tuple[str, ...]) -> bool:
    """`Schnaitmann Dichtungstechnik`, `Optronik Jena`."""
    first, last = name[0], name[-1]
    if first.lower().endswith(ADJECTIVES):
        return False
    if last.lower().endswith(TRADES) and len(last) > TRADE:
        return True
    return len(name) == 2 and last in CITIES and not is_given(first) and not first.endswith("er")


def airs(document: Document, begin: int) -> bool:
    """`der Privatsender X`: a firm, where the text does not cite it."""
    low = document.tokens.low
    return begin > 0 and low[begin - 1].endswith(("sender", "verlag", "rundfunk"))


def owns(noun: str) -> bool:
    """Whether a person may be called so: `Großaktionär`; a `Finanzinvestor` is a firm."""
    return noun.endswith(OWNERS) and not noun.startswith(("finanz", "pensions", "staats"))


def told_of(document: Document, begin: int, end: int) -> bool:
    """Whether a verb of saying stands right before the phrase, or right behind the name."""
    low = document.tokens.low
    return any(w in SPOKEN for w in (*low[max(0, begin - 3) : begin], *low[end : end + 1]))


_HOUSES = (*NEVER_PEOPLE, "konzern", "hersteller", "anbieter", "bauer", "zulieferer", "versicherer",
           "versorger", "dienstleister", "ausrüster", "logistiker", "spediteur", "start-up",
           "gruppe", "werft", "betrieb", "discounter", "netzbetreiber", "röster",
           "tochter", "herstellers")  # fmt: skip
"""Kinds of company that hardly ever say what a person is."""
_PEOPLE = ("bauern",)
_COPULAS = frozenset("ist war".split())


def names_house(noun: str) -> bool:
    """Whether a noun says what a firm is, and hardly ever what a person is."""
    return noun.endswith(_HOUSES) and not noun.endswith(_PEOPLE)


def trades(document: Document, begin: int, end: int) -> bool:
    """`mit dem Wursthersteller Karl Dietz`, `Der Wursthersteller Karl Dietz übernimmt`: a firm that
    bears the name of a person; not `ernannte der Hersteller Karl Dietz zum Chef`."""
    low, flags, words = document.tokens.low, document.flags, document.tokens.words
    if not begin or not names_house(low[begin - 1]):
        return False
    i = begin - 2
    while i > 0 and (of_city(words[i]) or (flags[i] & (ADJ | DET) and not flags[i] & (CAP | PREP))):
        i -= 1
    if i < 0:
        return False
    if flags[i] & PREP and not flags[i] & CAP:
        return end >= len(flags) or low[end] not in ("zum", "zur", "als")
    if low[i] in _COPULAS:
        return True
    opens = i == 0 or document.tokens.breaks[i + 1] or words[i] in ".!?:"
    verb = end < len(flags) and bool(flags[end] & FINITE) and not flags[end] & CAP
    return bool(opens) and verb
