"""Files whose bytes are read where somebody looks, and copied by the system."""

import errno
import os
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import SystemFailure
from onrecord.output import Hashed, Mapped, Output, Stretch, verify


@given(st.binary(max_size=300), st.data())
def test_what_is_copied_is_what_stands_there(content: bytes, data: st.DataObject) -> None:
    """In any order, with other bytes between them, from any place to any."""
    with TemporaryDirectory() as name:
        folder, expected = Path(name), b""
        (folder / "old").write_bytes(content)
        pieces: list[bytes | Stretch] = []
        for _ in range(data.draw(st.integers(0, 5))):
            start, stop = sorted(data.draw(st.tuples(*[st.integers(0, len(content))] * 2)))
            between = data.draw(st.binary(max_size=9))
            pieces += [between, Stretch(Mapped(folder / "old"), start, stop - start)]
            expected += between + content[start:stop]
        made = Hashed.of(pieces)
        assert (b"".join(made.parts), made.size) == (expected, len(expected))
        Output(folder / "public").publish([("x", made)])
        assert (folder / "public/x").read_bytes() == expected
        assert verify(folder / "public") == []


@pytest.mark.parametrize("done", [0, 3])
@pytest.mark.parametrize("system", ["refuses", "stops", "has none"])
def test_where_the_system_cannot_copy_bytes_are_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, system: str, done: int
) -> None:
    """From where it left off."""
    copy = os.copy_file_range
    calls = list[int]()

    def copying(source: int, target: int, count: int, start: int) -> int:
        calls.append(count)
        if len(calls) == 1 and done:
            return copy(source, target, done, start)
        if system == "refuses":
            raise OSError(errno.EXDEV, "Invalid cross-device link")
        return 0

    if system == "has none":
        monkeypatch.delattr(os, "copy_file_range")
    else:
        monkeypatch.setattr(os, "copy_file_range", copying)
    (tmp_path / "old").write_bytes(b"0123456789")
    made = Hashed.of([b"<", Stretch(Mapped(tmp_path / "old"), 2, 7), b">"])
    Output(tmp_path / "public").publish([("x", made)])
    assert (tmp_path / "public/x").read_bytes() == b"<2345678>"
    assert verify(tmp_path / "public") == []


def test_bytes_are_those_of_the_file_that_was_there(tmp_path: Path) -> None:
    (tmp_path / "old").write_bytes(b"before")
    file = Mapped(tmp_path / "old")
    (tmp_path / "new").write_bytes(b"after!")
    (tmp_path / "new").replace(tmp_path / "old")
    Output(tmp_path / "public").publish([("x", Hashed.of([Stretch(file, 0, 6)]))])
    assert (tmp_path / "public/x").read_bytes() == b"before"


def test_a_full_disk_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """By who writes what could not be copied."""

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "copy_file_range", full)
    monkeypatch.setattr(Stretch, "data", property(full))
    (tmp_path / "old").write_bytes(b"before")
    made = Hashed([Stretch(Mapped(tmp_path / "old"), 0, 6)], 6, "0" * 64)
    with pytest.raises(SystemFailure, match="No space left"):
        Output(tmp_path / "public").publish([("x", made)])
    assert not (tmp_path / "public").exists()
