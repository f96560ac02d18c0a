"""What a reader does on the real publication: search, filter, ask, explore the money map."""

import json
import re
from collections import Counter
from pathlib import Path

import pyoxigraph as ox
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect
from visit import Open

pytestmark = pytest.mark.browser


def test_search_finds_a_company(visiting: Open, site: str) -> None:
    """Three letters and Enter lead to the company's page."""
    page = visiting(site).open("index.html")
    page.keyboard.press("/")
    page.keyboard.type("nvid")
    expect(page.get_by_role("option").first).to_have_accessible_name(
        re.compile("Unternehmen NVIDIA")
    )
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/company/nvidia.html")


def test_search_speaks_english(visiting: Open, site_server: str) -> None:
    """The English pages have an index of their own, with English addresses."""
    page = visiting(site_server).open("en/index.html")
    page.get_by_role("combobox").fill("nvidia")
    page.get_by_role("option", name="Company NVIDIA").click()
    page.wait_for_url("**/en/company/nvidia.html")


@pytest.mark.parametrize(
    ("folder", "query", "marks"),
    [
        ("", "vermutlich NVIDIAs größte", ["wahrscheinlich", "Hintergrund"]),
        ("en/", "largest investment huang probably", ["probable", "background"]),
    ],
)
def test_hits_tell_how_certain_they_are(
    visiting: Open, site: str, folder: str, query: str, marks: list[str]
) -> None:
    """A statement that is found has the line and the words that it has elsewhere, in the list of
    suggestions and on the page of results; what is no statement has none."""
    page = visiting(site).open(f"{folder}index.html")
    page.get_by_role("combobox").fill(query)
    first = page.get_by_role("option").first
    expect(first.locator(".mark")).to_have_text(marks)
    expect(first.locator(".mark svg path")).to_have_count(len(marks))
    page.keyboard.press("Enter")
    page.wait_for_url("**/search.html?q=*")
    row = page.locator("ol.search-results > li").first
    expect(row.locator(".mark")).to_have_text(marks)
    if site.startswith("http"):  # axe reads style sheets, which it may not from the disk
        assert Axe().run(page).violations_count == 0
    page.get_by_role("searchbox").fill("reuters")
    agents = page.locator("ol.search-results > li", has_text="Reuters").first
    expect(agents.locator(".mark")).to_have_count(0)


@pytest.mark.parametrize("width", [360, 700, 900, 1100, 1300])
def test_suggestions_stay_in_the_window(visiting: Open, site_server: str, width: int) -> None:
    """Wherever the header has the field."""
    page = visiting(site_server, viewport={"width": width, "height": 800}).open("index.html")
    page.get_by_role("combobox").fill("nvidia")
    expect(page.get_by_role("option").first).to_be_visible()
    box = page.locator(".search-list").bounding_box()
    assert box and box["x"] >= 0 and box["x"] + box["width"] <= width


def test_statements_are_filtered_and_the_state_is_shared(visiting: Open, site: str) -> None:
    """A choice cuts the list to its count, stays in the address, and in the other language."""
    page = visiting(site).open("statements.html")
    everything = page.locator("[data-item]:visible").count()
    box = page.locator("[data-facets] input[type=checkbox]").first
    count = int(box.locator("xpath=ancestor::label").locator("[data-count]").inner_text())
    box.check()
    expect(page.locator("[data-item]:visible")).to_have_count(count)
    assert 0 < count < everything
    query = page.url.partition("?")[2]
    assert query
    page.locator("a[data-language-switch]").click()
    page.wait_for_url(f"**/en/statements.html?{query}")
    expect(page.locator("[data-item]:visible")).to_have_count(count)


def test_on_a_phone_the_list_comes_before_its_filters(visiting: Open, site_server: str) -> None:
    """There they are folded away, but for a choice that the address brings; elsewhere they stand
    beside the list, with nothing to unfold."""
    visit = visiting(site_server, viewport={"width": 360, "height": 800})
    page = visit.open("statements.html")
    fold = page.locator("details[data-facet-fold]")
    box = fold.locator("input[type=checkbox]").first
    expect(fold).to_be_visible()
    expect(box).to_be_hidden()
    expect(page.locator("[data-facet-status]")).to_be_in_viewport()
    page.get_by_text("Filtern", exact=True).click()
    box.check()
    page.reload()
    expect(box).to_be_checked()
    expect(box).to_be_visible()
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(f"{site_server}statements.html")
    expect(box).to_be_visible()
    expect(fold.locator("summary")).to_be_hidden()


def test_every_example_gives_the_answer_that_is_printed(visiting: Open, site: str) -> None:
    """The engine in the browser and the build agree on the number of rows of each question."""
    page = visiting(site, reduced_motion="reduce").open("sparql.html")
    examples = page.locator("[data-example]")
    assert examples.count() > 5
    for example in examples.all():
        printed = example.locator("tbody tr").count()
        example.get_by_role("button", name="In den Editor").click()
        page.locator(".cm-content").wait_for()
        page.get_by_role("button", name="Ausführen").click()
        expect(page.locator("[data-sparql-results]")).to_have_attribute("aria-busy", "false")
        expect(page.locator(".sparql-status")).to_contain_text("ms")
        assert page.locator(".sparql-table tbody tr").count() == printed


def test_answers_link_into_the_site(visiting: Open, site: str, site_folder: Path) -> None:
    """An IRI in an answer is a link to its page, in the page's language."""
    page = visiting(site).open("en/sparql.html")
    query = "SELECT DISTINCT ?s WHERE { ?s a ?c FILTER(STRSTARTS(STR(?s), 'https://w3id.org/')) }"
    page.goto(f"{page.url}#query={query.replace(' ', '%20')}&run=1")
    page.locator(".sparql-table").wait_for()
    more = page.get_by_role("button", name="Show all")
    if more.count():
        more.click()
    links: list[str] = page.locator(".sparql-table a").evaluate_all("all => all.map(a => a.href)")
    inside = {link.partition("#")[0].removeprefix(site) for link in links if link.startswith(site)}
    assert len(inside) > 100
    assert sorted(link for link in inside if not (site_folder / link).is_file()) == []


def test_money_map_by_keyboard(visiting: Open, site: str) -> None:
    """Tab reaches each node of the picture by a name; the explorer is opened and left by keys."""
    page = visiting(site, reduced_motion="reduce").open("money-map.html")
    nodes = page.locator("[data-map-picture] [data-node]")
    names = set()
    nodes.first.focus()
    for _ in range(nodes.count()):
        names.add(page.evaluate("document.activeElement.closest('[data-node]')?.dataset.node"))
        page.keyboard.press("Tab")
    assert len(names - {None}) > 3
    for node in nodes.all():
        expect(node).to_have_accessible_name(re.compile(r"\w"))
    page.get_by_role("button", name="Karte erkunden").press("Enter")
    expect(page.get_by_role("application")).to_be_focused()
    page.keyboard.press("n")
    expect(page.locator(".script-announcement")).not_to_be_empty()
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: not url.endswith("money-map.html"))


def test_money_map_shows_its_center_where_the_window_is_narrow(visiting: Open, site: str) -> None:
    """The node with most arrows is in view on a phone, and nothing is moved where all fits."""
    narrow = visiting(site, viewport={"width": 360, "height": 780})
    page = narrow.open("money-map.html")
    data = json.loads(page.locator("script[data-map-data]").text_content() or "")
    ends = Counter(end for edge in data["edges"] for end in (edge["from"], edge["to"]))
    for name in ("money-map.html", "index.html"):
        page = narrow.open(name)
        busiest = page.locator(f"svg.money [data-node='{ends.most_common(1)[0][0]}']")
        box = busiest.bounding_box()
        assert box and 0 < box["x"] < box["x"] + box["width"] < 360
    wide = visiting(site).open("money-map.html")
    assert wide.locator("[data-map-picture]").evaluate("e => e.scrollLeft") == 0


def test_timeline_begins_with_its_first_lane_on_a_phone(visiting: Open, site: str) -> None:
    """The words of the lane are in view, and nothing is moved where all fits."""
    page = visiting(site, viewport={"width": 360, "height": 780}).open("timeline.html")
    for words in page.locator("svg.times text").all()[:6]:
        box = words.bounding_box()
        if words.get_attribute("text-anchor") == "end":
            assert box and 0 < box["x"] < box["x"] + box["width"] < 360
    wide = visiting(site).open("timeline.html")
    assert wide.locator(".scroll:has(svg.times)").evaluate("e => e.scrollLeft") == 0


def test_timeline_shows_its_first_lane_without_scripts(visiting: Open, site: str) -> None:
    """On a phone the words of the lane are in view where nothing can move the picture."""
    visit = visiting(site, viewport={"width": 360, "height": 780}, java_script_enabled=False)
    for address in ("timeline.html", "en/timeline.html"):
        page = visit.open(address)
        lane = page.locator("svg.times text[text-anchor='end']")
        assert lane.count() > 3
        for words in lane.all():
            box = words.bounding_box()
            assert box and 0 < box["x"] < box["x"] + box["width"] < 360


def test_quotes_are_those_of_the_page(visiting: Open, site_server: str) -> None:
    """A German phrase on an English page stands in English quotes, in a card and by itself."""
    page = visiting(site_server).open("en/statement/nvidia-openai/wsj-on-ice.html")
    marks = page.locator("q").evaluate_all("all => all.map(q => getComputedStyle(q).quotes[1])")
    assert len(marks) > 2
    assert set(marks) == {"\u201c"}


def test_figures_of_a_file_stand_below_its_name_on_a_phone(visiting: Open, site: str) -> None:
    """No column of a hash that is a few letters wide makes rows as high as the window."""
    page = visiting(site, viewport={"width": 360, "height": 780}).open("data.html")
    for row in page.locator("#dumps ~ .scroll tbody tr, #graphs ~ .scroll tbody tr").all():
        box = row.bounding_box()
        assert box and box["height"] < 260 and box["width"] <= 360
        lefts = {
            cell.evaluate("e => getComputedStyle(e).paddingLeft")
            for cell in row.locator("td").all()
        }
        assert lefts == {"0px"}


def test_no_head_stands_before_an_empty_cell(visiting: Open, site: str) -> None:
    """On a phone the heads of a ledger stand in its cells: where nothing follows there is none."""
    page = visiting(site, viewport={"width": 360, "height": 780}).open("company/openai.html")
    empty = page.locator(".ledger td:empty")
    assert empty.count()
    assert not page.locator(".ledger td:empty:visible").count()


def test_money_map_filters_cut_picture_and_table(visiting: Open, site_server: str) -> None:
    """Each filter leaves the arrows that the data say, in the picture and in the table."""
    page = visiting(site_server).open("money-map.html")
    data = json.loads(page.locator("script[data-map-data]").text_content() or "")
    assert len(data["edges"]) > 3
    box = page.locator(".map-filters input").first
    facet, value = box.get_attribute("name") or "", box.get_attribute("value")
    box.check()
    fitting = [e for e in data["edges"] if value in (e[facet], *e[facet]) or value == e[facet]]
    expect(page.locator("tr[data-edge-row]:visible")).to_have_count(len(fitting))
    arrows = page.locator("[data-map-picture] [data-edge]")
    assert arrows.count() == len(data["edges"])
    expect(page.locator("[data-edge]:not(.filtered-out)")).to_have_count(len(fitting))


@pytest.mark.parametrize("address", ["statements.html", "en/deals.html", "entities.html"])
def test_a_list_as_turtle_says_nothing_that_the_graph_does_not(
    visiting: Open, site_folder: Path, site_server: str, address: str
) -> None:
    """Whoever adds the file to the graph has no name twice: a gloss is no label."""
    page = visiting(site_server).open(address)
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Turtle").click()
    listed = {q.triple for q in ox.parse(path=waiting.value.path(), format=ox.RdfFormat.TURTLE)}
    published = {q.triple for q in ox.parse(path=site_folder / "data/onrecord.nq")}
    assert len(listed) > 20
    assert listed - published == set()


@pytest.mark.parametrize("address", ["disputes.html", "en/dispute/investment-status.html"])
def test_who_disagrees_with_whom_is_a_list_on_a_phone(
    visiting: Open, site_server: str, address: str
) -> None:
    """Where the matrix would have to be pushed to the side, a list has the same links under the
    same names; one of the two is shown, and read out."""
    visit = visiting(site_server, viewport={"width": 360, "height": 800})
    page = visit.open(address)
    table, pairs = page.locator("table.matrix"), page.locator(".pairs")
    expect(table).to_be_hidden()
    expect(pairs).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    hrefs = "all => all.map((a) => a.getAttribute('href'))"
    ties = pairs.locator(".cell a").evaluate_all(hrefs)
    assert ties and ties == table.locator(".cell a").evaluate_all(hrefs)
    assert Axe().run(page).violations_count == 0
    page.set_viewport_size({"width": 1280, "height": 800})
    expect(table).to_be_visible()
    expect(pairs).to_be_hidden()
    page.set_viewport_size({"width": 360, "height": 800})
    page.emulate_media(media="print")
    expect(table).to_be_visible()
    expect(pairs).to_be_hidden()
