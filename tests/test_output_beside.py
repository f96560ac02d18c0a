"""Files that another process makes and writes while the publication goes on."""

import os
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from onrecord.errors import SystemFailure
from onrecord.output import Beside, Hashed, Output, published, verify

LARGE = {"data/one.nq": b"1" * 100, "data/two.nq": b"2" * 200}


class Dumps:
    """Two files; notes in which process they were made, and what was heard of it."""

    def __init__(self, fails: bool = False) -> None:
        self.here, self.fails = os.getpid(), fails
        self.made: list[str] = []
        self.heard: list[Any] = []
        self.content = Beside([*LARGE], self._make, lambda: (os.getpid(), self.made), self._hear)

    def _make(self) -> Iterator[tuple[str, Hashed]]:
        for path, data in LARGE.items():
            if self.fails and path == "data/two.nq" and os.getpid() != self.here:
                os._exit(9)
            self.made.append(path)
            yield path, Hashed.of([data[:7], memoryview(data)[7:]])

    def _hear(self, told: Any) -> None:
        self.heard.append(told)


def _published(folder: Path, files: dict[str, bytes]) -> None:
    assert {p: (folder / p).read_bytes() for p in files} == files
    assert published(folder).keys() == files.keys()
    assert verify(folder) == []


@pytest.fixture(params=["first", "again"])
def output(request: pytest.FixtureRequest, tmp_path: Path) -> Output:
    """A place for the first publication, or one where two are, of which the last has other files
    under the same paths."""
    output = Output(tmp_path / "public")
    for number in range(2 if request.param == "again" else 0):
        old = dict.fromkeys(LARGE, b"%d" % number)
        output.publish({"index.html": b"old", **old}.items())
    return output


def test_files_come_from_another_process(output: Output) -> None:
    dumps = Dumps()
    output.publish([("", dumps.content), ("index.html", b"new")])
    _published(output.target, {"index.html": b"new", **LARGE})
    ((process, paths),) = dumps.heard
    assert process != os.getpid()
    assert (paths, dumps.made) == ([*LARGE], [])
    assert dumps.content.rows().keys() == LARGE.keys()


def test_a_process_that_ends_before_its_time_is_not_missed(output: Output) -> None:
    """What it has written already is made anew, and nobody hears of it."""
    dumps = Dumps(fails=True)
    output.publish([("", dumps.content), ("index.html", b"new")])
    _published(output.target, {"index.html": b"new", **LARGE})
    assert (dumps.made, dumps.heard) == ([*LARGE], [])


def test_who_asks_before_the_end_waits(output: Output) -> None:
    dumps = Dumps()

    def files() -> Iterator[tuple[str, Any]]:
        yield "", dumps.content
        rows = dumps.content.rows()
        yield "index.html", b"".join(rows[path] for path in LARGE)

    output.publish(files())
    page = (output.target / "index.html").read_bytes()
    assert page.count(b"sha256") == 2
    _published(output.target, {"index.html": page, **LARGE})
    assert len(dumps.heard) == 1


def test_what_goes_wrong_in_both_processes_leaves_the_old_publication(tmp_path: Path) -> None:
    output = Output(tmp_path / "public")
    output.publish([("index.html", b"old")])

    def full() -> Iterator[tuple[str, Hashed]]:
        raise OSError(28, "No space left on device")
        yield "", Hashed.of([])

    with pytest.raises(SystemFailure, match="No space left"):
        output.publish([("", Beside(["data/a"], full, tuple, print)), ("index.html", b"new")])
    _published(output.target, {"index.html": b"old"})
    assert sorted(p.name for p in tmp_path.iterdir() if "-new-" in p.name) == []


def test_an_error_here_ends_the_other_process(tmp_path: Path) -> None:
    output, told = Output(tmp_path / "public"), tmp_path / "process"

    def slow() -> Iterator[tuple[str, Hashed]]:
        told.with_suffix(".new").write_text(str(os.getpid()), encoding="utf-8")
        told.with_suffix(".new").replace(told)
        time.sleep(60)
        yield "data/a", Hashed.of([])

    def files() -> Iterator[tuple[str, Any]]:
        yield "", Beside(["data/a"], slow, tuple, print)
        while not told.exists():
            time.sleep(0.01)
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        output.publish(files())
    with pytest.raises(ProcessLookupError):
        os.kill(int(told.read_text(encoding="utf-8")), 0)
    assert not output.target.exists()


@pytest.mark.parametrize("paths", [["../a"], ["/a"]])
def test_no_such_file_lies_outside(tmp_path: Path, paths: list[str]) -> None:
    with pytest.raises(SystemFailure, match="outside"):
        Output(tmp_path / "public").publish([("", Beside(paths, Dumps()._make, tuple, print))])


def test_no_such_file_is_told_twice(tmp_path: Path) -> None:
    twice = [("", Dumps().content), ("data/one.nq", b"")]
    for files in (twice, twice[::-1]):
        with pytest.raises(SystemFailure, match="written twice"):
            Output(tmp_path / "public").publish(files)


@pytest.mark.parametrize(
    ("paths", "words"),
    [
        (["data/one.nq"], "data/two.nq was not foreseen"),
        ([*LARGE, "data/3"], "data/3 was not made"),
    ],
)
def test_what_was_foreseen_is_made(tmp_path: Path, paths: list[str], words: str) -> None:
    content = Beside(paths, Dumps()._make, tuple, print)
    with pytest.raises(SystemFailure, match=words):
        Output(tmp_path / "public").publish([("", content)])
