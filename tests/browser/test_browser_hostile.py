"""A hostile publication in a real browser, its content security policy taken off on purpose."""

import re
from collections.abc import Iterator
from urllib.parse import quote, unquote, urlsplit

import pytest
from fileserver import served
from playwright.sync_api import Browser, BrowserContext, Page, expect

from hostile.press import LISTED, TEXTS, printed, write_hostile_workspace
from hostile.strings import INJECTIONS
from newsroom import write_small_workspace

pytestmark = pytest.mark.browser

_POLICY = re.compile(rb'<meta http-equiv="Content-Security-Policy"[^>]*>')
_COUNTER = """
window.ran = [];
window.PWN = () => { window.ran.push(document.currentScript?.outerHTML ?? 'handler'); };
window.alert = window.confirm = window.prompt = window.PWN;
"""
_POKE = """
() => {
  for (const element of document.querySelectorAll('*')) {
    for (const kind of ['mouseover', 'mouseenter', 'focus', 'load', 'error', 'toggle', 'start'])
      element.dispatchEvent(new Event(kind));
  }
  return window.ran;
}
"""
_ACTING = """
() => [...document.querySelectorAll('*')].flatMap(e => [
  ...[...e.attributes].filter(a => a.name.startsWith('on')).map(a => e.tagName + ' ' + a.name),
  ...(/^(IFRAME|OBJECT|EMBED|BASE)$/.test(e.tagName) ? [e.tagName] : []),
  ...(e.protocol && /^(javascript|data|vbscript|blob|file):/i.test(e.protocol) ? [e.href] : []),
])
"""
_TEXTS = "() => [...document.querySelectorAll('.aliases bdi')].map(e => e.textContent)"
PAGES = (
    *("index.html", "statements.html", "disputes.html", "deals.html", "entities.html"),
    *("timeline.html", "money-map.html", "sources.html", "quality.html", "cite.html"),
    *(f"{LISTED}.html", f"en/{LISTED}.html", "article/alfa-beta.html", "en/statements.html"),
)
KINDS = (
    *("statement/alfa-beta", "deal", "person", "product", "dispute", "report", "medium"),
    *("embed/statement/alfa-beta", "en/statement/alfa-beta"),
)
COUNT = -(-len(TEXTS) // 24)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, frozenset[str]]]:
    """The address of the hostile publication without its policy, and the paths that it has."""
    folder = tmp_path_factory.mktemp("hostile")
    workspace = write_small_workspace(folder / "workspace")
    assert write_hostile_workspace(workspace) == COUNT
    files = printed(workspace)
    for path, data in files.items():
        target = folder / "site" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        bare, found = _POLICY.subn(b"", data)
        assert found or not path.endswith(".html"), path
        target.write_bytes(bare)
    with served(folder / "site") as address:
        yield address, frozenset(files)


class _Watched:
    """Pages of one context, and every request that they made."""

    def __init__(self, context: BrowserContext, root: str, paths: frozenset[str]) -> None:
        self.requests: list[str] = []
        self.root, self.paths, self.looked_at = root, paths, 0
        context.add_init_script(_COUNTER)
        context.on("request", lambda request: self.requests.append(request.url))
        self.page: Page = context.new_page()

    def look(self, address: str) -> None:
        """Opens a page, pokes every element, and finds nothing that ran or could."""
        self.page.goto(self.root + address, wait_until="load")
        assert self.page.evaluate(_POKE) == [], address
        assert self.page.evaluate(_ACTING) == [], address
        self.looked_at += 1

    @property
    def astray(self) -> list[str]:
        """Requests for anything but a file of the publication."""
        return [
            url
            for url in self.requests
            if not url.startswith(("data:", "blob:"))
            and not (
                url.startswith(self.root)
                and unquote(urlsplit(url).path).lstrip("/") in (*self.paths, "favicon.ico")
            )
        ]


@pytest.fixture
def watched(browser: Browser, hostile: tuple[str, frozenset[str]]) -> Iterator[_Watched]:
    """A browser with no policy that forbids anything; at the end no request may have strayed."""
    context = browser.new_context(bypass_csp=True)
    context.set_default_timeout(30_000)
    made = _Watched(context, *hostile)
    yield made
    context.close()
    assert made.requests
    assert made.astray == []


def test_an_injection_would_be_seen(browser: Browser) -> None:
    """The instrument works: the plainest injections run and ask."""
    context = browser.new_context(bypass_csp=True)
    asked: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    context.add_init_script(_COUNTER)
    page = context.new_page()
    page.goto("about:blank")
    page.set_content("<img src=https://lure.invalid/x onerror=PWN()><script>PWN()</script>")
    page.wait_for_function("() => window.ran.length >= 2")
    assert "https://lure.invalid/x" in asked
    context.close()


def test_no_script_runs_and_no_request_leaves(watched: _Watched) -> None:
    """The lists, and a page of each kind with the injections in all of its fields."""
    for address in PAGES:
        watched.look(address)
    for kind in KINDS:
        watched.look(f"{kind}/hostile-{COUNT - 3}.html")


def test_every_text_is_shown(watched: _Watched) -> None:
    """The browser shows each of the texts as the characters that it has."""
    watched.look(f"{LISTED}.html")
    shown = set(watched.page.evaluate(_TEXTS))
    assert [text for text in TEXTS if text not in shown] == []


@pytest.mark.torture
def test_no_script_runs_on_any_page(watched: _Watched) -> None:
    """Every page of the hostile publication."""
    for path in sorted(watched.paths):
        if path.endswith(".html"):
            watched.look(path)
    assert watched.looked_at > 300


def test_search_stays_text(watched: _Watched) -> None:
    """What is typed and what is found is shown, never run."""
    watched.look("index.html")
    field = watched.page.get_by_role("combobox").first
    for text in (*INJECTIONS[:3], INJECTIONS[100], "script", "onerror"):
        field.fill(text)
        watched.page.wait_for_timeout(50)
        assert watched.page.evaluate(_POKE) == []
        assert watched.page.evaluate(_ACTING) == []
    watched.look("search.html?q=" + quote(INJECTIONS[0]) + "#q=" + quote(INJECTIONS[1]))


def test_answers_stay_text(watched: _Watched) -> None:
    """A query that returns every hostile text shows a table of texts."""
    query = "SELECT ?o WHERE { ?s ?p ?o FILTER isLiteral(?o) } LIMIT 3000"
    watched.page.goto(watched.root + f"sparql.html#query={quote(query)}&run=1")
    expect(watched.page.locator(".sparql-table tbody tr").first).to_be_visible()
    assert watched.page.evaluate(_POKE) == []
    assert watched.page.evaluate(_ACTING) == []


def test_shared_queries_stay_text(watched: _Watched) -> None:
    """A link that somebody sends around puts its text into the editor and nowhere else."""
    for text in INJECTIONS[::60]:
        watched.look("sparql.html#query=" + quote(text))
        watched.page.reload()


def test_the_corpus_reaches_the_pages(hostile: tuple[str, frozenset[str]]) -> None:
    """Every kind of page that is looked at exists."""
    _, paths = hostile
    assert set(PAGES) <= paths
    assert {f"{kind}/hostile-{COUNT - 3}.html" for kind in KINDS} <= paths
