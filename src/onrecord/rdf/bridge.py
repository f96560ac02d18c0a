"""pyoxigraph triples → an rdflib graph, term by term, with nothing rewritten on the way."""

import logging
from collections.abc import Iterable
from typing import Any

import pyoxigraph as ox
import rdflib
from rdflib.plugins.sparql import prepareQuery
from rdflib.term import Identifier, Node

from onrecord.names import XSD

# rdflib logs a traceback for a literal like "2026-02-31"^^xsd:date; the shapes find it, with place.
logging.getLogger("rdflib.term").setLevel(logging.ERROR)


class PreparingGraph(rdflib.Graph):
    """Parses a query once, however often it is asked with other bindings, as shapes do."""

    def query(self, query_object: Any, *args: Any, **options: Any) -> Any:
        """As `rdflib.Graph.query`."""
        if isinstance(query_object, str):
            prepared = self.__dict__.setdefault("_prepared", {})
            if query_object not in prepared:
                prepared[query_object] = prepareQuery(query_object, dict(self.namespaces()))
            query_object = prepared[query_object]
        return super().query(query_object, *args, **options)


def rdflib_graph(triples: Iterable[ox.Triple]) -> rdflib.Graph:
    """The triples as an rdflib graph with no prefixes bound."""
    graph = rdflib.Graph(bind_namespaces="none")
    add_all(graph, triples)
    return graph


def add_all(graph: rdflib.Graph, triples: Iterable[ox.Triple]) -> None:
    """Put triples into an rdflib graph; each term is made once."""
    known: dict[Any, Node] = {}

    def convert(term: Any) -> Node:
        made = known.get(term)
        if made is None:
            made = known[term] = node(term)
        return made

    for triple in triples:
        graph.add((convert(triple.subject), convert(triple.predicate), convert(triple.object)))


def node(term: Any) -> Identifier:
    """A term of pyoxigraph as one of rdflib, its text as it is written."""
    if isinstance(term, ox.NamedNode):
        return rdflib.URIRef(term.value)
    if isinstance(term, ox.BlankNode):
        return rdflib.BNode(term.value)
    if term.language:
        return rdflib.Literal(term.value, lang=term.language)
    datatype = term.datatype.value
    if datatype == XSD + "string":
        return rdflib.Literal(term.value)
    return rdflib.Literal(term.value, datatype=rdflib.URIRef(datatype), normalize=False)
