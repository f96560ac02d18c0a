"""English clauses, and which company stands in which place around a word of dealing."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from onrecord.extract.english.dealing import BUSINESS, SHARES, Call
from onrecord.extract.english.document import Document
from onrecord.extract.english.groups import ARMS, ATTEMPTS, RUN, acts_in, of_group
from onrecord.extract.english.kinds import BELONGINGS, is_kind
from onrecord.extract.english.nations import nation_of
from onrecord.extract.english.phrases import finite, has_finite
from onrecord.extract.english.referents import Cast
from onrecord.extract.english.standing import (
    Standing,
    employs,
    is_left,
    is_owner,
)
from onrecord.extract.english.verbs import AUXILIARIES, BE
from onrecord.extract.english.words import (
    ADVERBS,
    DAYS,
    FUNCTION,
    MONTHS,
    PREPOSITIONS,
)

_BESIDE: Final = 4
_NEAR: Final = 14
"""So many tokens back a phrase is bound to a word of dealing."""


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
    main: "Clause | None" = None
    """The clause that goes on in this one, behind a relative clause."""
    call: tuple[Call, int] | None = None
    """The verb of dealing of the clause, and where it stands."""
    bare: bool = False
    """Whether the verb stands first: the subject is that of the clause before."""

    def placed(
        self, document: Document, at: int, call: Call, others: Sequence[tuple[Call, int]] = ()
    ) -> Iterator[tuple[tuple[str, ...], str, Standing | None]]:
        """The companies with their places seen from a word of dealing at token `at`; a phrase
        belongs to the nearest of the `others` that has a role for it."""
        passive = call.verb and _is_passive(document, self.begin, at)
        subject = False
        close = [s.begin for s in self.standing if call.verb and _beside(document, self, s, at)]
        for standing in self.standing:
            place = _place(document, self, standing, at, call)
            nearer = any(
                k > at and other.kind != call.kind and place in other.places
                for other, k in others
                if standing.begin - _NEAR < k < standing.begin
            )
            if nearer and place not in ("subj", "obj"):
                continue
            if is_owner(document, standing) and self._named_behind(document, standing, place, at):
                continue
            if place == "subj" and close and standing.begin != close[0]:
                continue
            if place == "subj":
                subject = True
                place = "obj" if passive else "subj"
            elif place == "obj" and passive:
                place = ""
            if place:
                yield standing.names, place, standing
        if self.relative and self.hinge:
            yield self.relative, self.hinge, None
        elif not subject and self.relative:
            yield self.relative, "obj" if passive else "subj", None
        elif not subject and self.inherited and self.bare:
            yield self.inherited, "obj" if passive else "subj", None

    def added(self, document: Document, call: Call) -> Iterator[tuple[str, str]]:
        """The companies of a clause that goes on, each with its role in the call before."""
        for standing in self.standing:
            role = call.places.get(_governor(document, self, standing, -1)[0])
            if role and standing.named and not is_owner(document, standing):
                yield from ((name, role) for name in standing.names)

    def _named_behind(self, document: Document, standing: Standing, place: str, at: int) -> bool:
        """`Its largest customer, Lumio, will buy`, `from Volanta’s rival Lumio`: the owner is not
        who does it."""
        low = document.tokens.low
        if place == "subj":
            ahead = [k for k in (self.verb, at) if k > standing.begin]
            limit = min(ahead, default=self.end if self.verb < 0 and not at else 0)
        else:
            limit = standing.end + _BESIDE if place not in ("poss", "of", "") else 0
            comma = next(
                (k for k in range(standing.end, min(limit + 1, self.end)) if low[k] == ","), -1
            )
            if limit and comma > 0 and _called(document, comma - 1):
                limit = comma + 2 * _BESIDE
        return any(s.named and standing.end <= s.begin < limit for s in self.standing)

    def _head(self, document: Document, cast: Cast) -> Standing | None:
        """Who the clause is about: the first company, or the one that is named as its own."""
        free = [s for s in self.standing if not s.aside and not employs(document, s, cast)]
        for standing in free:
            behind = self._named_behind(document, standing, "subj", 0)
            if not (is_owner(document, standing) and behind):
                return standing
        return free[0] if free else None

    def leave(self, document: Document, cast: Cast) -> None:
        """Notes who was the subject, for what follows."""
        for standing in self.standing:
            if standing.named:
                for name in standing.names:
                    cast.saw(name)
            if len(standing.names) == 2:
                cast.pair = (standing.names[0], standing.names[1])
        first = self._head(document, cast)
        low = document.tokens.low
        named = first is not None and self.copula and first.begin - self.verb <= _BESIDE
        if first is not None and low[self.begin] == "among" and not named:
            named = not BE.isdisjoint(low[max(self.begin, first.begin - _BESIDE) : first.begin])
        cast.stranger = self.stranger
        if self.lower and cast.subject:
            return
        if first is not None and (self.verb < 0 or first.begin < self.verb or named):
            cast.subject = first.names[0]
            cast.weight[cast.subject] = cast.weight.get(cast.subject, 0) + 1


def _is_passive(document: Document, begin: int, at: int) -> bool:
    """`was bought by Y`, `to be sold`, `has been leased`."""
    low = document.tokens.low
    if not low[at].endswith(_PARTICIPLES):
        return False
    near = low[max(begin, at - 3) : at]
    return any(w in BE for w in near) or (low[at + 1 : at + 2] == ["by"] and low[at] != "bid")


def _place(document: Document, clause: Clause, standing: Standing, at: int, call: Call) -> str:
    """`subj`, `obj`, `poss` or the preposition that governs a company."""
    low = document.tokens.low
    if standing.begin <= at < standing.end or is_left(low, standing.begin, call.kind):
        return ""
    possessive = is_owner(document, standing)
    if possessive and standing.end <= at:
        passive = call.verb and _is_passive(document, clause.begin, at)
        if passive or (not call.verb and at - standing.end < _BESIDE):
            return "poss"
    governed, k = _governor(document, clause, standing, at)
    if governed == "by" and low[k - 1] in RUN:
        owned = "poss" if low[k - 1] == "owned" and 0 <= at < k - 1 else governed
        governed = of_group(low, clause.begin, k) or owned
    if governed == "of" and low[k - 1] in ARMS:
        governed = of_group(low, clause.begin, k + 1) or governed
    if governed and standing.begin > at:
        if possessive and governed == "of":
            return "" if has_finite(document, at + 1, k) else "poss"
        return "" if possessive and governed not in _GOVERNS else governed
    shared = governed == "of" and standing.begin < at and low[k - 1] in SHARES
    if shared and call.verb and call.places.get("of") == "investee":
        return governed
    if governed and standing.begin < at:
        owners = governed in ("of", "in", "at", "for") and low[k - 1] in _BELONGS
        passive = governed == "of" and call.verb and low[k - 1] in BUSINESS
        if passive and k - clause.begin < _NEAR and _is_passive(document, clause.begin, at):
            return "subj"
        acts = acts_in(low, clause.begin, clause.verb, k) or (owners and k - 2 <= clause.begin + 1)
        acts = acts or (governed == "by" and low[k - 1] in ATTEMPTS)
        return "subj" if acts else ""
    if standing.begin < at:
        return _before(document, clause, standing, at, call)
    if _opens(document, clause, standing, at):
        return "subj"
    if possessive:
        return "" if "," in document.tokens.words[at : standing.begin] else "poss"
    return "obj"


def _governor(document: Document, clause: Clause, standing: Standing, at: int) -> tuple[str, int]:
    """The preposition that governs a company, if one does, and where it was sought last."""
    low = document.tokens.low
    k = standing.begin - 1
    while k >= clause.begin and k != at and k > standing.begin - 9:
        if low[k] == "," and k - 1 > clause.begin and _called(document, k - 1):
            k -= 1
            continue
        if low[k] == "as" and low[k - 1] == "such" and k - 1 > clause.begin:
            k -= 2
            continue
        if low[k] == "of" and document.capital(k - 1) and "and" in low[k + 1 : standing.begin]:
            k -= 1
            continue  # `with the University of Leeds and X`
        if low[k] in PREPOSITIONS or document.tokens.words[k] in ",(:":
            break
        if low[k] in ("called", "named"):
            k -= 1
            continue
        nation = document.tokens.words[k] == "US"
        if finite(document, k, clause.begin) or (
            low[k] in FUNCTION and low[k] not in _INSIDE and not nation
        ):
            break
        k -= 1
    if k < clause.begin or k == at or low[k] not in PREPOSITIONS:
        return "", k
    acts = standing.end == clause.verb and k + 1 < standing.begin and low[k] not in _GIVES
    place = low[k] == "in" and standing.begin - k > _ADJUNCT and low[k + 2] in ("the", "a", "an")
    joint = k == clause.begin and low[k] in _JOINTS and standing.begin < clause.verb
    timed = any(w in _TIMES or w[0].isdigit() for w in low[k + 1 : standing.begin])
    described = is_kind(low[standing.begin - 1]) or low[standing.begin - 1].endswith(("’s", "'s"))
    free = (acts and not described) or (place and bool(nation_of(low[k + 1])))
    return ("" if free or joint or timed else low[k]), k


def _called(document: Document, i: int) -> bool:
    """`its biggest lender, X`, `two banks, one X`: a comma behind a word that calls a company."""
    low = document.tokens.low
    kind = is_kind(low[i]) or low[i] in ("shareholder", "shareholders", "backers", "investors")
    return low[i] in _ONES or (kind and not document.capital(i))


def _before(document: Document, clause: Clause, standing: Standing, at: int, call: Call) -> str:
    """The place of a company that stands before a word of dealing, governed by nothing."""
    low = document.tokens.low
    named = {s.end for s in clause.standing if s.named} if low[standing.begin - 1] == "," else ()
    if standing.begin - 1 in named and is_owner(document, standing):
        return ""  # `Y, X’s biggest backer, lends`
    infinitive = call.verb and low[at - 1] in ("to", "from")
    between = low[standing.end : at - 1]
    near = not standing.aside and all(w in _TIMES or w in _AGO for w in between)
    if (call.verb and _beside(document, clause, standing, at)) or (infinitive and near):
        return "subj"
    if clause.verb < 0 or standing.begin < clause.verb or clause.verb > at:
        others = (s for s in clause.standing if s is not standing)
        led = infinitive and any(s.end == at - 1 and not s.aside for s in others)
        return "" if led else "subj"
    return "" if call.verb or is_owner(document, standing) else "obj"


def _beside(document: Document, clause: Clause, standing: Standing, at: int) -> bool:
    """`biggest since it paid`: a pronoun right before a verb behind that of its clause acts."""
    low = document.tokens.low
    between = low[standing.end : at]
    late = 0 <= clause.verb < standing.begin < at
    return (
        late
        and not standing.named
        and low[standing.begin] in ("it", "they")
        and all(word in AUXILIARIES or word in ADVERBS for word in between)
    )


def _opens(document: Document, clause: Clause, standing: Standing, at: int) -> bool:
    """`By buying X, Volanta enters`: the subject stands behind the phrase that opens a clause."""
    low, words = document.tokens.low, document.tokens.words
    first = low[clause.begin]
    opening = first in PREPOSITIONS or first == "following" or first.endswith("ing")
    opening = opening or low[clause.begin + 1 : clause.begin + 2] == ["by"]
    acts = clause.verb > standing.begin
    if not acts and standing.end < len(low):
        acts = finite(document, standing.end, clause.begin)
    together = first == "together" and acts and not standing.named
    return together or (opening and acts and "," in words[at : standing.begin])


_AGO: Final = frozenset("ago last this then two three four five".split())
_ADJUNCT: Final = 3
_TIMES: Final = (
    DAYS
    | MONTHS
    | frozenset(
        """day days week weeks month months year years quarter spring summer autumn winter morning
        hours minutes decade time""".split()
    )
)
_PARTICIPLES: Final = ("ed", "ght", "old", "nt", "let", "en", "ken", "lt", "ade", "run", "aid")
_GOVERNS: Final = frozenset("for to from with by in into on over".split())
"""Behind these an owner stands for what it owns: `steel to Volanta’s plant`."""
_GIVES: Final = frozenset("from by to of".split())
_JOINTS: Final = frozenset("after before since until as than".split())
_BELONGS: Final = BELONGINGS | ARMS
_ONES: Final = frozenset("second third another one other".split())
_INSIDE: Final = frozenset(
    "the a an its their his her your our and one two three both all most".split()
)
