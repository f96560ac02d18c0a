"""What is no fact: a report that somebody rejects, a contract that ended, a quarrel that did."""

import pytest

from onrecord.article import Article
from onrecord.extract.protocol import load

DENIED = [
    ("Berichte, wonach {deal}, nannte Uwe Harms „frei erfunden“.", "Uwe Harms"),
    ("Berichte, wonach {deal}, bezeichnete Uwe Harms als „Unsinn“.", "Uwe Harms"),
    ("Meldungen, denen zufolge {deal}, nannte Vorstand Uwe Harms haltlos.", "Vorstand Uwe Harms"),
    ("Uwe Harms nannte am Montag Gerüchte, nach denen {deal}, schlicht falsch.", "Uwe Harms"),
    ("Ein Sprecher von Uwe Harms trat Berichten entgegen, wonach {deal}.", "Ein Sprecher von"),
    ("Behauptungen, wonach {deal}, wurden von Uwe Harms zurückgewiesen.", "Uwe Harms"),
]
DEAL = "die Nordbank AG bei der Solfeld GmbH einsteigen wolle"


def read(text):
    """(quotation, speaker) of each statement, and the deals of a text."""
    found = load("rules").extract(Article.from_text("x", text))
    words = [
        tuple(" … ".join(text[b:e] for b, e in spans) for spans in (q.quote, q.speaker))
        for q in found.quotes
    ]
    return words, found.deals


@pytest.mark.parametrize(("sentence", "speaker"), DENIED)
def test_who_rejects_a_report_is_the_speaker(sentence, speaker):
    """Not the report; what he calls it is a statement of his, too."""
    words, _ = read(sentence.format(deal=DEAL))
    assert words[0][0] == DEAL
    assert all(by.startswith(speaker) for _, by in words)


@pytest.mark.parametrize("sentence", [sentence for sentence, _ in DENIED])
def test_a_deal_of_a_rejected_report_is_denied(sentence):
    _, deals = read(sentence.format(deal=DEAL))
    assert [(d.kind, d.status) for d in deals] == [("investment", "denied")]


def test_a_report_that_says_whose_it_is_speaks_besides():
    """Both are so: the paper wrote it, and he rejects it."""
    words, _ = read(f"Einen Bericht der „Elbpost“, wonach {DEAL}, wies Uwe Harms zurück.")
    assert words == [(DEAL, "Uwe Harms"), (DEAL, "Einen Bericht der „Elbpost“")]


def test_a_report_that_nobody_rejects_speaks_itself():
    words, _ = read(f"Uwe Harms kennt Berichte, wonach {DEAL}.")
    assert [by for _, by in words] == ["Berichte"]


BOTH = "Die Korvat AG und die Nordhafen SE"
SETTLED = [
    f"{BOTH} haben ihren Patentstreit mit einem Vergleich beendet.",
    f"{BOTH} haben sich auf einen Vergleich geeinigt.",
    f"{BOTH} schlossen vor Gericht einen Vergleich über drei Millionen Euro.",
    f"Im Streit um Patente haben sich {BOTH.lower()[:3]}{BOTH[3:]} verglichen.",
    "Die Korvat AG hat sich mit der Nordhafen SE außergerichtlich geeinigt.",
    "Die Korvat AG einigt sich mit der Nordhafen SE im Patentstreit.",
    "Die Korvat AG zahlt der Nordhafen SE drei Millionen Euro, um den Streit beizulegen.",
    "Im Streit mit der Nordhafen SE hat die Korvat AG einem Vergleich zugestimmt.",
    "Der Streit zwischen der Korvat AG und der Nordhafen SE ist beigelegt.",
    "Die Korvat AG schloss mit der Nordhafen SE eine Vereinbarung, um den Streit zu beenden.",
]


@pytest.mark.parametrize("text", SETTLED)
def test_the_end_of_a_quarrel_is_no_deal(text):
    assert not read(text)[1]


def test_a_licence_in_a_settlement_is_a_partnership():
    text = (
        "Die Korvat AG und die Nordhafen SE schlossen einen Vergleich: Die Korvat AG erhält eine"
        " Lizenz der Nordhafen SE."
    )
    assert [deal.kind for deal in read(text)[1]] == ["partnership"]


ENDED = [
    "Die Korvat AG lieferte Stahl an die Lumetra GmbH; der Vertrag wurde im Herbst aufgelöst.",
    "Die Korvat AG lieferte Stahl an die Lumetra GmbH. Der Vertrag endete im Mai.",
    "Die Korvat AG sollte die Lumetra GmbH übernehmen; die Vereinbarung wurde aufgelöst.",
    "Die Korvat AG will der Lumetra GmbH Stahl liefern, doch diese stornierte den Auftrag.",
    "Die Korvat AG hat den Vertrag mit der Lumetra GmbH nicht verlängert.",
]


@pytest.mark.parametrize("text", ENDED)
def test_a_deal_whose_contract_ended_has_failed(text):
    """Also where the next clause or sentence tells it."""
    assert [deal.status for deal in read(text)[1]] == ["failed"]


LASTING = [
    "Die Korvat AG lieferte Stahl an die Lumetra GmbH. Der Vertrag endet nicht im Mai.",
    "Die Korvat AG liefert Stahl an die Lumetra GmbH. Ein Vertrag mit der Stadt wurde gekündigt.",
    "Die Korvat AG liefert Stahl an die Lumetra GmbH. Der Vertrag könnte gekündigt werden.",
    "Die Korvat AG liefert der Lumetra GmbH Stahl. Der Vertrag mit der Stadt wurde gekündigt.",
]


@pytest.mark.parametrize("text", LASTING)
def test_a_deal_lasts_where_another_contract_ended_or_this_only_may(text):
    assert [deal.status for deal in read(text)[1]] == ["agreed"]


def test_who_was_to_sell_abroad_buys_no_firm():
    text = (
        "Der Verleiher Salzhaus klagt. Den Weltvertrieb sollte ursprünglich die Firma Lumière du"
        " Canal übernehmen; der Vertrag wurde im Herbst aufgelöst."
    )
    assert "acquisition" not in [deal.kind for deal in read(text)[1]]


ENGLISH = [
    ("Pellam rejected claims that it had sold the plant.", "Pellam", "it had sold the plant"),
    (
        "Ann Lee denied a report by the Courier that Redwood Lane had bought Pellam.",
        "Ann Lee",
        "Redwood Lane had bought Pellam",
    ),
    (
        "Ann Lee called reports that Redwood Lane would close the plant nonsense.",
        "Ann Lee",
        "Redwood Lane would close the plant",
    ),
    (
        "Tom Vale runs the club. Pitchside had acknowledged the debt, he said.",
        "he",
        "Pitchside had acknowledged the debt",
    ),
    (
        "Pitchside had admitted the fault in two letters, Tom Vale said on Monday.",
        "Tom Vale",
        "Pitchside had admitted the fault in two letters",
    ),
]


@pytest.mark.parametrize(("text", "speaker", "told"), ENGLISH)
def test_an_english_denial_and_what_is_said_of_another_have_their_speaker(text, speaker, told):
    """Not `Pellam rejected`, and not Pitchside, of which it is said."""
    assert read(text)[0] == [(told, speaker)]


def test_an_owner_of_one_side_does_not_merge():
    text = (
        "The broadcaster Pellam is in trouble. Its plan to merge with the rival Ostrava collapsed,"
        " and its largest shareholder, Dunmore Capital, has sold its shares."
    )
    (deal,) = [deal for deal in read(text)[1] if deal.kind == "merger"]
    assert {party.name for party in deal.parties} == {"Pellam", "Ostrava"}


def test_a_club_is_no_person():
    text = "Harwick Rovers have sued. Rovers want the money back, said Tom Vale, who owns the club."
    found = load("rules").extract(Article.from_text("x", text)).entities
    assert {(e.kind, e.name) for e in found} == {
        ("company", "Harwick Rovers"),
        ("person", "Tom Vale"),
    }


@pytest.mark.parametrize("text", ["(Photograph by Ann Lee) {} said", "{} (Photo: Ann Lee) said"])
def test_who_took_the_picture_does_not_speak(text):
    assert read(text.format("Tom Vale") + " the club was solvent.")[0] == [
        ("the club was solvent", "Tom Vale")
    ]


def test_an_english_deal_of_a_rejected_report_is_denied():
    text = (
        "The retailer Pellam is based in Leeds. Pellam has rejected reports that it is in talks to"
        " be bought by its rival Ostrava."
    )
    assert [(d.kind, d.status) for d in read(text)[1]] == [("acquisition", "denied")]


def test_a_spokeswoman_behind_it_says_what_somebody_told():
    text = "The fund Ostrava wavers. It had told the board that it would stay, a spokeswoman said."
    assert read(text)[0] == [("It had told the board that it would stay", "a spokeswoman")]


def test_who_denies_beside_who_contradicts_does_not_say_so():
    words, _ = read("Uwe Harms dementiert Rückzug, Anna Seidl widerspricht.\n\nEs geht weiter.")
    assert not any("Seidl" in told and "Harms" in by for told, by in words if "dement" not in told)


@pytest.mark.parametrize("share", ["Mehrheit von 74 Prozent", "Beteiligung"])
def test_who_sells_a_share_of_its_own_is_not_sold(share):
    text = f"Der Investor Curavest will seine {share} an den Konzern Salutas verkaufen."
    (deal,) = read(text)[1]
    assert {(p.name, p.role) for p in deal.parties} == {
        ("Curavest", "seller"),
        ("Salutas", "acquirer"),
    }


def test_who_has_something_run_by_somebody_is_the_customer():
    text = "Das Labor lässt das Klinikum Nordheide von der Firma Hämatec betreiben."
    (deal,) = read(text)[1]
    assert {(p.name, p.role) for p in deal.parties} == {
        ("Klinikum Nordheide", "customer"),
        ("Hämatec", "supplier"),
    }


def test_the_group_is_the_one_whose_name_says_that_it_is_one():
    text = (
        "Der Klinikverbund Nordheide schreibt Verluste. Der Kreis Nordheide hilft. Der Verbund hat"
        " die Firma Blankwerk mit der Reinigung beauftragt."
    )
    (deal,) = read(text)[1]
    assert {(p.name, p.role) for p in deal.parties} == {
        ("Klinikverbund Nordheide", "customer"),
        ("Blankwerk", "supplier"),
    }


def test_an_owner_who_sells_a_stake_does_not_sell_whom_the_text_spoke_of():
    text = (
        "The broadcaster Pellam sued on Monday. Owner Graham Tolley agreed to sell a 70 percent"
        " stake to the American fund Redwood Lane."
    )
    assert not [d for d in read(text)[1] if "Pellam" in {p.name for p in d.parties}]
