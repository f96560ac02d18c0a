"""One person's review of one article: every act is saved at once and can be undone.

The text is held in memory only. What is written: `review.ttl`, and where a person adds a
statement, `statements.ttl` and `evidence.ttl`.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import Final

import pyoxigraph as ox

from onrecord import evidence
from onrecord.article import Article
from onrecord.errors import SourceError, UsageError
from onrecord.extract.records import Spans
from onrecord.graph import KnowledgeGraph, load
from onrecord.names import ONR, Names, document
from onrecord.rdf import parse_turtle
from onrecord.review.consistency import Ground, check_consistency
from onrecord.review.curated import candidates, check_printed, curated
from onrecord.review.files import EXTRACTED, REVIEW, proposal_iri, write_review
from onrecord.review.journal import Act, Journal, text_of
from onrecord.review.naming import agent, agents_by_name, labels_of, resolved
from onrecord.review.phrases import unique_anchor
from onrecord.review.readings import Reading, as_read
from onrecord.review.records import Curated, Decision, Draft, Proposal, overlap
from onrecord.review.relations import check_relation, documents, relation_iri, with_relation
from onrecord.review.reviewing import must_be_of_text, must_have_proposals, read_review
from onrecord.review.statements import (
    check_draft,
    parts,
    statement_iri,
    with_name,
    with_own_name,
    with_statement,
)
from onrecord.review.things import KINDS
from onrecord.review.verdicts import (
    as_written,
    check_accepted,
    check_verdict,
    check_written,
    outdated,
    reworded,
    still_needed,
)
from onrecord.workspace import Workspace

_STATEMENTS: Final = "statements.ttl"
_EVIDENCE: Final = "evidence.ttl"
_OWN: Final = (REVIEW, EXTRACTED, _STATEMENTS, _EVIDENCE, "article.ttl", "deals.ttl")


class Session:
    """The state of a review; its methods raise the family's errors and then change nothing."""

    def __init__(self, workspace: Workspace, article: Article, by: str, date: str) -> None:
        must_have_proposals(workspace, article.slug)
        self.workspace, self.article, self.by, self.date = workspace, article, by, date
        self.names: Names = workspace.config.names
        self.folder = workspace.article(article.slug)
        self._read()

    def _read(self) -> None:
        """Takes everything from the files; what was done before can no longer be undone. Where one
        cannot be read nothing is taken: the next act finds the same."""
        graph = load(self.workspace)
        evidence.check_source(graph, self.article.slug, self.article)
        read = read_review(self.workspace, self.article.slug)
        must_be_of_text(read.proposals, self.article)
        self._acts: list[Act] = []
        self.turn = 0
        """How many acts were done and undone: what a window shows is of one turn."""
        own = [self.folder.file(name) for name in _OWN]
        things = [self.workspace.kg / "entities" / kind.file for kind in KINDS.values()]
        every = (*own, *things, *self.workspace.entity_files())
        self._journal = Journal(self.workspace, self.article.slug, every)
        self._proposed = read.proposals
        self.decisions = {d.key: d for d in read.decisions}
        keys = {p.key for p in read.proposals}
        self.lost = tuple(d for d in read.decisions if d.key not in keys)
        self.former = {p.key: p for p in read.former}
        self._kept: tuple[ox.Triple, ...] = read.kept
        self._look(graph)

    @property
    def can_undo(self) -> bool:
        """Whether an act of this session can be taken back."""
        return bool(self._acts)

    @property
    def open(self) -> tuple[Proposal, ...]:
        """The proposals that nobody has decided on."""
        return tuple(p for p in self.proposals if p.key not in self.decisions)

    def proposal(self, key: str) -> Proposal:
        """A proposal by its key; `UsageError` where there is none."""
        if key in self._by_key:
            return self._by_key[key]
        raise UsageError(f"there is no proposal {key!r}", hint="reload: it was extracted anew")

    def in_passage(self, spans: Spans) -> tuple[Proposal, ...]:
        """The amounts and times printed in a passage that nobody has found wrong."""
        wrong = {d.key for d in self.decisions.values() if d.verdict != "accepted"}
        return tuple(
            p
            for p in self.proposals
            if p.kind in ("amount", "time") and p.key not in wrong and overlap(p.spans, spans)
        )

    def candidates(self, proposal: Proposal) -> tuple[Curated, ...]:
        """The curated things that the proposal may match, best first."""
        ends = (self._by_key.get(key) for key in (proposal.origin, proposal.target))
        here, there = (end.spans if end else () for end in ends)
        return candidates(proposal, self.curated, (*proposal.spans, *here), there)

    def ends(self, proposal: Proposal) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The curated statements that the two ends of a proposed relation have become."""
        statements = {c.iri for c in self.curated if c.kind == "statement"}
        decided = (self.decisions.get(key) for key in (proposal.origin, proposal.target))
        here, there = (
            tuple(i for i in (*d.accepted_as, *d.matches, *d.corrected_by) if i in statements)
            if d is not None
            else ()
            for d in decided
        )
        return here, there

    def decide(
        self,
        key: str,
        verdict: str,
        *,
        resources: Iterable[str] = (),
        reason_de: str = "",
        reason_en: str = "",
    ) -> Decision:
        """Accepts, corrects or rejects; `resources` are what it matches or is corrected by."""
        proposal = self.proposal(key)
        named = tuple(sorted(set(resources)))
        check_verdict(verdict, named, reason_de, reason_en)
        if verdict == "accepted":
            check_accepted(proposal, named)
        decision = self.decision(proposal.key, verdict, reason_de, reason_en)
        if verdict == "accepted":
            decision = self._accepted(replace(decision, matches=named))
        elif verdict == "corrected":
            decision = replace(decision, corrected_by=named)
        self._check_named(proposal, verdict, named)
        self.perform(verdict, proposal.anchor.phrase, key, [decision])
        return decision

    def write(
        self,
        draft: Draft,
        key: str = "",
        verdict: str = "accepted",
        readings: Mapping[str, Reading] = MappingProxyType({}),
    ) -> str:
        """Writes a statement; from a proposal, the decision on it names the statement: corrected,
        where the speaker is not the one proposed. The amounts and times in the passage go with it
        and count as accepted; those that the person reads otherwise (`readings`, by key) as
        corrected.

        Returns the statement's IRI.
        """
        slug = self.article.slug
        draft = with_own_name(draft, self.names, slug, self.known)
        iri = statement_iri(self.names, slug, draft.name)
        check_draft(draft, self.known, iri)
        check_consistency(draft, Ground.of(self.graph, self.names.iri("article", slug)))
        if not 0 <= draft.begin < draft.end <= self.article.length:
            raise UsageError("this is no passage of the text", hint="select a passage")
        decisions = []
        printed = self.in_passage(((draft.begin, draft.end),))
        if key:
            proposal = self.proposal(key)
            check_verdict(verdict, (iri,), "", "")
            if proposal.speaker not in ("", draft.speaker):
                verdict = "corrected"
            printed = self.in_passage((*proposal.spans, (draft.begin, draft.end)))
            decisions.append(self.decision(proposal.key, verdict, written=iri))
        printed, other = as_read(printed, readings)
        decisions += [
            self.decision(part.key, "corrected", written=node)
            if part.key in other
            else replace(self.decision(part.key, "accepted"), matches=(node,))
            for node, part in parts(iri, printed)
            if part.key in other or part.key not in self.decisions
        ]
        self.perform("wrote", draft.name, key, decisions, partial(self._add, draft, printed))
        return iri

    def relate(self, key: str, start: str, end: str) -> str:
        """Accepts a relation and writes it between two curated statements, or from one to a report.

        Returns the IRI of its node; what a statement embeds has none, so that is the statement's.
        """
        proposal = self.proposal(key)
        if proposal.kind != "relation":
            raise UsageError("only a relation joins two statements", hint="accept or correct it")
        iri = relation_iri(start, proposal.relation, end, self.known)
        kinds = {c.iri: c.kind for c in self.curated if c.kind != "relation"}
        check_relation(proposal.relation, start, end, kinds, documents(self.graph))
        own = self.names.iri("statement", self.article.slug)
        if not start.startswith(f"{own}/"):
            raise UsageError("the statement is of another article", hint="choose one of this one")
        decision = self.decision(key, "accepted", written=iri)
        if iri == start:
            decision = replace(decision, accepted_as=(), matches=(start,))
        change = partial(self._join, iri, (start, proposal.relation, end), proposal)
        self.perform("wrote", self.label(ONR + proposal.relation), key, [decision], change)
        return iri

    def merge(self, key: str, iri: str) -> Decision:
        """Accepts a mention as one of a known agent, and adds the name to the agent's names."""
        proposal = self.proposal(key)
        if proposal.kind != "mention":
            raise UsageError("only a mention can be merged", hint="accept or correct it instead")
        self._check_named(proposal, "accepted", (iri,))
        decision = self._accepted(replace(self.decision(key, "accepted"), matches=(iri,)))
        name = proposal.content.partition(": ")[2]
        self.perform("merged", name, key, [decision], partial(self._name, iri, name))
        return decision

    def needed(self) -> tuple[Decision, ...]:
        """The decisions without a proposal by which alone something is known to have been written
        from one, or its gloss to be of other words."""
        alive = [d for d in self.decisions.values() if d not in self.lost]
        old = reworded(self.former, self.article.text_hash)
        offered = {c.iri for p in self.open for c in self.candidates(p)}
        return still_needed(self.lost, alive, {c.iri for c in self.curated}, old, offered)

    def outdated(self, proposal: Proposal) -> frozenset[str]:
        """The entries whose gloss was written when other words stood there."""
        return outdated(proposal, self.lost, self.former)

    def forget(self) -> int:
        """Removes the decisions that match no proposal any more, but for those that are `needed`;
        returns how many they were."""
        needed = self.needed()
        gone = [d for d in self.lost if d not in needed]
        if gone:
            for decision in gone:
                del self.decisions[decision.key]
            own = {proposal_iri(self.names, self.article.slug, d.key) for d in needed}
            self.lost = needed
            self._kept = tuple(
                t for t in self._kept if document(getattr(t.subject, "value", "")) in own
            )
            self._save()
        self._journal.note()
        return len(gone)

    def undo(self) -> Act:
        """Takes the last act back and says which; `UsageError` where there is none."""
        if not self._acts:
            raise UsageError("nothing to undo", hint="only acts of this session can be undone")
        self._guard()
        act = self._acts.pop()
        self._journal.restore(act.files, act.name)
        self.decisions = dict(act.decisions)
        self.turn += 1
        self._look(load(self.workspace))
        return act

    def _check_named(self, proposal: Proposal, verdict: str, named: tuple[str, ...]) -> None:
        """What is accepted matches things of its own kind; what corrects is curated."""
        kinds = {c.iri: c.kind for c in self.curated if c.kind != "relation"}
        fits = {c.iri for c in self.curated if c.kind == proposal.kind}
        for iri in named:
            if iri not in kinds and iri not in fits:
                raise SourceError(f"nothing describes {iri}", hint="choose one of those offered")
            if verdict == "accepted" and iri not in fits:
                raise UsageError(
                    f"a {proposal.kind} cannot match {iri}, which is a {kinds[iri]}",
                    hint="choose one of those offered, or correct the proposal",
                )
        if verdict == "accepted" and proposal.kind in ("amount", "time"):
            check_printed(proposal, [c for c in self.curated if c.iri in named])

    def decision(
        self, key: str, verdict: str, german: str = "", english: str = "", *, written: str = ""
    ) -> Decision:
        """A decision of this person today; `written` is what takes the proposal's place."""
        return Decision(
            key,
            verdict,  # type: ignore[arg-type]
            self.by,
            self.date,
            german.strip(),
            english.strip(),
            accepted_as=(written,) if written and verdict == "accepted" else (),
            corrected_by=(written,) if written and verdict == "corrected" else (),
        )

    def perform(
        self,
        kind: str,
        name: str,
        key: str,
        decisions: Sequence[Decision] = (),
        change: Callable[[], None] | None = None,
    ) -> None:
        """Does one act as a whole: where any part fails, every file is as it was."""
        self._guard()
        check_written(decisions, self.decisions, self.graph)
        act = Act(kind, name, key, dict(self._journal.seen), dict(self.decisions))
        self._journal.begin(act.name)
        try:
            if change is not None:
                change()
            if decisions:
                self.decisions |= {d.key: d for d in decisions}
                self._save()
        except BaseException:
            self.decisions = dict(act.decisions)
            self._journal.restore(act.files, act.name)
            raise
        self._journal.note()
        self._acts.append(act)
        self.turn += 1
        if change is not None:
            self._look(load(self.workspace))

    def put(self, path: Path, text: str, *, anchored: bool = False) -> None:
        """Writes a source of the workspace; `anchored` where the evidence follows from it."""
        new = text.encode()
        parse_turtle(new, self.workspace.relative(path))
        self._journal.begin(path.name)
        self._journal.write(path, new)
        if anchored:
            found = evidence.anchor(load(self.workspace), self.article.slug, self.article)
            self._journal.write(self.folder.file(_EVIDENCE), found.data)

    def agent(self, name: str) -> str:
        """The IRI of the agent that a name means; empty where nobody is described so."""
        return agent(name, self._named)

    def label(self, iri: str) -> str:
        """What a thing is called in the language of the article."""
        return self._labels.get(iri, iri)

    def _accepted(self, decision: Decision) -> Decision:
        before = self.decisions.get(decision.key)
        return as_written(decision, (*self.lost, *((before,) if before else ())))

    def _add(self, draft: Draft, printed: Sequence[Proposal]) -> None:
        anchor = unique_anchor(self.article, draft.begin, draft.end)
        path, slug = self.folder.file(_STATEMENTS), self.article.slug
        old = text_of(path)
        new = with_statement(old, draft, anchor, self.language, self.names, slug, printed)
        self.put(path, new, anchored=True)

    def _join(self, iri: str, drawn: tuple[str, str, str], proposal: Proposal) -> None:
        begin = proposal.spans[0][0]
        line = self.article.text.find("\n", begin)
        anchor = unique_anchor(self.article, begin, line if line > 0 else self.article.length)
        path = self.folder.file(_STATEMENTS)
        new = with_relation(text_of(path), iri, drawn, anchor, self.language, self.names)
        self.put(path, new, anchored=True)

    def _save(self) -> None:
        ordered = sorted(self.decisions.values(), key=lambda d: d.key)
        new = write_review(ordered, self._kept, self.article.slug, self.names)
        self._journal.write(self.folder.file(REVIEW), new)

    def _look(self, graph: KnowledgeGraph) -> None:
        """Reads what the person may choose from."""
        self.graph = graph
        self.curated = curated(graph, self.article.slug)
        self.known = frozenset(
            t.subject.value for t in graph.triples() if isinstance(t.subject, ox.NamedNode)
        )
        self.language = next((p.language for p in self._proposed if p.language), "de")
        self._labels = labels_of(graph, self.language)
        self._named = agents_by_name(graph)
        self.proposals = tuple(resolved(p, self._named) for p in self._proposed)
        self._by_key = {p.key: p for p in self.proposals}

    def _name(self, iri: str, name: str) -> None:
        """Adds another name to the file that describes an agent, where it is not known yet."""
        source = self.graph.defined_in[iri][0]
        path = self.workspace.inside(self.workspace.root / source.name)
        names = {ox.Literal(name, language=language) for language in ("de", "en")}
        known = {t.object for t in source.triples if str(t.subject) == f"<{iri}>"}
        if not names & known:
            self.put(path, with_name(source.text, iri, name, self.names))

    def _guard(self) -> None:
        """Raises `SourceError` where somebody else has changed a file since, and reads it."""
        try:
            self._journal.guard()
        except SourceError:
            self._read()
            raise
