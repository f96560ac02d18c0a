"""What is kept from one command to the next: plain values behind the SHA-256 of their bytes, so
that a file that is torn or was written into is never taken for what it was."""

import hashlib
import marshal
from pathlib import Path
from typing import Any, Final

from onrecord.output import write_file

_SEAL: Final = 32


def write_sealed(path: Path, value: Any) -> None:
    """Replaces a file of the workspace by the value, see `write_file`; `ValueError` for one that is
    not made of plain values."""
    body = marshal.dumps(value)
    write_file(path, hashlib.sha256(body).digest(), body)


def read_sealed(path: Path) -> Any:
    """The value; `OSError` or `ValueError` where there is none, or another Python wrote it."""
    raw = memoryview(path.read_bytes())
    if hashlib.sha256(raw[_SEAL:]).digest() != raw[:_SEAL]:
        raise ValueError(f"{path.name} is torn")
    try:
        return marshal.loads(raw[_SEAL:])
    except (EOFError, TypeError) as error:
        raise ValueError(f"{path.name} cannot be read") from error
