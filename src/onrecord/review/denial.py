"""The words with which a passage is said → whether these deny it: `bestritt, dass …`.

Only what depends on such words is denied by them. Whoever denies in words of his own (`„Nein“,
dementierte er`, `sie widersprach: …`) says these.
"""

import re
from typing import Final, NamedTuple

_WORD: Final = re.compile(r"[^\W\d_]+")
_OBJECT: Final = r"""(?:darstellung|bericht|vorwurf|vorwürf|behauptung|meldung|gerücht|spekulation
    |aussage|angabe|anschuldigung|äußerung|einschätzung|vermutung|verdacht)\w*"""
_OBJECTS: Final = {
    "de": re.compile(_OBJECT + "$", re.VERBOSE),
    "en": re.compile(r"(?:claim|report|allegation|suggestion|accusation|rumou?r|notion|idea)s?$"),
}
"""Nouns for something said, of which the passage tells what it is."""
_VERBS: Final = {
    "de": re.compile(
        r"""(?:dementier|bestreit|bestritt|leugne|verneint|verneine)\w*|abgestritten
        |stritt(?:en)?\sab|streitet\sab""",
        re.VERBOSE,
    ),
    "en": re.compile(r"den(?:y|ies|ied|ying)|disput(?:e|es|ed|ing)|refut(?:e|es|ed)"),
}
"""Verbs of which the object is what is denied."""
_AGAINST: Final = {
    "de": re.compile(
        r"""widerspr[aio]ch\w*|zurückgewiesen|w(?:eis|ies)\w*\szurück
        |tr(?:at|itt)\w*\sentgegen|entgegengetreten""",
        re.VERBOSE,
    ),
    "en": re.compile(r"reject(?:s|ed)?|dismiss(?:es|ed)?|rebut(?:s|ted)?|contradict(?:s|ed)?"),
}
"""Verbs that deny where their object is something said."""
_NAMED: Final = re.compile(r"bezeichne\w*|nennt|nannte\w*|nenne")
_FALSE: Final = frozenset(
    """falsch haltlos unsinn unwahr erfunden abwegig falschmeldung spekulation absurd unbegründet
    gegenstandslos unzutreffend lüge""".split()
)
_OPENED: Final = {
    "de": re.compile(
        rf"(?:\w+,\s+)?(?:dass|wonach|nach\s+de(?:nen|[mr]))\b|(?:d(?:ie|en|as|er)\s+)?{_OBJECT},",
        re.IGNORECASE | re.VERBOSE,
    ),
    "en": re.compile(r"that\b", re.I),
}
"""How a passage begins that depends on what stands before or behind it."""
_UNTRUE: Final = {
    "de": re.compile(
        r"(?:es|das)\s+(?:sei|ist|wäre)\s+(?:schlicht\s+|einfach\s+)?(?:falsch|unwahr|erfunden),"
        r"\s+dass\b",
        re.I,
    ),
    "en": re.compile(r"(?:it|that)\s+(?:is|was)\s+(?:simply\s+)?(?:false|untrue)\s+that\b", re.I),
}
_SPEAKING: Final = re.compile(r",\s+(?:and\s+)?(?:say|said|add|insist|argu)\w*\b")
"""Behind it stands what somebody says who has denied something else: `denied it, saying …`."""
_JOINED: Final = re.compile(r"\b(?:und|and)\s+\w+\W*$")
"""Before it, one who has denied something else goes on: `dementierte und sagte, …`."""
_NOT: Final = frozenset(
    "nicht nie niemals weder noch not never neither nor didn doesn don hasn wouldn".split()
)


class Frame(NamedTuple):
    """The words with which a passage is said: the verb of saying and all of them, and whether they
    stand before it."""

    cue: str
    words: str
    before: bool


def is_denied(passage: str, frame: Frame, language: str) -> bool:
    """Whether the frame denies the passage, or this says of itself that the rest is untrue."""
    if language not in _VERBS:
        return False
    if _UNTRUE[language].match(passage):
        return True
    words = [word.casefold() for word in _WORD.findall(frame.words)]
    if ":" in frame.words or not _NOT.isdisjoint(words):
        return False
    if frame.before and _JOINED.search(frame.words):
        return False
    cue = " ".join(_WORD.findall(frame.cue.casefold()))
    opened = bool(_OPENED[language].match(passage))
    if language == "en" and _SPEAKING.search(passage):
        return False
    if _VERBS[language].search(cue):
        return opened or frame.before
    if language == "en":
        told = frame.before and _tells(words, _OBJECTS["en"], ("that",))
        return told and any(map(_AGAINST["en"].fullmatch, words))
    if _AGAINST["de"].search(cue):
        return opened or (frame.before and _tells(words, _OBJECTS["de"], ("zurück", "entgegen")))
    return bool(_NAMED.search(cue)) and opened and not _FALSE.isdisjoint(words)


def _tells(words: list[str], objects: re.Pattern[str], after: tuple[str, ...]) -> bool:
    """Whether the last of some words is a noun for what follows; some may stand behind it."""
    last = [word for word in words[-2:] if word not in after]
    return bool(last) and objects.match(last[-1]) is not None
