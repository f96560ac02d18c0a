"""Proposals and decisions ↔ `extracted.ttl` and `review.ttl`: stable order, no blank nodes."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Final, cast

import pyoxigraph as ox

from onrecord.article import Anchor, Article
from onrecord.errors import LimitError, ParseError
from onrecord.evidence import anchor_triples
from onrecord.extract.records import Span, Spans
from onrecord.names import OA, ONR, SCHEME, Names
from onrecord.rdf import MOST_TRIPLES, Source, write_triples
from onrecord.review.records import KINDS, VERDICTS, Decision, Proposal, ProposalKind
from onrecord.review.terms import DATE, DECISION, LABEL, PROPOSAL, TYPE, concept, link, text

EXTRACTED: Final = "extracted.ttl"
REVIEW: Final = "review.ttl"

WORDS: Final = {
    "statement": ("Aussage", "statement"),
    "deal": ("Geschäft", "deal"),
    "amount": ("Betrag", "amount"),
    "time": ("Zeitangabe", "time"),
    "mention": ("Nennung", "mention"),
    "office": ("Amt", "office"),
    "relation": ("Beziehung", "relation"),
}
_EXTRACTED_HEADER: Final = (
    "# Written by 'onrecord extract'; do not edit. What a machine proposes counts for nothing\n"
    "# until a person has decided on it in review.ttl. Offsets count code points.\n"
)
_REVIEW_HEADER: Final = (
    "# Written by 'onrecord review', which keeps no other comment: what a person decided about\n"
    "# the proposals of extracted.ttl.\n"
)
Facts = Mapping[str, Mapping[str, list[str]]]


def proposal_iri(names: Names, slug: str, key: str) -> str:
    """The IRI of a proposal."""
    return names.iri("proposal", slug, key)


def write_proposals(
    proposals: Iterable[Proposal], article: Article, url: str, names: Names
) -> bytes:
    """The bytes of `extracted.ttl`; the same for the same proposals.

    Raises `LimitError` where no stage could read the file again.
    """
    triples = [t for p in proposals for t in proposal_triples(p, article, url, names)]
    if len(triples) > MOST_TRIPLES:
        raise LimitError(
            f"the proposals come to {len(triples):,} facts, more than {MOST_TRIPLES:,}",
            hint="give one article; many go through 'onrecord archive'",
        )
    return _EXTRACTED_HEADER.encode() + write_triples(triples, "ttl", names)


def proposal_triples(
    proposal: Proposal, article: Article, url: str, names: Names
) -> Iterator[ox.Triple]:
    """A proposal with its anchor (the short phrase) and its passages (code points only)."""
    iri = proposal_iri(names, article.slug, proposal.key)
    yield link(iri, TYPE, PROPOSAL)
    yield from _labels(iri, proposal)
    yield link(iri, "proposalKind", concept("proposal-kind", proposal.kind))
    yield text(iri, "generatedByRule", proposal.rule)
    yield text(iri, "confidence", proposal.confidence, datatype="decimal")
    yield text(iri, "why", proposal.why)
    if proposal.speaker:
        yield link(iri, "proposedSpeaker", proposal.speaker)
    if proposal.speaker_name:
        yield text(iri, "proposedSpeakerName", proposal.speaker_name)
    if proposal.content:
        yield text(iri, "proposedContent", proposal.content)
    for entity in proposal.entities:
        yield link(iri, "proposedEntity", entity)
    for name in ("form", "modality", "polarity"):
        if value := getattr(proposal, name):
            yield link(iri, name, concept(name, value))
    if proposal.hedge:
        yield text(iri, "hedge", proposal.hedge, language=proposal.language)
    if proposal.relation:
        yield link(iri, "proposedRelation", ONR + proposal.relation)
        yield link(iri, "basis", concept("basis", "explicit"))
        ends = (("proposedFrom", proposal.origin), ("proposedTo", proposal.target))
        yield from (
            link(iri, end, proposal_iri(names, article.slug, key)) for end, key in ends if key
        )
    for number, (begin, end) in enumerate(proposal.spans, 1):
        part = f"{iri}#passage-{number}"
        yield link(iri, "passage", part)
        if digest := "".join(proposal.hashes[number - 1 : number]):
            yield text(part, "textHash", digest)
        yield link(part, TYPE, OA + "TextPositionSelector")
        yield text(part, OA + "start", str(begin), datatype="nonNegativeInteger")
        yield text(part, OA + "end", str(end), datatype="nonNegativeInteger")
    phrase = ox.Literal(proposal.anchor.phrase, language=proposal.language)
    yield from anchor_triples(iri, f"{iri}#anchor-1", phrase, proposal.anchor, article, url, names)


def _labels(iri: str, proposal: Proposal) -> Iterator[ox.Triple]:
    german, english = WORDS[proposal.kind]
    phrase, number = proposal.anchor.phrase, proposal.anchor.paragraph
    yield text(iri, LABEL, f"Vorschlag: {german} „{phrase}“, Absatz {number}", language="de")
    yield text(iri, LABEL, f"Proposal: {english} “{phrase}”, paragraph {number}", language="en")


def write_review(
    decisions: Iterable[Decision], kept: Iterable[ox.Triple], slug: str, names: Names
) -> bytes:
    """The bytes of `review.ttl`: a block a decision; `kept` describes proposals that the machine
    makes no longer, so that the decisions on them stay readable."""
    triples = [t for d in decisions for t in decision_triples(d, slug, names)]
    return _REVIEW_HEADER.encode() + write_triples([*triples, *kept], "ttl", names)


def decision_triples(decision: Decision, slug: str, names: Names) -> Iterator[ox.Triple]:
    """One decision."""
    proposal = proposal_iri(names, slug, decision.key)
    iri = f"{proposal}#decision"
    yield link(iri, TYPE, DECISION)
    yield link(iri, "decides", proposal)
    yield link(iri, "decision", concept("decision", decision.verdict))
    by = decision.by
    yield link(iri, "decidedBy", by) if "://" in by else text(iri, "decidedBy", by)
    yield text(iri, DATE, decision.date, datatype="date")
    for language, reason in (("de", decision.reason_de), ("en", decision.reason_en)):
        if reason:
            yield text(iri, "reason", reason, language=language)
    for name, values in (
        ("matches", decision.matches),
        ("acceptedAs", decision.accepted_as),
        ("correctedBy", decision.corrected_by),
    ):
        yield from (link(iri, name, value) for value in values)


def facts_of(triples: Iterable[ox.Triple]) -> Facts:
    """Subject IRI → predicate IRI → values, in order; literals by their lexical form."""
    found: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for t in triples:
        value = getattr(t.object, "value", "")
        found[getattr(t.subject, "value", "")][t.predicate.value].append(value)
    return found


def read_proposals(source: Source, slug: str, names: Names) -> tuple[Proposal, ...]:
    """The proposals that a file describes; `ParseError` names one that cannot be read."""
    facts = facts_of(source.triples)
    languages = {
        getattr(t.subject, "value", ""): t.object.language or ""
        for t in source.triples
        if t.predicate.value == OA + "exact" and isinstance(t.object, ox.Literal)
    }
    found = []
    for iri, own in facts.items():
        if PROPOSAL not in own.get(TYPE, ()):
            continue
        try:
            found.append(_proposal(iri, facts, languages, names.iri("proposal", slug)))
        except (IndexError, ValueError) as error:
            raise ParseError(
                f"the proposal {names.compact(iri)} is incomplete",
                file=source.name,
                line=source.line_of(iri),
                hint="run 'onrecord extract' again",
            ) from error
    return tuple(sorted(found, key=_turn))


def _turn(proposal: Proposal) -> tuple[int, bool, Spans, str]:
    """Names before what is told with them, paragraph by paragraph, then in the order of the text:
    whoever decides on a deal has decided who its parties are."""
    named = proposal.kind == "mention"
    return proposal.anchor.paragraph, not named, proposal.spans, proposal.key


def _proposal(iri: str, facts: Facts, languages: Mapping[str, str], base: str) -> Proposal:
    own = facts[iri]
    anchor, position = facts[f"{iri}#anchor-1"], facts[f"{iri}#anchor-1-position"]
    quoted = facts[f"{iri}#anchor-1-quote"]
    place = Anchor(
        int(position[OA + "start"][0]),
        int(position[OA + "end"][0]),
        quoted[OA + "exact"][0],
        int(anchor[ONR + "paragraph"][0]),
        quoted[ONR + "prefixHash"][0],
        quoted[ONR + "suffixHash"][0],
    )
    kind = _local(own[ONR + "proposalKind"][0])
    if kind not in KINDS:
        raise ValueError(kind)
    passages = sorted(_passage(facts[part]) for part in own[ONR + "passage"])
    hashes = tuple(digest for _, digest in passages)
    return Proposal(
        key=iri.removeprefix(base + "/"),
        kind=kind,
        spans=tuple(span for span, _ in passages),
        anchor=place,
        text_hash=anchor[ONR + "textHash"][0],
        rule=own[ONR + "generatedByRule"][0],
        confidence=own[ONR + "confidence"][0],
        why=own[ONR + "why"][0],
        speaker=_one(own, "proposedSpeaker"),
        speaker_name=_one(own, "proposedSpeakerName"),
        entities=tuple(sorted(own.get(ONR + "proposedEntity", ()))),
        content=_one(own, "proposedContent"),
        form=_local(_one(own, "form")),
        modality=_local(_one(own, "modality")),
        polarity=_local(_one(own, "polarity")),
        hedge=_one(own, "hedge"),
        relation=_one(own, "proposedRelation").removeprefix(ONR),
        origin=_one(own, "proposedFrom").removeprefix(base + "/"),
        target=_one(own, "proposedTo").removeprefix(base + "/"),
        language=languages.get(f"{iri}#anchor-1-quote", ""),
        hashes=hashes if any(hashes) else (),
    )


def _passage(own: Mapping[str, list[str]]) -> tuple[Span, str]:
    """Where a passage stands, and the hash of its words."""
    return (int(own[OA + "start"][0]), int(own[OA + "end"][0])), _one(own, "textHash")


def read_decisions(source: Source, slug: str, names: Names) -> tuple[Decision, ...]:
    """The decisions of a `review.ttl`, sorted by the key of their proposals."""
    reasons: dict[tuple[str, str], str] = {}
    for t in source.triples:
        if t.predicate.value == ONR + "reason" and isinstance(t.object, ox.Literal):
            subject = getattr(t.subject, "value", "")
            reasons[subject, t.object.language or ""] = t.object.value
    found = []
    for iri, own in facts_of(source.triples).items():
        if DECISION not in own.get(TYPE, ()):
            continue
        decided = own.get(ONR + "decides", [])
        verdicts = [str(_local(value)) for value in own.get(ONR + "decision", [])]
        if len(decided) != 1 or len(verdicts) != 1 or verdicts[0] not in VERDICTS:
            raise ParseError(
                f"the decision {names.compact(iri)} is incomplete or ambiguous",
                file=source.name,
                line=source.line_of(iri),
                hint="say once what it decides (onr:decides) and how (onr:decision: "
                f"{', '.join(VERDICTS)})",
            )
        found.append(
            Decision(
                key=decided[0].removeprefix(names.iri("proposal", slug) + "/"),
                verdict=verdicts[0],
                by=_one(own, "decidedBy"),
                date=(own.get(DATE) or [""])[0],
                reason_de=reasons.get((iri, "de"), ""),
                reason_en=reasons.get((iri, "en"), ""),
                matches=tuple(sorted(own.get(ONR + "matches", ()))),
                accepted_as=tuple(sorted(own.get(ONR + "acceptedAs", ()))),
                corrected_by=tuple(sorted(own.get(ONR + "correctedBy", ()))),
            )
        )
    return tuple(sorted(found, key=lambda d: d.key))


def described(source: Source) -> tuple[ox.Triple, ...]:
    """The triples of a `review.ttl` that describe proposals that the machine makes no longer."""
    return tuple(
        t for t in source.triples if not getattr(t.subject, "value", "").endswith("#decision")
    )


def _one(own: Mapping[str, list[str]], name: str) -> str:
    return (own.get(ONR + name) or [""])[0]


def _local(iri: str) -> ProposalKind:
    return cast(ProposalKind, iri.removeprefix(SCHEME).partition("#")[2])
