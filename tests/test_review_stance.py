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


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "er verlange das Geld, weil Terravia keinen Schlamm abgenommen habe"),
        ("de", "man klage, weil 7,8 Millionen nicht gezahlt worden seien"),
        ("de", "Weil niemand zahle, werde man klagen"),
        ("de", "man klage, falls der Kunde nicht zahlt, auf Schadenersatz"),
        ("de", "man trenne sich von Werken, die man nicht brauche"),
        ("de", "der Preis steige, obwohl nichts verkauft sei"),
        ("en", "it seeks 7.8 million because Terravia had not accepted the sludge"),
        ("en", "If nobody pays, we will sue"),
        ("en", "the plant, which has never made a profit, will be sold"),
    ],
)
def test_a_negation_of_a_reason_or_condition_is_none_of_what_is_said(
    language: str, text: str
) -> None:
    """Whoever gives a reason must not be shown as denying what he says."""
    assert stance(text, language).polarity == "affirmed"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "man zahle nicht, weil nichts geliefert worden sei"),
        ("de", "weil der Preis steige, werde man nicht verkaufen"),
        ("de", "dass man die Anteile nicht verkaufe"),
        ("de", "die Nachfrage sei hoch, die Kosten seien es nicht"),
        ("de", "es gebe keine Gespräche, wenn der Vorstand recht habe"),
        ("de", "der Kunde, der nicht genannt werden wolle, habe nichts bestellt"),
        ("de", "damit sei nichts gewonnen"),
        ("de", "während der Gespräche habe niemand zugesagt"),
        ("de", "weil niemand zahle"),
        ("en", "because of the strike it did not deliver"),
        ("en", "since May it has not paid"),
        ("en", "we will not sell if the price falls"),
        ("en", "he did not know whether it was true, because nobody had told him"),
        ("en", "that it had never agreed"),
    ],
)
def test_a_negation_of_what_is_said_counts_beside_any_clause(language: str, text: str) -> None:
    """Nor the other way round."""
    assert stance(text, language).polarity == "negated"


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


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Wenn der Preis fällt, verkaufen wir"),
        ("de", "wir verkaufen nur, wenn der Preis stimmt"),
        ("de", "man zahle nicht, falls das Werk nicht liefert"),
        ("de", "sofern die Behörde zustimmt, werde gebaut"),
        ("de", "Der Verkauf ist beschlossen, es sei denn, der Rat widerspricht"),
        ("de", "Man investiere, vorausgesetzt, die Aufsicht stimme zu"),
        ("de", "Im Falle eines Scheiterns würden 300 Stellen gestrichen"),
        ("de", "Wir bauen unter der Bedingung, dass die Stadt zahlt"),
        ("de", "das Werk werde geschlossen, wenn kein Käufer gefunden wird"),
        ("en", "If nobody pays, we will sue"),
        ("en", "we will sell if the price falls"),
        ("en", "We will not sell unless the board agrees"),
        ("en", "The plant closes if no buyer is found"),
        ("en", "it would invest 3 billion, provided that regulators agree"),
        ("en", "In the event of a default, the lender takes the plant"),
        ("en", "they would pay more if the court ordered it"),
    ],
)
def test_what_holds_in_one_case_is_conditional(language: str, text: str) -> None:
    """Who would sell if the price fell has not said that he sells."""
    assert stance(text, language).modality == "conditional"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "auch wenn der Preis fällt, verkaufen wir nicht"),
        ("de", "selbst wenn der Rat zustimmt, wird nicht gebaut"),
        ("de", "Wir tun so, als wenn nichts wäre"),
        ("de", "Wenn es um Geld geht, ist er vorsichtig"),
        ("de", "man wisse nicht, was passiert, wenn der Käufer abspringt"),
        ("de", "wenn auch spät, man habe gezahlt"),
        ("de", "Wenn man bedenkt, was das kostet, ist es ein Erfolg"),
        ("de", "Er verkaufe das Werk"),
        ("de", "wenn der Preis fällt"),
        ("de", "immer wenn es regnet, steht der Keller unter Wasser"),
        ("de", "Man könne, wenn nötig, mehr zahlen"),
        ("de", "Wir verhandeln, wenn überhaupt, im Mai"),
        ("de", "sie entwerfen Chips, die rechnen, wenn jemand eine Frage stellt"),
        ("en", "even if the price falls, we will not sell"),
        ("en", "hundreds, if not thousands, of jobs are gone"),
        ("en", "He asked if the plant would close"),
        ("en", "it looks as if the deal is dead"),
        ("en", "I don't know if it is true"),
        ("en", "what happens if the buyer leaves is open"),
        ("en", "if the price falls"),
        ("en", "he spoke on condition of anonymity"),
        ("en", "It will pay, if necessary, in cash"),
        ("en", "Little, if anything, was paid"),
        ("en", "they design chips, which work if somebody asks"),
    ],
)
def test_not_every_if_is_a_condition(language: str, text: str) -> None:
    """Even if, as if, asked if, if not; a condition alone, of which nothing depends."""
    assert stance(text, language).modality != "conditional"


def test_a_hedge_says_more_than_a_condition() -> None:
    """One modality is proposed, and the hedge is printed with it."""
    found = stance("wenn der Preis fällt, könnte man verkaufen", "de")
    assert (found.modality, found.hedge) == ("possible", "könnte")
    assert stance("If it rains, perhaps we stay", "en").modality == "possible"
