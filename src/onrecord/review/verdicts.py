"""What a decision has to say, and what it still knows when its proposal or the text is another."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from typing import Final

import pyoxigraph as ox

from onrecord.errors import UsageError
from onrecord.graph import KnowledgeGraph
from onrecord.names import ONR
from onrecord.review.records import VERDICTS, Decision, Proposal
from onrecord.review.terms import TYPE

_TYPE: Final = ox.NamedNode(TYPE)
_PARTS: Final = (ox.NamedNode(ONR + "Amount"), ox.NamedNode(ONR + "TimeExpression"))
_LONGEST_REASON: Final = 400
_DESCRIBE: Final = "choose one that is known, or describe it"
_WITH_ITS_STATEMENT: Final = "write the statement that it stands in: it is accepted with it"
_ACCEPTED_AS: Final = {
    "statement": "choose a curated one or write it: a gloss in both languages and its content",
    "relation": "choose a curated one, or the two statements that it joins",
    "mention": _DESCRIBE,
    "deal": _DESCRIBE,
    "office": _DESCRIBE,
    "amount": _WITH_ITS_STATEMENT,
    "time": _WITH_ITS_STATEMENT,
}
"""What is accepted stands in the graph: a proposal that nothing there says has to be written."""


def check_verdict(verdict: str, named: Collection[str], german: str, english: str) -> None:
    """Raises `UsageError` for a decision that does not exist or does not say enough."""
    if verdict not in VERDICTS:
        raise UsageError(f"{verdict!r} is no decision", hint=", ".join(VERDICTS))
    if verdict == "corrected" and not named:
        raise UsageError("corrected by what?", hint="choose or write what takes its place")
    if verdict == "rejected" and not (german.strip() or english.strip()):
        raise UsageError("rejected for what reason?", hint="give a reason in a few words")
    for reason in (german, english):
        if len(reason) > _LONGEST_REASON:
            raise UsageError("the reason is too long", hint=f"{_LONGEST_REASON} characters at most")


def check_accepted(proposal: Proposal, named: Collection[str]) -> None:
    """Raises `UsageError` where a proposal is to be accepted as nothing."""
    if not named:
        raise UsageError(f"accepted as which {proposal.kind}?", hint=_ACCEPTED_AS[proposal.kind])


def check_written(
    decisions: Iterable[Decision], old: Mapping[str, Decision], graph: KnowledgeGraph
) -> None:
    """Raises `UsageError` where a decision takes the place of one of the `old` ones by which alone
    something in the graph is known to have been written from the proposal: it would count as
    curated by hand. Nor is an amount or a time rejected that a statement still has."""
    for decision in decisions:
        others = (d for d in old.values() if d.key != decision.key)
        told = {iri for d in others for iri in d.accepted_as} | {*named(decision)}
        before = old[decision.key].accepted_as if decision.key in old else ()
        for iri in before:
            if iri not in told and (sources := graph.defined_in.get(iri)):
                raise UsageError(
                    f"{graph.names.compact(iri)} was written from this proposal",
                    file=sources[0].name,
                    line=sources[0].line_of(iri),
                    hint="take it out of this file first; an act of this session can be undone",
                )
        if decision.verdict == "rejected" and decision.key in old:
            _check_part(old[decision.key], graph)


def _check_part(before: Decision, graph: KnowledgeGraph) -> None:
    """Raises `UsageError` where the decision names an amount or a time that is still there."""
    for iri in named(before):
        classed = [ox.Triple(ox.NamedNode(iri), _TYPE, part) for part in _PARTS]
        for source in graph.defined_in.get(iri, ()):
            if any(it in source.triples for it in classed):
                raise UsageError(
                    f"{graph.names.compact(iri)} stands for this proposal",
                    file=source.name,
                    line=source.line_of(iri),
                    hint="take it out of this file first, or correct the proposal by it",
                )


def as_written(decision: Decision, before: Iterable[Decision]) -> Decision:
    """The decision; what was written from a proposal whose decision this one follows is accepted as
    such, since it was not there before any machine."""
    written = {iri for d in before for iri in d.accepted_as}
    known = [iri for iri in decision.matches if iri in written][:1]
    rest = tuple(iri for iri in decision.matches if iri not in known)
    return replace(decision, matches=rest, accepted_as=tuple(known)) if known else decision


def still_needed(
    lost: Iterable[Decision],
    others: Iterable[Decision],
    there: Collection[str],
    old: Mapping[str, Proposal],
    offered: Collection[str],
) -> tuple[Decision, ...]:
    """The decisions without a proposal by which alone something that is still `there` is known to
    have been written from one, or its gloss to be of other words (of `old`, statements as
    another text had them): nobody has decided on it since, or it is `offered` for a proposal that
    is open."""
    others = tuple(others)
    told = {iri for d in others for iri in d.accepted_as}
    read = {iri for d in others for iri in named(d)}.difference(offered)
    needed = []
    for decision in lost:
        written = any(iri in there and iri not in told for iri in decision.accepted_as)
        if written or (decision.key in old and not read.issuperset({*named(decision)} & {*there})):
            needed.append(decision)
            told.update(decision.accepted_as)
    return tuple(needed)


def named(decision: Decision) -> tuple[str, ...]:
    """What a decision says the proposal is, or what takes its place."""
    return (*decision.accepted_as, *decision.matches, *decision.corrected_by)


def reworded(former: Mapping[str, Proposal], text_hash: str) -> dict[str, Proposal]:
    """The statements among the `former` proposals that were made from another text than the one of
    the hash: where the text is the same, only the machine cuts it otherwise."""
    return {
        key: p for key, p in former.items() if p.kind == "statement" and p.text_hash != text_hash
    }


def outdated(
    proposal: Proposal, lost: Iterable[Decision], former: Mapping[str, Proposal]
) -> frozenset[str]:
    """The statements that were decided on for words that the text has no longer: their glosses may
    say what stood there before."""
    if proposal.kind != "statement":
        return frozenset()
    old = reworded(former, proposal.text_hash)
    return frozenset(
        iri
        for d in lost
        if d.key in old and _worded(old[d.key]) != _worded(proposal)
        for iri in named(d)
    )


def _worded(proposal: Proposal) -> tuple[str, ...]:
    """What tells the words of a proposal's passages, as far as that is known."""
    hashes = proposal.hashes or ("",) * len(proposal.spans)
    return tuple(digest or proposal.anchor.phrase for digest in hashes)
