"""Deals told over several sentences: pronouns that agree, parts, repetitions, what is for sale."""

import pytest

from dealing import K, L, N, Q, acq, found_in, mer, par, sold, sup

TOLD = [
    (
        "Die Korvat AG leidet unter dem Hersteller Quantel Systems. Er hat im Mai die"
        " Lumetra GmbH übernommen.",
        [acq(Q, L)],
    ),
    (
        "Die Korvat AG konkurriert mit dem Verlag Quantel Systems. Er will die Lumetra"
        " GmbH übernehmen.",
        [acq(Q, L)],
    ),
    (
        "Die Korvat AG wächst durch Zukäufe. 2019 übernahm sie die Quantel Systems,"
        " 2021 die Lumetra GmbH.",
        [acq(K, Q), acq(K, L)],
    ),
    (
        "Die Nordhafen SE trennt sich von ihrer Tochter Lumetra GmbH. Sie geht an die Korvat AG.",
        [acq(K, L, N)],
    ),
    (
        "Die Nordhafen SE verkauft ihre Tochter Lumetra GmbH. Den Zuschlag erhielt die Korvat AG.",
        [acq(K, L, N)],
    ),
    (
        "Die Korvat AG kauft die Lumetra GmbH. Bisheriger Eigentümer ist die Nordhafen SE.",
        [acq(K, L, N)],
    ),
    (
        "Die Korvat AG kauft die Lumetra GmbH. Sie gehörte bisher der Nordhafen SE.",
        [acq(K, L, N)],
    ),
    (
        "Die Lumetra GmbH wird verkauft. Die Korvat AG bekommt den Zuschlag.",
        [acq(K, L)],
    ),
    (
        "Die Lumetra GmbH wird verkauft. Die Korvat AG erhält den Zuschlag, Quantel"
        " Systems geht leer aus.",
        [acq(Q, L), acq(K, L)],
    ),
    (
        "Die Lumetra GmbH baut ein Werk. Mit dem Bau wurde die Korvat AG beauftragt.",
        [sup(K, L)],
    ),
    (
        "Die Lumetra GmbH baut ein Werk. Beauftragt wurde die Korvat AG.",
        [sup(K, L)],
    ),
    (
        "Die Lumetra GmbH baut ein Werk. Generalunternehmer ist die Korvat AG.",
        [sup(K, L)],
    ),
    (
        "Die Korvat AG wächst. Auch die Lumetra GmbH zählt zu ihren Kunden.",
        [sup(K, L)],
    ),
    (
        "Die Korvat AG wächst. Partner in China ist die Lumetra GmbH.",
        [par(K, L)],
    ),
    (
        "Die Korvat AG und die Lumetra GmbH wachsen. Nun wollen sie sich zusammenschließen.",
        [mer(K, L)],
    ),
    (
        "Die Korvat AG kauft die Lumetra GmbH. Das Unternehmen gehörte bislang dem"
        " Konzern Nordhafen SE.",
        [acq(K, L, N)],
    ),
    (
        "Die Korvat AG kauft die Lumetra GmbH. Der Verkäufer Nordhafen SE behält die Patente.",
        [acq(K, L, N)],
    ),
    (
        "Die Nordhafen SE hat für ihre Tochter Lumetra GmbH einen Käufer gefunden. Die"
        " Korvat AG übernimmt sie.",
        [acq(K, L, N)],
    ),
    (
        "Die Nordhafen SE trennt sich von ihrer Pumpensparte. Die Korvat AG übernimmt sie.",
        [sold(K, N)],
    ),
    (
        "Die Lumetra GmbH wächst. Neue Mutter ist die Korvat AG.",
        [acq(K, L)],
    ),
    (
        "Die Lumetra GmbH baut ein Werk. Bestellt wurden die Turbinen bei der Korvat AG.",
        [sup(K, L)],
    ),
    (
        "Die Korvat AG wächst. Der jüngste Auftrag kommt von der Lumetra GmbH.",
        [sup(K, L)],
    ),
]


@pytest.mark.parametrize(("text", "deals"), TOLD, ids=[text for text, _ in TOLD])
def test_passages(text, deals):
    """The deals of a passage, in any order."""
    assert sorted(map(repr, map(_plain, found_in(text)[0]))) == sorted(
        map(repr, map(_plain, deals))
    )


def _plain(deal):
    kind, parties = deal
    return kind, sorted(parties)
