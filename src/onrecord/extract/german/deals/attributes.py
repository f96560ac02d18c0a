"""Deals told by an attribute: `die von der X übernommene Y baut Stellen ab`."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from onrecord.extract.german.deals.calls import may_call
from onrecord.extract.german.deals.parties import Mention
from onrecord.extract.german.deals.reading import Reader
from onrecord.extract.german.grammar.document import Document, Sentence
from onrecord.extract.german.grammar.flags import ADJ, CAP, FINITE
from onrecord.extract.tokens import recalled

AGENTS = frozenset(("von", "durch"))
ARTICLES = frozenset("der die das dem den des ihre seine ihrer seiner ihren seinen".split())
ENDINGS: Final = tuple(
    stem + ending for stem in ("t", "en", "n") for ending in ("e", "en", "er", "es", "em")
)
REACH = 5
"""The participle stands no further behind the name of who acts, in tokens."""
BEFORE = 3
"""An adverb may stand between the article and the preposition: `die jüngst von X`."""


def attributed(
    document: Document, reader: Reader, sentence: Sentence, mentions: Sequence[Mention]
) -> Iterator[tuple[str, Mention, Mention]]:
    """The participle, who acts, and whom it is done to."""
    low, flags = document.tokens.low, document.flags
    for agent, whole in pairwise(mentions):
        if agent.place not in AGENTS or agent.name == whole.name or agent.at < 0:
            continue
        begin = _preposition(low, sentence.begin, agent.at)
        if begin < 0 or not ARTICLES & set(low[max(sentence.begin, begin - BEFORE) : begin]):
            continue
        between = range(reader.end_of(agent.at), min(whole.at, agent.at + REACH + 1))
        if any(low[i] in (",", ";", "und", "oder") for i in between):
            continue
        call = next((low[i] for i in between if flags[i] & (ADJ | FINITE) and not flags[i] & CAP
                     and _participle(low[i])), "")  # fmt: skip
        if call:
            yield call, agent, whole


def _preposition(low: Sequence[str], begin: int, at: int) -> int:
    near = range(at - 1, max(begin, at - REACH) - 1, -1)
    return next((i for i in near if low[i] in ("von", "vom", "durch")), -1)


@recalled
def _participle(word: str) -> bool:
    return word.endswith(ENDINGS) and may_call(word)
