"""Large files are used again where nobody can notice, and only there."""

import mmap
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from onrecord.output import tree
from onrecord.output.tree import Tree

OLD, NEW = b"as it was " * 30, b"as it is " * 20


@pytest.fixture(autouse=True)
def _a_little_is_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tree, "_LARGE", 50)


@contextmanager
def _nobody(_: Path) -> Iterator[None]:
    yield


@contextmanager
def _who_links(path: Path) -> Iterator[None]:
    other = path.with_name("linked")
    os.link(path, other)
    yield
    assert other.read_bytes() == OLD


@contextmanager
def _who_reads(path: Path) -> Iterator[None]:
    with path.open("rb") as file:
        assert file.read(10) == OLD[:10]
        yield
        assert file.read() == OLD[10:]


@contextmanager
def _who_maps(path: Path) -> Iterator[None]:
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
        file.close()
        yield
        assert data[:] == OLD


@contextmanager
def _who_points(path: Path) -> Iterator[None]:
    """The file is somewhere else, and only pointed at."""
    elsewhere = path.parent.parent / "elsewhere"
    path.rename(elsewhere)
    path.symlink_to(elsewhere)
    yield
    assert elsewhere.read_bytes() == OLD


@pytest.mark.parametrize("new", [NEW, OLD + NEW])
@pytest.mark.parametrize("who", [_nobody, _who_links, _who_reads, _who_maps, _who_points])
def test_a_file_is_used_again_where_nobody_has_it(tmp_path: Path, who, new: bytes) -> None:
    """A longer or a shorter one; whoever has the old one keeps it."""
    root = tmp_path / "fresh"
    path = root / "data/large.nq"
    path.parent.mkdir(parents=True)
    path.write_bytes(OLD)
    before = path.stat().st_ino
    made = Tree(root, tmp_path / "none")
    with who(path):
        made.write("data/large.nq", new[:7], memoryview(new)[7:])
    assert path.read_bytes() == new
    assert not path.is_symlink()
    if sys.platform == "linux":
        assert (path.stat().st_ino == before) == (who is _nobody)


def test_a_small_file_is_made_anew(tmp_path: Path) -> None:
    """As is one in whose place there is a folder."""
    path = tmp_path / "small"
    path.write_bytes(OLD)
    with path.open("rb") as file:
        made = Tree(tmp_path, tmp_path / "none")
        made.write("small", b"now")
        assert file.read() == OLD
    assert path.read_bytes() == b"now"
    (tmp_path / "folder").mkdir()
    Tree(tmp_path, tmp_path / "none").write("folder", NEW)
    assert (tmp_path / "folder").read_bytes() == NEW


def test_small_files_wait_while_others_are_at_work(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As many as find room in memory; a large one is written at once."""
    monkeypatch.setattr(tree, "_MOST_WAITING", 25)
    made = Tree(tmp_path, tmp_path / "none")
    made.others_at_work = True
    made.write("a", b"0123456789")
    made.write("b", b"0123456789")
    made.write("large", NEW)
    assert {path.name for path in tmp_path.iterdir()} == {"large"}
    made.write("c", b"0123456789")
    assert {path.name for path in tmp_path.iterdir()} == {"a", "b", "c", "large"}
    made.write("d", b"0123456789")
    assert not (tmp_path / "d").exists()
    made.write_waiting()
    assert (tmp_path / "d").read_bytes() == b"0123456789"
