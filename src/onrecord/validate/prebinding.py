"""A graph for pyshacl whose constraints in SPARQL, asked once a focus node, pyoxigraph answers.

The focus node is put in place of `$this` in the text, which is what SHACL means by pre-binding
(5.3.1). What cannot be said that way (grouping, nested SELECT, a focus node that is no IRI) is left
to rdflib. Numbers come back in their shortest form.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import pyoxigraph as ox
from rdflib import URIRef
from rdflib.query import Result
from rdflib.term import Variable

from onrecord.query.lexer import Token, tokens
from onrecord.rdf.bridge import PreparingGraph, add_all, node

_THIS = ("$this", "?this")
_NOT_SIMPLE = frozenset({"GROUP", "ORDER", "HAVING"})


@dataclass(frozen=True, slots=True)
class Template:
    """A SELECT query in pieces, between which the focus node stands; the first is its head."""

    pieces: tuple[str, ...]

    @classmethod
    def of(cls, text: str) -> "Template | None":
        """The template of a query that selects `$this` among plain variables; else nothing."""
        found = list(tokens(text))
        words = [token.keyword for token in found]
        if words.count("SELECT") != 1 or _NOT_SIMPLE & set(words):
            return None
        start = words.index("SELECT") + 1
        end = next((i for i, t in enumerate(found) if i >= start and t.text == "{"), len(found))
        chosen = [t for t in found[start:end] if t.keyword not in ("WHERE", "DISTINCT")]
        if any(t.kind != "variable" for t in chosen) or not any(t.text in _THIS for t in chosen):
            return None
        return cls(_cut(text, [t for t in found if t.text in _THIS], chosen))

    def about(self, focus: str) -> str:
        """The query about one focus node."""
        return self.pieces[0] + f"(<{focus}> AS ?this)" + f"<{focus}>".join(self.pieces[1:])


def _cut(text: str, places: list[Token], chosen: list[Token]) -> tuple[str, ...]:
    """The text between its `$this`; that of the projection must come first, others go."""
    projected = [t.start for t in chosen if t.text in _THIS]
    pieces, at = [], 0
    for token in places:
        if token.start in projected[1:]:
            continue
        pieces.append(text[at : token.start])
        at = token.start + len(token.text)
    return (*pieces, text[at:])


class AnsweringGraph(PreparingGraph):
    """An rdflib graph that answers constraints soon. What is added later is not asked."""

    def __init__(self, triples: Iterable[ox.Triple]) -> None:
        super().__init__(bind_namespaces="none")
        kept = tuple(triples)
        self._templates: dict[str, Template | None] = {}
        self._store = ox.Store()
        self._store.extend(ox.Quad(t.subject, t.predicate, t.object) for t in kept)
        add_all(self, kept)

    def query(
        self,
        query_object: Any,
        processor: Any = "sparql",
        result: Any = "sparql",
        initNs: Any = None,
        initBindings: Any = None,
        *args: Any,
        **options: Any,
    ) -> Any:
        """As `rdflib.Graph.query`."""
        template = self._template(query_object, initBindings or {})
        if template is None:
            return super().query(
                query_object, processor, result, initNs, initBindings, *args, **options
            )
        return _result(self._store.query(template.about(str(initBindings["this"]))))

    def _template(self, text: Any, given: Mapping[str, Any]) -> Template | None:
        if set(given) != {"this"} or not isinstance(given["this"], URIRef):
            return None
        if text not in self._templates:
            self._templates[text] = Template.of(text)
        return self._templates[text]


def _result(rows: Any) -> Result:
    made = Result("SELECT")
    made.vars = [Variable(v.value) for v in rows.variables]
    made.bindings = [
        {v: node(term) for v, term in zip(made.vars, row, strict=True) if term is not None}
        for row in rows
    ]
    return made
