"""Deals in the words of everyday news: what is bought back, lent, looked after, given up.

Each calls a deal only beside others; tried before the plain words.
"""

from onrecord.extract.german.deals.words import (
    BUYING,
    DELIVERING,
    LENDING,
    MONEY,
    PARTNERS,
    PRODUCTS,
    SELLING,
    Pattern,
    apart,
    bare,
    becomes,
    both,
    either,
    has,
    has_word,
    places,
    without,
)

LOANS = "kredit kredite krediten kredits darlehen darlehens kreditlinie"
LENT = has("kredit darlehen")
RUN = has(
    """rechenzentrum rechenzentren server it-system kantine lager fuhrpark flotte züge busse anlage
    netz filter aufzüge maschinen flugzeuge turbinen fahrzeuge triebwerke schiffe klärwerk kessel
    parkhaus onlineshop callcenter hotline logistikzentrum"""
)

EVERYDAY = (
    Pattern(
        "acquisition",
        "zurückgekauft zurückkauf zurückzukauf zurückerw rückkauf zurückgeholt",
        BUYING,
        without("aktie anleihe"),
    ),
    Pattern(
        "acquisition",
        "angelt angelte geangelt krallt gekrallt einverleibt ersteiger herausgekauft aufgesammelt",
        BUYING,
    ),
    Pattern(
        "acquisition",
        "dach fittiche",
        BUYING | places("unter:"),
        both(has_word("unter"), has("holt holte geholt nimmt nahm genommen")),
    ),
    Pattern(
        "acquisition",
        "tochter tochterfirma tochtergesellschaft teil bestandteil",
        places("subj:target gen:acquirer part:acquirer von:acquirer"),
        either(becomes("tochter tochterfirma tochtergesellschaft"), becomes("bestandteil")),
    ),
    Pattern(
        "acquisition",
        "legt legte blättert blätterte hingeblättert hinblätter hingelegt",
        BUYING | places("subj:acquirer für:target"),
        both(MONEY, both(has_word("für"), either(has_word("tisch"), has("hin")))),
    ),
    Pattern(
        "acquisition",
        "gliedert gliederte eingegliedert einglieder einzuglieder",
        BUYING | places("in:acquirer"),
        either(apart("ein"), has("eingeg einglied einzug")),
    ),
    Pattern(
        "acquisition",
        "geht ging aufgegangen aufgehen",
        places("subj:target in:acquirer"),
        both(has_word("in im"), either(apart("auf"), has_word("aufgegangen aufgehen"))),
    ),
    Pattern(
        "acquisition",
        "wandert wandern wanderte wanderten gewandert",
        places("subj:target zu:acquirer an:acquirer"),
        has_word("zu zum zur an"),
    ),
    Pattern("acquisition", "liebäugel", BUYING | places("mit:target"), has_word("mit")),
    Pattern(
        "acquisition",
        "korb abblitzen abgeblitzt abfuhr",
        places("subj:target dat:acquirer obj:acquirer"),
        has("gab gegeben gibt ließ lässt erteilt"),
    ),
    Pattern(
        "acquisition",
        "abgegeben abzugeben abgibt abgab überlässt überließ überlassen",
        SELLING,
        both(
            either(has_word("an"), has("überl")),
            without("angebot gebot offerte erklärung stimme anteil prozent beteiligung recht geld"),
        ),
    ),
    Pattern(
        "acquisition",
        "käufer käuferin abnehmer",
        places("subj:seller für:target obj:acquirer in:acquirer mit:acquirer"),
        both(has_word("für"), has("gefunden fand findet finden präsentier")),
    ),
    Pattern(
        "acquisition",
        "führt fortgeführt fortführ weitergeführt weiterführ",
        places("subj:acquirer gen:target part:seller von:target obj:target"),
        both(
            either(either(apart("fort"), apart("weiter")), has("fortg fortf weiterg weiterf")),
            has("filial häuser läden werk standort betrieb insolven kliniken heime"),
        ),
    ),
    Pattern(
        "investment",
        "steigt stieg ausgestiegen aussteigen auszusteigen aussteigt",
        places("subj:seller bei:investee aus:investee gen:investee"),
        both(
            has_word("bei beim"),
            both(
                either(apart("aus"), has("ausg ausst ausz")),
                without("rennen projekt konsortium verhandlung gespräch geschäft programm"),
            ),
        ),
    ),
    Pattern(
        "investment",
        "bord boot",
        places("subj:investor bei:investee"),
        both(has_word("als"), has("investor geldgeber gesellschafter aktionär kapitalgeber")),
    ),
    Pattern(
        "investment",
        "bord boot",
        places("subj:investee obj:investor mit:investor"),
        both(has("holt holte geholt"), without("lotse manager chef")),
    ),
    Pattern(
        "investment",
        "eingeworben einwerb einzuwerb wirbt warb",
        places("subj:investee von:investor bei:investor"),
        both(MONEY, either(apart("ein"), has("eing einw einz"))),
    ),
    Pattern(
        "investment",
        "schießt schoss zugeschossen",
        LENDING,
        both(MONEY, either(apart("zu"), has_word("zugeschossen"))),
    ),
    Pattern(
        "investment",
        "gegeben gibt gab",
        places("subj:investor dat:investee von:investor"),
        both(
            has("kapital eigenkapital geldspritze finanzspritze wagniskapital"),
            without("bekannt erhöhung"),
        ),
    ),
    Pattern("investment", "bürgt bürgte bürgen gebürgt", places("subj:investor für:investee")),
    Pattern(
        "investment",
        LOANS,
        LENDING | places("an:investee bei:investor für:investee"),
        both(
            either(
                apart("bei"),
                has("""verweiger stundet gestundet stundung ausgelaufen beigesprungen ablös abgelöst
                    tilg getilgt zurückgezahlt zurückzahl versag gestreckt prolong"""),
            ),
            without("kreditgeber kreditnehmer"),
        ),
    ),
    Pattern(
        "supply",
        "betreibt betreiben betreut betreute wartet wartete repariert überholt",
        places("subj:supplier gen:customer von:customer für:customer obj:supplier part:customer"),
        both(RUN, without("gemeinsam zusammen mit eigene eigenes")),
    ),
    Pattern(
        "supply",
        "lässt ließ lassen",
        places("subj:customer bei:supplier von:supplier durch:supplier"),
        both(
            has_word("bei beim von vom durch"),
            has("speicher fertig bauen herstell produzier drucken abfüll wart reinig entwickel"),
        ),
    ),
    Pattern(
        "supply",
        "kommen kommt kamen stammen stammt stammten",
        places("gen:customer für:customer von:supplier part:customer"),
        both(
            has_word("von vom"),
            has("""motor batterie zelle teile sitze chips software maschine stahl holz milch züge
            busse strom glas verpackung bauteil ware rohstoff sensor kamera display reifen"""),
        ),
    ),
    Pattern(
        "supply",
        "mieter mieterin hauptmieter ankermieter",
        places("subj:customer gen:supplier von:supplier obj:customer"),
        has_word("wird werden ist wurde neuer neue bleibt"),
    ),
    Pattern(
        "supply",
        "lieferant lieferanten zulieferer dienstleister",
        places("subj:customer obj:supplier zu:supplier"),
        either(
            both(has_word("als"), has("ausgetauscht ersetzt gestrichen verloren gewonnen")),
            both(has("wechsel gewechselt"), has_word("zu zum zur")),
        ),
    ),
    Pattern(
        "supply",
        "zählt zählen",
        places("subj:supplier obj:customer"),
        both(has_word("zu"), has_word("ihren seinen")),
        whole=True,
    ),
    Pattern(
        "supply",
        "sortiment programm regal regalen",
        places("subj:customer gen:supplier von:supplier obj:supplier"),
        has("führt führte nimmt genommen nahm streicht gestrichen strich verbann"),
    ),
    Pattern(
        "supply",
        "setzt setzen setzte eingesetzt einsetzen",
        places("subj:customer gen:supplier von:supplier"),
        both(PRODUCTS, either(apart("ein"), has_word("eingesetzt einsetzen"))),
    ),
    Pattern(
        "supply",
        "servicevertrag wartungsvertrag dienstleistungsvertrag logistikvertrag betreibervertrag",
        DELIVERING,
    ),
    Pattern(
        "partnership",
        "arbeitet arbeiten arbeitete gearbeitet",
        places("subj:partner mit:partner"),
        both(has_word("mit"), both(has_word("an am"), without("hochdruck"))),
    ),
    Pattern(
        "partnership",
        "vertrieb vermarktung auslieferung",
        places("subj:partner gen:partner von:partner für:partner dat:partner"),
        has("übernimm übernahm übernomm übernehm übertr"),
    ),
    Pattern(
        "partnership",
        "bündel gebündelt",
        PARTNERS,
        has("kräfte einkauf vertrieb forschung logistik"),
    ),
    Pattern(
        "partnership",
        "betreibt betreiben eröffnet eröffnen errichtet baut bauen",
        places("subj:partner mit:partner"),
        both(both(has_word("mit"), has("labor zentrum klärwerk")), without("gemeinsam")),
    ),
    Pattern("merger", "vereinig", PARTNERS, has_word("sich")),
    Pattern(
        "acquisition",
        "übernahme kauf",
        places("subj:acquirer mit:target von:target gen:target"),
        both(
            has("verhandelt spricht sprechen sprach"),
            both(has_word("mit"), bare("übernahme kauf")),
        ),
    ),
)
