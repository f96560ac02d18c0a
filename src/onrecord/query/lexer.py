"""SPARQL text in, tokens out: what is a keyword, an IRI, a string or a comment is decided here.

The token kinds follow the terminals of the SPARQL 1.1 grammar, section 19.8.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_LOCAL = r"(?:[\w:\-·]|%[0-9A-Fa-f]{2}|\\[_~.\-!$&'()*+,;=/?#@%])"
_GRAMMAR = re.compile(
    r"""
    (?P<space>\s+)
  | (?P<comment>\#[^\n\r]*)
  | (?P<iri><[^\s<>"{}|^`]*>)
  | (?P<string>\"{3}(?:\"{0,2}(?:[^"\\]|\\.))*\"{3} | '{3}(?:'{0,2}(?:[^'\\]|\\.))*'{3}
      | "(?:[^"\\\n\r]|\\.)*" | '(?:[^'\\\n\r]|\\.)*')
  | (?P<variable>[?$]\w+)
  | (?P<blank>_:\w(?:[\w\-·]|\.+(?=[\w\-·]))*)
  | (?P<name>(?:[^\W\d_](?:[\w\-·]|\.+(?=[\w\-·:]))*)?:(?:LOCAL(?:LOCAL|\.+(?=LOCAL))*)?)
  | (?P<language>@[A-Za-z]+(?:-[A-Za-z0-9]+)*)
  | (?P<number>(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)
  | (?P<word>[^\W\d]\w*)
  | (?P<mark>\^\^|&&|\|\||!=|<=|>=|<<\(|\)>>|<<|>>|.)
    """.replace("LOCAL", _LOCAL),
    re.VERBOSE | re.DOTALL,
)
_SILENT = frozenset({"space", "comment"})


@dataclass(frozen=True, slots=True)
class Token:
    """One terminal: its kind, its text and where it starts in the query."""

    kind: str
    text: str
    start: int

    @property
    def keyword(self) -> str:
        """The word in capitals if the token is a bare word, else nothing."""
        return self.text.upper() if self.kind == "word" else ""


def tokens(text: str) -> Iterator[Token]:
    """The terminals of a query in order, without white space and comments."""
    for match in _GRAMMAR.finditer(text):
        kind = match.lastgroup or "mark"
        if kind not in _SILENT:
            yield Token(kind, match.group(), match.start())


def position(text: str, start: int) -> tuple[int, int]:
    """Line and column, both from 1, of an offset in the query."""
    before = text[:start]
    return before.count("\n") + 1, start - (before.rfind("\n") + 1) + 1
