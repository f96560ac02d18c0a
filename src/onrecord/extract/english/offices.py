"""Offices held, as English text gives them: `X’s chief executive Ann Lee`, `Ann Lee, head of X`."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from onrecord.extract.english.document import Document
from onrecord.extract.records import Entity, Office, Source

BEFORE: Final = Source("en-office-before", "1", 0.88, "company and office stand before the name")
BEHIND: Final = Source("en-office-behind", "1", 0.88, "office and company stand behind the name")
_HEADS: Final = frozenset(
    """ceo cfo coo cto executive chairman chairwoman chair president founder co-founder cofounder
    director officer manager head boss spokesman spokeswoman spokesperson treasurer
    economist secretary partner""".split()
)
"""Last words of offices at a company."""
_WORDS: Final = _HEADS | frozenset(
    """chief finance financial operating technology information marketing legal product commercial
    risk people investment scientific medical strategy data sustainability managing general deputy
    vice senior group sales human resources non-executive executive regional and joint interim
    acting technical creative editorial research""".split()
)
_NO_MORE: Final = frozenset("former ex then late outgoing past previous incoming new".split())
_OTHERS: Final = frozenset(
    """predecessor successor daughter son wife husband widow widower brother sister father mother
    nephew niece adviser advisor lawyer critic rival friend ally aide assistant colleague
    confidant""".split()
)
"""Who somebody is to the one who holds the office."""
_OWN: Final = frozenset(("its", "the company’s", "the company's"))
_AT: Final = frozenset("of at for".split())
_ALONE: Final = frozenset("executive chief partner secretary officer".split())
"""Heads that are an office only with a word before them."""


def find_offices(document: Document, entities: Sequence[Entity]) -> tuple[Office, ...]:
    """Who holds which office at which company, once each, in the order of the text."""
    companies = [e for e in entities if e.kind == "company"]
    people = sorted((m, e.name) for e in entities if e.kind == "person" for m in e.mentions)
    if not companies or not people:
        return ()
    reader = _Reader(document, companies)
    found: dict[tuple[str, str, str], Office] = {}
    for (begin, end), person in people:
        first = bisect_left(document.tokens.begins, begin)
        last = bisect_left(document.tokens.begins, end)
        if document.tokens.ends[last - 1] > end:
            continue  # in the genitive
        office = reader.before(first, last, person) or reader.behind(first, last, person)
        if office is not None:
            found.setdefault((office.person, office.company, office.office), office)
    return tuple(found.values())


class _Reader:
    """Reads the words around a name of a person."""

    def __init__(self, document: Document, companies: Sequence[Entity]) -> None:
        self._tokens = document.tokens
        self._starts = {m[0]: e.name for e in companies for m in e.mentions}
        self._ends = {m[1]: (m[0], e.name) for e in companies for m in e.mentions}
        self._only = companies[0].name if len(companies) == 1 else ""

    def before(self, first: int, last: int, person: str) -> Office | None:
        """`X chief executive Ann Lee`, `The chief executive of X, Ann Lee,`."""
        low, tokens = self._tokens.low, self._tokens
        end = first - (first > 0 and low[first - 1] == ",")
        begin = end
        while begin > 0 and low[begin - 1] in _WORDS and not tokens.breaks[begin]:
            begin -= 1
        if begin < end:
            company = self._owner(begin)
            return self._made(person, company, (begin, end), (begin, last), BEFORE)
        if end == first:
            return None
        for k in range(end - 1, max(0, end - 6), -1):
            company = self._starts.get(tokens.begins[k], "")
            if company and low[k - 1] in _AT:
                start = k - 1
                while start > 0 and low[start - 1] in _WORDS:
                    start -= 1
                return self._made(person, company, (start, k - 1), (start, last), BEFORE)
        return None

    def behind(self, first: int, last: int, person: str) -> Office | None:
        """`Ann Lee, chief executive of X,`, `Ann Lee, X’s finance director,`."""
        low, n = self._tokens.low, len(self._tokens.low)
        if last >= n or low[last] != "," or last + 2 >= n:
            return None
        k = last + 1
        while k < n and k < last + 6 and low[k] not in _WORDS and low[k] not in (",", "."):
            k += 1
        end = k
        while end < n and low[end] in _WORDS:
            end += 1
        if end == k or low[k - 1] in _NO_MORE or not _OTHERS.isdisjoint(low[last:k]):
            return None
        company = self._owner(k) if k > last + 1 else ""
        if not company and low[k - 1] not in ("the", "a", "an", ","):
            return None
        stop = end
        if not company and end + 1 < n and low[end] in _AT:
            stop = end + 1 + (low[end + 1] == "the")
            company = self._starts.get(self._tokens.begins[stop], "") if stop < n else ""
        return self._made(person, company, (k, end), (first, end), BEHIND)

    def _owner(self, begin: int) -> str:
        """The company whose name, or `its` or `the company’s`, ends right before a token."""
        tokens = self._tokens
        if begin == 0 or tokens.breaks[begin]:
            return ""
        word, at = tokens.low[begin - 1], tokens.ends[begin - 1]
        if word == "its" or " ".join(tokens.low[begin - 2 : begin]) in _OWN:
            return self._only
        bare = at - 2 if word.endswith(("’s", "'s")) else at - 1 if word[-1] in "’'" else at
        start, name = self._ends.get(bare) or self._ends.get(at) or (0, "")
        before = bisect_left(tokens.begins, start) - 1
        return "" if name and before >= 0 and tokens.low[before] in _NO_MORE else name

    def _made(
        self, person: str, company: str, title: tuple[int, int], span: tuple[int, int], why: Source
    ) -> Office | None:
        low, (begin, end) = self._tokens.low, title
        while begin < end and low[end - 1] not in _HEADS:
            end -= 1
        while begin < end and low[begin] in ("and", "group"):
            begin += 1
        if not company or begin >= end or (end - begin == 1 and low[begin] in _ALONE):
            return None
        if low[begin - 1] in _NO_MORE:
            return None
        printed = self._tokens.slice(begin, end)
        return Office(person, company, printed, self._tokens.span(*span), why)
