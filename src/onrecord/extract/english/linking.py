"""The clauses of a sentence in order: who stands in each, and whose subject goes on in it."""

from collections.abc import Iterator
from typing import Final

from onrecord.extract.english.clauses import Clause
from onrecord.extract.english.cutting import RESUMED, SINCE, cut
from onrecord.extract.english.dealing import VERBS
from onrecord.extract.english.document import Document, Range
from onrecord.extract.english.kinds import is_kind
from onrecord.extract.english.phrases import first_finite
from onrecord.extract.english.referents import Cast
from onrecord.extract.english.standing import apposed_to, standing_in
from onrecord.extract.english.verbs import BE, SAYS
from onrecord.extract.english.words import ADVERBS, CONJUNCTIONS, PREPOSITIONS

_LOWER: Final = frozenset(
    """when after because although though if unless before since while where whereas which
    who""".split()
)
_RELATIVE: Final = frozenset(("which", "who", "whose", *PREPOSITIONS))
_AUTHORITIES: Final = frozenset(
    """government ministry court commission watchdog regulator council union police parliament
    treasury authority congress senate judge""".split()
)
_THINGS: Final = frozenset("auction process sale race contest tender deal".split())
"""`an auction that drew bids`: not the company is meant."""
_LINKS: Final = ADVERBS | CONJUNCTIONS


def clauses_of(document: Document, sentence: Range, cast: Cast) -> Iterator[Clause]:
    """The clauses of a sentence in order, each with who stands in it."""
    before: Clause | None = None
    main: Clause | None = None
    for begin, end, joint in cut(document, sentence, cast.cuts):
        goes_on = joint == RESUMED
        if goes_on:
            before, joint = main, ""
        elif joint in _RELATIVE and before is not None:
            main = before
        clause = Clause(begin, end, main=main if goes_on else None)
        clause.verb = first_finite(document, begin, cast.mentions.get(begin, ("", begin))[1], end)
        clause.lower = joint in _LOWER or document.tokens.low[begin + 1 : begin + 2] == ["which"]
        clause.stranger = clause.verb > begin and bool(
            _AUTHORITIES.intersection(document.tokens.words[begin : clause.verb])
        )
        clause.copula = clause.verb >= 0 and document.tokens.low[clause.verb] in BE
        clause.bare = goes_on or _starts_with_verb(document, clause)
        besides = _besides(clause, before, joint)
        cast.sayer = _sayer(document, before) if begin in cast.cuts else _alone(before, joint)
        clause.standing = standing_in(document, begin, end, clause.verb, cast, besides)
        if before is not None:
            _inherit(document, clause, before, joint)
        yield clause
        before = clause


def _alone(before: Clause | None, joint: str) -> str:
    """`the biggest deal of X since it`: the one company of the clause before."""
    names = {name for s in before.standing for name in s.names} if before is not None else set()
    return names.pop() if joint in SINCE and len(names) == 1 else ""


def _sayer(document: Document, before: Clause | None) -> str:
    """`after X said it`: who says what follows, in a clause that is no main one."""
    if before is None or not before.lower or document.tokens.low[before.end - 1] not in SAYS:
        return ""
    named = [s for s in before.standing if s.named and not s.aside]
    return named[0].names[0] if named else ""


def _besides(clause: Clause, before: Clause | None, joint: str) -> tuple[str, ...]:
    """Who acts in a clause without being named in it, whom `it` as its object cannot mean."""
    if before is None:
        return ()
    if joint in ("which", "who") and before.standing:
        return before.standing[-1].names
    heads = [s.names for s in before.standing if before.verb < 0 or s.begin < before.verb]
    return heads[0] if clause.bare and heads else ()


def _starts_with_verb(document: Document, clause: Clause) -> bool:
    """Nothing but conjunctions and adverbs before the verb, or a participle, or `to`."""
    low = document.tokens.low
    for i in range(clause.begin, clause.end):
        if i == clause.verb or low[i] == "to" or (low[i].endswith("ing") and len(low[i]) > 4):
            return True
        if low[i] not in _LINKS and low[i] != ",":
            return low[i] in VERBS
    return False


def _inherit(document: Document, clause: Clause, before: Clause, joint: str) -> None:
    """A clause without a subject has that of the one before, a relative one what it follows."""
    low = document.tokens.low
    hinge = low[clause.begin + 1 : clause.begin + 2]
    complement = joint == "that" and low[clause.begin - 1] in SAYS
    if (
        (joint in ("which", "who", "that") and not complement)
        or hinge == ["which"]
        or joint == "whose"
    ):
        last = [s for s in before.standing if s.end >= before.end - 2]
        bare = low[clause.begin - 1]
        thing = joint == "that" and bare in _THINGS
        near = last[-1:] if thing else last[-1:] or before.standing[-1:]
        clause.hinge = joint if hinge == ["which"] else ""
        behind = low[clause.begin - (2 if low[clause.begin - 1] == "," else 1)]
        near = last[-1:] if clause.hinge == "in" and not is_kind(behind) else near
        near = apposed_to(document, before.standing, near)
        clause.relative = near[0].names if near else ()
        own = clause.standing and clause.verb > clause.standing[0].begin
        if own and not clause.hinge and joint != "whose":
            clause.hinge = "obj"
        return
    subject = [s for s in before.standing if before.verb < 0 or s.begin < before.verb]
    heads = [s for s in subject if document.tokens.low[s.begin - 1] not in PREPOSITIONS
             or s.begin == before.begin]  # fmt: skip
    clause.inherited = heads[0].names if heads else before.inherited or before.relative
