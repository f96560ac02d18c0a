"""The wheel is the whole product: in an empty folder of a fresh environment it makes a website."""

import os
import subprocess
import sys
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A fresh virtual environment with nothing in it but the wheel and what it requires."""
    folder = tmp_path_factory.mktemp("wheel")
    quiet = ["--quiet", "--disable-pip-version-check"]
    build = [sys.executable, "-m", "pip", "wheel", *quiet, "--no-deps", "-w", str(folder)]
    subprocess.run([*build, str(ROOT)], check=True, timeout=300)
    (wheel,) = folder.glob("onrecord-*.whl")
    home = folder / "venv"
    venv.create(home, with_pip=True)
    install = [str(home / "bin" / "python"), "-m", "pip", "install", *quiet]
    constraints = ["-c", str(_constraints(folder))]
    subprocess.run([*install, *constraints, str(wheel)], check=True, timeout=300)
    return home / "bin" / "onrecord"


def _constraints(folder: Path) -> Path:
    """The versions of the lock file, without hashes, which pip wants for all files or none."""
    lines = (ROOT / "requirements.lock").read_text(encoding="utf-8").splitlines()
    pins = [line.removesuffix(" \\") for line in lines if line and not line.startswith(" ")]
    path = folder / "constraints.txt"
    path.write_text("\n".join(pins) + "\n", encoding="utf-8")
    return path


@pytest.mark.packaging
def test_a_wheel_makes_a_publication(installed: Path, tmp_path: Path) -> None:
    """init, new, anchor, check, build and verify work with no repository in sight."""
    text = tmp_path / "text.txt"
    text.write_text("Der Verlag prüft einen Verkauf, sagte die Chefin.\n", encoding="utf-8")
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "VIRTUAL"))}

    def onrecord(*args: str, folder: Path) -> None:
        command = [str(installed), *args]
        ran = subprocess.run(
            command,
            cwd=folder,
            env=environment,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
        assert ran.returncode == 0, f"{args}: {ran.stdout}{ran.stderr}"

    onrecord("init", "newsroom", folder=tmp_path)
    home = tmp_path / "newsroom"
    source = ("--url", "https://example.org/1", "--publisher", "Morgenblatt")
    onrecord("new", "house-sale", "--text", str(text), *source, folder=home)
    onrecord("anchor", "house-sale", "--text", str(text), folder=home)
    onrecord("check", folder=home)
    onrecord("build", folder=home)
    onrecord("verify", folder=home)
    assert (home / "public" / "index.html").is_file()
    assert (home / "public" / "article" / "house-sale.html").is_file()
    assert list((home / "public" / "assets").glob("*.js"))
