"""The side of a deal that a sentence does not name: known from what was told before."""

from bisect import bisect_right
from itertools import pairwise
from typing import Final

from onrecord.extract.german.deals.context import OPEN_FOR, Context
from onrecord.extract.german.deals.parties import (
    AGENTS,
    BUYER,
    OWNER,
    PARTS,
    SHARE,
    SHARE_OF,
    Mention,
    is_asset,
)
from onrecord.extract.german.deals.predicatives import COUNTING, STATES, part_of
from onrecord.extract.german.deals.traits import Wording
from onrecord.extract.german.deals.voice import is_passive
from onrecord.extract.german.deals.words import WARES, Pattern
from onrecord.extract.german.grammar.document import Sentence
from onrecord.extract.german.grammar.flags import ADJ, CAP, DET, PREP, REL
from onrecord.extract.german.grammar.phrases import subject_after, subject_before
from onrecord.extract.german.grammar.verbs import SPOKEN
from onrecord.extract.german.names.kinds import is_company_kind
from onrecord.extract.records import Deal, Party
from onrecord.extract.tokens import Kind

PLACED: Final = frozenset("an bei mit von durch für in um zu nach dat gen obj part".split()) | {
    BUYER,
    SHARE,
}
"""Places that say which side of a deal a company is on."""
OTHER_SIDE = frozenset("mit von vom bei beim".split())
CONTRACTS = ("liefervertrag", "abnahmevertrag", "rahmenvertrag", "mietvertrag", "leasingvertrag")
COPULAS = Kind.of(
    "ist sind war waren sei seien gilt gelten gelte könnte könnten".split() + sorted(COUNTING)
)
PLAYED = (
    "verkäufer",
    "käufer",
    "kaufinteress",
    "interess",
    "lead",
    "ankerinv",
    "alt",
    "bestandsinv",
    "mitbiet",
)
"""Beginnings of those that say so before a name, too: `der Käufer X`, not `der Kunde X`."""
OPENING = 8
"""`Partner in China ist`: the copula is one of so many first tokens."""
BARE = ("", "subj", "obj", "dat")
FORMER = ("bisherig", "früher", "ehemalig", "alt")
UNTIL_NOW = frozenset("bisher bislang".split())
NEW = ("neu", "künftig")
ACTOR_REACH = 8
"""A word that says what a company does stands no further before its name, in tokens."""
ENTERING = frozenset(
    "steigt stieg steigen eingestiegen einsteigen beteiligt beteiligte beteiligen".split()
)
OBJECTS = frozenset("bei beim an am in im ins".split())
"""`steigt mit 20 Prozent ein` leaves open where; `steigt bei einem Rivalen ein` does not."""
PLANNED = ("übernahme", "kauf", "einstieg", "fusion", "angebot", "offerte", "gebot")
"""`Eine Übernahme durch X` is no thing that a firm has."""
LATE = 2
"""A relative clause has its verb among so many last tokens."""
FEW = 2
"""A list of more companies on one side is an example, not a deal with the one before."""
RECENT = 3
"""How many deals back one may be told on."""
_BEING = frozenset("ist sei war wäre sind".split())
OPPOSITE = {
    "acquirer": "target", "target": "acquirer", "seller": "acquirer", "investor": "investee",
    "investee": "investor", "supplier": "customer", "customer": "supplier", "partner": "partner",
}  # fmt: skip
SEEKING = frozenset("sucht suchen suchte suchten gesucht".split())
ONE = frozenset("ein eine kein keine eigenes das die".split())
OFFERS = ("angebot", "gebot", "offerte")
BIDDING = frozenset("bietet bieten bot boten geboten mitgeboten".split())
THE = frozenset("die das den".split())
HELD = ("mehrheit", "paket", "anteil", "beteiligung")
STATE = frozenset(
    """bundeswehr bund bundesregierung regierung staat land stadt kommune gemeinde armee polizei
    marine luftwaffe universität hochschule ministerium bundesministerium landkreis kreis freistaat
    behörde heer militär kundschaft kunden verbraucher anleger aktionäre mitarbeiter banken
    investoren gläubiger eu-kommission kommission bundesland republik senat landtag bundestag
    verband gewerkschaft feuerwehr kirche""".split()
)
"""Who buys, orders and pays, and is no company."""


class Filler(Context):
    """Completes a deal with what the text said before."""

    def completed(
        self,
        sentence: Sentence,
        pattern: Pattern,
        mentions: list[Mention],
        low: list[str],
        found: list[Deal],
    ) -> list[Mention]:
        """A deal with one party named: the other one is known from the sentence before."""
        name, place = mentions[0].name, mentions[0].place
        delivers = pattern.roles.get("subj") == "supplier" and place in ("", "subj")
        if delivers and _new_order(low):
            return mentions  # from whom, is told later if at all
        if pattern.kind == "negotiation":
            return self._with_buyer(mentions)
        alone = pattern.kind == "acquisition" and len(sentence.segments) < FEW
        if alone and not SEEKING.isdisjoint(low):
            return mentions  # `X sucht einen Käufer`
        paired = self._paired(pattern, mentions, found[-RECENT:])
        if paired:
            return paired
        spoken = self.employer(sentence)
        if spoken and spoken != name and place not in ("", "subj"):
            return [Mention(spoken, "subj"), *mentions]
        on_sale = self._open if sentence.number - self._opened <= OPEN_FOR else ""
        if pattern.kind == "acquisition" and on_sale not in ("", name) and place in ("", "subj"):
            there = "obj" if "obj" in pattern.roles else "für"
            return [*mentions, Mention(on_sale, there if PARTS.isdisjoint(low) else OWNER)]
        earlier = [n for n in dict.fromkeys(self._reader.earlier) if n != name]
        if place == BUYER and earlier:
            return [*mentions, Mention(earlier[-1], OWNER if any(map(is_asset, low)) else "gen")]
        main = self._reader.center.best([name])
        if pattern.kind in ("merger", "partnership") and place == "mit" and main:
            return [Mention(main, "subj"), *mentions]
        if pattern.kind == "investment" and any(w.startswith("zusage") for w in low) and earlier:
            return [*mentions, Mention(earlier[0], "dat")]
        joint = pattern.roles.get("obj") == "partner"
        if joint and any(w.startswith(("gemeinsam", "lizenz")) for w in low) and len(earlier) == 1:
            return [*mentions, Mention(main or earlier[0], "mit")]
        other = self._center(pattern, mentions)
        guessed = pattern.kind == "acquisition" and place in ("", "subj") and other not in earlier
        if guessed and not (_offers(low) or _staked(low)):
            return mentions  # who buys whom is guessed from the sentence before alone
        return self._opposite(pattern, mentions, other, low)

    def _with_buyer(self, mentions: list[Mention]) -> list[Mention]:
        """`Die Gespräche mit dem Eigentümer X scheiterten`: those of who buys. With whom else
        somebody talks, a text tells too seldom to be guessed."""
        bought, buyer = (self._reader.roles.get(r, "") for r in ("target", "acquirer"))
        owner = self._reader.owners.known.get(bought, "")
        if not buyer or mentions[0].name != owner or buyer == owner:
            return mentions
        return [Mention(buyer, "subj"), *mentions]

    def _center(self, pattern: Pattern, mentions: list[Mention]) -> str:
        """The company that the passage is about; no bank and no fund takes money in."""
        names = {m.name for m in mentions}
        taking = pattern.kind == "investment" and self._invests(pattern, mentions[0])
        fits = (lambda n: not self._reader.told.financial(n)) if taking else None
        return self._reader.center.best(names, fits)

    def _invests(self, pattern: Pattern, mention: Mention) -> bool:
        return pattern.roles.get(mention.place or "subj", "") == "investor"

    def _number(self, token: int) -> int:
        return bisect_right(self._document.sentences, token, key=lambda s: s.begin) - 1

    def _paired(
        self, pattern: Pattern, mentions: list[Mention], recent: list[Deal]
    ) -> list[Mention]:
        """The same deal told on: its other party is the one told before."""
        name = mentions[0].name
        for deal in reversed(recent):
            names = [p.name for p in deal.parties]
            if deal.kind == pattern.kind and name in names and len(names) == 2:
                other = names[1 - names.index(name)]
                return self._opposite(pattern, mentions, other, [])
        return []

    def with_subject(self, mentions: list[Mention]) -> list[Mention]:
        """`eine Allianz mit X und Y`: the one who allies is named before."""
        names = {m.name for m in mentions}
        other = self._reader.center.best(names)
        return [Mention(other, "subj"), *mentions] if other else mentions

    def other_side(
        self, pattern: Pattern, mentions: list[Mention], low: list[str]
    ) -> list[Mention]:
        """`30 Schiffe gehen an X und Y`: the side that is not named is the one before, or the
        one that the text is about."""
        names = {m.name for m in mentions}
        other = self._center(pattern, mentions)
        unclear = len(names) > FEW or mentions[0].place not in PLACED
        if not other or other in names or unclear:
            return mentions
        return self._opposite(pattern, mentions, other, low)

    def _opposite(
        self, pattern: Pattern, mentions: list[Mention], other: str, low: list[str]
    ) -> list[Mention]:
        """The other side of a company whose place tells on which side it is."""
        place = mentions[0].place
        shared = "obj" if place in (SHARE, SHARE_OF) else place
        role = pattern.roles.get(shared or "subj", "")
        if pattern.kind == "investment" and place == "mit" and not role:
            role = "investor" if pattern.roles.get("subj") == "investor" else ""
        open_end = ENTERING.intersection(low) and OBJECTS.isdisjoint(low)
        entering = open_end and pattern.kind == "investment" and role == "investor"
        supplying = pattern.kind == "supply" and _contract(low)
        called = next((w for w in low if w.startswith(pattern.starts)), "")
        passive = called != "" and is_passive(called, low, acts=True)
        if passive and place in ("von", "durch") and not role:
            role = pattern.roles.get("subj", "")
        acted_on = place in ("", "subj") and pattern.roles.get("subj") in AGENTS
        if other and acted_on and passive:
            return [*mentions, Mention(other, "=" + pattern.roles["subj"])]
        if other and role and place in PLACED and passive:
            parted = role == "acquirer" and any(map(is_asset, low))
            return [*mentions, Mention(other, OWNER if parted else "=" + OPPOSITE[role])]
        if role == "investee" and place in ("", "subj") and not self._pays(other):
            return mentions
        free = not low or entering or supplying or place in PLACED
        free = free or self._reader.center.best() == other
        supplied = pattern.kind == "supply" and _BEING.isdisjoint(low)
        if place == "für" and pattern.kind != "acquisition" and not supplied:
            return mentions
        if not other or other == mentions[0].name or not (free and role):
            return mentions
        subject, target = pattern.roles.get("subj", ""), pattern.roles.get("obj", "")
        if role == "target" and "seller" in pattern.roles.values() and not target:
            return [*mentions, Mention(other, "=seller")]
        if role == subject and target != "partner":
            parted = target == "target" and any(map(is_asset, low))
            there = OWNER if parted else "obj"
            there = there if target not in ("", role) else "=" + OPPOSITE[role]
            return [*mentions, Mention(other, there)]
        if subject and mentions[0].at >= 0 and self._acted(mentions[0].at):
            return mentions
        owner = pattern.kind == "acquisition" and (
            any(map(is_asset, low)) or self._goods(mentions[0].at)
        )
        if not subject:
            return [*mentions, Mention(other, "=" + OPPOSITE[role])]
        return [Mention(other, OWNER if owner and subject == "target" else "subj"), *mentions]

    def _pays(self, name: str) -> bool:
        """Whether a company may have paid into another one, of which this is not told: a fund or
        bank that this paragraph names."""
        return self._reader.told.financial(name) and self._reader.center.here(name)

    def _acted(self, at: int) -> bool:
        """Whether somebody who is no company acts in the clause of token `at`: `die Bundeswehr`."""
        low = self._document.tokens.low
        begin, end = self._subject(at)
        acting = {low[k] for k in range(begin, min(end, at) if begin < at else end)}
        return begin != at and not acting.isdisjoint(STATE)

    def _goods(self, at: int) -> bool:
        """Whether a thing is what the clause of token `at` is about: `das Chalet-Dorf ging an`."""
        begin, end = self._subject(at)
        if begin <= at < end or end - begin < 2 or not self._document.flags[begin] & DET:
            return False
        words, read = self._document.tokens.words, self._reader.read_at
        if any(w.startswith(PLANNED) for w in self._document.tokens.low[begin:end]):
            return False
        return not any(k in read or is_company_kind(words[k]) for k in range(begin, end))

    def _subject(self, at: int) -> tuple[int, int]:
        """The subject of the clause of token `at`, or an empty range."""
        document, sentence = self._document, self._document.sentences[self._number(at)]
        part = next((p for p in sentence.segments if p.begin <= at < p.end), None)
        verb = document.finite(part.begin, part.end) if part is not None else -1
        if part is None or verb <= part.begin:
            return 0, 0
        begin, end = subject_before(document, part.begin, verb)
        return (begin, end) if end > begin else subject_after(document, verb, part.end)

    def acting(
        self, sentence: Sentence, mentions: list[Mention]
    ) -> tuple[str, tuple[Party, ...]] | None:
        """`Auftraggeber ist X`, `Investoren sind X und Y`: who does what in the deal before."""
        low, begin = self._document.tokens.low, sentence.begin
        last = min(begin + OPENING, sentence.end - 1, mentions[0].at)
        verbs = self._document.tokens.among(COPULAS, begin + 1, last)
        verb = verbs[0] if verbs else begin
        at = next((i for i in range(begin, verb) if self._document.flags[i] & CAP
                   and part_of(low[i]) is not None), -1)  # fmt: skip
        held = part_of(low[at]) if at >= 0 else None
        if held is None or not self._as_one(begin, at, verb):
            return None
        mentions = [m for m in mentions if not self._source(sentence, verb, m.at)] or mentions
        before = low[begin:at]
        if low[at].endswith(STATES):
            until_now = not UNTIL_NOW.isdisjoint(low[verb : mentions[0].at])
            if until_now or any(w.startswith(FORMER) for w in before):
                held = "acquisition", "seller", "target"
            elif not any(w.startswith(NEW) for w in before):
                return None
        named = [m for m in mentions if not self._relative(sentence, m.at)]
        if not named:
            return None
        beside = {m.name for m in mentions if m.place in BARE} - {m.name for m in named}
        if held[0] == "supply" and len(beside) == 1 and len({m.name for m in named}) == 1:
            return held[0], (Party(named[0].name, held[1]), Party(beside.pop(), held[2]))
        return self._held(held, named, low[at])

    def _as_one(self, begin: int, at: int, verb: int) -> bool:
        """Whether all words up to the verb are one phrase around a noun: `Partner in China`."""
        low, flags = self._document.tokens.low, self._document.flags
        behind = at + 1 == verb or bool(flags[at + 1] & (PREP | DET))
        counted = low[verb] in COUNTING
        if counted != (low[begin] == "zu"):
            return False  # `Zu den Kunden zählt X`
        return behind and not any(flags[i] & PREP for i in range(begin + counted, at))

    def _source(self, sentence: Sentence, verb: int, at: int) -> bool:
        """`Auftraggeber ist X, wie Y mitteilte`, `..., sagte Y`: who says it plays no part."""
        part = next((p for p in sentence.segments if p.begin <= at < p.end), None)
        if part is None or part.begin <= verb:
            return False
        opening = self._document.tokens.low[part.begin]
        return opening == "wie" or opening in SPOKEN

    def _relative(self, sentence: Sentence, at: int) -> bool:
        """Whether token `at` stands in a relative clause: `die ihre Waren auf X umstellt`."""
        part = next((p for p in sentence.segments if p.begin <= at < p.end), None)
        if part is None or part.mark != "," or not self._document.flags[part.begin] & REL:
            return False
        return self._document.finite(part.begin, part.end) >= part.end - LATE

    def called(
        self, sentence: Sentence, mentions: list[Mention]
    ) -> tuple[str, tuple[Party, ...]] | None:
        """`Als Käufer gilt X`, `mit dabei sind die Altgesellschafter X und Y`: the same, told by
        the noun before the names, or by `als`."""
        tokens = self._document.tokens
        first = max(sentence.begin, mentions[0].at - ACTOR_REACH)
        if "darunter" in tokens.low[first : mentions[0].at]:
            first = sentence.begin
        for i in range(mentions[0].at - 1, first - 1, -1):
            low = tokens.low[i]
            held = part_of(low) if tokens.words[i][0].isupper() and low.startswith(PLAYED) else None
            if held is None:
                continue
            near = mentions[0].at - i <= 1 or self._apposed(i, mentions[0].at)
            as_one = "als" in tokens.low[max(sentence.begin, i - 3) : i]
            as_one = as_one or "darunter" in tokens.low[i : mentions[0].at]
            return self._held(held, mentions, low) if near or as_one else None
        return None

    def _apposed(self, noun: int, at: int) -> bool:
        """`Der Käufer, der Kieler Konzern X,`: whether token `at` only tells who is called so."""
        low, flags = self._document.tokens.low, self._document.flags
        between = range(noun + 2, at)
        return low[noun + 1] == "," and all(flags[k] & (DET | ADJ | CAP) for k in between)

    def _held(
        self, held: tuple[str, str, str], mentions: list[Mention], noun: str
    ) -> tuple[str, tuple[Party, ...]] | None:
        """The deal in which these companies play this part."""
        kind, role, opposite = held
        sentence = self._number(mentions[0].at)
        if kind == "supply" and "abnehmer" in noun and self._business(sentence):
            kind, role, opposite = "acquisition", "acquirer", "target"
        parties = tuple(Party(n, role) for n in dict.fromkeys(m.name for m in mentions))
        whose, told = self.halves.completed(kind, parties, sentence, ["auch"])
        if told:
            return whose, told
        other = self._reader.center.best({m.name for m in mentions})
        sale = self.halves.sale_by(other) if kind == "acquisition" and role == "acquirer" else ()
        if sale and ("interessent" in noun or "bieter" in noun):
            return kind, (*parties, *sale)
        return (kind, (*parties, Party(other, opposite))) if other else None

    def _business(self, number: int) -> bool:
        """Whether a part of a firm was just told to be for sale, no goods."""
        before = self._document.sentences[max(number - 1, 0)]
        low = self._document.tokens.low[before.begin : before.end]
        return self.halves.for_sale(number) and not WARES(Wording(low))

    def employer(self, sentence: Sentence) -> str:
        """The company of the person who speaks in a sentence, where its content has no subject."""
        return self._speaking.get(sentence.number, "")


def _offers(low: list[str]) -> bool:
    """`Auch X hat geboten`, `X hatte ein Angebot gemacht`: for what the text is about."""
    made = any(a in ONE and b.endswith(OFFERS) for a, b in pairwise(low))
    return made or not BIDDING.isdisjoint(low)


def _new_order(low: list[str]) -> bool:
    """`X meldet einen Großauftrag`: with nothing behind it that points at who was named before."""
    return any(a in _NEW_ONES and b.endswith(_ORDERS) for a, b in pairwise(low))


_NEW_ONES = frozenset("einen neuen weiteren größten millionenschweren".split())
_ORDERS = ("auftrag", "großauftrag")


def _staked(low: list[str]) -> bool:
    """`X wollte die Mehrheit übernehmen`: of what the text is about."""
    return any(a in THE and b.endswith(HELD) for a, b in pairwise(low))


def _contract(low: list[str]) -> bool:
    """`X kündigte den Liefervertrag`, `X nimmt 500 Tonnen ab`: with whom, is known."""
    if any(a in OTHER_SIDE and not b[0].isdigit() for a, b in pairwise(low)):
        return False
    if any(word.startswith(CONTRACTS) for word in low):
        return True
    return "ab" in low and not {"nimmt", "nehmen", "nahm", "nahmen"}.isdisjoint(low)
