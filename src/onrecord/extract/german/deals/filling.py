"""The side of a deal that a sentence does not name: known from what was told before."""

from itertools import pairwise
from typing import Final

from onrecord.extract.german.deals.assets import PARTS, is_asset
from onrecord.extract.german.deals.context import OPEN_FOR
from onrecord.extract.german.deals.parties import (
    AGENTS,
    BUYER,
    LETTING,
    OWNER,
    SHARE,
    SHARE_OF,
    Mention,
)
from onrecord.extract.german.deals.playing import Playing
from onrecord.extract.german.deals.voice import is_passive
from onrecord.extract.german.deals.words import Pattern
from onrecord.extract.german.grammar.document import Sentence
from onrecord.extract.german.grammar.flags import DET
from onrecord.extract.german.grammar.phrases import subject_after, subject_before
from onrecord.extract.german.names.kinds import is_company_kind
from onrecord.extract.records import Deal

PLACED: Final = frozenset("an bei mit von durch für in um zu nach dat gen obj part".split()) | {
    BUYER,
    SHARE,
}
"""Places that say which side of a deal a company is on."""
OTHER_SIDE = frozenset("mit von vom bei beim".split())
CONTRACTS = ("liefervertrag", "abnahmevertrag", "rahmenvertrag", "mietvertrag", "leasingvertrag")
ENTERING = frozenset(
    "steigt stieg steigen eingestiegen einsteigen beteiligt beteiligte beteiligen".split()
)
OBJECTS = frozenset("bei beim an am in im ins".split())
"""`steigt mit 20 Prozent ein` leaves open where; `steigt bei einem Rivalen ein` does not."""
PLANNED = ("übernahme", "kauf", "einstieg", "fusion", "angebot", "offerte", "gebot")
"""`Eine Übernahme durch X` is no thing that a firm has."""
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


class Filler(Playing):
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
        if pattern.kind == "supply" and place in ("", "subj") and not LETTING.isdisjoint(low):
            return mentions  # `X lässt Chips bauen`: by whom is not told
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

    def employer(self, sentence: Sentence) -> str:
        """The company of the person who speaks in a sentence, where its content has no subject."""
        return self._speaking.get(sentence.number, "")


def _offers(low: list[str]) -> bool:
    """`Auch X hat geboten`, `X hatte ein Angebot gemacht`: for what the text is about."""
    made = any(a in ONE and b.endswith(OFFERS) for a, b in pairwise(low))
    keen = any(a == "interesse" and b.startswith(_SHOWN) for a, b in pairwise(low))
    return made or keen or not BIDDING.isdisjoint(low)


_SHOWN = ("signalisier", "bekund", "angemeldet", "gezeigt", "gemeldet", "geäußert", "angedeutet")


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
