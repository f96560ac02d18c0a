"""Words that call a partnership, and talks of what is not told."""

from onrecord.extract.german.deals.words import (
    PARTNERS,
    SIGNED,
    Pattern,
    both,
    ends,
    has,
    has_word,
    places,
    without,
)

JOINT = (
    Pattern(
        "partnership",
        "bieten bietet boten anbieten angeboten betreiben vermarkten",
        PARTNERS,
        both(has("gemeinsam"), without("konkurrenz gebot offerte übernahme kauf")),
    ),
)
"""Tried before bids: `bieten gemeinsam`."""

ALLIANCES = (
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
        has("""gegründ arbeit bau entwick betreib betrieb produz werk fabrik gründe tun erzeug
            herstell forsch anbiet auftret eröffn vertreib plan errichte investi zusammenführ
            einbring sache projekt vorhaben aufbau tut tat taten getan spann"""),
    ),
    Pattern(
        "partnership",
        "vertreibt vertreiben vertrieb vermarktet vermarkten",
        PARTNERS,
        has("""netz filialen software produkt marke gerät medikament wirkstoff mittel exklusiv
            lösung plattform impfstoff"""),
    ),
    Pattern(
        "partnership",
        """plant planen errichten errichtet bauen baut gründen gründet gründete betreiben eröffnen
        aufbauen""",
        places("subj:partner mit:partner"),
        both(
            has_word("mit"),
            both(
                ends("werk fabrik anlage zentrum netz park plattform halle firma labor hafen"),
                without("für motor maschine"),
            ),
        ),
    ),
)

TALKS = (
    Pattern(
        "negotiation",
        "verhand gespräche gesprächen sondier unterredung investitionsgespräch",
        PARTNERS,
        without(
            """gericht landgericht oberlandesgericht bundesgericht richter prozess strafkammer
            gewerkschaft betriebsrat arbeitnehmervertret tarif""",
        ),
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
        both(SIGNED, without("übernahme verkauf kauf fusion beteiligung einstieg")),
    ),
)
