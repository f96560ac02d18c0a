"""Accessibility of every kind of page, measured with axe: WCAG 2.0, 2.1 and 2.2, A and AA."""

from pathlib import Path
from urllib.parse import quote

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page
from publication import richest
from visit import Open

pytestmark = pytest.mark.browser

LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
RUN = """(tags) => axe.run({runOnly: {type: 'tag', values: tags}, resultTypes: ['violations']})
.then(({violations}) => violations.flatMap(v => v.nodes.map(n => `${v.id}: ${n.html}`)))"""
THIN = """(most) => {
  const named = ['for', ...['labelledby', 'describedby', 'controls', 'owns', 'activedescendant']
    .map(name => `aria-${name}`)];
  const users = new Map();
  for (const name of named) for (const user of document.querySelectorAll(`[${name}]`)) {
    for (const id of user.getAttribute(name).split(/ +/)) {
      users.set(id, [...(users.get(id) || []), user]);
    }
  }
  const isNeeded = gone => [gone, ...gone.querySelectorAll('[id]')].some(
    ({id}) => (users.get(id) || []).some(user => !gone.contains(user)));
  const parents = 'ul, ol, dl, tbody, main, section, div, g, svg, code';
  for (const parent of document.querySelectorAll(parents)) {
    const alike = {};
    for (const child of [...parent.children]) {
      const kind = `${child.tagName}.${child.getAttribute('class')}`;
      alike[kind] = (alike[kind] || 0) + 1;
      if (alike[kind] > most && !isNeeded(child)) child.remove();
    }
  }
}"""
"""Of brothers that look alike, which take most of the time, the first ones stay."""
MOST_ALIKE = 5


def violations(page: Page, *, whole: bool = True) -> list[str]:
    """Each rule that is broken, with the element that breaks it; of a page that is not looked at as
    a whole, long lists lose their ends before."""
    if not whole:
        page.evaluate(THIN, MOST_ALIKE)
    page.evaluate(AXE_SCRIPT)
    found: list[str] = page.evaluate(RUN, LEVELS)
    return [f"{page.url.rpartition('/')[2]} {row[:300]}" for row in found]


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_kind_of_page_is_accessible(
    visiting: Open, site_folder: Path, site_server: str, scheme: str, width: int
) -> None:
    """No violation, and nothing wider than the window. Long lists are looked at once in full."""
    whole = (scheme, width) == ("light", 1280)
    visit = visiting(site_server, color_scheme=scheme, viewport={"width": width, "height": 900})
    broken: list[str] = []
    for address in richest(site_folder).values():
        page = visit.open(address)
        wide = page.evaluate("document.documentElement.scrollWidth")
        if wide > width:
            broken.append(f"{address}: {wide} px wide in a window of {width}")
        broken += violations(page, whole=whole)
    assert broken == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_scripts_add_is_accessible(visiting: Open, site_server: str, scheme: str) -> None:
    """The open list of suggestions, the editor, an answer, an error, the explored map; what is
    there without scripts is looked at as a whole by the test above."""
    visit = visiting(site_server, color_scheme=scheme, reduced_motion="reduce")
    page = visit.open("index.html")
    page.keyboard.press("/")
    page.keyboard.type("nvidia")
    page.get_by_role("option").first.wait_for()
    page.keyboard.press("ArrowDown")
    broken = violations(page, whole=False)
    page = visit.open("sparql.html")
    page.get_by_role("button", name="In den Editor").first.click()
    page.locator(".cm-content").wait_for()
    page.get_by_role("button", name="Ausführen").click()
    page.locator(".sparql-table").wait_for()
    broken += violations(page, whole=False)
    company = "https://w3id.org/onrecord/kg/company"
    either = f"SELECT * {{ {{ <{company}/nvida> ?p ?o }} UNION {{ <{company}/nvidia> ?p ?o }} }}"
    page.goto(f"{site_server}sparql.html#query={quote(either)}&run=1")
    page.reload()
    page.locator(".sparql-tag").first.wait_for()
    page.get_by_role("button", name="einsetzen und ausführen").wait_for()
    broken += violations(page, whole=False)
    page.goto(f"{site_server}sparql.html#query={quote('SELECT * { ?s ?p ?o } LIMIT 70')}&run=1")
    page.reload()
    page.get_by_role("button", name="Alle 70 Zeilen zeigen").click()
    broken += violations(page, whole=False)
    page.goto(f"{site_server}sparql.html#query=SELECT%20?s%20WHERE&run=1")
    page.reload()
    page.get_by_role("alert").wait_for()
    broken += violations(page, whole=False)
    page = visit.open("money-map.html")
    page.get_by_role("button", name="Karte erkunden").click()
    page.locator(".map-canvas canvas").first.wait_for()
    broken += violations(page, whole=False)
    assert broken == []
