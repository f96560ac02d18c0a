"""English indirect speech: `X said (that) ...`, `..., X said`, `according to X, ...`."""

from collections.abc import Iterator
from typing import Final

from onrecord.extract.english.complements import REACH, clause_behind, clause_end, framed_behind
from onrecord.extract.english.denied import denied_in
from onrecord.extract.english.document import Document, Range
from onrecord.extract.english.drafts import RUMOUR, THAT, make_quote
from onrecord.extract.english.frames import according_to, framed_at
from onrecord.extract.english.phrases import (
    SPEAKERS,
    has_finite,
    is_agent,
    is_cue,
    subject,
)
from onrecord.extract.english.verbs import (
    BE,
    FINITE,
    SAYING,
    SAYS,
    SPEAKS,
)
from onrecord.extract.english.words import ADVERBS, CONJUNCTIONS, PREPOSITIONS, RELATIVES
from onrecord.extract.records import Quote
from onrecord.extract.tokens import Kind

_NOUNS: Final = frozenset(
    """fact claim claims report reports rumour rumours rumor rumors speculation view belief
    suggestion suggestions allegation allegations""".split()
)


def indirect_in(document: Document, sentence: Range) -> Iterator[Quote]:
    """The indirect speech of one sentence, in the order of its verbs."""
    stop = document.stop(sentence)
    taken = sentence[0]
    source = according_to(document, sentence, stop)
    if source is not None:
        quote, taken = source
        yield quote
    rejected = denied_in(document, sentence, stop)
    for verb in document.tokens.among(_LEADING, sentence[0], stop):
        if verb < taken or document.inside[verb] >= 0:
            continue
        if rejected is not None and verb >= rejected[1]:
            quote, _, taken = rejected
            rejected = None
            yield quote
            if verb < taken:
                continue
        found = _at(document, sentence, verb, stop)
        if found is not None:
            quote, taken = found
            yield quote


def _at(document: Document, sentence: Range, verb: int, stop: int) -> tuple[Quote, int] | None:
    low = document.tokens.low
    saying = low[verb] in SAYING and verb > sentence[0] + 1 and low[verb - 1] in BE
    if saying:
        return _governed(document, sentence, verb, stop, SAYING[low[verb]])
    if is_cue(document, verb, sentence[0], SPEAKS):
        framed = framed_at(document, sentence, verb, stop) if low[verb] in SAYS else None
        if framed is not None:
            return framed, stop
        if is_cue(document, verb, sentence[0]):
            return _governed(document, sentence, verb, stop, SAYS[low[verb]])
        return None
    if low[verb] in SAYING and verb > sentence[0] and document.tokens.words[verb - 1] == ",":
        return _participle(document, sentence, verb, stop)
    if low[verb] in _STATES or low[verb] == "saying":
        return _stated(document, sentence, verb, stop)
    if low[verb] in _NOUNS and low[verb + 1 : verb + 2] == ["that"]:
        return _noun(document, sentence, verb, stop)
    if low[verb : verb + 3] in (["rumour", "has", "it"], ["rumor", "has", "it"]):
        start = verb + 4 if low[verb + 3 : verb + 4] == ["that"] else verb + 3
        return make_quote(document, "Indirect", RUMOUR, [(start, stop)], []), stop
    return None


def _governed(
    document: Document, sentence: Range, verb: int, stop: int, base: str
) -> tuple[Quote, int] | None:
    """`X said on Monday that <clause>`, `X told the paper <clause>`."""
    clause = clause_behind(document, verb, base, stop)
    if clause[1] <= clause[0] or _refuses(document, *clause):
        return None
    if document.tokens.words[clause[1] : clause[1] + 1] == [","] and framed_behind(
        document, clause[1] + 1, stop
    ):
        return None  # `It had told the board that ..., she said`: all of it is hers
    speaker = subject(document, max(sentence[0], verb - REACH), verb)
    if not is_agent(document, speaker) or _of_a_thing(document, speaker):
        return None
    if document.tokens.low[sentence[0]] in _WHENS and speaker[0] == sentence[0] + 1:
        clause = clause[0], _before_main(document, clause)
    if document.tokens.low[verb - 1] in ("who", "which"):
        clause = clause[0], _before_predicate(document, clause)
        if not has_finite(document, *clause):
            return None  # `X, which denied the claims, said that ...`
    quote = make_quote(
        document,
        "Indirect",
        THAT,
        [clause],
        [speaker],
        [(verb, verb + 1)],
        [(speaker[0], clause[0])],
    )
    return quote, clause[1]


_JOINTS: Final = CONJUNCTIONS | RELATIVES | ADVERBS | PREPOSITIONS
_WHENS: Final = frozenset("when after while although though since because as once".split())


def _before_main(document: Document, clause: Range) -> int:
    """`When X said that <clause>, the markets cheered`: where the main clause is left off."""
    tokens = document.tokens
    for comma in range(clause[1] - 2, max(clause[0] + 2, clause[1] - REACH), -1):
        if tokens.words[comma] != "," or document.inside[comma] >= 0:
            continue
        begin = comma + 1
        joined = tokens.low[begin] in _JOINTS or tokens.low[begin].endswith("ing")
        if not joined and has_finite(document, begin + 1, clause[1]):
            return comma
    return clause[1]


def _before_predicate(document: Document, clause: Range) -> int:
    """`X, who insists that <clause>, has hired a bank`: where the clause around goes on."""
    for comma in range(clause[0] + 2, clause[1] - 1):
        apart = document.tokens.words[comma] == "," and document.inside[comma] < 0
        if apart and document.tokens.low[comma + 1] in FINITE:
            return comma
    return clause[1]


def _of_a_thing(document: Document, speaker: Range) -> bool:
    """`software that predicts how ...`: what stands before `that` says nothing."""
    low, end = document.tokens.low, speaker[1]
    return low[end - 1] == "that" and end - speaker[0] > 1 and low[end - 2] not in SPEAKERS


_STATES: Final = frozenset("clear convinced confident certain sure adamant hopeful".split())
"""Adjectives behind which stands what somebody makes clear or believes."""
_LEADING: Final = Kind.of({*SPEAKS, *SAYING, *_STATES, *_NOUNS, "saying"})
"""What may lead over to what somebody said: only there anything is looked for."""


def _stated(document: Document, sentence: Range, at: int, stop: int) -> tuple[Quote, int] | None:
    """`X made it clear that`, `X is convinced that`, `X was quoted as saying`."""
    low = document.tokens.low
    head = at - 1 - (low[at] == "clear" and low[at - 1] == "it")
    if low[at] == "saying":
        head = at - 3 if low[at - 2 : at] == ["quoted", "as"] else sentence[0]
    fits = low[head] in (_MAKES if low[at] == "clear" else BE)
    if head <= sentence[0] or not fits:
        return None
    base = "say" if low[at] in ("clear", "saying") else "agree"
    clause = clause_behind(document, at, base, stop)
    speaker = subject(document, max(sentence[0], head - REACH), head)
    if clause[1] <= clause[0] or not is_agent(document, speaker):
        return None
    cue, frame = [(head, at + 1)], [(speaker[0], clause[0])]
    return make_quote(document, "Indirect", THAT, [clause], [speaker], cue, frame), clause[1]


_MAKES: Final = frozenset("makes made make".split())


def _refuses(document: Document, begin: int, end: int) -> bool:
    """`it would not comment`, `it does not comment on rumours`."""
    low = document.tokens.low[begin:end]
    if end - begin > 12 or "comment" not in low:
        return False
    return any(w in ("not", "no", "never", "declined") or "n’t" in w or "n't" in w for w in low)


def _participle(
    document: Document, sentence: Range, verb: int, stop: int
) -> tuple[Quote, int] | None:
    """`X denied the claim, saying <clause>`: the subject of the sentence speaks."""
    low = document.tokens.low
    clause = clause_behind(document, verb, SAYING[low[verb]], stop)
    if clause[1] <= clause[0]:
        return None
    first = next(
        (k for k in range(sentence[0] + 1, verb) if has_finite(document, k, k + 1)
         and document.inside[k] < 0), -1,
    )  # fmt: skip
    if first < 0:
        return None
    speaker = subject(document, max(sentence[0], first - REACH), first)
    if not is_agent(document, speaker):
        return None
    frame = [(verb, clause[0])]
    return make_quote(document, "Indirect", THAT, [clause], [speaker], [frame[0]], frame), clause[1]


def _noun(document: Document, sentence: Range, noun: int, stop: int) -> tuple[Quote, int] | None:
    """`makes no secret of the fact that ...`, `repeated his claim that ...`."""
    low = document.tokens.low
    start, end = noun + 2, clause_end(document, noun + 2, stop)
    if not has_finite(document, start, end):
        return None
    secret = "secret" in low[max(sentence[0], noun - 5) : noun]
    if low[noun] == "fact" and not secret:
        return None
    if low[noun] != "fact":
        return None
    verb = next(
        (k for k in range(sentence[0] + 1, noun) if has_finite(document, k, k + 1)), sentence[0]
    )
    speaker = subject(document, sentence[0], verb) if verb > sentence[0] else (verb, verb)
    if not is_agent(document, speaker):
        return None
    return make_quote(document, "Indirect", THAT, [(start, end)], [speaker]), end
