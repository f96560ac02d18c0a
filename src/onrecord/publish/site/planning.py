"""A library → the pages of a site in one language: which there are, and where they lie.

The plan is kept from one build to the next as plain rows, because planning every page of a large
site costs more than making those that changed.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import starmap
from typing import Final, NamedTuple

from onrecord.publish.site.contexts.shelving import shelves_of
from onrecord.publish.site.page import Page
from onrecord.rdf.runs import key_of
from onrecord.views.drawers import drawers
from onrecord.views.library import Library
from onrecord.views.reads import cell, kept, remembered
from onrecord.views.stories import is_told
from onrecord.views.table import View

EMBED: Final = View("embed", "embed/{path}", "statement")
STORY: Final = View("story", "{path}/story", "dispute")
SHELF: Final = View("shelf", "{path}/{shelf}", "")
_PLAN: Final = "plan"
Given = tuple[str, str, str, str, bool, str, str]
"""Language, name of the view, address, resource, whether it has data of its own, shelf, part of."""


class Planned(NamedTuple):
    """The files of a page and of its picture card (or nothing), a key of its recipe, and what the
    page is made from."""

    file: str
    card: str
    key: bytes
    given: Given


def planned(library: Library, drawer: str) -> Iterator[Planned]:
    """The pages of a drawer in all languages."""
    for language in library.config.languages:
        yield from starmap(Planned, library.reads.kept(_PLAN, f"{language} {drawer}"))


def all_drawers(library: Library) -> list[str]:
    """The keys of all drawers, and that of the pages which are in none."""
    return ["", *_drawers(library)]


def cells_of_plan(library: Library, drawer: str) -> list[int]:
    """The cells of whoever reads which pages a drawer has."""
    return [cell("kept", f"{_PLAN}\0{code} {drawer}") for code in library.config.languages]


def views_of(library: Library) -> dict[str, View]:
    """The views of all pages by name."""
    return {v.name: v for v in (*library.table.views, EMBED, STORY, SHELF)}


def page_of(library: Library, views: Mapping[str, View], given: Given) -> Page:
    """The page of a row."""
    language, name, address, it, own, shelf, of = given
    return Page(library.config, language, views[name], address, it, own, shelf, of)


@remembered
def _drawers(library: Library) -> dict[str, list[str]]:
    return drawers(library.paths)


@kept(_PLAN)
def _rows(library: Library, key: str) -> list[tuple[str, str, bytes, Given]]:
    """The pages in a language of a drawer, or of none; nothing where the drawer is no more."""
    language, _, drawer = key.partition(" ")
    # The key tells what is in there: whatever else has a page is not read for it.
    inside = library.reads.during(lambda: _drawers(library).get(drawer, ()))[0]
    rows = []
    for page in _of_resources(library, language, inside) if drawer else _fixed(library, language):
        rest = (page.it, page.own_data, page.shelf, page.of)
        given = (language, page.kind.name, page.address, *rest)
        rows.append((page.file, page.card_path, key_of(page.recipe.encode()), given))
    return rows


def _of_resources(library: Library, language: str, inside: Iterable[str]) -> Iterator[Page]:
    """The pages of resources."""
    config = library.config
    fixed = {v.address: v for v in library.table.views if not v.of_resources}
    for it in inside:
        path = library.paths[it]
        view = fixed.get(path) or library.view_of(it)
        own = library.is_described(it)
        yield Page(config, language, view, path, it, own)
        if view.name == "statement":
            yield Page(config, language, EMBED, f"embed/{path}", it, True, of=path)
        told, shelves = _below(library, it)
        if told:
            yield Page(config, language, STORY, f"{path}/story", it, own, of=path)
        for shelf in shelves:
            yield Page(config, language, SHELF, f"{path}/{shelf}", it, own, shelf, path)


def _fixed(library: Library, language: str) -> Iterator[Page]:
    """The pages of views at an address where no resource is."""
    config, taken = library.config, frozenset(library.paths.values())
    for view in library.table.views:
        address = view.address
        if not view.of_resources and address not in taken:
            yield Page(config, language, view, address, "")
            for shelf in shelves_of(library, view.name):
                yield Page(config, language, view, f"{address}/{shelf}", "", False, shelf, address)


@kept("below")
def _below(library: Library, it: str) -> tuple[bool, list[str]]:
    """Whether a resource has a story, and the shelves that it needs."""
    view = library.view_of(it)
    told = view.name == "dispute" and is_told(library, it)
    return told, list(shelves_of(library, view.name, it))
