"""The site of many articles: lists on shelves, stories across articles, every page in its place."""

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote, urljoin

import lxml.html
import pytest

from curating import curated
from onrecord import pipeline
from onrecord.publish.publication import Publication
from onrecord.publish.site import plan
from onrecord.report import Report
from onrecord.views import shelves, stories
from onrecord.views.library import load
from onrecord.workspace import Workspace

pytestmark = pytest.mark.system

BASE = "https://example.org/kg/"
RDF = re.compile(r"\.(ttl|nt|jsonld|rdf|trig|nq|xml|atom|json)$")


@pytest.fixture(scope="module")
def publication(tmp_path_factory: pytest.TempPathFactory) -> Publication:
    """Six articles that tell one story."""
    folder = curated().write_workspace(tmp_path_factory.mktemp("many") / "w", 6)
    workspace = Workspace.find(folder)
    return pipeline.publication_of(pipeline.prepare(workspace), Report(), workspace)


@pytest.fixture(scope="module")
def site(publication: Publication) -> Iterator[dict[str, str]]:
    """Every file of its site by path, with shelves of five things and windows of two."""
    with pytest.MonkeyPatch.context() as patch:
        for module in (shelves, *_importers()):
            for name, value in (("MOST", 5), ("WINDOW", 2)):
                if hasattr(module, name):
                    patch.setattr(module, name, value)
        jobs = plan(publication)
        yield {p: jobs[p]().decode("utf-8", "replace") for p in jobs if not p.endswith(".png")}


def _importers() -> list[object]:
    from onrecord.publish.site.contexts import asking, lists, papers, quality, resources

    return [asking, lists, papers, quality, resources]


@pytest.fixture(scope="module")
def trees(site: dict[str, str]) -> dict[str, lxml.html.HtmlElement]:
    """The pages, parsed."""
    return {p: lxml.html.document_fromstring(t) for p, t in site.items() if p.endswith(".html")}


def test_every_link_leads_to_a_page_and_a_place_on_it(
    site: dict[str, str], trees: dict[str, lxml.html.HtmlElement]
) -> None:
    """Shelves, stories and windows are linked with addresses and fragments that exist."""
    ids = {p: set(t.xpath("//@id")) for p, t in trees.items()}
    broken = []
    for path, tree in trees.items():
        for url in tree.xpath("//@href | //@action"):
            target, _, fragment = urljoin(BASE + path, url).partition("#")
            inside = unquote(target.removeprefix(BASE))
            if "://" in url or RDF.search(inside):
                continue
            inside = inside + "index.html" if inside.endswith("/") or not inside else inside
            if inside not in site or (fragment and fragment not in ids.get(inside, ())):
                broken.append((path, url))
    assert broken == []


@pytest.mark.parametrize(
    "prefix", ["statements", "deals", "entities", "sources", "disputes", "search", "timeline"]
)
def test_every_list_has_its_shelves_in_both_languages(site: dict[str, str], prefix: str) -> None:
    """The same shelves in German and English, so that the language switch leads somewhere."""
    german = {p for p in site if p.startswith(f"{prefix}/")}
    english = {p.removeprefix("en/") for p in site if p.startswith(f"en/{prefix}/")}
    assert german == english
    assert german or prefix in ("deals", "disputes")


def test_every_statement_is_reached_from_the_list_without_a_script(
    publication: Publication, trees: dict[str, lxml.html.HtmlElement]
) -> None:
    """The last shelves hold all statements, each once; the list itself shows the newest."""
    library = load(publication.workspace, publication.graph)
    lists = {p: t for p, t in trees.items() if p.startswith("statements/")}
    items = [i for t in lists.values() for i in t.xpath("//@data-item")]
    assert set(items) == set(library.answers["statements"])
    first = trees["statements.html"].xpath("//@data-item")
    dates = [shelves.issued(library, _document(it)) for it in first]
    assert dates[0] == max(shelves.issued(library, a) for a in library.of_class("Article"))
    assert dates == sorted(dates, reverse=True)


def _document(statement: str) -> str:
    return statement.replace("/statement/", "/article/").rpartition("/")[0]


def test_a_much_named_topic_shows_the_newest_and_the_way_to_all(
    publication: Publication, trees: dict[str, lxml.html.HtmlElement]
) -> None:
    """Its own page names the total; its shelves hold everything that mentions it."""
    page = trees["topic/uebernahmen.html"]
    said = {
        i
        for p, t in trees.items()
        if p.startswith("topic/uebernahmen/mentioned/")
        for i in t.xpath("//main//*[@data-iri]/@data-iri")
    }
    library = load(publication.workspace, publication.graph)
    topic = f"{BASE}topic/uebernahmen"
    assert said == set(library.record("entity", topic).all("mentioned"))
    assert page.xpath(f"//h2[@id='mentioned']/*[@class='count'][.='{len(said)}']")
    assert 0 < len(page.xpath("//main//*[@data-iri]")) < len(said)


def test_the_head_of_a_shelf_is_its_own(trees: dict[str, lxml.html.HtmlElement]) -> None:
    """Canonical is the page itself, the languages are its twins, the data that of the resource."""
    shelf = trees["topic/uebernahmen/mentioned/2022-01-03.html"]
    address = f"{BASE}topic/uebernahmen/mentioned/2022-01-03.html"
    assert shelf.xpath("//link[@rel='canonical']/@href") == [address]
    twins = dict(
        zip(shelf.xpath("//link/@hreflang"), shelf.xpath("//link[@hreflang]/@href"), strict=True)
    )
    assert twins["en"] == address.replace("/kg/", "/kg/en/")
    assert twins["x-default"] == twins["de"] == address
    data = shelf.xpath("//link[@type='text/turtle'][@rel='alternate']/@href")
    assert [urljoin(address, d) for d in data] == [f"{BASE}topic/uebernahmen.ttl"]
    assert shelf.xpath("//link[@rel='cite-as']/@href") == [f"{BASE}topic/uebernahmen"]
    assert not shelf.xpath("//*[@id='as-data']")


def test_ids_are_unique_and_headings_go_down_one_level_at_a_time(
    trees: dict[str, lxml.html.HtmlElement],
) -> None:
    """On shelves and stories too."""
    for path, tree in trees.items():
        ids = tree.xpath("//@id")
        assert len(ids) == len(set(ids)), path
        levels = [int(h.tag[1]) for h in tree.xpath("//h1 | //h2 | //h3 | //h4")]
        assert levels[:1] in ([1], []), path
        assert all(b - a <= 1 for a, b in pairwise(levels)), path


def test_a_story_tells_who_changed_and_who_did_not(publication: Publication) -> None:
    """Chapters by date; a speaker with another status has changed, one with the same has not."""
    library = load(publication.workspace, publication.graph)
    dispute = next(d for d in library.of_class("Dispute") if d.endswith("-status"))
    found = stories.story(library, dispute)
    assert found is not None
    dates = [c.issued for c in found.chapters]
    assert dates == sorted(dates)
    assert len(dates) == 6
    changes = {library.label(c.speaker, "de"): c.changes for c in found.courses}
    assert changes["Runa Feldhaus"] == 0
    assert sorted(changes.values()) == [0, 5, 5]


def test_a_story_says_how_firm_each_answer_is(trees: dict[str, lxml.html.HtmlElement]) -> None:
    """Who only deems a failure possible has not said in any line that it failed."""
    story = next(t for p, t in trees.items() if p.endswith("-status/story.html") and p[:3] != "en/")
    (row,) = story.xpath("//section[@aria-labelledby='courses']//tr[contains(., 'Runa Feldhaus')]")
    turns = [li.text_content() for li in row.xpath(".//li")]
    assert len(turns) == 6
    assert all("gescheitert" in turn and "möglich" in turn for turn in turns)


def test_the_picture_of_the_timeline_ties_two_lanes_or_is_not_drawn(
    trees: dict[str, lxml.html.HtmlElement],
) -> None:
    """Where nobody gives a date there is nothing to tie to."""
    for tree in (t for p, t in trees.items() if p.endswith("timeline.html")):
        assert bool(tree.xpath("//*[local-name()='svg'][@class='times']")) == (
            not tree.xpath("//section[@aria-labelledby='dated']//p[@class='empty']")
        )


def test_a_story_is_linked_from_the_dispute_its_people_and_its_statements(
    trees: dict[str, lxml.html.HtmlElement],
) -> None:
    """Whoever meets the dispute finds its course."""
    story = next(p for p in trees if p.endswith("-status/story.html") and not p.startswith("en/"))
    dispute = story.removesuffix("/story.html") + ".html"
    linking = {
        p.partition("/")[0]
        for p, t in trees.items()
        for h in t.xpath("//main//@href")
        if urljoin(BASE + p, h) == BASE + story
    }
    assert {"dispute", "person", "statement", "deal", "disputes.html"} <= linking
    assert trees[story].xpath("//link[@rel='canonical']/@href") == [BASE + story]
    assert urljoin(BASE + story, trees[story].xpath("//nav[@class='crumbs']//a/@href")[2]) == (
        BASE + dispute
    )


def test_one_article_has_no_story(site: dict[str, str], tmp_path: Path) -> None:
    """Where one article has all positions there is nothing to follow, and no new address."""
    folder = curated().write_workspace(tmp_path / "w", 1)
    workspace = Workspace.find(folder)
    graph = pipeline.prepare(workspace)
    jobs = plan(pipeline.publication_of(graph, Report(), workspace))
    assert not [p for p in jobs if p.endswith("/story.html")]
    assert [p for p in site if p.endswith("/story.html")]
