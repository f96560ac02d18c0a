"""What is kept of a publication comes back as it was, whatever became of it from build to build."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.publish import memory

_TABLES = st.dictionaries(st.sampled_from("abcdefgh"), st.tuples(st.binary(max_size=3)))


def _keep(folder: Path, table: dict[Any, Any], old: memory.Kept, rest: Any = ()) -> memory.Kept:
    memory.keep(folder, (rest,), {"made": table}, old, bytes(str(rest), "utf-8"))
    found, kept = memory.read(folder)
    assert found == (rest,)
    return kept


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(_TABLES, min_size=1, max_size=6))
def test_tables_come_back(tmp_path: Path, tables: list[dict[str, tuple[bytes]]]) -> None:
    """Entries come, go, change and come back; there is one large file at a time."""
    kept = memory.Kept()
    for number, table in enumerate(tables):
        kept = _keep(tmp_path, table, kept, number)
        assert kept.tables == {"made": table}
        assert len(list(tmp_path.glob("made-*.bin"))) == 1


def test_the_large_file_stays_while_little_is_other(tmp_path: Path) -> None:
    table: dict[Any, Any] = {f"page-{n}": (bytes(16), bytes(80)) for n in range(200)}
    first = _keep(tmp_path, table, memory.Kept())
    second = _keep(tmp_path, {**table, "page-1": (b"1", b"")}, first, 1)
    assert second.file == first.file
    third = _keep(tmp_path, {key: (key.encode() * 12, b"") for key in table}, second, 2)
    assert third.file != first.file


def test_a_large_file_that_somebody_touched_is_none(tmp_path: Path) -> None:
    kept = _keep(tmp_path, {"a": (b"1",)}, memory.Kept())
    path = tmp_path / kept.file
    path.write_bytes(path.read_bytes())
    with pytest.raises(ValueError, match="others"):
        memory.read(tmp_path)
