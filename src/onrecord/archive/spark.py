"""The runner for Apache Spark: the same pure functions, spread over a cluster.

The output folder must be one that every executor can write to. Nothing is collected on the driver
but names of finished shards, one at a time.
"""

import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from onrecord.archive import intake, source
from onrecord.archive.files import Shelf
from onrecord.archive.merge import merge_bucket
from onrecord.archive.records import Job, Paper, Part
from onrecord.archive.shard import make_shard
from onrecord.archive.source import Raw
from onrecord.errors import SystemFailure, UsageError

if TYPE_CHECKING:
    from pyspark import RDD
    from pyspark.sql import SparkSession

_NAME: Final = "onrecord archive"


@dataclass(frozen=True, slots=True)
class Spark:
    """Runs shards and buckets as Spark tasks; `spark-submit` decides on the master, if used."""

    master: str = "local[2]"

    def shards(self, job: Job, key: str, todo: tuple[Part, ...]) -> Iterator[str]:
        """Reads the input as a DataFrame, finds doubles, makes one shard per task."""
        session = _session(self.master)
        numbers = frozenset(part.number for part in todo)
        records = _records(session, job).persist()
        size = job.shard_size
        same = records.flatMap(_identify(job)).groupByKey()
        firsts = same.flatMap(lambda pair: _later(sorted(pair[1]), size))
        texts = records.map(lambda row: ((row[0] - 1) // size, (row[0], row[1], 0)))
        chosen = texts.union(firsts).filter(lambda pair: pair[0] in numbers)
        made = chosen.groupByKey(max(len(numbers), 1)).map(_shard(job, key))
        yield from _names(made)
        records.unpersist()

    def buckets(self, job: Job, key: str, todo: tuple[int, ...]) -> Iterator[str]:
        """Merges one bucket per task."""
        session = _session(self.master)
        yield from _names(session.sparkContext.parallelize(todo, len(todo)).map(_bucket(job, key)))

    def close(self) -> None:
        """Leaves the session to whoever started it."""


def _session(master: str) -> "SparkSession":
    try:
        from pyspark.sql import SparkSession
    except ImportError as error:
        raise UsageError(
            "the engine spark is not installed", hint="pip install 'onrecord[archive,spark]'"
        ) from error
    found = SparkSession.getActiveSession()
    if found is not None:
        return found
    # Else workers would take the first python3 of the path, which may know nothing of onrecord.
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    builder = SparkSession.builder.appName(_NAME).master(master)
    settings = {
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
        "spark.sql.session.timeZone": "UTC",
    }
    for name, value in settings.items():
        builder = builder.config(name, value)
    try:
        session = builder.getOrCreate()
        session.sparkContext.setLogLevel("ERROR")
        return session
    except Exception as error:
        raise SystemFailure(f"Spark does not start: {error}", hint="it needs Java 17") from error


def _records(session: "SparkSession", job: Job) -> "RDD[tuple[int, Raw]]":
    """(record number from 1, raw record), in the order of the input."""
    path = job.input.as_uri()
    if source.is_parquet(job.input):
        frame = session.read.parquet(path)
        columns = [name for name in source.FIELDS if name in frame.columns]
        rows: RDD[Any] = frame.select(*columns).rdd.map(lambda row: row.asDict())
    else:
        frame = session.read.option("lineSep", "\n").text(path)
        # As bytes: what is no UTF-8 has to arrive as it is, to be refused by name.
        rows = frame.selectExpr("cast(value as binary) as value").rdd.map(_bytes)
    return rows.zipWithIndex().map(lambda pair: (pair[1] + 1, pair[0]))


def _bytes(row: Any) -> Raw:
    return bytes(row.value) if len(row.value) < source.LONGEST else source.too_long()


def _identify(job: Job) -> Any:
    """A function (record) → its slug and number, for each that is an article."""

    def identify(row: tuple[int, Raw]) -> Iterable[tuple[str, int]]:
        paper = intake.read(row[0], row[1], job.max_chars, job.strip_html)
        return [(paper.slug, row[0])] if isinstance(paper, Paper) else []

    return identify


def _later(lines: list[int], size: int) -> Iterator[tuple[int, tuple[int, Raw, int]]]:
    """For each record whose id an earlier one has: its shard, itself, and the earlier one."""
    for line in lines[1:]:
        yield (line - 1) // size, (line, b"", lines[0])


def _shard(job: Job, key: str) -> Any:
    """A function (number, records and doubles of one shard) → the shard's name, when written."""

    def work(pair: tuple[int, Iterable[tuple[int, Raw, int]]]) -> str:
        number, rows = pair
        records, firsts = [], {}
        for line, raw, first in rows:
            if first:
                firsts[line] = first
            else:
                records.append((line, raw))
        records.sort(key=lambda record: record[0])
        earliest: dict[str, int] = {}
        for line, raw in records:
            paper = intake.read(line, raw, job.max_chars, job.strip_html)
            if isinstance(paper, Paper):
                earliest.setdefault(paper.slug, firsts.get(line, line))
        return make_shard(job, key, number, records, earliest).name

    return work


def _bucket(job: Job, key: str) -> Any:
    def work(number: int) -> str:
        shards = Shelf(job.out).marks("articles", key)
        return merge_bucket(job, key, number, shards).name

    return work


def _names(made: "RDD[str]") -> Iterator[str]:
    """Does all the work at once, then hears of each finished shard."""
    made = made.persist()
    try:
        made.count()
        yield from made.toLocalIterator()
    except Exception as error:
        lines = str(error).strip().splitlines()
        reason = next((line for line in reversed(lines) if line.startswith("onrecord.")), lines[0])
        raise SystemFailure(f"Spark gave up: {reason}") from error
    finally:
        made.unpersist()
