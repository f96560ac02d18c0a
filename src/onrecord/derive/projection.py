"""The graph → a projection into schema.org for search engines, in a graph of its own.

A direct quotation becomes a `schema:Quotation`, every other statement a `schema:Claim`; neither
says that the content is true, and no verdict (`ClaimReview`) is given.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Final

import pyoxigraph as ox

from onrecord.names import DCTERMS, ONR, RDF, RDFS, SCHEMA, SCHEME

_TYPE: Final = RDF + "type"
_CLASSES: Final = {
    "Company": "Organization",
    "NewsMedium": "NewsMediaOrganization",
    "Person": "Person",
    "Article": "NewsArticle",
    "Report": "NewsArticle",
    "Product": "Product",
    "Place": "Place",
    "Event": "Event",
}
_PROPERTIES: Final = {
    RDFS + "label": "name",
    ONR + "gloss": "text",
    ONR + "statedBy": "author",
    ONR + "recordedIn": "isPartOf",
    ONR + "about": "about",
    ONR + "subject": "about",
    DCTERMS + "publisher": "publisher",
}
_ENTITY_PROPERTIES: Final = frozenset({RDFS + "label", DCTERMS + "publisher"})

_Described = dict[str, dict[str, list[ox.NamedNode | ox.Literal]]]


def projection(triples: Iterable[ox.Triple]) -> Iterator[ox.Triple]:
    """The schema.org view of entities and statements, under the same IRIs."""
    described: _Described = defaultdict(lambda: defaultdict(list))
    for t in triples:
        if isinstance(t.subject, ox.NamedNode) and isinstance(t.object, ox.NamedNode | ox.Literal):
            described[t.subject.value][t.predicate.value].append(t.object)
    for iri in sorted(described):
        facts = described[iri]
        types = {t.value for t in facts.get(_TYPE, ())}
        if ONR + "Statement" in types:
            yield from _statement(iri, facts)
        else:
            yield from _entity(iri, facts, types)


def _statement(iri: str, facts: dict[str, list[ox.NamedNode | ox.Literal]]) -> Iterator[ox.Triple]:
    direct = any(f.value == f"{SCHEME}form#direct" for f in facts.get(ONR + "form", ()))
    yield _triple(iri, _TYPE, ox.NamedNode(SCHEMA + ("Quotation" if direct else "Claim")))
    for predicate, name in _PROPERTIES.items():
        for value in facts.get(predicate, ()):
            yield _triple(iri, SCHEMA + name, value)


def _entity(
    iri: str, facts: dict[str, list[ox.NamedNode | ox.Literal]], types: set[str]
) -> Iterator[ox.Triple]:
    classes = sorted({name for ours, name in _CLASSES.items() if ONR + ours in types})
    for name in classes:
        yield _triple(iri, _TYPE, ox.NamedNode(SCHEMA + name))
    if classes:
        for predicate in sorted(_ENTITY_PROPERTIES):
            for value in facts.get(predicate, ()):
                yield _triple(iri, SCHEMA + _PROPERTIES[predicate], value)


def _triple(subject: str, predicate: str, value: ox.NamedNode | ox.Literal) -> ox.Triple:
    return ox.Triple(ox.NamedNode(subject), ox.NamedNode(predicate), value)
