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
from onrecord.views.reads import kept, remembered
from onrecord.views.shelves import Group, Shelf, by_document, packed, told, unpacked, window

Shelver = Callable[[Library], Shelf]
Sectioner = Callable[[Library, str], Mapping[str, Shelf]]
_LISTS: Final[dict[str, Shelver]] = {}
_SECTIONS: Final[dict[str, Sectioner]] = {}
_Placed = tuple[tuple[str, ...], bool, list[list[tuple[str, int | None, bool]]]]
"""The things of a shelf, whether it has others inside, and the names on the way, with the number of
things where the shelf itself is divided so."""


@dataclass(frozen=True, slots=True)
class Way:
    """A link to a shelf: its name in words, its address, how many things stand there.

    A page counts what itself is divided into, so that it stays when something is put elsewhere.
    """

    label: str
    href: str
    count: int | None
    here: bool


@dataclass(frozen=True, slots=True)
class Shelving:
    """The shelf of a page: its name in words (empty: the whole list), its things, whether the page
    shows only some of them, and the ways to the other shelves, from wide ones to narrow ones; none
    where one page holds everything."""

    label: str
    items: tuple[str, ...]
    cut: bool
    ways: tuple[tuple[Way, ...], ...]
    groups: tuple[Group, ...] = ()

    @property
    def total(self) -> int:
        """How many things stand there."""
        return len(self.items)


_NOTHING: Final = Shelving("", (), False, (), (Group("", "", ()),))


def shelves(view: str) -> Callable[[Shelver], Shelver]:
    """Registers a function as the one that puts the list of a view on shelves."""

    def register(maker: Shelver) -> Shelver:
        @kept(f"shelves {view}")
        def made(library: Library, _: str) -> Any:
            return packed(maker(library))

        _LISTS[view] = remembered(lambda library: unpacked(made(library, "")))
        return _LISTS[view]

    return register


def sections(view: str) -> Callable[[Sectioner], Sectioner]:
    """Registers a function as the one that shelves what a resource has much of, by section."""

    def register(maker: Sectioner) -> Sectioner:
        @kept(f"sections {view}")
        def made(library: Library, it: str) -> dict[str, Any]:
            return {name: packed(shelf) for name, shelf in maker(library, it).items()}

        def found(library: Library, it: str) -> dict[str, Shelf]:
            return {name: unpacked(shelf) for name, shelf in made(library, it).items()}

        _SECTIONS[view] = remembered(found)
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
    return _shelving(at, _of_list(at.library, f"{at.page.view} {at.page.shelf}"), "", at.page.shelf)


@kept("list")
def _of_list(library: Library, key: str) -> _Placed:
    view, _, name = key.partition(" ")
    return _placed(_LISTS[view](library), name)


def section(at: Scene, name: str) -> Shelving:
    """The shelf of one section of a resource, with its statements: that of the page, or all; few
    stand in one group without a document."""
    shelf = at.page.shelf.removeprefix(f"{name}/")
    if shelf:
        placed = _of_section(at.library, f"{at.page.it} {name} {shelf}")
    elif (whole := _of_sections(at.library, at.page.it).get(name)) is not None:
        placed = whole
    else:
        return _NOTHING
    place = _shelving(at, placed, f"{name}/", shelf)
    if place.ways:
        return replace(place, groups=shown(at.library, place))
    return replace(place, groups=(Group("", "", reading.in_order(at.library, place.items)),))


@kept("section")
def _of_section(library: Library, key: str) -> _Placed:
    it, name, shelf = key.split(" ")
    return _placed(_SECTIONS[library.view_of(it).name](library, it)[name], shelf)


@kept("whole sections")
def _of_sections(library: Library, it: str) -> dict[str, _Placed]:
    """The sections of a resource in which something stands, as its own page has them."""
    found = _SECTIONS[library.view_of(it).name](library, it)
    return {name: _placed(root, "") for name, root in found.items() if root.items}


def _placed(root: Shelf, name: str) -> _Placed:
    here, level, rows = root.find(name), root, []
    while level.parts:
        on = next((p for p in level.parts if p is here or here in p.below()), None)
        rows.append([(p.name, None if on else len(p.items), p is on) for p in level.parts])
        if on is None:
            break
        level = on
    return tuple(map(str, here.items)), bool(here.parts), rows


def shown(library: Library, place: Shelving) -> tuple[Group, ...]:
    """The statements of a page: all in reading order, or of many those on its shelf, newest first,
    or the newest of those."""
    if not place.ways:
        return told(library, place.items)
    groups = by_document(library, place.items)
    return window(groups) if place.cut else groups


def _shelving(at: Scene, placed: _Placed, folder: str, name: str) -> Shelving:
    items, cut, rows = placed
    base = f"{at.pen.home}{at.page.of or at.page.address}/{folder}"
    ways = (
        tuple(Way(label(at.pen, n), f"{base}{n}.html", count, on) for n, count, on in row)
        for row in rows
    )
    return Shelving(label(at.pen, name), items, cut, tuple(ways))


def label(pen: Pen, name: str) -> str:
    """The name of a shelf in words: a date, or the letters with which names begin."""
    if name[:4].isdigit() and len(name) >= 4:
        return pen.locale.date(name)
    return "#" if name == "0" else name.removesuffix("-0").capitalize()
