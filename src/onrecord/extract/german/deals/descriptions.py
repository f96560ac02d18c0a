"""How a text describes each company: `der Batteriebauer X`, `der US-Konzern X`, `X aus Basel`."""

from collections.abc import Callable, Iterable, Mapping
from itertools import chain

from onrecord.extract.german.deals.fields import field_of
from onrecord.extract.german.deals.nouns import (
    ANY,
    FEMININE,
    MASCULINE,
    MONEY_FIRMS,
    MONEY_KINDS,
    NEUTER,
    SHORT_KIND,
    THE,
    of_noun,
)
from onrecord.extract.german.deals.parties import MONEYED
from onrecord.extract.german.grammar.document import Document
from onrecord.extract.german.grammar.flags import ADJ, CAP, DET
from onrecord.extract.german.names.kinds import (
    COMPANY_KIND,
    OFFICE,
    is_company_kind,
    is_institute,
)
from onrecord.extract.german.names.peoples import NATION, lives_in, nation
from onrecord.extract.german.names.seated import is_seat
from onrecord.extract.tokens import Kind

ARTICLES = {"die": FEMININE, "das": NEUTER, "den": MASCULINE}
"""Those that tell a gender in the singular."""
_HOUSES = ("fabrik", "verbund")
"""What in a name says what the company is: `der Verbund` is the `Klinikverbund X`."""
YOUNG = ("start-up", "startup")
GROWN = ("konzern", "bank", "riese", "gigant", "multi", "reederei", "versicherer", "kasse", "kette")
"""Kinds of company that are no start-up."""
WITHIN = 4
"""The article stands no further before a name, in tokens."""
_OF_PLACE = Kind(large=True, near=Kind.of(ends=("er",), placed=False).bit, placed=False)
_FROM = Kind.any(NATION, _OF_PLACE, placed=False)
"""What may say where a company is from: `amerikanisch`, `Basler`."""


def seat_of(document: Document, after: int) -> str:
    """The place that stands behind a name, at token `after`: `X aus Basel`, `X mit Sitz in Basel`,
    `X (Basel)`."""
    low, words = document.tokens.low, document.tokens.words
    at, behind = after + 1, low[after] if after < len(low) else ""
    if behind == "mit" and low[at : at + 2] == ["sitz", "in"]:
        at += 2
    elif behind not in ("aus", "in") and not (behind == "(" and low[at + 1 : at + 2] == [")"]):
        return ""
    return low[at] if at < len(words) and words[at][0].isupper() else ""


def place_in(name: str) -> str:
    """`Moosbach` of `Papierfabrik Moosbach`: what may be a place in the name of a company."""
    last = name.rpartition(" ")[2].lower()
    return last if " " in name and len(last) >= SHORT_KIND and last.isalpha() else ""


def people_of(
    document: Document, named: set[int], known: Iterable[str], firms: Iterable[str]
) -> list[int]:
    """The tokens of people who are called after the seat of a company: `die Göppinger`; the
    companies are named at these tokens, some of their seats are known."""
    tokens, low = document.tokens, document.tokens.low
    found = [i for i in tokens.where(_PEOPLE) if i and low[i - 1] in THE]
    if not found:
        return []
    seats = {*known, *map(place_in, firms)} - {""}
    bits, placed = tokens.bits, _OF_PLACE.bit
    seats |= {low[k] for i in named for k in range(max(0, i - 3), i) if bits[k] & placed}
    near: dict[str, list[str]] = {}
    for seat in seats:
        near.setdefault(seat[:1], []).append(seat)
    return [i for i in found if any(lives_in(low[i], seat) for seat in _alike(near, low[i][:1]))]


def _alike(near: dict[str, list[str]], letter: str) -> list[str]:
    """Of places by their first letter those after which people may be called whose name begins with
    a letter: an `e` may be missing."""
    if letter == "e":
        return [*chain.from_iterable(near.values())]
    return [*near.get(letter, ()), *near.get("e", ())]


_PEOPLE = Kind(large=True, near=Kind.of(ends=("er", "ern"), placed=False).bit)


class Descriptions:
    """Remembers them, and whom a description means."""

    def __init__(
        self, document: Document, seats: Mapping[int, str], best: Callable[..., str]
    ) -> None:
        """`seats`: the place that stands behind each name, by the code point at which it ends;
        `best`: which company a passage is about, but for some, of those that pass a test."""
        self._document, self._seats, self._best = document, seats, best
        self._by_noun: dict[str, str] = {}
        self._nouns: dict[str, list[str]] = {}
        self._called: dict[str, list[str]] = {}
        """The companies that were called by just this noun: `die Reederei` is the one of them that
        the passage is about."""
        self._nations: dict[str, str] = {}
        self._places: dict[str, str] = {}
        self._financial: dict[str, bool] = {}
        self._spots: dict[str, list[int]] = {}

    def note(self, i: int, name: str, end: int) -> None:
        """A company is named at token i, up to code point `end`."""
        tokens = self._document.tokens
        seat = self._seats[end]
        if seat:
            self._places[seat] = name
        if i and tokens.words[i - 1][0].isupper():
            low, kinds = tokens.low[i - 1], tokens.bits[i - 1]
            if not kinds & OFFICE.bit:
                self._by_noun.setdefault(low, name)
                self._nouns.setdefault(name, []).append(low)
                if name not in self._called.setdefault(low, []):
                    self._called[low].append(name)
            if kinds & COMPANY_KIND.bit:
                self._by_noun[low] = name
        if name not in self._spots:
            self._read(name)
        self._spots.setdefault(name, []).append(i)
        bits, telling = tokens.bits, _FROM.bit
        for k in range(max(0, i - 3), i):
            if not bits[k] & telling:
                continue
            low = tokens.low[k]
            people = nation(low)
            if people:
                self._nations[people] = name
            if low.endswith("er") and tokens.words[k][0].isupper():
                self._places[low] = name

    def _read(self, name: str) -> None:
        """What the words of a name say: a place, a kind of firm."""
        if place_in(name):
            self._places.setdefault(place_in(name), name)
        for word in name.split() if " " in name else ():
            kind = is_company_kind(word) or (is_seat(word) and word.lower().endswith(_HOUSES))
            if kind or is_institute(word.lower()):
                self._by_noun.setdefault(word.lower(), name)

    def _shown(self, i: int, name: str) -> set[str]:
        """The genders that the article, the noun before and the last word of a name show."""
        low, flags, k = self._document.tokens.low, self._document.flags, i - 1
        while k > 0 and flags[k] & (ADJ | CAP) and not flags[k] & DET:
            k -= 1
        by_article = ARTICLES.get(low[k], "") if k >= 0 and i - k <= WITHIN else ""
        before = low[i - 1] if i and self._document.tokens.words[i - 1][0].isupper() else ""
        return {by_article, of_noun(before), of_noun(name.split()[-1].lower())} - {""}

    def genders(self, name: str) -> set[str]:
        """Whether a company may be `er`, `sie`, `es`: by the nouns for it, as far as they show."""
        return set[str]().union(*(self._shown(i, name) for i in self._spots.get(name, ())))

    def called(self, name: str) -> list[str]:
        """The nouns by which the text calls a company."""
        return self._nouns.get(name, [])

    def fits(self, names: list[str], noun: str) -> bool:
        """Whether one of these is called by a noun that ends so: `Containerreederei`."""
        return any(called.endswith(noun) for name in names for called in self.called(name))

    def means(self, low: str, word: str) -> str:
        """The company that a description means, by what the text called it."""
        several = self._called.get(low, ())
        if len(several) > 1:
            return self._best((), several.__contains__)
        name = self.by_noun(low) or self.by_nation(low) or self.shorter(low)
        return name or (self.by_field(low) if is_company_kind(word) else "")

    def by_noun(self, low: str) -> str:
        """The company so called: `der Batteriebauer`."""
        return self._by_noun.get(low, "")

    def shorter(self, low: str) -> str:
        """`die Rösterei` for the `Kaffeerösterei X`: of several the one that the passage is about,
        if it is one of them, else the one so called last."""
        if len(low) < SHORT_KIND and low != "haus":
            return ""
        ends = (low, low + "s", low + "es")
        called = [name for noun, name in reversed(self._by_noun.items()) if noun.endswith(ends)]
        about = self._best() if len(called) > 1 else ""
        return about if about in called else next(iter(called), "")

    def by_nation(self, low: str) -> str:
        """`die Amerikaner`: the company that was called American."""
        if not low.endswith(("er", "ern", "en", "sen", "e")) or len(low) < SHORT_KIND:
            return ""
        people = nation(low)
        return self._nations.get(people, "") if people else ""

    def by_place(self, low: str) -> str:
        """`die Basler`, `aus Basel`: the company from there."""
        seats = (seat for seat in reversed(self._places) if lives_in(low, seat))
        return next((self._places[seat] for seat in seats), "")

    def by_field(self, low: str) -> str:
        """`die Airline`: the one company that was called by another word for what it does; of
        several the one that was so called last."""
        field = field_of(low)
        if not field:
            return ""
        called = (n for noun, n in reversed(self._by_noun.items()) if field_of(noun) == field)
        return next(called, "")

    def may_be(self, name: str, noun: str) -> bool:
        """Whether a company may be `das Start-up`, `der Konzern`, `die Bank`, by what it lives by
        and what the text calls it."""
        if noun in YOUNG and any(called.endswith(GROWN) for called in self.called(name)):
            return False
        if noun == "konzern" and any(called.endswith(YOUNG) for called in self.called(name)):
            return False
        return noun in ANY or self.financial(name) == (noun in MONEY_FIRMS)

    def financial(self, name: str) -> bool:
        """Whether a company lives by money: by its name, or by what the text calls it."""
        if name not in self._financial:
            words = name.lower().split()
            self._financial[name] = any(w.endswith(MONEYED) for w in words) or any(
                noun.endswith(MONEY_KINDS) for noun in self.called(name)
            )
        return self._financial[name]
