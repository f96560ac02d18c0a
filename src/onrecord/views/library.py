"""A graph → `Library`: everything the templates look up, answered once for all pages."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

import pyoxigraph as ox

from onrecord.errors import IdentityError
from onrecord.names import DCTERMS, ONR, RDF, RDFS, SKOS, Names, document
from onrecord.views.answers import Answers, answers
from onrecord.views.records import NOTHING, Record, Text, subject_of
from onrecord.views.table import View, ViewTable, read_views
from onrecord.workspace import Config, Workspace

LABELS: Final = (RDFS + "label", SKOS + "prefLabel", DCTERMS + "title")
_FINDABLE: Final = frozenset("statement dispute deal article source entity".split())
Texts = Mapping[str, Mapping[str, tuple[Text, ...]]]


@dataclass(frozen=True, eq=False)
class Library:
    """Answers, texts and documents of one publication."""

    config: Config
    table: ViewTable
    answers: Mapping[str, Answers]
    texts: Texts
    kinds: Mapping[str, tuple[str, ...]]
    documents: Mapping[str, tuple[ox.Triple, ...]]
    paths: Mapping[str, str]
    graphs: Mapping[str, int]
    projection: Mapping[str, tuple[ox.Triple, ...]]
    parts: frozenset[str]

    def record(self, query: str, it: str) -> Record:
        """What the query says about `it`; an empty record where it says nothing."""
        return self.answers[query].get(it, NOTHING)

    def all(self, query: str) -> Iterable[Record]:
        """All records of a query, sorted by resource."""
        return self.answers[query].values()

    def of_class(self, *names: str) -> list[str]:
        """Resources whose class is one of the terms of the onrecord ontology, sorted."""
        found = {it for name in names for it in self._by_class.get(ONR + name, ())}
        return sorted(found)

    @cached_property
    def _by_class(self) -> Mapping[str, list[str]]:
        found: dict[str, list[str]] = {}
        for it, classes in self.kinds.items():
            for name in classes:
                found.setdefault(name, []).append(it)
        return found

    def view_of(self, it: str) -> View:
        """The view that shows a document."""
        return self.table.view_for(self.kinds.get(it, ()))

    def kind_of(self, it: str) -> str:
        """The class under which a resource is shown."""
        classes = self.kinds.get(it, ())
        own = sorted(classes, key=lambda c: (not c.startswith(ONR), c))
        return next((c for c in self.view_of(it).classes if c in classes), own[0] if own else "")

    def findable(self) -> list[str]:
        """The resources that a search finds: what an article is about, not the machinery."""
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


def best(texts: tuple[Text, ...], language: str) -> Text | None:
    """The first text in the language, else the first of all."""
    for text in texts:
        if text.language == language:
            return text
    return texts[0] if texts else None


def load(workspace: Workspace, store: ox.Store) -> Library:
    """Answers every query of the view table over the union of the store's graphs."""
    table = read_views(workspace)
    found = {name: _answer(workspace, store, name) for name in table.queries}
    names = workspace.config.names
    graphs, documents = _scan(store, None)
    _, projection = _scan(store, ox.NamedNode(names.graph("schema-org")))
    kinds = _kinds(documents)
    return Library(
        config=workspace.config,
        table=table,
        answers=found,
        texts=_texts(documents),
        kinds=kinds,
        documents=documents,
        paths=_paths(names, [*documents, *graphs]),
        graphs=graphs,
        projection=projection,
        parts=_parts(documents),
    )


def _answer(workspace: Workspace, store: ox.Store, name: str) -> Answers:
    path = workspace.file("site", f"views/{name}.rq")
    return answers(store, path, workspace.relative(path))


Documents = dict[str, tuple[ox.Triple, ...]]


def _scan(store: ox.Store, graph: ox.NamedNode | None) -> tuple[dict[str, int], Documents]:
    """Triples by the document of their subject, sorted, and the number of triples per graph."""
    found: dict[str, set[ox.Triple]] = {}
    counts: dict[str, int] = {}
    for quad in store.quads_for_pattern(None, None, None, graph):
        if isinstance(quad.subject, ox.NamedNode):
            found.setdefault(document(quad.subject.value), set()).add(quad.triple)
            if isinstance(quad.graph_name, ox.NamedNode):
                name = quad.graph_name.value
                counts[name] = counts.get(name, 0) + 1
    ordered = {key: tuple(sorted(found[key], key=_order)) for key in sorted(found)}
    return {name: counts[name] for name in sorted(counts)}, ordered


def _parts(documents: Documents) -> frozenset[str]:
    """The hash IRIs that something is said about: a page has a place for each."""
    subjects = (subject_of(t) for triples in documents.values() for t in triples)
    return frozenset(s for s in subjects if "#" in s)


def _order(triple: ox.Triple) -> tuple[str, bool, str, str]:
    """Subject, then its type first, then predicate and object."""
    predicate = triple.predicate.value
    return (str(triple.subject), predicate != RDF + "type", predicate, str(triple.object))


def _kinds(documents: Documents) -> dict[str, tuple[str, ...]]:
    kinds: dict[str, list[str]] = {}
    for triples in documents.values():
        for triple in triples:
            if triple.predicate.value == RDF + "type" and isinstance(triple.object, ox.NamedNode):
                kinds.setdefault(subject_of(triple), []).append(triple.object.value)
    return {it: tuple(kinds[it]) for it in sorted(kinds)}


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
