"""The records of an archive run: the job, one article as delivered, and what was refused."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

Pages = Literal["tar", "files", "none"]

SHARD_SIZE: Final = 100
BUCKETS: Final = 16
MAX_CHARS: Final = 500_000


@dataclass(frozen=True, slots=True)
class Job:
    """What is to be done; everything here but paths, engine and search may change the bytes of a
    shard."""

    input: Path
    out: Path
    workspace: Path
    extractor: str = "rules"
    shacl_engine: str = "pyshacl"
    shard_size: int = SHARD_SIZE
    buckets: int = BUCKETS
    max_chars: int = MAX_CHARS
    pages: Pages = "tar"
    search: bool = False
    strip_html: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """A run of records of the input: lines `first` … of a file of JSON Lines at the bytes
    `begin` to `end`, or rows of a Parquet file."""

    number: int
    first: int
    count: int
    begin: int
    end: int


@dataclass(frozen=True, slots=True)
class Paper:
    """One article as the archive delivers it; `line` counts records from 1, and `slug` is made of
    the `identifier` that was given."""

    slug: str
    line: int
    text: str
    url: str
    publisher: str
    title: str
    date: str = ""
    language: str = ""
    identifier: str = ""
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Refused:
    """A record that is no article, and why."""

    line: int
    identifier: str
    reason: str
