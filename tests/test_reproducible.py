"""A build is a function of its sources: the same bytes wherever and whenever it runs."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from newsroom import write_small_workspace
from onrecord.output import MANIFEST

ENVIRONMENTS = [
    {"PYTHONHASHSEED": "0", "TZ": "UTC", "LC_ALL": "C"},
    {"PYTHONHASHSEED": "1", "TZ": "Asia/Kathmandu", "LC_ALL": "C.UTF-8"},
    {"PYTHONHASHSEED": "4711", "TZ": "America/St_Johns", "LANG": "de_DE.UTF-8"},
]


def _build(folder: Path, environment: dict[str, str]) -> bytes:
    subprocess.run(
        [sys.executable, "-m", "onrecord", "--quiet", "build"],
        cwd=folder,
        env={**os.environ, **environment},
        check=True,
        timeout=120,
    )
    return (folder / "public" / MANIFEST).read_bytes()


@pytest.fixture(scope="module")
def expected(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, bytes]:
    """The workspace and the manifest of its first build, which holds the hash of every file."""
    folder = tmp_path_factory.mktemp("first") / "workspace"
    write_small_workspace(folder)
    return folder, _build(folder, {"PYTHONHASHSEED": "42"})


@pytest.mark.parametrize("environment", ENVIRONMENTS, ids=lambda e: e["PYTHONHASHSEED"])
def test_environment_does_not_matter(
    expected: tuple[Path, bytes], environment: dict[str, str], tmp_path: Path
) -> None:
    """Hash seed, time zone, locale, folder and cold cache change no byte."""
    source, manifest = expected
    folder = tmp_path / "a folder with spaces" / "ümlaut"
    shutil.copytree(source / "kg", folder / "kg")
    shutil.copy(source / "onrecord.toml", folder)
    assert _build(folder, environment) == manifest


def test_the_order_of_files_does_not_matter(expected: tuple[Path, bytes], tmp_path: Path) -> None:
    """Files created in the opposite order, as another file system would list them."""
    source, manifest = expected
    folder = tmp_path / "w"
    for path in sorted(source.glob("kg/**/*"), reverse=True):
        if path.is_file():
            target = folder / path.relative_to(source)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(path, target)
    shutil.copy(source / "onrecord.toml", folder)
    assert _build(folder, {}) == manifest


def test_building_again_changes_nothing(expected: tuple[Path, bytes]) -> None:
    """A warm cache and an existing publication give the same bytes."""
    source, manifest = expected
    assert _build(source, {"PYTHONHASHSEED": "7"}) == manifest
