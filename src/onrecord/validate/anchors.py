"""Anchors + the article's text → findings: what moved, what is gone, a text that is another one."""

from dataclasses import dataclass
from pathlib import Path

from onrecord import evidence
from onrecord.article import Article
from onrecord.errors import TextError, UsageError
from onrecord.extract.clean import read_text
from onrecord.graph import KnowledgeGraph
from onrecord.names import ONR
from onrecord.report import Finding


@dataclass(frozen=True, slots=True)
class AnchorFindings:
    """How many anchors were looked at, how many are unchanged, and what is wrong."""

    total: int
    unchanged: int
    findings: tuple[Finding, ...]


def article_for(
    graph: KnowledgeGraph,
    known: tuple[str, ...],
    slug: str | None,
    path: Path,
    *,
    strip_html: bool = False,
) -> Article:
    """The article that a text belongs to: the one named, the only one, or the one whose hash fits.

    Raises `UsageError` where that cannot be told.
    """
    if slug is not None and slug not in known:
        raise UsageError(f"there is no article {slug!r}", hint=f"articles: {', '.join(known)}")
    if slug is not None or len(known) == 1:
        return read_text(slug or known[0], path, strip_html=strip_html)
    for candidate in known:
        text = read_text(candidate, path, strip_html=strip_html)
        if evidence.stated_hash(graph, candidate) == text.text_hash:
            return text
    raise UsageError(
        f"{path.name} is the text of no article here, by its hash",
        hint="name the article with --article",
    )


def anchor_findings(graph: KnowledgeGraph, article: Article) -> AnchorFindings:
    """Verifies every anchor of the article in its text."""
    findings: list[Finding] = []
    try:
        evidence.check_text(graph, article.slug, article)
    except TextError as error:
        findings.append(
            Finding(
                "violation",
                graph.names.iri("article", article.slug),
                error.message,
                "text-hash",
                "der Text ist nicht der, der kuratiert wurde",
                file=error.file,
                line=error.line,
                article=article.slug,
            )
        )
    verdicts = evidence.verify(graph, article.slug, article)
    findings += [_finding(graph, v, article.slug) for v in verdicts if v.state != "unchanged"]
    findings += _missing(graph, article.slug, {v.subject for v in verdicts})
    unchanged = sum(v.state == "unchanged" for v in verdicts)
    return AnchorFindings(len(verdicts), unchanged, tuple(findings))


def _finding(graph: KnowledgeGraph, verdict: evidence.Verdict, slug: str) -> Finding:
    file, line = graph.locate(verdict.subject, ONR + "anchorPhrase")
    german = "der Anker steht woanders" if verdict.state == "moved" else "der Anker fehlt im Text"
    todo = f"run 'onrecord anchor {slug} --text FILE --update'"
    if verdict.state == "gone":
        todo = f"see that the phrase stands in the text, then {todo}"
    return Finding(
        "violation",
        verdict.subject,
        f"{graph.names.compact(verdict.subject)}: {verdict.message}; {todo}",
        f"anchor-{verdict.state}",
        german,
        value=verdict.anchor,
        file=file,
        line=line,
        article=slug,
    )


def _missing(graph: KnowledgeGraph, slug: str, anchored: set[str]) -> list[Finding]:
    found = []
    for request in evidence.requests(graph, slug):
        if request.subject in anchored:
            continue
        line = request.source.line_of(request.subject, ONR + "anchorPhrase")
        found.append(
            Finding(
                "violation",
                request.subject,
                f"{graph.names.compact(request.subject)}: the phrase has no place yet; "
                "run 'onrecord anchor'",
                "anchor-missing",
                "der Anker hat noch keine Stelle",
                file=request.source.name,
                line=line,
                article=slug,
            )
        )
    return found
