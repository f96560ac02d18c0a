"""Which of the sums of a sentence is that of a deal: no turnover, no debt, not what a relative
clause tells of somebody."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Final

from onrecord.extract.english.document import Document, Range
from onrecord.extract.records import Amount
from onrecord.extract.tokens import Kind

_OTHER: Final = frozenset(
    """sales revenue revenues turnover profit profits loss losses debt debts earnings income costs
    savings fine fines penalty damages salary dividend dividends assets capitalisation
    capitalization profitability ebitda cash house fortune bonus tax taxes""".split()
)
"""What a sum is that stands behind one of them, or before: `sales of $5bn`, `$5bn in debt`."""
_OTHERWISE: Final = frozenset(
    """save saves saved saving lost loses losing earned earns earning owes owed owing fined cut
    cuts employs""".split()
)
"""Verbs whose sum is no price."""
_RELATIVE: Final = frozenset("which who whose whom where when while because although".split())
_DEALS: Final = Kind.of(
    """bought buy buys buying acquire acquires acquired acquiring invest invests invested investing
    pay pays paid paying sold sell sells selling deal takeover acquisition investment stake offer
    offered bid order contract lend lends lent loan""".split(),
    placed=False,
)
_INVESTS: Final = frozenset(
    "invest invests invested investing investment stake lend lends lent loan".split()
)
_BUYS: Final = frozenset(
    """bought buy buys buying acquire acquires acquired acquiring sold sell sells selling takeover
    acquisition offer offered bid""".split()
)
_BEFORE, _BEHIND = 5, 3


def price_of(
    document: Document, sentence: Range, clause: Range, at: int, amounts: Sequence[Amount]
) -> Amount | None:
    """The sum in a clause, or else in its sentence, that may be that of the deal which the word at
    `at` calls: first what stands in the same part between commas."""
    for here in (clause, sentence):
        found = [
            a for a in _within(document, here, amounts) if not _is_other(document, here, at, a)
        ]
        part = _part(document, here, at)
        near = [a for a in found if part[0] <= _token(document, a) < part[1]]
        if near or found:
            return (near or found)[0]
    return None


def _within(document: Document, here: Range, amounts: Sequence[Amount]) -> Sequence[Amount]:
    begin, end = document.tokens.span(*here)
    first = bisect_left(amounts, begin, key=lambda a: a.span[0])
    return amounts[first : bisect_left(amounts, end, first, key=lambda a: a.span[0])]


def _token(document: Document, amount: Amount) -> int:
    return bisect_right(document.tokens.begins, amount.span[0]) - 1


def _part(document: Document, here: Range, i: int) -> Range:
    """Where the part of a range between its commas begins and ends that a token stands in."""
    low = document.tokens.low
    begin = next((k + 1 for k in range(i, here[0] - 1, -1) if low[k] in (",", ";")), here[0])
    end = next((k for k in range(i, here[1]) if low[k] in (",", ";")), here[1])
    return begin, end


def _is_other(document: Document, here: Range, at: int, amount: Amount) -> bool:
    low, i = document.tokens.low, _token(document, amount)
    stop = bisect_left(document.tokens.begins, amount.span[1])
    begin, end = _part(document, here, i)
    near = [*low[max(begin, i - _BEFORE) : i], *low[stop : min(stop + _BEHIND, end)]]
    if not _OTHER.isdisjoint(near) or not _OTHERWISE.isdisjoint(low[begin:i]):
        return True
    if begin <= at < end:
        return False
    tells = bool(document.tokens.kinds(begin, end) & _DEALS.bit)
    for words in (_INVESTS, _BUYS):  # `X, which invested $2bn in Y, will deliver chips`
        tells = tells and (words.isdisjoint(low[begin:end]) or low[at] in words)
    return not tells and (low[begin] in _RELATIVE or low[begin] == "worth")
