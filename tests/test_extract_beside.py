"""What stands beside what is told: shares of others, clauses of the writer, names in a pair."""

import pytest

from onrecord.article import Article
from onrecord.extract.protocol import load
from onrecord.extract.records import Deal, Extraction

GERMAN = (
    "Die Hamburger Reederei Nordlicht ist in den Nachrichten. Auch der norwegische Konzern "
    "Halvorsen ist es.\n\n"
)


def _found(text: str) -> Extraction:
    return load("rules").extract(Article.from_text("x", f"{text}\n"))


def _told(deal: Deal) -> str:
    parties = ", ".join(sorted(f"{p.role} {p.name}" for p in deal.parties))
    return f"{deal.kind}: {parties}"


@pytest.mark.parametrize(
    "sentence",
    [
        "Der Senat der Stadt, der 12 Prozent an Nordlicht hält, sieht einen Verkauf skeptisch.",
        "Der Senat, der an Nordlicht beteiligt ist, sieht einen Verkauf skeptisch.",
        "Ein Fonds, der 12 Prozent an Nordlicht hält, ist gegen einen Verkauf an Halvorsen.",
        "Die Gewerkschaft, deren Mitglieder 3 Prozent an Nordlicht halten, ist gegen einen Verkauf "
        "an Halvorsen.",
        "Die Erben des Gründers, die 30 Prozent an Nordlicht halten, wollen verkaufen.",
        "Die Familie Brandis, die 30 Prozent an Nordlicht hält, will an Halvorsen verkaufen.",
        "Halvorsen will kaufen. Der Senat der Stadt, der 12 Prozent an Nordlicht hält, sieht einen "
        "Verkauf skeptisch.",
    ],
)
def test_a_share_of_somebody_who_is_not_named_makes_no_deal(sentence: str) -> None:
    """Least of all one in which the company that is held buys the other one."""
    assert _found(GERMAN + sentence).deals == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "Halvorsen übernimmt Nordlicht, an der die Stadt 12 Prozent hält.",
        "Halvorsen kauft die Reederei Nordlicht, an der die Stadt 12 Prozent hält, für 3 Millionen "
        "Euro.",
    ],
)
def test_what_the_sentence_tells_beside_such_a_share_is_told(sentence: str) -> None:
    """A purchase stays one, and is no investment because somebody else has a share."""
    told = [_told(deal) for deal in _found(GERMAN + sentence).deals]
    assert told == ["acquisition: acquirer Halvorsen, target Nordlicht"]


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        (
            "When the chip designer Lumen said that it would pay ten billion dollars, the markets "
            "cheered.",
            "it would pay ten billion dollars",
        ),
        (
            "After Lumen said it would invest in Graphcast, Oraculum and Cerebellum, shares in all "
            "of them rose, which pleased nobody.",
            "it would invest in Graphcast, Oraculum and Cerebellum",
        ),
        ("Lumen said that when it paid, the markets cheered.", "when it paid, the markets cheered"),
    ],
)
def test_the_main_clause_behind_is_the_writers(sentence: str, said: str) -> None:
    """`When X said that ..., the markets cheered`: X did not say that they cheered."""
    text = f"Lumen and Graphcast are companies. {sentence}"
    quote = _found(text).quotes[0]
    assert text[quote.quote[0][0] : quote.quote[-1][1]] == said
    assert quote.holder == "Lumen"


def test_the_paper_is_the_medium_that_was_named() -> None:
    """In its second sentence a report is the paper's."""
    text = (
        "The Financial Ledger reported that the plan was on ice. People had doubts, the paper said."
    )
    assert [quote.holder for quote in _found(text).quotes] == ["Financial Ledger"] * 2


def test_two_names_joined_are_no_third_company() -> None:
    """`the Lumen-Graphcast deal`; a company may have a hyphen all the same."""
    text = (
        "The Lumen-Graphcast deal is off. Chip designer Lumen wanted to invest in Graphcast, a "
        "start-up. Engine maker Arden-Royce supplies Lumen with engines. Graphcast rose."
    )
    names = {entity.name for entity in _found(text).entities}
    assert names == {"Lumen", "Graphcast", "Arden-Royce"}
