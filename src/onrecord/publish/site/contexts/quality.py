"""The quality page: what is evidenced, what was found, and how good the machine's proposals are."""

from typing import Any

from onrecord.names import SHAPES
from onrecord.publish.catalog.fair import fair
from onrecord.publish.site.contexts.scene import Scene, Values, shows
from onrecord.publish.site.pen import Pen
from onrecord.review.counts import agreements, reviewed, rule_counts
from onrecord.views import reading
from onrecord.views.library import Library
from onrecord.views.reads import kept
from onrecord.views.shelves import MOST, newest_articles

_MOST_ARTICLES = 20


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
    return {
        "severity": finding.severity,
        "focus": finding.focus,
        "place": finding.place,
        "message": message or finding.message,
        "rule": reading.local(rule) or rule,
        "shape": shape,
    }


def _shares(pen: Pen) -> list[tuple[str, int, int, float]]:
    library, w = pen.library, pen.locale.words
    found = library.answers["statements"]
    said = [_counted(library, it) for it in found]
    printed = [anchor for paragraph, anchor, _, _ in said if paragraph]
    background = [document for paragraph, _, document, _ in said if not paragraph]
    ties = library.answers["relations"]
    relations = [_explicit(library, it) for it in ties]
    companies = library.of_class("Company", "Person", "NewsMedium")
    known = [_identified(library, c) for c in companies]
    counted = (
        ("share_anchor", sum(printed), len(printed)),
        ("share_source", sum(background), len(background)),
        ("share_explicit", sum(n for n, _ in relations), sum(of for _, of in relations)),
        ("share_reviewed", sum(decided for *_, decided in said), len(said)),
        ("share_identified", sum(known), len(known)),
    )
    return [(w[k], n, of, round(100 * n / of, 1) if of else 0.0) for k, n, of in counted]


@kept("shares")
def _counted(library: Library, it: str) -> tuple[bool, bool, bool, bool]:
    """Whether a statement has a paragraph, an anchor, a document, more than a machine's word."""
    record = library.record("statements", it)
    paragraph, anchor, document = (bool(record.all(p)) for p in ("paragraph", "anchor", "document"))
    return paragraph, anchor, document, reading.local(record.one("origin")) != "extracted"


@kept("explicit")
def _explicit(library: Library, it: str) -> tuple[int, int]:
    """How many relations that start from a statement are express, of how many."""
    rows = library.record("relations", it).rows("out")
    return sum(reading.local(row.get("basis")) == "explicit" for row in rows), len(rows)


@kept("identified")
def _identified(library: Library, it: str) -> bool:
    return bool(library.record("entity", it).rows("identifier"))


def _by_paragraph(library: Library, article: str) -> list[tuple[int, int, int]]:
    rows = []
    for p in reading.paragraphs(library, library.record("source", article)):
        anchored = sum(bool(library.record("statements", s).all("anchor")) for s in p.statements)
        rows.append((p.number, len(p.statements), anchored))
    return rows
