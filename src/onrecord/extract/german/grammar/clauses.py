"""Clauses of a sentence: which segments make one, of which kind each is, and what it hangs on.

A main clause goes on behind what is inserted into it; `und` with a verb of its own opens a new one.
"""

from dataclasses import dataclass, field

from onrecord.extract.german.grammar.document import Document, Segment, Sentence
from onrecord.extract.german.grammar.flags import (
    ADV,
    CAP,
    COORD,
    DET,
    FINITE,
    INFINITIVE,
    NUM,
    PARTICIPLE,
    PREP,
    REL,
    SUBCONJ,
    WH,
)

MAIN, RELATIVE, SUB, INFINITIVAL, APPOSITION = "main", "relative", "sub", "infinitive", "apposition"
GAPPED = "gapped"
LAST = 2
"""A participle that closes a clause stands among so many last tokens."""
_NONFINITE = PARTICIPLE | INFINITIVE
JOINING = frozenset("und aber sowie oder".split())


@dataclass(slots=True)
class Clause:
    """Token ranges of one clause; `parent` is the place of the clause it hangs on, or -1.

    `shares`: joined to the parent by `und` with no subject of its own."""

    kind: str
    parts: list[tuple[int, int]]
    parent: int = -1
    shares: bool = False
    verb: int = -1
    tokens: list[int] = field(default_factory=list)

    def holds(self, token: int) -> bool:
        """Whether a token stands in the clause."""
        if len(self.parts) == 1:
            begin, end = self.parts[0]
            return begin <= token < end
        return any(begin <= token < end for begin, end in self.parts)


def clauses_of(document: Document, sentence: Sentence) -> list[Clause]:
    """The clauses of a sentence in the order in which they begin."""
    found: list[Clause] = []
    for part in sentence.segments:
        for begin, end, joined in _split(document, part):
            _place(document, found, part, begin, end, joined)
    return found


def _place(
    document: Document, found: list[Clause], part: Segment, begin: int, end: int, joined: bool
) -> None:
    verb = document.finite(begin, end)
    open_main = next((k for k in range(len(found) - 1, -1, -1) if found[k].kind == MAIN), -1)
    last = len(found) - 1
    if joined and found:
        late = found[last].kind == MAIN and verb >= end - LAST and document.flags[verb] & _NONFINITE
        shares = verb == begin + 1 or verb < 0 or bool(late)
        found.append(Clause(found[last].kind, [(begin, end)], last, shares, verb))
        return
    kind = _kind(document, part, begin, end, verb)
    if not found or (part.mark in (";", ":", "–", "—", "-") and verb >= 0 and kind == MAIN):
        found.append(Clause(kind, [(begin, end)], -1, False, verb))
        return
    if kind in (RELATIVE, SUB, INFINITIVAL):
        found.append(Clause(kind, [(begin, end)], last, False, verb))
        return
    if verb < 0:
        if part.mark == "," and _apposed(document, begin, end):
            found.append(Clause(APPOSITION, [(begin, end)], last, False, -1))
        elif part.mark == "," and found[_host(found, last)].verb >= 0 and _gapped(document, begin):
            found.append(Clause(GAPPED, [(begin, end)], _host(found, last), False, -1))
        else:
            holder = found[_host(found, last)]
            holder.parts.append((begin, end))
        return
    if open_main >= 0 and (found[open_main].verb < 0 or verb == begin):
        main = found[open_main]
        if main.verb < 0:
            main.parts.append((begin, end))
            main.verb = verb
            return
    found.append(Clause(MAIN, [(begin, end)], -1, False, verb))


def _gapped(document: Document, begin: int) -> bool:
    """`..., im vorigen Jahr den Rivalen Y`: a clause that leaves out the verb of the one before."""
    flag, low = document.flags[begin], document.tokens.low[begin]
    return bool(flag & (PREP | ADV | NUM)) and not flag & CAP and low not in ("als", "wie")


def _host(found: list[Clause], last: int) -> int:
    """The clause that a segment with no verb goes on: what is apposed is passed over."""
    while found[last].kind == APPOSITION and found[last].parent >= 0:
        last = found[last].parent
    return last


def _split(document: Document, part: Segment) -> list[tuple[int, int, bool]]:
    """A segment cut at each `und` behind which another verb has its own clause."""
    low, pieces = document.tokens.low, list[tuple[int, int, bool]]()
    start, joined = part.begin, False
    for i in range(part.begin + 1, part.end - 1):
        if low[i] not in JOINING or document.inside[i] >= 0:
            continue
        own = document.finite(start, i) >= 0
        if own and (_opens(document, i, part.end) or _closes_both(document, i, part.end)):
            pieces.append((start, i, joined))
            start, joined = i, True
    if low[part.begin] in JOINING and _opens(document, part.begin, part.end):
        joined = True if start == part.begin else joined
    pieces.append((start, part.end, joined))
    return pieces


def _closes_both(document: Document, i: int, end: int) -> bool:
    """`hat X erworben und mit Y etwas vereinbart`: a participle or infinitive closes what stands on
    either side of the `und` at token i."""
    last = end - 1
    while last > i and not document.tokens.words[last][0].isalnum():
        last -= 1
    closing = (document.flags[k] for k in (i - 1, last))
    return last > i + 1 and all(flag & _NONFINITE and not flag & CAP for flag in closing)


def _opens(document: Document, i: int, end: int) -> bool:
    """Whether a clause of its own begins behind the `und` at token i."""
    flags = document.flags
    if i + 1 >= end:
        return False
    if flags[i + 1] & FINITE and not flags[i + 1] & (CAP | DET):
        return True
    verb = document.finite(i + 1, end)
    return (
        verb > i + 1 and verb < end - 1 and all(not (flags[k] & COORD) for k in range(i + 1, verb))
    )


def _kind(document: Document, part: Segment, begin: int, end: int, verb: int) -> str:
    flags, low = document.flags, document.tokens.low
    first = begin
    while first < end - 1 and document.tokens.words[first] in '„“"»«':
        first += 1
    flag = flags[first]
    if flag & CAP:
        flag = 0 if first > begin or part.mark else flag
    late = verb >= 0 and _late(document, verb, end)
    if document.infinitive_clause(begin, end) and (verb < 0 or late):
        return INFINITIVAL
    if verb < 0:
        return MAIN
    about = first + 1 < end and low[first] == "um" and flags[first + 1] & REL
    if part.mark == "," and about and late:
        return RELATIVE  # `um den er warb`
    if flags[first] & (SUBCONJ | WH) and not flags[first] & CAP and late:
        return SUB
    if low[first] in ("dass", "weil", "ob", "wenn", "obwohl", "nachdem", "sodass", "falls"):
        return SUB
    rel = first + 1 if flags[first] & PREP and first + 1 < end else first
    if part.mark == "," and flags[rel] & REL and late:
        return RELATIVE
    return MAIN


def _late(document: Document, verb: int, end: int) -> bool:
    """Whether the last verb stands at the end, as in a clause that hangs on another."""
    flags = document.flags
    last = end - 1
    while last > verb and not document.tokens.low[last][0].isalnum():
        last -= 1
    if not flags[last] & FINITE or flags[last] & CAP:
        return False
    return last > verb or verb >= last


def _apposed(document: Document, begin: int, end: int) -> bool:
    """`, eine Tochter der Korvat AG,`: a description behind a name, no part of a list."""
    flags = document.flags
    if flags[begin] & (PREP | ADV | COORD) and not flags[begin] & CAP:
        return False
    listed = any(document.tokens.low[k] in JOINING for k in range(begin, end))
    if flags[begin] & DET:
        return not listed or end - begin > 3
    return False
