"""Deals between companies: kind, parties with roles, amount, status, and whose account it is.

A word of dealing in a clause decides the kind; the places of the companies decide the roles.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from onrecord.extract.german.deals.answers import said_behind
from onrecord.extract.german.deals.asides import HELD, without_asides
from onrecord.extract.german.deals.counterparts import COUNTERPART, counterparts, sided
from onrecord.extract.german.deals.endings import ENDING, ends_here
from onrecord.extract.german.deals.filling import RECENT, Filler
from onrecord.extract.german.deals.halves import ALSO
from onrecord.extract.german.deals.holder import ECHO, Holding, held
from onrecord.extract.german.deals.leases import RENT, rented_back
from onrecord.extract.german.deals.marks import DENIALS, MARKS, PRICE, TALKS
from onrecord.extract.german.deals.merging import put_together, sold_before
from onrecord.extract.german.deals.owners import with_sellers
from onrecord.extract.german.deals.parties import STAKES, Mention
from onrecord.extract.german.deals.price import NEAR, Pending, price_in
from onrecord.extract.german.deals.reading import Reader
from onrecord.extract.german.deals.refused import UNTRUE, came_to_nothing, is_untrue
from onrecord.extract.german.deals.replaced import DETAILED, of_owner, with_target
from onrecord.extract.german.deals.returns import RETURN, in_return
from onrecord.extract.german.deals.rivals import (
    POINTING,
    REJECTING,
    for_the_same,
    opposed,
    without_its_object,
)
from onrecord.extract.german.deals.rounds import ABOARD, JOINING, joiners, with_joiners
from onrecord.extract.german.deals.sentences import Sentences
from onrecord.extract.german.deals.settlements import SETTLED, settles
from onrecord.extract.german.deals.shares import OWN_SHARE, as_whole, sells_own
from onrecord.extract.german.deals.status import joined, joins_round, status_of
from onrecord.extract.german.deals.telling import Teller
from onrecord.extract.german.deals.traits import Wording
from onrecord.extract.german.grammar.document import Document, Sentence
from onrecord.extract.german.speech.interview import ANSWER
from onrecord.extract.records import Amount, Deal, Entity, Office, Party, Quote, Span
from onrecord.extract.tokens import Kind

ECHOES = ("übernahme", "fusion", "vorhaben", "deal", "geschäft", "zusammenschluss", "einstieg")
TALKED = (*TALKS, *ECHOES)
GOING = frozenset("geht gehe ging gingen drehen dreht".split())
ABOUT = (
    ("acquisition", ("übernahme", "kauf", "offerte")),
    ("merger", ("fusion", "zusammenschluss", "verschmelzung")),
)
"""Nouns for what talks may be about."""
_DENYING = Kind.of(starts=DENIALS)
_TALKING = Kind.of(starts=TALKED)
EARLIER = frozenset("hatte hatten war waren".split())
"""In a sentence behind one that tells a round, these tell an earlier one."""
INSTEAD = frozenset("daraufhin stattdessen danach später dann hält hielt besitzt".split())
"""With these another investor comes in place of the one before, or later."""
EARLIER_ONE = frozenset("vorigen vorherigen vorangegangenen letzten früheren ersten".split())
REPAID = ("zurückgezahlt", "zurückzahl", "getilgt", "abgelöst")
"""A loan told so is over."""
LOANS = ("option", "wandel", "kredit", "darlehen")
"""Money of another kind than that of a round."""


def find_deals(
    document: Document,
    entities: Sequence[Entity],
    amounts: Sequence[Amount],
    quotes: Sequence[Quote],
    offices: Sequence[Office] = (),
) -> tuple[Deal, ...]:
    """The deals of a text, one for each deal and holder, in order."""
    return _Finder(document, entities, amounts, quotes, offices).find()


class _Finder:
    """Walks through the sentences and remembers the deal named last.

    Nobody is given a method of it: who knows it would be known by it, and what goes round in a
    circle waits, with the whole text, for the garbage collector.
    """

    def __init__(
        self,
        document: Document,
        entities: Sequence[Entity],
        amounts: Sequence[Amount],
        quotes: Sequence[Quote],
        offices: Sequence[Office],
    ) -> None:
        self.document, self.amounts = document, amounts
        self.text = document.tokens.text
        self.holding, self.pending = Holding(document, quotes), Pending(document, amounts)
        starts = [sentence.begin for sentence in document.sentences]
        self._priced = frozenset(
            bisect_right(starts, bisect_left(document.tokens.begins, amount.span[0])) - 1
            for amount in amounts
        )
        self.reader = Reader(document, entities)
        told = self.holding.near(0, len(self.text))
        asked = next((q.holder for q in told if q.source.rule == ANSWER.id), "")
        near = self.holding.near
        self.context = Filler(document, self.reader, entities, offices, near, asked)
        self.found: list[Deal] = []
        self.teller = Teller(
            document, self.reader, self.context, amounts, self.found, self.pending.remember
        )
        people = frozenset(e.name for e in entities if e.kind == "person")
        self.sentences = Sentences(
            document,
            self.reader,
            self.context,
            self.teller,
            self.found,
            people,
            near,
            self.holding.of,
        )
        self._begins = [document.tokens.begins[b] for b in starts]

    def find(self) -> tuple[Deal, ...]:
        if not self.reader.several:
            return ()
        for sentence in self.document.sentences:
            self.reader.center.enter(sentence.paragraph)
            mentions = self.reader.read(sentence)
            deals = self.sentences.deals(sentence, mentions)
            deals = self._taken_back(sentence, mentions, deals) if deals else deals
            deals = self._completed(sentence, mentions, deals)
            echo = None if deals else self._echo(sentence, mentions)
            if sentence.kinds & ENDING.bit:
                deals = self._ended(sentence, mentions, deals, echo)
            for deal in [*deals, *([echo] if echo is not None else [])]:
                priced = self.pending.paid(deal)
                holder = self.holding.of(sentence, priced, mentions)
                self._keep(held(self.holding.rejected(priced), holder))
            if not deals and echo is None and sentence.number in self._priced:
                if len({m.name for m in mentions}) == 1 and self._rounds(sentence):
                    self.pending.remember(sentence, mentions[0].name, "investment")
                self._price(sentence)
            self.context.note(sentence, mentions, bool(deals) or echo is not None)
            self._note(sentence, mentions)
        deals = with_sellers(
            self.found,
            self.reader.owners.known,
            self.reader.owners.whole,
            self.reader.told.financial,
            self.text,
        )
        deals = for_the_same([self._by_its_roles(deal) for deal in deals], self.text)
        return put_together(deals, self._before)

    def _taken_back(
        self, sentence: Sentence, mentions: list[Mention], deals: list[Deal]
    ) -> list[Deal]:
        """The deals of a sentence, as far as its other words leave them what they are."""
        kinds, low = sentence.kinds, self._low(sentence.begin, sentence.end)
        if sentence.has(_DENYING.bit):
            deals = said_behind(self.document, sentence, mentions, deals)
        if kinds & RETURN.bit:
            deals = in_return(low, mentions, self.context.subject, deals)
        if kinds & POINTING.bit:
            deals = without_its_object(low, deals)
        if kinds & REJECTING.bit:
            deals = opposed(self.document, sentence, mentions, deals)
        if kinds & HELD.bit:
            deals = without_asides(self.document, sentence, mentions, deals, self.teller)
        if kinds & SETTLED.bit:
            deals = [deal for deal in deals if not settles(deal, low)]
        return deals

    def _completed(
        self, sentence: Sentence, mentions: list[Mention], deals: list[Deal]
    ) -> list[Deal]:
        """The deals of a sentence with those who join in, on their right sides."""
        if sentence.kinds & JOINING.bit and mentions:
            deals = self._joining(sentence, mentions, deals)
        if sentence.kinds & RENT.bit:
            deals = [*deals, *self._rented(sentence, mentions, deals)]
        if deals and sentence.kinds & COUNTERPART.bit:
            roles = counterparts(self.document, sentence, mentions)
            deals = [sided(deal, roles) for deal in deals]
        if deals and mentions and sentence.kinds & OWN_SHARE.bit:
            low = self._low(sentence.begin, sentence.end)
            deals = [sells_own(deal, mentions[0].name, low) for deal in deals]
        return deals

    def _note(self, sentence: Sentence, mentions: list[Mention]) -> None:
        """Remembers who was named and who spoke, for the sentences behind."""
        spoken = self.context.employer(sentence)
        if mentions:
            acting = [m.name for m in mentions if m.place in ("", "subj")]
            named = [m.name for m in mentions]
            self.reader.center.note(named, acting)
            self.reader.earlier = [*named, spoken] if spoken else named
            self.reader.paragraph = sentence.paragraph
        self.reader.center.spoken = spoken or self.reader.center.spoken

    def _joining(
        self, sentence: Sentence, mentions: list[Mention], deals: list[Deal]
    ) -> list[Deal]:
        """The deals of a sentence, the round among them, or the one told last, with who joins."""
        names = joiners(self.document, sentence, mentions)
        begin = self.document.tokens.begins[sentence.begin]
        if names and deals:
            more = with_joiners(deals[0], names, begin)
            return [more, *deals[1:]] if more is not None else deals
        if names and self.found:
            more = with_joiners(self.found[-1], names, begin)
            self.found[-1] = more if more is not None else self.found[-1]
        return deals

    def _ended(
        self, sentence: Sentence, mentions: list[Mention], deals: list[Deal], echo: Deal | None
    ) -> list[Deal]:
        """The deals of a sentence, or the one told last, whose contract has ended."""
        if deals:
            return [
                replace(deal, status="failed")
                if ends_here(self.document, sentence, mentions, deal)
                else deal
                for deal in deals
            ]
        last = self.found[-1] if self.found and echo is None else None
        begins, number = self.document.tokens.begins, sentence.number
        if last is None or last.evidence[1] <= begins[self.document.sentences[number - 1].begin]:
            return deals
        if not ends_here(self.document, sentence, mentions, last):
            return deals
        over = replace(last, status="failed", evidence=self._span(sentence), source=ECHO)
        holder = self.holding.of(sentence, over, mentions)
        if holder == last.holder:
            self.found[-1] = replace(last, status="failed")
            return deals
        return [over]

    def _rented(self, sentence: Sentence, mentions: list[Mention], deals: list[Deal]) -> list[Deal]:
        """What was sold in this sentence or the one before, and is rented back."""
        low, span = self._low(sentence.begin, sentence.end), self._span(sentence)
        before = self.found[-1] if self.found else None
        rented = rented_back(low, {m.name for m in mentions}, deals, before, span)
        return [rented] if rented is not None else []

    def _before(self, deal: Deal) -> bool:
        """`In der vorigen Runde hatte X zwei Millionen gegeben`: a round of its own."""
        if deal.kind != "investment":
            return False
        low = self.text[deal.evidence[0] : deal.evidence[1]].lower().split()
        return not EARLIER_ONE.isdisjoint(low) and any(
            a in EARLIER_ONE and b.startswith("runde") for a, b in pairwise(low)
        )

    def _keep(self, deal: Deal) -> None:
        if deal.source is DETAILED and self.found:
            self.found[-1] = deal
            return
        deal = sold_before(deal, self.found[-RECENT:])
        words = self.text[deal.evidence[0] : deal.evidence[1]].lower().split()
        deal = with_target(deal, words, self.found[-RECENT:])
        at = bisect_right(self._begins, deal.evidence[0]) - 1
        if self._with_owner(deal) or of_owner(deal, self.found[-RECENT:]):
            return
        told = as_whole(deal.kind, deal.parties)
        if told[0] != deal.kind and any(w.strip(".,").endswith(STAKES) for w in words):
            told = deal.kind, deal.parties
        self.teller.halves.add(*told, at)
        roles = {p.role: p.name for p in deal.parties}
        if deal.kind == "acquisition" and deal.status == "agreed" and "target" in roles:
            self.reader.owners.held[roles.get("acquirer", "")] = roles["target"]
        self.reader.dealing = {p.name for p in deal.parties}
        if deal.kind == "merger" and len(deal.parties) == 2 and deal.status != "failed":
            self.reader.owners.pair = [p.name for p in deal.parties]
        self.reader.roles |= {p.role: p.name for p in reversed(deal.parties)}
        if deal.kind == "investment" and self.found and self._goes_on(deal):
            self.found[-1] = joined(self.found[-1], deal)
        else:
            self.found.append(deal)

    def _goes_on(self, deal: Deal) -> bool:
        """Whether a deal names more investors of the round told last, and tells no earlier one."""
        low = self.text[deal.evidence[0] : deal.evidence[1]].lower().split()
        earlier = not (EARLIER | INSTEAD).isdisjoint(low) or any(w.startswith(LOANS) for w in low)
        before = slice(*self.found[-1].evidence)
        earlier = earlier or any(w in self.text[before] for w in REPAID)
        also = not ALSO.isdisjoint(low) or not ABOARD.isdisjoint(low)
        return not earlier and joins_round(self.found[-1], deal, also)

    def _with_owner(self, deal: Deal) -> bool:
        """`Die Gespräche mit dem Eigentümer X scheiterten`: X sells in the purchase told before."""
        last = self.found[-1] if self.found else None
        if deal.kind != "negotiation" or last is None or last.kind != "acquisition":
            return False
        roles = {p.role: p.name for p in last.parties}
        owner = self.reader.owners.known.get(roles.get("target", ""), "")
        names = {p.name for p in deal.parties}
        if not owner or names != {owner, roles.get("acquirer", "")} or "seller" in roles:
            return False
        status = deal.status if deal.status in ("failed", "on-hold", "denied") else last.status
        parties = (*last.parties, Party(owner, "seller"))
        self.found[-1] = replace(last, parties=parties, status=status)
        return True

    def _by_its_roles(self, deal: Deal) -> Deal:
        """`Investitionen in einer Partnerschaft von X und Y`: who invests is told elsewhere."""
        begin, end = deal.evidence
        if (
            deal.kind != "partnership"
            or not deal.amount
            or "nvestition" not in self.text[begin:end]
        ):
            return deal
        names = {p.name for p in deal.parties}
        for other in self.found:
            if other.kind == "investment" and {p.name for p in other.parties} == names:
                return replace(deal, kind="investment", parties=other.parties)
        return deal

    def _low(self, begin: int, end: int) -> list[str]:
        return self.document.tokens.low[begin:end]

    def _span(self, sentence: Sentence) -> Span:
        return self.document.tokens.span(sentence.begin, sentence.end)

    def _echo(self, sentence: Sentence, mentions: list[Mention]) -> Deal | None:
        """`X dementierte`, `Die Gespräche seien gescheitert`: about the deal named just before."""
        if not self.found:
            return None
        last, evidence = self.found[-1], self._span(sentence)
        if evidence[0] - last.evidence[1] > 400:
            return None
        denies = bool(mentions) and sentence.has(_DENYING.bit)
        denies = denies and self._opens(sentence, _DENYING, 8)
        if denies and mentions[0].name in {p.name for p in last.parties}:
            return replace(last, status="denied", evidence=evidence, source=ECHO, amount=None)
        false = sentence.kinds & UNTRUE.bit and is_untrue(self._low(sentence.begin, sentence.end))
        false = false and last.status != "denied"  # else the same is denied once more
        if false and {m.name for m in mentions} <= {p.name for p in last.parties}:
            return replace(last, status="denied", evidence=evidence, source=ECHO, amount=None)
        if last.kind == "negotiation" and len(mentions) < 2:
            about = self._about(sentence, last, evidence)
            if about is not None:
                self.found.pop()
                return about
        low = self._low(sentence.begin, sentence.end)
        talked = last.kind == "negotiation" and not mentions and low[:1] in (["sie"], ["diese"])
        if talked and came_to_nothing(low):
            return replace(last, status="failed", evidence=evidence, source=ECHO)
        if not mentions and sentence.kinds & _TALKING.bit and self._opens(sentence, _TALKING, 4):
            for status, starts in MARKS[:2]:
                if any(w.startswith(starts) for w in low):
                    return replace(last, status=status, evidence=evidence, source=ECHO)
        return None

    def _opens(self, sentence: Sentence, kind: Kind, reach: int) -> bool:
        """Whether a word of a kind is among the first ones of a sentence."""
        end = min(sentence.begin + reach, sentence.end)
        return bool(self.document.tokens.among(kind, sentence.begin, end))

    def _about(self, sentence: Sentence, last: Deal, evidence: Span) -> Deal | None:
        """What a noun says that the talks told last are about: `die Übernahme`, `es geht um eine
        Fusion`."""
        tokens, low = self.document.tokens, self._low(sentence.begin, sentence.end)
        kinds = ABOUT if "um" in low and not GOING.isdisjoint(low) else ABOUT[:1]
        nouns = [
            tokens.low[i]
            for i in range(sentence.begin, sentence.end)
            if tokens.words[i][0].isupper()
        ]
        kind = next((k for k, starts in kinds if any(n.startswith(starts) for n in nouns)), "")
        if not kind:
            return None
        roles = ("acquirer", "target") if kind == "acquisition" else ("partner", "partner")
        parties = tuple(Party(p.name, r) for p, r in zip(last.parties, roles, strict=False))
        status = status_of(kind, Wording(low), "")
        return replace(last, kind=kind, parties=parties, status=status, evidence=evidence)

    def _rounds(self, sentence: Sentence) -> bool:
        low = self._low(sentence.begin, sentence.end)
        return any(w.startswith(("finanzierungsrunde", "eingesammelt", "sammelt")) for w in low)

    def _price(self, sentence: Sentence) -> None:
        """The price may stand in a sentence or two behind the deal."""
        if not self.found or self.found[-1].amount is not None:
            return
        if self.document.tokens.begins[sentence.begin] - self.found[-1].evidence[1] > NEAR:
            return
        low = self._low(sentence.begin, sentence.end)
        if PRICE.isdisjoint(low) and not {"im", "gespräch"} <= set(low):
            return
        amount = price_in(self.text, self.amounts, self._span(sentence))
        if amount:
            self.found[-1] = replace(self.found[-1], amount=amount)
