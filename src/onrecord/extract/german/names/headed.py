"""Names that a noun behind them tells: `Medivolt: Die Tochter des Konzerns ...`, where a passage is
headed by who it is about, and `Medivolt, ein Hersteller von ...`.
"""

from onrecord.extract.german.grammar.document import Document
from onrecord.extract.german.grammar.flags import ADJ, CAP, DET, FINITE
from onrecord.extract.german.grammar.vocabulary import is_listed
from onrecord.extract.german.names.candidates import Found
from onrecord.extract.german.names.kinds import common, is_company_kind, is_office
from onrecord.extract.german.names.places import CITIES, COUNTRIES, of_city
from onrecord.extract.german.names.signs import NOT_NAMES
from onrecord.extract.german.names.trades import names_house
from onrecord.extract.given import is_given
from onrecord.extract.tokens import Kind

_BEHIND = Kind.of(":,")
_DEFINITE = frozenset("der die das".split())
_INDEFINITE = frozenset("ein eine".split())
_LONGEST, _REACH = 4, 6
"""Words of such a name; tokens up to the noun."""


def headed_names(
    document: Document, candidates: list[tuple[int, int]], found: dict[tuple[str, ...], Found]
) -> None:
    """Adds them, also where they were taken for people's."""
    words, breaks, low = document.tokens.words, document.tokens.breaks, document.tokens.low
    ends = {end: begin for begin, end in candidates if end - begin <= _LONGEST}
    for at in document.tokens.among(_FROM, 0, len(words) - 1):
        if at in ends and not breaks[at] and _comes_from(document, ends[at], at):
            name = tuple(words[ends[at] : at])
            if name not in found and all(name[k:] not in found for k in range(len(name))):
                found[name] = Found("company", name, "kind")
    for end in document.tokens.among(_BEHIND, 0, len(words) - 1):
        begin = ends.get(end)
        if begin is None or breaks[end]:
            continue
        heads = words[end] == ":" and (begin == 0 or breaks[begin] or words[begin - 1] in _MARKS)
        opening = _DEFINITE if heads else _INDEFINITE if words[end] == "," else ()
        bare = words[end] == "," and _plain_kind(document, end + 1)
        if not bare and (low[end + 1] not in opening or not _of_kind(document, end + 1)):
            continue
        name = tuple(words[begin:end])
        if all(map(common, name)) or any(w in NOT_NAMES or is_office(w) for w in name):
            continue
        if (is_given(name[0]) and not heads) or any(name[k:] in found for k in range(1, len(name))):
            continue
        item = found.get(name)
        if item is None or item.rule in ("speaker", "given"):
            found[name] = Found("company", name, "kind")


def _plain_kind(document: Document, i: int) -> bool:
    """`X, Hersteller von Pumpen,`, `X, Marktführer in Polen`: a kind of firm and what it does."""
    words, low = document.tokens.words, document.tokens.low
    kind = is_company_kind(words[i]) and names_house(low[i]) and words[i][0].isupper()
    return kind and low[i + 1 : i + 2] in _GOES_ON


_GOES_ON = [["von"], ["für"], ["in"], ["im"], ["aus"], ["mit"], ["und"]]


def names_to_come(
    document: Document, candidates: list[tuple[int, int]], found: dict[tuple[str, ...], Found]
) -> None:
    """Adds what a new firm will be called: `soll X heißen`."""
    called = document.tokens.where(_CALLED)
    words, ends = document.tokens.words, {end: begin for begin, end in candidates if called}
    for at in called:
        name = tuple(words[ends[at] : at]) if at in ends else ()
        fits = 0 < len(name) <= _LONGEST and name not in found and not any(map(common, name))
        if fits and _will_be(document, at):
            found[name] = Found("company", name, "kind")


def _will_be(document: Document, end: int) -> bool:
    """`Die neue Firma soll X heißen`: a name to come, at the verb."""
    i, low = end, document.tokens.low
    if low[i] not in ("heißen", "heissen", "firmieren"):
        return False
    sentence = low[max(0, i - _NEW_FIRM) : i]
    return any(word.endswith(_FIRM_NOUNS) for word in sentence)


_NEW_FIRM = 14
_FIRM_NOUNS = ("unternehmen", "firma", "konzern", "gesellschaft", "gruppe", "bank", "verlag",
               "tochter", "venture", "holding", "haus", "institut")  # fmt: skip


def _comes_from(document: Document, begin: int, at: int) -> bool:
    """`X aus Karlsruhe, Hersteller von Kameras`, `X aus Singapur zeichnet Aktien`: no article, a
    place, and a kind of firm or a verb."""
    words, flags, low = document.tokens.words, document.flags, document.tokens.low
    name, opens = words[begin:at], begin == 0 or document.tokens.breaks[begin] > 0
    opens = opens or words[begin - 1] in _OPENERS
    if (
        at + 2 >= len(words)
        or not opens
        or not (words[at + 1] in CITIES or words[at + 1] in COUNTRIES)
    ):
        return False
    if any(common(w) or is_office(w) or is_given(w) or is_company_kind(w) for w in name):
        return False
    if low[at + 2 : at + 3] == [","]:
        return _plain_kind(document, at + 3) if at + 4 < len(words) else False
    known = len(name) == 1 and is_listed(name[0])
    if known or at + 2 >= len(words):
        return False
    return bool(flags[at + 2] & FINITE) and not flags[at + 2] & CAP


_FROM = Kind.of(("aus",))
_CALLED = Kind.of(("heißen", "heissen", "firmieren"))
_OPENERS = frozenset(".!?:")
_MARKS = frozenset("+ +++ – - • *".split())


def _of_kind(document: Document, i: int) -> bool:
    """Whether the phrase whose article is token i is of a kind of company."""
    words, flags = document.tokens.words, document.flags
    for k in range(i + 1, min(i + _REACH, len(words))):
        if flags[k] & CAP and not of_city(words[k]):
            named = k + 1 < len(words) and flags[k + 1] & CAP and words[k + 1][0].isupper()
            kind = is_company_kind(words[k]) and names_house(words[k].lower())
            return kind and not (named and not document.tokens.breaks[k + 1])
        if not (of_city(words[k]) or flags[k] & (ADJ | DET) or words[k][0].islower()):
            return False
    return False
