"""Finished shards → the files about the whole: refusals, findings, conflicts, catalogue."""

import json
from collections.abc import Iterator, Sequence
from typing import Final

import pyoxigraph as ox

from onrecord.archive.files import Shelf
from onrecord.names import DCAT, DCTERMS, RDF, VOID, XSD
from onrecord.output import Written
from onrecord.rdf import write_triples
from onrecord.workspace import Config

KINDS: Final = ("dead-letters", "findings", "conflicts")


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


def catalogue(config: Config, quads: int, files: Sequence[Written]) -> bytes:
    """VoID and DCAT: what the archive is, and where its shards lie."""
    names = config.names
    node = ox.NamedNode(names.graph("archive"))
    triples = [
        ox.Triple(node, ox.NamedNode(RDF + "type"), ox.NamedNode(VOID + "Dataset")),
        ox.Triple(node, ox.NamedNode(RDF + "type"), ox.NamedNode(DCAT + "Dataset")),
        ox.Triple(node, ox.NamedNode(DCTERMS + "license"), ox.NamedNode(config.data_license)),
        ox.Triple(
            node,
            ox.NamedNode(VOID + "triples"),
            ox.Literal(str(quads), datatype=ox.NamedNode(XSD + "integer")),
        ),
    ]
    triples += [
        ox.Triple(node, ox.NamedNode(DCTERMS + "title"), ox.Literal(text, language=tag))
        for tag, text in config.title.items()
    ]
    triples += [
        ox.Triple(node, ox.NamedNode(VOID + "dataDump"), ox.NamedNode(config.base + file.path))
        for file in files
        if file.path.startswith("data/")
    ]
    return write_triples(triples, "ttl", names)
