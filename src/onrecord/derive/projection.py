"""The graph → a projection into schema.org for search engines, in a graph of its own.

A direct quotation becomes a `schema:Quotation`, every other statement a `schema:Claim`; neither
says that the content is true, and no verdict (`ClaimReview`) is given. The text of a quotation
would be its wording, which is not ours to give: our rendering of it is its abstract. A name that is
the same in all languages stands once more with no language, since people ask for a name so.
"""

from collections.abc import Iterator
from typing import Final

import pyoxigraph as ox

from onrecord.derive.facts import Facts, Values
from onrecord.names import DCTERMS, ONR, ORG, RDF, RDFS, SCHEMA, SCHEME, SKOS

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
    "Group": "Thing",
    "Topic": "Thing",
    "Deal": "Thing",
    "Dispute": "Thing",
    "Document": "CreativeWork",
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


def projection(described: Facts) -> Iterator[ox.Triple]:
    """The schema.org view of entities and statements, under the same IRIs."""
    for iri in described:
        facts = described.of(iri)
        types = {t.value for t in facts.get(_TYPE, ())}
        if ONR + "Statement" in types:
            yield from _statement(iri, facts)
        elif ORG + "Membership" in types:
            yield from _office(facts, described)
        else:
            yield from _entity(iri, facts, types)


def _statement(iri: str, facts: Values) -> Iterator[ox.Triple]:
    direct = any(f.value == f"{SCHEME}form#direct" for f in facts.get(ONR + "form", ()))
    yield _triple(iri, _TYPE, ox.NamedNode(SCHEMA + ("Quotation" if direct else "Claim")))
    for predicate, name in _PROPERTIES.items():
        for value in facts.get(predicate, ()):
            rendering = direct and name == "text"
            yield _triple(iri, SCHEMA + ("abstract" if rendering else name), value)


def _entity(iri: str, facts: Values, types: set[str]) -> Iterator[ox.Triple]:
    classes = sorted({name for ours, name in _CLASSES.items() if ONR + ours in types})
    for name in classes:
        yield _triple(iri, _TYPE, ox.NamedNode(SCHEMA + name))
    if classes:
        for predicate in sorted(_ENTITY_PROPERTIES):
            for value in facts.get(predicate, ()):
                yield _triple(iri, SCHEMA + _PROPERTIES[predicate], value)
        yield from (_triple(iri, SCHEMA + "name", name) for name in _same(facts, RDFS + "label"))


def _office(facts: Values, described: Facts) -> Iterator[ox.Triple]:
    """The person works for the company, under the names of the office."""
    for person in facts.get(ORG + "member", ()):
        for company in facts.get(ORG + "organization", ()):
            yield _triple(person.value, SCHEMA + "worksFor", company)
        for office in facts.get(ORG + "role", ()):
            titles = described.of(office.value)
            for title in (*titles.get(SKOS + "prefLabel", ()), *_same(titles, SKOS + "prefLabel")):
                yield _triple(person.value, SCHEMA + "jobTitle", title)


def _same(facts: Values, predicate: str) -> Iterator[ox.Literal]:
    """The one text that a property has in more than one language, with no language."""
    texts = [value for value in facts.get(predicate, ()) if isinstance(value, ox.Literal)]
    if len(texts) > 1 and len({text.value for text in texts}) == 1:
        yield ox.Literal(texts[0].value)


def _triple(subject: str, predicate: str, value: ox.NamedNode | ox.Literal) -> ox.Triple:
    return ox.Triple(ox.NamedNode(subject), ox.NamedNode(predicate), value)
