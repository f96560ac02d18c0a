"""Triples → Turtle as HTML: what stands in it is valid Turtle, and each IRI is a link."""

from collections.abc import Iterable
from itertools import groupby
from operator import attrgetter
from typing import Any, Final

import pyoxigraph as ox
from markupsafe import Markup, escape

from onrecord.names import RDF, is_plain_local
from onrecord.publish.site.pen import Pen

_A: Final = RDF + "type"
_SUBJECT: Final = attrgetter("subject")
_PREDICATE: Final = attrgetter("predicate")
MOST_OBJECTS: Final = 200
"""Values of one property that a listing shows."""
_STRING: Final = "http://www.w3.org/2001/XMLSchema#string"


class Listing:
    """Writes listings for the pages of one pen; each term is written once."""

    def __init__(self, pen: Pen) -> None:
        self._pen = pen
        self._kept: dict[str, Any] = {}
        spaces = pen.library.config.names.prefixes
        self._spaces = {namespace: prefix for prefix, namespace in spaces.items()}

    def of(self, triples: Iterable[ox.Triple], taken: frozenset[str]) -> Markup:
        """The listing; fragments of subjects become ids, but for those `taken` on the page."""
        used: set[str] = set()
        blocks = []
        for subject, group in groupby(triples, key=_SUBJECT):
            head = self._term(subject, used)
            fragment = str(subject)[1:-1].partition("#")[2]
            if fragment and fragment not in taken:
                head = f'<span id="{escape(fragment)}">{head}</span>'
            blocks.append(head + " " + self._body(group, used) + " .")
        spaces = self._pen.library.config.names.prefixes
        lines = [f"@prefix {p}: &lt;{escape(ns)}&gt; ." for p, ns in spaces.items() if p in used]
        return Markup("\n".join(lines) + "\n\n" + "\n\n".join(blocks) + "\n")

    def _body(self, group: Iterable[ox.Triple], used: set[str]) -> str:
        lines = []
        for predicate, same in groupby(group, key=_PREDICATE):
            name = "a" if predicate.value == _A else self._term(predicate, used)
            objects = [t.object for t in same]
            more = len(objects) - MOST_OBJECTS
            note = f"# {MOST_OBJECTS}, {more} more in the file\n    " if more > 0 else ""
            shown = " , ".join(self._term(o, used) for o in objects[:MOST_OBJECTS])
            lines.append(f"{note}{name} {shown}")
        return " ;\n    ".join(lines)

    def _term(self, term: object, used: set[str]) -> str:
        key = str(term)

        def make() -> tuple[str, str]:
            return self._literal(term) if isinstance(term, ox.Literal) else self._iri(key[1:-1])

        shown, prefix = self._pen.library.reads.once(key, make, self._kept)
        if prefix:
            used.add(prefix)
        return shown

    def _iri(self, iri: str) -> tuple[str, str]:
        text, prefix = self._compact(iri)
        href = self._pen.href(iri)
        return (f'<a href="{escape(href)}">{text}</a>' if href else text), prefix

    def _compact(self, iri: str) -> tuple[str, str]:
        end = max(iri.rfind("#"), iri.rfind("/")) + 1
        prefix = self._spaces.get(iri[:end])
        if prefix is not None and is_plain_local(iri[end:]):
            return f"{prefix}:{iri[end:]}", prefix
        return f"&lt;{escape(iri)}&gt;", ""

    def _literal(self, term: ox.Literal) -> tuple[str, str]:
        quoted = str(ox.Literal(term.value))
        text = f"<bdi>{escape(quoted)}</bdi>"
        if term.language:
            return f"{text}@{escape(term.language)}", ""
        if term.datatype.value == _STRING:
            return text, ""
        datatype, prefix = self._compact(term.datatype.value)
        return f"{text}^^{datatype}", prefix
