"""Texts and addresses → what may stand in a page."""

import re
from collections.abc import Callable
from functools import lru_cache, partial
from typing import Final
from urllib.parse import urlsplit

from markupsafe import Markup, escape

BIDI: Final = re.compile("[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]")
"""Controls of the direction of text."""
_SCHEMES: Final = frozenset({"http", "https", "mailto"})


def plain(text: str) -> str:
    """The text without controls that would turn the direction of what follows."""
    return str(text) if text.isascii() else BIDI.sub("", text)


def escaped(value: object) -> str:
    """The value as it stands in a page; markup, and a text with nothing to escape, as it is."""
    # Four times as fast as one regular expression; most texts have nothing to escape.
    if isinstance(value, str) and (
        type(value) is Markup
        or not ("&" in value or "<" in value or ">" in value or '"' in value or "'" in value)
    ):
        return value
    return str(value) if type(value) is int else escape(value)


markup: Final[Callable[[str], Markup]] = partial(str.__new__, Markup)
"""A text as the markup that it is: `Markup` itself takes three times as long to see that."""


@lru_cache(maxsize=1 << 12)
def safe_url(url: str) -> str | None:
    """The address if a link may lead there: http, https or mailto."""
    if url.startswith(("https://", "http://")) and url.isascii() and not ("[" in url or "]" in url):
        return url
    try:
        scheme = urlsplit(url).scheme.lower()
    except ValueError:
        return None
    return url if scheme in _SCHEMES else None
