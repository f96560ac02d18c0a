"""How fast the website is rendered, beside a bare loop that creates the same files.

    python bench/site.py [--copies 100]

Prints pages per second and process (processor time, so that other work on the machine counts
little), the rate of the whole with its files written against a loop that only writes the same
bytes, and the same for the graph repeated under other names; the time for a page should not grow.
Goals: 1,000 pages/s, half the rate of the bare loop, and a growth of time per page below 1.5.
"""

import argparse
import dataclasses
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path

import pyoxigraph as ox

from onrecord import pipeline
from onrecord.graph import KnowledgeGraph
from onrecord.publish.publication import Publication
from onrecord.publish.site import plan
from onrecord.validate import Report
from onrecord.workspace import Workspace

ROOT = Path(__file__).resolve().parent.parent


def copied(graph: KnowledgeGraph, copies: int) -> KnowledgeGraph:
    """The graph with its data repeated under other names; vocabularies stay single."""
    base = graph.names.base
    graphs = dict(graph.graphs)
    for n in range(1, copies):
        for name, triples in graph.graphs.items():
            if name not in (graph.names.graph("ontology"), graph.names.graph("shapes")):
                other = renamed(name, base, n)
                graphs[other] = tuple(moved(t, base, n) for t in triples)
    return KnowledgeGraph(graph.names, graphs, {})


def renamed(iri: str, base: str, n: int) -> str:
    """An IRI of the data as one of the copy `n`; any other as it is."""
    if not iri.startswith(base):
        return iri
    document, hash_sign, part = iri.partition("#")
    return f"{document}-{n}{hash_sign}{part}"


def moved(triple: ox.Triple, base: str, n: int) -> ox.Triple:
    """A triple in the copy `n`."""
    subject, value = triple.subject, triple.object
    if isinstance(subject, ox.NamedNode):
        subject = ox.NamedNode(renamed(subject.value, base, n))
    if isinstance(value, ox.NamedNode):
        value = ox.NamedNode(renamed(value.value, base, n))
    return ox.Triple(subject, triple.predicate, value)


def rendered(publication: Publication, folder: Path) -> tuple[int, int, float, float, float]:
    """Pages, bytes, and processor seconds of the set-up, of rendering and of writing."""
    begin = time.process_time()
    jobs = plan(publication)
    prepared = time.process_time() - begin
    pages = sorted(p for p in jobs if p.endswith(".html"))
    size, spent, written = 0, 0.0, 0.0
    for path in pages:
        start = time.process_time()
        data = jobs[path]()
        spent += time.process_time() - start
        size += len(data)
        start = time.process_time()
        write(folder / path, data)
        written += time.process_time() - start
    return len(pages), size, prepared, spent, written


def write(path: Path, data: bytes) -> None:
    """Creates one file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def bare(files: Iterable[Path], source: Path, target: Path) -> float:
    """Processor seconds of a loop that creates the same files and does nothing else."""
    spent = 0.0
    for path in files:
        data = path.read_bytes()
        start = time.process_time()
        write(target / path.relative_to(source), data)
        spent += time.process_time() - start
    return spent


def run(label: str, publication: Publication) -> float:
    """Measures one publication and prints it; gives the seconds per page."""
    with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as other:
        pages, size, prepared, spent, written = rendered(publication, Path(one))
        loop = bare(sorted(Path(one).rglob("*.html")), Path(one), Path(other))
    print(
        f"{label}: {pages} pages of {size / pages / 1000:.1f} kB; "
        f"set-up (queries, templates) {prepared:.2f} s; "
        f"{pages / spent:,.0f} pages/s rendered, {pages / (spent + written):,.0f} pages/s written, "
        f"bare loop {pages / loop:,.0f} files/s "
        f"(ratio {loop / (spent + written):.2f})"
    )
    return (prepared + spent) / pages


def main() -> None:
    """Measures the first article, then the same graph under many names."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--copies", type=int, default=100)
    copies = parser.parse_args().copies
    workspace = Workspace.find(ROOT)
    graph = pipeline.prepare(workspace)
    whole = pipeline.publication_of(graph, Report(), workspace)
    first = run("one article", whole)
    few = max(2, copies // 10)
    quiet = dataclasses.replace(whole, questions=())
    small = run(f"{few} copies", dataclasses.replace(quiet, graph=copied(whole.graph, few)))
    big = run(f"{copies} copies", dataclasses.replace(quiet, graph=copied(whole.graph, copies)))
    print(f"time per page: {first * 1e3:.2f} ms, {small * 1e3:.2f} ms, {big * 1e3:.2f} ms")
    print(f"growth from {few} to {copies} copies: {big / small:.2f} times per page")


if __name__ == "__main__":
    main()
