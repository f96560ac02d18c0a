"""The lists of statements, deals, participants, sources and disputes, with their facets."""

from collections.abc import Iterable
from typing import Any

from onrecord.names import ONR, SCHEME
from onrecord.publish.site.contexts.scene import Scene, Values, shows
from onrecord.publish.site.pen import Pen
from onrecord.views import dealings, reading
from onrecord.views.library import Library
from onrecord.views.reading import local
from onrecord.views.records import Record

_STATEMENT_FACETS = ("speaker", "form", "modality", "polarity", "source", "origin")
_ENTITIES = ("Company", "Person", "NewsMedium", "Group", "Product", "Topic", "Place", "Event")


def word(iri: object) -> str:
    """An IRI as one word for a facet's value."""
    text = str(iri)
    document, _, fragment = text.partition("#")
    if fragment and not text.startswith(SCHEME):
        return f"{local(document)}-{fragment}"
    return local(text) or text


@shows("statements")
def statements(at: Scene) -> Values:
    """All statements, article by article in reading order, background after."""
    library = at.library
    groups: dict[str, list[Values]] = {}
    for it in reading.in_order(library, library.answers["statements"]):
        record = library.record("statements", it)
        document = str(record.one("document") or "")
        facets = [(n, " ".join(word(v) for v in _facet(record, n))) for n in _STATEMENT_FACETS]
        item = {"it": it, "facets": facets, "cls": ONR + "Statement"}
        groups.setdefault(document, []).append(item)
    records = list(library.all("statements"))
    return {
        "groups": [{"title": at.pen.name(d) if d else "", "items": i} for d, i in groups.items()],
        "count": sum(len(items) for items in groups.values()),
        "facets": [
            _choices(at.pen, n, (v for r in records for v in _facet(r, n)))
            for n in _STATEMENT_FACETS
        ],
    }


def _facet(record: Record, name: str) -> list[Any]:
    if name == "source":
        return record.all("report") or record.all("document")
    return record.all(name)


def _choices(pen: Pen, name: str, values: Iterable[object]) -> tuple[str, str, list[Any]]:
    """A facet with its legend and its values by name."""
    labels = {word(v): pen.label(str(v)) for v in sorted(set(map(str, values)))}
    choices = sorted(labels.items(), key=lambda pair: (pair[1].casefold(), pair[0]))
    return name, pen.locale.words[f"facet_{name}"], choices


@shows("deals")
def deals(at: Scene) -> Values:
    """All deals with parties, firmness and amounts."""
    library = at.library
    rows = [_deal(library, it) for it in library.of_class("Deal")]
    rows.sort(key=lambda r: (-r["voices"], -len(r["amounts"]), r["it"]))
    return {
        "deals": rows,
        "facets": [
            _choices(at.pen, "kind", (k for r in rows for k in r["kinds"])),
            _choices(at.pen, "modality", (m for r in rows for m in r["modalities"])),
            _choices(at.pen, "party", (p for r in rows for p in r["parties"])),
        ],
    }


def _deal(library: Library, it: str) -> Values:
    record = library.record("deal", it)
    said = reading.about_deal(library, it)
    kinds = record.all("kind")
    parties = [p for p, _ in reading.parties(record)]
    modalities = [f"{SCHEME}modality#{m}" for m in dealings.firmness(library, it)]
    voices = {s for x in said for s in library.record("statements", x).all("speaker")}
    amounts = dealings.amounts(library, it)
    facets = [
        (name, " ".join(word(v) for v in values))
        for name, values in (("kind", kinds), ("modality", modalities), ("party", parties))
    ]
    return {
        "it": it,
        "cls": ONR + "Deal",
        "kinds": kinds,
        "parties": parties,
        "modalities": modalities,
        "voices": len(voices),
        "amounts": amounts,
        "facets": facets,
    }


@shows("entities")
def entities(at: Scene) -> Values:
    """Everybody and everything named, by kind."""
    w = at.pen.locale.words
    return _by_kind(at.pen, at.library.of_class(*_ENTITIES)) | {
        "list_title": w["nav_entities"],
        "list_summary": w["entities_summary"],
    }


@shows("sources")
def sources(at: Scene) -> Values:
    """Articles, reports and background sources."""
    w = at.pen.locale.words
    return _by_kind(at.pen, at.library.of_class("Article", "Report", "Document")) | {
        "list_title": w["nav_sources"],
        "list_summary": w["sources_summary"],
    }


def _by_kind(pen: Pen, resources: list[str]) -> Values:
    library = pen.library
    groups: dict[str, list[Values]] = {}
    for it in resources:
        entity, source = library.record("entity", it), library.record("source", it)
        item = {
            "it": it,
            "said": len(entity.all("said")),
            "about": len(entity.all("about")) + len(source.all("recorded")),
        }
        groups.setdefault(library.kind_of(it), []).append(item)
    for items in groups.values():
        items.sort(key=lambda i: (pen.label(i["it"]).casefold(), i["it"]))
    return {
        "groups": [{"kind": k, "value": word(k), "items": i} for k, i in groups.items()],
        "facets": [_choices(pen, "kind", groups)],
    }


@shows("disputes")
def disputes(at: Scene) -> Values:
    """All disputes, and who contradicts whom over all statements."""
    library = at.library
    found = []
    for it in library.of_class("Dispute"):
        columns = reading.columns(library, library.record("dispute", it).all("position"))
        marks = [list(reading.modality_counts(library, c.statements)) for c in columns]
        found.append({"it": it, "columns": columns, "marks": marks})
    found.sort(key=lambda d: (-len(d["columns"]), d["it"]))
    return {"disputes": found, "matrix": reading.matrix(library, library.answers["statements"])}
