"""The shelves of long lists: which there are, what the one of a page holds, the way to the others.

A list that is short stands on one page, as it is. A long one has a page for each shelf, and on its
own page what comes first and the way to all shelves: links that need no script.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from onrecord.publish.site.contexts.scene import Scene
from onrecord.publish.site.pen import Pen
from onrecord.views import reading
from onrecord.views.library import Library
from onrecord.views.reads import remembered
from onrecord.views.shelves import Group, Shelf, by_document, packed, told, unpacked, window

Shelver = Callable[[Library], Shelf]
Sectioner = Callable[[Library, str], Mapping[str, Shelf]]
_LISTS: Final[dict[str, Shelver]] = {}
_SECTIONS: Final[dict[str, Sectioner]] = {}


@dataclass(frozen=True, slots=True)
class Way:
    """A link to a shelf: its name in words, its address, how many things stand there."""

    label: str
    href: str
    count: int
    here: bool


@dataclass(frozen=True, slots=True)
class Shelving:
    """The shelf of a page: its name in words (empty: the whole list), its things, and the ways to
    the other shelves, from wide ones to narrow ones; none where one page holds everything."""

    label: str
    shelf: Shelf
    total: int
    ways: tuple[tuple[Way, ...], ...]
    groups: tuple[Group, ...] = ()

    @property
    def cut(self) -> bool:
        """Whether the page shows only some of what it is about."""
        return bool(self.shelf.parts)


def shelves(view: str) -> Callable[[Shelver], Shelver]:
    """Registers a function as the one that puts the list of a view on shelves."""

    def register(maker: Shelver) -> Shelver:
        def kept(library: Library) -> Shelf:
            return unpacked(library.reads.kept(f"shelves {view}", lambda: packed(maker(library))))

        _LISTS[view] = remembered(kept)
        return _LISTS[view]

    return register


def sections(view: str) -> Callable[[Sectioner], Sectioner]:
    """Registers a function as the one that shelves what a resource has much of, by section."""

    def register(maker: Sectioner) -> Sectioner:
        def make(library: Library, it: str) -> dict[str, Any]:
            return {name: packed(shelf) for name, shelf in maker(library, it).items()}

        def kept(library: Library, it: str) -> dict[str, Shelf]:
            found = library.reads.kept(f"sections {view} {it}", lambda: make(library, it))
            return {name: unpacked(shelf) for name, shelf in found.items()}

        _SECTIONS[view] = remembered(kept)
        return _SECTIONS[view]

    return register


def shelves_of(library: Library, view: str, it: str = "") -> Iterator[str]:
    """The addresses of all shelves below the page of a list or of a resource."""
    if not it and view in _LISTS:
        yield from (s.name for s in _LISTS[view](library).below())
    elif it and view in _SECTIONS:
        for section, root in _SECTIONS[view](library, it).items():
            yield from (f"{section}/{s.name}" for s in root.below())


def shelving(at: Scene) -> Shelving:
    """The shelf that a page of a list shows."""
    return _shelving(at, _LISTS[at.page.view](at.library), "", at.page.shelf)


def section(at: Scene, name: str) -> Shelving:
    """The shelf of one section of a resource, with its statements: that of the page, or all; few
    stand in one group without a document."""
    root = _SECTIONS[at.library.view_of(at.page.it).name](at.library, at.page.it)[name]
    place = _shelving(at, root, f"{name}/", at.page.shelf.removeprefix(f"{name}/"))
    if place.ways:
        return replace(place, groups=shown(at.library, place))
    return replace(place, groups=(Group("", "", reading.in_order(at.library, root.items)),))


def shown(library: Library, place: Shelving) -> tuple[Group, ...]:
    """The statements of a page: all in reading order, or of many those on its shelf, newest first,
    or the newest of those."""
    if not place.ways:
        return told(library, place.shelf.items)
    groups = by_document(library, place.shelf.items)
    return window(groups) if place.cut else groups


def _shelving(at: Scene, root: Shelf, folder: str, name: str) -> Shelving:
    here = root.find(name)
    base = f"{at.pen.home}{at.page.of or at.page.address}/{folder}"
    rows = []
    level = root
    while level.parts:
        on = next((p for p in level.parts if p is here or here in p.below()), None)
        rows.append(tuple(_way(at.pen, p, base, p is on) for p in level.parts))
        if on is None:
            break
        level = on
    return Shelving(label(at.pen, name), here, len(root.items), tuple(rows))


def _way(pen: Pen, shelf: Shelf, base: str, here: bool) -> Way:
    return Way(label(pen, shelf.name), f"{base}{shelf.name}.html", len(shelf.items), here)


def label(pen: Pen, name: str) -> str:
    """The name of a shelf in words: a date, or the letters with which names begin."""
    if name[:4].isdigit() and len(name) >= 4:
        return pen.locale.date(name)
    return "#" if name == "0" else name.removesuffix("-0").capitalize()
