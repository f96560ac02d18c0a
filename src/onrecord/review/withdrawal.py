"""Decisions that match no proposal any more → dropped; proposals that a release has and the machine
makes no longer → withdrawn.

An address that was released is never lost: the proposal gets its tombstone in `tombstones.ttl`.
"""

from collections.abc import Mapping
from typing import Final

from onrecord.names import PROV, RDFS
from onrecord.review.journal import text_of
from onrecord.review.session import Session
from onrecord.review.terms import PROPOSAL
from onrecord.review.turtle import Block, both, with_blocks

AS: Final = "https://www.w3.org/ns/activitystreams#"
_WHY: Final = (
    "Text oder Regeln haben sich geändert; die Maschine schlägt dies nicht mehr vor.",
    "The text or the rules have changed; the machine proposes this no longer.",
)
_DATE_TIME: Final = "http://www.w3.org/2001/XMLSchema#dateTime"


def forget(session: Session, released: Mapping[str, Mapping[str, str]]) -> int:
    """Drops the lost decisions, but for those that something needs. Each proposal of the article
    that is `released` (IRI → its names by language), no longer made and not needed leaves a
    tombstone. Returns how many decisions they were."""
    base = session.names.iri("proposal", session.article.slug) + "/"
    made = {base + p.key for p in session.proposals} | {base + d.key for d in session.needed()}
    gone = sorted(iri for iri in released if iri.startswith(base) and iri not in made)
    if gone:
        path = session.workspace.kg / "tombstones.ttl"
        blocks = [_grave(iri, released[iri], session.date) for iri in gone]
        session.put(path, with_blocks(text_of(path), blocks, session.names))
    return session.forget()


def _grave(iri: str, named: Mapping[str, str], date: str) -> Block:
    key = iri.rpartition("/")[2]
    names = (named.get("de", f"Vorschlag {key}"), named.get("en", f"Proposal {key}"))
    lines = (
        (AS + "formerType", [PROPOSAL]),
        (RDFS + "label", both(*names)),
        (PROV + "invalidatedAtTime", [f'"{date}T00:00:00Z"^^<{_DATE_TIME}>']),
        (RDFS + "comment", both(*_WHY)),
    )
    return iri, AS + "Tombstone", lines
