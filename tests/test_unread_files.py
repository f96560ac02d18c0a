"""Files of `kg/` that nobody reads: what stands in them is missing, and no other rule says so."""

import pytest

from newsroom import Run
from onrecord.workspace import Workspace


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("articles/alfa-beta/statments.ttl", "did you mean statements.ttl?"),
        ("articles/alfa-beta/Background.TTL", "did you mean background.ttl?"),
        ("articles/alfa-beta/more.ttl", "those of an article are article.ttl, statements.ttl"),
        ("entities/people/more.ttl", "put it into kg/entities"),
        ("entities/more.ttl.txt", "as NAME.ttl"),
        ("entities/More.TTL", "as NAME.ttl"),
        ("more.ttl", "put it into kg/entities"),
    ],
)
def test_a_file_that_nobody_reads_is_a_warning(
    workspace: Workspace, run: Run, name: str, told: str
) -> None:
    """Also after a check that found nothing; whatever stands in the file."""
    assert run("check").code == 0
    path = workspace.kg / name
    path.parent.mkdir(exist_ok=True)
    path.write_text("no Turtle", encoding="utf-8")
    checked = run("check")
    assert checked.code == 0
    (line,) = [it for it in checked.out.splitlines() if "unread-file" in it]
    assert line.startswith(f"kg/{name}: warning: nothing is read from this file: ")
    assert told in line
    assert "die Datei wird nicht gelesen" in run("check", "--language", "de").out


@pytest.mark.parametrize(
    "name", ["tombstones.ttl", "articles/alfa-beta/notes.md", "entities/.#more.ttl", "todo.txt"]
)
def test_other_files_are_nobodys_business(workspace: Workspace, run: Run, name: str) -> None:
    """Notes, and what editors leave behind."""
    (workspace.kg / name).write_text("", encoding="utf-8")
    assert "unread-file" not in run("check").out
