"""The current publication → `releases/<version>/`, complete or not at all.

A release holds the publication itself, its manifest and dump, a record with the hash of each, and
the change set against the release before. It never changes, and it never loses an IRI in silence.
"""

import hashlib
import json
import os
import re
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import pyoxigraph as ox

from onrecord import output
from onrecord.diff import ChangeSet, Snapshot, compare
from onrecord.diff.compare import alive, lost
from onrecord.diff.formats import FORMATS
from onrecord.diff.snapshot import read_graphs
from onrecord.errors import IdentityError, SourceError, SystemFailure, UsageError
from onrecord.output import MANIFEST
from onrecord.publish.history import (
    DUMP,
    RECORD,
    RELEASES,
    Past,
    read_record,
    releases,
    version_key,
)
from onrecord.rdf import dataset_hash
from onrecord.workspace import CONFIG_NAME, Workspace

PUBLICATION: Final = "publication"
FROZEN_MANIFEST: Final = "manifest.json"
_VERSION: Final = re.compile(r"[0-9A-Za-z]+(?:[.-][0-9A-Za-z]+)*")
_SHOWN: Final = 10


@dataclass(frozen=True, slots=True)
class Released:
    """A frozen release and what changed; `fresh` is false where it had been frozen before."""

    past: Past
    changes: ChangeSet
    fresh: bool = True


def freeze(workspace: Workspace, version: str, target: Path | None = None) -> Released:
    """Freezes the publication in `public/` as `version`, in `target` or `releases/<version>/`.

    Raises `UsageError` where the publication is not that version or the release is there already
    with other bytes, `SourceError` where the publication is damaged, `IdentityError` where an IRI
    of the release before is gone without a tombstone or a withdrawn one is used again.
    """
    source = workspace.public
    manifest, table = _publication(source, version)
    folder = target or workspace.root / RELEASES / version
    before = _before(workspace, version)
    graphs = read_graphs(source / "data" / DUMP)
    old = Snapshot.read(before.dump, before.version) if before else None
    new = Snapshot.of(graphs, version)
    refuse_losses(old, new, workspace)
    changes = compare(old, new, workspace.config.names, str(table["modified"]))
    digest = hashlib.sha256(manifest).hexdigest()
    if (folder / RECORD).exists():
        return _again(folder, digest, changes)
    record = {
        "version": version,
        "iri": workspace.config.names.graph("catalog") + f"#version-{version}",
        "date": table["modified"],
        "base": table["base"],
        "previous": before.version if before else "",
        "dataset": _dataset_hash(graphs, table),
        "manifest": digest,
        "files": len(table["files"]),
        "bytes": sum(f["size"] for f in table["files"]),
        "changes": changes.counts,
    }
    _write(folder, source, manifest, record, changes, workspace)
    return Released(read_record(folder), changes)


def refuse_losses(old: Snapshot | None, new: Snapshot, workspace: Workspace) -> None:
    """Raises `IdentityError` where a document of `old` is gone from `new` without a tombstone,
    where one that was withdrawn in `old` is described again, or where a term is gone."""
    if old is None:
        return
    names = workspace.config.names
    grave = workspace.relative(workspace.kg / "tombstones.ttl")
    missing = lost(old.facts, new.facts)
    if missing:
        raise IdentityError(
            f"{_list(map(names.compact, missing))} was published in {old.name} and is gone "
            "without a tombstone",
            file=grave,
            hint="an IRI is for ever: restore it, or add an as:Tombstone with the reason",
        )
    risen = sorted((set(old.facts) - alive(old)) & alive(new))
    if risen:
        raise IdentityError(
            f"{_list(map(names.compact, risen))} was withdrawn before {old.name} and is used again",
            file=grave,
            hint="IRIs are never reused: give the new resource another name",
        )
    _refuse_lost_terms(old, new, workspace)


def _refuse_lost_terms(old: Snapshot, new: Snapshot, workspace: Workspace) -> None:
    missing = lost(old.terms, new.terms)
    if missing:
        shown = _list(map(workspace.config.names.compact, missing))
        raise IdentityError(
            f"the term {shown} of {old.name} is gone",
            file="ontology",
            hint="terms stay: keep it, and mark it with owl:deprecated true",
        )


def _publication(source: Path, version: str) -> tuple[bytes, dict[str, Any]]:
    """The manifest of the publication, as bytes and as a table, if it may be frozen."""
    if not _VERSION.fullmatch(version):
        raise UsageError(f"{version!r} cannot be a version", hint="e.g. 0.2.0")
    if not (source / MANIFEST).is_file():
        raise UsageError("there is no publication", file=source, hint="run 'onrecord build' first")
    problems = output.verify(source)
    if problems:
        raise SourceError(
            f"the publication is damaged: {_list(problems)}",
            file=source,
            hint="run 'onrecord build' again",
        )
    manifest = (source / MANIFEST).read_bytes()
    table = json.loads(manifest)
    if table.get("version") != version:
        raise UsageError(
            f"the publication is version {table.get('version')}, not {version}",
            file=source,
            hint=f"set version = \"{version}\" in {CONFIG_NAME} and run 'onrecord build'",
        )
    if not table.get("modified"):
        raise UsageError(
            "a release has a day, and the publication has none",
            file=CONFIG_NAME,
            hint="set modified to the day of the release, and run 'onrecord build'",
        )
    return manifest, table


def _before(workspace: Workspace, version: str) -> Past | None:
    past = [p for p in releases(workspace) if version_key(p.version) < version_key(version)]
    return past[-1] if past else None


def graphs_hash(graphs: dict[str, list[ox.Triple]]) -> str:
    """RDFC-1.0 (SHA-256, hex) of named graphs."""
    return dataset_hash(
        ox.Quad(t.subject, t.predicate, t.object, ox.NamedNode(g))
        for g, triples in graphs.items()
        for t in triples
    )


def _dataset_hash(graphs: dict[str, list[ox.Triple]], table: dict[str, Any]) -> str:
    """The hash of the dump as it lies there, which must be that of the manifest."""
    found = graphs_hash(graphs)
    if found != table["dataset"]:
        raise SourceError(
            "the dump's dataset hash is not that of the manifest",
            file=f"data/{DUMP}",
            hint="run 'onrecord build' again",
        )
    return found


def _again(folder: Path, digest: str, changes: ChangeSet) -> Released:
    past = read_record(folder)
    if past.manifest != digest:
        raise UsageError(
            f"{past.version} is released already, with other bytes",
            file=folder,
            hint="releases never change: choose the next version",
        )
    return Released(past, changes, fresh=False)


def _write(
    folder: Path,
    source: Path,
    manifest: bytes,
    record: dict[str, Any],
    changes: ChangeSet,
    workspace: Workspace,
) -> None:
    """Fills a folder beside the final one and renames it when all is on the disk."""
    fresh = folder.with_name(f".{folder.name}-{os.getpid()}")
    names, language = workspace.config.names, workspace.config.default_language
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        shutil.copytree(source.resolve(), fresh / PUBLICATION)
        shutil.copyfile(source / "data" / DUMP, fresh / DUMP)
        (fresh / FROZEN_MANIFEST).write_bytes(manifest)
        for suffix, writer in FORMATS.values():
            (fresh / f"changes.{suffix}").write_bytes(writer(changes, names, language))
        data = json.dumps(record, ensure_ascii=False, indent=1) + "\n"
        (fresh / RECORD).write_text(data, encoding="utf-8")
        os.sync()
        fresh.rename(folder)
    except OSError as error:
        raise SystemFailure(
            f"the release cannot be written: {error.strerror or error}",
            file=error.filename or folder,
            hint="free some space or move the folder away; no release was made",
        ) from error
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def _list(items: Iterable[str]) -> str:
    every = list(items)
    rest = len(every) - _SHOWN
    return ", ".join(every[:_SHOWN]) + (f" and {rest} more" if rest > 0 else "")
