"""Deals told by what they are about, in words that mean much else: tried before all others.

`spricht über die Miete von Servern`, `sichert sich Windstrom`, `stellt die Beteiligung auf den
Prüfstand`.
"""

from onrecord.extract.german.deals.words import (
    BUYING,
    PARTNERS,
    PRODUCTS,
    SELLING,
    WARES,
    Pattern,
    about,
    apart,
    both,
    either,
    has,
    has_word,
    opened,
    places,
    without,
)

TRADED = about(WARES)

RIGHTS = "rechte rechten vertriebsrecht vermarktungsrecht weltrecht nutzungsrecht"

MATTERS = (
    Pattern(
        "acquisition",
        "verkauf",
        places("subj:target gen:seller"),
        both(has_word("zum"), has_word("steht stehen stand standen stehe stünde stünden")),
    ),
    Pattern(
        "acquisition",
        "abgabe abtretung weiterverkauf",
        places("mit:acquirer an:acquirer subj:seller gen:target von:target"),
        both(has("verhand gespräch sondier sprach sprich sprech"), has_word("über mit")),
    ),
    Pattern(
        "acquisition",
        "setzt setzte setzten durchgesetzt",
        places("gegen:acquirer"),
        both(
            both(either(apart("durch"), has_word("durchgesetzt")), has_word("gegen")),
            without("poker ringen bieter rennen gericht klage widerstand kritik"),
        ),
    ),
    Pattern(
        "supply",
        "gebaut gefertigt produziert hergestellt montiert abgefüllt gedruckt verpackt gelagert",
        places("bei:supplier von:supplier durch:supplier gen:customer"),
        both(has_word("werden wird wurden wurde"), has_word("bei beim")),
    ),
    Pattern(
        "supply",
        "listet listete gelistet auslistet ausgelistet listung auslistung",
        places("subj:customer obj:supplier gen:supplier von:supplier bei:customer"),
    ),
    Pattern(
        "supply",
        "platz regalplatz",
        places("subj:supplier bei:customer von:customer gen:customer in:customer part:customer"),
        both(
            has("sicher gesichert ergatter bekam bekommt erhält erhielt"),
            has("filial regal märkt sortiment läden"),
        ),
    ),
    Pattern(
        "supply",
        "betreiben betreibt betreibe betreut übernimmt",
        places("subj:supplier obj:customer mit:customer für:customer"),
        both(has_word("mit"), has_word("vertrag servicevertrag betreibervertrag")),
    ),
    Pattern(
        "acquisition",
        "visier wunschliste einkaufsliste einkaufszettel liste",
        places("subj:target gen:acquirer von:acquirer part:acquirer"),
        both(has_word("auf im"), has_word("steht stehen stand")),
    ),
    Pattern(
        "acquisition",
        "visier",
        BUYING,
        both(has_word("im ins"), has("hat genommen nimmt nahm hab")),
    ),
    Pattern(
        "supply",
        RIGHTS,
        places("subj:supplier an:customer dat:customer durch:supplier"),
        both(has("vergib vergab vergeb verkauf abgetret überlass überläss abtret"), has_word("an")),
    ),
    Pattern(
        "partnership",
        RIGHTS,
        PARTNERS | places("an: für:"),
        has("erwirb erwarb erwerb erworb sichert gesichert übernimm gekauft kauft"),
    ),
    Pattern(
        "supply",
        "stellt stellte umgestellt umstell umzustell",
        places("subj:customer von:supplier gen:supplier"),
        both(either(apart("um"), has("umg umst umz")), both(has_word("auf"), PRODUCTS)),
    ),
    Pattern(
        "acquisition",
        "hinzu folgte folgten",
        places("subj:target obj:target gen:target"),
        either(apart("hinzu"), has("mehrheit übernahme kauf")),
    ),
    Pattern(
        "acquisition",
        "bekommt erhält bekommen erhalten",
        places("subj:acquirer von:seller"),
        has("übrig restlich"),
    ),
    Pattern(
        "supply",
        "sortiment regal regale regalen",
        places("subj:customer gen:supplier von:supplier"),
        both(has("nimmt nehmen nahm genommen stellt holt"), has_word("ins in")),
    ),
    Pattern(
        "supply",
        "vertrag",
        places("subj:customer obj:supplier mit:supplier"),
        has("gekündigt kündigt kündigte"),
    ),
    Pattern(
        "acquisition",
        "durchgesetzt setzt setzte",
        BUYING,
        both(either(apart("durch"), has_word("durchgesetzt")), has("poker ringen bieter rennen")),
    ),
    Pattern(
        "acquisition",
        "auge",
        BUYING | places("auf:target"),
        both(has_word("auf"), has("geworfen wirft warf")),
    ),
    Pattern(
        "supply",
        "führt führte eingeführt einführen",
        places("subj:customer gen:supplier von:supplier obj:supplier"),
        both(either(apart("ein"), has("eingef einführ")), PRODUCTS),
    ),
    Pattern(
        "supply",
        "übernimmt übernahm übernehmen übernommen übernehme erledigt besorgt besorgen",
        places("subj:supplier obj:customer für:customer von:supplier gen:customer"),
        either(
            has_word(
                """transport wartung montage logistik reinigung abfüllung druck versand
                installation instandhaltung catering bau auslieferung bewirtung verpflegung
                bewachung betreuung entsorgung verpackung lagerung zustellung vermarktung
                abwicklung belieferung umrüstung modernisierung sanierung verlegung errichtung
                betriebsführung planung bestuhlung gepäckabfertigung abfertigung"""
            ),
            opened("produktion fertigung herstellung betrieb"),
        ),
    ),
    Pattern(
        "acquisition",
        "beteiligung anteil anteile anteilen paket mehrheit",
        SELLING | places("bei:target"),
        has(
            """prüfstand reduzier senk verringer trenn abgeb abgeg abzugeb abstoß abgest stößt stieß
            veräußer verkauf ausstieg feilbiet aufgeg aufgeb aufzugeb"""
        ),
    ),
    Pattern(
        "acquisition",
        "ausstieg aussteig auszusteig ausgestieg",
        places("subj:seller gen:seller von:seller bei:target aus:target"),
        both(
            has_word("bei beim aus"),
            without(
                """rennen projekt konsortium verhandlung gespräch geschäft programm verfahren
                bieter"""
            ),
        ),
    ),
    Pattern(
        "partnership",
        "verhandel verhandl gespräch spricht sprechen sprach sprachen gesprochen spreche",
        places("subj:partner mit:partner zwischen:partner"),
        about(has("gemeinsam gemeinschaft kooperation zusammenarbeit partnerschaft allianz joint")),
    ),
    Pattern(
        "supply",
        "gesichert sichert sicherte sichern",
        places("subj:customer von:supplier bei:supplier"),
        both(
            has_word("sich"),
            both(
                WARES,
                without("""anteil beteiligung mehrheit aktie kredit darlehen kapital übernahme
                    tochter recht lizenz exklusiv auftrag"""),
            ),
        ),
    ),
    Pattern(
        "supply",
        "verhandel gespräch spricht sprechen sprach sprachen gesprochen spreche",
        places("subj:customer mit:supplier"),
        both(has_word("mit"), TRADED),
    ),
)
