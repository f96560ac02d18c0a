"""Names that only a dictionary tells: they are no words; towns, people of a town and things are."""

import pytest

from onrecord.article import Article
from onrecord.extract.protocol import load


def names(text: str) -> set[tuple[str, str]]:
    """(kind, name) of what the rule for words that are none proposes in a text."""
    found = load("rules").extract(Article.from_text("x", text)).entities
    return {(e.kind, e.name) for e in found if e.source.rule == "de-name-unlisted"}


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Im Vorjahr versuchte es die dänische Brysta mit einem Gebot.", "Brysta"),
        ("Nach drei Wochen zog der Interessent Vetroxal sein Gebot zurück.", "Vetroxal"),
        ("Am Ende unterschrieb die Charterlinie Holitavia den Vertrag.", "Holitavia"),
        ("Den Ausbau bezahlt die portugiesische Bahn Lombrax.", "Lombrax"),
        ("Bisher lag das Mandat bei Screlusa.", "Screlusa"),
    ],
)
def test_a_word_that_is_none_is_a_firm(sentence: str, name: str) -> None:
    """Behind an adjective, a kind of firm, who does something, or a preposition."""
    assert names(sentence) == {("company", name)}


@pytest.mark.parametrize(
    "sentence",
    [
        "Das Werk steht in Uxenborn und arbeitet wieder.",
        "Der Zug fährt zwischen Uxenborn und Praxental.",
        "Die Familie Uxborn will nicht verkaufen.",
        "Die Uxenborner wollen davon nichts wissen.",
        "UXENBORN (rd). Der Rat hat entschieden.",
        "Gekauft wurden 60 Mehrsystemloks.",
        "Das Schraubensystem „Spiraxit“ bleibt im Haus.",
        "Dafür fehlt seine Uxelitze, sagen alle.",
    ],
)
def test_towns_families_residents_and_things_are_none(sentence: str) -> None:
    """They are no words either, or compounds of words."""
    assert names(sentence) == set()


def test_a_common_noun_before_a_name_begins_none() -> None:
    """Words of a run are asked as single ones are: `Finma` is no firm."""
    assert names("Geschlossen wollte Finma Finanzmarktaufsicht das Haus sehen.") == set()
