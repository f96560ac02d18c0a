"""Interviews: the paragraphs of an English text that begin with the name of who speaks."""

from collections import Counter
from itertools import pairwise
from typing import Final

from onrecord.extract.english.document import Document, Range
from onrecord.extract.english.drafts import TALK, make_quote
from onrecord.extract.english.words import DAYS, FUNCTION, MONTHS
from onrecord.extract.records import Quote

LONGEST_NAME = 4


def answers_in(document: Document) -> dict[int, tuple[int, Quote]]:
    """First token of an answer → the token behind it, and the answer as a quotation."""
    tokens, size = document.tokens, len(document.tokens)
    starts = tokens.lines
    named: list[tuple[int, int]] = []
    for i in starts:
        colon = next(
            (k for k in range(i, min(i + LONGEST_NAME + 1, size)) if tokens.words[k] == ":"), -1
        )
        if colon > i and _is_name(document, i, colon):
            named.append((i, colon))
    said = Counter(tokens.words[colon - 1] for _, colon in named)
    bounds = [*starts, size]
    ends = dict(pairwise(bounds))
    found = {}
    for i, colon in named:
        if said[tokens.words[colon - 1]] >= 2 and colon + 1 < ends[i]:
            spoken: Range = (colon + 1, ends[i])
            quote = make_quote(
                document, "Direct", TALK, [spoken], [(i, colon)], [], [(i, colon + 1)]
            )
            found[i] = (ends[i], quote)
    return found


def _is_name(document: Document, begin: int, end: int) -> bool:
    low = document.tokens.low
    return all(
        (document.capital(i) and low[i] not in _NO_NAME)
        or low[i] in (".", "mr", "ms", "mrs")
        for i in range(begin, end)
    )  # fmt: skip


_NO_NAME: Final = FUNCTION | DAYS | MONTHS
