"""A graph → `Library`: everything the templates look up, answered once for all pages."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from onrecord.errors import IdentityError
from onrecord.graph import PROJECTION, KnowledgeGraph
from onrecord.names import DCTERMS, ONR, RDFS, SKOS, Names
from onrecord.query.footprint import footprint, together, unchanged
from onrecord.query.traces import Around, Asked, Many, behind, reached, traces_of
from onrecord.results import Made, Results
from onrecord.views.about import NAME, VOCABULARIES, InDocuments, TextsOf, about
from onrecord.views.answers import VALUE, Answers, answers
from onrecord.views.differing import State, differing
from onrecord.views.reads import Reads, Watched
from onrecord.views.records import NOTHING, Record, Text
from onrecord.views.table import View, ViewTable, read_views
from onrecord.views.tables import tables
from onrecord.workspace import Config, Workspace

_ROWS: Final = "rows"
LABELS: Final = (RDFS + "label", SKOS + "prefLabel", DCTERMS + "title")
_FINDABLE: Final = frozenset("statement dispute deal article source entity".split())


@dataclass(frozen=True, eq=False)
class Library:
    """Answers, texts and documents of one publication; `reads` notes what is looked up in them.

    `vocabulary` has the documents of ontology, schemes and shapes; `uses` says how many triples of
    the others use a term, and the first subject that does. `state` tells one library from another;
    `others` are, by query, the resources about which it answers otherwise than for the last one.
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
    state: State
    others: Mapping[str, Collection[str]]

    def record(self, query: str, it: str) -> Record:
        """What the query says about `it`; an empty record where it says nothing."""
        return self.answers[query].get(it, NOTHING)

    def all(self, query: str) -> Iterable[Record]:
        """All records of a query, sorted by resource."""
        return self.answers[query].values()

    def of_class(self, *names: str) -> list[str]:
        """Resources whose class is one of the terms of the onrecord ontology, sorted."""
        return sorted({it for name in names for it in self.classes.get(ONR + name, ())})

    def is_described(self, it: str) -> bool:
        """Whether something is said about a resource that has a page; a reader of its path."""
        return it in self.paths and it in self.state.documents

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


def best(texts: tuple[Text, ...], language: str) -> Text | None:
    """The first text in the language, else the first of all."""
    for text in texts:
        if text.language == language:
            return text
    return texts[0] if texts else None


def load(
    workspace: Workspace,
    graph: KnowledgeGraph,
    results: Results | None = None,
    before: State | None = None,
) -> Library:
    """Answers every query of the view table over the union of the graphs, and looks through all
    documents of which the `results` do not know yet what the tables have of them. A query that sees
    nothing of what is other than `before` has the answer that it had."""
    kept = results or Results()
    names, table, reads = workspace.config.names, read_views(workspace), Reads()
    found, others = _answered(workspace, graph, table.queries, kept)
    graphs = {iri: sum(run.size for run in runs) for iri, runs in graph.runs.items()}
    described = graph.documents
    keys = {it: d.key for it, d in described.items()}
    abouts = Made(described, lambda it: about(described[it], kept))
    classes, uses, kinds = tables(abouts, _differing(before, keys), kept)
    kept.carry(NAME, keys.values())
    parts = InDocuments(abouts, lambda of: dict.fromkeys(of.parts, ""))
    documents = Made(described, lambda it: described[it].triples)
    projected = {run.owner: run for run in graph.runs.get(names.graph(PROJECTION), ())}
    terms = [it for it in described if it.startswith(VOCABULARIES)]
    library = Library(
        config=workspace.config,
        table=table,
        reads=reads,
        answers={n: Watched(f"answers of {n}", a, reads) for n, a in found.items()},
        texts=Watched("texts", TextsOf(abouts), reads),
        kinds=Watched("kinds", InDocuments(abouts, lambda of: of.kinds, kinds), reads),
        classes=Watched("classes", classes, reads),
        documents=Watched("documents", documents, reads),
        paths=Watched("paths", _paths(names, [*described, *graphs]), reads),
        graphs=Watched("graphs", graphs, reads),
        projection=Watched("projection", Made(projected, lambda it: projected[it].triples), reads),
        parts=Watched("parts", parts, reads),
        vocabulary=Watched("vocabulary", {it: documents[it] for it in terms}, reads),
        uses=Watched("uses", uses, reads),
        state=State(
            keys,
            {it: run.key for it, run in projected.items()},
            graphs,
        ),
        others=others,
    )
    reads.serve(library)
    return library


def foresee(workspace: Workspace, results: Results) -> None:
    """Finds out what the queries see, which is asked when the next build has something else."""
    for name in read_views(workspace).queries:
        text = workspace.text(_query(workspace, name))
        footprint(text, {}, results)
        for asked in _asked(text):
            traces_of(asked, results)


def _query(workspace: Workspace, name: str) -> Path:
    return workspace.file("site", f"views/{name}.rq")


def _answered(
    workspace: Workspace, graph: KnowledgeGraph, names: Iterable[str], results: Results
) -> tuple[dict[str, Answers], dict[str, Collection[str]]]:
    """The answers of all queries, and about what they are others than in the last build; see
    `load`."""
    paths = {name: _query(workspace, name) for name in names}
    old = {
        name: Answers.read(partial(results.before, _ROWS, name.encode()))
        for name in paths
        if name.encode() in results.old.get(_ROWS, {})
    }
    found, fresh = dict(old), {}
    for name, path in paths.items():
        text = workspace.text(path) if graph.on_disk else ""
        seen = footprint(text, {}, results) if graph.on_disk else None
        if not (name in old and unchanged(seen, graph.difference, graph.store)):
            fresh[name] = seen
    others: dict[str, Collection[str]] = {}
    asked = {paths[name]: old[name] for name in fresh if name in old and graph.on_disk}
    for path, now in _again(workspace, graph, asked, results):
        name = path.stem
        if now.rows[0] == old[name].rows[0]:
            found[name], others[name] = old[name].again(now)
            del fresh[name]
    store = graph.seen_by(together(fresh.values())) if fresh else graph.store
    for name in fresh:
        found[name] = answers(store, paths[name], workspace.relative(paths[name]))
        if name in old:
            others[name] = found[name].other(old[name])
    for name, now in found.items():
        if now is old.get(name):
            results.carry(_ROWS, [name.encode()])
        else:
            results.put(_ROWS, name.encode(), now.rows)
    return {name: found[name] for name in paths}, others


def _again(
    workspace: Workspace, graph: KnowledgeGraph, old: Mapping[Path, Answers], results: Results
) -> Iterator[tuple[Path, Answers]]:
    """The rows of queries about what a change reaches, as far as that can be told; where that has
    many rows, those of them with the values that the change reaches."""
    if not old:
        return
    differing = graph.difference or ()
    around, near = (Around(graph.stores, differing, few=few) for few in (False, True))
    for path, before in old.items():
        text, shown = workspace.text(path), workspace.relative(path)
        asked, valued = _asked(text)
        about, values = reached(asked, differing, around, results), None
        if about is None:
            continue
        try:
            facts = [*behind(asked, about, near, results)]
        except Many:
            if VALUE in before.rows[0]:
                values = reached(valued, differing, around, results)
            wanted = (asked, about) if values is None else (valued, values)
            facts = [*behind(*wanted, around, results)]
        store = ox.Store()
        store.extend(facts)
        yield path, answers(store, path, shown, about, values)


def _asked(text: str) -> tuple[Asked, Asked]:
    """A query about its resources, and about their values."""
    return Asked(text, "it"), Asked(text, VALUE, bound=True)


def _differing(
    before: State | None, keys: Mapping[str, bytes]
) -> list[tuple[str, bytes | None]] | None:
    """The documents that are not as they were, with the keys that they had."""
    if before is None:
        return None
    return [(it, before.documents.get(it)) for it in differing(before.documents, keys)]


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
