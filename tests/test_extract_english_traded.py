"""Deals and companies as English business news tells them: each sentence of `traded.tsv` tells
the deals named before it and no other one; those marked with a plus stand behind a line that names
the cast."""

from pathlib import Path

import pytest

from onrecord.article import Article
from onrecord.extract.protocol import load

LINES = (Path(__file__).parent / "traded.tsv").read_text(encoding="utf-8").splitlines()[1:]
NAMED = (Path(__file__).parent / "named.tsv").read_text(encoding="utf-8").splitlines()[1:]
CAST = (
    "The toolmaker Aldermoor, the food group Brackwater, the fund Corvane Capital, the lender "
    "Dunlea Bank and the parts maker Fennick were in the news.\n\n"
)


def told(deals: str) -> set[tuple[str, frozenset[str]]]:
    """Kind and parties in their roles, from `kind: role Name, role Name; kind: …`."""
    pairs = (deal.split(": ") for deal in deals.split("; ") if deal != "none")
    return {(kind, frozenset(parties.split(", "))) for kind, parties in pairs}


@pytest.mark.parametrize("line", LINES)
def test_a_sentence_tells_its_deals_alone(line: str) -> None:
    wanted, sentence = line.split("\t")
    text = (CAST if wanted.startswith("+") else "") + sentence.replace(" ¶ ", "\n\n")
    found = load("rules").extract(Article.from_text("x", f"{text}\n")).deals
    deals = {(d.kind, frozenset(f"{p.role} {p.name}" for p in d.parties)) for d in found}
    assert deals == told(wanted.removeprefix("+"))


@pytest.mark.parametrize("line", NAMED)
def test_companies_are_known_by_what_stands_around_them(line: str) -> None:
    names, sentence = line.split("\t")
    found = load("rules").extract(Article.from_text("x", f"{sentence}\n")).entities
    assert {e.name for e in found if e.kind == "company"} == set(names.split(", "))
