"""An accepted relation → its node in `statements.ttl`: from, type, to, and where it is drawn."""

from collections.abc import Collection, Mapping
from typing import Final

import pyoxigraph as ox

from onrecord.article import Anchor
from onrecord.errors import SourceError, UsageError
from onrecord.graph import KnowledgeGraph
from onrecord.names import ONR, Names
from onrecord.review.terms import TYPE, concept
from onrecord.review.turtle import Line, tagged, with_blocks

EMBEDS: Final = "embeds"
_DOCUMENTS: Final = frozenset(ONR + name for name in ("Document", "Report", "Article"))


def documents(graph: KnowledgeGraph) -> frozenset[str]:
    """The IRIs of the reports and other documents that a graph describes."""
    return frozenset(
        t.subject.value
        for t in graph.triples()
        if t.predicate.value == TYPE
        and isinstance(t.subject, ox.NamedNode)
        and getattr(t.object, "value", "") in _DOCUMENTS
    )


def relation_iri(start: str, kind: str, end: str, known: Collection[str]) -> str:
    """The IRI of a new relation, a part of the statement that it starts from; what that embeds has
    no node, so it is the statement's own."""
    if kind == EMBEDS:
        return start
    local = end.rpartition("/")[2].partition("#")[0]
    names = (f"{start}#rel-{local}", f"{start}#rel-{kind.lower()}-{local}")
    return next((name for name in names if name not in known), names[-1])


def check_relation(
    kind: str, start: str, end: str, kinds: Mapping[str, str], reports: Collection[str]
) -> None:
    """Raises `UsageError` or `SourceError` where two things cannot be joined so; `kinds` says what
    is curated, `reports` are documents."""
    for iri in (start, end):
        if not iri:
            raise UsageError("a relation has two ends", hint="choose both statements")
        if iri not in kinds and iri not in reports:
            raise SourceError(f"nothing describes {iri}", hint="choose one of those offered")
    if start == end:
        raise UsageError("a statement has no relation to itself", hint="choose two statements")
    if kinds.get(start) != "statement":
        raise UsageError(f"{start} is no statement", hint="a relation starts from a statement")
    if kinds.get(end) != "statement" and not (kind == "respondsTo" and end in reports):
        raise UsageError(
            f"{kind} cannot lead to {end}",
            hint="only an answer may point at a whole report; choose a statement",
        )


def with_relation(
    text: str, iri: str, drawn: tuple[str, str, str], anchor: Anchor, language: str, names: Names
) -> str:
    """The text of `statements.ttl` with a relation (from, type, to) added at its end; the anchor
    is where the text draws it."""
    start, kind, end = drawn
    if iri == start:
        return with_blocks(text, [(start, "", [(ONR + kind, [end])])], names)
    lines: list[Line] = [
        (ONR + "relationFrom", [start]),
        (ONR + "relationType", [ONR + kind]),
        (ONR + "relationTo", [end]),
        (ONR + "basis", [concept("basis", "explicit")]),
        (ONR + "paragraph", [str(anchor.paragraph)]),
        (ONR + "anchorPhrase", [tagged(anchor.phrase, language)]),
    ]
    return with_blocks(text, [(iri, ONR + "StatementRelation", lines)], names)
