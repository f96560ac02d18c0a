"""What is bought or sold and has no name, or whose it is: by whom the text tells to own it."""

from collections.abc import Sequence
from itertools import pairwise

from onrecord.extract.german.deals.antecedents import OBJECTS
from onrecord.extract.german.deals.assets import ASSETS, is_asset
from onrecord.extract.german.deals.calls import Range
from onrecord.extract.german.deals.context import OTHERS
from onrecord.extract.german.deals.halves import Halves
from onrecord.extract.german.deals.marks import DEALINGS
from onrecord.extract.german.deals.parties import BIDDING, GIVING, STAKES
from onrecord.extract.german.deals.placing import in_infinitive
from onrecord.extract.german.deals.reading import Reader
from onrecord.extract.german.deals.units import Unit
from onrecord.extract.german.deals.words import OWNED, POSSESSIVE
from onrecord.extract.german.grammar.document import Document
from onrecord.extract.german.grammar.flags import ADJ, CAP, FINITE, REL
from onrecord.extract.german.names.kinds import is_company_kind
from onrecord.extract.records import Deal, Party
from onrecord.extract.tokens import Kind, between, recalled

NO_GOODS = (*DEALINGS, *OWNED, "interesse", "aktionär", "chef", "vorstand", "sprecher", "konto",
            "kasse", "kunden", "eigentümer", "gründer", "seite", "plan", "pläne", "ziel", "angaben",
            "strategie", "position", "weg", "rückzug", "anleger", "gläubiger", "bieter", "nachfolg",
            "sicht", "namen", "haus", "branche", "mutter", "tochter", "töchter", "belegschaft",
            "beschäftigt", "mitarbeit", "rolle", "stelle", "arbeitspl", "jobs", "zukunft",
            "existenz", "unabhäng", "selbstständ", "selbständ", "eigenständ", "firma",
            "unternehmen", "lebenswerk", "dach", "fittiche", "obhut", "händ", "arm", "schulter",
            "fühler", "finger", "visier")  # fmt: skip
"""What belongs to a company and is not what it sells."""
NO_PARTS = (*NO_GOODS, "prozent", "million", "milliard", "euro", "dollar", "franken", "jahr",
            "monat", "tag", "woche", "stunde", "tonne", "megawatt", "leute")  # fmt: skip
"""Behind `die 210`: what is no part of a business either."""
_ALL = Kind.of(("die", "alle", "sämtliche", "ihre", "seine"))
_OWNED = Kind.of(starts=OWNED)
_ASSETS = Kind.of(ends=ASSETS)
_POSSESSIVE = Kind.of(POSSESSIVE)
HELD = ("anteil", "anteile", "paket", "aktienpaket", "beteiligung")
"""Behind `sein`: what somebody holds of a company, and sells in its place."""
SELLING = ("verkauf", "veräußer", "veräusser")
PORTIONS = ("drittel", "viertel", "fünftel", "hälfte", "teil")
SALES = ("verkauf", "weiterverkauf", "abgabe")
OF_WHAT = frozenset("der des seiner ihrer".split())
THINGS = frozenset("das die den dessen deren".split())
STAKED = frozenset("das die den weitere alle sämtliche".split())
"""Before `Aktien`, `Paket`: those that somebody was told to have."""

THINGS = frozenset(("die", "das", "den"))
YEAR = 4
"""So many digits has the year of `die 2019 gekauften Anteile`."""
LATE = 3
"""A relative clause has its verb among so many last tokens."""


class Owning:
    """Finds owners and what they own, in the unit and in what was told before."""

    def __init__(
        self, document: Document, reader: Reader, halves: Halves, found: Sequence[Deal]
    ) -> None:
        self._document, self._reader, self._halves, self._found = document, reader, halves, found
        self._assets = [
            i
            for i in document.tokens.where(_ASSETS)
            if reader.named.isdisjoint((i, i + 1))
            and not _of_clause(document.tokens.low, i)
            and not _opened(document.tokens.low, i)
        ]
        """Where a part of a business is named by no name."""

    def _thing_before(self, unit: Range) -> bool:
        """`zwei Häuser, die X an Y abgibt`: a relative clause about what is no company."""
        low, begin, named = self._document.tokens.low, unit[0], self._reader.named
        if begin < 2 or low[begin - 1] != ",":
            return False
        relative = bool(self._document.flags[begin] & REL) and begin + 1 in named
        verb = self._document.finite(begin, unit[1]) if relative else -1
        return verb >= unit[1] - LATE and begin - 2 not in named

    def owned(self, unit: Range) -> bool:
        """`veräußerte X seine Druckerei`, `das Werk`, `und verkauft sie an`: what has no name."""
        tokens, flags = self._document.tokens, self._document.flags
        named = self._reader.named
        if self._thing_bid_for(unit):
            return True
        if not self._reader.apposed.issuperset(between(self._assets, *unit)):
            return True
        first = unit[0] + (tokens.low[unit[0]] == "und")
        if flags[first] & FINITE and not OBJECTS.isdisjoint(tokens.low[first + 1 : first + 2]):
            return True
        if (
            self._thing_sold(unit)
            or self._counted(unit)
            or (tokens.low[unit[0]] in THINGS and self._thing_before(unit))
        ):
            return True
        for i in tokens.among(_POSSESSIVE, unit[0], unit[1] - 1):
            k = i + 1
            while k < unit[1] - 1 and flags[k] & ADJ and not flags[k] & CAP:
                k += 1
            noun = tokens.low[k]
            if not flags[k] & CAP or k in named or k + 1 in named:
                continue
            if noun.endswith(HELD) or not (noun.startswith(NO_GOODS) or noun.endswith(OTHERS)):
                return True
        return False

    def _counted(self, unit: Range) -> bool:
        """`die 210 deutschen Studios`: all of them are parts of a business."""
        tokens, flags, named = self._document.tokens, self._document.flags, self._reader.named
        for i in tokens.among(_ALL, unit[0], unit[1] - 2):
            number = tokens.low[i + 1]
            if not number[0].isdigit() or (len(number) == YEAR and number.isdigit()):
                continue
            k = i + 2
            while k < unit[1] - 1 and flags[k] & ADJ and not flags[k] & CAP:
                k += 1
            if flags[k] & CAP and k not in named and not tokens.low[k].startswith(NO_PARTS):
                return True
        return False

    def beside(self, unit: Unit) -> list[str]:
        """The words of a unit but for the kinds of company before names: `die Brauerei X` is no
        part of a business."""
        low, begin = self._document.tokens.low, unit.range[0]
        kinds = {m.at - 1 - begin for m in unit.parts if m.at > begin and is_asset(low[m.at - 1])}
        return [w for i, w in enumerate(unit.low) if i not in kinds] if kinds else unit.low

    def _thing_sold(self, unit: Range) -> bool:
        """`Ein Pflegeheim in Alzey verkaufte X an Y`: a thing with no name before the verb."""
        tokens, flags = self._document.tokens, self._document.flags
        if tokens.low[unit[0]] not in ("ein", "eine", "einen"):
            return False
        verb = self._document.finite(*unit)
        if (
            verb <= unit[0]
            or not tokens.low[verb].startswith(SELLING)
            or not self._reader.named.isdisjoint(range(unit[0], verb))
        ):
            return False
        noun = next((i for i in range(unit[0] + 1, verb) if flags[i] & CAP), verb)
        return noun < verb and not tokens.low[noun].endswith((*STAKES, *PORTIONS))

    def _thing_bid_for(self, unit: Range) -> bool:
        """`X hat Y 25 Millionen Euro für das Handballpaket geboten`: for a thing with no name."""
        tokens, flags, named = self._document.tokens, self._document.flags, self._reader.named
        if BIDDING.isdisjoint(tokens.low[unit[0] : unit[1]]):
            return False
        for i in range(unit[0], unit[1] - 2):
            if tokens.low[i] != "für" or tokens.low[i + 1] not in THINGS:
                continue
            noun = next((k for k in range(i + 2, unit[1]) if flags[k] & CAP), i)
            low, word = tokens.low[noun], tokens.words[noun]
            if noun > i and noun not in named and not low.startswith(NO_GOODS):
                return not (low.endswith(OTHERS) or low in STAKES or is_company_kind(word))
        return False

    def own(self, unit: Unit, kind: str, parties: tuple[Party, ...]) -> tuple[Party, ...]:
        """`X will seinen Anteil abstoßen`: of the company that the passage is about."""
        if kind not in ("acquisition", "investment"):
            return parties
        acting = {m.name for m in unit.parts if m.place in ("", "subj")}
        giving = [p for p in parties if p.role in GIVING and p.name in acting]
        if len(giving) != 1 or len({p.role for p in parties}) < len(parties):
            return parties
        tokens, (begin, end) = self._document.tokens, unit.range
        before = {tokens.low[i - 1] for i in tokens.among(_OWNED, begin + 1, end)}
        owned = not POSSESSIVE.isdisjoint(before)
        if giving[0].role == "seller" and len(parties) == 1:
            owned = owned or not STAKED.isdisjoint(before)
        others = [p for p in parties if p not in giving]
        if not owned or any(p.role in GIVING for p in others):
            return parties
        topic = self._reader.center.best({p.name for p in parties})
        if not topic:
            return parties
        whole = "target" if kind == "acquisition" else "investee"
        return (Party(topic, whole), Party(giving[0].name, "seller"), *others)

    def held(self, unit: Unit, parties: tuple[Party, ...]) -> tuple[Party, ...]:
        """`X will sich von 49 Prozent trennen`: of the company that X was told to own."""
        if [p.role for p in parties] != ["seller"] or not any(w.endswith(STAKES) for w in unit.low):
            return parties
        whole = self._reader.owners.held.get(parties[0].name, "")
        return (Party(whole, "target"), *parties) if whole else parties

    def given(self, unit: Unit, parties: tuple[Party, ...]) -> tuple[Party, ...]:
        """`X gibt 30 Prozent an Y ab`: of the company that X was told to own."""
        roles = {p.role: p.name for p in parties}
        acting = {m.name for m in unit.parts if m.place in ("", "subj")}
        whole = self._reader.owners.held.get(roles.get("target", ""), "")
        if roles.keys() != {"acquirer", "target"} or roles["target"] not in acting or not whole:
            return parties
        sales = (b for a, b in pairwise(unit.low) if a.startswith(SALES))
        told = any(map(_stake, unit.low)) or any(b in OF_WHAT for b in sales)
        if whole in roles.values() or not told:
            return parties
        buyer, seller = Party(roles["acquirer"], "acquirer"), Party(roles["target"], "seller")
        return (buyer, Party(whole, "target"), seller)

    def with_giver(self, unit: Unit, parties: tuple[Party, ...]) -> tuple[Party, ...]:
        """`Der Plan misslang, Y an Z abzugeben`: the company that the passage is about sells."""
        roles = {p.role: p.name for p in parties}
        if roles.keys() != {"acquirer", "target"}:
            return parties
        given = next((m for m in unit.parts if m.name == roles["target"]), None)
        acting = any(m.place in ("", "subj") for m in unit.parts)
        if given is None or given.at < 0 or acting or given.place != "obj":
            return parties
        if not in_infinitive(self._document, unit.sentence, given.at):
            return parties
        seller = self._reader.center.best(roles.values())
        return (*parties, Party(seller, "seller")) if seller else parties

    def whose(self, unit: Unit, kind: str, parties: tuple[Party, ...]) -> tuple[Party, ...]:
        """`Der Fonds verkaufte das Paket an Y`: of the company that was told to be for sale."""
        buyer = {"acquisition": "acquirer", "investment": "investor"}.get(kind, "")
        if not buyer or len(parties) < 2:
            return parties
        roles = {p.role: p.name for p in parties}
        if roles.keys() != {"seller", buyer} or not any(map(_stake, unit.low)):
            return parties
        seller, parted = roles["seller"], any(map(is_asset, unit.low))
        whole = self._halves.offered(seller, unit.sentence.number)
        if not whole and (self._reader.is_person(seller) or not parted):
            whole = self._reader.center.best(roles.values())
        if not whole and any(a == "deren" and b.endswith(STAKES) for a, b in pairwise(unit.low)):
            whole = self._reader.center.best(roles.values())
        part = "target" if kind == "acquisition" else "investee"
        return (*parties, Party(whole, part)) if whole else parties

    def offered(self, unit: Unit, kind: str, parties: tuple[Party, ...]) -> tuple[Party, ...]:
        """`X trennt sich von Y. Sie geht an Z`: what was for sale is meant, not who sells it."""
        if kind != "acquisition" or len(parties) != 2:
            return parties
        given = [p for p in parties if p.role == "target"]
        if len(given) != 1:
            return parties
        meant = [m for m in unit.parts if m.name == given[0].name]
        if any(map(self._reader.by_name, meant)):
            return parties
        whole = self._halves.offered(given[0].name, unit.sentence.number)
        if self._halves.on_sale(unit.sentence.number) == (given[0].name, ""):
            rest = tuple(p for p in parties if p not in given)
            return (*rest, Party(given[0].name, "seller"))  # `seine Sparte ab. Sie geht an Z`
        if not whole or whole in {p.name for p in parties}:
            return parties
        rest = tuple(p for p in parties if p not in given)
        return (*rest, Party(whole, "target"), Party(given[0].name, "seller"))

    def of_owner(self, party: Party) -> Party:
        """`übernahm das Paket von Gründer X`: a person is not bought, but sells."""
        given = party.role == "target" and self._reader.is_person(party.name)
        return Party(party.name, "seller") if given else party

    def with_mother(self, kind: str, parties: tuple[Party, ...]) -> tuple[Party, ...]:
        """`Die Tochter X geht an Y`: the company that the passage is about sells."""
        if kind != "acquisition" or not self._reader.daughters:
            return parties
        roles = {p.role: p.name for p in parties}
        given = roles.get("target", "")
        if given not in self._reader.daughters:
            return parties
        told = (d for d in reversed(self._found) if any(_gives(p, given) for p in d.parties))
        owner = next((p.name for d in told for p in d.parties if p.role == "seller"), "")
        owner = owner or self._reader.owners.known.get(given, "")
        mother = owner or self._reader.center.best({given})
        if "seller" in roles or not mother or mother in roles.values():
            return parties
        return (*parties, Party(mother, "seller"))


@recalled
def _stake(word: str) -> bool:
    """`Paket`, `Aktienpaket`, not `Handballpaket`."""
    known = word in STAKES or word == "aktienpaket"
    return known or (word.endswith(STAKES) and not word.endswith("paket"))


def _of_clause(low: Sequence[str], i: int) -> bool:
    """`die Manufaktur, deren Werke in vielen Uhren ticken`: what is not sold apart."""
    return i > 1 and low[i - 1] in ("deren", "dessen") and low[i - 2] == ","


def _opened(low: Sequence[str], i: int) -> bool:
    """`soll neue Filialen eröffnen`, `will das Werk ausbauen`: what is not sold."""
    after = low[i + 1 : i + 3]
    return any(word.startswith(_OPENING) for word in after[: 1 + (after[:1] == ["zu"])])


_OPENING = ("eröffn", "ausbau", "auszubau", "aufbau", "aufzubau", "erweiter", "modernisier")


def _gives(party: Party, name: str) -> bool:
    return party.role == "target" and party.name == name
