"""A review that describes what the graph lacks: agents and other things, deals, offices.

So a curator who begins with an empty workspace never leaves the review to write Turtle.
"""

from typing import Final

from onrecord.errors import UsageError
from onrecord.review.content import deal_parties, deal_parts
from onrecord.review.journal import text_of
from onrecord.review.phrases import unique_anchor
from onrecord.review.records import Decision, Proposal
from onrecord.review.session import Session
from onrecord.review.things import (
    KINDS,
    NewDeal,
    NewThing,
    deal_iri,
    office_iri,
    thing_iri,
    with_deal,
    with_office,
    with_thing,
)

_NO_AGENT: Final = ("Kein Akteur, sondern etwas anderes.", "No agent but something else.")


def describe(session: Session, thing: NewThing, key: str = "") -> str:
    """Adds a thing to the entities; from a mention, the decision on it names the thing.

    Returns the thing's IRI. What is no agent is no mention: that proposal is rejected.
    """
    iri = thing_iri(thing, session.names, session.known)
    if thing.publisher and thing.publisher not in session.known:
        raise UsageError(f"nothing describes {thing.publisher}", hint="choose one of those offered")
    decisions: list[Decision] = []
    if key:
        proposal = _proposal(session, key, "mention")
        decisions.append(_on_mention(session, proposal, thing, iri))
        thing = _with_printed_name(thing, proposal)
    path = session.workspace.kg / "entities" / KINDS[thing.kind].file

    def change() -> None:
        session.put(path, with_thing(text_of(path), thing, iri, session.names))

    session.perform("described", thing.name_de, key, decisions, change)
    return iri


def strike(session: Session, deal: NewDeal, key: str = "") -> str:
    """Adds a deal; from a proposal, it is accepted where kind and parties are those proposed, else
    corrected. Returns the deal's IRI."""
    iri = deal_iri(deal, session.names, session.known)
    decisions: list[Decision] = []
    if key:
        proposal = _proposal(session, key, "deal")
        same = _proposed(session, proposal) == (deal.kind, frozenset(deal.parties))
        decisions.append(session.decision(key, "accepted" if same else "corrected", written=iri))
    path, article = session.folder.file("deals.ttl"), session.article.slug
    recorded = session.names.iri("article", article)

    def change() -> None:
        session.put(path, with_deal(text_of(path), deal, iri, recorded, session.names))

    session.perform("described", deal.name_de, key, decisions, change)
    return iri


def appoint(session: Session, key: str, person: str, company: str, role: str) -> str:
    """Adds the office that a proposal has read, with its place in the text. Returns its IRI."""
    proposal = _proposal(session, key, "office")
    iri = office_iri(person, company, role, session.known)
    same = set(proposal.entities) <= {person, company}
    decision = session.decision(key, "accepted" if same else "corrected", written=iri)
    anchor = unique_anchor(session.article, *proposal.spans[0])
    place = (session.names.iri("article", session.article.slug), session.language)
    path, held = session.folder.file("article.ttl"), (person, company, role)

    def change() -> None:
        new = with_office(text_of(path), iri, held, anchor, place, session.names)
        session.put(path, new, anchored=True)

    session.perform("described", proposal.content, key, [decision], change)
    return iri


def _proposal(session: Session, key: str, kind: str) -> Proposal:
    proposal = session.proposal(key)
    if proposal.kind != kind:
        raise UsageError(
            f"a {proposal.kind} cannot be described as a {kind}", hint="accept or correct it"
        )
    return proposal


def _on_mention(session: Session, proposal: Proposal, thing: NewThing, iri: str) -> Decision:
    if not KINDS[thing.kind].mention:
        return session.decision(proposal.key, "rejected", *_NO_AGENT)
    same = proposal.content.partition(": ")[0] == thing.kind
    return session.decision(proposal.key, "accepted" if same else "corrected", written=iri)


def _with_printed_name(thing: NewThing, proposal: Proposal) -> NewThing:
    """The name that the text prints is known from now on, where the person gave another."""
    printed = proposal.content.partition(": ")[2]
    if thing.alias or printed in (thing.name_de, thing.name_en):
        return thing
    return NewThing(thing.kind, thing.name_de, thing.name_en, printed, thing.publisher)


def _proposed(session: Session, proposal: Proposal) -> tuple[str, frozenset[tuple[str, str]]]:
    parties = ((session.agent(name), role) for name, role in deal_parties(proposal.content))
    return deal_parts(proposal.content)[0], frozenset(parties)
