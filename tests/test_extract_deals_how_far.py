"""How far a deal is: what nobody wants or speaks of, what came to nothing, what goes on."""

import pytest

from dealing import K, L, N, found_in

BOTH = f"Die {K} und die {L} wachsen. "
TALK = f"Der Konzern {K} will den Händler {L} kaufen. "
STATUSES = [
    (f"{TALK}An einer Übernahme habe man kein Interesse, stellte die {K} klar.", "denied"),
    (f"{TALK}Am Kauf der {L} sei die {K} nicht interessiert, sagte Otto Maler.", "denied"),
    (f"{TALK}Über einen Verkauf der {L} werde nicht gesprochen, sagte Otto Maler.", "denied"),
    (f"{TALK}Einen Verkauf an die {K} habe es nie gegeben, sagte Otto Maler.", "denied"),
    (f"{TALK}Ein Angebot für die {L} gebe es nicht, sagte die {K}.", "denied"),
    (
        f"{BOTH}Die Gespräche über einen Zusammenschluss der {K} mit der {L} endeten im Juli"
        " ergebnislos.",
        "failed",
    ),
    (f"{BOTH}Die Gespräche der {K} mit der {L} gingen ohne Ergebnis zu Ende.", "failed"),
    (
        f"{BOTH}Die {K} hat 60 Millionen Euro für die {L} geboten und eine Absage kassiert.",
        "failed",
    ),
    (f"{BOTH}Die {K} hatte für die {L} geboten, sich aber einen Korb geholt.", "failed"),
    (f"{BOTH}Seit 2022 beliefert die {K} die {L} mit Stühlen.", "ongoing"),
    (f"{BOTH}Die {L} lässt ihre Chips seit Jahren von der {K} produzieren.", "ongoing"),
    (f"{BOTH}Die {L} spreche mit der {K} über einen Einstieg, heißt es in Kreisen.", "ongoing"),
    (f"{BOTH}Die {L} hat sich dafür mit der {K} zusammengetan.", "agreed"),
    (f"{BOTH}Die {L} und die {K} haben sich zu einem Bündnis zusammengeschlossen.", "agreed"),
]


@pytest.mark.parametrize(("text", "status"), STATUSES)
def test_the_words_of_the_sentence_tell_how_far_a_deal_is(text: str, status: str) -> None:
    _, deals = found_in(text)
    assert [deal.status for deal in deals][-1] == status


STILL = [
    (f"{BOTH}Die {K} zeigte Interesse an einer Übernahme der {L}.", "planned"),
    (f"{BOTH}Die {K} hat die {L} gekauft und ihr eine Absage an Stellenabbau gegeben.", "agreed"),
    (f"{BOTH}Die {K} übernimmt die {L}. Kündigungen werde es nie geben.", "agreed"),
    (f"{BOTH}Die {N} wuchs, und die {K} lieferte der {L} 2022 Stühle.", "agreed"),
]


@pytest.mark.parametrize(("text", "status"), STILL)
def test_words_of_another_thing_do_not(text: str, status: str) -> None:
    _, deals = found_in(text)
    assert deals and deals[-1].status == status


def test_a_denial_in_marks_is_that_of_who_rejects_before_the_colon() -> None:
    text = (
        f"Die {N} will bei der {K} einsteigen, heißt es in Branchenkreisen. Korvat-Chefin Nadja"
        f" Kessler wies entsprechende Spekulationen zurück: „Mit {N} gibt es keine Gespräche.“"
    )
    *_, last = found_in(text)[1]
    assert (last.status, last.holder) == ("denied", "Nadja Kessler")


UNTRUE = [
    "An der Meldung über die {L} ist nichts dran",
    "Die Meldung ist frei erfunden",
    "Der Bericht ist falsch",
    "Das Gerücht sei aus der Luft gegriffen",
]


@pytest.mark.parametrize("words", UNTRUE)
def test_a_report_that_is_untrue_is_denied(words: str) -> None:
    text = (
        f"Die {K} wolle den Händler {L} kaufen, meldet das Portal Finanzfunk. „{words}“, sagt"
        " Korvat-Sprecherin Meike Oldörp."
    ).replace("{L}", L)
    *_, last = found_in(text)[1]
    assert (last.status, last.holder) == ("denied", "Meike Oldörp")


def test_a_report_that_is_not_false_is_not_denied() -> None:
    _, deals = found_in(
        f"Die {K} wolle die {L} kaufen, meldet ein Portal. „Der Bericht ist nicht falsch“, sagt"
        " Otto Maler."
    )
    assert "denied" not in [deal.status for deal in deals]


def test_what_a_thing_costs_is_its_price() -> None:
    _, (deal,) = found_in(
        f"Die Reederei {N} hat bei der Werft {K} vier Frachter geordert. Kostenpunkt: rund 310"
        " Millionen Dollar."
    )
    assert deal.amount is not None


def test_what_is_denied_already_is_not_denied_again() -> None:
    _, deals = found_in(
        f"Die Reederei {K} hat Berichte über einen Zusammenschluss mit dem Rivalen {L}"
        " zurückgewiesen. „An diesen Gerüchten ist nichts dran“, sagte Chefin Gesa Hansen."
    )
    assert [deal.status for deal in deals] == ["denied"]
