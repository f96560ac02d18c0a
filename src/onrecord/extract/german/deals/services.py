"""Supplies, partnerships and mergers in the idioms of business news: tried before all other words.

`lagert ihre Logistik an X aus`, `macht gemeinsame Sache`, `setzt auf Pumpen von X`.
"""

from onrecord.extract.german.deals.words import (
    ORDERING,
    PARTNERS,
    PRODUCTS,
    WARES,
    Pattern,
    apart,
    both,
    either,
    has,
    has_word,
    places,
    without,
)

TENDER = "ausschreibung ausschreibungen vergabeverfahren tender"
TASKS = has(
    """wartung logistik betrieb reinigung versand lagerung abfüllung fertigung produktion montage
    vertrieb buchhaltung it-betrieb instandhaltung catering transport zustellung druck kundendienst
    abrechnung verpackung entsorgung bau
    datenverarbeitung bewachung betreuung verpflegung"""
)
SOLD_GOODS = has_word(
    """züge lokomotiven busse turbinen maschinen chips server batterien module motoren pumpen
    roboter lastwagen laser kräne tonnen gigawattstunden megawattstunden strom gas stahl milch holz
    papier kupfer lithium wasserstoff kassen geräte"""
)
"""What is made to be sold."""
CHOSEN = has(
    """lieferant lieferanten ausrüster dienstleister hersteller zulieferer generalunternehmer
    auftragnehmer anbieter"""
)

SERVICES = (
    Pattern(
        "supply",
        "entschieden entschied entscheidet entscheiden",
        places("subj:customer für:supplier gen:customer"),
        both(has_word("für"), CHOSEN),
        whole=True,
    ),
    Pattern(
        "supply",
        "setzt setzen setzte gesetzt vertraut vertrauen vertraute",
        places("subj:customer von:supplier gen:supplier auf:supplier"),
        both(
            has_word("auf"),
            either(WARES, PRODUCTS),
            without("""übernahme kauf verkauf fusion partnerschaft koop allianz zusammenarbeit
                einstieg erfolg hilfe geduld unterstützung aktie anteil zusammenschl gespräch druck
                tagesordnung liste kurs investor zukunft wachstum einigung angebot spiel fuß"""),
        ),
        whole=True,
    ),
    Pattern(
        "supply",
        "bekommt bekam bekommen erhält erhielt erhalten",
        places("subj:customer von:supplier"),
        both(
            has_word("von vom"),
            WARES,
            without("million milliard geld kapital darlehen kredit auftrag order bestell zuschlag"),
        ),
        whole=True,
    ),
    Pattern(
        "supply",
        "überträgt übertrug übertragen vergibt vergab vergeben",
        places("subj:customer dat:supplier an:supplier auf:supplier gen:customer"),
        both(TASKS, without("lizenz recht auftrag")),
        whole=True,
    ),
    Pattern(
        "supply",
        "lagert lagerte ausgelagert auslagern auszulagern",
        places("subj:customer an:supplier zu:supplier gen:customer"),
        both(either(apart("aus"), has("ausgel auslag auszul")), has_word("an zu zum zur")),
    ),
    Pattern("supply", "abbestellt abbestellen abzubestellen", ORDERING),
    Pattern(
        "supply",
        "erbringt erbrachte erbringen erbracht",
        places("subj:supplier für:customer von:supplier dat:customer"),
        has_word("für"),
    ),
    Pattern(
        "supply",
        "stellt stellte stellen bereitgestellt bereitzustell",
        places("subj:supplier dat:customer für:customer von:supplier"),
        both(
            either(apart("bereit"), has("bereitg bereitz"), has_word("verfügung")),
            WARES,
            without("million milliard kredit darlehen kapital"),
        ),
    ),
    Pattern(
        "supply",
        "bucht buchte gebucht buchen",
        places("subj:customer bei:supplier von:supplier gen:supplier"),
        both(has_word("bei beim von vom"), without("flug reise zimmer")),
        whole=True,
    ),
    Pattern(
        "supply",
        "gehen geht gingen ging",
        places("von:supplier an:customer"),
        both(WARES, has_word("an"), has_word("von vom"), without("paket anteil aktie")),
    ),
    Pattern(
        "supply",
        TENDER,
        places("subj:supplier gen:customer von:customer bei:customer"),
        has("gewinn gewann gewonn durchges durchz setzt setzte"),
    ),
    Pattern(
        "supply",
        "rennen",
        places("subj:supplier bei:customer gen:customer von:customer"),
        both(has("mach gemacht"), has("auftrag ausschreib")),
        whole=True,
    ),
    Pattern(
        "partnership",
        "holt holte geholt gewann gewinnt gewonnen",
        PARTNERS,
        both(has_word("als"), has("partner kooperationspartner technologiepartner")),
    ),
    Pattern(
        "partnership",
        "entwickelt entwickeln entwickelte entwickelten baut bauen erforscht erforschen testet",
        places("subj:partner mit:partner"),
        both(has_word("mit"), without("für million auftrag hilfe blick kredit")),
        whole=True,
    ),
    Pattern(
        "partnership",
        "überlässt überließ überlassen vergibt vergab einräumt eingeräumt räumt",
        places("subj:partner dat:partner an:partner von:partner"),
        has("vertriebsrecht vermarktungsrecht lizenz nutzungsrecht patentrecht"),
    ),
    Pattern(
        "partnership",
        "legen legten legt zusammengelegt zusammenzulegen zusammenlegen",
        PARTNERS,
        both(
            either(apart("zusammen"), has("zusammengel zusammenzul zusammenleg")),
            has("einkauf vertrieb logistik forschung entwicklung rechenzent netz filialnetz"),
        ),
    ),
    Pattern(
        "partnership",
        "teilen teilt teilten",
        PARTNERS,
        both(
            has_word("sich"),
            has("werk fabrik netz plattform kosten labor lager infrastruktur halle"),
        ),
        whole=True,
    ),
    Pattern(
        "partnership",
        "einigt einigte einigten einigen geeinigt",
        PARTNERS,
        both(has_word("mit"), has("patent rechtsstreit lizenz markenstreit")),
        whole=True,
    ),
    Pattern("partnership", "konsortium", PARTNERS, has("bilde bildet gebildet gründ"), whole=True),
    Pattern(
        "partnership",
        "beteiligt",
        PARTNERS | places("an:"),
        both(
            has_word("sind waren sollen"),
            either(has("projekt konsortium vorhaben konsortien"), has_word("hälfte je")),
            without("prozent gewinn"),
        ),
        whole=True,
    ),
    Pattern("partnership", "rücken rückt rückten", PARTNERS, has_word("zusammen"), whole=True),
    Pattern("merger", "verschmilz verschmolz verschmelz", PARTNERS | places("auf:partner")),
    Pattern(
        "negotiation",
        "lotet ausloten auslotet auszuloten",
        places("subj:partner mit:partner"),
        both(
            has_word("mit"),
            without(
                """übernahme kauf verkauf fusion beteiligung einstieg zusammenarbeit koop partner"""
            ),
        ),
        whole=True,
    ),
    Pattern(
        "supply",
        "kümmert kümmern kümmerte zuständig",
        places("subj:supplier gen:customer für:customer part:customer von:customer"),
        both(TASKS, has_word("um für")),
        whole=True,
    ),
    Pattern(
        "supply",
        "werbeetat etat mediaetat werbeauftrag",
        places("subj:supplier gen:customer von:customer an:supplier"),
        has(
            "gewinn gewann gewonn holt geholt sicher gesichert geht vergib vergab übernimm betreut"
        ),
        whole=True,
    ),
    Pattern(
        "supply",
        "stellt stellte stellen hergestellt herstellen",
        places("subj:supplier für:customer von:supplier"),
        both(either(apart("her"), has_word("hergestellt herstellen")), has_word("für")),
    ),
    Pattern(
        "supply",
        "cloud",
        places("subj:customer gen:supplier von:supplier"),
        has("verlager verleg migrier umzieh zieht umgezogen auslager"),
        whole=True,
    ),
    Pattern(
        "supply",
        "verkauf",
        places("subj:supplier dat:customer an:customer"),
        both(
            SOLD_GOODS,
            without("sparte tochter anteil aktie beteilig werk geschäft mehrheit filial prozent"),
        ),
        whole=True,
    ),
    Pattern(
        "partnership",
        "wege",
        PARTNERS,
        both(has_word("wege"), has_word("gemeinsame")),
        whole=True,
    ),
    Pattern(
        "partnership",
        "nutzt nutzen nutzte zugang zugriff",
        PARTNERS,
        both(
            has("patent lizenz technik technologie"),
            without("verklag klag gericht vorw wirft verletz streit"),
        ),
        whole=True,
    ),
    Pattern(
        "supply",
        "auftrag großauftrag",
        places("gen:supplier von:customer subj:supplier"),
        both(has_word("kommt kam stammt stammte"), has_word("von vom")),
    ),
    Pattern(
        "supply",
        "auftrag bestellung order aufträge bestellungen",
        places("subj:customer bei:supplier"),
        both(
            has_word("bei beim"), has("aufgestockt stockt erhöh verdoppel kürzt gekürzt reduzier")
        ),
        whole=True,
    ),
    Pattern(
        "supply",
        "ersetzt ersetzte ersetzen",
        places("subj:customer durch:supplier"),
        both(has_word("durch"), CHOSEN),
        whole=True,
    ),
    Pattern(
        "supply",
        "modernisiert saniert renoviert repariert wartet",
        places("subj:supplier für:customer von:supplier"),
        has_word("für"),
        whole=True,
    ),
    Pattern(
        "supply",
        "bezieht beziehen bezog bezogen",
        places("subj:customer gen:supplier part:supplier von:supplier"),
        both(has_word("aus"), WARES),
        whole=True,
    ),
)
