"""One person's review of one article: every act is saved at once and can be undone.

The text is held in memory only. What is written: `review.ttl`, and where a person adds a
statement, `statements.ttl` and `evidence.ttl`.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import pyoxigraph as ox

from onrecord import evidence
from onrecord.article import Article
from onrecord.errors import SourceError, UsageError
from onrecord.graph import KnowledgeGraph, load
from onrecord.output import write_file
from onrecord.rdf import parse_turtle
from onrecord.review.curated import candidates, curated
from onrecord.review.files import REVIEW
from onrecord.review.phrases import unique_anchor
from onrecord.review.records import VERDICTS, Curated, Decision, Draft, Proposal, overlap
from onrecord.review.relations import check_relation, documents, relation_iri, with_relation
from onrecord.review.reviewing import must_have_proposals, read_review, save_decisions
from onrecord.review.statements import check_draft, statement_iri, with_name, with_statement
from onrecord.workspace import Workspace

_STATEMENTS = "statements.ttl"
_EVIDENCE = "evidence.ttl"
_LONGEST_REASON = 400


@dataclass(frozen=True, slots=True)
class Act:
    """What was done, and the files and decisions as they were before."""

    title: str
    key: str
    files: dict[Path, bytes | None]
    decisions: dict[str, Decision]


class Session:
    """The state of a review; its methods raise the family's errors and then change nothing."""

    def __init__(self, workspace: Workspace, article: Article, by: str, date: str) -> None:
        must_have_proposals(workspace, article.slug)
        self.workspace, self.article, self.by, self.date = workspace, article, by, date
        self._folder = workspace.article(article.slug)
        self._acts: list[Act] = []
        graph = load(workspace)
        evidence.check_text(graph, article.slug, article)
        read = read_review(workspace, article.slug)
        self.proposals: tuple[Proposal, ...] = read.proposals
        self._by_key = {p.key: p for p in read.proposals}
        self.decisions = {d.key: d for d in read.decisions}
        self.lost = tuple(d for d in read.decisions if d.key not in self._by_key)
        self._kept: tuple[ox.Triple, ...] = read.kept
        self._look(graph)
        own = (self._folder.file(name) for name in (REVIEW, _STATEMENTS, _EVIDENCE))
        self._files = tuple(workspace.inside(p) for p in (*own, *workspace.entity_files()))
        self._written = self._now()

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
        self._check(verdict, named, reason_de, reason_en)
        if verdict == "accepted" and proposal.kind == "statement" and not named:
            raise UsageError(
                "accepted as which statement?",
                hint="choose a curated one or write it: a gloss in both languages and its content",
            )
        if verdict == "accepted" and proposal.kind == "relation" and not named:
            raise UsageError(
                "accepted as which relation?",
                hint="choose a curated one, or the two statements that it joins",
            )
        decision = self._decision(proposal.key, verdict, reason_de, reason_en)
        if verdict == "accepted":
            decision = replace(decision, matches=named)
        elif verdict == "corrected":
            decision = replace(decision, corrected_by=named)
        self._check_named(proposal, verdict, named)
        self._do(f"{verdict} {key}", key, decision)
        return decision

    def write(self, draft: Draft, key: str = "", verdict: str = "accepted") -> str:
        """Writes a statement; from a proposal, the decision on it names the statement.

        Returns the statement's IRI.
        """
        iri = statement_iri(self.workspace.config.names, self.article.slug, draft.name)
        check_draft(draft, self.known, iri)
        if not 0 <= draft.begin < draft.end <= self.article.length:
            raise UsageError("this is no passage of the text", hint="select a passage")
        decision = None
        if key:
            proposal = self.proposal(key)
            self._check(verdict, (iri,), "", "")
            decision = self._decision(proposal.key, verdict, "", "")
            corrected = verdict == "corrected"
            decision = (
                replace(decision, corrected_by=(iri,))
                if corrected
                else replace(decision, accepted_as=(iri,))
            )
        self._do(f"wrote {draft.name}", key, decision, partial(self._add, draft))
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
        own = self.workspace.config.names.iri("statement", self.article.slug)
        if not start.startswith(f"{own}/"):
            raise UsageError("the statement is of another article", hint="choose one of this one")
        decision = self._decision(key, "accepted", "", "")
        named = (
            replace(decision, matches=(start,))
            if iri == start
            else replace(decision, accepted_as=(iri,))
        )
        change = partial(self._join, iri, (start, proposal.relation, end), proposal)
        self._do(f"wrote {proposal.relation}", key, named, change)
        return iri

    def merge(self, key: str, iri: str) -> Decision:
        """Accepts a mention as one of a known agent, and adds the name to the agent's names."""
        proposal = self.proposal(key)
        if proposal.kind != "mention":
            raise UsageError("only a mention can be merged", hint="accept or correct it instead")
        self._check_named(proposal, "accepted", (iri,))
        decision = replace(self._decision(key, "accepted", "", ""), matches=(iri,))
        name = proposal.content.partition(": ")[2]
        self._do(f"merged {name}", key, decision, partial(self._name, iri, name))
        return decision

    def forget(self) -> int:
        """Removes the decisions that match no proposal any more; returns how many they were."""
        count = len(self.lost)
        if count:
            for decision in self.lost:
                del self.decisions[decision.key]
            self.lost, self._kept = (), ()
            self._save()
            self._written = self._now()
        return count

    def undo(self) -> str:
        """Takes the last act back and says which; `UsageError` where there is none."""
        if not self._acts:
            raise UsageError("nothing to undo", hint="only acts of this session can be undone")
        act = self._acts[-1]
        self._guard()
        self._acts.pop()
        self._restore(act.files)
        self.decisions = dict(act.decisions)
        self._look(load(self.workspace))
        return act.title

    def _check(self, verdict: str, named: tuple[str, ...], german: str, english: str) -> None:
        if verdict not in VERDICTS:
            raise UsageError(f"{verdict!r} is no decision", hint=", ".join(VERDICTS))
        if verdict == "corrected" and not named:
            raise UsageError("corrected by what?", hint="choose or write what takes its place")
        if verdict == "rejected" and not (german.strip() or english.strip()):
            raise UsageError("rejected for what reason?", hint="give a reason in a few words")
        for reason in (german, english):
            if len(reason) > _LONGEST_REASON:
                raise UsageError(
                    "the reason is too long", hint=f"{_LONGEST_REASON} characters at most"
                )

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

    def _decision(self, key: str, verdict: str, german: str, english: str) -> Decision:
        return Decision(
            key,
            verdict,  # type: ignore[arg-type]
            self.by,
            self.date,
            german.strip(),
            english.strip(),
        )

    def _do(
        self,
        title: str,
        key: str,
        decision: Decision | None,
        change: Callable[[], None] | None = None,
    ) -> None:
        """Does one act as a whole: where any part fails, every file is as it was."""
        self._guard()
        act = Act(title, key, dict(self._written), dict(self.decisions))
        try:
            if change is not None:
                change()
            if decision is not None:
                self.decisions[decision.key] = decision
                self._save()
        except BaseException:
            self.decisions = dict(act.decisions)
            self._restore(act.files)
            raise
        self._written = self._now()
        self._acts.append(act)
        if change is not None:
            self._look(load(self.workspace))

    def _add(self, draft: Draft) -> None:
        anchor = unique_anchor(self.article, draft.begin, draft.end)
        old = (_bytes(self._folder.file(_STATEMENTS)) or b"").decode()
        names, slug, passage = (
            self.workspace.config.names,
            self.article.slug,
            ((draft.begin, draft.end),),
        )
        amounts = [p for p in self.proposals if p.kind == "amount" and overlap(p.spans, passage)]
        self._put(with_statement(old, draft, anchor, self.language, names, slug, amounts))

    def _join(self, iri: str, drawn: tuple[str, str, str], proposal: Proposal) -> None:
        begin = proposal.spans[0][0]
        line = self.article.text.find("\n", begin)
        anchor = unique_anchor(self.article, begin, line if line > 0 else self.article.length)
        old = (_bytes(self._folder.file(_STATEMENTS)) or b"").decode()
        self._put(with_relation(old, iri, drawn, anchor, self.language))

    def _put(self, text: str) -> None:
        """Writes `statements.ttl`, and `evidence.ttl` anew."""
        path, new = self._folder.file(_STATEMENTS), text.encode()
        parse_turtle(new, self.workspace.relative(path))
        write_file(path, new)
        found = evidence.anchor(load(self.workspace), self.article.slug, self.article)
        write_file(self._folder.file(_EVIDENCE), found.data)

    def _save(self) -> None:
        ordered = sorted(self.decisions.values(), key=lambda d: d.key)
        save_decisions(self.workspace, self.article.slug, ordered, self._kept)

    def _look(self, graph: KnowledgeGraph) -> None:
        """Reads what the person may choose from."""
        self.graph = graph
        self.curated = curated(graph, self.article.slug)
        self.known = frozenset(
            t.subject.value for t in graph.triples() if isinstance(t.subject, ox.NamedNode)
        )
        self.language = next((p.language for p in self.proposals if p.language), "de")

    def _name(self, iri: str, name: str) -> None:
        """Adds another name to the file that describes an agent, where it is not known yet."""
        source = self.graph.defined_in[iri][0]
        path = self.workspace.inside(self.workspace.root / source.name)
        names = {ox.Literal(name, language=language) for language in ("de", "en")}
        known = {t.object for t in source.triples if str(t.subject) == f"<{iri}>"}
        if not names & known:
            new = with_name(source.text, iri, name).encode()
            parse_turtle(new, source.name)
            write_file(path, new)

    def _guard(self) -> None:
        """Raises `SourceError` where somebody else has changed a file since."""
        for path, data in self._now().items():
            if data != self._written[path]:
                raise SourceError(
                    "was changed by somebody else during this review",
                    file=self.workspace.relative(path),
                    hint="end this review and begin it again; nothing is lost",
                )

    def _restore(self, files: dict[Path, bytes | None]) -> None:
        for path, data in files.items():
            if data is None:
                path.unlink(missing_ok=True)
            elif _bytes(path) != data:
                write_file(path, data)
        self._written = self._now()

    def _now(self) -> dict[Path, bytes | None]:
        return {path: _bytes(path) for path in self._files}


def _bytes(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None
