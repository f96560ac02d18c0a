"""A query text in, an `Admitted` query out, or the `QueryError` that says why it may not run.

Only what reads the data at hand is admitted: no update, no SERVICE, no graph from elsewhere.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal
from urllib.parse import urljoin

from onrecord.errors import QueryError
from onrecord.query.lexer import Token, position, tokens

Form = Literal["SELECT", "ASK", "CONSTRUCT", "DESCRIBE"]
FORMS: Mapping[str, Form] = {
    "SELECT": "SELECT",
    "ASK": "ASK",
    "CONSTRUCT": "CONSTRUCT",
    "DESCRIBE": "DESCRIBE",
}
UPDATES = frozenset(
    {"INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "COPY", "MOVE", "ADD", "WITH"}
)
_REACHING = frozenset({"FROM", "LOAD"})
# Some parsers decode these before they look for keywords; at most U+10FFFF.
_ESCAPED = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U(00(?:0[0-9A-Fa-f]|10)[0-9A-Fa-f]{4})")
MAX_DEPTH = 200
"""Nested brackets beyond this are refused before any parser sees them."""
MAX_LENGTH = 1_000_000
"""Characters of a query text."""
_OPEN = {"(", "{", "[", "<<", "<<("}
_CLOSE = {")", "}", "]", ">>", ")>>"}


@dataclass(frozen=True, slots=True)
class Admitted:
    """A query that may run: its form, its text and the graphs that its own clauses name."""

    text: str
    form: Form
    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()

    @property
    def has_dataset(self) -> bool:
        """Whether the query itself says which graphs it asks (FROM, FROM NAMED)."""
        return bool(self.default_graphs or self.named_graphs)


def admit(text: str, prefixes: Mapping[str, str] | None = None) -> Admitted:
    """Check a query text; raise `QueryError` with line and column where it is not allowed."""
    if len(text) > MAX_LENGTH:
        raise QueryError(
            f"The query has {len(text):,} characters; {MAX_LENGTH:,} are the limit",
            hint="Ask in smaller pieces, for instance with fewer VALUES.",
        )
    found = list(tokens(text))
    _refuse_depth(text, found)
    form, prologue = _form(text, found)
    _refuse_service(text, found)
    defaults, named = _dataset(text, found, prologue, dict(prefixes or {}))
    return Admitted(text, form, defaults, named)


def refuse_reaching_out(text: str) -> None:
    """Raise `QueryError` where a query of the workspace would ask another server, read a file or
    bring its parser down; its form and its prefixes are its own affair."""
    found = list(tokens(_ESCAPED.sub(lambda m: chr(int(m[1] or m[2], 16)), text)))
    _refuse_depth(text, found)
    _refuse_service(text, found)
    for token in found:
        if token.keyword in _REACHING:
            raise _error(
                text,
                token,
                f"{token.keyword} would read from elsewhere; it is not allowed",
                "Ask the graph of this workspace only.",
            )


def _error(text: str, token: Token, message: str, hint: str) -> QueryError:
    line, column = position(text, token.start)
    return QueryError(
        f"{message} (line {line}, column {column})", line=line, column=column, hint=hint
    )


def _refuse_depth(text: str, found: list[Token]) -> None:
    depth = run = 0
    for token in found:
        if token.text in _OPEN:
            depth += 1
        elif token.text in _CLOSE:
            depth -= 1
        run = run + 1 if token.text in {"!", "^", "-", "+"} else 0
        if max(depth, run) > MAX_DEPTH:
            raise _error(
                text,
                token,
                f"The query nests more than {MAX_DEPTH} levels deep",
                "Flatten it: no question needs that many brackets.",
            )


def _form(text: str, found: list[Token]) -> tuple[Form, int]:
    """The query form and the number of tokens of the prologue before it."""
    for index, token in enumerate(found):
        word = token.keyword
        if word in FORMS:
            return FORMS[word], index
        if word in UPDATES:
            raise _error(
                text,
                token,
                f"{word} would change data; only queries are answered",
                "Use SELECT, ASK, CONSTRUCT or DESCRIBE.",
            )
        if (
            token.kind in {"word", "variable", "string"}
            and word not in {"PREFIX", "BASE", "VERSION"}
            and not (token.kind == "string" and found[index - 1].keyword == "VERSION")
        ):
            raise _error(
                text,
                token,
                f"A query cannot begin with {token.text[:40]!r}",
                "Begin with SELECT, ASK, CONSTRUCT or DESCRIBE, after any PREFIX.",
            )
    raise QueryError(
        "The query is empty: it has no SELECT, ASK, CONSTRUCT or DESCRIBE",
        line=1,
        column=1,
        hint="Begin with SELECT, ASK, CONSTRUCT or DESCRIBE.",
    )


def _refuse_service(text: str, found: list[Token]) -> None:
    for token in found:
        if token.keyword == "SERVICE":
            raise _error(
                text,
                token,
                "SERVICE would ask another server; it is not allowed",
                "Ask this graph only, and join with other sources on your side.",
            )


def _dataset(
    text: str, found: list[Token], prologue: int, prefixes: dict[str, str]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    base = _declare(found[:prologue], prefixes)
    _refuse_undeclared(text, found[prologue:], prefixes)
    defaults: list[str] = []
    named: list[str] = []
    for index, token in enumerate(found[prologue:], start=prologue):
        if token.keyword != "FROM":
            continue
        is_named = index + 1 < len(found) and found[index + 1].keyword == "NAMED"
        at = index + 1 + is_named
        if at < len(found) and (iri := _resolve(found[at], base, prefixes)):
            (named if is_named else defaults).append(iri)
        else:
            raise _error(text, token, "FROM needs the IRI of a graph", "Write FROM <graph>.")
    return tuple(defaults), tuple(named)


def _refuse_undeclared(text: str, found: list[Token], prefixes: Mapping[str, str]) -> None:
    for token in found:
        prefix = token.text.partition(":")[0]
        if token.kind == "name" and prefix not in prefixes:
            raise _error(
                text,
                token,
                f"The prefix {prefix[:40]}: is not declared",
                f"Begin the query with PREFIX {prefix[:40]}: <...>.",
            )


def _declare(prologue: list[Token], prefixes: dict[str, str]) -> str:
    """Read the prologue into `prefixes`; give the base IRI, empty if there is none."""
    base = ""
    for index, token in enumerate(prologue):
        following = prologue[index + 1 : index + 3]
        if token.keyword == "BASE" and following:
            base = urljoin(base, following[0].text[1:-1])
        if token.keyword == "PREFIX" and len(following) == 2:
            prefixes[following[0].text[:-1]] = urljoin(base, following[1].text[1:-1])
    return base


def _resolve(token: Token, base: str, prefixes: Mapping[str, str]) -> str:
    """The IRI that a token stands for; empty if it stands for none."""
    if token.kind == "iri":
        return urljoin(base, token.text[1:-1]) if base else token.text[1:-1]
    if token.kind == "name":
        prefix, _, local = token.text.partition(":")
        return prefixes[prefix] + local if prefix in prefixes else ""
    return ""
