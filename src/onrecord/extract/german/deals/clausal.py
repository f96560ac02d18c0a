"""The deals that the clauses of a sentence tell, each one of its own."""

from dataclasses import replace

from onrecord.extract.german.deals.antecedents import Antecedents
from onrecord.extract.german.deals.calls import CALLING, Range
from onrecord.extract.german.deals.filling import Filler
from onrecord.extract.german.deals.gaps import PAIR, exchanged, gapped_thing, parallel
from onrecord.extract.german.deals.known import Known
from onrecord.extract.german.deals.parties import Mention, one_sided
from onrecord.extract.german.deals.placing import place_of
from onrecord.extract.german.deals.reading import Reader
from onrecord.extract.german.deals.repeats import FOLLOWING, repeated
from onrecord.extract.german.deals.replaced import until_now
from onrecord.extract.german.deals.several import each_of
from onrecord.extract.german.deals.telling import ALL, HALVES, NOWHERE, Teller
from onrecord.extract.german.grammar.clauses import (
    APPOSITION,
    GAPPED,
    MAIN,
    RELATIVE,
    SUB,
    Clause,
    clauses_of,
)
from onrecord.extract.german.grammar.document import Document, Sentence
from onrecord.extract.german.grammar.flags import REL
from onrecord.extract.records import Deal
from onrecord.extract.tokens import between

ACTING = ("", "subj")
SELLING = ("trenn", "getrennt", "verkauf", "veräuß", "abgeb", "abgegeb", "gibt", "gab", "such")
MOST_MENTIONS = 12
"""A sentence that names them more often is a table: its clauses are not told apart."""


class Clausal:
    """Reads the deals of a sentence clause by clause."""

    def __init__(
        self, document: Document, reader: Reader, context: Filler, teller: Teller, known: Known
    ) -> None:
        self._document, self._reader, self._teller = document, reader, teller
        self._known = known
        self._antecedents = Antecedents(document, context)
        self._calling = document.tokens.where(CALLING)

    def deals(self, sentence: Sentence, told: list[Mention], named: list[Mention]) -> list[Deal]:
        """A deal for each clause that tells one with both its sides; then those that tell a side
        of one told before."""
        if not PAIR <= len(told) <= MOST_MENTIONS or len({m.at for m in told}) < PAIR:
            return []
        clauses = clauses_of(self._document, sentence)
        places = [m.at for m in told]
        holding = [clause for clause in clauses if any(map(clause.holds, places))]
        inside = (
            len(holding) == 1 and holding[0].kind in (RELATIVE, SUB) and holding[0] != clauses[0]
        )
        if len(holding) < 2 and not inside:
            return []
        low = self._document.tokens.low[sentence.begin : sentence.end]
        found: list[tuple[int, Deal]] = []
        halves: list[tuple[Range, list[Mention], int]] = []
        for clause in clauses:
            begin, end = self._range(clauses, clause)
            again = self._again(clause, told, found) or self._gapped(
                sentence, clauses, clause, told, found
            )
            if again is not None:
                found.append((clause.parts[0][0], again))
                continue
            own = self._antecedents.own(clauses, clause, told)
            if not own or len(clause.parts) > 1 or not between(self._calling, begin, end):
                continue
            alone = len({m.name for m in own}) == 1 and self._reader.by_name(own[0])
            if alone or (clause.kind == MAIN and all(m.place not in ACTING for m in own)):
                own = self._antecedents.with_pronoun(sentence, clause, own, told)
            deal = self._teller.tell(sentence, (begin, end), own, [*named, *own], NOWHERE)
            if deal is not None and not one_sided(deal.parties):
                found.append((begin, deal))
            else:
                halves.append(((begin, end), own, ALL if clause.kind == MAIN else HALVES))
        if not found and len(halves) > 1:
            told_on = [
                self._teller.tell(sentence, unit, own, own, fill) for unit, own, fill in halves
            ]
            whole = [deal for deal in told_on if deal is not None]
            names = {m.name for m in told}
            one = len(whole) == 1 and names == {p.name for p in whole[0].parties}
            if one or len({deal.parties for deal in whole}) == len(halves):
                return [each for deal in whole for each in each_of(deal, low)]
        if found and halves:
            first = min(begin for begin, _ in found)
            before = [
                h for h in halves if h[0][1] <= first and h[2] == ALL and not self._sells(h[0])
            ]
            halves = [half for half in halves if half not in before]
            found += self._told_on(sentence, before, told)
        for _, deal in found if halves else ():
            self._teller.halves.add(deal.kind, deal.parties, sentence.number)
        if found:
            found += self._told_on(sentence, halves, told)
        ordered = [deal for _, deal in sorted(found, key=lambda f: f[0])]
        return [each for deal in ordered for each in each_of(deal, low)]

    def _sells(self, unit: Range) -> bool:
        """`X trennte sich von Y, die Z übernahm`: who buys is told later. But `X kündigte den
        Vertrag und beauftragte Y` is one with somebody told before."""
        return any(w.startswith(SELLING) for w in self._document.tokens.low[slice(*unit)])

    def _told_on(
        self,
        sentence: Sentence,
        halves: list[tuple[Range, list[Mention], int]],
        told: list[Mention],
    ) -> list[tuple[int, Deal]]:
        """The deals of clauses that name one side, with where each begins."""
        found = []
        for unit, own, fill in halves:
            half = self._teller.tell(sentence, unit, own, own, fill)
            if half is not None and not self._known.told_on(half, sentence, told):
                found.append((unit[0], half))
        return found

    def within(self, sentence: Sentence, told: list[Mention], named: list[Mention]) -> Deal | None:
        """`X gehört Y, die Werke betreibt`: the purchase that the one clause tells which names all
        companies, where only relative clauses are beside it."""
        parts, flags = sentence.segments, self._document.flags
        if len(parts) < PAIR or len(told) < PAIR:
            return None
        part = next((p for p in parts if p.begin <= told[0].at < p.end), None)
        if part is None or any(not part.begin <= m.at < part.end for m in told):
            return None
        beside = [p for p in parts if p is not part]
        if not beside or not all(flags[p.begin] & REL and p.mark == "," for p in beside):
            return None
        if len({m.name for m in told}) < PAIR or not between(self._calling, part.begin, part.end):
            return None
        deal = self._teller.tell(sentence, (part.begin, part.end), told, named, NOWHERE)
        if (
            deal is None
            or one_sided(deal.parties)
            or deal.kind not in ("acquisition", "investment")
        ):
            return None
        return self._teller.drafts.widened(deal, sentence)

    def _again(
        self, clause: Clause, told: list[Mention], found: list[tuple[int, Deal]]
    ) -> Deal | None:
        """`2021 erwarb X die Y, ein Jahr später die Z`, `..., es folgte die Z`."""
        own = [m for m in told if clause.holds(m.at)]
        low = self._document.tokens.low[slice(*clause.parts[0])]
        if not found or len(own) != 1 or len(clause.parts) > 1:
            return None
        rival = until_now(low, own[0], found[-1][1])
        if rival is not None:
            return replace(rival, evidence=self._document.tokens.span(*clause.parts[0]))
        if clause.kind != GAPPED and FOLLOWING.isdisjoint(low):
            return None
        span = self._document.tokens.span(*clause.parts[0])
        return repeated(found[-1][1], own[0], self._reader.center.best([own[0].name]), span)

    def _gapped(
        self,
        sentence: Sentence,
        clauses: list[Clause],
        clause: Clause,
        told: list[Mention],
        found: list[tuple[int, Deal]],
    ) -> Deal | None:
        """`X kauft Y, der Rivale Z die W`, `..., die Kabel bei W`: what the verb of the clause
        before tells of these."""
        if not found or clause.kind not in (APPOSITION, GAPPED) or len(clause.parts) > 1:
            return None
        own, host = [m for m in told if clause.holds(m.at)], clauses[clause.parent]
        own = [replace(m, place=place_of(self._document, sentence, m.at), joined=False)
               if m.joined and m.at >= 0 else m for m in own]  # fmt: skip
        unit, last = host.parts[0], found[-1][1]
        if not own or len(host.parts) > 1 or not unit[0] <= found[-1][0] < unit[1]:
            return None
        span = self._document.tokens.span(*clause.parts[0])
        if len({m.name for m in own}) == PAIR:
            if not parallel(own, [m for m in told if host.holds(m.at)]):
                return None
            deal = self._teller.tell(sentence, unit, own, own, NOWHERE)
            told_so = deal is not None and not one_sided(deal.parties) and deal.kind == last.kind
            return replace(deal, evidence=span, amount=None) if deal and told_so else None
        thing = gapped_thing(self._document, clause.parts[0], own)
        other = exchanged(own, [m for m in told if host.holds(m.at)], last) if thing else None
        return replace(other, evidence=span, amount=None) if other is not None else None

    def _range(self, clauses: list[Clause], clause: Clause) -> Range:
        """The tokens whose words tell the deal: of the clause before, where it has no verb."""
        own = clause.parts[0]
        if clause.kind != GAPPED or between(self._calling, *own):
            return own
        return clauses[clause.parent].parts[0]
