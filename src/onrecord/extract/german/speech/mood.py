"""Speech without a frame: a sentence in Konjunktiv, and hearsay with `sollen`."""

from collections.abc import Sequence

from onrecord.extract.german.grammar.document import STRONG_MOOD, Document, Segment, Sentence
from onrecord.extract.german.grammar.flags import (
    CAP,
    COORD,
    FINITE,
    INFINITIVE,
    KONJ,
    MODAL,
    PARTICIPLE,
    PREP,
    REL,
    SUBCONJ,
    WH,
)
from onrecord.extract.german.grammar.phrases import subject_before
from onrecord.extract.german.speech.drafts import Draft, Range, Rule
from onrecord.extract.tokens import Kind, between

KONJUNKTIV = Rule("de-konjunktiv", "1", 0.6, "a main clause in Konjunktiv with no frame")
SOLLEN = Rule("de-sollen", "1", 0.27, "`sollen` with an infinitive: hearsay")
NEAR = 2
"""So many sentences behind speech a sentence in Konjunktiv II goes on with it."""
SHALL = Kind.of(("soll", "sollen"))
WISHED = frozenset("lieber gern gerne liebsten".split())
GUESSES = frozenset("könnte könnten dürfte dürften".split())
OPENING_IF = frozenset(
    """käme kämen ginge gingen ließe ließen stünde stünden bliebe blieben läge lägen fände fänden
    nähme nähmen bekäme bekämen gäben wüsste sollte sollten fiele fielen""".split()
)
"""`Käme der Verkauf zustande, ...` sets a condition."""
SECOND = frozenset("hätte hätten wäre wären würde würden gäbe müsste müssten".split())
_OPENING = OPENING_IF | SECOND
WISHING = _OPENING | frozenset("sähe sähen gäben hielte hielten behielte behielten spräche".split())


def unframed(document: Document, sentence: Sentence, distance: int, adjacent: bool) -> Draft | None:
    """A main clause in Konjunktiv I, or in Konjunktiv II where reported speech goes before."""
    if not between(document.moods, sentence.begin, sentence.end):
        return None
    low, flags = document.tokens.low, document.flags
    first = flags[sentence.begin]
    if first & MODAL and low[sentence.begin] in ("sollte", "sollten", "dürfte", "könnte"):
        return None
    context = distance <= NEAR
    if first & KONJ and low[sentence.begin] in _OPENING and distance > 1:
        return None
    alone = opens_paragraph(document, sentence) or not _same_paragraph(document, sentence, distance)
    conditional = first & SUBCONJ and low[sentence.begin] in ("wenn", "falls", "sofern")
    for number, part in enumerate(sentence.segments):
        if number > 0 and _subordinate(document, part):
            continue
        if (
            number == 0
            and first & SUBCONJ
            and not conditional
            and low[sentence.begin] != "als"
            and len(sentence.segments) > 1
        ):
            continue
        for i in range(part.begin, part.end):
            if not flags[i] & KONJ or document.inside[i] >= 0 or document.attributive(i):
                continue
            if low[i] in GUESSES and not adjacent:
                continue
            if low[i] in SECOND and not context:
                continue
            if not _first_mood(low[i]) and low[i] not in SECOND and not context:
                continue
            if not adjacent and low[i] in WISHING and _wished(low, part):
                continue
            if not adjacent and alone and not _first_mood(low[i]):
                continue
            if i == sentence.begin and low[i] in ("sei", "seien", "möge"):
                continue
            if low[i + 1 : i + 2] == ["ich"] or low[i - 1] == "ich":
                continue
            if low[sentence.begin] == "ich" and low[i - 1] in ("und", "aber"):
                continue  # `Ich war dort und habe zugesehen`
            if low[i - 1] in ("ich", "es") and low[i] == "sei" and _sei_es(document, i):
                continue
            quote = [(sentence.begin, sentence.end)]
            return Draft("IndirectFreeIndirect", quote, KONJUNKTIV, sentence.number)
    return None


def _same_paragraph(document: Document, sentence: Sentence, distance: int) -> bool:
    """Whether the speech so many sentences before stands in the same paragraph."""
    last = sentence.number - distance
    return last >= 0 and document.sentences[last].paragraph == sentence.paragraph


def opens_paragraph(document: Document, sentence: Sentence) -> bool:
    """Whether a sentence is the first of its paragraph: nobody spoke before it there."""
    number = sentence.number
    return not number or document.sentences[number - 1].paragraph != sentence.paragraph


def _wished(low: Sequence[str], part: Segment) -> bool:
    """`X sähe lieber Y`, `hätte gern`: what somebody would like, as the author knows."""
    return not WISHED.isdisjoint(low[part.begin : part.end])


def behind_colon(document: Document, sentence: Sentence) -> tuple[Range, Range] | None:
    """`Silke Adam winkte ab: Man werde nichts zahlen.`: (what she says, who) where somebody with a
    name acts before the colon, and does so in fact."""
    part = next((p for p in sentence.segments if p.mark == ":" and p.begin > sentence.begin), None)
    if part is None or between(document.moods, sentence.begin, part.begin):
        return None
    if not between(document.moods, part.begin, sentence.end):
        return None
    verb = document.finite(sentence.begin, part.begin)
    who = subject_before(document, sentence.begin, verb) if verb > sentence.begin else (0, 0)
    if document.names.isdisjoint(document.tokens.words[who[0] : who[1]]):
        return None
    return (part.begin, sentence.stop), who


def _subordinate(document: Document, part: Segment) -> bool:
    """A clause that a conjunction or a relative pronoun opens, with its verb at the end."""
    flags = document.flags
    i = part.begin
    if flags[i] & (PREP | COORD) and i + 1 < part.end and flags[i + 1] & REL:
        i += 1
    if flags[i] & SUBCONJ:
        return True
    if flags[i] & WH and not flags[i] & CAP and part.mark == ",":
        return bool(flags[part.end - 1] & FINITE) and not _v2(document, part)
    last = part.end - 1
    return bool(flags[i] & REL and flags[last] & (FINITE | INFINITIVE) and not _v2(document, part))


def _v2(document: Document, part: Segment) -> bool:
    verb = document.finite(part.begin, part.end)
    return part.begin < verb < part.end - 1


def _first_mood(low: str) -> bool:
    return low in STRONG_MOOD or (
        low.endswith("e") and low not in SECOND and not low.endswith("te")
    )


def _sei_es(document: Document, i: int) -> bool:
    return document.tokens.low[i + 1 : i + 2] == ["denn"]


def _past(document: Document, modal: int, last: int) -> bool:
    """A perfect infinitive: `gebaut haben`, or with the modal last, `gebaut haben soll`."""
    low, flags = document.tokens.low, document.flags
    if last == modal:
        last -= 1
    return low[last] in ("haben", "sein") and bool(
        flags[last - 1] & PARTICIPLE or low[last - 1].endswith(("t", "en"))
    )


_RUMOURED = frozenset(
    """erwägen prüfen verhandeln interessieren arbeiten sprechen planen buhlen favorisieren hegen
    ausloten sondieren liebäugeln feilschen""".split()
)
"""What somebody does behind closed doors: with `soll`, people say that he does."""
_PRICES = ("preis", "gebot", "offerte", "angebot", "bewertung")


def _at_work(document: Document, modal: int, last: int) -> bool:
    """`X soll mit Y verhandeln`, `Der Preis soll bei 3 Millionen liegen`: no plan either."""
    low = document.tokens.low
    last -= last == modal
    if low[last] in _RUMOURED:
        return "dafür" not in low[modal:last]
    if low[last] in ("liegen", "betragen"):
        return any(word.endswith(_PRICES) for word in low[max(0, modal - 4) : modal])
    return low[last] == "stellen" and low[last - 1] == "aussicht"


def hearsay(document: Document, sentence: Sentence) -> Draft | None:
    """`X soll ... haben`: the sentence is somebody's claim; `soll ... werden` is only a plan."""
    for i in document.tokens.among(SHALL, sentence.begin, sentence.stop):
        if document.inside[i] < 0:
            last = sentence.stop - 1
            for part in sentence.segments:
                if part.begin <= i < part.end:
                    last = part.end - 1
                    break
            if _past(document, i, last) or _at_work(document, i, last):
                quote = [(sentence.begin, sentence.end)]
                return Draft("FreeIndirect", quote, SOLLEN, sentence.number)
    return None
