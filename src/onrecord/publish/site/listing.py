"""Triples → Turtle as HTML: what stands in it is valid Turtle, and each IRI is a link."""

from collections.abc import Iterable
from itertools import chain
from typing import Final

import pyoxigraph as ox
from markupsafe import Markup, escape

from onrecord.names import RDF, is_plain_local
from onrecord.publish.site.escaping import escaped, markup
from onrecord.publish.site.pen import Pen

_A: Final = f"<{RDF}type>"
MOST_OBJECTS: Final = 200
"""Values of one property that a listing shows."""


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
        `taken` on the page.

        A triple is written at once and split, which takes a third of asking it for its terms.
        """
        shown, needs = self._shown, {""}
        used: set[str] = set()
        parts: list[str] = []
        subject = predicate = ""
        count = at = 0
        for triple in triples:
            of, what, value = str(triple).split(" ", 2)
            if what == predicate and of == subject:
                count += 1
                if count > MOST_OBJECTS:
                    continue
                parts.append(" , ")
            else:
                _note(parts, at, count)
                parts.append(" ;\n    " if of == subject else self._head(of, taken, used, parts))
                subject, predicate, count, at = of, what, 1, len(parts)
                if what == _A:
                    parts.append("a ")
                else:
                    used.add(what)
                    parts += (shown.get(what) or self._write(what), " ")
            if value[0] == '"':
                parts.append(self._literal(value, needs))
            else:
                used.add(value)
                parts.append(shown.get(value) or self._write(value))
        _note(parts, at, count)
        needs.update(map(self._needs.__getitem__, used))
        self._reads.also(chain.from_iterable(map(self._cells.__getitem__, used)))
        lines = [line for prefix, line in self._prefixes.items() if prefix in needs]
        end = " .\n" if parts else "\n\n\n"
        return markup("".join(["\n".join(lines), *parts, end]))

    def _head(self, subject: str, taken: frozenset[str], used: set[str], before: list[str]) -> str:
        """The subject of the triples that follow, behind the end of those before."""
        used.add(subject)
        shown = self._shown.get(subject) or self._write(subject)
        fragment = subject[1:-1].partition("#")[2]
        if fragment and fragment not in taken:
            shown = f'<span id="{escaped(fragment)}">{shown}</span>'
        return f"{' .' if before else ''}\n\n{shown} "

    def _literal(self, term: str, needs: set[str]) -> str:
        """A literal as it is shown; notes the prefix that it needs."""
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

    def _write(self, term: str) -> str:
        """An IRI as it stands in every listing."""
        (shown, prefix), seen = self._reads.during(self._iri, term[1:-1])
        self._shown[term], self._needs[term], self._cells[term] = shown, prefix, seen
        return shown

    def _iri(self, iri: str) -> tuple[str, str]:
        text, prefix = self._compact(iri)
        href = self._pen.way_to(iri)
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


def _note(parts: list[str], at: int, count: int) -> None:
    """Says before a property that has more values than are shown how many it has."""
    if count > MOST_OBJECTS:
        more = f"# {MOST_OBJECTS}, {count - MOST_OBJECTS} more in the file\n    "
        parts.insert(at, more)
