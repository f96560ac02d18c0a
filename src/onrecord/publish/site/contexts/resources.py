"""The pages of one resource: statement, deal, dispute, article, source, entity."""

from typing import Any

from onrecord.publish.site import citation
from onrecord.publish.site.contexts.pictured import network_of, strip_of
from onrecord.publish.site.contexts.scene import Scene, Values, shows
from onrecord.publish.site.pen import Pen
from onrecord.views import dealings, reading
from onrecord.views.library import Library
from onrecord.views.records import Record


@shows("statement")
def statement(at: Scene) -> Values:
    """Relations, the gloss in the other languages, citations and the query for the fact."""
    library = at.library
    s = library.record("statements", at.page.it)
    relations = [
        {
            "node": link.node,
            "direction": link.direction,
            "type": link.type,
            "value": link.value,
            "basis": link.basis,
            "is_statement": link.value in library.answers["statements"],
        }
        for link in reading.links(library, at.page.it)
    ]
    return {
        "relations": relations,
        "objects": at.pen.shown(s.all("object")),
        "others": at.pen.other_glosses(at.page.it),
        "citation": citation.of_statement(at.pen, at.page),
        "sparql": citation.query_for(at.page.it),
        "strip": strip_of(at.pen, at.page.it),
    }


@shows("deal")
def deal(at: Scene) -> Values:
    """Parties, everything said, the ledger of amounts, and the status by source."""
    library = at.library
    said = reading.about_deal(library, at.page.it)
    return {
        "statements": said,
        "ledger": reading.ledger(library, said),
        "positions": reading.positions(library, said),
        "parties": dealings.parties(library, at.page.it),
    }


@shows("dispute")
def dispute(at: Scene) -> Values:
    """The positions by speaker, and what leads from one to another."""
    library = at.library
    positions = library.record("dispute", at.page.it).all("position")
    ordered = reading.in_order(library, positions)
    links = [
        {
            "node": link.node,
            "type": link.type,
            "basis": link.basis,
            "from_link": at.pen.link(link.source),
            "to_link": at.pen.link(link.value),
        }
        for link in reading.links_between(library, ordered)
    ]
    return {
        "columns": reading.columns(library, ordered),
        "links": links,
        "matrix": reading.matrix(library, ordered),
    }


@shows("article")
def article(at: Scene) -> Values:
    """The statements paragraph by paragraph."""
    record = at.library.record("source", at.page.it)
    return {
        "paragraphs": reading.paragraphs(at.library, record),
        "count": len(record.all("recorded")),
    }


@shows("source")
def source(at: Scene) -> Values:
    """What is known through a source, recorded in it, and said in response to it."""
    library = at.library
    record = library.record("source", at.page.it)
    statements = library.answers["statements"]
    return {
        "kind": at.library.kind_of(at.page.it),
        "through": reading.in_order(library, record.all("through")),
        "recorded": reading.in_order(library, record.all("recorded")),
        "responses": reading.in_order(
            library, [r for r in record.all("response") if r in statements]
        ),
    }


@shows("entity")
def entity(at: Scene) -> Values:
    """What it said and what was said about it, without doubles, and its deals."""
    library = at.library
    record = library.record("entity", at.page.it)
    said = reading.in_order(library, record.all("said"))
    behalf = tuple(s for s in reading.in_order(library, record.all("behalf")) if s not in said)
    seen = {*said, *behalf}
    about = tuple(s for s in reading.in_order(library, record.all("about")) if s not in seen)
    seen |= set(about)
    mentioned = (s for s in reading.in_order(library, record.all("mentioned")) if s not in seen)
    return {
        "kind": at.library.kind_of(at.page.it),
        "said": said,
        "behalf": behalf,
        "about": about,
        "mentioned": tuple(mentioned),
        "amounts": reading.ledger(library, reading.in_order(library, (*said, *behalf))),
        "deals": deals_of(library, at.page.it),
        "facts": _facts(at.pen, at.page.it),
        "urls": _urls(record),
        "network": network_of(at.pen, at.page.it),
    }


def _urls(record: Record) -> list[Any]:
    """The homepages, unless an identifier gives one already."""
    schemes = {reading.local(row.get("scheme")) for row in record.rows("identifier")}
    return [] if "homepage" in schemes else record.all("url")


def deals_of(library: Library, it: str) -> list[Values]:
    """The deals that somebody takes part in, with the other parties and the amounts named."""
    roles: dict[str, list[str]] = {}
    for row in library.record("entity", it).rows("deal"):
        roles.setdefault(str(row["value"]), []).extend([str(row["role"])] if "role" in row else [])
    found = []
    for deal_iri, own in roles.items():
        parties = reading.parties(library.record("deal", deal_iri))
        found.append(
            {
                "it": deal_iri,
                "roles": own,
                "others": [p for p, _ in parties if p != it],
                "amounts": dealings.amounts(library, deal_iri),
            }
        )
    return found


_FACTS = ("member", "group", "place", "participant", "event", "officer", "published")


def _facts(pen: Pen, it: str) -> list[tuple[str, list[Any]]]:
    record = pen.library.record("entity", it)
    rows = ((pen.locale.words[f"fact_{key}"], list(record.all(key))) for key in _FACTS)
    return [(label, values) for label, values in rows if values]
