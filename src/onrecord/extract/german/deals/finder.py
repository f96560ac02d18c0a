"""Deals between companies: kind, parties with roles, amount, status, and whose account it is.

A word of dealing in a clause decides the kind; the places of the companies decide the roles.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from onrecord.extract.german.deals.calls import (
    CORES,
    Range,
    by_colon,
    candidates,
    clause_of,
    cuts,
    may_call,
    needs_buyer,
)
from onrecord.extract.german.deals.context import OTHERS, Context, with_frame
from onrecord.extract.german.deals.halves import ALSO, Halves
from onrecord.extract.german.deals.holder import holder_of
from onrecord.extract.german.deals.marks import (
    DEALINGS,
    DENIALS,
    MARKS,
    PLAIN_DEALINGS,
    PRICE,
    TALKS,
)
from onrecord.extract.german.deals.merging import put_together, widens
from onrecord.extract.german.deals.parties import Mention, by_share, is_asset, one_sided, parties_of
from onrecord.extract.german.deals.price import price_in
from onrecord.extract.german.deals.reading import Reader
from onrecord.extract.german.deals.status import (
    as_before,
    joined,
    joins_round,
    status_of,
)
from onrecord.extract.german.grammar.clauses import clauses_of
from onrecord.extract.german.grammar.document import Document, Sentence
from onrecord.extract.german.grammar.flags import ADJ, CAP
from onrecord.extract.german.speech.interview import ANSWER
from onrecord.extract.records import Amount, Deal, Entity, Office, Party, Quote, Source, Span

SOURCE = Source("de-deal", "2", 0.75, "a word of dealing with its parties in one sentence")
CONTEXT = Source("de-deal-context", "1", 0.6, "one of the parties is named in a sentence before")
ECHO = Source("de-deal-echo", "1", 0.65, "the sentence refers to the deal named before")
GENERIC = ("vertrag", "vereinbarung", "abkommen")
"""`den Vertrag unterzeichnet`: often the deal that was told before."""
ECHOES = ("übernahme", "fusion", "vorhaben", "deal", "geschäft", "zusammenschluss", "einstieg")
TALKED = (*TALKS, *ECHOES)
SPEAKING = frozenset("er sie es man".split())
PEOPLE = frozenset("beteiligte beteiligten beteiligter".split())
OWNED = ("anteil", "beteiligung", "aktien", "paket", "mehrheit")
POSSESSIVE = frozenset("sein seine seinen seiner seinem ihr ihre ihren ihrer ihrem".split())
NO_GOODS = (*DEALINGS, *OWNED, "interesse", "aktionär", "chef", "vorstand", "sprecher", "konto",
            "kasse", "kunden", "eigentümer", "gründer", "seite", "plan", "pläne", "ziel", "angaben",
            "strategie", "position", "weg", "rückzug", "anleger", "gläubiger", "bieter", "nachfolg",
            "sicht", "namen", "haus", "branche", "mutter", "tochter", "töchter", "belegschaft",
            "beschäftigt", "mitarbeit", "rolle")  # fmt: skip
"""What belongs to a company and is not what it sells."""
TOGETHER = ("partnership", "negotiation", "merger")
SEVERAL = frozenset("partnerschaften kooperationen allianzen lizenzverträge verträge".split())
MOST_PARTIES = 4
"""A sentence that names more companies lists examples, it tells no deal."""
LONGEST = 3000
"""A quotation that began further back, in code points, is no longer looked at."""
NEAR = 260
"""How far behind a deal, in code points, its price may stand."""


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
    """Walks through the sentences and remembers the deal named last."""

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
        self.quotes = sorted(quotes, key=_start)
        self._starts = [_start(quote) for quote in self.quotes]
        starts = [sentence.begin for sentence in document.sentences]
        self._priced = frozenset(
            bisect_right(starts, bisect_left(document.tokens.begins, amount.span[0])) - 1
            for amount in amounts
        )
        self.reader = Reader(document, entities)
        self.people = frozenset(e.name for e in entities if e.kind == "person")
        asked = next((q.holder for q in self.quotes if q.source.rule == ANSWER.id), "")
        self.context = Context(document, self.reader, entities, offices, self._near, asked)
        self.found: list[Deal] = []
        self.halves = Halves()
        self._begins = [document.tokens.begins[b] for b in starts]
        self.pending: tuple[str, str, Amount, int] | None = None

    def find(self) -> tuple[Deal, ...]:
        if not self.reader.several:
            return ()
        for sentence in self.document.sentences:
            self.reader.center.enter(sentence.paragraph)
            mentions = self.reader.read(sentence)
            deals = self._deals(sentence, mentions)
            echo = None if deals else self._echo(sentence, mentions)
            for deal in [*deals, *([echo] if echo is not None else [])]:
                priced = self._with_pending(deal)
                holder = self._holder(sentence, priced, mentions)
                self._keep(replace(priced, holder=holder))
            if not deals and echo is None and sentence.number in self._priced:
                self._remember_amount(sentence, mentions)
                self._price(sentence)
            self.context.note(sentence, mentions, bool(deals) or echo is not None)
            self.reader.center.note(m.name for m in mentions)
            self.reader.earlier = [m.name for m in mentions] or self.reader.earlier
        return put_together([self._by_its_roles(deal) for deal in self.found])

    def _keep(self, deal: Deal) -> None:
        at = bisect_right(self._begins, deal.evidence[0]) - 1
        self.halves.add(deal.kind, deal.parties, at)
        self.reader.roles |= {p.role: p.name for p in reversed(deal.parties)}
        low = self.text[deal.evidence[0] : deal.evidence[1]].lower().split()
        if self.found and joins_round(self.found[-1], deal, not ALSO.isdisjoint(low)):
            self.found[-1] = joined(self.found[-1], deal)
        else:
            self.found.append(deal)

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

    def _near(self, begin: int, end: int) -> list[Quote]:
        """The quotations that may reach into a range."""
        first = bisect_left(self._starts, begin - LONGEST)
        return self.quotes[first : bisect_left(self._starts, end, first)]

    def _deals(self, sentence: Sentence, mentions: list[Mention]) -> list[Deal]:
        """The deals of a sentence: one a clause where each clause tells one, else one."""
        if not mentions or len({m.name for m in mentions}) > MOST_PARTIES + 1:
            return []
        acting = self.context.acting(sentence, mentions)
        if acting is not None:
            kind, parties = acting
            span = self._span(sentence)
            status = status_of(kind, self._low(sentence.begin, sentence.end), "")
            return [Deal(kind, parties, None, status, "author", span, CONTEXT)]
        if not any(map(may_call, self._low(sentence.begin, sentence.end))):
            return []
        told, framed = self._framed(sentence, mentions)
        if not told:
            return []
        named = told
        if len({m.name for m in told}) < 2 and self.reader.by_name(told[0]):
            told = self.context.meant(sentence, told)
        parts = self._by_clause(sentence, told, [*named, *framed])
        whole = self._whole(sentence, mentions, told, framed, named)
        if not parts:
            return whole
        if len(parts) == len(whole) == 1 and set(parts[0].parties) == set(whole[0].parties):
            return whole
        for deal in whole:
            inside = [
                p for p in parts if widens(deal, p)
            ]
            if inside and deal.source is SOURCE:
                return [deal, *(p for p in parts if p not in inside)]
        return parts

    def _by_clause(self, sentence, told, named):
        clauses = clauses_of(self.document, sentence)
        if len(clauses) < 2:
            return []
        found, halves = [], []
        for clause in clauses:
            own = self._own(clauses, clause, told)
            low = [w for b, e in clause.parts for w in self._low(b, e)]
            if not own or not any(map(may_call, low)) or len(clause.parts) > 1:
                continue
            if len({m.name for m in own}) == 1 and self.reader.by_name(own[0]):
                own = self._with_pronoun(sentence, clause, own, told)
            begin, end = clause.parts[0][0], clause.parts[-1][1]
            unit = (begin, end)
            deal = self._deal(sentence, unit, own, [*named, *own], False)
            if deal is not None and not one_sided(deal.parties):
                found.append((begin, deal))
            else:
                halves.append((unit, own))
        for unit, own in halves if found else ():
            half = self._deal(sentence, unit, own, own, None)
            if half is not None:
                found.append((unit[0], half))
        return [deal for _, deal in sorted(found, key=lambda f: f[0])]

    def _with_pronoun(self, sentence, clause, own, told):
        """`..., ein Jahr später kaufte er Y`: he who acts in the clause before."""
        before = next((m for m in told if m.at < clause.parts[0][0] and m.place in ("", "subj")), None)
        for i in range(*clause.parts[0]):
            if before is not None and before.name != own[0].name and self.context.pronoun(sentence, i):
                return sorted([*own, Mention(before.name, "subj", i)], key=lambda m: m.at)
        return self.context.meant(sentence, own)

    def _own(self, clauses, clause, told):
        own = [m for m in told if clause.holds(m.at)]
        parent = clauses[clause.parent] if clause.parent >= 0 else None
        if parent is None:
            return own
        above = [m for m in told if parent.holds(m.at)]
        if clause.kind == "relative" and above:
            begin = clause.parts[0][0]
            before = [m for m in above if m.at < begin]
            if before and begin - before[-1].at <= 4:
                low = self.document.tokens.low[begin]
                place = {"dem": "dat", "den": "obj"}.get(low, "subj")
                own = [replace(before[-1], place=place, joined=False), *own]
        elif (clause.shares or clause.kind == "infinitive") and above:
            subject = next((m for m in above if m.place in ("", "subj")), None)
            if subject is not None:
                own = [replace(subject, place="subj", joined=False), *own]
        return own

    def _whole(self, sentence, mentions, told, framed, named):
        units = self._units(sentence, told)
        if len(units) > 1:
            several = [self._deal(sentence, unit, part, part) for unit, part in units]
            if all(deal is not None for deal in several):
                return [deal for deal in several if deal is not None]
        whole = (sentence.begin, sentence.end)
        acts = self._infinitive(sentence, told) or self._pronoun(sentence, told)
        told = with_frame(told, framed, acts)
        if len({m.name for m in told}) > MOST_PARTIES:
            return []
        named = [*named, *framed]
        deal = self._deal(sentence, whole, told, named)
        if deal is None or self._known(deal, sentence, mentions):
            return []
        return self._each(as_before(deal, self.found, deal.source is SOURCE), sentence)

    def _each(self, deal: Deal, sentence: Sentence) -> list[Deal]:
        """`Partnerschaften mit X und Y` are two."""
        low = self._low(sentence.begin, sentence.end)
        several = any(w in SEVERAL for w in low) or low.count("mit") > 1
        if deal.kind != "partnership" or not several or len(deal.parties) < 3:
            return [deal]
        first, *others = deal.parties
        return [replace(deal, parties=(first, other)) for other in others]

    def _known(self, deal: Deal, sentence: Sentence, mentions: list[Mention]) -> bool:
        """Whether a deal with a party from the context only tells more of one told before."""
        if deal.source is not CONTEXT or deal.status in ("denied", "failed"):
            return False
        names = {p.name for p in deal.parties}
        same = [d for d in self.found if {p.name for p in d.parties} == names]
        priced = same and same[-1].kind == deal.kind and deal.kind not in ("partnership", "merger")
        if priced and same[-1].amount is None and deal.amount is not None:
            at = len(self.found) - 1 - self.found[::-1].index(same[-1])
            self.found[at] = replace(same[-1], amount=deal.amount)
        holder = self._holder(sentence, deal, mentions)
        own = holder != "author" and any(d.kind == deal.kind for d in same)
        own = own and self._called(sentence)
        return bool(same) and not own

    def _called(self, sentence: Sentence) -> bool:
        """Whether the sentence has a word that means nothing but a deal: `geliefert` does not."""
        tokens = self.document.tokens
        return any(
            tokens.low[i].startswith(DEALINGS if tokens.words[i][0].isupper() else PLAIN_DEALINGS)
            or tokens.low[i].endswith(CORES)
            for i in range(sentence.begin, sentence.end)
            if i not in self.reader.named
        )

    def _framed(
        self, sentence: Sentence, mentions: list[Mention]
    ) -> tuple[list[Mention], list[Mention]]:
        """The companies of what is told, and those that only stand in the frame of speech."""
        begin, end = self._span(sentence)
        near = self._near(begin, end)
        personal = [s for q in near if q.holder in self.people for s in q.speaker]
        frames = [s for q in near for s in (*q.frame, *q.speaker) if begin <= s[0] and s[1] <= end]
        told: list[Mention] = []
        framed: list[Mention] = []
        for mention in mentions:
            at = self.document.tokens.begins[mention.at]
            if any(b <= at < e for b, e in personal):
                continue
            inside = any(b <= at < e for b, e in frames)
            (framed if inside else told).append(mention)
        return (told, framed) if told else (framed, [])

    def _infinitive(self, sentence: Sentence, told: list[Mention]) -> bool:
        """`X kündigte an, Y zu kaufen`: who speaks is who acts."""
        part = next((p for p in sentence.segments if p.begin <= told[0].at < p.end), None)
        return part is not None and self.document.infinitive_clause(part.begin, part.end)

    def _pronoun(self, sentence: Sentence, told: list[Mention]) -> bool:
        """`Wie X mitteilte, übernimmt sie Y`: the pronoun is who speaks."""
        part = next((p for p in sentence.segments if p.begin <= told[0].at < p.end), None)
        if part is None:
            return False
        return bool(self.document.tokens.among(SPEAKING, part.begin, told[0].at))

    def _units(
        self, sentence: Sentence, mentions: list[Mention]
    ) -> list[tuple[Range, list[Mention]]]:
        """Clauses that tell deals of their own; a clause joined by `und` keeps the subject."""
        bounds = [sentence.begin, *cuts(self.document, sentence), sentence.end]
        units: list[tuple[Range, list[Mention]]] = []
        for begin, end in pairwise(bounds):
            own = [m for m in mentions if begin <= m.at < end]
            if len({m.name for m in own}) == 1 and self.reader.by_name(own[0]):
                own = self.context.meant(sentence, own)
            if not any(map(may_call, self._low(begin, end))) or not own:
                return []
            if units and self.document.tokens.low[begin] in ("und", "aber") and mentions:
                subject = next((m for m in mentions if m.place in ("", "subj")), None)
                if subject is not None and subject not in own:
                    own = [replace(subject, place="subj"), *own]
            units.append(((begin, end), own))
        return units

    def _deal(
        self,
        sentence: Sentence,
        unit: Range,
        mentions: list[Mention],
        named: list[Mention],
        fill: bool = True,
    ) -> Deal | None:
        low = self._low(*unit)
        if not mentions:
            return None
        first = clause_of(sentence, mentions[0].at, unit) - unit[0]
        calling = [
            "" if i in self.reader.named or (w in PEOPLE and self._people(i)) else w
            for i, w in enumerate(low, unit[0])
        ]
        owned = self._owned(unit)
        half: tuple[str, tuple[Party, ...]] = "", ()
        for pattern, word in candidates(calling, max(first, 0)):
            parts = mentions
            alone = len({m.name for m in parts}) == 1
            if fill is not False and alone and self.reader.by_name(parts[0]) and not needs_buyer(word, parts):
                kind, known = by_share(pattern.kind, parties_of(pattern, word, parts, low, owned), low)
                known = self._owning(kind, known, low)
                if known and not half[0]:
                    half = kind, known
                told_on = known and self.halves.completed(kind, known, sentence.number, low)
                if told_on:
                    told = self._told(sentence, unit, mentions[0].at, word)
                    span = self.document.tokens.span(*unit)
                    amount = price_in(self.text, self.amounts, span)
                    status = status_of(kind, low, word, told)
                    return Deal(kind, told_on, amount, status, "author", span, CONTEXT)
            if fill and len({m.name for m in parts}) == 1 and self.reader.by_name(parts[0]):
                parts = self.context.completed(sentence, pattern, parts, low, self.found)
            if len({m.name for m in parts}) < 2 or needs_buyer(word, parts):
                continue
            parts = by_colon(self.document, sentence, parts, word)
            parties = parties_of(pattern, word, parts, low, owned)
            if len(parties) < 2:
                continue
            if all(m.place == "mit" for m in parts) and pattern.kind in TOGETHER:
                parts = self.context.with_subject(parts)
                parties = parties_of(pattern, word, parts, low, owned)
            kind, sided = by_share(pattern.kind, parties, low)
            if fill is not False and one_sided(sided):
                parties = self.halves.completed(kind, sided, sentence.number, low) or parties
            if fill and one_sided(parties) and all(map(self.reader.by_name, parts)):
                parts = self.context.other_side(pattern, parts, low)
                parties = parties_of(pattern, word, parts, low, owned)
            kind, parties = by_share(pattern.kind, parties, low)
            if one_sided(parties) and not fill:
                continue
            if one_sided(parties):
                self._remember_amount(sentence, mentions, kind)
                self.halves.add(kind, parties, sentence.number)
                return None
            told = self._told(sentence, unit, mentions[0].at, word)
            status = status_of(kind, low, word, told)
            span = self.document.tokens.span(*unit)
            amount = price_in(self.text, self.amounts, span)
            vague = word.startswith(GENERIC)
            known = {m.name for m in named if not vague or self.reader.by_name(m)}
            source = SOURCE if all(p.name in known for p in parties) else CONTEXT
            return Deal(kind, parties, amount, status, "author", span, source)
        if fill and half[0]:
            self.halves.add(*half, sentence.number, owned or any(map(is_asset, low)))
        return None

    def _owned(self, unit: Range) -> bool:
        """`veräußerte X seine Druckerei`: what belongs to somebody and has no name."""
        tokens, flags = self.document.tokens, self.document.flags
        for i in tokens.among(POSSESSIVE, unit[0], unit[1] - 1):
            k = i + 1
            while k < unit[1] - 1 and flags[k] & ADJ and not flags[k] & CAP:
                k += 1
            noun = tokens.low[k]
            if not flags[k] & CAP or k in self.reader.named or k + 1 in self.reader.named:
                continue
            if not noun.startswith(NO_GOODS) and not noun.endswith(OTHERS):
                return True
        return False

    def _owning(self, kind: str, parties: tuple[Party, ...], low: list[str]) -> tuple[Party, ...]:
        """`X will seinen Anteil abstoßen`: of the company that the text is about."""
        if kind != "acquisition" or len(parties) != 1 or parties[0].role not in ("seller", "target"):
            return parties
        owned = any(b.startswith(OWNED) and a in POSSESSIVE for a, b in pairwise(low))
        topic = self.reader.center.best([parties[0].name])
        if not owned or not topic:
            return parties
        return (Party(topic, "target"), Party(parties[0].name, "seller"))

    def _people(self, i: int) -> bool:
        """`die Beteiligten` are people, `beteiligten sich` is a deal."""
        return self.document.tokens.words[i][0].isupper()

    def _told(self, sentence: Sentence, unit: Range, first: int, word: str) -> list[str]:
        """The words from the clause of the first party to the clause of the word of dealing."""
        low = self.document.tokens.low
        segments = [p for p in sentence.segments if unit[0] <= p.begin < unit[1]]
        ends = [p for p in segments if word in low[p.begin : p.end]]
        starts = [p for p in segments if p.begin <= first < p.end]
        if not ends or not starts:
            return self._low(*unit)
        begin = min(starts[0].begin, ends[0].begin)
        return low[begin : max(starts[0].end, ends[0].end)]

    def _echo(self, sentence: Sentence, mentions: list[Mention]) -> Deal | None:
        """`X dementierte`, `Die Gespräche seien gescheitert`: about the deal named just before."""
        evidence = self._span(sentence)
        if not self.found or evidence[0] - self.found[-1].evidence[1] > 400:
            return None
        last, low = self.found[-1], self._low(sentence.begin, sentence.end)
        names = {p.name for p in last.parties}
        if mentions and mentions[0].name in names and any(w.startswith(DENIALS) for w in low[:8]):
            return replace(last, status="denied", evidence=evidence, source=ECHO, amount=None)
        open_talks = last.kind == "negotiation" and len(mentions) < 2
        if open_talks and self._buying(sentence):
            self.found.pop()
            sides = zip(last.parties, ("acquirer", "target"), strict=False)
            parties = tuple(Party(p.name, role) for p, role in sides)
            status = status_of("acquisition", low, "")
            return replace(
                last, kind="acquisition", parties=parties, status=status, evidence=evidence
            )
        if not mentions and any(w.startswith(TALKED) for w in low[:4]):
            for status, starts in MARKS[:2]:
                if any(w.startswith(starts) for w in low):
                    return replace(last, status=status, evidence=evidence, source=ECHO)
        return None

    def _buying(self, sentence: Sentence) -> bool:
        """Whether a noun says what the talks are about: `die Übernahme`, `der Kauf`."""
        tokens = self.document.tokens
        return any(
            tokens.low[i].startswith(("übernahme", "kauf", "offerte"))
            for i in range(sentence.begin, sentence.end)
            if tokens.words[i][0].isupper()
        )

    def _remember_amount(self, sentence: Sentence, mentions: list[Mention], kind: str = "") -> None:
        """A sum is often told before it is said who pays whom."""
        amount = price_in(self.text, self.amounts, self._span(sentence))
        if not amount:
            return
        low = self._low(sentence.begin, sentence.end)
        names = {m.name for m in mentions}
        rounds = any(w.startswith(("finanzierungsrunde", "eingesammelt", "sammelt")) for w in low)
        if kind or (rounds and len(names) == 1):
            kind = kind or "investment"
            self.pending = (mentions[0].name, kind, amount, self._span(sentence)[0])

    def _with_pending(self, deal: Deal) -> Deal:
        if self.pending is None or deal.kind != self.pending[1]:
            return deal
        name, _, amount, begin = self.pending
        if name not in {p.name for p in deal.parties} or deal.evidence[0] - begin > 2 * NEAR:
            return deal
        self.pending = None
        return replace(deal, amount=deal.amount or amount, evidence=(begin, deal.evidence[1]))

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

    def _holder(self, sentence: Sentence, deal: Deal, mentions: list[Mention]) -> str:
        span = deal.evidence if deal.source is not ECHO else self._span(sentence)
        words = self._low(sentence.begin, sentence.end)
        first = mentions[0] if mentions else None
        return holder_of(deal, span, words, first, self._near(*span), deal.source is ECHO)


def _start(quote: Quote) -> int:
    return quote.quote[0][0]
