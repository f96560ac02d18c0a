"""The memory of a publication: written while the files are finished, and only for one that is."""

from pathlib import Path

import pytest

from newsroom import write_small_workspace
from onrecord.publish.earlier import Earlier
from onrecord.workspace import Workspace

IDENTITY = bytes(range(32))


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return write_small_workspace(tmp_path / "w")


def _names(workspace: Workspace) -> set[str]:
    return {path.name for path in workspace.cache.iterdir()}


def test_a_memory_is_there_when_its_publication_is(workspace: Workspace) -> None:
    with Earlier().keeping(workspace) as tell:
        tell(IDENTITY)
    assert _names(workspace) == {"made.bin", "parts-1.bin"}


@pytest.mark.parametrize("fails", [False, True])
def test_nothing_is_left_of_a_memory_of_no_publication(workspace: Workspace, fails: bool) -> None:
    """Of one that nobody got to know of, or that went wrong before; the old memory stays."""
    workspace.cache.mkdir()
    (workspace.cache / "made.bin").write_bytes(b"old")
    try:
        with Earlier().keeping(workspace):
            if fails:
                raise ValueError
    except ValueError:
        assert fails
    assert (workspace.cache / "made.bin").read_bytes() == b"old"
    assert _names(workspace) <= {"made.bin", "parts-1.bin"}


def test_a_memory_that_cannot_be_written_costs_nothing(
    workspace: Workspace, capfd: pytest.CaptureFixture[str]
) -> None:
    """A folder stands in its place: nobody hears of it."""
    (workspace.cache / "made.bin/full").mkdir(parents=True)
    with Earlier().keeping(workspace) as tell:
        tell(IDENTITY)
    assert _names(workspace) == {"made.bin", "parts-1.bin"}
    assert capfd.readouterr() == ("", "")
