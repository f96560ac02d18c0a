"""The graph's own description: DCAT, VoID and schema.org, with true counts, in `graph/catalog`.

Counts leave the catalogue and the validation report out, so that they do not count themselves.
"""

from collections import Counter
from collections.abc import Iterator
from typing import Final

import pyoxigraph as ox

from onrecord.graph import KnowledgeGraph
from onrecord.names import DCAT, DCTERMS, PROV, RDF, RDFS, SCHEMA, VOID, XSD
from onrecord.rdf import FORMATS
from onrecord.workspace import Config

CATALOG: Final = "catalog"
_TYPE: Final = RDF + "type"
_TITLES: Final = {
    "entities": ("Akteure, Produkte, Orte und Themen", "Agents, products, places and topics"),
    "article": ("Was im Artikel steht", "What the article says"),
    "background": ("Hintergrund aus anderen Quellen", "Background from other sources"),
    "extracted": ("Maschinelle Vorschläge", "Machine proposals"),
    "review": ("Geprüfte Vorschläge", "Reviewed proposals"),
    "derived": ("Abgeleitete Tripel", "Derived triples"),
    "schema-org": ("Projektion nach schema.org", "Projection into schema.org"),
    "nanopublications": ("Köpfe der Nanopublikationen", "Heads of the nanopublications"),
    "ontology": ("Ontologie und Begriffsschemata", "Ontology and concept schemes"),
    "shapes": ("Prüfregeln", "Shapes"),
    "catalog": ("Katalog dieser Veröffentlichung", "Catalogue of this publication"),
    "report": ("Prüfbericht", "Validation report"),
}


def catalog(graph: KnowledgeGraph, config: Config) -> Iterator[ox.Triple]:
    """The dataset, its named graphs, dumps and partitions."""
    dataset = graph.names.graph(CATALOG) + "#dataset"
    yield from _dataset(dataset, graph, config)
    for iri in sorted({*graph.graphs, graph.names.graph(CATALOG), graph.names.graph("report")}):
        yield from _part(iri, dataset, graph)
    yield from _distributions(dataset, config)
    yield from _partitions(dataset, graph)


def _dataset(iri: str, graph: KnowledgeGraph, config: Config) -> Iterator[ox.Triple]:
    for kind in (DCAT + "Dataset", VOID + "Dataset", SCHEMA + "Dataset"):
        yield _iri(iri, _TYPE, kind)
    for predicate, texts in (
        (DCTERMS + "title", config.title),
        (SCHEMA + "name", config.title),
        (RDFS + "label", config.title),
        (DCTERMS + "description", config.description),
        (SCHEMA + "description", config.description),
    ):
        for language, text in sorted(texts.items()):
            yield _text(iri, predicate, text, language)
    for predicate in (DCTERMS + "license", SCHEMA + "license"):
        yield _iri(iri, predicate, config.data_license)
    yield _plain(iri, DCAT + "version", config.version)
    yield _plain(iri, SCHEMA + "version", config.version)
    if config.modified:
        for predicate in (DCTERMS + "modified", SCHEMA + "dateModified"):
            yield _typed(iri, predicate, config.modified, "date")
    yield _plain(iri, DCTERMS + "identifier", config.base)
    yield _plain(iri, VOID + "uriSpace", config.base)
    yield _iri(iri, DCAT + "landingPage", config.base)
    yield _plain(iri, SCHEMA + "creator", config.publisher.name)
    yield from (_plain(iri, DCTERMS + "language", lang) for lang in config.languages)
    count = sum(len(t) for t in graph.graphs.values())
    yield _typed(iri, VOID + "triples", str(count), "integer")
    subjects = {t.subject for t in graph.triples()}
    yield _typed(iri, VOID + "distinctSubjects", str(len(subjects)), "integer")


def _part(iri: str, dataset: str, graph: KnowledgeGraph) -> Iterator[ox.Triple]:
    yield _iri(dataset, VOID + "subset", iri)
    yield _iri(iri, _TYPE, VOID + "Dataset")
    yield _iri(iri, DCTERMS + "isPartOf", dataset)
    kind, _, slug = iri.removeprefix(graph.names.base + "graph/").partition("/")
    for language, title in zip(("de", "en"), _TITLES.get(kind, (kind, kind)), strict=True):
        yield _text(iri, RDFS + "label", f"{title}: {slug}" if slug else title, language)
    if iri in graph.graphs:
        yield _typed(iri, VOID + "triples", str(len(graph.graphs[iri])), "integer")
    if kind in ("derived", "schema-org", "nanopublications"):
        sources = [g for g in graph.data_graphs if g in graph.graphs]
        yield from (_iri(iri, PROV + "wasDerivedFrom", g) for g in sources)


def _distributions(dataset: str, config: Config) -> Iterator[ox.Triple]:
    for suffix, form in sorted(FORMATS.items()):
        if suffix == "nt":
            continue
        iri = dataset.replace("#dataset", f"#distribution-{suffix}")
        address = f"{config.base}data/onrecord.{suffix}"
        yield _iri(dataset, DCAT + "distribution", iri)
        yield _iri(dataset, VOID + "dataDump", address)
        yield _iri(iri, _TYPE, DCAT + "Distribution")
        yield _text(iri, RDFS + "label", form.label, "de")
        yield _text(iri, RDFS + "label", form.label, "en")
        yield _iri(iri, DCAT + "downloadURL", address)
        yield _plain(iri, DCTERMS + "format", form.media_type)
        yield _iri(iri, DCTERMS + "license", config.data_license)


def _partitions(dataset: str, graph: KnowledgeGraph) -> Iterator[ox.Triple]:
    classes: Counter[str] = Counter()
    properties: Counter[str] = Counter()
    for t in graph.triples():
        properties[t.predicate.value] += 1
        if t.predicate.value == _TYPE and isinstance(t.object, ox.NamedNode):
            classes[t.object.value] += 1
    rows = [("class", "entities", classes), ("property", "triples", properties)]
    for kind, count_of, counts in rows:
        for number, (term, count) in enumerate(sorted(counts.items()), 1):
            iri = dataset.replace("#dataset", f"#{kind}-partition-{number}")
            yield _iri(dataset, f"{VOID}{kind}Partition", iri)
            yield _iri(iri, VOID + kind, term)
            yield _typed(iri, VOID + count_of, str(count), "integer")


def _iri(subject: str, predicate: str, value: str) -> ox.Triple:
    return ox.Triple(ox.NamedNode(subject), ox.NamedNode(predicate), ox.NamedNode(value))


def _plain(subject: str, predicate: str, value: str) -> ox.Triple:
    return ox.Triple(ox.NamedNode(subject), ox.NamedNode(predicate), ox.Literal(value))


def _text(subject: str, predicate: str, value: str, language: str) -> ox.Triple:
    literal = ox.Literal(value, language=language)
    return ox.Triple(ox.NamedNode(subject), ox.NamedNode(predicate), literal)


def _typed(subject: str, predicate: str, value: str, datatype: str) -> ox.Triple:
    literal = ox.Literal(value, datatype=ox.NamedNode(XSD + datatype))
    return ox.Triple(ox.NamedNode(subject), ox.NamedNode(predicate), literal)
