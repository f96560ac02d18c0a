"""A build is a function of its sources: the same bytes wherever and whenever it runs."""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path

import pytest

from newsroom import write_small_workspace
from onrecord.output import MANIFEST

pytestmark = pytest.mark.system

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Where and as what a build runs; `order` is how the files were created."""

    name: str
    environment: dict[str, str] = field(default_factory=dict)
    folder: str = "w"
    order: str = "listed"
    umask: int = 0o022
    cores: int = 0
    warm: bool = False
    at_once: int = 1
    python: str = sys.executable


ENVIRONMENTS = [
    Surroundings("utc", {"PYTHONHASHSEED": "0", "TZ": "UTC", "LC_ALL": "C"}),
    Surroundings(
        "kathmandu",
        {"PYTHONHASHSEED": "1", "TZ": "Asia/Kathmandu", "LC_ALL": "C.UTF-8"},
        "a folder with spaces/ümlaut",
        "reversed",
    ),
]
MANY = [
    Surroundings(
        "st-johns", {"PYTHONHASHSEED": "4711", "TZ": "America/St_Johns", "LANG": "de_DE.UTF-8"}
    ),
    Surroundings("kiritimati", {"PYTHONHASHSEED": "2", "TZ": "Pacific/Kiritimati"}),
    Surroundings("west", {"PYTHONHASHSEED": "4294967295", "TZ": "Etc/GMT+12"}),
    Surroundings("turkish", {"LANG": "tr_TR.UTF-8", "LC_ALL": "tr_TR.UTF-8"}),
    Surroundings("posix", {"LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}),
    Surroundings("latin", {"PYTHONIOENCODING": "latin-1", "PYTHONUTF8": "0"}),
    Surroundings("deep", folder="/".join(["deep"] * 20)),
    Surroundings("odd-name", folder="#?&%20'\"$(x)"),
    Surroundings("emoji", folder="\U0001f600/\u0308"),
    Surroundings("reversed", order="reversed"),
    Surroundings("shuffled", order="shuffled"),
    Surroundings("private", umask=0o077),
    Surroundings("open", umask=0o000),
    Surroundings("one-core", cores=1),
    Surroundings("all-cores", cores=os.cpu_count() or 1),
    Surroundings("warm", warm=True),
    Surroundings("warm-elsewhere", {"PYTHONHASHSEED": "3", "TZ": "Asia/Tokyo"}, warm=True),
    Surroundings("four-at-once", at_once=4),
    Surroundings("no-cache-of-code", {"PYTHONDONTWRITEBYTECODE": "1"}),
    Surroundings("optimised", {"PYTHONOPTIMIZE": "2"}),
    Surroundings("developer", {"PYTHONDEVMODE": "1", "PYTHONWARNINGS": "ignore"}),
    Surroundings("bare", {"HOME": "/nonexistent", "USER": "", "COLUMNS": "20", "NO_COLOR": "1"}),
]


def _build(folder: Path, where: Surroundings) -> bytes:
    """Builds, with as many processes at a time as asked for; the manifest has each file's hash."""

    def settle() -> None:
        os.umask(where.umask)
        if where.cores:
            os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[: where.cores])

    started = [
        subprocess.Popen(
            [where.python, "-m", "onrecord", "--quiet", "build"],
            cwd=folder,
            env={**os.environ, **where.environment},
            preexec_fn=settle,
        )
        for _ in range(where.at_once)
    ]
    assert 0 in [process.wait(300) for process in started]
    return (folder / "public" / MANIFEST).read_bytes()


def _copy(source: Path, folder: Path, order: str) -> None:
    """The sources, their files made in another order, as another file system would list them."""
    paths = sorted(p for p in source.glob("kg/**/*") if p.is_file())
    if order == "reversed":
        paths.reverse()
    elif order == "shuffled":
        paths = [*paths[1::2], *paths[::2]]
    for path in (*paths, source / "onrecord.toml"):
        target = folder / path.relative_to(source)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, target)


@pytest.fixture(scope="module")
def expected(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, bytes]:
    """The workspace and the manifest of its first build."""
    folder = tmp_path_factory.mktemp("first") / "workspace"
    write_small_workspace(folder)
    return folder, _build(folder, Surroundings("first", {"PYTHONHASHSEED": "42"}))


def _same(expected: tuple[Path, bytes], where: Surroundings, tmp_path: Path) -> None:
    source, manifest = expected
    folder = tmp_path / where.folder
    _copy(source, folder, where.order)
    assert _build(folder, where) == manifest
    if where.warm:
        shutil.rmtree(folder / "public", ignore_errors=True)
        (folder / "public").unlink(missing_ok=True)
        assert _build(folder, where) == manifest


@pytest.mark.parametrize("where", ENVIRONMENTS, ids=lambda w: w.name)
def test_environment_does_not_matter(
    expected: tuple[Path, bytes], where: Surroundings, tmp_path: Path
) -> None:
    """Hash seed, time zone, locale, folder, order of files and cold cache change no byte."""
    _same(expected, where, tmp_path)


def test_building_again_changes_nothing(expected: tuple[Path, bytes]) -> None:
    """A warm cache and an existing publication give the same bytes."""
    source, manifest = expected
    assert _build(source, Surroundings("again", {"PYTHONHASHSEED": "7"})) == manifest


@pytest.mark.torture
@pytest.mark.parametrize("where", MANY, ids=lambda w: w.name)
def test_no_environment_matters(
    expected: tuple[Path, bytes], where: Surroundings, tmp_path: Path
) -> None:
    """Another twenty: umask, number of processors, several builds at once, odd names and more."""
    _same(expected, where, tmp_path)


def _other_pythons() -> list[str]:
    """Interpreters of other supported versions: those on the path, and those of pyenv."""
    here = f"{sys.version_info.major}.{sys.version_info.minor}"
    found: dict[str, str] = {}
    versions = Path.home() / ".pyenv/versions"
    for minor in range(11, 20):
        name = f"python3.{minor}"
        on_path = [found_here] if (found_here := shutil.which(name)) else []
        for path in chain(on_path, map(str, sorted(versions.glob(f"3.{minor}.*/bin/{name}")))):
            runs = subprocess.run([path, "-c", "import venv"], check=False, capture_output=True)
            if f"3.{minor}" != here and runs.returncode == 0:
                found.setdefault(name, path)
    return sorted(found.values())


@pytest.mark.torture
def test_the_version_of_python_does_not_matter(
    expected: tuple[Path, bytes], tmp_path: Path
) -> None:
    """The newest Python that is installed here, with the same locked packages."""
    others = _other_pythons()
    if not others:
        pytest.skip("no other Python from 3.11 on is installed")
    subprocess.run([others[-1], "-m", "venv", str(tmp_path / "venv")], check=True)
    python = str(tmp_path / "venv/bin/python")
    install = [python, "-m", "pip", "install", "-q", "--disable-pip-version-check"]
    lock = ["--require-hashes", "-r", str(ROOT / "requirements.lock")]
    subprocess.run([*install, *lock], check=True)
    subprocess.run([*install, "--no-deps", str(ROOT)], check=True)
    _same(expected, Surroundings("other", python=python, folder="o"), tmp_path)
