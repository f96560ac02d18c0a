"""Identifiers under attack: no file outside, no two files in one, no name that a system keeps."""

import random
import sys
import unicodedata
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest

from hostile.strings import INJECTIONS, PLAIN, REFUSED
from onrecord.errors import IdentityError, OnrecordError, SystemFailure
from onrecord.names import KINDS, Names, check_iri, collisions, is_slug, slug
from onrecord.output import Output

pytestmark = pytest.mark.system

NAMES = Names("https://example.org/kg/")
DEVICES = {"con", "prn", "aux", "nul", *(f"{d}{n}" for d in ("com", "lpt") for n in range(10))}


def _names(count: int) -> Iterator[str]:
    """Hostile names: the corpus, paths, devices, folding pairs, and mixtures at random."""
    dots = ("", ".", "..", "...", "%2e%2e", "..%2f", "%00", "\0", "~", "-", "--", "_", "a.", ".a")
    yield from (*PLAIN, *INJECTIONS, *REFUSED, *dots)
    yield from (f"{a}/{b}" for a, b in product(dots, dots))
    for device in sorted(DEVICES):
        yield from (
            device,
            device.upper(),
            f"{device}.txt",
            f"{device} ",
            f"{device}.",
            f"a/{device}",
        )
    folding = "ſßẞİıKÅΩﬀµÇé"
    yield from (f"{a}{b}{a}" for a, b in product(folding, folding))
    chance = random.Random(6)
    alphabet = "aA0-_./\\%~ äİﬀ\u0301\u202e\u200b\n\0:?#*|<>\"'"
    for _ in range(count):
        yield "".join(chance.choices(alphabet, k=chance.randint(1, 12)))


def _iris(names: list[str]) -> Iterator[str]:
    bases = (NAMES.base, NAMES.base + "company/", "https://w3id.org/onrecord/scheme/", "file:///")
    for number, name in enumerate(names):
        yield bases[number % len(bases)] + name


def _attacked(names: list[str]) -> dict[str, str]:
    """Every path that a hostile name or IRI gets: path → IRI."""
    paths: dict[str, str] = {}
    for number, name in enumerate(names):
        kind = KINDS[number % len(KINDS)]
        for made in (name, slug(name)):
            try:
                iri = NAMES.iri(kind, made)
            except IdentityError:
                continue
            assert check_iri(iri) == iri
            paths[NAMES.path(iri)] = iri
    for iri in _iris(names):
        try:
            path = NAMES.path(iri)
        except IdentityError:
            continue
        assert paths.setdefault(path, iri.partition("#")[0]) == iri.partition("#")[0], path
    return paths


def _harmless(path: str) -> bool:
    parts = path.split("/")
    plain = all(is_slug(part) and part.isascii() and part == part.lower() for part in parts)
    return plain and not DEVICES & set(parts) and max(map(len, parts)) <= 120


def _hold(names: list[str], folder: Path) -> None:
    paths = _attacked(names)
    assert len(paths) > 100
    assert [p for p in paths if not _harmless(p)] == []
    assert collisions(paths) == []
    assert len({unicodedata.normalize("NFC", p).casefold() for p in paths}) == len(paths)
    for path, iri in paths.items():
        assert NAMES.path(iri) == path
    Output(folder / "public").publish((f"{p}.html", p.encode()) for p in sorted(paths))
    present = {p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file()}
    assert all(p.startswith(".public-") for p in present)
    for path in paths:
        assert (folder / "public" / f"{path}.html").read_bytes() == path.encode()


def test_hostile_names_make_harmless_files(tmp_path: Path) -> None:
    """The corpus and 1,000 mixtures: each is refused, or has a file of its own inside."""
    _hold(list(_names(1_000)), tmp_path)


@pytest.mark.torture
def test_ten_thousand_hostile_names_make_harmless_files(tmp_path: Path) -> None:
    """The same with 10,000 and more."""
    names = list(_names(10_000))
    assert len(names) > 10_000
    _hold(names, tmp_path)


@pytest.mark.parametrize(
    "path", ["../x", "/etc/x", "a/../../x", "a\\..\\x", "a\0b", "", "..", "a/../b"]
)
def test_the_writer_itself_stays_inside(tmp_path: Path, path: str) -> None:
    """Even a path that nobody checked before is refused, and nothing is published."""
    with pytest.raises(SystemFailure):
        Output(tmp_path / "in" / "public").publish([(path, b"x")])
    assert not (tmp_path / "in" / "public").exists()
    assert {p.name for p in tmp_path.rglob("*") if p.is_file()} <= {".public-build.lock"}


@pytest.mark.parametrize(("one", "other"), [("a/B.html", "a/b.html"), ("é.html", "e\u0301.html")])
def test_two_files_that_some_system_takes_for_one_are_refused(
    tmp_path: Path, one: str, other: str
) -> None:
    """Case folding and normal forms decide; the old publication stays."""
    with pytest.raises(SystemFailure, match="are one file on some systems"):
        Output(tmp_path / "public").publish([(one, b"1"), (other, b"2")])


def test_no_character_hides_in_an_iri() -> None:
    """Over all of Unicode: what `check_iri` accepts can be seen and is no space."""
    accepted = set()
    for code in range(sys.maxunicode + 1):
        try:
            check_iri(f"https://example.org/{chr(code)}")
        except OnrecordError:
            continue
        accepted.add(unicodedata.category(chr(code)))
    assert not accepted & {"Cc", "Cf", "Cs", "Co", "Zs", "Zl", "Zp"}


def test_refusals_name_the_culprit() -> None:
    """The message shows the name with every hidden character written out."""
    for name in ("a\u202eb", "A", "..", "x" * 121, "con"):
        with pytest.raises(IdentityError) as caught:
            NAMES.iri("company", name)
        assert repr(name) in str(caught.value) and caught.value.hint
        assert "\u202e" not in str(caught.value)
