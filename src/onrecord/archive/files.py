"""Bytes → files of an archive: written whole or not at all, hashed, and remembered when done."""

import hashlib
import io
import json
import os
import tarfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, BinaryIO, Final, cast

from onrecord.errors import SystemFailure, UsageError
from onrecord.output import Written, write_file

WORK: Final = ".work"
_LEVEL: Final = 3


@dataclass(frozen=True, slots=True)
class Done:
    """What became of one shard or bucket."""

    name: str
    key: str
    files: tuple[Written, ...]
    counts: Mapping[str, int]
    offsets: tuple[int, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Shelf:
    """The folder of an archive."""

    out: Path

    def path(self, name: str) -> Path:
        """Where a file of the archive lies."""
        return self.out / name

    def work(self, name: str) -> Path:
        """Where a file lies that is needed only while the archive is made."""
        return self.out / WORK / name

    def put(self, name: str, data: bytes) -> Written:
        """Writes one file of the archive; `SystemFailure` leaves the old one."""
        write_file(self.path(name), data)
        return Written(name, len(data), hashlib.sha256(data).hexdigest())

    def stream(self, name: str, parts: Iterable[bytes]) -> Written:
        """Writes one file that may be larger than memory; else like `put`."""
        path = self.path(name)
        fresh = self.work(f"{name}.new")
        digest, size = hashlib.sha256(), 0
        try:
            with fresh.open("wb") as file:
                for part in parts:
                    digest.update(part)
                    size += file.write(part)
                file.flush()
                os.fsync(file.fileno())
            fresh.replace(path)
        except OSError as error:
            raise SystemFailure(f"cannot be written: {error.strerror}", file=path) from error
        return Written(name, size, digest.hexdigest())

    def finish(self, done: Done) -> None:
        """Remembers that a shard is done; the last thing that is written of it."""
        write_file(self._mark(done.name), (json.dumps(asdict(done)) + "\n").encode())

    def done(self, name: str, key: str) -> Done | None:
        """What was done under this name for the same input, if all its files are as written."""
        try:
            table = json.loads(self._mark(name).read_bytes())
            files = tuple(Written(**row) for row in table.pop("files"))
            found = Done(files=files, **table | {"offsets": tuple(table["offsets"])})
            if found.key == key and all(map(self._intact, files)):
                return found
        except (OSError, ValueError, KeyError, TypeError):
            return None
        return None

    def marks(self, kind: str, key: str) -> Iterator[Done]:
        """Everything done of one kind (`articles`, `entities`), by number."""
        for path in sorted((self.out / WORK / "done").glob(f"{kind}-*.json")):
            table = json.loads(path.read_bytes())
            if table["key"] == key:
                files = tuple(Written(**row) for row in table.pop("files"))
                yield Done(files=files, **table | {"offsets": tuple(table["offsets"])})

    def _mark(self, name: str) -> Path:
        return self.work(f"done/{name}.json")

    def _intact(self, file: Written) -> bool:
        path = self.path(file.path)
        if path.stat().st_size != file.size:
            return False
        with path.open("rb") as opened:
            return hashlib.file_digest(opened, "sha256").hexdigest() == file.sha256


class Packed:
    """A growing zstd frame in memory; the same chunks give the same bytes."""

    def __init__(self) -> None:
        self._frame = zstandard().ZstdCompressor(level=_LEVEL).compressobj()
        self._parts: list[bytes] = []
        self._size = 0

    def write(self, data: bytes) -> int:
        """Adds bytes; so that it can stand for a file."""
        self._parts.append(self._frame.compress(data))
        self._size += len(data)
        return len(data)

    def tell(self) -> int:
        """How many bytes were added."""
        return self._size

    def close(self) -> bytes:
        """The whole frame."""
        return b"".join((*self._parts, self._frame.flush()))


class Tar:
    """Pages → one packed tar with no dates and no owners."""

    def __init__(self) -> None:
        self._packed = Packed()
        stream = cast(BinaryIO, self._packed)
        self._tar = tarfile.TarFile(fileobj=stream, mode="w", format=tarfile.PAX_FORMAT)

    def add(self, name: str, data: bytes) -> None:
        """Adds one file."""
        info = tarfile.TarInfo(name)
        info.size, info.mode = len(data), 0o644
        self._tar.addfile(info, io.BytesIO(data))

    def close(self) -> bytes:
        """The packed tar."""
        self._tar.close()
        return self._packed.close()


def zstandard() -> Any:
    """The library, which is an extra."""
    try:
        import zstandard as found
    except ImportError as error:
        raise UsageError(
            "archives need the package zstandard", hint="pip install 'onrecord[archive]'"
        ) from error
    return found


def lines(rows: Iterable[Any]) -> bytes:
    """Rows as JSON lines."""
    return "".join(
        json.dumps(row, ensure_ascii=False, separators=(",", ":")) + "\n" for row in rows
    ).encode("utf-8", "backslashreplace")
