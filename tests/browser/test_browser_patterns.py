"""Regular expressions that cannot be run: told beside the answer that they leave empty."""

from pathlib import Path
from urllib.parse import quote

import pytest
from asking import NOTE, run_to_end
from playwright.sync_api import expect
from publication import ROOT
from visit import Open

pytestmark = pytest.mark.browser


# The expression as the query writes it, the column of the fault in it, and what is told.
FAULTY = [
    ("Raps(öl", 5, "Die Klammer ( wird nicht geschlossen. Es fehlt: ). Das Zeichen selbst"),
    ("a(b(c)", 2, "Die Klammer ( wird"),
    ("Raps)", 5, "Die Klammer ) schließt keine. Nehmen Sie sie weg. Das Zeichen selbst"),
    ("[a-z", 1, "Die Klammer [ wird nicht geschlossen. Es fehlt: ]. "),
    ("a{2", 2, "Die Klammer { wird"),
    ("*öl", 1, "Vor * steht nichts, was sich wiederholen kann. Das Zeichen selbst schreiben Sie"),
    ("a|+b", 3, "Vor + steht nichts"),
    ("({2})", 2, "Vor { steht nichts"),
    (r"ä\\q", 2, r"\q gibt es in regulären Ausdrücken nicht."),
    (
        "abc\\\\\\\\\\\\",
        8,
        "Hinter \\ fehlt ein Zeichen. Das Zeichen selbst schreiben Sie \\\\\\\\.",
    ),
    (r"(a)\\1", 4, r"Rückbezüge wie \1 kennt"),
    ("a(?!b)", 2, "Bedingungen an das, was davor oder dahinter steht, wie (?! kennt"),
    ("(?<=a)b", 1, "wie (?<= kennt"),
    ("(?>a)", 1, "Eine Klammer, die mit (?> beginnt"),
    ("a{4,2}", 2, "{4,2} ist keine Anzahl. Schreiben Sie etwa {2}"),
    ("a{,3}", 2, "{,3} ist keine Anzahl"),
    ("[äz-a]", 3, "z-a ist kein Bereich. Schreiben Sie etwa a-z"),
    (r"[a-\\d]", 2, r"a-\d ist kein Bereich"),
    ("x[^]", 2, "In [^] steht kein Zeichen."),
    (r"\\p{Griechisch}", 1, r"\p{Griechisch} gibt es nicht."),
    ("a{100000}{100}", 1, "Diese Abfragemaschine kann ihn nicht lesen"),
    ("[" * 20_000, 1, "Diese Abfragemaschine kann ihn nicht lesen"),
    (r"\u0028a", 1, "Die Klammer ( wird"),
    (r"\t\"\\w(", 8, "Die Klammer ( wird"),
]


@pytest.mark.parametrize("call", ['REGEX(?o, "{}")', 'REPLACE(?o, "{}", "x", "i")'])
def test_a_faulty_expression_is_told_with_its_place(
    visiting: Open, trial_server: str, call: str
) -> None:
    """Line, column, the expression and what is wrong with it, for each kind of slip."""
    page = visiting(trial_server).open("sparql.html")
    name = call.partition("(")[0]
    for expression, at, wrong in FAULTY:
        head = f"SELECT * {{\n ?s ?p ?o FILTER({call.partition('{}')[0]}"
        run_to_end(page, head + expression + call.partition("{}")[2] + ") }")
        note = page.locator(NOTE)
        expect(note).to_have_count(1)
        column = len(head.partition("\n")[2]) + at
        expect(note).to_contain_text(f"Hinweis (Zeile 2, Spalte {column}): Der reguläre Ausdruck „")
        expect(note).to_contain_text(f"“ ist fehlerhaft, deshalb gibt {name} nirgends ein Ergebnis")
        expect(note).to_contain_text(wrong)
        expect(page.locator(".sparql-table tbody tr")).to_have_count(0)


OTHERS = [
    ('REGEX(?o, "a", "g")', 15, "„g“ ist kein Schalter, deshalb gibt REGEX nirgends"),
    ('REPLACE(?o, "a", "b", "ig")', 22, "„g“ ist kein Schalter, deshalb gibt REPLACE"),
    ('REGEX(?o, "a"@de)', 10, "REGEX braucht als Ausdruck einen einfachen Text"),
    ("REGEX(?o, <http://x.org/>)", 10, "REGEX braucht als Ausdruck einen einfachen Text"),
    ('REGEX(?o, CONCAT("a", "("))', 10, "Der reguläre Ausdruck „a(“ ist fehlerhaft"),
    ('REGEX(?o, "a (b # c", "x")', 13, "Die Klammer ( wird nicht geschlossen"),
    ("regex(REPLACE(?o, '''a''', 'b'), '''a\n(''')", 1, "Die Klammer ( wird nicht geschlossen"),
]


@pytest.mark.parametrize(("call", "at", "told"), OTHERS)
def test_flags_and_other_kinds_of_values_are_told_of(
    visiting: Open, trial_server: str, call: str, at: int, told: str
) -> None:
    """So are expressions that are put together of texts alone."""
    page = visiting(trial_server).open("sparql.html")
    head = "SELECT * { ?s ?p ?o FILTER("
    run_to_end(page, f"{head}{call}) }}")
    place = "Zeile 2, Spalte 1" if "\n" in call else f"Zeile 1, Spalte {len(head) + at + 1}"
    expect(page.locator(NOTE)).to_have_count(1)
    expect(page.locator(NOTE)).to_contain_text(f"Hinweis ({place}): ")
    expect(page.locator(NOTE)).to_contain_text(told)


SOUND = [
    r'REGEX(?o, "^\\s*[\\w\\-.äöü[:digit:]]+(?:a|b)?[^]x]{2,}?\\.$", "i")',
    'REGEX(?o, "a(", "q")',
    r'REGEX(?o, "(?i)(?<n>a)\\p{L}\\p{Greek}[a-z&&[^b]]**")',
    'REPLACE(?o, "(a)|", "[$1]")',
    'REGEX(?o, ?p) && REGEX(?o, CONCAT("(", ?o)) && REGEX(?o, "a", ?o)',
    'REGEX(?o, "a") && ?o != "REGEX(?o, \'(\')" # REGEX(?o, "(")\n',
    r'REGEX(?o, "a (b) # (", "x")',
    'REGEX(?o, "")',
]


def test_of_sound_expressions_nothing_is_told(visiting: Open, trial_server: str) -> None:
    """Nor of those that are another one in each row, or stand in comments and texts."""
    page = visiting(trial_server).open("sparql.html")
    told = {}
    for call in SOUND:
        run_to_end(page, f"SELECT * {{ ?s ?p ?o FILTER({call}) }}")
        told[call] = page.locator(NOTE).all_inner_texts()
    assert {call: texts for call, texts in told.items() if texts} == {}


def test_no_expression_of_the_project_is_told_of(visiting: Open, trial_server: str) -> None:
    """Of its questions, checks, views and benchmarks."""
    page = visiting(trial_server).open("sparql.html")
    folders = ("kg/questions", "bench/queries", "shapes/checks", "site/views")
    paths = [p for at in folders for p in sorted((ROOT / at).glob("*.rq"))]
    queries = {p: p.read_text(encoding="utf-8") for p in paths}
    asked = {p: q for p, q in queries.items() if "REGEX" in q.upper() or "REPLACE" in q.upper()}
    assert len(asked) > 2
    told: dict[Path, list[str]] = {}
    for path, query in asked.items():
        run_to_end(page, query)
        told[path] = [t for t in page.locator(NOTE).all_inner_texts() if "nirgends ein Erg" in t]
    assert {path.name: texts for path, texts in told.items() if texts} == {}


def test_it_is_told_in_english_and_marked_in_the_editor(visiting: Open, site_server: str) -> None:
    """The mark is where the slip is; a mended query has neither."""
    page = visiting(site_server).open("en/sparql.html")
    run_to_end(page, 'SELECT * { ?s ?p ?o FILTER(REGEX(STR(?o), "NVIDIA (Corp")) } LIMIT 3')
    expect(page.locator(NOTE)).to_have_text(
        "Note (line 1, column 51): The regular expression “NVIDIA (Corp” is faulty, so REGEX gives "
        "no result anywhere. The bracket ( is not closed. Missing: ). The character itself is "
        "written \\\\(."
    )
    expect(page.locator(".cm-lintRange-warning")).to_have_text("(")
    run_to_end(page, 'SELECT * { ?s ?p ?o FILTER(REGEX(STR(?o), "NVIDIA \\\\(Corp")) } LIMIT 3')
    expect(page.locator(NOTE)).to_have_count(0)
    expect(page.locator(".cm-lintRange-warning")).to_have_count(0)


def test_a_single_backslash_is_told_with_the_way_to_write_it(
    visiting: Open, trial_server: str
) -> None:
    """A text knows few of them; an expression has two where one is meant."""
    page = visiting(trial_server).open("sparql.html")
    page.goto(page.url + "#run=1&query=" + quote('ASK { ?s ?p ?o FILTER REGEX(?o, "ä\\\\w\\d") }'))
    error = page.get_by_role("alert")
    expect(error).to_contain_text(
        "Zeile 1, Spalte 38): \\d gibt es in einem Text von SPARQL nicht."
    )
    expect(error).to_contain_text("schreiben Sie \\\\d.")
