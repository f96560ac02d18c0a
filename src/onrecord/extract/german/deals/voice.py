"""Whether a verb of dealing stands in the passive: who acts is another one then."""

from collections.abc import Sequence

from onrecord.extract.german.grammar.flags import FINITE, PARTICIPLE
from onrecord.extract.german.grammar.words import flags_of

PASSIVE = frozenset("wird wurde wurden werden worden werde würde würden".split())
PERFECT = frozenset("hat haben hatte hatten habe".split())
PARTICIPLES = (
    "ommen", "kauft", "worben", "liefert", "schluckt", "stellt", "tragt", "äußert", "stattet",
    "rüstet", "versorgt", "nanziert", "geben", "fertigt", "gebaut", "schmolzen",
    "errichtet", "produziert", "stößt", "gewährt", "geräumt", "verleibt",
)  # fmt: skip
OFFERED = ("offerte", "angebot", "gebot", "übernahmeang", "kaufang", "interesse")
ORDERED = ("beauftragt", "betraut")
BEING = frozenset("ist sind war waren".split())


def is_passive(word: str, low: Sequence[str], acts: bool = False) -> bool:
    """`X wird von Y übernommen`; `X beliefert Y, der Vertrag wurde unterzeichnet` is none; `acts`:
    the subject of the verb acts, so any participle will do."""
    if word in ORDERED and not BEING.isdisjoint(low):
        return True  # `ist X beauftragt`
    if PASSIVE.isdisjoint(low) or not (
        word.endswith(PARTICIPLES) or (acts and _past_participle(word))
    ):
        return False
    flags = flags_of(word)
    if flags & FINITE and not flags & PARTICIPLE:
        return False
    present = word.endswith("t") and "ge" not in word
    near = _between_marks(word, low) if present else low
    return not PASSIVE.isdisjoint(near) and PERFECT.isdisjoint(near)


def _past_participle(word: str) -> bool:
    """`fortgeführt`, `eingegliedert`: with `ge`, so it is no present."""
    if word.startswith(OFFERED) or word == "beteiligt":
        return False
    told = bool(flags_of(word) & PARTICIPLE) or word.endswith("iert")
    return told or ("ge" in word[:8] and word.endswith(("t", "en")))


def _between_marks(word: str, low: Sequence[str]) -> Sequence[str]:
    """The words between the marks around a word; all of them where it is not there."""
    if word not in low:
        return low
    at = low.index(word)
    marks = [i for i, other in enumerate(low) if other in (",", ";", ":", "–")]
    begin = max((i for i in marks if i < at), default=-1)
    return low[begin + 1 : min((i for i in marks if i > at), default=len(low))]
