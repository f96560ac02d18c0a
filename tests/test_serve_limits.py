"""A query that asks too much gets a clean refusal, and nobody else notices."""

import contextlib
import http.server
import os
import signal
import socket
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

import hosts
from serving import write
from test_serve_protocol import DIRECT, Reply, ask, rows, send

pytestmark = pytest.mark.system

NUMBERS = " ".join(map(str, range(300)))
CROSS = " ".join(f"VALUES ?{name} {{ {NUMBERS} }}" for name in "abcd")
SECONDS = 1.0


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("limits")
    write(made / "public")
    return made


@pytest.fixture(scope="module")
def port(folder: Path) -> Iterator[int]:
    limits = {
        "query_seconds": SECONDS,
        "query_memory": 150_000_000,
        "answer_bytes": 100_000,
        "body_seconds": 1.0,
    }
    with hosts.serve(folder, folder / "public", **limits) as started:
        yield started


def post(port: int, text: str | bytes, patience: float = 20) -> Reply:
    body = text.encode() if isinstance(text, str) else text
    return send(port, "POST", body=body, patience=patience, Content_Type=DIRECT)


def is_well(port: int) -> bool:
    return ask(port, "ASK {}").body == b'{"head":{},"boolean":true}'


def test_a_slow_query_is_stopped_and_others_go_on(port: int) -> None:
    """504 with a reason after its time; meanwhile other queries are answered."""
    with ThreadPoolExecutor() as threads:
        slow = threads.submit(post, port, f"SELECT (COUNT(*) AS ?n) {{ {CROSS} }}")
        assert all(is_well(port) for _ in range(5))
        assert not slow.done()
        reply = slow.result()
    assert (reply.status, b"stopped after 1 seconds" in reply.body) == (504, True)


def test_more_slow_queries_than_workers(port: int) -> None:
    """All of them are stopped, and then the endpoint is as before."""
    with ThreadPoolExecutor(8) as threads:
        text = f"SELECT (COUNT(*) AS ?n) {{ {CROSS} }}"
        replies = list(threads.map(lambda _: post(port, text), range(6)))
    assert {reply.status for reply in replies} == {504}
    assert is_well(port)


def test_memory_is_limited(port: int) -> None:
    """A query that builds giant strings or sorts everything ends alone, never as a part."""
    doubling = " ".join(f"BIND(CONCAT(?x{i},?x{i}) AS ?x{i + 1})" for i in range(27))
    giant = f'SELECT (STRLEN(?x27) AS ?n) {{ BIND("aaaaaaaaaa" AS ?x0) {doubling} }}'
    sorting = f"SELECT * {{ {CROSS} }} ORDER BY DESC(?a) ?d"
    assert {post(port, text).status for text in (giant, sorting)} <= {400, 504}
    assert is_well(port)


def test_answers_are_whole_or_refused(port: int) -> None:
    """An answer beyond the limit is refused with a reason instead of being cut."""
    reply = post(port, f"SELECT * {{ VALUES ?a {{ {NUMBERS} }} VALUES ?b {{ {NUMBERS} }} }}")
    assert (reply.status, b"100,000 are the limit" in reply.body) == (504, True)
    small = post(port, f"SELECT * {{ VALUES ?a {{ {NUMBERS} }} }}")
    assert len(rows(small)) == 300


@pytest.mark.parametrize(
    "text",
    [
        "ASK { FILTER(" + "(" * 20_000 + "1" + ")" * 20_000 + ") }",
        "ASK " + "{" * 20_000 + "}" * 20_000,
        "ASK { FILTER(" + "!" * 30_000 + "true) }",
        "ASK { ?s " + "(" * 60_000 + "<urn:p>" + ")" * 60_000 + " ?o }",
        "ASK { ?s ?p " + "[ <urn:p> " * 10_000,
        "ASK { FILTER(1" + "+1" * 90_000 + ") }",
    ],
)
def test_deep_queries_are_survived(port: int, text: str) -> None:
    """Nesting and chains of any depth are refused or answered, and the endpoint lives."""
    assert post(port, text).status in (200, 400, 504)
    assert is_well(port)


def test_large_requests_are_refused(port: int) -> None:
    """413 for a body, 414 for an address, each heard by its sender."""
    assert post(port, b"ASK {} #" + b"x" * 5_000_000).status == 413
    assert ask(port, "ASK {} #" + "x" * 200_001).status == 414
    assert is_well(port)


def test_slow_senders_hold_nobody_up(port: int) -> None:
    """Half-sent bodies are told 408 after a while; meanwhile others are answered."""
    head = f"POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Type: {DIRECT}\r\nContent-Length: 10\r\n"
    halves = [socket.create_connection(("127.0.0.1", port)) for _ in range(60)]
    for half in halves:
        half.sendall(head.encode() + b"\r\nA")
    assert is_well(port)
    assert halves[0].recv(12) == b"HTTP/1.1 408"
    for half in halves:
        half.close()


class Canary(http.server.BaseHTTPRequestHandler):
    """Remembers every request that reaches it."""

    heard: list[str] = []  # noqa: RUF012

    def do_GET(self) -> None:
        self.heard.append(self.path)
        self.send_response(204)
        self.end_headers()

    do_POST = do_GET

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture
def canary() -> Iterator[str]:
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Canary)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()
    thread.join()


def test_no_query_reaches_the_network(port: int, canary: str) -> None:
    """SERVICE in any dress, FROM and LOAD are refused, and nothing is heard outside."""
    texts = [
        f"SELECT * {{ SERVICE <{canary}> {{ ?s ?p ?o }} }}",
        f"SELECT * {{ service SILENT <{canary}> {{ ?s ?p ?o }} }}",
        f"ASK {{ BIND(<{canary}> AS ?e) SERVICE ?e {{ ?s ?p ?o }} }}",
        f"PREFIX e: <{canary}> ASK {{ SERVICE#x\n e:x {{}} }}",
        f"ASK {{ FILTER(1<2)SERVICE<{canary}>{{}} }}",
        f"ASK {{ FILTER EXISTS {{ SERVICE <{canary}> {{}} }} }}",
        f"SELECT * FROM <{canary}> {{ ?s ?p ?o }}",
        f"LOAD <{canary}>",
    ]
    assert {ask(port, text).status for text in texts} == {400}
    harmless = f'ASK {{ ?service ?p "SERVICE <{canary}> {{}}" }} # SERVICE <{canary}> {{}}'
    assert ask(port, harmless).status == 200
    assert ask(port, f"DESCRIBE <{canary}>").status == 200
    assert Canary.heard == []


def test_a_hundred_at_once(port: int) -> None:
    """Every one of a hundred concurrent clients gets its answer."""
    with ThreadPoolExecutor(100) as threads:
        said = list(threads.map(lambda _: is_well(port), range(300)))
    assert all(said)


def children_of(pid: int) -> list[int]:
    tasks = Path(f"/proc/{pid}/task").glob("*/children")
    listed = [child for task in tasks for child in task.read_text().split()]
    return [child for first in map(int, listed) for child in (first, *children_of(first))]


def test_a_new_publication_is_asked_without_a_restart(tmp_path: Path) -> None:
    """When the dump is replaced, the next query sees the new one."""
    public = write(tmp_path / "public")
    with hosts.serve(tmp_path, public) as port:
        before = rows(ask(port, "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"))
        fresh = tmp_path / "fresh"
        fresh.write_text("<urn:a> <urn:b> <urn:c> <urn:g> .\n")
        fresh.replace(public / "data/onrecord.nq")
        after = rows(ask(port, "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"))
        (public / "data/onrecord.nq").write_text("broken")
        kept = rows(ask(port, "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"))
    assert [before, after, kept] == [[{"n": "25"}], [{"n": "1"}], [{"n": "1"}]]


def test_a_killed_engine_comes_back_and_a_stop_is_graceful(tmp_path: Path) -> None:
    """If the engine process dies the next query starts another; SIGTERM lets a query end."""
    public = write(tmp_path / "public")
    with hosts.serve(tmp_path, public, query_seconds=1.0) as port:
        server = server_of(port)
        processes = children_of(server)
        assert len(processes) == 5
        for pid in processes:
            os.kill(pid, signal.SIGKILL)
        # On a busy machine the first queries may be told to come back while it starts.
        assert any(is_well(port) for _ in range(10))
        with ThreadPoolExecutor() as threads:
            slow = threads.submit(post, port, f"SELECT (COUNT(*) AS ?n) {{ {CROSS} }}")
            time.sleep(0.2)
            os.kill(server, signal.SIGTERM)
            assert slow.result().status == 504


def server_of(port: int) -> int:
    """The process that listens at a port, found among the children of this one."""
    for pid in children_of(os.getpid()):
        command = Path(f"/proc/{pid}/cmdline").read_bytes()
        if b"port=%d" % port in command:
            return pid
    raise AssertionError("no server")


def test_too_many_waiting_queries_are_told_to_come_back(tmp_path: Path) -> None:
    """With one worker and one place to wait, the others get 503 and when to try again."""
    public = write(tmp_path / "public")
    limits = {"workers": 1, "waiting": 1, "query_seconds": SECONDS}
    with hosts.serve(tmp_path, public, **limits) as port, ThreadPoolExecutor(6) as threads:
        text = f"SELECT (COUNT(*) AS ?n) {{ {CROSS} }}"
        replies = list(threads.map(lambda _: post(port, text), range(6)))
    assert {reply.status for reply in replies} == {503, 504}
    assert all(r.headers["retry-after"] == "5" for r in replies if r.status == 503)


def test_long_queries_leave_room_for_short_ones(tmp_path: Path) -> None:
    """While more long queries wait than there are workers, a short one is answered soon, and each
    long one has its full time in the end."""
    public = write(tmp_path / "public")
    text = f"SELECT (COUNT(*) AS ?n) {{ {CROSS} }}"
    with (
        hosts.serve(tmp_path, public, query_seconds=SECONDS) as port,
        ThreadPoolExecutor(20) as pool,
    ):
        long = [pool.submit(post, port, text) for _ in range(20)]
        time.sleep(1)
        waits = []
        for _ in range(8):
            begun = time.monotonic()
            assert is_well(port)
            waits.append(time.monotonic() - begun)
        assert not all(one.done() for one in long)
        replies = [one.result() for one in long]
    assert {reply.status for reply in replies} == {504}
    assert all(b"stopped after 1 seconds" in reply.body for reply in replies)
    assert max(waits) < 2 * SECONDS


def test_workers_that_stepped_back_go_on_at_full_rank(tmp_path: Path) -> None:
    """A process that has read the data is kept after a long query; it needs no right for that."""
    own = os.getpriority(os.PRIO_PROCESS, 0)
    less = CROSS.partition("VALUES ?c")[0] + f"VALUES ?c {{ {NUMBERS[:200]} }}"
    text = f"SELECT (COUNT(*) AS ?n) {{ {less} }}"
    limits = {"short_seconds": 0.1, "query_seconds": 60.0, "workers": 1}
    with (
        hosts.serve(tmp_path, write(tmp_path / "public"), **limits) as port,
        ThreadPoolExecutor() as threads,
    ):
        workers = children_of(server_of(port))
        assert len(workers) == 2
        seen = {own}
        for _ in range(5):  # a thread that has not begun when others step back is passed over
            long = threads.submit(post, port, text)
            while not long.done():
                seen |= _ranks(workers)
                time.sleep(0.005)
            assert long.result().status == 200
            if max(seen) > own:
                break
        assert max(seen) > own
        assert is_well(port)
        assert children_of(server_of(port)) == workers


def _ranks(pids: list[int]) -> set[int]:
    """The nice values of all threads."""
    ranks = set()
    for thread in [int(one.name) for pid in pids for one in Path(f"/proc/{pid}/task").iterdir()]:
        with contextlib.suppress(ProcessLookupError):
            ranks.add(os.getpriority(os.PRIO_PROCESS, thread))
    return ranks
