"""Speech in the many ways of newspapers: each sentence of `said.tsv`, German, and of `told.tsv`,
English, has its speaker."""

from pathlib import Path

import pytest

from onrecord.article import Article
from onrecord.extract.protocol import load

HERE = Path(__file__).parent
LINES = (HERE / "said.tsv").read_text(encoding="utf-8").splitlines()[1:]
TOLD = (HERE / "told.tsv").read_text(encoding="utf-8").splitlines()[1:]
BEFORE = (
    "Das Unternehmen Almatec aus Ahlen wächst weiter. Otto Maler und Rolf Seeliger leiten die "
    "Firma, Gerd Baumbach führt den Vertrieb. Almatec hat 300 Beschäftigte.\n\n"
)
BEHIND = "\n\nDas Werk liegt an der Autobahn.\n"


AROUND = (
    "Hartwell Ltd is based in Leeds and makes jam for the north. Ruth Ellery runs the company. "
    "The Courier, a newspaper, has written about it often.\n\n",
    "\n\nRain is expected in the north on Monday.\n",
)


def said(sentence: str, before: str = BEFORE, behind: str = BEHIND) -> list[str]:
    """Who is found to speak in the sentence, once for each statement."""
    text = f"{before}{sentence}{behind}"
    quotes = load("rules").extract(Article.from_text("said", text)).quotes
    return [
        " … ".join(text[begin:end] for begin, end in quote.speaker)
        for quote in quotes
        if quote.quote[0][0] >= len(before)
    ]


@pytest.mark.parametrize(("sentence", "speaker"), [line.split("\t") for line in LINES])
def test_a_sentence_that_renders_speech_has_its_speaker(sentence: str, speaker: str) -> None:
    assert speaker in said(sentence)


@pytest.mark.parametrize(("sentence", "speaker"), [line.split("\t") for line in TOLD])
def test_an_english_sentence_has_its_speaker(sentence: str, speaker: str) -> None:
    assert speaker in said(sentence, *AROUND)


@pytest.mark.parametrize(
    "sentence",
    [
        "Rolf Seeliger verteidigte seinen Titel mit Erfolg.",
        "Rolf Seeliger räumte dem Käufer ein Vorkaufsrecht ein.",
        "Otto Maler machte sich auf den Weg nach Ulm.",
        "Otto Maler gab dem Werk einen neuen Namen.",
        "Otto Maler stellte einen neuen Meister ein.",
        "Die Zahl der Kunden ging auf 300 zurück.",
        "Almatec stellte 300 Maschinen auf.",
        "Der Abschluss wird für Mai erwartet.",
        "Der Preis ist höher als erwartet.",
        "Otto Maler führte das Werk zurück auf den Weg des Erfolgs.",
        "Das Werk ist nicht zu hören.",
    ],
)
def test_a_verb_without_its_phrase_says_nothing(sentence: str) -> None:
    assert said(sentence) == []


@pytest.mark.parametrize(
    "clause", ["winkte ab", "will davon nichts wissen", "bleibt hart", "zuckt mit den Schultern"]
)
def test_who_acts_before_a_colon_says_what_stands_behind_it(clause: str) -> None:
    """Not whoever spoke in the sentence before; and what somebody does there is not said."""
    told = said(f"Es gehe gut, sagte Otto Maler. Rolf Seeliger {clause}: Man werde nichts zahlen.")
    assert told == ["Otto Maler", "Rolf Seeliger"]


OWN = [
    ("Die Solfeld GmbH hat nach eigenen Angaben 300 Mitarbeiter entlassen.", "Solfeld GmbH"),
    ("Nach eigenen Angaben hat das Unternehmen 1,4 Millionen Nutzer.", "Almatec"),
    ("Die Gewerkschaft hat nach eigenen Angaben 3000 Mitglieder.", "Die Gewerkschaft"),
    ("Die Helfer konnten nach eigenen Angaben im Süden 600 Menschen retten.", "Die Helfer"),
    ("Otto Maler klagt. Nach eigener Darstellung wusste er von nichts.", "Otto Maler"),
    ("Mit der Nordbank AG spricht Almatec nach eigenen Angaben über Kredite.", "Almatec"),
    ("Almatec verhandelt eigenen Angaben zufolge mit der Nordbank AG.", "Almatec"),
    ("Der Händler, der nach eigenen Angaben 20 Filialen hat, wächst.", "Der Händler"),
]


@pytest.mark.parametrize(("sentence", "holder"), OWN)
def test_whoever_gives_his_own_figures_is_the_speaker(sentence: str, holder: str) -> None:
    """And never the figures: `nach eigenen Angaben`."""
    text = f"{BEFORE}{sentence}{BEHIND}"
    quotes = load("rules").extract(Article.from_text("own", text)).quotes
    assert [q.holder for q in quotes if q.quote[0][0] >= len(BEFORE)] == [holder]
