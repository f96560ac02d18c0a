"""How long a build takes from a cold process, beside rdflib and the shapes on the same triples.

    python bench/build.py [--runs 5]

Prints medians of wall clock and of processor time (user and system, with all child processes), and
in the same run the ratio (build - shapes) / (rdflib parse + write); the goal is at most 4. `shapes`
is the check of the shapes as the build runs it. pyshacl alone, with shapes that are not aimed and
constraints that rdflib answers, stands beside it. Also: a check with nothing changed against a full
one (goal: under a tenth), and the memory of the largest process of a build (goal: under 300 MB).

Wall clock is the figure on a quiet machine; on a busy one only processor time means something, and
it counts against us what runs at the same time as something else.
"""

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent

_TIMED = """
import resource, sys, time, json
from pathlib import Path

def used():
    mine, theirs = (resource.getrusage(w) for w in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum((mine.ru_utime, mine.ru_stime, theirs.ru_utime, theirs.ru_stime))

def timed(work):
    begin, before = time.perf_counter(), used()
    work()
    print(json.dumps([time.perf_counter() - begin, used() - before]))
"""
_GRAPH = """
from onrecord import pipeline
from onrecord.graph import SHAPES_GRAPH
from onrecord.rdf.bridge import rdflib_graph
from onrecord.validate.shacl import run_shacl
from onrecord.workspace import Workspace
import pyshacl, rdflib.plugins.sparql.processor
graph = pipeline.prepare(Workspace.find(Path(sys.argv[1])))
"""
PROGRAMS = {
    "rdflib parse + write": """
import rdflib
data = Path(sys.argv[1], "public/data/onrecord.ttl").read_text(encoding="utf-8")
timed(lambda: rdflib.Graph().parse(data=data, format="turtle").serialize(format="turtle"))
""",
    "shapes, as in the build": _GRAPH + "timed(lambda: run_shacl(graph))",
    "pyshacl alone": _GRAPH
    + """
shapes = graph.to_rdflib(SHAPES_GRAPH)
data = rdflib_graph(t for g, ts in graph.graphs.items() if not g.endswith("/shapes") for t in ts)
timed(lambda: pyshacl.validate(data, shacl_graph=shapes, inplace=True))
""",
}


class Cost(NamedTuple):
    """Seconds on the clock and of processors, and megabytes of the largest process."""

    wall: float
    processor: float
    memory: float = 0.0


def whole(command: list[str]) -> Cost:
    """What a whole process costs, with its children."""
    begin = time.perf_counter()
    quiet = subprocess.DEVNULL
    process = subprocess.Popen(command, stdout=quiet, stderr=quiet)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(command)} ended with {process.returncode}")
    wall = time.perf_counter() - begin
    return Cost(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def inside(program: str, argument: str) -> Cost:
    """What a program measured inside itself, imports left out."""
    ran = subprocess.run(
        [sys.executable, "-c", _TIMED + program, argument],
        check=True,
        capture_output=True,
        text=True,
    )
    return Cost(*json.loads(ran.stdout))


def fresh(folder: Path) -> None:
    """Takes away what a build left."""
    (folder / "public").unlink(missing_ok=True)
    for left in (folder / ".onrecord", *folder.glob(".public-*")):
        shutil.rmtree(left, ignore_errors=True)
    os.sync()


def measured(folder: Path) -> Iterator[tuple[str, Cost]]:
    """One run of everything, so that a drift of the machine hits all alike."""
    command = [sys.executable, "-m", "onrecord", "--quiet", "--workspace", str(folder)]
    fresh(folder)
    yield "build, cold", whole([*command, "build"])
    for name, program in PROGRAMS.items():
        yield name, inside(program, str(folder))
    yield "check, full", whole([*command, "check", "--no-cache"])
    yield "check, nothing changed", whole([*command, "check"])


def main() -> None:
    """Runs, then prints the medians and the ratios."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--runs", type=int, default=5)
    runs = options.parse_args().runs
    rows: dict[str, list[Cost]] = {}
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        shutil.copytree(ROOT / "kg", folder / "kg")
        shutil.copy(ROOT / "onrecord.toml", folder)
        for _ in range(runs):
            for name, cost in measured(folder):
                rows.setdefault(name, []).append(cost)
    medians = {
        name: Cost(*(statistics.median(column) for column in zip(*costs, strict=True)))
        for name, costs in rows.items()
    }
    for name, cost in medians.items():
        low, high = (f(c.wall for c in rows[name]) for f in (min, max))
        print(
            f"{name:26} {cost.wall:7.3f} s ({low:.3f} to {high:.3f}), "
            f"of processors {cost.processor:7.3f} s"
        )
    report(medians)
    print(f"processors {os.cpu_count()}, Python {sys.version.split()[0]}, runs {runs}")


def report(medians: dict[str, Cost]) -> None:
    """The figures that have a goal."""
    build, rdflib, shapes, alone, full, cached = (
        medians[name]
        for name in ("build, cold", *PROGRAMS, "check, full", "check, nothing changed")
    )
    for name, part in (("shapes", shapes), ("pyshacl alone", alone), ("nothing", Cost(0, 0))):
        ratios = [(b - s) / r for b, s, r in zip(build[:2], part[:2], rdflib[:2], strict=True)]
        print(
            f"(build - {name}) / rdflib".ljust(34)
            + f"{ratios[0]:5.2f} by the clock, {ratios[1]:5.2f} of processors, goal 4"
        )
    print(f"{'cached check / full check':34}{cached.wall / full.wall:5.3f}, goal 0.1")
    print(f"{'largest process of a build':34}{build.memory:5.0f} MB, goal 300")


if __name__ == "__main__":
    main()
