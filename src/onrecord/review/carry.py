"""Decisions + a new extraction → decisions on the new proposals, matched by place and content.

A text that changed is followed by the hashes around each anchor. What no longer matches keeps its
decision and is told.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from onrecord.article import Article, Gone, Moved, verify_anchor
from onrecord.extract.records import Spans
from onrecord.review.records import Decision, Proposal, length, overlap

LEAST_SHARED: Final = 0.5
"""Two passages are one if they share this part of their union."""
_ANYWHERE: Final = frozenset({"mention", "relation"})
"""What is the same wherever it stands: an agent with all its mentions, two statements joined."""


@dataclass(frozen=True, slots=True)
class Carried:
    """Decisions by the keys of the new proposals; `lost` are those that match none any more,
    `moved` pairs of an old and a new key."""

    decisions: tuple[Decision, ...]
    lost: tuple[Decision, ...]
    moved: tuple[tuple[str, str], ...]


def carry(
    old: Sequence[Proposal],
    decisions: Sequence[Decision],
    new: Sequence[Proposal],
    article: Article,
) -> Carried:
    """Gives each decision to the new proposal that it is about."""
    by_key, keys = {p.key: p for p in old}, {p.key for p in new}
    kept = [d for d in decisions if d.key in keys]
    free = {p.key: p for p in new if p.key not in {d.key for d in kept}}
    lost, moved = [], []
    for decision in sorted((d for d in decisions if d.key not in keys), key=lambda d: d.key):
        former = by_key.get(decision.key)
        match = _match(former, free, article) if former else None
        if match is None:
            lost.append(decision)
            continue
        del free[match]
        kept.append(replace(decision, key=match))
        moved.append((decision.key, match))
    return Carried(tuple(sorted(kept, key=lambda d: d.key)), tuple(lost), tuple(moved))


def _match(former: Proposal, free: Mapping[str, Proposal], article: Article) -> str | None:
    if former.kind in _ANYWHERE:
        alike = [key for key, p in sorted(free.items()) if _is_the_same(former, p)]
        return alike[0] if len(alike) == 1 else None
    spans = _followed(former, article)
    if spans is None:
        return None
    ranked = sorted(
        (-_shared(spans, p.spans), key)
        for key, p in free.items()
        if same_content(former, p) and _shared(spans, p.spans) >= LEAST_SHARED
    )
    return ranked[0][1] if ranked else None


def _is_the_same(one: Proposal, other: Proposal) -> bool:
    near = one.kind == "mention" or one.anchor.paragraph == other.anchor.paragraph
    return near and same_content(one, other)


def same_content(one: Proposal, other: Proposal) -> bool:
    """Whether two proposals say the same of a place: a judgement on one holds for the other."""
    if one.kind != other.kind:
        return False
    if one.kind == "statement":
        return _same_speaker(one, other)
    if one.kind == "deal":
        return _same_speaker(one, other) and one.content == other.content
    if one.kind == "mention" and one.entities and other.entities:
        return one.entities == other.entities
    return one.content == other.content


def _same_speaker(one: Proposal, other: Proposal) -> bool:
    """By IRI where both have one; by name where one was made before its agent was described."""
    if one.speaker and other.speaker:
        return one.speaker == other.speaker
    return one.speaker_name.casefold() == other.speaker_name.casefold()


def _shared(one: Spans, other: Spans) -> float:
    both = overlap(one, other)
    return both / max(length(one) + length(other) - both, 1)


def _followed(former: Proposal, article: Article) -> Spans | None:
    """The old passages in the present text; `None` where the place cannot be told."""
    if former.text_hash == article.text_hash:
        return former.spans
    verdict = verify_anchor(article, former.anchor)
    if isinstance(verdict, Gone):
        return None
    shift = verdict.to.begin - former.anchor.begin if isinstance(verdict, Moved) else 0
    return tuple((b + shift, e + shift) for b, e in former.spans)
