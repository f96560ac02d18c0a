"""What a deal costs: not what somebody turns over, owes or is worth beside it."""

import pytest

from onrecord.article import Article
from onrecord.extract.protocol import load
from test_extract_undone import ENGLISH, GERMAN

TOLD = [
    (ENGLISH, "Volanta, which had sales of $5bn, bought Merriton.", None),
    (ENGLISH, "Volanta bought Merriton, which has debts of $5bn.", None),
    (ENGLISH, "Volanta bought Merriton for $5bn.", "5000000000"),
    (ENGLISH, "Volanta, worth $9bn, bought Merriton for $5bn.", "5000000000"),
    (ENGLISH, "Volanta will invest up to $5bn in Merriton.", "max5000000000"),
    (ENGLISH, "Volanta bought Merriton. Its shares rose to $5.", None),
    (ENGLISH, "Volanta bought Merriton, valuing it at $5bn.", "5000000000"),
    (ENGLISH, "Volanta bought Merriton after a loss of $5bn.", None),
    (ENGLISH, "Volanta bought Merriton to save $5m a year.", None),
    (ENGLISH, "Volanta paid $5bn for Merriton, $1bn more than expected.", "5000000000"),
    (ENGLISH, "Volanta invested $1bn in Merriton at a valuation of $5bn.", "1000000000"),
    (ENGLISH, "Volanta bought Merriton in a deal worth about $5bn.", "5000000000"),
    (ENGLISH, "Volanta fined Merriton $5m.", None),
    (ENGLISH, "Volanta, which paid $2bn, bought Merriton.", "2000000000"),
    (ENGLISH, "Volanta bought Merriton, whose founder owns a $5m house.", None),
    (GERMAN, "Volanta, das 5 Milliarden Euro umsetzt, hat Merriton gekauft.", None),
    (GERMAN, "Volanta kauft Merriton, das 5 Milliarden Euro Schulden hat.", None),
    (GERMAN, "Volanta kauft Merriton für 5 Milliarden Euro.", "5000000000"),
    (
        GERMAN,
        "Volanta, 9 Milliarden Euro wert, kauft Merriton für 5 Milliarden Euro.",
        "5000000000",
    ),
    (GERMAN, "Volanta will bis zu 5 Milliarden Euro in Merriton investieren.", "max5000000000"),
    (GERMAN, "Volanta kauft Merriton nach einem Verlust von 5 Milliarden Euro.", None),
    (GERMAN, "Volanta kauft Merriton, um 5 Millionen Euro im Jahr zu sparen.", None),
    (
        GERMAN,
        "Volanta zahlt 5 Milliarden Euro für Merriton, eine Milliarde mehr als erwartet.",
        "5000000000",
    ),
    (
        GERMAN,
        "Volanta investiert 1 Milliarde Euro in Merriton bei einer Bewertung von 5 Milliarden.",
        "1000000000",
    ),
    (GERMAN, "Volanta kauft Merriton, dessen Gründer ein Haus für 5 Millionen Euro besitzt.", None),
    (GERMAN, "Volanta übernimmt Merriton mit einem Umsatz von 5 Milliarden Euro.", None),
]


@pytest.mark.parametrize(("before", "sentence", "price"), TOLD)
def test_a_deal_has_its_own_sum_or_none(before: str, sentence: str, price: str | None) -> None:
    """Told in the same clause or beside it, and as much as is told of the deal."""
    deals = load("rules").extract(Article.from_text("x", f"{before}{sentence}\n")).deals
    sums = [
        a and (a.value or (f"max{a.max}" if a.max else f"min{a.min}"))
        for a in (deal.amount for deal in deals)
    ]
    assert sums in ([price], []) if price is None else sums == [price]


def test_what_was_invested_is_no_price_of_what_is_delivered() -> None:
    """A relative clause tells a deal of its own, with a sum of its own."""
    text = f"{ENGLISH}Volanta, which invested $2bn in Merriton, will supply Merriton with planes."
    found = load("rules").extract(Article.from_text("x", text))
    told = {deal.kind: deal.amount.value for deal in found.deals if deal.amount is not None}
    assert {deal.kind for deal in found.deals} == {"investment", "supply"}
    assert told == {"investment": "2000000000"}
