"""`X und sein Lieferant Y`, `ihr Abnehmer Y`: which side of a supply somebody is called.

What somebody is to the other one is said in so many words there, so it goes before what the words
of dealing and the order of the names let one think.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from onrecord.extract.german.deals.parties import Mention
from onrecord.extract.german.deals.words import POSSESSIVE
from onrecord.extract.german.grammar.document import Document, Sentence
from onrecord.extract.records import Deal, Party
from onrecord.extract.tokens import Kind, Tokens

DELIVERING = (
    "lieferant", "lieferanten", "lieferantin", "zulieferer", "zulieferers", "zulieferin",
    "vermieter", "vermieters", "vermieterin", "dienstleister", "dienstleisters", "dienstleisterin",
    "versorger", "auftragnehmer", "auftragnehmers", "auftragnehmerin", "ausrüster", "ausrüsters",
    "verleiher", "verpächter", "caterer",
)  # fmt: skip
TAKING = (
    "abnehmer", "abnehmers", "abnehmerin", "kunde", "kunden", "kundin", "auftraggeber", "mieter",
    "auftraggebers", "auftraggeberin", "mieters", "mieterin", "pächter", "pächters", "pächterin",
    "großkunde", "großkunden", "großkundin", "besteller", "lizenznehmer",
)  # fmt: skip
COUNTERPART = Kind.of(ends=(*DELIVERING, *TAKING))
ARTICLES = frozenset("die der das den dem".split())
BEFORE = 3
"""So many words may stand between `sein` and the noun, and between the noun and the name."""
SIDES = {"supplier": "customer", "customer": "supplier"}


def counterparts(
    document: Document, sentence: Sentence, mentions: Sequence[Mention]
) -> dict[str, str]:
    """The role of each company that is called somebody's supplier or customer."""
    tokens, found = document.tokens, dict[str, str]()
    named = {m.at: m.name for m in mentions}
    for i in tokens.among(COUNTERPART, sentence.begin, sentence.end):
        name = named.get(_called(tokens, i, sentence.end), "")
        if name and _owned(tokens, i, sentence.begin, named):
            found[name] = "supplier" if tokens.low[i].endswith(DELIVERING) else "customer"
    return found


def _called(tokens: Tokens, i: int, end: int) -> int:
    """Where the name stands: right behind the noun, or in apposition: `sein Lieferant, die X`."""
    at = i + 1
    if tokens.low[at : at + 1] == [","] and tokens.low[at + 1] in ARTICLES and at + 2 < end:
        at += 2
    return at


def _owned(tokens: Tokens, i: int, begin: int, named: Mapping[int, str]) -> bool:
    """`sein wichtigster`, or another company in the genitive, before the noun."""
    for k in range(i - 1, max(begin, i - 1 - BEFORE) - 1, -1):
        if tokens.low[k] in POSSESSIVE or (k in named and tokens.low[k].endswith("s")):
            return True
        if not tokens.words[k][0].islower():
            return False
    return False


def sided(deal: Deal, roles: dict[str, str]) -> Deal:
    """A supply between two with the sides that one of them is called by."""
    called = [(p, roles[p.name]) for p in deal.parties if p.name in roles]
    if deal.kind != "supply" or len(deal.parties) != len(SIDES) or len(called) != 1:
        return deal
    who, role = called[0]
    other = SIDES[role]
    parties = tuple(Party(p.name, role if p.name == who.name else other) for p in deal.parties)
    return replace(deal, parties=parties)
