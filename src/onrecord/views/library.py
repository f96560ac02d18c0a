"""A graph → `Library`: everything the templates look up, answered once for all pages."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

import pyoxigraph as ox

from onrecord.errors import IdentityError
from onrecord.graph import PROJECTION, KnowledgeGraph
from onrecord.names import DCTERMS, ONR, RDF, RDFS, SCHEME, SHAPES, SKOS, Names, document
from onrecord.rdf import Ordered
from onrecord.views.answers import answers
from onrecord.views.reads import Reads, Watched
from onrecord.views.records import NOTHING, Record, Text, subject_of
from onrecord.views.table import View, ViewTable, read_views
from onrecord.workspace import Config, Workspace

LABELS: Final = (RDFS + "label", SKOS + "prefLabel", DCTERMS + "title")
_VOCABULARIES: Final = (document(ONR), SCHEME, document(SHAPES))
_FINDABLE: Final = frozenset("statement dispute deal article source entity".split())


@dataclass(frozen=True, eq=False)
class Library:
    """Answers, texts and documents of one publication; `reads` notes what is looked up in them.

    `vocabulary` has the documents of ontology, schemes and shapes; `uses` says how many triples of
    the others use a term, and the first subject that does.
    """

    config: Config
    table: ViewTable
    reads: Reads
    answers: Mapping[str, Watched[Record]]
    texts: Watched[Mapping[str, tuple[Text, ...]]]
    kinds: Watched[tuple[str, ...]]
    classes: Watched[tuple[str, ...]]
    documents: Watched[tuple[ox.Triple, ...]]
    paths: Watched[str]
    graphs: Watched[int]
    projection: Watched[tuple[ox.Triple, ...]]
    parts: Watched[str]
    vocabulary: Watched[tuple[ox.Triple, ...]]
    uses: Watched[tuple[int, str]]

    def record(self, query: str, it: str) -> Record:
        """What the query says about `it`; an empty record where it says nothing."""
        return self.answers[query].get(it, NOTHING)

    def all(self, query: str) -> Iterable[Record]:
        """All records of a query, sorted by resource."""
        return self.answers[query].values()

    def of_class(self, *names: str) -> list[str]:
        """Resources whose class is one of the terms of the onrecord ontology, sorted."""
        return sorted({it for name in names for it in self.classes.get(ONR + name, ())})

    def view_of(self, it: str) -> View:
        """The view that shows a document."""
        classes = self.kinds.get(it, ())
        if classes not in self._views:
            self._views[classes] = self.table.view_for(classes)
        return self._views[classes]

    @cached_property
    def _views(self) -> dict[tuple[str, ...], View]:
        return {}

    def kind_of(self, it: str) -> str:
        """The class under which a resource is shown."""
        classes = self.kinds.get(it, ())
        own = sorted(classes, key=lambda c: (not c.startswith(ONR), c))
        return next((c for c in self.view_of(it).classes if c in classes), own[0] if own else "")

    def findable(self) -> list[str]:
        """The resources that a search finds: what an article is about, not the machinery."""
        return self.reads.once(_FINDABLE, self._findable)

    def _findable(self) -> list[str]:
        return [it for it in self.paths if self.view_of(it).name in _FINDABLE]

    def text(self, it: str, prop: str, language: str) -> Text | None:
        """The text in the language, else in another one, else None."""
        return best(self.texts.get(it, {}).get(prop, ()), language)

    def label(self, it: str, language: str) -> Text:
        """The name of a resource; the last part of its IRI where it has none."""
        texts = self.texts.get(it)
        for prop in LABELS if texts else ():
            found = best(texts[prop], language) if texts and prop in texts else None
            if found is not None:
                return found
        tail = it.rstrip("/").rpartition("#")[2].rpartition("/")[2]
        return Text(tail.replace("-", " ") or it)

    def digests(self) -> Iterator[tuple[int, bytes]]:
        """Every cell of every table with a digest of what stands there."""
        for answers_ in self.answers.values():
            yield from answers_.digests(_of_record)
        yield from self.texts.digests(_of_texts)
        for table in (self.kinds, self.classes):
            yield from table.digests(lambda names: _hash("\n".join(names)))
        for triples in (self.documents, self.projection, self.vocabulary):
            yield from triples.digests(lambda found: _hash("\n".join(map(str, found))))
        for plain in (self.paths, self.parts):
            yield from plain.digests(_hash)
        yield from self.graphs.digests(lambda number: _hash(str(number)))
        yield from self.uses.digests(lambda use: _hash(repr(use)))


def _hash(text: str) -> bytes:
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).digest()


def _of_record(record: Record) -> bytes:
    # An IRI has no language, a literal without one has an empty one.
    rows = {
        part: [[(n, v, getattr(v, "language", None)) for n, v in row.items()] for row in found]
        for part, found in record.parts.items()
    }
    return _hash(repr(rows))


def _of_texts(texts: Mapping[str, tuple[Text, ...]]) -> bytes:
    return _hash(repr([(p, [(t, t.language) for t in found]) for p, found in texts.items()]))


def best(texts: tuple[Text, ...], language: str) -> Text | None:
    """The first text in the language, else the first of all."""
    for text in texts:
        if text.language == language:
            return text
    return texts[0] if texts else None


def load(workspace: Workspace, graph: KnowledgeGraph) -> Library:
    """Answers every query of the view table over the union of the graphs."""
    table = read_views(workspace)
    reads = Reads()
    found = {name: _answer(workspace, graph.store, name, reads) for name in table.queries}
    names = workspace.config.names
    graphs = {iri: len(graph.ordered[iri]) for iri in graph.runs}
    documents = {it: about.triples for it, about in graph.documents.items()}
    keys = {it: about.key for it, about in graph.documents.items()}
    projected = graph.runs.get(names.graph(PROJECTION), ())
    kinds = _kinds(documents)
    return Library(
        config=workspace.config,
        table=table,
        reads=reads,
        answers=found,
        texts=Watched("texts", _texts(documents), reads),
        kinds=Watched("kinds", kinds, reads),
        classes=Watched("classes", _classes(kinds), reads),
        documents=Watched("documents", documents, reads, keys),
        paths=Watched("paths", _paths(names, [*documents, *graphs]), reads),
        graphs=Watched("graphs", graphs, reads),
        projection=Watched(
            "projection",
            {run.owner: run.triples for run in projected},
            reads,
            {run.owner: run.key for run in projected},
        ),
        parts=Watched("parts", dict.fromkeys(_parts(documents), ""), reads),
        vocabulary=Watched(
            "vocabulary",
            {name: t for name, t in documents.items() if name.startswith(_VOCABULARIES)},
            reads,
            keys,
        ),
        uses=Watched("uses", _uses(documents), reads),
    )


def _answer(workspace: Workspace, store: ox.Store, name: str, reads: Reads) -> Watched[Record]:
    path = workspace.file("site", f"views/{name}.rq")
    found = answers(store, path, workspace.relative(path))
    return Watched(f"answers of {name}", found, reads)


Documents = dict[str, Ordered]


def _parts(documents: Documents) -> list[str]:
    """The hash IRIs that something is said about, sorted: a page has a place for each."""
    subjects = {subject_of(t) for triples in documents.values() for t in triples}
    return sorted(s for s in subjects if "#" in s)


def _uses(documents: Documents) -> dict[str, tuple[int, str]]:
    found: dict[str, tuple[int, str]] = {}
    for name, triples in documents.items():
        if name.startswith(_VOCABULARIES):
            continue
        for triple in triples:
            terms = [triple.predicate.value]
            if isinstance(triple.object, ox.NamedNode) and "#" in triple.object.value:
                terms.append(triple.object.value)
            for term in terms:
                count, first = found.get(term, (0, subject_of(triple)))
                found[term] = (count + 1, first)
    return found


def _kinds(documents: Documents) -> dict[str, tuple[str, ...]]:
    kinds: dict[str, list[str]] = {}
    for triples in documents.values():
        for triple in triples:
            if triple.predicate.value == RDF + "type" and isinstance(triple.object, ox.NamedNode):
                kinds.setdefault(subject_of(triple), []).append(triple.object.value)
    return {it: tuple(kinds[it]) for it in sorted(kinds)}


def _classes(kinds: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """The resources of each class."""
    found: dict[str, list[str]] = {}
    for it, classes in kinds.items():
        for name in classes:
            found.setdefault(name, []).append(it)
    return {name: tuple(found[name]) for name in sorted(found)}


def _texts(documents: Documents) -> dict[str, dict[str, tuple[Text, ...]]]:
    texts: dict[str, dict[str, tuple[Text, ...]]] = {}
    for triples in documents.values():
        for triple in triples:
            term = triple.object
            if isinstance(term, ox.Literal) and term.language:
                of = texts.setdefault(subject_of(triple), {})
                of[triple.predicate.value] = (
                    *of.get(triple.predicate.value, ()),
                    Text(term.value, term.language),
                )
    return texts


def _paths(names: Names, documents: Iterable[str]) -> dict[str, str]:
    """Publication path of every document that has a page; foreign subjects have none."""
    paths: dict[str, str] = {}
    for it in documents:
        try:
            paths[it] = names.path(it)
        except IdentityError:
            if names.owns(it) and it != names.base:
                raise
    return paths
