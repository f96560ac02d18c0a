"""The table of an answer: what a value is besides its words, and tables of many rows."""

import csv
import io
import json
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect
from visit import Open

pytestmark = pytest.mark.browser

XSD = "PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>\n"


def run(page: Page, query: str) -> None:
    """Opens a shared query, which runs at once."""
    page.goto(page.url.partition("#")[0] + f"#query={quote(query)}&run=1")


def file_of(page: Page, name: str) -> str:
    """The text of the file behind a download button."""
    with page.expect_download() as waiting:
        page.locator(".sparql-downloads").get_by_role("button", name=name).click()
    return Path(waiting.value.path()).read_text(encoding="utf-8")


TAGS = [
    ('"Mehl"@de', "@de", "Sprache: Deutsch"),
    ('"colour"@en-GB', "@en-gb", "Sprache: Englisch (Vereinigtes Königreich)"),
    ('"x"@qaa-x-own', "@qaa-x-own", "Sprache: qaa-x-own"),
    ('"2004-~06"^^<http://x.org/types#EDTF>', "^^EDTF", "Datentyp: http://x.org/types#EDTF"),
    ('"P1D"^^xsd:duration', "^^duration", "Datentyp: http://www.w3.org/2001/XMLSchema#duration"),
    ('"x"^^<urn:a:b>', "^^urn:a:b", "Datentyp: urn:a:b"),
]


@pytest.mark.parametrize(("literal", "tag", "title"), TAGS)
def test_a_value_is_shown_with_its_language_or_type(
    visiting: Open, trial_server: str, literal: str, tag: str, title: str
) -> None:
    """Beside the words, which are in that language; the words of the tag are the page's."""
    page = visiting(trial_server).open("sparql.html")
    run(page, XSD + f"SELECT ?l {{ VALUES ?l {{ {literal} }} }}")
    shown = page.locator(".sparql-table td .sparql-tag")
    expect(shown).to_have_text(tag)
    expect(shown).to_have_attribute("title", title)
    words = page.locator(".sparql-table td > bdi")
    expect(words).to_have_text(literal.split('"')[1])
    if tag.startswith("@"):
        expect(words).to_have_attribute("lang", tag[1:])


PLAIN = [
    *("'text'", "12", "1.5", "1e3", "true", "'x'^^xsd:string", "'7'^^xsd:byte"),
    *(f"'2025-01-31'^^xsd:{kind}" for kind in ("date", "dateTime", "gYear", "gYearMonth")),
]


def test_texts_numbers_and_dates_stand_alone(visiting: Open, trial_server: str) -> None:
    """They are what they look like."""
    page = visiting(trial_server).open("sparql.html")
    run(page, XSD + f"SELECT ?l {{ VALUES ?l {{ {' '.join(PLAIN)} <http://x.org/> }} }}")
    expect(page.locator(".sparql-table tbody tr")).to_have_count(len(PLAIN) + 1)
    expect(page.locator(".sparql-tag")).to_have_count(0)


def test_equal_words_of_two_languages_are_told_apart(visiting: Open, site_server: str) -> None:
    """On the English page in English; files have what they always had."""
    page = visiting(site_server).open("en/sparql.html")
    run(page, "SELECT ?l { VALUES ?l { 'x'@de 'x'@en 'x' } }")
    expect(page.locator(".sparql-table td")).to_have_text(["x @de", "x @en", "x"])
    expect(page.locator(".sparql-tag").first).to_have_attribute("title", "Language: German")
    assert list(csv.reader(io.StringIO(file_of(page, "CSV")))) == [["l"], ["x"], ["x"], ["x"]]
    bindings = json.loads(file_of(page, "JSON"))["results"]["bindings"]
    assert [one["l"].get("xml:lang") for one in bindings] == ["de", "en", None]


def test_a_text_that_runs_from_right_to_left_does_so(visiting: Open, trial_server: str) -> None:
    """Where the value says so."""
    page = visiting(trial_server).open("sparql.html")
    run(page, "SELECT ?l { VALUES ?l { 'abc'@ar--rtl } }")
    expect(page.locator(".sparql-tag")).to_have_text("@ar--rtl")
    expect(page.locator(".sparql-table td > bdi")).to_have_attribute("dir", "rtl")
