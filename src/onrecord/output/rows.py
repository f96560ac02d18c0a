"""The files of a publication as its manifest lists them. Most rows are handed on from one manifest
to the next, so they stay the text that they are there, and one is looked up where it stands."""

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from json.encoder import encode_basestring
from mmap import mmap
from typing import Final, TypeAlias

Part: TypeAlias = bytes | memoryview
_BEGIN: Final = b'\n "files": [\n  {\n'
_BETWEEN: Final = b"\n  },\n  {\n"
_END: Final = b"\n  }\n ]\n}\n"
_PATH: Final = b'   "path": "'
_SIZE: Final = b'",\n   "size": '
_PATHS: Final = re.compile(r'^   "path": "(.*)",$', re.MULTILINE)
_SIZES: Final = re.compile(rb'\n   "size": (\d+),\n')


@dataclass(frozen=True, slots=True)
class Written:
    """One published file."""

    path: str
    size: int
    sha256: str


class Rows(Mapping[str, Written]):
    """The rows of a manifest by path: a text in `pieces`, in which they are sorted and have a text
    between them. `digest` is the SHA-256 of the manifest that they were read from."""

    def __init__(self, pieces: Iterable[Part] = (), digest: bytes = b"") -> None:
        self.pieces, self.digest = [*pieces], digest

    @classmethod
    def read(cls, raw: bytes | mmap) -> "Rows":
        """The rows of a manifest; raises `ValueError`, `KeyError` or `TypeError` where it is none.

        Rows that stand there otherwise than they are written here are read as any JSON.
        """
        digest = hashlib.sha256(raw).digest()
        begin, end = raw.find(_BEGIN) + len(_BEGIN), len(raw) - len(_END)
        if len(_BEGIN) <= begin < end and _stands(raw, begin, _PATH) and _stands(raw, end, _END):
            rows = cls([memoryview(raw)[begin:end]], digest)
            rows._text = raw, begin, end
            return rows
        files = (Written(f["path"], f["size"], f["sha256"]) for f in json.loads(raw[:])["files"])
        return cls.of({f.path: row(f) for f in files}, digest)

    @classmethod
    def of(cls, texts: Mapping[str, bytes], digest: bytes = b"") -> "Rows":
        """Rows by their texts."""
        return cls([_BETWEEN.join(texts[path] for path in sorted(texts))] if texts else (), digest)

    def patched(self, texts: Mapping[str, bytes | None]) -> "Rows":
        """With other rows for some paths, or none."""
        raw, at, end = self._text
        view = memoryview(raw)
        stretches, fresh, replaced = list[Part](), list[bytes](), list[bytes]()
        for path in sorted(texts):
            start, stop = self._place(path)
            text = texts[path]
            if start > at:
                stretches.append(view[at : start - len(_BETWEEN)])
            if stop > start:
                replaced.append(raw[start : stop - len(_BETWEEN)])
            if text is not None:
                stretches.append(text)
                fresh.append(text)
            at = stop
        if at < end:
            stretches.append(view[at:end])
        pieces = [piece for stretch in stretches for piece in (_BETWEEN, stretch)]
        now = Rows(pieces[1:])
        more, less = (Rows([_BETWEEN.join(found)]).totals for found in (fresh, replaced))
        now.totals = tuple(old + m - n for old, m, n in zip(self.totals, more, less, strict=True))
        return now

    @cached_property
    def _text(self) -> tuple[bytes | mmap, int, int]:
        """Where all of it stands, from which place to which."""
        text = b"".join(self.pieces)
        return text, 0, len(text)

    @cached_property
    def totals(self) -> tuple[int, ...]:
        """How many files, and the bytes of all of them."""
        sizes = _SIZES.findall(*self._text)
        return len(sizes), sum(map(int, sizes))

    @property
    def size(self) -> int:
        """Bytes of all files."""
        return self.totals[1]

    @cached_property
    def texts(self) -> dict[str, bytes]:
        """All rows by path."""
        raw, begin, end = self._text
        return {_path(text): text for text in raw[begin:end].split(_BETWEEN) if text}

    def text(self, path: str) -> bytes:
        """A row; nothing where there is none."""
        if "texts" in self.__dict__:
            return self.texts.get(path, b"")
        start, stop = self._place(path)
        return self._text[0][start : stop - len(_BETWEEN)] if stop > start else b""

    def _place(self, path: str) -> tuple[int, int]:
        """Where the row of a path begins, and where the next one would; or, twice, where it would
        begin itself."""
        raw, low, end = self._text
        high = end + len(_BETWEEN) if low < end else low
        while low < high:
            middle = (low + high) // 2
            before = raw.rfind(_BETWEEN, low, min(middle, end))
            start = low if before < 0 else before + len(_BETWEEN)
            stop = raw.find(_BETWEEN, start, end)
            stop = end if stop < 0 else stop
            found = _path(raw[start:stop])
            stop += len(_BETWEEN)
            if found == path:
                return start, stop
            low, high = (stop, high) if found < path else (low, start)
        return low, low

    def __getitem__(self, path: str) -> Written:
        text = self.text(path)
        if not text:
            raise KeyError(path)
        return Written(**json.loads(b"{%b}" % text))

    def __contains__(self, path: object) -> bool:
        return isinstance(path, str) and bool(self.text(path))

    def __iter__(self) -> Iterator[str]:
        return iter(self.texts if "texts" in self.__dict__ else self._sorted)

    @cached_property
    def paths(self) -> frozenset[str]:
        """All paths."""
        return frozenset(self)

    @cached_property
    def _sorted(self) -> list[str]:
        raw, begin, end = self._text
        text = raw[begin:end].decode()
        found: list[str] = _PATHS.findall(text)
        if "\\" not in text:
            return found
        return [str(json.loads(f'"{path}"')) if "\\" in path else path for path in found]

    def __len__(self) -> int:
        return self.totals[0]

    def __bool__(self) -> bool:
        return bool(self.pieces)  # asked for each file, and nobody counts them all for that


def _stands(raw: bytes | mmap, at: int, text: bytes) -> bool:
    return raw[at : at + len(text)] == text


def row(file: Written) -> bytes:
    """What stands in a manifest about a file."""
    return (
        f'   "path": {encode_basestring(file.path)},\n'
        f'   "size": {file.size},\n   "sha256": "{file.sha256}"'
    ).encode()


def _path(text: bytes) -> str:
    if not text.startswith(_PATH):
        raise ValueError(text)
    path = text[len(_PATH) : text.index(_SIZE)].decode()
    return str(json.loads(f'"{path}"')) if "\\" in path else path


def manifest(rows: Rows, facts: Mapping[str, object]) -> list[Part]:
    """The manifest of some rows, and of facts about the publication, in pieces."""
    # The library writes a table of so many rows in Python, and slowly.
    head = json.dumps({**facts, "files": []}, indent=1, ensure_ascii=False).removesuffix("]\n}")
    if not rows:
        return [f"{head}]\n}}\n".encode()]
    return [f"{head}\n  {{\n".encode(), *rows.pieces, _END]
