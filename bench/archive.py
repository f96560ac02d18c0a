"""How fast an archive is made, stage by stage and end to end, beside named peers in the same run.

    python bench/archive.py [--sizes 1,10,100,1000] [--runs 5] [--jobs 1,2] [--spark] [--out FILE]

Articles come from `generator.py`. Times are CPU seconds of the process and its children unless the
table says wall, because a shared machine stretches wall time and not CPU time; medians of the runs
that are named. The table is printed as Markdown; `--out` keeps the figures as JSON, from which
`plots.py` draws.
"""

import argparse
import json
import os
import platform
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

import generator
from onrecord.archive import describe as described_by
from onrecord.archive import local, shard, source
from onrecord.archive.context import Context
from onrecord.archive.describe import Described
from onrecord.archive.files import Done, Shelf
from onrecord.archive.intake import read
from onrecord.archive.merge import merge_bucket
from onrecord.archive.pages import article_files
from onrecord.archive.processes import Processes
from onrecord.archive.records import Job, Paper
from onrecord.archive.run import run
from onrecord.article import Article

PACKAGES = ("pyoxigraph", "rdflib", "pyshacl", "shacl", "pyspark", "zstandard", "jinja2")
JOINT = 100
CONFIG = 'base = "https://w3id.org/onrecord/kg/"\n[title]\nde = "Archiv"\nen = "Archive"\n'


def cpu() -> float:
    """CPU seconds of this process and of the children that ended."""
    own, children = (
        resource.getrusage(r) for r in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    return own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime


def timed(work: Callable[[], Any]) -> tuple[float, Any]:
    """CPU seconds of a piece of work, and its result."""
    begin = cpu()
    result = work()
    return cpu() - begin, result


def median(work: Callable[[], Any], runs: int) -> float:
    """The median of the CPU seconds of several runs."""
    return statistics.median(timed(work)[0] for _ in range(runs))


def workspace(folder: Path) -> Path:
    """A workspace with the register of the generator and no article."""
    (folder / "kg" / "entities").mkdir(parents=True)
    (folder / "onrecord.toml").write_text(CONFIG, encoding="utf-8")
    (folder / "kg" / "entities" / "register.ttl").write_text(generator.register(), encoding="utf-8")
    return folder


def articles(folder: Path, count: int) -> Path:
    """The first articles of the generator, as JSON Lines."""
    path = folder / f"articles-{count}.jsonl"
    with path.open("w", encoding="utf-8") as file:
        for record in generator.articles(count):
            file.write(json.dumps(record, ensure_ascii=False) + "\n")
    return path


def papers(path: Path) -> Iterator[Paper]:
    """The articles of a file, one after the other."""
    parts, _ = source.plan(path, 100)
    for part in parts:
        for number, raw in source.records(path, part):
            paper = read(number, raw, 500_000)
            if isinstance(paper, Paper):
                yield paper


def stages(folder: Path, path: Path) -> dict[str, float]:
    """CPU seconds of each stage over one input, and the number of quads; one article at a time."""
    job = Job(path, folder / "stages", folder, shacl_engine="shacl")
    tools = shard.tools_of(job)
    spent: dict[str, float] = dict.fromkeys(("extract", "graph", "validate", "pages", "quads"), 0.0)
    for paper in papers(path):
        seconds, found = timed(lambda p=paper: _extract(p, tools))  # type: ignore[misc]
        spent["extract"] += seconds
        seconds, described = timed(lambda p=paper, f=found: _graph(p, f, tools))  # type: ignore[misc]
        spent["graph"] += seconds
        spent["quads"] += len(described.lines)
        spent["validate"] += timed(lambda d=described: local.check(d, tools.context, tools.engine))[
            0
        ]  # type: ignore[misc]
        spent["pages"] += timed(lambda d=described: list(article_files(d, tools.context)))[0]  # type: ignore[misc]
    return spent


def _extract(paper: Paper, tools: shard.Tools) -> Any:
    article = Article.from_text(paper.slug, paper.text)
    return tools.extractor.extract(article, tools.context.known_in(paper.text))


class _Found:
    """An extractor that gives what was found before, so that the graph is timed alone."""

    name, version = "found", "1"

    def __init__(self, found: Any) -> None:
        self.found = found

    def extract(self, article: Article, known: Any = ()) -> Any:
        del article, known
        return self.found


def _graph(paper: Paper, found: Any, tools: shard.Tools) -> Described:
    described = described_by.describe(paper, _Found(found), tools.context)
    _ = described.nquads
    return described


def merging(folder: Path, path: Path) -> float:
    """CPU seconds of merging all buckets of an archive, its shards being there already."""
    job = Job(path, folder / f"merge-{path.stem}", folder, shacl_engine="shacl")
    run(job, Processes(1))
    key = Shelf(job.out).work("key").read_text(encoding="utf-8")
    shards: list[Done] = list(Shelf(job.out).marks("articles", key))
    return timed(lambda: [merge_bucket(job, key, n, shards) for n in range(job.buckets)])[0]


def end_to_end(folder: Path, path: Path, *options: str) -> dict[str, float]:
    """Wall and CPU seconds and peak memory of the command, imports and start included."""
    out = Path(tempfile.mkdtemp(dir=folder)) / "out"
    command = [sys.executable, "-m", "onrecord", "-q", "-w", str(folder), "archive", str(path)]
    command += ["--out", str(out), "--shacl-engine", "shacl", *options]
    probe = "import resource,subprocess,sys,json,time\nb=time.perf_counter()\n"
    probe += "subprocess.run(json.loads(sys.argv[1]), check=True)\n"
    probe += "u=resource.getrusage(resource.RUSAGE_CHILDREN)\n"
    probe += "print(json.dumps([time.perf_counter()-b, u.ru_utime+u.ru_stime, u.ru_maxrss/1024]))"
    ran = subprocess.run(
        [sys.executable, "-c", probe, json.dumps(command)],
        check=True,
        capture_output=True,
        text=True,
    )
    wall, seconds, memory = json.loads(ran.stdout.splitlines()[-1])
    shutil.rmtree(out.parent)
    return {"wall": wall, "cpu": seconds, "memory": memory}


def floor(folder: Path, path: Path) -> dict[str, float]:
    """Files and CPU seconds: pages and their triples made by us, against a bare loop that writes
    the same bytes to the same names."""
    job = Job(path, folder / "floor", folder, shacl_engine="none", pages="files")
    context: Context = shard.tools_of(job).context
    made = [described_by.describe(p, shard.tools_of(job).extractor, context) for p in papers(path)]
    target = folder / "ours"
    ours, files = timed(lambda: [_put(target, *f) for d in made for f in article_files(d, context)])
    kept = [(name, data) for d in made for name, data in article_files(d, context)]
    bare = timed(lambda: [_put(folder / "bare", *f) for f in kept])[0]
    shutil.rmtree(target)
    shutil.rmtree(folder / "bare")
    return {"files": len(files), "ours": ours, "bare": bare}


def _put(folder: Path, name: str, data: bytes) -> None:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def peers(folder: Path, path: Path, runs: int) -> dict[str, Any]:
    """Writing and reading RDF, and validation, by us and by others, on the same articles."""
    import pyoxigraph as ox
    import rdflib

    from onrecord.archive.engines import engine
    from onrecord.rdf.bridge import rdflib_graph

    job = Job(path, folder / "peers", folder, shacl_engine="shacl")
    tools = shard.tools_of(job)
    made = [described_by.describe(p, tools.extractor, tools.context) for p in papers(path)]
    quads = sum(len(d.lines) for d in made)
    found = [_extract(d.paper, tools) for d in made]
    text = "\n".join(line for d in made for line in d.lines)
    parsed = ox.parse(input=text, format=ox.RdfFormat.N_TRIPLES)
    triples = list({ox.Triple(q.subject, q.predicate, q.object) for q in parsed})
    graph = rdflib_graph(triples)
    turtle = graph.serialize(format="turtle")
    ntriples = ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES) or b""

    def build() -> None:
        for d, one in zip(made, found, strict=True):
            _graph(d.paper, one, tools)

    rates = {
        "onrecord: graph from what was extracted, derived, sorted, as N-Quads": quads
        / median(build, runs),
        "onrecord: N-Quads of the graph": quads
        / median(lambda: [d.nquads.encode() for d in made], runs),
        "rdflib: write Turtle": len(graph) / median(lambda: graph.serialize(format="turtle"), runs),
        "rdflib: write N-Triples": len(graph) / median(lambda: graph.serialize(format="nt"), runs),
        "rdflib: parse Turtle": len(graph)
        / median(lambda: rdflib.Graph().parse(data=turtle, format="turtle"), runs),
        "pyoxigraph: write N-Triples": len(triples)
        / median(lambda: ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES), runs),
        "pyoxigraph: parse N-Triples": len(triples)
        / median(lambda: list(ox.parse(input=ntriples, format=ox.RdfFormat.N_TRIPLES)), runs),
    }
    native = tools.engine
    reference = engine("pyshacl", tools.context.graph)
    apart = median(lambda: [local.check(d, tools.context, native) for d in made], runs)
    lines = sorted({line for d in made for line in d.lines})
    lines += sorted({t for own in tools.context.types.values() for t in own})
    lines += sorted(
        {
            t
            for d in made
            for m in d.mentions
            for t in local.minted_types(m.iri, m.kind, tools.context)
        }
    )
    joint_native, some = timed(lambda: set(native.findings(lines)))
    joint, all_of_them = timed(lambda: set(reference.findings(lines)))
    own = {f for d in made for f in local.check(d, tools.context, native)}
    nodes = {f"{kind}/{d.paper.slug}" for d in made for kind in ("article", "proposal")}
    base = tools.context.names.base
    equal = own == {f for f in all_of_them if _owner(f.focus, base) in nodes}
    return {
        "articles": len(made),
        "triples": len(triples),
        "rates": rates,
        "validate": {
            "shacl, article by article": apart,
            "shacl, joint graph": joint_native,
            "pyshacl, joint graph": joint,
        },
        "findings": len(own),
        "equal findings": equal and some == all_of_them,
    }


def _owner(iri: str, base: str) -> str:
    """`article/<slug>` or `proposal/<slug>` of a node."""
    return "/".join(iri.removeprefix(base).partition("#")[0].split("/")[:2])


def machine() -> dict[str, str]:
    """What the figures were measured on."""
    found = {"python": platform.python_version(), "cores": str(os.cpu_count())}
    for package in PACKAGES:
        try:
            found[package] = version(package)
        except PackageNotFoundError:
            found[package] = "not installed"
    found["load average at start"] = f"{os.getloadavg()[0]:.1f}"
    return found


def table(title: str, rows: list[dict[str, Any]]) -> None:
    """Prints rows as a Markdown table."""
    print(f"\n### {title}\n")
    print("| " + " | ".join(rows[0]) + " |")
    print("|" + "---|" * len(rows[0]))
    for row in rows:
        print("| " + " | ".join(map(_shown, row.values())) + " |")


def _shown(value: object) -> str:
    if not isinstance(value, float):
        return str(value)
    return f"{value:,.3g}" if value < 100 else f"{value:,.0f}"


def main() -> None:
    """Runs everything that was asked for and prints it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", default="1,10,100,1000")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--jobs", default="1,2", help="numbers of workers to compare")
    parser.add_argument("--spark", action="store_true", help="compare with Spark local[2]")
    parser.add_argument("--out", type=Path)
    told = parser.parse_args()
    figures: dict[str, Any] = {"machine": machine()}
    print(figures["machine"])
    with tempfile.TemporaryDirectory() as name:
        folder = workspace(Path(name) / "newsroom")
        sizes = [int(size) for size in told.sizes.split(",")]
        figures["stages"] = [_size(folder, size) for size in sizes]
        table("Stages: CPU seconds", figures["stages"])
        figures["end to end"] = [_whole(folder, size) for size in sizes]
        table("The command, one process", figures["end to end"])
        few = articles(folder, min(JOINT, max(sizes)))
        figures["peers"] = peers(folder, few, told.runs)
        rates = [{"peer": k, "triples/s": v} for k, v in figures["peers"]["rates"].items()]
        table(f"Reading and writing {figures['peers']['triples']} triples", rates)
        spent = [{"engine": k, "CPU s": v} for k, v in figures["peers"]["validate"].items()]
        table(f"Validating {figures['peers']['articles']} articles", spent)
        print(f"\nequal findings: {figures['peers']['equal findings']}")
        figures["floor"] = floor(folder, few)
        table("Pages and their triples as files, and a bare loop", [figures["floor"]])
        figures["workers"] = _workers(folder, articles(folder, max(sizes)), told)
        table("Workers and engines", figures["workers"])
    if told.out:
        told.out.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")


def _size(folder: Path, size: int) -> dict[str, Any]:
    path = articles(folder, size)
    spent = stages(folder, path)
    return {"articles": size, **spent, "merge": merging(folder, path)}


def _whole(folder: Path, size: int) -> dict[str, Any]:
    found = end_to_end(folder, articles(folder, size))
    return {"articles": size, **found, "articles/CPU s": size / found["cpu"]}


def _workers(folder: Path, path: Path, told: argparse.Namespace) -> list[dict[str, Any]]:
    rows = []
    for workers in told.jobs.split(","):
        rows.append(
            {"engine": f"{workers} processes", **end_to_end(folder, path, "--workers", workers)}
        )
    if told.spark:
        rows.append({"engine": "Spark local[2]", **end_to_end(folder, path, "--engine", "spark")})
    return rows


if __name__ == "__main__":
    main()
