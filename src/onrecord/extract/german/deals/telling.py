"""What one clause or sentence tells: the word that calls a deal, and its parties in roles.

A side that is not named is looked for in the deals told by half before, then in what the passage
is about.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import chain

from onrecord.extract.german.deals.bids import CONTEXT, Bids
from onrecord.extract.german.deals.bystanders import THEN, compares
from onrecord.extract.german.deals.callings import called_in
from onrecord.extract.german.deals.calls import (
    CALLING,
    Range,
    by_colon,
    candidates,
    needs_buyer,
)
from onrecord.extract.german.deals.contracts import negotiates, partners
from onrecord.extract.german.deals.drafts import GENERIC, Drafts
from onrecord.extract.german.deals.filling import Filler
from onrecord.extract.german.deals.halves import mixed
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
from onrecord.extract.german.deals.purchases import AWARD
from onrecord.extract.german.deals.reading import Reader
from onrecord.extract.german.deals.shares import as_whole, by_share
from onrecord.extract.german.deals.sides import directed, served, undirected
from onrecord.extract.german.deals.traits import Wording, trait
from onrecord.extract.german.deals.units import Unit
from onrecord.extract.german.deals.words import Pattern
from onrecord.extract.german.grammar.document import Document, Sentence
from onrecord.extract.german.grammar.flags import REL
from onrecord.extract.records import Amount, Deal, Party, Source
from onrecord.extract.tokens import between

SOURCE = Source("de-deal", "2", 0.75, "a word of dealing with its parties in one sentence")
CALLED = Source("de-deal-called", "1", 0.65, "what they are called tells who delivers to whom")
NOWHERE, HALVES, ALL = 0, 1, 2
"""Where a side that is not named is looked for."""
FORMERLY = frozenset("bisher bislang zuletzt damals".split())
CONTRACT = ("vertrag", "rahmenvereinbarung")
LOSING = ("leer", "kürzeren", "nachsehen", "unterlag", "unterlegen", "ausgestochen")
"""Who did so lost a contest that was told before."""
NAMED = ("genannt", "handelseinig")
"""Who is named so buys what was told to be for sale, if anything was."""
NEWLY = frozenset("künftig nun jetzt bald seit neuerdings inzwischen mittlerweile ab".split())
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
        self._found, self._unpaid = found, unpaid
        self.halves = context.halves
        self._calling = document.tokens.where(CALLING)
        self._playing = document.tokens.where(PLAYED)
        self._owning = Owning(document, reader, context.halves, found)
        self.drafts = Drafts(document, self._owning, amounts, found)
        self._bids = Bids(reader, context.halves, self.drafts)

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
        alone = len({m.name for m in parts}) == 1 and (meant or self._reader.by_name(parts[0]))
        for pattern, word in chain((first,), called):
            if (pattern.whole and alone) or self._means_else(unit, pattern, word):
                continue
            if alone and fill and pattern.kind == "negotiation":
                bidding = self._bids.asked(unit, word)
                if bidding is not None:
                    return bidding
            if alone and fill and not needs_buyer(pattern, word, parts):
                side = self._side(unit, pattern, word)
                half = half if half[0] or not side[1] else side
                told_on = self._bids.told_on(unit, *side, word)
                if told_on is None and word in NAMED:
                    told_on = self._named(unit, *side, word)
                if told_on is not None:
                    return told_on
                if word.startswith((*LOSING, *NAMED)) or parts[0].place == "gegen":
                    continue
            if fill and pattern.kind == "partnership" and word.startswith("konsorti"):
                bid = self._bids.joint(unit, word)
                if bid is not None:
                    return bid
            deal = self._complete(unit, pattern, word, fill, alone)
            if deal is not None:
                return deal
        return self._by_half(unit, half, first[1]) if fill == ALL and half[0] else None

    def _means_else(self, unit: Unit, pattern: Pattern, word: str) -> bool:
        """Whether a word calls no deal here: `gehörte bis 2019 zu X`, `als nach dem Kauf`."""
        low = unit.low
        if (
            self._funded(unit, pattern, word)
            or (word.startswith("gehör") and self._in_relative(unit, word))
            or (word.startswith("gehört") and "bis" in low)
            or (word.startswith("gehörte") and FORMERLY.isdisjoint(low))
        ):
            return True
        if unit.wording.traits & _THEN and compares(low, word):
            names = {m.name for m in unit.named if m in unit.parts}
            if len(names) < 2:
                return True
        return self._awarded_else(pattern, word, unit.sentence.number)

    def _in_relative(self, unit: Unit, word: str) -> bool:
        """`Künftig verkauft X Säfte der Marke Y, die zu Z gehört`: which says nothing new."""
        low, flags = self._document.tokens.low, self._document.flags
        for part in unit.sentence.segments:
            here = low[part.begin : part.end]
            if word in here:
                relative = part.mark == "," and bool(flags[part.begin] & REL)
                return relative and NEWLY.isdisjoint(here)
        return False

    def _named(self, unit: Unit, kind: str, known: tuple[Party, ...], word: str) -> Deal | None:
        """`X steht zum Verkauf. Genannt wird Y`: Y is said to want X."""
        whole = self._context.for_sale(unit.sentence.number)
        if kind != "acquisition" or len(known) != 1 or whole in ("", known[0].name):
            return None
        deal = self.drafts.of(unit, kind, (*known, Party(whole, "target")), word, CONTEXT)
        return replace(deal, status="planned") if deal.status == "agreed" else deal

    def _by_half(self, unit: Unit, half: tuple[str, tuple[Party, ...]], word: str) -> Deal | None:
        """What is given up of the company that the passage is about; else the half is kept."""
        given = self._bids.given_up(unit, *half, word)
        if given is not None or mixed(half[1], any(m.joined for m in unit.parts)):
            return given
        part = unit.owned or any(w.endswith(STAKES) for w in unit.low)
        self.halves.add(*half, unit.sentence.number, part)
        return None

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
                return replace(self.drafts.of(unit, kind, told, word, SOURCE), status="agreed")
        return None

    def _played(self, unit: Unit) -> Deal | None:
        """`Käufer der X ist Y`: a noun tells the part that Y plays."""
        for segment in unit.sentence.segments:
            if unit.range[0] <= segment.begin < unit.range[1]:
                hit = predicative(self._document, segment, unit.parts)
                if hit is not None:
                    (kind, role, opposite), holder, other = hit
                    parties = Party(holder, role), Party(other, opposite)
                    return self.drafts.of(unit, kind, parties, "", SOURCE)
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
            told = self._owning.beside(unit)
            parts = self._context.completed(unit.sentence, pattern, parts, told, self._found)
        if len({m.name for m in parts}) < 2 or needs_buyer(pattern, word, parts):
            self._bids.sought(unit, pattern, word)
            return None
        parts = by_colon(self._document, unit.sentence, parts, word)
        parties = parties_of(pattern, word, parts, unit.wording, unit.owned)
        others = [m.place for m in parts if m.name != parties[0].name] if parties else []
        if len(parties) == 1 and fill and ASIDE.issuperset(others):
            return self._bids.rival(unit, pattern, word, parties)
        if len(parties) < 2:
            return None
        if all(m.place == "mit" for m in parts) and pattern.kind in TOGETHER:
            parts = self._context.with_subject(parts)
            parties = parties_of(pattern, word, parts, unit.wording, unit.owned)
        serving = pattern.kind == "partnership" and word.startswith(CONTRACT)
        if serving and (sides := served(parts, self._reader.told.called, unit.low)):
            return self.drafts.of(unit, "supply", sides, word, CALLED)
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
                return self.drafts.of(unit, whose, told_on, word, CONTEXT)
        if fill == ALL and one_sided(parties) and all(map(self._reader.by_name, parts)):
            parts = self._context.other_side(pattern, parts, self._owning.beside(unit))
            parties = parties_of(pattern, word, parts, unit.wording, unit.owned)
        kind, parties = by_share(pattern.kind, parties, unit.wording)
        parties = self._owning.offered(unit, kind, parties)
        if kind == "investment" and len(parties) == 2 and negotiates(low):
            return self.drafts.of(unit, "negotiation", partners(parties), word, SOURCE)
        parties = self._lent(kind, parties, unit.wording)
        if one_sided(parties):
            if fill == ALL:
                self._unpaid(unit.sentence, unit.parts[0].name, kind)
                if mixed(parties, any(m.joined for m in parts)):
                    return None
                left = not any(w.endswith(STAKES) for w in low)
                self.halves.add(*(as_whole(kind, parties) if left else (kind, parties)), number)
                return self._bids.for_sale(unit, kind, parties, word)
            return None
        return self._whole(unit, kind, parties, parts, word)

    def _whole(
        self,
        unit: Unit,
        kind: str,
        parties: tuple[Party, ...],
        parts: list[Mention],
        word: str,
    ) -> Deal | None:
        """The deal with both its sides."""
        if kind == "negotiation" and any(self._reader.is_person(p.name) for p in parties):
            named = (self._context.stands_for(p.name) for p in parties)
            parties = tuple(Party(name, "partner") for name in dict.fromkeys(named))
            if len(parties) < 2:
                return None
        vague = word.startswith(GENERIC)
        known = {m.name for m in unit.named if not vague or self._reader.by_name(m)}
        source = SOURCE if all(p.name in known for p in parties) else CONTEXT
        if kind == "supply" and source is SOURCE and undirected(parts, word):
            source = CALLED
        return self.drafts.of(unit, kind, parties, word, source)

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


_THEN = trait(THEN)
_LOAN = trait(
    begins=("kredit", "darlehen", "finanzier", "zusage", "verhand", "gespräch"),
    ends=("kredit", "darlehen"),
)
