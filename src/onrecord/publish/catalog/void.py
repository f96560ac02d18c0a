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
from onrecord.publish.sheets import Sheet
from onrecord.rdf import Ordered
from onrecord.rdf.blocks import Block, turtle_block, turtle_head
from onrecord.rdf.runs import key_of

_SPDX: Final = "http://spdx.org/rdf/terms#"
WELL_KNOWN: Final = ".well-known/void"
VOID_FILE: Final = "data/void.turtle"


def void_files(publication: Publication) -> Files:
    """The same Turtle twice: at the well-known address, and where hosts know its type."""
    graph, names = publication.graph, publication.graph.names
    runs, sheet = graph.runs[names.graph(CATALOG)], Sheet(VOID_FILE, publication.earlier)

    def block(number: int) -> Block:
        more = number == len(runs)
        return turtle_block(
            Ordered.of(_sizes(publication)) if more else runs[number].triples, names
        )

    # What is told of the finished files comes last, so that the rest stays as it was.
    keys = [*(run.key for run in runs), key_of(repr(publication.dumps()).encode())]
    sheet.joined("\n", keys, block)
    data = sheet.data(turtle_head(sheet.used, names) + "\n")
    yield WELL_KNOWN, data
    yield VOID_FILE, data


def void_triples(publication: Publication) -> Iterator[ox.Triple]:
    """The triples of the catalogue, and size and checksum of every dump."""
    yield from publication.graph.triples(CATALOG)
    yield from _sizes(publication)


def _sizes(publication: Publication) -> Iterator[ox.Triple]:
    """Size and checksum of every dump."""
    dataset = dataset_iri(publication.graph)
    for dump in publication.dumps():
        iri = distribution_iri(dataset, dump.path)
        yield typed(iri, DCAT + "byteSize", dump.size, "nonNegativeInteger")
        yield plain(iri, SCHEMA + "contentSize", f"{dump.size} B")
        yield plain(iri, SCHEMA + "sha256", dump.sha256)
        yield link(iri, _SPDX + "checksum", f"{iri}-sha256")
        yield link(f"{iri}-sha256", RDF + "type", _SPDX + "Checksum")
        yield link(f"{iri}-sha256", _SPDX + "algorithm", _SPDX + "checksumAlgorithm_sha256")
        yield typed(f"{iri}-sha256", _SPDX + "checksumValue", dump.sha256, "hexBinary")
