"""Who holds an office: nobody is told to hold one that he left, may get, or that another has."""

import pytest

from onrecord.article import Article
from onrecord.extract.protocol import load

BEFORE = {
    "en": "Airline Volanta and chip company Merriton were in the news.\n\n",
    "de": "Die Fluglinie Volanta und der Chiphersteller Merriton waren in den Nachrichten.\n\n",
}
HELD = [
    ("en", "Anna Berg, chief executive of Volanta, said so.", "chief executive"),
    ("en", "Volanta chief executive Anna Berg said so.", "chief executive"),
    ("en", "Anna Berg, acting chief executive of Volanta, said so.", "acting chief executive"),
    ("en", "Anna Berg, deputy chief executive of Volanta, said so.", "deputy chief executive"),
    ("en", "Paul Holm, the predecessor of Volanta chief executive Anna Berg, came.",
     "chief executive"),
    ("de", "Anna Berg, Chefin von Volanta, sagte das.", "Chefin"),
    ("de", "Volanta-Chefin Anna Berg sagte das.", "Chefin"),
    ("de", "Die neue Volanta-Chefin Anna Berg sagte das.", "Chefin"),
    ("de", "Anna Berg, kommissarische Chefin von Volanta, sagte das.", "kommissarische Chefin"),
    ("de", "Die stellvertretende Volanta-Chefin Anna Berg sagte das.", "stellvertretende Chefin"),
    ("de", "Die stellvertretende Chefin von Volanta, Anna Berg, sagte das.",
     "stellvertretende Chefin"),
    ("de", "Paul Holm, der Vorgänger von Volanta-Chefin Anna Berg, kam.", "Chefin"),
]  # fmt: skip
NOT_HELD = {
    "en": """
    Anna Berg, former chief executive of Volanta, said so.
    Former Volanta chief executive Anna Berg said so.
    Anna Berg, who was chief executive of Volanta until 2020, said so.
    Anna Berg will not become chief executive of Volanta.
    Anna Berg is not the chief executive of Volanta.
    Anna Berg stepped down as chief executive of Volanta.
    Anna Berg, daughter of Volanta’s chief executive, said so.
    Anna Berg, a critic of Volanta’s chief executive, said so.
    Volanta denied that Anna Berg would become chief executive.
    """,
    "de": """
    Anna Berg, frühere Chefin von Volanta, sagte das.
    Ex-Volanta-Chefin Anna Berg sagte das.
    Die Ex-Chefin von Volanta, Anna Berg, sagte das.
    Die ehemalige Volanta-Chefin Anna Berg sagte das.
    Die designierte Volanta-Chefin Anna Berg sagte das.
    Die künftige Volanta-Chefin Anna Berg sagte das.
    Die abgesetzte Volanta-Chefin Anna Berg sagte das.
    Anna Berg, die bis 2020 Chefin von Volanta war, sagte das.
    Anna Berg ist nicht Chefin von Volanta.
    Anna Berg trat als Chefin von Volanta zurück.
    Anna Berg, Tochter des Volanta-Chefs, sagte das.
    Anna Berg, einst Chefin von Volanta, sagte das.
    """,
}


@pytest.mark.parametrize(("language", "sentence", "office"), HELD)
def test_an_office_is_told_as_it_is_called(language: str, sentence: str, office: str) -> None:
    """A deputy is a deputy; of two people it is held by who is named beside it."""
    text = f"{BEFORE[language]}{sentence}\n"
    found = load("rules").extract(Article.from_text("x", text)).offices
    assert [(o.person, o.company, o.office) for o in found] == [("Anna Berg", "Volanta", office)]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [(code, s.strip()) for code, text in NOT_HELD.items() for s in text.split("\n") if s.strip()],
)
def test_who_does_not_hold_an_office_is_not_told_to(language: str, sentence: str) -> None:
    """Not any more, not yet, or not at all."""
    text = f"{BEFORE[language]}{sentence}\n"
    assert load("rules").extract(Article.from_text("x", text)).offices == ()


@pytest.mark.parametrize("word", ["Ex-Volanta-Chefin", "Alt-Volanta-Chefin"])
def test_a_company_is_not_called_after_who_left_it(word: str) -> None:
    text = f"{BEFORE['de']}{word} Anna Berg sagte das.\n"
    names = {e.name for e in load("rules").extract(Article.from_text("x", text)).entities}
    assert {"Volanta", "Anna Berg"} <= names
    assert not [name for name in names if name.startswith(("Ex", "Alt"))]
