"""A finished publication → every file by which others find, cite, harvest and follow it."""

from onrecord.publish.additions import Additions
from onrecord.publish.catalog.cards import card_files
from onrecord.publish.catalog.feeds import feed_files
from onrecord.publish.catalog.sitemap import last_changes, robots, sitemap_files, sitemap_stays
from onrecord.publish.catalog.void import void_files
from onrecord.publish.publication import Changed, Publication
from onrecord.publish.tombstones import gone, tombstone_files


def dump_cards(publication: Publication) -> Changed:
    """VoID with sizes and hashes, and citation files: they tell of the dumps that `publication`
    knows."""
    yield from void_files(publication)
    yield from card_files(publication)


def catalog_files(publication: Publication) -> Changed:
    """Tombstones, sitemap and robots, feeds.

    `publication` knows its pages, of which the HTML files go into the sitemap.
    """
    config, graph = publication.workspace.config, publication.graph
    sets = publication.changes
    yield from tombstone_files(publication)
    withdrawn = tuple(f"{path}.html" for path in gone(graph))
    earlier, news = publication.earlier, sets[0].changes
    dated = not (len(sets) == 1 and isinstance(news, Additions) and news.known and not news.moved)
    dates = last_changes(sets, graph.names) if dated else None
    if withdrawn or not publication.same_pages or not sitemap_stays(dates, earlier):
        kept = [page for page in publication.pages() if not page.endswith(withdrawn)]
        listed = last_changes(sets, graph.names) if dates is None else dates
        yield from sitemap_files(config, kept, listed, earlier=earlier)
    yield "robots.txt", robots(config)
    yield from feed_files(config, sets, earlier=earlier)
