"""Reports that somebody rejects: it is he who says that they are wrong, and no deal is a fact."""

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
