"""One telling that is of several deals: each supplier with each customer, talks with one after the
other."""

from collections.abc import Iterator
from typing import Final

from onrecord.extract.english.clauses import Clause
from onrecord.extract.english.document import Document
from onrecord.extract.english.filling import Told
from onrecord.extract.english.standing import Standing
from onrecord.extract.records import Party

_RIVALRY: Final = frozenset(
    """bidders suitors race offers bids beat beaten beating outbid vying vie competing battling
    tussling trumping trumps trumped topping""".split()
)


def apart(
    document: Document, clause: Clause, kind: str, parties: tuple[Party, ...]
) -> Iterator[tuple[Party, ...]]:
    """Each supplier with each customer has a deal of its own; `sold its shops to X and its farms
    to Y` are two."""
    low = document.tokens.low
    to = [s for s in clause.standing if s.named and "to" in low[max(0, s.begin - 5) : s.begin]]
    buyers = {n for s in to for n in s.names} & {p.name for p in parties if p.role == "acquirer"}
    if kind == "acquisition" and len(to) > 1 and len(buyers) > 1:
        for standing in to:
            names = set(standing.names)
            yield tuple(p for p in parties if p.name not in buyers or p.name in names)
        return
    bidders = [p for p in parties if p.role == "acquirer"]
    words = low[clause.begin : clause.end]
    if kind == "acquisition" and len(bidders) > 1 and not _RIVALRY.isdisjoint(words):
        yield from ((p, *(q for q in parties if q.role != "acquirer")) for p in bidders)
        return
    talks = [s for s in clause.standing if s.named and s.aside]
    if kind == "negotiation" and len(talks) > 1:
        yield from _each_with(parties, talks)
        return
    if kind != "supply":
        yield parties
        return
    for supplier in (p for p in parties if p.role == "supplier"):
        yield from ((supplier, p) for p in parties if p.role == "customer")


def each_talk(
    text: Told, clause: Clause, kind: str, parties: tuple[Party, ...], at: int
) -> list[tuple[Party, ...]]:
    """`Talks with X and Y are at an early stage`: of whom the text is about, with each of them."""
    opened = kind == "negotiation" and at == clause.begin
    if not opened or text.document.tokens.low[at + 1] != "with":
        return []
    who = next((name for name in text.before if name), "")
    named = {name for s in clause.standing if s.named for name in s.names}
    if not who or who in named or any(p.name not in named for p in parties):
        return []
    return [(Party(who, "partner"), party) for party in parties]


def _each_with(parties: tuple[Party, ...], talks: list[Standing]) -> Iterator[tuple[Party, ...]]:
    """`talks with X and with Y` are two."""
    others = {name for standing in talks for name in standing.names}
    main = tuple(p for p in parties if p.name not in others)
    for standing in talks:
        yield (*main, *(p for p in parties if p.name in standing.names))
