"""Signed paragraphs: a text that ends in ` - Name, Rolle` is direct speech of that person."""

from onrecord.extract.german.grammar.document import Document, Sentence
from onrecord.extract.german.speech.drafts import Draft, Range, Rule
from onrecord.extract.tokens import Kind

SIGNED = Rule("de-signed", "1", 0.95, "a paragraph that a name with an office signs")
MOST = 12
"""A signature is no longer than this, in tokens."""


def signed(document: Document, paragraph: list[Sentence]) -> Draft | None:
    """The direct speech of a signed paragraph."""
    if not paragraph:
        return None
    begin, end = paragraph[0].begin, paragraph[-1].end
    dash = _dash(document, begin, end)
    if dash < 0:
        return None
    name = _name(document, dash + 1, end)
    if name[0] == name[1]:
        return None
    draft = Draft("Direct", [(begin, dash)], SIGNED, paragraph[-1].number)
    draft.speaker = [name]
    draft.frame = [(dash, end)]
    return draft


def _dash(document: Document, begin: int, end: int) -> int:
    """The dash of the signature: free on both sides, behind a full stop or a closing mark."""
    tokens = document.tokens
    for i in reversed(tokens.among(_DASHES, max(begin + 2, end - MOST), end - 1)):
        closed = tokens.words[i - 1] in (".", "!", "?", "…", "“", "”", '"', "«", "»")
        if closed and tokens.begins[i] > tokens.ends[i - 1]:
            return i
    return -1


_DASHES = Kind.of("-–—―")


def _name(document: Document, begin: int, end: int) -> Range:
    """Two to four words written large, then a comma and an office, or the end."""
    words = document.tokens.words
    i = begin
    while i < end and (words[i][0].isupper() or words[i] in ("von", "van", "de", ".", "zu")):
        i += 1
    if not 2 <= i - begin <= 5 or (i < end and words[i] not in (",", "(")):
        return begin, begin
    if i < end and any(words[k] in ("sagte", "sagt", "ist", "hat") for k in range(i, end)):
        return begin, begin
    return begin, i
