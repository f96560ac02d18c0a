"""Deals in the words of newsrooms: alliances, owners, what is left of a company, goods for use."""

import pytest

from dealing import K, L, M, N, acq, found_in, inv, mer, par, sold, sup

TOLD = [
    (
        "Künftig wollen die Korvat AG und die Lumetra GmbH bei Batterien gemeinsame Wege gehen.",
        [par(K, L)],
    ),
    (
        "Die Korvat AG will ihre Pumpen künftig über das Netz der Lumetra GmbH vertreiben.",
        [par(K, L)],
    ),
    (
        "Die Korvat AG darf künftig Patente der Lumetra GmbH nutzen.",
        [par(K, L)],
    ),
    (
        "Die Korvat AG und die Lumetra GmbH gewähren einander Zugang zu ihren Patenten.",
        [par(K, L)],
    ),
    (
        "Die Korvat AG und die Lumetra GmbH haben eine gemeinsame Tochter für"
        " Wasserstoff gegründet.",
        [par(K, L)],
    ),
    (
        "Die Korvat AG plant mit der Lumetra GmbH ein Werk in Polen.",
        [par(K, L)],
    ),
    (
        "An der neuen Firma sollen die Korvat AG und die Lumetra GmbH je zur Hälfte"
        " beteiligt sein.",
        [par(K, L)],
    ),
    (
        "Die Korvat AG erhält Zugriff auf die Technik der Lumetra GmbH.",
        [par(K, L)],
    ),
    (
        "Mit dem Erwerb des Softwarehauses Lumetra GmbH steigt die Korvat AG in den"
        " Markt für Pumpen ein.",
        [acq(K, L)],
    ),
    (
        "Der Händler Lumetra GmbH bekommt mit der Korvat AG eine neue Mutter.",
        [acq(K, L)],
    ),
    (
        "Der Versuch der Korvat AG, den Händler Lumetra GmbH zu übernehmen, ist gescheitert.",
        [acq(K, L)],
    ),
    (
        "Der Vorstand des Händlers Lumetra GmbH wies ein Gebot der Korvat AG zurück.",
        [acq(K, L)],
    ),
    (
        "Die Korvat AG kauft die noch ausstehenden Anteile am Händler Lumetra GmbH.",
        [acq(K, L)],
    ),
    (
        "Die Korvat AG kauft den Händler Lumetra GmbH, der bisher zur Nordhafen SE gehörte.",
        [acq(K, L, N)],
    ),
    (
        "Für seine Tochter Lumetra GmbH bekommt der Konzern Nordhafen SE von der Korvat"
        " AG 30 Millionen Euro.",
        [acq(K, L, N)],
    ),
    (
        "Käufer des Pumpengeschäfts der Nordhafen SE ist die Korvat AG.",
        [sold(K, N)],
    ),
    (
        "Der Händler Lumetra GmbH besorgt sich bei der Korvat AG 30 Millionen Euro.",
        [inv(K, L)],
    ),
    (
        "Die Merkurbank sichert dem Händler Lumetra GmbH die Finanzierung mit 30 Millionen Euro.",
        [inv(M, L)],
    ),
    (
        "Die Merkurbank dreht dem Händler Lumetra GmbH den Geldhahn zu.",
        [inv(M, L)],
    ),
    (
        "Beim Händler Lumetra GmbH hat die Merkurbank einen Kredit fällig gestellt.",
        [inv(M, L)],
    ),
    (
        "Um die Wartung der Züge der Lumetra GmbH kümmert sich künftig die Korvat AG.",
        [sup(K, L)],
    ),
    (
        "Die Korvat AG kümmert sich künftig um die Wartung der Züge der Lumetra GmbH.",
        [sup(K, L)],
    ),
    (
        "Die Korvat AG ist für die Wartung der Züge der Lumetra GmbH zuständig.",
        [sup(K, L)],
    ),
    (
        "Die Lumetra GmbH bucht bei der Korvat AG 200 Werbespots.",
        [sup(K, L)],
    ),
    (
        "Die Agentur Korvat AG gewinnt den Werbeetat der Lumetra GmbH.",
        [sup(K, L)],
    ),
    (
        "Die Lumetra GmbH mietet 4000 Quadratmeter in einem Bürohaus der Korvat AG.",
        [sup(K, L)],
    ),
    (
        "Die Korvat AG fliegt künftig Fracht für die Lumetra GmbH.",
        [sup(K, L)],
    ),
    (
        "Die Korvat AG stellt für die Lumetra GmbH Gehäuse her.",
        [sup(K, L)],
    ),
    (
        "Für die Lumetra GmbH stellt die Korvat AG Gehäuse her.",
        [sup(K, L)],
    ),
    (
        "Die Lumetra GmbH verlagert ihre Daten in die Cloud der Korvat AG.",
        [sup(K, L)],
    ),
    (
        "Die Korvat AG verkauft der Lumetra GmbH 40 Züge.",
        [sup(K, L)],
    ),
    (
        "Die Korvat AG verkauft 40 Züge an die Lumetra GmbH.",
        [sup(K, L)],
    ),
    (
        "Die Korvat AG hat 40 Züge an die Lumetra GmbH verkauft.",
        [sup(K, L)],
    ),
    (
        "Aus den Versicherern Korvat AG und Lumetra GmbH soll ein Konzern werden.",
        [mer(K, L)],
    ),
]


@pytest.mark.parametrize(("text", "deals"), TOLD, ids=[text for text, _ in TOLD])
def test_told(text, deals):
    """The deals of a sentence, as newsrooms tell them."""
    assert found_in(text)[0] == deals
