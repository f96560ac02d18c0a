"""Which words call a deal, and which clauses of a sentence tell one of their own."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from operator import itemgetter
from typing import Final

from onrecord.extract.german.deals.parties import BUYER, Mention
from onrecord.extract.german.deals.patterns import PATTERNS
from onrecord.extract.german.deals.traits import Wording
from onrecord.extract.german.deals.words import NO_DEALS, Pattern
from onrecord.extract.german.grammar.document import COLON, Document, Segment, Sentence
from onrecord.extract.german.grammar.flags import CAP, DET, FINITE, PREP, REL, SUBCONJ
from onrecord.extract.tokens import Affixes, Kind, recalled

CORES = tuple("partnerschaft kooperation übernahme fusion großauftrag finanzierungsrunde".split())
HEADS = (*CORES, "beteiligung", "einstieg", "kredit", "darlehen", "zusammenschluss", "verkauf",
         "offerte", "allianz", "bündnis", "auftrag", "liefervertrag", "rahmenvertrag", "lizenz",
         "verhandlungen", "gespräche", "zukauf", "kapitalerhöhung", "joint-venture", "bestellung",
         "lizenzvertrag", "absichtserklärung", "lieferant")  # fmt: skip
"""What a compound ends in that calls a deal: `Vertriebsbündnis`, `Programmkooperation`."""
NO_HEADS = tuple(
    """abverkauf ausverkauf einverkauf vorverkauf räumungsverkauf schlussverkauf straßenverkauf
    dauerauftrag forschungsauftrag bildungsauftrag programmauftrag versorgungsauftrag
    arbeitnehmerbeteiligung bürgerbeteiligung wahlbeteiligung mitarbeiterbeteiligung
    gewinnbeteiligung verbraucherkredit ratenkredit immobilienkredit tarifverhandlungen
    tarifgespräche friedensverhandlungen gerichtsverhandlungen hauptverhandlungen wiedereinstieg
    berufseinstieg quereinstieg börsengespräche hintergrundgespräche amtsübernahme machtübernahme
    kostenübernahme atomwaffenallianz regierungsbündnis wahlbündnis kernfusion""".split()
)
_STARTS: Final = Affixes()
"""A bit for each pattern, by the beginnings of the words that call it."""
for _number, _pattern in enumerate(PATTERNS):
    _STARTS.add(_pattern.starts, 1 << _number)
_NEEDS: Final = [(n, p.needs.wants, p.needs.some) for n, p in enumerate(PATTERNS)]
Range = tuple[int, int]


def candidates(low: list[str], calls: Sequence[int], clause: int) -> Iterator[tuple[Pattern, str]]:
    """Patterns with the word that calls them, of the words at `calls`, in order: first those in or
    behind the clause of a party."""
    if not calls:
        return
    wording = Wording(low)
    traits = wording.traits
    behind = bisect_left(calls, clause)
    for places in (calls[behind:], calls[:behind]):
        called: list[tuple[int, str]] = []
        for i in places:
            for number, wants, some in _called_by(low[i]):
                if traits & wants == wants and (not some or traits & some):
                    called.append((number, low[i]))
        tried = -1
        for number, each in sorted(called, key=_NUMBER) if len(places) > 1 else called:
            pattern = PATTERNS[number]
            if number == tried or not pattern.needs(wording):
                continue
            tried, word = number, call_of(each)
            if not _talks_only(pattern, word):
                yield pattern, word


_NUMBER = itemgetter(0)


BACK = ("übernahme", "fusion", "zusammenschluss", "verkauf", "kauf")
SINCE = frozenset("nach vor seit trotz wegen bis mit durch dank".split())
GOES_ON = frozenset("von vom durch des der dem an bei beim mit zwischen eines einer".split())


def refers_back(words: list[str]) -> bool:
    """`nach der Übernahme`, and nothing of whom: four words of which the third is told already."""
    return (
        words[0] in SINCE
        and words[1] in ("der", "dem", "den", "einer", "einem")
        and words[2].endswith(BACK)
        and (len(words) == 3 or words[3] not in GOES_ON)
    )


def needs_buyer(pattern: Pattern, word: str, mentions: list[Mention]) -> bool:
    """`Käufer` alone is nobody: `Käufer ist X` tells a deal, and `findet mit X einen Käufer`."""
    if not word.startswith(("käufer", "erwerber")) or (
        "mit" in pattern.roles and any(pattern.roles.get(m.place) == "acquirer" for m in mentions)
    ):
        return False
    return not any(m.place == BUYER for m in mentions)


@recalled
def call_of(word: str) -> str:
    """The word that calls a deal, or nothing: `Lizenzpartnerschaft` is a partnership."""
    if word.endswith(CORES):
        return next(core for core in CORES if word.endswith(core))
    if _STARTS.of(word):
        return "" if word.startswith(NO_DEALS) and not _special(word) else word
    if word.endswith(HEADS) and not word.endswith(NO_HEADS):
        return next(head for head in HEADS if word.endswith(head))
    return ""


@recalled
def _called_by(word: str) -> tuple[tuple[int, int, int], ...]:
    """Which patterns a word calls, by their numbers, and the traits that each of them wants: all of
    some, and one of others."""
    call = call_of(word)
    special = _special(call)
    bits, numbers = _STARTS.of(call), list[int]()
    while bits:
        last = bits.bit_length() - 1
        numbers.append(last)
        bits ^= 1 << last
    return tuple(
        [_NEEDS[n] for n in reversed(numbers) if not special or special in PATTERNS[n].starts]
    )


def _special(word: str) -> str:
    """The word of no deal that calls one by a pattern of its own: `ist Lieferant von X`."""
    if not word.startswith(NO_DEALS):
        return ""
    no_deal = next(n for n in NO_DEALS if word.startswith(n))
    return no_deal if no_deal in _STARTS else ""


@recalled
def may_call(word: str) -> bool:
    """Whether a word begins like one that calls a deal."""
    return bool(_STARTS.of(word)) or word.endswith(HEADS)


CALLING = Kind.of(starts=_STARTS, ends=HEADS)


def _talks_only(pattern: Pattern, word: str) -> bool:
    """`Investitionsgespräche` are talks, of an investment yet to come."""
    return pattern.kind == "investment" and word.endswith(("gespräche", "gesprächen"))


def by_colon(
    document: Document, sentence: Sentence, parts: list[Mention], word: str
) -> list[Mention]:
    """`Großauftrag für X: Y ordert Laser`: who acts stands with the verb, behind the colon."""
    if not sentence.kinds & COLON.bit:
        return parts
    colon = next((p.begin for p in sentence.segments if p.mark == ":"), -1)
    before = [m for m in parts if 0 <= m.at < colon]
    behind = [m for m in parts if m.at >= colon]
    if colon < 0 or len(before) != 1 or len(behind) != 1:
        return parts
    if behind[0].place == "obj" and _by_pronoun(document, sentence, colon):
        return [replace(before[0], place="subj"), behind[0]]
    if behind[0].place not in ("", "subj"):
        return parts
    if word not in document.tokens.low[colon : sentence.end]:
        return parts
    return [replace(behind[0], place="subj"), replace(before[0], place="obj")]


def _by_pronoun(document: Document, sentence: Sentence, colon: int) -> bool:
    """`Für X ist es der zweite Zukauf: Im Mai hatte er Y übernommen`: a pronoun acts there."""
    flags, tokens = document.flags, document.tokens
    return any(
        flags[i - 1] & FINITE and not flags[i - 1] & CAP
        for i in tokens.among(_PRONOUNS, colon + 1, sentence.end)
    )


_PRONOUNS = Kind.of(("er", "sie", "es"))


def clause_of(sentence: Sentence, at: int, unit: Range) -> int:
    """Where the clause of token `at` begins, within the unit."""
    for part in sentence.segments:
        if part.begin <= at < part.end:
            return max(part.begin, unit[0])
    return unit[0]


def _main(document: Document, part: Segment) -> bool:
    """`..., ein Jahr später kaufte er Y`: a main clause with no conjunction before it."""
    flags = document.flags
    if flags[part.begin] & (SUBCONJ | REL | PREP | FINITE) and not flags[part.begin] & DET:
        return False
    verb = document.finite(part.begin, part.end)
    return part.begin + 1 < verb < part.end - 1


_AND = Kind.of(("und", "aber"))


def cuts(document: Document, sentence: Sentence) -> list[int]:
    """Where a clause of equal rank begins: behind a semicolon, at `während`, at `und` + verb."""
    low, flags, found = document.tokens.low, document.flags, []
    joined = sentence.kinds & _AND.bit
    for number, part in enumerate(sentence.segments):
        apart = part.mark == ";" or low[part.begin] in ("während", "wohingegen")
        if number and (apart or (part.mark == "," and _main(document, part))):
            found.append(part.begin)
        for i in document.tokens.among(_AND, part.begin + 1, part.end - 1) if joined else ():
            if flags[i + 1] & FINITE and document.inside[i] < 0:
                found.append(i)
    return found
