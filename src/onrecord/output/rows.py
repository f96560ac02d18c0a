"""The files of a publication as its manifest lists them. Most rows are handed on from one manifest
to the next, so each is kept as the text that it is there."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from json.encoder import encode_basestring
from typing import Final

_BEGIN: Final = '\n "files": [\n  {\n'
_BETWEEN: Final = "\n  },\n  {\n"
_END: Final = "\n  }\n ]\n}\n"
_PATH: Final = '   "path": "'
_SIZE: Final = '",\n   "size": '
_REST: Final = len(',\n   "sha256": ""') + 64


@dataclass(frozen=True, slots=True)
class Written:
    """One published file."""

    path: str
    size: int
    sha256: str


class Rows(Mapping[str, Written]):
    """The rows of a manifest by path."""

    def __init__(self, texts: dict[str, str]) -> None:
        self.texts = texts

    @classmethod
    def read(cls, raw: bytes) -> "Rows":
        """The rows of a manifest; raises `ValueError`, `KeyError` or `TypeError` where it is none.

        Rows that stand there otherwise than they are written here are read as any JSON.
        """
        text = raw.decode()
        _, begin, body = text.partition(_BEGIN)
        if begin and body.endswith(_END):
            try:
                return cls(_by_path(body.removesuffix(_END)))
            except ValueError:
                pass
        files = (Written(f["path"], f["size"], f["sha256"]) for f in json.loads(text)["files"])
        return cls({f.path: row(f) for f in files})

    def __getitem__(self, path: str) -> Written:
        return Written(**json.loads(f"{{{self.texts[path]}}}"))

    def __contains__(self, path: object) -> bool:
        return path in self.texts

    def __iter__(self) -> Iterator[str]:
        return iter(self.texts)

    def __len__(self) -> int:
        return len(self.texts)


def row(file: Written) -> str:
    """What stands in a manifest about a file."""
    return (
        f'   "path": {encode_basestring(file.path)},\n'
        f'   "size": {file.size},\n   "sha256": "{file.sha256}"'
    )


def size_in(text: str) -> int:
    """The size in a row."""
    return int(text[text.rindex(" ", 0, -_REST) : -_REST])


def _by_path(body: str) -> dict[str, str]:
    rows = body.split(_BETWEEN)
    if "\\" in body or body.count(_BETWEEN + _PATH) < len(rows) - 1:
        return {_path(row): row for row in rows}
    start = len(_PATH)
    return {_path(rows[0]): rows[0], **{row[start : row.index(_SIZE)]: row for row in rows[1:]}}


def _path(text: str) -> str:
    if not text.startswith(_PATH):
        raise ValueError(text)
    path = text[len(_PATH) : text.index(_SIZE)]
    return json.loads(f'"{path}"') if "\\" in path else path


def manifest(rows: list[str], facts: Mapping[str, object]) -> bytes:
    """The manifest of some rows, and of facts about the publication."""
    # The library writes a table of so many rows in Python, and slowly.
    head = json.dumps({**facts, "files": []}, indent=1, ensure_ascii=False).removesuffix("]\n}")
    text = f"{head}\n  {{\n{_BETWEEN.join(rows)}{_END}" if rows else f"{head}]\n}}\n"
    return text.encode()
