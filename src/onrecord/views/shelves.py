"""Many things → shelves of a few hundred by the beginning of their keys, and groups by article.

A key is a date (`2024-05-17`) or the last part of an IRI; a shelf's name is what its keys begin
with (`2024-05`, `s`), so an address stays what it is however many things are added beside it.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from onrecord.names import is_slug
from onrecord.views import reading
from onrecord.views.library import Library
from onrecord.views.reading import local
from onrecord.views.reads import kept

MOST: Final = 300
"""Things on one shelf; more are told apart by a longer beginning, where their keys differ."""
WINDOW: Final = 100
"""Things that are shown of a shelf which has others inside."""
_DATE: Final = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True, slots=True)
class Shelf:
    """The things whose keys begin with `name`, in the order in which they were given; `parts` are
    the shelves that they stand on where they are too many for one."""

    name: str
    items: tuple[str, ...]
    parts: tuple["Shelf", ...] = ()

    def below(self) -> Iterator["Shelf"]:
        """Every shelf inside of this one."""
        for part in self.parts:
            yield part
            yield from part.below()

    def find(self, name: str) -> "Shelf":
        """The shelf of that name here or inside."""
        return self if self.name == name else next(s for s in self.below() if s.name == name)


def packed(shelf: Shelf) -> Any:
    """A shelf as plain values."""
    return shelf.name, tuple(map(str, shelf.items)), [packed(part) for part in shelf.parts]


def unpacked(values: Any) -> Shelf:
    """The inverse of `packed`."""
    name, items, parts = values
    return Shelf(name, items, tuple(map(unpacked, parts)))


def arrange(keyed: Iterable[tuple[str, str]]) -> Shelf:
    """(key, thing) → one shelf without a name, or as many inside of it as are needed."""
    return _shelf("", [(_steps(key), item) for key, item in keyed])


def _shelf(name: str, rows: list[tuple[tuple[str, ...], str]]) -> Shelf:
    items = tuple(item for _, item in rows)
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    begun = name
    # A beginning that all have tells nothing apart: the next one is tried.
    while len(items) > MOST and len(found) < 2 and any(steps for steps, _ in rows):
        found = {}
        for steps, item in rows:
            # What has no longer key stands apart, under the name with a nought.
            part = steps[0] if steps else f"{begun}-0".strip("-")
            found.setdefault(part, []).append((steps[1:], item))
        begun, *_ = found
        rows = [row for part in found.values() for row in part]
    if len(found) < 2:
        return Shelf(name, items)
    return Shelf(name, items, tuple(_shelf(n, found[n]) for n in sorted(found)))


def _steps(key: str) -> tuple[str, ...]:
    """The beginnings of a key, from short to long, that can be a file's name."""
    if _DATE.match(key):
        return (key[:4], key[:7], key[:10])
    letters = re.sub(r"[^a-z0-9]", "", key.lower())
    return tuple(s for n in range(1, len(letters) + 1) if is_slug(s := letters[:n]))


@dataclass(frozen=True, slots=True)
class Group:
    """The statements that one document records, in reading order; `issued` is empty if unknown."""

    document: str
    issued: str
    statements: tuple[str, ...]


def told(library: Library, statements: Iterable[str]) -> tuple[Group, ...]:
    """Statements by the document that records them, in reading order."""
    found: dict[str, list[str]] = {}
    for it in reading.in_order(library, statements):
        found.setdefault(reading.place(library, it)[1], []).append(it)
    return tuple(Group(d, issued(library, d), tuple(said)) for d, said in found.items())


def by_document(library: Library, statements: Iterable[str]) -> tuple[Group, ...]:
    """As `told`, but of the articles, and of the background after them, the newest first; what is
    of one day, or of none, stays in reading order."""
    found = tuple(statements)
    if len(found) <= MOST:
        return _newest(library, found)
    return library.reads.once(("by document", found), lambda: _newest(library, found))


def _newest(library: Library, statements: Iterable[str]) -> tuple[Group, ...]:
    groups = told(library, statements)
    return tuple(sorted(groups, key=lambda g: (printed(library, g), g.issued), reverse=True))


def printed(library: Library, group: Group) -> bool:
    """Whether the group stands in the text of an article, and is not background."""
    return _stands(library, group.statements[0])


@kept("printed")
def _stands(library: Library, it: str) -> bool:
    return bool(library.record("statements", it).rows("paragraph"))


def window(groups: Iterable[Group]) -> tuple[Group, ...]:
    """The first groups, until they have `WINDOW` statements together."""
    kept: list[Group] = []
    left = WINDOW
    for group in groups:
        if left <= 0:
            break
        kept.append(group)
        left -= len(group.statements)
    return tuple(kept)


@kept("issued")
def issued(library: Library, document: str) -> str:
    """The date of a document (`YYYY-MM-DD`); empty where it is not known."""
    date = str(library.record("source", document).one("issued") or "")
    return date if _DATE.fullmatch(date) else ""


def newest_articles(library: Library, most: int) -> list[str]:
    """The articles of the latest dates; of few all, as they come."""
    found = library.of_class("Article")
    if len(found) <= most:
        return found
    return sorted(found, key=lambda a: issued(library, a), reverse=True)[:most]


def statement_key(library: Library, it: str) -> str:
    """The key of a statement: the date of its document, else the document's name."""
    document = reading.place(library, it)[1]
    return issued(library, document) or local(document) or local(it)


def by_date(library: Library, statements: Iterable[str]) -> Shelf:
    """The shelves of statements by the dates of their documents."""
    ordered = (s for g in by_document(library, statements) for s in g.statements)
    return arrange((statement_key(library, s), s) for s in ordered)


def by_name(resources: Iterable[str]) -> Shelf:
    """The shelves of resources by the beginnings of the last parts of their IRIs."""
    return arrange((local(it), it) for it in resources)
