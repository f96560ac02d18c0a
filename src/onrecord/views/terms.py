"""A `Library` → the terms of its vocabularies, each with how often this graph uses it."""

from dataclasses import dataclass
from typing import Final

import pyoxigraph as ox

from onrecord.names import ONR, RDF, RDFS, SKOS, document
from onrecord.views.library import Library
from onrecord.views.reads import remembered
from onrecord.views.records import subject_of

_OWL: Final = "http://www.w3.org/2002/07/owl#"
_GROUPS: Final = (
    ("class", (_OWL + "Class", RDFS + "Class")),
    ("contestable", (ONR + "ContestableProperty",)),
    (
        "property",
        (
            _OWL + "ObjectProperty",
            _OWL + "DatatypeProperty",
            RDF + "Property",
            _OWL + "SymmetricProperty",
            _OWL + "AnnotationProperty",
        ),
    ),
)


@dataclass(frozen=True, slots=True)
class Term:
    """A class, property or concept with its use in the graph and an example from it."""

    it: str
    compact: str
    kind: str
    parents: tuple[str, ...]
    uses: int
    example: str


def terms(library: Library) -> dict[str, tuple[Term, ...]]:
    """The terms of the ontology by kind (class, property, contestable), sorted."""
    groups: dict[str, list[Term]] = {name: [] for name, _ in _GROUPS}
    for it in _typed(library, document(ONR)):
        kinds = library.kinds[it]
        name = next((n for n, classes in _GROUPS if set(classes) & set(kinds)), None)
        if name:
            groups[name].append(term(library, it, name))
    return {name: tuple(found) for name, found in groups.items()}


def concepts(library: Library, scheme: str) -> tuple[Term, ...]:
    """The concepts of a scheme, in the order of `members`."""
    return tuple(term(library, it, "concept") for it in members(library, scheme))


def members(library: Library, scheme: str) -> tuple[str, ...]:
    """The concepts of a scheme, in the order in which it lists them, and then those that it does
    not list: a workspace adds its own in another file."""
    listed = _objects(library, scheme, SKOS + "hasTopConcept")
    return (*listed, *(it for it in _typed(library, scheme) if it not in listed))


def term(library: Library, it: str, kind: str) -> Term:
    """One term with its parents, uses and example."""
    parents = [
        *_objects(library, it, RDFS + "subClassOf"),
        *_objects(library, it, RDFS + "subPropertyOf"),
    ]
    count, first = library.uses.get(it, (0, ""))
    named = _objects(library, it, SKOS + "example")
    example = next((e for e in named if document(e) in library.paths), first)
    compact = library.config.names.compact(it)
    return Term(it, compact, kind, tuple(parents), count, example)


def schemes(library: Library) -> tuple[str, ...]:
    """The concept schemes, sorted."""
    return library.classes.get(SKOS + "ConceptScheme", ())


def _typed(library: Library, vocabulary: str) -> list[str]:
    """The parts of a document that have a class, sorted."""
    triples = library.documents.get(vocabulary, ())
    found = {subject_of(t) for t in triples if t.predicate.value == RDF + "type"}
    return sorted(it for it in found if it.startswith(f"{vocabulary}#") and it in library.kinds)


def _objects(library: Library, subject: str, predicate: str) -> list[str]:
    return _index(library).get((subject, predicate), [])


@remembered
def _index(library: Library) -> dict[tuple[str, str], list[str]]:
    """Subject and predicate → IRIs, for the documents of the vocabularies."""
    found: dict[tuple[str, str], list[str]] = {}
    for triples in library.vocabulary.values():
        for t in triples:
            if isinstance(t.object, ox.NamedNode):
                key = (subject_of(t), t.predicate.value)
                found.setdefault(key, []).append(t.object.value)
    return found
