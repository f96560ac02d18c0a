"""A query text in, one with the same answers out that the engine answers sooner.

pyoxigraph collects all pairs of an open path `?a p+ ?b` before it gives the first one. With the
starts of `p` asked for before it, the path is followed from each start as it is needed; every
start of `p+` is a start of `p`, so the answers stay the same.
"""

from collections import Counter
from collections.abc import Iterator

from onrecord.query.lexer import Token, tokens

_BEFORE = frozenset({"{", "}", "."})
_AFTER = frozenset({"}", ".", "{", "FILTER", "OPTIONAL", "MINUS", "BIND", "VALUES", "GRAPH"})


def anchor_paths(text: str) -> str:
    """Put the starts of each open path before it; the text itself where there is none."""
    if "+" not in text:
        return text
    found = list(tokens(text))
    alone = _alone(found)
    parts, at = [], 0
    for number, (first, last) in enumerate(_open_paths(found)):
        start, end = found[first], found[last]
        if start.text not in alone or start.text[1:] == end.text[1:]:
            continue
        step = text[found[first + 1].start : found[last - 1].start]
        fresh = f"{start.text}_onrecord{number}"
        inner = f"{start.text} {step} {fresh}"
        parts += [text[at : start.start], f"{{ SELECT DISTINCT {start.text} {{ {inner} }} }} "]
        at = start.start
    return "".join([*parts, text[at:]])


def _alone(found: list[Token]) -> set[str]:
    """The variables that stand in one pattern only; expressions in brackets do not count."""
    counts: Counter[str] = Counter()
    round_ones = curly = 0
    for token in found:
        round_ones += {"(": 1, ")": -1}.get(token.text, 0)
        curly += {"{": 1, "}": -1}.get(token.text, 0)
        if token.kind == "variable" and curly > 0 and round_ones == 0:
            counts[token.text] += 1
    return {name for name, count in counts.items() if count == 1}


def _open_paths(found: list[Token]) -> Iterator[tuple[int, int]]:
    """First and last token of each pattern `?a step+ ?b` that stands by itself."""
    for index in range(1, len(found) - 3):
        if found[index].kind != "variable" or found[index - 1].text not in _BEFORE:
            continue
        plus = _step_end(found, index + 1)
        if plus + 2 >= len(found) or found[plus].text != "+":
            continue
        if found[plus + 1].kind == "variable" and found[plus + 2].text.upper() in _AFTER:
            yield index, plus + 1


def _step_end(found: list[Token], at: int) -> int:
    """The token after one step of a path: an IRI, its inverse, or a group in brackets."""
    if found[at].text == "^":
        at += 1
    if at >= len(found) or found[at].text != "(":
        is_iri = at < len(found) and (found[at].kind in ("iri", "name") or found[at].text == "a")
        return at + 1 if is_iri else len(found)
    depth = 0
    for index in range(at, len(found)):
        depth += {"(": 1, ")": -1}.get(found[index].text, 0)
        if depth == 0:
            return index + 1
    return len(found)
