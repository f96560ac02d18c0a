"""Documentation pages: search, SPARQL, questions, data, shapes, quality, changes, legend, cite."""

from functools import partial
from typing import Any

from markupsafe import Markup, escape

from onrecord.diff import KINDS, ChangeSet
from onrecord.names import SCHEME, SHAPES
from onrecord.publish.catalog.fair import fair
from onrecord.publish.site import citation
from onrecord.publish.site.assets.styles import packaged
from onrecord.publish.site.contexts.scene import Scene, Values, shows
from onrecord.publish.site.contexts.shelving import shelves, shelving
from onrecord.publish.site.edition import Edition
from onrecord.publish.site.marks import BADGES, LINES
from onrecord.publish.site.pen import Pen, escaped
from onrecord.review.counts import agreements, reviewed, rule_counts
from onrecord.views import reading, terms
from onrecord.views.library import Library
from onrecord.views.records import Iri, Row, Text
from onrecord.views.shelves import MOST, WINDOW, Shelf, by_name, newest_articles

_MOST_CHANGES = 300
_MOST_ARTICLES = 20
_SH = "http://www.w3.org/ns/shacl#"
_FIRST_QUERY = """PREFIX onr: <https://w3id.org/onrecord/ns#>
SELECT ?speaker ?gloss ?modality WHERE {
  ?statement a onr:Statement ;
    onr:statedBy ?speaker ; onr:gloss ?gloss ; onr:modality ?modality .
  FILTER (LANG(?gloss) = "%s")
}
LIMIT 20"""


@shelves("search")
def search_shelves(library: Library) -> Shelf:
    """Everything that a search finds; of much only what has a name, since statements have lists."""
    found = library.findable()
    if len(found) > MOST:
        found = [it for it in found if library.view_of(it).name != "statement"]
    return by_name(found)


@shows("search")
def search(at: Scene) -> Values:
    """Everything from A to Z, for readers with no script; of much the names on a shelf."""
    place = shelving(at)
    letters: dict[str, list[tuple[str, str, str]]] = {}
    for it in () if place.cut else place.shelf.items:
        name = at.pen.label(it)
        first = name[:1].upper()
        kind = at.pen.label(at.library.kind_of(it))
        letters.setdefault(first if first.isalpha() else "#", []).append((name, kind, it))
    return {
        "shelving": place,
        "without": len(at.library.findable()) - place.total,
        "index": [
            (letter, [(kind, it) for _, kind, it in sorted(letters[letter])])
            for letter in sorted(letters)
        ],
    }


@shows("sparql")
def sparql(at: Scene) -> Values:
    """The competency questions as examples with their answers."""
    return {
        "questions": _questions(at.edition, at.pen),
        "default_query": _FIRST_QUERY % at.pen.language,
    }


@shows("questions")
def questions(at: Scene) -> Values:
    """The competency questions with their answers."""
    return {"questions": _questions(at.edition, at.pen)}


def _questions(edition: Edition, pen: Pen) -> list[Values]:
    """The questions of the publication; both pages lie at the same depth, so they share them."""
    return edition.once(("questions", pen.language), lambda _: _answered(edition, pen))


def _answered(edition: Edition, pen: Pen) -> list[Values]:
    return [
        {
            "id": f"{q.number:02d}",
            "text": q.text[pen.language],
            "explanation": q.explanation[pen.language],
            "query": q.query,
            "table": answer_table(pen, *edition.answer(q)),
        }
        for q in edition.publication.questions
    ]


def answer_table(pen: Pen, columns: list[str], rows: list[Row]) -> Markup:
    """The rows of an answer as a table whose IRIs are links; one value stands alone."""
    if not columns:
        value = pen.locale.words["yes" if rows else "no"]
        return Markup(f'<p class="verdict"><strong>{escape(value)}</strong></p>')
    head = "".join(f'<th scope="col">{escape(c)}</th>' for c in columns)
    body = "\n".join(f"<tr>{''.join(_cell(pen, row.get(c)) for c in columns)}</tr>" for row in rows)
    return Markup(f"<table><thead><tr>{head}</tr></thead><tbody>\n{body}\n</tbody></table>")


def _cell(pen: Pen, value: Iri | Text | None) -> str:
    return f"<td>{'' if value is None else escaped(pen.value(value))}</td>"


@shows("data")
def data(at: Scene) -> Values:
    """The dumps with their hashes, and the named graphs with their sizes."""
    library = at.library
    first = next(iter(library.of_class("Company", "Person", "Article")), "")
    return {
        "dumps": list(at.edition.publication.dumps),
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


@shows("quality")
def quality(at: Scene) -> Values:
    """Coverage as shares, every finding with a link, and each article by paragraph."""
    library = at.library
    findings = list(getattr(at.edition.publication.report, "findings", ()))
    report = library.config.names.graph("report")
    kinds = ("violation", "warning", "info")
    articles = newest_articles(library, _MOST_ARTICLES)
    once = at.edition.once
    read = once("reviewed", lambda of: reviewed(of.graph))
    return {
        "shares": _shares(at.pen),
        "findings": [_finding(at.pen, f) for f in findings[:MOST]],
        "more_findings": max(0, len(findings) - MOST),
        "counts": {k: sum(f.severity == k for f in findings) for k in kinds},
        "decisions": _decisions(library),
        "report": report if report in library.documents else "",
        "articles": [{"it": a, "rows": _by_paragraph(library, a)} for a in articles],
        "more_articles": len(library.of_class("Article")) - len(articles),
        "rules": once("rules", lambda _: rule_counts(read)),
        "agreements": once("agreements", lambda of: agreements(of.graph, read)[:_MOST_ARTICLES]),
        "fair": [
            (
                m.identifier,
                m.title[at.pen.language],
                m.score,
                m.total,
                m.passed,
                m.evidence[at.pen.language],
            )
            for m in once("fair", fair)
        ],
    }


def _decisions(library: Library) -> list[tuple[str, list[str]]]:
    """The machine's proposals by how a person decided on them."""
    found: dict[str, list[str]] = {}
    for record in library.all("proposal"):
        found.setdefault(str(record.one("decision") or ""), []).append(record.it)
    return sorted(found.items())


def _finding(pen: Pen, finding: Any) -> Values:
    rule = str(finding.rule)
    shape = pen.href(rule) if rule.startswith(SHAPES) else ""
    message = finding.message_de if pen.language == "de" else finding.message
    return {
        "severity": finding.severity,
        "focus": finding.focus,
        "place": finding.place,
        "message": message or finding.message,
        "rule": reading.local(rule) or rule,
        "shape": shape,
    }


def _shares(pen: Pen) -> list[tuple[str, int, int, float]]:
    library, w, kept = pen.library, pen.locale.words, pen.library.reads.kept
    found = library.answers["statements"]
    said = [kept(f"shares {it}", partial(_counted, library, it)) for it in found]
    printed = [anchor for paragraph, anchor, _, _ in said if paragraph]
    background = [document for paragraph, _, document, _ in said if not paragraph]
    ties = library.answers["relations"]
    relations = [kept(f"explicit {it}", partial(_explicit, library, it)) for it in ties]
    companies = library.of_class("Company", "Person", "NewsMedium")
    known = [kept(f"identified {c}", partial(_identified, library, c)) for c in companies]
    counted = (
        ("share_anchor", sum(printed), len(printed)),
        ("share_source", sum(background), len(background)),
        ("share_explicit", sum(n for n, _ in relations), sum(of for _, of in relations)),
        ("share_reviewed", sum(reviewed for *_, reviewed in said), len(said)),
        ("share_identified", sum(known), len(known)),
    )
    return [(w[k], n, of, round(100 * n / of, 1) if of else 0.0) for k, n, of in counted]


def _counted(library: Library, it: str) -> tuple[bool, bool, bool, bool]:
    """Whether a statement has a paragraph, an anchor, a document, more than a machine's word."""
    record = library.record("statements", it)
    paragraph, anchor, document = (bool(record.all(p)) for p in ("paragraph", "anchor", "document"))
    return paragraph, anchor, document, reading.local(record.one("origin")) != "extracted"


def _explicit(library: Library, it: str) -> tuple[int, int]:
    """How many relations that start from a statement are express, of how many."""
    rows = library.record("relations", it).rows("out")
    return sum(reading.local(row.get("basis")) == "explicit" for row in rows), len(rows)


def _identified(library: Library, it: str) -> bool:
    return bool(library.record("entity", it).rows("identifier"))


def _by_paragraph(library: Library, article: str) -> list[tuple[int, int, int]]:
    rows = []
    for p in reading.paragraphs(library, library.record("source", article)):
        anchored = sum(bool(library.record("statements", s).all("anchor")) for s in p.statements)
        rows.append((p.number, len(p.statements), anchored))
    return rows


@shows("changes")
def changes(at: Scene) -> Values:
    """What each release changed, the newest first, and what this one holds."""
    library = at.library
    return {
        "releases": [_release(at.pen, s) for s in at.edition.publication.changes],
        "counts": {
            "statements": len(library.answers["statements"]),
            "deals": len(library.of_class("Deal")),
            "disputes": len(library.of_class("Dispute")),
        },
    }


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
    order = [*LINES, *BADGES]
    name = reading.local(concept)
    return (order.index(name) if name in order else len(order), concept)


@shows("cite")
def cite(at: Scene) -> Values:
    """How to cite the whole publication."""
    config = at.library.config
    words = at.pen.locale.words
    title = config.title[at.pen.language]
    return {"citation": citation.cite(at.pen, at.page, "", title, words["cite_container"])}


@shows("about")
def about(_: Scene) -> Values:
    """Whether the licences of bundled code are published with the site."""
    return {"licences": "THIRD-PARTY-LICENSES.txt" in packaged()}
