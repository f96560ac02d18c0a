"""Deals told by half: one side stands in one sentence, the other in a later one."""

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.extract.german.deals.parties import GIVING
from onrecord.extract.records import Party

REACH = 3
"""So many sentences further on the other half may stand."""
ALSO = frozenset(
    """auch ebenfalls zuvor ursprünglich zunächst zudem außerdem daneben gleichfalls neben weitere
    weiterer mitbieter konkurrierende ferner rest restliche restlichen bisherigen übrigen
    rivale rivalin konkurrent wettbewerber dritter zweiter anderer leer kürzeren nachsehen unterlag
    unterlegen""".split()
)
SIDES = ("acquisition", "investment", "supply")


@dataclass(frozen=True, slots=True)
class Half:
    """What a sentence told of a deal of this kind: all of it, or some of its sides."""

    kind: str
    parties: tuple[Party, ...]
    sentence: int

    @property
    def whole(self) -> bool:
        """Whether two sides are known."""
        roles = {p.role for p in self.parties}
        return len(roles) > 1 and not roles <= GIVING


class Halves:
    """Remembers what was told of deals, whole or by half."""

    def __init__(self) -> None:
        self._told: list[Half] = []

    def add(self, kind: str, parties: tuple[Party, ...], sentence: int, asset: bool = True) -> None:
        """Remembers what a sentence told; nothing where it told no party. `asset`: what a company
        sells is a part of it."""
        if not asset and len(parties) == 1 and parties[0].role == "seller":
            parties = (Party(parties[0].name, "target"),)
        if parties and kind in SIDES:
            self._told.append(Half(kind, parties, sentence))

    def completed(
        self, kind: str, parties: tuple[Party, ...], sentence: int, low: Sequence[str]
    ) -> tuple[Party, ...]:
        """All parties of the deal of which a sentence names one side; nothing where none fits."""
        names, role = {p.name for p in parties}, parties[0].role
        for told in reversed(self._told[-4:]):
            if told.kind != kind or sentence - told.sentence > REACH:
                continue
            if not names.isdisjoint(p.name for p in told.parties):
                if told.whole and names <= {p.name for p in told.parties}:
                    return told.parties
                continue
            if role not in {p.role for p in told.parties}:
                if told.whole and role != "seller":
                    continue
                return (*told.parties, *parties)
        return () if ALSO.isdisjoint(low) else self._rivalling(kind, parties)

    def _rivalling(self, kind: str, parties: tuple[Party, ...]) -> tuple[Party, ...]:
        """`Auch X hatte geboten`: for what the text tells first."""
        names, role = {p.name for p in parties}, parties[0].role
        for told in self._told:
            rest = tuple(p for p in told.parties if p.role != role)
            known = not names.isdisjoint(p.name for p in told.parties)
            if told.kind == kind and told.whole and rest and not known:
                return (*parties, *_but_seller(rest))
        return ()


def _but_seller(parties: tuple[Party, ...]) -> tuple[Party, ...]:
    """Who bid in vain: for what, not from whom."""
    target = tuple(p for p in parties if p.role == "target")
    return target or parties
