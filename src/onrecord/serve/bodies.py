"""A file and the codings that a client takes in, the bytes to send out; small ones are kept."""

import gzip
import hashlib
import importlib.util
from dataclasses import dataclass
from functools import lru_cache
from os import stat_result
from pathlib import Path
from types import ModuleType

from werkzeug.datastructures import Accept
from werkzeug.http import parse_accept_header

from onrecord.publish.hosting.table import MEDIA_TYPES, NAMED_TYPES
from onrecord.serve.negotiation import MAX_HEADER

MOST = 4_000_000
"""Files beyond this are sent as they are, unless a compressed one lies beside them."""
LEAST = 600
_DENSE = frozenset({"png", "ico", "woff2", "gz", "pdf"})


@dataclass(frozen=True, slots=True)
class Coded:
    """A body in some content coding: `data`, or the file itself where it is `None`."""

    coding: str
    data: bytes | None
    file: Path


def etag(stat: stat_result, coding: str = "") -> str:
    """A strong validator that changes whenever the file does."""
    digest = hashlib.sha256(f"{stat.st_mtime_ns}-{stat.st_size}-{coding}".encode())
    return f'"{digest.hexdigest()[:24]}"'


def media_type(path: Path) -> str:
    """The type of a file by its name, else by its suffix."""
    by_suffix = MEDIA_TYPES.get(path.suffix[1:], "application/octet-stream")
    return NAMED_TYPES.get(path.name, by_suffix)


def encode(file: Path, stat: stat_result, header: str | None) -> Coded:
    """The smallest body among the codings accepted."""
    plain = Coded("", None, file)
    if stat.st_size < LEAST or file.suffix[1:] in _DENSE:
        return plain
    accept = parse_accept_header((header or "")[:MAX_HEADER], Accept)
    wanted = {coding: accept.quality(coding) for coding in ("br", "gzip")}
    for coding in sorted(wanted, key=lambda name: -wanted[name]):
        if wanted[coding] <= 0:
            continue
        beside = file.with_name(file.name + {"br": ".br", "gzip": ".gz"}[coding])
        if beside.is_file():
            return Coded(coding, None, beside)
        if stat.st_size <= MOST and (coding == "gzip" or _brotli()):
            return Coded(coding, _compressed(file, stat.st_mtime_ns, coding), file)
    return plain


@lru_cache(maxsize=512)
def _compressed(file: Path, _version: int, coding: str) -> bytes:
    data = file.read_bytes()
    brotli = _brotli()
    if coding == "br" and brotli is not None:
        made: bytes = brotli.compress(data, quality=5)
        return made
    return gzip.compress(data, 6, mtime=0)


@lru_cache(maxsize=1)
def _brotli() -> ModuleType | None:
    """The brotli library, where it is installed."""
    return importlib.import_module("brotli") if importlib.util.find_spec("brotli") else None
