"""Interviews: paragraphs that begin with a name and a colon are direct speech of that person."""

from collections import Counter

from onrecord.extract.german.grammar.document import Document, Sentence
from onrecord.extract.german.speech.drafts import Draft, Range, Rule

ANSWER = Rule("de-interview", "1", 0.92, "a paragraph that begins with a name and a colon")
MOST_LABEL = 4
"""The name before the colon is no longer than this, in tokens."""
MOST_ASIDE = 6
"""`(lacht)` behind the name is no longer than this, in tokens."""
ROUNDS = 2
"""So often a name must stand before a colon until a text is an interview."""


def answers(document: Document, paragraphs: list[list[Sentence]]) -> list[Draft]:
    """The answers of an interview; a text with fewer than two of one person has none."""
    labelled = [
        (label, paragraph)
        for paragraph in paragraphs
        if (label := _label(document, paragraph[0].begin, paragraph[-1].end)) is not None
    ]
    count = Counter(document.tokens.words[label[0][1] - 1] for label, _ in labelled)
    drafts = []
    for (name, begin), paragraph in labelled:
        if count[document.tokens.words[name[1] - 1]] < ROUNDS:
            continue
        draft = Draft("Direct", [(begin, paragraph[-1].end)], ANSWER, paragraph[-1].number)
        draft.speaker, draft.frame = [name], [(name[0], begin)]
        drafts.append(draft)
    return drafts


def _label(document: Document, begin: int, end: int) -> tuple[Range, int] | None:
    """(the name, where the answer begins) of `Wörndl (lacht): ...`."""
    words = document.tokens.words
    i = begin
    while i < min(end, begin + MOST_LABEL) and words[i][0].isupper():
        i += 1
    if i == begin or words[i - 1] not in document.names:
        return None
    name = (begin, i)
    if i < end and words[i] == "(":
        close = next((k for k in range(i, min(end, i + MOST_ASIDE)) if words[k] == ")"), -1)
        i = close + 1 if close > 0 else i
    if i + 2 >= end or words[i] != ":" or words[i + 1] in '„"»“':
        return None
    return name, i + 1
