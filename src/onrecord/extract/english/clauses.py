"""English clauses, and which company stands in which place around a word of dealing."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from onrecord.extract.english.dealing import VERBS, Call
from onrecord.extract.english.document import Document, Range
from onrecord.extract.english.evidence import is_kind
from onrecord.extract.english.kinds import BELONGINGS
from onrecord.extract.english.phrases import finite, has_finite
from onrecord.extract.english.referents import Cast
from onrecord.extract.english.verbs import BE, SAYS
from onrecord.extract.english.words import (
    ADVERBS,
    CONJUNCTIONS,
    DAYS,
    FUNCTION,
    MONTHS,
    PREPOSITIONS,
)

_CUTS: Final = frozenset(
    """and but while although though whereas after because when if unless which who whose where
    adding saying citing before since with until so as ending giving""".split()
)
_BARE_CUTS: Final = frozenset(
    "after because when unless although though while whereas that which who".split()
)
_LOWER: Final = frozenset(
    """when after because although though if unless before since while where whereas which
    who""".split()
)
_REFERS: Final = frozenset(
    "it its they their them we us our you your he she his her him the both this".split()
)
LONGEST: Final = 90
"""So many tokens of a clause are looked at."""
_BESIDE: Final = 4
_AUTHORITIES: Final = frozenset(
    """government ministry court commission watchdog regulator council union police parliament
    treasury authority congress senate judge""".split()
)
_NEAR: Final = 14
"""So many tokens back a phrase is bound to a word of dealing."""


@dataclass(slots=True)
class Standing:
    """Companies that stand together at a place of a clause."""

    names: tuple[str, ...]
    begin: int
    end: int
    named: bool
    aside: bool = False
    """Whether a preposition that makes it no subject governs it: `a rescue by X`."""


@dataclass(slots=True)
class Clause:
    """A clause with who stands in it; `inherited` is the subject where it has none of its own."""

    begin: int
    end: int
    standing: list[Standing] = field(default_factory=list)
    inherited: tuple[str, ...] = ()
    relative: tuple[str, ...] = ()
    hinge: str = ""
    """The preposition before `which`."""
    verb: int = -1
    lower: bool = False
    """Whether it depends on the clause before, whose subject stays what the text is about."""
    stranger: bool = False
    """Whether its subject is an authority, which `it` means then."""
    copula: bool = False
    """Whether its verb is a form of `be`: `The bank is X`."""
    bare: bool = False
    """Whether the verb stands first: the subject is that of the clause before."""

    def placed(
        self, document: Document, at: int, call: Call, others: Sequence[tuple[Call, int]] = ()
    ) -> Iterator[tuple[tuple[str, ...], str]]:
        """The companies with their places seen from a word of dealing at token `at`; a phrase
        belongs to the nearest of the `others` that has a role for it."""
        passive = call.verb and _is_passive(document, self.begin, at)
        subject = False
        for standing in self.standing:
            place = _place(document, self, standing, at, call)
            nearer = any(
                k > at and other.kind != call.kind and place in other.places
                for other, k in others
                if standing.begin - _NEAR < k < standing.begin
            )
            if nearer and place not in ("subj", "obj"):
                continue
            if place == "subj" and _owner(document, standing) and self._named_behind(standing, at):
                continue
            if place == "subj":
                subject = True
                place = "obj" if passive else "subj"
            elif place == "obj" and passive:
                place = ""
            if place:
                yield standing.names, place
        if not subject and self.relative:
            yield self.relative, self.hinge or ("obj" if passive else "subj")
        elif not subject and self.inherited and self.bare:
            yield self.inherited, "obj" if passive else "subj"

    def _named_behind(self, standing: Standing, at: int) -> bool:
        """`Its largest customer, Lumio, will buy`: the owner is not who does it."""
        limit = self.verb if self.verb > standing.begin else at
        return any(s.named and standing.end <= s.begin < limit for s in self.standing)

    def leave(self, cast: Cast) -> None:
        """Notes who was the subject, for what follows."""
        for standing in self.standing:
            if standing.named:
                for name in standing.names:
                    cast.saw(name)
            if len(standing.names) == 2:
                cast.pair = (standing.names[0], standing.names[1])
        first = next((s for s in self.standing if not s.aside), None)
        named = first is not None and self.copula and first.begin - self.verb <= _BESIDE
        cast.stranger = self.stranger
        if self.lower and cast.subject:
            return
        if first is not None and (self.verb < 0 or first.begin < self.verb or named):
            cast.subject = first.names[0]
            cast.weight[cast.subject] = cast.weight.get(cast.subject, 0) + 1


def clauses_of(document: Document, sentence: Range, cast: Cast) -> Iterator[Clause]:
    """The clauses of a sentence in order, each with who stands in it."""
    before: Clause | None = None
    for begin, end, joint in _cut(document, sentence, cast.cuts):
        clause = Clause(begin, end)
        clause.verb = next((i for i in range(begin, end) if finite(document, i, begin)), -1)
        clause.lower = joint in _LOWER
        clause.stranger = clause.verb > begin and bool(
            _AUTHORITIES.intersection(document.tokens.low[begin : clause.verb])
        )
        clause.copula = clause.verb >= 0 and document.tokens.low[clause.verb] in BE
        clause.bare = _starts_with_verb(document, clause)
        clause.standing = _standing(document, clause, cast)
        if before is not None:
            _inherit(document, clause, before, joint)
        yield clause
        before = clause


def _cut(document: Document, sentence: Range, cuts: set[int]) -> Iterator[tuple[int, int, str]]:
    """(first token, token behind, joint) of each clause."""
    words, low = document.tokens.words, document.tokens.low
    start, joint = sentence[0], ""
    i = sentence[0] + 1
    while i < sentence[1] - 1:
        cut = 0
        if words[i] == ":" and not has_finite(document, i + 1, sentence[1]):
            cut = 0
        elif words[i] in (";", "—", "–", ":") or (words[i] in ".?!" and i + 1 < sentence[1]):
            cut = 1
        elif words[i] == "," and low[i + 1] in _CUTS:
            ok = low[i + 1] not in ("and", "or", "with", "as", "so") or _verbal(
                document, i + 2, sentence[1]
            )
            cut = 1 if ok else 0
        elif words[i] == "," and low[i + 1] in PREPOSITIONS and low[i + 2 : i + 3] == ["which"]:
            cut = 1
        elif i in cuts and i - start > 1:
            cut = -1
        elif low[i] in _BARE_CUTS and low[i - 1] != "," and i - start > 2:
            cut = -1 if has_finite(document, i + 1, min(i + 20, sentence[1])) else 0
        elif low[i] in ("and", "but") and finite(document, i + 1, start) and i - start > 2:
            cut = -1
        if cut:
            yield start, i, joint
            start = i + 1 if cut > 0 else i
            joint = low[start] if start < sentence[1] and start not in cuts else ""
        i += 1
    if start < sentence[1]:
        yield start, sentence[1], joint


def _starts_with_verb(document: Document, clause: Clause) -> bool:
    """Nothing but conjunctions and adverbs before the verb, or a participle, or `to`."""
    low = document.tokens.low
    for i in range(clause.begin, clause.end):
        if i == clause.verb or low[i] == "to" or (low[i].endswith("ing") and len(low[i]) > 4):
            return True
        if low[i] not in ADVERBS | CONJUNCTIONS and low[i] != ",":
            return low[i] in VERBS
    return False


def _verbal(document: Document, begin: int, end: int) -> bool:
    """Whether a verb stands in what follows a comma and `and`, before the next comma."""
    words = document.tokens.words
    stop = next(
        (k for k in range(begin, min(begin + 25, end)) if words[k] in ",;"), min(begin + 25, end)
    )
    return has_finite(document, begin, stop)


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
        near = last[-1:] or before.standing[-1:]
        clause.relative = near[0].names if near else ()
        clause.hinge = joint if hinge == ["which"] else ""
        own = clause.standing and clause.verb > clause.standing[0].begin
        if own and not clause.hinge and joint != "whose":
            clause.hinge = "obj"
        return
    subject = [s for s in before.standing if before.verb < 0 or s.begin < before.verb]
    heads = [s for s in subject if document.tokens.low[s.begin - 1] not in PREPOSITIONS
             or s.begin == before.begin]  # fmt: skip
    clause.inherited = heads[0].names if heads else before.inherited


def _standing(document: Document, clause: Clause, cast: Cast) -> list[Standing]:
    """Who stands in a clause, those that `and` joins together."""
    found: list[Standing] = []
    low = document.tokens.low
    i = clause.begin
    while i < min(clause.end, clause.begin + LONGEST):
        if i in cast.mentions:
            name, end = cast.mentions[i]
            if found and found[-1].named and _joined(document, found[-1].end, i):
                last = found[-1]
                found[-1] = Standing((*last.names, name), last.begin, end, True)
            else:
                found.append(Standing((name,), i, end, True, _aside(document, clause, i)))
            i = max(end, i + 1)
            continue
        if i in cast.people:
            cast.person = cast.people[i]
            company = cast.employers.get(cast.person)
            if company and i + 1 < len(low):
                found.append(Standing((company,), i, i + 1, False))
        elif low[i] in _REFERS:
            names, end = cast.meant(document, i)
            own = next((s.names for s in found if s.named), ())
            if (
                own
                and low[i] in ("it", "its")
                and (clause.verb < 0 or found[0].begin < clause.verb)
            ):
                names = own[:1]
            elif names and low[i] == "the" and set(names) <= set(own) and 0 <= clause.verb < i:
                earlier = (cast.subject, cast.main())
                names = tuple(name for name in earlier if name and name not in own)[:1]
            elif low[i] == "it" and cast.stranger:
                names = ()
            if names:
                found.append(Standing(names, i, end, False))
                i = end
                continue
        i += 1
    return found


def _aside(document: Document, clause: Clause, i: int) -> bool:
    """Whether `by`, `from` or `with` stands before a name and what describes it."""
    low = document.tokens.low
    for k in range(i - 1, max(clause.begin - 1, i - 7), -1):
        if low[k] in PREPOSITIONS or low[k] in ",;":
            return low[k] in _ASIDE and k > clause.begin
    return False


_ASIDE: Final = frozenset("by from with against".split())


def _joined(document: Document, end: int, begin: int) -> bool:
    """Whether only `and`, commas, and what describes a company stand between two names."""
    low = document.tokens.low
    between = low[end:begin]
    if not between or not ({"and", ",", "&"} & set(between)) or len(between) > 7:
        return False
    if between[0] not in ("and", ",", "&"):
        return False
    if between == [","]:
        return True
    if has_finite(document, end, begin) or PREPOSITIONS & set(between):
        return False
    if between[0] == "," and "and" not in between and not is_kind(between[-1]):
        return False
    return "and" in between or is_kind(between[-1])


def _is_passive(document: Document, begin: int, at: int) -> bool:
    """`was bought by Y`, `to be sold`, `has been leased`."""
    low = document.tokens.low
    if not low[at].endswith(("ed", "ght", "old", "nt", "let", "en", "ken")):
        return False
    near = low[max(begin, at - 3) : at]
    return any(w in BE for w in near)


def _owner(document: Document, standing: Standing) -> bool:
    """Whether a company stands in the genitive."""
    last = document.tokens.words[standing.end - 1]
    first = document.tokens.low[standing.begin]
    return last.endswith(("’s", "'s")) or first in ("its", "their", "our", "your", "his", "her")


def _place(document: Document, clause: Clause, standing: Standing, at: int, call: Call) -> str:
    """`subj`, `obj`, `poss` or the preposition that governs a company."""
    low = document.tokens.low
    if standing.begin <= at < standing.end:
        return ""
    possessive = _owner(document, standing)
    k = standing.begin - 1
    while k >= clause.begin and k != at and k > standing.begin - 9:
        if low[k] == "," and k - 1 > clause.begin and (is_kind(low[k - 1]) or low[k - 1] in _ONES):
            k -= 1
            continue
        if low[k] in PREPOSITIONS or document.tokens.words[k] in ",(":
            break
        if low[k] in ("called", "named"):
            k -= 1
            continue
        if finite(document, k, clause.begin) or (low[k] in FUNCTION and low[k] not in _INSIDE):
            break
        k -= 1
    governed = low[k] if k >= clause.begin and k != at and low[k] in PREPOSITIONS else ""
    joint = k == clause.begin and governed in _JOINTS and standing.begin < clause.verb
    if joint or (
        governed and any(w in _TIMES or w[0].isdigit() for w in low[k + 1 : standing.begin])
    ):
        governed = ""
    if possessive and standing.end <= at and at - standing.end < 4 and not call.verb:
        return "poss"
    if possessive and call.verb and standing.end <= at and _is_passive(document, clause.begin, at):
        return "poss"
    if governed and standing.begin > at:
        if possessive and governed == "of":
            return "poss"
        return "" if possessive and governed != "for" else governed
    if governed and standing.begin < at:
        owners = governed in ("of", "in", "at", "for") and low[k - 1] in BELONGINGS
        return "subj" if owners and k - 2 <= clause.begin + 1 else ""
    if standing.begin < at:
        if call.verb and low[at - 1] == "to" and standing.end == at - 1:
            return "subj"
        subject = clause.verb < 0 or standing.begin < clause.verb or clause.verb > at
        if subject:
            led = (
                call.verb
                and low[at - 1] == "to"
                and any(other.end == at - 1 for other in clause.standing if other is not standing)
            )
            return "" if led else "subj"
        return "" if call.verb or possessive else "obj"
    if possessive:
        return "" if "," in document.tokens.words[at : standing.begin] else "poss"
    return "obj"


_TIMES: Final = (
    DAYS
    | MONTHS
    | frozenset(
        """day days week weeks month months year years quarter spring summer autumn winter morning
        hours minutes decade time""".split()
    )
)
_JOINTS: Final = frozenset("after before since until as than".split())
_ONES: Final = frozenset("second third another one other".split())
_INSIDE: Final = frozenset(
    "the a an its their his her your our and one two three both all most".split()
)
