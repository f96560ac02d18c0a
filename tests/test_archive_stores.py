"""Stores take the shards in bulk, by the recipes of `docs/archive.md`, and hold all of them."""

import json
import shutil
import subprocess
from pathlib import Path

import httpx
import pytest
import rdflib
import zstandard

import archives
import hosts
import stores

pytestmark = pytest.mark.system

COUNT = "SELECT (COUNT(*) AS ?n) WHERE { GRAPH ?g { ?s ?p ?o } FILTER(STRSTARTS(STR(?g), 'BASE')) }"
BASE = "https://w3id.org/onrecord/kg/graph/"
TITLE = 'Der "Kran" \\ dreht: „Öl“ & <b>ß</b>\tim 世界-Hafen 🚢'


@pytest.fixture(scope="module")
def shards(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The unpacked shards of a small archive, one of whose titles is hard to write."""
    folder = archives.newsroom(tmp_path_factory.mktemp("stores") / "w")
    rows = archives.records(4)
    rows[0]["title"] = TITLE
    out = archives.make(archives.job(folder, archives.write(folder / "a.jsonl", rows))).out
    data = folder / "data"
    data.mkdir()
    for path in sorted((out / "data").glob("*.nq.zst")):
        unpacked = zstandard.ZstdDecompressor().decompressobj().decompress(path.read_bytes())
        (data / path.name.removesuffix(".zst")).write_bytes(unpacked)
    shutil.copy(out / "manifest.json", folder / "manifest.json")
    return data


def _quads(shards: Path) -> int:
    return int(json.loads((shards.parent / "manifest.json").read_bytes())["counts"]["quads"])


def _asked(address: str, query: str) -> str:
    json_results = {"Accept": "application/sparql-results+json"}
    answer = httpx.get(address, params={"query": query}, headers=json_results, timeout=60)
    [row] = answer.raise_for_status().json()["results"]["bindings"]
    return str(next(iter(row.values()))["value"])


def _holds(address: str, shards: Path) -> None:
    assert int(_asked(address, COUNT.replace("BASE", BASE))) == _quads(shards)
    article = "<https://w3id.org/onrecord/kg/article/wirtschaft-0000000>"
    label = "<http://www.w3.org/2000/01/rdf-schema#label>"
    query = f"SELECT ?t {{ GRAPH ?g {{ {article} {label} ?t FILTER(LANG(?t) = 'de') }} }}"
    assert _asked(address, query) == " ".join(TITLE.split())


def test_oxigraph(shards: Path, tmp_path: Path) -> None:
    """`oxigraph load` takes all shards at once."""
    command = [hosts.installed("oxigraph"), "load", "--location", str(tmp_path / "db"), "--file"]
    subprocess.run([*command, *sorted(map(str, shards.glob("*.nq")))], check=True)
    with stores.oxigraph(tmp_path, port := hosts.free_port()):
        _holds(f"http://127.0.0.1:{port}/query", shards)


def test_virtuoso(shards: Path, tmp_path: Path) -> None:
    """Virtuoso's bulk loader takes the folder of the shards; it skips files for no graph, though
    quads have their own."""
    isql = hosts.program("isql-vt", "virtuoso-opensource-7-bin")
    data = tmp_path / "data"
    shutil.copytree(shards, data)
    with stores.virtuoso(tmp_path, port := hosts.free_port()) as server:
        load = f"ld_dir('{data}', '*.nq', 'urn:shards'); rdf_loader_run(); checkpoint;"
        command = [isql, f"127.0.0.1:{server.inner}", "dba", "dba", f"exec={load}"]
        subprocess.run(command, check=True, capture_output=True)
        _holds(f"http://127.0.0.1:{port}/sparql", shards)


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_rdflib(shards: Path) -> None:
    """rdflib parses every shard."""
    dataset = rdflib.Dataset()
    for path in sorted(shards.glob("*.nq")):
        dataset.parse(path, format="nquads")
    assert sum(len(graph) for graph in dataset.graphs()) == _quads(shards)
