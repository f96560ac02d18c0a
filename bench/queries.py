"""Eight kinds of query over generated archives: onrecord beside pyoxigraph and rdflib.

    python bench/queries.py [--articles 1 100 1000] [--repeat 5] [--json FILE]

Each generated article has some 2,000 triples over one register of companies. Times are medians in
milliseconds, the data loaded before; `query` is `onrecord.query.Session` in its own process,
`endpoint` is HTTP to `onrecord serve` on loopback, answers as JSON. Peers answer in this process.
"""

import argparse
import contextlib
import json
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.parse
import urllib.request
from collections.abc import Callable, Iterator
from http.client import HTTPConnection
from pathlib import Path

import pyoxigraph as ox
import rdflib

from onrecord.publish.hosting.table import Site
from onrecord.query import Dataset, Limits, Session

KG = "https://w3id.org/onrecord/kg/"
ONR = "https://w3id.org/onrecord/ns#"
SCHEME = "https://w3id.org/onrecord/scheme/"
TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
LABEL = "http://www.w3.org/2000/01/rdf-schema#label"
SCHEMA = "https://schema.org/"
DECIMAL = "http://www.w3.org/2001/XMLSchema#decimal"
STATEMENTS = 110
COMPANIES = 200
QUERIES = sorted((Path(__file__).parent / "queries").glob("*.rq"))


def archive(articles: int) -> Iterator[str]:
    """N-Quads of an archive; the same for the same number."""
    for number in range(COMPANIES):
        company = f"{KG}company/c{number}"
        yield _line(company, TYPE, f"<{ONR}Company>", "entities")
        yield _line(company, LABEL, f'"Firma {number}"@de', "entities")
    for number in range(articles):
        yield from _article(number, articles)


def _line(subject: str, predicate: str, value: str, graph: str) -> str:
    return f"<{subject}> <{predicate}> {value} <{KG}graph/{graph}> .\n"


def _article(number: int, articles: int) -> Iterator[str]:
    graph = f"article/a{number}"
    article = f"{KG}article/a{number}"
    yield _line(article, TYPE, f"<{ONR}Article>", graph)
    for index in range(STATEMENTS):
        statement = f"{KG}statement/a{number}/s{index}"
        mixed = number * 31 + index * 17
        pairs = {
            TYPE: f"<{ONR}Statement>",
            ONR + "recordedIn": f"<{article}>",
            ONR + "statedBy": f"<{KG}company/c{mixed % COMPANIES}>",
            ONR + "subject": f"<{KG}company/c{(mixed // 3) % COMPANIES}>",
            ONR + "predicate": f"<{ONR}p{index % 12}>",
            ONR + "object": f'"Wert {mixed}"',
            ONR + "form": f"<{SCHEME}form#f{index % 5}>",
            ONR + "modality": f"<{SCHEME}modality#m{index % 7}>",
            ONR + "polarity": f"<{SCHEME}polarity#{'negated' if index % 9 == 0 else 'asserted'}>",
            ONR + "paragraph": f'"{index % 12}"',
            ONR + "anchorPhrase": f'"Satz {index} von {number}"@de',
            ONR + "gloss": f'"Firma {mixed % COMPANIES} gibt Zusage {mixed}"@de',
            LABEL: f'"Aussage {index}"@de',
            ONR + "origin": f"<{SCHEME}origin#curated>",
            ONR + "amount": f"<{statement}#amount>",
        }
        for predicate, value in pairs.items():
            yield _line(statement, predicate, value, graph)
        yield _line(statement + "#amount", TYPE, f"<{ONR}Amount>", graph)
        yield _line(statement + "#amount", SCHEMA + "value", f'"{mixed}"^^<{DECIMAL}>', graph)
        yield from _relations(statement, number, index, articles)


def _relations(statement: str, number: int, index: int, articles: int) -> Iterator[str]:
    """Tensions in rings of five within an article, both ways; answers to the one before;
    disputes that reach into other articles."""
    graph = f"article/a{number}"
    other = f"{KG}statement/a{number}/s{index - index % 5 + (index + 1) % 5}"
    if index < 40:
        yield _line(statement, ONR + "inTensionWith", f"<{other}>", graph)
        yield _line(other, ONR + "inTensionWith", f"<{statement}>", graph)
    if index in (50, 51, 52):
        yield _line(statement, ONR + "disputes", f"<{KG}statement/a{number}/s{index + 1}>", graph)
    if index == 53:
        far = f"{KG}statement/a{number * 7919 % articles}/s{50 + number % 4}"
        yield _line(statement, ONR + "disputes", f"<{far}>", graph)
    if index % 3:
        before = f"{KG}statement/a{number}/s{index - 1}"
        yield _line(statement, ONR + "respondsTo", f"<{before}>", graph)


def median_ms(work: Callable[[], object], repeat: int, most: float) -> float:
    """The median time; one run only where it takes longer than `most` seconds."""
    times: list[float] = []
    for _ in range(repeat):
        began = time.perf_counter()
        work()
        times.append((time.perf_counter() - began) * 1000)
        if sum(times) > most * 1000:
            break
    return statistics.median(times)


@contextlib.contextmanager
def endpoint(publication: Path) -> Iterator[HTTPConnection]:
    """`onrecord serve` over a folder with a dump."""
    (publication / "hosting").mkdir(exist_ok=True)
    (publication / "hosting/site.json").write_bytes(Site(KG, ("de", "en"), "").to_json())
    command = [
        sys.executable,
        "-m",
        "onrecord",
        "--quiet",
        "serve",
        str(publication),
        "--port",
        "7979",
    ]
    command += ["--no-log", "--query-seconds", "300", "--answer-size", "500"]
    process = subprocess.Popen(command)
    try:
        connection = HTTPConnection("127.0.0.1", 7979, timeout=300)
        for _ in range(3000):
            try:
                connection.request("GET", "/health")
                connection.getresponse().read()
                break
            except OSError:
                connection.close()
                time.sleep(0.1)
        yield connection
    finally:
        process.terminate()
        process.wait()


def fetch(connection: HTTPConnection, text: str) -> bytes:
    """One query over a connection that is kept."""
    body = urllib.parse.urlencode({"query": text})
    headers = {"Content-Type": "application/x-www-form-urlencoded"}
    try:
        connection.request("POST", "/sparql", body, headers)
    except OSError:
        connection.close()
        connection.request("POST", "/sparql", body, headers)
    answer = connection.getresponse()
    read = answer.read()
    if answer.status != 200:
        raise RuntimeError(read.decode())
    return read


def direct(store: ox.Store, text: str) -> bytes:
    """pyoxigraph by itself, over one default graph, as JSON."""
    result = store.query(text)
    return result.serialize(format=ox.QueryResultsFormat.JSON) or b""


def _triples(dataset: Dataset) -> bytes:
    """The union as N-Triples."""
    union = dataset.store.quads_for_pattern(None, None, None, ox.DefaultGraph())
    return ox.serialize((q.triple for q in union), format=ox.RdfFormat.N_TRIPLES) or b""


def measure(articles: int, repeat: int, most: float, peers: set[str]) -> list[dict[str, object]]:
    """One row a query: medians of each engine, and onrecord's over the better peer's."""
    rows = []
    with tempfile.TemporaryDirectory() as name:
        dump = Path(name) / "data/onrecord.nq"
        dump.parent.mkdir()
        dump.write_text("".join(archive(articles)))
        dataset = Dataset.read(dump)
        peer = rdflib.Graph()
        if "rdflib" in peers:
            peer.parse(data=_triples(dataset), format="nt")
        with (
            endpoint(Path(name)) as connection,
            Session(lambda: Dataset.read(dump), limits=Limits(seconds=300)) as session,
        ):
            session.run("ASK {}")
            for file in QUERIES:
                text = file.read_text()
                works: dict[str, Callable[[], object]] = {
                    "pyoxigraph": lambda text=text: direct(dataset.store, text),
                    "rdflib": lambda text=text: peer.query(text).serialize(format="json"),
                    "query": lambda text=text: session.respond(text, ("json",)),
                    "endpoint": lambda text=text: fetch(connection, text),
                }
                row: dict[str, object] = {"articles": articles, "query": file.stem}
                for engine, work in works.items():
                    if engine in {"query", "endpoint"} | peers:
                        row[f"{engine}_ms"] = round(median_ms(work, repeat, most), 2)
                print(json.dumps(row), flush=True)
                rows.append(row)
    return rows


def main() -> None:
    """Measure, print one JSON line a query, and write all of them where asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, nargs="+", default=[1, 100, 1000])
    parser.add_argument("--repeat", type=int, default=5)
    parser.add_argument("--most", type=float, default=3.0, help="seconds of repeats a query")
    parser.add_argument("--peers", nargs="*", default=["pyoxigraph", "rdflib"])
    parser.add_argument("--json", type=Path)
    told = parser.parse_args()
    rows = [
        row
        for articles in told.articles
        for row in measure(articles, told.repeat, told.most, set(told.peers))
    ]
    if told.json:
        told.json.write_text(json.dumps(rows, indent=1) + "\n")


if __name__ == "__main__":
    main()
