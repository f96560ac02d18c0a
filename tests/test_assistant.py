"""The official client finds, reads and quotes what the publication says."""

import sys
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import anyio
import pyoxigraph as ox
import pytest
from mcp import Client, StdioServerParameters

import hosts
from onrecord.assistant import assistant
from onrecord.errors import SystemFailure
from onrecord.publish.hosting import rules
from onrecord.serve.settings import Settings
from serving import CONFIG

pytestmark = pytest.mark.system

KG = "https://w3id.org/onrecord/kg/"
TRIG = """
@prefix onr: <https://w3id.org/onrecord/ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix schema: <https://schema.org/> .
@prefix k: <https://w3id.org/onrecord/kg/> .
@prefix st: <https://w3id.org/onrecord/kg/statement/hafen/> .
@prefix c: <https://w3id.org/onrecord/scheme/x#> .
<https://w3id.org/onrecord/kg/graph/article/hafen> {
  <https://w3id.org/onrecord/kg/person/ada> a onr:Person ; rdfs:label "Ada"@de , "Ada"@en .
  <https://w3id.org/onrecord/kg/deal/kran> a onr:Deal ; rdfs:label "Kranbau"@de , "Cranes"@en ;
    onr:hasParticipation <https://w3id.org/onrecord/kg/deal/kran#party-ada> .
  <https://w3id.org/onrecord/kg/deal/kran#party-ada> onr:participant
    <https://w3id.org/onrecord/kg/person/ada> ; onr:role c:investor .
  <https://w3id.org/onrecord/kg/dispute/stand> a onr:Dispute ; rdfs:label "Stand"@de ;
    onr:question "Ruht der Kran?"@de ; onr:hasPosition st:ruht , st:laeuft .
  st:ruht a onr:Statement ; rdfs:label "Ruht"@de , "On hold"@en ;
    onr:gloss "Der Bau ruht, sagt Ada."@de , "Ada says it is on hold."@en ;
    onr:statedBy <https://w3id.org/onrecord/kg/person/ada> ; onr:polarity c:yes ;
    onr:modality c:planned ; onr:predicate onr:dealStatus ; onr:object c:on-hold ;
    onr:about <https://w3id.org/onrecord/kg/deal/kran> ; onr:anchorPhrase "ruht vorerst"@de ;
    onr:paragraph 2 ; onr:amount <https://w3id.org/onrecord/kg/statement/hafen/ruht#amount> ;
    onr:anchoredAt <https://w3id.org/onrecord/kg/statement/hafen/ruht#anchor-1> .
  <https://w3id.org/onrecord/kg/statement/hafen/ruht#amount> onr:amountText "bis zu 5 Mio."@de ;
    onr:amountKind c:upper ; schema:maxValue 5000000 .
  <https://w3id.org/onrecord/kg/statement/hafen/ruht#anchor-1>
    onr:textFragment <https://hafen.example/1#:~:text=ruht%20vorerst> .
  st:laeuft a onr:Statement ; rdfs:label "Läuft"@de ; onr:gloss "Der Bau läuft."@de ;
    onr:statedBy <https://w3id.org/onrecord/kg/person/ada> ; onr:polarity c:no .
  c:yes skos:prefLabel "bejaht"@de , "affirmed"@en . c:no skos:prefLabel "verneint"@de .
  c:planned skos:prefLabel "geplant"@de . c:on-hold skos:prefLabel "ruht"@de .
  c:upper skos:prefLabel "Obergrenze"@de . c:investor skos:prefLabel "Geldgeber"@de .
}
"""


def _run(ask: Callable[[], Awaitable[Any]]) -> Any:
    """Runs in a thread of its own: a browser of another test may have a loop in this one."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(anyio.run, ask).result()


@pytest.fixture(scope="module")
def publication(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("assistant")
    quads = ox.parse(input=TRIG, format=ox.RdfFormat.TRIG)
    (folder / "data").mkdir()
    (folder / "data/onrecord.nq").write_bytes(
        ox.serialize(quads, format=ox.RdfFormat.N_QUADS) or b""
    )
    (folder / "hosting").mkdir()
    (folder / "hosting/site.json").write_bytes(rules(CONFIG, [])["hosting/site.json"])
    return folder


@asynccontextmanager
async def connected(publication: Path, *, stdio: bool = False) -> AsyncIterator[Client]:
    """The library's own client, in this process or to the command over standard input."""
    command = ["-m", "onrecord", "mcp", str(publication), "--query-seconds", "1"]
    server = (
        StdioServerParameters(command=sys.executable, args=command)
        if stdio
        else assistant(publication, Settings(workers=2, query_seconds=1.0))
    )
    async with Client(server) as client:
        yield client


def call(publication: Path, *calls: tuple[str, dict[str, Any]]) -> list[Any]:
    """The structured results of some calls over one connection; text where it is an error."""

    async def ask() -> list[Any]:
        async with connected(publication) as client:
            results = [await client.call_tool(name, given) for name, given in calls]
            return [r.content[0].text if r.is_error else r.structured_content for r in results]  # type: ignore[union-attr]

    return _run(ask)


def test_five_tools_are_offered_with_words(publication: Path) -> None:
    """Each tool says what it does, and the server says how to quote."""

    async def ask() -> tuple[dict[str, Any], str]:
        async with connected(publication, stdio=True) as client:
            listed = await client.list_tools()
            return {t.name: t.description for t in listed.tools}, client.instructions or ""

    tools, instructions = _run(ask)
    assert set(tools) == {"search", "statement", "dispute", "deal", "sparql"}
    assert all(tools.values())
    assert "Cite the IRI" in instructions


def test_an_assistant_quotes_with_iri_and_anchor(publication: Path) -> None:
    """Search finds by gloss and by anchor; the statement has all that a quotation needs."""
    found, by_anchor, read, english = call(
        publication,
        ("search", {"words": "BAU RUHT"}),
        ("search", {"words": "ruht vorerst"}),
        ("statement", {"name": "statement/hafen/ruht"}),
        ("statement", {"name": f"{KG}statement/hafen/ruht", "language": "en"}),
    )
    iri = f"{KG}statement/hafen/ruht"
    assert [row["iri"] for row in found["found"]] == [iri]
    assert found["found"][0]["kind"] == "Statement"
    assert [row["iri"] for row in by_anchor["found"]] == [iri]
    assert read["statedBy"] == ["Ada"]
    assert read["anchorPhrase"] == ["ruht vorerst"]
    assert read["textFragment"] == ["https://hafen.example/1#:~:text=ruht%20vorerst"]
    assert (read["maxValue"], read["amountKind"]) == (["5000000"], ["Obergrenze"])
    assert (read["cite"], english["polarity"]) == (f"<{iri}>", ["affirmed"])


def test_disputes_and_deals_are_told_per_speaker(publication: Path) -> None:
    """Both can be listed; one of them shows positions, parties, amounts and status."""
    disputes, dispute, deals, deal = call(
        publication,
        ("dispute", {}),
        ("dispute", {"name": "dispute:stand"}),
        ("deal", {}),
        ("deal", {"name": "deal/kran"}),
    )
    assert [row["iri"] for row in disputes["disputes"]] == [f"{KG}dispute/stand"]
    assert [(p["text"], p["polarity"]) for p in dispute["positions"]] == [
        ("Der Bau läuft.", "verneint"),
        ("Der Bau ruht, sagt Ada.", "bejaht"),
    ]
    assert deals["deals"][0]["label"] == "Kranbau"
    assert deal["parties"] == [{"party": f"{KG}person/ada", "name": "Ada", "role": "Geldgeber"}]
    (told,) = deal["statements"]
    assert (told["status"], told["printed"], told["kind"]) == (
        "ruht",
        "bis zu 5 Mio.",
        "Obergrenze",
    )


def test_sparql_runs_within_the_same_limits(publication: Path) -> None:
    """Tables and graphs are answered; updates, SERVICE and slow queries are refused in words."""
    numbers = " ".join(map(str, range(300)))
    cross = " ".join(f"VALUES ?{name} {{ {numbers} }}" for name in "abcd")
    table, graph, update, service, slow, after = call(
        publication,
        ("sparql", {"query": "SELECT ?s { ?s a onr:Person }"}),
        ("sparql", {"query": "CONSTRUCT WHERE { ?s a onr:Deal }"}),
        ("sparql", {"query": "DELETE WHERE { ?s ?p ?o }"}),
        ("sparql", {"query": "SELECT * { SERVICE <http://127.0.0.1:9/> {} }"}),
        ("sparql", {"query": f"SELECT (COUNT(*) AS ?n) {{ {cross} }}"}),
        ("sparql", {"query": "ASK {}"}),
    )
    assert table["results"]["bindings"][0]["s"]["value"] == f"{KG}person/ada"
    assert "deal:kran a onr:Deal" in graph["turtle"]
    assert "would change data" in update
    assert "SERVICE" in service
    assert "stopped after 1 seconds" in slow
    assert after["boolean"] is True


def test_wrong_use_is_explained(publication: Path) -> None:
    """An unknown resource, a text that is no IRI, a language that there is not."""
    unknown, broken, language, other = call(
        publication,
        ("statement", {"name": "statement/hafen/fehlt"}),
        ("statement", {"name": "> } DROP ALL #"}),
        ("search", {"words": "Ada", "language": "fr"}),
        ("deal", {"name": "person/ada"}),
    )
    assert "search tool" in unknown
    assert "is no IRI" in broken
    assert "de, en" in language
    assert "There is no deal" in other


@pytest.fixture
def address(publication: Path, tmp_path: Path) -> Iterator[str]:
    port = hosts.free_port()
    command = [sys.executable, "-m", "onrecord", "mcp", str(publication), "--http"]
    with hosts.running([*command, "--port", str(port)], port, tmp_path / "log"):
        yield f"http://127.0.0.1:{port}/mcp"


def test_the_same_over_http(address: str) -> None:
    """The client reaches the tools over HTTP as well."""

    async def ask() -> Any:
        async with Client(address) as client:
            return (await client.call_tool("search", {"words": "Ada"})).structured_content

    assert [row["kind"] for row in _run(ask)["found"]] == ["Person", "Statement"]


def test_without_a_publication_it_says_so(tmp_path: Path) -> None:
    """An empty folder is an error with what to do."""
    with pytest.raises(SystemFailure, match="no publication"):
        assistant(tmp_path)
