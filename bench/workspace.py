"""How a build grows with the number of curated articles, and what a small change costs.

    python bench/workspace.py [--sizes 1,10,100] [--runs 3] [--folder DIR] [--out FIGURES]

For each size a workspace is written by `curated.py`; then whole processes are measured, by the
clock and in processor seconds (user + system, children too), in which other work on the machine
counts little: a full check, a full build, a build with nothing changed (median of the runs) and one
after a gloss of one article was changed. Goals by the clock: nothing changed under 1 s; one changed
under 2 s or a hundredth of check and build, whichever is more. Last, what a statement more costs:
the median again. The first change after a full build is left out of the medians.
"""

import argparse
import json
import os
import re
import shutil
import statistics
import sys
import tempfile
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import NamedTuple

import archive
import curated


@dataclass(frozen=True, slots=True)
class Row:
    """One size: seconds of processors, and by the clock; memory of the largest process in MB."""

    articles: int
    files: int
    megabytes: float
    check: float
    build: float
    nothing: float
    one: float
    statement: float
    build_clock: float
    nothing_clock: float
    one_clock: float
    statement_clock: float
    check_memory: int
    build_memory: int
    one_memory: int


class Ran(NamedTuple):
    """Of a command and its children: processor seconds, seconds by the clock, peak memory in MB."""

    seconds: float
    clock: float
    memory: int


def measured(folder: Path, *words: str) -> Ran:
    """Runs `onrecord WORDS`, which keeps the bytecode of its modules as it does for users."""
    begin = time.perf_counter()
    pid = os.fork()
    if pid == 0:
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, 1)
        os.dup2(null, 2)
        command = [sys.executable, "-m", "onrecord", "--quiet", "--workspace", str(folder), *words]
        unset = "PYTHONDONTWRITEBYTECODE"
        environment = {name: value for name, value in os.environ.items() if name != unset}
        os.execve(sys.executable, command, environment)
    _, status, used = os.wait4(pid, 0)
    if status:
        raise SystemExit(
            f"onrecord {' '.join(words)} ended with {os.waitstatus_to_exitcode(status)}"
        )
    clock = time.perf_counter() - begin
    return Ran(used.ru_utime + used.ru_stime, clock, round(used.ru_maxrss / 1024))


def median(runs: list[Ran]) -> tuple[float, float]:
    """Of processor seconds, and of seconds by the clock."""
    return (
        round(statistics.median(run.seconds for run in runs), 2),
        round(statistics.median(run.clock for run in runs), 2),
    )


def forget(folder: Path) -> None:
    """Removes the publication and the cache."""
    (folder / "public").unlink(missing_ok=True)
    for old in (folder / ".onrecord", *folder.glob(".public-*")):
        shutil.rmtree(old, ignore_errors=True) if old.is_dir() else old.unlink(missing_ok=True)


def change(folder: Path, number: int) -> None:
    """Rewords one gloss of one article in the middle."""
    path = _middle(folder) / "statements.ttl"
    text = path.read_text(encoding="utf-8")
    words = re.sub(
        r"Ton zwischen beiden Häusern( \(\d+\))? gereizt",
        f"Ton zwischen beiden Häusern ({number}) gereizt",
        text,
    )
    assert words != text
    path.write_text(words, encoding="utf-8")


def add(folder: Path, number: int) -> None:
    """Another statement of the article in the middle, in other words, at the same place."""
    for name in ("statements.ttl", "evidence.ttl"):
        path = _middle(folder) / name
        text = path.read_text(encoding="utf-8")
        blocks = re.findall(
            r"^(?:st:editors |<[^>]*/editors[#>]).*?\.\n(?=\n|st:|$)", text, re.M | re.S
        )
        assert blocks
        more = re.sub(r"\beditors\b(?=[ #>])", f"editors-{number}", "\n".join(blocks))
        path.write_text(f"{text}\n{more}", encoding="utf-8")


def _middle(folder: Path) -> Path:
    homes = sorted((folder / "kg/articles").iterdir())
    return homes[len(homes) // 2]


def row(folder: Path, count: int, runs: int) -> Row:
    """Everything about one size."""
    curated.write_workspace(folder, count)
    check = measured(folder, "check", "--no-cache")
    build = measured(folder, "build")
    files = json.loads((folder / "public/data/manifest.json").read_bytes())["files"]
    nothing = median([measured(folder, "build") for _ in range(runs)])
    one = []
    for number in range(runs + 1):
        change(folder, number)
        one.append(measured(folder, "build"))
    more = []
    for number in range(runs + 1):
        add(folder, number)
        more.append(measured(folder, "build"))
    gloss, statement = median(one[1:]), median(more[1:])
    return Row(
        articles=count,
        files=len(files),
        megabytes=round(sum(f["size"] for f in files) / 1e6, 1),
        check=round(check.seconds, 2),
        build=round(build.seconds, 2),
        nothing=nothing[0],
        one=gloss[0],
        statement=statement[0],
        build_clock=round(build.clock, 1),
        nothing_clock=nothing[1],
        one_clock=gloss[1],
        statement_clock=statement[1],
        check_memory=check.memory,
        build_memory=build.memory,
        one_memory=max(run.memory for run in one),
    )


def main() -> None:
    """Prints one row a size, and writes them as JSON where asked."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--sizes", default="1,10,100")
    options.add_argument("--folder", type=Path, help="keep the workspaces here")
    options.add_argument("--runs", type=int, default=3)
    options.add_argument("--out", type=Path)
    told = options.parse_args()
    rows = []
    with tempfile.TemporaryDirectory() as scratch:
        for count in map(int, told.sizes.split(",")):
            folder = (told.folder or Path(scratch)) / f"w{count}"
            shutil.rmtree(folder, ignore_errors=True)
            rows.append(asdict(row(folder, count, told.runs)))
            print(json.dumps(rows[-1]), flush=True)
            if told.folder is None:
                shutil.rmtree(folder)
    archive.keep(told.out, {"workspaces": {"machine": archive.machine(), "rows": rows}})


if __name__ == "__main__":
    main()
