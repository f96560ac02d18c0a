"""Finds cues: verbs of saying with their auxiliary and particle, in one sentence."""

from dataclasses import dataclass

from onrecord.extract.german.grammar.document import SPLITTERS, Document, Sentence
from onrecord.extract.german.grammar.flags import AUX, CAP, FINITE, MODAL, PARTICIPLE
from onrecord.extract.german.grammar.verbs import SAYING, Saying
from onrecord.extract.german.speech.idioms import IDIOMS, phrase_at
from onrecord.extract.tokens import Kind

MOST_CUES = 16
"""More verbs of saying in one sentence are a broken text; work must stay linear."""
PASSIVE = frozenset("wird werden wurde wurden werde worden würde würden".split())
PERFECT = frozenset("hat haben hatte hatten habe hätte hätten".split())


@dataclass(slots=True)
class Cue:
    """A verb of saying at work. `verb` is its finite part, `tokens` all its parts in order."""

    lemma: str
    kinds: str
    verb: int
    tokens: list[int]
    segment: int
    passive: bool
    last: int
    """The last token that belongs to it (its particle or participle)."""


def find_cues(document: Document, sentence: Sentence) -> list[Cue]:
    """The cues of a sentence, from left to right."""
    found: list[Cue] = []
    if not sentence.kinds & MAY_SAY.bit:
        return found
    low, flags, inside = document.tokens.low, document.flags, document.inside
    number = 0
    tokens = document.tokens
    for i in tokens.among(MAY_SAY, sentence.begin, sentence.stop):
        while number + 1 < len(sentence.segments) and i >= sentence.segments[number + 1].begin:
            number += 1
        if low[i] in LET_SAY and inside[i] < 0 and not flags[i] & CAP:
            let = _let_say(document, sentence, i, number)
            if let is not None:
                found.append(let)
                continue
        if inside[i] >= 0 or flags[i] & CAP:
            continue
        if low[i] in _HEARD:
            heard = _heard(document, sentence, i, number)
            found += [heard] if heard is not None else []
        cue = _phrase(document, sentence, i, number) if low[i] in IDIOMS else None
        if cue is None and low[i] in SAYING:
            cue = _read(document, sentence, i, number)
        if cue is not None:
            found.append(cue)
    return found


def _phrase(document: Document, sentence: Sentence, i: int, segment: int) -> Cue | None:
    found = phrase_at(document, sentence.segments[segment], i)
    if found is None:
        return None
    reading, places = found
    cue = _by_form(document, sentence, i, segment, reading)
    if cue is not None:
        cue.tokens = sorted({*cue.tokens, *places})
        cue.last = cue.tokens[-1]
    return cue


def _by_form(
    document: Document, sentence: Sentence, i: int, segment: int, reading: Saying
) -> Cue | None:
    if reading.form in ("fin", "konj", "plural"):
        return _finite(document, sentence, i, segment, reading)
    if reading.form == "part":
        return _participle(document, sentence, i, segment, reading)
    return _let(document, sentence, i, segment, reading) if reading.form == "inf" else None


def _read(document: Document, sentence: Sentence, i: int, segment: int) -> Cue | None:
    readings = SAYING[document.tokens.low[i]]
    best: Cue | None = None
    for reading in readings:
        if reading.lemma == "heißen" and "es" not in document.tokens.low[max(0, i - 3) : i + 3]:
            continue
        if not _has_company(document, sentence, i, reading.lemma):
            continue
        cue = _by_form(document, sentence, i, segment, reading)
        if cue is not None and (best is None or len(cue.tokens) > len(best.tokens)):
            best = cue
    return best


COMPANY = {
    **dict.fromkeys(("bestehen", "beharren", "pochen", "drängen"), ("darauf", "auf")),
    "halten": ("für", "davon", "von", "vom"),
}
"""Verbs that say something only with one of these words: `besteht darauf`, `hält für`."""


def _has_company(document: Document, sentence: Sentence, i: int, lemma: str) -> bool:
    wanted = COMPANY.get(lemma)
    if wanted is None and lemma != "ergeben":
        return True
    near = document.tokens.low[max(sentence.begin, i - 8) : min(sentence.stop, i + 12)]
    if lemma == "ergeben":
        return "sich" not in near
    return wanted is None or any(word in near for word in wanted)


def _finite(
    document: Document, sentence: Sentence, i: int, segment: int, reading: Saying
) -> Cue | None:
    flags, low = document.flags, document.tokens.low
    if reading.form == "plural":
        part = sentence.segments[segment]
        if low[i - 1] == "zu" or any(
            flags[k] & (AUX | MODAL) and flags[k] & FINITE for k in range(part.begin, part.end)
        ):
            return None
    if reading.form == "fin" and _adverbial(document, sentence, i, segment):
        return None
    tokens = [i]
    if reading.particle:
        at = _particle(document, sentence, i, reading.particle)
        before = low[i - 1] == reading.particle and _closes_clause(document, sentence, i)
        if at < 0 and not before:
            return None
        if before:
            return Cue(reading.lemma, reading.kinds, i, [i - 1, i], segment, False, i)
        tokens.append(at)
    return Cue(reading.lemma, reading.kinds, i, tokens, segment, False, tokens[-1])


PARTICIPLES = frozenset(w for w, found in SAYING.items() if any(r.form == "part" for r in found))


def _adverbial(document: Document, sentence: Sentence, i: int, segment: int) -> bool:
    """`gab sich betont gelassen`: a participle behind the finite verb of its clause."""
    if document.tokens.low[i] not in PARTICIPLES:
        return False
    begin = sentence.segments[segment].begin
    joined = document.tokens.low[i - 1] in ("und", "oder", "aber")
    return not joined and any(document.flags[k] & FINITE for k in range(begin, i))


def _closes_clause(document: Document, sentence: Sentence, i: int) -> bool:
    """`wie X bekannt gab,`: the verb stands last, its particle apart before it."""
    return i + 1 >= sentence.stop or document.tokens.words[i + 1] in SPLITTERS


def _particle(document: Document, sentence: Sentence, i: int, particle: str) -> int:
    """The separated particle: last word before a splitter, the end, or a conjunction."""
    low = document.tokens.low
    for k in range(i + 1, min(sentence.stop, i + 45)):
        if low[k] == particle and document.inside[k] < 0:
            number = _segment_of(sentence, k)
            other = number != _segment_of(sentence, i)
            if other and document.finite(sentence.segments[number].begin, k) >= 0:
                continue  # of the verb in its own clause: `sagte, man stimme zu`
            after = low[k + 1] if k + 1 < sentence.stop else ""
            if not after or after in SPLITTERS or after in _AFTER_PARTICLE:
                return k
    return -1


_AFTER_PARTICLE = frozenset('und dass daß ob oder aber „ " “ » wie , : .'.split())


def _participle(
    document: Document, sentence: Sentence, i: int, segment: int, reading: Saying
) -> Cue | None:
    low, flags = document.tokens.low, document.flags
    apart = [i - 1] if reading.particle else []
    if reading.particle and low[i - 1] != reading.particle:
        return None
    after = i + 1
    if after < sentence.stop and low[after] in ("worden", "geworden"):
        after += 1
    if reading.lemma == "bekanntwerden":
        return _becomes_known(document, sentence, i, segment, reading)
    if after < sentence.stop and flags[after] & AUX and low[after] in _HELPING:
        tokens = [*apart, *range(i, after + 1)]
        passive = low[after] in PASSIVE or low[i + 1] == "worden"
        modal = _modal_before(document, sentence, i, segment) if low[after] == "haben" else -1
        if modal >= 0:
            return Cue(reading.lemma, reading.kinds, modal, [modal, *tokens], segment, False, after)
        return Cue(reading.lemma, reading.kinds, after, tokens, segment, passive, after)
    if segment and i == sentence.segments[segment].begin and not apart:
        return None
    part = sentence.segments[segment]
    begin = part.begin if low[part.begin] == "wie" else sentence.begin  # `wie X bestätigt`
    for k in range(i - 1, max(begin, i - 40) - 1, -1):
        gone = reading.lemma in _WITH_BE and low[k] in _BE
        if low[k] in PERFECT or gone or (low[k] in PASSIVE and low[k] != "worden"):
            if document.inside[k] >= 0 or not flags[k] & AUX:
                continue
            number = _segment_of(sentence, k)
            between = sentence.segments[number + 1 : segment + 1]
            if any(document.finite(s.begin, min(s.end, i)) >= 0 for s in between[1:]):
                return None
            tokens = [k, *apart, i] + ([i + 1] if low[min(i + 1, len(low) - 1)] == "worden" else [])
            passive = low[k] in PASSIVE or low[tokens[-1]] == "worden"
            return Cue(reading.lemma, reading.kinds, k, tokens, number, passive, tokens[-1])
        other = flags[k] & (FINITE | MODAL) and not flags[k] & (AUX | PARTICIPLE)
        if other and document.inside[k] < 0:
            return None
    return None


def _becomes_known(
    document: Document, sentence: Sentence, i: int, segment: int, reading: Saying
) -> Cue | None:
    """`wurde bekannt, dass`, `war bekannt geworden`: nobody is named who says it."""
    low = document.tokens.low
    last = i + 1 if low[i + 1 : i + 2] == ["geworden"] else i
    helpers = _BE if last > i else PASSIVE
    begin, end = sentence.segments[segment].begin, sentence.segments[segment].end
    for k in (*range(i - 1, begin - 1, -1), *range(last + 1, min(last + 2, end))):
        if low[k] in helpers and document.inside[k] < 0:
            tokens = sorted({k, i, last})
            return Cue(reading.lemma, reading.kinds, k, tokens, segment, True, tokens[-1])
    return None


LETTING = frozenset("ließ ließen lässt lassen liess lasse".split())


_MUST = frozenset("muss müssen musste mussten".split())
_ADMITTING = frozenset("einräumen zugeben eingestehen zugestehen gestehen".split())


LET_SAY = frozenset(
    "ausrichten wissen erkennen verlauten durchblicken anklingen verbreiten verlautbaren".split()
)
"""What says something only with `lassen`: `ließ ausrichten`, `wissen ließ`."""


_HEARD = frozenset("hören vernehmen erfahren".split())
"""What is said with `zu` and `sein`: `wie zu hören ist`."""


MAY_SAY = Kind.of((*SAYING, *LET_SAY, *IDIOMS, *_HEARD))


def _heard(document: Document, sentence: Sentence, i: int, segment: int) -> Cue | None:
    low, part = document.tokens.low, sentence.segments[segment]
    if low[i - 1] != "zu":
        return None
    for k in (*range(i + 1, min(i + 2, part.end)), *range(i - 2, part.begin - 1, -1)):
        if low[k] in _BE and document.inside[k] < 0:
            tokens = sorted((k, i - 1, i))
            return Cue("hören", "s", k, tokens, segment, False, tokens[-1])
    return None


def _let_say(document: Document, sentence: Sentence, i: int, segment: int) -> Cue | None:
    low, part = document.tokens.low, sentence.segments[segment]
    for k in (*range(i - 1, part.begin - 1, -1), *range(i + 1, min(i + 2, part.end))):
        if low[k] in LETTING and document.inside[k] < 0:
            tokens = sorted((k, i))
            return Cue(f"lassen {low[i]}", "sd", k, tokens, segment, False, tokens[-1])
    return None


def _let(
    document: Document, sentence: Sentence, i: int, segment: int, reading: Saying
) -> Cue | None:
    """`ließ durchblicken, dass`, `musste einräumen, dass`: somebody says it all the same."""
    low, begin = document.tokens.low, sentence.segments[segment].begin
    helpers = LETTING | _MUST if reading.lemma in _ADMITTING else LETTING
    if helpers is not LETTING and "nicht" in low[begin:i]:
        return None
    for k in range(i - 1, begin - 1, -1):
        if low[k] in helpers and "s" in reading.kinds and document.inside[k] < 0:
            return Cue(reading.lemma, reading.kinds, k, [k, i], segment, False, i)
    return None


def _modal_before(document: Document, sentence: Sentence, i: int, segment: int) -> int:
    """`soll X gesagt haben`: the modal is the finite verb, so the subject stands beside it."""
    part = sentence.segments[segment]
    for k in range(i - 1, part.begin - 1, -1):
        if document.tokens.low[k] in ("soll", "sollen", "will", "wollen"):
            return k if document.inside[k] < 0 else -1
    return -1


_WITH_BE = frozenset(("ausgehen", "hervorgehen"))
_BE = frozenset("ist sind war waren sei seien".split())
_HELPING = PASSIVE | PERFECT | _BE


def _segment_of(sentence: Sentence, i: int) -> int:
    for number, part in enumerate(sentence.segments):
        if part.begin <= i < part.end:
            return number
    return 0
