"""Offices held, as the text gives them: `Silexa-Chefin Wiebke Torland`, `X Y, Chef der Z`."""

from bisect import bisect_left
from collections.abc import Sequence

from onrecord.extract.german.grammar.document import Document
from onrecord.extract.german.grammar.flags import ADJ, DET
from onrecord.extract.german.names.kinds import is_office
from onrecord.extract.records import Entity, Office, Source

BEFORE = Source("de-office-before", "1", 0.9, "company and office stand before the name")
BEHIND = Source("de-office-behind", "1", 0.85, "office and company stand behind the name")
REACH = 8
"""How many tokens behind a name an office is looked for."""
_HELD_NO_MORE = tuple(
    """früher ehemalig einstig vormalig damalig künftig designiert angehend möglich potenziell
    potentiell mutmaßlich abgesetzt abberufen entlassen geschasst gefeuert gescheitert
    zurückgetreten verstorben verhindert""".split()
)
"""Who is called so does not hold the office, or not yet."""
_FORMERLY = frozenset("einst ex früher vormals zuletzt bisher nicht".split())
_IN_PLACE = ("stellvertretend", "kommissarisch", "interimistisch", "geschäftsführend")
"""What belongs to the office: a `stellvertretende Chefin` is no `Chefin`."""
_OTHERS = frozenset(
    """vorgänger vorgängerin nachfolger nachfolgerin tochter sohn bruder schwester frau mann ehefrau
    ehemann witwe witwer vater mutter enkel enkelin neffe nichte berater beraterin anwalt anwältin
    vertrauter vertraute kritiker kritikerin rivale rivalin freund freundin kollege kollegin
    assistent assistentin""".split()
)
"""Who somebody is to the one who holds the office."""


def find_offices(document: Document, entities: Sequence[Entity]) -> tuple[Office, ...]:
    """Who holds which office at which company, once each, in the order of the text."""
    tokens = document.tokens
    companies = {m[0]: e for e in entities if e.kind == "company" for m in e.mentions}
    found: dict[tuple[str, str, str], Office] = {}
    people = sorted((m, e.name) for e in entities if e.kind == "person" for m in e.mentions)
    names = {begin for (begin, _), _ in people}
    for (begin, end), person in people:
        i = bisect_left(tokens.begins, begin)
        if i == len(tokens.words) or tokens.begins[i] != begin:
            continue
        office = _before(document, companies, i, end, person) or _behind(
            document, companies, i, end, person
        )
        if office is not None and not _is_of_another(document, office, begin, names):
            found.setdefault((office.person, office.company, office.office), office)
    return tuple(found.values())


def _is_of_another(document: Document, office: Office, begin: int, names: set[int]) -> bool:
    """`Paul Holm, Vorgänger von X-Chefin Anna Berg`: who is named behind the office holds it."""
    tokens = document.tokens
    behind = bisect_left(tokens.begins, office.evidence[1])
    held = behind < len(tokens.words) and tokens.begins[behind] in names
    return office.source is BEHIND and held and tokens.begins[behind] != begin


def _held(document: Document, k: int, title: str) -> str:
    """The office that the word at a token names, with what belongs to it; nothing where it is held
    no more, or not yet."""
    words = document.tokens.words
    if words[k].lower().startswith(("ex-", "alt-")):
        return ""
    before = words[k - 1].lower() if k else ""
    if before in _FORMERLY or (before.startswith(_HELD_NO_MORE) and document.flags[k - 1] & ADJ):
        return ""
    if before.startswith(_HELD_NO_MORE) and before.endswith(("e", "er", "en", "em", "es")):
        return ""
    return f"{words[k - 1]} {title}" if before.startswith(_IN_PLACE) else title


def _before(
    document: Document, companies: dict[int, Entity], i: int, end: int, person: str
) -> Office | None:
    tokens = document.tokens
    if i == 0:
        return None
    word, start = tokens.words[i - 1], tokens.begins[i - 1]
    if word == ",":
        return _apposed(document, companies, i, end, person)
    if not is_office(word):
        return None
    if "-" in word and start in companies:
        title = _held(document, i - 1, word.rsplit("-", 1)[-1])
        return Office(person, companies[start].name, title, (start, end), BEFORE) if title else None
    for k in range(i - 2, max(-1, i - 5), -1):
        held = companies.get(tokens.begins[k])
        if held is not None and tokens.begins[i - 1] - tokens.ends[k] <= 2:
            title = _held(document, k, word) and _held(document, i - 1, word)
            span = (tokens.begins[k], end)
            return Office(person, held.name, title, span, BEFORE) if title else None
    return None


def _apposed(
    document: Document, companies: dict[int, Entity], i: int, end: int, person: str
) -> Office | None:
    """`Die Chefin der Silexa AG, Wiebke Torland,`: the name in commas behind the office."""
    tokens = document.tokens
    for k in range(i - 2, max(0, i - 6), -1):
        held = companies.get(tokens.begins[k])
        if held is None:
            continue
        at = next((j for j in range(max(0, k - 3), k) if is_office(tokens.words[j])), -1)
        title = _held(document, at, tokens.words[at]) if at >= 0 else ""
        span = (tokens.begins[k], end)
        return Office(person, held.name, title, span, BEFORE) if title else None
    return None


def _behind(
    document: Document, companies: dict[int, Entity], i: int, end: int, person: str
) -> Office | None:
    tokens = document.tokens
    after = i
    while after < len(tokens.words) and tokens.begins[after] < end:
        after += 1
    if after >= len(tokens.words) or tokens.words[after] != ",":
        return None
    title = ""
    for k in range(after + 1, min(after + REACH, len(tokens.words))):
        held = companies.get(tokens.begins[k])
        word = tokens.words[k]
        span = (tokens.begins[i], tokens.ends[k])
        if held is not None and "-" in word and is_office(word):
            title = _held(document, k, word.rsplit("-", 1)[-1])
            return Office(person, held.name, title, span, BEHIND) if title else None
        if held is not None:
            title = title or _title_behind(document, k + 1)
            return Office(person, held.name, title, span, BEHIND) if title else None
        if word.lower() in _OTHERS:
            return None
        if is_office(word):
            title = _held(document, k, word)
            if not title:
                return None
        elif word in (".", ";", ":") or not (
            document.flags[k] & (DET | ADJ)
            or word in ("von", "bei", "des", "der", "beim", "vom")
            or word[0].isupper()
        ):
            return None
    return None


def _title_behind(document: Document, k: int) -> str:
    """`Jensen Huang, NVIDIA CEO`: the office right behind the company."""
    words = document.tokens.words
    return words[k] if k < len(words) and is_office(words[k]) else ""
