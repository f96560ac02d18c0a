"""What calls a deal: patterns in the order in which they are tried, the special ones first."""

from onrecord.extract.german.deals.everyday import EVERYDAY
from onrecord.extract.german.deals.matters import MATTERS
from onrecord.extract.german.deals.special import SPECIAL
from onrecord.extract.german.deals.words import (
    BUYING,
    DELIVERING,
    LENDING,
    MONEY,
    ORDERING,
    PARTNERS,
    PRODUCTS,
    SIGNED,
    STAKE,
    TAKEOVER,
    WARES,
    Pattern,
    both,
    either,
    ends,
    has,
    has_word,
    places,
    without,
)

PATTERNS = (
    *MATTERS,
    *EVERYDAY,
    *SPECIAL,
    Pattern(
        "supply",
        "verpflichtet verpflichtete engagiert engagierte angeheuert",
        ORDERING,
        both(has_word("für als"), without("sich trainer spieler zahlung strafe vertraglich")),
    ),
    Pattern(
        "partnership",
        "bieten bietet boten anbieten angeboten betreiben vermarkten",
        PARTNERS,
        both(has("gemeinsam"), without("konkurrenz gebot offerte übernahme kauf")),
    ),
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
    Pattern(
        "supply",
        "kauft kaufte kaufe gekauft kaufen order geordert",
        places("subj:customer bei:supplier"),
        has_word("bei beim"),
    ),
    Pattern(
        "supply",
        """bezieht beziehen bezog bezogen mietet mietete mieten gemietet least leasen leaste
        geleast pachtet chartert charterte gechartert beschafft beschaffte""",
        places("subj:customer bei:supplier von:supplier über:supplier"),
        has_word("bei beim von vom über"),
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
        """liefervertrag rahmenvertrag abnahmevertrag mietvertrag leasingvertrag servicevertrag
        wartungsvertrag""",
        places("subj:customer obj:supplier mit:supplier von:supplier"),
        has("gekündigt kündigt kündigte storniert stornierte beendet mietvertrag leasingvertrag"),
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
                wechsel zweifel warnung zusage zustimmung"""),
        ),
    ),
    Pattern(
        "investment",
        "kommen kommt kam kamen stammen stammt stammte",
        places("für:investee von:investor an:investee"),
        both(
            has_word("von vom"),
            has("geld kapital darlehen kredit mittel million milliard mio mrd"),
        ),
    ),
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
        either(has_word("für"), either(MONEY, has("aktie anteilsschein"))),
    ),
    Pattern(
        "acquisition",
        "zahlt zahlte zahlen gezahlt bezahl",
        places("subj:acquirer für:target"),
        both(MONEY, without("schaden strafe dividende steuer gehalt bußgeld zins abfindung lohn")),
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
    Pattern(
        "supply",
        "lässt ließ lassen lasse",
        ORDERING,
        has("""fertig bauen herstell produzier liefern entwickeln warten betreiben reinigen umrüst
            modernisier drucken abfüll überhol install"""),
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
    ),
    Pattern(
        "supply",
        """baut bauen baute gebaut fertigt fertigen fertigte gefertigt produziert errichtet
        entwickelt stellt füllt abfüll montiert verpackt fährt transportiert befördert wartet
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
        "partnership",
        """partnerschaft kooper zusammenarbeit zusammenzuarbeit bündnis verbünde verbündet
        schulterschluss entwicklungspartner allianz kooperationsvertrag
        kooperationsvereinbarung absichtserklärung vertriebspartner vertriebsvertrag
        vertriebsvereinbarung gemeinschaftsprojekt letter memorandum arbeitsgemeinschaft
        codeshare code-share-""",
        PARTNERS | places("an:"),
    ),
    Pattern(
        "partnership",
        "zusammen gemeinsam gemeinsame gemeinsames gemeinsamen",
        PARTNERS | places("an: bei: von:"),
        has("""arbeit bau entwick betreib produz werk fabrik gründe tun erzeug herstell
            forsch anbiet auftret eröffn vertreib plan errichte investi zusammenführ einbring sache
            projekt vorhaben aufbau tut tat taten getan spann"""),
    ),
    Pattern(
        "partnership",
        "vertreibt vertreiben vertrieb vermarktet vermarkten",
        PARTNERS,
        has("""software produkt marke gerät medikament wirkstoff mittel exklusiv lösung
            plattform impfstoff"""),
    ),
    Pattern(
        "partnership",
        "errichten errichtet bauen baut gründen gründet gründete betreiben eröffnen aufbauen",
        places("subj:partner mit:partner"),
        both(
            has_word("mit"),
            both(
                ends("werk fabrik anlage zentrum netz park plattform halle firma labor hafen"),
                without("für motor maschine"),
            ),
        ),
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
    Pattern(
        "investment",
        "unterstützt unterstützen unterstützte",
        LENDING,
        both(has_word("mit"), has("darlehen kredit million milliarde bürgschaft kapital")),
    ),
    Pattern(
        "investment",
        """invest steckt stecken steckte gesteckt pumpt pumpen pumpte gepumpt schießt
        zuschießen wagniskapital risikokapital geldspritze seed-runde series-a series-b
        serie-c series-c""",
        STAKE,
    ),
    Pattern(
        "investment",
        "erhält erhielt erhalten bekommt bekam bekommen gesichert sichert",
        places("subj:investee von:investor"),
        both(has_word("von vom"), MONEY),
    ),
    Pattern(
        "investment",
        "stellt stellte stellen gestellt bereitgestellt bereitzustell",
        LENDING,
        both(MONEY, either(has_word("bereit verfügung"), has("bereitg bereitz"))),
    ),
    Pattern("investment", "sagt sagte", LENDING, both(has_word("zu"), MONEY)),
    Pattern(
        "investment",
        "trägt tragen beisteuer beigesteuert steuert steuern steuerte steuerten",
        STAKE,
        both(either(MONEY, has_word("rest")), either(has_word("bei rest"), has("bei"))),
    ),
    Pattern(
        "investment",
        "zog zogen zieht ziehen mitgezogen mitzieh",
        STAKE,
        both(
            either(has_word("mit"), has("mitge mitzieh")),
            has("investor geldgeber gesellschafter aktionär kapitalgeber"),
        ),
    ),
    Pattern(
        "investment",
        "fließen fließt flossen floss",
        places("von:investor in:investee an:investee aus:investor"),
        MONEY,
    ),
    Pattern(
        "acquisition",
        "fließen fließt flossen floss",
        places("für:target an:seller"),
        both(MONEY, has_word("für")),
    ),
    Pattern(
        "investment",
        "legt legte nachgelegt nachgeschossen schießt",
        STAKE,
        both(either(has_word("nach"), has("nachg")), MONEY),
    ),
    Pattern(
        "investment",
        "gibt gab gegeben geben überweist zusagen zugesagt zusage",
        places("""subj:investor dat:investee von:investor gen:investor an:investee für:investee"""),
        has("million milliard mio mrd"),
    ),
    Pattern(
        "negotiation",
        "verhand gespräche gesprächen sondier unterredung investitionsgespräch",
        PARTNERS,
        without("gericht landgericht oberlandesgericht bundesgericht richter prozess strafkammer"),
    ),
    Pattern("negotiation", "gespräch", PARTNERS, both(has_word("im"), has_word("mit"))),
    Pattern(
        "negotiation",
        "spricht sprechen sprach sprachen spreche",
        places("subj:partner mit:partner"),
        both(has_word("mit"), has_word("über")),
    ),
    Pattern("partnership", "partner", PARTNERS, has_word("wird werden wurde wurden")),
    Pattern(
        "partnership",
        """abkommen vertrag vereinbarung rahmenabkommen memorandum grundsatzvereinbarung
        rahmenvereinbarung""",
        places("subj:partner mit:partner zwischen:partner dat:partner"),
        SIGNED,
    ),
)
