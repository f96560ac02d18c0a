"""What a draft must say besides its fields, so that `check` finds nothing in the statement.

The rules are those of `shapes/statements.ttl` and `shapes/checks`; here they are asked before the
statement is written, in the form that can still be changed.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from onrecord.errors import UsageError
from onrecord.graph import KnowledgeGraph
from onrecord.names import DCTERMS, ONR
from onrecord.review.records import Draft
from onrecord.review.statements import AMOUNT, TIME
from onrecord.review.terms import TYPE, concept

_OF_DEALS: Final = frozenset({ONR + n for n in ("dealStatus", "dealAmount", "bindingness")})
_OBJECTS: Final = {
    ONR + "dealStatus": concept("status", ""),
    ONR + "bindingness": concept("bindingness", ""),
    ONR + "dealAmount": AMOUNT,
    ONR + "publishedOn": TIME,
}


@dataclass(frozen=True, slots=True)
class Ground:
    """What the graph says of deals and documents: `voices` are the article's author and medium,
    `publishers` who published which report."""

    deals: frozenset[str]
    author: str
    voices: frozenset[str]
    publishers: Mapping[str, str]

    @classmethod
    def of(cls, graph: KnowledgeGraph, article: str) -> "Ground":
        """The ground of an article, by its IRI."""
        deals: set[str] = set()
        publishers: dict[str, str] = {}
        author = ""
        for t in graph.triples():
            subject, value = getattr(t.subject, "value", ""), getattr(t.object, "value", "")
            if t.predicate.value == TYPE and value == ONR + "Deal":
                deals.add(subject)
            elif t.predicate.value == DCTERMS + "publisher":
                publishers[subject] = value
            elif t.predicate.value == ONR + "author" and subject == article:
                author = value
        voices = frozenset({author, publishers.get(article, "")} - {""})
        return cls(frozenset(deals), author, voices, publishers)


def check_consistency(draft: Draft, ground: Ground) -> None:
    """Raises `UsageError` where the parts of a draft do not agree; the hint says what to change."""
    _check_speaker(draft, ground)
    _check_report(draft, ground)
    if draft.modality == "hearsay" and not draft.hedge:
        raise UsageError("hearsay by which word?", hint="give the hedge word of the text")
    if draft.gloss_de.strip() == draft.gloss_en.strip():
        raise UsageError("both glosses read the same", hint="translate one of them")
    if draft.on_behalf_of and draft.on_behalf_of == draft.speaker:
        raise UsageError("the speaker speaks for somebody else", hint="leave 'on behalf of' empty")
    if draft.predicate in _OF_DEALS and not ground.deals & {draft.subject, *draft.about}:
        raise UsageError("which deal is this about?", hint="choose it as subject or 'about'")
    wanted = _OBJECTS.get(draft.predicate, "")
    if wanted and not draft.object.startswith(wanted):
        raise UsageError("the object does not fit what is said", hint="choose one of those offered")


def _check_speaker(draft: Draft, ground: Ground) -> None:
    if draft.form == "editorial" and ground.voices and draft.speaker not in ground.voices:
        raise UsageError(
            "editorial is what the article says itself", hint="change the speaker or the form"
        )
    if draft.form in ("direct", "indirect") and draft.speaker == ground.author != "":
        raise UsageError(
            "the author is not rendered as speech", hint="choose the form editorial, or the speaker"
        )


def _check_report(draft: Draft, ground: Ground) -> None:
    if draft.form == "reported" and not (draft.according_to or draft.inside):
        raise UsageError(
            "reported by which report?", hint="choose it under 'according to', or another form"
        )
    publisher = ground.publishers.get(draft.according_to, "")
    if draft.according_to and draft.speaker != publisher and not draft.inside:
        raise UsageError(
            "the report is not the speaker's own",
            hint="choose the statement of its medium that contains this one, or write that first",
        )
