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


@pytest.mark.parametrize("word", ["„Unsinn“, sagte", "„Quatsch!“, rief", "„Nein“, antwortete"])
def test_one_word_is_said_too(word: str) -> None:
    """Often it is the shortest answer that matters."""
    quotes = _found(f"{GERMAN}{word} Reeder Paul Holm in Köln.").quotes
    assert [(quote.type, quote.holder) for quote in quotes] == [("Direct", "Paul Holm")]
    assert _found(f"{GERMAN}„Faust“, so der Titel, spielt in Köln.").quotes == ()


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Nordlicht widersprach: Man arbeite gern mit Halvorsen zusammen.", "ongoing"),
        (
            "Nordlicht wies die Vorwürfe zurück: Die Partnerschaft mit Halvorsen laufe gut.",
            "ongoing",
        ),
        ("Nordlicht widersprach dem Bericht: Man wolle Halvorsen im Mai übernehmen.", "planned"),
        ("Nordlicht dementierte: Halvorsen werde nicht einsteigen.", "denied"),
        ("Nordlicht wies den Bericht zurück: Man werde Halvorsen nicht übernehmen.", "denied"),
        (
            "Nordlicht wies Berichte über eine Übernahme durch Halvorsen zurück: Es gebe keine "
            "Gespräche.",
            "denied",
        ),
        ("Nordlicht bestritt, Halvorsen kaufen zu wollen.", "denied"),
    ],
)
def test_what_stands_behind_a_denial_is_said(sentence: str, status: str) -> None:
    """Whoever contradicts a report and praises the partnership has not denied the partnership."""
    assert [deal.status for deal in _found(GERMAN + sentence).deals] == [status]


@pytest.mark.parametrize(
    "sentence",
    [
        "Der Fall zeigt, dass Regeln fehlen.",
        "Der Kursverlauf belegt, dass die Anleger warten.",
        "Der Streit macht deutlich, dass es um viel geht.",
        "Das Beispiel zeigt, dass es geht. Es wäre gut, wenn andere folgten.",
    ],
)
def test_a_thing_says_nothing(sentence: str) -> None:
    """What a case shows is what the writer sees in it; a study or a chief says something."""
    assert _found(GERMAN + sentence).quotes == ()
    told = _found(f"{GERMAN}Die Studie zeigt, dass der Umsatz sinkt.").quotes
    assert [quote.holder for quote in told] == ["Die Studie"]


def test_the_writers_own_conclusion_is_nobody_elses() -> None:
    """A new paragraph begins with a sentence of the writer: what would be better is his, too."""
    text = (
        f"{GERMAN}Analystin Mira Solt rechnet damit, dass der Umsatz sinkt.\n\nDer Markt ist eng "
        "geworden. Es wäre wohl besser, wenn Zusagen erst gälten, wenn sie unterschrieben sind."
    )
    assert [quote.holder for quote in _found(text).quotes] == ["Mira Solt"]


ENGLISH = (
    "Airline Volanta and chip company Merriton were in the news. Anna Berg is chief executive of "
    "Volanta, Paul Holm chief executive of Merriton.\n\n"
)


@pytest.mark.parametrize(
    ("sentence", "told", "said"),
    [
        (
            "Volanta rejected the criticism and said its partnership with Merriton was going well.",
            "partnership agreed",
            "its partnership with Merriton was going well",
        ),
        (
            "Volanta denied the report, saying its partnership with Merriton was going well.",
            "partnership agreed",
            "its partnership with Merriton was going well",
        ),
        (
            "Volanta rejected the claims, adding that it would buy Merriton in May.",
            "acquisition planned",
            "it would buy Merriton in May",
        ),
        (
            "Berg denied that: the partnership with Merriton was going well, she said.",
            "partnership agreed",
            "the partnership with Merriton was going well",
        ),
        (
            "Volanta denied the report and said it had not bought Merriton.",
            "acquisition denied",
            "it had not bought Merriton",
        ),
        (
            "Volanta rejected a takeover by Merriton and said it would remain independent.",
            "acquisition failed",
            "it would remain independent",
        ),
        ("Volanta denied that it had bought Merriton.", "acquisition denied", "it had bought"),
    ],
)
def test_what_somebody_says_beside_a_denial(sentence: str, told: str, said: str) -> None:
    """The deal behind is told, not denied, and the words are those behind the verb."""
    text = ENGLISH + sentence
    found = _found(text)
    assert [f"{deal.kind} {deal.status}" for deal in found.deals] == [told]
    assert any(text[q.quote[0][0] :].startswith(said) for q in found.quotes)


@pytest.mark.parametrize(
    "sentence",
    ["The case suggests that rules are missing.", "The numbers indicate that sales are falling."],
)
def test_a_thing_says_nothing_in_english(sentence: str) -> None:
    """A study does."""
    assert _found(ENGLISH + sentence).quotes == ()
    assert _found(f"{ENGLISH}The study suggests that sales are falling.").quotes != ()


def test_a_rival_bids_for_the_same_company() -> None:
    """A later sentence leaves out what is for sale: it is no bidder that was named before."""
    found = _found(
        "Die insolvente Solvau-Werft soll an den Schiffbauer Borvik gehen. Borvik bietet 210 "
        "Millionen Euro.\n\nDer Finanzinvestor Tarnhelm, der ebenfalls geboten hat, ist "
        "verärgert.\n\nDie IG Metall lehnt einen Verkauf an Tarnhelm ab."
    )
    assert {_told(deal) for deal in found.deals} == {
        "acquisition: acquirer Borvik, target Solvau-Werft",
        "acquisition: acquirer Tarnhelm, target Solvau-Werft",
    }
    assert {deal.status for deal in found.deals} == {"planned"}


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Das Land lehnt eine Übernahme von Nordlicht durch Halvorsen ab.", "planned"),
        ("Die Gewerkschaft lehnte den Kauf von Nordlicht durch Halvorsen ab.", "planned"),
        ("Nordlicht lehnt einen Verkauf an Halvorsen ab.", "denied"),
    ],
)
def test_who_is_against_a_deal_has_not_denied_it(sentence: str, status: str) -> None:
    """Only its sides can."""
    assert [deal.status for deal in _found(GERMAN + sentence).deals] == [status]


def test_a_spokesman_at_the_beginning_speaks_for_whom_the_sentence_is_about() -> None:
    """The company named last is that of the paragraph before."""
    text = (
        f"{GERMAN}Der Investor Tarnhelm reagierte verärgert.\n\nEinem Sprecher zufolge rechnet "
        "Halvorsen nicht vor März mit einer Entscheidung."
    )
    assert _found(text).quotes[-1].holder == "Halvorsen"


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        (
            "Owen Prentice said that he had met Dana Whitlock twice in January. “To say that we "
            "would not talk is simply untrue,” he said.",
            "Owen Prentice",
        ),
        (
            "Reeder Owen Prinz sagte, er habe Dana Wiegand im Januar getroffen. „Wir haben "
            "geredet“, sagte er.",
            "Owen Prinz",
        ),
        (
            "Spokesman Owen Prentice met chairwoman Dana Whitlock. “It was short,” he said.",
            "Owen Prentice",
        ),
        (
            "Sprecher Owen Prinz traf Vorstandschefin Dana Wiegand. „Es war kurz“, sagte er.",
            "Owen Prinz",
        ),
        (
            "Owen Prentice met Dana Whitlock. “It was short,” she said.",
            "Dana Whitlock",
        ),
    ],
)
def test_whom_a_pronoun_means(text: str, holder: str) -> None:
    """Rather who spoke than who was spoken of; nobody whom the text calls a man is she."""
    assert _found(text).quotes[-1].holder == holder


@pytest.mark.parametrize("end", ["turns hostile", "values it at 3 billion", "goes on", "fails"])
def test_a_bid_is_no_supply(end: str) -> None:
    """Whatever verb stands behind the name of who is wanted."""
    deals = _found(f"{ENGLISH}Merriton's bid for Volanta {end}.").deals
    assert [_told(deal) for deal in deals] == ["acquisition: acquirer Merriton, target Volanta"]


def test_people_who_know_are_not_named() -> None:
    """What they are is no name."""
    said = _found(f"{ENGLISH}A sale is near, according to two bankers familiar with the situation.")
    assert [quote.holder for quote in said.quotes] == ["anonymous"]


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        (
            "Volanta committed to spending most of the money on Merriton's cloud.",
            "supply: customer Volanta, supplier Merriton",
        ),
        (
            "Volanta provides Merriton with planes worth 3 billion dollars.",
            "supply: customer Merriton, supplier Volanta",
        ),
        (
            "Volanta provides Merriton with 3 billion dollars.",
            "investment: investee Merriton, investor Volanta",
        ),
        (
            "Volanta spent 3 billion dollars on Merriton.",
            "acquisition: acquirer Volanta, target Merriton",
        ),
    ],
)
def test_goods_are_bought_and_not_who_makes_them(sentence: str, told: str) -> None:
    """What money is spent on, and what is worth it."""
    assert [_told(deal) for deal in _found(ENGLISH + sentence).deals] == [told]


@pytest.mark.parametrize(
    "text",
    [
        "Volanta, a rival of Merriton, confirmed that the plant was closed.",
        "Volanta, one of the rivals of Merriton, said that the plant was closed.",
    ],
)
def test_who_is_described_by_another_speaks_himself(text: str) -> None:
    """The name comes first, and what stands behind the comma is about it."""
    assert _found(ENGLISH + text).quotes[-1].holder == "Volanta"


def test_both_sides_are_those_a_text_is_about() -> None:
    """In a new paragraph not the one that was named last, who has broken off no talks."""
    text = (
        "Der Autobauer Lindqvist und der Batteriehersteller Amperion haben ihre Gespräche über ein "
        "Zellwerk abgebrochen. Amperion schweigt.\n\nChefin Carla Moreno deutete an, dass "
        "Lindqvist nun mit dem Konzern Tianhe ins Geschäft kommen könnte. Tianhe sagte nichts."
        "\n\nMinisterin Lena Kuhn forderte beide Seiten auf, an den Verhandlungstisch "
        "zurückzukehren."
    )
    told = [deal for deal in _found(text).deals if deal.holder == "Lena Kuhn"]
    names = [{party.name for party in deal.parties} for deal in told]
    assert names == [{"Lindqvist", "Amperion"}]


def test_behind_a_semicolon_nobody_is_quoted_who_wants_something() -> None:
    """`X verlangte eine Garantie; Y habe das abgelehnt`: that Y did is not X's to say."""
    text = f"{GERMAN}Nordlicht verlangte eine Garantie; Halvorsen habe das als Knebel empfunden."
    assert all(quote.holder != "Nordlicht" for quote in _found(text).quotes)


def test_a_partner_with_a_name_is_a_person() -> None:
    """Who is a partner at a firm makes the firm nobody's partner."""
    assert _found(f"{ENGLISH}Volanta partner Diego Amaral called Merriton attractive.").deals == ()
    deals = _found(f"{ENGLISH}Volanta's partner Merriton builds a plant.").deals
    assert [_told(deal) for deal in deals] == ["partnership: partner Merriton, partner Volanta"]


@pytest.mark.parametrize(
    ("sentence", "holder"),
    [
        ("Skepsis äußerte der Betriebsrat: Man sei nicht gefragt worden.", "der Betriebsrat"),
        ("Interesse bekundete Halvorsen.", "Halvorsen"),
        ("Kritik äußerte auch Reeder Paul Holm: Der Preis sei zu hoch.", "Paul Holm"),
        (
            "Ein früherer Nordlicht-Manager sagte, der Preis sei zu hoch.",
            "Ein früherer Nordlicht-M",
        ),
        ("Ein Sprecher des früheren Monopolisten Nordlicht sagte, es gehe.", "Nordlicht"),
    ],
)
def test_who_speaks_is_somebody_who_does(sentence: str, holder: str) -> None:
    """No feeling that is voiced, and no company for whom somebody worked once."""
    quotes = _found(GERMAN + sentence).quotes
    assert [quote.holder[: len(holder)] for quote in quotes] == [holder]


def test_interest_in_something_is_no_interest_in_a_company() -> None:
    """`Interesse daran`: in rights, in a building, in whatever stands before."""
    text = (
        f"{GERMAN}Die Rechte an den Häfen hat Nordlicht. Interesse daran bekundete bereits der "
        "Konzern Playhouse."
    )
    assert _found(text).deals == ()


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        (
            "Ardents Konkurrent Tessel wächst. Nun räumte er dem Labor Brightwell Rechte ein; "
            "im Gegenzug verpflichtete sich Brightwell, Chips abzunehmen.",
            ["supply: customer Brightwell, supplier Tessel"],
        ),
        (
            "Ardent wächst. Die Stadt räumte dem Labor Brightwell Rechte ein; im Gegenzug "
            "verpflichtete sich Brightwell, Chips abzunehmen.",
            [],
        ),
    ],
)
def test_who_gets_something_in_return_is_who_acted(sentence: str, told: list[str]) -> None:
    """Where nobody is known to have acted, nobody is guessed."""
    before = "Die Chiphersteller Ardent und Tessel sind in den Nachrichten.\n\n"
    assert [_told(deal) for deal in _found(before + sentence).deals] == told


@pytest.mark.parametrize(
    ("sentence", "holder"),
    [
        ("Im Januar hieß es aus Unternehmenskreisen, daraus werde nichts.", "anonymous"),
        ("Im Jahr darauf hieß es bei Halvorsen, man prüfe das.", "Halvorsen"),
    ],
)
def test_a_month_says_nothing(sentence: str, holder: str) -> None:
    """When it was said is not by whom."""
    assert [quote.holder for quote in _found(GERMAN + sentence).quotes] == [holder]


@pytest.mark.parametrize(
    "sentence",
    [
        "Asked whether Volanta was in talks with Merriton, Berg laughed.",
        "Volanta declined to confirm or deny the report.",
        "Volanta would neither confirm nor deny that it had bought Merriton.",
    ],
)
def test_what_is_left_open_is_neither_told_nor_denied(sentence: str) -> None:
    """No deal, no statement, no relation."""
    found = _found(f"{ENGLISH}Reuters reported that Volanta was in trouble. {sentence}")
    assert found.deals == ()
    assert [quote.holder for quote in found.quotes] == ["Reuters"]
    assert found.relations == ()


def test_the_sentence_around_a_relative_clause_is_the_writers() -> None:
    """`X, who insists that ..., has hired a bank`: X did not say that he hired one."""
    text = f"{ENGLISH}Berg, who insists that Volanta is not for sale, has hired a bank."
    quote = _found(text).quotes[-1]
    assert text[quote.quote[0][0] : quote.quote[-1][1]] == "Volanta is not for sale"
