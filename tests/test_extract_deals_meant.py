"""Deals whose sides are meant, not named: by a people, a pronoun, the noun of a name, an office;
and deals told by nouns and passives of their own."""

import pytest

from dealing import K, L, M, N, Q, T, acq, found_in, inv, neg, par, sold, stake, sup

MEANT = [
    (
        "Für die Korvat AG lohnt sich der Schritt. Die Franzosen hatten die Lumetra GmbH im Mai von"
        " der Nordhafen SE erworben.",
        [acq(K, L, N)],
    ),
    (
        "Die Korvat AG steht gut da. Im vorigen Jahr hatte es bereits die Kette Lumetra GmbH"
        " gekauft.",
        [acq(K, L)],
    ),
    ("Die Korvat AG wächst. Die Merkurbank gewährt ihr einen Kredit.", [inv(M, K)]),
    (
        "Die Korvat AG wächst. Die Merkurbank gewährt ihm ein Darlehen über zwei Millionen Euro.",
        [inv(M, K)],
    ),
    (
        "Nicht bestätigen wollte Korvat-Finanzchef Jens Olk einen Bericht der Agentur Reuters, nach"
        " dem der Konzern einen Einstieg bei der Lumetra GmbH anstrebt. Die Korvat AG schwieg.",
        [inv(K, L)],
    ),
    (
        "Die Stadtwerke Ahlsdorf bauen um. Die Merkurbank leiht den Stadtwerken zehn Millionen"
        " Euro. Die Stadtwerke kaufen die Lumetra GmbH.",
        [acq("Stadtwerke Ahlsdorf", L)],
    ),
    (
        "Die Patente der Lumetra GmbH übernahm für drei Millionen Euro der Konzern Korvat AG.",
        [sold(K, L)],
    ),
    (
        "Die Korvat AG bestellt bei der Nordhafen SE 30 Züge. Die Lumetra GmbH hatte ebenfalls"
        " geboten, war aber teurer.",
        [sup(N, K), sup(L, K)],
    ),
    ("Glas bezieht die Korvat AG zum großen Teil von der Lumetra GmbH.", [sup(L, K)]),
    ("Die Lumetra GmbH bezieht ihr Malz über die Korvat AG.", [sup(K, L)]),
    (
        "Die Korvat AG hat die Fertigung ausgelagert. Gebaut werden die Roboter bei"
        " der Lumetra GmbH.",
        [sup(L, K)],
    ),
    (
        "Die Korvat AG wächst. Zum Verkauf steht dagegen die Tochter Lumetra GmbH.",
        [("acquisition", {(K, "seller"), (L, "target")})],
    ),
    ("Die Korvat AG übernimmt acht Häuser der Nordhafen SE.", [sold(K, N)]),
    ("Die Korvat AG schluckt Buchhandlungen von Quantel Systems.", [sold(K, Q)]),
    (
        "Die Lumetra GmbH hatte die Wahl. Der Hersteller entschied sich für ein Angebot des"
        " Investors Tarn Capital.",
        [acq(T, L)],
    ),
    (
        "Die Lumetra GmbH ist teuer. Im Mai kaufte Tarn Capital der Nordhafen SE deren Paket von"
        " fünf Prozent ab.",
        [stake(T, L, N)],
    ),
    ("Die Korvat AG ist mit Quantel Systems im Gespräch.", [neg(K, Q)]),
    (
        "Die Korvat AG will gemeinsam mit der Lumetra GmbH ein Labor in Jena eröffnen.",
        [par(K, L)],
    ),
    ("Die Merkurbank stellt Kredite der Korvat AG fällig.", [inv(M, K)]),
    ("Die Korvat AG sicherte sich einen Platz in den Filialen von Quantel Systems.", [sup(K, Q)]),
    ("Im Visier hat die Korvat AG die Lumetra GmbH.", [acq(K, L)]),
    (
        "Der Konkurrent Lumetra GmbH meldete im März Insolvenz an, seine Patente übernahm für drei"
        " Millionen Euro der Konzern Korvat AG.",
        [sold(K, L)],
    ),
    (
        "Die Nordhafen SE wächst. Die Korvat AG liefert der Lumetra GmbH seit Mai Pumpen. Die"
        " beiden Firmen kooperieren auch bei Motoren. Die Nordhafen SE staunt.",
        [sup(K, L), par(K, L)],
    ),
    (
        "Die Korvat AG hat sämtliche Anteile an der Lumetra GmbH erworben. Verkäufer sind die"
        " Gründer Till Baum und Lena Ries.",
        [
            (
                "acquisition",
                {(K, "acquirer"), (L, "target"), ("Till Baum", "seller"), ("Lena Ries", "seller")},
            )
        ],
    ),
    (
        "Die Korvat AG steht gut da. Die Nordhafen SE will das Paket im Herbst abgeben.",
        [("investment", {(K, "investee"), (N, "seller")})],
    ),
    ("Die Nordhafen SE lässt bei der Korvat AG acht Maschinen umrüsten.", [sup(K, N)]),
]


@pytest.mark.parametrize(("text", "deals"), MEANT, ids=[t[0][:70] for t in MEANT])
def test_who_is_meant(text, deals):
    """Kind and parties, each deal once."""
    found = found_in(text)[0]
    assert [deal for i, deal in enumerate(found) if deal not in found[:i]] == deals
