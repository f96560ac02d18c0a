"""Deals of which a unit names one side: who bids as well, what is given up, what is for sale."""

from dataclasses import replace

from onrecord.extract.german.deals.drafts import Drafts
from onrecord.extract.german.deals.halves import Halves
from onrecord.extract.german.deals.marks import DONE
from onrecord.extract.german.deals.parties import parties_of
from onrecord.extract.german.deals.reading import Reader
from onrecord.extract.german.deals.shares import by_share
from onrecord.extract.german.deals.units import Unit
from onrecord.extract.german.deals.words import Pattern
from onrecord.extract.records import Deal, Party, Source

CONTEXT = Source("de-deal-context", "1", 0.6, "one of the parties is named in a sentence before")


class Bids:
    """Finds the other side of a bid or a sale in what was told before."""

    def __init__(self, reader: Reader, halves: Halves, drafts: Drafts) -> None:
        self._reader, self._halves, self._drafts = reader, halves, drafts

    def told_on(self, unit: Unit, kind: str, known: tuple[Party, ...], word: str) -> Deal | None:
        """The deal whose other side was told by half before, or is for sale."""
        if not known:
            return None
        kind, told = self._halves.completed(kind, known, unit.sentence.number, unit.low)
        if not told:
            return None
        kind, told = by_share(kind, told, unit.wording)
        return self._drafts.of(unit, kind, told, word, CONTEXT)

    def asked(self, unit: Unit, word: str) -> Deal | None:
        """`X will ein Viertel abgeben, Gespräche laufen mit Y`: Y wants to buy it."""
        buyer, number = unit.parts[0], unit.sentence.number
        if buyer.place != "mit":
            return None
        acting = self._halves.buying(number)
        if acting and acting != buyer.name:  # `X will einen Rivalen kaufen. Es laufen Gespräche`
            told = Party(acting, "acquirer"), Party(buyer.name, "target")
            return self._drafts.of(unit, "acquisition", told, word, CONTEXT)
        if not self._halves.for_sale(number):
            return None
        sides = (Party(buyer.name, "acquirer"),)
        kind, parties = self._halves.completed("acquisition", sides, number, unit.low)
        return self._drafts.of(unit, kind, parties, word, CONTEXT) if parties else None

    def joint(self, unit: Unit, word: str) -> Deal | None:
        """`Ein zweites Konsortium bilden X und Y`: they bid together for what is for sale."""
        if not all(m.place in ("", "subj") for m in unit.parts):
            return None
        names = dict.fromkeys(m.name for m in unit.parts)
        sides = tuple(Party(name, "acquirer") for name in names)
        number = unit.sentence.number
        kind, parties = self._halves.completed("acquisition", sides, number, ["auch"])
        return self._drafts.of(unit, kind, parties, word, CONTEXT) if parties else None

    def sought(self, unit: Unit, pattern: Pattern, word: str) -> None:
        """`X hat für Y einen Käufer gefunden`: what is sold, to whom is told later."""
        if len({m.name for m in unit.parts}) < 2:
            return
        parties = parties_of(pattern, word, unit.parts, unit.wording, unit.owned)
        if {p.role for p in parties} == {"seller", "target"}:
            self._halves.add(pattern.kind, parties, unit.sentence.number)

    def rival(
        self, unit: Unit, pattern: Pattern, word: str, parties: tuple[Party, ...]
    ) -> Deal | None:
        """`neben X hat auch Y geboten`: for what, was told before."""
        number = unit.sentence.number
        kind, told = self._halves.completed(pattern.kind, parties, number, unit.low)
        return self._drafts.of(unit, kind, told, word, CONTEXT) if told else None

    def given_up(self, unit: Unit, kind: str, parties: tuple[Party, ...], word: str) -> Deal | None:
        """`X will das Paket abgeben`: a stake in the company that the passage is about."""
        kind, parties = by_share(kind, parties, unit.wording)
        if kind != "investment" or {p.role for p in parties} != {"investee", "seller"}:
            return None
        self._halves.add(kind, parties, unit.sentence.number)
        return self._drafts.of(unit, kind, parties, word, CONTEXT)

    def for_sale(self, unit: Unit, kind: str, parties: tuple[Party, ...], word: str) -> Deal | None:
        """`X erwägt den Verkauf von Y`, `gibt ihren Anteil an Y auf`: no buyer is told."""
        given = next((p.name for p in parties if p.role in ("target", "investee")), "")
        if not given or sorted({p.role for p in parties} - {"target", "investee"}) != ["seller"]:
            return None
        named = {p.name for p in parties} <= {m.name for m in unit.named}
        if not named and given not in self._reader.daughters:
            return None
        deal = self._drafts.of(unit, kind, parties, word, CONTEXT)
        if word in ("verkauf", "verkaufs") and DONE.isdisjoint(unit.low):
            deal = replace(deal, status="planned") if deal.status == "agreed" else deal
        alone = kind == "investment" and {m.name for m in unit.named} == {p.name for p in parties}
        told = alone or deal.status in ("planned", "ongoing", "denied")
        return deal if told else None
