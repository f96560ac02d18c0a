"""Which companies a sentence names, by name or by description, and in which place each stands."""

from bisect import bisect_left
from collections.abc import Sequence

from onrecord.extract.german.deals.assets import ASSETS, is_asset
from onrecord.extract.german.deals.center import Center, passing
from onrecord.extract.german.deals.compounds import mere_part, slot
from onrecord.extract.german.deals.descriptions import Descriptions, people_of, seat_of
from onrecord.extract.german.deals.experts import of_expert
from onrecord.extract.german.deals.marks import BOTH
from onrecord.extract.german.deals.nouns import (
    APPOSED,
    DAUGHTERS,
    GENERIC,
    OTHERS,
    OWNERS,
    OWNING,
    PEOPLE_ENDS,
    SHORT_KIND,
    TELLING,
    THE,
    heads,
    means_both,
    new_name,
    plain,
    plural,
    role_at,
)
from onrecord.extract.german.deals.owners import APPOSED_WITHIN, MOTHERS, Owners
from onrecord.extract.german.deals.parties import BUYER, FROM_OWNER, OWNER, Mention
from onrecord.extract.german.deals.placing import (
    FIRMS,
    behind_article,
    in_infinitive,
    joins,
    opens_infinitive,
    opens_relative,
    place_of,
)
from onrecord.extract.german.deals.spots import heading, most_named, owned, pair_of, tokens_of
from onrecord.extract.german.grammar.document import Document, Sentence
from onrecord.extract.german.grammar.flags import ADJ, CAP
from onrecord.extract.german.names.kinds import is_company_kind
from onrecord.extract.german.names.peoples import demonym, nation
from onrecord.extract.records import Entity
from onrecord.extract.tokens import CAPITALS, Kind, between

MOST_HERE = 20
HOLDERS = ("-eigentümer", "-eigentümerin", "-inhaber", "-inhaberin", "-eigner", "-eignerin")
"""`X-Eigentümer Y`: the person Y owns X."""
WHOSE = ("der", "des", "von")


class Reader:
    """Finds the companies of each sentence; remembers how each was described before."""

    def __init__(self, document: Document, entities: Sequence[Entity]) -> None:
        self._document = document
        self._companies = {
            begin: (entity.name, end)
            for entity in entities
            if entity.kind == "company"
            for begin, end in entity.mentions
        }
        self._people = {
            begin: entity.name
            for entity in entities
            if entity.kind == "person"
            for begin, _ in entity.mentions
        }
        self._persons = frozenset(self._people.values())
        self._firms = {name for name, _ in self._companies.values()}
        self._heads = heads(self._firms)
        self._headed: set[int] = set()
        self.named, self._behind, named = tokens_of(document, self._companies)
        """The tokens of their names; the token behind each name, by where it begins."""
        self.named_at = sorted(self.named)
        self._order = sorted((begin, name) for begin, (name, _) in self._companies.items())
        tokens, low = document.tokens, document.tokens.low
        told = (
            i
            for i in tokens.where(TELLING)
            if (
                plural(low, i) if low[i] == "die" else tokens.words[i][0].isupper() or plain(low[i])
            )
        )
        people = {bisect_left(tokens.begins, begin) for begin in self._people}
        calling = {tokens.low[i - 1] for i in named if i and tokens.words[i - 1][0].isupper()}
        calling |= {noun.removesuffix("s") for noun in calling}
        calling |= self._heads.keys()
        calling |= {noun[-k:] for noun in calling for k in range(SHORT_KIND, len(noun))}
        again = (i for i in tokens.where(CAPITALS) if low[i] in calling)
        seats = {
            end: seat_of(document, self._behind[begin])
            for begin, (_, end) in self._companies.items()
        }
        living = people_of(document, named, seats.values(), self._firms)
        self._telling = sorted({*told, *named, *people, *again, *living})
        self.center = Center((name for _, name in self._order), passing(document, self._order))
        self.told = Descriptions(document, seats, self.center.best)
        self.owners = Owners()
        self._mothers = bool(tokens.where(_MOTHERS))
        self.daughters: set[str] = set()
        """Companies that the text calls the daughter of another one."""
        self.apposed: set[int] = set()
        """The tokens of `Tochter` in `X, eine Tochter der Y,`."""
        self.read_at: frozenset[int] = frozenset()
        """The tokens of the companies of the sentence that was read last."""
        self.earlier: list[str] = []
        self.paragraph = -1
        """The companies that a sentence named last, and its paragraph."""
        self.dealing: set[str] = set()
        """Who takes part in the deal told last."""
        self.roles: dict[str, str] = {}
        """Who plays which part in the deals told last."""

    @property
    def several(self) -> bool:
        """Whether the text names two companies at all, or one and a person who may own it."""
        named = len(self._firms)
        return named > 1 or (named > 0 and owned(self._document, self._people))

    @property
    def companies(self) -> dict[int, tuple[str, int]]:
        """The companies by where they are named, with where each name ends."""
        return self._companies

    def by_name(self, mention: Mention) -> bool:
        """Whether a company or an owner is named there, not described."""
        begin = self._document.tokens.begins[mention.at] if mention.at >= 0 else -1
        return begin in self._companies or begin in self._people or mention.at in self._headed

    def is_person(self, name: str) -> bool:
        """Whether a party is a person: nobody buys one."""
        return name in self._persons

    def topic(self, but: str = "") -> str:
        """The company that the whole text names most often, other than `but`."""
        return next((name for name in self.center.most_named if name != but), "")

    def read(self, sentence: Sentence) -> list[Mention]:
        """The companies of a sentence, in order."""
        tokens = self._document.tokens
        found: list[Mention] = []
        for i in between(self._telling, sentence.begin, sentence.end):
            hit, low = self._companies.get(tokens.begins[i]), tokens.low[i]
            part = hit is not None and hit[1] < tokens.ends[i]
            if hit is not None and part and low.endswith(DAUGHTERS):
                owned = self._companies.get(
                    tokens.begins[i + 1 : i + 2][0] if i + 1 < sentence.end else -1
                )
                if owned is not None:
                    self.owners.note(owned[0], hit[0])
                continue
            if hit is not None and part and low.endswith(HOLDERS):
                person = self._people.get(tokens.begins[i + 1]) if i + 1 < sentence.end else None
                if person is not None:
                    self.owners.note(hit[0], person)
                    self.owners.whole.add(hit[0])
            if hit is not None and part and slot(low):
                found.append(Mention(hit[0], slot(low), i))
                continue
            if hit is not None and not mere_part(tokens.words[i], part):
                if new_name(tokens.low, self._behind[tokens.begins[i]]):
                    continue
                self._describe(i, hit[0], hit[1])
                if found and self._mother_of(found[-1], i, hit[0]):
                    continue
                if not of_expert(self._document, sentence, i):
                    found.append(self._mention(sentence, hit[0], i, found))
                continue
            person = self._people.get(tokens.begins[i])
            if person is not None and self._deals(sentence, i, found):
                found.append(self._mention(sentence, person, i, found))
                continue
            small = not tokens.words[i][0].isupper() and low not in BOTH and low != "die"
            if not small and (hit is None or low.endswith("beiden")):
                found += self._described_at(sentence, i, found)
        self.read_at = frozenset([m.at for m in found] if found else ())
        if found:
            self._belong(sentence, found)
        return found

    def _belong(self, sentence: Sentence, found: list[Mention]) -> None:
        """Notes which of the companies of a sentence belong to one another."""
        count, bought = len(found), self.roles.get("target", "")
        if count > 2:
            self.owners.parts(self._document, sentence, found)
        words = self._document.tokens.low[sentence.begin : sentence.end]
        if count == 1 and bought not in ("", found[0].name):
            self.owners.belonged(words, found[0], bought)
        if count == 2 and not self.by_name(found[0]) and bought:
            self.owners.belonged(words, found[1], bought)
        if count == 2 and self._firms.issuperset(m.name for m in found):
            self.owners.belongs(words, found)

    def _mother_of(self, owned: Mention, i: int, owner: str) -> bool:
        """`X, bisher eine Tochter der Y, geht an Z`: whose daughter X is, in what is apposed."""
        low, comma = self._document.tokens.low, self.end_of(owned.at)
        if comma < 0 or comma >= i or low[comma] != "," or i - comma > APPOSED_WITHIN:
            return False
        k = i - 1 - (low[i - 1] not in WHOSE and low[i - 2] in WHOSE)
        if low[k] not in WHOSE or not low[k - 1].endswith(DAUGHTERS):
            return False
        self.owners.note(owned.name, owner)
        self.apposed.add(k - 1)
        return True

    def _deals(self, sentence: Sentence, i: int, found: list[Mention]) -> bool:
        """`an die Unternehmerin X`, `Gründer X und Y`: who may buy and sell, and speaks for no
        firm."""
        before = self._document.tokens.low[i - 1] if i > sentence.begin else ""
        last = found[-1].at if found else -1
        if before in ("und", "sowie") and last >= 0 and joins(self._document, last, i):
            return self._document.tokens.begins[last] in self._people
        if place_of(self._document, sentence, i) == BUYER:
            return True  # `neue Eigentümerin ist die Verlegerin X`
        if last >= 0 and found[-1].place == "von" and joins(self._document, last, i):
            return self._document.tokens.words[i - 1][0].isupper()  # `von X und dem Erfinder Y`
        return (
            before.endswith(OWNERS)
            and "-" not in before
            and place_of(self._document, sentence, i) in OWNING
        )

    def _mention(self, sentence: Sentence, name: str, i: int, found: list[Mention]) -> Mention:
        place = place_of(self._document, sentence, i)
        part = APPOSED.get(self._document.tokens.low[i - 1], "") if i > sentence.begin else ""
        if part == "seller" and i == sentence.begin + 2 and self.roles.get("target"):
            self.owners.note(self.roles["target"], name)
            return Mention(name, "subj", i)  # `Der Verkäufer X hatte Y 2018 erworben`
        if part:
            return Mention(name, "=" + part, i)
        if place == "von" and self._document.tokens.low[i - 1].endswith(MOTHERS):
            return Mention(name, FROM_OWNER, i)
        if opens_relative(self._document, sentence, i):
            place = "subj"  # `in dem X mit Y kooperiert`
        if place == "gen" and found and self._behind_name(found[-1].at, i):
            place = "dat"
        end = self.end_of(found[-1].at) if found else -1
        if place in ("", "subj") and end == i:
            return Mention(name, "obj", i)
        if 0 < end == i - 2 and self._document.tokens.low[end] in ("aus", "in"):
            return Mention(name, "obj", i)  # `hatte X aus Bern Y gekauft`
        if place == "" and in_infinitive(self._document, sentence, i):
            return Mention(name, "obj", i)
        joined = bool(found) and joins(self._document, max(end - 1, found[-1].at), i)
        joined = joined and not opens_infinitive(self._document, sentence, found[-1].at, i)
        if joined and place in ("", "dat", "gen", "subj", "obj"):
            place = found[-1].place
        return Mention(name, place, i, joined)

    def _behind_name(self, before: int, i: int) -> bool:
        """`verkauft der Konzern X der Fluggesellschaft Y`: whether the article of token i stands
        right behind a name, which has no genitive behind it."""
        low, end = self._document.tokens.low, self.end_of(before)
        if not 0 < end < i or low[end] != "der" or low[before - 1].endswith((*DAUGHTERS, *ASSETS)):
            return False
        flags = self._document.flags
        return all(flags[k] & (ADJ | CAP) for k in range(end + 1, i))

    def end_of(self, at: int) -> int:
        """The token behind the name of a company at token `at`; -1 where none stands."""
        return self._behind.get(self._document.tokens.begins[at], -1) if at >= 0 else -1

    def _describe(self, i: int, name: str, end: int) -> None:
        """How a company named at token i may be called later."""
        self.told.note(i, name, end)
        if i and self._document.tokens.low[i - 1].endswith(DAUGHTERS):
            self.daughters.add(name)
        if self._mothers:
            bought = self.roles.get("target", "")
            self.owners.mothers(self._document.tokens.low, i, name, bought, self.center.best)

    def _described_at(self, sentence: Sentence, i: int, found: list[Mention]) -> list[Mention]:
        tokens = self._document.tokens
        low, word = tokens.low[i], tokens.words[i]
        after = tokens.words[i + 1] if i + 1 < len(tokens.words) else ""
        if not found and means_both(tokens.low, i) and len(self._order) > 1:
            place = place_of(self._document, sentence, i + 1)
            main = most_named(self._order, tokens.begins[i])
            same = self.paragraph == sentence.paragraph
            last = [*dict.fromkeys(self.earlier)] if same else []
            pair = self.owners.pair or pair_of(main, last, self.dealing if same else set())
            return [Mention(n, place, i, bool(k)) for k, n in enumerate(pair)]
        if i == sentence.begin or not word[0].isupper() or after[:1].isupper():
            return []
        if not behind_article(self._document, sentence, i):
            return []
        name = self.told.by_place(low) if low.endswith(PEOPLE_ENDS) else ""
        name = name or self._headed_by(sentence, low, i)
        name = name or self._just_named(sentence, low, i, found)
        name = name or self._told_as(low, word)
        if not name and self._heads.get(low):
            name = self._heads[low]
            self._headed.add(i)
        stranger = "" if name else self._stranger(sentence, low, i)
        name = name or stranger
        if not name and demonym(low):
            named = self._names_in(self._clause(sentence, i), sentence.end)
            named |= {m.name for m in found}
            headed = set(self.earlier) if self.paragraph == sentence.paragraph - 1 else set()
            name = headed.pop() if len(headed) == 1 else self.center.best(named)
        name = name or self.roles.get(role_at(tokens.low, i), "")
        if not name and low in FIRMS and self.earlier:
            name = self._firm(low)
        behind = self._names_in(i, sentence.end) if low in FIRMS else set[str]()
        name = self.center.best(behind) if name in behind else name
        beside = [m for m in found if m.at >= self._clause(sentence, i)]
        here = {m.name for m in beside}
        if name in here and low in FIRMS and any(m.place in ("", "subj") for m in beside):
            return self._other_firm(sentence, i, here | behind)
        if not name or name in here:
            return []
        owner = stranger != "" and is_asset(low)
        return [Mention(name, OWNER if owner else place_of(self._document, sentence, i), i)]

    def _told_as(self, low: str, word: str) -> str:
        """The company that was called so; `der Konzern X` is the one by the way, not each time."""
        name = self.told.means(low, word)
        return name if low not in GENERIC or name in self.center.most_named else ""

    def _headed_by(self, sentence: Sentence, low: str, i: int) -> str:
        """`X: Der Konzern ...`: the company that heads the passage, for a kind or its people."""
        name, colon = heading(self._document, sentence, self._companies)
        word = self._document.tokens.words[i]
        kind = is_company_kind(word) and not low.endswith(OTHERS)
        people = demonym(low) or (nation(low) != "" and low.endswith(PEOPLE_ENDS))
        return name if name and i > colon and (kind or people) else ""

    def _just_named(self, sentence: Sentence, low: str, i: int, found: list[Mention]) -> str:
        """`X leidet. Der Konzern ...`: the one company that the sentence before is about, if it
        may be called so."""
        colon = next((p.begin for p in sentence.segments if p.mark == ":" and p.begin <= i), -1)
        if low in GENERIC and colon >= 0:
            names = self._names_in(sentence.begin, colon)
            return names.pop() if len(names) == 1 else ""
        framed = self._names_in(sentence.begin, i) if low in GENERIC else set()
        if len(framed) == 1 and not framed & {m.name for m in found}:
            return framed.pop()
        if self.paragraph != sentence.paragraph or not self.earlier:
            return ""
        if low not in GENERIC and not self.told.fits(self.earlier, low):
            return ""
        names = set(self.earlier) - self._names_in(sentence.begin, sentence.end)
        name = names.pop() if len(names) == 1 else ""
        return "" if low in GENERIC and name != self.center.best() else name

    def _stranger(self, sentence: Sentence, low: str, i: int) -> str:
        """`X hat Pech. Der Schreibwarenhändler ...`, `Die Franzosen ...`: the one company of the
        sentence before that is not called otherwise."""
        word = self._document.tokens.words[i]
        people = nation(low) != "" and low.endswith(PEOPLE_ENDS) and not is_company_kind(word)
        kind = is_company_kind(word) and low not in FIRMS and not low.endswith(OTHERS)
        kind = kind and place_of(self._document, sentence, i) in ("", "subj")
        if not people and not kind:
            return ""
        if people and self._document.tokens.low[i + 1 : i + 2] == ["von"]:
            return ""
        if people:
            here = self._names_in(sentence.begin, self._clause(sentence, i))
            if here:
                return here.pop() if len(here) == 1 else ""
        if self.paragraph != sentence.paragraph or self._document.tokens.low[i - 1] not in THE:
            return ""
        names = set(self.earlier) - self._names_in(sentence.begin, sentence.end)
        if kind and len(names) > 1:
            names = {name for name in names if not self.told.called(name)}
        return names.pop() if len(names) == 1 else ""

    def _clause(self, sentence: Sentence, i: int) -> int:
        return next((p.begin for p in sentence.segments if p.begin <= i < p.end), sentence.begin)

    def _names_in(self, begin: int, end: int) -> set[str]:
        """The companies that a range of tokens names."""
        span = self._document.tokens.span(begin, end)
        first = bisect_left(self._order, (span[0], ""))
        return {name for at, name in self._order[first : first + MOST_HERE] if at < span[1]}

    def _other_firm(self, sentence: Sentence, i: int, here: set[str]) -> list[Mention]:
        """`X hat das Unternehmen Y angeboten`: another one, since X would be `sich`."""
        if place_of(self._document, sentence, i) not in ("", "obj"):
            return []
        noun = self._document.tokens.low[i]
        name = self.center.best(here, lambda name: self.told.may_be(name, noun))
        return [Mention(name, "obj", i)] if name else []

    def _firm(self, low: str) -> str:
        """`das Unternehmen`: the one for which somebody just spoke, else that the passage is about,
        no bank and no fund."""
        name = self.center.nearest(lambda name: self.told.fits([name], low))
        spoken = self.center.spoken if not name and low in GENERIC else ""
        if spoken and self.told.may_be(spoken, low):
            return spoken
        # of those named here, `der Konzern` is the `Getränkekonzern`
        return name or self.center.best(fits=lambda name: self.told.may_be(name, low))


_MOTHERS = Kind.of(ends=MOTHERS)
