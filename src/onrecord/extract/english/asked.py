"""What a word asks for around it to call a deal: rows of a table, and the tests in them."""

from collections.abc import Callable
from typing import Final, NamedTuple

from onrecord.extract.english.clauses import Clause
from onrecord.extract.english.dealing import Places
from onrecord.extract.english.document import Document

Test = Callable[[Document, Clause, int], bool]
"""Whether the word at a place has around it what a row asks for."""

SEEN: Final = 12
"""How many words belong to a word, itself among them."""


class Row(NamedTuple):
    """Words that call one kind of deal where all that the row asks for is met."""

    words: frozenset[str]
    kind: str
    places: Places
    then: str = ""
    """The very next word."""
    behind: tuple[tuple[frozenset[str], int], ...] = ()
    """Words of which one is among so many behind it."""
    test: Test | None = None
    base: str = ""
    """The word of the call; the word itself where it is empty."""
    verb: bool = True


def one_of(words: str) -> frozenset[str]:
    """Words of which one is enough."""
    return frozenset(words.split())


def all_of(words: str) -> tuple[tuple[frozenset[str], int], ...]:
    """Each of these words anywhere behind."""
    return tuple((frozenset((word,)), SEEN) for word in words.split())


def places_of(places: str) -> Places:
    """Place → role, from `subj:acquirer obj:target`."""
    return dict(entry.split(":") for entry in places.split())


def after(word: str, nouns: frozenset[str], within: int = SEEN) -> Test:
    """One of the nouns stands behind the first `word`: `as a customer`, `among its clients`."""

    def test(document: Document, clause: Clause, i: int) -> bool:
        behind = behind_of(document, clause, i)
        at = next((k for k, other in enumerate(behind) if other == word), None)
        return at is not None and not nouns.isdisjoint(behind[at : at + within])

    return test


def before(words: frozenset[str], within: int) -> Test:
    """One of the words stands so near before it, in the same clause."""

    def test(document: Document, clause: Clause, i: int) -> bool:
        return not words.isdisjoint(document.tokens.low[max(clause.begin, i - within) : i])

    return test


def behind_of(document: Document, clause: Clause, i: int) -> list[str]:
    """The words that belong to the word at i."""
    return document.tokens.low[i + 1 : min(i + SEEN, clause.end)]


def given_by(document: Document, clause: Clause, i: int) -> list[str]:
    """What stands between a verb and its `from`."""
    behind = behind_of(document, clause, i)
    return behind[: behind.index("from")]
