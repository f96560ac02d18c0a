"""A side told right after the deal or beside a word for it: who builds what was ordered, who the
new owner is, whose it was until now."""

import pytest

from dealing import K, L, M, N, T, acq, found_in, inv, sold, sup

REVEALED = [
    (
        "Die Korvat AG hat 30 Züge bestellt. Gebaut werden sie von der Nordhafen SE.",
        sup(N, K),
    ),
    (
        "Die Korvat AG braucht Geld. 40 Millionen Euro hat sie sich von der Merkurbank geliehen.",
        inv(M, K),
    ),
    (
        "Die Lumetra GmbH hat einen neuen Eigentümer gefunden. Es ist die Korvat AG.",
        acq(K, L),
    ),
    (
        "Die Nordhafen SE bietet 80 Millionen Euro für die Lumetra GmbH. Eigentümer ist bisher der"
        " Fonds Tarn Capital.",
        acq(N, L, T),
    ),
    (
        "Der Fonds Tarn Capital, dem die Lumetra GmbH gehört, verhandelt mit der Korvat AG über"
        " einen Verkauf.",
        acq(K, L, T),
    ),
    (
        "Die Korvat AG verkauft ihr Pumpengeschäft. Der Käufer, die Nordhafen SE, zahlt 30"
        " Millionen Euro.",
        sold(N, K),
    ),
]


@pytest.mark.parametrize(("text", "deal"), REVEALED, ids=[t[0][-60:] for t in REVEALED])
def test_a_side_revealed_beside_the_deal(text, deal):
    assert deal in found_in(text)[0]


def test_an_owner_at_present_sells_nothing():
    text = "Die Korvat AG baut Züge. Eigentümer ist derzeit der Fonds Tarn Capital."
    assert found_in(text)[0] == []
