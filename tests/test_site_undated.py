"""The timeline of a story of which little is dated: a sentence stands where nothing else would."""

from pathlib import Path

import lxml.html
import pytest

from newsroom import edit, write_small_workspace
from onrecord import pipeline
from onrecord.publish.site import pages
from onrecord.validate import Report
from onrecord.workspace import Workspace

pytestmark = pytest.mark.system

STATEMENTS = "articles/alfa-beta/statements.ttl"
TIME = """
st:klein-examining onr:time st:klein-examining\\#time .
st:klein-examining\\#time a onr:TimeExpression ; onr:timeText "2031"@de ;
    onr:edtf "2031"^^<http://id.loc.gov/datatypes/edtf/EDTF> .
"""


def timelines(workspace: Workspace) -> list[lxml.html.HtmlElement]:
    """The main part of the page in German and in English."""
    made = pipeline.publication_of(pipeline.prepare(workspace), Report(), workspace)
    found = {p: b for p, b in pages(made) if p in ("timeline.html", "en/timeline.html")}
    texts = (found[p].decode() for p in ("timeline.html", "en/timeline.html"))
    return [lxml.html.document_fromstring(text).xpath("//main")[0] for text in texts]


def test_nothing_is_dated(workspace: Workspace) -> None:
    """One sentence in place of both lanes and of what explains them."""
    told = ("Hier ist nichts datiert: ", "Nothing is dated here: ")
    for main, begins in zip(timelines(workspace), told, strict=True):
        assert main.xpath("//h2") == main.xpath("//ol[@class='steps']") == []
        (empty,) = main.xpath(".//p[@class='empty']")
        assert empty.text.startswith(begins)
        assert main.xpath(".//p[@class='explain']") == []


@pytest.mark.parametrize(
    ("dated", "full", "says"),
    [
        (False, "told", "Keine Quelle nennt ein Datum."),
        (True, "dated", "Keine Aussage folgt auf eine andere oder antwortet ihr."),
    ],
)
def test_one_lane_is_empty(tmp_path: Path, dated: bool, full: str, says: str) -> None:
    """The other one is there, and a sentence says why this one is not."""
    workspace = write_small_workspace(tmp_path / "w")
    if dated:
        path = workspace.kg / STATEMENTS
        path.write_text(path.read_text(encoding="utf-8") + TIME, encoding="utf-8")
    else:
        edit(workspace, STATEMENTS, "onr:qualifies", "onr:respondsTo")
    main, _ = timelines(workspace)
    (lane,) = main.xpath(".//ol[@class='steps']")
    assert lane.getparent().get("aria-labelledby") == full
    assert lane.xpath("li")
    assert [p.text for p in main.xpath(".//p[@class='empty']")] == [says]
    assert len(main.xpath(".//p[@class='explain']")) == 2
