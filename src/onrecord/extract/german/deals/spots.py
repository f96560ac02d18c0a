"""Where the names of companies stand: which tokens they take, and which of them head a passage."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence, Set

from onrecord.extract.german.deals.nouns import OWNERS
from onrecord.extract.german.grammar.document import Document, Sentence

MARKS = frozenset("+ +++ – - • *".split())
"""They may open a passage before its heading."""
MOST_MARKS = 8
REMEMBERED = 200
"""How many mentions back the companies that a text is about are counted."""


def tokens_of(
    document: Document, companies: Mapping[int, tuple[str, int]]
) -> tuple[frozenset[int], dict[int, int], set[int]]:
    """The tokens that names of companies take whole; the token behind each name, by where it
    begins; the tokens at which names begin. `companies`: begin → name, end."""
    begins, ends, count = document.tokens.begins, document.tokens.ends, len(document.tokens.words)
    found, behind, first = set[int](), dict[int, int](), set[int]()
    for begin, (_, end) in companies.items():
        i = bisect_left(begins, begin)
        first.add(i)
        while i < count and ends[i] <= end:
            found.add(i)
            i += 1
        behind[begin] = i + 1 if i < count and begins[i] < end else i
    return frozenset(found), behind, first


def heading(
    document: Document, sentence: Sentence, companies: Mapping[int, tuple[str, int]]
) -> tuple[str, int]:
    """`X: Der Konzern ...`, `+++ X: Die Münchner ...`: the company that heads a passage, and the
    token of the colon; an empty name where none does."""
    tokens, i = document.tokens, sentence.begin
    if i and not tokens.breaks[i] and tokens.words[i - 1] not in MARKS:
        return "", -1
    while i < min(sentence.end, sentence.begin + MOST_MARKS) and tokens.words[i] in MARKS:
        i += 1
    name, end = companies.get(tokens.begins[i], ("", 0)) if i < sentence.end else ("", 0)
    colon = bisect_left(tokens.begins, end)
    if not name or tokens.words[colon : colon + 1] != [":"] or colon >= sentence.end:
        return "", -1
    return name, colon


def most_named(order: Sequence[tuple[int, str]], before: int) -> list[str]:
    """The two companies named most often before an offset: `die beiden Unternehmen` are they;
    `order`: the offsets of all names, with the names."""
    counts: dict[str, int] = {}
    until = bisect_left(order, (before, ""))
    for _, name in order[max(0, until - REMEMBERED) : until]:
        counts[name] = counts.get(name, 0) + 1
    return sorted(counts, key=lambda name: -counts[name])[:2]


def pair_of(main: list[str], last: list[str], dealing: Set[str]) -> list[str]:
    """`die beiden Konzerne`: those named most, or the one named last and the one named most, or
    those of the deal told right before in the same paragraph."""
    if len(last) == 2 and dealing == set(last):
        return last
    if len(last) == 1 and main and last[0] not in main:
        return [main[0], last[0]]
    return main


def owned(document: Document, people: Iterable[int]) -> bool:
    """`Der Milliardär X`: whether somebody is named who may deal with no firm of his own;
    `people`: where people are named."""
    tokens = document.tokens
    before = (bisect_left(tokens.begins, begin) - 1 for begin in people)
    return any(tokens.low[i].endswith(OWNERS) for i in before if i >= 0)
