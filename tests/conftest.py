"""Fixtures that every test may use."""

import gc
import os
import shutil
import sys
from pathlib import Path

import pytest
from hypothesis import settings

from newsroom import Ran, Run, write_small_workspace
from onrecord.cli import main
from onrecord.release import freeze
from onrecord.workspace import Workspace
from releases import build, bury, settle, withdraw

settings.register_profile("onrecord", deadline=None)  # no test asks how long something takes
settings.load_profile("onrecord")

# Graphs are made and kept, as in a build: looking for circles every 700 objects takes an eighth.
gc.set_threshold(10_000, 20, 50)


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """A workspace with one small article, checked and anchored."""
    return write_small_workspace(tmp_path / "workspace")


@pytest.fixture
def run(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Run:
    """Runs `onrecord` in the small workspace."""

    def call(*args: str) -> Ran:
        monkeypatch.setattr(sys, "argv", ["onrecord", "-w", str(workspace.root), *args])
        with pytest.raises(SystemExit) as ended:
            main()
        code = ended.value.code
        told = capsys.readouterr()
        return Ran(code if isinstance(code, int) else 0, told.out, told.err)

    return call


@pytest.fixture(scope="session")
def released(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """A workspace with release 0.1.0; tests copy it before they change it."""
    folder = tmp_path_factory.mktemp("release") / "workspace"
    workspace = settle(write_small_workspace(folder), "0.1.0", "2031-05-02")
    build(workspace)
    freeze(workspace, "0.1.0")
    return workspace


@pytest.fixture
def released_copy(released: Workspace, tmp_path: Path) -> Workspace:
    """A copy of the workspace with its release."""
    shutil.copytree(released.root, tmp_path / "w", symlinks=True)
    return Workspace.find(tmp_path / "w")


@pytest.fixture(scope="session")
def released_twice(released: Workspace, tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """The workspace after a second release, which withdrew a statement."""
    folder = tmp_path_factory.mktemp("release") / "second"
    shutil.copytree(released.root, folder, symlinks=True)
    workspace = settle(Workspace.find(folder), "0.2.0", "2031-06-02")
    withdraw(workspace)
    bury(workspace)
    build(workspace)
    freeze(workspace, "0.2.0")
    return workspace


@pytest.fixture
def children(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The processes that are started from now on; others may belong to servers of other tests."""
    started: list[int] = []
    fork = os.fork

    def noted() -> int:
        process = fork()
        started.append(process)
        return process

    monkeypatch.setattr(os, "fork", noted)
    return started
