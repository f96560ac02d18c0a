"""Runs of words written large: what may hold a name."""

from onrecord.extract.german.grammar.document import Document
from onrecord.extract.german.grammar.flags import CAP
from onrecord.extract.german.names.kinds import is_company_kind, is_institute
from onrecord.extract.given import is_given
from onrecord.extract.tokens import CAPITALS, ODD, Kind, listed

PARTICLES = frozenset("von van de di del der den zu zur vom da dos ter al el bin".split())
_FORMS = frozenset("eG mbH eGmbH".split())
JOINTS = frozenset("& + of du del della delle dello et y".split())
_INSIDE = PARTICLES | _FORMS | JOINTS | {"."}
"""What may stand inside a name and is written small."""
HALVED = ("bank", "kasse", "werke", "werken", "bahnen")
_OPENING = frozenset("Van De Von".split())
_ARTICLES = frozenset("den der de".split())
"""`Van den Berg`: a family in the name of a firm."""
_ELIDED = ("d'", "d’", "l'", "l’")
_YOU = frozenset("Sie Ihnen Ihr Ihre Ihren Ihrem Ihrer Ihres".split())
"""No name goes on with whom it is told to: `dass Norderhav Sie kaufen will`."""
ABBREVIATED = frozenset("Dr Prof St Inc Co Corp Cie Ltd".split())


def _joins(word: str) -> bool:
    return word in _INSIDE or word.startswith(_ELIDED)


_JOINING = Kind(_joins, large=False, near=ODD | listed(_INSIDE), placed=False)


def runs(document: Document) -> list[tuple[int, int]]:
    """Runs of words written large, with `&` and name particles inside."""
    words, flags, bits = document.tokens.words, document.flags, document.tokens.bits
    joining = _JOINING.bit
    found, end, n = list[tuple[int, int]](), 0, len(flags)
    for start in document.tokens.where(CAPITALS):
        if start >= end and flags[start] & CAP:
            end = start + 1
            if end < n and (
                flags[end] & CAP
                or bits[end] & joining
                or (words[end] == "und" and _halved(words, end))
            ):
                end = _run_end(document, start)
            found.append((start, end))
    return found


def _run_end(document: Document, start: int) -> int:
    words, flags, breaks = document.tokens.words, document.flags, document.tokens.breaks
    bits, joining = document.tokens.bits, _JOINING.bit
    i, n = start + 1, len(words)
    while i < n and not breaks[i]:
        word = words[i]
        if word in _YOU:
            break
        if flags[i] & CAP and word[0].isupper():
            i += 1
        elif word == "und" and _halved(words, i):
            i += 2
        elif not bits[i] & joining:
            break
        elif word.startswith(_ELIDED):
            if not word[2:3].isupper():
                break
            i += 1
        elif word in _FORMS:
            i += 1
        elif word in JOINTS and i + 1 < n and words[i + 1][0].isupper():
            i += 2
        elif word == "." and (len(words[i - 1]) == 1 or words[i - 1] in ABBREVIATED):
            i += 1
        elif words[i - 1] in _OPENING and word in _ARTICLES and words[i + 1 : i + 2] != []:
            if not words[i + 1][0].isupper():
                break
            i += 2
        elif word in PARTICLES:
            after = _past_particles(words, i, n)
            if after == i:
                break
            i = after
        else:
            break
    return i


def _halved(words: list[str], i: int) -> bool:
    """`Spar- und Darlehensbank`, around the `und` at token i: one word, halved."""
    cut = words[i - 1].endswith("-") and words[i - 1][0].isupper()
    return cut and words[i + 1 : i + 2] != [] and words[i + 1].lower().endswith(HALVED)


def _past_particles(words: list[str], i: int, n: int) -> int:
    """`Ilse van der Meulen`: past the particles and the word behind them, or i itself; so at
    `Ekaterina Wulf von der Privatbank`, which says whose she is."""
    named = i > 1 and is_given(words[i - 2]) and words[i - 2][0].isupper()
    if (
        named
        or not is_given(words[i - 1])
        or words[i] not in PARTICLES
        or words[i] in ("der", "den", "zur")
    ):
        return i
    k = i + 1
    while k < n and words[k] in PARTICLES and k < i + 3:
        k += 1
    if k < n and (is_company_kind(words[k]) or is_institute(words[k].lower())):
        return i
    return k + 1 if k < n and words[k][0].isupper() and words[i] != "zu" else i
