"""The pages that show no single resource, and vocabularies: what their templates show."""

from typing import Any

from onrecord.publish.site.contexts.pictured import map_of
from onrecord.publish.site.contexts.scene import Scene, Values, shows
from onrecord.publish.site.pen import Pen
from onrecord.views import dealings, reading, spoken, terms
from onrecord.views.library import Library
from onrecord.views.precedence import issues
from onrecord.views.reads import kept
from onrecord.views.shelves import newest_articles
from onrecord.views.tallies import Tally, tally


@shows("start")
def start(at: Scene) -> Values:
    """The dispute with most voices, questions with answers, figures and doors."""
    library = at.library
    told = tally(library)
    top = max(told.modalities.values(), default=1)
    disputes = list(library.of_class("Dispute"))
    return {
        "headline": _headline(library.config.title[at.pen.language]),
        "articles": newest_articles(library, 3),
        "lead": lead(library, disputes),
        "disputes": len(disputes),
        "asks": asks(at.pen),
        "figures": _figures(at.pen, told),
        "spectrum": [(m, n, round(100 * n / top, 1)) for m, n in told.modalities.items()],
        "doubled": told.doubled,
        "map": map_of(at.pen),
        "doors": _doors(at.pen, newest_articles(library, 3)),
    }


def _headline(title: str) -> str:
    """The title without the name of the project in front, which stands above it already."""
    name, _, rest = title.partition(": ")
    return rest if rest and name.casefold() == "onrecord" else title


def lead(library: Library, disputes: list[str]) -> Values | None:
    """The dispute with the most speakers, then the most positions."""
    found = []
    for it in disputes:
        columns = reading.columns_of(library, it)
        found.append((len(columns), sum(len(c.statements) for c in columns), it, columns))
    if not found:
        return None
    _, _, it, columns = max(found, key=lambda f: (f[0], f[1], f[2]))
    return {"it": it, "columns": columns}


def _figures(pen: Pen, told: Tally) -> list[tuple[int, str, str]]:
    library, w = pen.library, pen.locale.words
    deals = library.of_class("Deal")
    disputes = library.of_class("Dispute")
    return [
        (told.statements, w["nav_statements"], "statements.html"),
        (len(told.speakers), w["figure_speakers"], "entities.html"),
        (len(deals), w["nav_deals"], "deals.html"),
        (len(disputes), w["nav_disputes"], "disputes.html"),
    ]


def asks(pen: Pen) -> list[tuple[str, str, str]]:
    """Questions that a reader brings, made from the graph: address, question, what one finds."""
    library, say = pen.library, pen.locale.say
    found: list[tuple[str, str, str]] = []
    person = _most(library, "Person", "said")
    if person:
        said, named = _sizes(library, person)["said"], _amounts_said(library, person)
        key, place, n = ("sums", "amounts", named) if named else ("person", "said", said)
        name = pen.label(person)
        found.append(
            (
                f"{pen.href(person)}#{place}",
                say(f"ask_{key}", name=name),
                say(
                    "ask_sums_answer",
                    named=say("n_mentions", n=n),
                    said=say("n_statements", n=said),
                )
                if named
                else say("ask_person_answer", n=n),
            )
        )
    deal = _most_amounts(library)
    if deal:
        n = _amounts_named(library, deal)
        found.append(
            (
                f"{pen.href(deal)}#ledger",
                say("ask_amounts", name=pen.label(deal)),
                say("ask_amounts_answer", n=n),
            )
        )
    if library.of_class("Report"):
        found.append((f"{pen.home}timeline.html", say("ask_first"), _first(pen)))
    if library.of_class("Dispute"):
        found.append(
            (
                f"{pen.home}disputes.html#matrix",
                say("ask_contradicts"),
                say("ask_contradicts_answer"),
            )
        )
    company = _most(library, "Company", "deal")
    if company:
        found.append(
            (
                f"{pen.href(company)}#deals",
                say("ask_deals", name=pen.label(company)),
                say("ask_deals_answer", n=_sizes(library, company)["deal"]),
            )
        )
    return found


def _first(pen: Pen) -> str:
    """Who reported first, where there is one article and one report that came out first."""
    library, say = pen.library, pen.locale.say
    articles = library.of_class("Article")
    found = issues(library, articles[0]) if len(articles) == 1 else ()
    if not found or found[1].place != "then":
        return say("ask_first_answer")
    first = found[0]
    edtf = str(library.record("times", first.time).one("row", "edtf"))
    return say(
        "ask_first_named",
        name=", ".join(map(pen.label, first.publishers)),
        date=pen.locale.edtf(edtf).striptags(),
        source=", ".join(map(pen.label, reading.speakers(library, first.statement))),
    )


@kept("sizes")
def _sizes(library: Library, it: str) -> dict[str, int]:
    """How much an entity says, and in how many deals that somebody speaks of it takes part."""
    record = library.record("entity", it)
    deals = [d for d in record.all("deal") if dealings.kernel(library, str(d))]
    return {"said": len(spoken.spoken(record)["said"]), "deal": len(deals)}


@kept("amounts said")
def _amounts_said(library: Library, it: str) -> int:
    return len(reading.ledger(library, map(str, library.record("entity", it).all("said"))))


@kept("amounts named")
def _amounts_named(library: Library, deal: str) -> int:
    return len(reading.ledger(library, reading.about_deal(library, deal)))


def _most(library: Library, kind: str, part: str) -> str | None:
    """The resource of a class with the most values of a part; none where none has any."""
    sizes = {it: _sizes(library, it)[part] for it in library.of_class(kind)}
    best = max(sizes, key=lambda it: (sizes[it], it), default=None)
    return best if best and sizes[best] else None


def _most_amounts(library: Library) -> str | None:
    sizes = {it: _amounts_named(library, it) for it in library.of_class("Deal")}
    best = max(sizes, key=lambda it: (sizes[it], it), default=None)
    return best if best and sizes[best] else None


def _doors(pen: Pen, articles: list[str]) -> dict[str, list[tuple[str, Any]]]:
    w, home = pen.locale.words, pen.home
    return {
        "read": [
            *((pen.href(a) or "", pen.name(a)) for a in articles),
            (f"{home}disputes.html", w["nav_disputes"]),
            (f"{home}timeline.html", w["nav_timeline"]),
        ],
        "explore": [
            (f"{home}{a}.html", w[f"nav_{k}"])
            for k, a in (
                ("statements", "statements"),
                ("map", "money-map"),
                ("entities", "entities"),
                ("search", "search"),
            )
        ],
        "data": [
            (f"{home}{a}.html", w[f"nav_{k}"])
            for k, a in (
                ("sparql", "sparql"),
                ("questions", "questions"),
                ("data", "data"),
                ("ontology", "ontology/onrecord"),
            )
        ],
    }


@shows("ontology")
def ontology(at: Scene) -> Values:
    """All terms by kind, with uses and examples."""
    groups = terms.terms(at.library)
    return {
        "groups": [(key, found) for key, found in groups.items() if found],
        "schemes": terms.schemes(at.library),
        "ids": [reading.local(t.it) for found in groups.values() for t in found],
    }


@shows("scheme")
def scheme(at: Scene) -> Values:
    """The concepts of a scheme; those with a mark show it."""
    marked = at.page.it.rpartition("/")[2] in ("modality", "origin")
    found = terms.concepts(at.library, at.page.it)
    return {
        "concepts": [
            {
                "it": c.it,
                "compact": c.compact,
                "uses": c.uses,
                "example": c.example,
                "marked": marked,
            }
            for c in found
        ],
        "ids": [reading.local(c.it) for c in found],
    }


@shows("resource")
def resource(at: Scene) -> Values:
    """Any other document: its class, and for a named graph how much it holds."""
    return {
        "kind": at.library.kind_of(at.page.it),
        "holds": at.library.graphs.get(at.page.it, 0),
    }
