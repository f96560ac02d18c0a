"""The graph → RDF files: dumps in every form, and four files for each resource.

A resource's file holds the triples whose subject is the resource or a part of it, so the union of
all files is the dump.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterator
from typing import Final

import pyoxigraph as ox

from onrecord.derive.nanopublications import nanopublication_graphs
from onrecord.errors import IdentityError
from onrecord.graph import KnowledgeGraph
from onrecord.names import ONR, RDF, document
from onrecord.publish.earlier import KEPT
from onrecord.publish.publication import Changed, Dump, Publication
from onrecord.rdf import FORMATS, Ordered, write_dataset, write_triples

RESOURCE_FORMATS: Final = ("ttl", "nt", "jsonld", "rdf")
DUMP_FORMATS: Final = ("ttl", "trig", "nq", "jsonld", "rdf")
DUMP: Final = "data/onrecord"
_FOREIGN: Final = "ontology/alignments"


def documents(graph: KnowledgeGraph) -> dict[str, Ordered]:
    """Publication path (no suffix) → the triples of that document, in order; sorted by path.

    What the alignments say of foreign terms stands together in `ontology/alignments`.
    """
    found: dict[str, list[ox.Triple]] = defaultdict(list)
    paths: dict[str, str] = {}
    for triple in graph.union:
        owner = document(getattr(triple.subject, "value", ""))
        if owner not in paths:
            try:
                paths[owner] = graph.names.path(owner)
            except IdentityError:
                paths[owner] = _FOREIGN
        found[paths[owner]].append(triple)
    # The union is in order, so each part of it is.
    return {path: Ordered(triples) for path, triples in sorted(found.items())}


def resource_files(publication: Publication) -> Changed:
    """Turtle, N-Triples, JSON-LD and RDF/XML of every document; all stay where the N-Triples do,
    because they say the same."""
    names, earlier = publication.graph.names, publication.earlier
    for path, triples in documents(publication.graph).items():
        stays = earlier.has(f"{path}.nt", write_triples(triples, "nt", names))
        for suffix in RESOURCE_FORMATS:
            file = f"{path}.{suffix}"
            if stays and file in earlier.files:
                yield file, KEPT
            else:
                yield file, write_triples(triples, suffix, names)


def dump_files(publication: Publication) -> Iterator[tuple[Dump, bytes]]:
    """The dumps, each with its bytes."""
    for path, data, part, count in _dumps(publication):
        form = FORMATS.get(path.rpartition(".")[2], FORMATS["ttl"])
        media_type = form.media_type + ("; version=1.2" if part == "rdf12" else "")
        label = form.label + (" 1.2" if part == "rdf12" else "")
        digest = hashlib.sha256(data).hexdigest()
        yield Dump(path, media_type, label, len(data), count, digest, part), data


def _dumps(publication: Publication) -> Iterator[tuple[str, bytes, str, int]]:
    """Path, bytes, part (`all`, `curated`, …) and number of triples or quads."""
    graph, names = publication.graph, publication.graph.names
    union, ordered = graph.union, graph.ordered
    quads = sum(len(t) for t in graph.graphs.values())
    for suffix in DUMP_FORMATS:
        if FORMATS[suffix].graphs:
            yield f"{DUMP}.{suffix}", write_dataset(ordered, suffix, names), "all", quads
        else:
            yield f"{DUMP}.{suffix}", write_triples(union, suffix, names), "all", len(union)
    curated = {g: ts for g, ts in ordered.items() if g in graph.data_graphs}
    asserted = sum(len(t) for t in curated.values())
    yield "data/asserted.trig", write_dataset(curated, "trig", names), "asserted", asserted
    by_hand = {g: ts for g, ts in curated.items() if not _proposed(graph, g)}
    count = sum(len(t) for t in by_hand.values())
    yield "data/curated.trig", write_dataset(by_hand, "trig", names), "curated", count
    pubs = nanopublication_graphs(graph)
    count = sum(len(set(t)) for t in pubs.values())
    data = write_dataset(pubs, "trig", names)
    yield "data/nanopublications.trig", data, "nanopublications", count
    terms = reifications(graph)
    yield f"{DUMP}-rdf12.turtle", write_triples(terms, "ttl", names), "rdf12", len(terms)


def _proposed(graph: KnowledgeGraph, iri: str) -> bool:
    """Whether a graph holds what a machine proposed, or what was decided about it."""
    kinds = ("extracted", "review")
    return any(iri.startswith(graph.names.graph(kind) + "/") for kind in kinds)


def reifications(graph: KnowledgeGraph) -> list[ox.Triple]:
    """The union in RDF 1.2: each statement reifies the triple terms of its content.

    The content is a triple term that nobody asserts; `{| |}`, which asserts, is never written.
    """
    content: dict[str, dict[str, list[ox.NamedNode | ox.Literal]]] = defaultdict(
        lambda: defaultdict(list)
    )
    union = list(graph.union)
    for t in graph.union:
        if t.predicate.value in _CONTENT and isinstance(t.object, ox.NamedNode | ox.Literal):
            content[str(t.subject)[1:-1]][t.predicate.value].append(t.object)
    reifies = ox.NamedNode(RDF + "reifies")
    for iri, parts in content.items():
        for subject in parts[ONR + "subject"]:
            for predicate in parts[ONR + "predicate"]:
                for value in parts[ONR + "object"]:
                    if isinstance(subject, ox.NamedNode) and isinstance(predicate, ox.NamedNode):
                        term = ox.Triple(subject, predicate, value)
                        union.append(ox.Triple(ox.NamedNode(iri), reifies, term))
    return union


_CONTENT: Final = frozenset(ONR + name for name in ("subject", "predicate", "object"))
