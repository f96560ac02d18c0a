"""Which companies stand in an English clause: by name, by pronoun, joined by `and`."""

from dataclasses import dataclass
from typing import Final

from onrecord.extract.english.document import Document
from onrecord.extract.english.evidence import is_kind
from onrecord.extract.english.phrases import has_finite
from onrecord.extract.english.referents import Cast
from onrecord.extract.english.words import PREPOSITIONS

LONGEST: Final = 90
"""So many tokens of a clause are looked at."""
_REFERS: Final = frozenset(
    "it its they their them we us our you your he she his her him the both this".split()
)


@dataclass(slots=True)
class Standing:
    """Companies that stand together at a place of a clause."""

    names: tuple[str, ...]
    begin: int
    end: int
    named: bool
    aside: bool = False
    """Whether a preposition that makes it no subject governs it: `a rescue by X`."""


def standing_in(document: Document, begin: int, end: int, verb: int, cast: Cast) -> list[Standing]:
    """Who stands in a clause, those that `and` joins together."""
    found: list[Standing] = []
    low = document.tokens.low
    i = begin
    while i < min(end, begin + LONGEST):
        if i in cast.mentions:
            name, after = cast.mentions[i]
            if found and found[-1].named and _joined(document, found[-1].end, i):
                last = found[-1]
                found[-1] = Standing((*last.names, name), last.begin, after, True, last.aside)
            else:
                found.append(Standing((name,), i, after, True, _aside(document, begin, i)))
            i = max(after, i + 1)
            continue
        if i in cast.people:
            cast.person = cast.people[i]
            company = cast.employers.get(cast.person)
            if company and i + 1 < len(low):
                found.append(Standing((company,), i, i + 1, False))
        elif low[i] in _REFERS:
            names, after = _meant(document, i, verb, cast, found)
            if names:
                found.append(Standing(names, i, after, False))
                i = after
                continue
        i += 1
    return found


def _meant(
    document: Document, i: int, verb: int, cast: Cast, found: list[Standing]
) -> tuple[tuple[str, ...], int]:
    """Whom a pronoun or a description stands for, beside the companies of its own clause."""
    low = document.tokens.low
    word = low[i]
    names, after = cast.meant(document, i)
    own = next((s.names for s in found if s.named or low[s.begin] == "the"), ())
    if own and word in ("it", "its") and (verb < 0 or found[0].begin < verb):
        return own[:1], after
    if names and word == "the" and set(names) <= set(own) and 0 <= verb < i:
        earlier = (cast.subject, cast.main())
        return tuple(name for name in earlier if name and name not in own)[:1], after
    if word == "it" and cast.stranger:
        return (), after
    return names, after


def _aside(document: Document, begin: int, i: int) -> bool:
    """Whether `by`, `from` or `with` stands before a name and what describes it."""
    low = document.tokens.low
    for k in range(i - 1, max(begin - 1, i - 7), -1):
        if low[k] in PREPOSITIONS or low[k] in ",;":
            return low[k] in _ASIDE and k > begin
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
        return not document.tokens.words[begin].endswith(("’s", "'s"))
    if has_finite(document, end, begin) or PREPOSITIONS & set(between):
        return False
    if between[0] == "," and "and" not in between and not is_kind(between[-1]):
        return False
    return "and" in between or is_kind(between[-1])


def is_owner(document: Document, standing: Standing) -> bool:
    """Whether a company stands in the genitive."""
    last = document.tokens.words[standing.end - 1]
    first = document.tokens.low[standing.begin]
    return last.endswith(("’s", "'s")) or first in ("its", "their", "our", "your", "his", "her")
