"""The catalogue with what only the finished files can tell: their sizes and SHA-256.

It lies in files without a suffix of RDF, since it says more than the dump can hold of itself.
"""

from collections.abc import Iterator
from typing import Final

import pyoxigraph as ox

from onrecord.names import DCAT, RDF, SCHEMA
from onrecord.publish.catalog.dcat import CATALOG, dataset_iri, distribution_iri
from onrecord.publish.catalog.facts import link, plain, typed
from onrecord.publish.publication import Files, Publication
from onrecord.rdf import write_triples

_SPDX: Final = "http://spdx.org/rdf/terms#"
WELL_KNOWN: Final = ".well-known/void"
VOID_FILE: Final = "data/void.turtle"


def void_triples(publication: Publication) -> Iterator[ox.Triple]:
    """The triples of the catalogue, and size and checksum of every dump."""
    graph = publication.graph
    yield from graph.triples(CATALOG)
    dataset = dataset_iri(graph)
    for dump in publication.dumps:
        iri = distribution_iri(dataset, dump.path)
        yield typed(iri, DCAT + "byteSize", dump.size, "nonNegativeInteger")
        yield plain(iri, SCHEMA + "contentSize", f"{dump.size} B")
        yield plain(iri, SCHEMA + "sha256", dump.sha256)
        yield link(iri, _SPDX + "checksum", f"{iri}-sha256")
        yield link(f"{iri}-sha256", RDF + "type", _SPDX + "Checksum")
        yield link(f"{iri}-sha256", _SPDX + "algorithm", _SPDX + "checksumAlgorithm_sha256")
        yield typed(f"{iri}-sha256", _SPDX + "checksumValue", dump.sha256, "hexBinary")


def void_files(publication: Publication) -> Files:
    """The same Turtle twice: at the well-known address, and where hosts know its type."""
    data = write_triples(void_triples(publication), "ttl", publication.graph.names)
    yield WELL_KNOWN, data
    yield VOID_FILE, data
