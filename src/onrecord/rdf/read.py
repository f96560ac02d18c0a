"""A Turtle file → `Source`: its triples, strictly parsed, and the line of each."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from onrecord.errors import LimitError, ParseError, SystemFailure
from onrecord.rdf.positions import Positions, positions

_DEEPEST: Final = 200
_LARGEST: Final = 64 * 1024 * 1024
# What XML 1.0 cannot carry, so RDF/XML could not publish it, and what is no character at all.
_NOT_XML: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True)
class Source:
    """One file of the workspace; `name` is its path as shown in messages."""

    name: str
    text: str
    triples: tuple[ox.Triple, ...]

    @cached_property
    def positions(self) -> Positions:
        """Lines of the facts, read on first use."""
        return positions(self.text)

    def line_of(
        self, subject: str, predicate: str | None = None, value: str | None = None
    ) -> int | None:
        """The line (1-based) where the fact, or else its subject, stands."""
        return self.positions.line(subject, predicate, value)


def read(path: Path, name: str | None = None) -> Source:
    """Reads and parses one Turtle file.

    Raises `ParseError` with line and column, `SystemFailure` where the file cannot be read.
    """
    shown = name or path.as_posix()
    try:
        if path.stat().st_size > _LARGEST:
            raise LimitError("is larger than 64 MB", file=shown, hint="split the file")
        data = path.read_bytes()
    except OSError as error:
        raise SystemFailure(f"cannot be read: {error.strerror}", file=shown) from error
    return parse_turtle(data, shown)


def parse_turtle(data: bytes, name: str) -> Source:
    """Turtle bytes → `Source`; see `read` for the errors."""
    text = _decode(data, name)
    _check_depth(text, name)
    try:
        triples = tuple(
            ox.Triple(q.subject, q.predicate, q.object)
            for q in ox.parse(input=text, format=ox.RdfFormat.TURTLE)
        )
    except SyntaxError as error:
        raise ParseError(
            _reason(error),
            file=name,
            line=error.lineno,
            column=error.offset,
            hint="mend the Turtle at this place",
        ) from error
    source = Source(name, text, triples)
    for triple in triples:
        _check_terms(source, triple)
    return source


def _decode(data: bytes, name: str) -> str:
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise ParseError(
            f"byte {error.start} is not UTF-8", file=name, line=line, hint="save it as UTF-8"
        ) from error
    if text.startswith("\ufeff"):
        raise ParseError(
            "starts with a byte order mark", file=name, line=1, hint="save without BOM"
        )
    return text


def _check_depth(text: str, name: str) -> None:
    """Deep nesting kills the parser without an exception, so it is refused before."""
    if text.count("[") + text.count("(") <= _DEEPEST:
        return
    depth = 0
    for number, line in enumerate(text.split("\n"), 1):
        for char in line:
            depth += (char in "[(") - (char in "])")
            if depth > _DEEPEST:
                raise ParseError(
                    f"brackets are nested deeper than {_DEEPEST}",
                    file=name,
                    line=number,
                    hint="give the nodes IRIs",
                )


def _reason(error: SyntaxError) -> str:
    """The parser's own words, without the place, which is told apart."""
    message = re.sub(r"^Parser error at line .*?: ", "", str(error.msg))
    return re.sub(r" \(line \d+\)$", "", message)


def _check_terms(source: Source, triple: ox.Triple) -> None:
    term = triple.object
    if not isinstance(term, ox.Literal):
        return
    bad = _NOT_XML.search(term.value)
    if bad:
        raise _refuse(source, triple, f"the text holds U+{ord(bad.group()):04X}, no XML can")
    if term.language and not unicodedata.is_normalized("NFC", term.value):
        raise _refuse(source, triple, "the text is not in Unicode normal form C")


def _refuse(source: Source, triple: ox.Triple, message: str) -> ParseError:
    subject = getattr(triple.subject, "value", "")
    line = source.line_of(subject, triple.predicate.value, getattr(triple.object, "value", None))
    return ParseError(message, file=source.name, line=line, hint="remove or replace the character")
