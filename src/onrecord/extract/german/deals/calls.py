"""Which words call a deal, and which clauses of a sentence tell one of their own."""

from collections.abc import Iterator

from onrecord.extract.german.deals.parties import BUYER, Mention
from onrecord.extract.german.deals.patterns import PATTERNS
from onrecord.extract.german.deals.words import NO_DEALS, Pattern
from onrecord.extract.german.grammar.document import Document, Sentence
from onrecord.extract.german.grammar.flags import FINITE

CORES = tuple("partnerschaft kooperation übernahme fusion großauftrag finanzierungsrunde".split())
ALL_STARTS = tuple(sorted({start for pattern in PATTERNS for start in pattern.starts}))
Range = tuple[int, int]


def candidates(low: list[str], clause: int) -> Iterator[tuple[Pattern, str]]:
    """Patterns with the word that calls them: first those in or behind the clause of a party."""
    for words in (low[clause:], low[:clause]):
        calls = [
            _core(w)
            for w in words
            if (w.startswith(ALL_STARTS) and not w.startswith(NO_DEALS)) or w.endswith(CORES)
        ]
        if not calls:
            continue
        for pattern in PATTERNS:
            word = next((w for w in calls if w.startswith(pattern.starts)), "")
            if word and pattern.needs(low) and not _talks_only(pattern, word):
                yield pattern, word


def needs_buyer(word: str, mentions: list[Mention]) -> bool:
    """`Käufer` alone is nobody: only `Käufer ist X` tells a deal."""
    return word.startswith(("käufer", "erwerber")) and not any(m.place == BUYER for m in mentions)


def _core(word: str) -> str:
    """`Lizenzpartnerschaft` is a partnership."""
    return next((core for core in CORES if word.endswith(core)), word)


def _talks_only(pattern: Pattern, word: str) -> bool:
    """`Investitionsgespräche` are talks, of an investment yet to come."""
    return pattern.kind == "investment" and word.endswith(("gespräche", "gesprächen"))


def clause_of(sentence: Sentence, at: int, unit: Range) -> int:
    """Where the clause of token `at` begins, within the unit."""
    for part in sentence.segments:
        if part.begin <= at < part.end:
            return max(part.begin, unit[0])
    return unit[0]


def cuts(document: Document, sentence: Sentence) -> list[int]:
    """Where a clause of equal rank begins: behind a semicolon, at `während`, at `und` + verb."""
    low, flags, found = document.tokens.low, document.flags, []
    for number, part in enumerate(sentence.segments):
        if number and (part.mark == ";" or low[part.begin] in ("während", "wohingegen")):
            found.append(part.begin)
        for i in range(part.begin + 1, part.end - 1):
            if low[i] in ("und", "aber") and flags[i + 1] & FINITE and document.inside[i] < 0:
                found.append(i)
    return found
