"""How fast the website is rendered, beside a bare loop that creates the same files.

    python bench/site.py [--copies 100] [--runs 3]

Prints, for one article and for its graph repeated under other names:

- pages per second and process: processor time of rendering alone, nothing written;
- pages per second by the clock: rendered as a build does it, by several processes where there are
  several processors, and written; beside it a loop that only creates the same files with the same
  bytes, into folders that it makes once, on the same disk in the same run; and the ratio of both;
- the same ratio in processor time, all processes together, which other work on the machine
  disturbs little and which gains nothing from several processes;
- the growth of the time per page, which should be none.

Goals: 1,000 pages/s and process, half the rate of the bare loop, growth below 1.5.
"""

import argparse
import dataclasses
import gc
import os
import statistics
import tempfile
import time
from collections.abc import Iterable, Mapping
from pathlib import Path

import pyoxigraph as ox

from onrecord import pipeline
from onrecord.graph import KnowledgeGraph
from onrecord.publish.publication import Publication
from onrecord.publish.site import plan
from onrecord.publish.site.printing import Job, printed
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


def clock() -> tuple[float, float]:
    """Seconds by the clock, and of processors with all children that have ended."""
    return time.perf_counter(), sum(os.times()[:4])


def since(begin: tuple[float, float]) -> tuple[float, float]:
    """The seconds of both kinds that have passed."""
    now = clock()
    return now[0] - begin[0], now[1] - begin[1]


class Folder:
    """Where files are created; each folder is made once."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.made: set[str] = set()

    def create(self, path: str, data: bytes) -> None:
        """Creates one file."""
        parent = path.rpartition("/")[0]
        if parent not in self.made:
            (self.root / parent).mkdir(parents=True, exist_ok=True)
            self.made.add(parent)
        with open(f"{self.root}/{path}", "wb") as file:  # noqa: PTH123
            file.write(data)


def rendered(jobs: Mapping[str, Job]) -> tuple[int, float]:
    """Bytes of all pages, and the processor seconds that this process takes to render them."""
    gc.freeze()  # as `printed` does
    size, begin = 0, time.process_time()
    for path in sorted(jobs):
        size += len(jobs[path]())
    return size, time.process_time() - begin


def written(jobs: Mapping[str, Job], folder: Path) -> tuple[float, float]:
    """Seconds by the clock and of processors to render the pages and create their files."""
    place, begin = Folder(folder), clock()
    for path, data in printed(jobs):
        place.create(path, data)
    return since(begin)


def bare(paths: Iterable[str], source: Path, target: Path) -> tuple[float, float]:
    """The same for a loop that creates the same files and does nothing else."""
    place, wall, processor = Folder(target), 0.0, 0.0
    for path in paths:
        data = (source / path).read_bytes()
        begin = clock()
        place.create(path, data)
        spent = since(begin)
        wall, processor = wall + spent[0], processor + spent[1]
    return wall, processor


def pages_of(publication: Publication) -> dict[str, Job]:
    """The jobs of the pages; pictures, styles and scripts are left out."""
    return {path: job for path, job in plan(publication).items() if path.endswith(".html")}


def run(label: str, publication: Publication, runs: int) -> float:
    """Measures one publication and prints medians; gives the seconds per page of a process."""
    rows = []
    for _ in range(runs):
        begin = time.process_time()
        jobs = pages_of(publication)
        prepared = time.process_time() - begin
        size, alone = rendered(jobs)
        with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as other:
            together = written(pages_of(publication), Path(one))
            loop = bare(sorted(jobs), Path(one), Path(other))
        rows.append((prepared, alone, *together, *loop))
    prepared, alone, wall, processor, bare_wall, bare_processor = map(
        statistics.median, zip(*rows, strict=True)
    )
    count = len(jobs)
    print(
        f"{label}: {count} pages of {size / count / 1000:.1f} kB; set-up {prepared:.2f} s\n"
        f"  rendered {count / alone:,.0f} pages/s and process\n"
        f"  written {count / wall:,.0f} pages/s by the clock, bare loop {count / bare_wall:,.0f} "
        f"files/s: ratio {bare_wall / wall:.2f}\n"
        f"  written {count / processor:,.0f} pages/s of processors, bare loop "
        f"{count / bare_processor:,.0f} files/s: ratio {bare_processor / processor:.2f}"
    )
    return float(prepared + alone) / count


def main() -> None:
    """Measures the first article, then the same graph under many names."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--copies", type=int, default=100)
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args()
    gc.set_threshold(100_000, 50, 100)  # as `onrecord build` does
    copies = options.copies
    workspace = Workspace.find(ROOT)
    graph = pipeline.prepare(workspace)
    whole = pipeline.publication_of(graph, Report(), workspace)
    first = run("one article", whole, options.runs)
    few = max(2, copies // 10)
    quiet = dataclasses.replace(whole, questions=())
    small = run(f"{few} copies", dataclasses.replace(quiet, graph=copied(whole.graph, few)), 1)
    big = run(f"{copies} copies", dataclasses.replace(quiet, graph=copied(whole.graph, copies)), 1)
    print(f"time per page: {first * 1e3:.2f} ms, {small * 1e3:.2f} ms, {big * 1e3:.2f} ms")
    print(f"growth from {few} to {copies} copies: {big / small:.2f} times per page")


if __name__ == "__main__":
    main()
