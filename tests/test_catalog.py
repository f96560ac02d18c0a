"""How others find, cite, harvest and follow a publication: every number and address is true."""

import json
import re
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import NoReturn

import pyoxigraph as ox
import pytest

from newsroom import write_small_workspace
from onrecord import pipeline
from onrecord.names import DCAT, DCTERMS, OWL, RDF, SCHEMA, VOID, document
from onrecord.publish.catalog import catalog_files, dump_cards
from onrecord.publish.catalog.dcat import CATALOG, DUMPS, dataset_iri, distribution_iri
from onrecord.publish.catalog.fair import fair
from onrecord.publish.catalog.feeds import feed_files
from onrecord.publish.catalog.sitemap import sitemap_files
from onrecord.publish.changes import all_changes
from onrecord.publish.dumps import announced, dump_files
from onrecord.publish.publication import Publication
from onrecord.rdf import FORMATS
from onrecord.validate import Report
from onrecord.workspace import Workspace

pytestmark = pytest.mark.system

PAGES = ("index.html", "en/index.html", "company/alfa.html", "en/company/alfa.html", "about.html",
         "404.html", "en/404.html", "embed/statement/a/b.html", "assets/site.css")  # fmt: skip
ATOM = "{http://www.w3.org/2005/Atom}"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
XHTML = "{http://www.w3.org/1999/xhtml}"
SPDX = "http://spdx.org/rdf/terms#"
Objects = Callable[[str, str], list[str]]


def dated(workspace: Workspace, date: str = "2026-11-23") -> Workspace:
    """The workspace with a date in its settings."""
    path = workspace.root / "onrecord.toml"
    text = re.sub(r'(?m)^modified = ""', f'modified = "{date}"', path.read_text(encoding="utf-8"))
    path.write_text(text, encoding="utf-8")
    return Workspace.find(workspace.root)


def publish(workspace: Workspace) -> Publication:
    """The publication with its dumps, without a website."""
    made = pipeline.publication_of(pipeline.prepare(workspace), Report(), workspace)
    dumps = tuple(dump for dump, _ in dump_files(made))
    return replace(made, dumps=lambda: dumps, pages=lambda: PAGES)


@pytest.fixture(scope="module")
def publication(tmp_path_factory: pytest.TempPathFactory) -> Publication:
    """The small workspace, dated and published."""
    folder = tmp_path_factory.mktemp("catalog") / "workspace"
    return publish(dated(write_small_workspace(folder)))


@pytest.fixture(scope="module")
def files(publication: Publication) -> dict[str, bytes]:
    """What the catalogue adds to the publication."""
    return {**dict(dump_cards(publication)), **dict(catalog_files(publication))}


@pytest.fixture(scope="module")
def objects(publication: Publication) -> Objects:
    """Values of a property in the catalogue, sorted."""

    def find(subject: str, predicate: str) -> list[str]:
        return sorted(
            str(getattr(t.object, "value", ""))
            for t in publication.graph.triples(CATALOG)
            if (str(t.subject)[1:-1], t.predicate.value) == (subject, predicate)
        )

    return find


def test_the_counts_are_those_of_the_dump(publication: Publication, objects: Objects) -> None:
    """Triples, subjects, classes and properties as a harvester counts them, catalogue included."""
    union = set(publication.graph.triples())
    dataset = dataset_iri(publication.graph)
    types = {t.object for t in union if t.predicate.value == RDF + "type"}
    assert objects(dataset, VOID + "triples") == [str(len(union))]
    assert objects(dataset, VOID + "distinctSubjects") == [str(len({t.subject for t in union}))]
    assert objects(dataset, VOID + "properties") == [str(len({t.predicate for t in union}))]
    assert objects(dataset, VOID + "classes") == [str(len(types))]


def test_each_named_graph_is_counted(publication: Publication, objects: Objects) -> None:
    """Every named graph is a subset with its number of triples, and no other is."""
    dataset = dataset_iri(publication.graph)
    subsets = {s for s in objects(dataset, VOID + "subset") if "#" not in s}
    assert subsets == {g for g, triples in publication.graph.graphs.items() if triples}
    for iri in subsets:
        assert objects(iri, VOID + "triples") == [str(len(publication.graph.graphs[iri]))]


def test_partitions_are_true(publication: Publication, objects: Objects) -> None:
    """One for each class and property, with the number of entities or triples."""
    union = set(publication.graph.triples())
    dataset = dataset_iri(publication.graph)
    used = Counter(t.predicate.value for t in union)
    kinds = Counter(str(t.object)[1:-1] for t in union if t.predicate.value == RDF + "type")
    for kind, counts, measure in (("property", used, "triples"), ("class", kinds, "entities")):
        found = {
            objects(p, VOID + kind)[0]: int(objects(p, VOID + measure)[0])
            for p in objects(dataset, f"{VOID}{kind}Partition")
        }
        assert found == dict(counts)


def test_linksets_count_the_links(tmp_path: Path) -> None:
    """Links to Wikidata are a linkset with its predicate and number."""
    workspace = dated(write_small_workspace(tmp_path / "w"))
    path = workspace.root / "kg/entities/medium-morgenblatt.ttl"
    text = path.read_text(encoding="utf-8")
    text += "company:alfa schema:sameAs <http://www.wikidata.org/entity/Q1> .\n"
    path.write_text(text, encoding="utf-8")
    made = publish(workspace)
    links = dataset_iri(made.graph).replace("#dataset", "#links-wd-sameAs")
    told = {
        (t.predicate.value, str(getattr(t.object, "value", "")))
        for t in made.graph.triples(CATALOG)
        if str(t.subject)[1:-1] == links
    }
    assert (VOID + "triples", "1") in told
    assert (VOID + "linkPredicate", SCHEMA + "sameAs") in told
    assert (RDF + "type", VOID + "Linkset") in told


def test_examples_exist(publication: Publication, objects: Objects) -> None:
    """Example resources are documents of the publication, at least one statement among them."""
    known = {document(str(t.subject)[1:-1]) for t in publication.graph.triples()}
    found = objects(dataset_iri(publication.graph), VOID + "exampleResource")
    assert set(found) <= known
    assert any("/statement/" in iri for iri in found)


def test_distributions_are_the_dumps(publication: Publication, objects: Objects) -> None:
    """Each dump is a distribution with its address and media type, and each of them exists."""
    dataset, base = dataset_iri(publication.graph), publication.workspace.config.base
    assert {d.path for d in publication.dumps()} == set(DUMPS)
    made = {distribution_iri(dataset, dump.path) for dump in publication.dumps()}
    assert set(objects(dataset, DCAT + "distribution")) == made
    for dump in publication.dumps():
        iri = distribution_iri(dataset, dump.path)
        assert objects(iri, DCAT + "downloadURL") == [base + dump.path]
        bare, _, _ = dump.media_type.partition(";")
        assert objects(iri, SCHEMA + "encodingFormat") == [bare]
        (media,) = objects(iri, DCAT + "mediaType")
        assert media.endswith(f"/{bare}")


def test_distributions_are_named_in_both_languages(publication: Publication) -> None:
    """No English words stand under the tag of German."""
    dataset = dataset_iri(publication.graph)
    iri = distribution_iri(dataset, "data/curated.trig")
    titles = {
        t.object.language: t.object.value
        for triples in publication.graph.graphs.values()
        for t in triples
        if t.subject.value == iri and t.predicate.value == DCTERMS + "title"
    }
    assert titles == {"de": "TriG: nur von Hand erfasst", "en": "TriG: curated only"}


def test_a_version_has_an_iri(publication: Publication, objects: Objects) -> None:
    """The dataset names its version; without earlier releases it has no previous one."""
    dataset = dataset_iri(publication.graph)
    assert objects(dataset, OWL + "versionIRI") == [dataset.replace("#dataset", "#version-0.1.0")]
    assert objects(dataset, DCAT + "previousVersion") == []


def test_the_catalogue_holds_no_hash_of_a_file(publication: Publication) -> None:
    """Sizes and hashes of dumps cannot be in the dump."""
    values = {str(getattr(t.object, "value", "")) for t in publication.graph.triples(CATALOG)}
    for dump in publication.dumps():
        assert dump.sha256 not in values
    used = {t.predicate.value for t in publication.graph.triples(CATALOG)}
    assert not used & {DCAT + "byteSize", SPDX + "checksum", SCHEMA + "contentSize"}


def test_the_well_known_void_tells_sizes_and_hashes(
    publication: Publication, files: dict[str, bytes]
) -> None:
    """`.well-known/void` is the catalogue with the size and SHA-256 of every dump."""
    data = files[".well-known/void"]
    triples = {q.triple for q in ox.parse(input=data, format=ox.RdfFormat.TURTLE)}
    assert set(publication.graph.triples(CATALOG)) < triples
    sums = {t.object.value for t in triples if t.predicate.value == SPDX + "checksumValue"}
    sizes = {t.object.value for t in triples if t.predicate.value == DCAT + "byteSize"}
    assert sums == {d.sha256 for d in publication.dumps()}
    assert sizes == {str(d.size) for d in publication.dumps()}
    assert files["data/void.turtle"] == data


def test_files_with_a_suffix_of_rdf_are_left_to_the_dump(files: dict[str, bytes]) -> None:
    """No file of the catalogue could be mistaken for a part of the dump."""
    assert [p for p in files if p.rpartition(".")[2] in FORMATS] == []


def test_the_sitemap_lists_the_pages(files: dict[str, bytes]) -> None:
    """Every page with date and languages; no error page, card or style sheet."""
    root = ET.fromstring(files["sitemap.xml"])
    found = {url.findtext(f"{MAP}loc"): url for url in root}
    base = "https://example.org/kg/"
    assert set(found) == {base, f"{base}en/", f"{base}about.html", f"{base}company/alfa.html",
                          f"{base}en/company/alfa.html"}  # fmt: skip
    assert {url.findtext(f"{MAP}lastmod") for url in root} == {"2026-11-23"}
    links = {x.get("hreflang"): x.get("href") for x in found[base].iter(f"{XHTML}link")}
    assert links == {"de": base, "x-default": base, "en": f"{base}en/"}
    assert found[f"{base}about.html"].find(f"{XHTML}link") is None
    assert f"Sitemap: {base}sitemap.xml" in files["robots.txt"].decode()


def test_a_large_sitemap_comes_in_parts(publication: Publication) -> None:
    """An index names the parts, which together list each page once."""
    pages = [f"company/c{n}.html" for n in range(25)]
    made = dict(sitemap_files(publication.workspace.config, pages, {}, most=10))
    index = ET.fromstring(made["sitemap.xml"])
    names = [str(x.text).rpartition("/")[2] for x in index.iter(f"{MAP}loc")]
    assert names == ["sitemap-1.xml", "sitemap-2.xml", "sitemap-3.xml"]
    found = [x.text for n in names for x in ET.fromstring(made[n]).iter(f"{MAP}loc")]
    assert len(found) == len(set(found)) == 25


def test_feeds_are_atom(files: dict[str, bytes]) -> None:
    """Each feed and entry has what RFC 4287 demands; ids are unique in a feed."""
    feeds = {p: d for p, d in files.items() if p.endswith((".atom", "feed.xml"))}
    assert {"feed.xml", "en/feed.xml", "company/alfa.atom", "en/company/alfa.atom"} <= set(feeds)
    for path, data in feeds.items():
        root = ET.fromstring(data)
        assert root.findtext(f"{ATOM}id") == f"https://example.org/kg/{path}"
        assert root.findtext(f"{ATOM}author/{ATOM}name")
        entries = root.findall(f"{ATOM}entry")
        assert entries, path
        for node in (root, *entries):
            assert node.findtext(f"{ATOM}title")
            assert re.fullmatch(r"\d{4}-\d\d-\d\dT00:00:00Z", node.findtext(f"{ATOM}updated") or "")
        ids = [e.findtext(f"{ATOM}id") for e in entries]
        assert len(ids) == len(set(ids))


def test_an_entity_has_its_own_feed(files: dict[str, bytes]) -> None:
    """It tells of the entity and of the statements that concern it, and of nothing else."""
    root = ET.fromstring(files["company/alfa.atom"])
    about = {str(x.get("href")) for x in root.iter(f"{ATOM}link") if x.get("rel") == "about"}
    base = "https://example.org/kg/"
    assert f"{base}statement/alfa-beta/klein-examining" in about
    assert f"{base}company/alfa" in about
    assert f"{base}company/beta" not in about


def test_a_feed_has_an_end(publication: Publication) -> None:
    """Each one is cut for itself, so that no entity is left without."""
    sets = all_changes(publication.graph, publication.workspace)
    whole = dict(feed_files(publication.workspace.config, sets))
    made = dict(feed_files(publication.workspace.config, sets, most=1))
    assert set(made) == set(whole)
    assert {len(ET.fromstring(data).findall(f"{ATOM}entry")) for data in made.values()} == {1}


def test_without_a_date_there_is_no_feed(workspace: Workspace) -> None:
    """Atom demands a date, and none is made up."""
    files = dict(catalog_files(publish(workspace)))
    assert [p for p in files if p.endswith((".atom", "feed.xml"))] == []
    assert b"lastmod" not in files["sitemap.xml"]


def test_the_citation_file_is_complete(files: dict[str, bytes]) -> None:
    """Each line is a key of Citation File Format 1.2 with a JSON value; the needed ones exist."""
    rows = dict(line.split(": ", 1) for line in files["CITATION.cff"].decode().splitlines())
    table = {key: json.loads(value) for key, value in rows.items()}
    assert {"cff-version", "message", "title", "authors"} <= set(table)
    assert (table["type"], table["version"]) == ("dataset", "0.1.0")
    assert (table["license"], table["date-released"]) == ("CC-BY-4.0", "2026-11-23")


def test_the_crate_lists_the_dumps(publication: Publication, files: dict[str, bytes]) -> None:
    """RO-Crate: descriptor, root, and each file with its size; every reference is resolved."""
    graph = {n["@id"]: n for n in json.loads(files["ro-crate-metadata.json"])["@graph"]}
    assert graph["ro-crate-metadata.json"]["about"] == {"@id": "./"}
    root = graph["./"]
    assert {"name", "description", "datePublished", "license"} <= set(root)
    assert {p["@id"] for p in root["hasPart"]} == {d.path for d in publication.dumps()}
    for dump in publication.dumps():
        assert graph[dump.path]["contentSize"] == str(dump.size)
    for key in ("license", "publisher", "author"):
        assert root[key]["@id"] in graph


def test_the_software_is_described(files: dict[str, bytes]) -> None:
    """CodeMeta names software, version and licence."""
    table = json.loads(files["codemeta.json"])
    assert {"@context", "type", "name", "version", "license", "author"} <= set(table)


def test_the_publication_is_fair() -> None:
    """All 17 metrics of F-UJI 0.8 for our own publication; what a registry must do is open."""
    own = Workspace.find(Path(__file__).parent)
    metrics = {m.identifier: m for m in fair(publish(own))}
    assert len(metrics) == 17
    failed = {k: m.evidence for k, m in metrics.items() if not m.passed}
    assert set(failed) <= {"FsF-F1-02MD"}, failed
    assert metrics["FsF-F1-02MD"].score == 0.5


def test_nobody_waits_for_dumps_where_it_is_known_how_fair_they_are(
    publication: Publication,
) -> None:
    """Path and media type of each are announced, as they turn out to be."""
    known = fair(publication)
    found = announced(publication)
    assert found == tuple((dump.path, dump.media_type) for dump, _ in dump_files(publication))

    def dumps() -> NoReturn:
        raise AssertionError("somebody waits for the dumps")

    under_way = replace(publication, dumps=dumps, announced=found)
    assert fair(under_way) == known


def test_fairness_can_be_missed(publication: Publication) -> None:
    """Without dumps, a date or a Dataset on the start page the metrics that need them fail."""
    empty = replace(publication, dumps=tuple)
    page = b'<script type="application/ld+json">{"@type": "WebPage"}</script>'
    failed = {m.identifier for m in fair(empty, lambda _: page) if not m.passed}
    assert {"FsF-F4-01M", "FsF-A1-02MD", "FsF-R1-01M", "FsF-R1.3-02D", "FsF-F1-02MD"} <= failed
    undated = replace(publication.workspace.config, modified="")
    bare = replace(publication.workspace, config=undated)
    again = pipeline.publication_of(pipeline.prepare(bare), Report(), bare)
    assert "FsF-F2-01M" in {m.identifier for m in fair(again) if not m.passed}
    told = b'<script type="application/ld+json">{"@graph": [{"@type": "Dataset"}]}</script>'
    assert "FsF-F4-01M" in {m.identifier for m in fair(publication, lambda _: told) if m.passed}


@pytest.mark.parametrize(
    ("contact", "told"),
    [
        ("mailto:fehler@example.org", "vcard/ns#hasEmail> <mailto:fehler@example.org>"),
        ("https://example.org/fehler", "vcard/ns#hasURL> <https://example.org/fehler>"),
    ],
)
def test_the_catalogue_says_who_takes_corrections(
    workspace: Workspace, contact: str, told: str
) -> None:
    """As the contact point of the dataset."""
    path = workspace.root / "onrecord.toml"
    text = path.read_text(encoding="utf-8").replace('contact = ""', f'contact = "{contact}"')
    path.write_text(text, encoding="utf-8")
    made = publish(Workspace.find(workspace.root))
    lines = [str(t) for t in made.graph.triples(CATALOG)]
    assert [line for line in lines if told in line]
    assert [line for line in lines if "#contactPoint>" in line]
