"""Articles with annotated quotations ↔ sequences of features and labels, paragraph by paragraph.

A label is `O`, or `B-`/`I-` with the type of a quotation; a role is `-`, speaker, cue or frame.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from onrecord.errors import TextError
from onrecord.extract.marks import quotations
from onrecord.extract.tokens import Tokens, tokenize

Features = list[dict[str, str | bool]]
TYPES = ("Direct", "Indirect", "Reported", "FreeIndirect", "IndirectFreeIndirect")
ROLES = ("speaker", "cue", "frame")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Tokens first..after of a text, with the features of each."""

    first: int
    after: int
    features: Features


@dataclass(frozen=True, slots=True)
class Example:
    """One annotated article of a corpus."""

    text: str
    quotes: tuple[dict[str, Any], ...]


def read_corpus(lines: Iterable[str], file: str) -> Iterator[Example]:
    """Examples from JSON lines with `text` and `quotes`; a bad line is named."""
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
            example = Example(record["text"], tuple(record["quotes"]))
            _check(example)
        except (ValueError, KeyError, TypeError) as error:
            raise TextError(
                f"no annotated article: {error}",
                file=file,
                line=number,
                hint='each line is {"text": …, "quotes": [{"type", "quote": [[begin, end]], …}]}',
            ) from None
        yield example


def _check(example: Example) -> None:
    size = len(example.text)
    for quote in example.quotes:
        if quote["type"] not in TYPES:
            raise ValueError(f"unknown type {quote['type']!r}")
        for role in ("quote", *ROLES):
            for begin, end in quote.get(role, ()):
                if not 0 <= begin < end <= size:
                    raise ValueError(f"{role} {begin}-{end} is not inside the text")


def paragraphs(tokens: Tokens) -> list[Paragraph]:
    """The paragraphs of a text with the features of their tokens."""
    inside = [False] * len(tokens)
    for begin, end in quotations(tokens):
        inside[begin:end] = [True] * (end - begin)
    starts = [i for i in range(len(tokens)) if tokens.breaks[i] == 2] + [len(tokens)]
    return [
        Paragraph(a, b, [_features(tokens, inside, i, a, b) for i in range(a, b)])
        for a, b in pairwise(starts)
    ]


def _features(
    tokens: Tokens, inside: Sequence[bool], i: int, first: int, after: int
) -> dict[str, str | bool]:
    found: dict[str, str | bool] = {"marked": inside[i], "start": i == first}
    for step in (-2, -1, 0, 1, 2):
        k = i + step
        if first <= k < after:
            found[f"low{step}"] = tokens.low[k]
            found[f"shape{step}"] = _shape(tokens.words[k])
    found["end3"] = tokens.low[i][-3:]
    found["pair"] = f"{tokens.low[i - 1] if i > first else '^'} {tokens.low[i]}"
    return found


def _shape(word: str) -> str:
    if word[0].isupper():
        return "Xx" if word[1:].islower() else "XX"
    return "x" if word[0].isalpha() else "0" if word[0].isdigit() else word


def labels(example: Example) -> tuple[Tokens, list[str], list[str]]:
    """The tokens of an example, the label and the role of each; the longer quotation wins."""
    tokens = tokenize(example.text)
    tags, roles = ["O"] * len(tokens), ["-"] * len(tokens)
    ordered = sorted(example.quotes, key=lambda q: -sum(e - b for b, e in q["quote"]))
    for quote in ordered:
        hit = [i for span in quote["quote"] for i in _within(tokens, span) if tags[i] == "O"]
        for n, i in enumerate(hit):
            tags[i] = f"{'B' if n == 0 or hit[n - 1] != i - 1 else 'I'}-{quote['type']}"
        for role in reversed(ROLES):
            for span in quote.get(role, ()):
                for i in _within(tokens, span):
                    roles[i] = role
    return tokens, tags, roles


def _within(tokens: Tokens, span: Sequence[int]) -> list[int]:
    return [
        i for i in range(len(tokens)) if tokens.begins[i] < span[1] and tokens.ends[i] > span[0]
    ]


def with_tags(features: Features, tags: Sequence[str]) -> Features:
    """Features for roles: those of the token, and where the quotation stands."""
    return [
        {**one, "tag": tags[i], "next": tags[min(i + 1, len(tags) - 1)], "any": _near(tags, i)}
        for i, one in enumerate(features)
    ]


def _near(tags: Sequence[str], i: int) -> str:
    before = any(t != "O" for t in tags[max(0, i - 12) : i])
    behind = any(t != "O" for t in tags[i + 1 : i + 25])
    return f"{before:d}{behind:d}"
