"""What was not done, or only wanted, asked for or nearly done, is no deal that was made."""

import pytest

from onrecord.article import Article
from onrecord.extract.protocol import load

P, V, B = "Prairie Gold Inc.", "Verdane Ltd.", "Kestrel Bank"
NEVER = [
    f"{P} did not buy {V}",
    f"{P} has not bought {V}",
    f"{P} never offered to buy {V}, Tom Reed said.",
    f"It is not true that {P} bought {V}",
    f"The rumor that {P} bought {V} is false.",
    f"{P} wants to buy {V} “We did not bid for Verdane, and we will not,” said Renata Moura, chief"
    " executive of Prairie Gold.",
]
REJECTED = [
    f"It is false that {P} bought {V}, Tom Reed said.",
    f"Nobody said that {P} bought {V}",
    f"Reports that {P} bought {V} were wrong.",
    f"A takeover of {V} by {P} is out of the question, Tom Reed said.",
    f"A takeover of {V} by {P} was ruled out by Tom Reed.",
]
SUPPOSED = [
    f"Tom Reed hopes that {P} buys {V}",
    f"Tom Reed would not confirm that {P} was buying {V}",
    f"If {P} buys {V}, prices will rise.",
    f"Should {P} acquire {V}, prices will rise.",
    f"Rumors of a takeover of {V} by {P} lifted the shares.",
    f"Speculation about a takeover of {V} by {P} lifted the shares.",
    f"Tom Reed warned against a takeover of {V} by {P}",
    f"Unions fear a sale of {V} to {P}",
]
WANTED = [
    f"{P} has its eye on {V}",
    f"{P} is on the verge of buying {V}",
    f"{P} has applied for a $20 million loan from {B}.",
    f"A purchase of {V} by {P} would make sense, said analyst Tom Reed.",
    f"{P} dreams of a merger with {V}",
    f"Whether {P} buys {V} is unclear.",
    f"{P} was courting {V}",
    f"{P} is circling {V}",
    f"{P} has been pursuing {V} for months.",
    f"{P} resisted a takeover by {V}",
    f"{P} has not yet bought {V}",
]
NEARLY = [
    f"{P} could have bought {V} in May.",
    f"{P} would have bought {V} if prices had been lower.",
    f"{P} tried in vain to buy {V}",
    f"{P} fended off a takeover by {V}",
    f"{P} lost an order from {V}",
]
MADE = [
    f"Tom Reed confirmed that {P} bought {V}",
    f"Tom Reed warned of losses after {P} bought {V}",
    f"{P} bought {V} and hopes to grow.",
    f"If sales fall, it is because {P} bought {V}",
    f"{P} has not only bought {V} but also its mills.",
    f"{P} bought {V} without delay, not least for its mills.",
    f"{P} bought {V}, which it had courted for years.",
]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        *((text, "denied") for text in NEVER),
        *((text, "denied") for text in REJECTED),
        *((text, "planned") for text in SUPPOSED),
        *((text, "planned") for text in WANTED),
        *((text, "failed") for text in NEARLY),
        *((text, "agreed") for text in MADE),
    ],
)
def test_only_what_was_done_is_agreed(text: str, status: str) -> None:
    deals = load("rules").extract(Article.from_text("x", text)).deals
    assert [deal.status for deal in deals][-1] == status
