"""The money map: filters over picture and table, the explorer by keyboard."""

import pytest
from playwright.sync_api import expect
from trial import HOSTILE
from visit import Open

pytestmark = pytest.mark.browser


def test_filters_cut_picture_and_table_alike(visiting: Open, trial: str) -> None:
    """What the choice leaves out is gone from both; the state is in the address."""
    page = visiting(trial).open("map.html")
    page.get_by_label("geplant").check()
    expect(page.locator("tr[data-edge-row]:visible")).to_have_text("two")
    expect(page.locator("[data-edge=one]")).to_have_class("filtered-out")
    expect(page.locator("[data-node=alfa]")).to_have_class("filtered-out")
    expect(page.locator("[data-node=beta]")).not_to_have_class("filtered-out")
    assert page.url.endswith("map.html?modality=planned")
    page.reload()
    expect(page.locator("tr[data-edge-row]:visible")).to_have_text("two")
    page.get_by_role("button", name="Alle zeigen").click()
    expect(page.locator("tr[data-edge-row]:visible")).to_have_count(2)
    assert page.url.endswith("map.html")


def test_the_explorer_is_loaded_on_use_and_speaks(visiting: Open, trial: str) -> None:
    """By keyboard: open it, step through nodes and arrows, hear each, follow one."""
    visit = visiting(trial, reduced_motion="reduce")
    page = visit.open("map.html")
    assert not [url for url in visit.requests if "map-engine" in url]
    page.get_by_role("button", name="Karte erkunden").press("Enter")
    canvas = page.get_by_role("application")
    expect(canvas).to_be_focused()
    expect(page.locator("[data-map-picture]")).to_be_hidden()
    spoken = page.locator(".script-announcement")
    heard = []
    for _ in range(5):
        page.keyboard.press("n")
        heard.append(spoken.inner_text())
    paid = "Alfa zahlt 12 Mio. an Beta"
    assert heard == ["Alfa, Firma", paid, f"{HOSTILE}, Firma", paid, "Gamma, Firma"]
    for key in ("+", "-", "0", "ArrowLeft", "ArrowDown"):
        page.keyboard.press(key)
    page.keyboard.press("Enter")  # the address of Gamma is a script, which is not followed
    page.keyboard.press("n")
    expect(spoken).to_have_text("Alfa, Firma")
    page.keyboard.press("Enter")
    page.wait_for_url("**/company/alfa.html")
    assert page.evaluate("window.hacked") is None


def test_the_picture_comes_back(visiting: Open, trial_server: str) -> None:
    """The button that opens the explorer closes it again."""
    page = visiting(trial_server).open("map.html")
    page.get_by_role("button", name="Karte erkunden").click()
    expect(page.locator(".map-canvas canvas").first).to_be_visible()
    page.get_by_role("button", name="Zurück zum Bild").click()
    expect(page.locator("[data-map-picture]")).to_be_visible()
    expect(page.locator(".map-canvas")).to_be_hidden()
