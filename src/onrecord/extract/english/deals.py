"""Deals between companies in English text: kind, parties, amount, status, holder.

The places of the companies decide the roles: a preposition, before the word of dealing, behind it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.extract.english.document import Document, Range
from onrecord.extract.english.words import DEALS, DENIED, FAILED, HOLD, NATIONAL, PLANNED, PRONOUNS
from onrecord.extract.records import Amount, Deal, Entity, Party, Quote, Source

SOURCE = Source("en-deal", "2", 0.7, "a word of dealing with its parties in one clause")
PREPOSITIONS = frozenset("by from of to with in for between at into".split())
PHRASE = frozenset("the a an its their his her and".split())
BE = frozenset("was were be been is are being".split())
OPENERS = frozenset("and while but".split())
MOST, CLOSE = 4, 4
"""A clause with more companies lists examples; an article `it` stands so near to a verb."""
Mention = tuple[int, str]


def find_deals(
    document: Document,
    entities: Sequence[Entity],
    amounts: Sequence[Amount],
    quotes: Sequence[Quote],
) -> tuple[Deal, ...]:
    """The deals of a text, one a clause at most."""
    found: dict[tuple[object, ...], Deal] = {}
    begins = {m[0]: e.name for e in entities if e.kind == "company" for m in e.mentions}
    named = [i for i, begin in enumerate(document.tokens.begins) if begin in begins]
    subject = ""
    for sentence in document.sentences:
        for clause in _clauses(document, sentence):
            told = [
                (i, begins[document.tokens.begins[i]]) for i in named if clause[0] <= i < clause[1]
            ]
            deal = _deal(document, clause, told, subject, amounts)
            if deal is None and told and found:
                _join(document, clause, told, found)
            if deal is not None:
                deal = replace(deal, holder=_holder(quotes, *deal.evidence))
                names = tuple(sorted(p.name for p in deal.parties))
                found.setdefault((deal.kind, names, deal.holder), deal)
            subject = told[0][1] if told and told[0][0] - clause[0] <= 2 * CLOSE else subject
    return tuple(found.values())


def _clauses(document: Document, sentence: Range) -> Iterator[Range]:
    """Cuts a sentence at semicolons and at a comma before `and`, `while`, `but`."""
    words, low, start = document.tokens.words, document.tokens.low, sentence[0]
    for i in range(sentence[0] + 1, sentence[1] - 1):
        if words[i] == ";" or (words[i] == "," and low[i + 1] in OPENERS):
            yield start, i
            start = i + 1
    yield start, sentence[1]


def _deal(
    document: Document,
    clause: Range,
    told: list[Mention],
    subject: str,
    amounts: Sequence[Amount],
) -> Deal | None:
    low = document.tokens.low[slice(*clause)]
    taken = {i - clause[0] for i, _ in told}
    names = {name for _, name in told}
    for kind, starts, places in DEALS:
        at = next((i for i, w in enumerate(low) if i not in taken and _calls(w, starts)), -1)
        if at < 0 or not 1 <= len(names) <= MOST:
            continue
        swapped = at > 0 and not BE.isdisjoint(low[max(0, at - 3) : at]) and low[at].endswith("ed")
        roles = _swapped(places) if swapped else places
        pairs = [(name, _role(document, clause, i, clause[0] + at, roles)) for i, name in told]
        if subject not in names and subject and "subj" in roles and _pronoun(low, at):
            pairs.insert(0, (subject, roles["subj"]))
        parties = tuple(Party(n, r) for n, r in dict(reversed(pairs)).items() if r)[::-1]
        sides = {p.role for p in parties}
        if len(parties) < 2 or (len(sides) < 2 and sides != {"partner"}):
            continue
        span = document.tokens.span(*clause)
        amount = next((a for a in amounts if span[0] <= a.span[0] < span[1]), None)
        return Deal(kind, parties, amount, _status(low), "author", span, SOURCE)
    return None


def _calls(word: str, starts: tuple[str, ...]) -> bool:
    return word in starts or any(len(s) > 5 and word.startswith(s) for s in starts)


def _pronoun(low: list[str], at: int) -> bool:
    """`it ordered machines`, or no subject at all before the verb."""
    return any(w in PRONOUNS for w in low[max(0, at - 2 * CLOSE) : at])


def _swapped(places: dict[str, str]) -> dict[str, str]:
    """`X was bought by Y`."""
    subject, target = places.get("subj", ""), places.get("obj", "")
    return places | {"subj": target or subject, "obj": subject}


def _role(document: Document, clause: Range, i: int, at: int, roles: dict[str, str]) -> str:
    """The role of the company at token i: by the preposition before its phrase, else by order."""
    low = document.tokens.low
    k = i - 1
    while k >= clause[0] and k != at and low[k] not in PREPOSITIONS and _inside(document, k):
        k -= 1
    if k >= clause[0] and k != at and low[k] in PREPOSITIONS:
        return roles.get(low[k], "")
    return roles.get("subj" if i < at else "obj", "")


def _inside(document: Document, k: int) -> bool:
    """Whether token k may stand between a preposition and a name: `from Dutch supplier X`."""
    low = document.tokens.low[k]
    kind = low.endswith(("er", "or", "group", "company", "firm", "bank", "giant", "line", "fund"))
    return low in PHRASE or low in NATIONAL or kind or document.capital(k) or low == "&"


def _join(
    document: Document, clause: Range, told: list[Mention], found: dict[tuple[object, ...], Deal]
) -> None:
    """`Carmaker X also invested`: one more investor of the round told before."""
    low = document.tokens.low[slice(*clause)]
    key, last = next(reversed(found.items()))
    if last.kind != "investment" or "also" not in low or not any(w[:6] == "invest" for w in low):
        return
    known = {p.name for p in last.parties}
    new = [Party(name, "investor") for _, name in told[:1] if name not in known]
    found[key] = replace(last, parties=(*new, *last.parties))


def _status(low: list[str]) -> str:
    words = set(low)
    for status, marks in (("denied", DENIED), ("failed", FAILED), ("on-hold", HOLD)):
        if words & marks:
            return status
    if any(w.startswith(("talks", "negotiat")) for w in low):
        return "ongoing"
    return "planned" if words & PLANNED else "agreed"


def _holder(quotes: Sequence[Quote], begin: int, end: int) -> str:
    for quote in quotes:
        inside = sum(min(e, end) - max(b, begin) for b, e in quote.quote if b < end and begin < e)
        if inside * 3 >= end - begin and quote.holder:
            return quote.holder
    return "author"
