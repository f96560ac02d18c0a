"""Fixtures that every test may use."""

from pathlib import Path

import pytest

from newsroom import write_small_workspace
from onrecord.workspace import Workspace


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """A workspace with one small article, checked and anchored."""
    return write_small_workspace(tmp_path / "workspace")
