"""Deals in the many ways of English newspapers: each sentence of `dealt.tsv` has its parties,
and has them whatever stands around it."""

from pathlib import Path

import pytest

from onrecord.article import Article
from onrecord.extract.protocol import load

LINES = (Path(__file__).parent / "dealt.tsv").read_text(encoding="utf-8").splitlines()[1:]
BEFORE = (
    "Hartwell Ltd makes jam and Brightwell Foods plc is a food group. Calder Capital LLC is a "
    "fund in London. The weather was mild.\n\n"
)
BEHIND = "\n\nRain is expected in the north on Monday.\n"
AROUND = {
    "as it is": "{whole}",
    "a day before it": "On Monday, {whole}",
    "sources before it": "According to people close to the talks, {whole}",
    "sources behind it": "{bare}, three people familiar with the matter told the Courier.",
    "a company says it": "{bare}, the company said on Monday.",
}
OF_SUBJECT = {
    "what the subject is": "{name}, {kind}, {rest}",
    "a pronoun": "{name} is growing fast. It {rest}",
    "a description": "{name} has 300 employees. {The} {rest}",
}
KINDS = {
    "Hartwell": ("a jam maker based in Kent", "The jam maker"),
    "Brightwell": ("a food group based in Leeds", "The food group"),
    "Calder": ("a private equity fund", "The fund"),
}


def deals(sentence: str) -> list[tuple[str, set[str]]]:
    """(kind, parties with their roles) of the deals found; parties by the first word."""
    found = load("rules").extract(Article.from_text("x", f"{BEFORE}{sentence}{BEHIND}")).deals
    return [(d.kind, {f"{p.name.split()[0]} {p.role}" for p in d.parties}) for d in found]


def told(line: str) -> tuple[tuple[str, set[str]], str]:
    kind, parties, sentence = line.split("\t")
    return (kind, set(parties.split(", "))), sentence


@pytest.mark.parametrize("line", LINES)
def test_a_deal_has_its_parties(line: str) -> None:
    wanted, sentence = told(line)
    assert wanted in deals(sentence)


@pytest.mark.parametrize("around", AROUND)
def test_what_stands_around_a_sentence_changes_no_deal(around: str) -> None:
    missed = []
    for line in LINES:
        wanted, sentence = told(line)
        text = AROUND[around].format(whole=sentence, bare=sentence.removesuffix("."))
        if wanted not in deals(text):
            missed.append(text)
    assert len(missed) <= len(LINES) // 50, missed


@pytest.mark.parametrize("around", OF_SUBJECT)
def test_a_subject_may_be_described_or_meant(around: str) -> None:
    missed, tried = [], 0
    for line in LINES:
        wanted, sentence = told(line)
        name, _, rest = sentence.partition(" ")
        if name not in KINDS or rest.startswith("and "):
            continue
        kind, definite = KINDS[name]
        text = OF_SUBJECT[around].format(name=name, kind=kind, rest=rest, The=definite)
        tried += 1
        if wanted not in deals(text):
            missed.append(text)
    assert tried > 100
    assert len(missed) <= tried // 50, missed


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Tessaly, a fish farmer based in Leeds, closed two sites.", "Tessaly"),
        ("The chip designer Blue Lantern closed two sites.", "Blue Lantern"),
        ("The chain of bakeries Norvik shut on Monday.", "Norvik"),
        ("Calder Capital has bought the coffee roaster Van Holten.", "Van Holten"),
        ("Kestrel Point, an oil major listed in Oslo, closed two sites.", "Kestrel Point"),
    ],
)
def test_a_kind_of_company_may_be_two_words(sentence: str, name: str) -> None:
    found = load("rules").extract(Article.from_text("x", f"{sentence}{BEHIND}")).entities
    assert (name, "company") in {(e.name, e.kind) for e in found}


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        (
            "Calder has sold Hartwell, which has 300 employees, to Brightwell for £30m.",
            ("acquisition", {"Calder seller", "Hartwell target", "Brightwell acquirer"}),
        ),
        (
            "Brightwell bought Hartwell, which has 300 employees, from Calder.",
            ("acquisition", {"Calder seller", "Hartwell target", "Brightwell acquirer"}),
        ),
        (
            "The sale of Hartwell, which has 300 employees, by Calder to Brightwell closed.",
            ("acquisition", {"Calder seller", "Hartwell target", "Brightwell acquirer"}),
        ),
    ],
)
def test_a_relative_clause_cuts_no_deal_in_two(sentence: str, wanted: tuple[str, set[str]]) -> None:
    assert deals(sentence) == [wanted]


KEEN = [
    ("Korvat AG said it was not interested in buying Lumetra Ltd.", "denied"),
    ("Korvat AG said it had no interest in a takeover of Lumetra Ltd.", "denied"),
    ("Korvat AG has no plans to buy Lumetra Ltd, it said.", "denied"),
    ("Korvat AG has no plans to cut jobs after buying Lumetra Ltd.", "planned"),
    ("Korvat AG was interested in buying Lumetra Ltd.", "planned"),
]


@pytest.mark.parametrize(("sentence", "status"), KEEN)
def test_who_has_no_interest_denies_the_deal(sentence, status):
    text = f"Korvat AG is based in Leeds. Lumetra Ltd makes jam. {sentence}"
    deals = load("rules").extract(Article.from_text("x", text)).deals
    assert [deal.status for deal in deals] == [status]
