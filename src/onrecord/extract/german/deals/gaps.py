"""Clauses that leave out the verb of the one before: `X kauft Y, der Rivale Z die W`."""

from collections.abc import Sequence
from dataclasses import replace

from onrecord.extract.german.deals.parties import Mention
from onrecord.extract.german.grammar.document import Document
from onrecord.extract.german.grammar.flags import ADJ, ADV, CAP, DET, NUM, PREP
from onrecord.extract.german.names.kinds import is_company_kind
from onrecord.extract.records import Deal, Party

PAIR = 2
ACTING = ("", "subj")
GOVERNED = frozenset("bei von an mit".split())
"""Prepositions behind which a party of the clause before may have stood."""


def parallel(own: Sequence[Mention], above: Sequence[Mention]) -> bool:
    """Whether two companies of a clause stand in the places of two of the clause before."""
    if any(m.joined for m in own):
        return False
    places = {"subj" if m.place in ACTING else m.place for m in own}
    before = {"subj" if m.place in ACTING else m.place for m in above}
    return len(places) == PAIR and places <= before | {"obj"} and own[0].place in ACTING


def gapped_thing(document: Document, part: tuple[int, int], own: Sequence[Mention]) -> bool:
    """`die Kabel bei W`, `die Reifen der Hersteller W`: a clause that opens with a thing, which is
    no company that is described."""
    flags, low, first = document.flags, document.tokens.low, part[0]
    if low[first] not in ("die", "das", "den") or not flags[first] & DET:
        return False
    noun = first + 1
    while noun < part[1] and flags[noun] & (ADJ | NUM | ADV) and not flags[noun] & CAP:
        noun += 1
    thing = noun < own[0].at and bool(flags[noun] & CAP)
    behind = noun + 1 < part[1] and bool(flags[noun + 1] & (PREP | DET | ADV))
    return thing and behind and not is_company_kind(document.tokens.words[noun])


def exchanged(own: Sequence[Mention], above: Sequence[Mention], last: Deal) -> Deal | None:
    """The deal of the clause before, with this company for the one that stood in its place."""
    name, place = own[0].name, "subj" if own[0].place in ACTING else own[0].place
    if len({m.name for m in own}) > 1 or name in {p.name for p in last.parties}:
        return None
    if place != "subj" and place not in GOVERNED:
        return None
    same = {m.name for m in above if ("subj" if m.place in ACTING else m.place) == place}
    given = [p for p in last.parties if p.name in same]
    if len(given) != 1:
        return None
    parties = tuple(Party(name, p.role) if p is given[0] else p for p in last.parties)
    return replace(last, parties=parties)


def thing_behind(document: Document, at: int, end: int) -> bool:
    """`X bestellt eine Anlage, der Rivale Y zwei Maschinen`: whether a thing stands at token `at`,
    right behind Y, before token `end`."""
    flags = document.flags
    if not 0 < at < end - 1 or not flags[at] & (DET | NUM):
        return False
    return any(flags[i] & CAP for i in range(at + 1, end))
