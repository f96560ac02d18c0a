"""What calls a deal: patterns in the order in which they are tried, the special ones first."""

from onrecord.extract.german.deals.words import (
    BORROWING,
    BUYING,
    DELIVERING,
    LENDING,
    MONEY,
    ORDERING,
    PARTNERS,
    PRODUCTS,
    SELLING,
    SIGNED,
    STAKE,
    TAKEOVER,
    WON,
    Pattern,
    both,
    either,
    has,
    has_word,
    places,
    without,
)

PATTERNS = (
    Pattern(
        "merger",
        "hervorgegangen hervorging entstand entstanden",
        places("von:partner zwischen:partner aus:partner gen:partner mit:partner"),
        has("fusion zusammenschluss verschmelzung zusammenlegung"),
    ),
    Pattern(
        "investment",
        "bord boot",
        places("subj:investor bei:investee gen:investee"),
        both(has_word("neu ebenfalls auch"), has_word("ist sind kommt kommen war waren")),
    ),
    Pattern(
        "partnership",
        "vergleich außergerichtlich beigelegt",
        PARTNERS | places("im: zum:"),
        has("""patent streit rechtsstreit prozess klage schloss schließ geschlossen geeinigt
            einigt gericht beigelegt beilegen beend"""),
    ),
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
        PARTNERS | places("an:partner für: gen:partner"),
    ),
    Pattern(
        "partnership",
        """gemeinschaftsunternehmen joint joint-venture gemeinschaftsfirma
        gemeinschaftswerk""",
        PARTNERS,
    ),
    Pattern(
        "investment",
        WON,
        places("subj:investee obj:investor für:investee"),
        both(
            has_word("als"),
            has("""investor geldgeber kapitalgeber ankerinvestor gesellschafter
            aktionär ankeraktionär großaktionär"""),
        ),
    ),
    Pattern(
        "supply",
        WON,
        places("subj:supplier obj:customer"),
        both(has_word("als"), has("kunde großkunde abnehmer auftraggeber neukunde")),
    ),
    Pattern(
        "partnership",
        WON,
        PARTNERS,
        both(has_word("als"), has("partner kooperationspartner technologiepartner")),
    ),
    Pattern(
        "investment",
        "geliehen leiht lieh leihen geborgt",
        BORROWING,
        both(has_word("sich"), has_word("von vom bei beim")),
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
        """verkauf veräußer trennt getrennt trennen abgeben abgestoßen stößt abstoßen verramsch
        verscherbel losgeschlagen versilber""",
        SELLING,
    ),
    Pattern("acquisition", "gibt gab geben", SELLING, both(has_word("ab"), has_word("an"))),
    Pattern(
        "acquisition",
        "teil dach",
        places("subj:target gen:acquirer von:acquirer"),
        either(
            both(has_word("teil"), has_word("wird werden wurde würde")),
            both(has_word("dach"), has_word("unter")),
        ),
    ),
    Pattern(
        "acquisition",
        "eigentümer eigentümerin besitzer eigner",
        places("subj:acquirer obj:acquirer gen:target von:target für:target bei:target"),
        has("neuer neue neuen künftig"),
    ),
    Pattern("acquisition", "käufer käuferin erwerber", BUYING, has_word("ist wird sei war werde")),
    Pattern(
        "acquisition",
        "gehört gehören gehöre",
        places("subj:target obj:acquirer zu:acquirer dat:acquirer"),
        has("künftig nun jetzt bald seit neuerdings"),
    ),
    Pattern(
        "acquisition",
        "geht gehen ging gingen gehe",
        places("subj:target an:acquirer von:seller"),
        has_word("an"),
    ),
    Pattern(
        "acquisition",
        "angebot gebot offerte übernahmeangebot kaufangebot übernahmeofferte übernahme",
        places("subj:target gen:acquirer von:acquirer durch:acquirer"),
        has("""abgelehnt ablehn lehnt lehnte angenommen annehm nimmt akzeptier wehrt wehren wehrte
            sträubt stemmt abgewehrt ausgeschlagen schlug schlägt"""),
    ),
    Pattern(
        "acquisition",
        "kauft kaufte kaufe kaufen abgekauft abkauf abzukaufen",
        BUYING | places("dat:seller von:seller"),
        either(has_word("ab"), has("abgekauft abkauf abzukaufen")),
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
        places("subj:investee obj:investor bei:investee"),
        has("investor geldgeber gesellschafter aktionär kapitalgeber"),
    ),
    Pattern(
        "investment",
        "finanzierungsrunde runde kapitalrunde",
        STAKE,
        either(both(has_word("führt führte führen"), has_word("an")), has("anführ")),
    ),
    Pattern(
        "investment",
        """finanzierungsrunde serie-a serie-b angeführt anführt anführte lead-investor
        leadinvestor""",
        places("""subj:investee gen:investee von:investor bei:investor durch:investor
            an:investee in:investee mit:investor für:investee obj:investor"""),
    ),
    Pattern(
        "investment",
        """beteilig minderheitsbeteiligung einsteig einstieg einzusteigen eingestiegen
        kapitalerhöhung kapitalspritze minderheitsanteil anteilskauf ankeraktionär
        ankerinvestor großaktionär sperrminorität aktienpaket""",
        STAKE,
    ),
    Pattern("investment", "steigt stieg steigen steige", STAKE, has_word("ein")),
    Pattern("investment", "eingekauft einkauf einzukaufen", STAKE, has_word("sich")),
    Pattern(
        "investment",
        "kauft kaufte kaufen kaufe",
        STAKE,
        both(has_word("sich"), has_word("ein")),
    ),
    Pattern(
        "investment",
        "hält halten hielte halte",
        STAKE,
        both(has_word("künftig nun danach dann"), has("prozent anteil aktien")),
    ),
    Pattern(
        "investment",
        "zeichnet zeichnete zeichnen gezeichnet zeichnungs",
        STAKE,
        has("aktie anteil anleihe million milliard kapital"),
    ),
    Pattern(
        "investment",
        "anteil anteile anteilen prozent aktien",
        STAKE,
        has("""erwirb erwarb erworb erwerb übern sicher kauf aufstock stockt gekauft geholt
            holt gesichert"""),
    ),
    Pattern(
        "acquisition",
        """übernimm übernahm übernomm übernehm zukauf schluck geschluckt kaufofferte
        übernahmeangebot kaufangebot erwirb erwarb erworben erwerb aufkauf offerte
        verleib einverleib schnappt schnappte geschnappt kaufvertrag bieterkampf
        übernahmeofferte megaübernahme übernahmeschlacht übernahmekampf""",
        TAKEOVER,
    ),
    Pattern(
        "supply",
        "kauft kaufte kaufe gekauft kaufen order geordert",
        places("subj:customer bei:supplier"),
        has_word("bei beim"),
    ),
    Pattern(
        "supply",
        """bezieht beziehen bezog bezogen mietet mietete mieten gemietet least leasen leaste
        geleast pachtet""",
        places("subj:customer bei:supplier von:supplier"),
        has_word("bei beim von vom"),
    ),
    Pattern(
        "supply",
        "verleast verleasen vermietet vermieten vermietete verpachtet",
        places("subj:supplier dat:customer an:customer"),
    ),
    Pattern(
        "supply",
        """liefervertrag rahmenvertrag abnahmevertrag mietvertrag leasingvertrag servicevertrag
        wartungsvertrag""",
        places("subj:customer obj:supplier mit:supplier von:supplier"),
        has("gekündigt kündigt kündigte storniert stornierte beendet mietvertrag leasingvertrag"),
    ),
    Pattern(
        "supply",
        "setzt setzen setzte gesetzt",
        places("subj:customer von:supplier gen:supplier auf:supplier"),
        both(has_word("auf"), PRODUCTS),
    ),
    Pattern(
        "supply",
        "kunden großkunden abnehmern",
        places("gen:supplier von:supplier subj:customer"),
        both(has_word("zu"), has("zähl gehör")),
    ),
    Pattern(
        "supply",
        "kommen kommt stammen stammt",
        places("für:customer von:supplier"),
        both(has_word("für"), has_word("von vom")),
    ),
    Pattern(
        "acquisition",
        "kauft kaufte kaufe gekauft kaufen kauf gebot angebot interesse",
        BUYING | places("von:seller dat:target"),
    ),
    Pattern(
        "acquisition",
        "geboten bietet biete bot",
        BUYING | places("von:seller dat:target"),
        either(has_word("für"), MONEY),
    ),
    Pattern("acquisition", "greift griff greifen", BUYING, has_word("nach")),
    Pattern(
        "supply",
        "lässt ließ lassen lasse",
        ORDERING,
        has("fertig bauen herstell produzier liefern entwickeln"),
    ),
    Pattern(
        "supply",
        "bestell beauftrag orderte geordert ordert stornier",
        ORDERING | places("für: von:customer"),
    ),
    Pattern(
        "supply",
        "auftrag großauftrag aufträge order zuschlag",
        ORDERING | places("von:customer"),
        has("vergib vergab vergeb erteil gegeben gibt gab stornier entzieh entzog entzogen"),
    ),
    Pattern(
        "supply",
        "nimmt nehmen nahm abnehmen abgenommen",
        places("subj:customer dat:supplier von:supplier obj:supplier"),
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
        places("subj:supplier für:customer von:supplier durch:supplier"),
        has_word("für"),
    ),
    Pattern(
        "partnership",
        """partnerschaft kooper zusammenarbeit zusammenzuarbeit bündnis verbünde verbündet
        schulterschluss entwicklungspartner allianz kooperationsvertrag
        kooperationsvereinbarung absichtserklärung vertriebspartner vertriebsvertrag
        vertriebsvereinbarung gemeinschaftsprojekt""",
        PARTNERS | places("an:"),
    ),
    Pattern(
        "partnership",
        "zusammen gemeinsam gemeinsame gemeinsames gemeinsamen",
        PARTNERS | places("an: bei: von:"),
        has("""arbeit bau entwick betreib produz werk fabrik gründe tun erzeug herstell
            forsch anbiet auftret vertreib plan errichte investi sache tut tat taten getan
            spann"""),
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
        places("subj:investee von:investor"),
        both(has_word("von vom"), MONEY),
    ),
    Pattern(
        "investment",
        "stellt stellte stellen gestellt bereit",
        LENDING,
        both(MONEY, has("verfügung bereit")),
    ),
    Pattern("investment", "sagt sagte", LENDING, both(has_word("zu"), MONEY)),
    Pattern(
        "investment",
        "legt legte nachgelegt nachgeschossen schießt",
        STAKE,
        both(either(has_word("nach"), has("nachg")), MONEY),
    ),
    Pattern(
        "investment",
        "gibt gab gegeben geben überweist zusagen zugesagt zusage",
        places("""subj:investor dat:investee von:investor gen:investor an:investee für:investee"""),
        has("million milliard mio mrd"),
    ),
    Pattern(
        "negotiation",
        "verhand gespräche gesprächen sondier unterredung investitionsgespräch",
        PARTNERS,
        without("gericht landgericht oberlandesgericht bundesgericht richter prozess strafkammer"),
    ),
    Pattern("partnership", "partner", PARTNERS, has_word("wird werden wurde wurden")),
    Pattern(
        "partnership",
        """abkommen vertrag vereinbarung rahmenabkommen memorandum grundsatzvereinbarung
        rahmenvereinbarung""",
        places("subj:partner mit:partner zwischen:partner dat:partner"),
        SIGNED,
    ),
)
