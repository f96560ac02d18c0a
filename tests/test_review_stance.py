"""How firmly a passage is put, and whether it is negated: first guesses from words alone."""

import pytest

from onrecord.review.stance import stance


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Wir verhandeln mit niemandem über einen Verkauf"),
        ("de", "man habe niemanden entlassen"),
        ("de", "das sei keineswegs beschlossen"),
        ("de", "man werde weder verkaufen noch schließen"),
        ("en", "I don't think anybody has behaved well"),
        ("en", "We haven’t signed anything"),
        ("en", "It won't happen"),
        ("en", "nowhere was that written"),
    ],
)
def test_a_negation_is_seen(language: str, text: str) -> None:
    """Whoever denies something must not be shown as saying it."""
    assert stance(text, language).polarity == "negated"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "man habe nicht nur das Werk gekauft, sondern auch die Marke"),
        ("de", "das liege nicht zuletzt an den Kosten"),
        ("en", "we bought not only the plant but the brand"),
        ("en", "the tenants’ union had signed"),
    ],
)
def test_what_is_added_is_not_negated(language: str, text: str) -> None:
    """'Not only' says more, not less."""
    assert stance(text, language).polarity == "affirmed"


def test_a_real_negation_beside_it_counts() -> None:
    """Only the words themselves are left out."""
    assert stance("nicht nur das Werk, es sei nichts verkauft", "de").polarity == "negated"


@pytest.mark.parametrize(
    ("language", "text", "modality", "hedge"),
    [
        ("en", "Pellam is said to have called a rival", "hearsay", "is said to"),
        ("en", "The firm was reported to owe money", "hearsay", "was reported to"),
        ("en", "She said to him that it was late", "asserted", ""),
        ("de", "Am wahrscheinlichsten sei ein Vergleich", "probable", "wahrscheinlichsten"),
    ],
)
def test_a_hedge_of_several_words_is_seen(
    language: str, text: str, modality: str, hedge: str
) -> None:
    """What is only told is no assertion."""
    assert stance(text, language)[::2] == (modality, hedge)
