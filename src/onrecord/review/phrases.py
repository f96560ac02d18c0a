"""A passage → the short phrase that stands for it, within what the text policy allows."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

from onrecord.article import Anchor, Article, find_anchor
from onrecord.errors import AnchorError

MOST_WORDS: Final = 6
"""Words of an anchor phrase of a proposal; a curator may take up to ten."""
MOST_CHARACTERS: Final = 60
_WORD: Final = re.compile(r"\S+")
_FIRST: Final = re.compile(rf"\s*\S+(?:\s+\S+){{0,{MOST_WORDS - 1}}}")
_LONGEST: Final = 90
_MOST_CURATED: Final = 10
_FEW: Final = 3
_OPENING: Final = "„“”\"»«‚‘'(–—- "
_CLOSING: Final = "„“”\"»«‚‘’',;:.!?()–— "


def short_anchor(article: Article, begin: int, end: int) -> Anchor:
    """The anchor of the first words of a passage; verbatim, in one line."""
    begin = _trimmed(article.text, begin, end)
    return article.anchor(begin, _opened(article.text, begin, _stop(article.text, begin, end)))


def unique_anchor(article: Article, begin: int, end: int) -> Anchor:
    """A beginning of a passage, of four words or as few more as needed, that stands only once in
    its paragraph; of fewer words where the passage has no more.

    Raises `AnchorError` where even ten words do not tell the place.
    """
    last: AnchorError | None = None
    offered = list(_prefixes(article, begin, end, _MOST_CURATED, _LONGEST))
    for anchor in (*offered[_FEW:], *reversed(offered[:_FEW])):
        try:
            return find_anchor(article, anchor.phrase, [anchor.paragraph])
        except AnchorError as error:
            last = error
    assert last is not None
    raise AnchorError(
        "no phrase of ten words tells this place",
        hint="select a passage that begins with other words",
    ) from last


def _prefixes(article: Article, begin: int, end: int, words: int, size: int) -> Iterator[Anchor]:
    """The anchors of ever more words of a passage."""
    text, begin = article.text, _trimmed(article.text, begin, end)
    for stop in sorted(set(_stops(text, begin, end, words, size))):
        yield article.anchor(begin, _opened(text, begin, stop))


def _stops(text: str, begin: int, end: int, words: int, size: int) -> list[int]:
    """Where the first words of a line end, as many as there may be; at least one place."""
    line = text.find("\n", begin, end)
    end = end if line < 0 else line
    first = islice(_WORD.finditer(text, begin, begin + size), words)
    stops = [min(word.end(), end) for word in first] or [min(begin + size, end)]
    if len(stops) > 1 and stops[-1] == begin + size and not _at_word_end(text, stops[-1]):
        stops.pop()
    return stops


def _stop(text: str, begin: int, end: int) -> int:
    """The last of the `_stops` of a short anchor, found at once."""
    line, limit = text.find("\n", begin, end), begin + MOST_CHARACTERS
    end = end if line < 0 else line
    first = _FIRST.match(text, begin, limit)
    stop = min(first.end() if first else limit, end)
    if first and stop == limit and not _at_word_end(text, stop):
        before = first[0].rsplit(None, 1)
        stop = begin + len(before[0]) if len(before) > 1 else stop
    return stop


def _opened(text: str, begin: int, stop: int) -> int:
    """The end of a phrase without the marks that close it."""
    while stop > begin + 1 and _closes(text[stop - 1]):
        stop -= 1
    return stop


def _closes(mark: str) -> bool:
    return mark in _CLOSING or mark.isspace()


def _at_word_end(text: str, at: int) -> bool:
    return at >= len(text) or text[at].isspace()


def _trimmed(text: str, begin: int, end: int) -> int:
    at = begin
    while at < end - 1 and (text[at] in _OPENING or text[at].isspace()):
        at += 1
    return at
