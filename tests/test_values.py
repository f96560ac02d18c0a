"""What no shape can judge: currencies, check digits, dates of EDTF, languages, printed words."""

from collections.abc import Callable
from pathlib import Path

import pytest

from newsroom import write_small_workspace
from onrecord.article import Article
from onrecord.graph import KnowledgeGraph, load
from onrecord.report import Finding
from onrecord.validate.values import value_findings
from onrecord.validate.wording import wording_findings
from onrecord.workspace import Workspace

SUM = """
st:klein-examining\\#amount a onr:Amount ; onr:amountKind amountkind:exact ;
    {number} ; schema:currency "{currency}" ; onr:amountText {text} .
"""
NUMBER = '"2026-11-23"^^xsd:date ; onr:checkedAgainst "x"@de , "y"@en'
Edit = Callable[..., Workspace]


@pytest.fixture
def edit(tmp_path: Path) -> Edit:
    """A small workspace whose statements have been changed."""

    def make(*changes: tuple[str, str], more: str = "") -> Workspace:
        workspace = write_small_workspace(tmp_path / "w")
        path = workspace.kg / "articles" / "alfa-beta" / "statements.ttl"
        text = path.read_text(encoding="utf-8")
        for old, new in changes:
            assert old in text
            text = text.replace(old, new)
        path.write_text(text + more, encoding="utf-8")
        return Workspace.find(workspace.root)

    return make


def _told(graph: KnowledgeGraph) -> list[tuple[str, str, str]]:
    found = list(value_findings(graph))
    assert all(f.line and f.message_de and f.message_de != f.message for f in found)
    return [(f.rule.removeprefix("values/"), f.severity, f.message) for f in found]


def _sum(
    text: str, number: str = 'schema:value "20000000"^^xsd:decimal', currency: str = "EUR"
) -> str:
    return SUM.format(text=text, number=number, currency=currency)


def test_a_good_graph_has_no_finding(workspace: Workspace) -> None:
    """Nothing is said of what is right."""
    assert _told(load(workspace)) == []


@pytest.mark.parametrize(
    ("code", "meant"), [("UDS", "USD"), ("EURO", "EUR"), ("Eur", "EUR"), ("XYZ", "")]
)
def test_a_currency_is_one_of_iso_4217(edit: Edit, code: str, meant: str) -> None:
    """A code that is none is named, with the one that was probably meant."""
    graph = load(edit(more=_sum('"rund"@de', currency=code)))
    ((rule, severity, message),) = _told(graph)
    assert (rule, severity) == ("currency", "violation")
    assert message.endswith(f"did you mean {meant}?") is bool(meant)


@pytest.mark.parametrize(
    ("value", "right"),
    [
        ("2028-02-29", True),
        ("2028-02-29Z", True),
        ("-0044-03-15", True),
        ("12028-01-01", True),
        ("2026-02-30", False),
        ("2026-13-01", False),
        ("2026-1-5", False),
        ("5. März 2026", False),
    ],
)
@pytest.mark.parametrize("kind", ["date", "dateTime"])
def test_a_day_is_one_of_the_calendar(edit: Edit, value: str, right: bool, kind: str) -> None:
    """Of whatever property, as of one that no shape speaks of."""
    time = "T10:00:00Z" if kind == "dateTime" and "Z" not in value else ""
    more = f'\nst:klein-examining dcterms:modified "{value}{time}"^^xsd:{kind} .\n'
    told = _told(load(edit(more=more)))
    assert bool(told) is not right
    assert not told or (told[0][:2] == ("day", "violation") and f"“{value}{time}”" in told[0][2])


@pytest.mark.parametrize(
    ("scheme", "value", "right"),
    [
        ("isin", "US67066G1040", True),
        ("isin", "US67066G1041", False),
        ("isin", "KR7000660001", True),
        ("isin", "KR7000606001", False),
        ("lei", "549300S4KLFTLO7GSQ80", True),
        ("lei", "549300S4KLFTLO7GSQ81", False),
        ("wikidata", "Q182477", True),
    ],
)
def test_check_digits(edit: Edit, scheme: str, value: str, right: bool) -> None:
    """An ISIN or LEI with a wrong digit, or two digits swapped, is found."""
    node = f"""
company:alfa onr:identifier company:alfa\\#id . company:alfa\\#id a onr:Identifier ;
    onr:identifierScheme <https://w3id.org/onrecord/scheme/identifier#{scheme}> ;
    onr:identifierValue "{value}" ; onr:checkedOn {NUMBER} .
"""
    told = _told(load(edit(more=node)))
    assert [rule for rule, _, _ in told] == ([] if right else ["check-digit"])


@pytest.mark.parametrize(
    ("expression", "first", "right"),
    [
        ("2028/..", "2028-01-01", True),
        ("2026-07/2026-12", "2026-07-01", True),
        ("2028~", "", True),
        ("../2028", "2020-01-01", True),
        ("2028", "2030-01-01", False),
        ("2028-13", "", False),
        ("2026-02-30", "", False),
        ("bald", "", False),
    ],
)
def test_dates_of_edtf(edit: Edit, expression: str, first: str, right: bool) -> None:
    """An expression can be read, and it begins where the machine-readable day says."""
    day = f' ; onr:notBefore "{first}"^^xsd:date' if first else ""
    node = f"""
st:klein-examining\\#time a onr:TimeExpression ; onr:timeText "dann"@de ;
    onr:edtf "{expression}"^^<http://id.loc.gov/datatypes/edtf/EDTF>{day} .
"""
    told = _told(load(edit(more=node)))
    assert [rule for rule, _, _ in told] == ([] if right else ["edtf"])


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (
            '"Alfa is examining a stake in Beta."@en',
            '"Alfa prüft, ob es sich an Beta beteiligt."@en',
        ),
        ('"Alfa prüft eine Beteiligung an Beta."@de', '"The company is to take a stake in it."@de'),
        ('"Prüfen heißt nicht zusagen."@de', '"To examine is not to promise it all."@de'),
    ],
)
def test_a_text_in_the_other_language_is_a_warning(edit: Edit, old: str, new: str) -> None:
    """A gloss or reason that is tagged @en but reads like German, or the other way round."""
    ((rule, severity, message),) = _told(load(edit((old, new))))
    assert (rule, severity) == ("language", "warning")
    assert "@de" in message
    assert "@en" in message


VALUE, MOST, LEAST = (
    f'schema:{n} "20000000"^^xsd:decimal' for n in ("value", "maxValue", "minValue")
)


@pytest.mark.parametrize(
    ("text", "number", "currency", "said"),
    [
        ('"20 Millionen Euro"@de', VALUE, "EUR", ""),
        ('"die volle Summe von 20 Millionen Euro"@de', VALUE, "EUR", ""),
        ('"bis zu 20 Millionen Euro"@de', MOST, "EUR", ""),
        ('"über 20 Millionen Euro"@de', LEAST, "EUR", "onr:exclusive true"),
        ('"mindestens 20 Millionen Euro"@de', LEAST, "EUR", ""),
        ('"20 Millionen kanadische Dollar"@de', VALUE, "CAD", ""),
        ('"20 Millionen Dollar"@de', VALUE, "CAD", ""),
        ('"up to 20 million dollars"@en', MOST, "USD", ""),
        ('"5 bis 20 Millionen Euro"@de', VALUE, "EUR", ""),
        ('"20 Milliarden Euro"@de', VALUE, "EUR", "20000000000"),
        ('"bis zu 20 Millionen Euro"@de', VALUE, "EUR", "schema:maxValue"),
        ('"nicht mehr als 20 Millionen Euro"@de', VALUE, "EUR", "schema:maxValue"),
        ('"mindestens 20 Millionen Euro"@de', VALUE, "EUR", "schema:minValue"),
        ('"20 Millionen Euro"@de', MOST, "EUR", "schema:value"),
        ('"20 Millionen Euro"@de', VALUE, "USD", "EUR, not USD"),
        ('"rund 20 Millionen Euro"@de', VALUE, "EUR", "onr:approximate true"),
        ('"more than 20 million euros"@en', VALUE, "EUR", "schema:minValue"),
    ],
)
def test_a_number_is_that_of_its_words(
    edit: Edit, text: str, number: str, currency: str, said: str
) -> None:
    """Number, bound and currency of an amount are those of the words that it prints."""
    told = _told(load(edit(more=_sum(text, number, currency))))
    assert [rule for rule, _, _ in told] == (["printed"] if said else [])
    assert not said or said in told[0][2]


# ---------------------------------------------------------------- with the text at hand


def _worded(workspace: Workspace, policy: str = "anchors") -> list[Finding]:
    text = Article.read("alfa-beta", workspace.root / "alfa-beta.txt")
    return list(wording_findings(load(workspace), text, policy))


AMOUNT = (
    'onr:anchorPhrase "Eine Zusage',
    'onr:amount st:a\\#amount ; onr:anchorPhrase "Eine Zusage',
)


@pytest.mark.parametrize(
    ("words", "rule"),
    [
        ("bis zu 20 Millionen Euro", ""),
        ("20 Millionen Euro", "wording/bound-left-out"),
        ("rund 20 Millionen Euro", "wording/not-printed"),
    ],
)
def test_a_bound_is_not_left_out(edit: Edit, words: str, rule: str) -> None:
    """An amount prints its words as the paragraph has them, with what makes it a bound."""
    node = _sum(f'"{words}"@de').replace("st:klein-examining", "st:a")
    found = _worded(edit(AMOUNT, more=node))
    assert [f.rule for f in found] == ([rule] if rule else [])


def test_a_hedge_stands_in_its_paragraph(edit: Edit) -> None:
    """A hedge that the paragraph does not print is somebody else's, or made up."""
    polarity = 'onr:paragraph 1 ; onr:anchorPhrase "man prüfe das"@de'
    (found,) = _worded(edit((polarity, f'onr:hedge "wohl"@de ; {polarity}')))
    assert (found.rule, found.value) == ("wording/not-printed", "wohl")
    assert found.line


@pytest.mark.parametrize(
    ("gloss", "copied"),
    [
        ("Der Chiphersteller Alfa will sich an Beta beteiligen, Alfa-Chefin.", False),
        ("Der Chiphersteller Alfa will sich an Beta beteiligen, Alfa-Chefin Dora.", True),
    ],
)
def test_eleven_words_in_a_row_are_copied(edit: Edit, gloss: str, copied: bool) -> None:
    """Ten are allowed; the message names the limit and nothing of the text; in a publication of
    one's own text it is no matter."""
    workspace = edit(('"Alfa prüft eine Beteiligung an Beta."@de', f'"{gloss}"@de'))
    found = _worded(workspace)
    assert [f.rule for f in found] == (["wording/copied"] if copied else [])
    assert not any("Chiphersteller" in f.message + f.message_de for f in found)
    assert _worded(workspace, "full") == []
