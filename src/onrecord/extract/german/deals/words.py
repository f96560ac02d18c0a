"""The words of dealing: which call a deal of which kind, and which place gives which role.

Places: `subj` the subject, `obj` what the verb does it to, `dat` to whom, `gen` the genitive behind
the noun, and prepositions. A passive swaps subject and object.
"""

from collections.abc import Callable, Sequence

Roles = dict[str, str]
Test = Callable[[Sequence[str]], bool]


class Pattern:
    """A kind, the beginnings of the words that call it, the roles of its places, and a test.

    `needs` looks at the words of the clause and says whether the word means a deal at all.
    """

    __slots__ = ("kind", "needs", "roles", "starts")

    def __init__(self, kind: str, starts: str, roles: Roles, needs: Test | None = None) -> None:
        self.kind, self.starts, self.roles = kind, tuple(starts.split()), roles
        self.needs: Test = needs if needs is not None else bool


def has(starts: str) -> Test:
    """A test: some word starts with one of these."""
    wanted = tuple(starts.split())
    return lambda words: any(word.startswith(wanted) for word in words)


def has_word(wanted: str) -> Test:
    """A test: one of these words is there."""
    these = frozenset(wanted.split())
    return lambda words: not these.isdisjoint(words)


def both(one: Test, other: Test) -> Test:
    """A test: both hold."""
    return lambda words: one(words) and other(words)


def _places(roles: str) -> Roles:
    """`subj:acquirer an:target` in, a table out; a place with no role takes no part."""
    pairs = (entry.partition(":") for entry in roles.split())
    return {place: role for place, _, role in pairs}


PARTNERS = dict.fromkeys("subj obj dat mit von zwischen gen bei aus durch zu".split(), "partner")
BUYING = _places(
    """subj:acquirer obj:target durch:acquirer für:target gen:target an:target um:target
    nach:target von:seller mit:seller bei:target"""
)
TAKEOVER = BUYING | _places("von:target dat:acquirer")
SELLING = _places(
    "subj:seller obj:target an:acquirer von:target gen:target dat:acquirer durch:seller"
)
STAKE = _places(
    """subj:investor obj:investee in:investee an:investee bei:investee für:investee gen:investee
    durch:investor von:investor zu:investee"""
)
LENDING = _places(
    """subj:investor obj:investee dat:investee an:investee für:investee durch:investor von:investor
    gen:investor mit:investee"""
)
BORROWING = _places(
    "subj:investee bei:investor von:investor durch:investor mit:investor obj:investor gen:investor"
)
DELIVERING = _places(
    """subj:supplier obj:customer dat:customer an:customer für:customer durch:supplier gen:customer
    von:customer bei:customer mit:customer"""
)
ORDERING = _places(
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
    fusionskontroll einstiegsgehalt kooperationspartner beteiligten beteiligte interessent
    bestellplattform anteilseigner anteilsschein
    """.split()
)
MAJORITY = tuple("mehrheit sämtliche alle vollständig komplett ganz 100 hundert".split())

PATTERNS = (
    Pattern(
        "merger",
        """fusion zusammenschluss verschmelz verschmolz zusammenschließ zusammenzuschließ
        zusammengeschlossen megafusion zusammenlegung""",
        PARTNERS,
    ),
    Pattern("merger", "zusammen", PARTNERS, has("schließ schloss gehen geht ging")),
    Pattern("merger", "entstehen entsteht", PARTNERS, both(has_word("aus"), has_word("und"))),
    Pattern(
        "partnership",
        "lizenz lizensier unterlizenz patentlizenz",
        PARTNERS | _places("an:partner für: gen:partner"),
    ),
    Pattern(
        "partnership",
        """gemeinschaftsunternehmen joint joint-venture gemeinschaftsfirma
        gemeinschaftswerk""",
        PARTNERS,
    ),
    Pattern(
        "investment",
        """kredit darlehen kreditlinie brückenfinanzierung finanzspritze
        überbrückungskredit konsortialkredit wandelanleihe wandeldarlehen""",
        BORROWING,
        has("""nimmt nahm aufgenommen aufnehm aufzunehm erhält erhielt erhalten bekommt bekam
            bekommen sicher gesichert geeinigt einigt vereinbart"""),
    ),
    Pattern(
        "investment",
        """kredit darlehen kreditlinie brückenfinanzierung finanzspritze
        überbrückungskredit konsortialkredit wandelanleihe wandeldarlehen
        finanziert finanzierte finanzieren finanziere""",
        LENDING,
        has("""gewähr gibt gab gegeben stell bereit vergib vergab vergeben finanzier reicht
            leiht lieh räumt verläng zusag zugesagt"""),
    ),
    Pattern(
        "acquisition",
        "verkauf veräußer trennt getrennt trennen abgeben abgestoßen stößt abstoßen",
        SELLING,
        has("verkauf veräußer trennt getrennt trennen abg stößt"),
    ),
    Pattern(
        "acquisition",
        "eigentümer eigentümerin besitzer eigner",
        _places("subj:acquirer obj:acquirer gen:target von:target für:target bei:target"),
        has("neuer neue neuen künftig"),
    ),
    Pattern("acquisition", "käufer käuferin erwerber", BUYING, has_word("ist wird sei war werde")),
    Pattern(
        "acquisition",
        "gehört gehören gehöre",
        _places("subj:target obj:acquirer zu:acquirer dat:acquirer"),
        has("künftig nun jetzt bald seit neuerdings"),
    ),
    Pattern(
        "acquisition",
        "geht gehen ging gingen gehe",
        _places("subj:target an:acquirer von:seller"),
        both(has_word("an"), has("million milliard mio mrd zuschlag")),
    ),
    Pattern(
        "investment",
        "sammelt eingesammelt einsammel einzusammeln sammelte sammeln",
        BORROWING,
        has("ein million mio geld kapital"),
    ),
    Pattern(
        "investment",
        "bord boot",
        _places("subj:investee obj:investor bei:investee"),
        has("investor geldgeber gesellschafter aktionär kapitalgeber"),
    ),
    Pattern(
        "investment",
        """beteilig minderheitsbeteiligung einsteig einstieg einzusteigen eingestiegen
        kapitalerhöhung kapitalspritze minderheitsanteil anteilskauf ankeraktionär
        ankerinvestor großaktionär sperrminorität aktienpaket""",
        STAKE,
    ),
    Pattern(
        "investment",
        """finanzierungsrunde serie-a serie-b angeführt anführt anführte lead-investor
        leadinvestor""",
        _places("""subj:investee gen:investee von:investor bei:investor durch:investor
            an:investee in:investee mit:investor für:investee obj:investor"""),
    ),
    Pattern("investment", "steigt stieg steigen steige", STAKE, has_word("ein")),
    Pattern(
        "investment",
        "anteil anteile anteilen prozent aktien",
        STAKE,
        has("""erwirb erwarb erworb erwerb übern sicher kauf aufstock stockt gekauft geholt
            holt"""),
    ),
    Pattern(
        "acquisition",
        """übernimm übernahm übernomm übernehm zukauf schluck geschluckt kaufofferte
        übernahmeangebot kaufangebot erwirb erwarb erworben erwerb aufkauf offerte
        verleib einverleib kaufvertrag bieterkampf übernahmeofferte megaübernahme
        übernahmeschlacht übernahmekampf""",
        TAKEOVER,
    ),
    Pattern(
        "supply",
        "kauft kaufte kaufe gekauft kaufen order geordert",
        _places("subj:customer bei:supplier"),
        has_word("bei beim"),
    ),
    Pattern(
        "supply",
        "bezieht beziehen bezog bezogen mietet mietete mieten least leasen",
        _places("subj:customer bei:supplier von:supplier"),
        has_word("bei beim von vom"),
    ),
    Pattern(
        "acquisition",
        """kauft kaufte kaufe gekauft kaufen kauf gebot geboten bietet biete bot greift
        angebot interesse""",
        BUYING | _places("von:seller dat:target"),
    ),
    Pattern(
        "supply",
        "lässt ließ lassen lasse",
        ORDERING,
        has("fertig bauen herstell produzier liefern entwickeln"),
    ),
    Pattern(
        "supply",
        "bestell beauftrag orderte geordert ordert stornier",
        ORDERING | _places("für: von:customer"),
    ),
    Pattern(
        "supply",
        "auftrag großauftrag aufträge order zuschlag",
        ORDERING | _places("von:customer"),
        has("vergib vergab vergeb erteil gegeben gibt gab stornier entzieh entzog entzogen"),
    ),
    Pattern(
        "supply",
        "nimmt nehmen nahm abnehmen abgenommen",
        _places("subj:customer dat:supplier von:supplier obj:supplier"),
        both(
            has_word("ab"),
            has("tonne stück gigawatt megawatt barrel menge strom gas stahl chip prozent"),
        ),
    ),
    Pattern(
        "supply",
        """liefer geliefert beliefer auftrag großauftrag aufträge rahmenvertrag
        abnahmevertrag abnahmevereinbarung liefervertrag zuschlag rüstet ausrüst
        ausgerüstet stattet ausstatt ausgestattet versorgt versorgen""",
        DELIVERING,
    ),
    Pattern(
        "supply",
        """baut bauen baute gebaut fertigt fertigen fertigte gefertigt produziert errichtet
        entwickelt stellt""",
        _places("subj:supplier für:customer von:supplier durch:supplier"),
        has_word("für"),
    ),
    Pattern(
        "partnership",
        """partnerschaft kooper zusammenarbeit zusammenzuarbeit bündnis verbünde verbündet
        schulterschluss entwicklungspartner allianz kooperationsvertrag
        kooperationsvereinbarung absichtserklärung vertriebspartner vertriebsvertrag
        vertriebsvereinbarung gemeinschaftsprojekt""",
        PARTNERS | _places("an:"),
    ),
    Pattern(
        "partnership",
        "zusammen gemeinsam gemeinsame gemeinsames gemeinsamen",
        PARTNERS | _places("an: bei: von:"),
        has("""arbeit bau entwick betreib produz werk fabrik gründe tun erzeug herstell
            forsch anbiet auftret vertreib plan errichte investi"""),
    ),
    Pattern(
        "partnership",
        "vertreibt vertreiben vertrieb vermarktet vermarkten",
        PARTNERS,
        has("""software produkt marke gerät medikament wirkstoff mittel exklusiv lösung
            plattform impfstoff"""),
    ),
    Pattern("partnership", "bündel gebündelt", PARTNERS, has("kräfte")),
    Pattern(
        "investment",
        """invest steckt stecken steckte gesteckt pumpt pumpen pumpte gepumpt schießt
        zuschießen""",
        STAKE,
    ),
    Pattern(
        "investment",
        "erhält erhielt erhalten bekommt bekam bekommen gesichert sichert",
        _places("subj:investee von:investor"),
        both(has_word("von vom"), has("million milliard mio mrd")),
    ),
    Pattern(
        "investment",
        "gibt gab gegeben geben überweist zusagen zugesagt zusage",
        _places(
            """subj:investor dat:investee von:investor gen:investor an:investee für:investee"""
        ),
        has("million milliard mio mrd"),
    ),
    Pattern(
        "negotiation",
        "verhand gespräche gesprächen sondier unterredung investitionsgespräch",
        PARTNERS,
    ),
)
