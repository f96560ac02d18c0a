"""Tokens in, paired quotation marks out; unbalanced marks never swallow the text."""

from onrecord.extract.tokens import Kind, Tokens

MAX_TOKENS = 1200
"""A quotation longer than this is taken for a forgotten mark."""

_CLOSING = {
    "„": ("“", "”", '"', "‟"),
    "»": ("«",),
    "«": ("»",),
    "“": ("”", '"', "“"),
    '"': ('"', "“", "”"),
    "‚": ("‘", "’", "'"),
    "‹": ("›",),
    "›": ("‹",),
}
_MARKS = frozenset('„“”"»«‟')
_MARKED = Kind.of(_MARKS)
_SINGLE = frozenset("‚‘›‹")


def quotations(tokens: Tokens) -> list[tuple[int, int]]:
    """Token ranges (marks included) of the outermost quotations, in order."""
    found: list[tuple[int, int]] = []
    opened = -1
    words, breaks = tokens.words, tokens.breaks
    paragraphs = (i for i in tokens.lines if breaks[i] == 2)
    for i in sorted({*tokens.where(_MARKED), *paragraphs}):
        word = words[i]
        if opened >= 0 and tokens.breaks[i] == 2 and not _continues(tokens, opened, i):
            opened = -1
        if word not in _MARKS:
            continue
        if opened >= 0 and word in _CLOSING[tokens.words[opened]] and not _reopens(tokens, i):
            if i - opened <= MAX_TOKENS:
                found.append((opened, i + 1))
            opened = -1
        elif opened < 0 and _opens(tokens, i):
            opened = i
        elif opened >= 0 and word == tokens.words[opened] and word in "„»":
            opened = opened if tokens.breaks[i] == 2 else i
    return found


def _opens(tokens: Tokens, i: int) -> bool:
    word = tokens.words[i]
    if word == "„":
        return True
    if i + 1 >= len(tokens.words) or tokens.begins[i + 1] != tokens.ends[i] or tokens.breaks[i + 1]:
        return False
    if word == "”":
        return False
    before = i and not tokens.breaks[i] and tokens.begins[i] == tokens.ends[i - 1]
    return not before or tokens.words[i - 1] in "([–—-/"


def _reopens(tokens: Tokens, i: int) -> bool:
    """A straight mark that can only open: white space before, none behind."""
    free = i == 0 or tokens.breaks[i] or tokens.begins[i] != tokens.ends[i - 1]
    tied = i + 1 < len(tokens.words) and tokens.begins[i + 1] == tokens.ends[i]
    return bool(free and tied and tokens.words[i + 1][0].isalnum())


def _continues(tokens: Tokens, opened: int, i: int) -> bool:
    """Whether a quotation runs on into the paragraph that token i begins."""
    if tokens.words[i] == tokens.words[opened]:
        return True
    closing = _CLOSING[tokens.words[opened]]
    for j in range(i, min(i + 250, len(tokens.words))):
        word = tokens.words[j]
        if word in closing:
            return not _reopens(tokens, j)
        if word in _MARKS:
            return False
    return False
