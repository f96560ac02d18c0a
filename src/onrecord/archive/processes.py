"""The runner for one machine: worker processes that each hold one shard at a time."""

import multiprocessing.connection
import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from itertools import islice
from multiprocessing.context import BaseContext
from pathlib import Path
from threading import Thread
from typing import Any, Final, TypeVar

from onrecord.archive import source
from onrecord.archive.files import Done, Shelf
from onrecord.archive.merge import merge_bucket
from onrecord.archive.records import Job, Part
from onrecord.archive.shard import identifiers, make_shard
from onrecord.errors import SystemFailure

_IDS: Final = "ids.sqlite"
_MOST_DEATHS: Final = 3

Task = TypeVar("Task")


def cores() -> int:
    """How many cores this process may use."""
    own = os.sched_getaffinity(0) if hasattr(os, "sched_getaffinity") else ()
    return len(own) or os.cpu_count() or 1


@dataclass(slots=True)
class Processes:
    """Runs shards and buckets in `workers` processes; one works in this process.

    The same workers do all stages, since each has to load the register and the shapes.
    """

    workers: int = 1
    pool: ProcessPoolExecutor | None = field(default=None, init=False, repr=False)

    def shards(self, job: Job, key: str, todo: tuple[Part, ...]) -> Iterator[str]:
        """Finds doubles over the whole input, then makes the shards."""
        self._index(job)
        for done in self._each(_shard, [(job, key, part) for part in todo]):
            yield done.name

    def buckets(self, job: Job, key: str, todo: tuple[int, ...]) -> Iterator[str]:
        """Merges the buckets."""
        for done in self._each(_bucket, [(job, key, number) for number in todo]):
            yield done.name

    def _index(self, job: Job) -> None:
        """Slug → the first record that has it, on disk, so that memory stays flat."""
        if self.workers > 1:
            self._begin()  # with nothing open that a copy of this process would have, too
        path = Shelf(job.out).work(_IDS)
        parts, _ = source.plan(job.input, job.shard_size)
        path.unlink(missing_ok=True)
        table = sqlite3.connect(path, isolation_level=None)
        try:
            table.execute("PRAGMA synchronous = OFF")
            table.execute("CREATE TABLE first (slug TEXT PRIMARY KEY, line INTEGER) WITHOUT ROWID")
            table.execute("BEGIN")
            for found in self._each(_identifiers, [(job, part) for part in parts]):
                table.executemany(
                    "INSERT INTO first VALUES (?, ?) "
                    "ON CONFLICT (slug) DO UPDATE SET line = min(line, excluded.line)",
                    found,
                )
            table.execute("COMMIT")
        except sqlite3.Error as error:
            raise SystemFailure(f"cannot be written: {error}", file=path) from error
        finally:
            table.close()

    def _each(self, work: Callable[[Task], Any], tasks: list[Task]) -> Iterator[Any]:
        """The results in any order; the tasks of a worker that died are given out again."""
        if self.workers == 1:
            yield from map(work, tasks)
            return
        left = dict(enumerate(tasks))
        deaths = 0
        while left:
            try:
                for number, result in self._done(work, dict(left)):
                    del left[number]
                    yield result
            except BrokenProcessPool as error:
                self.close()
                deaths += 1
                if deaths > _MOST_DEATHS:
                    raise SystemFailure(
                        f"{deaths} workers died with {len(left)} shards to do"
                    ) from error

    def close(self) -> None:
        """Ends the workers."""
        if self.pool is not None:
            self.pool.shutdown(cancel_futures=True)
        self.pool = None

    def _begin(self) -> ProcessPoolExecutor:
        """The workers; those that are copies come to be with their first task."""
        if self.pool is None:
            self.pool = ProcessPoolExecutor(self.workers, _start(), initializer=_end_with_run)
            self.pool.submit(os.getpid)
        return self.pool

    def _done(
        self, work: Callable[[Task], Any], tasks: dict[int, Task]
    ) -> Iterator[tuple[int, Any]]:
        pool, waiting = self._begin(), iter(tasks.items())
        running: dict[Future[Any], int] = {}

        def fill(places: int) -> None:
            for number, task in islice(waiting, places):
                running[pool.submit(work, task)] = number

        fill(2 * self.workers)
        while running:
            ready, _ = wait(running, return_when=FIRST_COMPLETED)
            for future in ready:
                number = running.pop(future)
                yield number, future.result()
            fill(len(ready))


def _start() -> BaseContext:
    """How workers come to be: as copies of this process, which has loaded what they need, where it
    does nothing else at the time; they end at once, too. A thread could hold what a copy then
    waits for in vain."""
    tasks = Path("/proc/self/task")
    alone = tasks.is_dir() and len(list(tasks.iterdir())) == 1
    return multiprocessing.get_context("fork" if alone else "spawn")


def _end_with_run() -> None:
    """Lets a worker end where the run is killed: it would wait for tasks for ever."""
    run = multiprocessing.parent_process()
    if run is not None:
        Thread(target=_follow, args=(run.sentinel,), daemon=True).start()


def _follow(sentinel: int) -> None:
    multiprocessing.connection.wait([sentinel])
    os._exit(1)


def _shard(task: tuple[Job, str, Part]) -> Done:
    job, key, part = task
    known = first_lines(
        Shelf(job.out).work(_IDS), identifiers(job, source.records(job.input, part))
    )
    return make_shard(job, key, part.number, source.records(job.input, part), known)


def first_lines(path: Path, found: Iterable[tuple[str, int]]) -> dict[str, int]:
    """The first record of each slug of one part."""
    table = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)
    try:
        return {
            slug: table.execute("SELECT line FROM first WHERE slug = ?", (slug,)).fetchone()[0]
            for slug, _ in found
        }
    finally:
        table.close()


def _bucket(task: tuple[Job, str, int]) -> Done:
    job, key, number = task
    shards = Shelf(job.out).marks("articles", key)
    return merge_bucket(job, key, number, shards)


def _identifiers(task: tuple[Job, Part]) -> list[tuple[str, int]]:
    job, part = task
    return identifiers(job, source.records(job.input, part))
