"""Companies, people and media named in an English text."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from onrecord.extract.english.document import Document, Range
from onrecord.extract.english.evidence import judge
from onrecord.extract.english.kinds import (
    ACRONYMS,
    DUTIES,
    ENDS,
    KIND_ENDS,
    MEDIUM_ENDS,
    PLACES,
    PLURAL_KINDS,
    TITLES,
)
from onrecord.extract.english.mentions import GENITIVES, bare, collect
from onrecord.extract.english.phrases import finite
from onrecord.extract.english.verbs import AUXILIARIES, FINITE
from onrecord.extract.english.vocabulary import is_common
from onrecord.extract.english.weighing import Votes
from onrecord.extract.english.words import (
    COMPASS,
    DAYS,
    FUNCTION,
    MONTHS,
    NATIONAL,
    NATIONAL_PAIRS,
    NUMBERS,
)
from onrecord.extract.records import Entity, EntityKind, Source
from onrecord.extract.register import Known
from onrecord.extract.tokens import CAPITALS
from onrecord.extract.wellknown import COMPANY_ENDS

KNOWN: Final = Source("en-name-known", "1", 0.96, "a name of the register or well known")
LONGEST: Final = 7
LONG: Final = 2
"""`the Scottish Growth Bank`: with more words than that a nation may begin a name."""
_BANKS: Final = frozenset(("Bank", "House", "Isle", "Banco", "Banque", "Vale", "Duchy"))
_PARTICLES: Final = frozenset(
    "de del della di da van von der den la le al el bin ibn dos du aan ter ten op".split()
)
_KIN: Final = frozenset(("Sons", "Sons’", "Daughters", "Brothers", "Partners", "Co", "Company"))
_MADE: Final = ("-based", "-owned", "-listed", "-backed", "-born", "-led", "-style", "-controlled",
                "-friendly", "-wide", "-funded", "-made", "-era", "-bound")  # fmt: skip
_ENDED: Final = ENDS | MEDIUM_ENDS | COMPANY_ENDS
_MEDIA: Final = MEDIUM_ENDS - {"Daily", "Weekly"}
_WHEN: Final = frozenset("in since until by last of from early late mid".split())
_HOUSES: Final = frozenset(
    """Ales Ale Brewery Bakery Bakeries Farm Farms Stores Foods Kitchen Kitchens Dairy Dairies Cider
    Toys Shoes Books Chocolates Coffee Tea Ices Pubs Inns Restaurants Pies Meats Gin
    Yard""".split()
)
"""Behind a genitive the last word of a name: `Teale’s Ales`."""
_MEDIA_FIRST: Final = frozenset("broadcaster newspaper tabloid website publication".split())
_PLURAL_FIRST: Final = PLURAL_KINDS | _MEDIA_FIRST
_TITLED: Final = 0.6
"""A heading with a larger share of words written large says nothing about names."""
Name = tuple[str, ...]


@dataclass(slots=True)
class Candidates:
    """Runs of capitals by name: where each stands, and what speaks for which kind."""

    places: dict[Name, list[Range]] = field(default_factory=lambda: defaultdict(list))
    votes: dict[Name, Votes] = field(default_factory=lambda: defaultdict(Votes))


def find_entities(document: Document, known: Iterable[Known] = ()) -> tuple[Entity, ...]:
    """The names of a document with all their mentions."""
    found: dict[Name, tuple[EntityKind, Source]] = {}
    iris: dict[Name, str] = {}
    for item in known:
        for form in (item.name, *item.aliases):
            found[tuple(form.split())] = (item.kind, KNOWN)  # type: ignore[assignment]
            iris[tuple(form.split())] = item.iri
    candidates = Candidates()
    genitives = _genitives(document)
    for run in _runs(document, genitives):
        for part in _split(document, *run, genitives):
            candidates.places[_name(document, part, genitives)].append(part)
    for name in [name for name in candidates.places if _joins(name, candidates.places)]:
        del candidates.places[name]
    for name, verdict in judge(document, candidates.places, candidates.votes).items():
        found.setdefault(name, verdict)
    return collect(document, found, iris)


def _joins(name: Name, others: Iterable[Name]) -> bool:
    """`the Volanta-Merriton deal`: a word between two names that stand alone elsewhere."""
    parts = re.split("[-–/]", name[0]) if len(name) == 1 else []
    if len(parts) < _BOTH or not all(parts):
        return False
    known = {other[0] for other in others if other != name}
    return known.issuperset(parts)


_BOTH: Final = 2


def _name(document: Document, part: Range, genitives: set[str]) -> Name:
    words = document.tokens.words
    last = words[part[1] - 1]
    return (*words[part[0] : part[1] - 1], last if last in genitives else bare(last))


def _genitives(document: Document) -> set[str]:
    """Names that end in a genitive of their own: `Brackley’s said`, `shopped at Brackley’s.`"""
    tokens = document.tokens
    standing: dict[str, int] = {}
    for i in tokens.where(GENITIVES):
        if not tokens.bits[i] & CAPITALS.bit or not tokens.words[i].endswith(("'s", "’s")):
            continue
        if i + 1 >= len(tokens):
            continue
        after = tokens.low[i + 1]
        verb = after in AUXILIARIES or after in FINITE
        verb = verb or (after == "," and tokens.low[i + 2 : i + 3] in (["the"], ["a"], ["which"]))
        free = after in (",", ".", ";", "and", "in", "on", "at", "to", "from", "with", "for")
        if (verb or free) and not tokens.breaks[i + 1]:
            sure = verb or (free and tokens.low[i - 1].endswith(KIND_ENDS))
            standing[tokens.words[i]] = standing.get(tokens.words[i], 0) + (2 if sure else 1)
    alone = tokens.words.count
    return {word for word, times in standing.items() if times > 1 and times > alone(bare(word))}


def _runs(document: Document, genitives: set[str]) -> Iterator[Range]:
    """Stretches of words written large, outside of headings in which most are."""
    tokens, titled = document.tokens, _titled(document)
    firsts = {s[0] for s in document.sentences}
    done = 0
    for start in tokens.where(CAPITALS):
        if start < done or start in titled or not _names(document, start):
            continue
        end = start + 1
        while end < len(tokens) and not tokens.breaks[end] and end - start < LONGEST:
            step = _continues(document, end, genitives)
            if not step:
                break
            end += step
        done = end
        if start in firsts or tokens.words[start - 1] in '“"‘:':
            first = start
            while first < end and end - first > 1 and _common_first(document, first, start):
                first += 1
            yield first, end
        else:
            yield start, end


def _common_first(document: Document, i: int, start: int) -> bool:
    """A common word that only the beginning of its sentence writes large: `Carmaker Tessaro`."""
    low = document.tokens.low[i]
    kind = low.endswith(KIND_ENDS) and low != "bank"
    plural = i == start and low in _PLURAL_FIRST
    return (
        low in TITLES
        or plural
        or (kind and i == start and (is_common(low) or low.endswith("maker")))
    )


def _names(document: Document, i: int) -> bool:
    """Whether a word may begin or continue a name."""
    tokens = document.tokens
    low = tokens.low[i]
    paper = low in DAYS and bool(MEDIUM_ENDS.intersection(tokens.words[i + 1 : i + 2]))
    first = low == "first" and i > 0 and not document.tokens.breaks[i] and (
        tokens.words[i + 1 : i + 2] and document.capital(i + 1))  # fmt: skip
    first = first or (low == "first" and tokens.words[i + 2 : i + 3] != [] and (
        document.capital(i + 1) and tokens.words[i + 2] in _ENDED))  # fmt: skip
    form = tokens.words[i] == "AS" and i > 0 and document.capital(i - 1)
    if tokens.words[i + 1 : i + 2] == ["$"] and tokens.begins[i + 1] == tokens.ends[i]:
        return False  # `C$1.9 billion`
    plain = (low not in FUNCTION or paper or first or form) and low not in ACRONYMS
    if not plain or low.endswith(_MADE):
        return False
    month = low in MONTHS and i + 1 < len(tokens) and not document.capital(i + 1)
    month = month or (low in MONTHS and i > 0 and tokens.low[i - 1] in _WHEN)
    return not month and not (len(low) == 1 and tokens.words[i + 1 : i + 2] == ["."])


def _continues(document: Document, i: int, genitives: set[str]) -> int:
    """How many tokens from i go on with the name: 0 where it has ended."""
    words, low = document.tokens.words, document.tokens.low
    if document.capital(i):
        paper = (words[i] in MEDIUM_ENDS and is_common(bare(low[i - 1]))) or _closes(document, i)
        if low[i - 1].endswith(("'s", "’s")) and words[i - 1] not in genitives and not paper:
            return 0
        return 1 if _names(document, i) or low[i] in NUMBERS or _ends_in_ai(document, i) else 0
    after = words[i + 1 : i + 2]
    large = bool(after) and after[0][0].isupper() and not document.tokens.breaks[i + 1]
    if words[i] in ("&", "+") and large:
        return 2
    if low[i] == "of" and words[i - 1] in _BANKS and large:
        return 2
    if low[i] == "and" and large and after[0].rstrip(".") in _KIN:
        return 2
    called = low[i] == "and" and large and low[i - 2].endswith(KIND_ENDS) and low[i - 2] != "its"
    if called and low[i + 2 : i + 3] in (["has"], ["is"], ["was"]):
        return 2  # `the retailer Marks and Rowe has`
    if low[i] in _PARTICLES and large and low[i] != "la":
        return 2
    legal = large and after[0].rstrip(".") in ("Inc", "Ltd", "LLC", "Corp", "LLP", "PLC", "plc")
    if words[i] == "," and legal:
        return 2
    return 0


def _ends_in_ai(document: Document, i: int) -> bool:
    """`Orrin AI said`, not `Orrin AI chips`."""
    words, low = document.tokens.words, document.tokens.low
    if words[i] != "AI" or i + 1 >= len(words):
        return False
    after = low[i + 1]
    return (
        not after[0].isalnum()
        or after in FUNCTION
        or after in AUXILIARIES
        or finite(document, i + 1, i)
        or bool(document.tokens.breaks[i + 1])
    )


def _titled(document: Document) -> set[int]:
    """The tokens of headings that write most words large."""
    tokens = document.tokens
    found: set[int] = set()
    for begin, end in document.sentences:
        last = tokens.words[end - 1]
        closed = last in '.?!…”"’»'
        alone = tokens.breaks[begin] and (end >= len(tokens) or tokens.breaks[end])
        if closed or not alone:
            continue
        words = [i for i in range(begin, end) if tokens.words[i][0].isalpha()]
        if len(words) < 5:
            continue
        long = [i for i in words if len(tokens.words[i]) > 3]
        large = sum(1 for i in long if document.capital(i))
        if long and large / len(long) > _TITLED:
            found.update(range(begin, end))
    return found


def _split(document: Document, begin: int, end: int, genitives: set[str]) -> Iterator[Range]:
    """Cuts a run behind titles and possessives: `Acme’s Chief Executive Jane Roe`."""
    tokens = document.tokens
    start = begin = _past_nation(document, begin, end)
    opens = begin > 0 and tokens.words[begin - 1] == "In" and end - begin > 1
    if opens and tokens.words[begin] in PLACES:
        start = begin = begin + 1  # `In China Aldermoor has`
    for i in range(begin, end):
        low = tokens.low[i]
        plain = bare(low)
        duty = low in DUTIES and i > 0 and tokens.low[i - 1] == "chief"
        national = low in NATIONAL and i == start and _leads(document, i, end)
        title = plain in TITLES and not (
            i > start and i + 1 == end and _surname(document, i, start)
        )
        if title or duty or national:
            if i > start:
                yield start, i
            start = i + 1
        elif low.endswith(("'s", "’s")) and not _inside(document, i, end, genitives):
            if not (i == start and (plain in NATIONAL or tokens.words[i][:-2] in PLACES)) or (
                i + 1 == end
            ):
                yield start, i + 1
            start = i + 1
    if end > start:
        yield start, end


def _leads(document: Document, i: int, end: int) -> bool:
    """Whether a word of a nation says where what follows is from, and is no part of its name."""
    words, low = document.tokens.words, document.tokens.low
    last = bare(words[end - 1])
    if i + 1 == end or last in _MEDIA or (i + 2 == end and words[i + 1] in _ENDED):
        return False
    if low[i] in COMPASS and i > 0 and NATIONAL.isdisjoint(low[i + 1 : i + 2]):
        return False
    plain = last in COMPANY_ENDS and end - i > LONG
    return not (plain and all(is_common(bare(word)) for word in low[i + 1 : end]))


def _inside(document: Document, i: int, end: int, genitives: set[str]) -> bool:
    """Whether a genitive belongs to the name: `Brackley’s Stores`, `Farmer’s Weekly`."""
    words = document.tokens.words
    if i + 1 == end:
        return False
    own = i + 2 == end and _closes(document, i + 1)
    return own or words[i] in genitives or words[i + 1] in MEDIUM_ENDS


def _closes(document: Document, i: int) -> bool:
    """Whether the word behind a genitive ends a name with it: `the publisher Scholar’s Gate,`."""
    words, low = document.tokens.words, document.tokens.low
    owner = words[i - 1][:-2]
    if owner in PLACES or owner.lower() in NATIONAL or bare(low[i]) in TITLES:
        return False
    if bare(words[i]) in _HOUSES:
        return True
    after = low[i + 1] if i + 1 < len(low) else "."
    closed = after in AUXILIARIES or after == "and" or not after[0].isalnum()
    called = i > 1 and low[i - 2].endswith(KIND_ENDS)
    return closed and (called or bare(words[i]) in ENDS)


def _past_nation(document: Document, begin: int, end: int) -> int:
    """Past `South African`, `Hong Kong’s`, which are no names of companies."""
    low = document.tokens.low
    paired = begin + 1 < end and (low[begin], bare(low[begin + 1])) in NATIONAL_PAIRS
    more = begin + 2 < end and low[begin + 1] == bare(low[begin + 1])
    ended = more and document.tokens.words[begin + 2] in _ENDED and begin + 3 == end
    return begin + 2 if paired and not ended else begin


def _surname(document: Document, i: int, start: int) -> bool:
    """`Dominic Judge`: a title's word behind a single given name."""
    return i - start == 1 and document.tokens.low[i] in ("king", "judge", "prince", "dean", "chef",
                                                         "major", "abbot", "queen")  # fmt: skip
