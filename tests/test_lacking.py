"""What a statement lacks is named: the shape of complete ones asks for seven things at once."""

import pytest

from newsroom import Run, edit
from onrecord.workspace import Workspace

FILE = "articles/alfa-beta/statements.ttl"


@pytest.mark.parametrize(
    ("old", "new", "english", "german"),
    [
        (' , "There is no promise."@en', "", "onr:gloss in English", "onr:gloss auf Englisch"),
        ('"Klein: keine Zusage"@de , ', "", "rdfs:label in German", "rdfs:label auf Deutsch"),
        (" onr:object binding:non-binding ;", "", "onr:object", "onr:object"),
    ],
)
def test_what_is_lacking_is_named(
    workspace: Workspace, run: Run, old: str, new: str, english: str, german: str
) -> None:
    """In both languages, and again from what is remembered."""
    edit(workspace, FILE, old, new)
    for _ in range(2):
        assert f"in German and English. Lacking here: {english}. (Complete" in run("check").out
    assert f"angeben. Hier fehlt: {german}. (Complete" in run("check", "--language", "de").out
