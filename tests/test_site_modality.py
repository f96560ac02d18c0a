"""A modality that a workspace adds to the scheme: its mark on pages, in legend and search."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from newsroom import add_modality, write_small_workspace
from onrecord import pipeline
from onrecord.output import Output
from onrecord.publish.site.marks import LINES, OTHER

pytestmark = pytest.mark.system


@pytest.fixture(scope="module")
def public(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The publication of a workspace in which one statement has a modality of its own."""
    workspace = write_small_workspace(tmp_path_factory.mktemp("own") / "w")
    add_modality(workspace)
    built = pipeline.build(workspace, Output(workspace.root / "public"))
    assert built.files, [str(finding) for finding in built.report.findings]
    return workspace.root / "public"


def index(public: Path, language: str) -> dict[str, Any]:
    """The search index of a language."""
    script = (public / "assets" / f"search-index.{language}.js").read_text(encoding="utf-8")
    found: dict[str, Any] = json.loads(script.partition("=")[2].removesuffix(";\n"))
    return found


@pytest.mark.parametrize(("language", "label"), [("de", "spöttisch"), ("en", "mocking")])
def test_a_statement_that_is_found_has_it(public: Path, language: str, label: str) -> None:
    """In the language of the page, with a line that is that of no other modality."""
    found = index(public, language)
    assert found["marks"]["m-mocking"]["label"] == label
    drawn = [mark["d"] for name, mark in found["marks"].items() if name.startswith("m-")]
    assert found["marks"]["m-mocking"]["d"] == OTHER[0]
    assert drawn.count(OTHER[0]) == 1
    assert len(drawn) == len(LINES) + 1
    assert "m-mocking" in [hit.get("marks") for hit in found["index"]["storedFields"].values()]


@pytest.mark.parametrize("folder", ["", "en/"])
def test_its_card_has_the_same_line_and_leads_to_the_legend(public: Path, folder: str) -> None:
    """Where it is explained; it is not drawn as if it were asserted."""
    home = public / folder
    page = (home / "statement/alfa-beta/klein-examining.html").read_text(encoding="utf-8")
    marks = re.findall(r'<a class="mark m-mocking" href="([^"]+)"><svg.*?<path d="([^"]+)"', page)
    assert marks
    assert {(href.rpartition("/")[2], path) for href, path in marks} == {
        ("legend.html#m-mocking", OTHER[0])
    }
    legend = (home / "legend.html").read_text(encoding="utf-8")
    assert 'id="m-mocking"' in legend
    assert ("Said in mockery." if folder else "Im Spott gesagt.") in legend


def test_the_key_of_the_money_map_has_it(public: Path) -> None:
    """Behind those that every map may have."""
    page = (public / "money-map.html").read_text(encoding="utf-8")
    key = page.partition('<ul class="key">')[2].partition("</ul>")[0]
    assert re.findall(r'class="mark (m-[a-z]+)"', key)[-1:] == ["m-mocking"]
