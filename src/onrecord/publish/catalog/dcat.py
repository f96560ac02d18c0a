"""The graph's own description in `graph/catalog`: DCAT 3, VoID and schema.org.

The counts include the catalogue itself, so whoever counts the dump finds what VoID says. They are
a fixed point: only numbers that do not depend on each other's values are given. Sizes and hashes
of files, which would depend on themselves, are in `data/manifest.json` and `.well-known/void`.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

import pyoxigraph as ox

from onrecord.errors import OnrecordError
from onrecord.graph import KnowledgeGraph
from onrecord.names import DCAT, DCTERMS, ONR, OWL, PROV, RDF, RDFS, SCHEMA, SHAPES, VOID, document
from onrecord.publish.catalog.counts import (
    Census,
    counts,
    examples,
    linksets,
    vocabularies,
)
from onrecord.publish.catalog.facts import link, plain, text, typed
from onrecord.publish.history import Past
from onrecord.rdf import FORMATS
from onrecord.rdf.runs import Described, typed_in
from onrecord.results import Results
from onrecord.workspace import Config

CATALOG: Final = "catalog"
_TYPE: Final = RDF + "type"
_PUBLIC: Final = "http://publications.europa.eu/resource/authority/access-right/PUBLIC"
_IANA: Final = "https://www.iana.org/assignments/media-types/"
_FOAF: Final = "http://xmlns.com/foaf/0.1/"
_VCARD: Final = "http://www.w3.org/2006/vcard/ns#"
_LANGUAGE: Final = "http://id.loc.gov/vocabulary/iso639-1/"
_FORMAT: Final = "http://www.w3.org/ns/formats/"
_FORMATS: Final = {
    "text/turtle": "Turtle",
    "application/trig": "TriG",
    "application/n-quads": "N-Quads",
    "application/ld+json": "JSON-LD",
    "application/rdf+xml": "RDF_XML",
}
_ROUNDS: Final = 8
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
    "changes": ("Änderungen seit der vorigen Ausgabe", "Changes since the release before"),
    "tombstones": ("Zurückgezogenes", "What was withdrawn"),
}
DUMPS: Final = {
    **{
        f"data/onrecord.{s}": (f.label, f.label, f.media_type)
        for s, f in FORMATS.items()
        if s != "nt"
    },
    "data/onrecord-rdf12.turtle": ("Turtle (RDF 1.2)", "Turtle (RDF 1.2)", "text/turtle"),
    "data/asserted.trig": (
        "TriG: erfasst und vorgeschlagen",
        "TriG: curated and extracted",
        "application/trig",
    ),
    "data/curated.trig": ("TriG: nur von Hand erfasst", "TriG: curated only", "application/trig"),
    "data/nanopublications.trig": (
        "TriG: Nanopublikationen",
        "TriG: nanopublications",
        "application/trig",
    ),
}
"""The dumps that every publication has: path → names in German and English, media type."""


def dataset_iri(graph: KnowledgeGraph) -> str:
    """The IRI of the publication as a dataset."""
    return graph.names.graph(CATALOG) + "#dataset"


def distribution_iri(dataset: str, path: str) -> str:
    """The IRI of a dump as a distribution of the dataset."""
    name = path.removeprefix("data/").replace(".", "-")
    return dataset.replace("#dataset", f"#distribution-{name}")


def version_iri(dataset: str, version: str) -> str:
    """The IRI of one version of the dataset."""
    return dataset.replace("#dataset", f"#version-{version}")


def catalog(
    graph: KnowledgeGraph,
    config: Config,
    history: Iterable[Past] = (),
    results: Results | None = None,
) -> Iterator[ox.Triple]:
    """The dataset, its versions, named graphs, dumps, partitions and links.

    `graph` is everything else that is published; `history` the releases before this one; of what
    the `results` know, nothing is counted again.
    """
    kept = results or Results()
    dataset = dataset_iri(graph)
    fixed = [
        *_dataset(dataset, graph, config),
        *_topics(dataset, graph, kept),
        *_versions(dataset, config, tuple(history)),
        *_distributions(dataset, config),
        *linksets(dataset, graph, kept),
        *examples(dataset, graph, kept),
    ]
    census, own = Census.of(graph, kept), graph.names.graph(CATALOG)
    fixed += _parts(dataset, graph, census.sizes)
    census, counted = census.joined(own, fixed), list[ox.Triple]()
    for _ in range(_ROUNDS):
        whole = census.joined(own, counted)
        again = [
            *_parts(dataset, graph, {own: whole.sizes[own]}),
            *counts(dataset, whole),
            *vocabularies(dataset, graph, whole),
        ]
        if again == counted:
            return iter(dict.fromkeys([*fixed, *counted]))
        counted = again
    raise OnrecordError("the catalogue's counts do not settle", hint="this is a bug")


def _dataset(iri: str, graph: KnowledgeGraph, config: Config) -> Iterator[ox.Triple]:
    for kind in (DCAT + "Dataset", VOID + "Dataset", SCHEMA + "Dataset"):
        yield link(iri, _TYPE, kind)
    for predicate, texts in (
        (DCTERMS + "title", config.title),
        (SCHEMA + "name", config.title),
        (RDFS + "label", config.title),
        (DCTERMS + "description", config.description),
        (SCHEMA + "description", config.description),
    ):
        for language, words in sorted(texts.items()):
            yield text(iri, predicate, words, language)
    for predicate in (DCTERMS + "license", SCHEMA + "license"):
        yield link(iri, predicate, config.data_license)
    if config.modified:
        for predicate in (DCTERMS + "modified", SCHEMA + "dateModified"):
            yield typed(iri, predicate, config.modified, "date")
    for predicate in (DCTERMS + "identifier", VOID + "uriSpace", SCHEMA + "identifier"):
        yield plain(iri, predicate, config.base)
    for predicate in (DCAT + "landingPage", SCHEMA + "url"):
        yield link(iri, predicate, config.base)
    yield from (link(iri, DCTERMS + "language", _LANGUAGE + lang) for lang in config.languages)
    yield from (plain(iri, SCHEMA + "inLanguage", lang) for lang in config.languages)
    yield link(iri, DCTERMS + "accessRights", _PUBLIC)
    yield typed(iri, SCHEMA + "isAccessibleForFree", "true", "boolean")
    for standard in (ONR.rstrip("#"), SHAPES.rstrip("#")):
        yield link(iri, DCTERMS + "conformsTo", standard)
    yield from _publisher(iri, config)
    yield from _contact(iri, config)
    yield from _catalogue(iri, graph, config)


def _publisher(dataset: str, config: Config) -> Iterator[ox.Triple]:
    iri = dataset.replace("#dataset", "#publisher")
    for predicate in ("publisher", "creator"):
        yield link(dataset, DCTERMS + predicate, iri)
        yield link(dataset, SCHEMA + predicate, iri)
    for kind in (PROV + "Agent", _FOAF + "Agent", SCHEMA + "Organization"):
        yield link(iri, _TYPE, kind)
    for predicate in (SCHEMA + "name", _FOAF + "name"):
        yield plain(iri, predicate, config.publisher.name)
    if config.publisher.url:
        yield link(iri, SCHEMA + "url", config.publisher.url)


def _contact(dataset: str, config: Config) -> Iterator[ox.Triple]:
    address = config.publisher.contact
    if address:
        iri = dataset.replace("#dataset", "#contact")
        yield link(dataset, DCAT + "contactPoint", iri)
        yield link(iri, _TYPE, _VCARD + "Kind")
        yield plain(iri, _VCARD + "fn", config.publisher.name)
        yield link(
            iri, _VCARD + ("hasEmail" if address.startswith("mailto:") else "hasURL"), address
        )


def _catalogue(dataset: str, graph: KnowledgeGraph, config: Config) -> Iterator[ox.Triple]:
    iri = dataset.replace("#dataset", "#catalog")
    yield link(iri, _TYPE, DCAT + "Catalog")
    for language, title in zip(("de", "en"), _TITLES[CATALOG], strict=True):
        yield text(iri, DCTERMS + "title", title, language)
    yield link(iri, DCAT + "dataset", dataset)
    yield link(iri, DCTERMS + "publisher", dataset.replace("#dataset", "#publisher"))
    yield link(iri, DCTERMS + "license", config.data_license)
    document = graph.names.graph(CATALOG)
    yield link(document, _TYPE, VOID + "DatasetDescription")
    yield link(document, _FOAF + "primaryTopic", dataset)


def _topics(dataset: str, graph: KnowledgeGraph, results: Results) -> Iterator[ox.Triple]:
    """What it is about and where it comes from: keywords, articles, cited reports."""
    kinds: dict[str, set[str]] = {"Topic": set(), "Company": set(), "Article": set()}
    for name in ("entities", *_article_graphs(graph)):
        for it, of in typed_in(graph.runs.get(graph.names.graph(*name.split("/")), ()), results):
            kinds.get(of.removeprefix(ONR), set()).add(it)
    about = kinds["Topic"] | kinds["Company"]
    for it in sorted(about | kinds["Article"]):
        found = graph.documents[document(it)]
        told = results.of("topic", found.key, _told, found)
        labels, cited = told.get(it, ((), ()))
        for label, language in labels if it in about else ():
            yield text(dataset, DCAT + "keyword", label, language)
            yield text(dataset, SCHEMA + "keywords", label, language)
        for report in cited if it in kinds["Article"] else ():
            yield link(dataset, DCTERMS + "references", report)
    for article in sorted(kinds["Article"]):
        yield link(dataset, DCTERMS + "source", article)
        yield link(dataset, PROV + "wasDerivedFrom", article)
        yield link(dataset, SCHEMA + "isBasedOn", article)


def _told(described: Described) -> dict[str, tuple[list[tuple[str, str]], list[str]]]:
    """The labels of each subject with their languages, and what it cites."""
    found: dict[str, tuple[list[tuple[str, str]], list[str]]] = {}
    for t in described.triples:
        subject, value = str(t.subject)[1:-1], t.object
        if t.predicate.value == RDFS + "label" and isinstance(value, ox.Literal):
            labels = found.setdefault(subject, ([], []))[0]
            labels.append((value.value, value.language or "de"))
        if t.predicate.value == ONR + "cites":
            found.setdefault(subject, ([], []))[1].append(str(value)[1:-1])
    return found


def _article_graphs(graph: KnowledgeGraph) -> list[str]:
    home = graph.names.base + "graph/"
    names = [iri.removeprefix(home) for iri in sorted(graph.graphs)]
    return [name for name in names if name.startswith("article/")]


def _versions(dataset: str, config: Config, history: tuple[Past, ...]) -> Iterator[ox.Triple]:
    now = version_iri(dataset, config.version)
    yield link(dataset, OWL + "versionIRI", now)
    yield link(dataset, DCAT + "hasCurrentVersion", now)
    yield plain(dataset, DCAT + "version", config.version)
    yield plain(dataset, SCHEMA + "version", config.version)
    rows = [(p.version, p.date) for p in history] + [(config.version, config.modified)]
    before = ""
    for version, date in rows:
        iri = version_iri(dataset, version)
        yield link(dataset, DCAT + "hasVersion", iri)
        yield link(iri, _TYPE, DCAT + "Dataset")
        yield link(iri, DCAT + "isVersionOf", dataset)
        yield plain(iri, DCAT + "version", version)
        yield from (text(iri, DCTERMS + "title", t, c) for c, t in sorted(config.title.items()))
        if date:
            yield typed(iri, DCTERMS + "issued", date, "date")
        if before:
            yield link(iri, DCAT + "previousVersion", version_iri(dataset, before))
            yield link(iri, OWL + "priorVersion", version_iri(dataset, before))
        before = version
    if history:
        yield link(dataset, DCAT + "previousVersion", version_iri(dataset, history[-1].version))
    first = rows[0][1]
    if first:
        yield typed(dataset, DCTERMS + "issued", first, "date")
        yield typed(dataset, SCHEMA + "datePublished", first, "date")


def _parts(dataset: str, graph: KnowledgeGraph, sizes: Mapping[str, int]) -> Iterator[ox.Triple]:
    for iri, count in sorted(sizes.items()):
        yield link(dataset, VOID + "subset", iri)
        yield link(iri, _TYPE, VOID + "Dataset")
        yield link(iri, DCTERMS + "isPartOf", dataset)
        kind, _, slug = iri.removeprefix(graph.names.base + "graph/").partition("/")
        for language, title in zip(("de", "en"), _TITLES.get(kind, (kind, kind)), strict=True):
            yield text(iri, RDFS + "label", f"{title}: {slug}" if slug else title, language)
        yield typed(iri, VOID + "triples", count, "integer")
        if kind in ("derived", "schema-org", "nanopublications"):
            sources = [g for g in graph.data_graphs if g in graph.graphs]
            yield from (link(iri, PROV + "wasDerivedFrom", g) for g in sources)


def _distributions(dataset: str, config: Config) -> Iterator[ox.Triple]:
    for path, (german, english, media_type) in sorted(DUMPS.items()):
        iri, address = distribution_iri(dataset, path), config.base + path
        yield link(dataset, DCAT + "distribution", iri)
        yield link(dataset, SCHEMA + "distribution", iri)
        yield link(iri, _TYPE, DCAT + "Distribution")
        yield link(iri, _TYPE, SCHEMA + "DataDownload")
        for language, label in (("de", german), ("en", english)):
            yield text(iri, RDFS + "label", label, language)
            yield text(iri, DCTERMS + "title", label, language)
        for predicate in (DCAT + "downloadURL", DCAT + "accessURL", SCHEMA + "contentUrl"):
            yield link(iri, predicate, address)
        yield link(iri, DCTERMS + "format", _FORMAT + _FORMATS[media_type])
        yield plain(iri, SCHEMA + "encodingFormat", media_type)
        yield link(iri, DCAT + "mediaType", _IANA + media_type)
        yield link(iri, DCTERMS + "license", config.data_license)
        yield link(iri, DCTERMS + "accessRights", _PUBLIC)
        if path.startswith("data/onrecord."):
            yield link(dataset, VOID + "dataDump", address)
            yield link(dataset, VOID + "feature", _FORMAT + _FORMATS[media_type])


__all__ = ["CATALOG", "DUMPS", "catalog", "dataset_iri", "distribution_iri", "version_iri"]
