"""What articles have in common, as sorted lines: a part per shard in, one sorted stream out.

A key is `e` + the entity's IRI + ` 0` for its names or ` 1` for an article, `n` + a folded name or
`u` + an article's address. Streams are
merged a few at a time, so memory and open files do not grow with the archive.
"""

import hashlib
import heapq
import json
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any, Final, NamedTuple

from onrecord.archive.describe import Described
from onrecord.names import slug

WIDTH: Final = 64
"""How many streams are merged at a time."""

_MOST_ROWS: Final = 50


class Entry(NamedTuple):
    """One line: entries sort by key, then by article."""

    key: str
    article: str
    payload: Any


def entries(described: Described) -> Iterator[Entry]:
    """What one article adds to the entities that it names."""
    spoken: dict[str, list[list[Any]]] = {}
    for row in described.rows:
        spoken.setdefault(row.speaker, []).append(
            [row.iri, row.phrase, row.form, row.paragraph, row.rule, row.confidence]
        )
    paper = described.paper
    for mention in described.mentions:
        rows = spoken.get(mention.iri, [])
        own = [mention.kind, mention.name]
        yield Entry(f"e{mention.iri} 0", "", [*own, 1])
        yield Entry(f"e{mention.iri} 1", paper.slug, [paper.title, len(rows), rows[:_MOST_ROWS]])
        yield Entry(f"n{folded(mention.name)}", paper.slug, [*own, mention.iri])
    text_hash = hashlib.sha256(paper.text.encode()).hexdigest()
    yield Entry(f"u{paper.url}", paper.slug, [text_hash])


def folded(name: str) -> str:
    """A name without case, marks and punctuation, as far as something is left of it."""
    return slug(name) or hashlib.sha256(name.casefold().encode()).hexdigest()[:16]


def thing(key: str) -> str:
    """What a key is about, without the part that sorts names before articles."""
    return key.partition(" ")[0]


def bucket_of(key: str, buckets: int) -> int:
    """The bucket of a key; the same on every machine."""
    return int.from_bytes(hashlib.sha256(thing(key).encode()).digest()[:8], "big") % buckets


def packed(found: Iterable[Entry], buckets: int) -> tuple[bytes, tuple[int, ...]]:
    """Lines sorted by bucket and key, and where each bucket begins and the last one ends."""
    rows: list[list[Entry]] = [[] for _ in range(buckets)]
    counted: dict[tuple[str, str, str], int] = {}
    for entry in found:
        if entry.article:
            rows[bucket_of(entry.key, buckets)].append(entry)
        else:
            kind, name, number = entry.payload
            counted[entry.key, kind, name] = counted.get((entry.key, kind, name), 0) + number
    for (key, kind, name), number in counted.items():
        rows[bucket_of(key, buckets)].append(Entry(key, "", [kind, name, number]))
    parts, offsets = [], [0]
    for bucket in rows:
        part = "".join(f"{line}\n" for line in sorted(map(_line, bucket))).encode()
        parts.append(part)
        offsets.append(offsets[-1] + len(part))
    return b"".join(parts), tuple(offsets)


def _line(entry: Entry) -> str:
    """Sorts like the entry: JSON comes after a tab, which no key holds."""
    return f"{entry.key}\t{entry.article}\t{json.dumps(entry.payload, ensure_ascii=False)}"


def merged(segments: Iterable[tuple[Path, int, int]]) -> Iterator[Entry]:
    """Every entry of one bucket, sorted; a segment is a file, its first and its last byte."""
    with tempfile.TemporaryDirectory(prefix="onrecord-") as folder, ExitStack() as files:
        runs: list[tuple[Path, int, int]] = list(segments)
        level = 0
        while len(runs) > WIDTH:
            level += 1
            groups = [runs[i : i + WIDTH] for i in range(0, len(runs), WIDTH)]
            runs = [
                _joined(group, Path(folder) / f"{level}-{number}")
                for number, group in enumerate(groups)
            ]
        for line in heapq.merge(*(_lines(files, *run) for run in runs)):
            key, article, payload = line.rstrip("\n").split("\t", 2)
            yield Entry(key, article, json.loads(payload))


def _joined(runs: list[tuple[Path, int, int]], target: Path) -> tuple[Path, int, int]:
    with ExitStack() as files, target.open("w", encoding="utf-8") as file:
        file.writelines(heapq.merge(*(_lines(files, *run) for run in runs)))
    return target, 0, target.stat().st_size


def _lines(files: ExitStack, path: Path, begin: int, end: int) -> Iterator[str]:
    if begin == end:
        return
    file = files.enter_context(path.open("rb"))
    file.seek(begin)
    at = begin
    while at < end:
        line = file.readline()
        at += len(line)
        yield line.decode()
