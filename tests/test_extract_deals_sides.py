"""Who stands on which side of a deal where the words leave it open: sellers, bidders, suppliers."""

import pytest

from dealing import K, L, N, Q, T, acq, found_in, inv, par, sold, sup

SALES = [
    ("Die Pumpensparte der Nordhafen SE geht an die Korvat AG.", [sold(K, N)]),
    ("Die Nordhafen SE wollte die Biogasanlage an die Korvat AG verkaufen.", [sold(K, N)]),
    ("Die Nordhafen SE verkaufte eine Deponie an die Korvat AG.", [sold(K, N)]),
    (
        "Die Lumetra GmbH gehört dem Fonds Tarn Capital. Die Korvat AG hat ein Angebot für die"
        " Lumetra GmbH vorgelegt.",
        [acq(K, L, T)],
    ),
    (
        "Der Verkauf der Lumetra GmbH an die Korvat AG ist gescheitert. Das teilte die Mutter"
        " Nordhafen SE am Montag mit.",
        [acq(K, L, N)],
    ),
    (
        "Die Nordhafen SE verkauft ihre Tochter Lumetra GmbH an die Korvat AG. Gespräche mit dem"
        " Konkurrenten Quantel Systems über einen Verkauf der Lumetra GmbH waren gescheitert.",
        [acq(K, L, N), acq(Q, L, N)],
    ),
    (
        "Im Ringen um die Lumetra GmbH hat sich viel getan. Die Korvat AG bietet drei Milliarden"
        " Euro, der Rivale Quantel Systems vier Milliarden Euro.",
        [acq(K, L), acq(Q, L)],
    ),
    (
        "Die Lumetra GmbH gehört dem Fonds Tarn Capital. Tarn Capital erklärte, man prüfe die"
        " Angebote von der Korvat AG und von Quantel Systems.",
        [acq(K, L, T), acq(Q, L, T)],
    ),
    (
        "Die Nordhafen SE baut um. Der Vorstand prüft einen Verkauf der Pumpensparte an die"
        " Korvat AG.",
        [sold(K, N)],
    ),
]


@pytest.mark.parametrize(("text", "deals"), SALES, ids=[t[0][:70] for t in SALES])
def test_the_owner_sells(text, deals):
    """A purchase has the seller whom the text tells elsewhere; each bidder has a deal."""
    assert found_in(text)[0] == deals


SUPPLIES = [
    (
        "Der Autobauer Korvat AG hat mit dem Batteriehersteller Lumetra GmbH einen Liefervertrag"
        " geschlossen.",
        [sup(L, K)],
    ),
    (
        "Der Batteriehersteller Korvat AG hat mit dem Autobauer Lumetra GmbH einen Liefervertrag"
        " geschlossen.",
        [sup(K, L)],
    ),
    ("Die Korvat AG ist Lieferant der Lumetra GmbH.", [sup(K, L)]),
    ("Die Korvat AG sichert sich Windstrom von der Nordhafen SE.", [sup(N, K)]),
    ("Die Korvat AG hat sich Rechenkapazität bei Quantel Systems gesichert.", [sup(Q, K)]),
    ("Die Korvat AG spricht mit Quantel Systems über die Miete von Servern.", [sup(Q, K)]),
    (
        "Die Korvat AG baut Züge. Das Unternehmen bestätigte, dass ein Auftrag der Nordhafen SE"
        " storniert worden sei.",
        [sup(K, N)],
    ),
]


@pytest.mark.parametrize(("text", "deals"), SUPPLIES, ids=[t[0][:70] for t in SUPPLIES])
def test_who_delivers_to_whom(text, deals):
    """By what each company is called, by what is delivered, by whose order it is."""
    assert found_in(text)[0] == deals


MEANT = [
    (
        "Die Korvat AG wächst. Zugleich gab der Konzern bekannt, dass er den Anbieter Lumetra GmbH"
        " für 340 Millionen Euro übernimmt.",
        [acq(K, L)],
    ),
    (
        "Der Versicherer Korvat AG und der Batteriekonzern Nordhafen SE wachsen. Die Korvat AG"
        " leidet unter den Preisen. Im Sommer hatte der Konzern die Lumetra GmbH verkauft.",
        [],
    ),
    (
        "Die Korvat AG und die Nordhafen SE wachsen. Die Korvat AG leidet. Im Sommer hatte der"
        " Konzern sein Werk an die Lumetra GmbH verkauft.",
        [sold(L, K)],
    ),
    (
        "Das im Frühjahr angekündigte Gemeinschaftsunternehmen der Korvat AG mit der Lumetra GmbH"
        " kommt nicht zustande.",
        [par(K, L)],
    ),
    (
        "Die Korvat AG spricht mit der Lumetra GmbH über eine gemeinsame Halle.",
        [par(K, L)],
    ),
    (
        "Tarn Capital ist 2019 bei der Lumetra GmbH eingestiegen. Ingo Beil vom Beratungshaus"
        " Quantel Systems verwies auf die hohen Gebote.",
        [inv(T, L)],
    ),
]


@pytest.mark.parametrize(("text", "deals"), MEANT, ids=[t[0][:70] for t in MEANT])
def test_whom_a_text_means(text, deals):
    """Pronouns behind `dass`, general nouns, attributes with a preposition; not who advises."""
    assert found_in(text)[0] == deals


CALLED = [
    (
        "Die Korvat AG und ihr Lieferant Lumetra GmbH streiten über einen Liefervertrag.",
        [sup(L, K)],
    ),
    (
        "Die Korvat AG und ihr wichtigster Abnehmer, die Lumetra GmbH, streiten über einen"
        " Liefervertrag.",
        [sup(K, L)],
    ),
    ("Die Korvat AG hat den Vertrag mit ihrem Abnehmer Lumetra GmbH gekündigt.", [sup(K, L)]),
    ("Die Korvat AG hat den Vertrag mit ihrer Kundin Lumetra GmbH gekündigt.", [sup(K, L)]),
    ("Die Korvat AG hat den Vertrag mit ihrer Lieferantin Lumetra GmbH gekündigt.", [sup(L, K)]),
]


@pytest.mark.parametrize(("text", "deals"), CALLED, ids=[t[0][:70] for t in CALLED])
def test_what_somebody_is_called_tells_the_side(text, deals):
    """A possessive and the noun of a side in a supply: `ihr Lieferant`, `ihre Kundin`."""
    assert found_in(text)[0] == deals
