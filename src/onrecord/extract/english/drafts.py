"""What every rule of English speech makes: a quotation of token ranges, and how sure it is."""

from collections.abc import Sequence
from typing import Final

from onrecord.extract.english.document import Document, Range
from onrecord.extract.records import Quote, QuoteType, Source, Span

DIRECT: Final = Source("en-direct", "2", 0.93, "quotation marks with a verb of saying beside them")
BARE: Final = Source("en-direct-bare", "2", 0.75, "a sentence in quotation marks behind another")
PART: Final = Source("en-direct-part", "2", 0.75, "words in marks with a verb of calling or saying")
TALK: Final = Source("en-interview", "1", 0.9, "a paragraph behind the name of who answers")
THAT: Final = Source("en-that", "2", 0.88, "a verb of saying governs a clause")
AFTER: Final = Source("en-frame-after", "2", 0.9, "verb of saying and speaker behind the clause")
REPORTED: Final = Source("en-reported", "2", 0.6, "a verb of denying or judging, and its object")
ACCORDING: Final = Source("en-according", "2", 0.92, "`according to` names the source")
RUMOUR: Final = Source("en-rumour", "1", 0.6, "hearsay of nobody in particular")


def make_quote(
    document: Document,
    kind: QuoteType,
    source: Source,
    quote: Sequence[Range],
    speaker: Sequence[Range | Span],
    cue: Sequence[Range] = (),
    frame: Sequence[Range] = (),
    *,
    known: tuple[Span, ...] = (),
) -> Quote:
    """A quotation of token ranges; `known` are the code points of a speaker named before."""
    spans = [
        tuple(document.tokens.span(*r) for r in part if r[1] > r[0])
        for part in (quote, speaker, cue, frame)
    ]
    return Quote(kind, spans[0], known or spans[1], spans[2], spans[3], (), source)
