"""The commands query, serve, push and mcp as a person uses them."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import hosts
from serving import BASE, GRAPHS, write

pytestmark = pytest.mark.system

CONFIG = f'base = "{BASE}"\n[title]\nde = "P"\nen = "P"\n[description]\nde = "-"\nen = "-"\n'


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with no articles, and a publication."""
    made = tmp_path_factory.mktemp("commands")
    (made / "onrecord.toml").write_text(CONFIG)
    (made / "kg/entities").mkdir(parents=True)
    (made / "kg/entities/companies.ttl").write_text(
        "@prefix onr: <https://w3id.org/onrecord/ns#> .\n"
        "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n"
        f'<{BASE}company/nordwind> a onr:Company ; rdfs:label "Nordwind"@de , "North"@en .\n'
    )
    write(made / "public")
    return made


def run(folder: Path, *arguments: str, text: str = "", code: int = 0) -> tuple[str, str]:
    """Standard output and error of a command; its exit code must be `code`."""
    done = subprocess.run(
        [sys.executable, "-m", "onrecord", "-w", str(folder), *arguments],
        input=text,
        capture_output=True,
        text=True,
        timeout=60,
        env={**os.environ, "COLUMNS": "120"},
        check=False,
    )
    assert done.returncode == code, done.stdout + done.stderr
    return done.stdout, done.stderr


LABELS = "SELECT ?s ?l { ?s a onr:Company ; rdfs:label ?l FILTER(LANG(?l) = 'de') }"


def test_a_table_for_people(folder: Path) -> None:
    """Prefixed names, languages, the number of rows."""
    out, _ = run(folder, "query", LABELS)
    assert "company:nordwind" in out
    assert "Nordwind @de" in out
    assert "1 row" in out


def test_a_term_that_the_graph_does_not_know_is_named_with_the_nearest(folder: Path) -> None:
    """Where nothing is found, a slip in a term of ours is the likeliest reason; others are not
    asked about, and an answer has no note."""
    out, notes = run(folder, "query", "SELECT ?s { ?s a onr:Compny ; <urn:x:other> ?o }")
    assert "0 rows" in out
    assert notes == "note: onr:Compny occurs nowhere in the graph; did you mean onr:Company?\n"
    _, notes = run(folder, "query", f"ASK {{ <{BASE}company/nordwint> ?p ?o }}")
    assert f"<{BASE}company/nordwint> occurs nowhere in the graph; did you mean " in notes
    assert "company:nordwind?" in notes
    _, notes = run(folder, "query", LABELS)
    assert notes == ""


@pytest.mark.parametrize(
    ("form", "head"),
    [("csv", "SELECT ?s"), ("tsv", "SELECT ?s"), ("json", "SELECT ?s"), ("xml", "SELECT ?s")]
    + [("csv", "ASK"), ("json", "ASK"), ("xml", "ASK")]
    + [(form, "CONSTRUCT { ?s a ?s }") for form in ("turtle", "jsonld", "rdfxml", "trig")],
)
def test_the_note_is_given_in_every_format(folder: Path, form: str, head: str) -> None:
    """On standard error, where it is in nobody's way; where something is found, there is none."""
    _, notes = run(folder, "query", "-f", form, f"{head} {{ ?s a onr:Compny }}")
    assert notes == "note: onr:Compny occurs nowhere in the graph; did you mean onr:Company?\n"
    out, notes = run(folder, "query", "-f", form, f"{head} {{ ?s a onr:Company }}")
    assert out
    assert notes == ""


def test_formats_for_machines(folder: Path) -> None:
    """CSV, JSON by --json, Turtle with prefixes, a truth; from a file and from standard input."""
    (folder / "labels.rq").write_text(LABELS)
    assert run(folder, "query", str(folder / "labels.rq"), "-f", "csv")[0].splitlines() == [
        "s,l",
        f"{BASE}company/nordwind,Nordwind",
    ]
    read = json.loads(run(folder, "--json", "query", "-", text=LABELS)[0])
    assert len(read["results"]["bindings"]) == 1
    turtle = run(folder, "query", "DESCRIBE company:nordwind", "-f", "turtle")[0]
    assert "\ncompany:nordwind a " in turtle
    assert "onr:Company" in turtle
    assert run(folder, "query", "ASK { ?s a onr:Company }")[0] == "yes\n"


def test_errors_name_their_place_and_what_to_do(folder: Path) -> None:
    """File, line and column; exit code 2 for a wrong query, 3 for a limit."""
    (folder / "bad.rq").write_text("SELECT * {\n ?s fehlt:x ?o }")
    _, err = run(folder, "query", str(folder / "bad.rq"), code=2)
    assert "bad.rq:2:5: The prefix fehlt: is not declared" in err
    assert "would change data" in run(folder, "query", "CLEAR ALL", code=2)[1]
    assert "There is no such file." in run(folder, "query", "missing.rq", code=2)[1]
    assert "choose one of" in run(folder, "query", "ASK {}", "-f", "doc", code=2)[1]
    numbers = " ".join(map(str, range(300)))
    cross = " ".join(f"VALUES ?{name} {{ {numbers} }}" for name in "abcd")
    slow = f"SELECT (COUNT(*) AS ?n) {{ {cross} }}"
    assert "stopped after 0.5 seconds" in run(folder, "query", slow, "--timeout", "0.5", code=3)[1]


def test_a_dump_can_be_asked_without_a_workspace(folder: Path, tmp_path: Path) -> None:
    """--dump takes any N-Quads file; a broken one is an error of that file."""
    dump = str(folder / "public/data/onrecord.nq")
    out, _ = run(
        tmp_path, "query", "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }", "-f", "csv", "--dump", dump
    )
    assert out.splitlines() == ["n", "25"]
    (tmp_path / "x.nq").write_text("nothing")
    _, err = run(tmp_path, "query", "ASK {}", "--dump", str(tmp_path / "x.nq"), code=1)
    assert "x.nq" in err


def test_serve_and_mcp_need_a_publication(folder: Path, tmp_path: Path) -> None:
    """A folder without one is exit code 3 and a hint."""
    for command in ("serve", "mcp"):
        _, err = run(folder, command, str(tmp_path), code=3)
        assert "onrecord build" in err


def test_push_tells_what_it_does(folder: Path, tmp_path: Path) -> None:
    """Dry run, push, push again, with results for machines."""
    port = hosts.free_port()
    command = [hosts.installed("oxigraph"), "serve", "-b", f"127.0.0.1:{port}"]
    url = f"http://127.0.0.1:{port}/store"
    with hosts.running(command, port, tmp_path / "log"):
        assert "would be sent" in run(folder, "push", url, "--dry-run")[1]
        assert "2 of 2 graphs sent" in run(folder, "push", url)[1]
        steps = json.loads(run(folder, "--json", "push", url, "-g", GRAPHS[0])[0])
    assert steps == [{"graph": GRAPHS[0], "action": "same", "triples": 15}]
    assert "no graph <urn:x>" in run(folder, "push", url, "-g", "urn:x", code=2)[1]
    assert "does not answer" in run(folder, "push", url, "--tries", "1", code=3)[1]
