"""Triples → Turtle as HTML: what stands in it is valid Turtle, and each IRI is a link."""

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Final

import pyoxigraph as ox
from markupsafe import Markup, escape

from onrecord.names import RDF, is_plain_local
from onrecord.publish.site.pen import Pen, escaped, markup

_A: Final = f"<{RDF}type>"
MOST_OBJECTS: Final = 200
"""Values of one property that a listing shows."""
Told = tuple[str, str, list[str]]
"""A subject, one of its properties and the values of that, as N-Triples."""


class Listing:
    """Writes listings for the pages that lie as deep as a pen's; each IRI is written once."""

    def __init__(self, pen: Pen) -> None:
        self._pen = pen
        self._reads = pen.library.reads
        self._shown: dict[str, str] = {}
        self._needs: dict[str, str] = {}
        self._cells: dict[str, tuple[int, ...]] = {}
        """How IRIs stand in a listing, the prefix that each needs (empty: none), and the cells that
        were read to write it."""
        self._endings: dict[str, tuple[str, str]] = {"": ("", "")}
        """What follows the text of literals, as it is shown, and the prefix that it needs."""
        spaces = pen.library.config.names.prefixes
        self._spaces = {namespace: prefix for prefix, namespace in spaces.items()}
        self._prefixes = {p: f"@prefix {p}: &lt;{escape(ns)}&gt; ." for p, ns in spaces.items()}

    def of(self, triples: Iterable[ox.Triple], taken: frozenset[str]) -> Markup:
        """The listing of triples in their order; fragments of subjects become ids, but for those
        `taken` on the page."""
        needs: set[str] = set()
        used: set[str] = set()
        last, parts = "", []
        for subject, predicate, values in _told(triples):
            if subject == last:
                parts.append(" ;\n    ")
            else:
                used.add(subject)
                parts.append(f"{' .' if last else ''}\n\n{self._head(subject, taken)} ")
                last = subject
            name = "a"
            if predicate != _A:
                used.add(predicate)
                name = self._shown.get(predicate) or self._write(predicate)
            more = len(values) - MOST_OBJECTS
            if more > 0:
                parts.append(f"# {MOST_OBJECTS}, {more} more in the file\n    ")
            found = [self._value(v, used, needs) for v in values[:MOST_OBJECTS]]
            parts.append(f"{name} {found[0] if len(found) == 1 else ' , '.join(found)}")
        needs.update(map(self._needs.__getitem__, used))
        self._reads.also(chain.from_iterable(map(self._cells.__getitem__, used)))
        lines = [line for prefix, line in self._prefixes.items() if prefix in needs]
        end = " .\n" if parts else "\n\n\n"
        return markup("".join(["\n".join(lines), *parts, end]))

    def _value(self, term: str, used: set[str], needs: set[str]) -> str:
        """A value as it is shown; notes an IRI, and the prefix that a literal needs."""
        if term[0] != '"':
            used.add(term)
            return self._shown.get(term) or self._write(term)
        end = term.rindex('"') + 1
        text, kind = term[:end], term[end:]
        if kind not in self._endings:
            self._endings[kind] = self._ending(kind)
        ending, prefix = self._endings[kind]
        needs.add(prefix)
        if "&" in text or "<" in text or ">" in text:
            text = _in_text(text)
        return f"<bdi>{text}</bdi>{ending}"

    def _ending(self, kind: str) -> tuple[str, str]:
        if not kind.startswith("^^<"):
            return escaped(kind), ""
        datatype, prefix = self._compact(kind[3:-1])
        return f"^^{datatype}", prefix

    def _head(self, subject: str, taken: frozenset[str]) -> str:
        shown = self._shown.get(subject) or self._write(subject)
        fragment = subject[1:-1].partition("#")[2]
        if fragment and fragment not in taken:
            return f'<span id="{escaped(fragment)}">{shown}</span>'
        return shown

    def _write(self, term: str) -> str:
        """An IRI as it stands in every listing."""
        (shown, prefix), seen = self._reads.during(lambda: self._iri(term[1:-1]))
        self._shown[term], self._needs[term], self._cells[term] = shown, prefix, seen
        return shown

    def _iri(self, iri: str) -> tuple[str, str]:
        text, prefix = self._compact(iri)
        href = self._pen.href(iri)
        return (f'<a href="{escaped(href)}">{text}</a>' if href else text), prefix

    def _compact(self, iri: str) -> tuple[str, str]:
        end = max(iri.rfind("#"), iri.rfind("/")) + 1
        prefix = self._spaces.get(iri[:end])
        if prefix is not None and is_plain_local(iri[end:]):
            return f"{prefix}:{iri[end:]}", prefix
        return f"&lt;{escaped(iri)}&gt;", ""


def _in_text(literal: str) -> str:
    """Escaped for the text of an element, where quotation marks stand as they are."""
    return literal.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _told(triples: Iterable[ox.Triple]) -> Iterator[Told]:
    """What triples tell, in their order: all values of a property together.

    A triple is written at once and split, which takes a third of asking it for its terms.
    """
    subject = predicate = ""
    values: list[str] = []
    for triple in triples:
        of, what, value = str(triple).split(" ", 2)
        if what != predicate or of != subject:
            if values:
                yield subject, predicate, values
            subject, predicate, values = of, what, []
        values.append(value)
    if values:
        yield subject, predicate, values
