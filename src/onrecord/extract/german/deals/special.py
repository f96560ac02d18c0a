"""Words that call a deal only beside others: tried before the plain ones."""

from onrecord.extract.german.deals.words import (
    BORROWING,
    BUYING,
    GOODS,
    LENDING,
    MONEY,
    PARTNERS,
    SELLING,
    STAKE,
    WON,
    Pattern,
    apart,
    becomes_part,
    both,
    either,
    has,
    has_word,
    not_held,
    places,
    retailed,
    without,
    without_word,
)

SPECIAL = (
    Pattern(
        "merger",
        "hervorgegangen hervorging entstand entstanden",
        places("von:partner zwischen:partner aus:partner gen:partner mit:partner"),
        has("fusion zusammenschluss verschmelzung zusammenlegung"),
    ),
    Pattern(
        "investment",
        "gehört zählt gehören zählen",
        places("gen:investee von:investee subj:investor"),
        both(has_word("zu"), has("geldgeber investoren aktionäre gesellschafter")),
    ),
    Pattern(
        "acquisition",
        "gehört zählt gehören zählen",
        places("subj:acquirer für:target gen:target um:target"),
        both(has_word("zu"), has("interessent bieter")),
    ),
    Pattern(
        "acquisition",
        "eigentümer besitzer eigner",
        places("subj:target mit:acquirer"),
        both(has("neue"), has("bekommt bekam bekommen erhält erhielt")),
    ),
    Pattern(
        "investment",
        "aktionär gesellschafter hauptaktionär miteigentümer",
        STAKE,
        both(
            has_word("aktionär gesellschafter hauptaktionär miteigentümer"),
            has_word("wird werde wurde neuer"),
        ),
    ),
    Pattern(
        "merger",
        "legen legten legt zusammengelegt zusammenlegen",
        PARTNERS,
        both(has_word("zusammen zusammengelegt"), has("sparte geschäft bereich")),
    ),
    Pattern(
        "investment",
        "bord boot",
        places("subj:investor bei:investee gen:investee"),
        both(has_word("neu ebenfalls auch"), has_word("ist sind kommt kommen war waren")),
    ),
    Pattern(
        "merger",
        """fusion zusammenschluss verschmelz verschmolz zusammenschließ zusammenzuschließ
        zusammengeschlossen megafusion zusammenlegung fusionier fusionsplän fusionsgespräch
        fusionsverhandlung zusammengehen elefantenhochzeit""",
        PARTNERS,
    ),
    Pattern("merger", "zusammen", PARTNERS, has("schließ schloss gehen geht ging")),
    Pattern("merger", "entstehen entsteht", PARTNERS, both(has_word("aus"), has_word("und"))),
    Pattern(
        "merger",
        "werden wird",
        places("aus:partner"),
        both(has_word("aus"), has_word("und"), has_word("soll sollen"), has("konzern institut")),
        whole=True,
    ),
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
        places("subj:supplier obj:customer mit:customer"),
        both(has_word("als mit"), has("kunde großkunde abnehmer auftraggeber neukunde")),
    ),
    Pattern(
        "supply",
        "verliert verlor verloren verlieren",
        places("subj:supplier obj:customer"),
        both(has_word("als"), has("kunde großkunde abnehmer auftraggeber")),
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
        überbrückungskredit konsortialkredit wandelanleihe wandeldarlehen linie""",
        BORROWING,
        has("""sprech spricht sprach verhand nimmt nahm aufgenommen aufnehm aufzunehm erhält
            erhielt erhalten bekommt bekam bekommen sicher gesichert geeinigt einigt vereinbar
            verständigt beantrag"""),
    ),
    Pattern(
        "investment",
        """kredit darlehen kreditlinie brückenfinanzierung finanzspritze
        überbrückungskredit konsortialkredit wandelanleihe wandeldarlehen
        finanziert finanzierte finanzieren finanziere""",
        LENDING,
        both(
            without("krediten eigenmitteln"),
            has("""gewähr gibt gab gegeben stell vergib vergab vergeben finanzier reicht
            leiht lieh räumt verläng zusag zugesagt hilft half aussicht zurückgezogen gestrichen
            gekündigt kündig gestundet begleit bewillig einräum eingeräumt fällig gekappt kappt
            genehmig"""),
        ),
    ),
    Pattern(
        "acquisition",
        """loswerden loswird loswerde
        verkauf veräußer trennt getrennt trennen abgeben abgestoßen stößt abstoßen verramsch
        verscherbel losgeschlagen versilber""",
        SELLING,
        retailed,
    ),
    Pattern("acquisition", "gibt gab geben", SELLING, both(has_word("ab"), has_word("an"))),
    Pattern("acquisition", "reicht reichte weitergereicht weiterreich", SELLING, has_word("an")),
    Pattern(
        "acquisition",
        "übernahme",
        places("subj:acquirer mit:target"),
        both(
            has("sprach sprech spricht gesprochen verhand"),
            both(has_word("mit"), both(has_word("über"), has_word("eine"))),
        ),
        whole=True,
    ),
    Pattern(
        "acquisition",
        "verkauf übernahme",
        places("mit:acquirer subj:target gen:target von:target bei:target durch:acquirer"),
        both(has("sprach sprech gesprochen verhand gespräch sondier"), has_word("mit")),
    ),
    Pattern(
        "acquisition",
        "verkauf",
        places("mit:acquirer subj:seller gen:target von:target"),
        both(has("einig geeinigt verständig"), both(has_word("mit"), has_word("auf über"))),
    ),
    Pattern(
        "acquisition",
        "leer kürzeren nachsehen unterlag unterlegen ausgestochen überboten bieterrennen",
        BUYING | places("dat:acquirer im:"),
        either(has("leer unterl"), has("nachsehen kürzeren ausgest überb bieterr")),
    ),
    Pattern(
        "acquisition",
        "besitz eigentum",
        places("subj:target gen:acquirer von:acquirer dat:acquirer"),
        both(has_word("in ins"), has("überg gehen geht ging wechsel")),
    ),
    Pattern(
        "acquisition",
        "schiebt schob abgeschoben abschieb übergab übergibt übergeben abgetreten",
        SELLING,
        both(has_word("an"), either(has_word("ab"), has("abge absch überg"))),
    ),
    Pattern(
        "acquisition",
        "ausgestiegen absprang absprangen abgesprungen abgewinkt abwinkte rückzieher abgeblitzt",
        BUYING,
        without("verhandlung gespräch projekt konsortium"),
    ),
    Pattern(
        "acquisition",
        "überbietet überbieten überbiete überbot übertrumpft übertrumpfte übertrumpfen",
        places("subj:acquirer für:target um:target bei:target"),  # whom: who bids, too
        without("erwartung prognose vorjahr rekord umsatz gewinn ziel verhandlung projekt"),
    ),
    Pattern(
        "acquisition",
        "sucht suchen suche suchte gesucht",
        places("subj:seller für:target"),
        both(has("käufer käuferin abnehmer"), without("auftrag mandat")),
    ),
    Pattern(
        "supply",
        "kunde großkunde hauptkunde abnehmer",
        places("subj:customer gen:supplier von:supplier obj:supplier"),
        has_word("ist war bleibt sei bleibe wird"),
    ),
    Pattern(
        "supply",
        "stattet rüstet ausgestattet ausgerüstet",
        places("subj:customer gen:supplier von:supplier"),
        both(has_word("mit"), has_word("ihre seine ihren seinen")),
    ),
    Pattern(
        "supply",
        "lieferant",
        places("subj:supplier von:customer gen:customer für:customer obj:customer"),
        has_word("ist war bleibt sei bleibe wird"),
    ),
    Pattern(
        "supply",
        "vertrag",
        places("subj:customer obj:supplier"),
        both(has_word("unter"), has("genommen nimmt nahm nehmen")),
    ),
    Pattern(
        "partnership",
        "tritt trat abgetreten abzutreten",
        PARTNERS | places("an:partner"),
        both(has("recht lizenz vermarktung"), has_word("an")),
    ),
    Pattern(
        "acquisition",
        "wechselt wechseln wandert wandern",
        places("subj:target zu:acquirer an:acquirer"),
        MONEY,
    ),
    Pattern(
        "acquisition",
        "teil dach",
        places("subj:target gen:acquirer von:acquirer"),
        either(
            both(becomes_part, has_word("wird werden wurde würde wurden geworden")),
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
        either(
            has("künftig nun jetzt bald seit neuerdings von inzwischen mittlerweile"),
            has_word("ab"),
        ),
    ),
    Pattern(
        "acquisition",
        "geht gehen ging gingen gehe",
        places("subj:target an:acquirer von:seller"),
        both(
            has_word("an"),
            without_word("börse börsen"),
            without("arbeit auftrag großauftrag order bestellung"),
        ),
    ),
    Pattern(
        "acquisition",
        "angebot gebot offerte übernahmeangebot kaufangebot übernahmeofferte übernahme",
        places("subj:target gen:acquirer von:acquirer durch:acquirer"),
        has(
            """zurückgewiesen wies weist abgelehnt ablehn lehnt lehnte lehnen angenommen annehm
                nimmt nehmen nahm nahmen akzeptier wehrt wehren wehrte sträubt
                stemmt abgewehrt ausgeschlagen schlug schlägt entschied entschieden
                favorisier bevorzug"""
        ),
    ),
    Pattern(
        "supply",
        "kauft kaufte kaufe gekauft kaufen abkauf abgekauft",
        places("subj:customer von:supplier bei:supplier dat:supplier gen:supplier"),
        GOODS,
    ),
    Pattern(
        "acquisition",
        "kauft kaufte kaufe kaufen abgekauft abkauf abzukaufen",
        BUYING | places("dat:seller von:seller gen:seller"),
        either(apart("ab"), has("abgekauft abkauf abzukaufen")),
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
        either(
            both(has_word("führt führte führen"), has_word("an")),
            has("anführ"),
            both(has("angeführt"), has_word("hat haben hatte habe"), without("wird wurde")),
        ),
    ),
    Pattern(
        "investment",
        """finanzierungsrunde serie-a serie-b angeführt anführt anführte lead-investor
        leadinvestor""",
        places("""subj:investee gen:investee von:investor bei:investor durch:investor
            an:investee in:investee mit:investor für:investee obj:investor"""),
    ),
    Pattern("investment", "einstieg", STAKE | places("gen:investor"), not_held),
    Pattern(
        "investment",
        """beteilig minderheitsbeteiligung einsteig einzusteigen eingestiegen
        kapitalerhöhung kapitalspritze minderheitsanteil anteilskauf sperrminorität
        aktienpaket""",
        STAKE,
        not_held,
    ),
    Pattern(
        "investment",
        "ankeraktionär ankerinvestor großaktionär leadinvestor lead-investor",
        STAKE,
        has("neue wird werde wurde würde ist sei als künftig"),
    ),
    Pattern(
        "investment",
        "steigt stieg steigen steige",
        STAKE,
        both(apart("ein"), without("markt branche geschäftsfeld")),
    ),
    Pattern("investment", "eingekauft einkauf einzukaufen", STAKE, has_word("sich")),
    Pattern(
        "investment",
        "kauft kaufte kaufen kaufe",
        STAKE,
        both(has_word("sich"), apart("ein")),
    ),
    Pattern(
        "investment",
        "hält halten hielte halte",
        STAKE,
        both(
            has_word("künftig nun danach dann seit inzwischen mittlerweile damit"),
            has("prozent anteil aktien viertel drittel fünftel zehntel hälfte"),
        ),
    ),
    Pattern(
        "investment",
        "zeichnet zeichnete zeichnen gezeichnet zeichnungs",
        STAKE,
        has("aktie anteil anleihe wandelanleihe million milliard kapital"),
    ),
    Pattern(
        "investment",
        "anteil anteile anteilen prozent aktien",
        STAKE,
        has("""erwirb erwarb erworb erwerb übern sicher kauf aufstock stockt gekauft geholt
            holt gesichert ausgebaut ausbau erhöht meldet meldete verdoppelt"""),
    ),
)
