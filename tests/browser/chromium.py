"""Where a Chromium is: named, installed, installable, or downloaded; in this order."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = (
    "chromium-headless-shell",  # draws no window of its own, which takes a third of the time
    "chromium",
    "chromium-browser",
    "chrome",
    "google-chrome",
    "google-chrome-stable",
)
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
NONE = (
    "No browser for the tests: install Chromium (`apt-get install chromium`, or "
    "`playwright install chromium`) or set ONRECORD_CHROMIUM to its program."
)


class NoBrowserError(Exception):
    """Nothing to test with; the message says what to install."""


def find_chromium() -> Path | None:
    """The program to start, None for Playwright's own, NoBrowserError for none."""
    named = os.environ.get("ONRECORD_CHROMIUM")
    if named:
        if not Path(named).is_file():
            raise NoBrowserError(f"ONRECORD_CHROMIUM is no file: {named}")
        return Path(named)
    found = _on_path()
    if found is None and _installed_by_apt():
        found = _on_path()
    if found is None and not _downloaded_by_playwright():
        raise NoBrowserError(NONE)
    return found


def _on_path() -> Path | None:
    return next((Path(found) for name in NAMES if (found := shutil.which(name))), None)


def _installed_by_apt() -> bool:
    if not shutil.which("apt-get") or os.geteuid() != 0:
        return False
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    install = ["apt-get", "install", "-y", "--no-install-recommends", "chromium"]
    return all(_runs(command, environment) for command in (["apt-get", "update"], install))


def _downloaded_by_playwright() -> bool:
    return _runs([sys.executable, "-m", "playwright", "install", "chromium"], dict(os.environ))


def _runs(command: list[str], environment: dict[str, str]) -> bool:
    try:
        done = subprocess.run(command, env=environment, capture_output=True, timeout=600)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0
