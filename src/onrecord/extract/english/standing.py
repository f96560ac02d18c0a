"""Which companies stand in an English clause: by name, by pronoun, joined by `and`."""

from dataclasses import dataclass
from typing import Final

from onrecord.extract.english.document import Document
from onrecord.extract.english.kinds import PLACES, is_kind
from onrecord.extract.english.phrases import finite, has_finite
from onrecord.extract.english.referents import Cast
from onrecord.extract.english.verbs import SAYS
from onrecord.extract.english.words import MONTHS, PREPOSITIONS
from onrecord.extract.tokens import between

_APPOSED: Final = 18
_OBJECT: Final = 3
"""`people in the trade put it at £2m`: so far behind the beginning `it` is an object."""
LONGEST: Final = 90
"""So many tokens of a clause are looked at."""


@dataclass(slots=True)
class Standing:
    """Companies that stand together at a place of a clause."""

    names: tuple[str, ...]
    begin: int
    end: int
    named: bool
    aside: bool = False
    """Whether a preposition that makes it no subject governs it: `a rescue by X`."""


def standing_in(
    document: Document, begin: int, end: int, verb: int, cast: Cast, besides: tuple[str, ...] = ()
) -> list[Standing]:
    """Who stands in a clause, those that `and` joins together."""
    found: list[Standing] = []
    low = document.tokens.low
    done = begin
    for i in between(cast.meaning, begin, min(end, begin + LONGEST)):
        if i < done or low[i - 2 : i] == ["familiar", "with"]:
            continue
        if i in cast.mentions:
            name, after = cast.mentions[i]
            after_opening = found and found[-1].end == cast.ahead[0]
            if (
                found
                and found[-1].named
                and not after_opening
                and _joined(document, found[-1].end, i)
            ):
                last = found[-1]
                found[-1] = Standing((*last.names, name), last.begin, after, True, last.aside)
            else:
                found.append(Standing((name,), i, after, True, is_aside(document, begin, i)))
            done = after
        elif i in cast.people:
            cast.person = cast.people[i]
            company = cast.employers.get(cast.person)
            if company and i + 1 < len(low):
                found.append(Standing((company,), i, i + 1, False))
        elif document.tokens.words[i] != "US":
            names, after = _meant(document, i, verb, cast, found, besides)
            if names and not (found and _says(low, i, after)):
                put = verb < 0 and low[i] == "it" and i > begin + _OBJECT
                found.append(Standing(names, i, after, False, put))
                done = after
    return found


def _says(low: list[str], begin: int, end: int) -> bool:
    """`, the company said`: who says what stands before has no part in it."""
    return low[begin - 1] == "," and low[end : end + 1] != [] and low[end] in SAYS


def _meant(
    document: Document,
    i: int,
    verb: int,
    cast: Cast,
    found: list[Standing],
    besides: tuple[str, ...],
) -> tuple[tuple[str, ...], int]:
    """Whom a pronoun or a description stands for, beside the companies of its own clause."""
    low = document.tokens.low
    word, begin = low[i], found[0].begin - _APPOSED if found else i
    names, after = cast.meant(document, i)
    if word == "the" and names and _is_another(document, after, cast):
        return (), after
    if word not in _OF_OTHERS:
        return names, after
    full = [s for s in found if (s.named and not s.aside) or low[s.begin] == "the"]
    acting = [s for k, s in enumerate(full) if not is_owner(document, s) or k + 1 == len(full)]
    own = acting[0].names if acting else besides
    if (
        word == "it"
        and 0 <= verb < i
        and own
        and not (i + 1 < len(low) and finite(document, i + 1, i))
    ):
        owners = [s.names[0] for s in full if s.names != own]
        others = [*owners, cast.subject, *reversed(cast.recent)]
        return tuple(n for n in others if n and n not in own)[:1], after
    if not full:
        own = ()
    if not full and cast.sayer and word in ("it", "its"):
        return (cast.sayer,), i + 1
    if not full and word in ("it", "its", "their") and i < cast.ahead[0]:
        return (cast.ahead[1],), i + 1
    if word == "its" and after > i + 1 and cast.pair:
        return tuple(n for n in cast.pair if n not in own)[:1], after
    sold = next((s.names for s in found if s.named and _owned(low, begin, s)), ())
    if sold and word == "the" and not _COMPANY.isdisjoint(low[i + 1 : i + 2]):
        return sold, i + 2
    if own and word in ("it", "its") and (verb < 0 or found[0].begin < verb):
        return own[:1], after
    does = (
        own
        or (besides if word == "the" else ())
        or (found[0].names if found and low[found[0].begin] == "it" else ())
    )
    if names and word == "the" and set(names) <= set(does) and 0 <= verb < i:
        owners = [s.names[0] for s in full if s.names != does]
        pair = cast.pair if cast.pair and set(does) & set(cast.pair) else ()
        earlier = (*owners, *pair, cast.subject, cast.main(), *reversed(cast.recent))
        return tuple(name for name in earlier if name and name not in does)[:1], after
    if word == "it" and cast.stranger:
        return (), after
    return names, after


def _is_another(document: Document, after: int, cast: Cast) -> bool:
    """`the fund of Oman`, `the fund, Taaqa, has`: none that was told before."""
    low, words = document.tokens.low, document.tokens.words
    if after + 2 >= len(low) or not document.capital(after + 1):
        return False
    if low[after] == "of":
        return words[after + 1] in PLACES
    known = after + 1 in cast.mentions or after + 1 in cast.people
    return low[after] == low[after + 2] == "," and not known


def is_aside(document: Document, begin: int, i: int) -> bool:
    """Whether `by`, `from` or `with` stands before a name and what describes it."""
    low = document.tokens.low
    for k in range(i - 1, max(begin - 1, i - 7), -1):
        if low[k] in PREPOSITIONS or low[k] in ",;":
            return low[k] in _ASIDE and k > begin
        if finite(document, k, begin):
            return False
    return False


def subject_ahead(document: Document, sentence: tuple[int, int], cast: Cast) -> tuple[int, str]:
    """`After its purchase of X, Volanta`: the comma and who stands behind what opens a sentence."""
    low = document.tokens.low
    begin, end = sentence
    if _OPENERS.isdisjoint(low[begin : begin + 4]):
        return -1, ""
    comma = next((k for k in range(begin, min(begin + _OPENING, end)) if low[k] == ","), -1)
    if comma < 0 or any(i in cast.mentions for i in range(begin, begin + 2)):
        return -1, ""
    for k in range(comma + 1, min(comma + _KIN, end)):
        if k in cast.mentions:
            return comma, cast.mentions[k][0]
        if finite(document, k, comma) or low[k] in PREPOSITIONS:
            break
    return -1, ""


_OPENING: Final = 22
_OPENERS: Final = frozenset(
    """after when since with following before by as while although despite once until having
    through""".split()
)


def _owned(low: list[str], begin: int, standing: Standing) -> bool:
    """`the family behind X`, `the founders of X`: X is whose company it is."""
    return not _OWNERS.isdisjoint(low[max(0, begin, standing.begin - _KIN) : standing.begin])


_KIN: Final = 6
_OF_OTHERS: Final = frozenset("it its their the".split())
"""Whom these mean depends on who else stands in the clause."""
_POSSESSIVE: Final = frozenset(("its", "their", "our", "your", "his", "her"))
_OWNERS: Final = frozenset("family founder founders owners owner heirs brothers sisters".split())
_COMPANY: Final = frozenset("company group firm business chain".split())
_ASIDE: Final = frozenset("by from with against behind".split())


def _joined(document: Document, end: int, begin: int) -> bool:
    """Whether only `and`, commas, and what describes a company stand between two names."""
    low = document.tokens.low
    between = low[end:begin]
    if _apposed(document, end, begin):
        return True
    if between[:1] in (["in"], ["of"], ["from"]) and "," in between:
        comma = between.index(",")
        placed = all(document.capital(end + k) for k in range(1, comma))
        if placed and MONTHS.isdisjoint(between[:comma]):
            between = between[comma:]
    if between[:3] == [",", "followed", "by"]:
        return True
    if not between or not ({"and", ",", "&"} & set(between)) or len(between) > 7:
        return False
    if between[0] not in ("and", ",", "&"):
        return False
    if between == [","]:
        return not document.tokens.words[begin].endswith(("’s", "'s"))
    if has_finite(document, begin - len(between), begin) or PREPOSITIONS & set(between):
        return False
    if between[0] == "," and "and" not in between and not is_kind(between[-1]):
        return False
    return "and" in between or is_kind(between[-1])


def _apposed(document: Document, end: int, begin: int) -> bool:
    """`X, a brewer from Graz, and the grocer Y`: what describes X stands between them."""
    low = document.tokens.low
    if begin - end > _APPOSED or low[end : end + 1] != [","] or low[end + 1] not in ("a", "an"):
        return False
    close = next((k for k in range(end + 2, begin - 1) if low[k] == ","), -1)
    return close > 0 and low[close + 1] == "and" and not has_finite(document, end, begin)


def apposed_to(
    document: Document, standing: list[Standing], last: list[Standing]
) -> list[Standing]:
    """`with Y, a rival of X, which will`: a relative clause is about Y."""
    low = document.tokens.low
    if not last or len(standing) < 2 or low[last[0].begin - 1] != "of":
        return last
    head = standing[-2]
    apposed = low[head.end : head.end + 1] == [","] and low[head.end + 1] in ("a", "an", "the")
    return [head] if apposed and head.named and last[0].begin - head.end < _APPOSED else last


def is_owner(document: Document, standing: Standing) -> bool:
    """Whether a company stands in the genitive."""
    last = document.tokens.words[standing.end - 1]
    first = document.tokens.low[standing.begin]
    return first in _POSSESSIVE or last.endswith(("’s", "'s"))


def employs(document: Document, standing: Standing, cast: Cast) -> bool:
    """`Jonas Weil of X says`: the clause is about who speaks, not about X."""
    low = document.tokens.low
    for k in range(standing.begin - 1, max(0, standing.begin - 4), -1):
        if low[k] in ("of", "at"):
            return any(person in cast.people for person in range(max(0, k - 3), k))
    return False


def is_left(low: list[str], begin: int, kind: str) -> bool:
    """`supplies X, replacing Y`, `dropping its long-time partner Y`, `beat Y to a contract`: Y has
    no part in it."""
    before = low[begin - 1]
    if before in _BESIDES or (kind == "supply" and before in _BEATS):
        return True
    k = begin - 1
    while k > begin - _WITHIN and low[k] not in _WHOSE:
        k -= 1
    return low[k] in _WHOSE and low[k - 1] in _DROPS and before.endswith(_PARTNERS)


_BESIDES: Final = frozenset("replacing unlike outbidding succeeding".split())
_BEATS: Final = frozenset("beat beats beating beaten".split())
_WHOSE: Final = frozenset(("its", "their", "the"))
_DROPS: Final = frozenset("dropping ditching dumping replacing ousting".split())
_PARTNERS: Final = ("partner", "supplier", "maker", "provider", "contractor")
_WITHIN: Final = 4
