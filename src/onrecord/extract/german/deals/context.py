"""Which company a sentence means without naming it: pronouns, descriptions, who speaks."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise
from typing import Final

from onrecord.extract.german.deals.marks import OFFERS
from onrecord.extract.german.deals.parties import BUYER, OWNER, SHARE, Mention, is_asset
from onrecord.extract.german.deals.reading import FIRMS, Reader, behind_article, place_of
from onrecord.extract.german.deals.words import Pattern
from onrecord.extract.german.grammar.document import Document, Sentence
from onrecord.extract.german.grammar.flags import CAP, FINITE
from onrecord.extract.german.grammar.phrases import subject_after, subject_before
from onrecord.extract.german.names.kinds import is_company_kind
from onrecord.extract.records import Deal, Entity, Office, Party, Quote

OWN = frozenset("wir uns".split())
"""What a speaker calls the company spoken for."""
SAME = frozenset("er sie es".split())
OTHERS = (
    "konkurrent", "konkurrenten", "rivale", "rivalen", "partner", "partners", "kunde", "kunden",
    "investor", "investors", "käufer", "tochter", "mutter", "wettbewerber", "wettbewerbers",
    "lieferant", "lieferanten", "bieter", "verkäufer", "händler", "haus", "hause", "bank", "banken",
    "aktionär", "gesellschafter", "geldgeber", "kasse", "marke", "dienst", "eigentümer", "eigner",
    "besitzer", "gläubiger", "abnehmer", "auftraggeber",
)  # fmt: skip
"""Kinds of company that mean somebody else than the one just named."""
PROJECTS = frozenset("projekt betrieb start-up startup".split())
"""What stands for the company that a text is about, too."""
INHOUSE = (
    "chef", "chefin", "vorstand", "vorständin", "vorsitzende", "vorsitzender", "sprecher",
    "sprecherin", "gründer", "gründerin", "direktor", "direktorin", "präsident", "präsidentin",
    "geschäftsführer", "geschäftsführerin", "ceo", "cfo", "coo", "cto", "leiter", "leiterin",
    "inhaber", "inhaberin", "eigner", "eignerin", "patriarch", "verleger", "verlegerin",
    "eigentümer", "eigentümerin",
)  # fmt: skip
"""Offices that are held at the company that a text is about, where it names no other one."""
PLACED: Final = frozenset("an bei mit von durch für in um zu nach dat gen obj part".split()) | {
    BUYER,
    SHARE,
}
"""Places that say which side of a deal a company is on."""
EXPLETIVE = [[word] for word in "ist war sei gibt gab gebe geht ging handelt kommt kam".split()]
"""`es gibt`, `es geht um`: nobody is meant."""
OTHER_SIDE = frozenset("mit von vom bei beim".split())
CONTRACTS = ("liefervertrag", "abnahmevertrag", "rahmenvertrag", "mietvertrag", "leasingvertrag")
COPULAS = frozenset("ist sind war waren sei seien".split())
ACTORS: Final[dict[str, tuple[str, str, str]]] = {
    "auftraggeber": ("supply", "customer", "supplier"),
    "abnehmer": ("supply", "customer", "supplier"),
    "besteller": ("supply", "customer", "supplier"),
    "kund": ("supply", "customer", "supplier"),
    "lieferant": ("supply", "supplier", "customer"),
    "auftragnehmer": ("supply", "supplier", "customer"),
    "investor": ("investment", "investor", "investee"),
    "geldgeber": ("investment", "investor", "investee"),
    "kreditgeber": ("investment", "investor", "investee"),
    "partner": ("partnership", "partner", "partner"),
    "zukauf": ("acquisition", "target", "acquirer"),
    "neuerwerbung": ("acquisition", "target", "acquirer"),
    "interessent": ("acquisition", "acquirer", "target"),
    "bieter": ("acquisition", "acquirer", "target"),
    "verkäufer": ("acquisition", "seller", "target"),
}
"""Words that say what a company does in a deal: kind, its role, the role of the other one."""
ENTERING = frozenset(
    "steigt stieg steigen eingestiegen einsteigen beteiligt beteiligte beteiligen".split()
)
OBJECTS = frozenset("bei beim an am in im ins".split())
"""`steigt mit 20 Prozent ein` leaves open where; `steigt bei einem Rivalen ein` does not."""
LEADING = frozenset("führt führte leitet leitete lenkt gründete steuert".split())
LED_WITHIN = 6
"""So many tokens behind the verb stands the company that somebody leads."""
FOR_SALE = (
    "verkauf",
    "veräußer",
    "geht",
    "gehen",
    "ging",
    "eigentümer",
    "besitzer",
    "bieter",
    "käufer",
)
OPEN_FOR = 2
"""So many sentences behind it a buyer is named, if at all."""
FEW = 2
"""A list of more companies on one side is an example, not a deal with the one before."""
RECENT = 3
"""How many deals back one may be told on."""
OPPOSITE = {
    "acquirer": "target", "target": "acquirer", "seller": "acquirer", "investor": "investee",
    "investee": "investor", "supplier": "customer", "customer": "supplier", "partner": "partner",
}  # fmt: skip
STATE = frozenset(
    """bundeswehr bund bundesregierung regierung staat land stadt kommune gemeinde armee polizei
    marine luftwaffe universität hochschule ministerium bundesministerium landkreis kreis freistaat
    behörde heer militär kundschaft kunden verbraucher anleger aktionäre mitarbeiter banken
    investoren gläubiger eu-kommission kommission bundesland republik senat landtag bundestag
    verband gewerkschaft feuerwehr kirche""".split()
)
"""Who buys, orders and pays, and is no company."""
NearQuotes = Callable[[int, int], list[Quote]]


class Context:
    """What a text said before: whom its pronouns and descriptions mean."""

    def __init__(
        self,
        document: Document,
        reader: Reader,
        entities: Sequence[Entity],
        offices: Sequence[Office],
        near: NearQuotes,
        asked: str = "",
    ) -> None:
        self._document, self._reader, self._near = document, reader, near
        self._companies = frozenset(e.name for e in entities if e.kind == "company")
        self._people = sorted((m[0], e.name) for e in entities if e.kind == "person"
                              for m in e.mentions)  # fmt: skip
        self._employers = {office.person: office.company for office in offices}
        self._lead(document, reader)
        self._family(entities)
        self._asked = self._employers.get(asked, "")
        self.subject = ""
        self._open, self._opened = "", -OPEN_FOR

    def _lead(self, document: Document, reader: Reader) -> None:
        """`X führt seit Mai die Y`: X speaks for Y."""
        tokens = document.tokens
        for begin, person in self._people:
            if person in self._employers:
                continue
            at = bisect_left(tokens.begins, begin)
            for i in range(at + 1, min(at + 4, len(tokens.words))):
                if tokens.low[i] in LEADING:
                    firm = reader.first_in(i + 1, i + 1 + LED_WITHIN)
                    if firm:
                        self._employers[person] = firm

    def _family(self, entities: Sequence[Entity]) -> None:
        """`Olga Lukesch` speaks for `Matratzen Lukesch`: the firm bears her name."""
        bearing = {word: e.name for e in entities if e.kind == "company" for word in e.name.split()}
        for _, person in self._people:
            firm = bearing.get(person.split()[-1])
            if firm and " " in person:
                self._employers.setdefault(person, firm)

    def note(self, sentence: Sentence, mentions: list[Mention], told: bool) -> None:
        """Remembers which company the sentence was about, and whether it is up for sale; `told`:
        the sentence told a deal."""
        tokens = self._document.tokens
        names = {m.name for m in mentions}
        low = tokens.low[sentence.begin : sentence.end]
        if not told and len(names) == 1 and any(map(_for_sale, low)):
            self._open, self._opened = mentions[0].name, sentence.number
        if not mentions:
            if not tokens.among(SAME, sentence.begin, sentence.end):
                self.subject = ""
            return
        begin = tokens.begins[sentence.begin]
        first = next((m for m in mentions if m.place in ("", "subj")), mentions[0])
        at = tokens.begins[first.at] if first.at >= 0 else begin
        person = self._person_in(begin, at)
        self.subject = self._employers.get(person, "") if person else first.name

    def _person_at(self, offset: int) -> str:
        """The person who is named at an offset."""
        first = bisect_left(self._people, (offset, ""))
        here = self._people[first : first + 1]
        return here[0][1] if here and here[0][0] == offset else ""

    def _person_in(self, begin: int, end: int) -> str:
        first = bisect_left(self._people, (begin, ""))
        if first < len(self._people) and self._people[first][0] < end:
            return self._people[first][1]
        return ""

    def meant(self, sentence: Sentence, named: list[Mention]) -> list[Mention]:
        """The named companies and the one that a pronoun or a description means, in order."""
        names = {m.name for m in named}
        for i in range(sentence.begin, sentence.end):
            other = self._meant_at(sentence, i)
            if (
                other is not None
                and other.name
                and other.name not in names
                and self._beside(sentence, i, named)
            ):
                return sorted([*named, other], key=lambda m: m.at)
        return named

    def _beside(self, sentence: Sentence, i: int, named: list[Mention]) -> bool:
        """Whether token i stands in a clause with a company that is named."""
        inside = self._document.inside
        part = next((p for p in sentence.segments if p.begin <= i < p.end), None)
        return part is not None and any(
            part.begin <= m.at < part.end and inside[m.at] == inside[i] for m in named
        )

    def _meant_at(self, sentence: Sentence, i: int) -> Mention | None:
        tokens, low = self._document.tokens, self._document.tokens.low[i]
        if low in OWN or low == "man":
            firm = self._firm_at(tokens.begins[i])
            place = "subj" if low != "uns" else place_of(self._document, sentence, i) or "dat"
            return Mention(firm, place, i) if firm else None
        if low in ("sie", "ihnen") and tokens.words[i][0].isupper() and i > sentence.begin:
            place = "subj" if low == "sie" else place_of(self._document, sentence, i)
            return Mention(self._asked, place, i) if self._asked else None
        if low in SAME:
            subject = self.subject if self._is_subject(sentence, i) else ""
            return Mention(subject, "subj", i) if subject else None
        if not tokens.words[i][0].isupper():
            return None
        person = self._person_at(tokens.begins[i])
        if person and place_of(self._document, sentence, i) in ("", "subj"):
            firm = self._employers.get(person, "")
            firm = firm or (self._reader.center.best() if self._inhouse(person) else "")
            return Mention(firm, "subj", i) if firm else None
        if i == sentence.begin:
            return None
        if not is_company_kind(tokens.words[i]) and low not in PROJECTS:
            return None
        after = tokens.words[i + 1] if i + 1 < len(tokens.words) else ""
        if low.endswith(OTHERS) or after[:1].isupper():
            return None
        if not behind_article(self._document, sentence, i):
            return None
        name = self.subject if low in FIRMS and self.subject else self._reader.center.best()
        return Mention(name, place_of(self._document, sentence, i), i)

    def pronoun(self, sentence: Sentence, i: int) -> bool:
        """Whether token i is a pronoun that acts."""
        return self._document.tokens.low[i] in SAME and self._is_subject(sentence, i)

    def _is_subject(self, sentence: Sentence, i: int) -> bool:
        """`Sie übernimmt`, `übernimmt sie`: right beside the finite verb."""
        flags, n = self._document.flags, len(self._document.flags)
        low = self._document.tokens.low
        if low[i] == "es" and (i > sentence.begin or low[i + 1 : i + 2] in EXPLETIVE):
            return False
        if i + 1 < n and self._document.tokens.low[i + 1] in SAME:
            return False
        beside = (i - 1 if i > sentence.begin else i + 1, i + 1)
        return any(k < n and flags[k] & FINITE and not flags[k] & CAP for k in beside)

    def _firm_at(self, offset: int) -> str:
        """The company that the speaker of the words at an offset stands for."""
        for quote in self._near(offset, offset + 1):
            if any(b <= offset < e for b, e in quote.quote):
                return self._firm_of(quote)
        return ""

    def _firm_of(self, quote: Quote) -> str:
        if quote.holder in self._companies:
            return quote.holder
        if quote.holder in self._employers:
            return self._employers[quote.holder]
        return self._reader.topic() if self._inhouse(quote.holder) else ""

    def _inhouse(self, name: str) -> bool:
        """Whether a person is named with an office, or as an owner, and with no company."""
        tokens = self._document.tokens
        for begin, person in self._people:
            if person == name:
                at = bisect_left(tokens.begins, begin)
                low = tokens.low[at - 1] if at else ""
                if at and low.endswith(INHOUSE):
                    return True
        return False

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
        last = found[-1] if found else None
        paired = self._paired(pattern, mentions, found[-RECENT:])
        if paired:
            return paired
        spoken = self._employer(sentence)
        if spoken and spoken != name and place not in ("", "subj"):
            return [Mention(spoken, "subj"), *mentions]
        on_sale = self._open if sentence.number - self._opened <= OPEN_FOR else ""
        if pattern.kind == "acquisition" and on_sale not in ("", name) and place in ("", "subj"):
            return [*mentions, Mention(on_sale, "obj" if "obj" in pattern.roles else "für")]
        earlier = [n for n in dict.fromkeys(self._reader.earlier) if n != name]
        near = self._document.tokens.low[max(0, mentions[0].at - 4) : mentions[0].at]
        if "auch" in near and last is not None and name not in {p.name for p in last.parties}:
            return [*mentions, Mention(last.parties[-1].name, "obj")]
        if place == BUYER and earlier:
            return [*mentions, Mention(earlier[-1], "gen")]
        main = self._reader.center.best([name])
        if pattern.kind in ("negotiation", "merger", "partnership") and place == "mit" and main:
            return [Mention(main, "subj"), *mentions]
        if pattern.kind == "acquisition" and main and place != "dat" and self._offers(mentions[0]):
            return [*mentions, Mention(main, "für")]
        if pattern.kind == "investment" and any(w.startswith("zusage") for w in low) and earlier:
            return [*mentions, Mention(earlier[0], "dat")]
        joint = pattern.roles.get("obj") == "partner"
        if joint and any(w.startswith(("gemeinsam", "lizenz")) for w in low) and len(earlier) == 1:
            return [*mentions, Mention(earlier[0], "mit")]
        return self._opposite(pattern, mentions, self._center(pattern, mentions), low)

    def _center(self, pattern: Pattern, mentions: list[Mention]) -> str:
        """The company that the passage is about; no bank and no fund takes money in."""
        names = {m.name for m in mentions}
        taking = pattern.kind == "investment" and self._invests(pattern, mentions[0])
        fits = (lambda n: not self._reader.financial(n)) if taking else None
        return self._reader.center.best(names, fits)

    def _invests(self, pattern: Pattern, mention: Mention) -> bool:
        return pattern.roles.get(mention.place or "subj", "") == "investor"

    def _offers(self, mention: Mention) -> bool:
        """Whether the clause of a company has a word for an offer."""
        low = self._document.tokens.low
        sentence = self._document.sentences[self._number(mention.at)]
        part = next((p for p in sentence.segments if p.begin <= mention.at < p.end), None)
        if part is None:
            return False
        words = low[part.begin : part.end]
        other = "an" in words and not {"interesse", "interessiert"}.isdisjoint(words)
        return not OFFERS.isdisjoint(words) and not other

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
        role = pattern.roles.get(place or "subj", "")
        open_end = ENTERING.intersection(low) and OBJECTS.isdisjoint(low)
        entering = open_end and pattern.kind == "investment" and role == "investor"
        supplying = pattern.kind == "supply" and _contract(low)
        free = not low or entering or supplying or place in PLACED
        if place == "für" and pattern.kind != "acquisition":
            return mentions
        if not other or other == mentions[0].name or not (free and role):
            return mentions
        subject, target = pattern.roles.get("subj", ""), pattern.roles.get("obj", "")
        if role == subject and target != "partner":
            return [*mentions, Mention(other, "obj")]
        if subject and mentions[0].at >= 0 and self._acted(mentions[0].at):
            return mentions
        owner = pattern.kind == "acquisition" and any(map(is_asset, low))
        if not subject:
            return [*mentions, Mention(other, "=" + OPPOSITE[role])]
        return [Mention(other, OWNER if owner and subject == "target" else "subj"), *mentions]

    def _acted(self, at: int) -> bool:
        """Whether somebody who is no company acts in the clause of token `at`: `die Bundeswehr`."""
        document, sentence = self._document, self._document.sentences[self._number(at)]
        part = next((p for p in sentence.segments if p.begin <= at < p.end), None)
        if part is None:
            return False
        verb = document.finite(part.begin, part.end)
        if verb <= part.begin:
            return False
        low = document.tokens.low
        begin, end = subject_after(document, verb, part.end)
        if begin == end:
            begin, end = subject_before(document, part.begin, verb)
        acting = {low[k] for k in range(begin, end)}
        return end > begin and not begin <= at < end and not acting.isdisjoint(STATE)

    def acting(
        self, sentence: Sentence, mentions: list[Mention]
    ) -> tuple[str, tuple[Party, ...]] | None:
        """`Auftraggeber ist X`, `Investoren sind X und Y`: who does what in the deal before."""
        low = self._document.tokens.low
        last = min(sentence.begin + 4, sentence.end - 1)
        at = next((i for i in range(sentence.begin, last) if low[i + 1] in COPULAS), -1)
        held = ACTORS.get(low[at].removesuffix("en").removesuffix("e")) if at >= 0 else None
        other = self._reader.center.best({m.name for m in mentions})
        if held is None or mentions[0].at <= at + 1 or not other:
            return None
        kind, role, opposite = held
        names = [n for n in dict.fromkeys(m.name for m in mentions) if n != other]
        if not names:
            return None
        return kind, (*(Party(n, role) for n in names), Party(other, opposite))

    def _employer(self, sentence: Sentence) -> str:
        """The company of the person who speaks in a sentence, where its content has no subject."""
        begin, end = self._document.tokens.span(sentence.begin, sentence.end)
        for quote in self._near(begin, end):
            inside = any(begin <= b < end for b, _ in quote.quote)
            if inside and quote.holder in self._employers:
                return self._employers[quote.holder]
        return ""


def _contract(low: list[str]) -> bool:
    """`X kündigte den Liefervertrag`, `X nimmt 500 Tonnen ab`: with whom, is known."""
    if any(a in OTHER_SIDE and not b[0].isdigit() for a, b in pairwise(low)):
        return False
    if any(word.startswith(CONTRACTS) for word in low):
        return True
    return "ab" in low and not {"nimmt", "nehmen", "nahm", "nahmen"}.isdisjoint(low)


@lru_cache(maxsize=50_000)
def _for_sale(word: str) -> bool:
    """Whether a word says that something changes hands, to whom it may not say."""
    return word.startswith(FOR_SALE)


def with_frame(told: list[Mention], framed: list[Mention], infinitive: bool) -> list[Mention]:
    """Who only speaks of a deal is a party where the other side is not named."""
    other = next((m for m in framed if m.name not in {t.name for t in told}), None)
    alone = len({m.name for m in told if not m.joined}) < 2
    if other is None or not alone:
        return told
    if told[0].place in ("", "subj") and not infinitive:
        return [*told, replace(other, place="obj", joined=False)]
    return [replace(other, place="subj", joined=False), *told]
