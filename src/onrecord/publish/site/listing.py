"""Triples → Turtle as HTML: what stands in it is valid Turtle, and each IRI is a link."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final

import pyoxigraph as ox
from markupsafe import Markup, escape

from onrecord.names import RDF, is_plain_local
from onrecord.publish.site.pen import Pen, escaped

_A: Final = f"<{RDF}type>"
MOST_OBJECTS: Final = 200
"""Values of one property that a listing shows."""


Term = tuple[str, str, tuple[int, ...]]
"""A term as it is shown, the prefix that it needs (empty: none), and the cells that it read."""


class _Terms(dict[str, str]):
    """The terms of one listing in N-Triples → as they are shown; notes prefixes and cells."""

    def __init__(
        self,
        known: dict[str, Term],
        write: Callable[[str], Term],
        literal: Callable[[str], tuple[str, str]],
    ) -> None:
        self._known, self._write, self._literal = known, write, literal
        self.prefixes: set[str] = set()
        self.seen: set[tuple[int, ...]] = set()

    def __missing__(self, term: str) -> str:
        if term[0] == '"':
            shown, prefix = self._literal(term)
        else:
            found = self._known.get(term)
            if found is None:
                found = self._known[term] = self._write(term)
            shown, prefix, seen = found
            self.seen.add(seen)
        self.prefixes.add(prefix)
        self[term] = shown
        return shown


class Listing:
    """Writes listings for the pages that lie as deep as a pen's; each term is written once."""

    def __init__(self, pen: Pen) -> None:
        self._pen = pen
        self._reads = pen.library.reads
        self._kept: dict[str, Term] = {}
        spaces = pen.library.config.names.prefixes
        self._spaces = {namespace: prefix for prefix, namespace in spaces.items()}
        self._prefixes = {p: f"@prefix {p}: &lt;{escape(ns)}&gt; ." for p, ns in spaces.items()}

    def of(self, triples: Iterable[ox.Triple], taken: frozenset[str]) -> Markup:
        """The listing; fragments of subjects become ids, but for those `taken` on the page."""
        terms = _Terms(self._kept, self._write, self._literal)
        blocks = [
            f"{_head(subject, terms, taken)} {_body(told, terms)} ."
            for subject, told in _by_subject(triples)
        ]
        self._reads.also(number for seen in terms.seen for number in seen)
        lines = [line for prefix, line in self._prefixes.items() if prefix in terms.prefixes]
        return Markup("\n".join(lines) + "\n\n" + "\n\n".join(blocks) + "\n")

    def _write(self, term: str) -> Term:
        (shown, prefix), seen = self._reads.during(lambda: self._iri(term))
        return shown, prefix, seen

    def _iri(self, term: str) -> tuple[str, str]:
        iri = term[1:-1]
        text, prefix = self._compact(iri)
        href = self._pen.href(iri)
        return (f'<a href="{escaped(href)}">{text}</a>' if href else text), prefix

    def _compact(self, iri: str) -> tuple[str, str]:
        end = max(iri.rfind("#"), iri.rfind("/")) + 1
        prefix = self._spaces.get(iri[:end])
        if prefix is not None and is_plain_local(iri[end:]):
            return f"{prefix}:{iri[end:]}", prefix
        return f"&lt;{escaped(iri)}&gt;", ""

    def _literal(self, term: str) -> tuple[str, str]:
        end = term.rindex('"') + 1
        text, kind = f"<bdi>{_in_text(term[:end])}</bdi>", term[end:]
        if not kind.startswith("^^<"):
            return f"{text}{escaped(kind)}" if kind else text, ""
        datatype, prefix = self._compact(kind[3:-1])
        return f"{text}^^{datatype}", prefix


def _in_text(literal: str) -> str:
    """Escaped for the text of an element, where quotation marks stand as they are."""
    return literal.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _by_subject(triples: Iterable[ox.Triple]) -> Iterator[tuple[str, dict[str, list[str]]]]:
    """Subjects with the values of each of their properties, all as N-Triples, in their order.

    A triple is written at once and split, which takes a third of asking it for its terms.
    """
    last = ""
    told: dict[str, list[str]] = {}
    for triple in triples:
        subject, predicate, value = str(triple).split(" ", 2)
        if subject != last:
            if last:
                yield last, told
            last, told = subject, {}
        told.setdefault(predicate, []).append(value)
    if last:
        yield last, told


def _head(subject: str, terms: _Terms, taken: frozenset[str]) -> str:
    fragment = subject[1:-1].partition("#")[2]
    shown = terms[subject]
    if fragment and fragment not in taken:
        return f'<span id="{escaped(fragment)}">{shown}</span>'
    return shown


def _body(told: Mapping[str, list[str]], terms: _Terms) -> str:
    lines = []
    for predicate, values in told.items():
        name = "a" if predicate == _A else terms[predicate]
        if len(values) == 1:
            lines.append(f"{name} {terms[values[0]]}")
            continue
        more = len(values) - MOST_OBJECTS
        note = f"# {MOST_OBJECTS}, {more} more in the file\n    " if more > 0 else ""
        shown = " , ".join([terms[v] for v in values[:MOST_OBJECTS]])
        lines.append(f"{note}{name} {shown}")
    return " ;\n    ".join(lines)
