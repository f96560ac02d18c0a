"""What the endpoint costs: latency over pyoxigraph called directly, and a hundred clients at once.

    python bench/endpoint.py [--publication public] [--clients 100] [--queries 10000]

Prints one JSON line: medians in milliseconds of a mix of small queries, direct and over HTTP, and
the overhead; then errors, p50 and p99 of the load, queries a second, and the memory of all server
processes after a tenth of the load and at its end (goals: overhead at most 2 ms, no errors, p99 at
most ten times p50, memory flat).
"""

import argparse
import asyncio
import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlencode

import pyoxigraph as ox

from onrecord.query import Dataset

PORT = 7981
PREFIX = "PREFIX onr: <https://w3id.org/onrecord/ns#> "
MIX = (
    "ASK { ?s a onr:Statement }",
    "SELECT ?s { ?s a onr:Dispute } ORDER BY ?s",
    "SELECT ?who (COUNT(?s) AS ?n) { ?s onr:statedBy ?who } GROUP BY ?who ORDER BY DESC(?n)",
    "SELECT ?s ?gloss { ?s onr:gloss ?gloss ; onr:hedge ?hedge } LIMIT 20",
    "SELECT ?s ?t { ?s onr:respondsTo+ ?t }",
)


def form(text: str) -> bytes:
    """The body of a POST."""
    return urlencode({"query": PREFIX + text}).encode()


@contextmanager
def server(publication: Path) -> Iterator[int]:
    """`onrecord serve` until the block ends; gives its process."""
    command = [sys.executable, "-m", "onrecord", "--quiet", "serve", str(publication)]
    process = subprocess.Popen([*command, "--port", str(PORT), "--no-log"])
    try:
        for _ in range(600):
            try:
                connection = HTTPConnection("127.0.0.1", PORT)
                connection.request("GET", "/health")
                connection.getresponse().read()
                break
            except OSError:
                time.sleep(0.1)
        yield process.pid
    finally:
        process.terminate()
        process.wait()


def memory(pid: int) -> int:
    """Megabytes of a process and its descendants, shared pages counted once."""
    tasks = Path(f"/proc/{pid}/task").glob("*/children")
    children = [child for task in tasks for child in task.read_text().split()]
    rollup = Path(f"/proc/{pid}/smaps_rollup").read_text()
    own = next(int(line.split()[1]) for line in rollup.splitlines() if line.startswith("Pss:"))
    return own // 1024 + sum(memory(int(child)) for child in children)


def latency(publication: Path, repeat: int) -> dict[str, float]:
    """Medians over the mix, one client, answers as JSON."""
    store = Dataset.read(publication / "data/onrecord.nq").store
    connection = HTTPConnection("127.0.0.1", PORT)
    headers = {"Content-Type": "application/x-www-form-urlencoded"}
    times: dict[str, list[float]] = {"direct": [], "endpoint": []}
    for _ in range(repeat):
        for text in MIX:
            began = time.perf_counter()
            store.query(PREFIX + text).serialize(format=ox.QueryResultsFormat.JSON)
            middle = time.perf_counter()
            connection.request("POST", "/sparql", form(text), headers)
            connection.getresponse().read()
            times["direct"].append((middle - began) * 1000)
            times["endpoint"].append((time.perf_counter() - middle) * 1000)
    found = {name: round(statistics.median(each), 2) for name, each in times.items()}
    pairs = zip(times["endpoint"], times["direct"], strict=True)
    return {**found, "overhead": round(statistics.median(a - b for a, b in pairs), 2)}


async def client(todo: Iterator[str], times: list[float], errors: list[str]) -> None:
    """Asks what is left to ask over one connection."""
    reader, writer = await asyncio.open_connection("127.0.0.1", PORT)
    for text in todo:
        body = form(text)
        began = time.perf_counter()
        head = (
            "POST /sparql HTTP/1.1\r\nHost: bench\r\n"
            "Content-Type: application/x-www-form-urlencoded\r\n"
            f"Content-Length: {len(body)}\r\n\r\n"
        )
        writer.write(head.encode() + body)
        answer = (await reader.readuntil(b"\r\n\r\n")).lower()
        length = int(answer.partition(b"content-length: ")[2].partition(b"\r")[0])
        await reader.readexactly(length)
        times.append((time.perf_counter() - began) * 1000)
        if not answer.startswith(b"http/1.1 200"):
            errors.append(answer[:20].decode())
    writer.close()


async def load(clients: int, queries: int) -> tuple[list[float], list[str]]:
    """So many clients share so many queries."""
    times: list[float] = []
    errors: list[str] = []
    todo = (MIX[number % len(MIX)] for number in range(queries))
    await asyncio.gather(*(client(todo, times, errors) for _ in range(clients)))
    return sorted(times), errors


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--publication", type=Path, default=Path("public"))
    parser.add_argument("--clients", type=int, default=100)
    parser.add_argument("--queries", type=int, default=10_000)
    told = parser.parse_args()
    with server(told.publication) as pid:
        result: dict[str, object] = {"latency_ms": latency(told.publication, 100)}
        asyncio.run(load(told.clients, told.queries // 10))
        before = memory(pid)
        began = time.perf_counter()
        times, errors = asyncio.run(load(told.clients, told.queries))
        seconds = time.perf_counter() - began
        p50, p99 = (times[int(len(times) * share)] for share in (0.5, 0.99))
        result |= {
            "queries": len(times),
            "errors": len(errors),
            "p50_ms": round(p50, 1),
            "p99_ms": round(p99, 1),
            "p99_over_p50": round(p99 / p50, 2),
            "per_second": round(len(times) / seconds),
            "memory_mb": [before, memory(pid)],
            "cores": os.cpu_count(),
        }
    print(json.dumps(result))


if __name__ == "__main__":
    main()
