"""Deals in the everyday words of business news, each in a sentence of its own."""

import pytest

from dealing import K, L, M, N, T, acq, found_in, inv, mer, par, sold, sup

TOLD = [
    ("Die Korvat AG hat die Lumetra GmbH zurückgekauft.", acq(K, L)),
    ("Die Korvat AG angelt sich die Lumetra GmbH.", acq(K, L)),
    ("Die Korvat AG holt die Lumetra GmbH unter ihr Dach.", acq(K, L)),
    ("Die Lumetra GmbH wird Tochter der Korvat AG.", acq(K, L)),
    ("Die Korvat AG ersteigerte die Lumetra GmbH für zwei Millionen Euro.", acq(K, L)),
    ("Die Korvat AG legt für die Lumetra GmbH 30 Millionen Euro auf den Tisch.", acq(K, L)),
    ("Die Korvat AG gliedert die Lumetra GmbH ein.", acq(K, L)),
    ("Die Lumetra GmbH geht in der Korvat AG auf.", acq(K, L)),
    ("Die Lumetra GmbH wandert zur Korvat AG.", acq(K, L)),
    ("Die Korvat AG liebäugelt mit der Lumetra GmbH.", acq(K, L)),
    ("Die Lumetra GmbH hat der Korvat AG einen Korb gegeben.", acq(K, L)),
    ("Die Lumetra GmbH ließ die Korvat AG abblitzen.", acq(K, L)),
    ("Die Nordhafen SE hat die Lumetra GmbH an die Korvat AG abgegeben.", acq(K, L, N)),
    ("Die Nordhafen SE überlässt der Korvat AG die Lumetra GmbH.", acq(K, L, N)),
    ("Von der Nordhafen SE erwirbt die Korvat AG die Lumetra GmbH.", acq(K, L, N)),
    ("Die Korvat AG führt 40 Filialen der Nordhafen SE fort.", sold(K, N)),
    (
        "Die Korvat AG steigt bei der Lumetra GmbH aus.",
        ("investment", {(K, "seller"), (L, "investee")}),
    ),
    ("Tarn Capital kommt als Gesellschafter bei der Lumetra GmbH an Bord.", inv(T, L)),
    ("Die Lumetra GmbH holt Tarn Capital an Bord.", inv(T, L)),
    ("Die Lumetra GmbH hat von Tarn Capital fünf Millionen Euro eingeworben.", inv(T, L)),
    ("Die Lumetra GmbH wirbt bei Tarn Capital fünf Millionen Euro ein.", inv(T, L)),
    ("Tarn Capital schießt der Lumetra GmbH fünf Millionen Euro zu.", inv(T, L)),
    ("Tarn Capital hat der Lumetra GmbH frisches Kapital gegeben.", inv(T, L)),
    ("Die Merkurbank bürgt für die Lumetra GmbH.", inv(M, L)),
    ("Die Merkurbank verweigert der Lumetra GmbH einen Kredit.", inv(M, L)),
    ("Die Merkurbank stundet der Lumetra GmbH einen Kredit.", inv(M, L)),
    ("Die Merkurbank springt der Lumetra GmbH mit einem Kredit bei.", inv(M, L)),
    ("Die Korvat AG betreibt das Rechenzentrum der Nordhafen SE.", sup(K, N)),
    ("Die Nordhafen SE lässt ihre Daten bei der Korvat AG speichern.", sup(K, N)),
    ("Die Motoren der Nordhafen SE kommen von der Korvat AG.", sup(K, N)),
    ("Die Nordhafen SE wird Mieterin der Korvat AG.", sup(K, N)),
    ("Die Nordhafen SE wechselt zum Lieferanten Korvat AG.", sup(K, N)),
    ("Die Nordhafen SE hat die Korvat AG als Lieferanten ausgetauscht.", sup(K, N)),
    ("Die Korvat AG zählt die Nordhafen SE zu ihren Kunden.", sup(K, N)),
    ("Die Nordhafen SE führt die Produkte der Korvat AG im Sortiment.", sup(K, N)),
    ("Die Nordhafen SE nimmt die Produkte der Korvat AG aus dem Sortiment.", sup(K, N)),
    ("Die Nordhafen SE setzt die Software der Korvat AG ein.", sup(K, N)),
    ("Die Korvat AG arbeitet mit der Lumetra GmbH an einem Motor.", par(K, L)),
    ("Die Korvat AG übernimmt den Vertrieb der Geräte der Lumetra GmbH.", par(K, L)),
    ("Die Korvat AG und die Lumetra GmbH bündeln ihren Einkauf.", par(K, L)),
    ("Die Korvat AG betreibt mit der Lumetra GmbH ein Labor.", par(K, L)),
    ("Die Korvat AG und die Lumetra GmbH vereinigen sich.", mer(K, L)),
    ("Die Korvat AG verhandelt mit der Lumetra GmbH über eine Übernahme.", acq(K, L)),
    (
        "Die Korvat AG verhandelt mit der Nordhafen SE über einen Kauf der Lumetra GmbH.",
        acq(K, L, N),
    ),
]


@pytest.mark.parametrize(("text", "deal"), TOLD, ids=[t[0][:70] for t in TOLD])
def test_a_word_of_every_day(text, deal):
    """Kind and parties."""
    assert found_in(text)[0] == [deal]
