"""The review page in a real browser, by keyboard alone: decide, undo, merge, add the missed."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
import uvicorn
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, expect
from visit import Visit, visit

from onrecord.article import Article
from onrecord.extract.records import End, Extraction, Relation
from onrecord.review.describing import describe
from onrecord.review.reviewing import read_review
from onrecord.review.things import NewThing
from onrecord.review.web import application, bind
from reviewing import BASE, KRANICH, LINDT, SLUG, Desk, extraction, make_desk, reword, source, span
from test_review_session import DRAFT

pytestmark = pytest.mark.browser
MEDIUM = "https://example.org/kg/medium/hafenbote"
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


@contextmanager
def _opened(browser: Browser, desk: Desk) -> Iterator[Reviewing]:
    """A review that is served for one test; no page may fail or ask another machine."""
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
        expect(page.get_by_role("status")).to_contain_text(" open")
        yield Reviewing(page, desk, made)
        assert made.errors == []
        assert made.foreign == []
    finally:
        context.close()
        server.should_exit = True
        thread.join()
        opened.close()


@pytest.fixture
def reviewing(browser: Browser, tmp_path: Path) -> Iterator[Reviewing]:
    """A review of one proposal of every kind."""
    with _opened(browser, make_desk(tmp_path)) as made:
        expect(made.page.get_by_role("status")).to_contain_text("10 open")
        yield made


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


def test_a_misread_amount_is_corrected_in_the_form(reviewing: Reviewing) -> None:
    """Each amount of the passage has its fields; a long number is shown in groups beside them."""
    page = reviewing.page
    reviewing.go_to("konjunktiv@1")
    page.keyboard.press("a")
    row = page.locator("#write-printed [role=group]").filter(has_text="40 Millionen Euro")
    expect(row.get_by_label("Number")).to_have_value("40000000")
    expect(row.locator(".grouped")).to_have_text("= 40,000,000")
    row.get_by_label("Kind").select_option("vague")
    expect(row.get_by_label("Number")).to_be_disabled()
    row.get_by_label("Kind").select_option("upper-bound")
    row.get_by_label("Number").fill("400 000 000")
    expect(row.locator(".grouped")).to_have_text("= 400,000,000")
    page.locator("#write [name=gloss_de]").focus()
    _fill(page, VALUES)
    expect(page.locator("#write")).to_be_hidden()
    text = reviewing.desk.file("statements.ttl").read_text(encoding="utf-8")
    assert 'schema:maxValue "400000000"^^xsd:decimal' in text
    expect(page.get_by_role("status")).to_contain_text("1 corrected")


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


@pytest.mark.parametrize(
    ("words", "key", "dialog"),
    [
        ("konjunktiv@1", "w", "write"),
        ("Werft Kranich", "n", "describe"),
        ("supply: Nordlicht", "n", "strike"),
        ("office@1", "n", "appoint"),
        ("Werft Kranich", "m", "merge"),
        ("2029", "c", "choose"),
        ("2029", "?", "help"),
    ],
)
def test_every_dialog_is_accessible(
    reviewing: Reviewing, words: str, key: str, dialog: str
) -> None:
    """axe finds nothing in it, and on a narrow screen nothing stands out of it."""
    page = reviewing.page
    page.set_viewport_size({"width": 360, "height": 740})
    reviewing.go_to(words)
    page.keyboard.press(key)
    expect(page.locator(f"#{dialog}")).to_be_visible()
    assert Axe().run(page).response["violations"] == []
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    box = page.locator(f"#{dialog}")
    assert box.evaluate("box => box.scrollWidth <= box.clientWidth")


def test_nothing_is_kept_in_the_browser(reviewing: Reviewing) -> None:
    """No storage, no cookie, no service worker holds the text."""
    page = reviewing.page
    kept = page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]")
    assert kept == [0, 0, ""]
    assert page.context.cookies() == []


def test_a_missing_speaker_is_described_inside_the_form(reviewing: Reviewing) -> None:
    """Alt and n ask for whom the form names; the draft stays and takes the new agent."""
    page = reviewing.page
    reviewing.go_to("die Werft")
    page.keyboard.press("w")
    page.keyboard.type("Ein Satz in eigenen Worten.")
    page.keyboard.press("Alt+n")
    expect(page.locator("#describe [name=name_de]")).to_have_value("die Werft")
    page.locator("#describe [name=kind]").select_option("group")
    page.keyboard.press("Enter")
    expect(page.locator("#describe")).to_be_hidden()
    expect(page.locator("#write [name=gloss_de]")).to_have_value("Ein Satz in eigenen Worten.")
    expect(page.locator("#write [name=gloss_de]")).to_be_focused()
    made = page.locator("#write [name=speaker]").input_value()
    assert made.endswith("/group/die-werft")
    groups = reviewing.desk.workspace.kg / "entities" / "groups.ttl"
    assert 'rdfs:label "die Werft"@de' in groups.read_text(encoding="utf-8")


def test_a_draft_outlives_its_form(reviewing: Reviewing) -> None:
    """Esc closes the form and loses nothing; once it is saved, the draft is gone."""
    page = reviewing.page
    reviewing.go_to("konjunktiv@1")
    page.keyboard.press("a")
    page.keyboard.type("Der Bau")
    page.keyboard.press("Escape")
    expect(page.locator("#message")).to_contain_text("The draft is still there")
    page.keyboard.press("a")
    expect(page.locator("#write [name=gloss_de]")).to_have_value("Der Bau")
    page.locator("#write [name=gloss_de]").fill("")
    _fill(page, VALUES)
    expect(page.locator("#write")).to_be_hidden()
    page.keyboard.press("t")
    page.keyboard.press("Enter")
    expect(page.locator("#write [name=gloss_de]")).to_have_value("")


@pytest.mark.parametrize("place", ["proposal", "passage"])
def test_a_draft_outlives_a_reload(reviewing: Reviewing, place: str) -> None:
    """What was typed stands in the form again, in the other language too, and is told; once it is
    saved nothing of it is left in the browser."""
    page = reviewing.page
    reviewing.go_to("konjunktiv@1")
    for key in ("a",) if place == "proposal" else ("t", "Enter"):
        page.keyboard.press(key)
    page.keyboard.type("Der Bau")
    page.locator("#write [name=predicate]").select_option(label="criticises")
    page.reload()
    expect(page.locator("#message")).to_contain_text("Restored")
    expect(page.locator("#write [name=gloss_de]")).to_have_value("Der Bau")
    page.keyboard.press("Escape")
    page.get_by_role("link", name="Deutsch").click()
    expect(page.locator("#message")).to_contain_text("Wiederhergestellt")
    expect(page.locator("#write [name=predicate] option:checked")).to_have_text("kritisiert")
    assert Axe().run(page).violations_count == 0
    page.locator("#write [name=gloss_de]").fill("")
    page.locator("#write [name=gloss_de]").focus()
    values = VALUES | {"predicate": ""}
    _fill(page, values)
    expect(page.locator("#write")).to_be_hidden()
    assert page.evaluate("sessionStorage.length") == 0
    page.reload()
    expect(page.get_by_role("status")).to_contain_text("offen")
    expect(page.locator("#write")).to_be_hidden()


FORMS = [
    ("company: Werft Kranich", "n", "describe", "alias", "Kranichwerft"),
    ("supply: Nordlicht", "n", "strike", "name_de", "Ein Frachter für Nordlicht"),
    ("office@1", "n", "appoint", "role", "founder"),
    ("company: Werft Kranich", "m", "merge", "iri", KRANICH),
    ("office@1", "r", "reject", "reason_de", "Kein Amt."),
    ("supply: Nordlicht", "c", "choose", "reason_de", "Nur ein Plan."),
]


@pytest.mark.parametrize(("words", "key", "form", "name", "value"), FORMS)
def test_every_form_outlives_a_reload(
    reviewing: Reviewing, words: str, key: str, form: str, name: str, value: str
) -> None:
    """What was typed or chosen stands there again, in the other language too; once the proposal is
    decided nothing of it is left."""
    page = reviewing.page
    reviewing.go_to(words)
    page.keyboard.press(key)
    field = page.locator(f"#{form} [name={name}]")
    _choose(field, value)
    page.reload()
    expect(page.locator("#message")).to_contain_text("Restored")
    expect(field).to_have_value(value)
    page.keyboard.press("Escape")
    expect(page.locator("#message")).to_contain_text("The draft is still there")
    page.get_by_role("link", name="Deutsch").click()
    expect(page.locator("#message")).to_contain_text("Wiederhergestellt")
    expect(field).to_have_value(value)
    page.keyboard.press("Escape")
    expect(page.locator("dialog[open]")).to_have_count(0)
    page.keyboard.press("r")
    page.locator("#reject [name=reason_de]").fill("Anders.")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("1 verworfen")
    page.reload()
    expect(page.get_by_role("status")).to_contain_text("offen")
    expect(page.locator("dialog[open]")).to_have_count(0)
    assert page.evaluate("sessionStorage.length") == 0


def _choose(field: Locator, value: str) -> None:
    if field.evaluate("field => field.tagName") == "SELECT":
        field.select_option(value)
    else:
        field.fill(value)


def test_the_ends_of_a_relation_outlive_a_reload(browser: Browser, tmp_path: Path) -> None:
    """Both are there again, and what is saved are these two."""
    quotes = extraction().quotes
    cue = (span("freue sich nicht"),)
    ends = End(2, span("Die Werft")[0]), End(1, span("Der Bau solle")[0])
    drawn = Relation("disputes", *ends, cue, (), source("denies"))
    desk = make_desk(tmp_path, Extraction("de", quotes=quotes, relations=(drawn,)))
    session = desk.session()
    made = [session.write(replace(DRAFT, name=name)) for name in ("one", "other")]
    with _opened(browser, desk) as reviewing:
        page = reviewing.page
        reviewing.go_to("disputes")
        page.keyboard.press("w")
        page.locator("#relate-from").select_option(made[1])
        page.locator("#relate-to").select_option(made[0])
        page.reload()
        expect(page.locator("#relate-from")).to_have_value(made[1])
        expect(page.locator("#relate-to")).to_have_value(made[0])
        page.locator("#relate-to").focus()
        page.keyboard.press("Enter")
        expect(page.get_by_role("status")).to_contain_text("1 accepted")
        assert page.evaluate("sessionStorage.length") == 0


def test_a_form_above_another_outlives_a_reload(reviewing: Reviewing) -> None:
    """Whom the statement names is being described: both forms are there again, and the statement
    takes the agent; a form that nothing was typed into since is as the machine fills it."""
    page = reviewing.page
    reviewing.go_to("die Werft")
    page.keyboard.press("w")
    page.keyboard.type("Ein Satz.")
    page.keyboard.press("Alt+n")
    page.locator("#describe [name=alias]").fill("Kranichwerft")
    page.reload()
    expect(page.locator("#describe [name=alias]")).to_have_value("Kranichwerft")
    page.locator("#describe [name=kind]").select_option("group")
    page.keyboard.press("Enter")
    expect(page.locator("#describe")).to_be_hidden()
    expect(page.locator("#write [name=gloss_de]")).to_have_value("Ein Satz.")
    expect(page.locator("#write [name=speaker]")).to_have_value(f"{BASE}group/die-werft")
    page.reload()
    expect(page.locator("#write [name=speaker]")).to_have_value(f"{BASE}group/die-werft")
    expect(page.locator("#describe")).to_be_hidden()


def test_a_draft_of_another_text_is_dropped(reviewing: Reviewing) -> None:
    """The text of the article changed, if only by a letter: a passage would be another one, and
    nothing is left in the browser."""
    page = reviewing.page
    for key in ("t", "Enter"):
        page.keyboard.press(key)
    page.keyboard.type("Der Bau")
    key = page.evaluate("Object.keys(sessionStorage)[0]")
    assert reviewing.desk.article.text_hash in key
    page.evaluate(
        """key => {
            const draft = sessionStorage.getItem(key);
            sessionStorage.clear();
            sessionStorage.setItem(key.replace(/[0-9a-f]{64}/, "0".repeat(64)), draft);
        }""",
        key,
    )
    page.reload()
    expect(page.get_by_role("status")).to_contain_text("10 open")
    expect(page.locator("#write")).to_be_hidden()
    assert page.evaluate("sessionStorage.length") == 0


def test_a_draft_keeps_what_it_was_begun_for(reviewing: Reviewing) -> None:
    """A statement that takes the place of a proposal is still a correction after a reload, and what
    was emptied stays so."""
    page = reviewing.page
    reviewing.go_to("konjunktiv@1")
    page.keyboard.press("c")
    page.keyboard.press("Alt+w")
    expect(page.locator("#write [name=gloss_de]")).to_be_focused()
    row = page.locator("#write-printed [role=group]").filter(has_text="40 Millionen Euro")
    row.get_by_label("Number").fill("400 000 000")
    page.reload()
    expect(row.locator(".grouped")).to_have_text("= 400,000,000")
    page.locator("#write [name=gloss_de]").focus()
    _fill(page, VALUES)
    expect(page.get_by_role("status")).to_contain_text("2 corrected")


def test_an_emptied_draft_is_none(reviewing: Reviewing) -> None:
    """Whoever takes out what was typed leaves nothing behind."""
    page = reviewing.page
    reviewing.go_to("konjunktiv@1")
    page.keyboard.press("a")
    page.keyboard.type("D")
    page.keyboard.press("Backspace")
    page.keyboard.press("Escape")
    assert page.evaluate("sessionStorage.length") == 0


def test_a_new_agent_is_described_and_known_at_once(reviewing: Reviewing) -> None:
    """a on a name that nobody knows asks what it is; Enter is enough, u takes it back."""
    page = reviewing.page
    reviewing.go_to("company: Werft Kranich")
    page.keyboard.press("a")
    expect(page.locator("#describe [name=name_de]")).to_have_value("Werft Kranich")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("1 accepted")
    companies = reviewing.desk.workspace.kg / "entities" / "companies.ttl"
    assert 'rdfs:label "Werft Kranich"@de' in companies.read_text(encoding="utf-8")
    page.keyboard.press("u")
    expect(page.get_by_role("status")).to_contain_text("0 accepted")
    expect(page.locator("#message")).to_have_text("Taken back: described · Werft Kranich")
    expect(page.locator("#proposals > li[aria-current=true]")).to_contain_text("Werft Kranich")
    assert not companies.exists()


def test_a_deal_and_an_office_are_described(reviewing: Reviewing) -> None:
    """Both forms are filled in already; Enter saves what the machine read."""
    page = reviewing.page
    reviewing.go_to("supply: Nordlicht")
    page.keyboard.press("a")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("1 accepted")
    assert "onr:dealKind         dealkind:supply" in reviewing.desk.file("deals.ttl").read_text(
        "utf-8"
    )
    reviewing.go_to("office@1")
    page.keyboard.press("a")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("2 accepted")
    text = reviewing.desk.file("article.ttl").read_text(encoding="utf-8")
    assert "person:mara-lindt\\#ceo-nordlicht\n" in text


def test_the_focus_stays_with_the_proposals(reviewing: Reviewing) -> None:
    """After a decision, an undo or Esc a key goes on from the proposal that is up."""
    page = reviewing.page
    current = page.locator("#proposals > li[aria-current=true]")
    expect(current).to_be_focused()
    page.keyboard.press("r")
    page.keyboard.type("Doppelt.")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("1 rejected")
    expect(current).to_be_focused()
    page.keyboard.press("u")
    expect(page.get_by_role("status")).to_contain_text("0 rejected")
    expect(current).to_be_focused()
    for there, back in (("?", "Escape"), ("t", "Escape"), ("f", "Escape"), ("f", "Enter")):
        page.keyboard.press(there)
        expect(current).not_to_be_focused()
        page.keyboard.press(back)
        expect(current).to_be_focused()


def test_an_edit_from_outside_is_read_and_nothing_typed_is_lost(reviewing: Reviewing) -> None:
    """The act is refused once, the form keeps its words, and the next try writes them."""
    page = reviewing.page
    reviewing.go_to("konjunktiv@1")
    page.keyboard.press("a")
    path = reviewing.desk.file("statements.ttl")
    path.write_text(path.read_text(encoding="utf-8") + "# mine\n", encoding="utf-8")
    _fill(page, VALUES)
    expect(page.locator("#message")).to_contain_text("changed by somebody else")
    expect(page.locator("#write [name=gloss_de]")).to_have_value("Der Bau werde nicht teurer.")
    reviewing.visit.errors.clear()  # the browser notes the refused request itself
    page.keyboard.press("Control+Enter")
    expect(page.get_by_role("status")).to_contain_text("2 accepted")
    text = path.read_text(encoding="utf-8")
    assert "# mine\n" in text
    assert "\nst:lindt-cost\n" in text


def test_a_medium_speaks_by_its_report(reviewing: Reviewing) -> None:
    """Where a report of the speaker is described, the form begins with it."""
    page = reviewing.page
    reviewing.go_to("die Werft")
    page.keyboard.press("n")
    page.locator("#describe [name=kind]").select_option("medium")
    page.keyboard.press("Enter")
    expect(page.locator("#message")).to_have_text("Described: die Werft")
    page.keyboard.press("Shift+N")
    page.locator("#describe [name=kind]").select_option("report")
    page.locator("#describe [name=name_de]").fill("Bericht der Werft")
    page.locator("#describe [name=publisher]").select_option(label="die Werft")
    page.keyboard.press("Enter")
    expect(page.locator("#message")).to_have_text("Described: Bericht der Werft")
    reviewing.go_to("die Werft")
    page.keyboard.press("w")
    assert page.locator("#write [name=form]").input_value() == "reported"
    report = page.locator("#write [name=according_to]").input_value()
    assert report.endswith("/report/bericht-der-werft")


def test_another_deal_of_the_same_parties_is_not_chosen(reviewing: Reviewing) -> None:
    """It is offered, but Enter alone never takes a supply for an acquisition."""
    page = reviewing.page
    reviewing.go_to("supply: Nordlicht")
    page.keyboard.press("a")
    page.locator("#strike [name=kind]").select_option("acquisition")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("1 corrected")
    page.locator("#filter").select_option("all")
    page.keyboard.press("Escape")
    _back_to_the_deal(page)
    page.keyboard.press("a")
    expect(page.locator("#choose input[type=checkbox]")).not_to_be_checked()
    page.keyboard.press("Alt+n")
    expect(page.locator("#strike [name=kind]")).to_have_value("supply")


def _back_to_the_deal(page: Page) -> None:
    page.locator("#proposals > li", has_text="supply: Nordlicht").locator("strong").click()


def test_no_end_of_a_relation_is_chosen_for_the_person(browser: Browser, tmp_path: Path) -> None:
    """Where a proposed end has become no statement yet, Enter alone writes nothing."""
    quotes = extraction().quotes
    cue = (span("freue sich nicht"),)
    ends = End(2, span("Die Werft")[0]), End(1, span("Der Bau solle")[0])
    drawn = Relation("disputes", *ends, cue, (), source("denies"))
    desk = make_desk(tmp_path, Extraction("de", quotes=quotes, relations=(drawn,)))
    session = desk.session()
    for name in ("one", "other"):
        session.write(replace(DRAFT, name=name))
    with _opened(browser, desk) as reviewing:
        reviewing.go_to("disputes")
        reviewing.page.keyboard.press("w")
        expect(reviewing.page.locator("#relate-from")).to_have_value("")
        reviewing.page.keyboard.press("Enter")
        expect(reviewing.page.locator("#relate")).to_be_visible()
    assert desk.session().decisions == {}


def test_no_report_is_chosen_where_a_statement_is_meant(browser: Browser, tmp_path: Path) -> None:
    """The one report that is described is no answer to which of the statements is answered."""
    quotes = extraction().quotes
    cue = (span("freue sich nicht"),)
    ends = End(2, span("Die Werft")[0]), End(1, span("Der Bau solle")[0])
    drawn = Relation("respondsTo", *ends, cue, (), source("answers"))
    desk = make_desk(tmp_path, Extraction("de", quotes=quotes, relations=(drawn,)))
    session = desk.session()
    session.write(DRAFT)
    describe(session, NewThing("report", "Bericht", "report", "", MEDIUM))
    with _opened(browser, desk) as reviewing:
        reviewing.go_to("responds to")
        reviewing.page.keyboard.press("w")
        expect(reviewing.page.locator("#relate-to")).to_have_value("")


def test_a_decision_goes_on_in_the_list_that_was_chosen(reviewing: Reviewing) -> None:
    """Mentions first, as the guide says: a deal between two of them does not come up."""
    page = reviewing.page
    page.keyboard.press("f")
    page.get_by_label("Show").select_option("mention")
    page.keyboard.press("Escape")
    current = page.locator("#proposals > li[aria-current=true]")
    for done in range(1, page.locator("#proposals > li").count()):
        expect(current).to_contain_text("mention")
        page.keyboard.press("r")
        page.keyboard.type("Doppelt.")
        page.keyboard.press("Enter")
        expect(page.get_by_role("status")).to_contain_text(f"{done} rejected")


def test_two_windows_do_not_write_over_each_other(reviewing: Reviewing) -> None:
    """The second one is told, shows what the first one did, and keeps what was typed."""
    first = reviewing.page
    second = first.context.new_page()
    second.goto(first.url)
    expect(second.get_by_role("status")).to_contain_text("10 open")
    first.keyboard.press("r")
    first.keyboard.type("Doppelt.")
    first.keyboard.press("Enter")
    expect(first.get_by_role("status")).to_contain_text("1 rejected")
    second.keyboard.press("r")
    second.keyboard.type("Falsch.")
    second.keyboard.press("Enter")
    expect(second.get_by_role("alert")).to_contain_text("another window")
    expect(second.get_by_role("alert")).to_contain_text(
        "Decided on this proposal: rejected: Doppelt."
    )
    expect(second.get_by_role("status")).to_contain_text("1 rejected")
    (decision,) = read_review(reviewing.desk.workspace, SLUG).decisions
    assert decision.reason_de == "Doppelt."
    second.close()


def test_a_gloss_of_other_words_is_not_chosen(browser: Browser, tmp_path: Path) -> None:
    """A word of the sentence was replaced: the entry is offered with its gloss, for somebody to
    read and choose; a and Enter alone accept nothing."""
    desk = make_desk(tmp_path)
    session = desk.session()
    session.write(DRAFT, next(p.key for p in session.proposals if p.anchor.phrase[:7] == "Der Bau"))
    reword(desk)
    changed = replace(desk, article=Article.read(SLUG, desk.text))
    with _opened(browser, changed) as made:
        made.go_to("konjunktiv@1")
        made.page.keyboard.press("a")
        box = made.page.get_by_role("checkbox", name=DRAFT.gloss_en)
        expect(box).not_to_be_checked()
        made.page.keyboard.press("Enter")
        expect(made.page.locator("#message")).to_contain_text("accepted as which statement?")
        made.visit.errors.clear()  # the refusal
        box.check()
        made.page.keyboard.press("Enter")
        expect(made.page.get_by_role("status")).to_contain_text("1 accepted")
