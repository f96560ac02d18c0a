"""The curated graph → what stands at which place of an article, and what a proposal may match."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from onrecord.errors import UsageError
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
    ONR + "StatementRelation": "relation",
    ONR + "Company": "mention",
    ONR + "Person": "mention",
    ONR + "NewsMedium": "mention",
    ONR + "Group": "mention",
}
_FEWEST_PARTIES = 2
Places = Mapping[str, set[tuple[int, int]]]
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
        of = own.get(ONR + "dealKind" if kind == "deal" else ONR + "form") or [""]
        form = of[0].partition("#")[2]
        if kind == "relation":
            ends = [(own.get(ONR + f"relation{end}") or [""])[0] for end in ("From", "Type", "To")]
            found.append(_drawn(iri, (ends[0], ends[1], ends[2]), facts, places))
            continue
        found.append(
            Curated(
                iri,
                kind,
                label,
                tuple(sorted(places.get(iri, ()))),
                (own.get(ONR + "statedBy") or [""])[0],
                form,
                tuple(sorted(_parties(own, facts))),
                tuple(sorted(int(n) for n in owner.get(ONR + "paragraph", ()) if n.isdecimal())),
            )
        )
        for inner in own.get(ONR + "embeds", ()):
            found.append(_drawn(iri, (iri, ONR + "embeds", inner), facts, places))
    return tuple(sorted(found, key=lambda c: (c.iri, c.kind, c.label)))


def _drawn(iri: str, drawn: tuple[str, str, str], facts: Facts, places: Places) -> Curated:
    """A relation from, of a type, to; it stands where its own words do and its first statement.
    What a statement embeds has no node of its own and is named by the outer one."""
    start, kind, end = drawn[0], drawn[1].removeprefix(ONR), drawn[2]
    names = [
        (facts.get(e, {}).get(RDFS + "label") or [e.rpartition("/")[2]])[0] for e in (start, end)
    ]
    here = places.get(start, set()) | places.get(iri, set())
    label = f"{names[0]} · {kind} · {names[1]}"
    there = tuple(sorted(places.get(end, ())))
    return Curated(iri, "relation", label, tuple(sorted(here)), form=kind, target=there)


def _places(facts: Facts) -> Places:
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
    proposal: Proposal, graph: Sequence[Curated], spans: Spans = (), target: Spans = ()
) -> tuple[Curated, ...]:
    """What the proposal may match, best first: the same kind, at the same place or of the same
    parties; statements of the same speaker come first.

    For a relation, `spans` and `target` are where the proposed statements stand that it joins.
    """
    where = spans or proposal.spans
    ranked = []
    for entry in graph:
        if entry.kind != proposal.kind:
            continue
        score = _score(proposal, entry, where)
        if score and proposal.kind == "relation":
            score += overlap(target, entry.target) > 0
        if score > 0:
            ranked.append((-score, entry.iri, entry))
    return tuple(entry for _, _, entry in sorted(ranked))


def _score(proposal: Proposal, entry: Curated, where: Spans) -> float:
    if proposal.kind == "mention":
        return float(entry.iri in proposal.entities)
    if proposal.kind == "relation" and entry.form != proposal.relation:
        return 0.0
    shared = set(proposal.entities) & set(entry.entities)
    if proposal.kind in ("deal", "office") and len(shared) < _FEWEST_PARTIES:
        return 0.0
    both = overlap(where, entry.spans)
    alike = proposal.kind in _PART and _near(proposal, entry)
    if proposal.kind in _PART and not _printed_alike(proposal, entry):
        return 0.0
    if not (both or alike or proposal.kind == "deal"):
        return 0.0
    same = float(bool(proposal.speaker) and entry.speaker == proposal.speaker)
    if proposal.kind == "deal":
        same += entry.form == proposal.content.partition(": ")[0]
    return 0.01 + both / max(length(entry.spans), 1) + same + len(shared) + alike


def check_printed(proposal: Proposal, entries: Iterable[Curated]) -> None:
    """Raises `UsageError` where an amount or time is to be accepted as one that is printed
    otherwise: where a publisher corrected a figure, the statement still has the old one."""
    for entry in entries:
        if not _printed_alike(proposal, entry):
            raise UsageError(
                f"the entry has “{entry.label}”, the text “{proposal.anchor.phrase}”",
                hint="mend the statement in statements.ttl first",
            )


def _printed_alike(proposal: Proposal, entry: Curated) -> bool:
    """Whether an amount or time is printed as the entry has it, or with a word more or less."""
    one, other = proposal.anchor.phrase, entry.label
    return not other or one in other or other in one


def _near(proposal: Proposal, entry: Curated) -> bool:
    return bool(entry.label) and proposal.anchor.paragraph in entry.paragraphs
