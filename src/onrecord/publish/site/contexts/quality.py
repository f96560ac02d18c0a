"""The quality page: what is evidenced, what was found, and how good the machine's proposals are."""

from typing import Any, Final

from onrecord.names import ONR, SCHEME, SHAPES
from onrecord.publish.catalog.fair import fair
from onrecord.publish.losses import GONE
from onrecord.publish.site.contexts.scene import Scene, Values, shows
from onrecord.publish.site.pen import Pen
from onrecord.review.content import in_words
from onrecord.review.counts import agreements, reviewed, rule_counts
from onrecord.views import reading
from onrecord.views.drawers import drawers
from onrecord.views.library import Library
from onrecord.views.reads import kept, remembered
from onrecord.views.shelves import MOST, newest_articles

_MOST_ARTICLES = 20


_CLASSES: Final = {"company": "Company", "person": "Person", "medium": "NewsMedium"}


@shows("proposal")
def proposal(at: Scene) -> Values:
    """What a machine proposed, in the words of the page; dates stay codes."""
    record, pen = at.library.record("proposal", at.page.it), at.pen
    kind, words = reading.local(record.one("kind")), pen.locale.words

    def named(scheme: str, name: str) -> str:
        iri = f"{SCHEME}{scheme}#{name}"
        if scheme in ("class", "relation"):
            iri = ONR + _CLASSES.get(name, name)
        return pen.label(iri) if at.library.texts.get(iri) else name

    contents = (str(v) for v in record.all("content"))
    told = (in_words(kind, v, named, pen.language, lambda k: words[f"said_{k}"]) for v in contents)
    return {"contents": list(told)}


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
    # On the page the focus node has a column of its own.
    named = f"{pen.library.config.names.compact(finding.focus)}: "
    message = finding.message_de if pen.language == "de" else finding.message.removeprefix(named)
    # What was published and is gone has no page that a link could lead to.
    focus, gone = finding.focus, finding.rule == GONE
    return {
        "severity": finding.severity,
        "focus": focus and (pen.name(focus) if gone else pen.link(focus)),
        "place": finding.place,
        "message": message or finding.message,
        "rule": reading.local(rule) or rule,
        "shape": shape,
    }


def _shares(pen: Pen) -> list[tuple[str, int, int, float]]:
    library, w = pen.library, pen.locale.words
    of = dict.fromkeys(("anchor", "source", "explicit", "reviewed"), (0, 0))
    for key in library.reads.kept("share drawers"):
        for name, (n, total) in library.reads.kept("shares", key).items():
            of[name] = (of[name][0] + n, of[name][1] + total)
    companies = library.of_class("Company", "Person", "NewsMedium")
    of["identified"] = sum(_identified(library, c) for c in companies), len(companies)
    rows = [(w[f"share_{name}"], *counts) for name, counts in of.items()]
    return [(word, n, of, round(100 * n / of, 1) if of else 0.0) for word, n, of in rows]


@remembered
def _drawers(library: Library) -> dict[str, list[str]]:
    """Statements, and what has relations, in drawers."""
    told = {*library.answers["statements"], *library.answers["relations"]}
    return drawers(sorted(map(str, told)))


@kept("share drawers")
def _keys(library: Library, _: str) -> list[str]:
    return list(_drawers(library))


@kept("in a share drawer")
def _inside(library: Library, key: str) -> list[str]:
    # The key tells what is in there: whatever else there is is not read for it.
    return library.reads.during(lambda: _drawers(library).get(key, []))[0]


@kept("shares")
def _counted(library: Library, key: str) -> dict[str, tuple[int, int]]:
    """Of a drawer: statements of the article that have an anchor, and others that have a document,
    of how many; relations that are express; statements with more than a machine's word."""
    inside: list[str] = library.reads.kept("in a share drawer", key)
    said = [
        library.record("statements", it) for it in inside if it in library.answers["statements"]
    ]
    printed = [bool(of.all("anchor")) for of in said if of.all("paragraph")]
    background = [bool(of.all("document")) for of in said if not of.all("paragraph")]
    rows = [row for it in inside for row in library.record("relations", it).rows("out")]
    express = [reading.local(row.get("basis")) == "explicit" for row in rows]
    read = [reading.local(of.one("origin")) != "extracted" for of in said]
    parts = {"anchor": printed, "source": background, "explicit": express, "reviewed": read}
    return {name: (sum(found), len(found)) for name, found in parts.items()}


@kept("identified")
def _identified(library: Library, it: str) -> bool:
    return bool(library.record("entity", it).rows("identifier"))


def _by_paragraph(library: Library, article: str) -> list[tuple[int, int, int]]:
    rows = []
    for p in reading.paragraphs(library, library.record("source", article)):
        anchored = sum(bool(library.record("statements", s).all("anchor")) for s in p.statements)
        rows.append((p.number, len(p.statements), anchored))
    return rows
