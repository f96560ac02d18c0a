"""A review session → what the page shows, as plain lists and strings for JSON."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

import pyoxigraph as ox

from onrecord.graph import KnowledgeGraph
from onrecord.names import ONR, RDFS, SKOS
from onrecord.review.records import VERDICTS, Curated, Decision, Proposal
from onrecord.review.session import Session
from onrecord.review.terms import TYPE, concept

_AGENTS = ("Person", "Company", "NewsMedium", "Group", "Agent")
_THINGS = (*_AGENTS, "Deal", "Product", "Topic", "Place", "Event", "Report", "Article", "Dispute")
_SCHEMES = ("form", "modality", "polarity")


def state(session: Session, language: str = "de") -> dict[str, Any]:
    """Everything that the page needs, with the names of things in one language.

    The text goes to this one page and nowhere else.
    """
    labels = _labels(session.graph, language)
    text = session.article.text
    return {
        "slug": session.article.slug,
        "by": session.by,
        "paragraphs": [
            {"number": p.number, "begin": p.begin, "text": text[p.begin : p.end]}
            for p in session.article.passages
        ],
        "proposals": [_proposal(session, p, labels) for p in session.proposals],
        "lost": [_decision(d, labels) | {"key": d.key} for d in session.lost],
        "counts": counts(session),
        "choices": _choices(session.graph, labels),
        "curated": [_curated(c, labels) for c in session.curated],
        "canUndo": session.can_undo,
    }


def counts(session: Session) -> dict[str, int]:
    """How many proposals are open, accepted, corrected and rejected."""
    keys = {p.key for p in session.proposals}
    verdicts = Counter(d.verdict for d in session.decisions.values() if d.key in keys)
    return {"open": len(session.open), **{v: verdicts[v] for v in VERDICTS}}


def _proposal(session: Session, proposal: Proposal, labels: dict[str, str]) -> dict[str, Any]:
    decision = session.decisions.get(proposal.key)
    return {
        "key": proposal.key,
        "kind": proposal.kind,
        "kindName": _named("proposal-kind", proposal.kind, labels),
        "manner": [_named(scheme, getattr(proposal, scheme), labels) for scheme in _SCHEMES],
        "spans": [list(span) for span in proposal.spans],
        "paragraph": proposal.anchor.paragraph,
        "speaker": proposal.speaker,
        "speakerName": labels.get(proposal.speaker) or proposal.speaker_name,
        "content": proposal.content,
        "form": proposal.form,
        "modality": proposal.modality,
        "polarity": proposal.polarity,
        "hedge": proposal.hedge,
        "rule": proposal.rule,
        "confidence": proposal.confidence,
        "why": proposal.why,
        "relation": proposal.relation,
        "ends": [list(iris) for iris in session.ends(proposal)],
        "candidates": [c.iri for c in session.candidates(proposal)],
        "decision": _decision(decision, labels) if decision else None,
    }


def _decision(decision: Decision, labels: dict[str, str]) -> dict[str, Any]:
    named = (*decision.matches, *decision.accepted_as, *decision.corrected_by)
    return {
        "verdict": decision.verdict,
        "verdictName": _named("decision", decision.verdict, labels),
        "by": decision.by,
        "date": decision.date,
        "reason": decision.reason_de or decision.reason_en,
        "resources": [{"iri": iri, "label": labels.get(iri, iri)} for iri in named],
    }


def _named(scheme: str, name: str, labels: dict[str, str]) -> str:
    """What a concept is called; its own name where the workspace does not describe it."""
    return labels.get(concept(scheme, name), name) if name else ""


def _curated(entry: Curated, labels: dict[str, str]) -> dict[str, str]:
    drawn = entry.label if entry.kind == "relation" else ""
    label = drawn or labels.get(entry.iri) or entry.label or entry.iri.rpartition("/")[2]
    return {"iri": entry.iri, "kind": entry.kind, "label": label, "speaker": entry.speaker}


def _choices(graph: KnowledgeGraph, labels: dict[str, str]) -> dict[str, Any]:
    members = _members(graph)

    def of(*classes: str) -> list[dict[str, str]]:
        iris = {iri for name in classes for iri in members.get(ONR + name, ())}
        return _options(iris, labels)

    schemes = {
        name: [o for o in _options(members.get(SKOS + "Concept", ()), labels) if _in(name, o)]
        for name in _SCHEMES
    }
    return {
        "agents": of(*_AGENTS),
        "things": of(*_THINGS),
        "deals": of("Deal"),
        "reports": of("Report", "Document"),
        "predicates": of("ContestableProperty"),
        **{n: [o | {"iri": o["iri"].partition("#")[2]} for o in os] for n, os in schemes.items()},
    }


def _in(scheme: str, option: dict[str, str]) -> bool:
    return option["iri"].startswith(concept(scheme, ""))


def _options(iris: Iterable[str], labels: dict[str, str]) -> list[dict[str, str]]:
    found = [{"iri": iri, "label": labels.get(iri, iri)} for iri in iris]
    return sorted(found, key=lambda o: (o["label"].casefold(), o["iri"]))


def _members(graph: KnowledgeGraph) -> dict[str, set[str]]:
    members: dict[str, set[str]] = {}
    for t in graph.triples():
        if t.predicate.value == TYPE and isinstance(t.subject, ox.NamedNode):
            members.setdefault(getattr(t.object, "value", ""), set()).add(t.subject.value)
    return members


def _labels(graph: KnowledgeGraph, language: str) -> dict[str, str]:
    """IRI → its label, the one in the language where there is one."""
    labels: dict[str, str] = {}
    wanted = (RDFS + "label", SKOS + "prefLabel")
    for t in graph.triples():
        if t.predicate.value in wanted and isinstance(t.object, ox.Literal):
            iri = getattr(t.subject, "value", "")
            if t.object.language == language or iri not in labels:
                labels[iri] = t.object.value
    return labels
