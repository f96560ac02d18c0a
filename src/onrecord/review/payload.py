"""A review session → what the page shows, as plain lists and strings for JSON."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

import pyoxigraph as ox

from onrecord.graph import KnowledgeGraph
from onrecord.names import ONR, SKOS, document
from onrecord.review import readings
from onrecord.review.consistency import Ground
from onrecord.review.content import (
    deal_parties,
    deal_parts,
    grouped,
    office_parts,
    office_role,
    shown,
)
from onrecord.review.naming import AGENTS, glosses_of, labels_of
from onrecord.review.records import VERDICTS, Curated, Decision, Proposal
from onrecord.review.session import Session
from onrecord.review.terms import TYPE, concept
from onrecord.review.things import KINDS
from onrecord.review.wording import Wording

_THINGS = (*AGENTS, "Deal", "Product", "Topic", "Place", "Event", "Report", "Article", "Dispute")
_SCHEMES = ("form", "modality", "polarity")


def state(session: Session, wording: Wording) -> dict[str, Any]:
    """Everything that the page needs, with the names of things in one language.

    The text goes to this one page and nowhere else.
    """
    labels = labels_of(session.graph, wording.language)
    text = session.article.text
    return {
        "slug": session.article.slug,
        "by": session.by,
        "textHash": session.article.text_hash,
        "paragraphs": [
            {"number": p.number, "begin": p.begin, "text": text[p.begin : p.end]}
            for p in session.article.passages
        ],
        "proposals": [_proposal(session, p, labels, wording) for p in session.proposals],
        "lost": [_lost(session, d, labels, wording) for d in session.lost],
        "counts": counts(session),
        "choices": _choices(session.graph, labels, wording),
        "curated": [_curated(c, labels) for c in session.curated],
        "canUndo": session.can_undo,
        "turn": session.turn,
    }


def counts(session: Session) -> dict[str, int]:
    """How many proposals are open, accepted, corrected and rejected."""
    keys = {p.key for p in session.proposals}
    verdicts = Counter(d.verdict for d in session.decisions.values() if d.key in keys)
    return {"open": len(session.open), **{v: verdicts[v] for v in VERDICTS}}


def title(proposal: Proposal, labels: dict[str, str], wording: Wording) -> str:
    """What a proposal is about, in the reader's language."""

    def named(scheme: str, name: str) -> str:
        if scheme == "relation":
            return labels.get(ONR + name, name)
        if scheme == "amount-kind":
            return _amount_kind(name, labels, wording)
        return called(scheme, name, labels)

    return shown(proposal, named, wording)


def _proposal(
    session: Session, proposal: Proposal, labels: dict[str, str], wording: Wording
) -> dict[str, Any]:
    decision = session.decisions.get(proposal.key)
    outdated = session.outdated(proposal)
    glosses = glosses_of(session.graph, wording.language) if outdated else {}
    return {
        "key": proposal.key,
        "kind": proposal.kind,
        "kindName": called("proposal-kind", proposal.kind, labels),
        "manner": [called(scheme, getattr(proposal, scheme), labels) for scheme in _SCHEMES],
        "spans": [list(span) for span in proposal.spans],
        "paragraph": proposal.anchor.paragraph,
        "speaker": proposal.speaker,
        "speakerName": labels.get(proposal.speaker) or speaker_of(proposal.speaker_name, wording),
        "title": title(proposal, labels, wording),
        "parts": _parts(session, proposal),
        "form": proposal.form,
        "modality": proposal.modality,
        "polarity": proposal.polarity,
        "hedge": proposal.hedge,
        "rule": proposal.rule,
        "confidence": grouped(proposal.confidence, wording.language),
        "why": wording.why(proposal.rule, proposal.why),
        "relation": proposal.relation,
        "target": proposal.target,
        "ends": [list(iris) for iris in session.ends(proposal)],
        "candidates": [c.iri for c in session.candidates(proposal)],
        "outdated": {iri: glosses.get(iri, "") for iri in sorted(outdated)},
        "decision": _decision(session, decision, labels) if decision else None,
    }


def speaker_of(name: str, wording: Wording) -> str:
    """The speaker as the text names them, or that it names nobody."""
    return wording.say("unnamed") if name == "anonymous" else name


def _parts(session: Session, proposal: Proposal) -> dict[str, Any]:
    """What a form begins with: the parts that the machine has read, known ones as IRIs."""
    if proposal.kind in ("amount", "time"):
        return readings.reading_of(proposal)
    if proposal.kind == "mention":
        kind, _, name = proposal.content.partition(": ")
        return {"kind": kind, "name": name}
    if proposal.kind == "deal":
        parties = [[session.agent(n), n, role] for n, role in deal_parties(proposal.content)]
        return {"kind": deal_parts(proposal.content)[0], "parties": parties}
    if proposal.kind == "office":
        person, company, office = office_parts(proposal.content)
        iris = (session.agent(person), session.agent(company))
        found = {"person": iris[0], "company": iris[1], "role": office_role(office)}
        return found | {"personName": person, "companyName": company}
    return {}


def _lost(
    session: Session, decision: Decision, labels: dict[str, str], wording: Wording
) -> dict[str, Any]:
    former = session.former.get(decision.key)
    about = title(former, labels, wording) or former.anchor.phrase if former else decision.key
    return _decision(session, decision, labels) | {"key": decision.key, "title": about}


def _decision(session: Session, decision: Decision, labels: dict[str, str]) -> dict[str, Any]:
    entries = {c.iri: c.label for c in session.curated}
    named = (*decision.matches, *decision.accepted_as, *decision.corrected_by)
    return {
        "verdict": decision.verdict,
        "verdictName": called("decision", decision.verdict, labels),
        "by": decision.by,
        "date": decision.date,
        "reason": decision.reason_de or decision.reason_en,
        "resources": [
            {"iri": iri, "label": labels.get(iri) or entries.get(iri, iri)} for iri in named
        ],
    }


def deal_begins(kind: str, labels: dict[str, str]) -> str:
    """How the name of a deal begins: what its kind is called, as at the start of a title."""
    label = labels.get(concept("deal-kind", kind), kind)
    return label[:1].upper() + label[1:]


def called(scheme: str, name: str, labels: dict[str, str]) -> str:
    """What a concept or a kind of thing is called; its own name where nothing describes it."""
    if scheme == "class" and name in KINDS:
        return labels.get(ONR + KINDS[name].of, name)
    return labels.get(concept(scheme, name), name) if name else ""


def _amount_kind(kind: str, labels: dict[str, str], wording: Wording) -> str:
    """How a number is to be read; what is no concept of its own has a word of the review."""
    return wording.words.get(f"amount_{kind}") or called("amount-kind", kind, labels)


def _curated(entry: Curated, labels: dict[str, str]) -> dict[str, str]:
    drawn = entry.label if entry.kind == "relation" else ""
    label = drawn or labels.get(entry.iri) or entry.label or entry.iri.rpartition("/")[2]
    return {"iri": entry.iri, "kind": entry.kind, "label": label, "speaker": entry.speaker} | {
        "form": entry.form
    }


def _choices(graph: KnowledgeGraph, labels: dict[str, str], wording: Wording) -> dict[str, Any]:
    members = _members(graph)

    def of(*classes: str) -> list[dict[str, str]]:
        iris = {iri for name in classes for iri in members.get(ONR + name, ())}
        return _options(iris, labels)

    concepts = members.get(SKOS + "Concept", ())

    def scheme(name: str) -> list[dict[str, str]]:
        return _options([iri for iri in concepts if iri.startswith(concept(name, ""))], labels)

    def local(name: str) -> list[dict[str, str]]:
        return [o | {"iri": o["iri"].partition("#")[2]} for o in scheme(name)]

    ground = Ground.of(graph, "")
    own = {f"label_{language}": labels_of(graph, language) for language in ("de", "en")}

    def in_both(name: str) -> dict[str, str]:
        """What a kind of deal is called in both languages, of which its name is made."""
        return {key: deal_begins(name, words) for key, words in own.items()}

    return {
        "agents": of(*AGENTS),
        "persons": of("Person"),
        "houses": of("Company", "NewsMedium", "Group"),
        "media": of("NewsMedium"),
        "things": of(*_THINGS),
        "deals": of("Deal"),
        "reports": [
            o | {"publisher": ground.publishers.get(o["iri"], "")} for o in of("Report", "Document")
        ],
        "statements": of("Statement"),
        "predicates": of("ContestableProperty"),
        "kinds": [{"iri": k, "label": labels.get(ONR + v.of, k)} for k, v in KINDS.items()],
        "status": scheme("status"),
        "bindingness": scheme("bindingness"),
        **{name: local(name) for name in (*_SCHEMES, "role", "office")},
        "deal-kind": [o | in_both(o["iri"]) for o in local("deal-kind")],
        "amount-kind": [
            {"iri": k, "label": _amount_kind(k, labels, wording)} for k in readings.KINDS
        ],
    }


def _options(iris: Iterable[str], labels: dict[str, str]) -> list[dict[str, str]]:
    called = {iri: labels.get(iri, iri) for iri in iris}
    times = Counter(called.values())
    found = [
        {"iri": iri, "label": label if times[label] == 1 else f"{label} ({_own(iri)})"}
        for iri, label in called.items()
    ]
    return sorted(found, key=lambda o: (o["label"].casefold(), o["iri"]))


def _own(iri: str) -> str:
    """What tells a thing from another one of the same name: the document that describes it."""
    return document(iri).rpartition("/")[2]


def _members(graph: KnowledgeGraph) -> dict[str, set[str]]:
    members: dict[str, set[str]] = {}
    for t in graph.triples():
        if t.predicate.value == TYPE and isinstance(t.subject, ox.NamedNode):
            members.setdefault(getattr(t.object, "value", ""), set()).add(t.subject.value)
    return members
