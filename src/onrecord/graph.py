"""The sources of a workspace → `KnowledgeGraph`: named graphs, and the file and line of each fact.

Files go to graphs by their place: `kg/entities` to `graph/entities`, an article's own files to
`graph/article/<slug>`, its background to `graph/background/<slug>`; `kg/tombstones.ttl` to
`graph/tombstones`.
"""

from collections import ChainMap, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pyoxigraph as ox

from onrecord.errors import LimitError
from onrecord.names import ONR, RDF, SHAPES, Names, document
from onrecord.rdf import Ordered, Source, read, skolemise
from onrecord.rdf.difference import Last, Seen
from onrecord.rdf.read import Told, Unread, place, told
from onrecord.rdf.runs import Described, Run, described, key_of, only, runs_of
from onrecord.results import Made, Results
from onrecord.workspace import Workspace

if TYPE_CHECKING:
    import rdflib

ENTITIES: Final = "entities"
ONTOLOGY: Final = "ontology"
SHAPES_GRAPH: Final = "shapes"
DERIVED: Final = "derived"
PROJECTION: Final = "schema-org"
NANOPUBLICATIONS: Final = "nanopublications"
TOMBSTONES: Final = "tombstones"

_TYPE: Final = ox.NamedNode(RDF + "type")
_DECIDES: Final = ox.NamedNode(ONR + "decides")
_ENDS: Final = frozenset(ox.NamedNode(ONR + name) for name in ("proposedFrom", "proposedTo"))


@dataclass(frozen=True)
class KnowledgeGraph:
    """Named graphs (IRI → triples) with the sources that they were read from.

    `sources` maps a graph's IRI to its files; graphs made by the machine have none. What the
    `results` know of runs and files is not found out again. A graph that was resumed has the quads
    in which it differs from the one of the last publication.
    """

    names: Names
    graphs: Mapping[str, tuple[ox.Triple, ...]]
    sources: Mapping[str, tuple[Source, ...]] = field(default_factory=dict)
    _smaller: "KnowledgeGraph | None" = field(default=None, repr=False, compare=False)
    _cut: dict[str, tuple[Run, ...]] = field(default_factory=dict, repr=False, compare=False)
    results: Results = field(default_factory=Results, repr=False, compare=False)
    last: Last | None = field(default=None, repr=False, compare=False)

    @classmethod
    def resumed(
        cls,
        names: Names,
        runs: Mapping[str, tuple[Run, ...]],
        sources: Mapping[str, tuple[Source, ...]],
        store: ox.Store,
        results: Results,
        last: Last,
    ) -> "KnowledgeGraph":
        """The graph of some runs, which a store holds already; no triple is read before somebody
        asks for it."""

        def triples(iri: str) -> tuple[ox.Triple, ...]:
            return tuple(t for run in runs[iri] for t in run.triples)

        graph = cls(names, Made(runs, triples), sources, None, dict(runs), results, last)
        graph.__dict__["store"] = store
        return graph

    def with_graph(self, name: str, triples: Iterable[ox.Triple]) -> "KnowledgeGraph":
        """A copy that has one more named graph, `<base>graph/<name>`."""
        iri, once = self.names.graph(*name.split("/")), dict.fromkeys(triples)
        smaller = self if iri not in self.graphs else None
        graphs = ChainMap({iri: tuple(once)}, self.graphs)  # type: ignore[arg-type]
        known = {g: runs for g, runs in self._cut.items() if g != iri}
        rest = (smaller, known, self.results, self.last)
        return KnowledgeGraph(self.names, graphs, self.sources, *rest)

    def as_before(self, name: str) -> "KnowledgeGraph":
        """A copy with a graph that is made later, as the last publication has it."""
        graph, iri = self.with_graph(name, ()), self.names.graph(name)
        runs = graph._cut[iri] = self.last.later[iri] if self.last else ()
        later = Made({iri}, lambda _: tuple(t for run in runs for t in run.triples))
        return replace(graph, graphs=ChainMap(later, self.graphs))  # type: ignore[arg-type]

    def triples(self, *names: str) -> Iterator[ox.Triple]:
        """The triples of the named graphs given (`entities`, `article/x`), or of all."""
        wanted = [self.names.graph(*n.split("/")) for n in names] if names else list(self.graphs)
        for iri in wanted:
            yield from self.graphs.get(iri, ())

    def size(self, iri: str) -> int:
        """How many triples a named graph has."""
        runs = self._cut.get(iri)
        return len(self.graphs[iri]) if runs is None else sum(run.size for run in runs)

    @cached_property
    def data_graphs(self) -> tuple[str, ...]:
        """IRIs of the graphs that hold what is said, asserted by a source; sorted."""
        machinery = {self.names.graph(n) for n in (ONTOLOGY, SHAPES_GRAPH, DERIVED, PROJECTION)}
        return tuple(g for g in sorted(self.sources) if g not in machinery)

    @cached_property
    def runs(self) -> Mapping[str, tuple[Run, ...]]:
        """The named graphs that hold anything, sorted, each in the canonical order and cut into the
        runs of its documents."""
        for iri in self.graphs.keys() - self._cut:
            self._cut[iri] = runs_of(Ordered.of(self.graphs[iri]))
        return {g: self._cut[g] for g in sorted(self._cut) if self._cut[g]}

    @cached_property
    def documents(self) -> Mapping[str, Described]:
        """IRI of each document that anything is said about → all of it, sorted."""
        smaller = self._smaller
        known = smaller.__dict__.get("documents") if smaller else None
        held = smaller.graphs if smaller and known else self.runs
        return described(self.runs, known or {}, self.runs.keys() - held.keys())

    @cached_property
    def store(self) -> ox.Store:
        """All named graphs in one store; query it with `use_default_graph_as_union=True`."""
        store, held = self._handed_over()
        if self.on_disk:
            return store
        missing = ((ox.NamedNode(g), self.graphs[g]) for g in self.graphs if g not in held)
        store.extend(
            ox.Quad(t.subject, t.predicate, t.object, name)
            for name, triples in missing
            for t in triples
        )
        return store

    @property
    def differing(self) -> tuple[ox.Quad, ...] | None:
        """The quads of the sources, and of what is derived, that came or went since the last
        publication; None where nothing is known of that."""
        return self.last.differing if self.last else None

    @cached_property
    def difference(self) -> tuple[ox.Quad, ...] | None:
        """As `differing`, of all graphs."""
        return tuple(self.differing_but("")) if self.last else None

    def differing_but(self, graph: str) -> Iterator[ox.Quad]:
        """As `differing`, of all graphs but one."""
        last = self.last or Last()
        yield from last.differing
        for iri in {*last.later, *self._later} - {graph}:
            before, now = last.later.get(iri, ()), self.runs.get(iri, ())
            yield from (*only(before, now, iri), *only(now, before, iri))

    @property
    def _later(self) -> list[str]:
        """The graphs that were made after the graph was resumed."""
        return [g for g in self.graphs if self.last and g not in self.last.graphs]

    @property
    def on_disk(self) -> bool:
        """Whether the store is on the disk, where looking up is fast and queries are slow, and
        which no child may use. It has no graphs that are made later."""
        return self.last is not None and bool(self.last.dump)

    def seen_by(self, seen: Seen | None) -> ox.Store:
        """A store in memory to ask queries that see no other facts (`None`: that may see all)."""
        if self.last is None or not self.on_disk:
            return self.store
        store = ox.Store()
        if seen is None:
            store.bulk_load(path=self.last.dump, format=ox.RdfFormat.N_QUADS)
            for name in list(store.named_graphs()):
                if str(name)[1:-1] not in self.last.graphs:
                    store.remove_graph(name)
        else:
            store.bulk_load(seen.lines(self.last, self.store), format=ox.RdfFormat.N_QUADS)
            store.extend(seen.facts(self.store))
        here = self.store
        for quad in set(self.last.differing):
            if quad not in here:
                store.remove(quad)
            elif seen is None or seen.sees(quad, here):
                store.add(quad)
        for iri in self._later:
            name = ox.NamedNode(iri)
            quads = (ox.Quad(t.subject, t.predicate, t.object, name) for t in self.graphs[iri])
            store.extend(q for q in quads if seen is None or seen.sees(q, here))
        return store

    @cached_property
    def stores(self) -> tuple[ox.Store, ...]:
        """Stores that together have all quads, to look up a few: for queries see `seen_by`."""
        later = ox.Store()
        for iri in self._later:
            name = ox.NamedNode(iri)
            later.extend(ox.Quad(t.subject, t.predicate, t.object, name) for t in self.graphs[iri])
        return self.store, later

    def over(self, store: ox.Store) -> "KnowledgeGraph":
        """The graph as seen through a store of some of its quads."""
        graph = KnowledgeGraph(self.names, self.graphs, self.sources, results=self.results)
        graph.__dict__["store"] = store
        return graph

    def _handed_over(self) -> tuple[ox.Store, frozenset[str]]:
        """The store of a smaller graph that has one, which must do without it from now on; with the
        graphs that are in it."""
        graph = self._smaller
        while graph is not None:
            store = graph.__dict__.pop("store", None)
            if store is not None:
                return store, frozenset(graph.graphs)
            graph = graph._smaller
        return ox.Store(), frozenset()

    def query(self, text: str) -> "ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples":
        """Answers one of our own queries over the union of all graphs."""
        return self.store.query(text, use_default_graph_as_union=True, prefixes=self.names.prefixes)

    def to_rdflib(self, *names: str) -> "rdflib.Graph":
        """The union of the graphs as an rdflib graph, for those who program with rdflib."""
        from onrecord.rdf.bridge import rdflib_graph

        return rdflib_graph(self.triples(*names))

    @cached_property
    def defined_in(self) -> Mapping[str, tuple[Source, ...]]:
        """IRI → the files that give it a type, in order of reading."""
        return self._files_by(lambda about: about.typed)

    def locate(
        self, focus: str, predicate: str | None = None, value: str | None = None
    ) -> tuple[str | None, int | None]:
        """File and line of a fact: as precise as the sources tell; `(None, None)` if unknown."""
        key = key_of(repr((focus, predicate, value)).encode())
        known = self.results.before("located", key)
        if known is None or not self._stands(focus, *known):
            file, line = self._located(focus, predicate, value)
            known = file, line, self._digests.get(file or "", b"")
        self.results.put("located", key, known)
        return known[0], known[1]

    def _stands(self, focus: str, file: str | None, line: int | None, digest: bytes) -> bool:
        """Whether a place is what it was: its file is, and no new one says anything of the node."""
        same = line is not None and self._digests.get(file or "") == digest
        return self.last is not None and same and focus not in self._newly_described

    @cached_property
    def _newly_described(self) -> set[str]:
        fresh = (told(s, self.results) for s in self._all_sources() if not isinstance(s, Unread))
        return {it for of in fresh for it in (*of.subjects, *of.typed)}

    @cached_property
    def _digests(self) -> dict[str, bytes]:
        return {source.name: source.digest for source in self._all_sources()}

    def _located(
        self, focus: str, predicate: str | None, value: str | None
    ) -> tuple[str | None, int | None]:
        best: tuple[str | None, int | None] = (None, None)
        for source in self._mentioning(focus):
            key = key_of(source.digest + repr((focus, predicate, value)).encode())
            given = source, focus, predicate, value
            line, exact = self.results.of("places", key, place, given)
            if line is None:
                continue
            if exact or best == (None, None):
                best = (source.name, line)
            if exact:
                break
        return best

    @cached_property
    def _described_in(self) -> Mapping[str, tuple[Source, ...]]:
        """Subject IRI → the files that say something of it, in order of reading."""
        return self._files_by(lambda about: about.subjects)

    def _files_by(self, column: Callable[[Told], list[str]]) -> Mapping[str, tuple[Source, ...]]:
        found: dict[str, dict[str, Source]] = defaultdict(dict)
        for source in self._all_sources():
            for iri in column(told(source, self.results)):
                found[iri][source.name] = source
        return {iri: tuple(files.values()) for iri, files in found.items()}

    def _mentioning(self, focus: str) -> Iterator[Source]:
        """The files that type it, then those that describe it; all of them for what none does."""
        near = self._near(focus)
        if near is None:
            defined, found = self.defined_in.get(focus, ()), self._described_in.get(focus, ())
        else:
            defined = tuple(s for s, about in near if focus in about.typed)
            found = tuple(s for s, about in near if focus in about.subjects)
        yield from defined
        described = found or tuple(self._all_sources())
        yield from (source for source in dict.fromkeys(described) if source not in defined)

    def _near(self, focus: str) -> list[tuple[Source, Told]] | None:
        """The files of graphs that describe a node, where that is looked up."""
        try:
            node = ox.NamedNode(focus) if self.on_disk else None
        except ValueError:
            node = None
        quads = self.store.quads_for_pattern(node, None, None) if node else ()
        graphs = {getattr(q.graph_name, "value", "") for q in quads}
        files = {s.name: s for iri, of in self.sources.items() if iri in graphs for s in of}
        return [(s, told(s, self.results)) for s in files.values()] if node else None

    def _all_sources(self) -> Iterator[Source]:
        return chain.from_iterable(self.sources.values())


def load(workspace: Workspace, results: Results | None = None) -> KnowledgeGraph:
    """Reads every source of the workspace; nothing is derived or validated yet.

    Raises the errors of `rdf.read`.
    """
    names = workspace.config.names
    sources: dict[str, list[Source]] = {
        graph: [read(workspace.inside(path), workspace.relative(path)) for path in paths]
        for graph, paths in source_files(workspace).items()
    }
    if not workspace.config.publish_extracted:
        _drop_unreviewed(names, sources)
    return from_sources(names, sources, results)


def source_files(workspace: Workspace) -> dict[str, list[Path]]:
    """IRI of each graph that has sources → its files."""
    names = workspace.config.names
    found: dict[str, list[Path]] = {}

    def take(graph: str, files: Iterable[Path]) -> None:
        listed = list(files)
        if listed:
            found.setdefault(names.graph(*graph.split("/")), []).extend(listed)

    take(ONTOLOGY, workspace.files("ontology", "**/*.ttl"))
    take(SHAPES_GRAPH, workspace.files("shapes", "*.ttl"))
    take(ENTITIES, workspace.entity_files())
    take(TOMBSTONES, _existing(workspace.kg / "tombstones.ttl"))
    for article in workspace.articles():
        for kind, files in article.sources:
            take(f"{kind}/{article.slug}", files)
    return found


def _drop_unreviewed(names: Names, sources: dict[str, list[Source]]) -> None:
    """Keeps of each `extracted.ttl` what a person has decided on, and what leads to such."""
    decided = {
        getattr(t.object, "value", "")
        for files in sources.values()
        for source in files
        for t in source.triples
        if t.predicate == _DECIDES
    }
    for iri in sorted(i for i in sources if i.startswith(names.graph("extracted") + "/")):
        own = (source.only(lambda t: _reviewed(t, decided)) for source in sources[iri])
        sources[iri] = [source for source in own if source.triples]
        if not sources[iri]:
            del sources[iri]


def _reviewed(t: ox.Triple, decided: Collection[str]) -> bool:
    kept = t.predicate not in _ENDS or getattr(t.object, "value", "") in decided
    return kept and document(str(t.subject)[1:-1]) in decided


def from_sources(
    names: Names, sources: Mapping[str, Iterable[Source]], results: Results | None = None
) -> KnowledgeGraph:
    """Sources by graph → the graph; blank nodes of the shapes get IRIs."""
    graphs = {}
    kept = {iri: tuple(files) for iri, files in sources.items()}
    for iri, files in kept.items():
        shapes = iri == names.graph(SHAPES_GRAPH)
        triples = (t for source in files for t in (_named(source) if shapes else source.triples))
        graphs[iri] = tuple(dict.fromkeys(triples))
    return KnowledgeGraph(names, graphs, kept, results=results or Results())


@lru_cache(maxsize=64)
def _named(source: Source) -> tuple[ox.Triple, ...]:
    try:
        return tuple(skolemise(source.triples, SHAPES))
    except LimitError as error:
        raise LimitError(error.message, file=source.name, hint=error.hint) from error


def _existing(*paths: Path) -> list[Path]:
    return [p for p in paths if p.is_file()]
