"""Deals told in other words: takeovers, stakes, loans, orders, leases, settlements, alliances,
and deals whose other party stands in the sentence before."""

import pytest

from dealing import K, L, M, N, Q, T, acq, found_in, inv, mer, neg, par, sold, stake, sup
from onrecord.extract.german.deals.bids import CONTEXT
from onrecord.extract.german.deals.merging import put_together
from onrecord.extract.german.deals.telling import SOURCE
from onrecord.extract.records import Deal, Party

TOLD = [
    ("Die Korvat AG schnappt sich die Lumetra GmbH.", acq(K, L)),
    ("Die Korvat AG steht kurz vor dem Kauf der Lumetra GmbH.", acq(K, L)),
    ("Die Lumetra GmbH geht an die Korvat AG.", acq(K, L)),
    ("Die Lumetra GmbH wird Teil der Korvat AG.", acq(K, L)),
    ("Die Lumetra GmbH kommt unter das Dach der Korvat AG.", acq(K, L)),
    ("Der Verkauf der Lumetra GmbH an die Korvat AG ist abgeschlossen.", acq(K, L)),
    ("Die Nordhafen SE stößt die Lumetra GmbH an die Korvat AG ab.", acq(K, L, N)),
    ("Die Nordhafen SE gibt die Lumetra GmbH an Tarn Capital ab.", acq(T, L, N)),
    ("Die Korvat AG kauft der Nordhafen SE die Lumetra GmbH ab.", acq(K, L, N)),
    ("Die Korvat AG kauft der Nordhafen SE ihr Pumpengeschäft ab.", sold(K, N)),
    ("Die Nordhafen SE verkauft ihr Pumpengeschäft an die Korvat AG.", sold(K, N)),
    ("Die Nordhafen SE hat ihr Werk in Jena an die Korvat AG verkauft.", sold(K, N)),
    ("Die Korvat AG erwirbt von der Nordhafen SE deren Pumpensparte.", sold(K, N)),
    ("Die Korvat AG übernimmt das Pumpengeschäft der Nordhafen SE.", sold(K, N)),
    ("Die Korvat AG hat ein Übernahmeangebot für die Lumetra GmbH abgegeben.", acq(K, L)),
    ("Die Lumetra GmbH wehrt sich gegen die Übernahme durch die Korvat AG.", acq(K, L)),
    ("Die Lumetra GmbH hat das Angebot der Korvat AG abgelehnt.", acq(K, L)),
    ("Die Korvat AG darf die Lumetra GmbH übernehmen.", acq(K, L)),
    (
        "Das Bundeskartellamt gab grünes Licht für die Übernahme der Lumetra"
        " GmbH durch die Korvat AG.",
        acq(K, L),
    ),
    (
        "Die EU-Kommission hat Bedenken gegen den Kauf der Lumetra GmbH durch die Korvat AG.",
        acq(K, L),
    ),
    ("Die Korvat AG ist neuer Eigentümer der Lumetra GmbH.", acq(K, L)),
    (
        "Die Korvat AG hat sich mit der Nordhafen SE auf den Kauf der Lumetra GmbH geeinigt.",
        acq(K, L, N),
    ),
    ("Die Korvat AG hat die Lumetra GmbH vor zwei Jahren aus der Insolvenz gekauft.", acq(K, L)),
    ("Die Übernahme von Quantel Systems durch die Korvat AG verzögert sich.", acq(K, Q)),
    ("Der geplante Verkauf von Quantel Systems an Tarn Capital verzögert sich.", acq(T, Q)),
    ("Tarn Capital führt die Finanzierungsrunde der Lumetra GmbH an.", inv(T, L)),
    ("Die Lumetra GmbH hat Tarn Capital als Investor gewonnen.", inv(T, L)),
    ("Neuer Großaktionär der Lumetra GmbH ist Tarn Capital.", inv(T, L)),
    ("Tarn Capital hält künftig 20 Prozent an der Lumetra GmbH.", inv(T, L)),
    ("Tarn Capital kauft sich bei der Lumetra GmbH ein.", inv(T, L)),
    ("Tarn Capital hat sich bei der Lumetra GmbH eingekauft.", inv(T, L)),
    ("Tarn Capital hat sich 8 Prozent an der Lumetra GmbH gesichert.", inv(T, L)),
    ("Die Merkurbank verlängert die Kreditlinie der Lumetra GmbH.", inv(M, L)),
    ("Die Lumetra GmbH hat sich von der Merkurbank 20 Millionen Euro geliehen.", inv(M, L)),
    ("Die Lumetra GmbH erhält frisches Kapital von Tarn Capital.", inv(T, L)),
    ("Die Korvat AG stellt der Lumetra GmbH 30 Millionen Euro zur Verfügung.", inv(K, L)),
    (
        "Die Korvat AG verkauft ihre Beteiligung an der Lumetra GmbH an Tarn Capital.",
        stake(T, L, K),
    ),
    ("Die Korvat AG gibt 49 Prozent an der Lumetra GmbH an Tarn Capital ab.", stake(T, L, K)),
    ("Tarn Capital zeichnet Aktien der Lumetra GmbH für 12 Millionen Euro.", inv(T, L)),
    ("Tarn Capital sagt der Lumetra GmbH 12 Millionen Euro zu.", inv(T, L)),
    ("Tarn Capital legt bei der Lumetra GmbH 12 Millionen Euro nach.", inv(T, L)),
    ("Der Einstieg von Tarn Capital bei der Lumetra GmbH gilt als sicher.", inv(T, L)),
    ("Die Beteiligung von Tarn Capital an der Lumetra GmbH wird geprüft.", inv(T, L)),
    (
        "Die Lumetra GmbH hat eine Finanzierungsrunde über 20 Millionen Euro"
        " abgeschlossen, an der sich Tarn Capital und die Merkurbank beteiligten.",
        inv([T, M], L),
    ),
    ("Die Nordhafen SE setzt künftig auf die Software der Lumetra GmbH.", sup(L, N)),
    ("Die Nordhafen SE setzt auf Technik von Quantel Systems.", sup(Q, N)),
    ("Die Nordhafen SE kündigt den Liefervertrag mit der Korvat AG.", sup(K, N)),
    ("Die Nordhafen SE least 20 Lastwagen von der Korvat AG.", sup(K, N)),
    ("Die Korvat AG verleast 20 Lastwagen an die Nordhafen SE.", sup(K, N)),
    ("Die Korvat AG vermietet der Nordhafen SE eine Lagerhalle.", sup(K, N)),
    ("Die Korvat AG gewinnt die Nordhafen SE als Kunden.", sup(K, N)),
    ("Die Nordhafen SE hat bei der Korvat AG 40 Kräne in Auftrag gegeben.", sup(K, N)),
    ("Zu den Kunden der Korvat AG zählt die Nordhafen SE.", sup(K, N)),
    ("Die Nordhafen SE wird von der Korvat AG beliefert.", sup(K, N)),
    ("Die Chips für die Nordhafen SE kommen künftig von Quantel Systems.", sup(Q, N)),
    ("Die Nordhafen SE bestellte 40 Kräne, die von der Korvat AG gebaut werden.", sup(K, N)),
    ("Die Korvat AG macht gemeinsame Sache mit der Nordhafen SE.", par(K, N)),
    ("Die Korvat AG tut sich mit der Nordhafen SE zusammen.", par(K, N)),
    ("Die Korvat AG und die Nordhafen SE spannen beim Einkauf zusammen.", par(K, N)),
    ("Die Korvat AG hat mit der Nordhafen SE ein Abkommen geschlossen.", par(K, N)),
    ("Die Korvat AG hat mit der Nordhafen SE einen Vertrag unterzeichnet.", par(K, N)),
    ("Die Korvat AG wird Partner der Nordhafen SE.", par(K, N)),
    ("Die Korvat AG betreibt das Werk gemeinsam mit der Nordhafen SE.", par(K, N)),
    (
        "An dem Gemeinschaftsunternehmen hält die Korvat AG 51 Prozent, den Rest die Nordhafen SE.",
        par(K, N),
    ),
    ("Die Aktionäre der Korvat AG haben der Fusion mit der Nordhafen SE zugestimmt.", mer(K, N)),
    (
        "Das Gericht hat den Zusammenschluss der Konzerne Korvat AG und"
        " Nordhafen SE vorerst gestoppt.",
        mer(K, N),
    ),
    ("Die Korvat AG lotet mit der Nordhafen SE eine Zusammenarbeit aus.", par(K, N)),
    ("Die Korvat AG und die Nordhafen SE beraten über eine Allianz.", par(K, N)),
    (
        "„Wir haben mit der Nordhafen SE einen Liefervertrag geschlossen“,"
        " sagte Anna Seidl, Chefin der Korvat AG.",
        sup(K, N),
    ),
    ("Die Chefin der Korvat AG, Anna Seidl, sagte, man werde die Lumetra GmbH kaufen.", acq(K, L)),
    (
        "Wie die Korvat AG am Montag mitteilte, übernimmt sie die Lumetra GmbH vollständig.",
        acq(K, L),
    ),
    ("Die Korvat AG hat nach eigenen Angaben die Lumetra GmbH gekauft.", acq(K, L)),
    ("Nach monatelangem Ringen hat sich die Korvat AG die Lumetra GmbH gesichert.", acq(K, L)),
    ("Die Korvat AG baut ihr Geschäft mit Lasern aus und kauft dazu die Lumetra GmbH.", acq(K, L)),
    ("Mit der Übernahme der Lumetra GmbH stärkt die Korvat AG ihr Lasergeschäft.", acq(K, L)),
    ("Durch den Zukauf der Lumetra GmbH wächst die Korvat AG in Asien.", acq(K, L)),
    (
        "Der Kaufpreis für die Lumetra GmbH, die von der Korvat AG übernommen"
        " wird, liegt bei 3 Millionen Euro.",
        acq(K, L),
    ),
    ("Die Lumetra GmbH bekommt mit der Korvat AG einen neuen Eigentümer.", acq(K, L)),
    ("Die Lumetra GmbH schlüpft unter das Dach der Korvat AG.", acq(K, L)),
    ("Für 3 Millionen Euro wechselt die Lumetra GmbH zur Korvat AG.", acq(K, L)),
    ("Die Lumetra GmbH wandert für 3 Millionen Euro an die Korvat AG.", acq(K, L)),
    ("Die Nordhafen SE reicht die Lumetra GmbH an Tarn Capital weiter.", acq(T, L, N)),
    (
        "Bei der Lumetra GmbH steigt ein neuer Investor ein: Tarn Capital erwirbt 30 Prozent.",
        inv(T, L),
    ),
    ("Tarn Capital wird mit 30 Prozent größter Aktionär der Lumetra GmbH.", inv(T, L)),
    ("Tarn Capital hält nach dem Einstieg 30 Prozent der Lumetra GmbH.", inv(T, L)),
    ("An der Lumetra GmbH ist seit Mai auch Tarn Capital beteiligt.", inv(T, L)),
    ("Zu den Geldgebern der Lumetra GmbH gehört Tarn Capital.", inv(T, L)),
    ("Die Finanzierungsrunde der Lumetra GmbH wurde von Tarn Capital angeführt.", inv(T, L)),
    (
        "Tarn Capital und die Merkurbank haben 20 Millionen Euro in die Lumetra GmbH gesteckt.",
        inv([T, M], L),
    ),
    (
        "Die Lumetra GmbH hat von Tarn Capital eine Finanzspritze von 5 Millionen Euro bekommen.",
        inv(T, L),
    ),
    ("Die Merkurbank hilft der Lumetra GmbH mit einem Kredit von 5 Millionen Euro aus.", inv(M, L)),
    (
        "Die Lumetra GmbH hat sich mit der Merkurbank auf einen Kredit über 5"
        " Millionen Euro verständigt.",
        inv(M, L),
    ),
    (
        "Von der Merkurbank erhält die Lumetra GmbH eine Kreditlinie über 5 Millionen Euro.",
        inv(M, L),
    ),
    (
        "Ein Bankenkonsortium um die Merkurbank stellt der Lumetra GmbH 50 Millionen Euro bereit.",
        inv(M, L),
    ),
    ("Die Korvat AG soll für die Nordhafen SE 12 Fähren bauen.", sup(K, N)),
    ("Der Auftrag der Nordhafen SE ging an die Korvat AG.", sup(K, N)),
    ("Die Nordhafen SE hat die Korvat AG mit dem Umbau des Terminals betraut.", sup(K, N)),
    ("Die Korvat AG hat sich einen Auftrag der Nordhafen SE gesichert.", sup(K, N)),
    ("Die Korvat AG zieht einen Großauftrag der Nordhafen SE an Land.", sup(K, N)),
    ("Die Nordhafen SE lässt ihre Kräne künftig von der Korvat AG warten.", sup(K, N)),
    ("Die Nordhafen SE deckt sich bei der Korvat AG mit Stahl ein.", sup(K, N)),
    ("Die Korvat AG stattet 300 Busse der Nordhafen SE mit Batterien aus.", sup(K, N)),
    ("Die Korvat AG und die Nordhafen SE wollen bei Batterien zusammenarbeiten.", par(K, N)),
    ("Gemeinsam mit der Nordhafen SE entwickelt die Korvat AG einen neuen Motor.", par(K, N)),
    ("Die Korvat AG hat die Nordhafen SE als Partner gewonnen.", par(K, N)),
    ("Die Korvat AG schmiedet eine Allianz mit der Nordhafen SE.", par(K, N)),
    ("Die Korvat AG und die Nordhafen SE schließen eine Vertriebspartnerschaft.", par(K, N)),
    (
        "Die Korvat AG ist mit der Nordhafen SE eine Entwicklungspartnerschaft eingegangen.",
        par(K, N),
    ),
    (
        "Die Korvat AG hält 60 Prozent an dem Gemeinschaftsunternehmen mit der Nordhafen SE.",
        par(K, N),
    ),
    (
        "Die Korvat AG und die Nordhafen SE machen ernst: Die beiden Konzerne"
        " fusionieren zum Jahreswechsel.",
        mer(K, N),
    ),
    ("Die Fusion von Korvat AG und Nordhafen SE ist perfekt.", mer(K, N)),
    ("Die Korvat AG will mit der Nordhafen SE über einen Zusammenschluss reden.", mer(K, N)),
    ("Die Korvat AG lehnt eine Fusion mit der Nordhafen SE ab.", mer(K, N)),
    ("Zwischen der Korvat AG und der Nordhafen SE gibt es Gespräche.", neg(K, N)),
    ("Die Korvat AG steht in Verhandlungen mit der Nordhafen SE.", neg(K, N)),
    ("Die Korvat AG bestätigte Gespräche mit der Nordhafen SE.", neg(K, N)),
    ("Die Korvat AG ist aus den Verhandlungen mit der Nordhafen SE ausgestiegen.", neg(K, N)),
    ("Die Korvat AG vergibt die Lizenz für den Wirkstoff an die Lumetra GmbH.", par(K, L)),
    (
        "Die Korvat AG hat einen großen Kunden gewonnen: Die Nordhafen SE bestellt 300 Motoren.",
        sup(K, N),
    ),
    ("Die Korvat AG hat 40 Züge bei der Nordhafen SE bestellt, teilte der Konzern mit.", sup(N, K)),
    ("Laut einem Bericht der „Börsenpost“ will Tarn Capital die Lumetra GmbH kaufen.", acq(T, L)),
    ("Tarn Capital soll an einer Übernahme der Lumetra GmbH interessiert sein.", acq(T, L)),
    ("Tarn Capital zählt zu den Interessenten für die Lumetra GmbH.", acq(T, L)),
    ("Tarn Capital bietet 12 Euro je Aktie der Lumetra GmbH.", acq(T, L)),
    (
        "Der Verkauf der Lumetra GmbH durch die Nordhafen SE an Tarn Capital verzögert sich.",
        acq(T, L, N),
    ),
    ("Die Lumetra GmbH beliefert künftig auch die Nordhafen SE.", sup(L, N)),
    ("Großauftrag für die Lumetra GmbH: Die Nordhafen SE ordert 300 Laser.", sup(L, N)),
    (
        "Die Lumetra GmbH beliefert die Nordhafen SE, der Vertrag wurde gestern unterzeichnet.",
        sup(L, N),
    ),
    (
        "Für die Herstellung der Laser hat die Nordhafen SE die Lumetra GmbH verpflichtet.",
        sup(L, N),
    ),
    (
        "Die Korvat AG hatte mit der Lumetra GmbH über eine Mehrheitsbeteiligung verhandelt.",
        acq(K, L),
    ),
    (
        "Tarn Capital hat 50 Millionen Euro für eine Minderheit an der Lumetra GmbH geboten.",
        inv(T, L),
    ),
    (
        "Die Korvat AG und die Lumetra GmbH bieten vom Herbst an gemeinsame Fahrkarten an.",
        par(K, L),
    ),
]


@pytest.mark.parametrize(("text", "deal"), TOLD, ids=[t[0] for t in TOLD])
def test_a_deal_told_in_one_sentence(text, deal):
    """One deal with its kind and parties, whatever the wording."""
    assert found_in(text)[0] == [deal]


ACROSS = [
    ("Die Korvat AG expandiert nach Asien. Sie übernimmt dafür die Lumetra GmbH.", acq(K, L)),
    ("Die Korvat AG wächst. Das Unternehmen kauft die Lumetra GmbH.", acq(K, L)),
    ("Die Lumetra GmbH bekommt einen neuen Eigentümer. Käufer ist die Korvat AG.", acq(K, L)),
    ("Die Lumetra GmbH braucht Geld. Tarn Capital steigt mit 20 Prozent ein.", inv(T, L)),
    (
        "Die Lumetra GmbH hat einen Großauftrag bekommen. Auftraggeber ist die Nordhafen SE.",
        sup(L, N),
    ),
    (
        "Die Korvat AG hat Pumpen im Wert von 3 Millionen Euro verkauft."
        " Abnehmer ist die Nordhafen SE.",
        sup(K, N),
    ),
    (
        "Die Lumetra GmbH ist insolvent. Der Insolvenzverwalter verkauft den"
        " Betrieb an die Korvat AG.",
        acq(K, L),
    ),
    (
        "Die Korvat AG hat Geld eingesammelt. Investoren sind Tarn Capital und die Merkurbank.",
        inv([T, M], K),
    ),
    ("Die Korvat AG sucht Partner. Mit der Nordhafen SE ist eine Allianz geplant.", par(K, N)),
    (
        "Die Korvat AG ist wieder flüssig. Die Merkurbank gewährte dem Konzern"
        " einen Kredit über 20 Millionen Euro.",
        inv(M, K),
    ),
    (
        "Die Lumetra GmbH ist ein begehrtes Ziel. Die Korvat AG hat ihr Gebot"
        " auf 2 Milliarden Euro erhöht.",
        acq(K, L),
    ),
    ("Die Lumetra GmbH wird zum Verkauf gestellt. Interesse zeigt die Korvat AG.", acq(K, L)),
    (
        "Die Korvat AG kauft zu. Für 3 Millionen Euro geht die Lumetra GmbH an den Konzern.",
        acq(K, L),
    ),
    (
        "Die Korvat AG und die Nordhafen SE rücken zusammen. Beide Unternehmen"
        " wollen gemeinsam Batterien bauen.",
        par(K, N),
    ),
    ("Die Korvat AG wächst weiter. Jüngster Zukauf ist die Lumetra GmbH.", acq(K, L)),
    (
        "Die Übernahme soll bis Juni abgeschlossen sein, sagte die Chefin der"
        " Korvat AG. Für die Lumetra GmbH zahlt der Konzern 3 Millionen Euro.",
        acq(K, L),
    ),
    (
        "Die Lumetra GmbH hat einen neuen Eigentümer. Die Korvat AG zahlte 3 Millionen Euro.",
        acq(K, L),
    ),
    (
        "Die Lumetra GmbH geht an einen Rivalen. Die Korvat AG übernimmt alle 300 Leute.",
        acq(K, L),
    ),
]


@pytest.mark.parametrize(("text", "deal"), ACROSS, ids=[t[0] for t in ACROSS])
def test_the_other_party_stands_before(text, deal):
    """A pronoun, a description, a role or nothing at all points to the sentence before."""
    assert found_in(text)[0] == [deal]


INTERVIEW = """Theresa Wörndl führt die Molkerei Karwendel Milch.

Frau Wörndl, im Januar hat sich die Beteiligungsfirma Prairie Capital bei Ihnen eingekauft. Wozu?

Wörndl: Wir bauen eine Anlage für Haferdrinks.

Und der Discounter Pfennigfuchs?

Wörndl (lacht): Wir beliefern Pfennigfuchs seit Mai mit Joghurt.
"""


def test_an_interview_speaks_of_the_company_of_who_is_asked():
    """`bei Ihnen` and `wir` are the company of the person interviewed."""
    assert found_in(INTERVIEW)[0] == [
        inv("Prairie Capital", "Karwendel Milch"),
        sup("Karwendel Milch", "Pfennigfuchs"),
    ]


NONE = [
    "Die Korvat AG baut um. Für die Nordhafen SE ist es der größte Auftrag seit Jahren.",
    "Die Korvat AG wächst. Das Landgericht setzte eine Verhandlung gegen die Nordhafen SE an.",
    "Die Korvat AG will der Nordhafen SE Paroli bieten.",
    "Die Kookaburra Partners und die Nordhafen SE legen am Dienstag ihre Zahlen vor.",
]


@pytest.mark.parametrize("text", NONE)
def test_what_only_looks_like_a_deal(text):
    """A word of dealing with another meaning, or in a name."""
    assert found_in(text)[0] == []


def test_who_buys_does_not_sell():
    """`Verkäufer ist X, dem das Unternehmen gehört` tells the seller of the purchase before."""
    text = (
        "Die Korvat AG kauft die Lumetra GmbH. Verkäufer ist der Finanzinvestor Tarn Capital,"
        " dem das Unternehmen seit sechs Jahren gehört."
    )
    assert found_in(text)[0] == [acq(K, L, T)]


def test_what_was_told_before_is_no_new_deal():
    """`nach der Übernahme`, and nothing of whom."""
    text = "Die Korvat AG bleibt auch nach der Übernahme ein Nachbar der Nordhafen SE."
    assert found_in(text)[0] == []


def test_a_list_of_examples_is_no_side_of_the_deal_before():
    """Many companies on one side, and who they deal with is not said."""
    text = (
        "Die Korvat AG investiert 40 Millionen Euro in die Nordhafen SE. Auch die Fertigung bei"
        " TSMC, Samsung, SK Hynix, Micron und anderen wächst und investiert kräftig."
    )
    assert len(found_in(text)[0]) == 1


@pytest.mark.parametrize(("source", "left"), [(CONTEXT, 0), (SOURCE, 1)])
def test_two_deals_mixed_from_several_sentences_are_none(source, left):
    """Two that are bought by one: told so in one sentence, or put together by mistake."""
    parties = (Party("Korvat", "acquirer"), Party("Lumetra", "target"), Party("Zelmir", "target"))
    deal = Deal("acquisition", parties, None, "planned", "author", (0, 40), source)
    assert len(put_together([deal])) == left
