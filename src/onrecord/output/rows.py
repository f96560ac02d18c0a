"""The files of a publication as its manifest lists them. Most rows are handed on from one manifest
to the next, so they stay the text that they are there, and one is looked up where it stands."""

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from json.encoder import encode_basestring
from typing import Final

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
    """The rows of a manifest by path; in its text (`body`) they are sorted, each with an end.
    `digest` is the SHA-256 of the manifest that they were read from."""

    def __init__(self, body: bytes = b"", digest: bytes = b"") -> None:
        self.body, self.digest = body, digest

    @classmethod
    def read(cls, raw: bytes) -> "Rows":
        """The rows of a manifest; raises `ValueError`, `KeyError` or `TypeError` where it is none.

        Rows that stand there otherwise than they are written here are read as any JSON.
        """
        digest = hashlib.sha256(raw).digest()
        begin = raw.find(_BEGIN) + len(_BEGIN)
        if begin >= len(_BEGIN) and raw.startswith(_PATH, begin) and raw.endswith(_END):
            body = memoryview(raw)[begin : len(raw) - len(_END)]
            return cls(b"".join((body, _BETWEEN)), digest)
        files = (Written(f["path"], f["size"], f["sha256"]) for f in json.loads(raw)["files"])
        return cls.of({f.path: row(f) for f in files}, digest)

    @classmethod
    def of(cls, texts: Mapping[str, bytes], digest: bytes = b"") -> "Rows":
        """Rows by their texts."""
        return cls(b"".join(texts[path] + _BETWEEN for path in sorted(texts)), digest)

    def patched(self, texts: Mapping[str, bytes | None]) -> "Rows":
        """With other rows for some paths, or none."""
        pieces, replaced, at = [], [], 0
        for path in sorted(texts):
            start, end = self._place(path)
            text = texts[path]
            replaced.append(self.body[start:end])
            pieces += [self.body[at:start], b"" if text is None else text + _BETWEEN]
            at = end
        more, less = Rows(b"".join(pieces[1::2])).totals, Rows(b"".join(replaced)).totals
        now = Rows(b"".join([*pieces, self.body[at:]]))
        now.totals = tuple(old + m - n for old, m, n in zip(self.totals, more, less, strict=True))
        return now

    @cached_property
    def totals(self) -> tuple[int, ...]:
        """How many files, and the bytes of all of them."""
        sizes = _SIZES.findall(self.body)
        return len(sizes), sum(map(int, sizes))

    @property
    def size(self) -> int:
        """Bytes of all files."""
        return self.totals[1]

    @cached_property
    def texts(self) -> dict[str, bytes]:
        """All rows by path."""
        return {_path(text): text for text in self.body.split(_BETWEEN)[:-1]}

    def text(self, path: str) -> bytes:
        """A row; nothing where there is none."""
        if "texts" in self.__dict__:
            return self.texts.get(path, b"")
        start, end = self._place(path)
        return self.body[start:end].removesuffix(_BETWEEN)

    def _place(self, path: str) -> tuple[int, int]:
        """Where the row of a path begins and ends, or (twice) where it would."""
        body, low, high = self.body, 0, len(self.body)
        while low < high:
            middle = (low + high) // 2
            before = body.rfind(_BETWEEN, low, middle)
            start = low if before < 0 else before + len(_BETWEEN)
            end = body.index(_BETWEEN, start) + len(_BETWEEN)
            found = _path(body[start:end])
            if found == path:
                return start, end
            low, high = (end, high) if found < path else (low, start)
        return low, low

    def __getitem__(self, path: str) -> Written:
        text = self.text(path)
        if not text:
            raise KeyError(path)
        return Written(**json.loads(b"{%b}" % text))

    def __contains__(self, path: object) -> bool:
        return isinstance(path, str) and bool(self.text(path))

    def __iter__(self) -> Iterator[str]:
        if "texts" in self.__dict__:
            return iter(self.texts)
        found = _PATHS.findall(self.body.decode())
        return (str(json.loads(f'"{path}"')) if "\\" in path else path for path in found)

    def __len__(self) -> int:
        return self.totals[0]

    def __bool__(self) -> bool:
        return bool(self.body)  # asked for each file, and nobody counts them all for that


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


def manifest(rows: Rows, facts: Mapping[str, object]) -> bytes:
    """The manifest of some rows, and of facts about the publication."""
    # The library writes a table of so many rows in Python, and slowly.
    head = json.dumps({**facts, "files": []}, indent=1, ensure_ascii=False).removesuffix("]\n}")
    if not rows.body:
        return f"{head}]\n}}\n".encode()
    return b"%b\n  {\n%b%b" % (head.encode(), rows.body.removesuffix(_BETWEEN), _END)
