"""A statement that calls false what was said before: `Das stimmt nicht`, `davon kann keine Rede
sein`, `der Bericht sei falsch`."""

from typing import Final

from onrecord.extract.german.grammar.document import Document, Sentence

FALSE: Final = frozenset(
    """falsch haltlos unsinn unwahr erfunden abwegig falschmeldung spekulation spekulationen
    panikmache absurd unbegründet gegenstandslos unzutreffend lüge lügen quatsch blödsinn gelogen
    inkorrekt""".split()
)
BE: Final = frozenset("ist sei sind seien war wäre waren wären".split())
FITS: Final = frozenset("stimmt stimme stimmen stimmten trifft treffe treffen".split())
_TRUE: Final = frozenset("wahr richtig korrekt zutreffend fall".split())
_POINTING: Final = frozenset("das dies dieses".split())
_LEADS: Final = frozenset("aber doch nein und dass denn auch".split())
_LAST: Final = FITS | {"nicht"}
_LONGEST: Final = 9
"""Words of a clause that does nothing else."""
_FAR: Final = _LONGEST + 3
"""No further is its beginning or end looked for: it would be too long."""
ENDS: Final = frozenset((*FALSE, *_TRUE, *FITS, "rede", "nicht", "zu"))
"""A word of the end of such a clause."""


def denial(document: Document, sentence: Sentence, i: int, said: tuple[str, ...]) -> list[int]:
    """The clause around a token, if it calls false what was said; else nothing. Nouns of what is
    `said` may stand in the place of `das`."""
    low, words = document.tokens.low, document.tokens.words
    begin, end = i, i + 1
    least, most = max(sentence.begin, i - _FAR), min(sentence.stop, i + _FAR)
    while begin > least and words[begin - 1][0].isalnum():
        begin -= 1
    while end < most and words[end][0].isalnum():
        end += 1
    while begin < end and low[begin] in _LEADS:
        begin += 1
    clause = low[begin:end]
    if not 2 < len(clause) <= _LONGEST or _says_what(document, end, sentence):
        return []
    if clause[0] == "davon":
        found = "keine" in clause and "rede" in clause and not {"kann", "könne"}.isdisjoint(clause)
        return list(range(begin, end)) if found else []
    named = any(word.endswith(said) for word in clause[1:4]) and document.tokens.words[begin]
    if not (clause[0] in _POINTING or named) or "?" in words[end : end + 2]:
        return []
    return list(range(begin, end)) if _calls_false(clause) else []


def _calls_false(clause: list[str]) -> bool:
    no, last = "nicht" in clause, clause[-1]
    if not FITS.isdisjoint(clause):
        # Not `stimmt nicht zu`, `trifft ihn nicht`.
        treads = any(word.startswith("tr") for word in clause if word in FITS)
        return no and (clause[-2:] == ["nicht", "zu"] if treads else last in _LAST)
    if BE.isdisjoint(clause):
        return False
    said = clause[:-1] if last in BE else clause
    return said[-1] in (_TRUE if no else FALSE)


def _says_what(document: Document, end: int, sentence: Sentence) -> bool:
    """`Das stimmt nicht, dass`, `Es ist falsch, zu`: what is called false comes behind it."""
    low = document.tokens.low
    return end + 1 < sentence.stop and low[end] == "," and low[end + 1] in ("dass", "ob", "wenn")
