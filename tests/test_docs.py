"""The documentation is true: its commands run, its links lead somewhere."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from onrecord.rdf.read import parse_turtle

pytestmark = pytest.mark.system

ROOT = Path(__file__).resolve().parent.parent
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("**/*.md"), ROOT / "bench/quotes.md"])
TESTED = re.compile(r"<!-- tested -->\n```sh\n(.*?)```", re.DOTALL)


def _blocks() -> list[tuple[str, str]]:
    found = []
    for page in PAGES:
        if page.is_file():
            text = page.read_text(encoding="utf-8")
            found += [
                (page.relative_to(ROOT).as_posix(), m.group(1)) for m in TESTED.finditer(text)
            ]
    return found


@pytest.mark.parametrize(("page", "script"), _blocks())
def test_the_commands_of_a_page_run(page: str, script: str, tmp_path: Path) -> None:
    """Every block under `<!-- tested -->` is run in an empty folder, as it stands."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    ran = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", script],
        cwd=tmp_path,
        env={**os.environ, "PATH": path},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert ran.returncode == 0, f"{page}: {ran.stdout}{ran.stderr}"


def test_a_tombstone_can_be_copied_as_it_stands() -> None:
    """The file is a new one: its prefixes are declared, and a withdrawn statement is complete."""
    text = (ROOT / "docs" / "releasing.md").read_text(encoding="utf-8")
    (block,) = (b for b in re.findall(r"```turtle\n(.*?)```", text, re.DOTALL) if "as:Tomb" in b)
    told = {
        re.split("[/#]", t.predicate.value)[-1] for t in parse_turtle(block.encode(), "").triples
    }
    assert {"type", "formerType", "label", "comment", "invalidatedAtTime"} <= told


def test_readme_has_a_tested_block() -> None:
    """The way to a second article is one of them."""
    assert any(page == "README.md" and "onrecord new" in script for page, script in _blocks())


@pytest.mark.parametrize("page", [p for p in PAGES if p.is_file()], ids=lambda p: p.name)
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    """Relative links and pictures exist."""
    text = re.sub(r"```.*?```", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)
    links = re.findall(r"\]\(([^)#\s]+)", text)
    missing = [x for x in links if "://" not in x and not (page.parent / x).exists()]
    assert not missing


def test_every_command_is_in_the_documentation() -> None:
    """A command that nobody explains does not exist for its users."""
    from onrecord.cli.app import COMMANDS

    text = "".join(p.read_text(encoding="utf-8") for p in PAGES if p.is_file())
    assert [name for name in COMMANDS if f"onrecord {name}" not in text] == []
