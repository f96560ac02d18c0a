"""Fixtures that every test may use."""

import sys
from pathlib import Path

import pytest

from newsroom import Ran, Run, write_small_workspace
from onrecord.cli import main
from onrecord.workspace import Workspace


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
