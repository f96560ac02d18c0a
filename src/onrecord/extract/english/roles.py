"""Nouns that say what one company is to another: `X’s new owner, Y`, `X, an early backer of Y`."""

from collections.abc import Iterator
from typing import Final

from onrecord.extract.english.clauses import Clause
from onrecord.extract.english.document import Document
from onrecord.extract.english.matters import TENDERED
from onrecord.extract.english.standing import Standing, is_owner
from onrecord.extract.english.verbs import BE
from onrecord.extract.records import Party
from onrecord.extract.tokens import Kind

_NOUNS: Final = {
    **dict.fromkeys(
        "buyer buyers bidder bidders suitor suitors purchaser owner owners".split(),
        ("acquisition", "acquirer", "target"),
    ),
    **dict.fromkeys(
        "lender lenders backer backers financier investor investors".split(),
        ("investment", "investor", "investee"),
    ),
    **dict.fromkeys(
        "supplier suppliers lessor landlord caterer".split(), ("supply", "supplier", "customer")
    ),
    **dict.fromkeys("customer customers client tenant".split(), ("supply", "customer", "supplier")),
}
"""Noun → kind, what it calls a company, and what the other one is."""
_CALLED: Final = Kind.of(_NOUNS)
_ONLY: Final = {
    "owner": frozenset(("new",)),
    "owners": frozenset(("new",)),
    "investor": frozenset("lead main biggest largest early first anchor longtime".split()),
}
"""Nouns that tell of a deal only with one of these before."""
_OTHERS: Final = frozenset("in of for to at".split())
_NEAR: Final = 6
_VERBS: Final = BE | frozenset(
    "remains include includes included become became becomes considered seen named".split()
)


def roles_told(document: Document, clause: Clause) -> Iterator[tuple[str, tuple[Party, ...], int]]:
    """(kind, parties, token) of the nouns of a clause that join two companies."""
    low = document.tokens.low
    for i in document.tokens.among(_CALLED, clause.begin, clause.end):
        meant = _NOUNS[low[i]]
        if document.capital(i) and i > clause.begin:
            continue
        if low[i].startswith("bidder") and not TENDERED.isdisjoint(low[i + 1 : i + 7]):
            continue
        if _ONLY.get(low[i], frozenset()).isdisjoint(low[max(clause.begin, i - 3) : i]) and (
            low[i] in _ONLY
        ):
            continue
        other = _whose(document, clause, i)
        if clause.relative and low[clause.begin] == "whose":
            other = Standing(clause.relative, clause.begin, clause.begin + 1, True)
        who = _who(document, clause, i, other) if other is not None else None
        if who is None or other is None or set(who.names) & set(other.names):
            continue
        kind, role, its = meant
        parties = (*(Party(n, role) for n in who.names), *(Party(n, its) for n in other.names))
        yield kind, parties, i


def _whose(document: Document, clause: Clause, i: int) -> Standing | None:
    """`X’s biggest lender`, `a lender to X`."""
    low = document.tokens.low
    for standing in clause.standing:
        if standing.end <= i and i - standing.end < _NEAR - 2 and is_owner(document, standing):
            return standing
        between = low[i + 1 : standing.begin]
        near = standing.begin > i and len(between) < _NEAR + 3
        if near and between and between[0] in _OTHERS and not _VERBS.intersection(between):
            return standing
    return None


def _who(document: Document, clause: Clause, i: int, other: Standing) -> Standing | None:
    """Whom the noun calls so: `lender X`, `lender is X`, `X, a lender`, `X became a lender`."""
    low, words = document.tokens.low, document.tokens.words
    after = max(i, other.end - 1) + 1
    for standing in clause.standing:
        if standing is other or not standing.named:
            continue
        between = low[after : standing.begin]
        if standing.begin > i and standing.begin >= after and len(between) < _NEAR:
            joined = not between or between[0] in _VERBS or (between[0] == "," and i > other.begin)
            if joined and not (between and between[-1] in ("by", "with", "from")):
                return standing
        first = min(i, other.begin) if other.begin < i else i
        before = low[standing.end : first]
        if standing.end <= first and len(before) < _NEAR + 2 and not standing.aside:
            apposed = words[standing.end : standing.end + 1] == [","] and "and" not in before
            does = any(w.endswith("ing") and w != "leading" for w in before)
            if (apposed or _VERBS.intersection(before)) and not does and "," not in before[1:]:
                return standing
    return None
