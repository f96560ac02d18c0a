"""A deal as it is told: kind, parties, sum and status of one unit put together."""

from collections.abc import Sequence
from dataclasses import replace

from onrecord.extract.german.deals.contracts import as_told, one_more
from onrecord.extract.german.deals.governed import GOVERNING, governed
from onrecord.extract.german.deals.owning import Owning
from onrecord.extract.german.deals.price import price_in
from onrecord.extract.german.deals.status import status_of
from onrecord.extract.german.deals.undone import UNDONE, parts_of, undone
from onrecord.extract.german.deals.units import Unit
from onrecord.extract.german.deals.unreal import LONG, UNREAL, unreal
from onrecord.extract.german.deals.voice import PASSIVE
from onrecord.extract.german.deals.wished import WISHED, is_finite, wished
from onrecord.extract.german.grammar.document import Document, Sentence
from onrecord.extract.records import Amount, Deal, Party, Source

GENERIC = ("vertrag", "vereinbarung", "abkommen")
"""`den Vertrag unterzeichnet`: often the deal that was told before."""
VAGUE = ("interesse", "angebot", "offerte", "gebot")  # for the whole of a company, or for a part
SELLS = frozenset("verkauft verkaufte verkauften veräußert veräußerte veräußerten".split())
IT = frozenset("sie er es man".split())
BOUGHT = ("kauf", "verkauf", "übernahme", "erwerb")
PAIR = 2
TOO = frozenset("auch ebenfalls ursprünglich".split())
PAST = frozenset("hatte hatten war waren hätte hätten".split())


class Drafts:
    """Drafts the deal of a unit, by what was told before."""

    def __init__(
        self, document: Document, owning: Owning, amounts: Sequence[Amount], found: Sequence[Deal]
    ) -> None:
        self._document, self._owning = document, owning
        self._amounts, self._found = amounts, found

    def of(
        self, unit: Unit, kind: str, parties: tuple[Party, ...], word: str, source: Source
    ) -> Deal:
        """The deal of this kind between these that a word of a unit calls."""
        parties = self._sold(unit, kind, self._owning.with_mother(kind, parties))
        sellers = {p.name for p in parties if p.role == "seller"}
        if sellers:  # a part of it with no name is sold, not who sells
            parties = tuple(p for p in parties if p.role != "target" or p.name not in sellers)
        told = self._told(unit, word)
        span = self._document.tokens.span(*unit.range)
        amount = price_in(self._document.tokens.text, self._amounts, span)
        status = status_of(kind, unit.wording, word, told)
        if status in ("planned", "ongoing") and _in_vain(unit.low, word):
            status = "failed"
        short = unit.sentence.end - unit.sentence.begin <= LONG
        if short and unit.sentence.kinds & UNREAL.bit:
            status = unreal(self._document, unit, kind, status, told)
        if short and unit.sentence.kinds & GOVERNING.bit:
            status = governed(self._document, unit, kind, status, told, word)
        status = self._taken_back(unit, word, status) if short else status
        again = one_more(self._found, kind, parties, unit.low)
        if again:
            kind, parties = "supply", again
        if word.startswith(GENERIC) or (word.startswith(VAGUE) and kind == "acquisition"):
            kind, parties = as_told(self._found, kind, parties)
        return Deal(kind, parties, amount, status, "author", span, source)

    def _sold(self, unit: Unit, kind: str, parties: tuple[Party, ...]) -> tuple[Party, ...]:
        """`verhandelt mit dem Eigentümer X über den Kauf von Y`: one sells, the other is sold."""
        roles = [party.role for party in parties]
        if kind == "acquisition" and sorted(roles) == ["acquirer", "target"]:
            return self._sold_on(unit, parties)
        if kind != "acquisition" or roles.count("seller") < PAIR or "target" in roles:
            return parties
        low = self._document.tokens.low
        sold = {
            m.name
            for m in unit.parts
            if m.at > 1 and low[m.at - 1] == "von" and low[m.at - 2].startswith(BOUGHT)
        }
        return tuple(Party(p.name, "target") if p.name in sold else p for p in parties)

    def _sold_on(self, unit: Unit, parties: tuple[Party, ...]) -> tuple[Party, ...]:
        """`X kaufte Y. Nun hat sie das Unternehmen an Z verkauft`: who bought it sells it."""
        last = self._found[-1] if self._found else None
        buyer = next(p.name for p in parties if p.role == "acquirer")
        owner = next(p.name for p in parties if p.role == "target")
        low = set(unit.low)
        sells = not low.isdisjoint(SELLS) and low.isdisjoint(PASSIVE) and not low.isdisjoint(IT)
        words, name = self._document.tokens.words, set(owner.split())
        if last is None or not sells or any(words[m.at] in name for m in unit.named):
            return parties
        before = {p.role: p.name for p in last.parties}
        if last.kind != "acquisition" or before.get("acquirer") != owner or "target" not in before:
            return parties
        if before["target"] == buyer:
            return parties
        sides = ("seller", owner), ("target", before["target"]), ("acquirer", buyer)
        return tuple(Party(name, role) for role, name in sides)

    def _taken_back(self, unit: Unit, word: str, status: str) -> str:
        """The status by what the part of the sentence that has the word, and the one before, say of
        a deal that was not made."""
        document, sentence = self._document, unit.sentence
        at = next((i for i in range(*unit.range) if document.tokens.low[i] == word), -1)
        if at < 0:
            return status
        parts = parts_of(document, sentence, at)
        if sentence.kinds & UNDONE.bit:
            status = undone(document, unit, parts, at, status)
        begins = is_finite(document.tokens.low[sentence.begin])
        if status == "agreed" and (begins or sentence.kinds & WISHED.bit):
            return wished(document, parts, at) or status
        return status

    def widened(self, deal: Deal, sentence: Sentence) -> Deal:
        """The same deal with the whole sentence as evidence, and its sum."""
        span = self._document.tokens.span(sentence.begin, sentence.end)
        amount = deal.amount or price_in(self._document.tokens.text, self._amounts, span)
        return replace(deal, evidence=span, amount=amount)

    def _told(self, unit: Unit, word: str) -> list[str]:
        """The words from the clause of the first party to the clause of the word of dealing."""
        low, first = self._document.tokens.low, unit.parts[0].at
        begin, end = unit.range
        segments = [p for p in unit.sentence.segments if begin <= p.begin < end]
        ends = [p for p in segments if word in low[p.begin : p.end]]
        starts = [p for p in segments if p.begin <= first < p.end]
        if not ends or not starts:
            return unit.low
        return low[min(starts[0].begin, ends[0].begin) : max(starts[0].end, ends[0].end)]


def _in_vain(low: list[str], word: str) -> bool:
    """`hatte auch X geboten`: who bid before, beside the one who buys."""
    bid = word.startswith(("gebot", "angebot", "offerte", "interess", "bew", "mitgeb"))
    return bid and not TOO.isdisjoint(low) and not PAST.isdisjoint(low)
