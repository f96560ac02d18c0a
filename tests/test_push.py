"""A store holds what the dump holds after a push, whatever happens in between."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

import hosts
from onrecord.errors import ParseError, SystemFailure
from onrecord.push import GraphStore, Store, Transport, differences, push
from onrecord.push.payload import Payload, read_payloads
from serving import GRAPHS, dump
from stores import oxigraph

pytestmark = pytest.mark.system

FOREIGN = "urn:elsewhere"


@pytest.fixture
def payloads(tmp_path: Path) -> tuple[Payload, ...]:
    file = tmp_path / "onrecord.nq"
    file.write_bytes(dump())
    return read_payloads(file)


@pytest.fixture(params=["graph-store", "update"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """Each of the two protocols in turn; pieces are small, so that there are several."""
    with oxigraph(tmp_path, hosts.free_port()) as server:
        yield server.stores[request.param]


def test_a_push_makes_the_store_equal_to_the_dump(
    store: Store, payloads: tuple[Payload, ...]
) -> None:
    """By hash, graph by graph; a second push sends nothing."""
    assert {step.action for step in push(store, payloads)} == {"write"}
    assert differences(store, payloads) == ()
    assert {step.action for step in push(store, payloads)} == {"same"}


def test_only_what_differs_is_sent(store: Store, payloads: tuple[Payload, ...]) -> None:
    """A graph with one triple too few is replaced; the other is left alone; foreign ones stay."""
    push(store, payloads)
    first, other = payloads
    less = Payload(first.graph, first.data.partition(b"\n")[2], first.triples - 1)
    foreign = Payload(FOREIGN, b"<urn:a> <urn:b> <urn:c> .\n", 1)
    push(store, [less, foreign])
    steps = push(store, payloads)
    assert [(s.graph, s.action) for s in steps] == [(first.graph, "write"), (other.graph, "same")]
    assert store.read(FOREIGN).triples == 1


def test_a_dry_run_writes_nothing(store: Store, payloads: tuple[Payload, ...]) -> None:
    """It says the same steps, and the store stays empty."""
    steps = push(store, payloads, drop=[FOREIGN], dry_run=True)
    assert [step.action for step in steps] == ["write", "write", "drop"]
    assert all(store.read(graph).triples == 0 for graph in GRAPHS)


def test_graphs_are_removed_on_demand(store: Store, payloads: tuple[Payload, ...]) -> None:
    """A graph that is named is dropped; one that is not there is no trouble."""
    push(store, payloads)
    push(store, payloads, drop=[GRAPHS[0], "urn:never"])
    assert differences(store, payloads) == (GRAPHS[0],)


def test_a_push_that_is_cut_off_is_resumed(tmp_path: Path, payloads: tuple[Payload, ...]) -> None:
    """The store dies after the first graph; started again, only the second is sent."""
    port = hosts.free_port()
    waits: list[float] = []
    with httpx.Client() as client:
        store = GraphStore(Transport(client, 3, waits.append), f"http://127.0.0.1:{port}/store")
        with oxigraph(tmp_path, port):
            push(store, payloads[:1])
        with pytest.raises(SystemFailure, match="does not answer") as caught:
            push(store, payloads)
        assert "again" in str(caught.value.hint)
        with oxigraph(tmp_path, port):
            assert [step.action for step in push(store, payloads)] == ["same", "write"]
            assert differences(store, payloads) == ()
    assert waits == [0.5, 1.0]


def answering(*statuses: int) -> tuple[httpx.Client, list[httpx.Request]]:
    """A client whose server answers with these statuses in turn, the last one for ever."""
    seen: list[httpx.Request] = []

    def handle(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        status = statuses[min(len(seen), len(statuses)) - 1]
        return httpx.Response(status, headers={"Retry-After": "7"} if status == 503 else {})

    return httpx.Client(transport=httpx.MockTransport(handle)), seen


def test_busy_stores_are_asked_again_as_they_wish() -> None:
    """429, 502 and the like are tried again; Retry-After is obeyed."""
    waits: list[float] = []
    client, seen = answering(429, 503, 502, 204)
    GraphStore(Transport(client, 5, waits.append), "http://e.example/").drop("urn:g")
    assert (len(seen), waits) == (4, [0.5, 7.0, 2.0])


@pytest.mark.parametrize(("status", "hint"), [(401, "--user"), (403, "may not"), (413, "pieces")])
def test_refusals_are_not_tried_again(status: int, hint: str) -> None:
    """A clear no is told at once, with what to do."""
    client, seen = answering(status)
    store = GraphStore(Transport(client), "http://e.example/")
    with pytest.raises(SystemFailure, match=f"status {status}") as caught:
        store.write(Payload("urn:g", b"", 0))
    assert (len(seen), hint in str(caught.value.hint)) == (1, True)


def test_a_store_that_changes_what_it_gets_is_found_out() -> None:
    """What was written is read again and held against its hash."""
    client, _ = answering(200)
    store = GraphStore(Transport(client), "http://e.example/")
    with pytest.raises(SystemFailure, match="holds 0 triples"):
        push(store, [Payload("urn:g", b"<urn:a> <urn:b> <urn:c> .\n", 1)])


@given(st.decimals(-1_000_000, 1_000_000, places=3), st.integers(0, 4))
def test_numbers_are_compared_by_value(number: Decimal, zeros: int) -> None:
    """A store that writes 5.0 as 5, or 05, holds the same; 5.01 is something else."""
    xsd = "http://www.w3.org/2001/XMLSchema#decimal"

    def payload(text: str) -> Payload:
        return Payload("urn:g", f'<urn:a> <urn:b> "{text}"^^<{xsd}> .\n'.encode(), 1)

    text = f"{number:f}"
    assert payload(text).sha256 == payload(text + "0" * zeros).sha256
    assert payload(text).sha256 != payload(f"{number + Decimal('0.001'):f}").sha256
    assert payload("5.0").sha256 == payload("5").sha256 == payload("+05").sha256
    assert (
        payload("5").sha256
        == Payload("", payload("5").data.replace(b"decimal", b"integer"), 1).sha256
    )
    assert payload(".").sha256 != payload("0").sha256


@pytest.mark.parametrize("text", ["<urn:a> <urn:b>", "<urn:a> <urn:b> <urn:c> ."])
def test_broken_dumps_are_refused(tmp_path: Path, text: str) -> None:
    """A dump that cannot be read, or has triples of no graph, is not pushed."""
    (tmp_path / "x.nq").write_text(text)
    with pytest.raises(ParseError):
        read_payloads(tmp_path / "x.nq")
    with pytest.raises(SystemFailure, match="cannot be read"):
        read_payloads(tmp_path / "missing.nq")
