"""Whom a description means where two companies were named: by what each of them does, and by where
it has its seat."""

import pytest

from onrecord.article import Article
from onrecord.extract.protocol import load

FIRST = "{one} und {other} haben im Mai gute Zahlen vorgelegt."
LAST = "{other} hat einen neuen Chef. Er kommt von {one}."
KINDS = [
    ("der Kranhersteller Orodent", "der Kranbauer"),
    ("der Kranhersteller Orodent", "der Hersteller"),
    ("die Softwarefirma Orodent", "der Softwareanbieter"),
    ("der Pharmakonzern Orodent", "der Arzneimittelhersteller"),
    ("die Fluggesellschaft Orodent", "die Airline"),
    ("die Fluggesellschaft Orodent", "die Fluglinie"),
    ("die Modekette Orodent", "die Kette"),
    ("der Energieversorger Orodent", "der Stromversorger"),
    ("die Spedition Orodent", "der Logistiker"),
    ("die Reederei Orodent", "der Reeder"),
    ("der Batteriehersteller Orodent", "der Zellhersteller"),
    ("der Baukonzern Orodent", "der Bauriese"),
    ("die Brauerei Orodent", "der Bierbrauer"),
    ("die Werft Orodent", "der Schiffbauer"),
    ("der Autozulieferer Orodent", "der Zulieferer"),
    ("das Start-up Orodent", "die Jungfirma"),
]
TOWNS = [
    ("Schönau", "Schönauer"), ("Göppingen", "Göppinger"), ("Emden", "Emder"), ("Wien", "Wiener"),
    ("Halle", "Hallenser"), ("Basel", "Basler"), ("Münster", "Münsteraner"), ("Essen", "Essener"),
    ("Dresden", "Dresdner"), ("Lörrach", "Lörracher"),
]  # fmt: skip
OTHER = "der Versandhändler Fraisol aus Kirchheim"
SUPPLY = ("supply", frozenset({("Orodent", "customer"), ("Tarnox", "supplier")}))


def dative(phrase):
    article, rest = phrase.split(" ", 1)
    return {"der": "dem", "die": "der", "das": "dem"}[article] + " " + rest


def told(context, one, sentence):
    text = context.format(one=dative(one) if context is LAST else one, other=OTHER)
    text = f"{text[0].upper()}{text[1:]} {sentence}"
    deals = load("rules").extract(Article.from_text("x", text)).deals
    return {(d.kind, frozenset((p.name, p.role) for p in d.parties)) for d in deals}


@pytest.mark.parametrize("context", [FIRST, LAST], ids=["first", "last"])
@pytest.mark.parametrize(("one", "called"), KINDS, ids=[f"{a}: {b}" for a, b in KINDS])
def test_a_word_for_what_a_company_does_means_it(one, called, context):
    """`der Kranbauer` is the `Kranhersteller X`, wherever it was named."""
    sentence = f"Im Mai hat {called} bei der Firma Tarnox 40 Maschinen bestellt."
    assert told(context, one, sentence) == {SUPPLY}


@pytest.mark.parametrize("context", [FIRST, LAST], ids=["first", "last"])
@pytest.mark.parametrize("seat", ["{0} Werft Orodent", "Werft Orodent aus {1}",
                                  "Werft Orodent mit Sitz in {1}"])  # fmt: skip
@pytest.mark.parametrize(("town", "people"), TOWNS, ids=[t for t, _ in TOWNS])
def test_people_called_after_its_seat_mean_a_company(town, people, seat, context):
    """`die Schönauer` is the company from Schönau, of whatever size the town."""
    one = "die " + seat.format(people, town)
    sentence = f"Die {people} haben bei der Firma Tarnox 40 Maschinen bestellt."
    assert told(context, one, sentence) == {SUPPLY}


@pytest.mark.parametrize(
    "lead",
    [
        "Dorothea Quandel hat viel erreicht. Die Chefin von Sonora Hören über Lizenzen.",
        "Dorothea Quandel ist Chefin von Sonora Hören.",
    ],
)
def test_we_are_the_company_that_who_speaks_leads(lead: str) -> None:
    """Not the one that was talked of last."""
    text = (
        f"{lead} Die Lumetra GmbH wächst in China. Die Lumetra GmbH baut ein Werk. „Die Chips"
        " kaufen wir bei der Korvat AG“, sagt Quandel."
    )
    *_, deal = load("rules").extract(Article.from_text("x", text)).deals
    assert {p.name for p in deal.parties} == {"Sonora Hören", "Korvat AG"}
