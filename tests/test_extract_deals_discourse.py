"""Deals told in several clauses and sentences, and companies meant without their name."""

import pytest

from dealing import K, L, M, N, Q, T, acq, found_in, inv, mer, par, sold, stake, sup

CLAUSES = [
    (
        "Der Korvat AG, die im Frühjahr die Lumetra GmbH übernommen hat, traut er zu, den"
        " Rivalen Quantel Systems abzuhängen.",
        [acq(K, L)],
    ),
    (
        "2021 kaufte die Korvat AG die Lumetra GmbH, ein Jahr später beteiligte sie sich an"
        " Quantel Systems.",
        [acq(K, L), inv(K, Q)],
    ),
    (
        "Die Chips kommen von Quantel Systems, an der die Korvat AG seit dem Sommer 25,1 Prozent"
        " hält. Die Nordhafen SE beliefert die Korvat AG mit Stahl.",
        [inv(K, Q), sup(N, K)],
    ),
]


@pytest.mark.parametrize(("text", "deals"), CLAUSES, ids=[t[0][:60] for t in CLAUSES])
def test_each_clause_may_tell_a_deal(text, deals):
    """A relative clause, a clause behind a comma: with the company that each is about."""
    found = found_in(text)[0]
    assert all(deal in found for deal in deals)


APART = [
    (
        "Die Korvat AG wächst. 2021 kaufte die Korvat AG die Lumetra GmbH, im vorigen Jahr für 96"
        " Millionen Euro den Rivalen Quantel Systems.",
        [acq(K, L), acq(K, Q)],
    ),
    (
        "Die Korvat AG hat elf Züge an die Nordhafen SE und die Lumetra GmbH geliefert.",
        [sup(K, N), sup(K, L)],
    ),
    (
        "Die Korvat AG arbeitet in Europa mit der Nordhafen SE zusammen, in Asien mit der Lumetra"
        " GmbH.",
        [par(K, N), par(K, L)],
    ),
]


@pytest.mark.parametrize(("text", "deals"), APART, ids=[t[0][:60] for t in APART])
def test_deals_told_in_one_breath_are_apart(text, deals):
    """A clause that leaves out its verb; a supply to each of two customers; partners apart."""
    assert found_in(text)[0] == deals


def test_a_daughter_is_sold_by_her_mother():
    """`die Tochter X geht an Y`: the company that the passage is about sells."""
    text = "Die Nordhafen SE baut um. Die Tochter Lumetra GmbH geht an die Korvat AG."
    assert found_in(text)[0] == [acq(K, L, N)]


@pytest.mark.parametrize(
    "text",
    [
        "Die Merkurbank, die mit 6 Prozent an der Korvat AG beteiligt ist, mahnt zur Eile.",
        "Die Korvat AG hat die Merkurbank damit beauftragt, einen Käufer zu suchen.",
    ],
)
def test_what_is_held_or_looked_for_is_no_deal(text):
    """A stake of old, a mandate."""
    assert found_in(text)[0] == []


HALVES = [
    (
        "Die Lumetra GmbH hat 30 Millionen Euro eingesammelt. Angeführt wurde die Runde von Tarn"
        " Capital, auch die Merkurbank beteiligte sich.",
        inv([T, M], L),
    ),
    (
        "Die Nordhafen SE will ihren Anteil an der Lumetra GmbH verkaufen. Als Käufer gilt Tarn"
        " Capital.",
        stake(T, L, N),
    ),
]


@pytest.mark.parametrize(("text", "deal"), HALVES, ids=[t[0][:60] for t in HALVES])
def test_two_halves_of_a_deal_make_one(text, deal):
    """One side in one sentence, the other side in the next."""
    assert deal in found_in(text)[0]


def test_who_bids_too_bids_for_the_same():
    """`Auch X war interessiert`: in what the text tells first."""
    text = (
        "Die Korvat AG übernimmt die Lumetra GmbH. Der Preis beträgt 3 Millionen Euro. Auch Tarn"
        " Capital hatte Interesse gezeigt."
    )
    assert found_in(text)[0] == [acq(K, L), acq(T, L)]


def test_the_fullest_telling_counts():
    """A deal told with its seller once has its seller each time."""
    text = (
        "Die Korvat AG übernimmt die Lumetra GmbH. Die Nordhafen SE verkauft die Lumetra GmbH an"
        " die Korvat AG, um Schulden zu tilgen."
    )
    assert found_in(text)[0] == [acq(K, L, N)]


def test_a_part_with_no_name_is_sold_by_its_owner():
    """`seine Druckerei`, whatever it is: the one who owned it sells."""
    text = "Im September veräußerte die Nordhafen SE ihre Druckerei in Moers an die Korvat AG."
    assert found_in(text)[0] == [sold(K, N)]


def test_a_share_in_a_compound_is_a_share():
    """`Lumetra-Aktien` are shares of Lumetra."""
    text = "Die Lumetra GmbH wächst. Im März zeichnete Tarn Capital neue Lumetra-Aktien."
    assert found_in(text)[0] == [inv(T, L)]


PEOPLE = [
    (
        "Das Frankfurter Unternehmen Korvat AG wächst. Die Frankfurter kauften im Mai die Lumetra"
        " GmbH.",
        acq(K, L),
    ),
    (
        "Die Korvat AG aus Texas wächst. Die Nordhafen SE bestellte bei den Texanern 40 Kräne.",
        sup(K, N),
    ),
    (
        "Die polnische Gruppe Korvat AG wächst. Die Polen kauften im Mai die Lumetra GmbH.",
        acq(K, L),
    ),
]


@pytest.mark.parametrize(("text", "deal"), PEOPLE, ids=[t[0][:60] for t in PEOPLE])
def test_people_stand_for_the_company_from_there(text, deal):
    """`die Frankfurter`, `den Texanern`, `die Polen`."""
    assert found_in(text)[0] == [deal]


def test_who_is_no_company_is_not_replaced_by_one():
    """`die Bundeswehr` orders: not the company named before."""
    text = "Die Nordhafen SE wächst. Erst im Mai hatte die Bundeswehr bei der Korvat AG Kräne"
    assert found_in(text + " geordert.")[0] == []


def test_the_local_company_counts_more_than_the_one_of_the_text():
    """In a survey of several firms `der Netzbetreiber` is the one of the paragraph."""
    text = (
        "Die Korvat AG legte zu. Die Korvat AG hob ihre Prognose. Die Korvat AG zahlt mehr.\n\n"
        "Kaum bewegt zeigte sich der Netzbetreiber Nordhafen SE. Der Netzbetreiber hatte zuletzt"
        " Fusionsgespräche mit der Lumetra GmbH dementiert."
    )
    assert mer(N, L) in found_in(text)[0]
    assert par(K, L) not in found_in(text)[0]


def test_an_owner_who_passes_on_a_stake_is_its_seller():
    """`ihr Paket von 18 Prozent`: of the company that the passage is about."""
    text = (
        "Bei der Lumetra GmbH steht ein Wechsel an. Die Nordhafen SE wolle ihr Paket von 18"
        " Prozent an Tarn Capital verkaufen."
    )
    assert found_in(text)[0] == [stake(T, L, N)]


SAID = [
    ("Die Korvat AG hatte im Frühjahr selbst für die Lumetra GmbH geboten.", acq(K, L)),
    ("Die Korvat AG wollte zusammen mit den Koreanern von Quantel Systems bauen.", par(K, Q)),
    ("Im September hatte die Korvat AG nach der Lumetra GmbH gegriffen.", acq(K, L)),
    ("Die Korvat AG ließ Tarn Capital mit einem Viertel einsteigen.", inv(T, K)),
    (
        "Der Cloudbetreiber Korvat AG, bei dem die Lumetra GmbH bislang Server mietet, ist pleite.",
        sup(K, L),
    ),
    ("Die Korvat AG hat den Mittelständler Lumetra GmbH unter Vertrag genommen.", sup(L, K)),
    ("Der Erzeugerverbund Korvat AG versorgt die Lumetra GmbH mit Rohware.", sup(K, L)),
    (
        "Die Korvat AG kauft der Lumetra GmbH jährlich 8.000 Tonnen Stahl ab.",
        sup(L, K),
    ),
]


@pytest.mark.parametrize(("text", "deal"), SAID, ids=[t[0][:60] for t in SAID])
def test_who_is_on_which_side(text, deal):
    """Participles, people for a firm, causatives, prepositions before relatives, goods."""
    assert found_in(text)[0] == [deal]
