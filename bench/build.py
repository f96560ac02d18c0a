"""How long a build takes from a cold process, beside rdflib and pyshacl on the same triples.

    python bench/build.py [--runs 5]

Prints medians and, in the same run, the ratio (build - pyshacl) / (rdflib parse + write); the goal
is at most 4. Also: a check with nothing changed against a full one (goal: under a tenth), and the
build's peak memory (goal: under 300 MB).
"""

import argparse
import json
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

RDFLIB = """
import sys, time, json, rdflib
data = open(sys.argv[1], encoding="utf-8").read()
begin = time.perf_counter()
graph = rdflib.Graph().parse(data=data, format="turtle")
graph.serialize(format="turtle")
print(json.dumps(time.perf_counter() - begin))
"""
PYSHACL = """
import sys, time, json
from pathlib import Path
from onrecord import pipeline
from onrecord.graph import SHAPES_GRAPH
from onrecord.validate.aiming import aim
from onrecord.validate.prebinding import AnsweringGraph
from onrecord.workspace import Workspace
import pyshacl
graph = pipeline.prepare(Workspace.find(Path(sys.argv[1])))
shapes = graph.to_rdflib(SHAPES_GRAPH)
aim(shapes)
data = AnsweringGraph(t for g, ts in graph.graphs.items() if not g.endswith("/shapes") for t in ts)
begin = time.perf_counter()
pyshacl.validate(data, shacl_graph=shapes, inplace=True)
print(json.dumps(time.perf_counter() - begin))
"""


def wall(command: list[str]) -> float:
    """Seconds that a whole process takes."""
    begin = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - begin


def inside(program: str, argument: str) -> float:
    """Seconds that a program measured inside itself, imports left out."""
    ran = subprocess.run(
        [sys.executable, "-c", program, argument], check=True, capture_output=True, text=True
    )
    return float(json.loads(ran.stdout))


def main() -> None:
    """Runs everything in turn, so that a drift of the machine hits all alike."""
    options = argparse.ArgumentParser()
    options.add_argument("--runs", type=int, default=5)
    runs = options.parse_args().runs
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        shutil.copytree(ROOT / "kg", folder / "kg")
        shutil.copy(ROOT / "onrecord.toml", folder)
        command = [sys.executable, "-m", "onrecord", "--quiet", "--workspace", str(folder)]
        rows: dict[str, list[float]] = {}
        for _ in range(runs):
            for cache in (folder / ".onrecord", folder / "public"):
                shutil.rmtree(cache, ignore_errors=True)
            for old in folder.glob(".public-*"):
                shutil.rmtree(old, ignore_errors=True)
            (folder / "public").unlink(missing_ok=True)
            rows.setdefault("build, cold", []).append(wall([*command, "build"]))
            rows.setdefault("check, full", []).append(wall([*command, "check", "--no-cache"]))
            rows.setdefault("check, nothing changed", []).append(wall([*command, "check"]))
            dump = str(folder / "public/data/onrecord.ttl")
            rows.setdefault("rdflib parse + write", []).append(inside(RDFLIB, dump))
            rows.setdefault("pyshacl", []).append(inside(PYSHACL, str(folder)))
        medians = {name: statistics.median(values) for name, values in rows.items()}
        for name, value in medians.items():
            low, high = min(rows[name]), max(rows[name])
            print(f"{name:28} {value:7.3f} s  ({low:.3f} to {high:.3f})")
        ratio = (medians["build, cold"] - medians["pyshacl"]) / medians["rdflib parse + write"]
        cached = medians["check, nothing changed"] / medians["check, full"]
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        print(f"(build - pyshacl) / rdflib     {ratio:5.2f}   goal 4")
        print(f"cached check / full check      {cached:5.3f}   goal 0.1")
        print(f"largest process                {peak:5.0f} MB goal 300")
        print(f"processors {os.cpu_count()}, Python {sys.version.split()[0]}, runs {runs}")


if __name__ == "__main__":
    main()
