"""Picture cards that the last build drew: taken from its publication where the words are the same.

A card is drawn from four texts and nothing else. The memory says for each path which texts its card
was drawn from, and the hash of its bytes; a file with other bytes is not taken.
"""

import hashlib
from collections.abc import Collection
from contextlib import suppress
from importlib import resources
from pathlib import Path
from typing import Final

from onrecord.errors import OnrecordError
from onrecord.libraries import versions
from onrecord.output.sealed import read_sealed, write_sealed
from onrecord.workspace import Workspace

Words = tuple[str, str, str, str]
_FILE: Final = "cards.bin"
Table = dict[str, tuple[bytes, bytes]]
"""By path, SHA-256 of the words and of the bytes of a card."""


class Drawn:
    """The cards of a workspace's last publication, and what this one is to remember."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._state = _state()
        self._known = self._read()
        self._noted: Table = {}

    def card(self, path: str, words: Words) -> bytes:
        """The card at a path of the publication, drawn only where it is not there already."""
        texts, sha = self._known.get(path, (b"", b""))
        if texts == _hash(words):
            with suppress(OSError):
                data = (self._workspace.public / path).read_bytes()
                if hashlib.sha256(data).digest() == sha:
                    return data
        # Loaded here because most builds draw none.
        from onrecord.publish.site.pictures.card import card

        return card(*words)

    def note(self, path: str, words: Words, data: bytes) -> None:
        """Remembers a card for the next build."""
        self._noted[path] = (_hash(words), hashlib.sha256(data).digest())

    def rest(self, gone: Collection[str]) -> None:
        """Remembers all other cards but those that are gone."""
        self._noted = {**self._known, **self._noted}
        for path in gone:
            self._noted.pop(path, None)

    def keep(self) -> None:
        """Writes the memory; one that cannot be written costs time, not correctness."""
        if self._noted == self._known:
            return
        with suppress(OnrecordError, OSError):
            path = self._workspace.inside(self._workspace.cache / _FILE)
            write_sealed(path, (self._state, self._noted))

    def _read(self) -> Table:
        with suppress(OSError, ValueError, TypeError, OnrecordError):
            path = self._workspace.inside(self._workspace.cache / _FILE)
            state, cards = read_sealed(path)
            if state == self._state:
                return dict(cards)
        return {}


def _hash(words: Words) -> bytes:
    return hashlib.sha256("\0".join(words).encode("utf-8", "surrogatepass")).digest()


def _state() -> str:
    """What a card depends on beside its words: how it is drawn, and with which faces."""
    drawing = Path(__file__).with_name("card.py").read_bytes()
    digest = hashlib.sha256(f"{versions(['pillow'])[0]}\0".encode() + drawing)
    with suppress(ModuleNotFoundError, FileNotFoundError):
        fonts = resources.files("onrecord_assets") / "fonts"
        for file in sorted(fonts.iterdir(), key=lambda f: f.name):
            digest.update(file.name.encode() + file.read_bytes())
    return digest.hexdigest()
