"""The curated graph → what stands at which place of an article, and what a proposal may match."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from onrecord.extract.records import Spans
from onrecord.graph import ENTITIES, KnowledgeGraph
from onrecord.names import OA, ONR, ORG, RDFS, document
from onrecord.review.files import Facts, facts_of
from onrecord.review.records import Curated, Proposal, ProposalKind, length, overlap
from onrecord.review.terms import TYPE

_KINDS: Mapping[str, ProposalKind] = {
    ONR + "Statement": "statement",
    ONR + "Deal": "deal",
    ONR + "Amount": "amount",
    ONR + "TimeExpression": "time",
    ORG + "Membership": "office",
    ONR + "Company": "mention",
    ONR + "Person": "mention",
    ONR + "NewsMedium": "mention",
}
_FEWEST_PARTIES = 2
_PART = {"amount": ONR + "amount", "time": ONR + "time"}


def curated(graph: KnowledgeGraph, slug: str) -> tuple[Curated, ...]:
    """Statements, deals, amounts, times, offices and agents of an article, sorted by IRI.

    Amounts and times stand where their statement stands; deals where statements about them do;
    agents have no place.
    """
    facts = facts_of(graph.triples(f"article/{slug}", ENTITIES))
    places = _places(facts)
    found = []
    for iri, own in facts.items():
        kind = next((_KINDS[t] for t in own.get(TYPE, ()) if t in _KINDS), None)
        if kind is None:
            continue
        printed = own.get(ONR + "amountText") or own.get(ONR + "timeText") or [""]
        label = (own.get(RDFS + "label") or printed)[0]
        owner = facts.get(document(iri), {})
        found.append(
            Curated(
                iri,
                kind,
                label,
                tuple(sorted(places.get(iri, ()))),
                (own.get(ONR + "statedBy") or [""])[0],
                (own.get(ONR + "form") or [""])[0].partition("#")[2],
                tuple(sorted(_parties(own, facts))),
                tuple(sorted(int(n) for n in owner.get(ONR + "paragraph", ()) if n.isdecimal())),
            )
        )
    return tuple(sorted(found, key=lambda c: c.iri))


def _places(facts: Facts) -> dict[str, set[tuple[int, int]]]:
    places: dict[str, set[tuple[int, int]]] = defaultdict(set)
    for iri, own in facts.items():
        for anchor in own.get(ONR + "anchoredAt", ()):
            position = facts.get(f"{anchor}-position", {})
            if position.get(OA + "start") and position.get(OA + "end"):
                places[iri].add((int(position[OA + "start"][0]), int(position[OA + "end"][0])))
    for iri in list(places):
        own = facts[iri]
        parts = [*own.get(_PART["amount"], ()), *own.get(_PART["time"], ())]
        for other in (*parts, *own.get(ONR + "about", ()), *own.get(ONR + "subject", ())):
            places[other] |= places[iri]
    return places


def _parties(own: Mapping[str, list[str]], facts: Facts) -> Iterator[str]:
    for part in own.get(ONR + "hasParticipation", ()):
        yield from facts.get(part, {}).get(ONR + "participant", ())
    for name in ("member", "organization"):
        yield from own.get(ORG + name, ())


def candidates(
    proposal: Proposal, graph: Sequence[Curated], spans: Spans = ()
) -> tuple[Curated, ...]:
    """What the proposal may match, best first: the same kind, at the same place or of the same
    parties; statements of the same speaker come first."""
    where = spans or proposal.spans
    ranked = []
    for entry in graph:
        if entry.kind != proposal.kind:
            continue
        score = _score(proposal, entry, where)
        if score > 0:
            ranked.append((-score, entry.iri, entry))
    return tuple(entry for _, _, entry in sorted(ranked))


def _score(proposal: Proposal, entry: Curated, where: Spans) -> float:
    if proposal.kind == "mention":
        return float(entry.iri in proposal.entities)
    shared = set(proposal.entities) & set(entry.entities)
    if proposal.kind in ("deal", "office") and len(shared) < _FEWEST_PARTIES:
        return 0.0
    both = overlap(where, entry.spans)
    alike = proposal.kind in _PART and _printed_alike(proposal, entry)
    if not (both or alike or proposal.kind == "deal"):
        return 0.0
    same = float(bool(proposal.speaker) and entry.speaker == proposal.speaker)
    return 0.01 + both / max(length(entry.spans), 1) + same + len(shared) + alike


def _printed_alike(proposal: Proposal, entry: Curated) -> bool:
    """Whether an amount or time of the same paragraph is printed so, or with a word more."""
    one, other = proposal.anchor.phrase, entry.label
    near = proposal.anchor.paragraph in entry.paragraphs
    return near and bool(other) and (one in other or other in one)
