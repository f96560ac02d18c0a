"""The records that every extraction engine returns: frozen, comparable, picklable.

All offsets are code points into the text of the article, half open.
"""

from dataclasses import dataclass, replace
from typing import Literal, Self

Span = tuple[int, int]
Spans = tuple[Span, ...]

QuoteType = Literal["Direct", "Indirect", "Reported", "FreeIndirect", "IndirectFreeIndirect"]
RelationType = Literal[
    "respondsTo",
    "disputes",
    "restates",
    "qualifies",
    "follows",
    "conditionalOn",
    "givenAsReasonFor",
    "embeds",
]
EntityKind = Literal["company", "person", "medium"]
AmountKind = Literal["exact", "approximate", "upper-bound", "lower-bound", "range", "vague"]
_LEFT_OUT = ("über ", "mehr als ", "unter ", "weniger als ", "more than ", "over ", "above ",
             "less than ", "under ", "below ")  # fmt: skip


def leaves_out(printed: str) -> bool:
    """Whether the printed words of an amount leave its bound itself out: `über 100 Millionen`."""
    return printed.casefold().startswith(_LEFT_OUT)


@dataclass(frozen=True, slots=True)
class Source:
    """What made a proposal: rule or model with its version, how sure it is, and why."""

    rule: str
    version: str
    confidence: float
    why: str


@dataclass(frozen=True, slots=True)
class Quote:
    """A passage in which somebody's words or opinion are rendered, and its roles."""

    type: QuoteType
    quote: Spans
    speaker: Spans
    cue: Spans
    frame: Spans
    addressee: Spans
    source: Source
    holder: str = ""
    """The speaker's name where pronoun or description was resolved, else as printed."""

    def sure(self, confidence: float) -> Self:
        """The same passage with another confidence."""
        return replace(self, source=replace(self.source, confidence=confidence))


@dataclass(frozen=True, slots=True)
class End:
    """One end of a relation: a quotation by its position in the extraction, and a code point of
    the sentence that is meant; both ends may lie in one quotation of several sentences."""

    quote: int
    at: int


@dataclass(frozen=True, slots=True)
class Relation:
    """What a word of the text says of two quotations: that one answers, denies, repeats the other.

    `target` is `None` where the text answers a report of which it quotes nothing; `report` is how
    the text names the report.
    """

    type: RelationType
    origin: End
    target: End | None
    cue: Spans
    report: Spans
    source: Source


@dataclass(frozen=True, slots=True)
class Entity:
    """A company, person or medium that is named in the text, in its fullest form."""

    kind: EntityKind
    name: str
    mentions: Spans
    source: Source
    iri: str | None = None


@dataclass(frozen=True, slots=True)
class Amount:
    """A sum of money as printed; numbers are decimal strings."""

    span: Span
    currency: str | None
    value: str | None
    min: str | None
    max: str | None
    kind: AmountKind
    source: Source


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression as printed; `edtf` is empty where it is relative."""

    span: Span
    edtf: str
    source: Source


@dataclass(frozen=True, slots=True)
class Party:
    """Who takes part in a deal, and as what."""

    name: str
    role: str


@dataclass(frozen=True, slots=True)
class Deal:
    """A deal as one holder tells it."""

    kind: str
    parties: tuple[Party, ...]
    amount: Amount | None
    status: str
    holder: str
    evidence: Span
    source: Source


@dataclass(frozen=True, slots=True)
class Office:
    """A person's office at a company, as the text gives it."""

    person: str
    company: str
    office: str
    evidence: Span
    source: Source


@dataclass(frozen=True, slots=True)
class Extraction:
    """Everything that one engine proposes for one article, and where it saw sentences: none, where
    it does not look at them."""

    language: str
    quotes: tuple[Quote, ...] = ()
    entities: tuple[Entity, ...] = ()
    amounts: tuple[Amount, ...] = ()
    times: tuple[Time, ...] = ()
    deals: tuple[Deal, ...] = ()
    offices: tuple[Office, ...] = ()
    notes: tuple[str, ...] = ()
    sentences: Spans = ()
    relations: tuple[Relation, ...] = ()
