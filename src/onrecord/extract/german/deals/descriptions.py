"""How a text describes each company: `der Batteriebauer X`, `der US-Konzern X`, `X aus Basel`."""

from bisect import bisect_left

from onrecord.extract.german.deals.nouns import (
    FEMININE,
    MASCULINE,
    MONEY_KINDS,
    NEUTER,
    SHORT_KIND,
    of_noun,
)
from onrecord.extract.german.deals.parties import MONEYED
from onrecord.extract.german.grammar.document import Document
from onrecord.extract.german.grammar.flags import ADJ, CAP, DET
from onrecord.extract.german.names.kinds import is_company_kind, is_office
from onrecord.extract.german.names.peoples import nation, region
from onrecord.extract.tokens import Kind

ARTICLES = {"die": FEMININE, "das": NEUTER, "den": MASCULINE}
"""Those that tell a gender in the singular."""
WITHIN = 4
"""The article stands no further before a name, in tokens."""
_FROM = Kind.any(Kind(nation), Kind(lambda word: word.lower().endswith("er"), large=True))
"""What may say where a company is from: `amerikanisch`, `Basler`."""


class Descriptions:
    """Remembers them, and whom a description means."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._by_noun: dict[str, str] = {}
        self._nouns: dict[str, list[str]] = {}
        self._nations: dict[str, str] = {}
        self._places: dict[str, str] = {}
        self._financial: dict[str, bool] = {}
        self._spots: dict[str, list[int]] = {}

    def note(self, i: int, name: str, end: int) -> None:
        """A company is named at token i, up to code point `end`."""
        tokens = self._document.tokens
        after = bisect_left(tokens.begins, end)
        if tokens.low[after : after + 1] == ["aus"] and after + 1 < len(tokens.words):
            self._places[region(tokens.low[after + 1])] = name
        if i and tokens.words[i - 1][0].isupper():
            word, low = tokens.words[i - 1], tokens.low[i - 1]
            if not is_office(word):
                self._by_noun.setdefault(low, name)
                self._nouns.setdefault(name, []).append(low)
            if is_company_kind(word):
                self._by_noun[low] = name
        self._spots.setdefault(name, []).append(i)
        for k in tokens.among(_FROM, max(0, i - 3), i):
            low = tokens.low[k]
            people = nation(low)
            if people:
                self._nations[people] = name
            if low.endswith("er") and tokens.words[k][0].isupper():
                self._places[region(low)] = name

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

    def by_noun(self, low: str) -> str:
        """The company so called: `der Batteriebauer`."""
        return self._by_noun.get(low, "")

    def shorter(self, low: str) -> str:
        """`die Rösterei` for the `Kaffeerösterei X`: the one so called last."""
        if len(low) < SHORT_KIND:
            return ""
        ends = (low, low + "s", low + "es")
        called = (name for noun, name in reversed(self._by_noun.items()) if noun.endswith(ends))
        return next(called, "")

    def by_nation(self, low: str) -> str:
        """`die Amerikaner`: the company that was called American."""
        if not low.endswith(("er", "ern", "en", "sen", "e")) or len(low) < SHORT_KIND:
            return ""
        people = nation(low)
        return self._nations.get(people, "") if people else ""

    def by_place(self, low: str) -> str:
        """`die Basler`, `aus Basel`: the company from there."""
        return self._places.get(region(low), "")

    def financial(self, name: str) -> bool:
        """Whether a company lives by money: by its name, or by what the text calls it."""
        if name not in self._financial:
            words = name.lower().split()
            self._financial[name] = any(w.endswith(MONEYED) for w in words) or any(
                noun.endswith(MONEY_KINDS) for noun in self.called(name)
            )
        return self._financial[name]
