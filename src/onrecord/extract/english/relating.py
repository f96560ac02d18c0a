"""Words that draw a relation between statements in English: `denied the report`, `replied`."""

from typing import Final

from onrecord.extract.english.document import Document, Range
from onrecord.extract.records import Source, Spans
from onrecord.extract.relations import Doing, Sign
from onrecord.extract.tokens import Kind

VERBS: Final[dict[str, Doing]] = {
    **dict.fromkeys(
        """denied denies deny denying rejected rejects reject disputed disputes dismissed dismisses
        contradicted contradicts refuted refutes disagreed disagrees""".split(),
        "deny",
    ),
    **dict.fromkeys(
        """responded responds replied replies answered answers reacted reacts confirmed confirms
        countered counters retorted retorts""".split(),
        "answer",
    ),
    **dict.fromkeys(
        "reiterated reiterates repeated repeats reaffirmed reaffirms".split(), "repeat"
    ),
}
_VERBS: Final = Kind.of(VERBS)
REPORTS: Final = frozenset(
    """report reports article story claim claims allegation allegations rumour rumours rumor
    rumors speculation accusation accusations criticism""".split()
)
POINTING: Final = frozenset("that this it these those".split())
NEGATED: Final = frozenset("not never neither nor".split())
REACH: Final = 8
"""A report is named no further behind the verb, in tokens."""
SOURCES: Final[dict[Doing, Source]] = {
    "deny": Source("en-denies", "1", 0.7, "a verb of denial answers what was said before"),
    "answer": Source("en-answers", "1", 0.65, "a verb of answering points at what was said"),
    "repeat": Source("en-repeats", "1", 0.6, "a word says that the speaker says it once more"),
}


def find_signs(document: Document) -> tuple[Sign, ...]:
    """The words that draw relations, in the order of the text."""
    found = []
    for number, sentence in enumerate(document.sentences):
        for i in document.tokens.among(_VERBS, *sentence):
            low = document.tokens.low
            if document.inside[i] >= 0 or not NEGATED.isdisjoint(low[max(sentence[0], i - 3) : i]):
                continue
            doing = VERBS[low[i]]
            pointing = low[i + 1 : i + 2] != [] and low[i + 1] in POINTING
            report = _report(document, i, sentence)
            if doing == "answer" and low[i].startswith("confirm") and not (pointing or report):
                continue
            cue = (document.tokens.span(i, i + 1),)
            found.append(Sign(doing, number, cue, SOURCES[doing], report, pointing))
    return tuple(found)


def _report(document: Document, i: int, sentence: Range) -> Spans:
    """The noun behind a verb that names what was reported, with its article."""
    for k in range(i + 1, min(i + REACH, sentence[1])):
        if document.tokens.low[k] in REPORTS:
            first = k - 1 if document.tokens.low[k - 1] in ("the", "a", "an") else k
            return (document.tokens.span(first, k + 1),)
    return ()
