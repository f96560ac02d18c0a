"""Decisions that match no proposal any more → dropped; what a release has of them is withdrawn.

An address that was released is never lost: the proposal gets its tombstone in `tombstones.ttl`.
"""

from collections.abc import Collection
from typing import Final

from onrecord.names import PROV, RDFS
from onrecord.review.files import called, proposal_iri
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


def forget(session: Session, released: Collection[str]) -> int:
    """Drops the lost decisions; those of `released` addresses leave a tombstone. Returns how many
    decisions they were."""
    slug, names = session.article.slug, session.names
    keys = [d.key for d in session.lost if proposal_iri(names, slug, d.key) in released]
    if keys:
        path = session.workspace.kg / "tombstones.ttl"
        blocks = [_grave(session, key) for key in keys]
        session.put(path, with_blocks(text_of(path), blocks, names))
    return session.forget()


def _grave(session: Session, key: str) -> Block:
    former = session.former.get(key)
    german, english = called(former) if former else (f"Vorschlag {key}", f"Proposal {key}")
    when = f'"{session.date}T00:00:00Z"^^<{_DATE_TIME}>'
    lines = (
        (AS + "formerType", [PROPOSAL]),
        (RDFS + "label", both(german, english)),
        (PROV + "invalidatedAtTime", [when]),
        (RDFS + "comment", both(*_WHY)),
    )
    return proposal_iri(session.names, session.article.slug, key), AS + "Tombstone", lines
