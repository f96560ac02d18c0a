"""A graph with proposals and decisions → how good each rule is, and the machine as a whole."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.graph import KnowledgeGraph
from onrecord.review.curated import curated
from onrecord.review.files import read_decisions, read_proposals
from onrecord.review.records import Curated, Decision, Proposal, overlap


@dataclass(frozen=True, slots=True)
class RuleCount:
    """What became of the proposals of one rule."""

    rule: str
    proposed: int
    accepted: int
    corrected: int
    rejected: int


@dataclass(frozen=True, slots=True)
class Agreement:
    """The machine's statements beside the curated ones of an article.

    `attributed` are curated statements that are not the author's own; `found` those of them that
    a proposal covers with the right speaker. `proposed` are proposals of statements that were
    decided on; `right` those that were accepted.
    """

    slug: str
    attributed: int
    found: int
    proposed: int
    right: int
    missed: tuple[str, ...] = ()

    @property
    def recall(self) -> float:
        """Share of the curated attributed statements that were proposed."""
        return self.found / self.attributed if self.attributed else 0.0

    @property
    def precision(self) -> float:
        """Share of the decided proposals that were right."""
        return self.right / self.proposed if self.proposed else 0.0


@dataclass(frozen=True, slots=True)
class Reviewed:
    """The proposals of an article, and what was decided on them."""

    slug: str
    proposals: tuple[Proposal, ...]
    decisions: tuple[Decision, ...]


def reviewed(graph: KnowledgeGraph) -> tuple[Reviewed, ...]:
    """The articles that have proposals, by slug."""
    names, sources = graph.names, graph.sources
    base = names.graph("extracted") + "/"
    found = []
    for iri in sorted(sources):
        if not iri.startswith(base):
            continue
        slug = iri.removeprefix(base)
        proposals = [p for s in sources[iri] for p in read_proposals(s, slug, names)]
        decided = sources.get(names.graph("review", slug), ())
        decisions = [d for s in decided for d in read_decisions(s, slug, names)]
        found.append(Reviewed(slug, tuple(proposals), tuple(decisions)))
    return tuple(found)


def rule_counts(articles: Iterable[Reviewed]) -> tuple[RuleCount, ...]:
    """Per rule, over all articles: proposed, accepted, corrected, rejected; sorted by rule."""
    verdicts: dict[str, Counter[str]] = defaultdict(Counter)
    for article in articles:
        decided = {d.key: d.verdict for d in article.decisions}
        for proposal in article.proposals:
            verdicts[proposal.rule]["proposed"] += 1
            verdicts[proposal.rule][decided.get(proposal.key, "open")] += 1
    return tuple(
        RuleCount(rule, n["proposed"], n["accepted"], n["corrected"], n["rejected"])
        for rule, n in sorted(verdicts.items())
    )


def agreements(graph: KnowledgeGraph, articles: Iterable[Reviewed]) -> tuple[Agreement, ...]:
    """Precision and recall of the statements of every article that has proposals."""
    return tuple(
        agreement(a.slug, curated(graph, a.slug), a.proposals, a.decisions) for a in articles
    )


def agreement(
    slug: str,
    entries: Iterable[Curated],
    proposals: Iterable[Proposal],
    decisions: Iterable[Decision],
) -> Agreement:
    """Precision and recall of one article's statements."""
    attributed = [c for c in entries if c.kind == "statement" and c.form != "editorial" and c.spans]
    offered = [p for p in proposals if p.kind == "statement"]
    missed = tuple(c.iri for c in attributed if not any(covers(p, c) for p in offered))
    decided = {d.key: d.verdict for d in decisions}
    judged = [decided[p.key] for p in offered if p.key in decided]
    return Agreement(
        slug,
        len(attributed),
        len(attributed) - len(missed),
        len(judged),
        judged.count("accepted"),
        missed,
    )


def covers(proposal: Proposal, entry: Curated) -> bool:
    """Whether a proposal has the speaker of a statement and lies where it is anchored."""
    return proposal.speaker == entry.speaker and overlap(proposal.spans, entry.spans) > 0
