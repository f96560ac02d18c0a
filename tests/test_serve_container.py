"""The steps of the Dockerfile work as a script, without a container engine."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import hosts
from serving import write

pytestmark = pytest.mark.system

ROOT = Path(__file__).parent.parent
TEXT = (ROOT / "Dockerfile").read_text()
LINES = [line for line in TEXT.splitlines() if line and not line.startswith("#")]
PREFIX = "/opt/onrecord/bin/"


def told(instruction: str) -> list[str]:
    """What follows an instruction, for each time that it stands there."""
    return [
        line.removeprefix(instruction).strip() for line in LINES if line.startswith(instruction)
    ]


def test_what_is_copied_is_there() -> None:
    """Each source of the first stage exists in the repository, and nothing private is sent."""
    sources = [line.split()[0] for line in told("COPY") if not line.startswith("--from")]
    assert sources
    assert all((ROOT / source).exists() for source in sources)
    ignored = (ROOT / ".dockerignore").read_text().splitlines()
    assert {".git", ".venv", "public"} <= set(ignored)


def test_the_image_serves_and_tells_its_health(tmp_path: Path) -> None:
    """CMD serves a publication, HEALTHCHECK is content with it and is not once it has ended."""
    port = hosts.free_port()
    public = write(tmp_path / "public")

    def here(command: list[str]) -> list[str]:
        places = {"/srv/public": str(public), "8000": str(port), "0.0.0.0": "127.0.0.1"}
        tools = str(Path(sys.executable).parent) + "/"
        moved = [places.get(part, part).replace(PREFIX, tools) for part in command]
        return [part.replace(":8000/", f":{port}/") for part in moved]

    (command,) = told("CMD")
    check = here(json.loads(told("HEALTHCHECK")[0].partition("CMD ")[2]))
    with hosts.running(here(json.loads(command)), port, tmp_path / "log"):
        assert subprocess.run(check, check=False).returncode == 0
        assert hosts.fetch(port, "/company/nordwind", Accept="text/turtle").status == 303
    assert subprocess.run(check, check=False, capture_output=True).returncode != 0
    assert told("USER") == ["nobody"]


@pytest.mark.torture
def test_the_build_steps_make_a_publication(tmp_path: Path) -> None:
    """Every RUN of the first stage, on a copy of what git tracks, ends in a publication."""
    work = tmp_path / "work"
    tracked = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True
    ).stdout.decode()
    for name in filter(None, tracked.split("\0")):
        if (ROOT / name).is_file():
            (work / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, work / name)
    for step in told("RUN"):
        moved = step.replace("/opt/", f"{tmp_path}/opt/").replace("/srv/", f"{tmp_path}/srv/")
        moved = re.sub(r"^python ", f"{sys.executable} ", moved)
        (tmp_path / "srv").mkdir(exist_ok=True)
        subprocess.run(moved, shell=True, cwd=work, check=True, env=dict(os.environ))
    assert (tmp_path / "srv/public/data/onrecord.nq").is_file()
