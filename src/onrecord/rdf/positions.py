"""Turtle text → the line of each subject, predicate and object, for messages about a fact.

The text has been parsed strictly before, so this reads tokens and trusts their order. Nodes in
brackets belong to the subject they stand under.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from onrecord.names import RDF

_TOKEN: Final = re.compile(
    r"""
    (?P<space>\s+|\#[^\n]*)
  | (?P<long>\"\"\"(?:[^"\\]++|\\.|"(?!""))*+\"\"\"
      |'''(?:[^'\\]++|\\.|'(?!''))*+''')
  | (?P<string>"(?:[^"\\\n]++|\\.)*+"|'(?:[^'\\\n]++|\\.)*+')
  | (?P<iri><[^<>\s]*>)
  | (?P<language>@[A-Za-z]+(?:-[A-Za-z0-9]+)*)
  | (?P<datatype>\^\^)
  | (?P<stop>[;,\[\]()]|\.(?![0-9]))
  | (?P<word>(?:[^\s<>"'{}|^`\\;,.()\[\]\#@]|\\.|\.(?=[^\s<>"'{}|^`;,()\[\]\#]))+)
  | (?P<other>.)
    """,
    re.VERBOSE | re.DOTALL,
)
_ESCAPE: Final = re.compile(r"\\(u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|.)", re.DOTALL)
_CONTROL: Final = {"t": "\t", "b": "\b", "n": "\n", "r": "\r", "f": "\f"}


@dataclass(slots=True)
class Positions:
    """Lines (1-based) by subject IRI, by subject and predicate, and with the object's value."""

    subjects: dict[str, int] = field(default_factory=dict)
    predicates: dict[tuple[str, str], int] = field(default_factory=dict)
    objects: dict[tuple[str, str, str], int] = field(default_factory=dict)
    nested: dict[str, int] = field(default_factory=dict)
    """The first line of each term that stands in brackets."""

    def line(self, subject: str, predicate: str | None, value: str | None) -> int | None:
        """The most precise line known; `None` where the subject does not stand in the text."""
        if predicate is not None:
            if value is not None and (subject, predicate, value) in self.objects:
                return self.objects[subject, predicate, value]
            if (subject, predicate) in self.predicates:
                return self.predicates[subject, predicate]
        found = self.subjects.get(subject)
        for term in (value, predicate):
            if found is None and term is not None:
                found = self.nested.get(term)
        return found


@dataclass(slots=True)
class _Reader:
    """Reads tokens one by one; `expect` is what the next term is: subject, predicate, object."""

    found: Positions = field(default_factory=Positions)
    prefixes: dict[str, str] = field(default_factory=dict)
    base: str = ""
    subject: str = ""
    predicate: str = ""
    expect: str = "subject"
    depth: int = 0
    literal_suffix: bool = False
    directive: list[str] | None = None

    def term(self, value: str, line: int) -> None:
        if self.depth:
            self.found.nested.setdefault(value, line)
        elif self.expect == "subject":
            self.subject, self.expect = value, "predicate"
            self.found.subjects.setdefault(value, line)
        elif self.expect == "predicate":
            self.predicate, self.expect = value, "object"
            self.found.predicates.setdefault((self.subject, value), line)
        else:
            self.found.objects.setdefault((self.subject, self.predicate, value), line)

    def stop(self, sign: str) -> None:
        if sign in "[(":
            self.depth += 1
        elif sign in "])":
            self.depth -= 1
            if not self.depth and self.expect == "subject":
                self.subject, self.expect = "", "predicate"
        elif not self.depth:
            self.expect = {".": "subject", ";": "predicate"}.get(sign, self.expect)

    def declare(self, text: str) -> None:
        """Takes the parts of `@prefix p: <…> .` and `@base <…> .` until both are known."""
        assert self.directive is not None
        self.directive.append(text)
        kind, *parts = self.directive
        if kind == "base":
            self.base, self.directive = parts[0][1:-1], None
        elif len(parts) == 2:
            self.prefixes[parts[0].rstrip(":")] = parts[1][1:-1]
            self.directive = None

    def resolve(self, word: str) -> str:
        """The IRI or lexical value of a bare word."""
        if word == "a" and self.expect == "predicate":
            return RDF + "type"
        prefix, colon, local = word.partition(":")
        if colon:
            return self.prefixes.get(prefix, "") + _ESCAPE.sub(r"\1", local)
        return word


def positions(text: str) -> Positions:
    """Where each fact of a Turtle text stands."""
    reader = _Reader()
    for kind, token, line in _tokens(text):
        if reader.directive is not None and kind != "stop":
            reader.declare(token)
        elif kind == "word" and token.lower() in ("prefix", "base"):
            reader.directive = [token.lower()]
        elif kind == "language" and token in ("@prefix", "@base"):
            reader.directive = [token[1:]]
        elif kind == "datatype":
            reader.literal_suffix = True
        elif reader.literal_suffix:
            reader.literal_suffix = False
        elif kind == "iri":
            value = _unescape(token[1:-1])
            reader.term(value if ":" in value else reader.base + value, line)
        elif kind in ("string", "long"):
            quotes = 3 if kind == "long" else 1
            reader.term(_unescape(token[quotes:-quotes]), line)
        elif kind == "word":
            reader.term(reader.resolve(token), line)
        elif kind == "stop":
            reader.stop(token)
    return reader.found


def _tokens(text: str) -> Iterator[tuple[str, str, int]]:
    line = 1
    for match in _TOKEN.finditer(text):
        kind, token = match.lastgroup or "other", match.group()
        if kind != "space":
            yield kind, token, line
        line += token.count("\n")


def _unescape(text: str) -> str:
    if "\\" not in text:
        return text

    def one(match: re.Match[str]) -> str:
        body = match.group(1)
        if len(body) > 1:
            return chr(int(body[1:], 16))
        return _CONTROL.get(body, body)

    return _ESCAPE.sub(one, text)
