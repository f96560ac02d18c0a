"""A finished publication → every file by which others find, cite, harvest and follow it."""

from onrecord.publish.catalog.cards import card_files
from onrecord.publish.catalog.feeds import feed_files
from onrecord.publish.catalog.sitemap import last_changes, sitemap_files
from onrecord.publish.catalog.void import void_files
from onrecord.publish.publication import Changed, Publication
from onrecord.publish.tombstones import gone, tombstone_files


def catalog_files(publication: Publication) -> Changed:
    """VoID with sizes and hashes, citation files, tombstones, sitemap and robots, feeds.

    `publication` knows its dumps and pages; of the latter the HTML files go into the sitemap.
    """
    pages = publication.pages
    config, graph = publication.workspace.config, publication.graph
    sets = publication.changes
    yield from void_files(publication)
    yield from card_files(publication)
    yield from tombstone_files(publication)
    withdrawn = {f"{path}.html" for path in gone(graph)}
    kept = [page for page in pages if not page.endswith(tuple(withdrawn))] if withdrawn else pages
    earlier = publication.earlier
    yield from sitemap_files(config, kept, last_changes(sets, graph.names), earlier=earlier)
    yield from feed_files(config, sets, earlier=earlier)
