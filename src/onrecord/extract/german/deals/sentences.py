"""The deals of a sentence: each clause may tell one of its own, or all of them one together."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise

from onrecord.extract.german.deals.antecedents import undergoing
from onrecord.extract.german.deals.assets import PARTS, is_asset
from onrecord.extract.german.deals.attributes import attributed
from onrecord.extract.german.deals.bids import CONTEXT
from onrecord.extract.german.deals.bystanders import ASIDE, contrasted, taking_part
from onrecord.extract.german.deals.calls import CALLING, Range, cuts
from onrecord.extract.german.deals.clausal import Clausal
from onrecord.extract.german.deals.filling import Filler
from onrecord.extract.german.deals.framing import Framing, given_by, part_of, with_frame
from onrecord.extract.german.deals.gaps import thing_behind
from onrecord.extract.german.deals.governed import as_played
from onrecord.extract.german.deals.known import Holding, Known
from onrecord.extract.german.deals.needed import (
    ACTING,
    BIDS,
    CALLED,
    DETAILED,
    FOLLOWS,
    INSTEAD,
    NOMINAL,
    PART,
    PARTED,
    PARTNERED,
    REVEALED,
    TALKING,
)
from onrecord.extract.german.deals.nominal import nouns_in, told_by_nouns
from onrecord.extract.german.deals.parties import Mention
from onrecord.extract.german.deals.reading import Reader
from onrecord.extract.german.deals.repeats import following
from onrecord.extract.german.deals.replaced import bids, detailed, instead, succeeded, taken_before
from onrecord.extract.german.deals.several import each_of, rather
from onrecord.extract.german.deals.status import as_before, status_of
from onrecord.extract.german.deals.telling import ALL, SOURCE, Teller
from onrecord.extract.german.deals.traits import Wording
from onrecord.extract.german.deals.words import POSSESSIVE
from onrecord.extract.german.grammar.document import Document, Sentence
from onrecord.extract.german.grammar.flags import REL
from onrecord.extract.records import Deal, Party, Quote
from onrecord.extract.tokens import between

BIDDING = ("interessent", "bieter", "mitbieter", "kaufinteressent")
SUMS = frozenset("euro dollar franken pfund prozent millionen milliarden einen den rest".split())
"""`X bietet drei Milliarden, Y vier Milliarden`: what the second clause has of its own."""
PAIR = 2
UNNAMED = frozenset("einem einer zwei".split())
MOST_PARTIES = 4
"""A sentence that names more lists examples."""


class Sentences:
    """Reads the deals of one sentence after the other."""

    def __init__(
        self,
        document: Document,
        reader: Reader,
        context: Filler,
        teller: Teller,
        found: list[Deal],
        people: frozenset[str],
        near: Callable[[int, int], Sequence[Quote]],
        holding: Holding,
    ) -> None:
        self._document, self._reader, self._context = document, reader, context
        self._teller, self._found = teller, found
        self._framing = Framing(document, people, near)
        self._known = Known(document, reader, found, holding)
        self._clausal = Clausal(document, reader, context, teller, self._known)
        self._calling = document.tokens.where(CALLING)

    def deals(self, sentence: Sentence, mentions: list[Mention]) -> list[Deal]:
        """The deals of a sentence that names or means these companies."""
        if mentions and sentence.kinds & ASIDE.bit:
            on_sale = self._teller.halves.for_sale(sentence.number)
            mentions = taking_part(self._document, sentence, mentions, on_sale)
        talking = sentence.kinds & TALKING
        unnamed = self._with_unnamed(sentence, mentions) if talking else None
        if unnamed is not None:
            return [unnamed]
        mentions = mentions or self._context.both(sentence)
        if not mentions and sentence.kinds & CALLED:
            alone = self._context.alone(sentence)
            if alone is not None:
                tokens = sentence.begin, sentence.end
                self._teller.tell(sentence, tokens, [alone], [alone], ALL, meant=True)
        many = len(mentions) > MOST_PARTIES + 1
        if not mentions or (many and len({m.name for m in mentions}) > MOST_PARTIES + 1):
            return []
        attributes = list(attributed(self._document, self._reader, sentence, mentions))
        if attributes:
            told = [self._teller.attribute(sentence, *each) for each in attributes]
            agents = [agent for _, agent, _ in attributes]
            rest = [m for m in mentions if m not in agents]
            if len({m.name for m in rest}) < PAIR and any(told):
                return [deal for deal in told if deal is not None]
            return [*(deal for deal in told if deal is not None), *self._told(sentence, rest)]
        return self._told(sentence, mentions)

    def _with_unnamed(self, sentence: Sentence, mentions: list[Mention]) -> Deal | None:
        """`X verhandelt mit zwei Bietern`: talks with somebody who is not named."""
        names = {m.name for m in mentions}
        if len(names) > 1:
            return None
        low = self._low(sentence.begin, sentence.end)
        if not any(a == "mit" and b in UNNAMED for a, b in pairwise(low)):
            return None
        if mentions and mentions[0].place not in ("", "subj"):
            return None
        name = next(iter(names), "") or self._reader.center.best()
        parties = (Party(name, "partner"),)
        return self._acted(sentence, "negotiation", parties) if name else None

    def _revealed(self, sentence: Sentence, mentions: list[Mention]) -> list[Deal]:
        """`X sucht einen Käufer. Es ist Y`, `Beim Bieter handelt es sich um Y`."""
        low, halves = self._low(sentence.begin, sentence.end), self._teller.halves
        is_it = low[:1] == ["es"] and low[1:2] in (["ist"], ["war"], ["kam"], ["stammte"])
        concerns = {"handelt", "es", "sich", "um"} <= set(low)
        bidders = [m for m in mentions if self._reader.by_name(m)] if is_it or concerns else []
        if len({m.name for m in bidders}) != 1:
            return []
        if not halves.for_sale(sentence.number) and not concerns:
            return []
        if concerns and not any(w.startswith(BIDDING) for w in low):
            return []
        sides = (Party(bidders[0].name, "acquirer"),)
        kind, parties = halves.completed("acquisition", sides, sentence.number, ["auch"])
        return [self._acted(sentence, kind, parties)] if parties else []

    def _with_partner(self, sentence: Sentence, mentions: list[Mention]) -> Deal | None:
        """`X und sein norwegischer Partner Y bauen eine Fabrik`."""
        low = self._document.tokens.low
        for one, other in pairwise(mentions):
            near = low[max(one.at, other.at - 4) : other.at]
            called = near and near[-1].endswith("partner") and not POSSESSIVE.isdisjoint(near)
            if called and other.joined and one.place in ("", "subj") and one.name != other.name:
                parties = Party(one.name, "partner"), Party(other.name, "partner")
                return self._acted(sentence, "partnership", parties)
        return None

    def _told(self, sentence: Sentence, mentions: list[Mention]) -> list[Deal]:
        sellers = [Party(m.name, "seller") for m in mentions if m.place == "=seller"]
        told = self._told_of(sentence, mentions)
        return [_sold_by(deal, sellers) for deal in told] if sellers else told

    def _told_of(self, sentence: Sentence, mentions: list[Mention]) -> list[Deal]:
        acting = self._context.acting(sentence, mentions) if sentence.has(ACTING) else None
        if acting is not None:
            acted = self._several(self._acted(sentence, *acting), sentence)
            return [*acted, *self._besides(sentence, mentions, acted)]
        follows = self._follows(sentence, mentions) if sentence.kinds & FOLLOWS else []
        follows = follows or self._instead(sentence, mentions)
        if follows:
            return follows
        revealed = self._revealed(sentence, mentions) if sentence.kinds & REVEALED else []
        if revealed:
            return revealed
        found = self._called_for(sentence, mentions) if sentence.kinds & CALLED else []
        joint = not found and sentence.kinds & PARTNERED
        partner = self._with_partner(sentence, mentions) if joint else None
        if partner is not None:
            return [partner]
        if found or not sentence.kinds & PART:
            return found
        if len(mentions) > 1:
            played = self._teller.played(sentence, mentions)
            if played is not None:
                return [played]
        called = self._context.called(sentence, mentions)
        return self._several(self._acted(sentence, *called), sentence) if called else []

    def _besides(
        self, sentence: Sentence, mentions: list[Mention], acted: list[Deal]
    ) -> list[Deal]:
        """`Verkäufer ist X, der bei Y eingestiegen war`: what the relative clause tells."""
        if len(sentence.segments) < 2:
            return []
        tokens, flags = self._document.tokens, self._document.flags
        relative = {tokens.begins[p.begin] for p in sentence.segments if flags[p.begin] & REL}
        found = self._clausal.deals(sentence, mentions, mentions) if relative else []
        kinds = {deal.kind for deal in acted}
        besides = [d for d in found if d.kind not in kinds and d.evidence[0] in relative]
        last = sentence.segments[-1]
        named = any(m.at >= last.begin and self._reader.by_name(m) for m in mentions)
        alone = flags[last.begin] & REL and not named
        taken = None
        if alone and acted and not besides:
            span = tokens.span(last.begin, last.end)
            taken = taken_before(self._low(last.begin, last.end), acted[0], span)
        return [*besides, *([taken] if taken is not None else [])]

    def _acted(self, sentence: Sentence, kind: str, parties: tuple[Party, ...]) -> Deal:
        low = self._low(sentence.begin, sentence.end)
        span = self._document.tokens.span(sentence.begin, sentence.end)
        status = as_played(status_of(kind, Wording(low), ""), low, BIDDING)
        return Deal(kind, parties, None, status, "author", span, CONTEXT)

    def _called_for(self, sentence: Sentence, mentions: list[Mention]) -> list[Deal]:
        """The deals that words of dealing tell."""
        told, framed = self._framing.framed(sentence, mentions)
        if not told:
            return []
        told = undergoing(self._document, sentence, told)
        named = [*told, *framed]
        names = len({m.name for m in told})
        alone = names < PAIR and self._reader.by_name(told[0])
        meant = alone and not (framed and self._framing.by_pronoun(sentence, told))
        bare = names == PAIR and {m.place for m in told} in ({"", "von"}, {"subj", "von"})
        if meant or bare or (names == PAIR and self._acts_unnamed(sentence, told)):
            told = self._context.meant(sentence, told)
        if sentence.kinds & NOMINAL and len(told) > 1:
            units = nouns_in(self._document, sentence, told)
            if units and (
                nominal := told_by_nouns(self._document, self._teller, sentence, units, told)
            ):
                return nominal
        parts = self._clausal.deals(sentence, told, named)
        whole = self._whole(sentence, mentions, told, framed, named)
        found = rather(parts, whole)
        telling = [m for m in framed if m.place in ("", "subj")] if framed else []
        if len(found) == 1 and len(telling) == 1:
            given = {m.name for m in told if m.place in ("", "subj")}
            return [given_by(found[0], telling[0].name, given)]
        return found

    def _acts_unnamed(self, sentence: Sentence, told: list[Mention]) -> bool:
        """`Er verkauft seine Tochter X an Y`: a third one acts."""
        named = any(m.place == "subj" for m in told)
        return not named and self._context.pronoun(sentence, sentence.begin)

    def _several(self, deal: Deal, sentence: Sentence) -> list[Deal]:
        return each_of(deal, self._low(sentence.begin, sentence.end))

    def _calls(self, begin: int, end: int) -> bool:
        """Whether a word between two tokens may call a deal."""
        return bool(between(self._calling, begin, end))

    def _low(self, begin: int, end: int) -> list[str]:
        return self._document.tokens.low[begin:end]

    def _follows(self, sentence: Sentence, mentions: list[Mention]) -> list[Deal]:
        """A sentence in which the same is done with one more company."""
        low = self._low(sentence.begin, sentence.end)
        if len(mentions) != 1:
            return []
        number = sentence.number - 1
        before = self._document.sentences[number] if number >= 0 else sentence
        deal = following(
            low,
            self._low(before.begin, before.end),
            mentions[0],
            self._found[-1] if self._found else None,
            lambda: self._reader.center.best([mentions[0].name]),
            self._document.tokens.span(sentence.begin, sentence.end),
        )
        return [deal] if deal is not None else []

    def _instead(self, sentence: Sentence, mentions: list[Mention]) -> list[Deal]:
        """A sentence about the deal before, with somebody else on one side."""
        if not sentence.kinds & (INSTEAD | DETAILED | BIDS):
            return []
        replacing, detailing = sentence.has(INSTEAD), sentence.has(DETAILED)
        bidding = sentence.has(BIDS)
        low, before = self._low(sentence.begin, sentence.end), next(iter(self._found[-1:]), None)
        span = self._document.tokens.span(sentence.begin, sentence.end)
        deal = instead(low, sentence.begin, mentions, before, span) if replacing else None
        if deal is None and detailing:
            deal = detailed(low, mentions, before, span) or succeeded(low, mentions, before, span)
        if deal is not None or not bidding:
            return [deal] if deal is not None else []
        whole = self._context.for_sale(sentence.number)
        seller = "" if whole else self._teller.halves.on_sale(sentence.number)[0]
        return bids(low, mentions, whole, seller, span)

    def _whole(
        self,
        sentence: Sentence,
        mentions: list[Mention],
        told: list[Mention],
        framed: list[Mention],
        named: list[Mention],
    ) -> list[Deal]:
        """What all clauses tell together."""
        if not framed and sentence.kinds & PARTED:
            apart = self._apart(sentence, told)
            if len(apart) > 1:
                found = [self._teller.tell(sentence, unit, part, part, ALL) for unit, part in apart]
                return [
                    d
                    for d in found
                    if d is not None and not self._known.told_on(d, sentence, mentions)
                ]
        parallel = self._parallel(sentence, told)
        if parallel:
            return parallel
        units = self._units(sentence, told)
        if units:
            several = [self._teller.tell(sentence, unit, part, part, ALL) for unit, part in units]
            if all(deal is not None for deal in several):
                return [deal for deal in several if deal is not None]
        if framed:
            acts = self._framing.acts(sentence, told)
            low = self._low(sentence.begin, sentence.end)
            parted = not PARTS.isdisjoint(low)
            told = with_frame(told, framed, acts, any(map(is_asset, low)), parted)
        if len({m.name for m in told}) > MOST_PARTIES:
            return []
        deal = self._alone(sentence, told, named) or self._clausal.within(sentence, told, named)
        if deal is None:
            deal = self._teller.tell(sentence, (sentence.begin, sentence.end), told, named, ALL)
        if deal is None or self._known.told_on(deal, sentence, mentions):
            return []
        if len(sentence.segments) > 1 and contrasted(self._document, sentence, told):
            return []
        return self._several(as_before(deal, self._found, deal.source is SOURCE), sentence)

    def _each(
        self,
        sentence: Sentence,
        units: list[tuple[Range, list[Mention]]],
        mentions: list[Mention],
    ) -> list[Deal]:
        """The deal of each unit that tells one."""
        found = [self._teller.tell(sentence, unit, own, own, ALL) for unit, own in units]
        told = [deal for deal in found if deal is not None]
        return [d for d in told if not self._known.told_on(d, sentence, mentions)]

    def _apart(self, sentence: Sentence, told: list[Mention]) -> list[tuple[Range, list[Mention]]]:
        """What stands between semicolons, each with the companies that it names."""
        marks = (part.begin for part in sentence.segments if part.mark == ";")
        bounds = sentence.begin, *marks, sentence.end
        units = [((a, b), [m for m in told if a <= m.at < b]) for a, b in pairwise(bounds)]
        return [(unit, own) for unit, own in units if own]

    def _parallel(self, sentence: Sentence, told: list[Mention]) -> list[Deal]:
        """`X bietet drei Milliarden, der Rivale Y vier`: two that do the same."""
        if len(sentence.segments) < 2 or len({m.name for m in told}) != 2:
            return []
        if any(m.place not in ("", "subj") for m in told):
            return []
        first, last = (part_of(sentence, m.at) for m in (told[0], told[-1]))
        if first is None or last is None or first is last or last.mark != ",":
            return []
        verb = self._document.finite(last.begin, last.end)
        low, end = self._low(last.begin, last.end), self._reader.end_of(told[-1].at)
        if verb >= 0 or (SUMS.isdisjoint(low) and not thing_behind(self._document, end, last.end)):
            return []
        unit = (first.begin, first.end)
        deals = [self._teller.tell(sentence, unit, [m], [m], ALL) for m in (told[0], told[-1])]
        return [deal for deal in deals if deal is not None] if all(deals) else []

    def _alone(self, sentence: Sentence, told: list[Mention], named: list[Mention]) -> Deal | None:
        """The deal of the one clause that names a company, where a word of its own calls it."""
        if len(sentence.segments) < 2 or told[0].at < 0 or len({m.name for m in told}) > 1:
            return None
        part = part_of(sentence, told[0].at)
        if part is None or not self._calls(part.begin, part.end):
            return None
        deal = self._teller.tell(sentence, (part.begin, part.end), told, named, ALL)
        return self._teller.drafts.widened(deal, sentence) if deal is not None else None

    def _units(
        self, sentence: Sentence, mentions: list[Mention]
    ) -> list[tuple[Range, list[Mention]]]:
        """Clauses that tell deals of their own, where there are several; a clause joined by `und`
        keeps the subject."""
        inner = cuts(self._document, sentence)
        bounds = [sentence.begin, *inner, sentence.end] if inner else ()
        units: list[tuple[Range, list[Mention]]] = []
        for begin, end in pairwise(bounds):
            own = [m for m in mentions if begin <= m.at < end]
            if len({m.name for m in own}) == 1 and self._reader.by_name(own[0]):
                own = self._context.meant(sentence, own)
            if not self._calls(begin, end) or not own:
                return []
            if units and self._document.tokens.low[begin] in ("und", "aber") and mentions:
                subject = next((m for m in mentions if m.place in ("", "subj")), None)
                if subject is not None and subject not in own:
                    own = [replace(subject, place="subj"), *own]
            units.append(((begin, end), own))
        return units


def _sold_by(deal: Deal, sellers: list[Party]) -> Deal:
    """`..., die damals 54 Millionen an den Vorbesitzer X zahlte`: X sells."""
    named = {p.name for p in deal.parties}
    roles = {p.role for p in deal.parties}
    if len(sellers) != 1 or deal.kind != "acquisition" or sellers[0].name in named:
        return deal
    if roles != {"acquirer", "target"}:
        return deal
    return replace(deal, parties=(*deal.parties, sellers[0]))
