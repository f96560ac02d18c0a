"""The SPARQL page end to end, from a server and from the disk."""

import csv
import io
import json
import re

import pyoxigraph
import pytest
from asking import file_of, run
from playwright.sync_api import expect
from trial import BASE, HOSTILE, NS
from visit import Open

pytestmark = pytest.mark.browser

SLOW = (
    "SELECT (COUNT(*) AS ?n) WHERE { " + " ".join(f"?s{i} ?p{i} ?o{i} ." for i in range(20)) + " }"
)


def test_example_to_answer(visiting: Open, trial: str) -> None:
    """An example goes into the editor, runs, and its answer links into the site."""
    visit = visiting(trial)
    page = visit.open("sparql.html")
    assert not [url for url in visit.requests if "engine" in url or "editor" in url]
    page.get_by_role("button", name="In den Editor").click()
    expect(page.locator(".cm-content")).to_contain_text("x:Company")
    page.get_by_role("button", name="Ausführen").click()
    expect(page.locator(".sparql-table tbody tr")).to_have_count(2)
    expect(page.locator(".sparql-status")).to_contain_text("2 Ergebnisse")
    expect(page.locator(".sparql-status")).to_contain_text("ms")
    link = page.get_by_role("link", name="Alfa company:alfa")
    expect(link).to_have_attribute("title", f"Alfa\n{BASE}company/alfa")
    link.click()
    page.wait_for_url("**/company/alfa.html")


def test_results_as_files(visiting: Open, trial: str) -> None:
    """CSV and JSON of a table hold every value; hostile labels stay text."""
    page = visiting(trial).open("sparql.html")
    run(page, f"SELECT ?l WHERE {{ ?c a <{NS}Company> ; <{NS}x>|rdfs:label ?l }}")
    expect(page.locator(".sparql-error")).to_contain_text("Das Präfix rdfs: ist nicht erklärt")
    run(
        page,
        "PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>\n"
        f"SELECT ?l WHERE {{ <{BASE}company/beta> rdfs:label ?l }} ORDER BY DESC(lang(?l))",
    )
    expect(page.locator(".sparql-table tbody tr")).to_have_count(2)
    expect(page.locator(".sparql-table bdi[lang=de]")).to_have_text(HOSTILE)
    assert list(csv.reader(io.StringIO(file_of(page, "CSV")))) == [["l"], ["Beta"], [HOSTILE]]
    bindings = json.loads(file_of(page, "JSON"))["results"]["bindings"]
    assert bindings[1]["l"] == {"type": "literal", "value": HOSTILE, "xml:lang": "de"}
    assert page.evaluate("window.hacked") is None


def test_a_prefix_that_is_not_declared_is_named_with_its_line(visiting: Open, trial: str) -> None:
    """The place is where the name begins; of a known prefix the line is there to copy."""
    page = visiting(trial).open("sparql.html")
    run(page, "SELECT * WHERE { ?s x:staff ?o }")
    error = page.locator(".sparql-error")
    expect(error).to_contain_text("Zeile 1, Spalte 21")
    expect(error).to_contain_text(f"Schreiben Sie an den Anfang: PREFIX x: <{NS}>")
    run(page, "SELECT *\nWHERE { ?s strange:thing ?o }")
    expect(error).to_contain_text("Zeile 2, Spalte 12")
    expect(error).to_contain_text("Das Präfix strange: ist nicht erklärt.")


def test_a_graph_as_table_and_turtle(visiting: Open, trial: str) -> None:
    """CONSTRUCT sees all named graphs as one and can be taken along as Turtle."""
    page = visiting(trial).open("sparql.html")
    run(page, f"CONSTRUCT WHERE {{ ?a <{NS}of> ?b . ?b <{NS}staff> ?n }}")
    expect(page.locator(".sparql-status")).to_contain_text("2 Tripel")
    page.get_by_role("link", name="deal:alfa-beta#amount").wait_for()
    turtle = file_of(page, "Turtle")
    assert len(list(pyoxigraph.parse(turtle, format=pyoxigraph.RdfFormat.TURTLE))) == 2


def test_values_are_shown_for_readers(visiting: Open, trial: str) -> None:
    """A number as the language writes it, with its type behind it; the box is as long as it is."""
    page = visiting(trial).open("sparql.html")
    run(page, "SELECT ?n ?d WHERE { VALUES (?n ?d) { (1234567 '2026'^^<http://x/year>) } }")
    cells = page.locator(".sparql-table td bdi")
    expect(cells).to_have_text(["1.234.567", "2026"])
    expect(cells.first).to_have_attribute("title", re.compile("1234567.*integer"))
    expect(page.locator(".sparql-status")).to_contain_text("Tripel")
    box = page.locator(".sparql-scroll")
    assert box.evaluate("e => e.scrollHeight <= e.clientHeight")


def test_a_triple_as_a_value_is_written_out(visiting: Open, trial_server: str) -> None:
    """In the table and in the file."""
    page = visiting(trial_server).open("sparql.html")
    run(page, "SELECT ?t { BIND(<<( <http://a> <http://b> 'c'@de )>> AS ?t) }")
    written = '<<( <http://a> <http://b> "c"@de )>>'
    expect(page.locator(".sparql-table td")).to_have_text(written)
    assert list(csv.reader(io.StringIO(file_of(page, "CSV")))) == [["t"], [written]]


def test_yes_or_no(visiting: Open, trial_server: str) -> None:
    """ASK answers in a word."""
    page = visiting(trial_server).open("sparql.html")
    run(page, f"ASK {{ <{BASE}company/alfa> <{NS}staff> 12 }}")
    expect(page.locator(".sparql-boolean")).to_have_text("Ja")


def test_an_error_says_line_and_column(visiting: Open, trial: str) -> None:
    """A slip is shown with its place, and the editor stands there."""
    page = visiting(trial).open("sparql.html")
    run(page, "SELECT ?s\nWHERE { ?s ?p }")
    error = page.get_by_role("alert")
    expect(error).to_contain_text("Zeile 2, Spalte")
    expect(page.locator(".cm-lintRange-error, .cm-lintPoint-error")).to_have_count(1)
    expect(page.locator(".cm-content")).to_be_focused()


SLIPS = [
    ("SELECT ?s WHER { ?s ?p ?o }", "Zeile 1, Spalte 11", "„WHER“ ist kein Wort", "wohl WHERE"),
    ("SELEC ?s { ?s ?p ?o }", "Zeile 1, Spalte 1)", "„SELEC“", "wohl SELECT"),
    ("SELECT ?s WHERE\n?s ?p ?o }", "Zeile 2, Spalte 1)", "„?s“ passt hier nicht", "stehen: {."),
    ("SELECT ?s WHERE { ?s ?p ?o", "Zeile 1, Spalte 17", "Die Klammer {", "fehlt: }"),
    ("SELECT ?s { FILTER(?s = 1 }", "Zeile 1, Spalte 19", "Die Klammer (", "fehlt: )"),
    ("SELECT ?s { ?s ?p ?o } }", "Spalte 24", "Die Klammer }", "Nehmen Sie sie weg"),
    ("SELECT ?s { ?s ?p }", "Spalte 19", "„}“ passt hier nicht", "ein Objekt"),
    ("SELECT * {\n ?a ?b ?c\n ?s ?p ?o }", "Zeile 3, Spalte 2", "„?s“ passt", "ein Punkt vor dem"),
    ("SELECT ?s, ?p { ?s ?p ?o }", "Spalte 10", "„,“ passt hier nicht", "ein Leerzeichen"),
    ("SELECT COUNT(?s) { ?s ?p ?o }", "Spalte 8", "„COUNT“", "(COUNT(?s) AS ?n)"),
    ("SELECT (COUNT(?s) AS n) { ?s ?p ?o }", "Spalte 22", "„n“", "eine Variable wie ?n"),
    ("SELECT ?s { ?s ?p ?o } ORDER ?s", "Spalte 30", "„?s“", "stehen: BY"),
    ("SELECT ?s { ?s ?p ?o } LIMT 3", "Spalte 24", "„LIMT“", "wohl LIMIT"),
    ("SELECT ?s { OPTIONL { ?s ?p ?o } }", "Spalte 13", "„OPTIONL“", "wohl OPTIONAL"),
    ("SELECT ?s { ?s ?p 'abc }", "Spalte 19", "hat kein Ende", "fehlt: '"),
    ("SELECT ?s { ?s ?p ?o . FILTER ?o > 3 }", "Spalte 31", "„?o“", "in runden Klammern"),
    ("PREFIX x <http://x/> ASK {}", "Spalte 8", "„x“", "mit Doppelpunkt"),
    ("SELECT", "Spalte 7", "Hier endet die Abfrage", "eine Variable"),
    ("SELECT * { ?s ?p ?o } GROUP BY ?s", "Fehler: ", "SELECT * geht nicht", "GROUP BY"),
    ("SELECT\u00a0?s { ?s ?p ?o }", "Spalte 7)", "ein Leerzeichen, das", "gewöhnliches"),
    ("SELECT ?s { ?s ?p „abc“ }", "Spalte 19", "„ ist kein Anführungszeichen", 'zwischen "'),
    ("SELECT ?s { <abc> ?p ?s }", "Spalte 13", "<abc> ist unvollständig", "BASE-Zeile"),
    ("SELECT * { ?s ?p ?o BIND(1 AS ?s) }", "Spalte 31", "?s hat hier schon", "andere Variable"),
    ("SELECT (1 AS ?x) (2 AS ?x) {}", "Spalte 24", "?x hat hier schon", "andere Variable"),
    (
        "PREFIX d: <http://www.w3.org/2001/XMLSchema#>\nSELECT (d:integr('1') AS ?x) {}",
        "Zeile 2, Spalte 9)",
        "Eine Funktion d:integr gibt es nicht.",
        "Gemeint ist wohl d:integer.",
    ),
    ("SELECT (<http://x/f>('1') AS ?x) {}", "Spalte 9)", "<http://x/f> gibt", "nicht."),
    ("SELECT ?p { ?s ?p ?o } GROUP BY ?s", "Fehler: ", "weder hinter GROUP BY", "COUNT"),
]


@pytest.mark.parametrize(("query", "place", "found", "wanted"), SLIPS)
def test_a_slip_is_told_with_what_could_stand_there(
    visiting: Open, trial_server: str, query: str, place: str, found: str, wanted: str
) -> None:
    """Where it is, what was found, and what fits or was probably meant."""
    page = visiting(trial_server).open("sparql.html")
    run(page, query)
    error = page.get_by_role("alert")
    for part in (place, found, wanted):
        expect(error).to_contain_text(part)


def test_slips_are_told_in_english(visiting: Open, site_server: str) -> None:
    """On the page of that language; of an unknown prefix the known ones are named."""
    page = visiting(site_server).open("en/sparql.html")
    run(page, "SELECT ?s WHER { ?s ?p ?o }")
    error = page.get_by_role("alert")
    expect(error).to_contain_text("line 1, column 11): “WHER” is no word of SPARQL. Probably WHERE")
    run(page, "SELECT ?s { ?s onrr:modality ?o }")
    expect(error).to_contain_text("The prefix onrr: is not declared.")
    expect(error).to_contain_text("Probably onr: is meant.")
    expect(error).to_contain_text("company: ")


def test_a_known_prefix_is_declared_at_a_click(visiting: Open, trial: str) -> None:
    """The line comes to the top, and the query runs."""
    page = visiting(trial).open("sparql.html")
    run(page, "SELECT * WHERE { ?s x:staff ?o }")
    page.get_by_role("button", name="Zeile ergänzen und ausführen").click()
    expect(page.locator(".sparql-table tbody tr")).to_have_count(1)
    expect(page.locator(".cm-line").first).to_have_text(f"PREFIX x: <{NS}>")


@pytest.mark.parametrize(
    ("query", "word"),
    [
        ("INSERT DATA { <a:a> <a:b> <a:c> }", "SELECT"),
        ("SELECT * { SERVICE <http://example.org/> { ?s ?p ?o } }", "SERVICE"),
    ],
)
def test_what_is_not_a_question_is_refused(
    visiting: Open, trial_server: str, query: str, word: str
) -> None:
    """No update, no call to another host."""
    page = visiting(trial_server).open("sparql.html")
    run(page, query)
    expect(page.get_by_role("alert")).to_contain_text(word)


def test_an_endless_query_can_be_stopped(visiting: Open, trial: str) -> None:
    """The page stays alive; after a stop the next query is answered."""
    page = visiting(trial).open("sparql.html")
    run(page, SLOW)
    expect(page.locator(".sparql-status")).to_have_text("Abfrage läuft …")
    page.get_by_role("button", name="Abbrechen").click()
    expect(page.locator(".sparql-status")).to_have_text("Abgebrochen.")
    run(page, "ASK {}")
    expect(page.locator(".sparql-boolean")).to_have_text("Ja")


def test_share_link_brings_the_query_back(visiting: Open, trial: str) -> None:
    """The link holds the query in the fragment and runs it where it is opened."""
    page = visiting(trial).open("sparql.html")
    page.locator("textarea").fill(f'SELECT ?c WHERE {{ ?c a <{NS}Company> }} # "ü&+%#"')
    expect(page.locator(".cm-content")).to_be_focused()
    page.get_by_role("button", name="Link kopieren").click()
    page.wait_for_url("**/sparql.html#query=*")
    address = page.url
    page.goto("about:blank")
    page.goto(address)
    expect(page.locator(".sparql-table tbody tr")).to_have_count(2)
    expect(page.locator(".cm-content")).to_contain_text('# "ü&+%#"')


def test_completion_knows_the_terms(visiting: Open, trial: str) -> None:
    """A chosen term is written with its prefix declared; hostile definitions stay text."""
    page = visiting(trial).open("sparql.html")
    page.locator("textarea").focus()
    page.locator(".cm-content").fill("")
    page.keyboard.type("SELECT * WHERE { ?s x:sta")
    option = page.locator(".cm-tooltip-autocomplete li", has_text="x:staff")
    expect(option).to_contain_text(HOSTILE)
    option.click()
    expect(page.locator(".cm-line").first).to_have_text(f"PREFIX x: <{NS}>")
    expect(page.locator(".cm-line").nth(1)).to_contain_text("?s x:staff")
    assert page.evaluate("window.hacked") is None


def test_the_query_runs_by_keyboard(visiting: Open, trial_server: str) -> None:
    """Control and Enter run the query; Tab leaves the editor."""
    page = visiting(trial_server).open("sparql.html")
    page.locator("textarea").focus()
    expect(page.locator(".cm-content")).to_be_focused()
    page.keyboard.press("Control+Enter")
    expect(page.locator(".sparql-table tbody tr")).not_to_have_count(0)
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Ausführen")).to_be_focused()


def test_the_focus_is_never_lost(visiting: Open, trial_server: str) -> None:
    """After a run, a stop, the rest of the rows and a mended query it is where one goes on."""
    page = visiting(trial_server).open("sparql.html")
    started = page.get_by_role("button", name="Ausführen", exact=True)
    run(page, "SELECT * { { ?s ?p ?o } UNION { ?a ?b ?c } UNION { ?d ?e ?f . ?g ?h ?i } }")
    page.get_by_role("button", name="Zeilen zeigen").press("Enter")
    expect(page.get_by_role("region", name="Ergebnis")).to_be_focused()
    started.press("Enter")
    expect(started).to_be_focused()
    expect(page.locator(".sparql-table")).to_be_visible()
    expect(started).to_be_focused()
    run(page, "SELECT * WHERE { ?s x:staff ?o }")
    page.get_by_role("button", name="Zeile ergänzen und ausführen").press("Enter")
    expect(page.locator(".sparql-table tbody tr")).to_have_count(1)
    expect(started).to_be_focused()
    run(page, SLOW)
    page.get_by_role("button", name="Abbrechen").press("Enter")
    expect(page.locator(".sparql-status")).to_have_text("Abgebrochen.")
    expect(started).to_be_focused()
