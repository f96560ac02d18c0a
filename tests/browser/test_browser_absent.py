"""Names that stand nowhere in the graph: told beside an answer, and never where all is well."""

import re
from pathlib import Path

import pytest
from asking import NOTE, run_to_end
from playwright.sync_api import expect
from publication import ROOT
from trial import BASE, NS
from visit import Open

pytestmark = pytest.mark.browser

X = f"PREFIX x: <{NS}>\nPREFIX company: <{BASE}company/>\n"
ONR = "PREFIX onr: <https://w3id.org/onrecord/ns#>\n"


ABSENT = [
    ("SELECT * { ?c a x:Company OPTIONAL { ?c x:staf ?n } }", (3, 41), "x:staf", "x:staff"),
    ("SELECT * { ?c a x:company }", (3, 17), "x:company", "x:Company"),
    ("SELECT * {\n ?c x:of|^x:stafff ?n }", (4, 11), "x:stafff", "x:staff"),
    ("ASK { company:alpha ?p ?o }", (3, 7), "company:alpha", "company:alfa"),
    ("DESCRIBE company:btea", (3, 10), "company:btea", "company:beta"),
    (f"SELECT * {{ <{BASE}company/alf> ?p ?o }}", (3, 12), "company/alf>", f"<{BASE}company/alfa>"),
    (f"PREFIX y: <{NS}> SELECT * {{ ?s y:staf ?o }}", (3, 51), "y:staf", "y:staff"),
    (
        f"BASE <{BASE}> SELECT * {{ <company/alf> ?p ?o }}",
        (3, 43),
        "<company/alf>",
        "company/alfa>",
    ),
    ("SELECT * { ?s x:alfa ?o }", (3, 15), "x:alfa", "company:alfa"),
    ("SELECT * { ?s ?p 'ä' ; x:wholly ?o }", (3, 24), "x:wholly", ""),
    ("CONSTRUCT { ?s x:new ?o } { ?s x:staf ?o }", (3, 32), "x:staf", "x:staff"),
]


@pytest.mark.parametrize(("query", "place", "found", "meant"), ABSENT)
def test_a_name_that_stands_nowhere_is_told_with_its_place(
    visiting: Open,
    trial_server: str,
    query: str,
    place: tuple[int, int],
    found: str,
    meant: str,
) -> None:
    """Line, column, what was found and what was probably meant; the answer stays."""
    page = visiting(trial_server).open("sparql.html")
    run_to_end(page, X + query)
    note = page.locator(NOTE)
    expect(note).to_have_count(1)
    expect(note).to_contain_text(f"Hinweis (Zeile {place[0]}, Spalte {place[1]}): ")
    expect(note).to_contain_text(f"{found} gibt es weder im Graphen noch in der Ontologie.")
    if meant:
        expect(note).to_contain_text(re.compile(rf"Gemeint ist wohl \S*{re.escape(meant)}\.$"))
    else:
        expect(note).not_to_contain_text("Gemeint")
    expect(page.get_by_role("alert")).to_have_count(0)
    expect(page.locator(".sparql-downloads")).to_be_visible()


PRESENT = [
    "SELECT * { ?s x:staff ?o } # x:staf\n",
    'SELECT * { ?s ?p \'x:staf\' FILTER(?o = """x:staf\n<' + BASE + 'company/alf>""") }',
    "PREFIX x: <http://x/> SELECT * { ?s x:staf ?o }",
    "SELECT * { ?s <http://x/staf> ?o }",
    "CONSTRUCT { ?s x:new ?o } { ?s x:staff ?o }",
    "SELECT * { ?s ?p ?o FILTER(STRSTARTS(STR(?s), STR(company:))) }",
    f"SELECT * {{ ?s ?p ?o FILTER(STRSTARTS(STR(?s), STR(<{BASE}company/>))) }}",
    f"SELECT * {{ GRAPH <{BASE}graph/two> {{ ?s ?p ?o }} }}",
    "SELECT * { ?s !(x:staff|^x:of)/a x:Company }",
    "CONSTRUCT WHERE { ?s x:staff ?o }",
    "SELECT ?s (COUNT(?o) AS ?n) { ?s x:staff ?o } GROUP BY ?s ORDER BY ?n",
    "SELECT (1 AS ?n) {}",
    "DESCRIBE ?s { ?s x:staff ?o }",
    "SELECT $s { ?s x:staff ?o FILTER EXISTS { ?a ?b ?c } }",
]


def test_where_all_names_are_known_nothing_is_told(visiting: Open, trial_server: str) -> None:
    """Comments, texts, other meanings of a prefix, what is made, beginnings of names."""
    page = visiting(trial_server).open("sparql.html")
    told = {}
    for query in PRESENT:
        run_to_end(page, X + query)
        told[query] = page.locator(NOTE).all_inner_texts()
    assert {query: texts for query, texts in told.items() if texts} == {}


def test_what_was_meant_is_put_in_at_a_click(visiting: Open, trial: str) -> None:
    """In each of its places; the note is announced, marked in the editor and gone with the slip."""
    page = visiting(trial).open("sparql.html")
    run_to_end(page, X + "SELECT * { { ?s x:staf ?o } UNION { ?o ^x:staf ?s } } # x:staf")
    expect(page.get_by_role("status").filter(has=page.locator(".note"))).to_have_count(1)
    expect(page.locator(".sparql-table tbody tr")).to_have_count(0)
    expect(page.locator(".cm-lintRange-warning")).to_have_count(2)
    page.get_by_role("button", name="x:staff einsetzen und ausführen").click()
    expect(page.locator(".sparql-table tbody tr")).to_have_count(2)
    expect(page.locator(NOTE)).to_have_count(0)
    expect(page.locator(".cm-lintRange-warning")).to_have_count(0)
    expect(page.locator(".cm-content")).to_contain_text("x:staff ?s } } # x:staf")


VALUELESS = [
    ("SELECT ?c ?stff { ?c x:staff ?staff }", (3, 11), "?stff", "?staff"),
    ("SELECT (COUNT($unknown) AS ?n) { ?c x:staff ?o }", (3, 15), "$unknown", ""),
    (
        "CONSTRUCT { ?c a ?labl } { ?c x:staff ?label FILTER(?label > 1) }",
        (3, 18),
        "?labl",
        "?label",
    ),
    ("SELECT ?c { { SELECT ?c ?d { ?c ?p ?o } } }", (3, 25), "?d", ""),
]


@pytest.mark.parametrize(("query", "place", "found", "meant"), VALUELESS)
def test_a_variable_that_gets_no_value_is_told(
    visiting: Open,
    trial_server: str,
    query: str,
    place: tuple[int, int],
    found: str,
    meant: str,
) -> None:
    """One that is asked for and stands nowhere else in the query."""
    page = visiting(trial_server).open("sparql.html")
    run_to_end(page, X + query)
    hint = f" Gemeint ist wohl {meant}." if meant else ""
    expect(page.locator(NOTE)).to_have_text(
        f"Hinweis (Zeile {place[0]}, Spalte {place[1]}): "
        f"{found} bekommt in dieser Abfrage nirgends einen Wert.{hint}"
    )
    if meant:
        page.get_by_role("button", name=f"{meant} einsetzen und ausführen").click()
        expect(page.locator(NOTE)).to_have_count(0)


def test_many_absent_names_are_counted(visiting: Open, trial_server: str) -> None:
    """A list of hundreds of them is no use to anybody."""
    page = visiting(trial_server).open("sparql.html")
    run_to_end(
        page, X + f"SELECT * {{ VALUES ?s {{ {' '.join(f'x:wholly{n}' for n in range(20))} }} }}"
    )
    expect(page.locator(NOTE)).to_have_count(9)
    expect(page.locator(NOTE).last).to_have_text("Und 12 weitere Namen, die es nicht gibt.")


def test_of_the_publication_a_misspelt_property_is_told(visiting: Open, site_server: str) -> None:
    """In English, beside rows that have an empty column."""
    page = visiting(site_server).open("en/sparql.html")
    run_to_end(page, ONR + "SELECT ?s ?who { ?s a onr:Statement OPTIONAL { ?s onr:sayedBy ?who } }")
    expect(page.locator(NOTE)).to_have_text(
        "Note (line 2, column 51): onr:sayedBy exists neither in the graph nor in the ontology. "
        "Probably onr:statedBy is meant."
    )
    expect(page.locator(".sparql-table tbody tr")).to_have_count(50)
    page.get_by_role("button", name="Put in onr:statedBy and run").click()
    expect(page.locator(".sparql-table tbody td:nth-child(2) a").first).to_be_visible()
    expect(page.locator(NOTE)).to_have_count(0)


def test_a_name_of_another_vocabulary_may_well_exist(visiting: Open, site_server: str) -> None:
    """Of such a name it is said only that this graph does without it."""
    page = visiting(site_server).open("sparql.html")
    run_to_end(page, "PREFIX schema: <https://schema.org/>\nSELECT * { ?s schema:valu ?o }")
    expect(page.locator(NOTE)).to_have_text(
        "Hinweis (Zeile 2, Spalte 15): schema:valu kommt in diesem Graphen nicht vor. "
        "Am ähnlichsten ist schema:value."
    )


# The benchmark asks for resources of a publication that is made for it.
MADE = r"<https://w3id\.org/onrecord/kg/(company/c7|article/a0|statement/a0/s0)>"


def test_no_query_of_the_project_is_told_of(visiting: Open, site_server: str) -> None:
    """Questions, benchmarks: each name is one of the graph or of the ontology."""
    page = visiting(site_server).open("sparql.html")
    queries = sorted(
        p for at in ("kg/questions", "bench/queries") for p in (ROOT / at).glob("*.rq")
    )
    assert len(queries) > 30
    told: dict[Path, list[str]] = {}
    for path in queries:
        query = re.sub(MADE, "?made", path.read_text(encoding="utf-8"))
        run_to_end(page, query)
        told[path] = page.locator(NOTE).all_inner_texts()
    assert {path.name: texts for path, texts in told.items() if texts} == {}
