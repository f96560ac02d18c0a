"""Stakes, rounds and loans in the idioms of business news: tried before all other words.

`nimmt X als Gesellschafter auf`, `greift X mit Millionen unter die Arme`.
"""

from onrecord.extract.german.deals.words import (
    BORROWING,
    LENDING,
    MONEY,
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

SUM = behind("mit", has("million milliard mio mrd frisch kapital darlehen kredit"), 4)
OWNERS = "aktionär aktionärin großaktionär ankeraktionär gesellschafter gesellschafterin investor"

CAPITAL = (
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
