"""The lists of statements, deals, participants, sources and disputes, with their facets."""

from collections.abc import Iterable
from typing import Any

from onrecord.names import ONR, SCHEME
from onrecord.publish.site.contexts.scene import Scene, Values, shows
from onrecord.publish.site.contexts.shelving import shelves, shelving, shown
from onrecord.publish.site.pen import Pen
from onrecord.views import dealings, reading, spoken
from onrecord.views.library import Library
from onrecord.views.reading import local
from onrecord.views.reads import kept
from onrecord.views.records import Record
from onrecord.views.shelves import (
    WINDOW,
    Shelf,
    arrange,
    by_date,
    by_name,
    issued,
)
from onrecord.views.tallies import whole_matrix

_STATEMENT_FACETS = ("speaker", "form", "modality", "polarity", "source", "origin")
_SOURCES = ("Article", "Report", "Document")
_ENTITIES = ("Company", "Person", "NewsMedium", "Group", "Product", "Topic", "Place", "Event")


def word(iri: object) -> str:
    """An IRI as one word for a facet's value."""
    text = str(iri)
    document, _, fragment = text.partition("#")
    if fragment and not text.startswith(SCHEME):
        return f"{local(document)}-{fragment}"
    return local(text) or text


@shelves("statements")
def statement_shelves(library: Library) -> Shelf:
    """All statements by the dates of the articles."""
    return by_date(library, library.answers["statements"])


@shows("statements")
def statements(at: Scene) -> Values:
    """All statements, article by article in reading order, background after; of many those of a
    time, or the newest."""
    library, place = at.library, shelving(at)
    groups = shown(library, place)
    records = [library.record("statements", it) for g in groups for it in g.statements]
    return {
        "shelving": place,
        "groups": [
            {
                "title": at.pen.name(g.document) if g.document else "",
                "items": [_item(library, it) for it in g.statements],
            }
            for g in groups
        ],
        "count": place.total,
        "facets": [
            _choices(at.pen, n, (v for r in records for v in _facet(r, n)))
            for n in _STATEMENT_FACETS
        ],
    }


def _item(library: Library, it: str) -> Values:
    record = library.record("statements", it)
    facets = [(n, " ".join(word(v) for v in _facet(record, n))) for n in _STATEMENT_FACETS]
    return {"it": it, "facets": facets, "cls": ONR + "Statement"}


def _facet(record: Record, name: str) -> list[Any]:
    if name == "source":
        return record.all("report") or record.all("document")
    return record.all(name)


def _choices(pen: Pen, name: str, values: Iterable[object]) -> tuple[str, str, list[Any]]:
    """A facet with its legend and its values by name."""
    labels = {word(v): pen.label(str(v)) for v in sorted(set(map(str, values)))}
    choices = sorted(labels.items(), key=lambda pair: (pair[1].casefold(), pair[0]))
    return name, pen.locale.words[f"facet_{name}"], choices


@shelves("deals")
def deal_shelves(library: Library) -> Shelf:
    """All deals by name."""
    return by_name(library.of_class("Deal"))


@shows("deals")
def deals(at: Scene) -> Values:
    """The deals with parties, firmness and amounts; of many those on a shelf, or those with the
    most voices."""
    library, place = at.library, shelving(at)
    rows = [_deal(library, it) | {"it": it} for it in place.items]
    rows.sort(key=lambda r: (-r["voices"], -len(r["amounts"]), r["it"]))
    rows = rows[:WINDOW] if place.cut else rows
    return {
        "shelving": place,
        "deals": rows,
        "facets": [
            _choices(at.pen, "kind", (k for r in rows for k in r["kinds"])),
            _choices(at.pen, "modality", (m for r in rows for m in r["modalities"])),
            _choices(at.pen, "party", (p for r in rows for p in r["parties"])),
        ],
    }


@kept("deal in a list")
def _deal(library: Library, it: str) -> Values:
    record = library.record("deal", it)
    said = reading.about_deal(library, it)
    kinds = list(map(str, record.all("kind")))
    parties = [p for p, _ in dealings.parties(library, it)]
    modalities = [f"{SCHEME}modality#{m}" for m in dealings.firmness(library, it)]
    voices = {s for x in said for s in reading.speakers(library, x)}
    amounts = dealings.amounts(library, it)
    facets = [
        (name, " ".join(word(v) for v in values))
        for name, values in (("kind", kinds), ("modality", modalities), ("party", parties))
    ]
    return {
        "cls": ONR + "Deal",
        "kinds": kinds,
        "status": dealings.told_status(library, it),
        "parties": parties,
        "modalities": modalities,
        "voices": len(voices),
        "amounts": amounts,
        "denied": dealings.denied(library, it),
        "facets": facets,
    }


@shelves("entities")
def entity_shelves(library: Library) -> Shelf:
    """Everybody and everything named, by name."""
    return by_name(library.of_class(*_ENTITIES))


@shows("entities")
def entities(at: Scene) -> Values:
    """Everybody and everything named, by kind; of many those on a shelf, or those that are in the
    most statements."""
    w, place = at.pen.locale.words, shelving(at)
    kept = place.items
    if place.cut:
        kept = tuple(sorted(kept, key=lambda it: (-_weight(at.library, it), it))[:WINDOW])
    return _by_kind(at.pen, kept) | {
        "shelving": place,
        "list_title": w["nav_entities"],
        "list_summary": w["entities_summary"],
        "list_note": "most_named_shown",
    }


@kept("weight")
def _weight(library: Library, it: str) -> int:
    return sum(map(len, spoken.spoken(library.record("entity", it)).values()))


@shelves("sources")
def source_shelves(library: Library) -> Shelf:
    """All documents by date, those without one by name."""
    found = library.of_class(*_SOURCES)
    return arrange((issued(library, it) or local(it), it) for it in found)


@shows("sources")
def sources(at: Scene) -> Values:
    """Articles, reports and background sources; of many those of a time, or the newest."""
    w, place = at.pen.locale.words, shelving(at)
    kept = place.items
    if place.cut:
        kept = tuple(sorted(kept, key=lambda it: issued(at.library, it), reverse=True)[:WINDOW])
    return _by_kind(at.pen, kept) | {
        "shelving": place,
        "list_title": w["nav_sources"],
        "list_summary": w["sources_summary"],
        "list_note": "newest_shown",
    }


def _by_kind(pen: Pen, resources: Iterable[str]) -> Values:
    library = pen.library
    groups: dict[str, list[Values]] = {}
    for it in resources:
        item = {"it": it, "counts": _counts(library, it)}
        groups.setdefault(library.kind_of(it), []).append(item)
    order = {ONR + name: n for n, name in enumerate((*_ENTITIES, *_SOURCES))}
    groups = dict(sorted(groups.items(), key=lambda g: (order.get(g[0], len(order)), g[0])))
    for items in groups.values():
        items.sort(key=lambda i: (pen.label(i["it"]).casefold(), i["it"]))
    return {
        "groups": [{"kind": k, "value": word(k), "items": i} for k, i in groups.items()],
        "facets": [_choices(pen, "kind", groups)],
    }


@kept("counts")
def _counts(library: Library, it: str) -> dict[str, int]:
    """How many statements belong to something, as its own page counts them."""
    if library.view_of(it).query == "source":
        parts = reading.drawn(library, it)
    else:
        parts = spoken.spoken(library.record("entity", it))
    return {part: len(found) for part, found in parts.items() if found}


@shelves("disputes")
def dispute_shelves(library: Library) -> Shelf:
    """All disputes by name."""
    return by_name(library.of_class("Dispute"))


@shows("disputes")
def disputes(at: Scene) -> Values:
    """The disputes, and who contradicts whom over all statements; of many disputes those on a
    shelf, or those with the most voices, and the people with the most ties."""
    library, place = at.library, shelving(at)
    columns = {it: reading.columns_of(library, it) for it in place.items}
    order = sorted(columns, key=lambda it: (-len(columns[it]), it))
    found = [
        {
            "it": it,
            "columns": columns[it],
            "marks": [list(reading.modality_counts(library, c.statements)) for c in columns[it]],
        }
        for it in (order[:WINDOW] if place.cut else order)
    ]
    matrix = None if at.page.shelf else whole_matrix(library)
    return {"shelving": place, "disputes": found, "matrix": matrix}
