"""Deals between companies: kind, parties with roles, amount, status, and whose account it is.

A word of dealing in a sentence decides the kind; prepositions and order decide the roles.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from onrecord.extract.german.deals.parts import (
    Mention,
    amount_in,
    candidate_patterns,
    clause_of_first,
    joins,
    parties_of,
    preposition_of,
    status_of,
    unique_deals,
)
from onrecord.extract.german.deals.words import (
    BOTH,
    BOTH_NOUNS,
    DENIALS,
    EXPERTS,
    PRICE,
    STATUS,
    TALKS,
    Pattern,
)
from onrecord.extract.german.grammar.document import Document, Sentence
from onrecord.extract.holding import Holders
from onrecord.extract.records import Amount, Deal, Entity, Party, Quote, Source

SOURCE = Source("de-deal", "1", 0.75, "a word of dealing with its parties in one sentence")
ECHO = Source("de-deal-echo", "1", 0.65, "the sentence refers to the deal named before")
FIRMS = frozenset("Fonds Unternehmen Firma Konzern Start-up Startup Gesellschaft".split())
BUYERS = frozenset("käufer erwerber käuferin".split())
OFFERS = frozenset("angebot offerte gebot bietet bot geboten übernahmeangebot".split())
MOST_PARTIES = 4
"""A sentence that names more companies lists examples, it tells no deal."""
REMEMBERED = 200
"""How many mentions back the companies that a text is about are counted."""
LONGEST = 3000
"""A quotation that began further back, in code points, is no longer looked at."""
NEAR = 260
"""How far behind a deal, in code points, its price may stand."""


def find_deals(
    document: Document,
    entities: Sequence[Entity],
    amounts: Sequence[Amount],
    quotes: Sequence[Quote],
) -> tuple[Deal, ...]:
    """The deals of a text, one for each deal and holder, in order."""
    return _Finder(document, entities, amounts, quotes).find()


class _Finder:
    """Walks through the sentences and remembers the deal named last."""

    def __init__(
        self,
        document: Document,
        entities: Sequence[Entity],
        amounts: Sequence[Amount],
        quotes: Sequence[Quote],
    ) -> None:
        self.document, self.amounts = document, amounts
        self.quotes = sorted(quotes, key=_start)
        self.order = sorted(
            (m[0], e.name) for e in entities if e.kind == "company" for m in e.mentions
        )
        self.holders = Holders(document.tokens.text, entities)
        self.companies = {
            begin: (entity.name, end)
            for entity in entities
            if entity.kind == "company"
            for begin, end in entity.mentions
        }
        self.found: list[Deal] = []
        self.pending: tuple[str, str, Amount, int] | None = None
        self.earlier: list[str] = []
        self._span_end = 0

    def find(self) -> tuple[Deal, ...]:
        if len({name for name, _ in self.companies.values()}) < 2:
            return ()
        for sentence in self.document.sentences:
            mentions = self._mentions(sentence)
            deal = self._deal(sentence, mentions) or self._echo(sentence, mentions)
            if deal is not None:
                deal = self._with_pending(deal)
                self.found.append(replace(deal, holder=self._holder(sentence, deal, mentions)))
            else:
                self._remember_amount(sentence, mentions)
                self._price(sentence)
            self.earlier = [m.name for m in mentions] or self.earlier
        return unique_deals(self.found)

    def _low(self, sentence: Sentence) -> list[str]:
        return self.document.tokens.low[sentence.begin : sentence.end]

    def _span(self, sentence: Sentence) -> tuple[int, int]:
        return self.document.tokens.span(sentence.begin, sentence.end)

    def _mentions(self, sentence: Sentence) -> list[Mention]:
        tokens = self.document.tokens
        found: list[Mention] = []
        outside = self._expert_spans(sentence)
        for i in range(sentence.begin, sentence.end):
            hit = self.companies.get(tokens.begins[i])
            if hit is None and self._means_firm(i) and self.earlier:
                prep = preposition_of(self.document, sentence, i)
                meant = self.earlier[-1] if prep else self.earlier[0]
                found.append(Mention(meant, prep, i))
                continue
            if hit is None or _mere_part(tokens.words[i], hit[1] < tokens.ends[i]):
                if _means_both(tokens.low, i) and (self.found or len(self.order) > 1):
                    quoted = any(b <= tokens.begins[i] < e for b, e in self._speakers(sentence))
                    if not found and not quoted:
                        prep = preposition_of(self.document, sentence, i + 1)
                        pair = self._main_pair(tokens.begins[i])
                        found = [Mention(n, prep, i, bool(k)) for k, n in enumerate(pair)]
                continue
            if any(b <= tokens.begins[i] < e for b, e in outside):
                continue
            prep = preposition_of(self.document, sentence, i)
            joined = bool(found) and joins(self.document, found[-1].at, i)
            if joined and prep == "":
                prep = found[-1].prep
            found.append(Mention(hit[0], prep, i, joined))
        return found

    def _main_pair(self, before: int) -> list[str]:
        """The two companies named most often so far; `die beiden Unternehmen` are they."""
        counts: dict[str, int] = {}
        until = bisect_left(self.order, (before, ""))
        for _, name in self.order[max(0, until - REMEMBERED) : until]:
            counts[name] = counts.get(name, 0) + 1
        return sorted(counts, key=lambda name: -counts[name])[:2]

    def _means_firm(self, i: int) -> bool:
        """`das Unternehmen`, `sein Start-up`: the company of the sentence before."""
        tokens = self.document.tokens
        if tokens.words[i] not in FIRMS or i + 1 >= len(tokens):
            return False
        owned = tokens.low[i - 1] in ("das", "sein", "ihr", "dem", "der", "seine", "ihre", "die")
        return owned and not tokens.words[i + 1][0].isupper()

    def _speakers(self, sentence: Sentence) -> list[tuple[int, int]]:
        begin, end = self._span(sentence)
        return [s for q in self._near(begin, end) for s in q.speaker if begin <= s[0] < end]

    def _near(self, begin: int, end: int) -> list[Quote]:
        """The quotations that may reach into a range."""
        first = bisect_left(self.quotes, begin - LONGEST, key=_start)
        return self.quotes[first : bisect_left(self.quotes, end, key=_start)]

    def _expert_spans(self, sentence: Sentence) -> list[tuple[int, int]]:
        """Where experts are named: their banks take no part in the deal."""
        text = self.document.tokens.text
        return [
            span
            for span in self._speakers(sentence)
            if any(word in text[span[0] : span[1]].lower() for word in EXPERTS)
        ]

    def _deal(self, sentence: Sentence, mentions: list[Mention]) -> Deal | None:
        low = self._low(sentence)
        self._span_end = self._span(sentence)[1]
        names = {m.name for m in mentions}
        if not names or len(names) > MOST_PARTIES:
            return None
        clause = clause_of_first(sentence, mentions) - sentence.begin
        for pattern, word in candidate_patterns(low, clause):
            if len(names) == 1:
                mentions = self._completed(pattern, mentions, low)
            if len({m.name for m in mentions}) < 2:
                continue
            parties = parties_of(pattern, word, mentions, low)
            sides = {p.role for p in parties}
            if len(parties) < 2:
                continue
            if len(sides) < 2 and pattern.object != "partner":
                self._remember_amount(sentence, mentions, pattern.kind)
                return None
            told = _clause(self.document, sentence, mentions[0].at, word)
            status = status_of(pattern.kind, low, word, told)
            amount = amount_in(self.amounts, self._span(sentence))
            return Deal(
                pattern.kind, parties, amount, status, "author", self._span(sentence), SOURCE
            )
        return None

    def _completed(
        self, pattern: Pattern, mentions: list[Mention], low: list[str]
    ) -> list[Mention]:
        """A deal with one party named: the other one is known from the sentence before."""
        name = mentions[0].name
        near = self.document.tokens.low[max(0, mentions[0].at - 4) : mentions[0].at]
        if "auch" in near and self.found and name not in {p.name for p in self.found[-1].parties}:
            other = self.found[-1].parties[-1].name
            prep = next((p for p, r in pattern.roles.items() if r == pattern.object and p), "")
            return [*mentions, Mention(other, prep)]
        if BUYERS & set(low) and self.earlier and self.earlier[-1] != name:
            return [*mentions, Mention(self.earlier[-1], "von")]
        if pattern.kind == "negotiation" and mentions[0].prep == "mit":
            other = next((n for n in self._main_pair(self._span_end) if n != name), "")
            return [Mention(other, ""), *mentions] if other else mentions
        main = next((n for n in self._main_pair(self._span_end) if n != name), "")
        if pattern.kind == "acquisition" and OFFERS & set(low) and main:
            return [*mentions, Mention(main, "für")]
        others = [n for n in dict.fromkeys(self.earlier) if n != name]
        joint = pattern.object == "partner" and any(w.startswith("gemeinsam") for w in low)
        if joint and len(others) == 1:
            return [*mentions, Mention(others[0], "mit")]
        return mentions

    def _echo(self, sentence: Sentence, mentions: list[Mention]) -> Deal | None:
        """`X dementierte`, `Die Gespräche seien gescheitert`: about the deal named just before."""
        evidence = self._span(sentence)
        if not self.found or evidence[0] - self.found[-1].evidence[1] > 400:
            return None
        last, low = self.found[-1], self._low(sentence)
        names = {p.name for p in last.parties}
        if mentions and mentions[0].name in names and any(w.startswith(DENIALS) for w in low[:8]):
            return replace(last, status="denied", evidence=evidence, source=ECHO, amount=None)
        buys = any(w.startswith(("übernahm", "kauf", "offerte")) for w in low)
        if last.kind == "negotiation" and buys and len(mentions) < 2:
            self.found.pop()
            sides = zip(last.parties, ("acquirer", "target"), strict=False)
            parties = tuple(Party(p.name, role) for p, role in sides)
            status = status_of("acquisition", low, "")
            return replace(
                last, kind="acquisition", parties=parties, status=status, evidence=evidence
            )
        if not mentions and any(w.startswith((*TALKS, "übernahme", "fusion")) for w in low[:4]):
            for status, starts in STATUS[:2]:
                if any(w.startswith(starts) for w in low):
                    return replace(last, status=status, evidence=evidence, source=ECHO)
        return None

    def _remember_amount(self, sentence: Sentence, mentions: list[Mention], kind: str = "") -> None:
        """A sum is often told before it is said who pays whom."""
        low = self._low(sentence)
        names = {m.name for m in mentions}
        amount = amount_in(self.amounts, self._span(sentence))
        rounds = any(w.startswith(("finanzierungsrunde", "eingesammelt", "sammelt")) for w in low)
        if amount and (kind or (rounds and len(names) == 1)):
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
        begin = self._span(sentence)[0]
        low = self._low(sentence)
        if begin - self.found[-1].evidence[1] > NEAR:
            return
        if PRICE.isdisjoint(low) and not {"im", "gespräch"} <= set(low):
            return
        amount = amount_in(self.amounts, self._span(sentence))
        if amount:
            self.found[-1] = replace(self.found[-1], amount=amount)

    def _holder(self, sentence: Sentence, deal: Deal, mentions: list[Mention]) -> str:
        begin, end = self._span(sentence)
        best, most = None, 0
        for quote in self._near(begin, end):
            size = sum(min(e, end) - max(b, begin) for b, e in quote.quote if b < end and begin < e)
            if size > most:
                best, most = quote, size
        denies = deal.status == "denied" and mentions and mentions[0].prep == ""
        if denies and (best is None or not best.holder or best.type == "Reported"):
            return mentions[0].name
        if denies and deal.source is ECHO:
            return mentions[0].name
        if best is None or most * 3 < end - begin:
            return "author"
        if best.type == "FreeIndirect":
            return "anonymous"
        return best.holder or "author"


def _start(quote: Quote) -> int:
    return quote.quote[0][0]


def _means_both(low: list[str], i: int) -> bool:
    """`die beiden Unternehmen`, `beide Häuser`, `die Firmen`."""
    after = low[i + 1] if i + 1 < len(low) else ""
    if low[i] in BOTH:
        return after in BOTH_NOUNS
    return low[i] == "die" and after in ("firmen", "unternehmen", "konzerne", "institute")


def _mere_part(word: str, part: bool) -> bool:
    """`Korvat-Chef` is no company; `Korvat-Gruppe` is."""
    return part and "-" in word and not word.endswith(("-Gruppe", "-Konzern", "-Holding", "-Bank"))


def _clause(document: Document, sentence: Sentence, first: int, word: str) -> list[str]:
    """The words from the clause of the first party to the clause of the word of dealing."""
    low = document.tokens.low
    ends = [p for p in sentence.segments if word in low[p.begin : p.end]]
    starts = [p for p in sentence.segments if p.begin <= first < p.end]
    if not ends or not starts:
        return low[sentence.begin : sentence.end]
    begin = min(starts[0].begin, ends[0].begin)
    return low[begin : max(starts[0].end, ends[0].end)]
