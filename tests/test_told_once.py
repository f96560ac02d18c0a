"""One fault is told once: with the message that says what to do about it."""

import pytest

from newsroom import edit
from onrecord import pipeline
from onrecord.workspace import Workspace

DISPUTE = """
dispute:status a onr:Dispute ; rdfs:label "Stand"@de , "standing"@en ;
    onr:question "Wie steht es?"@de , "How do things stand?"@en ; onr:recordedIn article:alfa-beta ;
    onr:referent deal:alfa-beta ; onr:aspect onr:dealStatus"""
FEW = "Name at least two statements"
NONE = "nothing describes statement:alfa-beta/nobody"
EXAMINING, NO_PROMISE, NOBODY = "st:klein-examining", "st:klein-no-promise", "st:nobody"


def _told(workspace: Workspace) -> list[str]:
    report = pipeline.check(Workspace.find(workspace.root), cached=False)
    return [f.message for f in report.findings if f.severity == "violation"]


@pytest.mark.parametrize(
    ("positions", "told"),
    [
        ([], [FEW]),
        ([EXAMINING], [FEW]),
        ([NOBODY], [FEW, NONE]),
        ([EXAMINING, NOBODY], [NONE]),
        ([EXAMINING, NO_PROMISE, NOBODY], [NONE]),
        ([EXAMINING, "company:alfa"], ["onr:hasPosition names a statement"]),
        ([EXAMINING, NO_PROMISE], []),
    ],
)
def test_a_dispute_is_told_what_it_lacks(
    workspace: Workspace, positions: list[str], told: list[str]
) -> None:
    """That its positions answer alike or elsewhere is said only of statements that are there."""
    path = workspace.kg / "articles/alfa-beta/deals.ttl"
    held = f" ; onr:hasPosition {', '.join(positions)}" if positions else ""
    with path.open("a", encoding="utf-8") as file:
        file.write(f"{DISPUTE}{held} .\n")
    found = _told(workspace)
    assert len(found) == len(told)
    assert all(any(part in message for message in found) for part in told)


def test_a_name_that_nothing_describes_is_told_once(workspace: Workspace) -> None:
    """Not a second time by the shape that asks for its class."""
    edit(
        workspace, "articles/alfa-beta/statements.ttl", "person:dora-klein ;", "person:dora-klei ;"
    )
    (found,) = _told(workspace)
    assert found.startswith("nothing describes person:dora-klei; did you mean person:dora-klein?")
