"""What is kept from one command to the next: plain values behind the SHA-256 of their bytes, so
that a file that is torn or was written into is never taken for what it was."""

import hashlib
import marshal
import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, Final

from onrecord.output import Mapped, write_file

_SEAL: Final = 32


def write_sealed(path: Path, value: Any) -> None:
    """Replaces a file of the workspace by the value, see `write_file`; `ValueError` for one that is
    not made of plain values."""
    body = marshal.dumps(value)
    write_file(path, hashlib.sha256(body).digest(), body)


def read_sealed(path: Path) -> Any:
    """The value; `OSError` or `ValueError` where there is none, or another Python wrote it."""
    return _value(path, Mapped(path).data)


class Marking:
    """As `write_sealed`, for a value of which it turns out last what it belongs to: most of the
    file is written before that."""

    def __init__(self, path: Path, value: Any, fresh: Path) -> None:
        """Until it takes its place it is the file at `fresh`; `OSError` where that cannot be
        written."""
        body = marshal.dumps(value)
        self._path, self._fresh = path, fresh
        with ThreadPoolExecutor(1) as beside:
            digest = beside.submit(hashlib.sha256, body)
            self._file = self._fresh.open("wb")
            self._file.writelines((bytes(_SEAL), body))
            self._file.flush()
        self._digest = digest.result()

    def mark(self, mark: bytes) -> None:
        """The file takes its place, with a mark of 32 bytes at its end."""
        self._digest.update(mark)
        with self._file as file:
            file.write(mark)
            file.seek(0)
            file.write(self._digest.digest())
            file.flush()
            os.fsync(file.fileno())
        self._fresh.replace(self._path)


def read_marked(path: Path) -> tuple[bytes, Any]:
    """The mark and the value, as `read_sealed`."""
    raw = Mapped(path).data
    return bytes(raw[-_SEAL:]), _value(path, raw)


def _value(path: Path, raw: memoryview) -> Any:
    if hashlib.sha256(raw[_SEAL:]).digest() != raw[:_SEAL]:
        raise ValueError(f"{path.name} is torn")
    try:
        return marshal.loads(raw[_SEAL:])
    except (EOFError, TypeError) as error:
        raise ValueError(f"{path.name} cannot be read") from error
