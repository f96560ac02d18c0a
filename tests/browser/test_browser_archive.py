"""The pages of an archive as readers meet them: search over http, and reading with no script."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fileserver import served
from test_site_axe import violations
from visit import Open

import archives

pytestmark = pytest.mark.browser

HOSTILE = "Kran <img src=x onerror=alert(1)> & Werft"
TEXT = "„Wir bauen den Kran in Gera“, sagte Wiebke Torland von der Silexa AG am Dienstag."


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive of some articles with an index of its pages."""
    folder = archives.newsroom(tmp_path_factory.mktemp("archive") / "w")
    rows = [
        *archives.records(6),
        {**archives.records(1)[0], "id": "kran", "title": HOSTILE, "text": TEXT},
    ]
    source = archives.write(folder / "a.jsonl", rows)
    made = archives.make(archives.job(folder, source, pages="files", search=True))
    return made.out / "site"


@pytest.fixture(scope="module")
def server(archive: Path) -> Iterator[str]:
    """The archive at an http address."""
    with served(archive) as address:
        yield address


@pytest.mark.parametrize(
    ("start", "page"),
    [("index.html", "/article/kran.html"), ("en/index.html", "/en/article/kran.html")],
)
def test_search(visiting: Open, server: str, start: str, page: str) -> None:
    """What is typed is found in the pages of the language, and leads there."""
    visit = visiting(server)
    opened = visit.open(start)
    opened.get_by_role("searchbox").fill("Torland Kran")
    opened.locator("pagefind-results a", has_text="Kran <img").first.click()
    opened.wait_for_url(f"**{page}")
    assert opened.get_by_role("heading", level=1).inner_text() == HOSTILE


def test_the_start_page_below_a_path(visiting: Open, archive: Path) -> None:
    """The index is found where the site is not at the root of its host."""
    with served(archive.parent) as address:
        opened = visiting(address).open("site/index.html")
        opened.get_by_role("searchbox").fill("Torland")
        opened.locator("pagefind-results a", has_text="Kran <img").first.click()
        opened.wait_for_url("**/site/article/kran.html")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    "address", ["index.html", "article/kran.html", "en/medium/hafenkurier.html"]
)
def test_pages_are_accessible(visiting: Open, server: str, address: str, scheme: str) -> None:
    """No violation, and nothing wider than a small window."""
    visit = visiting(server, color_scheme=scheme, viewport={"width": 360, "height": 900})
    opened = visit.open(address)
    assert violations(opened) == []
    assert opened.evaluate("document.documentElement.scrollWidth") <= 360


def test_pages_from_the_disk(visiting: Open, archive: Path) -> None:
    """From the disk every page can be read; the start page says what search needs."""
    opened = visiting(f"{archive.as_uri()}/", java_script_enabled=False).open("index.html")
    assert opened.locator(".unindexed").is_visible()
    opened.get_by_role("link", name="Hafenkurier").click()
    assert opened.get_by_role("heading", level=1).inner_text() == "Hafenkurier"
