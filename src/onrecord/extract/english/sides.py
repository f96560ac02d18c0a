"""What words of dealing beside a name count for a company: `sold it to X`, `X’s purchase of`."""

from typing import Final

from onrecord.extract.english.dealing import MAKES_FOR, NOUNS, VERBS
from onrecord.extract.english.document import Document, Range
from onrecord.extract.english.kinds import KIND_ENDS, NOT_KINDS
from onrecord.extract.english.nations import nation_of
from onrecord.extract.english.verbs import BE, HAVE, MODALS, SPEAKS
from onrecord.extract.english.vocabulary import is_common
from onrecord.extract.english.weighing import PAIR, Name, Votes, is_given_name
from onrecord.extract.english.words import SYMBOLS

_SELLS: Final = frozenset("sell sells sold selling".split())
_DONE_BY: Final = frozenset(
    "bought acquired owned backed takeover acquisition purchase buyout rescued bid".split()
)
_JOINED: Final = frozenset(
    """merger merge merging merged combination combining combine tie-up venture partnership alliance
    talks contract deal""".split()
)
_SHARED: Final = frozenset("shareholders shareholder investors".split())
_BRANCHES: Final = frozenset("business unit arm division subsidiary".split())
_TAKEN: Final = frozenset("take takes took taking taken".split())
_TAKEN_SO: Final = frozenset("private over".split())
_AUXILIARY: Final = BE | HAVE | MODALS | {"to", "plans", "wants", "aims", "hopes"}
_NEAR: Final = 6
_PAYS: Final = frozenset("pay pays paid paying".split())
_SOLD: Final = 9
_SIDES: Final = frozenset("acquisition merger".split())


def weigh_side(document: Document, name: Name, spot: Range, vote: Votes) -> None:
    """Counts what is said around one place of a name that is none of a person."""
    begin, end = spot
    tokens = document.tokens
    low = tokens.low
    if is_given_name(name[0]):
        return
    before = low[begin - 1] if begin and not tokens.breaks[begin] else ""
    second = low[begin - 2] if begin > 1 and before else ""
    after = low[end] if end < len(low) and not tokens.breaks[end] else ""
    if (before == "by" and second in _DONE_BY) or (before == "with" and second in _JOINED):
        vote.company += 2.5
    if before == "between" and (second in _JOINED or second in NOUNS):
        vote.company += 0.8
    third = low[begin - 3] if begin > PAIR else ""
    if second == "of" and third in _DONE_BY and nation_of(before):
        vote.company += 2
    if before == "of" and second in _BRANCHES:
        vote.company += 2.5
    if before == "in" and second in _SHARED:
        vote.company += 3
    if before in _SELLS or (before in _PAYS and after in SYMBOLS):
        vote.company += 1
    if before == "for" and len(name) == 1 and not is_common(name[0]):
        worked = (w in VERBS or w in MAKES_FOR for w in low[max(0, begin - _NEAR) : begin - 1])
        vote.company += 0.8 * any(worked)
    if before in _TAKEN and after in _TAKEN_SO:
        vote.company += 3
    if before == "to" and not _SELLS.isdisjoint(low[max(0, begin - _SOLD) : begin - 1]):
        vote.company += 2
    if before.endswith("s") and before[:-1].endswith(KIND_ENDS) and before[:-1] not in NOT_KINDS:
        vote.company += 2.5
    _weigh_subject(document, name, spot, after, vote)


def _weigh_subject(document: Document, name: Name, spot: Range, after: str, vote: Votes) -> None:
    """Who has a deal, or says something of its own, and is no word of English."""
    low, words = document.tokens.low, document.tokens.words
    end = spot[1]
    if len(name) > 1 or is_common(name[0]):
        vote.company += 0.8 * (len(name) > 1 and _acts(low, end))
        return
    if words[end - 1] != name[-1]:
        owned = NOUNS.get(after)
        vote.company += 1 if owned is not None and owned.kind in _SIDES else 0.3
    elif after in SPEAKS:
        vote.company += 0.3
    else:
        vote.company += _acts(low, end)


def _acts(low: list[str], end: int) -> bool:
    """`has made a bid`, `plans to sell`, `is in talks`."""
    behind = low[end + 1 : end + 1 + _NEAR]
    return low[end : end + 1] != [] and low[end] in _AUXILIARY and any(
        w in VERBS or w in NOUNS for w in behind
    )  # fmt: skip
