"""The command line: what it tells of coverage and of words, how it helps, and how it is quiet."""

import json

import pytest

from newsroom import Run, edit
from onrecord.workspace import Workspace

pytestmark = pytest.mark.system


def test_words_are_held_against_the_text(run: Run, workspace: Workspace) -> None:
    """A hedge that the text does not have passes without the text, and not with it."""
    polarity = "onr:polarity polarity:affirmed ;"
    edit(
        workspace,
        "articles/alfa-beta/statements.ttl",
        polarity,
        f'onr:hedge "gewisse"@de ; {polarity}',
    )
    assert run("check").code == 0
    ran = run("check", "--text", str(workspace.root / "alfa-beta.txt"))
    assert ran.code == 1
    assert "“gewisse” does not stand in the paragraph given" in ran.out


def test_coverage_is_a_list_of_what_is_to_do(run: Run, workspace: Workspace) -> None:
    """An article in which nothing is described yet shows each of its paragraphs with none."""
    text = workspace.root / "alfa-beta.txt"
    new = ("--text", str(text), "--url", "https://example.org/2", "--publisher", "Morgenblatt")
    assert run("new", "second", *new).code == 0
    table = run("check", "--coverage").out.partition("article/second")[2]
    rows = [line.split("│")[1:6] for line in table.splitlines() if line.startswith("│")]
    assert [[cell.strip() for cell in row] for row in rows][:2] == [
        ["1", "0", "0", "0", "0"],
        ["2", "0", "0", "0", "0"],
    ]


def test_coverage_of_one_article(run: Run, workspace: Workspace) -> None:
    """Whoever works on one article is not shown the others; one that is not there is told."""
    text = workspace.root / "alfa-beta.txt"
    new = ("--text", str(text), "--url", "https://example.org/2", "--publisher", "Morgenblatt")
    assert run("new", "second", *new).code == 0
    told = run("check", "--coverage", "--article", "second").out
    assert "article/second" in told and "article/alfa-beta" not in told
    assert run("check", "--coverage", "--article", "third").code == 2


def test_coverage_lists_every_paragraph(run: Run) -> None:
    """Also those with no statement, so that a gap is seen."""
    told = run("check", "--coverage").out
    assert "paragraph" in told
    assert "alfa-beta" in told


def test_help_teaches_the_stages(run: Run) -> None:
    """The help of the whole and of each command is there."""
    told = run("--help").out
    for command in ("init", "new", "anchor", "check", "build", "verify"):
        assert command in told
        assert run(command, "--help").code == 0


def test_quiet_and_json_say_nothing_but_results(run: Run) -> None:
    """Progress and explanations are for people."""
    assert run("--quiet", "check").err == ""
    assert json.loads(run("--json", "build").out)["files"] > 10
