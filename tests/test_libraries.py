"""Versions of libraries are what Python's own tools say."""

from importlib.metadata import PackageNotFoundError, distributions, version
from pathlib import Path

import pytest

from onrecord.libraries import versions


def test_versions_are_those_that_python_tells() -> None:
    names = {
        d.metadata["Name"].lower().replace("_", "-").replace(".", "-") for d in distributions()
    }
    assert {"rdflib", "pyshacl", "pillow", "onrecord"} <= names
    found = sorted(names)
    assert versions(found) == tuple(map(version, found))


def test_the_first_place_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As it does where a library is loaded; one that is installed in another way is found, too."""
    for folder in (
        "one/Pillow-1.0.dist-info",
        "two/pillow-2.0-py3.11.egg-info",
        "two/a_b.c-3.dist-info",
    ):
        (tmp_path / folder).mkdir(parents=True)
    monkeypatch.setattr(
        "sys.path", [str(tmp_path / "none"), *(str(tmp_path / n) for n in ("one", "two"))]
    )
    assert versions(["pillow", "a-b-c"]) == ("1.0", "3")
    (tmp_path / "other-4.egg-info").mkdir()
    with pytest.raises(PackageNotFoundError):
        versions(["other"])
