"""The graph → how much of what is in it: VoID statistics, partitions, linksets, examples.

Every number here stays the same when another one changes its value, so the catalogue can count
itself: there are numbers of triples and of subjects, but none of distinct objects.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Final

import pyoxigraph as ox

from onrecord.graph import KnowledgeGraph
from onrecord.names import ONR, OWL, RDF, RDFS, SCHEMA, SKOS, VOID, Names, document
from onrecord.publish.catalog.facts import link, plain, text, typed
from onrecord.rdf.runs import Described, typed_in
from onrecord.results import Results

_TYPE: Final = RDF + "type"
LINKS: Final = frozenset(
    {
        SCHEMA + "sameAs",
        OWL + "sameAs",
        OWL + "equivalentClass",
        OWL + "equivalentProperty",
        RDFS + "subClassOf",
        RDFS + "subPropertyOf",
        *(SKOS + f"{kind}Match" for kind in ("exact", "close", "broad", "narrow", "related")),
    }
)
_CENSUS: Final = "census"
_NOTHING: Final = (0, dict[str, int](), dict[str, int]())
_EXAMPLES: Final = ("Article", "Company", "Deal", "Dispute", "Person", "Statement")
_NAMED: Final = {"wd": ("Wikidata", "https://www.wikidata.org/")}


@dataclass(frozen=True)
class Census:
    """What is in the union of some named graphs (`sizes`: IRI → triples), document by document;
    `more` is what was joined to them, and of which `told` are the subjects."""

    documents: Mapping[str, Described]
    sizes: Mapping[str, int]
    subjects: int
    classes: Counter[str]
    properties: Counter[str]
    total: int
    more: frozenset[ox.Triple] = frozenset()
    told: frozenset[str] = frozenset()
    _known: dict[frozenset[str], frozenset[ox.Triple]] = field(
        default_factory=dict, repr=False, compare=False
    )

    @classmethod
    def of(cls, graph: KnowledgeGraph, results: Results) -> "Census":
        """Counts what is there."""
        keys = {it: found.key for it, found in graph.documents.items()}
        nothing = dict[str, bytes](), 0, dict[str, int](), dict[str, int]()
        known, subjects, *totals = results.before(_CENSUS, b"") or nothing
        classes, properties = map(Counter[str], totals)
        for it in {k for k, v in keys.items() if known.get(k) != v} | (known.keys() - keys.keys()):
            found = graph.documents.get(it)
            now = results.of("counts", found.key, _counted, found) if found else _NOTHING
            before = results.before("counts", known[it]) if it in known else _NOTHING
            subjects += now[0] - before[0]
            for total, more, less in zip((classes, properties), now[1:], before[1:], strict=True):
                total.update(more)
                total.subtract(less)
        classes, properties = +classes, +properties
        results.carry("counts", keys.values())
        results.put(_CENSUS, b"", (keys, subjects, dict(classes), dict(properties)))
        sizes = {iri: sum(run.size for run in runs) for iri, runs in graph.runs.items()}
        return cls(graph.documents, sizes, subjects, classes, properties, properties.total())

    def joined(self, iri: str, triples: Iterable[ox.Triple]) -> "Census":
        """The census with more in one more named graph; `documents` stay those of the others."""
        more = frozenset(triples) - self.more
        subjects = {str(t.subject) for t in more}
        said = self._said(frozenset(document(it[1:-1]) for it in subjects))
        _, classes, properties = _count(more - said)
        return Census(
            self.documents,
            {**self.sizes, iri: self.sizes.get(iri, 0) + len(more)},
            self.subjects + len(subjects - self.told - {str(t.subject) for t in said}),
            self.classes + Counter(classes),
            self.properties + Counter(properties),
            self.total + len(more - said),
            self.more | more,
            self.told | subjects,
            self._known,
        )

    def _said(self, owners: frozenset[str]) -> frozenset[ox.Triple]:
        """What is said of some documents; asked for the same ones round after round."""
        if owners not in self._known:
            there = (self.documents[owner] for owner in owners & self.documents.keys())
            self._known[owners] = frozenset(t for found in there for t in found.triples)
        return self._known[owners]


def _counted(found: Described) -> tuple[int, dict[str, int], dict[str, int]]:
    return _count(found.triples)


def _count(triples: Iterable[ox.Triple]) -> tuple[int, dict[str, int], dict[str, int]]:
    """How many subjects, and how often each class and property."""
    subjects, classes, properties = set(), Counter[str](), Counter[str]()
    for t in triples:
        predicate = t.predicate.value
        subjects.add(str(t.subject))
        properties[predicate] += 1
        if predicate == _TYPE and isinstance(t.object, ox.NamedNode):
            classes[t.object.value] += 1
    return len(subjects), dict(classes), dict(properties)


def counts(dataset: str, whole: Census) -> Iterator[ox.Triple]:
    """How many triples, subjects, classes and properties, with a partition for each."""
    for name, number in (
        ("triples", whole.total),
        ("distinctSubjects", whole.subjects),
        ("classes", len(whole.classes)),
        ("properties", len(whole.properties)),
    ):
        yield typed(dataset, VOID + name, number, "integer")
    rows = [
        ("class", "entities", whole.classes),
        ("property", "triples", whole.properties),
    ]
    for kind, count_of, found in rows:
        for number, (term, count) in enumerate(sorted(found.items()), 1):
            iri = dataset.replace("#dataset", f"#{kind}-partition-{number}")
            yield link(dataset, f"{VOID}{kind}Partition", iri)
            yield link(iri, VOID + kind, term)
            yield typed(iri, VOID + count_of, count, "integer")


def vocabularies(dataset: str, graph: KnowledgeGraph, whole: Census) -> Iterator[ox.Triple]:
    """The namespaces of the classes and properties that are used."""
    used = {*whole.classes, *whole.properties}
    for namespace in sorted({_namespace(graph, i) for i in used} - {""}):
        yield link(dataset, VOID + "vocabulary", namespace)


def linksets(dataset: str, graph: KnowledgeGraph, results: Results) -> Iterator[ox.Triple]:
    """The links to other datasets and vocabularies, by target and kind of link."""
    found: Counter[tuple[str, str]] = Counter()
    for described in graph.documents.values():
        links = results.of("links", described.key, _links, described)
        for subject, predicate, target in links:
            space = _namespace(graph, target) if _is_ours(graph, subject) else ""
            if space and not _is_ours(graph, target):
                found[space, predicate] += 1
    prefixes = {namespace: prefix for prefix, namespace in graph.names.prefixes.items()}
    for (space, predicate), count in sorted(found.items()):
        name = f"{prefixes[space]}-{predicate.rpartition('#')[2].rpartition('/')[2]}"
        iri = dataset.replace("#dataset", f"#links-{name}")
        target = dataset.replace("#dataset", f"#target-{prefixes[space]}")
        label, home = _NAMED.get(prefixes[space], (prefixes[space], space))
        yield link(dataset, VOID + "subset", iri)
        yield link(iri, _TYPE, VOID + "Linkset")
        yield link(iri, VOID + "subjectsTarget", dataset)
        yield link(iri, VOID + "objectsTarget", target)
        yield link(iri, VOID + "linkPredicate", predicate)
        yield typed(iri, VOID + "triples", count, "integer")
        yield link(target, _TYPE, VOID + "Dataset")
        yield plain(target, VOID + "uriSpace", space)
        yield link(target, RDFS + "seeAlso", home)
        yield from (text(target, RDFS + "label", label, code) for code in ("de", "en"))


def _links(found: Described) -> list[tuple[str, str, str]]:
    return [
        (str(t.subject)[1:-1], t.predicate.value, getattr(t.object, "value", ""))
        for t in found.triples
        if t.predicate.value in LINKS
    ]


def examples(dataset: str, graph: KnowledgeGraph, results: Results) -> Iterator[ox.Triple]:
    """One resource of each main class, and the root resource of it all."""
    first: dict[str, str] = {}
    for iri in graph.data_graphs:
        for it, name in typed_in(graph.runs.get(iri, ()), results):
            kind = name.removeprefix(ONR)
            if kind in _EXAMPLES and it == document(it):
                first[kind] = min(it, first.get(kind, it))
    for kind in sorted(first):
        yield link(dataset, VOID + "exampleResource", first[kind])
    if "Article" in first:
        yield link(dataset, VOID + "rootResource", first["Article"])


def _is_ours(graph: KnowledgeGraph, iri: str) -> bool:
    return graph.names.owns(iri) or iri.startswith((ONR, "https://w3id.org/onrecord/"))


def _namespace(graph: KnowledgeGraph, iri: str) -> str:
    """The longest namespace of the table of prefixes that the IRI lies in; else nothing."""
    return _longest(graph.names, iri)


@cache
def _longest(names: Names, iri: str) -> str:
    spaces = [n for n in names.prefixes.values() if iri.startswith(n)]
    return max(spaces, key=len, default="")
