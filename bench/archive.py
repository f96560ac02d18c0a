"""How fast an archive is made, stage by stage and end to end, beside named peers in the same run.

    python bench/archive.py [--sizes 1,10,100,1000] [--runs 5] [--rdf 20] [--joint 100] [--out FILE]

Articles come from `generator.py`. Times are CPU seconds of the process and its children, because a
shared machine stretches wall time more than CPU time; medians of the runs that are named. Tables
are printed as Markdown; `--out` keeps the figures as JSON, from which `plots.py` draws. Workers,
Spark and files on the disk are in `engines.py`.
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
BOTH = "onrecord: graph from what was extracted, derived, sorted, and its N-Quads"
TURTLE = "rdflib: write Turtle"
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
        spent["quads"] += described.quads
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
    command += ["--out", str(out), "--shacl-engine", "shacl", *(options or ("--workers", "1"))]
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


def rdf(folder: Path, path: Path, runs: int) -> dict[str, Any]:
    """Making, writing and reading RDF, by us and by others, of the same articles; one after the
    other in each run, so that what else the machine does meets all of them."""
    import pyoxigraph as ox
    import rdflib

    tools = shard.tools_of(Job(path, folder / "rdf", folder, shacl_engine="shacl"))
    read_in = list(papers(path))
    found = [_extract(paper, tools) for paper in read_in]
    made = [_graph(paper, one, tools) for paper, one in zip(read_in, found, strict=True)]
    ntriples = b"".join(d.ntriples for d in made)
    quads = [*ox.parse(input=ntriples, format=ox.RdfFormat.N_TRIPLES)]
    triples = list({ox.Triple(q.subject, q.predicate, q.object) for q in quads})
    graph = rdflib.Graph().parse(data=ntriples, format="nt")
    turtle = graph.serialize(format="turtle")
    work: dict[str, Callable[[], Any]] = {
        BOTH: lambda: [_graph(p, one, tools) for p, one in zip(read_in, found, strict=True)],
        "onrecord: N-Quads of a graph that is made": lambda: [d.nquads for d in made],
        TURTLE: lambda: graph.serialize(format="turtle"),
        "rdflib: write N-Triples": lambda: graph.serialize(format="nt"),
        "rdflib: parse Turtle": lambda: rdflib.Graph().parse(data=turtle, format="turtle"),
        "pyoxigraph: write N-Triples": lambda: ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES),
        "pyoxigraph: parse N-Triples": lambda: list(
            ox.parse(input=ntriples, format=ox.RdfFormat.N_TRIPLES)
        ),
    }
    seconds = [{name: timed(do)[0] for name, do in work.items()} for _ in range(runs)]
    rates = {n: len(triples) / statistics.median(run[n] for run in seconds) for n in work}
    times = statistics.median(run[TURTLE] / run[BOTH] for run in seconds)
    return {"articles": len(made), "triples": len(triples), "rates": rates, "times Turtle": times}


def validation(folder: Path, path: Path, runs: int) -> dict[str, Any]:
    """Validating articles apart and all together, by the fast engine and the reference."""
    from onrecord.archive.engines import EVERYTHING, engine

    tools = shard.tools_of(Job(path, folder / "validate", folder, shacl_engine="shacl"))
    context, native = tools.context, tools.engine
    reference = engine("pyshacl", context.graph)
    made = [described_by.describe(p, tools.extractor, context) for p in papers(path)]
    types = {line for own in context.types.values() for line in own}
    for described in made:
        for mention in described.mentions:
            types |= {*local.minted_types(mention.iri, mention.kind, context)}
    text = "".join([*{d.ntriples.decode() for d in made}, *sorted(types)])
    apart = median(lambda: [local.check(d, context, native) for d in made], runs)
    joint_native, some = timed(lambda: set(native.findings(text, EVERYTHING)))
    joint, everything = timed(lambda: set(reference.findings(text, EVERYTHING)))
    plain, told = timed(lambda: _plain_pyshacl(text, context))
    own = {finding for d in made for finding in local.check(d, context, native)}
    nodes = {f"{kind}/{d.paper.slug}" for d in made for kind in ("article", "proposal")}
    ours = {f for f in everything if _owner(f.focus, context.names.base) in nodes}
    return {
        "articles": len(made),
        "seconds": {
            "shacl, article by article": apart,
            "shacl, joint graph": joint_native,
            "onrecord check (pyshacl, shapes aimed), joint graph": joint,
            "pyshacl, joint graph": plain,
        },
        "findings": len(everything),
        "equal findings": own == ours
        and some == everything
        and told == {(f.focus, f.rule, f.path, f.value) for f in everything},
        "times": plain / apart,
    }


def _plain_pyshacl(text: str, context: Context) -> set[tuple[str, ...]]:
    """What pyshacl finds as it comes: focus, shape, path and value of each result."""
    import pyshacl
    import rdflib
    from rdflib.namespace import SH

    from onrecord.graph import SHAPES_GRAPH
    from onrecord.names import SHAPES

    data = rdflib.Graph().parse(data=text, format="nt")
    shapes = context.graph.to_rdflib(SHAPES_GRAPH)
    _, results, _ = pyshacl.validate(data, shacl_graph=shapes, inplace=True)
    found = set()
    for node in results.subjects(rdflib.RDF.type, SH.ValidationResult):
        focus, shape, path, value = (
            results.value(node, predicate)
            for predicate in (SH.focusNode, SH.sourceShape, SH.resultPath, SH.value)
        )
        iri = str(path) if isinstance(path, rdflib.URIRef) else None
        said = None if value is None else str(value)
        found.add((str(focus), str(shape).removeprefix(SHAPES), iri, said))
    return found


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


def keep(out: Path | None, figures: dict[str, Any]) -> None:
    """Adds figures to those of a file, if one is named."""
    if out:
        known = json.loads(out.read_text(encoding="utf-8")) if out.is_file() else {}
        out.write_text(json.dumps(known | figures, indent=1) + "\n", encoding="utf-8")


def main() -> None:
    """Runs everything that was asked for and prints it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", default="1,10,100,1000")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--rdf", type=int, default=20, help="articles whose RDF is written")
    parser.add_argument("--joint", type=int, default=100, help="articles that are validated")
    parser.add_argument("--out", type=Path)
    told = parser.parse_args()
    figures: dict[str, Any] = {"machine": machine()}
    print(figures["machine"])
    with tempfile.TemporaryDirectory() as name:
        folder = workspace(Path(name) / "newsroom")
        if told.rdf:
            figures["rdf"] = rdf(folder, articles(folder, told.rdf), told.runs)
            rates = [{"peer": k, "triples/s": v} for k, v in figures["rdf"]["rates"].items()]
            table(f"Reading and writing {figures['rdf']['triples']} triples", rates)
            print(f"\ntimes rdflib's Turtle: {figures['rdf']['times Turtle']:.1f}")
            keep(told.out, figures)
        if told.joint:
            figures["validation"] = validation(folder, articles(folder, told.joint), told.runs)
            spent = [{"engine": k, "CPU s": v} for k, v in figures["validation"]["seconds"].items()]
            table(f"Validating {told.joint} articles", spent)
            print({k: v for k, v in figures["validation"].items() if k != "seconds"})
            keep(told.out, figures)
        sizes = [int(size) for size in told.sizes.split(",") if size]
        if sizes:
            figures["stages"] = [_size(folder, size) for size in sizes]
            table("Stages: CPU seconds", figures["stages"])
            keep(told.out, figures)
            figures["end to end"] = [_whole(folder, size) for size in sizes]
            table("The command, one process", figures["end to end"])
            keep(told.out, figures)


def _size(folder: Path, size: int) -> dict[str, Any]:
    path = articles(folder, size)
    spent = stages(folder, path)
    return {"articles": size, **spent, "merge": merging(folder, path)}


def _whole(folder: Path, size: int) -> dict[str, Any]:
    found = end_to_end(folder, articles(folder, size))
    return {"articles": size, **found, "articles/CPU s": size / found["cpu"]}


if __name__ == "__main__":
    main()
