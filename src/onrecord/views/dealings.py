"""A `Library` → who has deals with whom: nodes and arrows, each with how firmly it is put.

The line of an arrow is the most cautious modality in which anybody puts the deal itself: that it is
made, how much it comes to. The article goes before background; what is negated is left out.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

from onrecord.views import reading
from onrecord.views.library import Library
from onrecord.views.reading import LedgerLine, local
from onrecord.views.reads import kept
from onrecord.views.records import Record

CAUTION: Final = (
    "hearsay",
    "conditional",
    "possible",
    "probable",
    "hope",
    "planned",
    "intention",
    "belief",
    "asserted",
)
_KERNEL: Final = frozenset({"dealAmount", "investsIn", "partnersWith", "commissions", "customerOf"})
_GIVES: Final = frozenset({"investor", "customer", "acquirer"})
_GETS: Final = frozenset(
    "investee supplier contractor manufacturer service-provider target seller".split()
)


@dataclass(frozen=True, slots=True)
class Arrow:
    """One deal between two ends; `directed` where one gives and the other gets.

    `target` is the deal itself where only one party is named; `contested` is as `is_contested`.
    """

    deal: str
    source: str
    target: str
    directed: bool
    kind: str
    modality: str
    modalities: tuple[str, ...]
    amounts: tuple[str, ...]
    status: str
    sources: tuple[str, ...]
    contested: bool


def kernel(library: Library, deal: str) -> tuple[str, ...]:
    """The statements that put the deal itself; all about it where there are none."""
    return _kernel(library, deal)[1]


def known_by(library: Library, deal: str) -> str:
    """What the kernel of a deal is: `deal` where it puts the deal itself, `about` where statements
    only speak of it, empty where one says how it stands or there are none."""
    return _kernel(library, deal)[0]


def putting(library: Library, deal: str, said: Iterable[str]) -> tuple[Record, ...]:
    """Those of the statements that are of the kernel of the deal."""
    core = set(kernel(library, deal))
    return tuple(library.record("statements", it) for it in said if it in core)


@kept("kernel")
def _kernel(library: Library, deal: str) -> tuple[str, tuple[str, ...]]:
    said = reading.about_deal(library, deal)
    records = [library.record("statements", s) for s in said]
    affirmed = [r for r in records if local(r.one("polarity")) != reading.NEGATED]
    core = [r for r in affirmed if _KERNEL & {local(p) for p in r.all("predicate")}]
    status = [r for r in affirmed if "dealStatus" in {local(p) for p in r.all("predicate")}]
    for name, chosen in (("deal", core), ("", status), ("about", affirmed or records)):
        if chosen:
            return name, tuple(str(r.it) for r in chosen)
    return "", ()


def modality_of(library: Library, deal: str) -> tuple[str, tuple[str, ...]]:
    """The most cautious modality of a deal, and all modalities in which it is put."""
    records = [library.record("statements", s) for s in kernel(library, deal)]
    own = [r for r in records if local(r.one("origin")) != "background"] or records
    found = {_effective(str(m), r.all("object")) for r in own for m in r.all("modality")}
    ordered = tuple(sorted(found, key=_caution))
    return (ordered[0] if ordered else "asserted"), ordered


def firmest_first(library: Library, deals: Iterable[str]) -> list[str]:
    """Deals by the most cautious way in which anybody puts each, hearsay last; behind them those
    of which nobody speaks."""
    put = {deal: modality_of(library, deal) for deal in deals}
    return sorted(put, key=lambda d: (not put[d][1], -_caution(put[d][0])[0]))


def firmness(library: Library, deal: str) -> dict[str, int]:
    """How many statements put the deal itself in each modality, the firmest first."""
    counts: dict[str, int] = {}
    for it in kernel(library, deal):
        record = library.record("statements", it)
        for modality in record.all("modality"):
            name = _effective(str(modality), record.all("object"))
            counts[name] = counts.get(name, 0) + 1
    return {m: counts[m] for m in sorted(counts, key=_caution, reverse=True)}


def _effective(modality: str, objects: Iterable[object]) -> str:
    """“Asserted that it is planned” is drawn as planned."""
    if local(modality) == "asserted" and "planned" in {local(o) for o in objects}:
        return "planned"
    return local(modality)


def _caution(modality: str) -> tuple[int, str]:
    known = CAUTION.index(modality) if modality in CAUTION else len(CAUTION)
    return (known, modality)


@kept("partners")
def partners(library: Library, deal: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The participants with their roles."""
    return reading.parties(library.record("deal", deal))


def parties(library: Library, deal: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The participants with their roles, those who give before those who get."""
    found = partners(library, deal)
    return tuple(sorted(found, key=lambda p: not _GIVES & {local(r) for r in p[1]}))


def arrows(library: Library, deals: Iterable[str]) -> tuple[Arrow, ...]:
    """The arrows of the deals, in the order of the deals."""
    return tuple(Arrow(*row) for deal in deals for row in _arrows_of(library, deal))


@kept("arrows")
def _arrows_of(library: Library, deal: str) -> list[tuple[Any, ...]]:
    """The fields of its arrows; none where no statement speaks of the deal."""
    if not kernel(library, deal):
        return []
    record = library.record("deal", deal)
    parties = partners(library, deal)
    givers = [p for p, roles in parties if _GIVES & {local(r) for r in roles}]
    getters = [p for p, roles in parties if p not in givers and _GETS & {local(r) for r in roles}]
    others = [p for p, _ in parties]
    if givers and getters:
        pairs = [(a, b, True) for a in givers for b in getters]
    elif len(others) > 1:
        pairs = [(others[0], other, False) for other in others[1:]]
    else:
        pairs = [(other, deal, True) for other in others]
    said = reading.about_deal(library, deal)
    modality, modalities = modality_of(library, deal)
    sources = dict.fromkeys(s for x in said for s in reading.speakers(library, x))
    told = modality, modalities, amounts(library, deal), _status(library, said), tuple(sources)
    kind, contested = str(record.one("kind") or ""), is_contested(library, deal)
    return [(deal, a, b, directed, kind, *told, contested) for a, b, directed in pairs]


def is_contested(library: Library, deal: str) -> bool:
    """Whether there is a dispute over a deal, or a statement about it that another one disputes."""
    if library.record("deal", deal).all("dispute"):
        return True
    said = reading.about_deal(library, deal)
    found = (link for it in said for link in reading.links(library, it))
    return any(link.direction == "in" and local(link.type) == "disputes" for link in found)


def amounts(library: Library, deal: str) -> tuple[str, ...]:
    """The amounts of affirmed statements, each value and qualifier once; those of the background
    only where the article names none."""
    return _sums(library, deal)[0]


def denied(library: Library, deal: str) -> tuple[str, ...]:
    """The amounts of negated statements, in the same way."""
    return _sums(library, deal)[1]


@kept("sums")
def _sums(library: Library, deal: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The amounts that are affirmed, and those that are denied."""
    affirmed, negated = (
        tuple(str(x.amount) for x in named(library, deal, denied=d)) for d in (False, True)
    )
    return affirmed, negated


def named(library: Library, deal: str, denied: bool) -> tuple[LedgerLine, ...]:
    """The first line of the ledger for each value and qualifier that is affirmed, or `denied`;
    those of the background only where the article has none."""
    every = reading.ledger(library, reading.about_deal(library, deal))
    lines = [x for x in every if x.denied == denied]
    own = [x for x in lines if local(x.s.one("origin")) != "background"] or lines
    seen: dict[tuple[str, ...], LedgerLine] = {}
    for item in own:
        record = library.record("amounts", item.amount)
        columns = ("currency", "value", "max", "min", "kind")
        seen.setdefault(tuple(str(record.one("row", c) or "") for c in columns), item)
    return tuple(seen.values())


def told_status(library: Library, deal: str) -> str:
    """The status that stands for a deal of which nobody names a sum; empty where there is none."""
    if amounts(library, deal):
        return ""
    return _status(library, reading.about_deal(library, deal))


def _status(library: Library, said: Iterable[str]) -> str:
    """The first status that an affirmed statement gives, those of the article first."""
    for it in said:
        record = library.record("statements", it)
        status = "dealStatus" in {local(p) for p in record.all("predicate")}
        if status and local(record.one("polarity")) != reading.NEGATED:
            return str(record.one("object") or "")
    return ""
