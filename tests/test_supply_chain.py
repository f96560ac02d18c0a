"""The supply chain: locked with hashes, free of copyleft, and listed in a bill of materials."""

import importlib.util
import json
import re
import subprocess
import sys
import tomllib
from importlib.machinery import SourceFileLoader
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from typing import Any

import pytest
from packaging.markers import Marker

ROOT = Path(__file__).resolve().parent.parent
LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")
PINS = re.findall(r"^([A-Za-z0-9._-]+)==([^\s;]+)", LOCK, re.MULTILINE)
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
# Optional, and used only through its own interface; its licence permits that.
WEAK_COPYLEFT = {"hanta"}
PERMISSIVE = re.compile(
    r"MIT|BSD|Apache|ISC|MPL|Mozilla|PSF|Python Software|W3C|Unlicense|CC0|0BSD|Zlib|OFL|CC-BY-4",
    re.IGNORECASE,
)
# Their metadata name no licence; their licence files were read.
READ_BY_US = {"axe-playwright-python": "MIT"}
# Where one licence of two may be chosen, the one that is.
CHOSEN = {"BSD-2-Clause OR LGPL-2.1-or-later": "BSD-2-Clause"}


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _licence(found: Distribution) -> str:
    """Everything that the metadata say about the licence, shortened."""
    metadata = found.metadata
    said = [metadata.get("License-Expression"), (metadata.get("License") or "")[:200]]
    said += [c for c in metadata.get_all("Classifier") or [] if c.startswith("License")]
    whole = " | ".join(filter(None, said)) or READ_BY_US.get(_normal(metadata["Name"]), "")
    for both, one in CHOSEN.items():
        whole = whole.replace(both, one)
    return whole


def _closure() -> dict[str, str]:
    """Every installed package that onrecord needs, directly or not, and its licence."""
    found: dict[str, str] = {}
    waiting = [_name(line) for line in PROJECT["project"]["dependencies"]]
    waiting += [n for extra in PROJECT["project"]["optional-dependencies"].values() for n in extra]
    waiting += PROJECT["dependency-groups"]["dev"]
    while waiting:
        name = _normal(_name(waiting.pop()))
        if name in found:
            continue
        try:
            package = distribution(name)
        except PackageNotFoundError:
            continue
        found[name] = _licence(package)
        waiting += [r for r in package.requires or [] if "extra ==" not in r]
    return found


def _name(requirement: str) -> str:
    match = re.match(r"[A-Za-z0-9._-]+", requirement)
    assert match, requirement
    return match[0]


def test_every_pin_has_hashes_and_no_address() -> None:
    """Whoever installs gets the bytes that were tested, from whichever mirror."""
    blocks = [b for b in re.split(r"\n(?=\S)", LOCK) if "==" in b]
    assert len(blocks) == len(PINS) > 50
    assert [b.split()[0] for b in blocks if "--hash=sha256:" not in b] == []
    assert not re.search(r"https?://|--(extra-)?index-url|--find-links|git\+", LOCK)


def test_every_dependency_is_pinned() -> None:
    """What pyproject.toml asks for is in the lock file."""
    pinned = {_normal(name) for name, _ in PINS}
    asked = {_normal(_name(line)) for line in PROJECT["project"]["dependencies"]}
    assert asked - pinned == set()


def test_no_dependency_is_copyleft() -> None:
    """No GPL or AGPL anywhere; LGPL only in an extra that is named here."""
    closure = _closure()
    assert len(closure) > 50
    found = {n: said for n, said in closure.items() if re.search(r"\bA?L?GPL", said, re.IGNORECASE)}
    assert set(found) <= WEAK_COPYLEFT
    assert all(re.search(r"LGPL", said) for said in found.values())
    extras = PROJECT["project"]["optional-dependencies"]
    asked = {_normal(_name(line)) for lines in extras.values() for line in lines}
    assert asked >= WEAK_COPYLEFT


def test_every_dependency_has_a_known_licence() -> None:
    """A package that says nothing, or something new, is looked at by a person."""
    unknown = {n: s for n, s in _closure().items() if not PERMISSIVE.search(s)}
    assert set(unknown) <= WEAK_COPYLEFT, unknown


def test_the_front_end_is_locked_and_permissive() -> None:
    """Every npm package has a hash and a permissive licence; no install script runs."""
    lock = json.loads((ROOT / "site/scripts/package-lock.json").read_text(encoding="utf-8"))
    entries = {path: entry for path, entry in lock["packages"].items() if path}
    assert len(entries) > 10
    assert [p for p, e in entries.items() if not e["integrity"].startswith("sha512-")] == []
    assert [p for p, e in entries.items() if "resolved" in e] == []
    licences = {e["license"] for p, e in entries.items()}
    assert not any(re.search(r"GPL", said) for said in licences)
    assert all(PERMISSIVE.search(said) for said in licences), licences
    settings = (ROOT / "site/scripts/.npmrc").read_text(encoding="utf-8")
    assert "ignore-scripts=true" in settings


@pytest.fixture(scope="module")
def bill() -> dict[str, Any]:
    """The bill of materials as the build of the wheel writes it."""
    pytest.importorskip("hatchling")
    spec = importlib.util.spec_from_file_location("hatch_build", ROOT / "hatch_build.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    text = module.sbom(ROOT, "0.1.0")
    assert text == module.sbom(ROOT, "0.1.0")
    table: dict[str, Any] = json.loads(text)
    return table


def test_the_bill_names_everything(bill: dict[str, Any]) -> None:
    """Every pin and every bundled npm package, each with version, address and hash."""
    assert (bill["bomFormat"], bill["specVersion"]) == ("CycloneDX", "1.6")
    parts = {part["bom-ref"]: part for part in bill["components"]}
    assert len(parts) == len(bill["components"])
    for name, version in PINS:
        assert f"pkg:pypi/{_normal(name)}@{version}" in parts
    assert any(ref.startswith("pkg:npm/%40codemirror/") for ref in parts)
    for part in parts.values():
        assert part["hashes"] and all(
            re.fullmatch("[0-9a-f]+", h["content"]) for h in part["hashes"]
        )


def test_the_bill_says_what_is_needed(bill: dict[str, Any]) -> None:
    """The direct dependencies and what is bundled are required; nothing dangles."""
    parts = {part["bom-ref"] for part in bill["components"]}
    (edge,) = bill["dependencies"]
    assert set(edge["dependsOn"]) <= parts
    asked = {_normal(_name(line)) for line in PROJECT["project"]["dependencies"]}
    needed = {
        r.removeprefix("pkg:pypi/").partition("@")[0] for r in edge["dependsOn"] if "pypi" in r
    }
    assert needed == asked
    assert "time" not in json.dumps(bill["metadata"])


def test_the_threat_model_names_tests_that_exist() -> None:
    """Every promise of SECURITY.md is held by a test that is there."""
    text = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`(tests/[\w/.]+\.py)`", text))
    assert len(named) >= 10
    assert [path for path in sorted(named) if not (ROOT / path).is_file()] == []


def _audit() -> Any:
    """The script behind `make audit`, as a module."""
    loader = SourceFileLoader("audit", str(ROOT / ".ci/audit"))
    spec = importlib.util.spec_from_loader("audit", loader)
    assert spec is not None
    module = importlib.util.module_from_spec(spec)
    loader.exec_module(module)
    return module


SOUND = {"name": "a", "version": "1", "vulns": []}
WEAK = {"name": "b", "version": "2", "vulns": [{"id": "PYSEC-1", "fix_versions": ["3"]}]}
UNKNOWN = {"name": "c", "skip_reason": "could not be audited"}


@pytest.mark.parametrize(
    ("packages", "code", "said"),
    [
        ([SOUND], 0, "1 of 1 packages were looked at"),
        ([SOUND, WEAK], 1, "b 2: PYSEC-1, mended in 3"),
        ([SOUND, UNKNOWN], 3, "nobody answered for: c"),
        ([WEAK, UNKNOWN], 1, "nobody answered for: c"),
        ([], 3, "0 of 0 packages"),
    ],
)
def test_an_audit_that_nobody_answered_is_no_success(
    packages: list[dict[str, Any]], code: int, said: str
) -> None:
    """pip-audit itself ends with 0 where the service knows nothing of a package."""
    found, lines = _audit().judge({"dependencies": packages})
    assert found == code
    assert any(said in line for line in lines)


@pytest.mark.torture
def test_the_audit_runs() -> None:
    """Against whatever service there is: nothing known, or nobody knows; it says for how many."""
    done = subprocess.run(
        [sys.executable, str(ROOT / ".ci/audit")], capture_output=True, text=True, check=False
    )
    assert done.returncode in (0, 3), done.stdout + done.stderr
    markers = re.findall(r"^[A-Za-z0-9._-]+==[^\s;]+(?: ; (.+?))? \\$", LOCK, re.MULTILINE)
    assert len(markers) == len(PINS)
    here = [m for m in markers if not m or Marker(m).evaluate()]
    assert f"of {len(here)} packages were looked at" in done.stdout
