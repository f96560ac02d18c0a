"""HTML → what could act in it: scripts, handlers, frames, addresses; and the texts of elements."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Final
from urllib.parse import urlsplit

_LINKING: Final = ("href", "src", "action", "formaction", "data", "poster", "srcset", "xlink:href")
_FORBIDDEN: Final = frozenset("iframe object embed base applet frame frameset".split())
_SCHEMES: Final = frozenset({"", "http", "https", "mailto"})
_DATA: Final = ("application/ld+json", "application/json")


@dataclass
class _Reader(HTMLParser):
    """Collects what can act; `texts` are the contents of the elements named in `wanted`."""

    wanted: str = "bdi"
    acting: list[str] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    _open: list[list[str]] = field(default_factory=list)
    _data: bool = False

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.acting += _acting(tag, given)
        self._data = tag == "script" and given.get("type") in _DATA
        if tag == self.wanted:
            self._open.append([])

    def handle_endtag(self, tag: str) -> None:
        self._data = False
        if tag == self.wanted and self._open:
            self.texts.append("".join(self._open.pop()))

    def handle_data(self, data: str) -> None:
        if self._data and data.strip():
            json.loads(data)
        for collected in self._open:
            collected.append(data)

    def handle_comment(self, data: str) -> None:
        self.acting.append(f"comment {data[:60]}")


def _acting(tag: str, given: dict[str, str]) -> Iterator[str]:
    if tag in _FORBIDDEN:
        yield f"<{tag}>"
    if tag == "script" and "src" not in given and given.get("type") not in _DATA:
        yield "<script> with no src"
    if tag == "meta" and given.get("http-equiv", "").lower() == "refresh":
        yield "<meta refresh>"
    for name, value in given.items():
        if name.startswith("on") or name in ("srcdoc", "style"):
            yield f"<{tag} {name}={value[:60]!r}>"
        if name in _LINKING and not _harmless(tag, value):
            yield f"<{tag} {name}={value[:60]!r}>"


def _harmless(tag: str, address: str) -> bool:
    cleaned = "".join(c for c in address if c > " ")
    try:
        parts = urlsplit(cleaned)
    except ValueError:
        return False
    inside = tag == "a" or (parts.scheme == "" and parts.netloc == "") or tag == "link"
    return parts.scheme.lower() in _SCHEMES and inside


def acting(data: bytes) -> list[str]:
    """Everything of a page that could run or fetch something and that our pages never have."""
    reader = _Reader()
    reader.feed(data.decode())
    reader.close()
    return reader.acting


def texts(data: bytes, element: str) -> list[str]:
    """The text of every element of the name, as Python's parser of HTML sees it."""
    reader = _Reader(element)
    reader.feed(data.decode())
    reader.close()
    return reader.texts
