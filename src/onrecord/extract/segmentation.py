"""Tokens in, token ranges of the sentences out."""

from dataclasses import dataclass

from onrecord.extract.tokens import STOPS, TERMINAL, Tokens

CLOSERS = frozenset("“”\"»«)]’‘'")
OPENERS = frozenset("„“”\"»«‚‘'")
STARTING = frozenset("der die das er sie es in im man ein eine auch doch aber wir ich".split())
"""Words that start a sentence even behind `Karl V.` or `auf X.`."""
HARD_WRAP = 60
"""A line shorter than this that ends with no full stop is a heading."""
LONG_LINE = 160
"""A text with a line longer than this is not wrapped: every line end ends a sentence."""


@dataclass(frozen=True, slots=True)
class Language:
    """What segmentation must know about a language."""

    abbreviations: frozenset[str]
    ordinal_before: frozenset[str]
    ordinal_after: frozenset[str]


def sentences(tokens: Tokens, language: Language) -> list[tuple[int, int]]:
    """Token ranges of the sentences; a paragraph always ends one."""
    found: list[tuple[int, int]] = []
    words, breaks, n = tokens.words, tokens.breaks, len(tokens.words)
    start = done = 0
    for stop in sorted({*tokens.lines, *tokens.where(STOPS)}):
        if stop < done:
            continue
        if stop > start and breaks[stop] and _breaks(tokens, start, stop):
            found.append((start, stop))
            start = stop
        if words[stop] not in TERMINAL or not _ends(tokens, stop, start, language):
            continue
        done = _past_stop(tokens, stop)
        if not (done < n and not breaks[done] and _goes_on(tokens, done)):
            found.append((start, done))
            start = done
    if start < n:
        found.append((start, n))
    return found


def _past_stop(tokens: Tokens, stop: int) -> int:
    """Past the full stop, the marks that close behind it, and more of them."""
    words, i, n = tokens.words, stop + 1, len(tokens.words)
    while i < n and words[i] in CLOSERS and _closes(tokens, i):
        i += 1
    while i < n and words[i] in TERMINAL and not tokens.breaks[i]:
        i += 1
    return i


def _breaks(tokens: Tokens, start: int, i: int) -> bool:
    if tokens.breaks[i] == 2:
        return True
    last = tokens.words[i - 1]
    if last in TERMINAL or last in CLOSERS or last == ":":
        return True
    line = tokens.begins[i] - tokens.begins[start]
    first = i + (tokens.words[i] in OPENERS and i + 1 < len(tokens.words))
    if not tokens.words[first][0].isupper():
        return False
    after = tokens.text.find("\n", tokens.begins[i], tokens.begins[i] + LONG_LINE)
    return line < HARD_WRAP or (after < 0 and tokens.begins[i] + LONG_LINE < len(tokens.text))


def _closes(tokens: Tokens, i: int) -> bool:
    """A mark right behind a full stop closes, unless white space stands between."""
    return tokens.begins[i] == tokens.ends[i - 1] and not tokens.breaks[i]


def _goes_on(tokens: Tokens, i: int) -> bool:
    """After a quotation that ends in a mark the sentence goes on: `?“, fragte er`."""
    word = tokens.words[i]
    return word == "," or (tokens.words[i - 1] in CLOSERS and word[0].islower())


def _ends(tokens: Tokens, i: int, start: int, language: Language) -> bool:
    words, n = tokens.words, len(tokens.words)
    if words[i] != ".":
        return True
    nxt = words[i + 1] if i + 1 < n and not tokens.breaks[i + 1] else ""
    if not nxt or i == start:
        return bool(not nxt)
    before = words[i - 1]
    if tokens.ends[i - 1] != tokens.begins[i]:
        return True
    if tokens.begins[i + 1] == tokens.ends[i] and nxt not in CLOSERS:
        return nxt[0].isupper() and len(before) > 2 and not before.isupper()
    if before.isdigit():
        return _number_ends(tokens, i, language)
    if len(before) <= 3 and before.isupper() and not before.strip("IVX"):
        return nxt[0].isupper() and nxt.lower() in STARTING
    if len(before) == 1 and before.isalpha():
        return _is_unit(tokens, i - 1) and not nxt[0].islower()
    if before.lower() in language.abbreviations:
        return False
    return not nxt[0].islower()


def _is_unit(tokens: Tokens, i: int) -> bool:
    """The `m` of `$32m.`, which is no initial."""
    return i > 0 and tokens.ends[i - 1] == tokens.begins[i] and tokens.words[i - 1][-1].isdigit()


def _number_ends(tokens: Tokens, i: int, language: Language) -> bool:
    after = tokens.low[i + 1]
    if len(tokens.words[i - 1]) > 2 or int(tokens.words[i - 1]) > 31:
        return not tokens.words[i + 1][0].islower()
    if after in language.ordinal_after or tokens.words[i + 1][0].islower():
        return False
    return not (i >= 2 and tokens.low[i - 2] in language.ordinal_before)
