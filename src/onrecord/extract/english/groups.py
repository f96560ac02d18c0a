"""Groups, funds and arms that stand for a company: `a consortium led by X`, `a unit of X`."""

from typing import Final

from onrecord.extract.english.words import PREPOSITIONS

_NEAR: Final = 3
_LED: Final = frozenset(
    """consortium group syndicate pool fund funds vehicle company subsidiary unit arm affiliate
    division investors""".split()
)
RUN: Final = frozenset("led managed advised run controlled owned headed".split())
ATTEMPTS: Final = frozenset("attempt attempts effort efforts plan plans".split())
"""`an attempt by X to sell`: X does."""
ARMS: Final = frozenset("subsidiary unit arm affiliate division vehicle".split())
"""`a fund managed by X`, `the property arm of X` stand for the company."""
_GROUPS: Final = frozenset("consortium alliance".split())


def of_group(low: list[str], begin: int, led: int) -> str:
    """`to a consortium led by X`: the preposition before the group."""
    behind = range(led - 2, max(begin - 1, led - 8), -1)
    group = next((k for k in behind if low[k] in _LED), -1)
    if group < 0:
        return ""
    before = range(group - 1, max(begin - 1, group - 4), -1)
    return next((low[k] for k in before if low[k] in PREPOSITIONS and low[k] != "of"), "")


def acts_in(low: list[str], begin: int, verb: int, k: int) -> bool:
    """`a consortium of X and Y`, `X, together with Y`: who a preposition at token k adds."""
    if low[k] == "with":
        return low[k - 1] == "together" and k < verb
    if low[k] == "by" and low[k - 1] in RUN and k - 2 <= begin + _NEAR:
        return low[k - 2] in _LED
    joined = low[k] in ("of", "by", "including") and k < verb
    return joined and not _GROUPS.isdisjoint(low[begin:k])
