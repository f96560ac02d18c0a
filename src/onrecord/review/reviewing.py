"""A workspace's `extracted.ttl` and `review.ttl` in, written anew with every decision kept."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import pyoxigraph as ox

from onrecord import evidence
from onrecord.article import Article
from onrecord.errors import UsageError
from onrecord.extract.records import Extraction
from onrecord.extract.register import Known
from onrecord.graph import TOMBSTONES, KnowledgeGraph, load
from onrecord.names import ONR, document
from onrecord.rdf import Source, read
from onrecord.review.carry import Carried, carry, with_hashes
from onrecord.review.files import (
    EXTRACTED,
    REVIEW,
    described,
    proposal_iri,
    read_decisions,
    read_proposals,
    write_proposals,
    write_review,
)
from onrecord.review.interrupted import Underway
from onrecord.review.proposals import proposals
from onrecord.review.records import Decision, Proposal
from onrecord.workspace import ArticleFolder, Workspace

_ENDS: Final = (ONR + "proposedFrom", ONR + "proposedTo")


@dataclass(frozen=True, slots=True)
class Reviewed:
    """What the two files of an article say; `former` are proposals that stand in `review.ttl`
    because the machine makes them no longer, `kept` their triples."""

    proposals: tuple[Proposal, ...] = ()
    decisions: tuple[Decision, ...] = ()
    former: tuple[Proposal, ...] = ()
    kept: tuple[ox.Triple, ...] = ()


@dataclass(frozen=True, slots=True)
class Written:
    """The outcome of `update`: all proposals, and what became of the decisions; `former` are the
    proposals of before, by key."""

    proposals: tuple[Proposal, ...]
    carried: Carried
    former: Mapping[str, Proposal]


def read_review(workspace: Workspace, slug: str) -> Reviewed:
    """Reads both files of an article; those that are not there are empty."""
    folder, names = workspace.article(slug), workspace.config.names
    extracted, review = (_source(workspace, folder, name) for name in (EXTRACTED, REVIEW))
    return Reviewed(
        read_proposals(extracted, slug, names) if extracted else (),
        read_decisions(review, slug, names) if review else (),
        read_proposals(review, slug, names) if review else (),
        described(review) if review else (),
    )


def update(
    workspace: Workspace,
    found: Extraction,
    article: Article,
    known: Sequence[Known],
) -> Written:
    """Writes the proposals of an extraction to `extracted.ttl`, carries the decisions over.

    Raises `TextError` where the text is not the one that was curated.
    """
    graph = load(workspace)
    evidence.check_source(graph, article.slug, article)
    before = read_review(workspace, article.slug)
    made = proposals(found, article, known, _author(graph, article.slug))
    found_now = [with_hashes(p, article) for p in made]
    old = (*before.former, *before.proposals)
    base = workspace.config.names.iri("proposal", article.slug) + "/"
    buried = {getattr(t.subject, "value", "") for t in graph.triples(TOMBSTONES)}
    withdrawn = {iri.removeprefix(base) for iri in buried if iri.startswith(base)}
    carried = carry(old, before.decisions, found_now, article, withdrawn)
    fresh = carried.proposals
    folder, names = workspace.article(article.slug), workspace.config.names
    kept = _kept(before, carried, workspace, article.slug, frozenset(p.key for p in fresh))
    url = evidence.article_url(graph, article.slug)
    underway = Underway(workspace, article.slug)  # decisions without their proposals are lost
    underway.begin("extract")
    if before.decisions:
        every = (*carried.decisions, *carried.lost)
        underway.write(folder.file(REVIEW), write_review(every, kept, article.slug, names))
    underway.write(folder.file(EXTRACTED), write_proposals(fresh, article, url, names))
    underway.done()
    return Written(fresh, carried, {p.key: p for p in old})


def _author(graph: KnowledgeGraph, slug: str) -> str:
    """The IRI of the article's author; empty where the curator names none."""
    article = ox.NamedNode(graph.names.iri("article", slug))
    for triple in graph.triples(f"article/{slug}"):
        if triple.subject == article and triple.predicate.value == ONR + "author":
            return getattr(triple.object, "value", "")
    return ""


def must_have_proposals(workspace: Workspace, slug: str) -> None:
    """Raises `UsageError` where the article has no `extracted.ttl`."""
    path = workspace.article(slug).file(EXTRACTED)
    if not path.is_file():
        raise UsageError(
            "there are no proposals to review",
            file=workspace.relative(path),
            hint=f"run 'onrecord extract {slug} --text FILE' first",
        )


def must_be_of_text(proposals: Iterable[Proposal], article: Article) -> None:
    """Raises `UsageError` where a proposal was made from another text: its offsets are no places
    of this one."""
    if any(p.text_hash != article.text_hash for p in proposals):
        raise UsageError(
            "the proposals were made from another text",
            hint=f"run 'onrecord extract {article.slug} --text FILE' first",
        )


def _kept(
    before: Reviewed, carried: Carried, workspace: Workspace, slug: str, fresh: frozenset[str]
) -> list[ox.Triple]:
    """The triples of the proposals whose decisions match nothing any more; where one led to a
    proposal that is gone, that end is left out."""
    names = workspace.config.names
    lost = {proposal_iri(names, slug, d.key) for d in carried.lost}
    source = _source(workspace, workspace.article(slug), EXTRACTED)
    everything = (*before.kept, *(source.triples if source else ()))
    there = {*lost, *(proposal_iri(names, slug, key) for key in fresh)}
    return [
        t
        for t in everything
        if document(getattr(t.subject, "value", "")) in lost
        and (t.predicate.value not in _ENDS or getattr(t.object, "value", "") in there)
    ]


def _source(workspace: Workspace, folder: ArticleFolder, name: str) -> Source | None:
    path = workspace.inside(folder.file(name))
    return read(path, workspace.relative(path)) if path.is_file() else None


__all__ = [
    "Reviewed",
    "Written",
    "must_be_of_text",
    "must_have_proposals",
    "read_review",
    "update",
]
