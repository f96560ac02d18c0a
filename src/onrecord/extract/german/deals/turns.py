"""Turns of phrase that few texts use and any may: tried after the idioms, before the plain words.

Who is only named buys what was told to be for sale.
"""

from onrecord.extract.german.deals.valency import patterns
from onrecord.extract.german.deals.words import (
    Pattern,
    becomes_part,
    both,
    has_word,
    places,
)

TURNING = """\
acquisition zahlen überweisen & eigentümer eigentümerin verkäufer verkäuferin vorbesitzer
    voreigentümer & million milliard & für. - miete lizenz = subj:acquirer dat:seller für:target !
acquisition werfen & auge. & auf. - kunden markt = subj:acquirer auf:target !
acquisition weiter|reichen weiter|verkaufen weiter|geben & an. - preis kosten daten recht kunden
    kinder generation = subj:seller obj:target an:acquirer !
acquisition genannt & genannt. & wird. wurde. werden. wurden. = subj:acquirer gen:acquirer
    von:acquirer
acquisition chancen & hat. haben. hatte. hätte. & gute beste größte & ~ - auftrag =
    subj:acquirer
acquisition handelseinig & mit. - über. = mit:acquirer subj:acquirer
acquisition bieten & euro. dollar. franken. pfund. & je. pro. & aktie. anteilsschein. papier. -
    an = subj:acquirer für:target gen:target
acquisition gefallen & finden gefunden & an. & hat. haben. hatte. habe. = subj:acquirer an:target !
merger ehe & geplante. geplanten. geplatzte. geplatzten. = gen:partner subj:partner mit:partner
    zwischen:partner !
acquisition umarmung & durch. der. des. = durch:acquirer gen:acquirer subj:target
merger zusammen|führen & sparten geschäfte bereiche aktivitäten & und. - familie = subj:partner !
investment ein|bringen & million milliard & prozent anteil = subj:investor in:investee
    bei:investee
investment zeichnen & sie. & ^ - million vertrag vereinbarung petition = subj:investor von:investor
investment gesellschafterin minderheitsgesellschafter minderheitsgesellschafterin aktionärin
    ankeraktionärin & wird. wurde. ist. & neue stille künftig. nun. seit. = subj:investor
    bei:investee gen:investee von:investee !
supply lassen & zustellen aus|liefern transportieren befördern ab|wickeln verwalten backen brauen
    nähen weben schneidern gießen rösten schlachten mahlen montieren programmieren bewachen
    betreiben betreuen verpacken lagern & von. vom. bei. beim. durch. = subj:customer von:supplier
    bei:supplier durch:supplier
supply ein|bauen & *chips *zellen *motoren *prozessoren *batterien *sensoren *teile *module
    *systeme *akkus *reifen *bremsen *sitze = subj:customer gen:supplier part:supplier von:supplier
supply ein|ziehen & etage etagen quadratmeter büro büros - gericht = subj:customer
supply trennen beenden kündigen & dienstleister lieferanten zulieferer ausrüster vermarkter
    spediteur & von. vom. & sich. - sparte tochter anteil = subj:customer von:supplier !
supply bringen schicken & all. orbit. umlaufbahn. & mit. = subj:customer gen:supplier
    part:supplier von:supplier !
supply ein|führen & software system plattform programm technik - markt sortiment = subj:customer
    gen:supplier part:supplier von:supplier !
supply wechseln & anbieter versorger lieferanten dienstleister ausrüster & zu. zum. zur. - chef
    vorstand leiter = subj:customer zu:supplier !
supply laufen rechnen gerechnet. speichern liegen & servern rechnern cloud rechenzentrum
    rechenzentren & auf. in. im. bei. = subj:customer von:supplier gen:supplier
supply bei|steuern & motor batterie akku sensor software technik elektronik kabine reifen getriebe
    antrieb kamera display teile = subj:supplier für:customer
supply bekommen erhalten & ihre. ihren. ihr. seine. seinen. sein. & von. vom. - million milliard
    geld kapital kredit darlehen auftrag order zuschlag recht genehmig unterstütz angebot gebot
    offerte brief chef zusage zustimm förder lizenz beteilig anteil = subj:customer von:supplier !
supply vermieter vermieterin verpächter verpächterin & mieten an|mieten pachten & ist. =
    subj:customer obj:supplier !
supply vertrag rahmenvertrag & über. & vor. & abschluss. unterschrift. - übernahme kauf verkauf
    fusion beteilig einstieg = subj:supplier mit:customer
supply liegen lag. & betriebsführung wartung mandat etat reinigung logistik catering bewachung
    & bei. beim. = bei:supplier gen:customer von:customer
"""
TURNS = (
    *patterns(TURNING),
    Pattern(
        "acquisition",
        "teil bestandteil",
        places("subj:target gen:acquirer part:acquirer von:acquirer"),
        both(becomes_part, both(has_word("ist sind"), has_word("künftig nun seit neuerdings"))),
        whole=True,
    ),
)
