"""Speech without a frame: a sentence in Konjunktiv, and hearsay with `sollen`."""

from onrecord.extract.german.document import Document, Sentence
from onrecord.extract.german.drafts import Draft, Rule
from onrecord.extract.german.flags import INFINITIVE, KONJ, SUBCONJ

KONJUNKTIV = Rule("de-konjunktiv", "1", 0.8, "a main clause in Konjunktiv with no frame")
SOLLEN = Rule("de-sollen", "1", 0.55, "`sollen` with an infinitive: hearsay")
STRONG = frozenset(
    """sei seien habe werde könne müsse solle wolle dürfe möge gebe komme gehe stehe liege bleibe
    wisse handele handle lasse nehme halte sehe finde bestehe gelte führe mache brauche""".split()
)
SECOND = frozenset("hätte hätten wäre wären würde würden gäbe müsste müssten".split())


def unframed(document: Document, sentence: Sentence, context: bool) -> Draft | None:
    """A main clause in Konjunktiv I, or in Konjunktiv II where reported speech goes before."""
    low, flags = document.tokens.low, document.flags
    first = flags[sentence.begin]
    conditional = first & SUBCONJ and low[sentence.begin] in ("wenn", "falls", "sofern")
    for number, part in enumerate(sentence.segments):
        subordinate = flags[part.begin] & SUBCONJ and (number > 0 or not conditional)
        if subordinate and number > 0:
            continue
        for i in range(part.begin, part.end):
            if not flags[i] & KONJ or document.inside[i] >= 0:
                continue
            if low[i] in SECOND and not context:
                continue
            if not _first_mood(low[i]) and low[i] not in SECOND and not context:
                continue
            if i == sentence.begin and low[i] in ("sei", "seien", "möge"):
                continue
            if low[i - 1] in ("ich", "es") and low[i] == "sei" and _sei_es(document, i):
                continue
            quote = [(sentence.begin, sentence.end)]
            return Draft("IndirectFreeIndirect", quote, KONJUNKTIV, sentence.number)
    return None


def _first_mood(low: str) -> bool:
    return low in STRONG or low.endswith("e") and low not in SECOND and not low.endswith("te")


def _sei_es(document: Document, i: int) -> bool:
    return document.tokens.low[i + 1 : i + 2] == ["denn"]


def hearsay(document: Document, sentence: Sentence) -> Draft | None:
    """`X soll ... haben`: the sentence is somebody's claim."""
    low, flags = document.tokens.low, document.flags
    for i in range(sentence.begin, sentence.stop):
        if low[i] in ("soll", "sollen") and document.inside[i] < 0:
            last = sentence.stop - 1
            for part in sentence.segments:
                if part.begin <= i < part.end:
                    last = part.end - 1
                    break
            perfect = low[last] in ("haben", "sein") and flags[last - 1] is not None
            if perfect or any(flags[k] & INFINITIVE for k in (last, last - 1)) or True:
                quote = [(sentence.begin, sentence.end)]
                return Draft("FreeIndirect", quote, SOLLEN, sentence.number)
    return None
