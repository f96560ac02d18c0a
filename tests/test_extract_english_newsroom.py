"""English deals as a newsroom tells them: nouns that only describe, offers to and for, how far."""

import pytest

from onrecord.article import Article
from onrecord.extract.protocol import load

CAST = (
    "The toolmaker Aldermoor, the food group Brackwater, the fund Corvane Capital and the lender "
    "Dunlea Bank were in the news.\n\n"
)


def read(text):
    return load("rules").extract(Article.from_text("x", f"{text}\n"))


def deals(text):
    """(kind, parties with roles) of each deal."""
    return [(d.kind, {f"{p.role} {p.name}" for p in d.parties}) for d in read(text).deals]


TOLD = [
    (
        "Aldermoor borrowed £40m of the purchase price from Dunlea Bank.",
        ("investment", {"investee Aldermoor", "investor Dunlea Bank"}),
    ),
    (
        "Aldermoor signed an alliance with the mortgage bank Dunlea Bank.",
        ("partnership", {"partner Aldermoor", "partner Dunlea Bank"}),
    ),
    (
        "The board of Aldermoor threw out a takeover offer from Brackwater.",
        ("acquisition", {"target Aldermoor", "acquirer Brackwater"}),
    ),
    (
        "Aldermoor rejected a second takeover bid from Brackwater, worth £40m.",
        ("acquisition", {"target Aldermoor", "acquirer Brackwater"}),
    ),
    (
        "Brackwater withdrew its offer to Aldermoor for the mill when surveyors found damp.",
        ("acquisition", {"seller Aldermoor", "acquirer Brackwater"}),
    ),
    (
        "Brackwater has made an offer of £9m to Aldermoor for the mill.",
        ("acquisition", {"seller Aldermoor", "acquirer Brackwater"}),
    ),
    (
        "Brackwater made an offer to the ailing toolmaker Aldermoor for its mill.",
        ("acquisition", {"seller Aldermoor", "acquirer Brackwater"}),
    ),
]


@pytest.mark.parametrize(("sentence", "deal"), TOLD)
def test_a_noun_that_describes_another_calls_nothing(sentence, deal):
    """`purchase price`, `mortgage bank`, `takeover offer`; who is asked to sell a part sells."""
    assert deals(CAST + sentence) == [deal]


@pytest.mark.parametrize(
    "sentence",
    [
        "They expect the deal to lift Aldermoor’s earnings per share by 6% next year.",
        "They say Aldermoor’s profit a share will rise.",
        "They think it is the market share of Aldermoor that counts.",
    ],
)
def test_what_is_counted_per_share_is_not_shared(sentence):
    text = f"{CAST}Aldermoor has bought two mills from Brackwater.\n\n{sentence}"
    assert [kind for kind, _ in deals(text)] == ["acquisition"]


HOW_FAR = [
    ("Aldermoor backed out of a venture with Brackwater after poor trials.", "failed"),
    ("Aldermoor has backed away from a merger with Brackwater.", "failed"),
    ("Aldermoor said it had never negotiated with Brackwater about a merger.", "denied"),
    ("Aldermoor said it was not in talks with Brackwater.", "denied"),
    ("Aldermoor said there had been no talks with Brackwater about a merger.", "denied"),
    ("Since May, Aldermoor and Brackwater have been working together on drills.", "ongoing"),
    ("Aldermoor is working with Brackwater on a drill.", "ongoing"),
    ("Aldermoor worked with Brackwater on a drill.", "agreed"),
]


@pytest.mark.parametrize(("sentence", "status"), HOW_FAR)
def test_how_far_a_deal_is(sentence, status):
    assert [d.status for d in read(CAST + sentence).deals] == [status]


def said(text):
    """(words, who says so) of each statement."""
    cut = [(q.quote[0][0], q.quote[-1][1], q.speaker[0]) for q in read(text).quotes]
    return [(text[b:e].rstrip("."), text[slice(*by)]) for b, e, by in cut]


SAID = [
    ("“We brew,” said managing director Ann Lee.", "“We brew,”", "managing director Ann Lee"),
    ("“We brew,” said council leader Ann Lee.", "“We brew,”", "council leader Ann Lee"),
    (
        "“We buy from all of the valley,” added deputy chief buyer Ann Lee, who knows the trade.",
        "“We buy from all of the valley,”",
        "deputy chief buyer Ann Lee, who knows the trade",
    ),
    ("Debts had fallen to £4m, she pointed out.", "Debts had fallen to £4m", "she"),
    (
        "The round values the firm at £9m, founder Ann Lee told Brewfile.",
        "The round values the firm at £9m",
        "founder Ann Lee",
    ),
    (
        "A bid was possible, he told Radio Calder, provided that the books were opened.",
        "A bid was possible, he told Radio Calder, provided that the books were opened",
        "he",
    ),
    *(
        (sentence, sentence, sentence[: sentence.index("!")].strip())
        for sentence in (
            "Ann Lee! described demand as encouraging",
            "A person close to Calder! described the figure as too high",
            "Tom Vale at the broker Greaves! called the terms generous",
            "The union! called its offer unacceptable",
        )
    ),
]


@pytest.mark.parametrize(("sentence", "words", "speaker"), SAID)
def test_who_says_what(sentence, words, speaker):
    """A role without an article speaks; a paper is told; what is described is judged."""
    plain = sentence.replace("!", "")
    plain = plain if plain.endswith(".") else f"{plain}."
    assert said(plain) == [(words.replace("!", ""), speaker)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Aldermoor shares rose 4%, suggesting that the market expects a bid.",
        "Aldermoor’s figures suggest that demand is falling.",
        "The club called the police.",
        "The firm has called the meeting for Monday.",
        "The area is described as quiet.",
    ],
)
def test_nobody_says_what_a_thing_suggests(sentence):
    assert said(sentence) == []


GOES_ON = [
    ("Aldermoor supplies Brackwater with drills under a contract signed in May.", "ongoing"),
    ("Aldermoor ships a third of its drills to Brackwater.", "ongoing"),
    ("The drills are made for Brackwater by Aldermoor.", "ongoing"),
    ("Aldermoor is to supply Brackwater with drills.", "planned"),
    ("Aldermoor supplied Brackwater with drills.", "agreed"),
    ("Aldermoor no longer supplies Brackwater.", "failed"),
    ("Aldermoor has stopped supplying Brackwater.", "failed"),
    ("Aldermoor never stopped supplying Brackwater.", "agreed"),
    ("Aldermoor would fund the purchase with cash and a £40m loan from Dunlea Bank.", "planned"),
    ("Aldermoor bought a mill with a £40m loan from Dunlea Bank.", "agreed"),
]


@pytest.mark.parametrize(("sentence", "status"), GOES_ON)
def test_the_present_tells_what_goes_on(sentence, status):
    assert {d.status for d in read(CAST + sentence).deals} == {status}


HOLDERS = [
    ("Aldermoor has agreed to buy a mill from Brackwater, it said on Monday.", "Aldermoor"),
    ("Aldermoor has bought a mill from Brackwater, the company said.", "Aldermoor"),
    ("A mill of Aldermoor was sold to Brackwater, Dunlea Bank said.", "Dunlea Bank"),
    ("Aldermoor has been linked with a bid for Brackwater.", "anonymous"),
    ("Aldermoor is understood to be close to buying Brackwater.", "anonymous"),
    ("Aldermoor has reportedly made a bid for Brackwater.", "anonymous"),
    ("Aldermoor has made a bid for Brackwater.", "author"),
]


@pytest.mark.parametrize(("sentence", "holder"), HOLDERS)
def test_who_answers_for_a_deal(sentence, holder):
    """`it` behind a clause means its subject; what is understood nobody in particular says."""
    assert {d.holder for d in read(CAST + sentence).deals} == {holder}


ROUNDS = [
    "Aldermoor has closed a €24 million Series A led by Corvane Capital.",
    "Aldermoor announced a €24 million Series B from Corvane Capital.",
    "Aldermoor raised €24 million in a Series C led by Corvane Capital.",
]


@pytest.mark.parametrize("sentence", ROUNDS)
def test_a_round_is_called_by_its_letter(sentence):
    parties = {"investee Aldermoor", "investor Corvane Capital"}
    assert deals(CAST + sentence) == [("investment", parties)]


def test_who_joins_a_round_invests_too():
    text = (
        "The startup Aldermoor has closed a seed round led by Corvane Capital. The fund Calder Nine"
        " and the bank Dunlea joined the round."
    )
    names = {"investor Corvane Capital", "investor Calder Nine", "investor Dunlea"}
    assert deals(text) == [("investment", {"investee Aldermoor"} | names)]


def test_what_somebody_puts_at_a_sum_is_not_what_follows_is_about():
    text = (
        "Aldermoor has bought the mill from the food group Brackwater, which shut it last year. The"
        " price was not told, but people in the trade put it at £2m.\n\nTo pay for tanks, the firm"
        " has taken out a loan with the Calder Building Society."
    )
    loan = {"investee Aldermoor", "investor Calder Building Society"}
    assert deals(text)[1:] == [("investment", loan)]


def test_a_building_that_is_wanted_is_no_company():
    text = (
        "The brewery Aldermoor makes beer. Brackwater is a grocer. The developer Corvane withdrew"
        " its offer to Brackwater for the bakery."
    )
    assert deals(text) == [("acquisition", {"acquirer Corvane", "seller Brackwater"})]


def status_by_holder(text):
    return {d.holder: d.status for d in read(CAST + text).deals}


def test_who_dismisses_a_rumour_denies_the_deal_before():
    linked = "Aldermoor has been linked with a bid for Brackwater."
    denied = {"anonymous": "planned", "Tom Vale": "denied"}
    for rejects in (
        "Its chair, Tom Vale, dismissed that speculation on Monday.",
        "Its chair, Tom Vale, rejected the latest rumours, saying it was busy.",
        "Its chair, Tom Vale, denied this.",
    ):
        assert status_by_holder(f"{linked} {rejects}") == denied
    for other in (
        "Its chair, Tom Vale, dismissed the workers.",
        "Its chair, Tom Vale, did not deny this.",
        "Its chair, Tom Vale, told the owners to reject it, calling the sum “a bad joke for us”.",
        "Its chair, Tom Vale, denied the report that the mill would close.",
        "The mill runs well. Its chair, Tom Vale, dismissed the claims.",
    ):
        assert status_by_holder(f"{linked} {other}") == {"anonymous": "planned"}


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        ("there had never been an offer", {"Tom Vale": "denied"}),
        ("the price was right", {"author": "planned"}),
    ],
)
def test_who_is_asked_about_a_rumour_denies_it(answer, told):
    asked = "Asked about rumours that Aldermoor wants to take over Brackwater, Tom Vale replied"
    assert status_by_holder(f"{asked} that {answer}.") == told


def test_a_name_may_begin_with_a_verb():
    text = "Fell & Hound has bought the mill from the food group Brackwater."
    assert deals(text) == [("acquisition", {"acquirer Fell & Hound", "seller Brackwater"})]


def test_a_word_means_again_whom_it_meant():
    """`the Calder-based insurer` is the company of the sentence before, and so is `the insurer`."""
    text = (
        "Prairie Mutual Group has bought much. On Monday the Calder-based insurer announced the"
        " sale of its arm, Lodestar, to the fund Corvane Partners. Corvane has borrowed £7m from"
        " the lender Dunlea Bank.\n\nIn May the insurer signed an alliance with Brackwater Foods."
    )
    parties = {"partner Prairie Mutual Group", "partner Brackwater Foods"}
    assert deals(text)[-1] == ("partnership", parties)


def test_who_bid_for_the_plants_bid_to_who_sells_them():
    text = (
        "Aldermoor has agreed to buy two plants from Brackwater. Two bankers said Corvane Capital"
        " had offered less than £9m for the plants before dropping out in May."
    )
    assert deals(CAST + text)[-1] == (
        "acquisition",
        {"acquirer Corvane Capital", "seller Brackwater"},
    )
    assert read(CAST + text).deals[-1].status == "failed"


CALLING = (
    "Corvane Capital, which bought a stake in Brackwater in May, is calling on the board of"
    " Aldermoor to resign."
)


def test_what_a_relative_clause_tells_of_who_speaks_is_the_authors():
    """The one who speaks stands before `which`; the writer says what it bought."""
    (quote,) = read(CAST + CALLING).quotes
    assert (quote.type, quote.holder) == ("Reported", "Corvane Capital")
    assert [d.holder for d in read(CAST + CALLING).deals] == ["author"]


def test_software_says_nothing():
    text = "Calder makes software that predicts how many nurses they will need on a ward."
    assert said(text) == []


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        (
            "Council leader Zarifa Husk admitted that traffic was a worry.",
            ("person", "Zarifa Husk"),
        ),
        ("Vextrol, whose chips are in most machines, has no rival.", ("company", "Vextrol")),
        ("It has a loan with the Calder Building Society.", ("company", "Calder Building Society")),
    ],
)
def test_names_are_known_by_what_stands_beside_them(sentence, name):
    assert name in [(e.kind, e.name) for e in read(CAST + sentence).entities]


DONE = [
    ("Aldermoor will continue to supply Brackwater with drills.", "ongoing"),
    ("Aldermoor has accepted a takeover offer from Brackwater.", "agreed"),
    ("Aldermoor went to Brackwater in 2018.", "agreed"),
    ("Corvane Capital has committed to buying new shares of Aldermoor.", "agreed"),
    ("Aldermoor, committed to growth, plans to buy Brackwater.", "planned"),
    ("Aldermoor wants to buy Brackwater, which has accepted that it needs help.", "planned"),
    ("A planned sale of Aldermoor to Brackwater came to nothing.", "failed"),
    ("The partnership of Aldermoor with Brackwater was dissolved in June.", "failed"),
    ("In May the court stopped Aldermoor from buying Brackwater.", "failed"),
    ("A plan to sell Aldermoor to Brackwater had fallen through.", "failed"),
    ("Aldermoor has emerged as the preferred bidder for Brackwater.", "planned"),
    ("Aldermoor is bidding for Brackwater.", "planned"),
    ("A bid for Brackwater from Aldermoor was possible.", "planned"),
    ("Talks of Aldermoor with Brackwater had led nowhere.", "failed"),
    ("Aldermoor got hold of Brackwater in 2018.", "agreed"),
    ("The sale of Aldermoor to Brackwater is on hold.", "on-hold"),
    ("Aldermoor has no intention of bidding for Brackwater.", "denied"),
    ("A credit line of Aldermoor with Dunlea Bank was not needed.", "denied"),
]


@pytest.mark.parametrize(("sentence", "status"), DONE)
def test_what_is_done_or_over(sentence, status):
    assert {d.status for d in read(CAST + sentence).deals} == {status}
