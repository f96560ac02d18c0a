"""Documentation pages: data, shapes, changes, legend, cite, about."""

from markupsafe import Markup

from onrecord.diff import KINDS, ChangeSet
from onrecord.names import SCHEME, SHAPES
from onrecord.publish.site import citation
from onrecord.publish.site.assets.styles import packaged
from onrecord.publish.site.contexts.scene import Scene, Values, shows
from onrecord.publish.site.marks import BADGES, LINES
from onrecord.publish.site.pen import Pen
from onrecord.views import reading, terms
from onrecord.views.library import Library
from onrecord.views.reads import kept
from onrecord.views.records import Row
from onrecord.views.shelves import WINDOW

_MOST_CHANGES = 300
_FORMS = ("direct", "indirect", "reported", "editorial")
_SH = "http://www.w3.org/ns/shacl#"


@shows("data")
def data(at: Scene) -> Values:
    """The dumps with their hashes, and the named graphs with their sizes."""
    library = at.library
    first = next(iter(library.of_class("Company", "Person", "Article")), "")
    return {
        "dumps": list(at.edition.publication.dumps()),
        **_graphs(library),
        "example": library.paths.get(first, "company/…"),
    }


def _graphs(library: Library) -> Values:
    """The named graphs with their sizes; of many those of the articles by kind."""
    found = library.graphs
    if len(found) <= WINDOW:
        return {"graphs": list(found.items()), "folded": []}
    folder = f"{library.config.base}graph/"
    kinds: dict[str, list[int]] = {}
    single = []
    for iri, size in found.items():
        kind, slash, _ = iri.removeprefix(folder).partition("/")
        if slash:
            kinds.setdefault(f"{folder}{kind}/", []).append(size)
        else:
            single.append((iri, size))
    return {"graphs": single, "folded": [(k, len(n), sum(n)) for k, n in kinds.items()]}


@shows("shapes")
def shapes(at: Scene) -> Values:
    """Each shape with what it holds for and what its rules demand."""
    library = at.library
    found = []
    taken: set[str] = set()
    for record in library.all("shapes"):
        rules = [_rule(at.pen, row, taken) for row in record.rows("rule")]
        found.append(
            {
                "it": record.it,
                "compact": library.config.names.compact(record.it),
                "name": _shape_text(at.pen, record.it, "name") or at.pen.name(record.it),
                "description": _shape_text(at.pen, record.it, "description"),
                "targets": record.all("target"),
                "rules": rules,
            }
        )
    ids = [reading.local(s["it"]) for s in found] + [reading.local(it) for it in taken]
    return {"shapes": found, "ids": ids}


def _rule(pen: Pen, row: Row, taken: set[str]) -> Values:
    it = str(row["value"])
    own_id = it.startswith(SHAPES) and it not in taken
    taken.add(it)
    low, high = row.get("min"), row.get("max")
    count = _count(pen, low, high)
    severity = str(row.get("severity", "Violation")).rpartition("#")[2].lower()
    path = row.get("path")
    return {
        "it": it,
        "own_id": own_id,
        "name": _shape_text(pen, it, "name") or (pen.link(path) if path else pen.name(it)),
        "message": _shape_text(pen, it, "message") or _shape_text(pen, it, "description"),
        "severity": severity,
        "count": count,
    }


def _count(pen: Pen, low: str | None, high: str | None) -> str:
    """How many values a rule wants, in words."""
    if low and low == high:
        return str(pen.locale.say("count_exactly", n=low))
    parts = [("count_at_least", low if low != "0" else None), ("count_at_most", high)]
    return ", ".join(str(pen.locale.say(key, n=n)) for key, n in parts if n)


def _shape_text(pen: Pen, it: str, key: str) -> Markup:
    found = pen.library.text(it, _SH + key, pen.language)
    return pen.tagged(found) if found is not None else Markup("")


@shows("changes")
def changes(at: Scene) -> Values:
    """What each release changed, the newest first, and what this one holds."""
    library = at.library
    return {
        "releases": [_release(at.pen, s) for s in at.edition.publication.changes],
        "counts": {
            "statements": library.reads.kept("how many statements"),
            "deals": len(library.of_class("Deal")),
            "disputes": len(library.of_class("Dispute")),
        },
    }


@kept("how many statements")
def _statements(library: Library, _: str) -> int:
    return len(library.answers["statements"])


def _release(pen: Pen, found: ChangeSet) -> Values:
    """One release; what a first one adds is not listed one by one."""
    rows = [] if not found.old else list(found.changes)
    german = pen.language == "de"
    return {
        "version": found.new,
        "date": found.date,
        "first": not found.old,
        "counts": [(KINDS[k][not german], n) for k, n in found.counts.items()] if rows else [],
        "changes": [
            {
                "kind": KINDS[c.kind][not german],
                "name": c.name(pen.language),
                "href": pen.href(c.iri),
                "why": c.why(pen.language),
            }
            for c in rows[:_MOST_CHANGES]
        ],
        "more": max(0, len(rows) - _MOST_CHANGES),
    }


@shows("legend")
def legend(at: Scene) -> Values:
    """Every mark with its meaning, from the concept schemes."""
    groups = []
    for key, letter in (("modality", "m"), ("polarity", "p"), ("form", "f"), ("origin", "o")):
        scheme = SCHEME + key
        found = sorted((c.it for c in terms.concepts(at.library, scheme)), key=_rank)
        groups.append({"key": key, "letter": letter, "scheme": scheme, "concepts": found})
    return {"groups": groups}


def _rank(concept: str) -> tuple[int, str]:
    """The order in which the lines and shapes are listed, then by name."""
    order = [*LINES, *BADGES, *_FORMS]
    name = reading.local(concept)
    return (order.index(name) if name in order else len(order), concept)


@shows("cite")
def cite(at: Scene) -> Values:
    """How to cite the whole publication."""
    return {"citation": citation.of_publication(at.pen, at.page)}


@shows("about")
def about(_: Scene) -> Values:
    """Whether the licences of bundled code are published with the site."""
    return {"licences": "THIRD-PARTY-LICENSES.txt" in packaged()}
