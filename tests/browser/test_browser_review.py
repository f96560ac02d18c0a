"""The review page in a real browser, by keyboard alone: decide, undo, merge, add the missed."""

import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import uvicorn
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect
from visit import Visit, visit

from onrecord.review.reviewing import read_review
from onrecord.review.web import application, bind
from reviewing import KRANICH, LINDT, SLUG, Desk, make_desk

pytestmark = pytest.mark.browser
TOKEN = "a-token-of-this-test"


@dataclass
class Reviewing:
    """The page under test and the workspace that it writes to."""

    page: Page
    desk: Desk
    visit: Visit

    def verdicts(self) -> list[str]:
        """The decisions on the disk."""
        return sorted(d.verdict for d in read_review(self.desk.workspace, SLUG).decisions)

    def go_to(self, words: str) -> None:
        """Presses j until the current proposal shows the words."""
        current = self.page.locator("#proposals > li[aria-current=true]")
        for _ in range(20):
            if words in current.inner_text():
                return
            self.page.keyboard.press("j")
        raise AssertionError(words)


@pytest.fixture
def reviewing(browser: Browser, tmp_path: Path) -> Iterator[Reviewing]:
    """A review that is served for one test; no page may fail or ask another machine."""
    desk = make_desk(tmp_path)
    opened = bind(0)
    port = opened.getsockname()[1]
    app = application(desk.session(), TOKEN, port)
    server = uvicorn.Server(uvicorn.Config(app, log_level="error", lifespan="off", ws="none"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [opened]})
    thread.start()
    context = browser.new_context()
    context.set_default_timeout(15_000)
    made = visit(context, f"http://127.0.0.1:{port}/{TOKEN}/")
    try:
        page = made.open("?lang=en")
        expect(page.get_by_role("status")).to_contain_text("10 open")
        yield Reviewing(page, desk, made)
        assert made.errors == []
        assert made.foreign == []
    finally:
        context.close()
        server.should_exit = True
        thread.join()
        opened.close()


def test_reject_and_undo(reviewing: Reviewing) -> None:
    """r asks for a reason, Enter saves it and goes on; u takes it back."""
    page = reviewing.page
    first = page.locator("#proposals > li[aria-current=true]").get_attribute("data-key")
    page.keyboard.press("r")
    page.keyboard.type("Doppelt.")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("1 rejected")
    assert reviewing.verdicts() == ["rejected"]
    expect(page.locator("#proposals > li[aria-current=true]")).not_to_have_attribute(
        "data-key", first or ""
    )
    page.keyboard.press("u")
    expect(page.get_by_role("status")).to_contain_text("0 rejected")
    assert reviewing.verdicts() == []


def test_a_known_name_is_accepted(reviewing: Reviewing) -> None:
    """The agent of the register is chosen already; a and Enter are enough."""
    page = reviewing.page
    reviewing.go_to("person: Mara Lindt")
    page.keyboard.press("a")
    expect(page.get_by_role("checkbox", name="Mara Lindt")).to_be_checked()
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("1 accepted")
    (decision,) = read_review(reviewing.desk.workspace, SLUG).decisions
    assert decision.matches == (LINDT,)


def test_a_new_name_is_merged(reviewing: Reviewing) -> None:
    """m takes a name for another name of an agent, found by typing."""
    page = reviewing.page
    reviewing.go_to("Werft Kranich")
    page.keyboard.press("m")
    page.keyboard.type("Kranich W")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("1 accepted")
    (decision,) = read_review(reviewing.desk.workspace, SLUG).decisions
    assert decision.matches == (KRANICH,)


def _fill(page: Page, values: dict[str, str]) -> None:
    """Types into the fields of the dialog in their order, by Tab alone."""
    order = page.locator("#write [name]").evaluate_all("all => all.map((one) => one.name)")
    for name in order:
        expect(page.locator(f"#write [name={name}]")).to_be_focused()
        if name in values:
            page.keyboard.type(values[name])
        page.keyboard.press("Tab")
    page.keyboard.press("Control+Enter")


VALUES = {
    "name": "lindt-cost",
    "speaker": "Mara",
    "gloss_de": "Der Bau werde nicht teurer.",
    "gloss_en": "The building will not cost more.",
    "subject": "Kranich",
    "predicate": "criti",
    "object_de": "der Preis",
    "object_en": "the price",
}


def test_an_accepted_proposal_is_written(reviewing: Reviewing) -> None:
    """a on a statement that nobody has curated opens the form; Ctrl and Enter write it."""
    page = reviewing.page
    reviewing.go_to("konjunktiv@1")
    page.keyboard.press("a")
    _fill(page, VALUES)
    expect(page.get_by_role("status")).to_contain_text("2 accepted")
    text = reviewing.desk.file("statements.ttl").read_text(encoding="utf-8")
    assert "\nst:lindt-cost\n" in text
    assert reviewing.desk.file("evidence.ttl").is_file()


def test_what_was_missed_is_selected_in_the_text(reviewing: Reviewing) -> None:
    """t goes to the text, arrows take words, Enter opens the form for the passage."""
    page = reviewing.page
    for key in ("t", "ArrowDown", "ArrowDown", "ArrowUp", "ArrowUp", "Shift+ArrowRight"):
        page.keyboard.press(key)
    page.keyboard.press("Shift+ArrowRight")
    assert page.evaluate("getSelection().toString().trim()") == "Die Reederei Nordlicht"
    page.keyboard.press("Enter")
    _fill(page, VALUES)
    expect(page.locator("#write")).to_be_hidden()
    text = reviewing.desk.file("statements.ttl").read_text(encoding="utf-8")
    assert 'onr:anchorPhrase "Die Reederei Nordlicht"@de' in text
    assert "onr:paragraph    1" in text
    assert reviewing.verdicts() == []


def test_the_text_shows_the_place(reviewing: Reviewing) -> None:
    """The passage of the current proposal is marked, and only that one."""
    reviewing.go_to("year@1")
    expect(reviewing.page.locator("mark.now")).to_have_text(["2029"])


def test_the_page_speaks_german_and_english(reviewing: Reviewing) -> None:
    """A link goes to the other language; what is decided there is told in its words."""
    page = reviewing.page
    assert page.locator("html").get_attribute("lang") == "en"
    page.get_by_role("link", name="Deutsch").click()
    expect(page.get_by_role("status")).to_contain_text("10 offen")
    assert page.locator("html").get_attribute("lang") == "de"
    expect(page.get_by_role("button", name="Annehmen")).to_be_visible()
    assert Axe().run(page).response["violations"] == []
    page.keyboard.press("r")
    page.keyboard.type("Doppelt.")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("1 verworfen")
    page.get_by_role("link", name="English").click()
    expect(page.get_by_role("status")).to_contain_text("1 rejected")


def test_the_page_is_accessible(reviewing: Reviewing) -> None:
    """axe finds nothing, on the page and in an open dialog."""
    page = reviewing.page
    assert Axe().run(page).response["violations"] == []
    page.keyboard.press("r")
    assert Axe().run(page).response["violations"] == []


def test_nothing_is_kept_in_the_browser(reviewing: Reviewing) -> None:
    """No storage, no cookie, no service worker holds the text."""
    page = reviewing.page
    kept = page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]")
    assert kept == [0, 0, ""]
    assert page.context.cookies() == []
