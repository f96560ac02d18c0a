"""Every page of the real publication: alone with this machine, usable without script, on paper."""

import gzip
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect
from publication import pages, publish, richest
from trial import HOSTILE
from visit import Open

from onrecord.workspace import Workspace

pytestmark = pytest.mark.browser
WATCH_SHIFTS = """
let sum = 0;
const add = (entries) => { for (const entry of entries) sum += entry.value; };
const shifts = new PerformanceObserver((list) => add(list.getEntries()));
shifts.observe({type: 'layout-shift', buffered: true});
window.shifted = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(
  () => { add(shifts.takeRecords()); done(sum); })));
"""


def test_a_page_is_light(site_folder: Path) -> None:
    """With its style sheet at most 60 KB as a host sends it."""

    def zipped(path: Path) -> int:
        return len(gzip.compress(path.read_bytes()))

    (sheet,) = site_folder.glob("assets/site*.css")
    weights = {
        address: zipped(site_folder / address) + zipped(sheet) for address in pages(site_folder)
    }
    assert {address: size for address, size in weights.items() if size > 60 * 1024} == {}


def test_no_page_asks_another_host(visiting: Open, site_folder: Path, site_server: str) -> None:
    """Every page loads with no request to anywhere else, no error and no policy violation."""
    visit = visiting(site_server)
    addresses = list(pages(site_folder))
    for address in addresses:
        visit.open(address)
    assert len(addresses) > 100
    assert visit.foreign == []
    assert visit.errors == []


def test_every_kind_of_page_opens_from_the_disk(visiting: Open, site_folder: Path) -> None:
    """From `file:` nothing is missing and nothing fails."""
    visit = visiting(f"{site_folder.as_uri()}/")
    for address in richest(site_folder).values():
        expect(visit.open(address).locator("main")).to_be_visible()
    assert visit.errors == []


def test_every_kind_of_page_reads_without_script(
    visiting: Open, site_folder: Path, site_server: str
) -> None:
    """With scripts off there is the text, a heading, and no button that does nothing."""
    visit = visiting(site_server, java_script_enabled=False)
    for kind, address in richest(site_folder).items():
        page = visit.open(address)
        assert len(page.locator("body").inner_text()) > 60, kind
        expect(page.locator("button:visible, form[data-facet-form]:visible"), kind).to_have_count(0)
        if kind != "embed":
            expect(page.get_by_role("heading", level=1), kind).to_have_count(1)


def test_every_kind_of_page_prints(visiting: Open, site_folder: Path, site_server: str) -> None:
    """On paper there is the content, none of it wider than the sheet, and no tools."""
    visit = visiting(site_server)
    for kind, address in richest(site_folder).items():
        page = visit.open(address)
        page.emulate_media(media="print")
        page.set_viewport_size({"width": 700, "height": 1000})
        assert page.evaluate("document.documentElement.scrollWidth") <= 700, kind
        for picture in page.locator(".picture svg:visible").all():
            box = picture.bounding_box()
            assert box and box["x"] + box["width"] <= 700, kind
        expect(page.locator("header.top nav"), kind).not_to_be_visible()
        expect(page.locator("button:visible"), kind).to_have_count(0)
        assert len(page.locator("body").inner_text()) > 60, kind


def test_language_switch_keeps_the_page(
    visiting: Open, site_folder: Path, site_server: str
) -> None:
    """Each kind of page has its twin: same kind, other language, and the way back."""
    visit = visiting(site_server)
    for kind, address in richest(site_folder).items():
        page = visit.open(f"{address}?a=1")
        if not page.locator("a[data-language-switch]").count():
            assert kind == "embed"
            continue
        page.locator("a[data-language-switch]").click()
        page.wait_for_url("**/en/**")
        assert urlsplit(page.url).path.removeprefix("/") == f"en/{address}"
        assert page.locator("html").get_attribute("lang") == "en"
        expect(page.locator(f"body.v-{kind}")).to_be_visible()
        page.locator("a[data-language-switch]").click()
        page.wait_for_url(f"{site_server}{address}?a=1")


def test_nothing_jumps_while_scripts_start(
    visiting: Open, site_folder: Path, site_server: str
) -> None:
    """What scripts show has its place from the first paint: layout shift stays below 0.1."""
    visit = visiting(site_server, viewport={"width": 1280, "height": 900})
    visit.page.add_init_script(WATCH_SHIFTS)
    for kind, address in richest(site_folder).items():
        page = visit.open(address)
        assert page.evaluate("window.shifted()") < 0.1, kind


def test_hostile_labels_never_run(visiting: Open, workspace: Workspace, tmp_path: Path) -> None:
    """Names made of markup are shown as they are on every page of a publication."""
    literal = HOSTILE.replace("\\", "\\\\").replace('"', '\\"')
    for path in sorted(workspace.kg.rglob("*.ttl")):
        text = path.read_text(encoding="utf-8")
        for label in ('"Alfa"@', '"Dora Klein"@', '"Es gibt keine Zusage."@'):
            text = text.replace(label, f'"{label[1:-2]} {literal}"@')
        path.write_text(text, encoding="utf-8")
    folder = publish(workspace, tmp_path / "hostile")
    visit = visiting(f"{folder.as_uri()}/")
    shown = 0
    for address in pages(folder):
        page = visit.open(address)
        assert page.evaluate("window.hacked") is None, address
        shown += HOSTILE in page.locator("body").inner_text()
    assert shown > 5


@pytest.mark.parametrize("address", ["deals.html", "money-map.html", "company/openai.html"])
def test_no_word_of_certainty_breaks_on_paper(
    visiting: Open, site_server: str, address: str
) -> None:
    """On a sheet of letter size, where a table has all its columns, each mark is one line."""
    page = visiting(site_server, viewport={"width": 740, "height": 1000}).open(address)
    page.emulate_media(media="print")
    heights = page.locator("table .mark").evaluate_all(
        "marks => marks.map(mark => mark.getBoundingClientRect().height)"
    )
    assert heights
    assert max(heights) <= 30
