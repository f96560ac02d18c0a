"""Files in which nothing was found are not read again; whatever could change that is seen."""

from collections.abc import Callable
from pathlib import Path

import pytest

from onrecord import pipeline
from onrecord.rdf import Source
from onrecord.report import Finding
from onrecord.validate.sound import file_findings
from onrecord.workspace import Workspace


def _checked(workspace: Workspace, *, cached: bool = True) -> set[str]:
    """The files that the rules looked into."""
    seen: set[str] = set()

    def rule(source: Source) -> list[Finding]:
        seen.add(Path(source.name).name)
        if "Nothing" in source.text:
            return [Finding("warning", "x", "said", "gesagt", "rule")]
        return []

    graph = pipeline.prepare(workspace)
    assert len(list(file_findings(graph, workspace, (rule,), cached=cached))) <= 1
    return seen


def _reword(workspace: Workspace) -> None:
    path = workspace.kg / "articles/alfa-beta/statements.ttl"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("There is no promise.", "Nothing."), encoding="utf-8")


def test_only_what_changed_is_read_again(workspace: Workspace) -> None:
    """And a file with a finding each time, because the finding is not kept."""
    everything = _checked(workspace)
    assert {"statements.ttl", "deals.ttl"} < everything
    assert _checked(workspace) == set()
    assert _checked(workspace, cached=False) == everything
    _reword(workspace)
    assert _checked(workspace) == {"statements.ttl"}
    assert _checked(workspace) == {"statements.ttl"}


def _ontology(workspace: Workspace) -> None:
    path = workspace.root / "ontology/own.ttl"
    path.parent.mkdir()
    path.write_text("<https://w3id.org/onrecord/ns#x> a <https://example.org/T> .\n", "utf-8")


def _broken(workspace: Workspace) -> None:
    (workspace.cache / "sound.bin").write_bytes(b"[")


@pytest.mark.parametrize("edit", [_ontology, _broken])
def test_another_vocabulary_or_a_broken_memory(
    workspace: Workspace, edit: Callable[[Workspace], None]
) -> None:
    """Then everything is read."""
    everything = _checked(workspace)
    edit(workspace)
    assert _checked(workspace) == everything
