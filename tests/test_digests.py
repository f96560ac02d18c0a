"""Digests of files: what nobody touched is not read again, and every touch is seen."""

import hashlib
import os
import time
from pathlib import Path

import pytest

from newsroom import write_small_workspace
from onrecord import digests
from onrecord.digests import Digests
from onrecord.errors import SystemFailure
from onrecord.rdf.read import Unread, read
from onrecord.remembered import input_hash
from onrecord.workspace import Workspace


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """A workspace whose files are as old as a clock needs them to be."""
    return write_small_workspace(tmp_path / "w")


def _of(workspace: Workspace, path: Path) -> bytes:
    """The digest of a file as a command of its own finds it."""
    known = Digests(workspace)
    found = known.of(str(path))
    known.keep()
    assert found == hashlib.sha256(path.read_bytes()).digest()
    return found


def test_a_file_is_read_once(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second command knows it by its state."""
    path = workspace.entity_files()[0]
    now = time.time_ns()
    monkeypatch.setattr(digests.time, "time_ns", lambda: now + 10_000_000_000)
    found = _of(workspace, path)
    opened: list[str] = []
    real = open

    def watched(name: str, mode: str) -> object:
        opened.append(name)
        return real(name, mode)

    monkeypatch.setattr("builtins.open", watched)
    assert Digests(workspace).of(str(path)) == found
    assert opened == []


def test_a_change_that_hides_is_seen(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    """As many bytes as before, and the time of change set back."""
    path = workspace.entity_files()[0]
    monkeypatch.setattr(digests, "_TICK", 0)
    found, state = _of(workspace, path), path.stat()
    path.write_bytes(path.read_bytes().replace(b"e", b"a"))
    os.utime(path, ns=(state.st_atime_ns, state.st_mtime_ns))
    assert path.stat().st_size == state.st_size
    assert _of(workspace, path) != found


def test_a_file_that_changed_a_moment_ago_is_read_again(workspace: Workspace) -> None:
    """Two changes within one tick of the clock leave the same state."""
    path = workspace.entity_files()[0]
    path.write_bytes(path.read_bytes() + b"\n")
    _of(workspace, path)
    assert str(path) not in Digests(workspace)._known


def test_a_torn_memory_is_none(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    """Everything is read again then."""
    path = workspace.entity_files()[0]
    monkeypatch.setattr(digests, "_TICK", -(10**18))
    _of(workspace, path)
    memory = workspace.cache / "digests.bin"
    memory.write_bytes(memory.read_bytes()[:-1])
    assert Digests(workspace)._known == {}
    _of(workspace, path)


def test_a_file_that_changed_after_it_was_looked_at_is_not_read(tmp_path: Path) -> None:
    """It would be taken for what it was."""
    path = tmp_path / "it.ttl"
    path.write_text("<a:b> <a:c> <a:d> .\n", encoding="utf-8")
    digest = hashlib.sha256(path.read_bytes()).digest()
    assert Unread(path, "it.ttl", digest).triples == read(path, "it.ttl").triples
    path.write_text("<a:b> <a:c> <a:e> .\n", encoding="utf-8")
    with pytest.raises(SystemFailure, match=r"it\.ttl.*was changed after it was looked at"):
        _ = Unread(path, "it.ttl", digest).triples


def test_files_that_no_link_leads_to_are_noted(workspace: Workspace) -> None:
    """By their names; they need not be looked at again for that."""
    entities = workspace.kg / "entities"
    (entities / "linked.ttl").symlink_to(workspace.entity_files()[0])
    entities.rename(workspace.root / "elsewhere")
    entities.symlink_to(workspace.root / "elsewhere")
    known = Digests(workspace)
    input_hash(workspace, known)
    files = [p for p in workspace.kg.rglob("*") if p.is_file() and not p.is_symlink()]
    plain = {str(p): p.relative_to(workspace.root).as_posix() for p in files}
    assert plain
    assert known.plain == plain
