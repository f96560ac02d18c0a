"""Words that draw a relation + the quotations → who answers, denies, repeats, conditions whom.

A language finds the words (`Sign`); which quotations they join is the same in every language.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from onrecord.extract.holding import Holders
from onrecord.extract.records import (
    End,
    Entity,
    Office,
    Quote,
    Relation,
    RelationType,
    Source,
    Spans,
)

Doing = Literal[
    "deny", "answer", "repeat", "qualify", "follow", "need", "depend", "reason", "consequence",
    "earlier",
]  # fmt: skip
"""What the words say: `need` and `reason` that the statement they stand in is the condition or the
reason of the one before, `depend` and `consequence` that the one before is its, `earlier` that the
sentence goes back to what was reported before."""
DOES: Final[dict[Doing, tuple[RelationType, ...]]] = {
    "deny": ("disputes", "respondsTo"),
    "answer": ("respondsTo",),
    "repeat": ("restates",),
    "qualify": ("qualifies",),
    "follow": ("follows",),
    "need": ("conditionalOn",),
    "depend": ("conditionalOn",),
    "reason": ("givenAsReasonFor",),
    "consequence": ("givenAsReasonFor",),
}
ANSWERS: Final = ("deny", "answer")
EMBEDS: Final = Source("embeds", "1", 0.85, "a report stands inside a report")
FAR, NEAR, AHEAD = 10, 4, 6
"""How many sentences back an answer is linked: with a word for a report, a name or a mention of who
answers; without; and how many ahead, where nothing was reported before."""
REPEATED, FOLLOWED = 12, 4
"""The same for what somebody repeats or says later."""
LONG: Final = 5
"""Letters of a word that two statements have in common, where nouns are written small."""
BARE: Final = 4
"""`X dementierte umgehend.`: what has no more blanks says that somebody answers, not what."""
MOST_SIGNS: Final = 2000
"""A text with more is broken; work must stay linear."""
_ACTORS: Final = ("person", "company", "medium")


@dataclass(frozen=True, slots=True)
class Sign:
    """Words in sentence number `sentence` that draw a relation; `report` names what is answered,
    `pointing` tells that a pronoun points at what was just said, and `said` that the words are
    somebody's own: `That is not true`."""

    doing: Doing
    sentence: int
    cue: Spans
    source: Source
    report: Spans = ()
    pointing: bool = False
    said: bool = False


@dataclass(slots=True)
class _Said:
    """A quotation where it stands: its position in the extraction and in the text, its first and
    last sentence, and whose side it takes."""

    number: int
    place: int
    first: int
    last: int
    begin: int
    end: int
    side: str
    quote: Quote


class Relating:
    """The quotations of one text, by sentence."""

    def __init__(
        self,
        text: str,
        sentences: Spans,
        quotes: Sequence[Quote],
        entities: Sequence[Entity],
        offices: Sequence[Office],
        large: bool,
    ) -> None:
        self._text, self._sentences, self._large = text, sentences, large
        self._holders = Holders(text, entities)
        self._media = frozenset(e.name for e in entities if e.kind == "medium")
        self._firms: dict[str, str] = {}
        for office in offices:
            self._firms.setdefault(office.person, office.company)
        self._starts = [begin for begin, _ in sentences]
        ordered = sorted(
            (q.quote[0][0], -q.quote[-1][1], number, q)
            for number, q in enumerate(quotes)
            if q.quote
        )
        self._said = [
            _Said(
                number,
                place,
                self._sentence_at(begin),
                bisect_left(self._starts, -end) - 1,
                begin,
                -end,
                self._side(quote.holder),
                quote,
            )
            for place, (begin, end, number, quote) in enumerate(ordered)
        ]
        self._in: dict[int, list[_Said]] = {}
        for said in self._said:
            for at in range(said.first, said.last + 1):
                self._in.setdefault(at, []).append(said)

    def relations(self, signs: Sequence[Sign]) -> tuple[Relation, ...]:
        """What the signs say, once each, in the order of the text; and what embeds what."""
        earlier = frozenset(s.sentence for s in signs if s.doing == "earlier")
        drawn = [s for s in signs if s.doing != "earlier"][:MOST_SIGNS]
        found: dict[tuple[str, End, End | None], Relation] = {}
        for relation in (*(r for s in drawn for r in self._drawn(s, earlier)), *self._nested()):
            found.setdefault((relation.type, relation.origin, relation.target), relation)
        return tuple(sorted(found.values(), key=lambda r: (r.cue, r.type, r.origin.at)))

    def _drawn(self, sign: Sign, earlier: frozenset[int]) -> Iterator[Relation]:
        origin = self._origin(sign)
        if origin is None:
            return
        if sign.doing in ANSWERS:
            target = self._answered(sign, origin) or self._ahead(sign, origin, earlier)
            end = _beginning(target) if target else None
            if end is None and not sign.report:
                return
            for kind in DOES[sign.doing] if end is not None else ("respondsTo",):
                for start in self._going_on(sign, origin) if kind == "respondsTo" else (origin,):
                    yield Relation(kind, _beginning(start), end, sign.cue, sign.report, sign.source)
            return
        here, before = self._taking_up(sign, origin)
        if before is not None:
            ends = (before, here) if sign.doing in ("need", "consequence") else (here, before)
            for kind in DOES[sign.doing]:
                yield Relation(kind, *ends, sign.cue, (), sign.source)

    def _side(self, name: str) -> str:
        """A person speaks for the company where they hold office."""
        return self._firms.get(name, name)

    def _sentence_at(self, offset: int) -> int:
        return max(bisect_right(self._starts, offset) - 1, 0)

    def _sides_named(self, begin: int, end: int) -> Iterator[tuple[int, str]]:
        for mention, name in self._holders.named_in(begin, end, _ACTORS):
            yield mention[0], self._side(name)

    def _origin(self, sign: Sign) -> _Said | None:
        """The quotation that the words belong to: in its cue or frame, around them, or behind."""
        here = [
            s for s in self._in.get(sign.sentence, []) if not _touch(s.quote.speaker, sign.report)
        ]
        begin, end = sign.cue[0][0], sign.cue[-1][1]
        for part in ("cue", "frame"):
            for said in here:
                if _touch(getattr(said.quote, part), ((begin, end),)):
                    return said
        outside = sign.doing in ANSWERS or sign.doing == "follow"
        looked = outside or sign.doing in ("reason", "qualify")
        behind = self._behind(sign, here) if looked else None
        for said in here:
            if not (said.begin <= begin and end <= said.end):
                continue
            if not outside or sign.said:
                return said
            if said.quote.type == "Reported":
                bare = self._text.count(" ", said.begin, said.end) < BARE
                return behind if bare and behind is not None else said
        return behind

    def _behind(self, sign: Sign, here: Sequence[_Said]) -> _Said | None:
        """`X reagierte gereizt. Man habe ...`: what X says in the sentences behind."""
        span = self._sentences[sign.sentence]
        for said in here:
            if said.begin >= sign.cue[-1][1]:
                return said
        named = {name for _, name in self._holders.named_in(*span, _ACTORS)}
        for at in (sign.sentence + 1, sign.sentence + 2):
            if at >= len(self._sentences) or not self._joined(sign.sentence, at):
                return None
            for said in self._in.get(at, [])[:1]:
                mine = any(span[0] <= b < span[1] for b, _ in said.quote.speaker)
                led = self._text[span[1] - 1] == ":" and at == sign.sentence + 1
                if said.first == at:
                    return said if mine or led or said.quote.holder in named else None
        return None

    def _going_on(self, sign: Sign, origin: _Said) -> Iterator[_Said]:
        """Where a sentence only says that somebody answers, the answer is all that they say in the
        rest of the paragraph."""
        yield origin
        if origin.first == sign.sentence:
            return
        last = origin
        for said in self._said[origin.place + 1 : origin.place + FAR]:
            if said.first - last.last > 1 or not self._joined(sign.sentence, said.first):
                return
            if said.side != origin.side or said.begin < last.end:
                continue
            last = said
            yield said

    def _joined(self, one: int, other: int) -> bool:
        """Whether two sentences stand in one paragraph; a colon leads on into the next one."""
        end = self._sentences[one][1]
        between = self._text[end : self._sentences[other][0]]
        return "\n\n" not in between or self._text[end - 1 : end] == ":"

    def _answered(self, sign: Sign, origin: _Said) -> _Said | None:
        """The statement of another side that fits an answer best."""
        named = {
            side
            for at, side in self._sides_named(*self._sentences[sign.sentence])
            if not any(b <= at < e for b, e in origin.quote.speaker)
        }
        best: tuple[float, _Said] | None = None
        for at in range(sign.sentence, max(-1, sign.sentence - FAR - 1), -1):
            for said in self._in.get(at, []):
                if said.last != at or not _another(said, origin):
                    continue
                score = self._fit(sign, origin, said, named)
                near = sign.sentence - at <= (FAR if sign.report else NEAR)
                if (near or score > 0) and (best is None or score > best[0]):
                    best = score, said
        if best is None:
            return None
        return self._whole_report(best[1]) if sign.report else best[1]

    def _fit(self, sign: Sign, origin: _Said, said: _Said, named: set[str]) -> float:
        """How well an answer fits a statement; half a point less for every sentence between."""
        score = -0.5 * (sign.sentence - said.last)
        if sign.pointing:
            return 4 * score
        if said.side and said.side in named:
            score += 3
        hearsay = said.quote.type == "FreeIndirect" or said.quote.holder == "anonymous"
        if sign.report and (hearsay or said.quote.holder in self._media):
            score += 2
        if any(side == origin.side for _, side in self._sides_named(said.begin, said.end)):
            score += 3 if sign.doing == "deny" else 1
        inner = self._said[said.place + 1 : said.place + 3]
        own = origin.quote.holder
        if any(s.begin < said.end and s.quote.holder == own != "" for s in inner):
            score += 3
        return score

    def _whole_report(self, said: _Said) -> _Said:
        """Who answers a report answers it from its beginning: the first of the statements that
        the same holder makes in a row."""
        first = said
        for other in reversed(self._said[max(0, said.place - FAR) : said.place]):
            if first.first - other.last > 2:
                break
            if other.side == said.side:
                first = other
        return first

    def _ahead(self, sign: Sign, origin: _Said, earlier: frozenset[int]) -> _Said | None:
        """`X wies Berichte zurück. ... Die Zeitung hatte zuvor gemeldet, ...`"""
        if not sign.report:
            return None
        # What a text begins with answers what was reported, which is told behind it.
        first = not any(_another(said, origin) for said in self._said[: origin.place])
        for at in range(sign.sentence + 1, sign.sentence + AHEAD):
            for said in self._in.get(at, []):
                told = said.quote.holder in self._media or said.quote.holder == "anonymous"
                if (at in earlier or first) and told and _another(said, origin):
                    return said
        return None

    def _taking_up(self, sign: Sign, origin: _Said) -> tuple[End, End | None]:
        """The statement with the sign, and the one before of the same side that it takes up."""
        if origin.first < sign.sentence and sign.doing not in ("repeat", "follow"):
            before = self._sentences[sign.sentence - 1][0]
            return End(origin.number, sign.cue[0][0]), End(origin.number, max(before, origin.begin))
        reach = {"repeat": REPEATED, "follow": FOLLOWED}.get(sign.doing, 1)
        words = self._nouns(origin) if sign.doing == "repeat" else frozenset()
        for said in reversed(self._said[max(0, origin.place - REPEATED) : origin.place]):
            if origin.first - said.last > reach:
                break
            if said.side != origin.side or said.end > origin.begin:
                continue
            if sign.doing != "repeat" or words & self._nouns(said):
                return _beginning(origin), End(said.number, said.end - 1)
        return _beginning(origin), None

    def _nouns(self, said: _Said) -> frozenset[str]:
        """The long words of a quotation, without their endings; where nouns are written large,
        those alone."""
        parts = " ".join(self._text[b:e] for b, e in said.quote.quote).split()
        bare = (word.strip("„“”«»\"'.,;:!?()") for word in parts[self._large :])
        if not self._large:
            return frozenset(word.lower()[:6] for word in bare if len(word) >= LONG)
        return frozenset(word[:6] for word in bare if len(word) > 3 and word[0].isupper())

    def _nested(self) -> Iterator[Relation]:
        """What somebody reports of somebody else's words."""
        for outer in self._said:
            covered = outer.begin
            if outer.quote.type == "Direct":
                continue
            for inner in self._said[outer.place + 1 : outer.place + 4]:
                if inner.begin > outer.end:
                    break
                framing = inner.quote.cue or inner.quote.speaker
                framed = bool(framing) and _inside(framing, outer)
                cue = inner.quote.cue or outer.quote.cue or framing
                if covered < inner.end <= outer.end and framed and outer.side != inner.side:
                    covered = inner.end
                    ends = _beginning(outer), _beginning(inner)
                    yield Relation("embeds", *ends, cue, (), EMBEDS)


def _beginning(said: _Said) -> End:
    return End(said.number, said.begin)


def _inside(spans: Spans, said: _Said) -> bool:
    return said.begin <= spans[0][0] and spans[-1][1] <= said.end


def _touch(one: Spans, other: Spans) -> bool:
    return any(b < f and c < e for b, e in one for c, f in other)


def _another(said: _Said, origin: _Said) -> bool:
    """Whether a quotation may be answered: of another side, not inside what answers."""
    inside = origin.begin <= said.begin and said.end <= origin.end
    around = said.begin <= origin.begin and origin.end <= said.end
    return said.number != origin.number and said.side != origin.side and not (inside or around)


def related(
    text: str,
    sentences: Spans,
    quotes: Sequence[Quote],
    entities: Sequence[Entity],
    offices: Sequence[Office],
    signs: Sequence[Sign],
    *,
    large: bool,
) -> tuple[Relation, ...]:
    """The relations that a text draws between the quotations in it; its language may write nouns
    `large`."""
    return Relating(text, sentences, quotes, entities, offices, large).relations(signs)
