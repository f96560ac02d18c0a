"""Deals told by the one before: who lost, who delivered until now, who gave the shares, what a
contract provides for; passages headed by who they are about.
"""

import pytest

from dealing import K, L, N, Q, acq, found_in, inv, mer, par, sold, stake, sup

TOLD = [
    (
        "Die Korvat AG übernimmt den Händler Lumetra GmbH. Der Fonds Nordhafen SE hatte die Kette"
        " 2019 gekauft.",
        [acq(K, L), acq(N, L)],
    ),
    (
        "Der Händler Lumetra GmbH steht zum Verkauf. Als Favorit gilt die Korvat AG.",
        [acq(K, L)],
    ),
    (
        "Der Händler Lumetra GmbH steht zum Verkauf. Im Rennen sind noch die Korvat AG und die"
        " Nordhafen SE.",
        [acq(K, L), acq(N, L)],
    ),
    (
        "Die Nordhafen SE trennt sich von ihrer Sparte für Lacke. Sie geht an die Korvat AG.",
        [sold(K, N)],
    ),
    (
        "Der Stahlkonzern Korvat AG hat mit Quantel Systems einen Vertrag über die Abnahme von"
        " Ökostrom geschlossen.",
        [sup(Q, K)],
    ),
    (
        "Die Klinikkette Korvat AG lässt ihre Patienten vom Caterer Quantel Systems verpflegen. Der"
        " bisherige Lieferant Nordhafen SE geht leer aus.",
        [sup(Q, K), sup(N, K)],
    ),
    (
        "Quantel Systems liefert dem Reiseportal Korvat AG künftig die Software. Der frühere"
        " Dienstleister Nordhafen SE hatte den Vertrag verloren.",
        [sup(Q, K), sup(N, K)],
    ),
    (
        "Die Korvat AG beliefert die Lumetra GmbH mit Sitzen. Bisher kamen sie von der"
        " Nordhafen SE.",
        [sup(K, L), sup(N, L)],
    ),
    (
        "Die Korvat AG übernimmt die Lumetra GmbH. Unterlegen war im Verfahren die Nordhafen SE.",
        [acq(K, L), acq(N, L)],
    ),
    (
        "Die Korvat AG übernimmt die Lumetra GmbH. Die Nordhafen SE kam nicht zum Zug.",
        [acq(K, L), acq(N, L)],
    ),
    (
        "Die Korvat AG steigt bei der Lumetra GmbH ein. Die Anteile kommen von der Nordhafen SE.",
        [stake(K, L, N)],
    ),
    (
        "Die Korvat AG schloss mit der Lumetra GmbH einen Rahmenvertrag. Er sieht vor, dass die"
        " Lumetra GmbH jährlich 500 Tonnen Stahl liefert.",
        [sup(L, K)],
    ),
    (
        "Die Korvat AG schloss mit der Lumetra GmbH einen Vertrag. Er sieht vor, dass die Lumetra"
        " GmbH die Schrauben liefert.",
        [sup(L, K)],
    ),
    (
        "Die Korvat AG kauft die Lumetra GmbH. Verkäufer ist der Finanzinvestor Nordhafen SE, der"
        " das Unternehmen 2019 übernommen hatte.",
        [acq(K, L, N), acq(N, L)],
    ),
    (
        "Die Nordhafen SE verkauft die Lumetra GmbH an die Korvat AG. Vor einem Jahr war ein"
        " Verkauf an Quantel Systems gescheitert.",
        [acq(K, L, N), acq(Q, L, N)],
    ),
    (
        "Der Zulieferer Quantel Systems baut eine Anlage. Auftraggeber ist die Korvat AG, wie"
        " Quantel Systems mitteilte.",
        [sup(Q, K)],
    ),
    (
        "Das Start-up Lumetra GmbH kommt aus Bonn. Zu den Geldgebern gehören die Korvat AG und"
        " die Nordhafen SE.",
        [inv([K, N], L)],
    ),
    (
        "Die Korvat AG hatte sich von der Lackfirma Lumetra GmbH getrennt, die der Konkurrent"
        " Quantel Systems übernahm.",
        [acq(Q, L, K)],
    ),
    (
        "+++ Nordhafen SE: Der Konzern senkt die Prognose.\n\n+++ Korvat AG: Die Aktionäre des"
        " Porzellanherstellers haben dem Zusammenschluss mit der Lumetra GmbH zugestimmt.",
        [mer(K, L)],
    ),
]
SAID = [
    ("Der Hersteller Lumetra GmbH verliert mit der Korvat AG seinen größten Kunden.", sup(L, K)),
    ("Die Baufirma Lumetra GmbH errichtet die neue Zentrale der Korvat AG.", sup(L, K)),
    ("Die Korvat AG vertraut beim Versand auf den Logistiker Quantel Systems.", sup(Q, K)),
    (
        "Die Korvat AG bestätigte, dass sie mit der Lumetra GmbH über eine Übernahme verhandelt.",
        acq(K, L),
    ),
    (
        "Der Zulieferer Korvat AG baut um. Mit dem Bau der neuen Halle ist die Baufirma Quantel"
        " Systems beauftragt.",
        sup(Q, K),
    ),
    (
        "Der Zulieferer Korvat AG baut um. Vermieter der neuen Halle ist die Lumetra GmbH.",
        sup(L, K),
    ),
    (
        "Der Zulieferer Korvat AG baut um. Eine Übernahme durch die Nordhafen SE lehnt der Vorstand"
        " ab.",
        acq(N, K),
    ),
    (
        "Die Korvat AG verlängert den Vertrag mit dem Caterer Quantel Systems um drei Jahre.",
        sup(Q, K),
    ),
    ("Die Korvat AG und Quantel Systems unterzeichnen einen Vertrag.", par(K, Q)),
    ("Das Kartellamt untersagt der Korvat AG den Kauf der Lumetra GmbH.", acq(K, L)),
    ("Die Korvat AG setzt künftig Züge der Lumetra GmbH ein.", sup(L, K)),
    ("Ein Kaufangebot der Korvat AG wies der Verwaltungsrat von Quantel Systems ab.", acq(K, Q)),
    (
        "Der Insolvenzverwalter der Lumetra GmbH einigte sich mit der Korvat AG auf einen Verkauf.",
        acq(K, L),
    ),
    (
        "Die Nordhafen SE hat ihre Beteiligung an der Lumetra GmbH verkauft. Erwerber ist die"
        " Korvat AG.",
        acq(K, L, N),
    ),
]
NOT_TOLD = [
    "Die Korvat AG übernimmt die Lumetra GmbH. Bisher kam der Chef von der Nordhafen SE.",
    "Die Korvat AG übernimmt die Lumetra GmbH. Die Nordhafen SE hat ein Werk in Celle.",
]


@pytest.mark.parametrize(("text", "deals"), TOLD)
def test_what_the_deal_before_tells(text, deals):
    found, _ = found_in(text)
    for deal in deals:
        assert deal in found
    assert len(found) == len(deals)


@pytest.mark.parametrize(("text", "deal"), SAID)
def test_contracts_bans_organs_and_stakes(text, deal):
    assert found_in(text)[0] == [deal]


@pytest.mark.parametrize("text", NOT_TOLD)
def test_what_it_does_not_tell(text):
    assert found_in(text)[0] == [acq(K, L)]
