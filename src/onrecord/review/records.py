"""The records of a review: proposals, decisions, drafts of statements; frozen and comparable.

All offsets are code points into the text of the article, half open.
"""

from dataclasses import dataclass
from typing import Final, Literal

from onrecord.article import Anchor
from onrecord.extract.records import Spans

ProposalKind = Literal["statement", "deal", "amount", "time", "mention", "office", "relation"]
Verdict = Literal["accepted", "corrected", "rejected"]

KINDS: Final[tuple[ProposalKind, ...]] = (
    "statement",
    "deal",
    "amount",
    "time",
    "mention",
    "office",
    "relation",
)
VERDICTS: Final[tuple[Verdict, ...]] = ("accepted", "corrected", "rejected")


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a machine proposes; `key` is its hash, stable over extractions.

    `speaker` is the IRI of a known agent or empty; `speaker_name` is how the text has it. A
    `relation` leads from the proposed statement `origin` to `target`, both keys; `target` is empty
    where a whole report is meant. `hashes` are those of the passages, empty for one that the anchor
    prints or where they are not known.
    """

    key: str
    kind: ProposalKind
    spans: Spans
    anchor: Anchor
    text_hash: str
    rule: str
    confidence: str
    why: str
    speaker: str = ""
    speaker_name: str = ""
    entities: tuple[str, ...] = ()
    content: str = ""
    form: str = ""
    modality: str = ""
    polarity: str = ""
    hedge: str = ""
    relation: str = ""
    origin: str = ""
    target: str = ""
    language: str = "de"
    hashes: tuple[str, ...] = ()

    @property
    def told(self) -> str:
        """What it is about and where, in a few words."""
        what = self.anchor.phrase
        if self.kind == "mention":
            what = self.content.partition(": ")[2]  # `person: Mara Lindt`
        return f"the {self.kind} {f'“{what}”, ' if what else ''}paragraph {self.anchor.paragraph}"


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person decided about the proposal `key`.

    `matches` are curated resources that say it already, `accepted_as` one that was written from
    the proposal, `corrected_by` what takes its place; all IRIs.
    """

    key: str
    verdict: Verdict
    by: str
    date: str
    reason_de: str = ""
    reason_en: str = ""
    matches: tuple[str, ...] = ()
    accepted_as: tuple[str, ...] = ()
    corrected_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """A statement that a person writes from a proposal or a passage; IRIs but for the texts.

    `inside` is the statement, of a report, that contains this one.
    """

    name: str
    gloss_de: str
    gloss_en: str
    speaker: str
    subject: str
    predicate: str
    begin: int
    end: int
    label_de: str = ""
    label_en: str = ""
    object: str = ""
    object_de: str = ""
    object_en: str = ""
    form: str = "indirect"
    modality: str = "asserted"
    polarity: str = "affirmed"
    hedge: str = ""
    according_to: str = ""
    on_behalf_of: str = ""
    about: tuple[str, ...] = ()
    inside: str = ""


@dataclass(frozen=True, slots=True)
class Curated:
    """Something a curator wrote that stands at some places of the text; a relation stands where
    its first statement does. `form` is that of a statement, the type of a relation, the kind of a
    deal."""

    iri: str
    kind: ProposalKind
    label: str
    spans: Spans
    speaker: str = ""
    form: str = ""
    entities: tuple[str, ...] = ()
    paragraphs: tuple[int, ...] = ()
    target: Spans = ()


def overlap(one: Spans, other: Spans) -> int:
    """How many code points two passages share."""
    return sum(max(0, min(e, f) - max(b, c)) for b, e in one for c, f in other)


def length(spans: Spans) -> int:
    """How many code points a passage has."""
    return sum(e - b for b, e in spans)
