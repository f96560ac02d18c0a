"""Who wants, offers, takes and pays for a company or a part of it, in the words of newspapers."""

from onrecord.extract.german.deals.valency import patterns

TAKING = """\
acquisition abgesehen & es. & auf. - kunde markt = subj:acquirer auf:target !
acquisition mit|bieten mitgeboten - auftrag ausschreib preis = subj:acquirer für:target um:target
    bei:target
acquisition an|schauen an|sehen & zahlen bücher unterlagen = subj:acquirer gen:target von:target !
acquisition wert & million milliard & ist. war. wäre. sei. - mehr weniger = subj:target
    dat:acquirer !
acquisition retter retterin & finden - million = mit:acquirer in:acquirer subj:target für:target !
acquisition herr herrin & über. & wird. ist. werden. = subj:acquirer über:target !
acquisition legen blättern & tisch. & für. & *geschäft *sparte *werk *fabrik *marke *tochter =
    subj:acquirer dat:seller für:target
acquisition an|bieten & tochter kette sparte werk fabrik marke firma beteiligung & hat. haben. -
    gebot million preis = subj:seller obj:target dat:acquirer !
investment ab|geben & anteil anteile paket aktienpaket beteiligung - mehrheit alle sämtliche =
    subj:seller an:investor gen:investee von:investee !
investment verhandeln verhandlungen gespräche sprechen & einstieg beteiligung minderheitsbeteiligung
    & über. - tarif = subj:investee gen:investee mit:investor
supply gehen fließen & stroms strom gases wasserstoffs menge mengen ausstoßes ernte abwärme
    fernwärme & an. - anteil = subj:supplier an:customer von:supplier gen:supplier
supply gehen & teil. großteil. hälfte. drittel. viertel. löwenanteil. & produktion fertigung *chips
    ware waren ernte & an. - aktie = subj:supplier an:customer von:supplier
supply ab|nehmen & *chip *chips produktion ernte menge hälfte drittel jahresproduktion - recht
    stimme = subj:customer von:supplier dat:supplier
investment halten besitzen & seither seitdem inzwischen & prozent anteile aktien - familie gründer =
    subj:investor an:investee gen:investee
supply stellen & verfügung. & zur. - geld million kapital darlehen kredit mittel = subj:supplier
    dat:customer !
supply übergeben an|vertrauen & datenverarbeitung buchhaltung logistik wartung abrechnung
    reinigung versand - geschäft anteil leitung = subj:customer dat:supplier an:supplier !
supply arbeiten & künftig. seit. neuerdings. & für. - gewerkschaft = subj:supplier
    für:customer !
supply fahren transportieren aus|liefern & ware. waren. pakete güter ladung - konzern =
    subj:supplier für:customer gen:customer
investment geben bei|tragen auf|bringen & teil. hälfte. löwenanteil. großteil. drittel. - produktion
    auftrag vertrag = subj:investor zu:investee
partnership projekt vorhaben & mit. & ähnliches gemeinsames gescheitert & *scheitert gestartet
    geplant begonnen beendet = mit:partner subj:partner
supply stehen & server daten rechner & bei. beim. - aktie = subj:customer bei:supplier
supply einsatz & im. & software technik systeme maschinen geräte = bei:customer von:supplier
    gen:supplier !
supply lieferung lieferungen & durch. & an. = durch:supplier an:customer !
acquisition überlassen & klinik werk tochter sparte firma fabrik kette werft verlag - etage zug
    züge loks = subj:seller obj:target dat:acquirer !
investment bord & an. & bei. beim. & ist. sei. bleibt. kommt. kam. = subj:investor bei:investee !
merger eins. & werden. = subj:partner
partnership um|setzen verwirklichen realisieren & vorhaben projekt plan & mit. = subj:partner
    mit:partner !
"""
TAKINGS = patterns(TAKING)
