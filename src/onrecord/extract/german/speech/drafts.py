"""The draft of a quotation in token ranges, and the table of rules that may write one."""

from dataclasses import dataclass, field

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of a family: what it is called, how sure it is, and why it fires."""

    id: str
    version: str
    confidence: float
    why: str


@dataclass(slots=True)
class Draft:
    """A quotation in token ranges; `sentence` is the number of the sentence of its cue."""

    type: str
    quote: list[Range]
    rule: Rule
    sentence: int
    speaker: list[Range] = field(default_factory=list)
    cue: list[Range] = field(default_factory=list)
    frame: list[Range] = field(default_factory=list)
    addressee: list[Range] = field(default_factory=list)

    @property
    def begin(self) -> int:
        """The first token of the quote."""
        return self.quote[0][0]

    @property
    def end(self) -> int:
        """The token after the last one of the quote."""
        return self.quote[-1][1]
