"""Which runs of capitals name a company, a person or a medium: the sum of what speaks for it."""

from collections.abc import Mapping
from typing import Final

from onrecord.extract.english.document import Document, Range
from onrecord.extract.english.kinds import (
    ENDS,
    NO_NAMES,
    NOT_KINDS,
    PLACES,
    PLURAL_KINDS,
    TITLES,
    is_kind,
)
from onrecord.extract.english.sides import weigh_side
from onrecord.extract.english.vocabulary import is_common
from onrecord.extract.english.weighing import (
    PAIR,
    PERSONS,
    Name,
    Votes,
    is_given_name,
    weigh,
    weigh_form,
)
from onrecord.extract.english.words import NATIONAL
from onrecord.extract.records import EntityKind, Source
from onrecord.extract.wellknown import COMPANY_ENDS

_BARELY: Final = 0.8
"""What a preposition before a name of common words counts."""
_ARTICLES: Final = frozenset("the a an this these his her their its my our".split())


def judge(
    document: Document, places: Mapping[Name, list[Range]], votes: Mapping[Name, Votes]
) -> dict[Name, tuple[EntityKind, Source]]:
    """The names among the candidates, each with its kind and the reason for it."""
    alone = {name[0] for name in places if len(name) == 1}
    for name, spots in places.items():
        for spot in spots[:40]:
            weigh(document, name, spot, votes[name])
            weigh_side(document, name, spot, votes[name])
        weigh_form(name, alone, votes[name])
    _spread(document, places, votes)
    found: dict[Name, tuple[EntityKind, Source]] = {}
    for name, spots in places.items():
        kind = _kind(document, name, spots, votes[name])
        if kind is not None:
            found[name] = (kind, votes[name].why)
    called = {name for name, spots in places.items() if _called(document, spots)}
    return _without_parts(found, called)


def _spread(
    document: Document, places: Mapping[Name, list[Range]], votes: Mapping[Name, Votes]
) -> None:
    """`X and Y`, `X, Y and Z`: what is joined with a company is one, if nothing speaks against."""
    low = document.tokens.low
    ends = {spot[1]: name for name, spots in places.items() for spot in spots}
    starts = {spot[0]: name for name, spots in places.items() for spot in spots}
    for name, spots in places.items():
        if votes[name].company + votes[name].person + votes[name].medium >= 3:
            continue
        for begin, end in spots:
            listed = low[end : end + 1] == [","] and end + 1 in starts
            joined = low[end : end + 1] == ["and"] or (begin and low[begin - 1] in ("and", ","))
            joined = joined or listed
            if not joined:
                continue
            left = ends.get(begin - 1)
            right = starts.get(end + 1)
            for other in (left, right):
                if other is not None and votes[other].company >= 3:
                    firms = other == left and _in_plural(document, places[other])
                    votes[name].company += 4 if firms else 2
                if other is not None and votes[other].person >= 3 and len(name) > 1:
                    votes[name].person += 1


def _kind(document: Document, name: Name, spots: list[Range], vote: Votes) -> EntityKind | None:
    low = name[0].lower()
    if len(name) == 1 and (low in NATIONAL or low in TITLES or low in NO_NAMES):
        return None
    if len(name) == 1 and name[0].isupper() and name[0].title() in PLACES:
        return None
    if is_given_name(name[0]) and any("/" in word for word in name[1:]):
        return None  # `Photo: Ann Lee/Press Pictures`: who took it, and for whom
    best = max(vote.company, vote.person, vote.medium)
    if best <= vote.other:
        return None
    if len(name) == 1:
        return _single(document, name, spots, vote)
    if vote.person == best and best >= 2.5:
        return "person"
    if vote.medium == best and best >= 2.5:
        return "medium"
    if best >= 2 and vote.company == best:
        return "company"
    if vote.person == best and best >= 1:
        return "person"
    if len(name) == PAIR and best == 0 and not any(is_common(word) for word in name):
        return None
    free = any(document.tokens.low[b - 1] not in ("the", "in", "on") for b, _ in spots if b)
    foreign = not all(is_common(word) for word in name)
    return "company" if free and (foreign or vote.company >= _BARELY) else None


def _single(document: Document, name: Name, spots: list[Range], vote: Votes) -> EntityKind | None:
    """A single word: a company where its kind stands there, or where it is no word and recurs."""
    low = document.tokens.low
    common = is_common(name[0])
    firsts = {s[0] for s in document.sentences}
    midst = [s for s in spots if s[0] not in firsts]
    if (midst or not common) and vote.medium >= 3 and vote.medium > vote.company:
        return "medium"
    if is_given_name(name[0]) and vote.company < 3:
        return None
    if vote.company >= 3 and (midst or not common):
        return "company"
    if common and len(midst) < PAIR:
        return None
    articled = sum(1 for b, _ in midst if low[b - 1] in _ARTICLES)
    if articled * 2 > len(midst) or vote.company < 0.5:
        return None
    return "company" if len(spots) > 1 or vote.company >= 0.8 else None


def _in_plural(document: Document, spots: list[Range]) -> bool:
    """`the venture firms X and Y`: what is said of both."""
    low = document.tokens.low
    return any(b and low[b - 1] in PLURAL_KINDS for b, _ in spots)


def _called(document: Document, spots: list[Range]) -> bool:
    """`the sailmaker Tregear`: a company, though its owner has the same name."""
    low = document.tokens.low
    return any(b and is_kind(low[b - 1]) and low[b - 1] not in _UNSURE for b, _ in spots)


def _without_parts(
    found: dict[Name, tuple[EntityKind, Source]], called: set[Name]
) -> dict[Name, tuple[EntityKind, Source]]:
    """Surnames and short forms are mentions of the fuller name, no names of their own."""
    last = {name[-1] for name, (kind, _) in found.items() if kind == "person" and len(name) > 1}
    media = {name[-1] for name, (kind, _) in found.items() if kind == "medium" and len(name) > 1}
    first = {name[:k] for name, (kind, _) in found.items() for k in range(1, len(name))
             if kind == "company"}  # fmt: skip
    ends = {name[-1] for name, (kind, _) in found.items() if kind == "company" and len(name) > 1}
    last |= {word for word in ends if word not in _COMPANY_ENDS}
    return {
        name: verdict
        for name, verdict in found.items()
        if (name in called and verdict[0] == "company" and name not in first)
        or (not (len(name) == 1 and (name[0] in last or name[0] in media)) and name not in first)
    }


_UNSURE: Final = NOT_KINDS | PERSONS
_COMPANY_ENDS: Final = ENDS | COMPANY_ENDS
