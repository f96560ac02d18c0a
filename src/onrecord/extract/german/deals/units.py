"""A stretch of text that may tell a deal."""

from dataclasses import dataclass

from onrecord.extract.german.deals.calls import Range
from onrecord.extract.german.deals.parties import Mention
from onrecord.extract.german.deals.traits import Wording
from onrecord.extract.german.grammar.document import Sentence


@dataclass(slots=True)
class Unit:
    """A clause or sentence that may tell a deal: tokens, the companies that take part in it, and
    those that it names itself."""

    sentence: Sentence
    range: Range
    parts: list[Mention]
    named: list[Mention]
    low: list[str]
    owned: bool
    wording: Wording
    """The words once more, with what they are asked for."""
