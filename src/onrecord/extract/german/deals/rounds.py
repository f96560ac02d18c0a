"""Who else pays into a round that was just told: `X legte nach`, `mit von der Partie war Y`."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from onrecord.extract.german.deals.parties import Mention
from onrecord.extract.german.grammar.document import Document, Sentence
from onrecord.extract.records import Deal, Party
from onrecord.extract.tokens import Kind

PAIRS = (
    ("legt", "nach"), ("legen", "nach"), ("legte", "nach"), ("legten", "nach"),
    ("zieht", "mit"), ("ziehen", "mit"), ("zog", "mit"), ("zogen", "mit"),
    ("schießt", "nach"), ("schießen", "nach"), ("schoss", "nach"), ("schossen", "nach"),
    ("macht", "mit"), ("machen", "mit"), ("machte", "mit"), ("machten", "mit"),
    ("geht", "mit"), ("gehen", "mit"), ("ging", "mit"), ("gingen", "mit"),
)  # fmt: skip
"""A verb and its particle, which closes the clause."""
ABOARD = frozenset("bord partie dabei nachgelegt mitgezogen mitgemacht".split())
BEING = frozenset("ist sind war waren sei seien bleibt bleiben blieb haben hat".split())
JOINING: Final = Kind.of({first for first, _ in PAIRS} | ABOARD, placed=False)
ACTING = ("", "subj")
NEAR = 300
"""The round was told no more code points before."""


def joiners(document: Document, sentence: Sentence, mentions: Sequence[Mention]) -> list[str]:
    """The companies of the clauses that tell so."""
    low, found = document.tokens.low, dict[str, None]()
    for part in sentence.segments:
        words = low[part.begin : part.end]
        while words and not words[-1][0].isalnum():
            words = words[:-1]
        closing = words[-1:] and any(a in words and words[-1] == b for a, b in PAIRS)
        aboard = not ABOARD.isdisjoint(words) and not BEING.isdisjoint(words)
        if not (closing or aboard) or "nicht" in words:
            continue
        own = [m for m in mentions if part.begin <= m.at < part.end]
        if all(m.place in ACTING or m.joined for m in own):
            found |= dict.fromkeys(m.name for m in own)
    return list(found)


def with_joiners(deal: Deal, names: Sequence[str], begin: int) -> Deal | None:
    """The round with these investors as well; nothing where it is none, or told too far before
    code point `begin`."""
    roles = {p.role for p in deal.parties}
    if deal.kind != "investment" or "investee" not in roles or "seller" in roles:
        return None
    known = {p.name for p in deal.parties}
    new = tuple(Party(name, "investor") for name in names if name not in known)
    taking = {p.name for p in deal.parties if p.role == "investee"}
    if not new or begin - deal.evidence[1] > NEAR or not taking.isdisjoint(names):
        return None
    return replace(deal, parties=(*deal.parties, *new))
