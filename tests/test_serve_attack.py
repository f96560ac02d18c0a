"""The endpoint under attack: heavy clients for a minute, and requests that are wrong somewhere."""

import contextlib
import random
import socket
import statistics
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

import hosts
from hosts import fetch
from serving import write
from test_serve_limits import CROSS, children_of, is_well, post, server_of
from test_serve_protocol import DIRECT, rows

pytestmark = pytest.mark.system


@pytest.fixture(scope="module")
def port(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    folder = tmp_path_factory.mktemp("attack")
    with hosts.serve(folder, write(folder / "public"), query_seconds=1.0, body_seconds=1.0) as port:
        yield port


HEAVY = [
    f"SELECT (COUNT(*) AS ?n) {{ {CROSS} }}",
    f"SELECT * {{ {CROSS} }} ORDER BY DESC(?a) ?d",
    f'SELECT * {{ {CROSS} FILTER(REGEX(STR(?a), "(9|8|7)+$")) }}',
    f"CONSTRUCT {{ ?x <urn:p> ?a }} {{ {CROSS} BIND(IRI(CONCAT('urn:', STR(?b))) AS ?x) }}",
    "SELECT (COUNT(*) AS ?n) { ?a (<urn:p>|!<urn:p>)* ?b . ?c (<urn:p>|!<urn:p>)* ?d . ?e ?f ?g }",
]


def _memory(pid: int) -> int:
    """Bytes that a process and its children hold alone."""
    total = 0
    for each in (pid, *children_of(pid)):
        with contextlib.suppress(OSError):
            rows = Path(f"/proc/{each}/smaps_rollup").read_text().splitlines()
            total += sum(int(r.split()[1]) for r in rows if r.startswith("Private")) * 1024
    return total


@pytest.mark.torture
def test_a_minute_of_a_hundred_heavy_clients(tmp_path: Path) -> None:
    """No process is lost, memory is bounded, nothing that is called a success is cut, and others
    are answered within half a second."""
    end = time.monotonic() + 60
    limits = {"query_seconds": 2.0, "query_memory": 200_000_000, "answer_bytes": 1_000_000}

    def attack(number: int) -> Counter[int]:
        said: Counter[int] = Counter()
        while time.monotonic() < end:
            reply = post(port, HEAVY[(number + said.total()) % len(HEAVY)], 90)
            said[reply.status] += 1
            if reply.status == 200:
                rows(reply)
        return said

    waits, sizes = [], []
    with (
        hosts.serve(tmp_path, write(tmp_path / "public"), **limits) as port,
        ThreadPoolExecutor(100) as pool,
    ):
        server = server_of(port)
        attackers = [pool.submit(attack, number) for number in range(100)]
        time.sleep(6)  # the first hundred arrive at once
        while time.monotonic() < end:
            begun = time.monotonic()
            assert is_well(port)
            assert fetch(port, "/company/nordwind.ttl").status == 200
            waits.append(time.monotonic() - begun)
            sizes.append(_memory(server))
            time.sleep(0.25)
        said = sum((one.result() for one in attackers), Counter[int]())
        assert server_of(port) == server
    assert set(said) <= {200, 400, 503, 504}, said
    assert max(sizes) < 4 * 200_000_000 + 500_000_000, max(sizes)
    tail = statistics.quantiles(waits, n=20)[-1]
    print(f"median {statistics.median(waits):.3f} s, 95 % within {tail:.3f} s, answers {said}")
    assert tail < 0.5, (statistics.median(waits), tail)


METHODS = [b"GET", b"POST", b"HEAD", b"PUT", b"OPTIONS", b"G\xffT", b"", b"A" * 99]


def _fuzzed(chance: random.Random) -> bytes:
    """A request that is wrong somewhere: method, address, headers, body, or its own length."""
    method = chance.choice(METHODS)
    text = bytes(chance.choice(b"ASK{}?s<>\"'\\%&=+;:#/.\x00\xff\n {}()[]*|^!0123") for _ in range(
        chance.randrange(60)))  # fmt: skip
    path = chance.choice(
        [b"/sparql", b"/sparql?query=", b"/", b"//", b"/%2e%2e/", b"/company/", b"*"]
    )
    kind = chance.choice(
        [DIRECT.encode(), b"application/x-www-form-urlencoded", b"text/\xe9", text]
    )
    length = chance.choice([len(text), len(text) + 5, 0, 10**12, -1])
    safe = text.replace(b"\n", b"%0A").replace(b" ", b"+")
    head = [method + b" " + path + safe + b" HTTP/1.1", b"Host: x", b"Content-Type: " + kind]
    head.append(b"Content-Length: %d" % length)
    if chance.random() < 0.3:
        extra = [b"Accept: " + safe, b"Range: bytes=" + safe, b"If-None-Match: " + safe, b"broken"]
        extra += [b"X" * 9000 + b": 1", b"Transfer-Encoding: chunked", b"Expect: 100-continue"]
        head.append(chance.choice(extra))
    if chance.random() < 0.2:
        chance.shuffle(head)
    return b"\r\n".join(head) + b"\r\n\r\n" + text


def _fuzz(port: int, count: int, seed: int) -> None:
    chance = random.Random(seed)
    for _ in range(count):
        with socket.create_connection(("127.0.0.1", port), 10) as one:
            with contextlib.suppress(OSError):
                one.sendall(_fuzzed(chance))
                one.shutdown(socket.SHUT_WR)
            said = b""
            with contextlib.suppress(OSError):
                while part := one.recv(65536):
                    said += part
            assert not said.startswith(b"HTTP/1.1 500"), said[:200]
    assert is_well(port)


def test_fuzzed_requests_are_survived(port: int) -> None:
    """200 requests with bytes where they do not belong: no 500, and the endpoint lives."""
    _fuzz(port, 200, 3)


@pytest.mark.torture
def test_ten_thousand_fuzzed_requests_are_survived(port: int) -> None:
    """The same with ten thousand others."""
    _fuzz(port, 10_000, 4)
