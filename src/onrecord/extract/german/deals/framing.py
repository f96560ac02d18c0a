"""Who only speaks of a deal, and who takes part in it."""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import replace

from onrecord.extract.german.deals.parties import OWNER, Mention
from onrecord.extract.german.grammar.document import Document, Segment, Sentence
from onrecord.extract.records import Deal, Party, Quote
from onrecord.extract.tokens import Kind

SPEAKING = Kind.of(("er", "sie", "es", "man"))
Near = Callable[[int, int], Sequence[Quote]]


class Framing:
    """Tells the companies in the frame of speech from those in what is said."""

    def __init__(self, document: Document, people: frozenset[str], near: Near) -> None:
        self._document = document
        self._spans = sorted(
            (*span, span in quote.speaker and quote.holder in people, quote.quote[0][0])
            for quote in near(0, len(document.tokens.text))
            for span in (*quote.frame, *quote.speaker)
        )
        """Frames and speakers: where each stands, if it is a person, where the words begin."""

    def acts(self, sentence: Sentence, told: list[Mention]) -> bool:
        """Whether who speaks is who acts."""
        return self._infinitive(sentence, told) or self.by_pronoun(sentence, told)

    def framed(
        self, sentence: Sentence, mentions: list[Mention]
    ) -> tuple[list[Mention], list[Mention]]:
        """The companies of what is told, and those that only stand in the frame of speech."""
        if not self._spans:
            return [*mentions], []
        begin, end = self._document.tokens.span(sentence.begin, sentence.end)
        first = bisect_left(self._spans, (begin,))
        here = self._spans[first : bisect_left(self._spans, (end,), first)]
        if not here:
            return [*mentions], []
        told: list[Mention] = []
        framed: list[Mention] = []
        for mention in mentions:
            at = self._document.tokens.begins[mention.at]
            around = [s for s in here if s[0] <= at < s[1] and s[3] < end]
            if not around:
                told.append(mention)
            elif not any(personal for _, _, personal, _ in around):
                (framed if any(s[1] <= end for s in around) else told).append(mention)
        if framed and self._talks(sentence, told, framed):
            return mentions, []
        return (told, framed) if told else (framed, [])

    def _infinitive(self, sentence: Sentence, told: list[Mention]) -> bool:
        """`X kündigte an, Y zu kaufen`: who speaks is who acts."""
        part = part_of(sentence, told[0].at)
        return part is not None and self._document.infinitive_clause(part.begin, part.end)

    def by_pronoun(self, sentence: Sentence, told: list[Mention]) -> bool:
        """`Wie X mitteilte, übernimmt sie Y`: the pronoun is who speaks."""
        part = part_of(sentence, told[0].at)
        if part is None:
            return False
        return bool(self._document.tokens.among(SPEAKING, part.begin, told[0].at))

    def _talks(self, sentence: Sentence, told: list[Mention], framed: list[Mention]) -> bool:
        """`X spricht mit Y über Z`: who speaks does not speak of it, but takes part."""
        other = next((m for m in told if m.place == "mit"), None)
        part = part_of(sentence, other.at) if other is not None else None
        return part is not None and any(part.begin <= m.at < part.end for m in framed)


def part_of(sentence: Sentence, token: int) -> Segment | None:
    """The segment of a sentence that a token stands in."""
    return next((p for p in sentence.segments if p.begin <= token < p.end), None)


def with_frame(
    told: list[Mention], framed: list[Mention], infinitive: bool, asset: bool, parted: bool
) -> list[Mention]:
    """Who only speaks of a deal is a party where the other side is not named; `asset`, `parted`: a
    part, several parts of a company are sold."""
    other = next((m for m in framed if m.name not in {t.name for t in told}), None)
    alone = len({m.name for m in told if not m.joined}) < 2
    acted = infinitive and all(m.place not in ("", "subj") for m in told)
    if other is None or not (alone or acted):
        return told
    if told[0].place in ("", "subj") and not infinitive:
        return [*told, replace(other, place=OWNER if parted else "obj", joined=False)]
    place = OWNER if asset and told[0].place == "an" else "subj"
    return [replace(other, place=place, joined=False), *told]


def given_by(deal: Deal, name: str, acting: set[str]) -> Deal:
    """`Y geht an Z, wie X mitteilte`: X sells, where what is sold is what the sentence is about."""
    roles = {p.role: p.name for p in deal.parties}
    if deal.kind != "acquisition" or roles.keys() != {"acquirer", "target"}:
        return deal
    if name in roles.values() or roles["target"] not in acting or roles["acquirer"] in acting:
        return deal
    return replace(deal, parties=(*deal.parties, Party(name, "seller")))
