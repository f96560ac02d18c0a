"""How two workers, Spark and files on the disk compare with one process and a bare loop.

    python bench/engines.py [--articles 400] [--pairs 3] [--spark] [--out FILE]

Wall time needs free cores. So runs come in pairs, one after the other, and the machine says first
what two busy loops gain over one on it: no program can gain more. Beside wall time stands what CPU
time alone tells: with S seconds of work that only the driver does, and C seconds in all, two
workers need S + (C - S) / 2 on two free cores.
"""

import argparse
import multiprocessing
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import archive
from onrecord.archive import describe as described_by
from onrecord.archive import shard
from onrecord.archive.files import Shelf
from onrecord.archive.pages import article_files
from onrecord.archive.processes import Processes
from onrecord.archive.records import Job
from onrecord.archive.run import run


class Clock:
    """Hears the stages of a run and notes the CPU seconds of each."""

    def __init__(self) -> None:
        self.spent: dict[str, float] = {}
        self._stage, self._begin = "", archive.cpu()

    def stage(self, name: str, total: int | None = None) -> None:
        """A stage begins."""
        del total
        now = archive.cpu()
        self.spent[self._stage] = self.spent.get(self._stage, 0.0) + now - self._begin
        self._stage, self._begin = name, now

    def step(self, count: int = 1) -> None:
        """Something is done."""


def serial(folder: Path, path: Path) -> dict[str, float]:
    """CPU seconds of what only the driver does, and of everything, in one process."""
    job, clock = Job(path, folder / "serial", folder, shacl_engine="shacl"), Clock()
    begin = archive.cpu()
    run(job, Processes(1), clock)
    clock.stage("")
    shutil.rmtree(job.out)
    alone = clock.spent["plan"] + clock.spent["sum"]
    return {"driver": alone, "all": archive.cpu() - begin}


def _spin(rounds: int) -> int:
    total = 0
    for number in range(rounds):
        total += number * number % 7
    return total


def ceiling(rounds: int = 6_000_000) -> float:
    """How many times the work of one busy loop two of them do here in the same time."""
    with multiprocessing.get_context("spawn").Pool(2) as pool:
        pool.map(_spin, [1, 1])
        begin = time.perf_counter()
        pool.apply(_spin, (rounds,))
        one = time.perf_counter() - begin
        begin = time.perf_counter()
        pool.map(_spin, [rounds, rounds], chunksize=1)
        return 2 * one / (time.perf_counter() - begin)


def workers(folder: Path, path: Path, pairs: int) -> dict[str, Any]:
    """One and two workers in turn."""
    rows = []
    for _ in range(pairs):
        limit = ceiling()
        one, two = (archive.end_to_end(folder, path, "--workers", n) for n in "12")
        rows.append({"loops": limit, "one": one, "two": two, "gain": one["wall"] / two["wall"]})
    told = serial(folder, path)
    cpus = [statistics.median(row[n]["cpu"] for row in rows) for n in ("one", "two")]
    expected = cpus[0] / (told["driver"] + (cpus[1] - told["driver"]) / 2)
    best = max(rows, key=lambda row: row["gain"])
    return {
        "pairs": rows,
        "median gain": statistics.median(row["gain"] for row in rows),
        "best gain": best["gain"],
        "loops in the best pair": best["loops"],
        "gain by CPU time": expected,
        "CPU s, one": cpus[0],
        "CPU s, two": cpus[1],
        "CPU s of the driver alone": told["driver"],
    }


_SESSION = "from onrecord.archive.spark import _session; _session('local[2]').range(1).count()"


def _session() -> float:
    """Seconds by the clock until Spark has started and answered once, without anything of ours."""
    begin = time.perf_counter()
    subprocess.run([sys.executable, "-c", _SESSION], check=True, capture_output=True)
    return time.perf_counter() - begin


def spark(folder: Path, path: Path, pairs: int) -> dict[str, Any]:
    """Two workers and Spark `local[2]` in turn. What counts as start-up is told in three ways:
    nothing, Spark's own, and all that one article takes, of both."""
    few = archive.articles(folder, 1)
    rows = []
    for _ in range(pairs):
        row = {"session": _session()}
        for name, options in (("two", ("--workers", "2")), ("spark", ("--engine", "spark"))):
            row[f"{name}, one article"] = archive.end_to_end(folder, few, *options)["wall"]
            row[name] = archive.end_to_end(folder, path, *options)["wall"]
        rows.append(row)
    ratios = {
        "whole commands": [r["spark"] / r["two"] for r in rows],
        "without Spark's own start": [(r["spark"] - r["session"]) / r["two"] for r in rows],
        "without the start of either": [
            (r["spark"] - r["spark, one article"]) / (r["two"] - r["two, one article"])
            for r in rows
        ],
    }
    return {"rows": rows, **{name: statistics.median(found) for name, found in ratios.items()}}


def files(folder: Path, path: Path, runs: int) -> dict[str, Any]:
    """CPU seconds of pages and triples made, hashed and written by us, and of a bare loop that
    writes the same bytes to the same names."""
    job = Job(path, folder / "files", folder, shacl_engine="none", pages="files")
    tools = shard.tools_of(job)
    made = [described_by.describe(p, tools.extractor, tools.context) for p in archive.papers(path)]
    kept = [file for d in made for file in article_files(d, tools.context)]
    rows = []
    for number in range(runs):
        ours, theirs = Shelf(folder / f"ours{number}"), folder / f"bare{number}"

        def write(shelf: Shelf = ours) -> None:
            for described in made:
                for name, data in article_files(described, tools.context):
                    shelf.page(name, data)

        def bare(target: Path = theirs) -> None:
            for name, data in kept:
                place = target / name
                place.parent.mkdir(parents=True, exist_ok=True)
                place.write_bytes(data)

        def unhashed(target: Path = folder / f"raw{number}") -> None:
            for described in made:
                for name, data in article_files(described, tools.context):
                    place = target / name
                    place.parent.mkdir(parents=True, exist_ok=True)
                    place.write_bytes(data)

        found = {
            n: archive.timed(w)[0] for n, w in (("ours", write), ("made", unhashed), ("bare", bare))
        }
        rows.append(found)
        for target in (ours.out, theirs, folder / f"raw{number}"):
            shutil.rmtree(target)
    return {
        "files": len(kept),
        **{n: len(kept) / statistics.median(r[n] for r in rows) for n in ("ours", "made", "bare")},
        "share": statistics.median(r["bare"] / r["ours"] for r in rows),
        "share without hashes": statistics.median(r["bare"] / r["made"] for r in rows),
    }


def main() -> None:
    """Runs what was asked for and prints it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=400)
    parser.add_argument("--pairs", type=int, default=3)
    parser.add_argument("--spark", action="store_true", help="compare with Spark local[2]")
    parser.add_argument("--out", type=Path)
    told = parser.parse_args()
    figures: dict[str, Any] = {"machine of the engines": archive.machine()}
    print(figures["machine of the engines"])
    with tempfile.TemporaryDirectory() as name:
        folder = archive.workspace(Path(name) / "newsroom")
        figures["files"] = files(folder, archive.articles(folder, 100), 5)
        archive.table("Pages and triples as files, files a CPU second", [figures["files"]])
        archive.keep(told.out, figures)
        path = archive.articles(folder, told.articles)
        figures["workers"] = workers(folder, path, told.pairs)
        shown = {k: v for k, v in figures["workers"].items() if k != "pairs"}
        archive.table(f"One and two workers, {told.articles} articles", [shown])
        archive.keep(told.out, figures)
        if told.spark:
            figures["spark"] = spark(folder, path, told.pairs)
            shown = {k: v for k, v in figures["spark"].items() if k != "rows"}
            archive.table("Spark local[2] as a multiple of two processes, wall", [shown])
            archive.keep(told.out, figures)


if __name__ == "__main__":
    main()
