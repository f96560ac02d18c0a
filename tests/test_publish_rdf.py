"""What is published as RDF: eight forms of one graph, one file for each resource, nothing lost."""

import random
from pathlib import Path

import pyoxigraph as ox
import pytest

from onrecord import pipeline
from onrecord.derive.nanopublications import nanopublication_graphs
from onrecord.names import ONR, RDF, document
from onrecord.output import Written
from onrecord.publish.dumps import DUMP, dump_files
from onrecord.publish.earlier import Earlier
from onrecord.publish.publication import Publication
from onrecord.publish.rdf import RESOURCE_FORMATS, documents, resource_files
from onrecord.publish.sheets import Sheet
from onrecord.rdf import Ordered, write_dataset
from onrecord.rdf.blocks import Block
from onrecord.rdf.bridge import rdflib_graph
from onrecord.rdf.runs import runs_of
from onrecord.validate import Report
from onrecord.workspace import Workspace

pytestmark = pytest.mark.system

PARSERS = {
    "ttl": ox.RdfFormat.TURTLE,
    "turtle": ox.RdfFormat.TURTLE,
    "nt": ox.RdfFormat.N_TRIPLES,
    "jsonld": ox.RdfFormat.JSON_LD,
    "rdf": ox.RdfFormat.RDF_XML,
    "trig": ox.RdfFormat.TRIG,
    "nq": ox.RdfFormat.N_QUADS,
}


def _quads(path: str, data: bytes) -> set[ox.Quad]:
    return set(ox.parse(input=data, format=PARSERS[path.rpartition(".")[2]]))


def _union(quads: set[ox.Quad]) -> set[ox.Triple]:
    return {ox.Triple(q.subject, q.predicate, q.object) for q in quads}


@pytest.fixture(scope="module")
def publication(tmp_path_factory: pytest.TempPathFactory) -> Publication:
    """The publication of the repository's own workspace."""
    own = Workspace.find(Path(__file__).parent)
    return pipeline.publication_of(pipeline.prepare(own), Report(), own)


@pytest.fixture(scope="module")
def dumps(publication: Publication) -> dict[str, tuple[bytes, str, int]]:
    """Path → bytes, part, count."""
    return {
        d.path: (b"".join(data.parts), d.part, d.triples) for d, data in dump_files(publication)
    }


def test_every_dump_is_the_same_graph(
    publication: Publication, dumps: dict[str, tuple[bytes, str, int]]
) -> None:
    """Turtle, TriG, N-Quads, JSON-LD and RDF/XML hold the union; three keep the named graphs."""
    expected = set(publication.graph.triples())
    quads = {
        ox.Quad(t.subject, t.predicate, t.object, ox.NamedNode(g))
        for g, ts in publication.graph.graphs.items()
        for t in ts
    }
    for suffix in ("ttl", "trig", "nq", "jsonld", "rdf"):
        path = f"{DUMP}.{suffix}"
        found = _quads(path, dumps[path][0])
        assert _union(found) == expected, suffix
        if suffix in ("trig", "nq", "jsonld"):
            assert found == quads, suffix


def test_the_counts_are_true(dumps: dict[str, tuple[bytes, str, int]]) -> None:
    """What the manifest says of a dump is what a parser counts."""
    for path, (data, part, count) in dumps.items():
        triples = _quads(path, data)
        assert len(triples) == count, (path, part)


def test_nothing_is_a_blank_node(dumps: dict[str, tuple[bytes, str, int]]) -> None:
    """Every node has an IRI that can be pointed at."""
    for path, (data, _, _) in dumps.items():
        nodes = {t for q in _quads(path, data) for t in (q.subject, q.object)}
        assert not any(isinstance(n, ox.BlankNode) for n in nodes), path


def test_the_union_of_all_resource_files_is_the_dump(publication: Publication) -> None:
    """In each of the four forms; and a file holds only what has its document as the subject."""
    expected = set(publication.graph.triples())
    found: dict[str, set[ox.Triple]] = {suffix: set() for suffix in RESOURCE_FORMATS}
    for path, data in resource_files(publication):
        suffix = path.rpartition(".")[2]
        found[suffix] |= _union(_quads(path, data))
    for suffix, union in found.items():
        assert union == expected, suffix


def test_every_iri_of_ours_has_a_file(publication: Publication) -> None:
    """Whoever dereferences an IRI under the base gets a description."""
    names = publication.graph.names
    paths = set(documents(publication.graph))
    ours = {
        document(t.value)
        for triple in publication.graph.triples()
        for t in (triple.subject, triple.predicate, triple.object)
        if isinstance(t, ox.NamedNode) and names.owns(t.value)
    }
    missing = [
        iri
        for iri in sorted(ours - {names.base})
        if not iri.startswith(f"{names.base}data/") and names.path(iri) not in paths
    ]
    assert missing == []


def test_rdf_12_says_the_content_without_asserting_it(
    publication: Publication, dumps: dict[str, tuple[bytes, str, int]]
) -> None:
    """Each statement reifies the triple terms of its content; the terms are asserted nowhere."""
    data, _, _ = dumps[f"{DUMP}-rdf12.turtle"]
    triples = _union(_quads("x.ttl", data))
    reified = [t for t in triples if t.predicate.value == RDF + "reifies"]
    kind = (ox.NamedNode(RDF + "type"), ox.NamedNode(ONR + "Statement"))
    statements = {t.subject for t in triples if (t.predicate, t.object) == kind}
    assert {t.subject for t in reified} == statements
    assert all(isinstance(t.object, ox.Triple) for t in reified)
    assert not {t.object for t in reified} & triples
    assert b"{|" not in data


def test_nanopublications_hold_only_statements(
    dumps: dict[str, tuple[bytes, str, int]],
) -> None:
    """Four graphs for each: head, assertion, provenance, publication info."""
    quads = _quads("x.trig", dumps["data/nanopublications.trig"][0])
    graphs: dict[str, set[str]] = {}
    for quad in quads:
        owner, _, part = str(quad.graph_name)[1:-1].partition("#")
        graphs.setdefault(owner, set()).add(part)
    assert len(graphs) > 60
    for owner, parts in graphs.items():
        assert "/statement/" in owner
        assert parts == {"head", "assertion", "provenance", "pubinfo"}


def test_rdflib_reads_what_is_published(
    publication: Publication, dumps: dict[str, tuple[bytes, str, int]]
) -> None:
    """A second parser agrees on the Turtle and the RDF/XML."""
    import rdflib

    expected = rdflib_graph(publication.graph.triples())
    for suffix, name in (("ttl", "turtle"), ("rdf", "xml")):
        found = rdflib.Graph().parse(data=dumps[f"{DUMP}.{suffix}"][0], format=name)
        assert set(found) == set(expected), suffix


def test_a_dump_put_together_from_runs_is_what_is_written_at_once(
    publication: Publication, dumps: dict[str, tuple[bytes, str, int]]
) -> None:
    """Byte for byte, in every form."""
    graph, names = publication.graph, publication.graph.names
    for suffix in ("ttl", "trig", "nq", "jsonld", "rdf"):
        expected = write_dataset(graph.graphs, suffix, names)
        assert dumps[f"{DUMP}.{suffix}"][0] == expected, suffix
    pubs = nanopublication_graphs(graph)
    assert dumps["data/nanopublications.trig"][0] == write_dataset(pubs, "trig", names)


def test_runs_stand_together_whatever_characters_come_before_the_fragment() -> None:
    """“!” is less than “#”: a document and its parts are one run all the same."""
    iris = ("a", "a!", "a!#x", "a#!", "a#x", "a$", "a-b", "a/b")
    node = ox.NamedNode("https://example.org/p")
    triples = [ox.Triple(ox.NamedNode(f"https://example.org/{i}"), node, node) for i in iris]
    found = runs_of(Ordered.of(reversed(triples)))
    owners = [run.owner.removeprefix("https://example.org/") for run in found]
    assert owners == ["a", "a!", "a$", "a-b", "a/b"]
    assert [t for run in found for t in run.triples] == list(Ordered.of(triples))


def test_a_sheet_takes_the_blocks_that_are_there(tmp_path: Path) -> None:
    """Only what is new is made; in another state everything is."""
    made: list[bytes] = []

    def write(earlier: Earlier, keys: list[bytes], state: str = "") -> bytes:
        sheet = Sheet("x.txt", earlier)
        sheet.state(state)
        sheet.joined(", ", [key * 16 for key in keys], lambda n: _block(made, keys[n]))
        assert (sheet.used, sheet.triples) == ({"p", "q"}, len(keys))
        return sheet.data(f"{len(keys)}: ", ".")

    first = Earlier()
    data = write(first, [b"a", b"b", b"c"])
    assert data == "3: äa, äb, äc.".encode()
    (tmp_path / "x.txt").write_bytes(data)
    files = {"x.txt": Written("x.txt", len(data), "")}
    for keys, state, anew in (([b"d", b"c", b"a"], "", [b"d"]), ([b"c"], "other", [b"c"])):
        made.clear()
        later = Earlier(files, tmp_path, first.new)
        expected = ", ".join(f"ä{key.decode()}" for key in keys)
        assert write(later, keys, state) == f"{len(keys)}: {expected}.".encode()
        assert made == anew


@pytest.mark.parametrize("seed", range(20))
def test_blocks_are_copied_wherever_they_stand(tmp_path: Path, seed: int) -> None:
    """Lists of blocks with texts around them, one after the other changed at random: what is put
    together from the file before is what is made anew."""
    chance = random.Random(seed)
    lists = [[chance.randrange(60) for _ in range(chance.randrange(12))] for _ in range(4)]
    earlier = Earlier()
    for _ in range(8):
        made: list[bytes] = []
        data, plain = _sheet(earlier, lists, made), _sheet(Earlier(), lists, [])
        assert data == plain
        (tmp_path / "x.txt").write_bytes(data)
        earlier = Earlier({"x.txt": Written("x.txt", len(data), "")}, tmp_path, earlier.new)
        for _ in range(chance.randrange(4)):
            rows = chance.choice(lists)
            at = chance.randrange(len(rows) + 1)
            rows[at : at + chance.randrange(3)] = [chance.randrange(90)] * chance.randrange(3)
        if chance.random() < 0.3:
            chance.shuffle(lists)
    assert len(made) < sum(map(len, lists)) or not made


def _sheet(earlier: Earlier, lists: list[list[int]], made: list[bytes]) -> bytes:
    sheet = Sheet("x.txt", earlier)
    for number, rows in enumerate(lists):
        sheet.text(f"{number} {{")
        names = [b"%d" % row for row in rows]
        keys = [name.rjust(16, b"0") for name in names]
        sheet.joined(",", keys, lambda n, names=names: _block(made, names[n]))
        sheet.text("}")
    assert sheet.triples == sum(map(len, lists))
    return sheet.data("<", ">")


def _block(made: list[bytes], key: bytes) -> Block:
    made.append(key)
    return Block(f"ä{key.decode()}", frozenset({"p", "q"}), 1)
