"""Companies that a sentence names and that take no part in its deals: advisers, who is compared,
near whom something lies."""

from collections.abc import Sequence
from typing import Final

from onrecord.extract.german.deals.parties import Mention
from onrecord.extract.german.grammar.document import Document, Sentence
from onrecord.extract.german.grammar.flags import ADJ, CAP, DET
from onrecord.extract.tokens import Kind

NEARNESS = frozenset(
    "nähe nachbarschaft vorbild sichtweite vorbilds beispiel muster niveau gegensatz".split()
)
"""`in der Nähe von X`, `nach dem Vorbild der X`."""
ADVISING = frozenset("beraten berät beriet berate berieten".split())
LIKE = frozenset(("wie", "als"))
COMPARING = frozenset(
    """so ebenso genauso mehr weniger anders ähnlich später früher größer kleiner besser schlechter
    günstiger teurer schneller doppelt länger höher""".split()
)
ASIDE: Final = Kind.of(NEARNESS | ADVISING | LIKE | {"leer"}, placed=False)
REACH = 5


def taking_part(
    document: Document, sentence: Sentence, mentions: Sequence[Mention], on_sale: bool
) -> list[Mention]:
    """Those that are neither advisers nor only compared; `on_sale`: it is told what others bid
    for."""
    low = document.tokens.low
    advised = bool(ADVISING.intersection(low[sentence.begin : sentence.end]))
    lost = not on_sale and "leer" in low[sentence.begin : sentence.end]
    if lost and len({m.name for m in mentions}) > 1:
        mentions = [m for m in mentions if not _lost(document, sentence, m)] or mentions
    return [
        m
        for m in mentions
        if m.at < 0
        or not (
            (advised and _advises(low, sentence, m))
            or _near(document, sentence, m.at)
            or _compared(document, sentence, m.at)
        )
    ]


def _lost(document: Document, sentence: Sentence, mention: Mention) -> bool:
    """`X hat sich durchgesetzt, Y ging leer aus`: Y is not who X got."""
    part = next((p for p in sentence.segments if p.begin <= mention.at < p.end), None)
    if part is None or mention.place not in ("", "subj"):
        return False
    words = document.tokens.low[part.begin : part.end]
    return "leer" in words and not {"aus", "ausgegangen"}.isdisjoint(words)


def _advises(low: Sequence[str], sentence: Sentence, mention: Mention) -> bool:
    """`Die Bank X hat Y beim Verkauf beraten`, `Y wird von der Kanzlei X beraten`."""
    verb = next(i for i in range(sentence.begin, sentence.end) if low[i] in ADVISING)
    part = next((p for p in sentence.segments if p.begin <= verb < p.end), None)
    if part is None or not part.begin <= mention.at < part.end:
        return False
    if "über" in low[part.begin : part.end]:
        return False  # `X und Y beraten über eine Allianz`
    passive = not {"wurde", "wurden", "wird", "werden", "worden"}.isdisjoint(low[part.begin : verb])
    return mention.place in (("von", "durch") if passive else ("", "subj"))


def _phrase(document: Document, sentence: Sentence, at: int) -> int:
    """The token before the phrase of a name: past its nouns, adjectives and article."""
    flags, k = document.flags, at - 1
    while k >= sentence.begin and at - k <= REACH and flags[k] & (ADJ | CAP | DET):
        k -= 1
    return k


def _near(document: Document, sentence: Sentence, at: int) -> bool:
    low = document.tokens.low
    k = next((k for k in range(at - 1, max(sentence.begin, at - REACH) - 1, -1)
              if low[k] in ("von", "vom", "des", "der", "zu", "zum", "zur")), -1)  # fmt: skip
    return k > sentence.begin and low[k - 1] in NEARNESS


def _compared(document: Document, sentence: Sentence, at: int) -> bool:
    """`mehr als X`, `so viel wie der Rivale X`."""
    low, k = document.tokens.low, _phrase(document, sentence, at)
    if k <= sentence.begin or low[k] not in LIKE:
        return False
    return not COMPARING.isdisjoint(low[max(sentence.begin, k - REACH) : k])


def compares(low: Sequence[str], word: str) -> bool:
    """`Beim Verkauf der Sparte von X sei seinerzeit mehr herausgesprungen`: a deal of former days,
    of which no other side is told."""
    if THEN.isdisjoint(low) or word not in low:
        return False
    at = list(low).index(word)
    return at > 0 and low[at - 1] in ("beim", "bei")


THEN = frozenset(("seinerzeit", "damals"))


GOES_ON = frozenset("dafür davon daran darauf damit dazu dabei beide beides es sie mit zu".split())
"""What a second clause says of what the first tells."""
TAKING = ("kauf", "verkauf", "übern", "zahl", "erwirb", "erwarb", "bekomm", "bekam", "erh", "nimm",
          "nahm", "bezieh", "liefer", "beliefer", "steig", "stieg", "beteilig", "biet", "bot",
          "steck", "hält", "bleib", "soll", "will", "wird", "hat")  # fmt: skip
"""Verbs of who stands on the other side of a deal, or of what is told more of it."""


def contrasted(document: Document, sentence: Sentence, told: Sequence[Mention]) -> bool:
    """`X kauft Strom, Y erzeugt ihn selbst`: the second clause has a subject and a matter of its
    own, so that Y takes no part in what the first one tells."""
    last = told[-1]
    part = sentence.segments[-1]
    if not part.begin <= last.at <= part.begin + 1 or told[0].at >= part.begin:
        return False
    if part.mark not in (",", ";") or last.place not in ("", "subj"):
        return False
    if any(m.name == last.name for m in told[:-1]):
        return False  # `arbeitet gern mit X, und X habe gute Chips`
    verb = document.finite(part.begin, part.end)
    low = document.tokens.low[last.at : part.end]
    if not last.at < verb <= last.at + 2 or verb >= part.end - 1 or not GOES_ON.isdisjoint(low):
        return False
    return not any(word.startswith(TAKING) for word in low)
