"""Names coined from words that German has: a compound that no dictionary lists, with no article
before it, a house and a family, a number behind a name.
"""

from onrecord.extract.german.grammar.document import Document
from onrecord.extract.german.grammar.flags import ADJ, DET, NUM
from onrecord.extract.german.grammar.vocabulary import head_of, is_listed
from onrecord.extract.german.names.candidates import Found, without_s
from onrecord.extract.german.names.kinds import (
    capital_inside,
    common,
    is_company_kind,
    is_institute,
    is_office,
)
from onrecord.extract.german.names.places import CITIES, PLACES, of_city
from onrecord.extract.german.names.seated import is_place, is_seat, of_land
from onrecord.extract.german.names.verdicts import SIDES
from onrecord.extract.given import is_given
from onrecord.extract.tokens import HYPHENED, NUMERIC, Kind
from onrecord.extract.wellknown import COMPANY_ENDS, LEGAL

_BARE = frozenset("bei von an".split())
_PLURALS = ("en", "ern", "er", "e", "s", "n")
_INSTITUTES = ("bank", "genossenschaft", "kasse", "versicherung", "werke", "bahnen", "bau")
"""With the name of their place they bear it: `Luzerner Bankgenossenschaft`."""
_PREMISES = frozenset(
    """Konditorei Kaufhaus Backhaus Studio Klinikum Baugruppe Optik Hof Mühle Bäckerei Metzgerei
    Weingut Gestüt Apotheke Autohaus Modehaus Möbelhaus Möbelhof Druckerei Sägewerk
    Gärtnerei Brennerei Kelterei""".split()
)
_WHOLE = ("hotel", "staatsgut", "rittergut", "hofgut", "gasthof", "bräu", "druckhaus", "brauhaus")
_FIRMS = frozenset("Reederei Brauerei Spedition Kanzlei Werft Kliniken Gebrüder".split())
"""The same, where no article stands before."""
_KINDS = frozenset("Reederei Brauerei Kanzlei Werft".split())
"""What describes a firm, where the text names it without that as well."""
_HOUSES = _PREMISES | _FIRMS
_GROUPS = frozenset("Gruppe Group Holding Konzern Gesellschaft".split())
_FORMS = LEGAL - _GROUPS
_WEAK = frozenset(("acts", "pair", "shape"))
_SHORTEST = 7
_MANY = 8
"""In a text of more sentences a firm is named more than once, or with a better sign."""


def coined_names(
    document: Document, candidates: list[tuple[int, int]], found: dict[tuple[str, ...], Found]
) -> None:
    """Adds them; takes out what only looked like a name and is listed."""
    many = len(document.sentences) > _MANY
    for name, item in list(found.items()):
        inflected = item.rule == "form" and len(name) == 2 and _inflected(name[0])
        weak = many and item.rule in _WEAK and len(document.tokens.places(name[0])) == 1
        if (weak or inflected) and all(map(_word, name)):
            del found[name]
        elif item.kind == "company" and len(name) > 1 and _described(document, name):
            found.setdefault(name[1:], Found("company", name[1:], item.rule))
            del found[name]
    covered, low = {word for name in found for word in name}, document.tokens.low
    for begin, end in candidates:
        name = ()
        if end - begin > 1:
            name = _premises(document, begin, end) or _placed(document, begin, end)
            if not name and of_land(document, begin, end):
                name = (document.tokens.words[begin], document.tokens.words[begin + 1])
        elif low[begin - 1] not in _BARE:
            continue
        if not name and covered.isdisjoint(document.tokens.words[begin:end]):
            name = _compound(document, begin, end)
        if name:
            base = (*name[:-1], without_s(name[-1], document))
            last = found.get(base[-1:]) if len(base) > 1 else None
            if last is not None and last.rule != "register":
                del found[base[-1:]]
            found.setdefault(base, Found("company", base, "unlisted"))
    _hyphened(document, found)
    _numbered(document, found)


def _inflected(word: str) -> bool:
    return word.endswith("es") or word in _COLOURS


_COLOURS = frozenset(
    """Grüner Grüne Blauer Blaue Roter Rote Neuer Neue Junger Junge Guter Gute Großer Große Kleiner
    Kleine Alter Alte Sauberer Saubere Teurer Teure Billiger Billige""".split()
)
"""Adjectives before a trade: `Grüner Wasserstoff`."""


def _hyphened(document: Document, found: dict[tuple[str, ...], Found]) -> None:
    """`Kettler-Chemie`, `Axel-Brandt-Fonds`, `Helvetica-Nord`: all of it is the name."""
    words = document.tokens.words
    for word in sorted(document.tokens.forms(HYPHENED)):
        first, _, last = word.rpartition("-")
        if last not in _TAILS or not first or not first[0].isupper() or len(first) < _FIRST:
            continue
        at = document.tokens.places(word)[0]
        if words[at + 1 : at + 2] and words[at + 1][0].isupper():
            continue
        group = last == "Gruppe" and (first,) in found and found[first,].rule not in _SURE
        if common(first) or first in PLACES:
            continue
        twice = last == "Gruppe" and len(document.tokens.places(word)) > 1
        twice = twice and not (is_company_kind(first) or is_office(first) or is_given(first))
        if not (group or twice) and (is_listed(first) or is_given(first)):
            continue
        if group or not document.tokens.places(first):
            found.pop((first,), None)
            found.setdefault((word,), Found("company", (word,), "unlisted"))


_FAMILY, _BANKS = 4, frozenset(("Bank", "Privatbank"))
_TAILS = (
    frozenset("Chemie Fonds Holding Werke Pharma Bau Technik Energie Solar Bank Gruppe".split())
    | SIDES
)
_FIRST = 4
_SURE = frozenset(("register", "known"))


def _described(document: Document, name: tuple[str, ...]) -> bool:
    """`Hamburger Adiuta Gruppe`, `Bank Southern Cross Infrastructure`: no part of the name."""
    if len(name) == 2:
        shaped = capital_inside(name[1]) and name[1].isalpha() and not name[1].isupper()
        return shaped and is_institute(name[0].lower())
    if len(name) == _FAMILY and name[0] in _BANKS and name[-1] in ("Sohn", "Söhne"):
        return True  # `von der Privatbank Mertens & Sohn`
    if of_city(name[0]):
        places, before = document.tokens.places(name[1]), document.tokens.words
        alone = not is_listed(name[1]) and any(i and before[i - 1] != name[0] for i in places)
        formed = name[-1] in _FORMS and not alone
        return not formed and not name[-1].lower().endswith(_INSTITUTES)
    return name[0].endswith(("Bank", "bank", "kasse")) and name[-1] in COMPANY_ENDS


def _word(word: str) -> bool:
    return word[1:].islower() and is_listed(word)


def _premises(document: Document, begin: int, end: int) -> tuple[str, ...]:
    """`Kaufhaus Hagedorn`, `Studio Rügen`: a house and whose it is, or where."""
    words, described = document.tokens.words, False
    while end - begin > 2 and (of_city(words[begin]) or is_company_kind(words[begin])):
        described = is_company_kind(words[begin])
        begin += 1
    if end - begin != 2:
        return ()
    if is_seat(words[begin]) and is_place(document, words[begin + 1]):
        return (words[begin], words[begin + 1])
    trade = _trade(words[begin], words[begin + 1])
    whole = words[begin].lower().endswith(_WHOLE) and words[begin][1:].islower()
    if words[begin] not in _HOUSES and not trade and not whole:
        return ()
    if described or trade:
        return (words[begin], words[begin + 1])
    bare = begin == 0 or document.tokens.breaks[begin] > 0 or words[begin - 1] in ":.!?"
    alone = any(
        k and words[k - 1] != words[begin] for k in document.tokens.places(words[begin + 1])
    )
    if words[begin] in _FIRMS and (not bare or (alone and words[begin] in _KINDS)):
        return ()  # `Reederei X bestellt Schiffe. X zahlt ...`
    if common(words[begin + 1]) or is_office(words[begin + 1]):
        return ()
    return (words[begin], words[begin + 1])


def _trade(word: str, of: str) -> bool:
    """`Fahrzeugtechnik Wendlinger`, `Druckpartner Oldenburg`: a trade and whose it is, or where."""
    trade = word.lower().endswith(_TRADES) and len(word) > _SHORTEST
    if word.lower() in _TRADES and head_of(of) and not of.lower().endswith(_TOWNS):
        return False  # `von der Molkerei Nordmilch`
    return trade and of.isalpha() and (of in PLACES or of in CITIES or not is_listed(of))


_TOWNS = ("feld", "burg", "berg", "stadt", "dorf", "hausen", "heim", "bach", "tal", "stein", "au",
          "hof", "see", "wald", "land", "rode", "ingen", "moos", "furt", "kirch")  # fmt: skip
_TRADES = ("technik", "logistik", "partner", "molkerei", "druckhaus", "hütte")


def _placed(document: Document, begin: int, end: int) -> tuple[str, ...]:
    """`Luzerner Bankgenossenschaft`, `Berner Zellschmiede`: of a place, and not listed."""
    words = document.tokens.words
    if end - begin != 2:
        return ()
    whole = words[begin + 1].lower().endswith(_INSTITUTES) and len(words[begin + 1]) > _SHORTEST
    if whole and words[begin + 1].isalpha() and _of_somewhere(document, begin):
        return (words[begin], words[begin + 1])  # `von der Zürcher Kantonalbank`
    if not of_city(words[begin]) or not _coined(words[begin + 1]):
        return ()
    return (words[begin], words[begin + 1]) if whole else (words[begin + 1],)


def _of_somewhere(document: Document, i: int) -> bool:
    """`Pankower`, also of a place that nobody knows; no agent, no first word of a sentence."""
    tokens, word = document.tokens, document.tokens.words[i]
    if not word.endswith("er") or common(word) or is_company_kind(word) or is_office(word):
        return False
    return i > 0 and not tokens.breaks[i] and tokens.words[i - 1] not in ".:!?"


def _compound(document: Document, begin: int, end: int) -> tuple[str, ...]:
    """`bei Rechenkraft Süd`, `an Phoenixhaus`: behind a preposition and no article."""
    tokens, flags = document.tokens, document.flags
    if begin == 0 or tokens.breaks[begin] or tokens.low[begin - 1] not in _BARE:
        return ()
    name = tuple(tokens.words[begin:end])
    sided = len(name) == 2 and (name[1] in SIDES or name[1] in PLACES)
    if not (len(name) == 1 or sided) or flags[begin - 1] & (DET | ADJ):
        return ()
    side = sided and name[1] in SIDES and name[0] not in PLACES and not of_city(name[0])
    if not (_coined(name[0]) or side) or common(name[0]) or is_given(name[0]):
        return ()
    if name[0].endswith(_PLURALS):
        return ()
    after = flags[end] if end < len(flags) else 0
    return () if after & NUM else name


def _coined(word: str) -> bool:
    """Whether a word is a compound that no dictionary lists."""
    plain = len(word) >= _SHORTEST and word[1:].islower() and word.isalpha() and not is_office(word)
    if is_company_kind(word) and word.endswith(_AGENTS):
        return False  # `der Nürnberger Serverbauer`
    return plain and not is_listed(word) and bool(head_of(word))


_AGENTS = ("er", "ers", "ern", "or", "ent", "ist")
_FIGURES = Kind(str.isdigit, near=NUMERIC.bit)


def _numbered(document: Document, found: dict[tuple[str, ...], Found]) -> None:
    """`Handelsbank 1871`, `Traktion 11`: a number that stands behind a name first of all."""
    tokens, words = document.tokens, document.tokens.words
    singles = {n[0]: n for n, item in found.items() if len(n) == 1 and item.kind == "company"}
    for i in tokens.where(_FIGURES):
        name = singles.get(words[i - 1]) if i and not tokens.breaks[i] else None
        after = words[i + 1] if i + 1 < len(words) else "."
        if (
            name is None
            or after[:1].isupper()
            or after in "%€$"
            or tokens.places(name[0])[0] != i - 1
            or (_recent(words[i]) and not _again(document, name[0], i))
        ):
            continue
        item = found.pop(name)
        full = (name[0], words[i])
        found.setdefault(full, Found("company", full, item.rule, item.iri, item.aliases))


def _recent(number: str) -> bool:
    """Whether a number is a year of which a text may tell: `hat X 2019 gekauft`."""
    return len(number) == _DIGITS and _SINCE <= number < _UNTIL


_DIGITS, _SINCE, _UNTIL = 4, "1980", "2050"


def _again(document: Document, name: str, i: int) -> bool:
    """Whether the number at token i stands behind this name elsewhere, too."""
    words = document.tokens.words
    return sum(words[k - 1] == name for k in document.tokens.places(words[i]) if k) > 1
