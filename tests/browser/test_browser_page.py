"""What every page has: copying, the language switch, the colour scheme, printing, no script."""

import pytest
from playwright.sync_api import expect
from visit import Open

pytestmark = pytest.mark.browser


def test_copy_button_copies_the_text(visiting: Open, trial_server: str) -> None:
    """The clipboard holds the text, and a status says so."""
    page = visiting(trial_server, permissions=["clipboard-read", "clipboard-write"]).open(
        "page.html"
    )
    page.get_by_role("button", name="Kopieren").click()
    expect(page.locator(".script-announcement")).to_have_text("In die Zwischenablage kopiert")
    assert page.evaluate("navigator.clipboard.readText()") == "@misc{alfa}"


def test_language_switch_keeps_query_and_fragment(visiting: Open, trial: str) -> None:
    """The other language opens at the same place with the same state."""
    page = visiting(trial).open("page.html?a=1#inside")
    page.get_by_role("link", name="English").click()
    page.wait_for_url("**/en/page.html?a=1#inside")


def test_theme_is_kept_on_the_next_page(visiting: Open, trial: str) -> None:
    """The button steps through the schemes; the next page starts in the chosen one."""
    page = visiting(trial, color_scheme="light").open("page.html")
    toggle = page.get_by_role("button", name="Farbschema")
    expect(toggle).to_have_accessible_name("Farbschema: automatisch")
    toggle.click()
    toggle.click()
    expect(toggle).to_have_accessible_name("Farbschema: dunkel")
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"
    page.goto(trial + "list.html")
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"
    page.get_by_role("button", name="Farbschema").click()
    assert page.evaluate("document.documentElement.dataset.theme ?? null") is None


def test_printing_opens_what_is_folded(visiting: Open, trial_server: str) -> None:
    """Folded parts that belong on paper are open while printing, and folded after."""
    page = visiting(trial_server).open("page.html")
    details = page.locator("details")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(details).to_have_attribute("open", "")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(details).not_to_have_attribute("open", "")


def test_nothing_dead_is_shown_without_script(visiting: Open, trial_server: str) -> None:
    """With scripts off every button that needs one stays hidden, and the content is there."""
    page = visiting(trial_server, java_script_enabled=False).open("list.html")
    expect(page.locator("button:visible")).to_have_count(0)
    expect(page.locator("[data-item]:visible")).to_have_count(3)
