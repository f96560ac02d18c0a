"""Deals: one way of telling a deal each, with kind, parties in roles and status."""

import pytest

from dealing import K, L, M, N, Q, T, acq, found_in, inv, mer, neg, par, sup

TOLD = [
    ("Die Korvat AG übernimmt die Lumetra GmbH für 300 Millionen Euro.", acq(K, L), "agreed"),
    ("Die Lumetra GmbH wird von der Korvat AG übernommen.", acq(K, L), "agreed"),
    ("Die Lumetra GmbH soll an die Korvat AG verkauft werden.", acq(K, L), "planned"),
    ("Die Nordhafen SE verkauft die Lumetra GmbH an die Korvat AG.", acq(K, L, N), "agreed"),
    (
        "Die Nordhafen SE hat sich von der Lumetra GmbH getrennt; Käufer ist die Korvat AG.",
        acq(K, L, N),
        "agreed",
    ),
    ("Die Korvat AG kauft die Lumetra GmbH von der Nordhafen SE.", acq(K, L, N), "agreed"),
    ("Die Korvat AG hat die Übernahme der Lumetra GmbH abgeschlossen.", acq(K, L), "agreed"),
    (
        "Die geplante Übernahme der Lumetra GmbH durch die Korvat AG ist geplatzt.",
        acq(K, L),
        "failed",
    ),
    ("Die Korvat AG legt ein Angebot für die Lumetra GmbH vor.", acq(K, L), "planned"),
    ("Die Korvat AG bietet 4 Milliarden Euro für die Lumetra GmbH.", acq(K, L), "planned"),
    ("Für die Lumetra GmbH bietet die Korvat AG 4 Milliarden Euro.", acq(K, L), "planned"),
    ("Die Korvat AG prüft eine Übernahme der Lumetra GmbH.", acq(K, L), "planned"),
    ("Die Korvat AG hat Interesse an einem Kauf der Lumetra GmbH.", acq(K, L), "planned"),
    ("Die Lumetra GmbH geht für 80 Millionen Euro an die Korvat AG.", acq(K, L), "agreed"),
    ("Die Lumetra GmbH gehört künftig zur Korvat AG.", acq(K, L), "agreed"),
    ("Die Korvat AG schluckt den Rivalen Lumetra GmbH.", acq(K, L), "agreed"),
    ("Die Korvat AG übernimmt 75 Prozent der Lumetra GmbH.", acq(K, L), "agreed"),
    ("Die Korvat AG übernimmt die Mehrheit an der Lumetra GmbH.", acq(K, L), "agreed"),
    ("Die Korvat AG erwirbt sämtliche Anteile an der Lumetra GmbH.", acq(K, L), "agreed"),
    (
        "Die Korvat AG wollte die Lumetra GmbH kaufen, zog ihr Angebot aber zurück.",
        acq(K, L),
        "failed",
    ),
    (
        "Das Kartellamt hat der Korvat AG die Übernahme der Lumetra GmbH untersagt.",
        acq(K, L),
        "failed",
    ),
    (
        "Die Aktionäre der Lumetra GmbH stimmten der Übernahme durch die Korvat AG zu.",
        acq(K, L),
        "agreed",
    ),
    ("Die Korvat AG dementierte, die Lumetra GmbH kaufen zu wollen.", acq(K, L), "denied"),
    ("Die Korvat AG verleibt sich die Lumetra GmbH ein.", acq(K, L), "agreed"),
    ("Die Korvat AG hat den Kaufvertrag für die Lumetra GmbH unterschrieben.", acq(K, L), "agreed"),
    ("Der Finanzinvestor Tarn Capital greift nach der Lumetra GmbH.", acq(T, L), "planned"),
    (
        "Investor Tarn Capital hat die Lumetra GmbH an die Korvat AG veräußert.",
        acq(K, L, T),
        "agreed",
    ),
    ("Neuer Eigentümer der Lumetra GmbH ist die Korvat AG.", acq(K, L), "agreed"),
    (
        "Die Korvat AG trennt sich von der Lumetra GmbH, neuer Eigentümer wird Tarn Capital.",
        acq(T, L, K),
        "agreed",
    ),
    ("Die Korvat AG beteiligt sich mit 20 Prozent an der Lumetra GmbH.", inv(K, L), "agreed"),
    ("Die Korvat AG steigt bei der Lumetra GmbH ein.", inv(K, L), "agreed"),
    ("Tarn Capital hat 12 Prozent der Lumetra GmbH erworben.", inv(T, L), "agreed"),
    ("Die Nordhafen SE verkauft 24,9 Prozent ihrer Anteile an Tarn Capital.", inv(T, N), "agreed"),
    ("Die Korvat AG investiert 50 Millionen Euro in die Lumetra GmbH.", inv(K, L), "agreed"),
    ("Die Korvat AG will 50 Millionen Euro in die Lumetra GmbH investieren.", inv(K, L), "planned"),
    ("Die Lumetra GmbH erhält 50 Millionen Euro von der Korvat AG.", inv(K, L), "agreed"),
    (
        "Die Lumetra GmbH sammelt 40 Millionen Euro bei Tarn Capital und der Merkurbank ein.",
        inv([T, M], L),
        "agreed",
    ),
    (
        "Die Lumetra GmbH sammelt in einer Finanzierungsrunde Geld, angeführt von Tarn Capital.",
        inv(T, L),
        "agreed",
    ),
    (
        "Angeführt wird die Finanzierungsrunde der Lumetra GmbH von Tarn Capital.",
        inv(T, L),
        "agreed",
    ),
    (
        "Die Korvat AG und Tarn Capital stecken gemeinsam 70 Millionen Euro in die Lumetra GmbH.",
        inv([K, T], L),
        "agreed",
    ),
    (
        "Die Merkurbank gewährt der Lumetra GmbH einen Kredit über 85 Millionen Euro.",
        inv(M, L),
        "agreed",
    ),
    (
        "Die Lumetra GmbH bekommt von der Merkurbank ein Darlehen über 85 Millionen Euro.",
        inv(M, L),
        "agreed",
    ),
    (
        "Die Lumetra GmbH nimmt bei der Merkurbank einen Kredit über 85 Millionen Euro auf.",
        inv(M, L),
        "agreed",
    ),
    (
        "Die Merkurbank stellt der Lumetra GmbH eine Kreditlinie von 20 Millionen Euro bereit.",
        inv(M, L),
        "agreed",
    ),
    (
        "Tarn Capital stockt seine Beteiligung an der Lumetra GmbH auf 15 Prozent auf.",
        inv(T, L),
        "agreed",
    ),
    ("Tarn Capital pumpt 30 Millionen Dollar in die Lumetra GmbH.", inv(T, L), "agreed"),
    ("Die Korvat AG zeichnet eine Kapitalerhöhung der Lumetra GmbH.", inv(K, L), "agreed"),
    ("Der Einstieg der Korvat AG bei der Lumetra GmbH ist vom Tisch.", inv(K, L), "failed"),
    (
        "Tarn Capital sichert sich eine Minderheitsbeteiligung an der Lumetra GmbH.",
        inv(T, L),
        "agreed",
    ),
    ("Tarn Capital wird Ankeraktionär der Lumetra GmbH.", inv(T, L), "agreed"),
    (
        "Tarn Capital hat seine geplante Investition in die Lumetra GmbH auf Eis gelegt.",
        inv(T, L),
        "on-hold",
    ),
    ("Die Korvat AG erwägt, bei der Lumetra GmbH einzusteigen.", inv(K, L), "planned"),
    ("Tarn Capital finanziert die Lumetra GmbH mit 10 Millionen Euro.", inv(T, L), "agreed"),
    ("Tarn Capital gibt der Lumetra GmbH 10 Millionen Euro.", inv(T, L), "agreed"),
    ("Die Lumetra GmbH holt Tarn Capital als Investor an Bord.", inv(T, L), "agreed"),
    ("Bei der Lumetra GmbH steigt Tarn Capital mit 9 Prozent ein.", inv(T, L), "agreed"),
    ("Die Korvat AG liefert der Nordhafen SE 40 Kräne.", sup(K, N), "agreed"),
    ("Die Korvat AG liefert 40 Kräne an die Nordhafen SE.", sup(K, N), "agreed"),
    ("Die Nordhafen SE bestellt 40 Kräne bei der Korvat AG.", sup(K, N), "agreed"),
    (
        "Die Nordhafen SE hat bei der Korvat AG 40 Kräne im Wert von 90 Millionen Euro geordert.",
        sup(K, N),
        "agreed",
    ),
    (
        "Die Korvat AG hat einen Auftrag der Nordhafen SE über 90 Millionen Euro erhalten.",
        sup(K, N),
        "agreed",
    ),
    ("Die Nordhafen SE beauftragt die Korvat AG mit dem Bau von 40 Kränen.", sup(K, N), "agreed"),
    ("Die Nordhafen SE vergibt einen Großauftrag an die Korvat AG.", sup(K, N), "agreed"),
    ("Den Zuschlag der Nordhafen SE erhielt die Korvat AG.", sup(K, N), "agreed"),
    ("Die Korvat AG beliefert künftig die Nordhafen SE mit Stahl.", sup(K, N), "agreed"),
    ("Die Nordhafen SE bezieht ihren Stahl künftig von der Korvat AG.", sup(K, N), "agreed"),
    (
        "Die Korvat AG und die Nordhafen SE haben einen Liefervertrag über zehn Jahre geschlossen.",
        sup(K, N),
        "agreed",
    ),
    (
        "Die Korvat AG rüstet die Schiffe der Nordhafen SE mit neuen Motoren aus.",
        sup(K, N),
        "agreed",
    ),
    ("Die Korvat AG baut für die Nordhafen SE ein neues Terminal.", sup(K, N), "agreed"),
    ("Die Nordhafen SE kauft 300 Lastwagen bei der Korvat AG.", sup(K, N), "agreed"),
    ("Die Nordhafen SE lässt ihre Chips von der Korvat AG fertigen.", sup(K, N), "agreed"),
    ("Die Korvat AG fertigt die Chips für die Nordhafen SE.", sup(K, N), "agreed"),
    (
        "Die Nordhafen SE soll bei der Korvat AG Anlagen für 40 Millionen Euro bestellt haben.",
        sup(K, N),
        "agreed",
    ),
    (
        "Großkunde Nordhafen SE nimmt der Korvat AG bis 2030 jährlich 500 Tonnen ab.",
        sup(K, N),
        "agreed",
    ),
    ("Die Nordhafen SE mietet Rechenleistung bei der Korvat AG.", sup(K, N), "agreed"),
    ("Die Nordhafen SE stornierte einen Auftrag an die Korvat AG.", sup(K, N), "failed"),
    (
        "Die Korvat AG versorgt die Nordhafen SE fünf Jahre lang mit Wasserstoff.",
        sup(K, N),
        "agreed",
    ),
    (
        "Die Korvat AG und die Nordhafen SE gründen ein Gemeinschaftsunternehmen.",
        par(K, N),
        "agreed",
    ),
    (
        "Die Korvat AG gründet mit der Nordhafen SE ein Joint Venture für Batterien.",
        par(K, N),
        "agreed",
    ),
    ("Die Korvat AG kooperiert mit der Nordhafen SE bei Batterien.", par(K, N), "ongoing"),
    (
        "Die Korvat AG und die Nordhafen SE haben eine strategische Partnerschaft vereinbart.",
        par(K, N),
        "agreed",
    ),
    ("Die Korvat AG hat eine Lizenz der Quantel Systems erworben.", par(K, Q), "agreed"),
    (
        "Quantel Systems vergibt eine Lizenz für sein Verfahren an die Korvat AG.",
        par(K, Q),
        "agreed",
    ),
    (
        "Die Korvat AG darf das Verfahren von Quantel Systems gegen eine Lizenzgebühr nutzen.",
        par(K, Q),
        "agreed",
    ),
    ("Die Korvat AG schließt mit Quantel Systems einen Lizenzvertrag.", par(K, Q), "agreed"),
    ("Die Korvat AG arbeitet mit der Nordhafen SE zusammen.", par(K, N), "ongoing"),
    (
        "Die Zusammenarbeit zwischen der Korvat AG und der Nordhafen SE ist beendet.",
        par(K, N),
        "failed",
    ),
    ("Die Korvat AG und die Nordhafen SE wollen gemeinsam ein Werk bauen.", par(K, N), "planned"),
    ("Die Korvat AG und die Nordhafen SE bündeln ihre Kräfte.", par(K, N), "ongoing"),
    ("Die Korvat AG verbündet sich mit der Nordhafen SE.", par(K, N), "agreed"),
    ("Die Korvat AG kündigt die Partnerschaft mit der Nordhafen SE auf.", par(K, N), "failed"),
    ("Die Korvat AG entwickelt zusammen mit Quantel Systems einen Chip.", par(K, Q), "ongoing"),
    ("Die Korvat AG vertreibt künftig die Software von Quantel Systems.", par(K, Q), "agreed"),
    ("Die Korvat AG und die Nordhafen SE fusionieren.", mer(K, N), "agreed"),
    ("Die Korvat AG und die Nordhafen SE wollen sich zusammenschließen.", mer(K, N), "planned"),
    ("Die Fusion der Korvat AG mit der Nordhafen SE ist gescheitert.", mer(K, N), "failed"),
    ("Die Korvat AG soll mit der Nordhafen SE verschmolzen werden.", mer(K, N), "planned"),
    (
        "Aus der Korvat AG und der Nordhafen SE soll ein neuer Konzern entstehen.",
        mer(K, N),
        "planned",
    ),
    ("Die Korvat AG geht mit der Nordhafen SE zusammen.", mer(K, N), "agreed"),
    ("Die Korvat AG verhandelt mit der Nordhafen SE.", neg(K, N), "ongoing"),
    (
        "Die Gespräche zwischen der Korvat AG und der Nordhafen SE sind gescheitert.",
        neg(K, N),
        "failed",
    ),
    ("Die Korvat AG führt Gespräche mit der Nordhafen SE.", neg(K, N), "ongoing"),
    ("Die Korvat AG und die Nordhafen SE sprechen über eine Fusion.", mer(K, N), "ongoing"),
    (
        "Die Korvat AG verhandelt mit der Nordhafen SE über den Kauf der Lumetra GmbH.",
        acq(K, L, N),
        "ongoing",
    ),
    ("Die Korvat AG verhandelt mit Tarn Capital über einen Einstieg.", inv(T, K), "ongoing"),
    ("Die Nordhafen SE hat den Auftrag an die Korvat AG storniert.", sup(K, N), "failed"),
    ("Die Nordhafen SE hat den Auftrag an die Korvat AG nicht storniert.", sup(K, N), "agreed"),
    ("Die Korvat AG hat die Lieferung an die Nordhafen SE eingestellt.", sup(K, N), "failed"),
    ("Die Korvat AG liefert nicht mehr an die Nordhafen SE.", sup(K, N), "failed"),
    ("Die Korvat AG liefert der Nordhafen SE nicht mehr als zehn Kräne.", sup(K, N), "agreed"),
    ("Die Fusion der Korvat AG mit der Nordhafen SE ist nicht gescheitert.", mer(K, N), "ongoing"),
    (
        "Die Fusion der Korvat AG mit der Nordhafen SE ist noch nicht endgültig gescheitert.",
        mer(K, N),
        "ongoing",
    ),
    (
        "Die Fusion der Korvat AG mit der Nordhafen SE ist keineswegs geplatzt.",
        mer(K, N),
        "ongoing",
    ),
    ("Die Fusion der Korvat AG mit der Nordhafen SE ist nicht vom Tisch.", mer(K, N), "ongoing"),
    (
        "Die Fusion der Korvat AG mit der Nordhafen SE ist weder gescheitert noch abgesagt.",
        mer(K, N),
        "ongoing",
    ),
    ("Die Nordhafen SE schloss nicht aus, die Lumetra GmbH zu kaufen.", acq(N, L), "planned"),
    ("Die Nordhafen SE schloss aus, die Lumetra GmbH zu kaufen.", acq(N, L), "denied"),
    ("Die Fusion der Korvat AG mit der Nordhafen SE wird nicht verschoben.", mer(K, N), "ongoing"),
    ("Die Nordhafen SE hat den Kauf der Lumetra GmbH nicht dementiert.", acq(N, L), "ongoing"),
    ("Die Nordhafen SE hat den Kauf der Lumetra GmbH dementiert.", acq(N, L), "denied"),
]


@pytest.mark.parametrize(("text", "deal", "status"), TOLD, ids=[t[0] for t in TOLD])
def test_a_deal_has_kind_parties_and_status(text, deal, status):
    """One deal, told in one sentence."""
    found, deals = found_in(text)
    assert found == [deal]
    assert deals[0].status == status


SEVERAL = [
    (
        "Die Korvat AG kauft die Lumetra GmbH, während die Nordhafen SE"
        " bei Quantel Systems einsteigt.",
        [acq(K, L), inv(N, Q)],
    ),
    (
        "Die Nordhafen SE bestellt bei der Korvat AG 40 Kräne und kooperiert mit Quantel Systems.",
        [sup(K, N), par(N, Q)],
    ),
]


@pytest.mark.parametrize(("text", "expected"), SEVERAL)
def test_a_sentence_may_tell_two_deals(text, expected):
    """Clauses of equal rank, each with parties of its own."""
    assert found_in(text)[0] == expected


NONE = [
    "Die Korvat AG und die Nordhafen SE legen am Dienstag ihre Zahlen vor.",
    "Die Aktien der Korvat AG und der Nordhafen SE gaben nach.",
    "Die Korvat AG verklagt die Nordhafen SE auf 5 Millionen Euro.",
    "Ein Analyst der Merkurbank hält die Korvat AG für überbewertet.",
    "Die Korvat AG wirbt der Nordhafen SE den Finanzchef ab.",
    "Wie die Korvat AG kämpft auch die Nordhafen SE mit hohen Kosten.",
    "Die Korvat AG zahlt der Nordhafen SE 40 Millionen Euro Schadenersatz.",
    "Der Gewinn der Korvat AG stieg, der von Quantel Systems sank um 4 Millionen Euro.",
]


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_deal(text):
    """Two companies in one sentence make no deal."""
    assert found_in(text)[0] == []


def test_who_pays_for_a_loss_buys_nothing():
    """An insurer pays, and a settlement; a debt for goods is no loan."""
    before = "Die Korvat AG will die Lumetra GmbH kaufen. "
    for told in (
        "Der Versicherer Nordhafen SE will bis zu 22 Millionen Euro zahlen.",
        "Die Nordhafen SE zahlt 22 Millionen Euro.",
        "Die Nordhafen SE schuldet der Quantel Systems 22 Millionen Euro aus offenen Rechnungen.",
    ):
        assert found_in(before + told)[0] == [acq(K, L)]
