"""An anchor phrase has the language of the text that it is printed in."""

import re

import pytest

from newsroom import TEXT, Run, edit
from onrecord import evidence
from onrecord.article import Article
from onrecord.graph import load
from onrecord.workspace import Workspace

pytestmark = pytest.mark.system

STATEMENTS = "articles/alfa-beta/statements.ttl"
RULE = "(checks/anchor-of-another-language)"


def told(run: Run, *options: str) -> list[str]:
    """The lines of a check that tell of it."""
    return [line for line in run("check", *options).out.splitlines() if line.endswith(RULE)]


def test_another_language_than_that_of_the_article_is_told(workspace: Workspace, run: Run) -> None:
    """With file, line and both languages, before and after the phrase is anchored again."""
    assert told(run) == []
    path = edit(workspace, STATEMENTS, '"man prüfe das"@de', '"man prüfe das"@en')
    lines = path.read_text(encoding="utf-8").split("\n")
    number = next(n for n, line in enumerate(lines, 1) if '"man prüfe das"@en' in line)
    for _ in range(2):
        (line,) = told(run)
        assert line.startswith(f"kg/{STATEMENTS}:{number}: warning: ")
        assert "tagged @en" in line and "its article is in “de”" in line
        found = evidence.anchor(load(workspace), "alfa-beta", Article.from_text("alfa-beta", TEXT))
        path.with_name("evidence.ttl").write_bytes(found.data)
    (line,) = told(run, "--language", "de")
    assert re.search("mit @en gekennzeichnet.* der Artikel ist auf „de“", line)


def test_a_region_is_the_same_language(workspace: Workspace, run: Run) -> None:
    """And of an article whose language nobody gives nothing is known."""
    edit(workspace, STATEMENTS, '"man prüfe das"@de', '"man prüfe das"@de-AT')
    assert told(run) == []
    edit(workspace, STATEMENTS, '"man prüfe das"@de-AT', '"man prüfe das"@en')
    edit(workspace, "articles/alfa-beta/article.ttl", 'dcterms:language "de" ;', "")
    assert told(run) == []
