"""Turtle on disk → triples with their places, and triples → every published form of RDF."""

from onrecord.rdf.canonical import (
    Term,
    dataset_hash,
    nquads_hash,
    skolemise,
    sorted_nquads,
    triple_key,
)
from onrecord.rdf.read import MOST_TRIPLES, Source, parse_turtle, read
from onrecord.rdf.write import FORMATS, Format, Ordered, write_dataset, write_triples

__all__ = [
    "FORMATS",
    "MOST_TRIPLES",
    "Format",
    "Ordered",
    "Source",
    "Term",
    "dataset_hash",
    "nquads_hash",
    "parse_turtle",
    "read",
    "skolemise",
    "sorted_nquads",
    "triple_key",
    "write_dataset",
    "write_triples",
]
