"""A new extraction takes over the addresses and decisions of the last, by place and content.

A text that changed is followed by the hashes around each anchor; a passage of which a word differs
is another one. What no longer matches keeps its decision and is told.
"""

import hashlib
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Final, TypeAlias

from onrecord.article import Anchor, Article, Gone, Moved, find_anchor, verify_anchor
from onrecord.errors import AnchorError
from onrecord.extract.records import Spans
from onrecord.review.records import Decision, Proposal, length, overlap

LEAST_SHARED: Final = 0.5
"""Two passages are one if they share this part of their union."""
_ANYWHERE: Final = frozenset({"mention", "relation"})
"""What is the same wherever it stands: an agent with all its mentions, two statements joined."""
_Find: TypeAlias = Callable[[Anchor], Anchor | None]
_Way: TypeAlias = Callable[[Proposal, Mapping[str, Proposal]], str | None]


@dataclass(frozen=True, slots=True)
class Carried:
    """The new proposals, each under the address that it had; `lost` are decisions that match none
    any more, `moved` the addresses whose decided passage stands elsewhere or is called anew."""

    proposals: tuple[Proposal, ...]
    decisions: tuple[Decision, ...]
    lost: tuple[Decision, ...]
    moved: tuple[str, ...]


def carry(
    old: Sequence[Proposal],
    decisions: Sequence[Decision],
    new: Sequence[Proposal],
    article: Article,
    withdrawn: Collection[str] = (),
) -> Carried:
    """Gives each new proposal the address, and so the decision, of the old one that it is;
    `withdrawn` are keys that no proposal may have again."""
    decided, former = {d.key for d in decisions}, {p.key: p for p in old}
    ordered = sorted(former.values(), key=lambda p: (p.key not in decided, p.key))
    same = _same(ordered, {p.key: p for p in new}, article)
    fresh = _addressed(new, same, former.keys() | {*withdrawn})
    there = {p.key: p for p in fresh}
    stays = {*same.values(), *({p.key for p in new} - former.keys())}
    ranked = sorted(decisions, key=lambda d: d.key)
    kept = tuple(d for d in ranked if d.key in stays)
    lost = tuple(d for d in ranked if d.key not in stays)
    followed = sorted(decided.intersection(same.values()))
    moved = tuple(key for key in followed if _elsewhere(former[key], there[key]))
    return Carried(fresh, kept, lost, moved)


def with_hashes(proposal: Proposal, article: Article) -> Proposal:
    """A proposal that knows the words of its passages by their hashes, but for a passage that is
    printed as its anchor, and for what is the same anywhere."""
    if proposal.kind in _ANYWHERE:
        return proposal
    anchored = (proposal.anchor.begin, proposal.anchor.end)
    hashes = _hashes(article, proposal.spans)
    pairs = zip(proposal.spans, hashes, strict=True)
    kept = tuple("" if at == anchored else digest for at, digest in pairs)
    return replace(proposal, hashes=kept if any(kept) else ())


def _same(
    ordered: Sequence[Proposal], new: Mapping[str, Proposal], article: Article
) -> dict[str, str]:
    """New key → old key of what is the same: first by the key itself, then by what stands around,
    by the words of the anchor where they stand once in the paragraph, at last by what stands on one
    side. Relations come when their ends are known, which tell apart those that look alike."""
    finds = (_by_context(article), _by_words(article), _by_side(article))
    ways: list[_Way] = [partial(_by_key, article=article, find=finds[0])]
    ways += [partial(_match, article=article, find=find) for find in finds]
    free, found = dict(new), dict[str, str]()
    _take([p for p in ordered if p.kind != "relation"], ways, free, found)
    relations = [p for p in ordered if p.kind == "relation"]
    _take(relations, [partial(_by_ends, found=found), *ways], free, found)
    return found


def _take(
    left: Sequence[Proposal],
    ways: Iterable[_Way],
    free: dict[str, Proposal],
    found: dict[str, str],
) -> None:
    """Takes the new proposals that the old ones are out of the `free` ones into `found`; what one
    way tells goes before what the next one does."""
    for way in ways:
        rest = []
        for former in left:
            match = way(former, free)
            if match is None:
                rest.append(former)
            else:
                del free[match]
                found[match] = former.key
        left = rest


def _addressed(
    new: Iterable[Proposal], same: Mapping[str, str], used: Iterable[str]
) -> tuple[Proposal, ...]:
    """The new proposals under their old addresses; no other one gets an address that was used."""
    taken, keys = {*used}, dict(same)
    for proposal in new:
        key = keys.get(proposal.key, proposal.key)
        while proposal.key not in keys and key in taken:
            key = _hash(f"{key}|{proposal.text_hash}")[:12]
        taken.add(key)
        keys[proposal.key] = key
    return tuple(
        replace(
            p,
            key=keys[p.key],
            origin=keys.get(p.origin, p.origin),
            target=keys.get(p.target, p.target),
        )
        for p in new
    )


def _by_key(
    former: Proposal, free: Mapping[str, Proposal], article: Article, find: _Find
) -> str | None:
    own = {former.key: free[former.key]} if former.key in free else {}
    return _match(former, own, article, find)


def _by_ends(
    former: Proposal, free: Mapping[str, Proposal], found: Mapping[str, str]
) -> str | None:
    """The relation between the statements that those of the old one are now."""
    ends = [former.origin, former.target]
    alike = [
        key
        for key, p in sorted(free.items())
        if same_content(former, p) and [found.get(end, "") for end in (p.origin, p.target)] == ends
    ]
    return alike[0] if len(alike) == 1 else None


def _match(
    former: Proposal, free: Mapping[str, Proposal], article: Article, find: _Find
) -> str | None:
    if former.kind in _ANYWHERE:
        number = _paragraph(former, article, find)
        alike = [key for key, p in sorted(free.items()) if _is_the_same(former, p, number)]
        return alike[0] if len(alike) == 1 else None
    spans = _followed(former, article, find)
    if spans is None:
        return None
    ranked = sorted(
        (-_shared(spans, p.spans), key)
        for key, p in free.items()
        if same_content(former, p) and _shared(spans, p.spans) >= LEAST_SHARED
    )
    return ranked[0][1] if ranked else None


def _is_the_same(one: Proposal, other: Proposal, paragraph: int) -> bool:
    near = one.kind == "mention" or paragraph == other.anchor.paragraph
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


def _elsewhere(former: Proposal, now: Proposal) -> bool:
    return (former.spans, former.speaker) != (now.spans, now.speaker)


def _followed(former: Proposal, article: Article, find: _Find) -> Spans | None:
    """The old passages in the present text; `None` where the place cannot be told, or where other
    words stand there now."""
    if former.text_hash == article.text_hash:
        return former.spans
    place = find(former.anchor)
    if place is None:
        return None
    shift = place.begin - former.anchor.begin
    spans = tuple((b + shift, e + shift) for b, e in former.spans)
    words = zip(former.hashes, _hashes(article, spans), strict=False)
    return spans if all(before in ("", now) for before, now in words) else None


def _paragraph(former: Proposal, article: Article, find: _Find) -> int:
    """The number that the proposal's paragraph has now, as far as that can be told."""
    place = None if former.text_hash == article.text_hash else find(former.anchor)
    return (place or former.anchor).paragraph


def _by_context(article: Article) -> _Find:
    def find(anchor: Anchor) -> Anchor | None:
        verdict = verify_anchor(article, anchor)
        if isinstance(verdict, Gone):
            return None
        return verdict.to if isinstance(verdict, Moved) else verdict.anchor

    return find


def _by_words(article: Article) -> _Find:
    def find(anchor: Anchor) -> Anchor | None:
        try:
            return find_anchor(article, anchor.phrase, (anchor.paragraph,))
        except AnchorError:
            return None

    return find


def _by_side(article: Article) -> _Find:
    """A headline has no words of its own around it: where a neighbour is another one, the other
    side tells it."""

    def find(anchor: Anchor) -> Anchor | None:
        verdict = verify_anchor(article, anchor)
        around = (anchor.prefix_hash, anchor.suffix_hash)
        agreeing = [
            place
            for place in (verdict.candidates if isinstance(verdict, Gone) else ())
            if place.prefix_hash == around[0] or place.suffix_hash == around[1]
        ]
        return agreeing[0] if len(agreeing) == 1 else None

    return find


def _hashes(article: Article, spans: Spans) -> tuple[str, ...]:
    return tuple(_hash(article.text[begin:end]) for begin, end in spans)


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
