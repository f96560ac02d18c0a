"""Verbs and phrases of dealing with their valency (`valency.py` has the form of a line): tried
before all other patterns, so each says what must stand beside it."""

from onrecord.extract.german.deals.valency import patterns

PURCHASES = """
acquisition ab|winken - auftrag einstieg beteiligung = subj:acquirer
acquisition bewerben & um. & *sparte *geschäft *werk *kette *filialen *standort *kliniken *märkte =
    subj:acquirer um:target !
acquisition rennen & noch weiter weiterhin & im. - auftrag ausschreib = subj:acquirer
acquisition rennen & machen - auftrag ausschreib bei beim um = subj:acquirer
acquisition chance chancen & ein|räumen haben = dat:acquirer
acquisition zu|greifen zu|schlagen - bei beim auftrag = subj:acquirer
acquisition käufer & bereit|stehen = mit:acquirer
acquisition hinzu|kommen = subj:target
acquisition weiter|verkaufen weiter|reichen ab|stoßen ab|treten los|schlagen weiter|geben - recht
    lizenz anteil prozent aktien beteiligung paket arbeit = subj:seller obj:target an:acquirer
    dat:acquirer
acquisition über|gehen & an. - anteil aktien prozent = subj:target an:acquirer
acquisition wechseln & besitz eigentümer = subj:target gen:acquirer von:seller in:acquirer
acquisition wechseln - *chef *chefin *manager *managerin *vorständin *direktor *direktorin kunde
    anbieter lieferant strom vertrag chef manager spieler trainer vorstand euro million =
    subj:target zu:acquirer von:seller !
acquisition unter|schlüpfen unter|kommen & bei. beim. = subj:target bei:acquirer !
acquisition zuschlag & erhalten bekommen sichern ergattern & für. - auftrag ausschreib bau betrieb
    liefer strecke frequenz = subj:acquirer für:target !
acquisition retten & aus. insolvenz pleite ruin untergang konkurs - million milliard kredit darlehen
    = subj:acquirer obj:target !
acquisition aus|geben hin|legen hin|blättern locker|machen berappen & für. & million milliard mio
    mrd = subj:acquirer für:target !
acquisition käufer abnehmer erwerber & finden präsentieren & für. = subj:seller für:target
    mit:acquirer in:acquirer !
acquisition mit|bieten & um. für. bei. beim. = subj:acquirer um:target für:target bei:target
acquisition kauf erwerb übernahme & fach = subj:acquirer gen:target von:target part:seller
acquisition abstand & kauf übernahme erwerb = subj:acquirer gen:target von:target
acquisition hinein|wachsen ein|treten & kaufvertrag = subj:acquirer für:target gen:target
acquisition zugriff zuschlag & sichern & auf. = subj:acquirer auf:target !
acquisition schnäppchen & machen = subj:acquirer mit:target bei:target !
acquisition trennen & verkaufen = subj:seller von:target an:acquirer !
acquisition aus|gliedern ab|spalten = subj:seller obj:target an:acquirer !
acquisition heraus|kaufen heraus|lösen = subj:acquirer obj:target aus:seller von:seller !
acquisition zu|greifen zu|schlagen & bei. beim. = subj:acquirer bei:target !
"""

STAKES = """
investment dabei & prozent = subj:investor bei:investee an:investee !
investment kredit darlehen bürgschaft kreditlinie finanzspritze & aus|laufen laufen enden halten
    retten sichern ermöglichen helfen = subj:investee obj:investee gen:investor von:investor
    für:investee an:investee !
investment dabei & mit. erstmals neu wieder ebenfalls auch. - übernahme partner vertrag auftrag =
    subj:investor
investment folgen & beteiligung minderheitsbeteiligung kapitalerhöhung = an:investee bei:investee
investment nach|schießen zu|schießen nach|legen & kapital geld million milliard mio mrd mittel. =
    subj:investor dat:investee bei:investee in:investee
investment auf|nehmen ein|werben & million milliard mio mrd geld kapital kredit darlehen & bei.
    beim. von. vom. = subj:investee bei:investor von:investor !
investment finanzierung anschlussfinanzierung wachstumsfinanzierung startkapital & sichern holen
    besorgen erhalten bekommen - runde = subj:investee von:investor bei:investor durch:investor !
investment finanzierungsrunde kapitalrunde kapitalerhöhung & beteiligen ein|steigen mit|ziehen
    mit|machen teil|nehmen zeichnen - angeführt sammel gesammelt abgeschlossen schloss =
    subj:investor gen:investee von:investee bei:investee part:investee !
investment finanzierungsrunde kapitalrunde runde & an|führen leiten - angeführt sammel gesammelt
    abgeschlossen schließt schloss meld bekannt = subj:investor gen:investee bei:investee
    part:investee !
investment ab|kaufen & prozent anteil aktien beteiligung & an. am. = subj:investor dat:seller
    obj:investee an:investee von:seller
"""

SUPPLIES = """
supply übernehmen erledigen besorgen aus|führen & *isierung *wartung *reinigung *montage *logistik
    *bewachung *bestuhlung *verpflegung *catering *zustellung *abfüllung *lagerung *entsorgung
    *abrechnung *buchhaltung *verkabelung *installation *instandhaltung *arbeiten *transport *druck
    *beleuchtung *lackierung *veredelung *abfertigung *abwicklung *umbau *ausbau *rohbau
    *belieferung *versorgung *planung - sparte geschäft firma anteil tochter prozent = subj:supplier
    obj:customer für:customer von:customer gen:customer part:customer
supply kümmern sorgen & um. für. & *isierung *wartung *reinigung *montage *logistik *bewachung
    *bestuhlung *verpflegung *catering *zustellung *abfüllung *lagerung *entsorgung *abrechnung
    *buchhaltung *verkabelung *installation *instandhaltung *arbeiten *transport *druck *beleuchtung
    *lackierung *veredelung *abfertigung *abwicklung *umbau *ausbau *rohbau *belieferung *versorgung
    *planung software strom technik wärme verpflegung nachschub = subj:supplier
supply logistik wartung produktion fertigung bauleitung buchhaltung & liegen & bei. beim. =
    bei:supplier
supply software technik maschinen anlagen motoren batterien teile & stammen kommen & aus. =
    aus:supplier gen:supplier für:customer
supply aus|fahren aus|liefern zu|stellen = subj:supplier gen:customer für:customer part:customer !
supply beziehen & aus. = subj:customer gen:supplier part:supplier von:supplier !
supply regal regale regalen sortiment & stehen liegen finden = subj:supplier gen:supplier
    von:supplier obj:customer part:customer bei:customer !
supply verkaufen vertreiben & über. - prozent anteil aktien sparte tochter = subj:supplier
    über:customer !
supply an|schaffen = subj:customer bei:supplier von:supplier !
supply bauen fertigen - gemeinsam zusammen mit = subj:supplier dat:customer für:customer !
supply auftrag aufträge großauftrag & an. & umfassen laufen belaufen erteilen vergeben =
    subj:customer gen:customer von:customer an:supplier !
supply bauen fertigen produzieren drucken errichten montieren installieren warten reinigen & ^ -
    gemeinsam zusammen selbst = subj:supplier
supply bauen fertigen produzieren drucken errichten montieren warten reinigen verpacken lagern
    transportieren & wird. werden. wurde. wurden. worden. & von. vom. durch. & ^ - gemeinsam
    zusammen selbst = subj:supplier
supply bezogen gemietet gepachtet geleast eingekauft & wird. werden. wurde. wurden. & von. vom. bei.
    beim. = von:supplier bei:supplier
supply daten server systeme & liegen laufen speichern & bei. beim. = bei:supplier
supply zuständig verantwortlich & reinigung wartung logistik transport versand betrieb technik
    software catering druck bewachung = subj:supplier
supply einsatz & kommen & technik software maschine system anlage roboter züge = gen:supplier
    von:supplier
supply technik technologie software anlagen maschinen & mit. & wird. werden. wurde. wurden. & kühlen
    steuern betreiben produzieren fertigen heizen überwachen abwickeln = gen:supplier von:supplier
    part:supplier
supply wahl & fallen & auf. - käufer bieter eigentümer chef standort aufsichtsrat = auf:supplier
supply lieferant zulieferer dienstleister caterer & aus|wählen wählen bestimmen = subj:supplier
supply gehen & maschinen züge busse anlagen turbinen flugzeuge schiffe batterien zellen & an. =
    an:customer
supply bestimmen reservieren & für. & maschinen züge busse anlagen turbinen flugzeuge schiffe
    batterien tonnen = für:customer
supply installieren montieren modernisieren sanieren warten um|rüsten & bei. beim. - lass läss ließ
    = subj:supplier bei:customer !
supply modernisieren warten sanieren um|bauen reparieren & anlage werk netz maschine züge flotte
    gebäude filial rechenzentr = subj:supplier gen:customer part:customer von:customer !
supply ein|kaufen nach|bestellen nach|ordern & bei. beim. von. vom. - sich = subj:customer
    bei:supplier von:supplier !
supply entscheiden & für. - käufer bieter gläubiger verwalter eigentümer übernahme kauf verkauf
    fusion angebot gegen = subj:customer für:supplier von:supplier gen:supplier !
supply wechseln um|steigen & kunde kunden stromkunde anbieter lieferant software system =
    subj:customer zu:supplier auf:supplier !
supply ab|nehmen & *strom *stahl *gas *wärme *chips tonne stück strom wärme chip gigawatt megawatt
    produktion ernte menge = subj:customer dat:supplier von:supplier
supply stellen & verfügung & rechenleistung rechenkapazität server speicher fläche fahrzeuge
    personal = subj:supplier dat:customer
supply zu|liefern zu|arbeiten = subj:supplier dat:customer !
"""

ALLIANCES = """
partnership zusammen|arbeiten zusammen|tun zusammen|spannen = subj:partner mit:partner obj:partner
partnership betreiben errichten auf|bauen gründen & gemeinsame = subj:partner mit:partner !
merger zusammen|gehen zusammen|legen - kraft kräfte einkauf vertrieb forschung = subj:partner
    mit:partner zwischen:partner
"""

FRAMES = patterns(PURCHASES + STAKES + SUPPLIES + ALLIANCES)
