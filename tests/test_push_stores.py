"""Two real stores hold what the dump holds, also after they died while it was sent."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest

import hosts
import stores
from onrecord.errors import SystemFailure
from onrecord.push import Payload, differences, push, read_payloads
from onrecord.push.payload import payload
from onrecord.workspace import Workspace
from serving import dump

pytestmark = pytest.mark.system

HARD = r"""
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
<urn:s> <urn:p> "a\"b\\c\nd\te\rf" , "é ü ß 中 😀" , "x"@de-AT , "x"@en , "" , "  ",
    "<b>&amp;</b>" , "2028/.."^^<http://id.loc.gov/datatypes/edtf/EDTF> , "urn:x"^^xsd:anyURI ,
    5.0 , -0.50 , 100000000000 , 07 , true , false , "2026-02-01"^^xsd:date ,
    <urn:é> , <https://e.org/?a=b&c=%20d#:~:text=x%2Cy> .
<urn:t> <urn:p> "2026"^^xsd:gYear .
<urn:u> <urn:p> "2026-02"^^xsd:gYearMonth .
<urn:v> <urn:p> "2026-02-01T10:00:00Z"^^xsd:dateTime , "2026-02-01T23:59:59+02:00"^^xsd:dateTime .
"""
"""Every kind of literal that a publication has, and characters that protocols trip over. Dates of
several precisions stand apart: of a date and its month at one property, Virtuoso keeps one."""


@pytest.fixture(scope="module")
def payloads(tmp_path_factory: pytest.TempPathFactory) -> tuple[Payload, ...]:
    """A small dump, hard literals, and the sources of this repository as they are."""
    file = tmp_path_factory.mktemp("push") / "onrecord.nq"
    file.write_bytes(dump())
    workspace = Workspace.find(Path(__file__).parent)
    sources = [*workspace.files("ontology", "**/*.ttl"), *workspace.entity_files()]
    real = [q.triple for f in sources for q in ox.parse(path=f, format=ox.RdfFormat.TURTLE)]
    hard = [q.triple for q in ox.parse(input=HARD, format=ox.RdfFormat.TURTLE)]
    return (*read_payloads(file), payload("urn:hard", hard), payload("urn:real", real))


@pytest.fixture(scope="module", params=["oxigraph", "virtuoso"])
def server(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[stores.Server]:
    """Each of the stores in turn."""
    folder = tmp_path_factory.mktemp(request.param)
    with getattr(stores, request.param)(folder, hosts.free_port(), tries=5) as started:
        yield started


@pytest.mark.parametrize("protocol", ["graph-store", "update"])
def test_the_store_holds_what_the_dump_holds(
    server: stores.Server, protocol: str, payloads: tuple[Payload, ...]
) -> None:
    """By hash, in either protocol, with every kind of literal; the other protocol sees the same."""
    store = server.stores[protocol]
    push(store, payloads[:1], drop=[p.graph for p in payloads])
    assert {step.action for step in push(store, payloads)} == {"write"}
    for each in server.stores.values():
        assert differences(each, payloads) == ()
        assert {step.action for step in push(each, payloads)} == {"same"}


@pytest.mark.parametrize("protocol", ["graph-store", "update"])
def test_a_change_is_found_and_sent(server: stores.Server, protocol: str) -> None:
    """One triple more in the store than in the dump is a difference, and goes."""
    store = server.stores[protocol]
    one = payload(
        "urn:g", [ox.Triple(ox.NamedNode("urn:a"), ox.NamedNode("urn:b"), ox.Literal("c"))]
    )
    other = Payload("urn:g", one.data + b'<urn:a> <urn:b> "d"@en .\n', 2)
    push(store, [other])
    assert differences(store, [one]) == ("urn:g",)
    assert [step.action for step in push(store, [one])] == ["write"]
    assert differences(store, [one]) == ()


LARGE = 20_000


def _dies(kind: str, folder: Path, seconds: float) -> None:
    """A store is killed while the second of three graphs is sent; then it is started again."""
    port = hosts.free_port()
    lines = [f'<urn:s{n}> <urn:p> "text {n}"@de .\n' for n in range(LARGE)]
    parts = [Payload(f"urn:g{n}", "".join(lines[: size]).encode(), size) for n, size in
             enumerate((10, LARGE, 10))]  # fmt: skip
    folder.mkdir()
    start = getattr(stores, kind)
    with start(folder, port) as server:
        store = server.stores["graph-store"]
        push(store, parts[:1])
        killer = threading.Timer(seconds, server.process.kill)
        killer.start()
        with pytest.raises(SystemFailure, match="does not answer") as caught:
            for _ in range(1000):
                push(store, parts)
                push(store, [], drop=["urn:g1", "urn:g2"])
        assert "run the same command again" in str(caught.value.hint)
        killer.join()
    with start(folder, port, tries=5) as server:
        store = server.stores["graph-store"]
        push(store, parts)
        assert differences(store, parts) == ()
        assert {step.action for step in push(store, parts)} == {"same"}


@pytest.mark.parametrize("kind", ["oxigraph", "virtuoso"])
def test_a_push_is_resumed_after_the_store_died(kind: str, tmp_path: Path) -> None:
    """SIGKILL in the middle; the same command again makes the store equal to the dump."""
    _dies(kind, tmp_path / "once", 0.15)


@pytest.mark.torture
@pytest.mark.parametrize("kind", ["oxigraph", "virtuoso"])
@pytest.mark.parametrize("seconds", [0.0, 0.02, 0.05, 0.3, 0.7, 1.5])
def test_whenever_it_died(kind: str, seconds: float, tmp_path: Path) -> None:
    """The same at other moments."""
    _dies(kind, tmp_path / "again", seconds)
