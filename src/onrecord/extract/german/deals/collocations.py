"""Verbs that tell a deal only with a noun of their own, in the form of `valency.py`: `holt X unter
sein Dach`, `schnappt sich einen Auftrag der X`, `springt X mit 30 Millionen Euro bei`."""

from onrecord.extract.german.deals.valency import patterns

ORDERS = """
supply erledigen übernehmen besorgen & % = subj:supplier
supply ab|nehmen & # - anteil = subj:customer dat:supplier von:supplier
supply befördern transportieren verschiffen & wird. werden. wurden. & von. vom. = von:supplier
supply ein|stellen & *lieferung *lieferungen *fahrten *belieferung *zustellung = subj:supplier
    an:customer dat:customer
supply schicken liefern & ware. waren. & keine. mehr. = subj:supplier dat:customer
supply verkaufen & an. & überwiegend. ausschließlich. exklusiv. hauptsächlich. allem. - filial werk
    sparte anteil aktie = subj:supplier an:customer !
supply schicken entsenden stellen & zeitarbeiter leiharbeiter monteure ingenieure wachleute =
    subj:supplier dat:customer
supply kommen stammen & aus. & cloud. werk. fabrik. hause. werkstatt. & ^ - kredit darlehen geld
    kapital million = gen:supplier von:supplier aus:supplier part:supplier
supply nutzen verwenden & dienste. cloud. server. = subj:customer gen:supplier von:supplier
    part:supplier
supply zahlen bezahlen überweisen & million milliard mio & *züge *busse *anlagen *maschinen *roboter
    *server *schiffe *flugzeuge *loks *turbinen *batterien *chips *arbeiten *leistung *leistungen =
    subj:customer dat:supplier an:supplier
supply beauftragt verantwortlich zuständig & ist. sind. & damit. dafür. hierfür. - gewinn verlust
    verluste = subj:supplier obj:supplier
supply an|schaffen bestellen ordern kaufen & wurde. wurden. wird. werden. & bei. beim. - prozent
    anteil firma = bei:supplier
supply kaufen & gebraucht. & von. vom. = subj:customer von:supplier !
supply gehen & leer. & ausschreibung. auftrag. vergabe. = subj:supplier gen:customer
supply lieferung belieferung & übernehmen erledigen besorgen & lieferung. belieferung. =
    subj:supplier gen:customer
supply hinzu|kommen ein|springen & lieferant. zulieferer. ausrüster. dienstleister. & als. =
    subj:supplier bei:customer
supply buchen & produktion. kapazität kapazitäten fertigung. rechenleistung = subj:customer
    bei:supplier gen:supplier von:supplier
supply vorvertrag - übernahme kauf verkauf beteilig einstieg fusion anteil = subj:customer
    mit:supplier
supply kaufen erwerben bestellen bekommen erhalten an|schaffen mieten leasen ordern pachten chartern
    & # - gewinn umsatz auftrag aufträge gebot kredit zuschlag bestellung order = subj:customer
    von:supplier bei:supplier gen:supplier dat:supplier !
supply zu|sagen überlassen liefern bauen verkaufen vermieten übergeben & # - anteil aktie
    beteiligung = subj:supplier dat:customer an:customer für:customer !
supply auftrag bestellung großauftrag order & arbeit. beschäftigung. & sichern bringen bescheren
    verschaffen = gen:customer von:customer dat:supplier obj:supplier !
supply lassen & von. vom. bei. beim. & nähen weben gießen schmieden rösten abfüllen entwickeln
    programmieren planen gestalten entwerfen übersetzen ausrüsten einbauen einrichten kochen backen
    - sich = subj:customer von:supplier bei:supplier !
supply lagern & bei. beim. - daten = subj:customer bei:supplier !
supply verschicken versenden verschiffen & mit. über. per. & *pakete *ware *waren *briefe *container
    = subj:customer mit:supplier über:supplier per:supplier !
supply bringen tragen fahren & *pakete *briefe *waren *essen = subj:supplier gen:customer
    part:customer für:customer dat:customer !
supply kochen backen nähen fliegen übersetzen putzen & für. = subj:supplier für:customer !
supply bekommen beziehen erhalten & essen. verpflegung. wärme. mittagessen. & von. vom. =
    subj:customer von:supplier
supply kommen & einsatz. & zum. & bei. beim. in. = gen:supplier von:supplier bei:customer !
supply mischen schneiden pressen stanzen bohren schleifen polieren härten schweißen verzinken binden
    sortieren waschen trocknen räuchern schlachten zerlegen ernten nähen mahlen sägen spinnen färben
    fräsen erzeugen decken planen entwerfen kochen schreiben programmieren bewachen verantworten
    gestalten konzipieren schmieden gießen walzen weben backen brauen rösten streichen verlegen
    pflegen verwalten übersetzen verkabeln kühlen beheizen ein|richten aus|bauen betreiben leiten
    vermieten stellen & ^ - gemeinsam zusammen selbst mit kapital geld million milliard darlehen
    kredit gebot angebot antrag = subj:supplier
supply nähen decken planen entwerfen kochen bekochen schreiben programmieren fahren bewachen
    gestalten konzipieren schmieden gießen walzen weben backen brauen rösten streichen verlegen
    pflegen verwalten betreuen übersetzen verkabeln kühlen beheizen ein|richten versorgen beliefern
    gefahren & wird. werden. wurde. wurden. & von. vom. durch. & ^ - gemeinsam zusammen selbst
    kapital geld = subj:supplier von:supplier durch:supplier
supply kommen machen & zug. rennen. & bei. beim. für. - übernahme verkauf kauf bieter sparte kette
    tochter = subj:supplier
supply legen liegen geben & hände. händen. & in. & logistik wartung reinigung technik produktion
    fertigung buchhaltung bau vertrieb verpflegung planung bauleitung verwaltung versand transport
    it lagerung montage vermarktung = gen:supplier von:supplier
supply laufen liegen speichern lagern & daten server systeme software & über. auf. bei. beim. =
    gen:supplier über:supplier bei:supplier
supply vertrag & über. & schließen unterzeichnen unterschreiben ab|schließen vereinbaren - partner
    koop zusammenarb lizenz kredit darlehen übernahme kauf verkauf fusion beteilig einstieg gründ
    forsch entwickl gemeinsam million milliard rechte kapital jahre jahr monate = subj:customer
    mit:supplier
supply vertrag & aus|laufen enden kündigen & mit. & bisherigen. alten. langjährigen. früheren. =
    subj:customer mit:supplier
supply aus|tauschen ersetzen verdrängen & bisherigen. alten. langjährigen. = subj:customer
    obj:supplier
supply gehen wechseln & werbebudget werbeetat etat mandat & an. zu. zum. zur. = an:supplier
    zu:supplier
supply stehen & auftragsbuch. auftragsbüchern. kundenliste. & im. in. auf. = subj:customer
supply ab|nehmen ab|kaufen & jährlich. jahre. pro. monat. - später prozent anteil filial sparte =
    subj:customer dat:supplier von:supplier
supply ab|springen aus|steigen & kunde. großkunde. abnehmer. auftraggeber. & als. = subj:customer
partnership rechte rechten lizenz vertriebsrechte & wirkstoff wirkstoffs medikament impfstoff
    präparat arznei therapie patent verfahren & ab|treten vergeben verkaufen überlassen ein|räumen =
    subj:partner an:partner dat:partner !
supply bestellen ordern kaufen erwerben & *lizenzen & bei. beim. von. vom. - anteil prozent =
    subj:customer bei:supplier von:supplier !
supply betreiben bewirtschaften führen & küche küchen kantine kantinen cafeteria bistro restaurants
    parkhaus parkhäuser wäscherei - eigene gemeinsam selbst = subj:supplier gen:customer
    für:customer von:customer
supply verlagern um|ziehen wechseln migrieren überspielen & *daten *server *systeme *kundendaten &
    zu. zum. zur. auf. - stellen = subj:customer zu:supplier !
supply bei|steuern - million milliard mio mrd kapital geld prozent idee umsatz gewinn =
    subj:supplier für:customer
supply schnappen angeln krallen greifen buhlen werben bewerben ringen ein|heimsen ein|fahren
    verbuchen ein|büßen mit|bieten sichern & *auftrag *aufträge *rahmenvertrag - käufer übernahme =
    subj:supplier gen:customer von:customer bei:customer
supply zu|schlagen & auftrag aufträge großauftrag los lose bauauftrag = subj:customer dat:supplier !
supply geben & auftrag. & in. - maschinenbau studie gutachten umfrage = subj:customer bei:supplier
supply ab|rufen & bei. beim. = subj:customer bei:supplier !
supply kündigen & vertrag & reinigung wartung logistik transport lieferung belieferung catering
    verpflegung bewachung betrieb entsorgung strom druck = subj:customer dat:supplier mit:supplier !
supply überlassen über|geben & betrieb. reinigung. wartung. logistik. bewirtschaftung. verpflegung.
    auslieferung. zustellung. montage. = subj:customer dat:supplier an:supplier !
supply lassen & von. vom. durch. bei. beim. & betreiben bewirtschaften führen warten reinigen
    verwalten zustellen speichern
    verarbeiten entsorgen bewachen bedrucken lackieren transportieren ausfahren ausliefern betreuen
    errichten sanieren modernisieren umbauen montieren verpacken einlagern abrechnen - sich =
    subj:customer von:supplier durch:supplier bei:supplier !
supply lassen & von. vom. durch. & beliefern versorgen ausstatten ausrüsten & sich. = subj:customer
    von:supplier durch:supplier !
supply bestücken & *filialen *märkte *märkten *regale *regalen *läden *automaten *kantinen =
    subj:supplier gen:customer von:customer part:customer !
supply ein|decken & mit. - sich = subj:supplier obj:customer !
supply ein|bauen & *motoren *batterien *chips *sensoren *bremsen *getriebe *module *displays *zellen
    *sitze *turbinen *antriebe *lampen *kameras *software = subj:customer gen:supplier von:supplier
supply verwalten speichern hosten bewachen entsorgen zu|stellen aus|fahren & *daten *müll *abfälle
    *abfall *werke *gelände *gebäude *pakete *briefe *server *website *systeme *kundendaten *akten
    *baustellen *büros *zentrale - sich eigene selbst = subj:supplier gen:customer von:customer
    part:customer für:customer !
supply reinigen & *büros *züge *busse *gebäude *hallen *anlagen *zimmer *filialen *fenster *tanks =
    subj:supplier gen:customer part:customer für:customer !
supply verlassen & auf. & technik technologie software lieferungen chips maschinen motoren cloud
    dienste - sich. = subj:customer gen:supplier von:supplier !
supply verlassen & auf. & sich. & technik technologie software lieferungen chips maschinen motoren
    cloud dienste = subj:customer gen:supplier von:supplier !
supply um|steigen um|stellen & auf. & software technik technologie maschinen cloud system batterien
    chips lastwagen züge busse server roboter = subj:customer gen:supplier von:supplier
supply decken beziehen & strombedarf bedarf gasbedarf wärmebedarf energiebedarf & bei. beim. von.
    vom. aus. über. = subj:customer bei:supplier von:supplier gen:supplier
supply an|schaffen erwerben kaufen & *busse *züge *maschinen *lastwagen *flugzeuge *turbinen *server
    *roboter *schiffe *loks *lokomotiven *anlagen *kassen *fahrzeuge *chips & von. vom. bei. beim. -
    anteil prozent aktie beteiligung sparte geschäft firma tochter werk = subj:customer von:supplier
    bei:supplier !
supply an|schaffen & *busse *züge *maschinen *lastwagen *flugzeuge *turbinen *server *roboter
    *schiffe *loks *lokomotiven *anlagen *kassen *fahrzeuge *chips = subj:customer gen:supplier
    von:supplier bei:supplier !
supply ziehen ein|lösen aus|üben & option & *busse *züge *maschinen *flugzeuge *turbinen *schiffe
    *loks *lokomotiven *satelliten = subj:customer gen:supplier von:supplier bei:supplier
supply gewinnen verlieren & ausschreibung. vergabe. bieterwettbewerb. = subj:supplier gen:customer
    von:customer bei:customer
supply vertrag rahmenvertrag & lieferung lieferungen belieferung abnahme bezug & über. & schließen
    unterzeichnen unterschreiben vereinbaren ab|schließen verlängern = subj:customer mit:supplier
supply leihen vermieten verleihen & *maschinen *fahrzeuge *flugzeuge *züge *loks *schiffe *kräne
    *arbeiter *geräte - million milliard euro kredit = subj:supplier dat:customer an:customer !
supply zu|drehen ab|drehen & gashahn stromhahn ölhahn = subj:supplier dat:customer !
"""

TAKING = """
acquisition neuzugang neuerwerbung zukauf & ist. war. heißt. & jüngster. jüngste. letzter. neuester.
    = subj:target obj:target
acquisition bekommen kriegen & den. die. das. - als auftrag aufträge million milliard geld kredit
    zuschlag chef konkurrenz partner prozent anteil paket gebot angebot lizenz recht eigner
    eigentümer käufer = subj:acquirer obj:target !
acquisition zurück|ziehen ab|springen aus|steigen & bieter. bieterin. interessent. interessentin.
    bewerber. & sich. = subj:acquirer
acquisition verhandeln sprechen & mit. & eigentümerfamilie inhaberfamilie familie insolvenzverwalter
    verwalter gründer erben gesellschafter & übernahme. verkauf. kauf. einstieg. = mit:acquirer
acquisition chancen & gute. beste. bessere. & haben - auftrag ausschreib = subj:acquirer
    obj:acquirer auf:target
acquisition werfen & auge. & darauf. = subj:acquirer
acquisition preis & zu. & hoch. & ist. war. = dat:acquirer
acquisition genannt & name. namen. & wird. werde. = gen:acquirer
acquisition licht & grünes. licht. & kauf. übernahme. erwerb. zukauf. = dat:acquirer gen:target
    von:target part:seller !
acquisition kauf übernahme zukauf erwerb & ist. war. wäre. bedeutet. & für. & kauf. übernahme.
    zukauf. erwerb. - angebot gebot offerte zahl million milliard preis = für:acquirer gen:target
    von:target !
acquisition teil & teil. & ist. sind. & nun. jetzt. inzwischen. mittlerweile. - sein = subj:target
    gen:acquirer von:acquirer !
acquisition kommen & zug. & zum. & bei. beim. = subj:acquirer bei:target !
acquisition entscheiden & für. & gläubiger verwalter insolvenzverwalter = für:acquirer
acquisition retten & wird. werden. wurde. wurden. & von. vom. - kredit darlehen million milliard
    bürgschaft finanzspritze kapitalspritze geld = subj:acquirer obj:target von:acquirer
acquisition stellen & aussicht. & in. & für. & million milliard mio mrd - kredit darlehen =
    subj:acquirer für:target !
acquisition prüfen ein|sehen sichten durch|leuchten durch|forsten werfen erhalten bekommen nehmen &
    bücher. - auftrag = subj:acquirer gen:target von:target bei:target in:target
acquisition handeln gelten nennen & ziel. übernahmeziel. übernahmekandidat. übernahmekandidatin.
    zielscheibe. & als. = subj:target
acquisition kommen & spät. & zu. & bei. beim. = subj:acquirer bei:target !
acquisition fallen & schoß. schoss. & in. - übernahme kauf = dat:acquirer subj:target !
acquisition ab|laden & bei. beim. - müll = subj:seller obj:target bei:acquirer !
acquisition handelseinig einig & einig. handelseinig. & über. auf. & übernahme kauf verkauf erwerb
    handelseinig = subj:acquirer mit:seller über:target gen:target von:target !
acquisition feilschen pokern ringen & um. - preis auftrag rabatt lohn prozent = subj:acquirer
    um:target mit:seller !
acquisition heben & finger. = subj:acquirer für:target
acquisition jagd & jagd. & machen = subj:acquirer auf:target !
acquisition offert & offert. - partner = subj:acquirer für:target an:target dat:target gen:acquirer
    von:acquirer
acquisition an|eignen krallen angeln greifen schnappen & sich. - auftrag aufträge chance beute kunde
    prozent anteil = subj:acquirer obj:target !
acquisition holen & konzern. gruppe. firmenverbund. firmengruppe. portfolio. & in. - manager chef =
    subj:acquirer obj:target !
acquisition holen nehmen & dach. fittiche. & unter. = subj:acquirer obj:target !
acquisition ab|luchsen ab|jagen weg|schnappen - kunde marktanteil auftrag aufträge = subj:acquirer
    dat:seller obj:target !
acquisition schnappen & weg. - sich = subj:acquirer dat:seller obj:target !
acquisition erlangen gewinnen erringen erhalten bekommen übernehmen & kontrolle. mehrheit.
    aktienmehrheit. stimmenmehrheit. & über. an. am. bei. beim. - verhandel = subj:acquirer
    über:target an:target bei:target !
acquisition hinzu|kaufen dazu|kaufen hinzu|erwerben dazu|erwerben zu|kaufen weg|kaufen - prozent
    anteil aktie strom gas = subj:acquirer obj:target von:seller dat:seller !
acquisition zurück|holen zurück|erwerben - produktion fertigung arbeit aktie mitarbeiter manager =
    subj:acquirer obj:target von:seller aus:seller !
acquisition ergänzen arrondieren erweitern verstärken & portfolio gruppe sortiment & um. =
    subj:acquirer um:target !
acquisition aus|strecken lecken & hand hände finger fühler & nach. = subj:acquirer nach:target !
acquisition schielen & auf. = subj:acquirer auf:target !
acquisition blechen berappen hin|blättern & für. & million milliard mio mrd = subj:acquirer
    für:target !
acquisition ein|springen auf|treten & käufer. erwerber. bieter. bieterin. retter. retterin. & als. =
    subj:acquirer gen:target bei:target für:target von:target
acquisition zurück|ziehen verabschieden aus|steigen aus|scheiden & bieterverfahren bieterrennen
    bieterwettbewerb bieterkampf bietergefecht verkaufsprozess & aus. = subj:acquirer um:target
    für:target gen:target bei:target
acquisition stemmen schultern wuppen & übernahme. kauf. zukauf. erwerb. - gegen sich = subj:acquirer
    gen:target von:target part:seller !
acquisition kommen gelangen geraten & besitz. hände. händen. eigentum. & in. = subj:target
    gen:acquirer von:acquirer !
acquisition begeben flüchten retten werfen & hände. arme. obhut. & in. = subj:target gen:acquirer
    von:acquirer !
acquisition geben legen & hände. obhut. & in. - schicksal = subj:seller obj:target gen:acquirer
    von:acquirer !
acquisition finden suchen & heimat. zuhause. unterschlupf. zuflucht. obdach. & bei. beim. unter. in.
    im. = subj:target bei:acquirer in:acquirer unter:acquirer !
acquisition stoßen & zu. zum. zur. & - auf an kritik = subj:target zu:acquirer !
acquisition zeigen & schulter. & kalte. = subj:target dat:acquirer
acquisition erteilen geben & abfuhr. korb. = subj:target dat:acquirer
acquisition unter|bringen & bei. beim. - anleihe aktie prozent mitarbeiter beschäftigte daten =
    subj:seller obj:target bei:acquirer !
acquisition an|dienen & - sich aktie = subj:seller obj:target dat:acquirer !
acquisition verhökern verscherbeln verramschen aus|händigen versilbern - filiale laden ware aktie =
    subj:seller obj:target an:acquirer dat:acquirer !
acquisition machen & geld. & zu. = subj:seller obj:target !
acquisition feil|bieten = subj:seller obj:target !
acquisition an|bieten stellen & verkauf. kauf. & zum. = subj:seller obj:target dat:acquirer !
acquisition stellen & schaufenster. & ins. = subj:seller obj:target !
acquisition los|werden & an. = subj:seller obj:target an:acquirer !
"""

MONEY = """
investment geben tragen bei|steuern & summe. löwenanteil. großteil. beitrag. = subj:investor
    dat:investee
investment zurück|zahlen tilgen begleichen & kredit darlehen *kredit = subj:investee gen:investor
    von:investor dat:investor bei:investor
investment tragen finanzieren stemmen & darlehen kredit & über. mit. & *kosten *umbau *bau *kaufs
    investition = subj:investor
investment beteiligt & kapital. & am. = von:investee gen:investee subj:investor obj:investor
investment verzichten & auf. & kredit kredits forderung forderungen zinsen *kredits = subj:investor
investment kommen stammen & *kredit *darlehen *bürgschaft *finanzspritze *wagniskapital & von. vom.
    = von:investor für:investee an:investee
investment mit|bringen & million milliard mio kapital = subj:investor
investment schuldet schuldete & million milliard mio - rechnung lieferung ware miete honorar
    = subj:investee dat:investor
investment lassen & platzen. & finanzierung kredit darlehen anschlussfinanzierung = subj:investor
    dat:investee für:investee
investment geld kapital & geld. kapital. & mit. - gebot kauf auftrag verkauf übernahme =
    subj:investee gen:investor von:investor !
investment hauptaktionär großaktionär ankeraktionär hauptgesellschafter & ist. sind. & seit. =
    subj:investor obj:investor gen:investee
investment bord & bord. & mit. ebenfalls. auch. & ist. sind. kommt. = subj:investor
investment verlängern auf|stocken kündigen kappen erhöhen & kreditlinie kredit darlehen & bei. beim.
    = subj:investee bei:investor
investment stehen & kreide. schuld. = subj:investee bei:investor
investment auf|stocken erhöhen aus|weiten verlängern verdoppeln & kreditlinie kreditlinien kredit
    darlehen kreditrahmen = subj:investor gen:investee dat:investee von:investee für:investee !
investment einstieg & einstieg. & den. einen. - bei. beim. in. im. an. am. nach. prozent anteil =
    subj:investee gen:investor von:investor !
investment stammen kommen & aus. & kredit darlehen bürgschaft = gen:investor von:investor
investment spendieren schenken übertragen & beteiligung anteil prozent = subj:investor dat:investee
    !
investment legen & tisch. & million milliard mio mrd & bei. beim. - für = subj:investor bei:investee
    !
investment stellen geben & kapital. geld. eigenkapital. startkapital. = subj:investor dat:investee
investment nach|ziehen mit|ziehen & bei. beim. & million milliard mio mrd prozent = subj:investor
    bei:investee !
investment ein|kaufen & sich. & bei. beim. = subj:investor bei:investee !
investment buttern stecken pumpen & in. - zeit arbeit kraft krise klemme schwierig dilemma umbau
    umbruch verlust insolvenz fest = subj:investor in:investee
investment geben schenken spendieren überweisen versprechen verhelfen aus|helfen helfen vor|strecken
    vor|schießen zu|schustern & million milliard mio mrd - umsatz auftrag gebot angebot schaden
    strafe bußgeld abfindung kaufpreis für = subj:investor dat:investee an:investee
investment ein|springen bei|springen & million milliard mio mrd kredit darlehen kapital
    finanzspritze bürgschaft = subj:investor bei:investee dat:investee
investment stützen retten versorgen stärken päppeln auf|päppeln & darlehen kredit finanzspritze
    kapitalspritze bürgschaft notkredit *kapital *kredit & mit. = subj:investor obj:investee !
investment setzen wetten & auf. & million milliard mio mrd = subj:investor auf:investee !
investment lassen & kosten. & einstieg beteiligung rettung & sich. = subj:investor bei:investee
    an:investee
investment bürgen verbürgen haften & für. - mängel schaden schäden = subj:investor für:investee !
investment übernehmen gewähren geben stellen & bürgschaft. garantie. landesbürgschaft.
    ausfallbürgschaft. = subj:investor für:investee dat:investee !
investment ab|sichern & bürgschaft garantie kredit darlehen & mit. = subj:investor obj:investee
investment aus|reichen aus|zahlen gewähren kappen streichen kündigen & kredit darlehen kreditlinie
    kreditlinien überbrückungskredit förderkredit - beteiligung = subj:investor dat:investee
    an:investee !
investment erlassen stunden kürzen & schulden zinsen tilgung kredit darlehen kreditlinie =
    subj:investor dat:investee gen:investee
investment zu|drehen ab|drehen & geldhahn kredithahn = subj:investor dat:investee
investment auf|stellen auf|legen & kredit darlehen finanzierung & für. = subj:investor für:investee
    !
investment kommen & geldgeber. investor. gesellschafter. aktionär. kapitalgeber. & als. & zu. zum.
    zur. = subj:investor zu:investee !
investment gewinnen & anteil beteiligung & an. am. = subj:investor an:investee !
investment beenden kappen lösen & engagement. beteiligung. & bei. beim. an. am. = subj:seller
    bei:investee an:investee !
investment ein|werben auf|treiben & wagniskapital risikokapital eigenkapital kapital geld & bei.
    beim. von. vom. = subj:investee bei:investor von:investor !
investment kriegen kassieren & million milliard mio mrd geld & von. vom. - für = subj:investee
    von:investor !
investment überzeugen & investition. einstieg. beteiligung. & von. vom. zu. zum. zur. =
    subj:investee obj:investor !
investment an|zapfen an|pumpen = subj:investee obj:investor !
investment öffnen & investor investoren geldgeber gesellschafter & für. als. = subj:investee
    für:investor obj:investor !
investment gesellschafter aktionär großaktionär hauptaktionär ankeraktionär miteigentümer teilhaber
    & wird. wurde. werden. geworden. werde. & gesellschafter. aktionär. großaktionär. hauptaktionär.
    ankeraktionär. miteigentümer. teilhaber. - wirbt sucht von. vom. mit. = subj:investor
    gen:investee bei:investee !
"""

UNIONS = """
partnership vereinbaren & mit. & teilen. nutzen. mitzunutzen. zusammenzulegen. auszutauschen. =
    subj:partner mit:partner
partnership forschen tüfteln & mit. & an. am. = subj:partner mit:partner
partnership vertreiben vermarkten & ~ & die. das. den. seine. ihre. - sich selbst eigene =
    subj:partner
partnership setzen vertrauen & vertrieb. vermarktung. & auf. = subj:partner auf:partner
partnership heraus|geben heraus|bringen auf|legen starten veranstalten testen erproben planen
    produzieren & gemeinsam. zusammen. & mit. - vertrag = subj:partner mit:partner
partnership errichten betreiben eröffnen testen erproben starten heraus|geben heraus|bringen & mit.
    - vertrag hilfe million milliard kredit darlehen blick geld verlust gewinn erfolg = subj:partner
    mit:partner !
partnership an|bieten & mit. - gebot kauf wird wurde werden worden = subj:partner mit:partner
partnership zusammen|schließen zusammen|tun & allianz partnerschaft bündnis kooperation & zu. zum.
    zur. = subj:partner mit:partner
partnership verkaufen vertreiben an|bieten & *policen *versicherungen *krediten *fonds - anteil
    filial = subj:partner von:partner durch:partner gen:partner
partnership aus|steigen & kooperation allianz partnerschaft gemeinschaftsunternehmen joint & aus. =
    subj:partner mit:partner
partnership halten & gemeinsamen. gemeinschaftsunternehmen & an. am. = subj:partner
partnership beteiligt & projekt. vorhaben. & an. am. - prozent = subj:partner obj:partner
partnership zusammen|gehen & bei. beim. = subj:partner mit:partner !
partnership finden & partner. wunschpartner. - käufer investor = subj:partner in:partner mit:partner
    !
partnership verkaufen vertreiben vermarkten & darf. dürfen. durfte. - sparte tochter anteil werk
    filial = subj:partner gen:partner von:partner !
partnership entstehen & gemeinsam. zusammen. & mit. = mit:partner subj:partner
partnership betreiben eröffnen errichten auf|bauen & plattform portal labor netz marktplatz app
    mediathek akademie & mit. - vertrag motor strom = subj:partner mit:partner
partnership vertreiben vermarkten & wird. werden. wurde. wurden. & von. vom. durch. & ^ =
    von:partner durch:partner
partnership verkaufen vertreiben vermarkten & über. & netz filialnetz vertriebsnetz portal plattform
    app - prozent anteil aktien sparte tochter = subj:partner gen:partner über:partner
partnership organisieren ab|wickeln steuern vertreiben & vertrieb. vermarktung. & über. =
    subj:partner über:partner !
partnership vertreiben vermarkten vermitteln & *policen *programme *versicherungen *produkte *geräte
    *fonds *weine *präparate *medikamente *spiele *filme *möbel *kredite *verträge *tarife =
    subj:partner gen:partner von:partner !
partnership mit|nutzen mit|benutzen mitbenutzen = subj:partner mit:partner gen:partner von:partner
    bei:partner !
partnership zusammen|schließen zusammen|tun & einkaufsgemeinschaft einkaufsverbund
    vertriebsgemeinschaft bietergemeinschaft arbeitsgemeinschaft = subj:partner mit:partner !
merger vereinen vermählen verheiraten zusammen|wachsen & sich. mit. - kraft kräfte = subj:partner
    mit:partner zwischen:partner !
merger hochzeit vermählung - angebot gebot = subj:partner mit:partner zwischen:partner von:partner
    gen:partner !
merger bilden formen schmieden & konzern. gruppe. institut. & neuen. neue. neues. & mit. aus. =
    subj:partner mit:partner aus:partner !
partnership schließen & pakt. = subj:partner mit:partner !
partnership ziehen & strang. & einem. = subj:partner mit:partner !
partnership forschen tüfteln & gemeinsam. zusammen. & mit. = subj:partner mit:partner
partnership öffnen & filialnetz vertriebsnetz ladenetz netz plattform = subj:partner dat:partner
    für:partner !
partnership integrieren ein|binden & bezahldienst dienst dienste angebot app software modell modelle
    & in. = subj:partner gen:partner von:partner !
"""

COLLOCATIONS = patterns(ORDERS + TAKING + MONEY + UNIONS)
