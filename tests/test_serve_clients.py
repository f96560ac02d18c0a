"""Clients that people use work with the endpoint as they are."""

import json
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
import rdflib
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from SPARQLWrapper import CSV, JSON, POST, POSTDIRECTLY, TURTLE, XML, SPARQLWrapper

import hosts
from serving import DOCUMENTS, GRAPHS, write

pytestmark = pytest.mark.system

FIRST = DOCUMENTS["company/nordwind"]
LABELS = "SELECT ?s ?l { ?s <http://www.w3.org/2000/01/rdf-schema#label> ?l } ORDER BY ?s"


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("clients")
    with hosts.serve(folder, write(folder / "public")) as port:
        yield f"http://127.0.0.1:{port}/sparql"


def test_sparqlwrapper_in_each_way(address: str) -> None:
    """GET, POST and direct POST; tables, truth and graphs."""
    client = SPARQLWrapper(address)
    client.setQuery(LABELS)
    client.setReturnFormat(JSON)
    assert len(client.queryAndConvert()["results"]["bindings"]) == 5
    client.setMethod(POST)
    client.setReturnFormat(XML)
    assert len(client.queryAndConvert().getElementsByTagName("result")) == 5
    client.setRequestMethod(POSTDIRECTLY)
    client.setReturnFormat(CSV)
    assert len(client.queryAndConvert().splitlines()) == 6
    client.setQuery(f"DESCRIBE <{FIRST}>")
    client.setReturnFormat(TURTLE)
    assert b"Nordwind" in client.queryAndConvert() or b"nordwind" in client.queryAndConvert()


def test_rdflib_as_a_remote_graph(address: str) -> None:
    """A SPARQLStore of rdflib iterates, asks and counts like a local graph."""
    graph = rdflib.Graph(SPARQLStore(address))
    label = graph.value(rdflib.URIRef(FIRST), rdflib.RDFS.label)
    assert label == rdflib.Literal("Größe company/nordwind", lang="de")
    assert len(list(graph.query(LABELS))) == 5
    assert bool(graph.query("ASK { ?s ?p ?o }"))
    named = rdflib.Graph(SPARQLStore(address), identifier=rdflib.URIRef(GRAPHS[0]))
    assert len(list(named.query("SELECT * { ?s ?p ?o }"))) in (15, 25)


def test_curl(address: str) -> None:
    """The short way on a command line: data-urlencode, a type, a table."""
    command = ["curl", "-s", "-f", address, "-H", "Accept: text/csv", "--data-urlencode"]
    done = subprocess.run([*command, f"query={LABELS}"], capture_output=True, check=True)
    assert len(done.stdout.splitlines()) == 6


COMUNICA = """
import { QueryEngine } from '@comunica/query-sparql';
const engine = new QueryEngine(), sources = [{ type: 'sparql', value: process.argv[2] }];
const rows = await (await engine.queryBindings(process.argv[3], { sources })).toArray();
const pages = [process.argv[2].replace('/sparql', '/company/nordwind')];
const all = await engine.queryBindings('SELECT * { ?s ?p ?o }', { sources: pages });
const found = await all.toArray();
console.log(JSON.stringify([rows.length, found.length]));
"""


@pytest.mark.torture
def test_comunica(address: str, tmp_path: Path) -> None:
    """Comunica asks the endpoint, and follows a resource's address to its triples."""
    (tmp_path / "package.json").write_text('{"type": "module"}')
    (tmp_path / "ask.js").write_text(COMUNICA)
    install = ["npm", "install", "--ignore-scripts", "@comunica/query-sparql@3.3.0"]
    subprocess.run(install, cwd=tmp_path, check=True, capture_output=True)
    done = subprocess.run(
        ["node", "ask.js", address, LABELS], cwd=tmp_path, check=True, capture_output=True
    )
    assert json.loads(done.stdout) == [5, 5]


def test_javascript_with_nothing_but_fetch(address: str) -> None:
    """A script of another site asks and gets JSON."""
    node = shutil.which("node")
    if node is None:
        pytest.fail("node is missing: install the Debian package nodejs")
    script = (
        f"fetch({address!r} + '?query=' + encodeURIComponent({LABELS!r}),"
        " {headers: {Origin: 'http://other.example'}})"
        ".then(r => r.json().then(j => console.log(JSON.stringify(["
        "r.headers.get('access-control-allow-origin'), j.results.bindings.length]))))"
    )
    done = subprocess.run([node, "-e", script], capture_output=True, check=True, timeout=30)
    assert json.loads(done.stdout) == ["*", 5]
