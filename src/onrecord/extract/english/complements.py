"""The clause that an English verb of saying governs: where it begins and where it ends."""

from typing import Final

from onrecord.extract.english.document import Document, Range
from onrecord.extract.english.phrases import (
    first_finite,
    has_finite,
    is_agent,
    is_cue,
)
from onrecord.extract.english.verbs import (
    AUXILIARIES,
    INFINITIVE,
    SAYING,
    THAT_ONLY,
)
from onrecord.extract.english.words import (
    ADVERBS,
    DAYS,
    DETERMINERS,
    FUNCTION,
    MONTHS,
    PERSONAL,
    PREPOSITIONS,
)

REACH: Final = 60
"""So many tokens far a clause is looked through, and so many back a subject is sought."""
_TOLD: Final = frozenset("tell inform assure remind warn promise advise notify".split())
_ADJUNCT: Final = frozenset("on in at during to by late early for last this".split())
_WHEN: Final = frozenset(
    "week month year quarter spring summer autumn fall winter night weekend morning in".split()
)
_PAPERS: Final = frozenset(
    """statement interview call letter note blog post filing e-mail email conference memo report
    speech newspaper reporters analysts investors tweet message release presentation court panel
    hearing event dinner podcast broadcast radio meeting article briefing""".split()
)
_CITES: Final = frozenset("citing quoting".split())
_APART: Final = ([":"], [","], [";"])
"""Behind `that` these say that it stands for something: `denied that: the board knew`."""


def clause_behind(document: Document, verb: int, base: str, stop: int) -> Range:
    """The clause that a verb of saying governs; empty where there is none."""
    low, words = document.tokens.low, document.tokens.words
    empty = (verb, verb)
    verb += base == "point" and low[verb + 1 : verb + 2] == ["out"]
    that = next(
        (k for k in range(verb + 1, min(verb + 16, stop))
         if low[k] == "that" and low[k + 1 : k + 2] not in _APART
         and (k == verb + 1 or low[k - 1] not in PREPOSITIONS)), -1,
    )  # fmt: skip
    if that > 0 and _between(document, verb + 1, that, base):
        start = that + 1
        if low[start : start + 1] and low[start] in AUXILIARIES:
            start = that
        if not has_finite(document, start, min(stop, start + REACH)) or stop - start < 2:
            return empty
        return start, clause_end(document, start, stop)
    if low[verb + 1 : verb + 2] == ["that"] and low[verb + 2 : verb + 3] in _APART:
        return empty
    if base in THAT_ONLY and low[verb + 1 : verb + 2] not in (["it"], ["he"], ["she"], ["they"]):
        return empty
    start = _past_adjuncts(document, verb + 1, stop)
    if base in _TOLD:
        start = _past_adjuncts(document, past_addressee(document, start, stop), stop)
    if base in INFINITIVE and low[start : start + 1] == ["to"] and stop - start > 2:
        return start, clause_end(document, start, stop)
    if start >= stop or words[start] in (",", ":", ";") or document.inside[start] >= 0:
        return empty
    if low[start] in PREPOSITIONS or low[start] in ("whether", "if", "nothing", "so", "not"):
        return empty
    end = clause_end(document, start, stop)
    if end - start < 3 or not _is_clause(document, start, end):
        return empty
    return start, end


def _is_clause(document: Document, start: int, end: int) -> bool:
    """Whether a finite verb follows a subject in a range."""
    low = document.tokens.low
    if low[start] in AUXILIARIES:
        return False
    verb = first_finite(document, start, start + 1, min(end, start + REACH))
    if verb < 0:
        return False
    before = low[start:verb]
    return not {"which", "who", "where"} & set(before) or has_finite(document, verb + 2, end)


def _between(document: Document, begin: int, that: int, base: str) -> bool:
    """Whether only an addressee, times and places stand between a verb and its `that`."""
    tokens = document.tokens
    if begin == that:
        return True
    for k in range(begin, that):
        if document.inside[k] >= 0 or tokens.words[k] in (";", ":"):
            return False
    if base not in _TOLD and tokens.low[begin] not in _ADJUNCTS:
        return False
    return not has_finite(document, begin, that) or tokens.words[begin] == ","


def _past_adjuncts(document: Document, i: int, stop: int) -> int:
    """Past `on Monday`, `in a statement`, `late last week`, `yesterday`."""
    low = document.tokens.low
    while i < stop:
        if low[i] in DAYS or (low[i] in ADVERBS and low[i] not in ("there", "not", "both")):
            i += 1
        elif (
            (low[i] in ("on", "late", "early") and low[i + 1 : i + 2] and low[i + 1] in DAYS)
            or (low[i] in ("last", "this", "earlier") and i + 1 < stop and low[i + 1] in _WHEN)
            or (
                low[i] == "in"
                and i + 1 < stop
                and (low[i + 1] in MONTHS or low[i + 1][0].isdigit())
            )
        ):
            i += 2
        elif low[i] in ("in", "on", "at", "to", "during") and i + 2 < stop and low[i + 1] in (
            "a", "an", "the", "its", "his", "her", "their", "reporters", "analysts", "investors",
        ):  # fmt: skip
            k = _past_phrase(document, i + 1, stop)
            if k == i:
                return i
            i = k
        else:
            break
    return i


def _past_phrase(document: Document, i: int, stop: int) -> int:
    """Past `a joint statement`, `an interview with the newspaper X`; else before its `in`."""
    low = document.tokens.low
    for k in range(i, min(i + 5, stop)):
        if low[k] in _PAPERS:
            k += 1
            if k + 1 < stop and low[k] in ("with", "to", "from", "by"):
                return past_addressee(document, k + 1, stop)
            return k
        if low[k] in PREPOSITIONS or low[k] in AUXILIARIES:
            break
    return i - 1


def past_addressee(document: Document, i: int, stop: int) -> int:
    """Past whom somebody told: `reporters`, `the Daily Herald`, `her staff`."""
    tokens = document.tokens
    low, start = tokens.low, i
    if i < stop and low[i] in ("me", "him", "her", "us", "them", "you"):
        return i + 1
    while i < stop and low[i] in DETERMINERS:
        i += 1
    small = i
    while i < stop and not document.capital(i) and low[i] not in FUNCTION and low[i][0].isalpha():
        i += 1
    if i == small or not document.capital(i - 1):
        while i < stop and document.capital(i) and low[i] not in FUNCTION and i - small < 6:
            i += 1
            if i < stop and low[i - 1].endswith(("s", "’s")) and low[i] in DETERMINERS:
                break
    return i if i > start else start


def clause_end(document: Document, start: int, stop: int) -> int:
    """Where a clause ends: at a further verb of saying with its joint, or the end."""
    tokens = document.tokens
    for k in range(start + 1, stop):
        word = tokens.words[k]
        if word == "," and document.inside[k] < 0 and framed_behind(document, k + 1, stop):
            return k
        if document.inside[k] >= 0:
            continue
        if word == "," and k + 1 < stop and (
            tokens.low[k + 1] in SAYING
            or tokens.low[k + 1] in _CITES
        ):  # fmt: skip
            return k
        said = tokens.low[k] in ("and", "but") and tokens.low[k + 1 : k + 2] in _SAYS
        if k < start + _SHORTEST and not said:
            continue
        if word == ";":
            return k
        if tokens.low[k] in ("and", "but", "while"):
            if _will_not_say(document, k + 1):
                return k - 1 if tokens.words[k - 1] == "," else k
            verb = k + 1
            while verb < stop and tokens.low[verb] in ADVERBS:
                verb += 1
            shared = verb < stop and is_cue(document, verb, start)
            if not shared and tokens.words[k - 1] == ",":
                verb = next((v for v in range(k + 1, min(k + 8, stop))
                             if is_cue(document, v, start)), -1)  # fmt: skip
                shared = (
                    verb > 0
                    and is_agent(document, (k + 1, verb))
                    and not has_finite(document, k + 1, verb)
                )
            past = tokens.low[verb].endswith(("ed", "said", "told")) if shared else False
            if shared and past:
                return k - 1 if tokens.words[k - 1] == "," else k
    return stop


def framed_behind(document: Document, begin: int, stop: int) -> bool:
    """`X had acknowledged the debt, he said`: somebody else says all of it."""
    low = document.tokens.low
    for verb in range(begin + 1, min(begin + _FRAME, stop)):
        if low[verb] in _SAID:
            ends = verb + 1 >= stop or low[verb + 1] in _ADJUNCTS
            named = low[begin] in PERSONAL or document.capital(begin) or low[begin] in _ARTICLES
            return ends and named and is_agent(document, (begin, verb))
        if low[verb] == "," or low[verb] in AUXILIARIES:
            return False
    return False


_SAYS: Final = [[verb] for verb in "said says added told insisted".split()]
_SAID: Final = frozenset("said says added told adds".split())
_ARTICLES: Final = frozenset(("the", "a", "an"))
_FRAME: Final = 8
_SHORTEST: Final = 3
"""No clause has fewer words."""


def _will_not_say(document: Document, i: int) -> bool:
    """`... but would not say when`: the speaker's silence is the author's to tell."""
    low = document.tokens.low
    if low[i : i + 1] in (["declined"], ["refused"]) and low[i + 1 : i + 2] == ["to"]:
        return low[i + 2 : i + 3] in _TELLING
    return low[i : i + 2] == ["would", "not"] and low[i + 2 : i + 3] in _TELLING


_TELLING: Final = [[verb] for verb in "say comment elaborate name disclose specify discuss".split()]
_ADJUNCTS: Final = _ADJUNCT | ADVERBS | DAYS | {","}
