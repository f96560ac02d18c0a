"""The words of dealing: which call a deal of which kind, and which place gives which role.

Places: `subj` the subject, `obj` what the verb does it to, `dat` to whom, `gen` the genitive behind
the noun, and prepositions. A passive swaps subject and object.
"""

from collections.abc import Callable, Sequence
from functools import reduce
from itertools import pairwise
from operator import or_

from onrecord.extract.german.deals.traits import Wording, trait
from onrecord.extract.german.grammar.verbs import CONJUGATED

Roles = dict[str, str]
Asking = Callable[[Wording], bool]
FEWEST = 2
"""So many forms of a verb in a list stand for all of them: `geht ging` for `gegangen`, too."""


class Test:
    """Asks whether the words of a clause mean a deal at all.

    What it asks of single words is looked up in the traits of the clause: all of `wants` are there,
    one of `some` where there are any, none of `bars`. The `rest` is asked only where that holds.
    """

    __slots__ = ("bars", "rest", "some", "wants")

    def __init__(
        self, wants: int = 0, bars: int = 0, some: int = 0, rest: Asking | None = None
    ) -> None:
        self.wants, self.bars, self.some, self.rest = wants, bars, some, rest

    def __call__(self, clause: Wording) -> bool:
        traits = clause.traits
        return (
            traits & self.wants == self.wants
            and not traits & self.bars
            and not (self.some and not traits & self.some)
            and (self.rest is None or self.rest(clause))
        )

    @property
    def gate(self) -> int:
        """Traits of which one must be there for the test to hold; nothing where none must."""
        return self.some or self.wants & -self.wants

    @property
    def simple(self) -> bool:
        """Whether one trait of the gate is all that is asked."""
        alone = self.rest is None and not self.bars and bool(self.gate)
        return alone and (not self.wants or (not self.some and self.wants == self.gate))


def _test(asked: Test | Asking) -> Test:
    return asked if isinstance(asked, Test) else Test(rest=asked)


class Pattern:
    """A kind, the beginnings of the words that call it, the roles of its places, and a test.

    `needs` looks at the words of the clause and says whether the word means a deal at all; a deal
    that is `whole` has both its sides in the clause, since the word alone says too little.
    """

    __slots__ = ("kind", "needs", "roles", "starts", "whole")

    def __init__(
        self,
        kind: str,
        starts: str,
        roles: Roles,
        needs: Test | Asking | None = None,
        *,
        whole: bool = False,
    ) -> None:
        self.kind, self.starts, self.roles = kind, conjugated(starts), roles
        self.whole = whole
        self.needs = _test(needs) if needs is not None else Test()


def anything(clause: Wording) -> bool:
    """A test: any word is there."""
    return bool(clause.words)


def conjugated(words: str) -> tuple[str, ...]:
    """The words, with all forms of the verbs of which two stand there."""
    listed = dict.fromkeys(words.split())
    for forms in {CONJUGATED[word] for word in listed if word in CONJUGATED}:
        if len(forms.intersection(listed)) >= FEWEST:
            listed |= dict.fromkeys(sorted(forms))
    return tuple(listed)


def has(starts: str) -> Test:
    """A test: some word starts with one of these."""
    return Test(wants=trait(begins=conjugated(starts)))


def has_word(wanted: str) -> Test:
    """A test: one of these words is there."""
    return Test(wants=trait(conjugated(wanted)))


def without(starts: str) -> Test:
    """A test: no word starts with one of these."""
    return Test(bars=trait(begins=conjugated(starts)))


def without_word(wanted: str) -> Test:
    """A test: none of these words is there."""
    return Test(bars=trait(wanted.split()))


def ends(endings: str) -> Test:
    """A test: some word ends with one of these."""
    return Test(wants=trait(ends=endings.split()))


def apart(prefix: str) -> Test:
    """A test: the prefix of a verb closes its clause: `steigt ... ein`."""

    def test(clause: Wording) -> bool:
        words = clause.words
        for i, word in enumerate(words):
            if word == prefix and (i + 1 == len(words) or words[i + 1] in _CLOSING):
                return True
        return False

    return Test(wants=trait((prefix,)), rest=test)


_CLOSING = frozenset((",", ".", ";", ":", "–", "“", "«", "und", "!", "?", "oder", "aber"))


def retailed(clause: Wording) -> bool:
    """A test: nothing is said to be sold `in den Filialen`, to whoever comes."""
    words = clause.words
    return _SHOPS.isdisjoint(words) or not any(
        word == "in" and _SHOPS & set(words[i + 1 : i + 4]) for i, word in enumerate(words)
    )


_SHOPS = frozenset("filialen läden supermärkten supermarkt apotheken onlineshop handel".split())


def opened(nouns: str) -> Test:
    """A test: one of these is named right at the beginning: `Die Produktion übernimmt X`."""
    wanted = frozenset(nouns.split())
    return Test(wants=trait(wanted), rest=lambda clause: not wanted.isdisjoint(clause.words[:2]))


def about(test: Test | Asking, reach: int = 5) -> Test:
    """A test: it holds for the few words behind `über`."""
    return behind("über", test, reach)


def behind(word: str, test: Test | Asking, reach: int = 5) -> Test:
    """A test: it holds for the few words behind this one."""

    def near(clause: Wording) -> bool:
        at = list(clause.words).index(word) + 1
        return test(Wording(clause.words[at : at + reach]))

    return Test(wants=trait((word,)), rest=near)


def becomes_part(clause: Wording) -> bool:
    """A test: `wird Teil der Korvat AG`, not `zum großen Teil`, `ein Teil der Summe`."""
    words = clause.words
    at = next((i for i, word in enumerate(words) if word == "teil"), 0)
    behind = words[at + 1] if at + 1 < len(words) else ""
    return at > 0 and words[at - 1] not in _AMOUNT and behind in _WHOSE


def becomes(nouns: str) -> Test:
    """A test: `wird Tochter der Korvat AG`, `ist seit Januar eine Tochter von X`."""
    wanted = frozenset(nouns.split())

    def test(clause: Wording) -> bool:
        return any(a in wanted and b in _WHOSE for a, b in pairwise(clause.words))

    return Test(wants=_BECOMING | trait(wanted), rest=test)


def bare(nouns: str) -> Test:
    """A test: `über eine Übernahme`, and nothing of whom."""
    wanted = frozenset(nouns.split())

    def test(clause: Wording) -> bool:
        words = clause.words
        return any(
            word in wanted and (i + 1 == len(words) or words[i + 1] in _CLOSING)
            for i, word in enumerate(words)
        )

    return Test(wants=trait(wanted), rest=test)


_BECOMING = trait("wird werden wurde wurden geworden seit künftig nun".split())
_WHOSE = frozenset("der des von vom einer".split())
_AMOUNT = frozenset("ein einen einem zum großen größten größte kleinen guten der den dem".split())


def both(*tests: Test | Asking) -> Test:
    """A test: all hold."""
    wants = bars = some = 0
    rest: list[Asking] = []
    for test in map(_test, tests):
        wants, bars = wants | test.wants, bars | test.bars
        if test.some and some:
            rest.append(test)
        else:
            some |= test.some
            rest += [test.rest] if test.rest is not None else []
    return Test(wants, bars, some, _all(rest))


def _all(tests: Sequence[Asking]) -> Asking | None:
    if len(tests) < 2:
        return tests[0] if tests else None
    one, others = tests[0], _all(tests[1:])
    return lambda clause: one(clause) and (others is None or others(clause))


def either(*tests: Test | Asking) -> Test:
    """A test: at least one holds."""
    each = [_test(test) for test in tests]
    gate = reduce(or_, (test.gate for test in each)) if all(test.gate for test in each) else 0
    opened = reduce(or_, (test.gate for test in each if test.simple), 0)
    more = _any([test for test in each if not test.simple])
    if more is None or not opened:
        return Test(some=gate, rest=more)
    return Test(some=gate, rest=lambda clause: clause.traits & opened != 0 or more(clause))


def _any(tests: Sequence[Asking]) -> Asking | None:
    if len(tests) < 2:
        return tests[0] if tests else None
    one, others = tests[0], _any(tests[1:])
    return lambda clause: one(clause) or (others is not None and others(clause))


def absent(test: Test | Asking) -> Test:
    """A test: this one does not hold."""
    if isinstance(test, Test) and test.simple:
        return Test(bars=test.gate)
    return Test(rest=lambda clause: not test(clause))


def places(roles: str) -> Roles:
    """`subj:acquirer an:target` in, a table out; a place with no role takes no part."""
    pairs = (entry.partition(":") for entry in roles.split())
    return {place: role for place, _, role in pairs}


_STATES = frozenset("ist sind war waren sei seien".split())
_NEW = frozenset("nun künftig neu seit neuerdings inzwischen mittlerweile".split())


def not_held(clause: Wording) -> bool:
    """A test: `beteiligt` is something new, no old state: `X, an Y mit 6 Prozent beteiligt`."""
    words = clause.words
    if any(word.startswith("beteiligung") for word in words) and any(map(_given_up, words)):
        return False
    at = next((i for i, word in enumerate(words) if word == "beteiligt"), -1)
    if at < 0 or not _NEW.isdisjoint(words) or "sich" in words:
        return True
    behind = words[at + 1] if at + 1 < len(words) else ""
    return behind not in _STATES and _STATES.isdisjoint(words[:at])


_GIVING_UP = ("verkauf", "veräußer", "abgegeb", "trennt", "getrennt")


def _given_up(word: str) -> bool:
    return word.startswith(_GIVING_UP)


PARTNERS = dict.fromkeys("subj obj dat mit von zwischen gen bei aus durch zu".split(), "partner")
BUYING = places(
    """subj:acquirer obj:target durch:acquirer für:target gen:target an:target um:target
    nach:target von:seller mit:seller bei:target"""
)
TAKEOVER = BUYING | places("von:target dat:acquirer nach:")
SELLING = places(
    "subj:seller obj:target an:acquirer von:target gen:target dat:acquirer durch:seller"
)
STAKE = places(
    """subj:investor obj:investee in:investee an:investee bei:investee für:investee gen:investee
    durch:investor von:investor zu:investee"""
)
LENDING = places(
    """subj:investor obj:investee dat:investee an:investee für:investee durch:investor von:investor
    gen:investor mit:investee"""
)
BORROWING = places(
    """subj:investee bei:investor von:investor durch:investor mit:investor obj:investor
    gen:investor dat:investee"""
)
DELIVERING = places(
    """subj:supplier obj:customer dat:customer an:customer für:customer durch:supplier gen:customer
    von:customer bei:customer mit:customer"""
)
ORDERING = places(
    """subj:customer obj:supplier dat:supplier bei:supplier an:supplier von:supplier durch:customer
    gen:customer"""
)

NO_DEALS = tuple(
    """
    investor beteiligungsgesell beteiligungshaus beteiligungsfirma lieferdienst lieferant
    lieferkette kaufhaus kaufpreis kaufmann auftraggeber kaufkraft übernahmekandidat
    gesprächspartner verhandlungspartner kaufleute kaufmänn lieferfähig lieferschwier
    lieferengp auftragsbestand auftragslage auftragsbuch auftragsbücher auftragseingang
    investitionsstau kreditwürdig kreditinstitut verkaufsz verkäufer verkaufsfl verkaufsst
    fusionskontroll einstiegsgehalt kooperationspartner interessent lieferausf verhandlungskreis
    auftragsfertig auftragsforsch auftragsherstell bestellplattform auftragsmangel auftragsflaute
    kommentar kommend auftragspolster auftragsrückg auftragsloch lieferzeit lieferproblem
    kaufempfehl kauflaune kaufzurückh kreditklemme beteiligungsertr
    beteiligungsergebnis übernahmeprämie kreditkart kreditgesch
    investmentbank investmentban investmenthaus anteilseigner anteilsschein mehrheitseign
    mehrheitsaktionär mehrheitsgesellschafter
    """.split()
)
MONEY = either(
    has("million milliard mio mrd kapital geld"), has_word("mittel mitteln mittels finanzmittel")
)
GOODS = has(
    """tonne stück megawatt gigawatt kilowatt liter hektoliter barrel wasserstoff strom gas erdgas
    stahl chips maschinen busse züge flugzeuge module batterien zellen wafer holz getreide milch
    kautschuk bauteile komponenten lastwagen lkw server roboter turbinen motoren impfdosen dosen
    lizenzen zertifikate rohstoff material geräte laser kräne"""
)
"""What is bought to be used, not to be owned as a firm."""
WARES = ends(
    """tonnen stück megawatt gigawatt liter barrel wasserstoff strom gas erdgas stahl chips
    maschinen busse bussen züge zügen flugzeuge flugzeugen module modulen batterien zellen wafer
    wafern holz
    getreide milch bauteile bauteilen komponenten lastwagen server servern roboter robotern
    turbinen motoren dosen rohstoffe rohstoffen material geräte geräten leistung kapazität
    kapazitäten lieferung lieferungen mengen miete wärme dampf kupfer lithium weizen papier masten
    satelliten lokomotiven triebwerke triebwerken kabel kabeln verpackungen software bremsen sitze
    sitzen reifen teile teilen komponenten felgen achsen scheiben fenster fenstern türen schrauben
    rohre rohren bleche blechen gehäuse stoffe garne leder fleisch gemüse obst kaffee kakao mehl
    zucker medikamente medikamenten impfstoffe impfstoffen möbel möbeln matratzen regale kassen
    automaten drucker bildschirme lampen leuchten windräder windrädern pumpen ventile ventilen
    filter getriebe getrieben antriebe antrieben generatoren transformatoren bagger stapler
    traktoren fahrräder straßenbahnen waggons container flaschen kartons etiketten folien beton
    zement ziegel"""
)
"""What one company delivers to another: Windstrom, Rechenleistung."""
PRODUCTS = has(
    """software technik technologie chip plattform system cloud server modell batterie motor
    maschine anlage lösung produkt komponente programm"""
)
SIGNED = has(
    """geschlossen schließ schloss unterzeich unterschr besiegel vereinbar verlänger gekündigt
    kündigt einigt geeinigt"""
)
WON = "gewinnt gewann gewannen gewinnen gewonnen holt holte geholt präsentier"
MAJORITY = tuple("mehrheit sämtliche alle vollständig komplett ganz 100 hundert".split())
OWNED = ("anteil", "beteiligung", "aktien", "paket", "mehrheit")
POSSESSIVE = frozenset("sein seine seinen seiner seinem ihr ihre ihren ihrer ihrem".split())
