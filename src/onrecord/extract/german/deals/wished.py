"""What somebody is invited, asked or ready to do, plans, hopes or may do: no deal that was made."""

from collections.abc import Sequence
from typing import Final

from onrecord.extract.german.deals.undone import Parts
from onrecord.extract.german.deals.unreal import IS
from onrecord.extract.german.grammar.document import Document
from onrecord.extract.german.grammar.flags import FINITE, INFINITIVE
from onrecord.extract.german.grammar.words import flags_of
from onrecord.extract.tokens import Kind

_WISHING: Final = (
    "eingeladen", "einlädt", "dräng", "gedräng", "gehofft", "hoff", "bereit", "gewillt", "plan",
    "plän", "geplant", "überleg", "erwäg", "erwogen", "prüf", "beabsichtig", "absicht", "möchte",
    "bittet", "bat", "gebeten", "aufgefordert", "forder", "rät", "riet", "empfahl", "empfiehlt",
    "vorhaben", "vorhat", "wunsch", "wünsch", "ziel", "chance", "möglichkeit", "angeboten",
    "einladung", "idee", "interess", "versuch",
)  # fmt: skip
"""What comes of an infinitive behind such a word is not told."""
_INVITES: Final = frozenset("lädt lud luden laden".split())
_MADE: Final = frozenset("kündigte angekündigt vereinbart beschlossen beschloss zugestimmt".split())
_GIVES_UP: Final = ("gab", "gib", "geb")
_MAY_BE: Final = frozenset(
    """möglich denkbar wahrscheinlich unwahrscheinlich vorstellbar offen fraglich ungewiss
    absehbar""".split()
)
WISHED: Final = Kind.of(
    (*_INVITES, *_MAY_BE, "vor", "ob", "auf", "gerüchten"), starts=_WISHING, placed=False
)
"""A sentence without such a word, and with no verb at its beginning, wishes for nothing."""


def wished(document: Document, parts: Parts, at: int) -> str:
    """`planned` or `failed` where the deal that the word at `at` calls was not made by what its
    part of the sentence, or the one before, says; else nothing."""
    low = document.tokens.low
    number, ranges = parts
    here = ranges[number]
    whole = low[slice(*here)]
    if whole[0] == "ob" or "gerüchten" in whole:
        return "planned"
    if at == here[0] == ranges[0][0] and len(ranges) > 1 and is_finite(low[at]):
        behind = flags_of(low[ranges[1][0]])
        return "planned" if behind & (FINITE | INFINITIVE) else ""  # `Kauft X Y, steigen …`
    if not (IS.isdisjoint(whole) or _MAY_BE.isdisjoint(whole)):
        return "planned"
    if number and "zu" in low[here[0] : at + 1]:
        return _hangs_on(low[slice(*ranges[number - 1])])
    return ""


def is_finite(word: str) -> bool:
    """Whether a word may be a finite verb."""
    return bool(flags_of(word) & FINITE)


def _hangs_on(before: Sequence[str]) -> str:
    """`wurde eingeladen,`, `habe vor,`, `gab den Plan auf,`; not `kündigte an,`."""
    if not _MADE.isdisjoint(before):
        return ""
    if before[-1:] == ["auf"] and any(word.startswith(_GIVES_UP) for word in before):
        return "failed"
    if before[-1:] == ["vor"] or (before[-1:] == ["ein"] and not _INVITES.isdisjoint(before)):
        return "planned"
    return "planned" if any(word.startswith(_WISHING) for word in before) else ""
