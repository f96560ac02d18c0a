"""A publication whose every field is hostile: no page gains an element, no file loses a text."""

from pathlib import Path

import pyoxigraph as ox
import pytest
from lxml import html

from hostile.markup import acting, texts
from hostile.parsers import by_a_third, by_oxigraph, by_rdflib
from hostile.press import LISTED, TEXTS, printed, write_hostile_workspace
from newsroom import write_small_workspace

pytestmark = pytest.mark.system

DUMP = "data/onrecord"


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Every file of the hostile publication."""
    workspace = write_small_workspace(tmp_path_factory.mktemp("hostile") / "workspace")
    assert write_hostile_workspace(workspace) > 30
    return printed(workspace)


def test_no_page_gains_anything_that_acts(files: dict[str, bytes]) -> None:
    """No handler, frame, comment, inline script or style; links lead to http, https and mailto."""
    found = {
        path: wrong
        for path, data in files.items()
        if path.endswith(".html") and (wrong := acting(data))
    }
    assert sum(path.endswith(".html") for path in files) > 300
    assert found == {}


def test_the_test_sees_what_acts() -> None:
    """Each of these would be found."""
    for page in (
        b"<p onclick=x>",
        b"<script>x</script>",
        b"<iframe></iframe>",
        b"<a href='java\tscript:x'>",
        b"<img src=http://x/>",
        b"<meta http-equiv=refresh>",
        b"<!--x-->",
        b"<p style=x>",
    ):
        assert acting(page)


def test_every_text_is_shown_as_it_is(files: dict[str, bytes]) -> None:
    """Two parsers of HTML find each text in its own element, character by character."""
    data = files[f"{LISTED}.html"]
    shown = set(texts(data, "li")) | set(texts(data, "bdi")) | set(texts(data, "span"))
    tree = html.fromstring(data.decode())
    also = {node.text_content() for node in tree.iter("li", "bdi", "span")}
    assert [t for t in TEXTS if t not in shown] == []
    assert [t for t in TEXTS if t not in also] == []


@pytest.mark.parametrize("suffix", ["ttl", "trig", "nq", "jsonld", "rdf"])
def test_every_dump_is_the_same_graph(files: dict[str, bytes], suffix: str) -> None:
    """Each form of the hostile dump, by one library and a third reader, is what the other says."""
    expected = by_oxigraph(files[f"{DUMP}.nq"], "nq")
    data = files[f"{DUMP}.{suffix}"]
    read = by_rdflib if suffix in ("ttl", "trig") else by_a_third
    assert read(data, suffix) == by_oxigraph(data, suffix) == expected
    assert set(TEXTS) <= {value for _, _, _, value in expected}


def test_resource_files_are_subsets(files: dict[str, bytes]) -> None:
    """Four files of each hostile resource, all with the same triples."""
    whole = by_oxigraph(files[f"{DUMP}.nq"], "nq")
    for stem in (LISTED, "person/hostile-1", "statement/alfa-beta/hostile-30", "deal/hostile-7"):
        forms = {s: by_oxigraph(files[f"{stem}.{s}"], s) for s in ("ttl", "nt", "jsonld", "rdf")}
        assert forms["ttl"] <= whole and len(set(map(frozenset, forms.values()))) == 1


def test_paths_are_plain(files: dict[str, bytes]) -> None:
    """No text of anybody becomes part of a file's name."""
    for path in files:
        parts = Path(path).parts
        assert ".." not in parts and all(p.isascii() and p.isprintable() for p in parts), path
        assert not any(c in path for c in "<>:\"|?*\\ '")


def test_the_hostile_dump_answers_queries(files: dict[str, bytes]) -> None:
    """The store of the endpoint loads it, and finds a text by itself."""
    store = ox.Store()
    store.load(input=files[f"{DUMP}.nq"], format=ox.RdfFormat.N_QUADS)
    for text in TEXTS[::40]:
        query = f"ASK {{ GRAPH ?g {{ ?s ?p {ox.Literal(text, language='de')} }} }}"
        assert store.query(query), text
