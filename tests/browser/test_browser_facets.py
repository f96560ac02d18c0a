"""Lists with filters: what fits, counts, the state in the address, the list as data."""

import csv
import io
from pathlib import Path
from urllib.parse import unquote

import pyoxigraph
import pytest
from playwright.sync_api import Page, expect
from trial import BASE, HOSTILE, LABEL
from visit import Open

pytestmark = pytest.mark.browser


def shown(page: Page) -> list[str]:
    """The names of the items that are visible."""
    items = page.locator("[data-item]:visible").all()
    return [(item.get_attribute("data-item") or "").rpartition("/")[2] for item in items]


def downloaded(page: Page, name: str) -> str:
    """The text of the file behind a download button."""
    with page.expect_download() as waiting:
        page.get_by_role("button", name=name, exact=True).click()
    return Path(waiting.value.path()).read_text(encoding="utf-8")


def test_values_of_a_facet_add_up_and_facets_cut_down(visiting: Open, trial: str) -> None:
    """Any value within one facet, every facet, every word of the text."""
    page = visiting(trial).open("list.html")
    expect(page.locator("[data-facet-status]")).to_have_text("3 von 3")
    page.get_by_label("planned").check()
    assert shown(page) == ["alfa", "beta"]
    page.get_by_label("denied").check()
    assert shown(page) == ["alfa", "beta", "gamma"]
    page.get_by_label("Wer").select_option("anna")
    assert shown(page) == ["alfa", "gamma"]
    page.get_by_label("Text").fill("oezt")
    assert shown(page) == ["gamma"]
    expect(page.locator("[data-facet-status]")).to_have_text("1 von 3")
    page.get_by_label("Text").fill("nirgends")
    expect(page.locator("[data-facet-status]")).to_contain_text("Kein Eintrag")


def test_counts_say_what_a_value_would_show(visiting: Open, trial_server: str) -> None:
    """The number at a value counts the items under the choice in the other facets."""
    page = visiting(trial_server).open("list.html")
    counts = page.locator("[data-count]")
    assert counts.all_inner_texts() == ["2", "1", "1"]
    page.get_by_label("planned").check()
    assert counts.all_inner_texts() == ["2", "1", "1"]
    page.get_by_label("Wer").select_option("bert")
    assert counts.all_inner_texts() == ["1", "0", "0"]


def test_a_group_says_how_many_of_its_items_fit(visiting: Open, trial_server: str) -> None:
    """The number in the heading goes with the list under it."""
    page = visiting(trial_server).open("list.html")
    count = page.locator("[data-group-count]")
    expect(count).to_have_text("3")
    page.get_by_label("planned").check()
    expect(count).to_have_text("2 von 3")
    page.get_by_label("planned").uncheck()
    expect(count).to_have_text("3")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_tick_is_seen(visiting: Open, site_server: str, scheme: str) -> None:
    """The white tick of a chosen box stands on a dark ground, unlike the empty box."""
    page = visiting(site_server, color_scheme=scheme).open("statements.html")
    box = page.locator(".facets input[type=checkbox]").first
    box.check()
    page.wait_for_timeout(400)  # the ground changes slowly
    look = "e => [getComputedStyle(e).backgroundColor, getComputedStyle(e).backgroundImage]"
    ground, tick = box.evaluate(look)
    assert "255, 255, 255" in tick
    assert sum(int(n) for n in ground[4:-1].split(",")[:3]) < 300


def test_the_choice_lives_in_the_address(visiting: Open, trial: str) -> None:
    """A reload and a link bring the same list; the reset empties the address."""
    page = visiting(trial).open("list.html")
    page.get_by_label("planned").check()
    page.get_by_label("Wer").select_option("anna")
    assert page.url.endswith("list.html?modality=planned&speaker=anna")
    page.reload()
    assert shown(page) == ["alfa"]
    expect(page.get_by_label("planned")).to_be_checked()
    page.get_by_role("button", name="Zurück").click()
    assert shown(page) == ["alfa", "beta", "gamma"]
    assert page.url.endswith("list.html")
    page.goto(trial + "list.html?modality=denied&modality=on-hold&speaker=nobody&other=1")
    assert shown(page) == ["alfa", "gamma"]


def test_the_list_as_csv_holds_what_is_shown(visiting: Open, trial: str) -> None:
    """One row an item, the hostile label unharmed."""
    page = visiting(trial).open("list.html?modality=planned")
    rows = list(csv.reader(io.StringIO(downloaded(page, "CSV"))))
    assert rows == [
        ["iri", "label", "modality", "speaker"],
        [f"{BASE}statement/alfa", "Alfa", "planned on-hold", "anna"],
        [f"{BASE}statement/beta", HOSTILE, "planned", "bert"],
    ]


def test_the_list_as_turtle_parses(visiting: Open, trial_server: str) -> None:
    """Class and label of each item that is shown, readable by a strict parser."""
    page = visiting(trial_server).open("list.html?modality=planned")
    text = downloaded(page, "Turtle")
    quads = list(pyoxigraph.parse(text, format=pyoxigraph.RdfFormat.TURTLE))
    labels = [quad.object.value for quad in quads if quad.predicate.value == LABEL]
    assert labels == ["Alfa", HOSTILE]


def test_the_list_as_query_opens_the_sparql_page(visiting: Open, trial: str) -> None:
    """The link carries a query over exactly the items that are shown."""
    page = visiting(trial).open("list.html?modality=denied")
    page.get_by_role("link", name="SPARQL").click()
    page.wait_for_url("**/sparql.html#query=*")
    query = unquote(page.url.partition("#query=")[2])
    assert f"<{BASE}statement/gamma>" in query
    assert f"<{BASE}statement/alfa>" not in query
    expect(page.locator(".cm-content")).to_contain_text("VALUES ?item")
