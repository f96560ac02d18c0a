"""Words that call a supply: what is bought or leased to be used, ordered, delivered, run."""

from onrecord.extract.german.deals.words import (
    DELIVERING,
    ORDERING,
    PRODUCTS,
    WARES,
    Pattern,
    both,
    either,
    has,
    has_word,
    places,
    without,
)

USES = (
    Pattern(
        "supply",
        "verpflichtet verpflichtete engagiert engagierte angeheuert",
        ORDERING,
        both(has_word("für als"), without("sich trainer spieler zahlung strafe vertraglich")),
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
        geleast pachtet gepachtet chartert charterte gechartert beschafft beschaffte""",
        places("subj:customer bei:supplier von:supplier über:supplier gen:supplier"),
        either(has_word("bei beim von vom über"), has("quadratmeter halle büro fläche etage")),
    ),
    Pattern(
        "supply",
        "deckt decken deckte eingedeckt",
        places("subj:customer bei:supplier aus:supplier von:supplier gen:supplier"),
        either(
            both(has_word("sich"), has_word("bei beim")),
            both(has("bedarf strom"), has_word("aus bei von mit")),
        ),
    ),
    Pattern(
        "supply",
        "verleast verleasen vermietet vermieten vermietete verpachtet",
        places("subj:supplier dat:customer an:customer"),
    ),
    Pattern(
        "supply",
        """liefervertrag rahmenvertrag abnahmevertrag mietvertrag leasingvertrag pachtvertrag
        servicevertrag wartungsvertrag""",
        places("subj:customer obj:supplier mit:supplier von:supplier"),
        has("gekündigt kündigt kündigte storniert stornierte beendet mietvertrag leasingvertrag"),
    ),
    Pattern(
        "supply",
        "abnahme bezug",
        places("subj:customer mit:supplier von:supplier bei:supplier"),
        both(has_word("über"), has("vertrag vereinbar abkommen kontrakt einigt verständig")),
        whole=True,
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
        both(
            has_word("von vom"),
            without("""kritik lob angebot gebot vorschlag idee widerstand druck bericht signal
                stimme zahl daten angabe studie schätz analys geld kapital darlehen kredit mittel
                million milliard forder einwand vorwurf unterstützung rückenwind gegenwind hinweis
                wechsel zweifel warnung zusage zustimmung chef manager vorstand mitarbeiter"""),
        ),
    ),
)

ORDERS = (
    Pattern(
        "supply",
        "lässt ließ lassen lasse",
        ORDERING,
        has("""fertig bauen herstell produzier liefern entwickeln warten betreiben reinigen umrüst
            modernisier drucken abfüll überhol install beliefern versorgen verpflegen ausrüsten
            ausstatten"""),
    ),
    Pattern(
        "supply",
        "bestell beauftrag betraut orderte geordert ordert stornier",
        ORDERING | places("für: von:customer"),
        without("damit käufer suchen gutachten sondier investmentbank mandat"),
    ),
    Pattern(
        "supply",
        """auftrag großauftrag aufträge order zuschlag bauauftrag serienauftrag folgeauftrag
        lieferauftrag         millionenauftrag milliardenauftrag""",
        ORDERING | places("von:customer"),
        has("""vergib vergab vergeb erteil gegeben gibt gab stornier entzieh entzog entzogen geht
            ging gehen ergeht"""),
    ),
    Pattern(
        "supply",
        "auftrag großauftrag aufträge order folgeauftrag bauauftrag bestellung",
        ORDERING | places("von:customer gen:customer"),
        both(has_word("bei beim"), has_word("platziert platzierte läuft laufen lief aufgegeben")),
    ),
    Pattern(
        "supply",
        "vergibt vergab vergeben vergebe",
        places("subj:customer an:supplier durch:customer"),
        both(has_word("an"), without("lizenz recht kredit preis stipendi darlehen stimme vergabe")),
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
        "lieferung lieferungen",
        places(
            """subj:supplier von:supplier gen:supplier durch:supplier aus:supplier an:customer
            für:customer"""
        ),
    ),
    Pattern(
        "supply",
        """liefer geliefert beliefer auftrag großauftrag aufträge rahmenvertrag
        abnahmevertrag abnahmevereinbarung liefervertrag zuschlag rüstet ausrüst
        ausgerüstet stattet ausstatt ausgestattet versorgt versorgen lieferabkommen
        lieferkontrakt stromliefervertrag stromabnahmevertrag folgeauftrag millionenauftrag
        milliardenauftrag serienauftrag bauauftrag lieferauftrag""",
        DELIVERING,
        without("konkurrier wetteifer"),
    ),
    Pattern(
        "supply",
        """baut bauen baute gebaut fertigt fertigen fertigte gefertigt produziert errichtet
        entwickelt füllt abfüll montiert verpackt fährt fliegt transportiert befördert wartet
        reinigt druckt digitalisiert betreut lagert verarbeitet""",
        places("subj:supplier für:customer von:supplier durch:supplier"),
        has_word("für"),
    ),
    Pattern(
        "supply",
        "druckt druckte verpackt lagert reinigt transportiert digitalisiert bewirtschaftet",
        places("subj:supplier von:customer gen:customer für:customer durch:supplier"),
    ),
    Pattern(
        "supply",
        "bereitstell bereitgestellt bereitzustell",
        places("subj:supplier dat:customer für:customer von:supplier"),
        both(WARES, without("million milliarde kredit darlehen")),
    ),
    Pattern(
        "supply",
        "verbaut verbauen verbaute verwendet verwenden verwendete nutzt nutzen einsetzen",
        places("subj:customer gen:supplier von:supplier"),
        either(WARES, PRODUCTS),
    ),
)
