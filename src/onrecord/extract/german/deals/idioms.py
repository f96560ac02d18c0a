"""Purchases, stakes and loans in the idioms of business news: tried before all other words.

`schlägt bei X zu`, `macht das Rennen`, `greift X mit Millionen unter die Arme`.
"""

from onrecord.extract.german.deals.words import (
    BORROWING,
    BUYING,
    LENDING,
    MONEY,
    SELLING,
    STAKE,
    Pattern,
    apart,
    behind,
    both,
    either,
    has,
    has_word,
    places,
    without,
)

RESCUED = has("insolven pleite konkurs zahlungsunfähig bieterverfahr verkaufsprozess bieterprozess")
TENDER = has("auftrag ausschreib vergabe tender")
SUM = behind("mit", has("million milliard mio mrd frisch kapital darlehen kredit"), 4)
OWNERS = "aktionär aktionärin großaktionär ankeraktionär gesellschafter gesellschafterin investor"
GROUP = has("konzern gruppe unternehmen holding")

IDIOMS = (
    Pattern(
        "acquisition",
        "verstärkt verstärken verstärkte",
        places("subj:acquirer mit:target"),
        both(
            has_word("sich"),
            has_word("mit"),
            without("""partner koop zusammenarbeit allianz team ingenieur mitarbeiter expert
                beschäftigt fachleut manager personal geld kapital"""),
        ),
        whole=True,
    ),
    Pattern(
        "acquisition",
        "schlägt schlug schlagen zugeschlagen zuzuschlagen zuschlagen greift griff zugegriffen",
        BUYING,
        both(
            has_word("bei beim"),
            either(apart("zu"), has("zugeschl zuzuschl zuschlagen zugegr")),
            without("polizei behörde zoll"),
        ),
    ),
    Pattern(
        "acquisition",
        "ergattert ergatterte ergattern",
        BUYING,
        without(
            "auftrag großauftrag aufträge order zuschlag lizenz recht karte mandat anteil prozent"
        ),
    ),
    Pattern(
        "acquisition",
        "zuschlag",
        places("subj:acquirer dat:acquirer an:acquirer für:target gen:target bei:target"),
        both(RESCUED, without("auftrag ausschreib")),
    ),
    Pattern(
        "acquisition",
        "rettet rettete retten gerettet",
        BUYING,
        both(RESCUED, without("million milliard kredit darlehen")),
    ),
    Pattern(
        "acquisition",
        "führt führte geführt weitergeführt fortgeführt",
        BUYING,
        both(has_word("als"), has("tochter"), has_word("künftig weiter weiterhin fortan")),
        whole=True,
    ),
    Pattern(
        "acquisition",
        "integriert integriere integrieren eingegliedert eingliedern gliedert",
        places("subj:acquirer obj:target in:acquirer von:seller"),
        both(has_word("in"), GROUP, without("software technik technologie plattform system")),
        whole=True,
    ),
    Pattern(
        "acquisition",
        "hand hände händen",
        places("subj:target gen:acquirer von:acquirer"),
        both(
            has_word("in"),
            has("kommt kam kommen fällt fiel gelangt geht gehen ging übergeh überging gegeben"),
        ),
    ),
    Pattern(
        "acquisition",
        "arme armen schoß",
        places("subj:target gen:acquirer von:acquirer"),
        both(has_word("in"), has("flücht begibt begab getrieben treibt trieb rettet")),
    ),
    Pattern(
        "acquisition",
        "eigentümer eigentümerin besitzer besitzerin eigner mehrheitseigner mutter",
        places("subj:target in:acquirer mit:acquirer obj:acquirer gen:target"),
        both(
            has("neue"),
            has("findet fand finden gefunden bekommt bekam bekommen erhält erhielt erhalten hat"),
        ),
    ),
    Pattern(
        "acquisition",
        "käufer käuferin erwerber",
        places("subj:target für:target gen:target mit:acquirer in:acquirer obj:acquirer"),
        both(
            either(
                has("gefunden fand findet finden präsentier gibt"),
                both(has_word("hat"), has_word(":")),
            ),
            has_word("mit in für :"),
        ),
    ),
    Pattern(
        "acquisition",
        "entschieden entschied entscheidet entscheiden",
        places("subj:target für:acquirer gen:target"),
        both(has_word("für"), has("käufer erwerber bieter eigentümer"), without("gegen")),
        whole=True,
    ),
    Pattern(
        "acquisition",
        "rennen",
        places("subj:acquirer bei:target um:target gen:target"),
        both(has("mach gemacht"), has_word("bei beim um"), without("auftrag ausschreib")),
        whole=True,
    ),
    Pattern(
        "acquisition",
        "favorit favoriten wunschkandidat wunschpartner",
        places("subj:acquirer für:target auf:target gen:target"),
        both(has_word("gilt gelten galt ist sind"), has_word("für"), without("auftrag ausschreib")),
        whole=True,
    ),
    Pattern(
        "acquisition",
        "kosten",
        BUYING,
        both(has_word("lässt ließ lassen"), has_word("sich"), has("million milliard mio mrd")),
        whole=True,
    ),
    Pattern(
        "acquisition",
        "option kaufoption vorkaufsrecht",
        places("subj:acquirer auf:target für:target an:target"),
        both(
            has_word("auf für"),
            has("""löst eingelöst einlös ausgeübt ausüb übt zieht gezogen zog sichert gesichert
                eingeräumt hält hat"""),
            without("anteil prozent aktie beteiligung"),
        ),
        whole=True,
    ),
    Pattern(
        "acquisition",
        "fühler",
        places("subj:acquirer nach:target"),
        has("streck ausgestreckt ausstreck"),
    ),
    Pattern("acquisition", "avancen", places("subj:acquirer dat:target"), has("mach gemacht")),
    Pattern(
        "acquisition",
        "einkaufstour shoppingtour einkaufsserie",
        places("subj:acquirer mit:target bei:target"),
        has("setzt setzte fortges fortzus geht ging kauft"),
        whole=True,
    ),
    Pattern(
        "acquisition",
        "überträgt übertrug übertragen überschr",
        SELLING | places("auf:acquirer"),
        both(
            has_word("auf"),
            without("aufgabe verantwortung leitung recht stimm anteil aktie prozent daten"),
        ),
        whole=True,
    ),
    Pattern(
        "acquisition",
        "verkauf verkaufs",
        places("""subj:seller mit:acquirer an:acquirer gen:target von:target zwischen:
            durch:seller"""),
        both(
            has("verhand gespräch sprach spricht sprech sondier geeinigt einig verständigt"),
            behind("mit", bool),
        ),
    ),
    Pattern(
        "investment",
        "beteiligung anteil anteile anteilen paket aktienpaket aktien",
        places("gen:seller von:seller an:investor obj:investee bei:investee für:investee"),
        both(has_word("geht gehen ging gingen wandert wandern"), has_word("an")),
    ),
    Pattern(
        "investment",
        "zieht zog zurückgezogen zurückziehen zurückzuziehen",
        places("subj:seller gen:investee bei:investee von:investee"),
        both(has_word("sich"), has_word("als"), has("aktionär gesellschafter investor")),
    ),
    Pattern(
        "investment",
        OWNERS,
        places("subj:investee obj:investor"),
        both(
            has_word("als"),
            has("aufgenommen nimmt nahm aufnehm aufzunehm begrüßt begrüßte willkommen"),
        ),
    ),
    Pattern(
        "investment",
        "finanzierungsrunde runde kapitalrunde serie-a serie-b series-a series-b",
        places("subj:investee obj:investor von:investor gen:investee"),
        both(has("anführ angeführt"), has("schließ schloss abgeschl meld sammel eingesam bekannt")),
    ),
    Pattern(
        "investment",
        "bringt brachte eingebracht einbringen einzubringen",
        STAKE,
        both(either(apart("ein"), has("eingeb einbring einzub")), MONEY, has_word("in")),
    ),
    Pattern("investment", "fördert förderte gefördert", LENDING, both(has_word("mit"), SUM)),
    Pattern(
        "investment",
        """kapitalspritze geldspritze finanzspritze eigenkapital wagniskapital risikokapital
        wachstumskapital""",
        BORROWING,
        has("erhält erhielt erhalten bekommt bekam bekommen holt geholt besorgt"),
    ),
    Pattern(
        "investment",
        "stockt stockte stocken aufgestockt aufstock aufzustock",
        STAKE,
        both(
            either(has_word("bei beim an"), has("prozent anteil beteilig")),
            without("bestell order auftrag belegschaft produktion personal angebot offerte gebot"),
        ),
    ),
    Pattern(
        "investment",
        "leiht lieh leihen geliehen borgt borgte",
        LENDING,
        both(MONEY, without("sich")),
        whole=True,
    ),
    Pattern(
        "investment",
        "darlehen kredit überbrückungskredit notkredit brückenkredit millionenkredit",
        places("subj:investee gen:investor von:investor obj:investee an:investee für:investee"),
        both(
            has("rettet retten gerettet rettete stützt stützen überlebt hilft half"),
            has_word("der des von vom"),
        ),
        whole=True,
    ),
    Pattern(
        "investment",
        "stundet stundete gestundet stundung stunden",
        LENDING,
        has("zins tilg"),
        whole=True,
    ),
    Pattern(
        "investment",
        "finanzierung anschlussfinanzierung zwischenfinanzierung projektfinanzierung",
        LENDING | places("gen:investee"),
        both(
            has("""übernimm übernahm übernomm stellt gestellt zugesagt sagt sicher gesichert
                arrangier"""),
            without("runde"),
        ),
        whole=True,
    ),
    Pattern(
        "investment",
        "bürgt bürgte bürgen gebürgt bürgschaft",
        places("subj:investor für:investee gen:investee von:investor"),
        has("kredit darlehen anleihe"),
    ),
    Pattern(
        "investment",
        "anleihe wandelanleihe schuldschein",
        places("subj:investee obj:investor bei:investor von:investor"),
        both(has("begibt begab begeben platzier"), has("zeichn platzier")),
    ),
    Pattern(
        "investment",
        "konsortialkredit kreditpaket konsortialfinanzierung",
        LENDING,
        has("arrangier organisier führt angeführt"),
    ),
    Pattern(
        "investment",
        "refinanziert refinanzierte refinanzieren umgeschuldet",
        BORROWING,
        has_word("bei beim"),
    ),
    Pattern(
        "investment",
        "kreditvertrag darlehensvertrag kreditvereinbarung finanzierungsvertrag",
        places("subj:investee von:investor bei:investor zwischen:"),
        has("geschlossen schließ schloss unterschr unterzeich vereinbar verläng"),
    ),
    Pattern(
        "investment",
        "zugesagt zusage sagt sagte",
        LENDING,
        both(
            has("kapital geld darlehen kredit million milliard"),
            either(apart("zu"), has_word("zugesagt zusage zusagt zusagte")),
        ),
    ),
    Pattern("investment", "stattet stattete ausgestattet ausstatten", LENDING, SUM),
    Pattern("investment", "päppelt päppelte aufgepäppelt", LENDING, SUM),
    Pattern("investment", "springt sprang beigesprungen", LENDING, both(SUM, has("bei"))),
    Pattern(
        "investment",
        "arme armen",
        LENDING,
        both(has_word("unter"), has("greift griff greifen gegriffen"), SUM),
    ),
    Pattern(
        "acquisition",
        "bekommt bekam bekommen erhält erhielt kassiert kassierte",
        places("subj:seller für:target von:acquirer"),
        both(MONEY, has_word("für"), has_word("von vom")),
        whole=True,
    ),
    Pattern(
        "investment",
        "besorgt besorgte besorgen leiht",
        BORROWING,
        both(has_word("sich"), has_word("bei beim"), MONEY),
        whole=True,
    ),
    Pattern("investment", "geldhahn", LENDING, has("dreht drehte abgedreht zugedreht"), whole=True),
    Pattern(
        "investment",
        "kredit kredite krediten darlehen kreditlinie",
        LENDING | places("bei:investee gen:investee"),
        has_word("fällig"),
        whole=True,
    ),
    Pattern(
        "acquisition",
        "blitzt blitzte abgeblitzt abblitzt",
        BUYING,
        both(has_word("bei beim"), either(apart("ab"), has("abgeb abbl"))),
        whole=True,
    ),
    Pattern(
        "investment",
        "holt holte geholt besorgt",
        BORROWING,
        both(has_word("sich"), MONEY, has_word("von vom bei beim")),
        whole=True,
    ),
    Pattern(
        "investment",
        "geldgeber investor kapitalgeber aktionär gesellschafter",
        places("subj:investee mit:investor in:investor"),
        both(has("gefunden findet fand"), has("neue"), has_word("mit in")),
        whole=True,
    ),
    Pattern(
        "investment",
        "erhält erhielt bekommt bekam gezahlt zahlt zahlte",
        STAKE,
        both(has_word("prozent"), has_word("für"), MONEY, without("dividende zins")),
        whole=True,
    ),
    Pattern(
        "investment",
        "nachgelegt legt legte",
        STAKE,
        both(has_word("bei beim"), either(apart("nach"), has_word("nachgelegt"))),
        whole=True,
    ),
    Pattern(
        "investment",
        "engagement",
        STAKE,
        has("ausgebaut ausbau aufgestockt baut erhöh verstärk"),
        whole=True,
    ),
)
