"""A Turtle file → `Source`: its triples, strictly parsed, and the line of each."""

import difflib
import hashlib
import re
import stat
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Final, NamedTuple

import pyoxigraph as ox

from onrecord.errors import LimitError, ParseError, SystemFailure
from onrecord.names import RDF
from onrecord.rdf.positions import Positions, positions
from onrecord.results import Results

_TYPE: Final = RDF + "type"
_DEEPEST: Final = 200
_LARGEST: Final = 10_000_000
_LONGEST_REASON: Final = 300
_UNDECLARED: Final = re.compile(r"prefix ([^\s:]*): has not been declared")
_STRANGE: Final = re.compile(r"'(.)' is not allowed at the beginning", re.DOTALL)
_QUOTES: Final = frozenset("„“”‚‘’«»‹›")
_STRAIGHT: Final = frozenset("\"'")
_CLOSE: Final = 'put the quotation mark at its end; one of several lines stands between """…"""'
_MISSED: Final = 'above, one has no quotation mark at its end, or one within it is not written \\"'
_INNER: Final = "is not a valid subject or graph name"
_DECLARED: Final = re.compile(r"^\s*@?prefix\s+([\w.-]+):", re.MULTILINE | re.IGNORECASE)
MOST_TRIPLES: Final = 100_000
# What XML 1.0 cannot carry, so RDF/XML could not publish it, and what is no character at all.
_NOT_XML: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_BRACKETS: Final = re.compile(
    r"""
    \"{3}(?:[^"\\]++|\\.|"(?!""))*+\"{3} | '{3}(?:[^'\\]++|\\.|'(?!''))*+'{3}
  | "(?:[^"\\\n]++|\\.)*+" | '(?:[^'\\\n]++|\\.)*+' | <[^<>"{}|^`\s]*+> | \#[^\n]*+
  | \\. | (?P<open>[\[({] | <<) | (?P<close>[\])}] | >>)
    """,
    re.VERBOSE | re.DOTALL,
)


@dataclass(frozen=True, eq=False)
class Source:
    """One file of the workspace; `name` is its path as shown in messages. Each is equal to itself
    alone: comparing, or hashing, would read all of its text."""

    name: str
    text: str
    triples: tuple[ox.Triple, ...]

    @cached_property
    def digest(self) -> bytes:
        """SHA-256 of its bytes, by which results about it are kept."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).digest()

    @cached_property
    def positions(self) -> Positions:
        """Lines of the facts, read on first use."""
        return positions(self.text)

    def line_of(
        self, subject: str, predicate: str | None = None, value: str | None = None
    ) -> int | None:
        """The line (1-based) where the fact, or else its subject, stands."""
        return self.positions.line(subject, predicate, value)

    def only(self, wanted: Callable[[ox.Triple], bool]) -> "Source":
        """The file as if it held no other triples."""
        kept = Source(self.name, self.text, tuple(filter(wanted, self.triples)))
        lines = "\n".join(map(str, kept.triples))
        kept.__dict__["digest"] = hashlib.sha256(self.digest + lines.encode()).digest()
        return kept


def place(given: tuple[Source, str, str | None, str | None]) -> tuple[int | None, bool]:
    """The line of a fact of a source, and whether it is that of its property."""
    source, focus, predicate, value = given
    line = source.line_of(focus, predicate, value)
    return line, (focus, predicate) in source.positions.predicates


TOLD: Final = "told"


class Told(NamedTuple):
    """What a file describes: its subjects, those of them that it gives a type, and the IRIs that it
    names as values; each once."""

    subjects: list[str]
    typed: list[str]
    named: list[str]


def told(source: Source, results: Results) -> Told:
    """What a file describes, where the results know it without reading it."""
    return Told(*results.of(TOLD, source.digest, _told, source))


def _told(source: Source) -> tuple[list[str], ...]:
    subjects, typed, named = dict[str, None](), dict[str, None](), dict[str, None]()
    for triple in source.triples:
        subject = getattr(triple.subject, "value", "")
        subjects[subject] = None
        if triple.predicate.value == _TYPE and isinstance(triple.subject, ox.NamedNode):
            typed[subject] = None
        if isinstance(triple.object, ox.NamedNode):
            named[triple.object.value] = None
    return list(subjects), list(typed), list(named)


class Unread(Source):
    """A file that was sound the last time and is the same (`digest` of its bytes): it is read and
    parsed when somebody asks for it. Raises `SystemFailure` where it has other bytes by then."""

    def __init__(self, path: Path, name: str, digest: bytes) -> None:
        self.__dict__ |= {"name": name, "path": path, "digest": digest}

    @cached_property
    def _source(self) -> Source:
        source = read(self.__dict__["path"], self.name)
        if source.digest != self.digest:
            raise SystemFailure(
                "was changed after it was looked at", file=self.name, hint="do the same again"
            )
        return source

    @cached_property
    def text(self) -> str:
        """Its text."""
        return self._source.text

    @cached_property
    def triples(self) -> tuple[ox.Triple, ...]:
        """Its triples."""
        return self._source.triples


def read(path: Path, name: str | None = None) -> Source:
    """Reads and parses one Turtle file.

    Raises `ParseError` with line and column, `SystemFailure` where the file cannot be read.
    """
    shown = name or path.as_posix()
    try:
        state = path.stat()
        if not stat.S_ISREG(state.st_mode):
            raise ParseError("is no regular file", file=shown, hint="put a Turtle file there")
        if state.st_size > _LARGEST:
            raise LimitError(
                f"is larger than {_LARGEST // 1_000_000} MB", file=shown, hint="split the file"
            )
        data = path.read_bytes()
    except OSError as error:
        raise SystemFailure(f"cannot be read: {error.strerror}", file=shown) from error
    return parse_turtle(data, shown)


@lru_cache(maxsize=64)
def parse_turtle(data: bytes, name: str) -> Source:
    """Turtle bytes → `Source`; see `read` for the errors. The last few are kept: a review reads the
    same files again after every act."""
    text = _decode(data, name)
    _check_depth(text, name)
    try:
        triples = tuple(_limited(text, name))
    except SyntaxError as error:
        raise ParseError(
            _reason(error),
            file=name,
            line=error.lineno,
            column=error.offset,
            hint=_hint(_reason(error), text, *_around(error, text)),
        ) from error
    except MemoryError as error:
        raise LimitError(
            "holds a text that is too long to be read", file=name, hint="shorten it"
        ) from error
    source = Source(name, text, triples)
    for triple in triples:
        _check_terms(source, triple)
    return source


def _around(error: SyntaxError, text: str) -> tuple[str, str]:
    """The character before the place of a syntax error, and the one at it; empty for none."""
    lines = text.split("\n")
    number, column = error.lineno or 1, error.offset or 1
    line = lines[number - 1] if number <= len(lines) else ""
    return line[max(column - 2, 0) : column - 1], line[column - 1 : column]


def _hint(reason: str, text: str, before: str, here: str) -> str:
    """What to do about a syntax error: which prefix was meant, or where to look; two characters
    tell what is `before` its place and `here`."""
    unknown = _UNDECLARED.search(reason)
    if (unknown or _INNER in reason) and before in _STRAIGHT:
        return f"a text ends right before it: {_MISSED}"
    if unknown is None:
        if "Line jumps" in reason or ("end of file" in reason and here in _STRAIGHT):
            return "a text begins here and is not closed: " + _CLOSE
        strange = _STRANGE.search(reason)
        if strange:
            return _of_character(strange.group(1))
        above = ", or above it: a ';' or '.' may be missing there" if "expected" in reason else ""
        if _INNER in reason:
            above = "; a number is written without grouping"
        return f"mend the Turtle at this place{above}"
    name = unknown.group(1)
    near = difflib.get_close_matches(name, _DECLARED.findall(text), n=1)
    meant = f"did you mean {near[0]}:? Otherwise " if near else ""
    return f"{meant}declare it at the top: @prefix {name}: <…> ."


def _of_character(character: str) -> str:
    """What to do about a character that Turtle does not have here: often a word processor's."""
    if character in _QUOTES:
        return 'texts stand between straight quotation marks: "…"'
    if character.isprintable():
        return "mend the Turtle at this place"
    name = unicodedata.name(character, f"U+{ord(character):04X}").lower()
    return f"it cannot be seen ({name}): put a common space in its place, or nothing"


def _limited(text: str, name: str) -> Iterator[ox.Triple]:
    for number, quad in enumerate(ox.parse(input=text, format=ox.RdfFormat.TURTLE), 1):
        if number > MOST_TRIPLES:
            raise LimitError(
                f"holds more than {MOST_TRIPLES:,} facts", file=name, hint="split the file"
            )
        yield ox.Triple(quad.subject, quad.predicate, quad.object)


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
    if sum(map(text.count, ("[", "(", "{", "<<"))) <= _DEEPEST:
        return
    depth = 0
    for match in _BRACKETS.finditer(text):
        depth += (match.lastgroup == "open") - (match.lastgroup == "close")
        if depth > _DEEPEST:
            raise ParseError(
                f"brackets are nested deeper than {_DEEPEST}",
                file=name,
                line=text.count("\n", 0, match.start()) + 1,
                hint="give the nodes IRIs",
            )


def _reason(error: SyntaxError) -> str:
    """The parser's own words, without the place, which is told apart."""
    message = re.sub(r"^Parser error (?:at|between) line .*?: ", "", str(error.msg))
    message = re.sub(r" \(line \d+\)$", "", message)
    return message if len(message) <= _LONGEST_REASON else message[:_LONGEST_REASON] + "…"


def _check_terms(source: Source, triple: ox.Triple) -> None:
    term = triple.object
    if isinstance(term, ox.Triple):
        raise _refuse(source, term, "a triple term of RDF 1.2 cannot be a source's fact")
    if not isinstance(term, ox.Literal):
        return
    if term.direction:
        raise _refuse(source, triple, "a base direction of RDF 1.2 cannot be published as RDF 1.1")
    bad = _NOT_XML.search(term.value)
    if bad:
        raise _refuse(source, triple, f"the text holds U+{ord(bad.group()):04X}, no XML can")
    if term.language and not unicodedata.is_normalized("NFC", term.value):
        raise _refuse(source, triple, "the text is not in Unicode normal form C")


def _refuse(source: Source, triple: ox.Triple, message: str) -> ParseError:
    subject = getattr(triple.subject, "value", "")
    line = source.line_of(subject, triple.predicate.value, getattr(triple.object, "value", None))
    return ParseError(message, file=source.name, line=line, hint="remove or replace the character")
