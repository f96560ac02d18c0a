"""Spark makes the same archive as the processes of one machine; needs Java."""

import shutil
from pathlib import Path

import pytest

import archives

pytestmark = pytest.mark.system

pytest.importorskip("pyspark")

JAVA = pytest.mark.skipif(shutil.which("java") is None, reason="needs Java 17")


@JAVA
@pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::DeprecationWarning")
def test_spark_makes_the_same_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Doubles across shards, broken lines and all: every file has the same bytes."""
    # So little work does not repay the second stage of Java's compiler.
    java = "--conf spark.driver.extraJavaOptions=-XX:TieredStopAtLevel=1 pyspark-shell"
    monkeypatch.setenv("PYSPARK_SUBMIT_ARGS", java)
    from onrecord.archive.spark import Spark

    folder = archives.newsroom(tmp_path / "w")
    good = archives.records(7)
    rows = [
        *good,
        {**good[1], "text": good[2]["text"]},
        b"{broken",
        b"",
        b'{"id": "\xff"}',
        good[0],
    ]
    source = archives.write(folder / "a.jsonl", rows)
    archives.make(archives.job(folder, source, "one", buckets=2))
    made = archives.make(archives.job(folder, source, "spark", buckets=2), Spark("local[2]"))
    assert made.counts["articles"] == 7
    assert made.counts["refused"] == 4
    assert archives.published(folder / "spark") == archives.published(folder / "one")
