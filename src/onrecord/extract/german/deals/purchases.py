"""Words that call a purchase of a company: takeovers, and bids that may lead to one."""

from onrecord.extract.german.deals.words import (
    BUYING,
    MONEY,
    TAKEOVER,
    Pattern,
    absent,
    apart,
    both,
    either,
    has,
    has_word,
    places,
    without,
    without_word,
)

PRICED = without(
    """schaden strafe dividende steuer gehalt bußgeld zins abfindung lohn vergleich entschädig klage
    prozess urteil brand unfall unglück"""
)
"""Who pays a price, and not what somebody lost or won at law."""
TAKEOVERS = (
    Pattern(
        "acquisition",
        "mehrheitsbeteiligung mehrheitsanteil mehrheitsübernahme mehrheit",
        places("subj:acquirer mit:target an:target bei:target gen:target"),
        both(has("verhandel gespräch sprich sprach spreche"), has_word("mit über")),
    ),
    Pattern(
        "acquisition",
        """übernimm übernahm übernomm übernehm zukauf schluck geschluckt kaufofferte
        übernahmeangebot kaufangebot erwirb erwarb erworben erwerb aufkauf offerte
        verleib einverleib schnappt schnappte geschnappt kaufvertrag bieterkampf
        übernahmeofferte megaübernahme übernahmeschlacht übernahmekampf akquisition akquirier
        zugekauft aufgekauft aufzukauf ankauf barofferte barangebot pflichtangebot kaufvereinbarung
        kaufabsicht übernahmeabsicht übernahmeplän übernahmeversuch übernahmegespräch
        übernahmeinteresse übernahmefantasie kaufinteresse""",
        TAKEOVER,
    ),
    Pattern(
        "acquisition",
        """umwirbt umwarb umworben buhlt buhlte buhlen wirbt warb geworben gebuhlt bemüht bemühte
        bemühen""",
        BUYING,
        either(has_word("um"), has("umw")),
    ),
    Pattern(
        "acquisition",
        "kontrolle",
        TAKEOVER | places("bei:target über:target"),
        both(has("übern"), has_word("über bei an")),
    ),
    Pattern("acquisition", "fällt fiel", places("subj:target an:acquirer"), has_word("an")),
    Pattern(
        "acquisition",
        "landet landete landen schlüpft",
        places("subj:target an:acquirer bei:acquirer unter:acquirer zu:acquirer gen:acquirer"),
        has_word("an bei beim unter"),
    ),
)

AWARD = Pattern(
    "acquisition",
    "zuschlag",
    places("subj:acquirer dat:acquirer an:acquirer für:target gen:target bei:target"),
)
"""Of what is for sale; else `Zuschlag` is that of an order."""

BIDS = (
    Pattern(
        "acquisition",
        "kauft kaufte kaufe gekauft kaufen kauf gebot angebot",
        BUYING | places("von:seller dat:target"),
    ),
    Pattern(
        "acquisition",
        "interesse interessier",
        BUYING | places("von:seller dat:target"),
        without("kooper partnerschaft zusammenarbeit allianz fusion zusammenschluss lizenz"),
    ),
    Pattern(
        "acquisition",
        "geboten mitgeboten",
        BUYING | places("von:seller dat:target"),
        either(has_word("für um"), MONEY),
    ),
    Pattern(
        "acquisition",
        "geboten bietet biete bot",
        BUYING | places("von:seller dat:target"),
        both(
            either(has_word("für"), either(MONEY, has("aktie anteilsschein"))), absent(apart("an"))
        ),
    ),
    Pattern(
        "acquisition",
        "zahlt zahlte zahlen gezahlt bezahl",
        places("subj:acquirer für:target"),
        both(MONEY, has_word("für dafür"), PRICED),
    ),
    Pattern(
        "acquisition",
        "zahlte gezahlt bezahl",
        places("subj:acquirer"),
        both(
            MONEY,
            without_word("für dafür zahlt zahlen zahle versicherer versicherung"),
            PRICED,
        ),
    ),
    Pattern(
        "acquisition",
        "gesichert sichert sicherte holt holte geholt",
        BUYING,
        both(
            has_word("sich"),
            without("""abfuhr korb rat hilfe geld investor partner geldgeber berater auftrag
                großauftrag prozent anteil kredit darlehen million lizenz rechte
                minderheit beteiligung zuschlag finanzierung kapital option vorkaufsrecht weltrechte
                exklusiv zugriff grundstück platz"""),
        ),
    ),
    Pattern("acquisition", "greift griff greifen gegriffen", BUYING, has_word("nach")),
    Pattern(
        "acquisition",
        "bewarb bewirbt bewerben beworben bewerber",
        BUYING,
        both(has_word("um"), has("anteil paket übernahme kauf geschäft sparte firma")),
    ),
    AWARD,
)
