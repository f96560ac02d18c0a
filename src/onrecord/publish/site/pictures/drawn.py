"""Picture cards that the last build drew: taken from its publication where the words are the same.

A card is drawn from four texts and nothing else. The memory says for each path which texts its card
was drawn from, and the hash of its bytes; a file with other bytes is not taken.
"""

import hashlib
import json
from collections.abc import Collection
from contextlib import suppress
from importlib import resources
from importlib.metadata import version
from pathlib import Path
from typing import Any, Final

from onrecord.errors import OnrecordError
from onrecord.output import write_file
from onrecord.workspace import Workspace

Words = tuple[str, str, str, str]
_FILE: Final = "cards.json"


class Drawn:
    """The cards of a workspace's last publication, and what this one is to remember."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._state = _state()
        self._known = self._read()
        self._noted: dict[str, tuple[str, str]] = {}

    def card(self, path: str, words: Words) -> bytes:
        """The card at a path of the publication, drawn only where it is not there already."""
        texts, sha = self._known.get(path, ("", ""))
        if texts == _hash(words):
            with suppress(OSError):
                data = (self._workspace.public / path).read_bytes()
                if hashlib.sha256(data).hexdigest() == sha:
                    return data
        # Loaded here because most builds draw none.
        from onrecord.publish.site.pictures.card import card

        return card(*words)

    def note(self, path: str, words: Words, data: bytes) -> None:
        """Remembers a card for the next build."""
        self._noted[path] = (_hash(words), hashlib.sha256(data).hexdigest())

    def rest(self, gone: Collection[str]) -> None:
        """Remembers all other cards but those that are gone."""
        self._noted = {**self._known, **self._noted}
        for path in gone:
            self._noted.pop(path, None)

    def keep(self) -> None:
        """Writes the memory; one that cannot be written costs time, not correctness."""
        if self._noted == self._known:
            return
        table = {"state": self._state, "cards": self._noted}
        with suppress(OnrecordError, OSError):
            path = self._workspace.inside(self._workspace.cache / _FILE)
            write_file(path, json.dumps(table).encode())

    def _read(self) -> dict[str, tuple[str, str]]:
        try:
            path = self._workspace.inside(self._workspace.cache / _FILE)
            table: dict[str, Any] = json.loads(path.read_bytes())
            if table["state"] != self._state:
                return {}
            return {str(p): (str(t), str(s)) for p, (t, s) in table["cards"].items()}
        except (OSError, ValueError, TypeError, KeyError, AttributeError, OnrecordError):
            return {}


def _hash(words: Words) -> str:
    return hashlib.sha256("\0".join(words).encode("utf-8", "surrogatepass")).hexdigest()


def _state() -> str:
    """What a card depends on beside its words: how it is drawn, and with which faces."""
    drawing = Path(__file__).with_name("card.py").read_bytes()
    digest = hashlib.sha256(f"{version('pillow')}\0".encode() + drawing)
    with suppress(ModuleNotFoundError, FileNotFoundError):
        fonts = resources.files("onrecord_assets") / "fonts"
        for file in sorted(fonts.iterdir(), key=lambda f: f.name):
            digest.update(file.name.encode() + file.read_bytes())
    return digest.hexdigest()
