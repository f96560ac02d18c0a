"""Finished shards → the files about the whole: refusals, findings, conflicts, catalogue."""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

import pyoxigraph as ox

from onrecord.archive.files import Shelf
from onrecord.names import DCAT, DCTERMS, ONR, RDF, VOID
from onrecord.output import Written
from onrecord.publish.catalog.facts import link, plain, text, typed
from onrecord.rdf import write_triples
from onrecord.workspace import Config

KINDS: Final = ("dead-letters", "findings", "conflicts")
_TYPE: Final = RDF + "type"
_MEDIA: Final = "https://www.iana.org/assignments/media-types/"
_SPDX: Final = "http://spdx.org/rdf/terms#"
_CLASSES: Final = {
    "Article": "articles",
    "Proposal": "proposals",
    "Company": "companies",
    "Person": "persons",
    "NewsMedium": "media",
}


def gather(shelf: Shelf, key: str) -> tuple[list[Written], int]:
    """`dead-letters.jsonl`, `findings.jsonl` and `conflicts.jsonl`, and how many findings are
    violations; line by line, so that they may be long."""
    written = [shelf.stream(f"{kind}.jsonl", _lines(shelf, kind, key)) for kind in KINDS]
    found = (json.loads(line)["severity"] for line in _lines(shelf, "findings", key))
    return written, sum(severity == "violation" for severity in found)


def _lines(shelf: Shelf, kind: str, key: str) -> Iterator[bytes]:
    for name in ("articles", "entities"):
        for done in shelf.marks(name, key):
            path = shelf.work(f"{kind}-{done.name}.jsonl")
            if path.is_file():
                with path.open("rb") as file:
                    yield from file


def catalogue(config: Config, counts: Mapping[str, int], files: Sequence[Written]) -> bytes:
    """DCAT and VoID: what the archive is, how much is in it, and where its shards lie."""
    triples = [*_dataset(config, counts)]
    for file in files:
        if file.path.startswith("data/"):
            triples += _distribution(config, file)
    return write_triples(triples, "ttl", config.names)


def _dataset(config: Config, counts: Mapping[str, int]) -> Iterator[ox.Triple]:
    iri = config.names.graph("archive")
    for kind in (VOID + "Dataset", DCAT + "Dataset"):
        yield link(iri, _TYPE, kind)
    for predicate, texts in (("title", config.title), ("description", config.description)):
        yield from (text(iri, DCTERMS + predicate, words, code) for code, words in texts.items())
    yield link(iri, DCTERMS + "license", config.data_license)
    yield plain(iri, VOID + "uriSpace", config.base)
    yield typed(iri, VOID + "triples", counts.get("quads", 0), "integer")
    for name, what in _CLASSES.items():
        part = f"{iri}#{what}"
        yield link(iri, VOID + "classPartition", part)
        yield link(part, VOID + "class", ONR + name)
        yield typed(part, VOID + "entities", counts.get(what, 0), "integer")


def _distribution(config: Config, file: Written) -> Iterator[ox.Triple]:
    """A shard: a part of the dump, packed, with size and checksum."""
    dataset, address = config.names.graph("archive"), config.base + file.path
    iri = f"{dataset}#{file.path.removeprefix('data/').partition('.')[0]}"
    yield link(dataset, VOID + "dataDump", address)
    yield link(dataset, DCAT + "distribution", iri)
    yield link(iri, _TYPE, DCAT + "Distribution")
    yield link(iri, DCAT + "downloadURL", address)
    yield link(iri, DCAT + "mediaType", _MEDIA + "application/n-quads")
    yield link(iri, DCAT + "compressFormat", _MEDIA + "application/zstd")
    yield typed(iri, DCAT + "byteSize", file.size, "nonNegativeInteger")
    yield link(iri, _SPDX + "checksum", f"{iri}-sha256")
    yield link(f"{iri}-sha256", _TYPE, _SPDX + "Checksum")
    yield link(f"{iri}-sha256", _SPDX + "algorithm", _SPDX + "checksumAlgorithm_sha256")
    yield typed(f"{iri}-sha256", _SPDX + "checksumValue", file.sha256, "hexBinary")
