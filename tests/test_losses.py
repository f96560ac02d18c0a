"""What a release had and nobody withdrew is told before the next release is refused for it."""

import shutil
from pathlib import Path

import pytest

from newsroom import edit
from onrecord import incremental, pipeline
from onrecord.errors import OnrecordError
from onrecord.output import Output
from onrecord.publish.losses import GONE
from onrecord.report import Finding
from onrecord.workspace import Workspace
from releases import STATEMENT, bury, settle, withdraw

pytestmark = pytest.mark.system

IRI = f"https://example.org/kg/{STATEMENT}"


def lost(workspace: Workspace) -> list[Finding]:
    """What `check` tells of it; the first time from the sources, the second from what it kept."""
    found = Workspace.find(workspace.root)
    told = [[f for f in pipeline.check(found).findings if f.rule == GONE] for _ in range(2)]
    assert told[0] == told[1]
    return told[0]


def test_what_is_gone_is_told_with_its_release(released_copy: Workspace) -> None:
    """As a warning that says what to do, whether the version is the next one yet or not."""
    assert lost(released_copy) == []
    withdraw(released_copy)
    for version in ("0.1.0", "0.2.0"):
        (found,) = lost(settle(released_copy, version, "2031-06-02"))
        assert (found.severity, found.focus, found.file) == ("warning", IRI, "kg/tombstones.ttl")
        assert found.message.startswith(
            "statement:alfa-beta/klein-no-promise was published in 0.1.0 and is gone"
        )
        assert "as:Tombstone" in found.message and "as:Tombstone" in found.message_de
    bury(released_copy)
    assert lost(released_copy) == []


def test_the_warning_is_published(released_copy: Workspace) -> None:
    """A build goes on, and a build after it that has the memory of the last one tells the same."""
    withdraw(settle(released_copy, "0.2.0", "2031-06-02"))
    workspace = Workspace.find(released_copy.root)
    for name in ("Alfa", "Alfa AG"):
        edit(workspace, "entities/medium-morgenblatt.ttl", '"Alfa"@de', f'"{name}"@de')
        built = incremental.build(workspace, Output(workspace.public))
        assert name.encode() in (workspace.public / "company/alfa.html").read_bytes()
        assert [f.focus for f in built.report.findings if f.rule == GONE] == [IRI]
    quality = (workspace.public / "quality.html").read_text(encoding="utf-8")
    assert "steht in Ausgabe 0.1.0 und ist jetzt fort" in quality
    assert STATEMENT not in quality  # where no page is there is no link


def test_a_tombstone_that_is_gone_is_told(released_twice: Workspace, tmp_path: Path) -> None:
    """An address that was withdrawn would answer as if it had never been."""
    shutil.copytree(released_twice.root, tmp_path / "w", symlinks=True)
    workspace = Workspace.find(tmp_path / "w")
    bury(workspace, "")
    (found,) = lost(workspace)
    assert "klein-no-promise was published in 0.2.0 and is gone" in found.message


def test_a_release_of_a_later_version_is_not_asked(released_copy: Workspace) -> None:
    """Who builds an older state again has lost nothing."""
    withdraw(released_copy)
    assert lost(settle(released_copy, "0.0.9", "2031-01-02")) == []


def test_a_damaged_release_is_named(released_copy: Workspace) -> None:
    """By the file at fault; a check that was kept does not hide it."""
    assert lost(released_copy) == []
    (released_copy.root / "releases/0.1.0/release.json").write_text("{}", encoding="utf-8")
    with pytest.raises(OnrecordError, match="is no record of a release"):
        lost(released_copy)


def test_a_release_without_its_dump_is_named(released_copy: Workspace) -> None:
    """Nobody can tell what it had; with what to do."""
    (released_copy.root / "releases/0.1.0/onrecord.nq").unlink()
    with pytest.raises(OnrecordError, match=r"onrecord\.nq: cannot be read") as caught:
        pipeline.check(released_copy, cached=False)
    assert "version control" in str(caught.value.hint)
