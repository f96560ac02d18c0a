"""Who speaks where two are named: who is quoted, who confirms, who restricts; and who does not."""

import pytest

from onrecord.article import Article
from onrecord.extract.protocol import load

SPEAKERS = [
    ("Die Korvat AG hat ihr Werk verkauft, wie ein Sprecher bestätigt.", "ein Sprecher"),
    ("Die Korvat AG hat ihr Werk verkauft, wie Uwe Harms beklagt.", "Uwe Harms"),
    ("Die Korvat AG hat ihr Werk verkauft, wie der Betriebsrat bemängelt.", "der Betriebsrat"),
    ("Die Korvat AG ist verkauft worden, wie Uwe Harms versichert.", "Uwe Harms"),
    ("Uwe Harms zitierte Nadja Kessler mit den Worten: „Wir verkaufen nicht.“", "Nadja Kessler"),
    ("Die Elbpost zitiert Nadja Kessler mit den Worten: „Wir zahlen.“", "Nadja Kessler"),
    ("„Wir verkaufen nicht“, zitierte die Elbpost Nadja Kessler.", "Nadja Kessler"),
    (
        "„Wir verkaufen nicht“, zitiert die Elbpost den Sprecher Uwe Harms.",
        "den Sprecher Uwe Harms",
    ),
    ("Unterschrieben sei freilich noch nichts, schränkt Uwe Harms ein.", "Uwe Harms"),
    (
        "Die Technik sei nicht so weit, so beschreibt es ein früherer Manager.",
        "ein früherer Manager",
    ),
    ("Die Technik sei nicht so weit, so sieht es Nadja Kessler.", "Nadja Kessler"),
]


def read(text):
    """(words, speaker) of each statement in a text."""
    found = load("rules").extract(Article.from_text("x", text))
    return [
        tuple(" … ".join(text[b:e] for b, e in spans) for spans in (q.quote, q.speaker))
        for q in found.quotes
    ]


@pytest.mark.parametrize(("sentence", "speaker"), SPEAKERS)
def test_who_is_named_last_may_speak(sentence, speaker):
    assert [by for _, by in read(sentence)] == [speaker]


def test_the_author_reports_nobody_with_i():
    """`Ich … habe` has the form of a Konjunktiv, and is none."""
    assert not read("Ich war drei Tage dort und habe mitgeschrieben.")
