"""The page of a missing address, as hosts of plain files show it: one file at every depth."""

import contextlib
import functools
import http.server
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from visit import Open

pytestmark = pytest.mark.browser


class _Host(http.server.SimpleHTTPRequestHandler):
    """Serves a folder below a path, and for whatever is missing the page `shown`."""

    def __init__(self, *given: object, below: str, shown: str, **more: str) -> None:
        self.below, self.shown = below, shown
        super().__init__(*given, **more)  # type: ignore[arg-type]

    def send_head(self):  # type: ignore[no-untyped-def]
        inner = self.path.removeprefix(self.below)
        if self.path.startswith(self.below):
            self.path = f"/{inner}"
            if Path(self.translate_path(self.path)).exists():
                return super().send_head()
        page = Path(self.directory, self.shown)
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(page.stat().st_size))
        self.end_headers()
        return page.open("rb")

    def log_message(self, format: str, *args: object) -> None:
        pass


@contextlib.contextmanager
def _hosted(folder: Path, below: str, shown: str) -> Iterator[str]:
    handler = functools.partial(_Host, below=below, shown=shown, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        server.daemon_threads = True
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}"
        finally:
            server.shutdown()
            thread.join()


def _styled(page: Page) -> None:
    """The margin of a browser's own is gone."""
    expect(page.locator("body")).to_have_css("margin", "0px")


@pytest.mark.parametrize(
    ("below", "shown", "asked"),
    [
        ("/", "404.html", "a/b/nothing"),
        ("/", "404.html", "/x//y"),
        ("/project/", "404.html", "nothing"),
        ("/project/", "404.html", "en/statement/a/b/c/d"),
        ("/project/", "en/404.html", "en/nothing/there"),
        ("/", "410.html", "company/gone"),
    ],
)
def test_it_has_looks_links_and_search_at_any_depth(
    visiting: Open, site_folder: Path, below: str, shown: str, asked: str
) -> None:
    """The host knows nothing but the file; where it stands is found by the page itself."""
    with _hosted(site_folder, below, shown) as host:
        visit = visiting(host)
        page = visit.open(f"{below}{asked}")
        _styled(page)
        own = f"{host}{below}{'en/' if shown.startswith('en/') else ''}"
        for link in page.locator("main a").evaluate_all("all => all.map((a) => a.href)"):
            assert link.startswith(own), link
        page.locator("#search").focus()
        page.keyboard.type("nvidia")
        expect(page.get_by_role("option").first).to_be_visible()
        page.locator("main a").first.click()
        page.wait_for_url(f"{own}*.html")
        page.wait_for_load_state("networkidle")
        assert visit.foreign == []
        assert not [e for e in visit.errors if "404" not in e]
        visit.errors.clear()  # what was missing


def test_it_stays_as_it_is_at_its_own_address(visiting: Open, site_folder: Path, site: str) -> None:
    """From a server and from the disk nothing is asked for and no link is changed."""
    visit = visiting(site)
    for own in ("404.html", "en/404.html"):
        page = visit.open(own)
        _styled(page)
        hrefs = page.locator("main a").evaluate_all("all => all.map((a) => a.getAttribute('href'))")
        assert not [href for href in hrefs if ":" in href]
        assert visit.errors == []


def test_where_no_publication_is_found_nothing_happens(
    visiting: Open, site_folder: Path, tmp_path: Path
) -> None:
    """A host that answers everything with this page has no style sheet: the asking ends."""
    (tmp_path / "404.html").write_bytes((site_folder / "404.html").read_bytes())
    with _hosted(tmp_path, "/", "404.html") as host:
        visit = visiting(host)
        page = visit.open("/" + "a/" * 40)
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        page.wait_for_load_state("networkidle")
        tried = [asked for asked in visit.requests if asked.endswith("assets/site.css")]
        assert len(tried) <= 10
        visit.errors.clear()
