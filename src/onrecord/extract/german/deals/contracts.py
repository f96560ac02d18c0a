"""Contracts and talks whose kind the deals before tell: `der Vertrag mit X`, `ein weiterer`; talks
about a loan."""

from collections.abc import Sequence
from itertools import pairwise

from onrecord.extract.records import Deal, Party
from onrecord.extract.tokens import recalled

MORE = frozenset(
    """weiteren weiterer zweiten zweiter dritten dritter zusätzlichen zusätzlicher ähnlichen
    ähnlicher vergleichbaren vergleichbarer""".split()
)
OPEN = ("negotiation", "partnership", "supply")
"""What a contract may be told as, where only the one before tells what it is about."""
PAIR = 2


def as_told(
    found: Sequence[Deal], kind: str, parties: tuple[Party, ...]
) -> tuple[str, tuple[Party, ...]]:
    """`der Vertrag mit X`: the deal of the same companies that was told before."""
    names = {p.name for p in parties}
    deal = next((d for d in reversed(found) if {p.name for p in d.parties} == names), None)
    return (deal.kind, deal.parties) if deal is not None else (kind, parties)


def one_more(
    found: Sequence[Deal], kind: str, parties: tuple[Party, ...], low: Sequence[str]
) -> tuple[Party, ...]:
    """`Über einen weiteren Vertrag verhandelt X mit Y`: the sides of a supply in which X does what
    it did in the one before; nothing where it is no such contract."""
    last = found[-1] if found else None
    if last is None or last.kind != "supply" or kind not in OPEN or len(parties) != PAIR:
        return ()
    if not any(a in MORE and b.endswith("vertrag") for a, b in pairwise(low)):
        return ()
    roles = {p.name: p.role for p in last.parties}
    kept = [p.name for p in parties if p.name in roles]
    if len(kept) != 1:
        return ()
    role = roles[kept[0]]
    other = next(p.name for p in parties if p.name != kept[0])
    return Party(kept[0], role), Party(other, "customer" if role == "supplier" else "supplier")


def negotiates(low: Sequence[str]) -> bool:
    """`X verhandelt mit der Bank Y über ein Darlehen`: they talk, nothing is lent."""
    talks = "über" in low and any(word.startswith("verhandel") for word in low)
    return talks and any(map(_loan, low))


@recalled
def _loan(word: str) -> bool:
    return word.endswith(("darlehen", "kredit", "bürgschaft"))


def partners(parties: Sequence[Party]) -> tuple[Party, ...]:
    """The same companies as equals."""
    return tuple(Party(p.name, "partner") for p in parties)
