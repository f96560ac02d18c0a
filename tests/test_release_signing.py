"""Statements signed with the key of a newsroom."""

import sys
from pathlib import Path

import pytest

from onrecord.errors import SourceError, SystemFailure, UsageError
from onrecord.publish.history import releases
from onrecord.release import (
    SIGNED,
    Signer,
    fingerprints,
    sign_release,
    verify_release,
    verify_signed,
)
from onrecord.workspace import Workspace

pytestmark = pytest.mark.system

NEWSROOM = "https://example.org/newsroom"


@pytest.fixture(scope="module")
def key(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A newsroom's key, made for the test."""
    rsa = pytest.importorskip("Crypto.PublicKey.RSA")
    path = tmp_path_factory.mktemp("key") / "key.pem"
    path.write_bytes(rsa.generate(2048).export_key("PEM", pkcs=8) + b"\n")
    return path


def test_statements_are_signed(released_copy: Workspace, key: Path) -> None:
    """Each is a valid nanopublication by the library's own checker, the same every time."""
    pytest.importorskip("nanopub")
    (past,) = releases(released_copy)
    signer = Signer(NEWSROOM, key)
    assert sign_release(past, released_copy, signer) == 2
    path = past.folder / SIGNED
    first_time = path.read_bytes()
    assert verify_signed(path, released_copy.config.names) == []
    assert len(fingerprints(path)) == 1
    sign_release(past, released_copy, signer)
    assert path.read_bytes() == first_time
    assert verify_release(past.folder) == []


def test_a_changed_statement_breaks_its_signature(released_copy: Workspace, key: Path) -> None:
    """One word, and the other statement stays valid; a file of something else is named."""
    pytest.importorskip("nanopub")
    (past,) = releases(released_copy)
    sign_release(past, released_copy, Signer(NEWSROOM, key))
    path = past.folder / SIGNED
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("Es gibt keine Zusage", "Es gibt eine Zusage"), encoding="utf-8")
    assert len(verify_signed(path, released_copy.config.names)) == 1
    path.write_text("<a", encoding="utf-8")
    with pytest.raises(SourceError, match="cannot be read"):
        verify_signed(path, released_copy.config.names)


def test_a_key_must_be_one(released_copy: Workspace, tmp_path: Path) -> None:
    """A missing file and one that holds no key are wrong use."""
    pytest.importorskip("nanopub")
    (past,) = releases(released_copy)
    with pytest.raises(UsageError, match="cannot be read"):
        sign_release(past, released_copy, Signer(NEWSROOM, tmp_path / "none.pem"))
    (tmp_path / "no.pem").write_text("no key at all\n", encoding="ascii")
    with pytest.raises(UsageError, match="no RSA private key"):
        sign_release(past, released_copy, Signer(NEWSROOM, tmp_path / "no.pem"))


def test_without_the_library_nothing_is_signed(
    released_copy: Workspace, key: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And it says what to install."""
    monkeypatch.setitem(sys.modules, "nanopub", None)
    (past,) = releases(released_copy)
    with pytest.raises(SystemFailure, match="not installed"):
        sign_release(past, released_copy, Signer(NEWSROOM, key))
