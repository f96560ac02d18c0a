"""One browser a run, one context a test; a page that logs an error fails its test."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from chromium import FLAGS, NoBrowserError, find_chromium
from fileserver import served
from playwright.sync_api import Browser, expect, sync_playwright
from publication import ROOT, publish
from trial import write_trial_site
from visit import Open, Visit, visit

from onrecord.workspace import Workspace

_PATIENCE = 15_000
"""Milliseconds for which a page, or what is expected of it, is waited for."""
expect.set_options(timeout=_PATIENCE)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A headless Chromium."""
    try:
        program = find_chromium()
    except NoBrowserError as error:
        pytest.fail(str(error), pytrace=False)
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=program, args=list(FLAGS))
        yield started
        started.close()


@pytest.fixture(scope="session")
def trial_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the contract, written once."""
    folder = tmp_path_factory.mktemp("trial") / "ein Ordner"
    write_trial_site(folder)
    return folder


@pytest.fixture(scope="session")
def trial_server(trial_folder: Path) -> Iterator[str]:
    """The site of the contract at an http address."""
    with served(trial_folder) as address:
        yield address


@pytest.fixture(params=["http", "file"])
def trial(request: pytest.FixtureRequest, trial_folder: Path, trial_server: str) -> str:
    """The root of the trial site, from a server and from the disk."""
    return trial_server if request.param == "http" else f"{trial_folder.as_uri()}/"


@pytest.fixture(scope="session")
def site_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real publication, built once."""
    return publish(Workspace.find(ROOT), tmp_path_factory.mktemp("site") / "public")


@pytest.fixture(scope="session")
def site_server(site_folder: Path) -> Iterator[str]:
    """The real publication at an http address."""
    with served(site_folder) as address:
        yield address


@pytest.fixture(params=["http", "file"])
def site(request: pytest.FixtureRequest, site_folder: Path, site_server: str) -> str:
    """The root of the real publication, from a server and from the disk."""
    return site_server if request.param == "http" else f"{site_folder.as_uri()}/"


@pytest.fixture
def visiting(browser: Browser) -> Iterator[Open]:
    """Opens a site in a context of its own; at the end no page may have failed or left home."""
    made: list[Visit] = []

    def start(root: str, **options: object) -> Visit:
        context = browser.new_context(**options)  # type: ignore[arg-type]
        context.set_default_timeout(_PATIENCE)
        made.append(visit(context, root))
        return made[-1]

    yield start
    for done in made:
        done.page.context.close()
    assert [error for done in made for error in done.errors] == []
    assert [url for done in made for url in done.foreign] == []
