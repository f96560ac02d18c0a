"""Whose machines somebody computes on; what is made, sent and sold for somebody else; what is taken
over from an owner."""

from onrecord.extract.german.deals.valency import patterns

MACHINES = """\
supply trainieren rechnen laufen speichern & *server *servern *cloud *chips *rechnern *rechenzentrum
    *rechenzentren & auf. in. im. = subj:customer von:supplier gen:supplier bei:customer
supply bestücken aus|rüsten & *chips *server *servern *technik & mit. = subj:customer gen:customer
    von:supplier mit:supplier !
supply verzichten & *teile *chips *lieferungen *produkte & auf. = subj:customer von:supplier
    gen:supplier !
supply ab|wickeln erledigen aus|liefern & versand logistik retouren zustellung abrechnung
    buchhaltung zahlungsverkehr & für. = subj:supplier für:customer
supply drehen & folgen serie film staffel show reihe & für. = subj:supplier für:customer
supply ab|kaufen & züge loks lokomotiven busse flugzeuge schiffe maschinen turbinen chips server
    batterien motoren strom - sparte werk anteil tochter flotte = subj:customer dat:supplier
    obj:supplier von:supplier !
investment ab|nehmen & anteil. anteile. paket. beteiligung. aktienpaket. = subj:investor
    an:investee dat:seller
acquisition ab|nehmen & fabrik werk sparte filialen tochter marke klinik = subj:acquirer dat:seller
    obj:target !
acquisition weiter|führen fort|führen weiter|betreiben & filialen häuser märkte läden standorte werk
    werke fabrik betriebe heime kliniken marke = subj:acquirer obj:target gen:seller von:seller
acquisition halten besitzen & mehrheit. & seit. nun. neuerdings. - familie gründer = subj:acquirer
    an:target !
"""
COMPUTING = patterns(MACHINES)
