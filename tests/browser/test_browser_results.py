"""The table of an answer: what a value is besides its words, and tables of many rows."""

import csv
import io
import json

import pytest
from asking import file_of, run
from chromium import FLAGS, find_chromium
from playwright.sync_api import Browser, Page, expect
from visit import Open

pytestmark = pytest.mark.browser

XSD = "PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>\n"


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


NUMBERED = (
    "SELECT ?n ?text { "
    + " ".join(f"VALUES ?{v} {{ 0 1 2 3 4 5 6 7 8 9 }}" for v in "xyzw")
    + " BIND(?x * 1000 + ?y * 100 + ?z * 10 + ?w AS ?n) BIND(CONCAT('Zeile ', STR(?n)) AS ?text) }"
    " ORDER BY ?n"
)


def show_all(page: Page) -> None:
    """Runs a query of thousands of rows and asks for all of them."""
    run(page, NUMBERED)
    page.get_by_role("button", name="Zeilen zeigen").click()


def test_of_many_rows_only_those_that_are_seen_are_made(visiting: Open, trial_server: str) -> None:
    """All are there, in their order; the keyboard stands where it stood."""
    page = visiting(trial_server, viewport={"width": 360, "height": 740}).open("sparql.html")
    show_all(page)
    region = page.get_by_role("region", name="Ergebnis")
    expect(region).to_be_focused()
    expect(page.locator(".sparql-table tr")).to_have_count(10_001)
    expect(region).not_to_have_attribute("aria-busy", "true")
    numbers = "es => es.map(e => e.cells[0].textContent.replace('.', ''))"
    shown = page.locator(".sparql-table tbody tr").evaluate_all(numbers)
    assert shown == [str(n) for n in range(10_000)]
    seen = """async e => {
      await new Promise(done => requestAnimationFrame(() => setTimeout(done)));
      return e.checkVisibility({contentVisibilityAuto: true});
    }"""
    rows = page.locator(".sparql-table tbody tr")
    assert not rows.last.evaluate(seen)
    rows.last.scroll_into_view_if_needed()
    assert rows.last.evaluate(seen)
    assert not rows.nth(5000).evaluate(seen)
    assert page.evaluate("document.documentElement.scrollWidth") == 360


def test_a_long_table_stays_one(visiting: Open, trial_server: str) -> None:
    """For assistive technology and in its columns, also after the window has become wider."""
    page = visiting(trial_server, viewport={"width": 700, "height": 740}).open("sparql.html")
    run(page, NUMBERED)
    places = "e => [...e.cells].map(cell => Math.round(cell.getBoundingClientRect().x))"
    head = page.locator(".sparql-table thead tr")
    before = head.evaluate(places)
    page.get_by_role("button", name="Zeilen zeigen").click()
    expect(page.get_by_role("table").get_by_role("row")).to_have_count(10_001)
    expect(page.get_by_role("columnheader")).to_have_text(["n", "text"])
    last = page.get_by_role("row").last
    expect(last.get_by_role("cell")).to_have_text(["9.999", "Zeile 9999"])
    after = head.evaluate(places)
    assert [abs(x - y) <= 2 for x, y in zip(before, after, strict=True)] == [True, True]
    for width in (700, 1000, 400):
        page.set_viewport_size({"width": width, "height": 740})
        last.scroll_into_view_if_needed()
        assert last.evaluate(places) == head.evaluate(places)


def test_a_screen_reader_has_all_rows_in_their_order(browser: Browser, trial_server: str) -> None:
    """Also those that nobody has seen yet, in a browser that serves one from its start."""
    flags = [*FLAGS, "--force-renderer-accessibility"]
    heard = browser.browser_type.launch(executable_path=find_chromium(), args=flags)
    page = heard.new_page()
    page.goto(f"{trial_server}sparql.html")
    show_all(page)
    # A browser with a tree of its own takes many times as long.
    expect(page.locator(".sparql-table tbody tr")).to_have_count(10_000, timeout=60_000)
    tree = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    cells = [node["name"]["value"] for node in tree if node["role"]["value"] == "cell"]
    heard.close()
    assert cells[1::2] == [f"Zeile {n}" for n in range(10_000)]


def test_all_rows_are_printed_as_a_table(visiting: Open, trial_server: str) -> None:
    """Also those that are not there yet when somebody prints."""
    page = visiting(trial_server).open("sparql.html")
    run(page, NUMBERED)
    page.get_by_role("button", name="Zeilen zeigen").wait_for()
    counted = page.evaluate(
        """() => {
          const rows = () => document.querySelectorAll('.sparql-table tbody tr').length;
          document.querySelector('.sparql-scroll button').click();
          const before = rows();
          dispatchEvent(new Event('beforeprint'));
          return [before, rows()];
        }"""
    )
    assert counted[0] < 10_000 == counted[1]
    page.emulate_media(media="print")
    last = page.locator(".sparql-table tbody tr").last
    assert last.evaluate("e => getComputedStyle(e).display") == "table-row"
    assert last.evaluate("e => e.checkVisibility({contentVisibilityAuto: true})")


def test_another_query_ends_the_adding_of_rows(visiting: Open, trial_server: str) -> None:
    """What is no more on the page gets no more rows."""
    page = visiting(trial_server).open("sparql.html")
    show_all(page)
    run(page, "SELECT ?n { VALUES ?n { 1 2 3 } }")
    expect(page.locator(".sparql-table tbody tr")).to_have_count(3)
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(page.locator(".sparql-table tbody tr")).to_have_count(3)
