"""The search field: suggestions by keyboard and pointer, folding, the page of results."""

from pathlib import Path

import pytest
from fileserver import served
from playwright.sync_api import expect
from publication import publish
from test_site_axe import violations
from trial import HOSTILE
from visit import Open

from newsroom import add_modality, write_small_workspace

pytestmark = pytest.mark.browser


def test_search_by_keyboard_alone(visiting: Open, trial: str) -> None:
    """Slash focuses, arrows choose, Escape closes, Enter follows the chosen option."""
    page = visiting(trial).open("page.html")
    field = page.get_by_role("combobox")
    page.keyboard.press("/")
    expect(field).to_be_focused()
    page.keyboard.type("raps")
    expect(page.get_by_role("option")).to_have_count(2)
    expect(field).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Escape")
    expect(page.get_by_role("listbox")).to_be_hidden()
    page.keyboard.press("ArrowDown")
    first = page.get_by_role("option").first
    expect(first).to_have_attribute("aria-selected", "true")
    expect(field).to_have_attribute("aria-activedescendant", first.get_attribute("id") or "")
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("option").nth(1)).to_have_attribute("aria-selected", "true")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: url.endswith(("page.html", "alfa.html")))


@pytest.mark.parametrize("query", ["ölmühle", "oelmuehle", "olmuhle", "STRASSB", "alfa", "ölmühke"])
def test_one_thing_is_found_by_each_of_its_spellings(
    visiting: Open, trial_server: str, query: str
) -> None:
    """Umlauts, sharp s, case, aliases, beginnings and small slips lead to the same entry."""
    page = visiting(trial_server).open("page.html")
    page.get_by_role("combobox").fill(query)
    expect(page.get_by_role("option").first).to_contain_text("Ölmühle Straßburg")
    page.get_by_role("option").first.click()
    page.wait_for_url("**/company/alfa.html")


def test_who_is_looked_for_comes_before_what_they_said(visiting: Open, trial_server: str) -> None:
    """The name of a person, even the last word of a long one, before titles that begin with it."""
    page = visiting(trial_server).open("page.html")
    page.get_by_role("combobox").fill("kern")
    expect(page.get_by_role("option")).to_have_count(3)
    expect(page.get_by_role("option").first).to_contain_text("Wilhelmina von und zu Kern")


def test_slash_is_typed_where_one_types(visiting: Open, trial_server: str) -> None:
    """In a field a slash is a slash."""
    page = visiting(trial_server).open("list.html")
    field = page.get_by_label("Text")
    field.click()
    page.keyboard.type("a/b")
    expect(field).to_have_value("a/b")


def test_a_search_sent_off_lands_on_the_page_of_results(visiting: Open, trial: str) -> None:
    """Enter with no option chosen opens the full list, from the disk as well."""
    page = visiting(trial).open("page.html")
    page.get_by_role("combobox").fill("raps")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search.html?q=raps")
    expect(page.locator("ol.search-results a")).to_have_count(2)
    page.get_by_role("searchbox").fill("rapsfeld")
    expect(page.locator("ol.search-results a")).to_have_count(1)
    page.get_by_role("searchbox").fill("unbekannt")
    expect(page.locator("[data-search-results]")).to_contain_text("Keine Treffer")


def test_hostile_titles_stay_text(visiting: Open, trial: str) -> None:
    """Markup in a title is shown letter by letter and never runs."""
    page = visiting(trial).open("page.html")
    page.get_by_role("combobox").fill("onerror")
    expect(page.locator(".search-title")).to_have_text(HOSTILE)
    page.keyboard.press("Enter")
    page.wait_for_url("**/search.html?q=onerror")
    expect(page.locator("ol.search-results a")).to_have_text(HOSTILE)
    assert page.evaluate("window.hacked") is None


@pytest.mark.parametrize(("folder", "label"), [("", "spöttisch"), ("en/", "mocking")])
def test_a_modality_of_the_workspace_has_its_mark(
    visiting: Open, tmp_path: Path, folder: str, label: str
) -> None:
    """Like those of the package: among the suggestions and on the page of results."""
    workspace = write_small_workspace(tmp_path / "w")
    add_modality(workspace)
    with served(publish(workspace, tmp_path / "public")) as server:
        page = visiting(server).open(f"{folder}index.html")
        page.get_by_role("combobox").fill("Klein Alfa")
        option = page.get_by_role("option").filter(has=page.locator(".m-mocking"))
        expect(option.locator(".mark")).to_have_text(label)
        expect(option.locator(".mark svg path")).to_have_count(1)
        assert violations(page) == []
        page.keyboard.press("Enter")
        page.wait_for_url("**/search.html?q=*")
        expect(page.locator("ol.search-results .m-mocking")).to_have_text(label)
