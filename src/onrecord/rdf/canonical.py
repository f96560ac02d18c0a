"""The one order of triples, their RDFC-1.0 hash, and blank nodes → IRIs."""

import hashlib
from collections.abc import Iterable
from typing import TypeAlias

import pyoxigraph as ox

from onrecord.confine import Limits, complaints, run_confined
from onrecord.errors import LimitError
from onrecord.names import RDF

Term: TypeAlias = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple

_TYPE = ox.NamedNode(RDF + "type")
_MOST_BLANK_NODES = 2_000
_NAMING = Limits(seconds=1.5, memory=300_000_000, wait=20.0)


def triple_key(triple: ox.Triple | ox.Quad) -> tuple[str, bool, str, str]:
    """Sort key: subject IRI, `rdf:type` before other predicates, then objects, as N-Triples.

    The mark before a fragment comes before all other characters, so that the parts of a resource
    follow it and nothing else stands between them.
    """
    return (
        str(triple.subject)[1:-1].replace("#", "\0", 1),
        triple.predicate != _TYPE,
        str(triple.predicate),
        str(triple.object),
    )


def canonicalise(quads: Iterable[ox.Quad]) -> ox.Dataset:
    """The dataset with blank nodes renamed by RDFC-1.0.

    The algorithm is exponential in the worst case: `LimitError` above 2,000 blank nodes, or where
    naming them takes more than 1.5 seconds.
    """
    dataset = ox.Dataset(quads)
    blank = {t for q in dataset for t in (q.subject, q.object) if isinstance(t, ox.BlankNode)}
    if len(blank) > _MOST_BLANK_NODES:
        raise LimitError(
            f"{len(blank)} blank nodes are more than can be named safely",
            hint="give the nodes IRIs",
        )
    if not blank:
        return dataset

    def work() -> bytes:
        dataset.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
        return ox.serialize(dataset, format=ox.RdfFormat.N_QUADS) or b""

    said = complaints(f"naming {len(blank)} blank nodes", "give the nodes IRIs")
    return ox.Dataset(
        ox.parse(input=run_confined(work, _NAMING, said), format=ox.RdfFormat.N_QUADS)
    )


def dataset_hash(quads: Iterable[ox.Quad]) -> str:
    """SHA-256 (hex) of the canonical N-Quads, as RDFC-1.0 defines the hash of a dataset."""
    lines = sorted(f"{quad} .\n" for quad in canonicalise(quads))
    return hashlib.sha256("".join(lines).encode()).hexdigest()


def nquads_hash(parts: Iterable[bytes | memoryview]) -> str:
    """`dataset_hash` of N-Quads that repeat no line and name no blank node, as we publish them;
    each part ends with a line."""
    return hashlib.sha256(sorted_nquads(parts)).hexdigest()


def sorted_nquads(parts: Iterable[bytes | memoryview]) -> bytes:
    """The lines of some N-Quads in the order in which they are hashed."""
    lines = [line for part in parts for line in bytes(part).splitlines(keepends=True)]
    lines.sort()
    return b"".join(lines)


def skolemise(triples: Iterable[ox.Triple], namespace: str) -> list[ox.Triple]:
    """The triples with each blank node replaced by `<namespace>genid-<hash>`.

    The hash covers the canonical label and the whole file, so it changes only when the file does.
    """
    quads = [ox.Quad(t.subject, t.predicate, t.object) for t in triples]
    dataset = canonicalise(quads)
    salt = hashlib.sha256("".join(sorted(map(str, dataset))).encode()).hexdigest()[:8]

    def named(term: Term) -> Term:
        if isinstance(term, ox.BlankNode):
            return ox.NamedNode(f"{namespace}genid-{salt}-{term.value}")
        return term

    return [ox.Triple(named(q.subject), q.predicate, named(q.object)) for q in dataset]  # type: ignore[arg-type]
