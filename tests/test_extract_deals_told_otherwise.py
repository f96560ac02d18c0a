"""Deals told otherwise: rounds, stakes and orders in words that mean much else."""

import pytest

from dealing import K, L, N, T, acq, found_in, inv, sold, sup

TOLD = [
    (
        "Falls die Behörde zustimmt, gehört der Händler Lumetra GmbH ab Mai zur Korvat AG.",
        [acq(K, L)],
    ),
    (
        "Die Beschäftigten der Lumetra GmbH fürchten nach der Übernahme durch die Korvat"
        " AG um ihre Stellen.",
        [acq(K, L)],
    ),
    (
        "Korvat AG blitzt bei Lumetra GmbH ab.",
        [acq(K, L)],
    ),
    (
        "Für den insolventen Händler Lumetra GmbH gibt es mit der Korvat AG einen Käufer.",
        [acq(K, L)],
    ),
    (
        "Der Verkauf des Händlers Lumetra GmbH an die Korvat AG bringt dem Konzern"
        " Nordhafen SE 30 Millionen Euro.",
        [acq(K, L, N)],
    ),
    (
        "Der Konzern Nordhafen SE trennt sich von seiner Pumpensparte und verkauft sie"
        " an die Korvat AG.",
        [sold(K, N)],
    ),
    (
        "Die Korvat AG erwirbt aus dem Besitz des Konzerns Nordhafen SE zwei Hotels.",
        [sold(K, N)],
    ),
    (
        "Das Start-up Lumetra GmbH hat sich vom Investor Tarn Capital 30 Millionen Euro geholt.",
        [inv(T, L)],
    ),
    (
        "Das Start-up Lumetra GmbH holt sich 30 Millionen Euro vom Investor Tarn Capital.",
        [inv(T, L)],
    ),
    (
        "Das Start-up Lumetra GmbH hat mit dem Investor Tarn Capital einen neuen"
        " Geldgeber gefunden.",
        [inv(T, L)],
    ),
    (
        "Der Investor Tarn Capital hat die jüngste Runde des Start-ups Lumetra GmbH angeführt.",
        [inv(T, L)],
    ),
    (
        "Der Investor Tarn Capital erhält für 30 Millionen Euro 20 Prozent des Start-ups"
        " Lumetra GmbH.",
        [inv(T, L)],
    ),
    (
        "Der Investor Tarn Capital hat für 20 Prozent am Start-up Lumetra GmbH 30"
        " Millionen Euro gezahlt.",
        [inv(T, L)],
    ),
    (
        "Der Investor Tarn Capital hat beim Start-up Lumetra GmbH nachgelegt.",
        [inv(T, L)],
    ),
    (
        "Der Investor Tarn Capital hat sein Engagement beim Start-up Lumetra GmbH ausgebaut.",
        [inv(T, L)],
    ),
    (
        "Der Investor Tarn Capital zeichnet eine Wandelanleihe des Start-ups Lumetra GmbH.",
        [inv(T, L)],
    ),
    (
        "Der größte Auftrag der Korvat AG kommt von der Lumetra GmbH.",
        [sup(K, L)],
    ),
    (
        "Die Lumetra GmbH stockt ihren Auftrag bei der Korvat AG auf 60 Züge auf.",
        [sup(K, L)],
    ),
    (
        "Die Lumetra GmbH bezieht Strom aus einem Solarpark der Korvat AG.",
        [sup(K, L)],
    ),
    (
        "Der Solarpark der Korvat AG liefert Strom an die Lumetra GmbH.",
        [sup(K, L)],
    ),
    (
        "Die Korvat AG verkauft ihren Strom für zehn Jahre an die Lumetra GmbH.",
        [sup(K, L)],
    ),
    (
        "Die Lumetra GmbH ersetzt ihren bisherigen Lieferanten durch die Korvat AG.",
        [sup(K, L)],
    ),
    (
        "Die Korvat AG modernisiert für die Lumetra GmbH 40 Züge.",
        [sup(K, L)],
    ),
]


@pytest.mark.parametrize(("text", "deals"), TOLD, ids=[text for text, _ in TOLD])
def test_told(text, deals):
    """The deals of a sentence, as newsrooms tell them."""
    assert found_in(text)[0] == deals
