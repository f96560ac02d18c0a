"""What one clause or sentence tells: the word that calls a deal, and its parties in roles.

A side that is not named is looked for in the deals told by half before, then in what the passage
is about.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import chain

from onrecord.extract.german.deals.bystanders import THEN, compares
from onrecord.extract.german.deals.callings import called_in
from onrecord.extract.german.deals.calls import (
    CALLING,
    Range,
    by_colon,
    candidates,
    needs_buyer,
)
from onrecord.extract.german.deals.contracts import as_told, negotiates, one_more, partners
from onrecord.extract.german.deals.filling import Filler
from onrecord.extract.german.deals.halves import mixed
from onrecord.extract.german.deals.marks import DONE
from onrecord.extract.german.deals.owning import Owning
from onrecord.extract.german.deals.parties import (
    AGENTS,
    ASIDE,
    STAKES,
    Mention,
    one_sided,
    parties_of,
)
from onrecord.extract.german.deals.predicatives import PLAYED, predicative
from onrecord.extract.german.deals.price import price_in
from onrecord.extract.german.deals.purchases import AWARD
from onrecord.extract.german.deals.reading import Reader
from onrecord.extract.german.deals.shares import as_whole, by_share
from onrecord.extract.german.deals.sides import directed, served, undirected
from onrecord.extract.german.deals.status import status_of
from onrecord.extract.german.deals.traits import Wording, trait
from onrecord.extract.german.deals.units import Unit
from onrecord.extract.german.deals.words import Pattern
from onrecord.extract.german.grammar.document import Document, Sentence
from onrecord.extract.records import Amount, Deal, Party, Source
from onrecord.extract.tokens import between

SOURCE = Source("de-deal", "2", 0.75, "a word of dealing with its parties in one sentence")
CONTEXT = Source("de-deal-context", "1", 0.6, "one of the parties is named in a sentence before")
CALLED = Source("de-deal-called", "1", 0.65, "what they are called tells who delivers to whom")
NOWHERE, HALVES, ALL = 0, 1, 2
"""Where a side that is not named is looked for."""
FORMERLY = frozenset("bisher bislang zuletzt damals".split())
CONTRACT = ("vertrag", "rahmenvereinbarung")
GENERIC = ("vertrag", "vereinbarung", "abkommen")
"""`den Vertrag unterzeichnet`: often the deal that was told before."""
VAGUE = ("interesse", "angebot", "offerte", "gebot")  # for the whole of a company, or for a part
LOSING = ("leer", "kürzeren", "nachsehen", "unterlag", "unterlegen", "ausgestochen")
"""Who did so lost a contest that was told before."""
TOO = frozenset("auch ebenfalls ursprünglich".split())
PAST = frozenset("hatte hatten war waren hätte hätten".split())
TURNED = {"investor": "investee", "investee": "investor"}
PURCHASES = ("zukauf", "neuerwerbung")
TOGETHER = ("partnership", "negotiation", "merger")


class Teller:
    """Reads the deal of a unit; remembers deals told by half."""

    def __init__(
        self,
        document: Document,
        reader: Reader,
        context: Filler,
        amounts: Sequence[Amount],
        found: list[Deal],
        unpaid: Callable[[Sentence, str, str], None],
    ) -> None:
        """`unpaid` is told of the sentence, the company and the kind of a deal with one side."""
        self._document, self._reader, self._context = document, reader, context
        self._amounts, self._found, self._unpaid = amounts, found, unpaid
        self.halves = context.halves
        self._calling = document.tokens.where(CALLING)
        self._playing = document.tokens.where(PLAYED)
        self._owning = Owning(document, reader, context.halves, found)

    def tell(
        self,
        sentence: Sentence,
        tokens: Range,
        parts: list[Mention],
        named: list[Mention],
        fill: int = ALL,
        meant: bool = False,
    ) -> Deal | None:
        """The deal of a unit, if it tells one; `meant`: its one company is not named."""
        if not parts:
            return None
        low = self._document.tokens.low[tokens[0] : tokens[1]]
        named_at, first_at = self._reader.named_at, parts[0].at
        called = called_in(self._document, self._calling, named_at, sentence, tokens, first_at)
        first = next(called, None)
        if first is None:
            return None
        unit = Unit(sentence, tokens, parts, named, low, self._owning.owned(tokens), Wording(low))
        playing = len(parts) > 1 and between(self._playing, *tokens)
        played = self._played(unit) if playing else None
        if played is not None:
            return played
        half: tuple[str, tuple[Party, ...]] = "", ()
        former = not THEN.isdisjoint(low)
        alone = len({m.name for m in parts}) == 1 and (meant or self._reader.by_name(parts[0]))
        for pattern, word in chain((first,), called):
            if (
                self._funded(unit, pattern, word)
                or (word.startswith("gehört") and "bis" in low)
                or (word.startswith("gehörte") and FORMERLY.isdisjoint(low))
            ):
                continue  # `gehörte bis 2019 zu X`
            if former and compares(low, word) and len({m.name for m in named if m in parts}) < 2:
                continue
            if (pattern.whole and alone) or self._awarded_else(pattern, word, sentence.number):
                continue
            if alone and fill and pattern.kind == "negotiation":
                bidding = self._bidding(unit, word)
                if bidding is not None:
                    return bidding
            if alone and fill and not needs_buyer(pattern, word, parts):
                kind, known = self._side(unit, pattern, word)
                half = half if half[0] or not known else (kind, known)
                if known:
                    kind, told_on = self.halves.completed(kind, known, sentence.number, low)
                    if told_on:
                        kind, told_on = by_share(kind, told_on, unit.wording)
                        return self._deal(unit, kind, told_on, word, CONTEXT)
                if word.startswith(LOSING) or parts[0].place == "gegen":
                    continue
            if fill and pattern.kind == "partnership" and word.startswith("konsorti"):
                bid = self._joint_bid(unit, word)
                if bid is not None:
                    return bid
            deal = self._complete(unit, pattern, word, fill, alone)
            if deal is not None:
                return deal
        if fill == ALL and half[0]:
            given = self._given_up(unit, *half, first[1])
            if given is not None:
                return given
            if mixed(half[1], any(m.joined for m in parts)):
                return None
            part = unit.owned or any(w.endswith(STAKES) for w in low)
            self.halves.add(*half, sentence.number, part)
        return None

    def _bidding(self, unit: Unit, word: str) -> Deal | None:
        """`X will ein Viertel abgeben, Gespräche laufen mit Y`: Y wants to buy it."""
        buyer, number = unit.parts[0], unit.sentence.number
        if buyer.place != "mit" or not self.halves.for_sale(number):
            return None
        sides = (Party(buyer.name, "acquirer"),)
        kind, parties = self.halves.completed("acquisition", sides, number, unit.low)
        return self._deal(unit, kind, parties, word, CONTEXT) if parties else None

    def _joint_bid(self, unit: Unit, word: str) -> Deal | None:
        """`Ein zweites Konsortium bilden X und Y`: they bid together for what is for sale."""
        if not all(m.place in ("", "subj") for m in unit.parts):
            return None
        names = dict.fromkeys(m.name for m in unit.parts)
        sides = tuple(Party(name, "acquirer") for name in names)
        number = unit.sentence.number
        kind, parties = self.halves.completed("acquisition", sides, number, ["auch"])
        return self._deal(unit, kind, parties, word, CONTEXT) if parties else None

    def _funded(self, unit: Unit, pattern: Pattern, word: str) -> bool:
        """`Der Fonds X und Y haben gemeinsam 18 Millionen investiert`: no partnership of theirs."""
        if pattern.kind != "partnership" or not word.startswith(("gemeinsam", "zusammen")):
            return False
        invested = any(w in ("investiert", "gesteckt", "investierten") for w in unit.low)
        return invested and any(self._reader.told.financial(m.name) for m in unit.parts)

    def played(self, sentence: Sentence, parts: list[Mention]) -> Deal | None:
        """The deal of a sentence with no word of dealing but a noun of a part in one."""
        tokens = sentence.begin, sentence.end
        low = self._document.tokens.low[tokens[0] : tokens[1]]
        return self._played(Unit(sentence, tokens, parts, parts, low, False, Wording(low)))

    def _awarded_else(self, pattern: Pattern, word: str, number: int) -> bool:
        """`Den Zuschlag erhielt X`: of what is for sale where something is, else of an order."""
        if not word.startswith("zuschlag") or not (pattern is AWARD or pattern.kind == "supply"):
            return False
        return (pattern is AWARD) != self.halves.bought(number)

    def attribute(
        self, sentence: Sentence, call: str, agent: Mention, whole: Mention
    ) -> Deal | None:
        """`die von der X übernommene Y`: what a participle tells of them."""
        tokens = self._document.tokens
        low = [*tokens.low[agent.at : whole.at + 1], "wurde"]
        parts = [replace(whole, place="subj", joined=False), replace(agent, joined=False)]
        unit = Unit(
            sentence, (sentence.begin, sentence.end), parts, parts, low, False, Wording(low)
        )
        for pattern, word in candidates(low, [low.index(call)], 0):
            roles = pattern.roles
            if not call.startswith(word) or roles.get("subj") not in AGENTS:
                continue
            parties = Party(agent.name, roles["subj"]), Party(whole.name, roles.get("obj", ""))
            kind, told = by_share(pattern.kind, parties, unit.wording)
            if told[1].role in ("target", "investee", "customer"):
                return replace(self._deal(unit, kind, told, word, SOURCE), status="agreed")
        return None

    def _played(self, unit: Unit) -> Deal | None:
        """`Käufer der X ist Y`: a noun tells the part that Y plays."""
        for segment in unit.sentence.segments:
            if unit.range[0] <= segment.begin < unit.range[1]:
                hit = predicative(self._document, segment, unit.parts)
                if hit is not None:
                    (kind, role, opposite), holder, other = hit
                    parties = Party(holder, role), Party(other, opposite)
                    return self._deal(unit, kind, parties, "", SOURCE)
        return None

    def _side(self, unit: Unit, pattern: Pattern, word: str) -> tuple[str, tuple[Party, ...]]:
        """The kind and the one side that a unit names."""
        parties = parties_of(pattern, word, unit.parts, unit.wording, unit.owned)
        parties = self._owning.held(unit, parties)
        kind, parties = by_share(pattern.kind, parties, unit.wording)
        return kind, self._owning.own(unit, kind, parties)

    def _complete(
        self, unit: Unit, pattern: Pattern, word: str, fill: int, alone: bool
    ) -> Deal | None:
        """The deal by one pattern, with both its sides."""
        parts, low, number = unit.parts, unit.low, unit.sentence.number
        if fill == ALL and alone:
            parts = self._context.completed(unit.sentence, pattern, parts, low, self._found)
        if len({m.name for m in parts}) < 2 or needs_buyer(pattern, word, parts):
            self._sought(unit, pattern, word)
            return None
        parts = by_colon(self._document, unit.sentence, parts, word)
        parties = parties_of(pattern, word, parts, unit.wording, unit.owned)
        others = [m.place for m in parts if m.name != parties[0].name] if parties else []
        if len(parties) == 1 and fill and ASIDE.issuperset(others):
            return self._rival(unit, pattern, word, parties)
        if len(parties) < 2:
            return None
        if all(m.place == "mit" for m in parts) and pattern.kind in TOGETHER:
            parts = self._context.with_subject(parts)
            parties = parties_of(pattern, word, parts, unit.wording, unit.owned)
        serving = pattern.kind == "partnership" and word.startswith(CONTRACT)
        if serving and (sides := served(parts, self._reader.told.called)):
            return self._deal(unit, "supply", sides, word, CALLED)
        if pattern.kind == "supply":
            parties = directed(parties, parts, word, self._reader.told.called)
        parties = self._paid(pattern.kind, tuple(map(self._owning.of_owner, parties)), parts)
        if any(p.role == "investee" and self._reader.is_person(p.name) for p in parties):
            return None
        parties = self._owning.own(unit, pattern.kind, parties) if fill else parties
        if pattern.roles.get("subj") == "seller":
            parties = self._owning.with_giver(unit, self._owning.given(unit, parties))
        parties = self._owning.whose(unit, pattern.kind, parties)
        kind, sided = by_share(pattern.kind, parties, unit.wording)
        if fill and one_sided(sided):
            whose, told_on = self.halves.completed(kind, sided, number, low)
            if told_on:
                return self._deal(unit, whose, told_on, word, CONTEXT)
        if fill == ALL and one_sided(parties) and all(map(self._reader.by_name, parts)):
            parts = self._context.other_side(pattern, parts, low)
            parties = parties_of(pattern, word, parts, unit.wording, unit.owned)
        kind, parties = by_share(pattern.kind, parties, unit.wording)
        parties = self._owning.offered(unit, kind, parties)
        if kind == "investment" and len(parties) == 2 and negotiates(low):
            return self._deal(unit, "negotiation", partners(parties), word, SOURCE)
        parties = self._lent(kind, parties, unit.wording)
        if one_sided(parties):
            if fill == ALL:
                self._unpaid(unit.sentence, unit.parts[0].name, kind)
                if mixed(parties, any(m.joined for m in parts)):
                    return None
                left = not any(w.endswith(STAKES) for w in low)
                self.halves.add(*(as_whole(kind, parties) if left else (kind, parties)), number)
                return self._for_sale(unit, kind, parties, word)
            return None
        vague = word.startswith(GENERIC)
        known = {m.name for m in unit.named if not vague or self._reader.by_name(m)}
        source = SOURCE if all(p.name in known for p in parties) else CONTEXT
        if kind == "supply" and source is SOURCE and undirected(parts, word):
            source = CALLED
        return self._deal(unit, kind, parties, word, source)

    def _sought(self, unit: Unit, pattern: Pattern, word: str) -> None:
        """`X hat für Y einen Käufer gefunden`: what is sold, to whom is told later."""
        if len({m.name for m in unit.parts}) < 2:
            return
        parties = parties_of(pattern, word, unit.parts, unit.wording, unit.owned)
        if {p.role for p in parties} == {"seller", "target"}:
            self.halves.add(pattern.kind, parties, unit.sentence.number)

    def _paid(
        self, kind: str, parties: tuple[Party, ...], parts: list[Mention]
    ) -> tuple[Party, ...]:
        """`Den Zukauf bezahlt ein Kredit der Bank X`: it is lent to who buys."""
        low, buyer = self._document.tokens.low, self._reader.roles.get("acquirer", "")
        if kind != "investment" or not buyer or buyer in {p.name for p in parties}:
            return parties
        bought = {m.name for m in parts if m.at >= 0 and low[m.at].startswith(PURCHASES)}
        return tuple(
            Party(buyer, "investee") if p.role == "investee" and p.name in bought else p
            for p in parties
        )

    def _lent(self, kind: str, parties: tuple[Party, ...], clause: Wording) -> tuple[Party, ...]:
        """A loan comes from the bank of the two, not to it."""
        if kind != "investment" or len(parties) != 2 or not clause.traits & _LOAN:
            return parties
        taking = {p.role for p in parties if self._reader.told.financial(p.name)}
        if taking != {"investee"} or {p.role for p in parties} != {"investor", "investee"}:
            return parties
        return tuple(Party(p.name, TURNED[p.role]) for p in parties)

    def _rival(
        self, unit: Unit, pattern: Pattern, word: str, parties: tuple[Party, ...]
    ) -> Deal | None:
        """`neben X hat auch Y geboten`: for what, was told before."""
        number = unit.sentence.number
        kind, told = self.halves.completed(pattern.kind, parties, number, unit.low)
        return self._deal(unit, kind, told, word, CONTEXT) if told else None

    def _given_up(
        self, unit: Unit, kind: str, parties: tuple[Party, ...], word: str
    ) -> Deal | None:
        """`X will das Paket abgeben`: a stake in the company that the passage is about."""
        kind, parties = by_share(kind, parties, unit.wording)
        if kind != "investment" or {p.role for p in parties} != {"investee", "seller"}:
            return None
        self.halves.add(kind, parties, unit.sentence.number)
        return self._deal(unit, kind, parties, word, CONTEXT)

    def _for_sale(
        self, unit: Unit, kind: str, parties: tuple[Party, ...], word: str
    ) -> Deal | None:
        """`X erwägt den Verkauf von Y`, `gibt ihren Anteil an Y auf`: no buyer is told."""
        given = next((p.name for p in parties if p.role in ("target", "investee")), "")
        if not given or sorted({p.role for p in parties} - {"target", "investee"}) != ["seller"]:
            return None
        named = {p.name for p in parties} <= {m.name for m in unit.named}
        if not named and given not in self._reader.daughters:
            return None
        deal = self._deal(unit, kind, parties, word, CONTEXT)
        if word in ("verkauf", "verkaufs") and DONE.isdisjoint(unit.low):
            deal = replace(deal, status="planned") if deal.status == "agreed" else deal
        alone = kind == "investment" and {m.name for m in unit.named} == {p.name for p in parties}
        told = alone or deal.status in ("planned", "ongoing", "denied")
        return deal if told else None

    def _deal(
        self, unit: Unit, kind: str, parties: tuple[Party, ...], word: str, source: Source
    ) -> Deal:
        parties = self._owning.with_mother(kind, parties)
        told = self._told(unit, word)
        span = self._document.tokens.span(*unit.range)
        amount = price_in(self._document.tokens.text, self._amounts, span)
        status = status_of(kind, unit.wording, word, told)
        if status in ("planned", "ongoing") and _in_vain(unit.low, word):
            status = "failed"
        again = one_more(self._found, kind, parties, unit.low)
        if again:
            kind, parties = "supply", again
        if word.startswith(GENERIC) or (word.startswith(VAGUE) and kind == "acquisition"):
            kind, parties = as_told(self._found, kind, parties)
        return Deal(kind, parties, amount, status, "author", span, source)

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


_LOAN = trait(
    begins=("kredit", "darlehen", "finanzier", "zusage", "verhand", "gespräch"),
    ends=("kredit", "darlehen"),
)


def _in_vain(low: list[str], word: str) -> bool:
    """`hatte auch X geboten`: who bid before, beside the one who buys."""
    bid = word.startswith(("gebot", "angebot", "offerte", "interess", "bew", "mitgeb"))
    return bid and not TOO.isdisjoint(low) and not PAST.isdisjoint(low)
