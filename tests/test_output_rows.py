"""The rows of a manifest: read as they were written, and exchanged in their text."""

import json
from dataclasses import asdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.output import Written
from onrecord.output.rows import Rows, manifest, row


def _rows(files: list[Written]) -> Rows:
    return Rows.of({file.path: row(file) for file in files})


def test_the_manifest_is_the_json_that_a_library_writes() -> None:
    """Its rows are written by hand, because they are many."""
    for facts, files in (({}, []), ({"a": ["ü", {}]}, [Written("a/\u00fc.ttl", 3, "0f")])):
        table = {**facts, "files": [asdict(f) for f in files]}
        assert (
            b"".join(manifest(_rows(files), facts)).decode()
            == json.dumps(table, indent=1, ensure_ascii=False) + "\n"
        )


PATHS = ('a "b"\\c.ttl', "a/ü.ttl", "b\n.ttl", "b.ttl")


def test_rows_of_a_manifest_are_read_as_they_were_written() -> None:
    digest = "0f" * 32
    files = sorted((Written(path, 3, digest) for path in PATHS), key=lambda f: f.path)
    raw = b"".join(manifest(_rows(files), {"a": 1}))
    table = json.dumps(json.loads(raw)).encode()
    for data in (raw, table):
        rows = Rows.read(data)
        assert [rows[f.path] for f in files] == list(rows.values()) == files
        assert [rows.text(f.path) for f in files] == [*map(row, files)] == [*rows.texts.values()]
        assert (len(rows), rows.size) == (4, 12)
        assert "a" not in rows
    assert not Rows.read(b"".join(manifest(Rows(), {"a": 1})))


_SOME = st.dictionaries(st.text('ab/"ü', min_size=1, max_size=3), st.integers(0, 99))


@given(_SOME, st.dictionaries(st.text('ab/"ü', min_size=1, max_size=3), st.integers(-1, 99)))
def test_rows_are_exchanged_in_their_text(before: dict[str, int], other: dict[str, int]) -> None:
    """As if all were written anew."""
    texts = {path: row(Written(path, n, "0f")) for path, n in before.items()}
    patch = {path: row(Written(path, n, "0f")) if n >= 0 else None for path, n in other.items()}
    found = Rows.of(texts).patched(patch)
    after = {path: text for path, text in {**texts, **patch}.items() if text}
    assert b"".join(found.pieces) == b"".join(Rows.of(after).pieces)
    assert found.texts == after
    assert {path for path in {*before, *other} if path in Rows(found.pieces)} == after.keys()


@pytest.mark.parametrize("raw", [b"", b"{}", b'{"files": [{"path": "a"}]}', b"\xff"])
def test_what_is_no_manifest_is_an_error(raw: bytes) -> None:
    with pytest.raises((ValueError, KeyError, TypeError)):
        Rows.read(raw)
