"""A finished publication → every file by which others find, cite, harvest and follow it."""

from onrecord.publish.catalog.cards import card_files
from onrecord.publish.catalog.feeds import feed_files
from onrecord.publish.catalog.sitemap import last_changes, robots, sitemap_files, sitemap_stays
from onrecord.publish.catalog.void import void_files
from onrecord.publish.publication import Changed, Publication
from onrecord.publish.tombstones import gone, tombstone_files


def catalog_files(publication: Publication) -> Changed:
    """VoID with sizes and hashes, citation files, tombstones, sitemap and robots, feeds.

    `publication` knows its dumps and pages; of the latter the HTML files go into the sitemap.
    """
    config, graph = publication.workspace.config, publication.graph
    sets = publication.changes
    yield from void_files(publication)
    yield from card_files(publication)
    yield from tombstone_files(publication)
    withdrawn = tuple(f"{path}.html" for path in gone(graph))
    earlier, dates = publication.earlier, last_changes(sets, graph.names)
    if withdrawn or not publication.same_pages or not sitemap_stays(dates, earlier):
        kept = [page for page in publication.pages() if not page.endswith(withdrawn)]
        yield from sitemap_files(config, kept, dates, earlier=earlier)
    yield "robots.txt", robots(config)
    yield from feed_files(config, sets, earlier=earlier)
