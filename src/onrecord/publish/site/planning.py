"""A library → the pages of a site in one language: which there are, and where they lie.

The plan is kept from one build to the next as plain rows, because planning every page of a large
site costs more than making those that changed.
"""

from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from onrecord.publish.site.contexts.shelving import shelves_of
from onrecord.publish.site.page import Page
from onrecord.rdf.runs import key_of
from onrecord.views.library import Library
from onrecord.views.reads import kept
from onrecord.views.stories import is_told
from onrecord.views.table import View

EMBED: Final = View("embed", "embed/{path}", "statement")
STORY: Final = View("story", "{path}/story", "dispute")
SHELF: Final = View("shelf", "{path}/{shelf}", "")
Given = tuple[str, str, str, str, bool, str, str]
"""Language, name of the view, address, resource, whether it has data of its own, shelf, part of."""


class Planned(NamedTuple):
    """The files of a page and of its picture card (or nothing), a key of its recipe, and what the
    page is made from."""

    file: str
    card: str
    key: bytes
    given: Given


def planned(library: Library, language: str) -> list[Planned]:
    """All pages in a language."""
    return [Planned(*row) for row in _rows(library, language)]


def views_of(library: Library) -> dict[str, View]:
    """The views of all pages by name."""
    return {v.name: v for v in (*library.table.views, EMBED, STORY, SHELF)}


def page_of(library: Library, views: Mapping[str, View], given: Given) -> Page:
    """The page of a row."""
    language, name, address, it, own, shelf, of = given
    return Page(library.config, language, views[name], address, it, own, shelf, of)


@kept("plan")
def _rows(library: Library, language: str) -> list[tuple[str, str, bytes, Given]]:
    rows = []
    for page in _pages(library, language):
        rest = (page.it, page.own_data, page.shelf, page.of)
        given = (language, page.kind.name, page.address, *rest)
        rows.append((page.file, page.card_path, key_of(page.recipe.encode()), given))
    return rows


def _pages(library: Library, language: str) -> Iterator[Page]:
    config = library.config
    fixed = {v.address: v for v in library.table.views if not v.of_resources}
    for it, path in library.paths.items():
        view = fixed.pop(path, None) or library.view_of(it)
        own = library.is_described(it)
        yield Page(config, language, view, path, it, own)
        if view.name == "statement":
            yield Page(config, language, EMBED, f"embed/{path}", it, True, of=path)
        told, shelves = _below(library, it)
        if told:
            yield Page(config, language, STORY, f"{path}/story", it, own, of=path)
        for shelf in shelves:
            yield Page(config, language, SHELF, f"{path}/{shelf}", it, own, shelf, path)
    for address, view in fixed.items():
        yield Page(config, language, view, address, "")
        for shelf in shelves_of(library, view.name):
            yield Page(config, language, view, f"{address}/{shelf}", "", False, shelf, address)


@kept("below")
def _below(library: Library, it: str) -> tuple[bool, list[str]]:
    """Whether a resource has a story, and the shelves that it needs."""
    view = library.view_of(it)
    told = view.name == "dispute" and is_told(library, it)
    return told, list(shelves_of(library, view.name, it))
