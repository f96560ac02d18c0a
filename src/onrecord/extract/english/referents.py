"""Which company a word of an English text means: names, `it`, `the airline`, `we`, the boss."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from onrecord.extract.english.dealing import BUSINESS
from onrecord.extract.english.descriptions import (
    GENERAL,
    kinds_of,
    nations_of,
    read_description,
    rival_behind,
)
from onrecord.extract.english.document import Document
from onrecord.extract.english.kinds import TITLES, is_kind
from onrecord.extract.english.nations import agree
from onrecord.extract.records import Entity, Quote
from onrecord.extract.tokens import Kind

_RUNS: Final = frozenset("runs manages heads leads chairs founded".split())
_PLAIN: Final = frozenset(
    "family family-owned family-run listed private young small ailing troubled insolvent".split()
)
"""What is said of any company."""
_BOSSES: Final = frozenset(
    "executive director boss ceo chairman chairwoman officer president founder chair".split()
)
_NOT_OURS: Final = frozenset("former a of its".split())
_OURS: Final = frozenset("we us our".split())
_REFERS: Final = Kind.of(
    "it its they their them we us our you your he she his her him the both this".split()
)
_THEIRS: Final = frozenset("it its they their them".split())
_PERSONS: Final = frozenset("he she his her him".split())
_NONE: Final[frozenset[str]] = frozenset()
_PARTS: Final = frozenset("unit division".split())
_PLAIN_NOUNS: Final = GENERAL | _PARTS
_BIG: Final = ("maker", "giant", "airline", "retailer", "insurer", "brewer", "lender", "chain",
               "developer", "operator")  # fmt: skip


@dataclass(slots=True)
class Cast:
    """Who is in a text: mentions by token, what each company is, whose boss each person is."""

    mentions: dict[int, tuple[str, int]]
    """First token of a mention of a company or medium → its name and the token behind it."""
    people: dict[int, str]
    kinds: dict[str, set[str]]
    nations: dict[str, set[str]]
    employers: dict[str, str]
    speakers: dict[int, str]
    """Token inside what a person says → the company that person speaks for."""
    nouns: frozenset[str] = frozenset()
    """What some company of the text is called."""
    roles: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Who `the buyer`, `the seller` of the last deal is."""
    sold: frozenset[str] = frozenset()
    """Who took part in the last deal that told a seller."""
    host: str = ""
    """In an interview, the company of who answers: `you`."""
    subject: str = ""
    recent: list[str] = field(default_factory=list)
    pair: tuple[str, str] | None = None
    person: str = ""
    ahead: tuple[int, str] = (-1, "")
    """The comma behind what opens a sentence, and its subject, which `it` before means."""
    sayer: str = ""
    """Who says what a clause tells, where the clause before is no main one."""
    stranger: bool = False
    """Whether the clause before was about somebody who is no company."""
    weight: dict[str, int] = field(default_factory=dict)
    """How often each company was named, twice where it was the subject."""
    cuts: set[int] = field(default_factory=set)
    """Tokens at which what somebody says begins or ends."""
    firsts: list[int] = field(default_factory=list)
    """The first tokens of all mentions, in order."""
    meaning: list[int] = field(default_factory=list)
    """The tokens that may mean somebody, in order: names, and words that refer to one."""

    def main(self) -> str:
        """The company that the text was mostly about so far."""
        return max(self.weight, key=lambda name: self.weight[name]) if self.weight else ""

    def meant(self, document: Document, i: int) -> tuple[tuple[str, ...], int]:
        """The companies that the words from token i stand for, and the token behind them."""
        low = document.tokens.low
        word = low[i]
        if word in _OURS and i in self.speakers:
            return (self.speakers[i],), i + 1
        if word in ("you", "your") and self.host:
            return (self.host,), i + 1
        if word == "its" and self.pair and self.subject in self.pair:
            end = rival_behind(document, i, self.mentions)
            if end:
                return tuple(n for n in self.pair if n != self.subject)[:1], end
        if word in _THEIRS:
            return self._it(word), i + 1
        if word in _PERSONS and self.person:
            return self._employer(self.person), i + 1
        if word in ("the", "both", "this"):
            return self._described(document, i)
        return (), i + 1

    def _it(self, word: str) -> tuple[str, ...]:
        if word in ("they", "their", "them") and self.pair:
            return self.pair
        if self.subject:
            return (self.subject,)
        return tuple(self.recent[-1:])

    def _employer(self, person: str) -> tuple[str, ...]:
        company = self.employers.get(person, "")
        return (company,) if company else ()

    def _described(self, document: Document, i: int) -> tuple[tuple[str, ...], int]:
        """`the airline`, `the British company`, `the two groups`."""
        described = read_description(document, i, self.mentions, self.nouns)
        if described is None:
            return (), i + 1
        noun, nation, end = described.noun, described.nation, described.end
        if described.plural:
            return (self.pair or ()), end
        if noun in self.roles and not nation and document.tokens.low[end : end + 1] != ["of"]:
            return self.roles[noun], end
        if nation:
            return self._from(noun, nation), end
        told = {noun, *described.words} - GENERAL
        known = [n for n in reversed(self.recent) if told & self.kinds.get(n, set())]
        if known:
            return (known[0],), end
        if end == i + 2 and noun.endswith(_BIG) and self.main():
            return (self.main(),), end
        if noun in GENERAL and described.words and _PLAIN.issuperset(described.words):
            return self._it("it"), end
        copula = document.tokens.low[end : end + 1] in (["is"], ["was"])
        named = copula and self._named(end + 1)
        if is_kind(noun) and (noun not in _PLAIN_NOUNS or described.words) and not named:
            who = self._unlabelled(noun)
            if who and described.words and noun not in GENERAL:
                self.kinds.setdefault(who[0], set()).add(noun)
            return who, end
        if noun in GENERAL or (noun in _PARTS and not described.words):
            return self._it("it"), end
        return (), i + 1

    def _named(self, i: int) -> bool:
        """`The bank is X`: a name says itself whom the description means."""
        return any(k in self.mentions for k in range(i, i + 3))

    def _unlabelled(self, noun: str) -> tuple[str, ...]:
        """Who was spoken of last, if the text has not said otherwise what that company is; `the
        mill` may be no company at all."""
        general = _NONE if noun in BUSINESS else GENERAL
        for name in (self.subject, self.main()):
            if name and not any(is_kind(k) for k in self.kinds.get(name, set()) - general):
                return (name,)
        return ()

    def _from(self, noun: str, nation: str) -> tuple[str, ...]:
        """The company of a nation named last, best one of that kind; none of another nation."""
        recent = list(dict.fromkeys(reversed(self.recent)))
        here = [n for n in recent if any(agree(nation, o) for o in self.nations.get(n, ()))]
        kind = [name for name in here if noun in self.kinds.get(name, ())]
        free = [name for name in recent if not self.nations.get(name)]
        if noun in GENERAL and self.subject in free:
            free.insert(0, self.subject)
        return tuple((kind or here or free)[:1])

    def dealt(self, names: tuple[str, ...], roles: dict[str, tuple[str, ...]]) -> None:
        """Notes who `the buyer`, `the seller` and `the two companies` are from now on."""
        if roles and "seller" not in roles and self.sold.isdisjoint(names):
            self.roles = {n: who for n, who in self.roles.items() if not n.startswith("seller")}
        if "seller" in roles:
            self.sold = frozenset(names)
        self.roles |= roles
        if len(names) == 2:
            self.pair = (names[0], names[1])

    def saw(self, name: str) -> None:
        """Notes that a company was named."""
        self.recent.append(name)
        self.weight[name] = self.weight.get(name, 0) + 1
        del self.recent[:-12]


def cast_of(document: Document, entities: Sequence[Entity], quotes: Sequence[Quote]) -> Cast:
    """Who is in the text."""
    tokens = document.tokens
    mentions: dict[int, tuple[str, int]] = {}
    people: dict[int, str] = {}
    for entity in entities:
        for begin, end in entity.mentions:
            first = bisect_left(tokens.begins, begin)
            if tokens.begins[first : first + 1] != [begin]:
                continue
            last = bisect_left(tokens.begins, end, first)
            if entity.kind == "company":
                mentions[first] = (entity.name, last)
            elif entity.kind == "person":
                people[first] = entity.name
    kinds = kinds_of(document, mentions)
    cast = Cast(mentions, people, kinds, nations_of(document, mentions), {}, {})
    cast.nouns = frozenset().union(*kinds.values())
    cast.firsts = sorted(mentions)
    cast.meaning = sorted({*mentions, *people, *tokens.where(_REFERS)})
    _employ(document, cast)
    _lend_voice(document, cast, quotes)
    return cast


def _employ(document: Document, cast: Cast) -> None:
    """`X chief executive Mary Lee`, `Mary Lee, head of tools at X`, `its founder Mary Lee`."""
    low = document.tokens.low
    firsts = cast.firsts
    owners = {name.split()[0].removesuffix("’s"): name for name, _ in cast.mentions.values()}
    for person in set(cast.people.values()):
        if person.split()[-1] in owners:
            cast.employers[person] = owners[person.split()[-1]]
    for first, person in sorted(cast.people.items()):
        if person in cast.employers:
            continue
        titled = any(w in TITLES for w in low[max(0, first - 5) : first])
        behind = next((m for m in firsts if first < m < first + 14), -1)
        before = next((m for m in reversed(firsts) if first - 9 < m < first), -1)
        joined = behind > 0 and not {".", ";"} & set(low[first:behind]) and (
            low[behind - 1] in ("of", "at", "for", "by") or any(
                w in ("of", "at") for w in low[max(first, behind - 5) : behind])
        )  # fmt: skip
        runs = behind > 0 and "who" in low[first:behind] and _RUNS.intersection(low[first:behind])
        joined = joined or (bool(runs) and not {".", ";"} & set(low[first:behind]))
        roles = joined and any(w in TITLES or w in _RUNS for w in low[first:behind])
        if titled and before >= 0 and "." not in low[before:first]:
            cast.employers[person] = cast.mentions[before][0]
        elif roles:
            cast.employers[person] = cast.mentions[behind][0]
        elif low[first - 1] in _BOSSES and low[first - 2] not in _NOT_OURS:
            earlier = [cast.mentions[m][0] for m in firsts if m < first]
            if earlier:
                cast.employers[person] = max(earlier, key=earlier.count)
        elif titled and "its" in low[max(0, first - 6) : first]:
            last = next((m for m in reversed(firsts) if m < first), -1)
            if last >= 0:
                cast.employers[person] = cast.mentions[last][0]


def _lend_voice(document: Document, cast: Cast, quotes: Sequence[Quote]) -> None:
    """Inside what somebody says, `we` is that person's company."""
    begins = document.tokens.begins
    for quote in quotes:
        for begin, _ in quote.quote:
            first = bisect_left(begins, begin)
            if begins[first : first + 1] == [begin]:
                cast.cuts.add(first)
    companies = {name for name, _ in cast.mentions.values()}
    interviewed: dict[str, int] = {}
    at = 0
    for quote in quotes:
        company = cast.employers.get(quote.holder, quote.holder)
        if quote.type != "Direct" or company not in companies:
            continue
        if quote.source.rule == "en-interview":
            interviewed[company] = interviewed.get(company, 0) + 1
        for begin, end in quote.quote:
            first = bisect_left(begins, begin, at)
            at = first if first < len(begins) else at
            for i in range(at, bisect_left(begins, end, at)):
                cast.speakers[i] = company
    if interviewed:
        cast.host = max(sorted(interviewed), key=lambda name: interviewed[name])
