"""What nobody wants or speaks of, and what came to nothing, though no single word marks it."""

from collections.abc import Sequence
from itertools import pairwise

from onrecord.extract.german.deals.marks import DEALINGS, TALKS
from onrecord.extract.german.deals.traits import Wording, trait
from onrecord.extract.tokens import Kind

NEVER = frozenset("nicht nie niemals kein keine keinen keinerlei".split())
YET = frozenset("noch bislang bisher bisweilen nur allein".split())
"""`noch nicht gesprochen`: somebody may yet."""
KEEN = frozenset("interesse interessiert".split())
SPOKEN = frozenset("gesprochen verhandelt geredet".split())
ONE = frozenset("ein eine einen".split())
THERE = frozenset("gibt gebe gab gegeben geben".split())
NO_END = frozenset("ergebnis einigung erfolg abschluss".split())
REFUSALS = frozenset("absage korb abfuhr".split())
TAKEN = ("kassier", "holte", "geholt", "erhielt", "erhalten", "bekam", "bekommen", "eingehandelt",
         "handelte", "gefangen", "eingefangen", "erteil", "fing")  # fmt: skip
REACH = 3
REPORTS = ("meldung", "bericht", "gerücht", "spekulation", "behauptung", "darstellung", "gerede",
           "medienbericht", "zeitungsbericht", "pressebericht", "spekulationen")  # fmt: skip
UNTRUE = Kind.of("dran erfunden unwahr falsch gegriffen unsinn haltlos abwegig ente".split())
"""What a report is that nobody should believe: `an der Meldung ist nichts dran`."""


def refused(sentence: Wording) -> str:
    """`failed` or `denied` where the words of a sentence say so together, else nothing."""
    low, traits = sentence.words, sentence.traits
    if traits & _REFUSALS and traits & _TAKEN and _taken(low):
        return "failed"
    if traits & _TALKS and (traits & _VAIN or (traits & _WITHOUT and _with_no_end(low))):
        return "failed"
    if not traits & _NEVER:
        return ""
    if traits & _KEEN and _not_so(low, KEEN, REACH):
        return "denied"
    if traits & _SPOKEN and "über" in low and _not_so(low, SPOKEN, 1):
        return "denied"
    return "denied" if traits & _THERE and "es" in low and _nothing(low) else ""


_REFUSALS, _TAKEN = trait(REFUSALS), trait(begins=TAKEN)
_TALKS, _VAIN, _WITHOUT = trait(begins=TALKS), trait(("ergebnislos", "erfolglos")), trait(("ohne",))
_NEVER, _KEEN, _SPOKEN, _THERE = trait(NEVER), trait(KEEN), trait(SPOKEN), trait(THERE)


def is_untrue(low: Sequence[str]) -> bool:
    """`Die Meldung ist frei erfunden`, but `die Meldung ist nicht falsch`: a report, and that
    nothing is true of it."""
    told = any(word.startswith(REPORTS) for word in low)
    if "dran" in low:
        return told and "nichts" in low
    return (
        told
        and not {"ist", "sei", "sind", "seien", "war"}.isdisjoint(low)
        and (NEVER.isdisjoint(low))
    )


def came_to_nothing(low: Sequence[str]) -> bool:
    """`Sie endeten ohne Ergebnis`: of talks that were told before."""
    return _with_no_end(low) or not {"ergebnislos", "erfolglos"}.isdisjoint(low)


def _taken(low: Sequence[str]) -> bool:
    """`eine Absage kassiert`, `holte sich einen Korb`, but `eine Absage an Entlassungen`."""
    return any(
        a in ONE and b in REFUSALS and not (c == "an" or c in ONE)
        for a, b, c in zip(low, low[1:], low[2:], strict=False)
    )


def _with_no_end(low: Sequence[str]) -> bool:
    return any(a == "ohne" and b in NO_END for a, b in pairwise(low))


def _not_so(low: Sequence[str], words: frozenset[str], reach: int) -> bool:
    """Whether a negation, and none that is only for now, stands right before one of the words."""
    for i, word in enumerate(low):
        if word in words:
            before = low[max(0, i - reach) : i]
            near = low[max(0, i - reach - 1) : i]
            if not NEVER.isdisjoint(before) and YET.isdisjoint(near):
                return True
    return False


def _nothing(low: Sequence[str]) -> bool:
    """`Einen Verkauf an X habe es nie gegeben`: what opens the sentence is what there is not."""
    opens = len(low) > 1 and low[0] in ONE and low[1].startswith(DEALINGS)
    return opens and any(
        a == "es" and (b in NEVER or c in NEVER)
        for a, b, c in zip(low, low[1:], low[2:], strict=False)
    )
