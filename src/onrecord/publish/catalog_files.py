"""A finished publication → every file by which others find, cite, harvest and follow it."""

from collections.abc import Iterable

from onrecord.publish.cards import card_files
from onrecord.publish.changes import all_changes
from onrecord.publish.feeds import feed_files
from onrecord.publish.publication import Files, Publication
from onrecord.publish.sitemap import last_changes, sitemap_files
from onrecord.publish.tombstones import gone, tombstone_files
from onrecord.publish.void import void_files


def catalog_files(publication: Publication, pages: Iterable[str] = ()) -> Files:
    """VoID with sizes and hashes, citation files, tombstones, sitemap and robots, feeds.

    `publication` knows its dumps; `pages` are the paths of everything else that was written, of
    which the HTML files go into the sitemap.
    """
    config, graph = publication.workspace.config, publication.graph
    sets = all_changes(graph, publication.workspace)
    yield from void_files(publication)
    yield from card_files(publication)
    yield from tombstone_files(publication)
    withdrawn = {f"{path}.html" for path in gone(graph)}
    kept = [page for page in pages if not page.endswith(tuple(withdrawn))] if withdrawn else pages
    yield from sitemap_files(config, kept, last_changes(sets, graph.names))
    yield from feed_files(config, sets)
