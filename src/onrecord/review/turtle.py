"""Blocks of Turtle as a curator would write them: the prefixes of the file, columns, one end."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

import pyoxigraph as ox

from onrecord.names import Names, is_plain_local

_PREFIX: Final = re.compile(r"^\s*@prefix\s+([\w.-]*):\s*<([^<>\s]*)>\s*\.", re.MULTILINE)
Line = tuple[str, Sequence[str]]
"""A predicate and its values: IRIs, or literals as Turtle writes them."""
Block = tuple[str, str, Sequence[Line]]
"""Subject, class and lines."""


def prefixes_in(text: str) -> dict[str, str]:
    """The prefixes that a file declares."""
    return dict(_PREFIX.findall(text))


def shortened(iri: str, prefixes: dict[str, str]) -> str:
    """An IRI as the file writes it, with a prefix where one fits."""
    fits = [(ns, p) for p, ns in prefixes.items() if ns and iri.startswith(ns)]
    for namespace, prefix in sorted(fits, reverse=True):
        local = iri[len(namespace) :]
        page, mark, part = local.partition("#")
        if is_plain_local(page) and (not mark or is_plain_local(part)):
            return f"{prefix}:{page}" + (f"\\#{part}" if mark else "")
    return f"<{iri}>"


def tagged(text: str, language: str) -> str:
    """A text with its language, as Turtle writes it."""
    return str(ox.Literal(text.strip(), language=language))


def both(german: str, english: str) -> list[str]:
    """A text in both languages."""
    return [tagged(german, "de"), tagged(english, "en")]


def with_blocks(text: str, blocks: Sequence[Block], names: Names) -> str:
    """The text of a file with blocks added at its end, and the prefixes that they lack behind the
    last one that is there."""
    used = [value for _, kind, lines in blocks for value in (kind, *_values(lines))]
    iris = {v for v in (*used, *(iri for iri, _, _ in blocks)) if _is_iri(v)}
    text = _with_prefixes(text, iris, names)
    prefixes = prefixes_in(text)
    written = [text.rstrip()] if text.strip() else []
    for iri, kind, lines in blocks:
        rows = [("a", shortened(kind, prefixes))] if kind else []
        rows += [(shortened(p, prefixes), _said(values, prefixes)) for p, values in lines]
        head = shortened(iri, prefixes)
        alone = f"{head} {' '.join(rows[0])} ." if len(rows) == 1 else ""
        written.append(alone or f"{head}\n{_columns(rows)} .")
    return "\n\n".join(written) + "\n"


def _columns(rows: Sequence[tuple[str, str]]) -> str:
    width = max(len(name) for name, _ in rows)
    return " ;\n".join(f"    {name.ljust(width)} {said}" for name, said in rows)


def _said(values: Sequence[str], prefixes: dict[str, str]) -> str:
    return " , ".join(_value(v, prefixes) for v in values)


def _value(value: str, prefixes: dict[str, str]) -> str:
    if _is_iri(value):
        return shortened(value, prefixes)
    text, typed, datatype = value.rpartition("^^<")
    return f"{text}^^{shortened(datatype[:-1], prefixes)}" if typed and _is_typed(value) else value


def _values(lines: Sequence[Line]) -> Iterable[str]:
    for predicate, values in lines:
        yield predicate
        yield from values
        yield from (v.rpartition("^^<")[2][:-1] for v in values if _is_typed(v))


def _is_typed(value: str) -> bool:
    """Whether it is a literal that names its datatype; one with a language ends otherwise."""
    return value.startswith('"') and value.endswith(">") and '"^^<' in value


def _is_iri(value: str) -> bool:
    return "://" in value and not value.startswith('"')


def _with_prefixes(text: str, iris: Iterable[str], names: Names) -> str:
    there = prefixes_in(text)
    missing = {
        prefix: namespace
        for iri in iris
        if shortened(iri, there).startswith("<")
        for prefix, namespace in names.prefixes.items()
        if prefix not in there and not shortened(iri, {prefix: namespace}).startswith("<")
    }
    if not missing:
        return text
    added = "".join(f"@prefix {p}: <{missing[p]}> .\n" for p in sorted(missing))
    last = max((m.end() for m in _PREFIX.finditer(text)), default=0)
    if not last:
        return f"{added}{text}" if text.strip() else added
    return f"{text[:last]}\n{added}{text[last:].removeprefix(chr(10))}"
