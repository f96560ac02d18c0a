"""The pages of one resource: statement, deal, dispute, article, source, entity."""

from collections import Counter
from collections.abc import Mapping
from typing import Any

from onrecord.publish.site import citation
from onrecord.publish.site.contexts.pictured import network_of, strip_of
from onrecord.publish.site.contexts.scene import Scene, Values, shows
from onrecord.publish.site.contexts.shelving import section, sections
from onrecord.publish.site.pen import Pen
from onrecord.views import dealings, reading, spoken, stories
from onrecord.views.library import Library
from onrecord.views.records import Record
from onrecord.views.shelves import MOST, WINDOW, Shelf, by_date


@shows("statement")
def statement(at: Scene) -> Values:
    """Relations, the gloss in the other languages, citations and the query for the fact."""
    library = at.library
    s = library.record("statements", at.page.it)
    relations: dict[str, list[reading.Link]] = {}
    for link in reading.links(library, at.page.it):
        relations.setdefault(link.value, []).append(link)
    return {
        "relations": [
            {"value": it, "links": links, "is_statement": it in library.answers["statements"]}
            for it, links in relations.items()
        ],
        "objects": at.pen.shown(s.all("object")),
        "others": at.pen.other_glosses(at.page.it),
        "citation": citation.of_statement(at.pen, at.page),
        "sparql": citation.query_for(at.page.it),
        "strip": strip_of(at.pen, at.page.it),
        "through": reading.through(s),
        "relayed": spoken.relayed(s),
    }


@sections("deal")
def deal_sections(library: Library, it: str) -> Mapping[str, Shelf]:
    """What is said about a deal."""
    return {"statements": by_date(library, reading.about_deal(library, it))}


@shows("deal")
def deal(at: Scene) -> Values:
    """Parties, what is said, the ledger of amounts, and the status by source; where nobody speaks
    of the status, what puts the deal itself."""
    library = at.library
    place = section(at, "statements")
    said = [s for g in place.groups for s in g.statements]
    positions = reading.positions(library, said)
    return {
        "statements": place,
        "ledger": reading.ledger(library, said),
        "positions": positions or dealings.putting(library, at.page.it, said),
        "no_status": "" if positions else dealings.known_by(library, at.page.it),
        "parties": dealings.parties(library, at.page.it),
    }


@shows("dispute")
def dispute(at: Scene) -> Values:
    """The positions by speaker, and what leads from one to another."""
    library = at.library
    positions = library.record("dispute", at.page.it).all("position")
    ordered = reading.in_order(library, positions)
    between = reading.links_between(library, ordered)
    links = [
        {
            "node": link.node,
            "type": link.type,
            "basis": link.basis,
            "from_link": at.pen.link(link.source),
            "to_link": at.pen.link(link.value),
        }
        for link in between
    ]
    return {
        "columns": reading.columns(library, ordered),
        "links": links,
        "matrix": reading.matrix_of(library, between),
    }


@shows("story")
def story(at: Scene) -> Values:
    """A dispute across articles: the course of each speaker, and chapter after chapter."""
    found = stories.story(at.library, at.page.it)
    assert found is not None
    left = sum(len(c.turns) for c in found.chapters) - MOST
    full = []
    for chapter in found.chapters:
        full.append(left <= 0)
        left -= len(chapter.turns)
    turns = [turn.statement for chapter in found.chapters for turn in chapter.turns]
    return {
        "numbers": {it: n for n, it in enumerate(turns, 1)},
        "courses": found.courses,
        "chapters": list(zip(found.chapters, full, strict=True)),
        "span": stories.span(at.library, found),
    }


@shows("article")
def article(at: Scene) -> Values:
    """The statements paragraph by paragraph."""
    record = at.library.record("source", at.page.it)
    paragraphs = reading.paragraphs(at.library, record)
    told = (at.pen.statement(it).one("modality") for p in paragraphs for it in p.statements)
    modalities = [it for it, _ in Counter(it for it in told if it).most_common()]
    return {
        "paragraphs": paragraphs,
        "modalities": _by_bar(modalities),
        "count": len(record.all("recorded")),
    }


_BARS = (
    ("asserted",),
    ("planned", "intention", "conditional"),
    ("hearsay", "probable", "possible"),
    ("hope", "belief"),
)
"""Modalities of which the small bars beside an article look alike."""


def _by_bar(modalities: list[Any]) -> list[list[Any]]:
    """Modalities with those of the same bar together; one with none of these by itself."""
    found: dict[object, list[Any]] = {}
    for it in modalities:
        name = reading.local(it)
        bar = next((n for n, alike in enumerate(_BARS) if name in alike), name)
        found.setdefault(bar, []).append(it)
    return list(found.values())


@sections("source")
def source_sections(library: Library, it: str) -> Mapping[str, Shelf]:
    """What is known through a source, recorded in it, and said in response to it."""
    parts = reading.drawn(library, it)
    return {part: by_date(library, found) for part, found in parts.items()}


@shows("source")
def source(at: Scene) -> Values:
    """The kind of a source and its statements."""
    return {
        "kind": at.library.kind_of(at.page.it),
        "sections": {p: section(at, p) for p in ("through", "recorded", "response")},
    }


@sections("entity")
def entity_sections(library: Library, it: str) -> Mapping[str, Shelf]:
    """What somebody said, what was said on its behalf, there and about it, without doubles."""
    parts = spoken.spoken(library.record("entity", it))
    return {part: by_date(library, own) for part, own in parts.items()}


@shows("entity")
def entity(at: Scene) -> Values:
    """What it said and what was said about it, its deals and what is known of it."""
    library = at.library
    record = library.record("entity", at.page.it)
    places = {part: section(at, part) for part in spoken.SPOKEN}
    mouths = ("said", "relayed", "behalf")
    named = [s for part in mouths for g in places[part].groups for s in g.statements]
    deals = deals_of(library, at.page.it)
    network, drawn = network_of(at.pen, at.page.it)
    tallied = _tallied(at, {part: place.total for part, place in places.items()})
    return {
        "kind": at.library.kind_of(at.page.it),
        "sections": places,
        "tallied": tallied,
        "told": ", ".join(f"{count} {how}" for count, how, _ in tallied),
        "amounts": reading.ledger(library, reading.in_order(library, named)),
        "deals": deals[:WINDOW],
        "more_deals": max(0, len(deals) - WINDOW),
        "disputes": record.all("dispute")[:WINDOW],
        "more_disputes": max(0, len(record.all("dispute")) - WINDOW),
        "facts": _facts(at.pen, at.page.it),
        "urls": _urls(record),
        "network": network,
        "drawn": drawn,
    }


def _tallied(at: Scene, totals: Mapping[str, int]) -> list[tuple[str, str, str]]:
    """How many statements belong to an entity in each way, in words, and the section they are in;
    where it is only mentioned, nothing is told of it."""
    w, kind = at.pen.locale.words, reading.local(at.library.kind_of(at.page.it))
    return [
        (at.pen.locale.number(n), w.get(f"tally_{part}_{kind}", w[f"tally_{part}"]), part)
        for part, n in totals.items()
        if n and part != "mentioned"
    ]


@shows("shelf")
def shelf(at: Scene) -> Values:
    """One shelf of the statements of a resource."""
    name = at.page.shelf.partition("/")[0]
    anchor = {"statements": "all"}.get(name, name)
    return {"section": name, "anchor": anchor, "place": section(at, name)}


def _urls(record: Record) -> list[Any]:
    """The homepages, unless an identifier gives one already."""
    schemes = {reading.local(row.get("scheme")) for row in record.rows("identifier")}
    return [] if "homepage" in schemes else record.all("url")


def deals_of(library: Library, it: str) -> list[Values]:
    """The deals that somebody takes part in, the firmest first, with the other parties and the
    amounts named."""
    roles: dict[str, list[str]] = {}
    for row in library.record("entity", it).rows("deal"):
        roles.setdefault(str(row["value"]), []).extend([str(row["role"])] if "role" in row else [])
    found = []
    for deal_iri in dealings.firmest_first(library, roles):
        parties = dealings.partners(library, deal_iri)
        found.append(
            {
                "it": deal_iri,
                "roles": roles[deal_iri],
                "status": dealings.told_status(library, deal_iri),
                "others": [p for p, _ in parties if p != it],
                "amounts": dealings.amounts(library, deal_iri),
                "denied": dealings.denied(library, deal_iri),
            }
        )
    return found


_FACTS = ("member", "group", "place", "participant", "event", "officer", "published")


def _facts(pen: Pen, it: str) -> list[tuple[str, list[Any]]]:
    record = pen.library.record("entity", it)
    rows = ((pen.locale.words[f"fact_{key}"], list(record.all(key))) for key in _FACTS)
    return [(label, values) for label, values in rows if values]
