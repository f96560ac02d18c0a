"""A job → an archive: plan, find doubles, make shards, merge entities, sum up.

What is finished is remembered, so a run that was killed goes on where it was.
"""

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Protocol

from onrecord import __version__
from onrecord.archive import context, source
from onrecord.archive.files import Done, PageFiles, Shelf
from onrecord.archive.records import Job, Part
from onrecord.archive.start import index, must_be_indexable, start_files
from onrecord.archive.summary import catalogue, gather
from onrecord.errors import SystemFailure, UsageError
from onrecord.extract.protocol import load
from onrecord.output import Written
from onrecord.reporter import Reporter, Silent
from onrecord.workspace import Workspace

ENGINES: Final = ("processes", "spark")
MANIFEST: Final = "manifest.json"
_AGAIN: Final = "run the same command again: it goes on where it was"


class Runner(Protocol):
    """Does the two kinds of work somewhere; in which order, and where, changes no byte."""

    def shards(self, job: Job, key: str, todo: tuple[Part, ...]) -> Iterator[str]:
        """Makes the shards of these parts and yields their names as they are finished."""

    def buckets(self, job: Job, key: str, todo: tuple[int, ...]) -> Iterator[str]:
        """Merges these buckets and yields their names."""

    def close(self) -> None:
        """Gives back what the work needed."""


@dataclass(frozen=True, slots=True)
class Archive:
    """The outcome of a run; `resumed` shards were there already."""

    out: Path
    counts: dict[str, int]
    files: tuple[Written, ...]
    resumed: int
    violations: int


def run(job: Job, runner: Runner, reporter: Reporter | None = None) -> Archive:
    """Makes the archive, or finishes the one that was begun in the same folder.

    Raises `UsageError` where input or folder cannot be used, `SystemFailure` where the machine
    gave up; then what is finished stays.
    """
    try:
        return _run(job, runner, reporter or Silent())
    except SystemFailure as error:
        error.hint = f"{error.hint}; then {_AGAIN}" if error.hint else _AGAIN
        raise
    except OSError as error:
        place = error.filename or job.out
        raise SystemFailure(str(error.strerror or error), file=place, hint=_AGAIN) from error
    finally:
        runner.close()


def _run(job: Job, runner: Runner, listener: Reporter) -> Archive:
    listener.stage("plan")
    if job.search:
        must_be_indexable(job.pages)
    parts, digest = source.plan(job.input, job.shard_size)
    key = key_of(job, digest)
    shelf = Shelf(job.out)
    _claim(shelf, key)
    kept = {p.number for p in parts if shelf.done(f"articles-{p.number:05d}", key)}
    todo = tuple(p for p in parts if p.number not in kept)
    listener.stage("shards", len(todo))
    if todo:
        for _ in runner.shards(job, key, todo):
            listener.step()
    buckets = [n for n in range(job.buckets) if not shelf.done(f"entities-{n:03d}", key)]
    if todo:
        buckets = list(range(job.buckets))
    listener.stage("merge", len(buckets))
    if buckets:
        for _ in runner.buckets(job, key, tuple(buckets)):
            listener.step()
    listener.stage("sum")
    return _finish(shelf, job, key, len(kept))


def key_of(job: Job, digest: str) -> str:
    """What the bytes of the archive depend on; engine and number of workers do not count."""
    workspace = Workspace.find(job.workspace)
    extractor = load(job.extractor)
    settings = (
        __version__,
        digest,
        context.fingerprint(workspace),
        f"{extractor.name}@{extractor.version}",
        job.shacl_engine,
        job.shard_size,
        job.buckets,
        job.max_chars,
        job.pages,
        job.strip_html,
    )
    return hashlib.sha256(json.dumps(settings).encode()).hexdigest()


def _claim(shelf: Shelf, key: str) -> None:
    """A folder belongs to one archive: files of another one would stand between its own."""
    mark = shelf.path(MANIFEST)
    folders = [p for p in shelf.out.glob("*") if p.name not in (".work", MANIFEST)]
    began = shelf.work("key")
    known = began.read_text(encoding="utf-8") if began.is_file() else ""
    if known != key and (folders or mark.exists()) and not began.is_file():
        raise UsageError(
            "the folder holds something else", file=shelf.out, hint="name a new folder with --out"
        )
    if known and known != key:
        raise UsageError(
            "the folder holds an archive of another input or other settings",
            file=shelf.out,
            hint="name a new folder with --out, or remove this one",
        )
    began.parent.mkdir(parents=True, exist_ok=True)
    began.write_text(key, encoding="utf-8")


def _finish(shelf: Shelf, job: Job, key: str, resumed: int) -> Archive:
    counts: Counter[str] = Counter()
    files: list[Written] = []
    for done in _all(shelf, key):
        counts.update(done.counts)
        files += [f for f in done.files if not f.path.startswith(".work/")]
    config = Workspace.find(job.workspace).config
    start = PageFiles(shelf, job.pages)
    for path, data in start_files(config, counts, shelf, key) if job.pages != "none" else ():
        start.add(path, data)
    counts["pages"] += start.count
    files += start.close("start")
    if job.search:
        files += index(shelf)
    gathered, violations = gather(shelf, key)
    files += gathered
    counts["violations"] = violations
    files.append(shelf.put("catalog.ttl", catalogue(config, counts, files)))
    table: dict[str, Any] = {
        "base": config.base,
        "key": key,
        "counts": dict(sorted(counts.items())),
    }
    rows = sorted(({"path": f.path, "size": f.size, "sha256": f.sha256} for f in files), key=str)
    shelf.put(MANIFEST, (json.dumps(table | {"files": rows}, indent=1) + "\n").encode())
    return Archive(shelf.out, dict(sorted(counts.items())), tuple(files), resumed, violations)


def _all(shelf: Shelf, key: str) -> Iterable[Done]:
    yield from shelf.marks("articles", key)
    yield from shelf.marks("entities", key)
