"""Questions to the SPARQL page: asked by a shared address, waited for, taken home as a file."""

from pathlib import Path
from urllib.parse import quote

from playwright.sync_api import Page, expect

NOTE = ".sparql-notes .note"


def run(page: Page, query: str) -> None:
    """Opens a shared query, which runs at once."""
    page.goto(page.url.partition("#")[0] + f"#query={quote(query)}&run=1")


def run_to_end(page: Page, query: str) -> None:
    """Opens a shared query and waits for the end of its run, not of the one before."""
    page.locator(".sparql-status").evaluate("e => { e.textContent = '' }")
    run(page, query)
    expect(page.locator("[data-sparql-results]")).to_have_attribute("aria-busy", "false")
    expect(page.locator(".sparql-status")).to_contain_text("ms")


def file_of(page: Page, name: str) -> str:
    """The text of the file behind a download button."""
    with page.expect_download() as waiting:
        page.locator(".sparql-downloads").get_by_role("button", name=name).click()
    return Path(waiting.value.path()).read_text(encoding="utf-8")
