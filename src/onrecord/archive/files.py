"""Bytes → files of an archive: written whole or not at all, hashed, and remembered when done."""

import hashlib
import json
import os
import tarfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from onrecord.archive.records import Pages
from onrecord.errors import SystemFailure, UsageError
from onrecord.output import Written, write_file

WORK: Final = ".work"
_LEVEL: Final = 2
"""One more takes half as much time again for three parts in a hundred less."""


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

    def page(self, name: str, data: bytes) -> Written:
        """Writes one of very many files, and does not wait for the disk: should the machine stop,
        the hash tells."""
        path = self.path(name)
        try:
            _folder(path.parent)
            path.write_bytes(data)
        except OSError as error:
            _folder.cache_clear()
            raise SystemFailure(f"cannot be written: {error.strerror}", file=path) from error
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

    def seen(self, name: str) -> Written:
        """A file that another program has written into the archive."""
        path = self.path(name)
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
        return Written(name, path.stat().st_size, digest)

    def rows(self, kind: str, name: str) -> Iterator[Any]:
        """The rows of one kind that a shard left for the end."""
        with self.work(f"{kind}-{name}.jsonl").open("rb") as file:
            yield from map(json.loads, file)

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
        same_size = self.path(file.path).stat().st_size == file.size
        return same_size and self.seen(file.path) == file


@lru_cache(maxsize=4096)
def _folder(path: Path) -> None:
    path.mkdir(parents=True, exist_ok=True)


class Packed:
    """A growing zstd frame in memory; the same chunks give the same bytes."""

    def __init__(self) -> None:
        self._frame = zstandard().ZstdCompressor(level=_LEVEL).compressobj()
        self._parts: list[bytes] = []
        self.size = 0

    def write(self, data: bytes) -> None:
        """Adds bytes."""
        self._parts.append(self._frame.compress(data))
        self.size += len(data)

    def close(self) -> bytes:
        """The whole frame."""
        return b"".join((*self._parts, self._frame.flush()))


class Tar:
    """Pages → one packed tar with no dates and no owners."""

    def __init__(self) -> None:
        self._packed = Packed()

    def add(self, name: str, data: bytes) -> None:
        """Adds one file."""
        rest = -len(data) % tarfile.BLOCKSIZE
        self._packed.write(b"".join((_header(name, len(data)), data, bytes(rest))))

    def close(self) -> bytes:
        """The packed tar."""
        self._packed.write(bytes(2 * tarfile.BLOCKSIZE))
        self._packed.write(bytes(-self._packed.size % tarfile.RECORDSIZE))
        return self._packed.close()


def _header(name: str, size: int) -> bytes:
    """As the library writes it; where the name is short, from what all headers have in common."""
    path = name.encode()
    if len(path) > _SHORT or not name.isascii() or size >= 8**11:
        info = tarfile.TarInfo(name)
        info.size = size
        return info.tobuf(tarfile.PAX_FORMAT)
    head = path.ljust(_SHORT, b"\0") + _BEFORE + b"%011o\0" % size + _BETWEEN
    return head + b"%06o\0" % (sum(head) + _SUM) + _AFTER


_COMMON: Final = tarfile.TarInfo("").tobuf(tarfile.PAX_FORMAT)
_SHORT: Final = tarfile.LENGTH_NAME
_BEFORE, _BETWEEN, _AFTER = _COMMON[_SHORT:124], _COMMON[136:148], _COMMON[155:]
"""Mode and owners; the date; what follows the sum of all bytes, where eight spaces count for it."""
_SUM: Final = sum(_AFTER[1:]) + 8 * ord(" ")


class PageFiles:
    """The pages of one shard as they are made: packed in a tar, or each a file at once, so that
    memory does not grow with their number."""

    def __init__(self, shelf: Shelf, form: Pages) -> None:
        self._shelf, self._form = shelf, form
        self._tar = Tar() if form == "tar" else None
        self._written: list[Written] = []
        self.count = 0

    def add(self, path: str, data: bytes) -> None:
        """Adds one page; does nothing where none are wanted."""
        self.count += self._form != "none"
        if self._tar is not None:
            self._tar.add(path, data)
        elif self._form == "files":
            self._written.append(self._shelf.page(f"site/{path}", data))

    def close(self, name: str) -> list[Written]:
        """What was written; a tar goes by the name of its shard."""
        if self._tar is not None:
            return [self._shelf.put(f"pages/{name}.tar.zst", self._tar.close())]
        return self._written


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
