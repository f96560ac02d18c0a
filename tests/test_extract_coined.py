"""Names coined from German words: compounds that nobody lists, houses and families, numbers."""

import pytest

from onrecord.article import Article
from onrecord.extract.protocol import load

COINED = [
    ("Bisher lag das bei Rechenkraft Süd.", "Rechenkraft Süd"),
    ("Er verkauft die Anteile an Wohnzinne.", "Wohnzinne"),
    ("Geld kommt von der Luzerner Bankgenossenschaft.", "Luzerner Bankgenossenschaft"),
    ("Sie stieg bei der Berner Zellschmiede ein.", "Zellschmiede"),
    ("Das Kaufhaus Hagedorn schließt.", "Kaufhaus Hagedorn"),
    ("Reederei Thode: Geld steht bereit.", "Reederei Thode"),
    ("Der Mittelständler Stromwerk 1903 liefert die Technik.", "Stromwerk 1903"),
    ("Das Geld kommt zur Hälfte vom Axel-Brandt-Fonds.", "Axel-Brandt-Fonds"),
    ("Die Hamburger Adiuta Gruppe wächst.", "Adiuta Gruppe"),
]


@pytest.mark.parametrize(("text", "name"), COINED, ids=[c[1] for c in COINED])
def test_a_coined_name_is_found_whole(text, name):
    """Behind a preposition with no article, of a place, with a house, a number, a hyphen."""
    found = load("rules").extract(Article.from_text("x", text)).entities
    assert [(e.kind, e.name) for e in found] == [("company", name)]


@pytest.mark.parametrize(
    "text",
    [
        "Frisches Kapital bekommt das Projekt im Herbst.",
        "Er ging an Bord und sprach von Rückgewinnung.",
    ],
)
def test_words_are_no_names(text):
    """Listed words in the places of names."""
    assert load("rules").extract(Article.from_text("x", text)).entities == ()
