"""Memories behind a seal: what is torn or written into is told, and a mark comes last."""

from pathlib import Path

import pytest

from onrecord.output.sealed import Marking, read_marked, read_sealed, write_sealed

MARK = bytes(range(32))
VALUE = ({"a": b"1"}, [None, 2.5, "ü"])


def test_a_value_is_read_as_it_was_written(tmp_path: Path) -> None:
    write_sealed(tmp_path / "one.bin", VALUE)
    assert read_sealed(tmp_path / "one.bin") == VALUE


def test_a_file_takes_its_place_when_it_is_marked(tmp_path: Path) -> None:
    path = tmp_path / "two.bin"
    write_sealed(path, "before")
    marking = Marking(path, VALUE, path.with_name("fresh"))
    assert read_sealed(path) == "before"
    marking.mark(MARK)
    assert read_marked(path) == (MARK, VALUE)
    assert [*tmp_path.iterdir()] == [path]


@pytest.mark.parametrize("place", [0, 40, -1])
def test_one_byte_that_is_another_breaks_the_seal(tmp_path: Path, place: int) -> None:
    """Of the seal, of the value, of the mark."""
    path = tmp_path / "three.bin"
    Marking(path, VALUE, path.with_name("fresh")).mark(MARK)
    raw = bytearray(path.read_bytes())
    raw[place] ^= 1
    path.write_bytes(raw)
    with pytest.raises(ValueError, match="is torn"):
        read_marked(path)


@pytest.mark.parametrize("length", [0, 10, 33])
def test_a_file_that_ends_too_early_is_torn(tmp_path: Path, length: int) -> None:
    path = tmp_path / "four.bin"
    Marking(path, VALUE, path.with_name("fresh")).mark(MARK)
    path.write_bytes(path.read_bytes()[:length])
    for read in (read_marked, read_sealed):
        with pytest.raises(ValueError, match="torn"):
            read(path)
