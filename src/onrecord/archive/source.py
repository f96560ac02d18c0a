"""JSON Lines or Parquet in, parts of equal size out, and the records of one part."""

import hashlib
import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import repeat
from pathlib import Path
from typing import Any, Final

from onrecord.archive.records import SHARD_SIZE, Part
from onrecord.errors import SystemFailure, UsageError

FIELDS: Final = ("id", "text", "url", "publisher", "title", "date", "language")
LONGEST: Final = 64 * 1024 * 1024
_BLOCK: Final = 1 << 20
_FEWEST_PARTS: Final = 16
"""An input has so many parts, where it is large enough, so that every worker finds one to do."""
_SMALLEST: Final = 10
"""Records of a part that is made smaller for that."""

_PACKED: Final = {b"\x1f\x8b": "gzip", b"\x28\xb5\x2f\xfd": "zstd"}


@dataclass(frozen=True, slots=True)
class Unread:
    """A record that is there and cannot be read, and why."""

    reason: str


Raw = bytes | dict[str, Any] | Unread
"""A line, a row, or why there is none."""


def is_parquet(path: Path) -> bool:
    """Whether the input is a Parquet file, by its name."""
    return path.suffix == ".parquet"


def plan(path: Path, size: int) -> tuple[tuple[Part, ...], str]:
    """The parts of an input, `size` records each, and the SHA-256 of its bytes.

    Reads the file once in blocks; raises `UsageError` where there is none.
    """
    with _readable(path):
        _must_be_plain(path)
        digest = hashlib.sha256()
        ends = list(_ends(path, size, digest))
    if is_parquet(path):
        return _rows(path, size), digest.hexdigest()
    parts, begin = [], 0
    for number, (end, count) in enumerate(ends):
        parts.append(Part(number, number * size + 1, count, begin, end))
        begin = end
    return tuple(parts), digest.hexdigest()


def fitting(path: Path) -> int:
    """How many records a part of this input should have: 100, or fewer where that would leave
    workers with nothing to do. Depends on the number of records alone, so that engines agree.

    Reads no further than it has to; raises as `plan` does.
    """
    most = SHARD_SIZE * _FEWEST_PARTS
    if is_parquet(path):
        with _readable(path):
            _must_be_plain(path)
        import pyarrow.parquet as parquet

        count: int = _opened(parquet, path).metadata.num_rows
    else:
        count, last = 0, b"\n"
        with _readable(path), path.open("rb") as file:
            while count < most and (block := file.read(_BLOCK)):
                count, last = count + block.count(b"\n"), block[-1:]
        count += last != b"\n"
    return min(SHARD_SIZE, max(_SMALLEST, -(-count // _FEWEST_PARTS)))


@contextmanager
def _readable(path: Path) -> Iterator[None]:
    """Says what is wrong with a file that cannot be read."""
    try:
        yield
    except FileNotFoundError:
        raise UsageError("no such file", file=path, hint="give JSON Lines or Parquet") from None
    except IsADirectoryError:
        raise UsageError("is a folder", file=path, hint="give JSON Lines or Parquet") from None
    except OSError as error:
        raise SystemFailure(f"cannot be read: {error.strerror}", file=path) from error


def _must_be_plain(path: Path) -> None:
    with path.open("rb") as file:
        head = file.read(4)
    for mark, name in _PACKED.items():
        if head.startswith(mark):
            raise UsageError(
                f"is packed with {name}",
                file=path,
                hint="unpack it: parts are found by their place",
            )


def too_long() -> Unread:
    """What stands for a line that is longer than can be held."""
    return Unread(f"the line is longer than {LONGEST} bytes")


def _ends(path: Path, size: int, digest: Any) -> Iterator[tuple[int, int]]:
    """(byte after the last line, number of lines) of every part."""
    lines, at, last = 0, 0, b""
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            digest.update(block)
            begin = block.find(b"\n")
            while begin >= 0:
                lines += 1
                if lines == size:
                    yield at + begin + 1, lines
                    lines = 0
                begin = block.find(b"\n", begin + 1)
            at, last = at + len(block), block[-1:]
    lines += bool(last) and last != b"\n"
    if lines:
        yield at, lines


def _rows(path: Path, size: int) -> tuple[Part, ...]:
    import pyarrow.parquet as parquet

    total = _opened(parquet, path).metadata.num_rows
    return tuple(
        Part(number, first + 1, min(size, total - first), first, min(first + size, total))
        for number, first in enumerate(range(0, total, size))
    )


def _opened(parquet: Any, path: Path) -> Any:
    try:
        file = parquet.ParquetFile(path)
    except Exception as error:
        raise UsageError(f"is no Parquet file: {error}", file=path) from error
    missing = {"id", "text"} - set(file.schema_arrow.names)
    if missing:
        raise UsageError(
            f"has no column {', '.join(sorted(missing))}",
            file=path,
            hint=f"columns are {', '.join(FIELDS)}",
        )
    return file


def records(path: Path, part: Part) -> Iterator[tuple[int, Raw]]:
    """(record number from 1, raw record) of one part."""
    if is_parquet(path):
        yield from _rows_of(path, part)
        return
    with path.open("rb") as file:
        file.seek(part.begin)
        for number in range(part.first, part.first + part.count):
            line = file.readline(LONGEST)
            whole = line.endswith(b"\n") or file.tell() >= part.end
            while not line.endswith(b"\n") and file.tell() < part.end:
                line = file.readline(LONGEST)
            yield number, line if whole else too_long()


def _rows_of(path: Path, part: Part) -> Iterator[tuple[int, Raw]]:
    """Rows `begin` to `end`; only the row groups that hold them are read."""
    import pyarrow.parquet as parquet

    file = _opened(parquet, path)
    at = 0
    for group in range(file.metadata.num_row_groups):
        rows = file.metadata.row_group(group).num_rows
        low, high = max(part.begin - at, 0), min(part.end - at, rows)
        if low < high:
            yield from enumerate(_group(file, group, low, high), at + low + 1)
        at += rows


def _group(file: Any, group: int, low: int, high: int) -> Iterator[Raw]:
    """Rows `low` to `high` of a row group; those that cannot be read say so."""
    import pyarrow

    columns = [name for name in FIELDS if name in file.schema_arrow.names]
    at, due = 0, low
    try:
        for batch in file.iter_batches(batch_size=64, row_groups=[group], columns=columns):
            first, after = max(low - at, 0), min(high - at, batch.num_rows)
            for row in batch.slice(first, after - first).to_pylist() if first < after else ():
                due += 1
                yield row
            at += batch.num_rows
    except (OSError, pyarrow.ArrowException) as error:
        reason = f"row group {group + 1} cannot be read: {error}"
        yield from repeat(Unread(reason), high - due)


def decoded(raw: Raw) -> dict[str, Any]:
    """A raw record as a table; `ValueError` says what is wrong with it."""
    if isinstance(raw, Unread):
        raise ValueError(raw.reason)
    if isinstance(raw, dict):
        return raw
    try:
        table = json.loads(raw.rstrip(b"\r\n").decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise ValueError(f"byte {error.start} is not UTF-8") from None
    except RecursionError:
        raise ValueError("the JSON is nested too deeply") from None
    except ValueError as error:
        raise ValueError(f"is not JSON: {error}") from None
    if not isinstance(table, dict):
        raise ValueError("is no JSON object")
    return table
