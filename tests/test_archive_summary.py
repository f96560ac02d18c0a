"""What the catalogue of an archive says is so."""

import hashlib
from pathlib import Path

import pyoxigraph as ox
import pytest

import archives
from onrecord.names import DCAT, VOID

BASE = "https://w3id.org/onrecord/kg/"
PREFIXES = {"void": VOID, "dcat": DCAT, "spdx": "http://spdx.org/rdf/terms#"}


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive of a few articles, one of them refused."""
    folder = archives.newsroom(tmp_path_factory.mktemp("summary"))
    rows = [*archives.records(5), {"id": "bad"}]
    return archives.make(archives.job(folder, archives.write(folder / "a.jsonl", rows))).out


@pytest.fixture(scope="module")
def catalogue(out: Path) -> ox.Store:
    """The catalogue."""
    store = ox.Store()
    store.load(path=str(out / "catalog.ttl"), format=ox.RdfFormat.TURTLE)
    return store


def _ask(store: ox.Store, wanted: str, pattern: str) -> list[tuple[str, ...]]:
    text = f"SELECT DISTINCT {wanted} {{ {pattern} }}"
    rows = store.query(text, prefixes=PREFIXES, use_default_graph_as_union=True)
    assert isinstance(rows, ox.QuerySolutions)
    return [tuple(getattr(term, "value", "") for term in row) for row in rows]


def test_counts(out: Path, catalogue: ox.Store) -> None:
    """VoID's numbers are those of the shards."""
    store = ox.Store()
    store.load(input=archives.quads(out), format=ox.RdfFormat.N_QUADS)
    triples = {(q.subject, q.predicate, q.object) for q in store}
    assert _ask(catalogue, "?n", "[] void:triples ?n") == [(str(len(triples)),)]
    parts = _ask(catalogue, "?class ?n", "[] void:class ?class ; void:entities ?n")
    assert len(parts) == 5
    for name, number in parts:
        assert len(_ask(store, "?s", f"?s a <{name}>")) == int(number) > 0, name


def test_distributions(out: Path, catalogue: ox.Store) -> None:
    """DCAT's sizes and hashes are those of the files."""
    found = _ask(
        catalogue,
        "?u ?n ?h",
        "[] dcat:downloadURL ?u ; dcat:byteSize ?n ; spdx:checksum/spdx:checksumValue ?h",
    )
    assert {(u.removeprefix(BASE), int(n), h) for u, n, h in found} == {
        (name, len(data), hashlib.sha256(data).hexdigest())
        for name, data in archives.published(out).items()
        if name.startswith("data/")
    }
    dumps = _ask(catalogue, "?u", f"<{BASE}graph/archive> void:dataDump ?u")
    assert {u for u, *_ in found} == {u for (u,) in dumps}
