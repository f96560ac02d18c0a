"""Purchases in the idioms of business news: tried before all other words.

`schlägt bei X zu`, `macht das Rennen`, `fällt X in den Schoß`.
"""

from onrecord.extract.german.deals.words import (
    BUYING,
    MONEY,
    PRODUCTS,
    SELLING,
    WARES,
    Pattern,
    anything,
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
GROUP = has("konzern gruppe unternehmen holding")

IDIOMS = (
    Pattern(
        "supply",
        "errichtet errichtete baut baute",
        places("subj:supplier gen:customer"),
        has("zentrale halle werkshalle gebäude neubau firmensitz hauptsitz lagerhalle"),
        whole=True,
    ),
    Pattern(
        "supply",
        "vertraut vertraute vertrauen",
        places("subj:customer auf:supplier"),
        both(has_word("auf"), has_word("bei beim")),
        whole=True,
    ),
    Pattern(
        "supply",
        "verliert verlor verlieren verloren",
        places("subj:supplier mit:customer"),
        both(has_word("mit"), has("kunde großkunde abnehmer auftraggeber")),
        whole=True,
    ),
    Pattern(
        "acquisition",
        "kauf übernahme erwerb",
        places("dat:acquirer gen:target von:target"),
        has("untersag verbiet verbot erlaub gestatt genehmig"),
        whole=True,
    ),
    Pattern(
        "supply",
        "setzt setzten eingesetzt einsetzen",
        places("subj:customer gen:supplier von:supplier"),
        both(either(apart("ein"), has("eingesetzt einsetz")), either(WARES, PRODUCTS)),
        whole=True,
    ),
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
        "eigentümer eigentümerin besitzer besitzerin eigner mehrheitseigner mutter träger trägerin",
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
    Pattern(
        "acquisition",
        "gibt gab geben abgeben abgegeben abzugeben",
        SELLING,
        both(
            either(apart("ab"), has("abge abzug")),
            has("sparte geschäft tochter werk filial standort"),
            without("gebot angebot offerte erklärung stimme anteil prozent beteiligung"),
        ),
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
            behind("mit", anything),
        ),
    ),
    Pattern(
        "acquisition",
        "bekommt bekam bekommen erhält erhielt kassiert kassierte",
        places("subj:seller für:target von:acquirer"),
        both(MONEY, has_word("für"), has_word("von vom")),
        whole=True,
    ),
    Pattern(
        "acquisition",
        "blitzt blitzte abgeblitzt abblitzt",
        BUYING,
        both(has_word("bei beim"), either(apart("ab"), has("abgeb abbl"))),
        whole=True,
    ),
)
