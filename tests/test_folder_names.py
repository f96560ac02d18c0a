"""A folder that is named otherwise than the article that it describes."""

import pytest

from newsroom import Run
from onrecord.workspace import Workspace

OTHER = "alfa-gamma"
TOLD = f"the folder kg/articles/{OTHER} describes article:alfa-beta, and no article:{OTHER}"


@pytest.fixture(autouse=True)
def _renamed(workspace: Workspace) -> None:
    """The whole change that somebody makes in a file manager."""
    folder = workspace.kg / "articles"
    (folder / "alfa-beta").rename(folder / OTHER)


def test_check_names_the_folder_the_article_and_the_line(run: Run) -> None:
    """It is one violation, and nothing is published."""
    for _ in range(2):
        checked = run("check")
        assert checked.code == 1
        (line,) = [it for it in checked.out.splitlines() if "folder-of-another-name" in it]
        assert line.startswith(f"kg/articles/{OTHER}/article.ttl:")
        assert TOLD in line and "name the folder alfa-beta" in line
    assert run("build").code == 1
    assert "den Ordner alfa-beta nennen" in run("check", "--language", "de").out


@pytest.mark.parametrize("command", ["anchor", "extract"])
def test_nothing_is_written_for_an_article_that_is_not_there(
    workspace: Workspace, run: Run, command: str
) -> None:
    """Evidence of it would be one violation an anchor, and its proposals had no address."""
    before = {p: p.read_bytes() for p in workspace.kg.rglob("*.ttl")}
    done = run(command, OTHER, "--text", str(workspace.root / "alfa-beta.txt"))
    assert done.code == 1
    assert TOLD in done.err
    assert {p: p.read_bytes() for p in workspace.kg.rglob("*.ttl")} == before


def test_the_way_back_is_enough(workspace: Workspace, run: Run) -> None:
    """As the message says."""
    assert run("check").code == 1
    (workspace.kg / "articles" / OTHER).rename(workspace.kg / "articles" / "alfa-beta")
    assert run("check").code == 0
