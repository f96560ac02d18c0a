"""Words that tell names apart: given names, offices, kinds of company and medium, legal forms."""

from onrecord.extract.german.names.places import PLACES

OFFICE_ENDS = (
    "chef", "chefin", "vorstand", "vorständin", "sprecher", "sprecherin", "vorsitzende",
    "vorsitzender", "vorsitzenden", "direktor", "direktorin", "präsident", "präsidentin",
    "minister", "ministerin", "manager", "managerin", "analyst", "analystin", "analysten",
    "gründer", "gründerin", "geschäftsführer", "geschäftsführerin", "leiter", "leiterin",
    "experte", "expertin", "ökonom", "ökonomin", "professor", "professorin", "anwalt", "anwältin",
    "unternehmer", "unternehmerin", "kommissar", "kommissarin", "bürgermeister",
    "bürgermeisterin", "senator", "senatorin", "stratege", "strategin", "volkswirt",
    "volkswirtin", "kanzler", "kanzlerin", "sekretär", "sekretärin", "verwalter", "verwalterin",
    "berater", "beraterin", "boss", "lenker", "beauftragte", "beauftragter", "rätin", "landrat",
    "betriebsrätin", "betriebsrat", "bevollmächtigte", "bevollmächtigter", "inhaber", "inhaberin",
    "forscher", "forscherin", "ingenieur", "ingenieurin", "politiker", "politikerin",
    "abgeordnete", "abgeordneter", "mitglied", "erbin", "erbe",
    "aktionärin", "investorin", "milliardär", "schützer", "schützerin", "partnerin",
    "händlerin", "juristin", "jurist",
    "wissenschaftler", "wissenschaftlerin", "historiker", "autor", "autorin", "redakteur",
    "redakteurin", "journalist", "journalistin", "gewerkschafter", "gewerkschafterin",
    "verhandlungsführer", "verhandlungsführerin", "kollege", "kollegin", "nachfolger",
    "nachfolgerin", "vorgänger", "vorgängerin", "vize", "stellvertreter", "stellvertreterin",
    "enkel", "enkelin", "witwe", "witwer", "gründersohn", "gründertochter", "neffe", "nichte",
    "patriarch", "patriarchin", "stadtkämmerer", "stadtkämmerin", "pfarrer", "pfarrerin", "kapitän",
    "kapitänin", "nachbar", "nachbarin", "laborant", "laborantin", "rentner", "rentnerin",
    "lehrer", "lehrerin", "physikerin", "chemikerin",
    "biologin", "informatikerin", "landwirt", "landwirtin",
    "hausmeister", "hausmeisterin", "dachdecker", "dachdeckerin",
    "parteifreund", "parteifreundin", "buchhalter", "buchhalterin", "einkäufer", "einkäuferin",
)  # fmt: skip
OFFICES = frozenset("CEO CFO COO CTO CIO CMO Herr Frau Herrn Dr Prof Firmengründer".split())

COMPANY_KINDS = (
    "hersteller", "bauer", "konzern", "konzerns", "händler", "anbieter", "unternehmen",
    "unternehmens", "firma", "gesellschaft", "zulieferer", "dienstleister", "betreiber",
    "versicherer", "bank", "fonds", "start-up", "startup", "gruppe", "entwickler", "produzent",
    "spezialist", "riese", "riesen", "schmiede", "kette", "tochter", "investor", "reederei",
    "brauerei", "werft", "rivale", "rivalen", "konkurrent", "konkurrenten", "wettbewerber",
    "finanzierer", "finanzinvestor", "gigant", "ausrüster", "verlag", "lieferant",
    "zulieferers", "herstellers", "dienst", "makler", "molkerei", "airline", "fluglinie",
    "stiftung", "holding", "versorger", "erzeuger", "verarbeiter", "rüster", "entsorger",
    "spediteur", "spedition", "logistiker", "plattform", "fluggesellschaft", "autobauer",
    "kreditinstitut", "institut", "geldhaus", "brauer", "mutter", "muttergesellschaft",
    "betriebs", "partner", "kunde", "kunden", "großkunde",
    "kundin", "aktionär", "großaktionär", "bieter",
    "bieterin", "käufer", "gesellschafter", "hauptaktionär", "discounter", "laden", "vermieter",
    "druckerei", "pionier", "neuling", "jungfirma", "kapitalgeber", "kasse", "rival",
    "kocher", "röster", "veredler", "recycler", "vermarkter", "verwerter", "techniker",
    "filialist", "caterer", "reeder", "distributor", "broker", "verleiher", "vermittler",
    "hoster", "provider", "netzausrüster", "förderer", "ausgründung", "beteiligungsfirma",
    "großbank", "notenbank", "geldgeber", "kreditgeber", "lizenznehmer",
    "lizenzgeber", "auftragnehmer", "auftraggeber", "abnehmer", "schwester", "ableger",
    "unternehmensgruppe", "bieterkonsortium", "konsortium", "vermögensverwalter", "staatsfonds",
    "pensionsfonds", "hedgefonds", "investmentbank", "softwarehaus", "bauträger",
    "projektierer", "chemieriese", "champion", "marktführer", "weltmarktführer",
    "branchenprimus", "primus", "platzhirsch", "traditionshaus", "familienunternehmen",
    "werkstatt", "manufaktur", "druckhaus", "handelshaus", "modehaus", "autohaus",
    "auktionshaus", "theaterbetreiber", "züchter", "winzer", "kellerei", "brennerei",
    "bäckerei", "metzgerei", "schlachterei", "gerber", "weber", "gießerei", "raffinerie",
    "spinnerei", "kliniken", "klinikkette", "hotelkette", "supermarktkette", "handelskette",
    "fitnesskette", "reiseveranstalter", "veranstalter", "streamingdienst", "lieferdienst",
    "bezahldienst", "zahlungsdienst", "paketdienst", "taxidienst", "fahrdienst", "mobilfunker",
    "telekomkonzern", "zulieferbetrieb", "betrieb", "mittelständler", "ausbilder",
    "wagniskapitalgeber", "risikokapitalgeber", "finanzier", "finanziers", "autovermieter",
    "waffenschmied", "rüstungsschmiede", "fintech", "insurtech", "scale-up", "haus",
    "beteiligungsgesellschaft", "beteiligungshaus", "leasinggeber", "sparte", "abwickler",
    "instandhalter", "generalunternehmer", "subunternehmer", "generalübernehmer",
    "wirtschaftsprüfer", "ratingagentur", "werbeagentur", "kreativagentur", "digitalagentur",
    "vergleichsportal", "reiseportal", "buchungsportal", "jobportal", "immobilienportal",
    "pensionsverwalter", "fondsverwalter", "assetmanager", "unternehmensberater", "marktforscher",
    "unternehmensberatung", "beratungshaus", "kanzlei", "genossenschaft", "spin-off", "multi",
    "ausstatter", "fabrikant", "konfektionär", "marke", "label", "studio", "labor", "einhorn",
    "eigner", "eigentümer", "besitzer", "emittent", "gläubiger", "treuhänder", "käserei",
    "krankenkasse", "klinik", "flieger", "vermarkterin", "anbieterin", "betreiberin",
    "herstellerin", "gemeinschaftswerk", "joint-venture", "family-office", "ausgründer",
    "maschinenbauer", "technikfirma", "finanzholding", "familienholding", "regionalversorger",
    "terminal", "baugruppe", "publisher", "schwesterfirma", "rivalin", "partnerin",
    "konkurrentin", "wettbewerberin", "börsenneuling", "sozietät", "neugründung", "rösterei",
    "konditorei", "kelterei", "airlinegruppe", "baufirma", "bahnfirma", "carrier", "boutique",
    "fertiger", "brunnen", "transporteur", "brauhaus",
    "zusteller", "hotelier", "gastronom", "sportartikler", "gebäudereiniger", "aufsteller",
    "mitbewerber",
    "glashütte", "ziegelei", "weberei", "gerberei", "destillerie", "mälzerei", "ingenieurbüro",
    "planungsbüro", "architekturbüro", "eventagentur", "medienagentur", "personalagentur",
    "designagentur", "privatbahn", "regionalbahn",
)  # fmt: skip
NAMING_KINDS = (
    "bahn", "versicherung", "verbund", "versand", "vertrieb", "seite", "marktdritten", "klub",
    "-app", "vorsorge", "agentur",
    "marktzweiten", "marktdritte", "marktzweite", "branchenzweiten", "branchendritten", "club",
    "senderfamilie", "verleih", "tischlerei", "schreinerei", "reinigung", "wäscherei", "galerie",
    "gärtnerei", "fabrik", "handlung", "vehikel", "kollektiv", "imperium", "zwerg", "liebling",
    "urgestein", "adresse", "arm", "zweig", "division", "apotheke", "drogerie", "verwaltung",
    "vermögensverwaltung", "genossenschaftsverbund", "post", "börse", "küche", "mühle", "kantine",
    "beratung", "hülle", "fußballverein", "sportverein", "ligist", "klubs",
    "clubs", "ligisten", "vereins",
)  # fmt: skip
"""Before a name they say that it is a firm's; on their own they stand for no firm."""
NO_FIRMS = (
    "stadt", "gemeinde", "ort", "ortsteil", "stadtteil", "bezirk", "kreis", "region", "insel",
    "fluss", "straße", "platz", "see", "tal", "berg", "hafen", "land", "provinz", "dorf", "viertel",
    "wirkstoff", "medikament", "mittel", "präparat", "impfstoff", "app", "programm", "modell",
    "typ", "reihe", "spiel", "serie", "film", "buch", "roman", "schiff", "frachter", "fähre",
    "satellit", "rakete", "projekt", "gewerkschaft", "verband", "verein", "partei", "behörde",
    "ministerium", "amt", "kommission", "universität", "hochschule", "fakultät", "museum",
    "initiative", "kammer", "organisation", "vereinigung", "stiftung", "bewegung", "allianz",
    "union", "fraktion", "agentur", "anstalt", "jahr", "monat", "euro", "prozent", "uhr", "familie",
    "brüder", "schwestern", "ehepaar", "trio", "paar", "flughafen", "bahnhof", "gericht", "kloster",
    "schloss", "anwaltschaft", "polizei", "präsidium", "bistum", "justiz",
    "feld", "kohlegrube", "speicher", "kraftwerk", "park", "wort", "name", "titel", "motto",
    "aktion", "index", "linie", "marke", "software", "system", "sprachmodell", "chip", "rolle",
    "präsident", "kanzler", "fall", "thema", "sorte", "bund", "freistaat", "kanton", "königreich",
)  # fmt: skip
"""Nouns before the name of something that is no firm: a place, a product, a body."""
MEDIUM_KINDS = (
    "zeitung", "magazin", "nachrichtenagentur", "presseagentur", "sender", "zeitschrift",
    "onlineportal", "newsportal", "branchenportal", "fachportal",
    "blatt", "wirtschaftsdienst", "nachrichtendienst", "tageszeitung", "wochenzeitung", "medium",
    "fachblatt", "branchendienst", "finanzdienst", "börsenblatt", "radiosender", "rundfunk",
    "onlinedienst", "fernsehsender", "wirtschaftsblatt", "nachrichtenportal", "newsletter",
    "wochenblatt", "nachrichtensender", "mediendienst", "fachdienst", "pressedienst", "infodienst",
    "brancheninformationsdienst", "börsendienst", "fachmagazin", "blog",
    "informationsdienst", "podcast", "branchenblatt",
)  # fmt: skip
MEDIUM_ENDS = (
    "zeitung", "anzeiger", "tageblatt", "tagblatt", "nachrichten", "kurier", "rundschau",
    "allgemeine", "allgemeinen", "presse", "magazin", "journal", "blatt", "bote", "boten",
    "merkur", "echo", "wirtschaftswoche", "funk", "tagespost", "abendblatt", "morgenpost",
    "spiegel", "depesche", "telegraf", "telegraph", "gazette", "chronik",
    "handelsbote", "woche", "merkantil", "post", "fernsehen", "volksblatt", "tagesblatt",
    "wochenblatt", "welt", "dienst", "zeitschrift", "illustrierte", "tribüne",
)  # fmt: skip
MEDIUM_WORDS = frozenset(
    """
    times herald chronicle news post tribune insider report radio review wire press observer
    bulletin magazine today dispatch globe standard mirror weekly daily gazeta courier monitor
    journal telegraph gazette star sun zeit welt bild nation examiner inquirer register sentinel
    mercury argus express fernsehen echo woche spiegel bote kurier
    """.split()
)
"""Last words of the names of media, on their own."""
MEDIA_PHRASES = (
    "Wall Street Journal", "Financial Times", "New York Times", "Washington Post",
    "Süddeutsche Zeitung", "Frankfurter Allgemeine Zeitung", "Frankfurter Allgemeinen Zeitung",
    "Süddeutschen Zeitung", "Lebensmittel Zeitung", "Finanz und Wirtschaft", "Neue Zürcher Zeitung",
    "Neuen Zürcher Zeitung", "Manager Magazin",
    "The Information", "The Verge", "Le Monde", "Deutsche Presse-Agentur",
    "Deutschen Presse-Agentur", "Der Spiegel",
    "Die Zeit", "Die Welt", "Der Standard", "Börsen-Zeitung", "Bild am Sonntag",
    "Welt am Sonntag", "NZZ am Sonntag", "Bayerischer Rundfunk", "Norddeutscher Rundfunk",
    "Bayerischen Rundfunk", "Norddeutschen Rundfunk", "Westdeutscher Rundfunk",
    "Westdeutschen Rundfunk", "Mitteldeutscher Rundfunk", "Mitteldeutschen Rundfunk",
    "Rheinische Post", "Rheinischen Post", "Badische Neueste Nachrichten",
    "Badischen Neuesten Nachrichten", "Stuttgarter Nachrichten", "heise online", "Spiegel Online",
    "Zeit Online",
)  # fmt: skip

KIN = frozenset(
    """Vater Mutter Sohn Tochter Bruder Schwester Ehemann Ehefrau Gatte Gattin Witwe Witwer Enkel
    Enkelin Schwager Schwägerin Onkel Tante Neffe Nichte Cousin Cousine Zwillingsbruder
    Zwillingsschwester Lebensgefährte Lebensgefährtin""".split()
)
"""Before a given name: `ihr Bruder Xaver`."""

NOT_NAMES = PLACES | frozenset(
    """
    Liter Kilo Kilogramm Gramm Meter Zentimeter Unze Unzen Barrel Fass Hektar Stück Paar Dutzend
    Liga Gruppe Platz Kapitel Artikel Paragraf Absatz Version Modell Typ Serie Teil Band USA US
    EU KI IT UN UNO NATO BIP DAX MDAX SDAX GPU GPUs CPU CPUs PC EZB IWF WTO OECD G7 G20 ETF IPO
    PR NRW FMA Finma FINMA Dax MDax SDax TecDax CDax ATX SMI
    TV UKW DVD CD AI ML HBM LNG CO2 CEO CFO COO CTO VIP ADAC CDU CSU SPD FDP AfD BSW DDR BRD
    IG DGB ver ver.di Verdi Bafin BaFin SEC FBI CIA BKA BGH EuGH Euro Dollar Yen Pfund Mio Mrd
    New Nordrhein Silicon Valley Bund Länder Bundesregierung Land Staat Montag Dienstag Mittwoch
    Donnerstag Freitag Samstag Sonntag Januar Februar März April Mai Juni Juli August September
    Oktober November Dezember Quartal Jahr Woche Monat GPT ChatGPT Ich Wir Sie Es Er Bundesbank
    Kartellamt Bundeskartellamt Kommission Bundestag Bundesrat Regierung Gewerkschaft
    Frühstücksfernsehen Privatfernsehen Bezahlfernsehen Kabelfernsehen Regionalfernsehen Fernsehen
    Mittelstand Börse Weihnachten Ostern Covid Corona Brexit Internet Start-up Startup Millionen
    Milliarden Prozent Euros Cent Tonnen Gigawatt Megawatt Kilometer
    """.split()
)
NOUN_ENDS = (
    "ung", "ungen", "heit", "keit", "schaft", "tion", "tionen", "tät", "ismus", "nis", "tum",
    "chen", "keiten", "heiten", "schaften", "täten", "eure", "ierung", "gespräche", "verhandlungen",
    "preis", "preise", "kosten", "zahlen", "markt", "märkte", "vertrag", "verträge", "jahr",
    "jahre", "branche", "industrie", "kreise", "kreisen", "angaben", "bericht", "berichte",
    "medien", "anleger", "aktie", "aktien", "kurs", "kurse", "umsatz", "gewinn", "verlust",
    "erlöse", "gelder", "mittel", "werte", "güter", "anteile", "rechte", "posten", "stellen",
    "zinsen", "steuern", "daten", "pläne", "regeln", "waren", "produkte", "material",
    "materialien", "pulver", "granulat", "folie", "folien", "rohstoff", "rohstoffe", "werkstoff",
    "werkstoffe",
)  # fmt: skip
BUSINESS_VERBS = frozenset(
    """
    übernimmt übernahm kauft kaufte erwirbt erwarb liefert lieferte investiert investierte
    beteiligt beteiligte kooperiert kooperierte fusioniert fusionierte plant plante steigt stieg
    bestellt bestellte produziert produzierte baut baute verkauft verkaufte beliefert belieferte
    verhandelt verhandelte prüft prüfte beschäftigt betreibt meldet meldete bestätigt bestätigte
    dementiert dementierte teilt teilte lehnt lehnte kündigt kündigte bietet bot steckt steckte
    wies weist schließt schloss unterzeichnet unterzeichnete gibt gab zahlt zahlte will wollte
    hat hatte habe sei entwickelt entwickelte stellt stellte übernehme liefere plane erwartet
    """.split()
)
