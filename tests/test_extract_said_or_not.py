"""What renders speech and what is the author's own: wishes, conditions, questions, headings."""

import pytest

from onrecord.article import Article
from onrecord.extract.lines import as_record
from onrecord.extract.protocol import load


def read(text):
    """(type, words, speaker) of the statements of a text."""
    found = as_record(load("rules").extract(Article.from_text("x", text)))["quotes"]
    return [(_words(text, q["quote"]), _words(text, q["speaker"]), q["type"]) for q in found]


def _words(text, spans):
    return " … ".join(text[begin:end] for begin, end in spans)


BEFORE = "Man sei auf niemanden angewiesen, sagte Korvat-Chef Otto Maler. "
OWN = [
    "Die Gründerfamilie, die 31 Prozent hält, sähe lieber eine Dividende.",
    "Der Konzern nähme das Geld gern.",
    "Bemerkenswert ist, wen die Gründer abblitzen ließen.",
    "Offen bleibt, was die Banken ausließen.",
    "\n\nZusammen kämen die Gesellschaften auf Einnahmen von 5 Milliarden Euro.",
    "\n\nLeichter würde eine Einigung, wenn die Tochter vorher verkauft wäre.",
    "\n\nWie hoch die Firma bewertet wurde, behält sie für sich.",
]


@pytest.mark.parametrize("sentence", OWN)
def test_a_wish_a_condition_and_a_question_are_the_authors(sentence: str) -> None:
    assert len(read(BEFORE + sentence)) == 1


GOES_ON = [
    "Sie kämen auf Einnahmen von 5 Milliarden Euro.",
    "Der Konzern werde wachsen. Die Kunden hätten gern mehr gekauft.",
]


@pytest.mark.parametrize("sentences", GOES_ON)
def test_behind_speech_in_the_same_paragraph_it_goes_on(sentences: str) -> None:
    assert [q[2] for q in read(BEFORE + sentences)] == ["Indirect", "IndirectFreeIndirect"]


def test_a_heading_does_not_belong_to_the_quotation_below_it() -> None:
    text = (
        "11:02 Uhr – Korvat äußert sich\n„An der Meldung ist nichts dran“, sagt nun"
        " Korvat-Sprecherin Meike Oldörp. Das Geschäft laufe."
    )
    assert read(text)[0] == ("„An der Meldung ist nichts dran“", "Korvat-Sprecherin Meike Oldörp",
                             "Direct")  # fmt: skip
    assert [q[2] for q in read(text)] == ["Direct", "IndirectFreeIndirect"]


def test_a_frame_behind_a_quotation_says_better_whose_it_is_than_a_clause_before_its_colon() -> (
    None
):
    text = (
        "Händler verweisen dagegen auf frühere Fälle: „Die schicken erst Blumen und dann Briefe“,"
        " sagt einer von ihnen."
    )
    (direct,) = [q for q in read(text) if q[2] == "Direct"]
    assert direct[1].startswith("einer")
    assert "Indirect" not in [q[2] for q in read(text)]


REPORTED = [
    ("Kessler wies entsprechende Spekulationen zurück", "Kessler"),
    ("Verleger Otto Maler verteidigt den Vertrag", "Verleger Otto Maler"),
    ("Händler verweisen auf frühere Fälle", "Händler"),
]


@pytest.mark.parametrize(("clause", "speaker"), REPORTED)
def test_what_a_clause_tells_before_a_colon_is_reported_beside_the_quotation(
    clause: str, speaker: str
) -> None:
    found = read(f"Nadja Kessler leitet die Firma. {clause}: „Wir haben das Geld dafür nicht.“")
    assert (clause, speaker, "Reported") in found
    assert ("„Wir haben das Geld dafür nicht.“", speaker, "Direct") in found


def test_a_verb_of_saying_alone_reports_nothing_before_a_colon() -> None:
    for verb in ("sagte", "fordert", "warnt", "kritisiert"):
        found = read(f"Nadja Kessler {verb}: „Wir haben das Geld dafür nicht.“")
        assert [q[2] for q in found] == ["Direct"]


SOURCES = [
    (
        "Aus Kreisen der Beteiligten klingt es anders: Man habe telefoniert.",
        "Kreisen der Beteiligten",
    ),
    ("Der Spiegel sinke seit Jahren, steht in einem offenen Brief.", "einem offenen Brief"),
    ("In dem Gutachten steht, der Spiegel sinke seit Jahren.", "dem Gutachten"),
]


@pytest.mark.parametrize(("sentence", "speaker"), SOURCES)
def test_what_stands_in_a_text_and_sounds_from_circles_is_theirs(
    sentence: str, speaker: str
) -> None:
    found = read(f"Nichts sei wahr, sagte Otto Maler. {sentence}")
    assert found[-1][1] == speaker


def test_a_union_that_judges_is_somebody() -> None:
    assert ("Die IG Metall lehnt eine Trennung ab.", "Die IG Metall", "Reported") in read(
        "Der Händler wächst. Die IG Metall lehnt eine Trennung ab."
    )


NAMED = [
    (
        "Für {} interessiert sich nach Informationen des Fachdienstes Policenblick {}.",
        "Policenblick",
    ),
    ("Für {} interessiert sich laut dem Portal Policenblick {}.", "Policenblick"),
]


@pytest.mark.parametrize(("sentence", "end"), NAMED)
def test_a_source_ends_before_who_acts(sentence: str, end: str) -> None:
    sentence = sentence.format("den Versicherer Juratus", "der französische Konzern Mutuelle Azur")
    ((_, speaker, _),) = read(sentence)
    assert speaker.endswith(end)


def test_a_contrast_does_not_hide_a_judgment() -> None:
    sentence = "Sein Kollege Jost Wiemann hält den Schritt dagegen für überfällig."
    assert read(f"Die Hersteller wachsen. {sentence}") == [
        (sentence, "Sein Kollege Jost Wiemann", "Reported")
    ]
