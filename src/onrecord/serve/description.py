"""The endpoint's address and its census in, its SPARQL 1.1 Service Description out."""

import pyoxigraph as ox

from onrecord.query import FORMATS, Format
from onrecord.serve.pool import Census

_SD = "http://www.w3.org/ns/sparql-service-description#"
_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_VOID = "http://rdfs.org/ns/void#"
_FORMAT = "http://www.w3.org/ns/formats/"
_XSD = "http://www.w3.org/2001/XMLSchema#"
_RESULT_FORMATS = {
    "json": "SPARQL_Results_JSON",
    "xml": "SPARQL_Results_XML",
    "csv": "SPARQL_Results_CSV",
    "tsv": "SPARQL_Results_TSV",
    "turtle": "Turtle",
    "ntriples": "N-Triples",
    "jsonld": "JSON-LD",
    "rdfxml": "RDF_XML",
    "trig": "TriG",
    "nquads": "N-Quads",
    "n3": "N3",
}


def _n(iri: str) -> ox.NamedNode:
    return ox.NamedNode(iri)


def _triples(address: str, census: Census) -> list[ox.Triple]:
    service, dataset, union = (_n(f"{address}#{part}") for part in ("service", "dataset", "union"))
    kind = _n(_RDF + "type")
    made = [
        ox.Triple(service, kind, _n(_SD + "Service")),
        ox.Triple(service, _n(_SD + "endpoint"), _n(address)),
        ox.Triple(service, _n(_SD + "supportedLanguage"), _n(_SD + "SPARQL11Query")),
        ox.Triple(service, _n(_SD + "feature"), _n(_SD + "UnionDefaultGraph")),
        ox.Triple(service, _n(_SD + "defaultDataset"), dataset),
        ox.Triple(dataset, kind, _n(_SD + "Dataset")),
        ox.Triple(dataset, _n(_SD + "defaultGraph"), union),
        *_graph(union, census.triples),
    ]
    made += [
        ox.Triple(service, _n(_SD + "resultFormat"), _n(_FORMAT + _RESULT_FORMATS[name]))
        for name in FORMATS
    ]
    for number, (name, count) in enumerate(sorted(census.graphs.items()), start=1):
        entry, graph = _n(f"{address}#named-{number}"), _n(f"{address}#graph-{number}")
        made += [
            ox.Triple(dataset, _n(_SD + "namedGraph"), entry),
            ox.Triple(entry, kind, _n(_SD + "NamedGraph")),
            ox.Triple(entry, _n(_SD + "name"), _n(name)),
            ox.Triple(entry, _n(_SD + "graph"), graph),
            *_graph(graph, count),
        ]
    return made


def _graph(node: ox.NamedNode, count: int) -> list[ox.Triple]:
    number = ox.Literal(str(count), datatype=_n(_XSD + "integer"))
    return [
        ox.Triple(node, _n(_RDF + "type"), _n(_SD + "Graph")),
        ox.Triple(node, _n(_VOID + "triples"), number),
    ]


def describe_service(address: str, census: Census, form: Format) -> bytes:
    """Who serves what, in which formats, over which graphs of how many triples."""
    prefixes = {"sd": _SD, "void": _VOID, "format": _FORMAT, "xsd": _XSD}
    return ox.serialize(_triples(address, census), format=form.rdf, prefixes=prefixes) or b""
