"""A manifest and what is served → every difference between them, one sentence each."""

import hashlib
import json
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import quote, urlsplit

import httpx

from onrecord import output
from onrecord.diff.snapshot import read_graphs
from onrecord.errors import OnrecordError, SourceError, SystemFailure, UsageError
from onrecord.output import MANIFEST
from onrecord.publish.history import DUMP, RECORD, read_record
from onrecord.release.freeze import FROZEN_MANIFEST, PUBLICATION, graphs_hash

NOT_SERVED: Final = frozenset({".htaccess", ".nojekyll", "_headers", "_redirects"})
"""Files for the host itself, which it keeps to itself."""
_AT_ONCE: Final = 4
_SECONDS: Final = 30.0


@dataclass(frozen=True, slots=True)
class Listed:
    """One file of a manifest."""

    path: str
    size: int
    sha256: str


def read_manifest(data: bytes, name: str) -> tuple[Listed, ...]:
    """The files of a manifest; `SourceError` where it is none."""
    try:
        rows = json.loads(data)["files"]
        return tuple(Listed(f["path"], int(f["size"]), f["sha256"]) for f in rows)
    except (ValueError, KeyError, TypeError) as error:
        raise SourceError(
            f"is no manifest: {error}", file=name, hint="publish again with 'onrecord build'"
        ) from error


def released_manifest(release: Path) -> bytes:
    """The manifest that a release was frozen with; `SourceError` where it is another."""
    try:
        data = (release / FROZEN_MANIFEST).read_bytes()
    except OSError as error:
        raise UsageError(
            "there is no release", file=release, hint="name a version in releases/, or its folder"
        ) from error
    if hashlib.sha256(data).hexdigest() != read_record(release).manifest:
        raise SourceError(
            f"is not the manifest that {RECORD} names",
            file=release / FROZEN_MANIFEST,
            hint="restore the release from version control",
        )
    return data


def verify_release(release: Path) -> list[str]:
    """What is wrong with a frozen release: its manifest, its publication, its dump."""
    try:
        manifest = released_manifest(release)
    except OnrecordError as error:
        return [str(error)]
    problems = []
    if (release / PUBLICATION).is_dir():
        problems += verify_folder(release / PUBLICATION, manifest)
    try:
        found = graphs_hash(read_graphs(release / DUMP))
    except OnrecordError as error:
        return sorted([*problems, str(error)])
    if found != read_record(release).dataset:
        problems.append(f"{DUMP} has another dataset hash than was released")
    return sorted(problems)


def verify_folder(folder: Path, manifest: bytes | None = None) -> list[str]:
    """What is wrong with a publication, by its own manifest or by that of a release."""
    if manifest is None:
        return output.verify(folder)
    files = read_manifest(manifest, FROZEN_MANIFEST)
    there = {p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file()}
    problems = [f"{path} was not released" for path in there - {MANIFEST, *(f.path for f in files)}]
    for file in files:
        data = (folder / file.path).read_bytes() if file.path in there else None
        problems += _judge(file, data)
    if MANIFEST not in there or (folder / MANIFEST).read_bytes() != manifest:
        problems.append(f"{MANIFEST} is not the one that was released")
    return sorted(problems)


def verify_url(
    url: str, manifest: bytes | None = None, client: httpx.Client | None = None
) -> list[str]:
    """What is wrong with the publication at an address, by the manifest there or of a release.

    Every file is fetched. Redirects are followed as long as they stay on the host. Raises
    `UsageError` for another kind of address, `SystemFailure` where nobody answers.
    """
    root = url if url.endswith("/") else f"{url}/"
    if urlsplit(root).scheme not in ("http", "https") or not urlsplit(root).netloc:
        raise UsageError(f"{url!r} is no address", hint="e.g. https://example.org/kg/")
    reader = client or httpx.Client(timeout=_SECONDS, follow_redirects=True)
    with reader:
        served = _fetch(reader, root, MANIFEST)
        problems = []
        if served is None:
            problems.append(f"{MANIFEST} is missing")
        elif manifest is not None and served != manifest:
            problems.append(f"{MANIFEST} is not the one that was released")
        expected = manifest if manifest is not None else served
        if expected is not None:
            files = read_manifest(expected, MANIFEST)
            problems += _compare(reader, root, files)
    return sorted(problems)


def _compare(client: httpx.Client, root: str, files: Iterable[Listed]) -> Iterator[str]:
    wanted = [f for f in files if f.path not in NOT_SERVED]
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        bodies = pool.map(lambda f: _fetch(client, root, f.path, f.size), wanted)
        for file, body in zip(wanted, bodies, strict=True):
            yield from _judge(file, body)


def _judge(file: Listed, data: bytes | None) -> Iterator[str]:
    if data is None:
        yield f"{file.path} is missing"
    elif len(data) != file.size or hashlib.sha256(data).hexdigest() != file.sha256:
        yield f"{file.path} has other bytes than were published"


def _fetch(client: httpx.Client, root: str, path: str, size: int | None = None) -> bytes | None:
    """The bytes of a file as they are; no more of them than show that there are too many."""
    address = root + quote(path)
    try:
        with client.stream("GET", address, headers={"Accept": "*/*"}) as answer:
            if answer.url.host != urlsplit(root).hostname:
                return None
            if answer.status_code != 200:
                return None
            body = bytearray()
            for chunk in answer.iter_bytes():
                body += chunk
                if size is not None and len(body) > size:
                    break
            return bytes(body)
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        raise SystemFailure(
            f"cannot be fetched: {error or type(error).__name__}",
            file=address,
            hint="is the address right, and the server running?",
        ) from error
