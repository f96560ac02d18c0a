"""To whom something is said: `sagte dem Hafenkurier`, `gegenüber Reuters`."""

from onrecord.extract.german.grammar.document import Document
from onrecord.extract.german.grammar.phrases import phrase_end
from onrecord.extract.german.speech.drafts import Draft, Range

DATIVE = frozenset("dem der den einem einer".split())
TOLD = frozenset(
    """sagte sagt sagten teilte teilt teilten erklärte erklärt erklärten berichtete bestätigte
    versicherte schrieb erzählte antwortete warf wirft warfen empfahl riet drohte versprach verriet
    gesagt mitgeteilt erklärt bestätigt versichert vorgeworfen""".split()
)
REACH = 14
"""How far behind the verb an addressee is looked for, in tokens."""


def addressee(document: Document, draft: Draft) -> list[Range]:
    """The addressee named in the frame of a draft, if any."""
    for begin, end in draft.frame:
        for i in range(begin, end):
            if document.tokens.low[i] == "gegenüber" and document.inside[i] < 0:
                after = phrase_end(document, i + 1, end)
                if after > i + 1:
                    return [(i + 1, after)]
    return _dative(document, draft)


def _dative(document: Document, draft: Draft) -> list[Range]:
    """The phrase in the dative right behind the verb, or behind the subject that follows it."""
    low = document.tokens.low
    verb = -1
    for begin, end in draft.cue:
        if not TOLD.isdisjoint(low[begin:end]):
            verb = next(i for i in range(begin, end) if low[i] in TOLD)
            break
    if verb < 0:
        return []
    starts = [verb + 1, *(e for b, e in draft.speaker if verb < b <= verb + 2)]
    for begin, end in draft.frame:
        for start in starts:
            if begin <= start < min(end, verb + REACH) and low[start] in DATIVE:
                after = phrase_end(document, start, end)
                if after > start + 1:
                    return [(start, after)]
    return []
