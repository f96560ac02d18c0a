"""Deals in which somebody is offered for sale, passed on or outbid: who is on which side."""

import pytest

from dealing import K, L, N, acq, found_in, inv, sold, sup

TOLD = [
    (
        f"Der Händler {L} wächst. Die {N} habe das Unternehmen heimlich dem Ölkonzern {K} zum Kauf"
        " angeboten, behauptet Otto Maler.",
        [acq(K, L, N)],
    ),
    (f"Die {N} bot ihre Tochter {L} dem Ölkonzern {K} zum Kauf an.", [acq(K, L, N)]),
    (f"Die Firma {L} wurde dem Konzern {N} zum Kauf angeboten.", [acq(N, L)]),
    (
        f"Die {K} hat ihr Angebot für den Hersteller {L} erhöht. Damit überbietet sie den"
        f" Konkurrenten {N}.",
        [acq(K, L)],
    ),
    (
        f"Der Fonds {K} hat sein Angebot für den Hersteller {L} erhöht. Damit überbieten die"
        f" Briten den finnischen Konkurrenten {N}, dessen Offerte für {L} bei 1,3 Milliarden Euro"
        " liegt.",
        [acq(K, L), acq(N, L)],
    ),
    (
        f"Die {N} will die 210 deutschen Studios des Herstellers im"
        " Erfolgsfall an die Kette Brillmann weiterreichen.",
        [sold("Brillmann", N)],
    ),
    (
        f"Die {K} wächst. Der Vertrag mit dem bisherigen Hersteller {N} läuft zum Jahresende aus.",
        [sup(N, K)],
    ),
    (
        f"Die {K} wächst. Der Vertrag mit dem dortigen Hersteller {N} läuft zum Jahresende aus und"
        " wird nicht verlängert.",
        [sup(N, K)],
    ),
]


@pytest.mark.parametrize(("text", "deals"), TOLD, ids=[t[0][:70] for t in TOLD])
def test_who_is_on_which_side(text: str, deals: list[object]) -> None:
    assert found_in(text)[0] == deals


def test_what_is_offered_for_sale_is_planned() -> None:
    _, (deal,) = found_in(f"Die {N} hat die {L} dem Ölkonzern {K} zum Kauf angeboten.")
    assert deal.status == "planned"


FIRM = [
    (
        f"Der Busbauer {K} und der Zellproduzent Voltano wachsen, Voltano langsam. Die {K} hat"
        f" Geld.\n\nVoltano-Chefin Nadja Kessler lobte die {K}. Nun baue man eine Halle, sagte sie."
        f" Dafür fehlt noch Geld. Das Unternehmen spricht mit dem Konzern {N} über einen Einstieg.",
        (N, "Voltano"),
    ),
    (
        f"Der Brunnen {K} gehört dem Händler Loibl. Die {K} füllt ab. Die {K} wächst.\n\nChefin"
        " Theresa Loibl rechnet mit Ausgaben von vier Millionen Euro. Ein Darlehen über 2 Millionen"
        " Euro bekommt das Unternehmen von der Sparkasse Wiesen.",
        ("Sparkasse Wiesen", "Loibl"),
    ),
]


@pytest.mark.parametrize(("text", "parties"), FIRM)
def test_the_firm_is_the_one_for_which_somebody_just_spoke(
    text: str, parties: tuple[str, str]
) -> None:
    kind, sides = found_in(text)[0][-1]
    assert (kind, sides) == inv(*parties)


def test_who_makes_what_somebody_has_made_is_not_guessed() -> None:
    text = (
        f"Der Chipentwickler {K} wächst, auch der Anbieter {N}. Die {N} ist groß. Die {N} zahlt"
        f" gut.\n\nDie {K} lässt ihre Chips bauen."
    )
    assert found_in(text)[0] == []
