"""English text in, tokens, sentences and quotation marks out."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from onrecord.extract.english.verbs import SPEAKS
from onrecord.extract.english.words import ENGLISH
from onrecord.extract.marks import quotations
from onrecord.extract.segmentation import sentences
from onrecord.extract.tokens import TERMINAL, Kind, Tokens, tokenize

Range = tuple[int, int]
_SINGLE: Final = {"‘": "’", "'": "'"}
_OPENING: Final = Kind.of(_SINGLE)
_ENDS_SPEECH: Final = frozenset(",.?!…–—-")
_LONGEST: Final = 400
"""A quotation in single marks that is longer, in tokens, is an apostrophe gone astray."""
_FRAME: Final = 14
"""So many tokens has a frame that stands as a sentence of its own behind `?”`."""


@dataclass(slots=True)
class Document:
    """An article ready for the rules; `inside[i]` is the quotation token i stands in, or -1."""

    tokens: Tokens
    sentences: list[Range]
    marks: list[Range]
    inside: list[int]

    def stop(self, sentence: Range) -> int:
        """Where the final punctuation of a sentence starts."""
        end = sentence[1]
        while end > sentence[0] and self.tokens.words[end - 1] in TERMINAL:
            end -= 1
        return end

    def capital(self, i: int) -> bool:
        """Whether a token is a word written large."""
        return self.tokens.words[i][0].isupper()


def read_document(text: str) -> Document:
    """Segments an English text."""
    tokens = tokenize(text)
    marks = quotations(tokens)
    marks = _with_single(tokens, marks)
    inside = [-1] * len(tokens)
    for number, (begin, end) in enumerate(marks):
        for i in range(begin, end):
            inside[i] = number
    return Document(tokens, _whole(tokens, sentences(tokens, ENGLISH), inside), marks, inside)


def _with_single(tokens: Tokens, marks: Sequence[Range]) -> list[Range]:
    """The marks and, outside of them, those in single ones, as British papers print them."""
    covered = [False] * len(tokens)
    for begin, end in marks:
        covered[begin:end] = [True] * (end - begin)
    openers = [i for i in _openers(tokens) if not covered[i]]
    found = list(marks)
    done = -1
    for at, i in enumerate(openers):
        after = openers[at + 1] if at + 1 < len(openers) else len(tokens)
        end = _closer(tokens, i, min(after, i + _LONGEST)) if i > done else -1
        if end >= 0 and not any(covered[i : end + 1]):
            found.append((i, end + 1))
            done = end
    return sorted(found)


def _openers(tokens: Tokens) -> list[int]:
    words, begins, ends, n = tokens.words, tokens.begins, tokens.ends, len(tokens)
    return [
        i
        for i in tokens.where(_OPENING)
        if i + 1 < n
        and begins[i + 1] == ends[i]
        and words[i + 1][0].isalnum()
        and (i == 0 or tokens.breaks[i] or begins[i] > ends[i - 1] or words[i - 1] in "(—–-[")
    ]


def _closer(tokens: Tokens, opened: int, limit: int) -> int:
    """The mark that closes: one behind punctuation, else one that is no genitive's (`owners’`)."""
    words, first = tokens.words, -1
    for i in range(opened + 2, limit):
        if tokens.breaks[i] == 2:
            break
        if words[i] != _SINGLE[words[opened]] or tokens.begins[i] != tokens.ends[i - 1]:
            continue
        bare = i + 1 == len(words) or tokens.breaks[i + 1] or not words[i + 1][0].isalnum()
        if words[i - 1] in _ENDS_SPEECH or bare or not words[i - 1].endswith("s"):
            return i
        first = i if first < 0 else first
    return first


def _whole(tokens: Tokens, cut: list[Range], inside: list[int]) -> list[Range]:
    """Sentences, those inside one quotation together, and with a frame behind `?”`."""
    found: list[Range] = []
    for sentence in cut:
        start = sentence[0]
        dash = _dateline(tokens, sentence)
        if dash:
            found.extend(((start, dash), (dash, sentence[1])))
        elif (found and start and inside[start] >= 0 and inside[start] == inside[start - 1]) or (
            found and _frames(tokens, sentence, inside)
        ):
            found[-1] = (found[-1][0], sentence[1])
        else:
            found.append(sentence)
    return found


def _dateline(tokens: Tokens, sentence: Range) -> int:
    """The token behind `LONDON, March 3 (Meridian News) -`, or 0."""
    start, end = sentence
    if tokens.breaks[start] != 2 or not tokens.words[start].isupper() or end - start < _FRAME:
        return 0
    for i in range(start + 1, min(start + _FRAME, end - 1)):
        if tokens.words[i] in ("-", "–", "—") and tokens.begins[i] > tokens.ends[i - 1]:
            return i + 1
    return 0


def _frames(tokens: Tokens, sentence: Range, inside: list[int]) -> bool:
    """`“Why not?” Smith asked.`: the second sentence is the frame of the first."""
    start, end = sentence
    asked = start > 1 and inside[start - 1] >= 0 and tokens.words[start - 2] in "?!"
    if not asked or tokens.breaks[start] or end - start > _FRAME:
        return False
    verb = next((i for i in range(start, min(start + 6, end)) if tokens.low[i] in SPEAKS), -1)
    return verb > 0 and (verb + 1 >= end or tokens.low[verb + 1] != "that")
