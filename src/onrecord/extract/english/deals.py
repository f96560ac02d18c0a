"""Deals between companies in English text: kind, parties, amount, status, holder.

A word of dealing calls a kind; the places of the companies around it in its clause give the roles.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import Final

from onrecord.extract.english.calls import called_in
from onrecord.extract.english.clauses import Clause, clauses_of
from onrecord.extract.english.dealing import OPEN, Call
from onrecord.extract.english.document import Document
from onrecord.extract.english.merging import together
from onrecord.extract.english.referents import Cast, cast_of
from onrecord.extract.english.status import Tellers, status_of
from onrecord.extract.records import Amount, Deal, Entity, Party, Quote, Source

SOURCE: Final = Source("en-deal", "3", 0.7, "a word of dealing with its parties in one clause")
MOST: Final = 5
"""A clause with more companies lists examples."""
_SIDES: Final = {
    "acquisition": (("acquirer",), ("target", "seller")),
    "investment": (("investor",), ("investee",)),
    "supply": (("supplier",), ("customer",)),
}
_OTHER: Final = {"acquirer": "target", "target": "acquirer", "investor": "investee",
                 "investee": "investor", "supplier": "customer", "customer": "supplier",
                 "partner": "partner", "seller": "acquirer"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Told:
    """A call with the parties found for it."""

    kind: str
    parties: tuple[Party, ...]
    at: int


def find_deals(
    document: Document,
    entities: Sequence[Entity],
    amounts: Sequence[Amount],
    quotes: Sequence[Quote],
) -> tuple[Deal, ...]:
    """The deals of a text, each telling with its holder."""
    cast = cast_of(document, entities, quotes)
    found: list[Deal] = []
    tellers = Tellers(quotes)
    text = _Text(document, cast, told=found)
    if len({name for name, _ in cast.mentions.values()}) < 1:
        return ()
    for sentence in document.sentences:
        if document.tokens.breaks[sentence[0]] == 2:
            cast.subject = cast.main() or cast.subject
        text.before = (cast.subject, *text.before[:1])
        text.named = _named(cast, sentence)
        for clause in clauses_of(document, sentence, cast):
            for told in _told_in(text, clause):
                deal = _deal(document, sentence, clause, told, amounts, tellers)
                if not _joins(document, clause, deal, found):
                    found.append(deal)
            clause.leave(cast)
    return together(found)


@dataclass(slots=True)
class _Text:
    """What was told before: who was spoken of, and the last deal."""

    document: Document
    cast: Cast
    before: tuple[str, ...] = ()
    named: tuple[str, ...] = ()
    told: list[Deal] = field(default_factory=list)


def _named(cast: Cast, sentence: tuple[int, int]) -> tuple[str, ...]:
    """The companies that a sentence names, each once."""
    inside = (cast.mentions[i][0] for i in range(*sentence) if i in cast.mentions)
    return tuple(dict.fromkeys(islice(inside, MOST)))


def _joins(document: Document, clause: Clause, deal: Deal, found: list[Deal]) -> bool:
    """`Carmaker X also invested`: one more investor of the round told before."""
    words = document.tokens.low[clause.begin : clause.end]
    if deal.kind != "investment" or "also" not in words or not found:
        return False
    last, side = found[-1], {p for p in deal.parties if p.role == "investee"}
    if last.kind != "investment" or not side <= set(last.parties) or deal.amount is not None:
        return False
    new = tuple(p for p in deal.parties if p not in last.parties)
    found[-1] = replace(last, parties=(*last.parties, *new))
    return True


def _told_in(text: _Text, clause: Clause) -> Iterator[_Told]:
    done: set[str] = set()
    document = text.document
    calls = list(called_in(document, clause))
    for call, at in calls:
        if call.kind in done or (done and call.kind == "negotiation"):
            continue
        parties = _parties(document, clause, call, at, calls)
        if parties and not _complete(call.kind, parties):
            parties = _filled(text, clause, call, at, parties, calls)
        if parties and _complete(call.kind, parties):
            done.add(call.kind)
            yield _Told(call.kind, parties, at)


def _filled(
    text: _Text,
    clause: Clause,
    call: Call,
    at: int,
    parties: tuple[Party, ...],
    calls: list[tuple[Call, int]],
) -> tuple[Party, ...]:
    """The side that the clause leaves open: the sentence's other company, the other party of the
    last deal, or whom the sentence before was about."""
    roles = {p.role for p in parties}
    talks = any(other.kind == "negotiation" for other, _ in calls) and call.kind != "negotiation"
    if len(roles) != 1 or talks or not _open(text.document, clause, call, at):
        return parties
    names = {p.name for p in parties}
    missing = _OTHER[next(iter(roles))]
    rest = [name for name in text.named if name not in names]
    others: list[str] = []
    if len(rest) == 1 and len(text.named) == 2:
        others = rest
    elif not rest:
        for deal in reversed(text.told[-8:]):
            if names & {p.name for p in deal.parties}:
                others = [p.name for p in deal.parties if p.name not in names][:1]
                break
        others = others or [name for name in text.before if name and name not in names][:1]
    return (*parties, *(Party(name, missing) for name in others[:1]))


def _open(document: Document, clause: Clause, call: Call, at: int) -> bool:
    """Whether a call leaves a side to what was said before: no object, no phrase that names it."""
    low = document.tokens.low
    following = low[at + 1 : at + 4]
    named = call.kind == "negotiation" and "with" in following[:1]
    if call.base not in OPEN and not named:
        return False
    if not call.verb and low[at - 1] in ("the", "this", "that", "its", "any", "no"):
        return False
    return (
        not any(
            word in call.places
            and low[at + 1 + k + 1 : at + k + 3][:1] in (["a"], ["an"], ["other"])
            for k, word in enumerate(following)
        )
        and clause.end > at
    )


def _parties(
    document: Document, clause: Clause, call: Call, at: int, calls: list[tuple[Call, int]]
) -> tuple[Party, ...]:
    found: dict[str, str] = {}
    for names, place in clause.placed(document, at, call, calls):
        role = call.places.get(place, "")
        for name in names:
            if role and name not in found:
                found[name] = role
    if len(found) > MOST:
        return ()
    return tuple(Party(name, role) for name, role in found.items())


def _complete(kind: str, parties: tuple[Party, ...]) -> bool:
    roles = [p.role for p in parties]
    sides = _SIDES.get(kind)
    if sides is None:
        return len(parties) >= 2
    return all(any(role in side for role in roles) for side in sides)


def _deal(
    document: Document,
    sentence: tuple[int, int],
    clause: Clause,
    told: _Told,
    amounts: Sequence[Amount],
    tellers: Tellers,
) -> Deal:
    span = document.tokens.span(clause.begin, clause.end)
    whole = document.tokens.span(*sentence)
    amount = _first(amounts, *span) or _first(amounts, *whole)
    status = status_of(document, sentence, clause, told.kind, told.at)
    deal = Deal(told.kind, told.parties, amount, status, "author", span, SOURCE)
    return replace(deal, holder=tellers.holder(*span))


def _first(amounts: Sequence[Amount], begin: int, end: int) -> Amount | None:
    """The first sum in a passage; the sums stand in the order of the text."""
    at = bisect_left(amounts, begin, key=lambda a: a.span[0])
    return amounts[at] if at < len(amounts) and amounts[at].span[0] < end else None
