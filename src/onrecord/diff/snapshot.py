"""A dump, a publication or a graph → `Snapshot`: the asserted facts of each resource.

Only what a source says is compared. What the machine derives from it, and the ontology, shapes,
catalogue and report, change by themselves and are left out.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Final, TypeAlias

import pyoxigraph as ox

from onrecord.errors import ParseError, SystemFailure, UsageError
from onrecord.names import ONR, RDF, RDFS, ROOT, document

Fact: TypeAlias = tuple[str, str, ox.NamedNode | ox.Literal]
"""Fragment of the part that it is said of (empty for the resource itself), property, value."""

ASSERTED: Final = frozenset(
    ("entities", "article", "background", "extracted", "review", "tombstones")
)
_PLACES: Final = ("onrecord.nq", "data/onrecord.nq")


@dataclass(frozen=True)
class Snapshot:
    """The state of a graph: document IRI → its facts; `name` is its version or file, `terms` are
    the IRIs that the ontology and its schemes describe."""

    name: str
    facts: Mapping[str, tuple[Fact, ...]]
    origins: Mapping[str, str]
    terms: frozenset[str] = frozenset()

    @classmethod
    def of(cls, graphs: Mapping[str, Iterable[ox.Triple]], name: str) -> "Snapshot":
        """The snapshot of named graphs (IRI → triples)."""
        facts: dict[str, dict[Fact, None]] = defaultdict(dict)
        origins: dict[str, str] = {}
        for iri in sorted(graphs):
            kind = kind_of(iri)
            if kind not in ASSERTED:
                continue
            for t in graphs[iri]:
                owner, _, part = str(t.subject)[1:-1].partition("#")
                assert isinstance(t.object, ox.NamedNode | ox.Literal)
                facts[owner][part, t.predicate.value, t.object] = None
                origins.setdefault(owner, kind)
        ordered = {d: tuple(sorted(facts[d], key=_order)) for d in sorted(facts)}
        return cls(name, ordered, origins, _terms(graphs))

    @classmethod
    def read(cls, place: Path, name: str = "") -> "Snapshot":
        """The snapshot of an N-Quads file, or of the publication or release in a folder.

        Raises `UsageError` where there is none, `ParseError` where it cannot be read.
        """
        path = place
        if place.is_dir():
            found = [place / inner for inner in _PLACES if (place / inner).is_file()]
            if not found:
                raise UsageError(
                    "is neither a publication nor a release",
                    file=place,
                    hint=f"it has no {' or '.join(_PLACES)}",
                )
            path = found[0]
        return cls.of(read_graphs(path), name or place.as_posix())

    @cached_property
    def statements(self) -> frozenset[str]:
        """The documents that are statements."""
        return frozenset(d for d in self.facts if ONR + "Statement" in self.classes(d))

    def classes(self, it: str) -> set[str]:
        """The classes of a resource."""
        return {v.value for v in self.values(it, RDF + "type")}

    def values(self, it: str, predicate: str) -> list[ox.NamedNode | ox.Literal]:
        """The values of a property of the resource itself."""
        return [v for part, p, v in self.facts.get(it, ()) if not part and p == predicate]

    def texts(self, it: str, predicate: str) -> dict[str, str]:
        """The texts of a property by language, several of one language joined."""
        found: dict[str, list[str]] = {}
        for value in self.values(it, predicate):
            if isinstance(value, ox.Literal):
                found.setdefault(value.language or "", []).append(value.value)
        return {language: " ".join(found[language]) for language in sorted(found)}

    def label(self, it: str) -> dict[str, str]:
        """The names of a resource by language."""
        return self.texts(it, RDFS + "label")


def _terms(graphs: Mapping[str, Iterable[ox.Triple]]) -> frozenset[str]:
    """Our own subjects in the graph of the ontology."""
    subjects = {
        str(t.subject)[1:-1] for iri in graphs if kind_of(iri) == "ontology" for t in graphs[iri]
    }
    return frozenset(iri for iri in subjects if iri.startswith(ROOT))


def read_graphs(path: Path) -> dict[str, list[ox.Triple]]:
    """An N-Quads file → named graphs."""
    graphs: dict[str, list[ox.Triple]] = defaultdict(list)
    for q in _quads(path):
        graph = str(q.graph_name)[1:-1] if isinstance(q.graph_name, ox.NamedNode) else ""
        graphs[graph].append(q.triple)
    return dict(graphs)


def documents_of(path: Path) -> list[str]:
    """The documents in the snapshot of an N-Quads file, sorted; it takes a third of the time."""
    asserted: dict[object, bool] = {}
    found = set()
    for q in _quads(path):
        graph = q.graph_name
        if graph not in asserted:
            asserted[graph] = kind_of(str(graph)[1:-1]) in ASSERTED
        if asserted[graph]:
            found.add(document(str(q.subject)[1:-1]))
    return sorted(found)


def _quads(path: Path) -> Iterator[ox.Quad]:
    """The quads of a file; raises what `Snapshot.read` raises."""
    try:
        yield from ox.parse(path=str(path), format=ox.RdfFormat.N_QUADS)
    except SyntaxError as error:
        raise ParseError(
            str(error.msg), file=path, line=error.lineno, hint="only N-Quads can be compared"
        ) from error
    except OSError as error:
        raise SystemFailure(
            f"cannot be read: {error.strerror or error}",
            file=path,
            hint="restore it; what is of a release belongs into version control",
        ) from error


def kind_of(graph: str) -> str:
    """`article` for `…/graph/article/x`; graphs that are not ours have none."""
    return document(graph).rpartition("/graph/")[2].partition("/")[0]


def _order(fact: Fact) -> tuple[str, str, str]:
    return (fact[0], fact[1], str(fact[2]))
