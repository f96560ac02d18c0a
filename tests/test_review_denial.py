"""Whoever denies something is not shown as saying it."""

import json
from pathlib import Path

import pytest

from onrecord.article import Article
from onrecord.extract.protocol import load
from onrecord.review.proposals import proposals
from scoring import overlap

ARTICLES = Path(__file__).parent / "articles"

DENIALS = [
    "Vorstandschef Uwe Harms dementierte, dass die Nordbank AG Geld erhalten habe.",
    "Uwe Harms bestritt, fünf Millionen Euro erhalten zu haben.",
    "Dass Geld geflossen sei, bestritt Uwe Harms.",
    "Uwe Harms wies die Darstellung zurück, er habe Geld erhalten.",
    "Der Sprecher der Solfeld GmbH stritt ab, dass Geld geflossen sei.",
    "Uwe Harms dementierte Berichte, wonach die Nordbank AG bei der Solfeld GmbH einsteigen wolle.",
    "Berichte, wonach die Nordbank AG einsteigen wolle, bezeichnete Uwe Harms als falsch.",
    "Es sei falsch, dass die Nordbank AG einsteigen wolle, sagte Uwe Harms.",
    "Uwe Harms sagte, er habe kein Geld erhalten.",
    "Die Vorwürfe, er habe Geld erhalten, wies Uwe Harms zurück.",
    "Uwe Harms widersprach der Darstellung, er habe Geld erhalten.",
    "Berichte, wonach die Nordbank AG einsteigen wolle, nannte Uwe Harms frei erfunden.",
    "Meldungen, denen zufolge die Nordbank AG kaufen will, nannte Uwe Harms haltlos.",
    "Uwe Harms nannte Berichte, nach denen die Nordbank AG einsteigen wolle, frei erfunden.",
    "Uwe Harms bezeichnete Gerüchte, die Nordbank AG wolle einsteigen, als falsch.",
    "Den Bericht, die Nordbank AG werde kaufen, wies Uwe Harms als Spekulation zurück.",
    "Uwe Harms trat Berichten entgegen, wonach die Nordbank AG einsteigen wolle.",
    "Der Darstellung, er habe Geld erhalten, trat Uwe Harms entgegen.",
    "Uwe Harms widersprach Berichten, wonach die Nordbank AG einsteigen wolle.",
    "Uwe Harms hat Berichte zurückgewiesen, wonach die Nordbank AG einsteigen wolle.",
    "Gerüchte, die Nordbank AG steige ein, verwies Uwe Harms ins Reich der Fabel.",
    "Uwe Harms verneinte die Frage, ob Geld geflossen sei.",
    "Pellam denied that it had sold the plant.",
    "Ann Lee dismissed reports that Pellam would be sold as nonsense.",
    "Chief executive Ann Lee denied that Pellam had sold the plant.",
    "Pellam rejected claims that it had sold the plant.",
    "Pellam also rejected a report that Redwood Lane had bought the firm.",
    "Ann Lee has dismissed suggestions in the press that the plant would close.",
    "Ann Lee dismissed as nonsense reports that the plant would close.",
    "The company described as false claims that it had lost the contract.",
    "Ann Lee called reports that the plant would close untrue.",
]
SAID = [
    "Vorstandschef Uwe Harms sagte, dass die Nordbank AG Geld erhalten habe.",
    "Uwe Harms bestritt, dass nichts gezahlt worden sei.",
    "Uwe Harms bestritt nicht, dass Geld geflossen sei.",
    "Uwe Harms wies Berichte nicht zurück, wonach die Nordbank AG einsteigen wolle.",
    "Uwe Harms bestätigte Berichte, wonach die Nordbank AG einsteigen wolle.",
    "Uwe Harms nannte Berichte, wonach die Nordbank AG einsteigen wolle, zutreffend.",
    "Uwe Harms wies die Vorwürfe zurück und sagte, man habe sauber gearbeitet.",
    "Uwe Harms dementierte und sagte, man habe sauber gearbeitet.",
    "Uwe Harms widersprach: Man habe sauber gearbeitet.",
    "„Wir haben sauber gearbeitet“, dementierte Uwe Harms.",
    "Pellam has denied wrongdoing, saying it had paid all its bills.",
    "Pellam, which denied the claims, said that it had paid.",
    "Pellam said that it had sold the plant.",
]


def _polarities(text: str) -> list[str]:
    article = Article.from_text("x", text)
    found = proposals(load("rules").extract(article), article)
    return [p.polarity for p in found if p.kind == "statement"]


@pytest.mark.parametrize("text", DENIALS)
def test_what_is_denied_is_negated(text: str) -> None:
    """Also where no word of negation stands in it."""
    assert _polarities(text) == ["negated"]


@pytest.mark.parametrize("text", SAID)
def test_what_is_said_is_affirmed(text: str) -> None:
    """Where a denial is denied or answered, or stands in words of one's own."""
    assert _polarities(text) == ["affirmed"]


def _annotated():
    """(text, quotes of the gold) of the articles whose gold has polarity."""
    for path in sorted((*ARTICLES.glob("[0-9]*.json"), *ARTICLES.glob("english/[0-9]*.json"))):
        quotes = json.loads(path.read_text(encoding="utf-8"))["quotes"]
        if any("polarity" in quote for quote in quotes):
            yield path.with_suffix(".txt").read_text(encoding="utf-8"), quotes


def _pairs() -> list[tuple[str, str]]:
    """(polarity of the gold, that of the proposal with most of the same words)."""
    found = []
    for text, quotes in _annotated():
        article = Article.from_text("x", text)
        made = proposals(load("rules").extract(article), article)
        told = [p for p in made if p.kind == "statement"]
        for quote in quotes:
            best = max(told, key=lambda p: overlap(quote["quote"], p.spans))
            if "polarity" in quote and overlap(quote["quote"], best.spans) >= 0.5:
                found.append((quote["polarity"], best.polarity))
    return found


def test_statements_of_articles_have_their_polarity() -> None:
    """Of 150 statements and more that are found, 95 in a hundred, and as many of those negated."""
    found = _pairs()
    negated = [got for wanted, got in found if wanted == "negated"]
    assert len(found) >= 150
    assert sum(wanted == got for wanted, got in found) / len(found) >= 0.95
    assert negated.count("negated") / len(negated) >= 0.95
