"""A build that is done is not done again, and every change is seen."""

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from newsroom import write_small_workspace
from onrecord import incremental, pipeline
from onrecord.output import Output, state
from onrecord.publish.earlier import Earlier
from onrecord.workspace import Workspace

pytestmark = pytest.mark.system


class Reached(Exception):
    """The pipeline was asked to build."""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """A workspace that was built once."""
    workspace = write_small_workspace(tmp_path_factory.mktemp("incremental") / "w")
    assert incremental.build(workspace, Output(workspace.public)).files
    return workspace


@pytest.fixture(autouse=True, params=[0, 1 << 30])
def watched(
    built: Workspace, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    """From now on, whoever builds is caught; published files are looked at in another process where
    they count as many."""
    monkeypatch.setattr(state, "_MANY", request.param)

    def reached(*given: object) -> pipeline.Built:
        raise Reached

    monkeypatch.setattr(pipeline, "building", reached)


def test_nothing_changed(built: Workspace) -> None:
    """The second build answers with the files of the first and touches none of them."""
    before = {p: p.stat().st_mtime_ns for p in built.public.rglob("*")}
    again = incremental.build(built, Output(built.public))
    published = {p.relative_to(built.public).as_posix() for p in before if p.is_file()}
    assert again.report.conforms
    assert {f.path for f in again.files} | {"data/manifest.json"} == published
    assert {p: p.stat().st_mtime_ns for p in built.public.rglob("*")} == before


def _entity(workspace: Workspace) -> Path:
    return workspace.entity_files()[0]


def _style(workspace: Workspace) -> Path:
    return workspace.root / "site" / "styles" / "99-own.css"


def _release(workspace: Workspace) -> Path:
    return workspace.root / "releases" / "0.0.1" / "release.json"


def _dump(workspace: Workspace) -> Path:
    return workspace.public / "data" / "onrecord.nq"


def _stray(workspace: Workspace) -> Path:
    return workspace.public / "data" / "stray.txt"


@pytest.mark.parametrize("place", [_entity, _style, _release, _dump, _stray])
def test_every_change_is_seen(built: Workspace, place: Callable[[Workspace], Path]) -> None:
    """An edited source, an own style, a release, a damaged page, a file too many: all are seen,
    and when they are taken back the last build holds again."""
    path = place(built)
    old = (path.read_bytes(), path.stat()) if path.exists() else None
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes((old[0] if old else b"") + b"\n")
    with pytest.raises(Reached):
        incremental.build(built, Output(built.public))
    if old:
        path.write_bytes(old[0])
        os.utime(path, ns=(old[1].st_atime_ns, old[1].st_mtime_ns))
    else:
        path.unlink()
    assert incremental.build(built, Output(built.public)).files


def test_who_looks_at_the_files_may_end_before_its_time(
    built: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Then they are looked at here."""
    monkeypatch.setattr(state, "_LIMITS", replace(state._LIMITS, seconds=0.0))
    assert incremental.build(built, Output(built.public)).files


def test_an_error_that_has_another_cause_is_raised(
    built: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Once, where nobody touched a file; again from nothing, where somebody did."""
    reached = list[bool]()

    def refused(_: object, __: object, ___: object, earlier: Earlier) -> None:
        reached.append(bool(earlier.files))
        raise Reached

    monkeypatch.setattr(pipeline, "building", refused)
    path = _entity(built)
    old = path.read_bytes()
    path.write_bytes(old + b"\n")
    for times in ([True], [True, False]):
        with pytest.raises(Reached):
            incremental.build(built, Output(built.public))
        assert reached == times
        reached.clear()
        _stray(built).write_bytes(b"")
    _stray(built).unlink()
    path.write_bytes(old)


def test_a_missing_file_is_seen(built: Workspace) -> None:
    """A published file that was removed is built again."""
    path = _dump(built)
    away = built.root / "away"
    path.rename(away)
    with pytest.raises(Reached):
        incremental.build(built, Output(built.public))
    away.rename(path)


def test_another_target_is_another_build(built: Workspace) -> None:
    """What was built into one folder says nothing about another."""
    with pytest.raises(Reached):
        incremental.build(built, Output(built.root / "other"))


def test_a_broken_memory_is_no_memory(built: Workspace) -> None:
    """A cache that cannot be read costs a build and nothing else."""
    path = built.cache / "build.json"
    known = path.read_bytes()
    path.write_bytes(b"{")
    with pytest.raises(Reached):
        incremental.build(built, Output(built.public))
    path.write_bytes(known)


def test_a_linked_article_is_seen(built: Workspace) -> None:
    """A folder that is a link to another one inside is read by a build, so its files count."""
    home = built.kg / "articles"
    away = built.root / "kept-elsewhere"
    (home / "alfa-beta").rename(away)
    (home / "alfa-beta").symlink_to(away)
    assert incremental.build(built, Output(built.public)).files
    path = away / "statements.ttl"
    old = path.read_bytes()
    path.write_bytes(old + b"\n")
    with pytest.raises(Reached):
        incremental.build(built, Output(built.public))
    path.write_bytes(old)
    (home / "alfa-beta").unlink()
    away.rename(home / "alfa-beta")
