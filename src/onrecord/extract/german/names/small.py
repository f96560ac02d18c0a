"""Names of firms that are written small: `voltwerk`, `e-flux`, `medicus.io`, `4finance`."""

from onrecord.extract.german.grammar.document import Document
from onrecord.extract.german.grammar.flags import CAP, FINITE, NUM
from onrecord.extract.german.grammar.verbs import PARTICLES
from onrecord.extract.german.grammar.vocabulary import is_word
from onrecord.extract.german.grammar.words import flags_of
from onrecord.extract.german.names.candidates import Found
from onrecord.extract.german.names.kinds import (
    is_company_kind,
    is_medium_kind,
    is_office,
    names_firm,
)
from onrecord.extract.tokens import Kind
from onrecord.extract.wellknown import LEGAL

_ENDINGS = (
    "lich", "ig", "isch", "weise", "haft", "bar", "sam", "los", "ens", "wärts", "halb", "halber",
    "mals", "lang", "fach", "end", "ern", "iert", "ieren", "ten", "ell", "dings", "orts", "seits",
    "zt", "ht", "kt", "gt", "bt", "st", "tet",
)  # fmt: skip
"""Endings of adverbs, adjectives and verbs that no list knows."""
_PARTICIPLES = tuple(particle + "ge" for particle in sorted(PARTICLES))
_ACTS_BEFORE = frozenset("hat hatte habe will wollte wird ist sei war sich".split())
SHORTEST = 4
DOMAINS = frozenset("ai app cloud com de digital eu io net org tech tv health energy bank".split())


def small_names(document: Document, found: dict[tuple[str, ...], Found]) -> None:
    """Adds them to the names found, and lets the grammar take them for names."""
    tokens, flags = document.tokens, document.flags
    odd = tokens.where(_SMALL)
    if not odd:
        return
    votes: dict[str, int] = {}
    for i in odd:
        word = tokens.words[i]
        base = word.split("-")[0] if is_office(word.rsplit("-", 1)[-1]) and "-" in word else word
        votes[base] = votes.get(base, 0) + _sign(document, i)
    names = {word for word, vote in votes.items() if vote >= 2}
    for word in sorted(names):
        if (word[:-1],) not in found:
            found.setdefault((word,), Found("company", (word,), "shape"))
    for i in odd:
        word = tokens.words[i]
        if word in names or word.split("-")[0] in names or word.removesuffix("s") in names:
            flags[i] = CAP


def _may_be(word: str) -> bool:
    if len(word) < SHORTEST:
        return False
    flag = flags_of(word)
    if not word[0].islower() and not (flag & NUM and word[-1].isalpha()):
        return False
    return not flag & ~NUM or "." in word or "-" in word or any(map(str.isdigit, word))


_KNOWN = Kind.of(starts=_PARTICIPLES, ends=_ENDINGS, placed=False)
_SMALL = Kind(_may_be, large=False, without=_KNOWN.bit)


def _sign(document: Document, i: int) -> int:
    """How much says that the word at token i is the name of a firm."""
    tokens = document.tokens
    words, word = tokens.words, tokens.words[i]
    before = words[i - 1] if i and not tokens.breaks[i] else ""
    after = words[i + 1] if i + 1 < len(words) and not tokens.breaks[i + 1] else ""
    if "." in word and word.rpartition(".")[2] in DOMAINS:
        return 2
    if after in LEGAL or (names_firm(before) and any(map(str.isdigit, word))):
        return 2
    if "-" in word and word[0].islower() and is_office(word.rsplit("-", 1)[-1]):
        return 2
    verb = after != "" and bool(document.flags[i + 1] & FINITE)
    if _company(before):
        unknown = verb or "-" in word or not is_word(word)
        return 2 if unknown else int(not before.endswith("s"))
    if tokens.breaks[i] or before in (".", "!", "?"):
        return 1
    if i and document.flags[i - 1] & FINITE and before in _ACTS_BEFORE:
        return 1
    return int(before in ("bei", "von", "an", "mit", "für", "durch", "und") and after != "")


def _company(word: str) -> bool:
    kind = word[:1].isupper() and is_company_kind(word)
    return kind and not is_medium_kind(word)
