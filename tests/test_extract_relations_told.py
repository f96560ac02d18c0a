"""Relations that words draw between statements, in English and in German, sentence by sentence."""

import pytest

from onrecord.article import Article
from onrecord.extract.protocol import load

ENGLISH = (
    "Airline Volanta and chip company Merriton were in the news. Anna Berg is chief executive of "
    "Volanta, Paul Holm chief executive of Merriton. Reuters writes about it.\n\n"
)
GERMAN = (
    "Die Fluglinie Volanta und der Chiphersteller Merriton waren in den Nachrichten. Anna Berg ist "
    "Chefin von Volanta, Paul Holm Chef von Merriton. Die Agentur Reuters berichtet darüber.\n\n"
)
REPORT = "Reuters reported that Volanta would buy Merriton. "
PRICE = "Berg said the price was too high. "
TALKS = "The Journal reported on Friday that Volanta was in talks to buy Merriton. "
WORTH = "Holm told Reuters that Merriton was worth 4 billion dollars. "
NO = "Berg said that Volanta would not buy Merriton. "
PREIS = "Berg sagte, der Preis sei zu hoch. "
BERICHT = "Reuters berichtete, Volanta werde Merriton kaufen. "
DENIALS = [
    REPORT + "Berg denied the report.",
    PRICE + "Holm contradicted her.",
    PRICE + "Holm rejected that.",
    PRICE + "Holm disagreed: “It is fair.”",
    PRICE + "Holm said: “That is not true.”",
    PRICE + "“That is not true,” Holm said.",
    PRICE + "“That's wrong,” said Holm.",
    PRICE + "“This is nonsense,” Holm told Reuters.",
    PRICE + "Holm said that was false.",
    PRICE + "Holm said this was untrue.",
    REPORT + "A Volanta spokesman called the report nonsense.",
    REPORT + "Berg called the report false.",
    REPORT + "Berg described the report as baseless.",
    REPORT + "Berg dismissed the report as speculation.",
    REPORT + "“The report is false,” Berg said.",
    REPORT + "Berg said the report was inaccurate.",
    REPORT + "Berg said the report was wrong.",
    REPORT + "Volanta said the report was incorrect.",
    PRICE + "Holm pushed back, saying the price was fair.",
    PRICE + "Holm took issue with that and said the price was fair.",
    REPORT + "Berg rebutted the report.",
    REPORT + "Berg refuted the claim.",
    REPORT + "Berg disputed the report, saying no talks were held.",
    TALKS + "“Those claims are untrue,” a spokeswoman for Volanta said.",
    TALKS + "A spokeswoman for Volanta said the claims were entirely unfounded.",
    TALKS + "“This isn’t true,” Berg told staff.",
    TALKS + "Berg said the story was “completely false”.",
    TALKS + "“It's just wrong,” Berg said.",
    WORTH + "“That’s simply not correct,” Berg said.",
    WORTH + "Berg disagrees. “It is worth 2 billion,” she said.",
    WORTH + "Berg disputed that figure, saying the company was worth half of it.",
    TALKS + "Volanta denied that talks were taking place.",
    TALKS + "Volanta has denied the claims.",
]
ANSWERS = [
    REPORT + "Berg played down the report: it was old news, she said.",
    REPORT + "Berg shrugged off the report, saying it was old news.",
    PRICE + "Holm shot back: “It is fair.”",
    REPORT + "Berg confirmed this.",
    REPORT + "Berg confirmed the report.",
    REPORT + "In response, Berg said that talks were going on.",
    REPORT + "In reply, Berg said that talks were going on.",
    REPORT + "Asked about the report, Berg said that talks were going on.",
    REPORT + "Responding to the report, Berg said that talks were going on.",
    REPORT + "Commenting on the report, Berg said that talks were going on.",
    REPORT + "When asked about it, Berg said that talks were going on.",
    REPORT + "Berg responded that talks were going on.",
    PRICE + "Holm replied that it was fair.",
    PRICE + "Holm countered that it was fair.",
    REPORT + "Berg welcomed the report.",
    REPORT + "Berg criticised the report.",
    REPORT + "Berg criticized the article, saying it was unfair.",
    TALKS + "In response to the report, Volanta said that it held talks with many companies.",
    TALKS + "In a response to the story, Volanta said that it held talks with many companies.",
    TALKS
    + "Asked about the report by Reuters, Berg said that Volanta held talks with many companies.",
    TALKS + "Asked if that was true, Berg said that Volanta held talks with many companies.",
    TALKS + "Volanta responded to the report by saying that it held talks with many companies.",
    TALKS + "“We talk to many companies,” Berg replied.",
    WORTH + "Berg agreed: “It is a fine company.”",
    WORTH + "Berg praised his remarks, saying they were honest.",
]
REPETITIONS = [
    PRICE + "Berg repeated that the price was too high.",
    PRICE + "Berg reiterated that the price was too high.",
    PRICE + "Berg said again that the price was too high.",
    PRICE + "Berg stressed once more that the price was too high.",
    PRICE + "She reaffirmed that the price was too high.",
    WORTH + "Holm repeated on Monday that Merriton was worth 4 billion dollars.",
    WORTH + "“Merriton is worth 4 billion dollars,” Holm said again on Monday.",
]
LATER = [
    PRICE + "Later she said it was fair.",
    PRICE + "Berg later said it was fair.",
    PRICE + "She later added that it was fair.",
    PRICE + "Shortly afterwards she said that it was fair.",
    PRICE + "Soon after, Berg said that it was fair.",
    PRICE + "She subsequently said that it was fair.",
    PRICE + "A day later, Berg said that it was fair.",
    PRICE + "She then said that it was fair.",
    WORTH + "Two days later, Holm told analysts that it was worth 5 billion.",
    WORTH + "He later told analysts that it was worth 5 billion.",
]
QUALIFIED = [
    PRICE + "Berg later qualified that, saying it was negotiable.",
    PRICE + "She walked back the remark, saying it was negotiable.",
    PRICE + "She clarified that only the first price was too high.",
]
QUALIFIED_LATER = [
    PRICE + "She later toned down her remarks, saying it was negotiable.",
    WORTH + "Holm later clarified that he had meant the whole group.",
]
CONDITIONS = [
    "Berg said that Volanta would buy Merriton. The condition is that regulators agree, she said.",
    "Berg said that Volanta would buy Merriton. A precondition is that regulators agree, she said.",
    "Berg said that Volanta would buy Merriton. This depends on the regulators, she said.",
    "Holm told Reuters that Merriton would move to Texas. “The condition is a tax break,” he said.",
    "Holm told Reuters that Merriton would move to Texas. "
    "That would depend on a tax break, he said.",
]
REASONS = [
    NO + "The reason is the high price, she said.",
    NO + "The reason was that the price was too high, she said.",
    "Berg said that the price was too high. That is why Volanta would not buy Merriton, she said.",
    "Berg said that the price was too high. Therefore Volanta would not buy Merriton, she said.",
    "Berg said that the price was too high. "
    "For that reason, Volanta would not buy Merriton, she said.",
    WORTH + "“The reason is our new chip,” he said.",
    WORTH + "The main reason was the new chip, he said.",
    WORTH + "That is because of the new chip, he said.",
    "Holm told Reuters that Merriton had a new chip. “That’s why we are worth more,” he said.",
]
NOTHING = [
    TALKS + "Two days later, Berg told staff that no offer had been made.",
    WORTH + "In the afternoon he said it was worth 5 billion.",
    WORTH + "Holm corrected himself on Monday: it was worth 3 billion.",
]
NONE = [
    PRICE + "Holm said the board would meet in May.",
    "Berg denied entry to the site. Holm said the plant was closed.",
    PRICE + "Holm said it was not true love that drove the sale.",
    PRICE + "Volanta's shares fell later that day, Holm said.",
    PRICE + "Holm said he would respond in May.",
    PRICE + "Holm would not say whether he agreed.",
    PRICE + "Holm did not deny it.",
    PRICE + "Berg declined to comment.",
    "Holm said he had agreed to sell the plant. Berg said Volanta agreed on a price with Merriton.",
    PRICE + "Later that year Volanta bought a plant, Reuters reported.",
    PRICE + "Holm said the plan would be presented later.",
    PRICE + "The company will answer to its owners, Holm said.",
    PRICE + "“We repeat the test every day,” Holm said.",
    PRICE + "Holm said the condition of the plant was good.",
    PRICE + "Holm said there was every reason to be proud.",
    "Berg said in March that wages would rise. "
    "She said that this depends on nobody. Holm said the plant was new.",
    PRICE + "Holm said Merriton would rebut nobody.",
    PRICE + "Critics dismissed the boss of Merriton, Holm said.",
    PRICE + "He said that then they would see.",
    PRICE + "Holm said he was asked about his family.",
    PRICE + "“The weather report is wrong,” the pilot of the plane said.",
    PRICE + "In response to demand, Merriton builds a plant, Holm said.",
    PRICE + "“It is wrong to sell,” Holm said.",
    PRICE + "The union rejected the wage offer, Holm said.",
    PRICE + "“That was a good year,” Holm said.",
    PRICE + "Holm repeated his success of last year.",
    WORTH + "“That is right,” Berg said.",
    WORTH + "“Is that true?” Berg asked.",
    WORTH + "Berg said she did not know if that was true.",
    WORTH + "“What is wrong with that?” Berg asked.",
    WORTH + "Berg said that nothing was wrong with the plant.",
    WORTH + "Berg said it would be wrong to sell now.",
    WORTH + "Berg said prices would be right again in May.",
    WORTH + "The chip was then said to be the fastest, Berg noted.",
    WORTH + "Berg said Volanta had denied boarding to nobody.",
    WORTH + "Sooner or later, Berg said, chips get cheaper.",
    WORTH + "Berg, who later became chair, said the plant was new.",
    WORTH + "Volanta later sold its plant, Berg said.",
    WORTH + "Again and again planes were late, Berg said.",
    WORTH + "Once more planes fly, prices fall, Berg said.",
    WORTH + "Berg said for no reason at all would she sell.",
    WORTH + "“There is a condition: silence,” Berg joked to staff in a letter about a party.",
    WORTH + "It rained. Therefore planes were late, Berg said.",
    WORTH + "Berg said she had agreed with Airbus on ten planes.",
    WORTH + "Volanta and Airbus agreed, Berg said, on ten planes.",
    WORTH + "Berg said that Volanta called the police.",
    WORTH + "The court dismissed the claim, Berg said.",
    WORTH + "Berg asked about the weather.",
    WORTH + "Responding to demand, Volanta buys planes, Berg said.",
    WORTH + "Commenting on the results of Volanta, Berg said that sales rose.",
    WORTH + "Berg said Volanta had rejected ten planes.",
    WORTH + "Pushing back the launch by a year, Berg said that the plane was not ready.",
]
GERMAN_DENIALS = [
    PREIS + "Holm sagte: „Das stimmt nicht.“",
    PREIS + "„Das stimmt so nicht“, sagte Holm.",
    PREIS + "„Das ist nicht wahr“, sagte Holm.",
    PREIS + "„Das ist falsch“, sagte Holm der Agentur.",
    PREIS + "Holm sagte, das stimme nicht.",
    PREIS + "Holm sagte, das sei falsch.",
    PREIS + "Das sei Unsinn, sagte Holm.",
    BERICHT + "„Davon kann keine Rede sein“, sagte Berg.",
    BERICHT + "Davon könne keine Rede sein, sagte Berg.",
    BERICHT + "Der Bericht sei falsch, sagte Berg.",
    BERICHT + "Berg sagte, die Meldung treffe nicht zu.",
    BERICHT + "„Diese Meldung ist frei erfunden“, sagte Berg.",
    PREIS + "„Das trifft nicht zu“, sagte Holm.",
    PREIS + "„Nein, das ist Quatsch“, sagte Holm.",
    PREIS + "„Das ist nicht der Fall“, sagte Holm.",
    BERICHT + "Die Gerüchte seien haltlos, teilte Volanta mit.",
    PREIS + "Holm sagte, dass das nicht stimme.",
    PREIS + "Das sei gelogen, sagte Holm.",
]
GERMAN_NONE = [
    PREIS + "Holm sagte, er stimme nicht zu, bevor er den Vertrag kenne.",
    PREIS + "„Das trifft ihn nicht“, sagte Holm.",
    PREIS + "„Das ist richtig“, sagte Holm.",
    PREIS + "„Das ist wahr“, sagte Holm.",
    PREIS + "Holm sagte, es sei falsch, jetzt zu verkaufen.",
    PREIS + "„Stimmt das nicht?“, fragte Holm.",
    PREIS + "„Ist das wahr?“, fragte Holm.",
    PREIS + "Holm sagte, er wisse nicht, ob das wahr sei.",
    PREIS + "Holm sagte, die Kasse stimme nicht.",
    PREIS + "„Der Zeitpunkt ist falsch“, sagte Holm.",
    PREIS + "Holm sagte, davon könne keiner leben.",
    PREIS + "„Das ist nicht fair, aber richtig“, sagte Holm.",
    PREIS + "Holm sagte, das Werk sei nicht in Gefahr.",
    PREIS + "„Das stimmt“, sagte Holm.",
    PREIS + "Holm sagte, das sei nicht sein Fall gewesen.",
    PREIS + "„Das ist nicht falsch“, sagte Holm.",
]


def _relations(before: str, text: str) -> set[str]:
    """The kinds of relations in a text; that one report stands in another is no matter here."""
    found = load("rules").extract(Article.from_text("x", f"{before}{text}\n"))
    return {relation.type for relation in found.relations} - {"embeds"}


@pytest.mark.parametrize("text", DENIALS)
def test_a_denial_disputes_and_answers(text: str) -> None:
    """Whoever calls it false, rejects or contradicts it disagrees with who said it."""
    assert _relations(ENGLISH, text) == {"disputes", "respondsTo"}


@pytest.mark.parametrize("text", ANSWERS)
def test_an_answer_points_at_what_was_said(text: str) -> None:
    """Asked about it, in response, commenting on it."""
    assert _relations(ENGLISH, text) == {"respondsTo"}


@pytest.mark.parametrize("text", REPETITIONS)
def test_who_says_it_again_restates(text: str) -> None:
    """With a word that says so, and in some of the same words."""
    assert _relations(ENGLISH, text) == {"restates"}


@pytest.mark.parametrize("text", LATER)
def test_what_is_said_later_follows(text: str) -> None:
    """The frame says when."""
    assert _relations(ENGLISH, text) == {"follows"}


@pytest.mark.parametrize("text", QUALIFIED)
def test_who_takes_back_some_of_it_qualifies(text: str) -> None:
    """Clarified, toned down, walked back."""
    assert _relations(ENGLISH, text) == {"qualifies"}


@pytest.mark.parametrize("text", QUALIFIED_LATER)
def test_who_takes_it_back_later_does_both(text: str) -> None:
    """Two words, two relations."""
    assert _relations(ENGLISH, text) == {"follows", "qualifies"}


@pytest.mark.parametrize("text", CONDITIONS)
def test_a_condition_is_named(text: str) -> None:
    """Of what the same side said before."""
    assert _relations(ENGLISH, text) == {"conditionalOn"}


@pytest.mark.parametrize("text", REASONS)
def test_a_reason_is_named(text: str) -> None:
    """Of what the same side said before, or by it."""
    assert _relations(ENGLISH, text) == {"givenAsReasonFor"}


@pytest.mark.parametrize("text", NONE + NOTHING)
def test_no_word_no_relation(text: str) -> None:
    """Two statements side by side, and words that mean something else."""
    assert _relations(ENGLISH, text) == set()


@pytest.mark.parametrize("text", GERMAN_DENIALS)
def test_a_german_denial_of_what_was_said(text: str) -> None:
    """Das stimmt nicht, in marks and without."""
    assert _relations(GERMAN, text) == {"disputes", "respondsTo"}


@pytest.mark.parametrize("text", GERMAN_NONE)
def test_no_german_denial(text: str) -> None:
    """True, asked, another thing that is false."""
    assert _relations(GERMAN, text) == set()


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("Berg sagte, man stimme dem Verkauf zu.", "man stimme dem Verkauf zu"),
        ("Berg sagte, die Meldung treffe nicht zu.", "die Meldung treffe nicht zu"),
        ("Berg sagte, der Plan gehe auf.", "der Plan gehe auf"),
        ("Berg wies den Vorwurf, der Preis sei zu hoch, zurück.", "der Preis sei zu hoch"),
    ],
)
def test_a_particle_belongs_to_the_verb_of_its_clause(sentence: str, said: str) -> None:
    """`sagte, man stimme zu` is no `zusagen`, and who says it is named."""
    text = f"{GERMAN}{sentence}\n"
    quote = load("rules").extract(Article.from_text("x", text)).quotes[-1]
    assert quote.holder == "Anna Berg"
    assert text[quote.quote[0][0] : quote.quote[-1][1]] == said


@pytest.mark.parametrize(
    "opening", ["Responding to the report", "Commenting on the results", "Announcing the sale"]
)
def test_what_stands_before_the_subject_is_no_part_of_it(opening: str) -> None:
    """The words for who speaks are the name alone."""
    text = f"{ENGLISH}{opening}, Berg said that talks were going on.\n"
    quote = load("rules").extract(Article.from_text("x", text)).quotes[-1]
    assert [text[begin:end] for begin, end in quote.speaker] == ["Berg"]


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        (
            "Volanta has denied a report that it will buy Merriton.\n\nThe Alpine Courier reported "
            "on Tuesday that a contract was ready.\n",
            "a contract was ready",
        ),
        (
            "Volanta hat einen Bericht dementiert, wonach es Merriton kauft.\n\nDie Zeitung "
            "Alpenbote meldete am Dienstag, ein Vertrag liege bereit.\n",
            "ein Vertrag liege bereit",
        ),
    ],
)
def test_what_a_text_begins_with_answers_the_report_behind_it(text: str, denied: str) -> None:
    """News put the denial first."""
    found = load("rules").extract(Article.from_text("x", text))
    targets = {r.type: r.target for r in found.relations}
    assert set(targets) == {"disputes", "respondsTo"}
    assert all(end and text[end.at :].startswith(denied) for end in targets.values())


def test_what_stands_before_the_colon_is_the_writers() -> None:
    """`X rejected that: <clause>, she said`: the clause is hers, and it answers."""
    text = (
        f"{ENGLISH}“Nobody has spoken to us,” said Paul Holm. Berg rejected that: the board had "
        "been told on Monday, she said.\n"
    )
    found = load("rules").extract(Article.from_text("x", text))
    said = found.quotes[-1]
    assert text[said.quote[0][0] : said.quote[-1][1]] == "the board had been told on Monday"
    assert {r.type for r in found.relations} == {"disputes", "respondsTo"}
