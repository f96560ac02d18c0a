"""Who judges and advises, and takes no part in the deals of others."""

from onrecord.extract.german.deals.marks import EXPERT_ENDS, EXPERTS
from onrecord.extract.german.grammar.document import Document, Sentence
from onrecord.extract.german.grammar.flags import CAP, FINITE
from onrecord.extract.tokens import Kind

EXPERT_REACH = 8
ADVISERS = ("beratungshaus", "beratung", "beratungsfirma", "unternehmensberatung", "analysehaus",
            "ratingagentur", "marktforscher", "marktforschern", "researchhaus", "investmentbank",
            "anwaltskanzlei", "wirtschaftsprüfer", "analysefirma", "personalberatung")  # fmt: skip
"""Companies that judge and advise, and take no part in the deals of others."""


def of_expert(document: Document, sentence: Sentence, i: int) -> bool:
    """`Analyst X Y von der Merkurbank`: the bank of an expert takes no part."""
    low, flags = document.tokens.low, document.flags
    if i > sentence.begin and low[i - 1].endswith(ADVISERS):
        return True
    if not sentence.kinds & _EXPERTS.bit:
        return False
    first = max(sentence.begin, i - EXPERT_REACH)
    experts = document.tokens.among(_EXPERTS, first, i)
    for k in range(i - 1, first - 1, -1) if experts else ():
        if flags[k] & CAP and k in experts:
            return any(low[j] in ("von", "vom", "der", "des", "bei") for j in range(k + 1, i))
        if low[k] == "," or (flags[k] & FINITE and not flags[k] & CAP):
            return False
    return False


_EXPERTS = Kind.of(starts=EXPERTS, ends=EXPERT_ENDS)
