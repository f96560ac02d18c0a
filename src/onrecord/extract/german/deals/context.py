"""Which company a sentence means without naming it: pronouns, descriptions, who speaks."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence

from onrecord.extract.german.deals.assets import is_asset
from onrecord.extract.german.deals.halves import Halves
from onrecord.extract.german.deals.parties import OWNER, Mention
from onrecord.extract.german.deals.placing import FIRMS, behind_article, place_of
from onrecord.extract.german.deals.reading import Reader
from onrecord.extract.german.deals.spokespeople import family, led
from onrecord.extract.german.grammar.document import Document, Sentence
from onrecord.extract.german.grammar.flags import CAP, DET, FINITE, PREP, SUBCONJ
from onrecord.extract.german.names.kinds import COMPANY_KIND, is_company_kind
from onrecord.extract.records import Entity, Office, Quote
from onrecord.extract.tokens import Kind

OWN = frozenset("wir uns".split())
"""What a speaker calls the company spoken for."""
SAME = frozenset("er sie es".split())
SHOWN = frozenset("dieser diese dieses letzterer letztere letzteres jener jene".split())
POINTING = frozenset("diese dieses diesen diesem dieser".split())
AFFECTED = frozenset("ihm ihnen ihn".split())
LATTER = frozenset("letzteren letztere letzteres".split())
UNDERGOING = [["ihn"], ["sie"], ["es"]]
AUXILIARIES = frozenset("hat hatte habe will wollte wolle möchte soll sollte wird werde".split())
NOBODY = frozenset("gegeben gelungen gekommen geheißen gegangen geben gehen sich mehrere".split())
""" `es hat Gespräche gegeben`: nobody acts."""
OTHERS = (
    "konkurrent", "konkurrenten", "rivale", "rivalen", "partner", "partners", "kunde", "kunden",
    "investor", "investors", "käufer", "tochter", "mutter", "wettbewerber", "wettbewerbers",
    "lieferant", "lieferanten", "bieter", "verkäufer", "händler", "haus", "hause", "bank", "banken",
    "aktionär", "gesellschafter", "geldgeber", "kasse", "marke", "dienst", "eigentümer", "eigner",
    "bietern", "kunden", "konkurrenten", "partnern", "investoren", "käufern", "lieferanten",
    "interessenten", "abnehmern", "gesellschaftern", "aktionären", "eigentümern", "geldgebern",
    "besitzer", "gläubiger", "abnehmer", "auftraggeber", "gemeinschaftsunternehmen",
)  # fmt: skip
"""Kinds of company that mean somebody else than the one just named."""
HOUSES = ("systemhaus", "softwarehaus", "modehaus", "möbelhaus", "autohaus", "versandhaus",
          "handelshaus", "verlagshaus", "bankhaus", "traditionshaus", "pharmahaus")  # fmt: skip
PROJECTS = frozenset("projekt betrieb start-up startup".split())
"""What stands for the company that a text is about, too."""
INHOUSE = (
    "chef", "chefin", "vorstand", "vorständin", "vorsitzende", "vorsitzender", "sprecher",
    "sprecherin", "gründer", "gründerin", "direktor", "direktorin", "präsident", "präsidentin",
    "geschäftsführer", "geschäftsführerin", "ceo", "cfo", "coo", "cto", "leiter", "leiterin",
    "inhaber", "inhaberin", "eigner", "eignerin", "patriarch", "verleger", "verlegerin",
    "eigentümer", "eigentümerin",
)  # fmt: skip
"""Offices that are held at the company that a text is about, where it names no other one."""
EXPLETIVE = [[word] for word in "ist war sei gibt gab gebe geht ging handelt kommt kam".split()]
"""`es gibt`, `es geht um`: nobody is meant."""
COUPLE = 2
LEAST = 2
"""A name and a verb stand before the pronoun of what is done to."""
FOR_SALE = (
    "verkauf",
    "veräußer",
    "geht",
    "gehen",
    "ging",
    "eigentümer",
    "besitzer",
    "bieter",
    "käufer",
)
OPEN_FOR = 2
"""So many sentences behind it a buyer is named, if at all."""
NearQuotes = Callable[[int, int], list[Quote]]


class Context:
    """What a text said before: whom its pronouns and descriptions mean."""

    def __init__(
        self,
        document: Document,
        reader: Reader,
        entities: Sequence[Entity],
        offices: Sequence[Office],
        near: NearQuotes,
        asked: str = "",
    ) -> None:
        self._document, self._reader, self._near = document, reader, near
        self._companies = frozenset(e.name for e in entities if e.kind == "company")
        self._people = sorted((m[0], e.name) for e in entities if e.kind == "person"
                              for m in e.mentions)  # fmt: skip
        self._employers = {office.person: office.company for office in offices}
        people = (bisect_left(document.tokens.begins, begin) for begin, _ in self._people)
        self._telling = sorted({*document.tokens.where(_MEANING), *people})
        befores = ((bisect_left(document.tokens.begins, begin), p) for begin, p in self._people)
        low = document.tokens.low
        self._inhouse = frozenset(p for at, p in befores if at and low[at - 1].endswith(INHOUSE))
        """People who are named with an office, or as an owner, and with no company."""
        self._employers |= led(document, reader, self._people, self._employers)
        self._employers |= family(entities, self._people, self._employers)
        self._asked = self._employers.get(asked, "")
        self._speaking = self._speakers()
        """Whose spokesman speaks in a sentence, by its number."""
        self.subject = ""
        self._couple: tuple[str, ...] = ()
        self._paragraph = -1
        """The two companies that were the subject of the sentence before, together."""
        self.halves = Halves(reader.center)
        self._open, self._opened = "", -OPEN_FOR

    def _speakers(self) -> dict[int, str]:
        """The company of the person who speaks first in a sentence."""
        tokens, sentences = self._document.tokens, self._document.sentences
        starts, found = [tokens.begins[s.begin] for s in sentences], dict[int, str]()
        for quote in self._near(0, len(tokens.text)):
            for begin, _ in quote.quote if quote.holder in self._employers else ():
                number = bisect_right(starts, begin) - 1
                if number >= 0 and begin < tokens.ends[sentences[number].end - 1]:
                    found.setdefault(number, self._employers[quote.holder])
        return found

    def note(self, sentence: Sentence, mentions: list[Mention], told: bool) -> None:
        """Remembers which company the sentence was about, and whether it is for sale; `told`: the
        sentence told a deal."""
        tokens, self._couple = self._document.tokens, ()
        if not mentions:
            if not sentence.kinds & _SAME.bit:
                self.subject = ""
            return
        names = {m.name for m in mentions}
        if len(names) == COUPLE:
            subjects = [m for m in mentions if m.place in ("", "subj")]
            joint = len(subjects) == COUPLE and subjects[-1].joined
            self._couple = tuple(m.name for m in subjects) if joint else ()
        if not told and len(names) == 1 and sentence.kinds & _FOR_SALE.bit:
            self._open, self._opened = mentions[0].name, sentence.number
        begin = tokens.begins[sentence.begin]
        acting = (n for n, m in enumerate(mentions) if m.place in ("", "subj"))
        first = next((mentions[n] for n in acting if not self._owns(mentions[n:])), None)
        if first is None and self.subject and self._paragraph == sentence.paragraph:
            return
        self._paragraph = sentence.paragraph
        first = first or mentions[0]
        at = tokens.begins[first.at] if first.at >= 0 else begin
        person = self._person_in(begin, at)
        self.subject = self._employers.get(person, "") if person else first.name

    def _owns(self, mentions: list[Mention]) -> bool:
        """`Volantas Konkurrent Merriton`: the first only tells whose the second is."""
        word = self._document.tokens.words[mentions[0].at]
        near = len(mentions) > 1 and 0 < mentions[1].at - mentions[0].at <= COUPLE
        return near and word.endswith(("s", "’")) and not mentions[0].name.endswith(word)

    def for_sale(self, number: int) -> str:
        """The company that was just told to be for sale, before sentence `number`."""
        whole = self.halves.on_sale(number)[1]
        return whole or (self._open if number - self._opened <= OPEN_FOR else "")

    def _person_at(self, offset: int) -> str:
        """The person who is named at an offset."""
        first = bisect_left(self._people, (offset, ""))
        here = self._people[first : first + 1]
        return here[0][1] if here and here[0][0] == offset else ""

    def _person_in(self, begin: int, end: int) -> str:
        first = bisect_left(self._people, (begin, ""))
        if first < len(self._people) and self._people[first][0] < end:
            return self._people[first][1]
        return ""

    def stands_for(self, name: str) -> str:
        """The company for which a person talks, where one is known; else the name itself."""
        firm = self._employers.get(name, "")
        return firm or (self._reader.center.best() if name in self._inhouse else "") or name

    def both(self, sentence: Sentence) -> list[Mention]:
        """`X und Y kooperieren. Dazu gründen sie ...`: both of them."""
        if not self._couple:
            return []
        flags, low = self._document.flags, self._document.tokens.low
        for i in self._document.tokens.among(_SAME, sentence.begin, sentence.end):
            beside = (i - 1 if i > sentence.begin else i + 1, i + 1)
            plural = any(
                k < len(low) and flags[k] & FINITE and low[k].endswith("n") for k in beside
            )
            if low[i] == "sie" and plural:
                return [Mention(n, "subj", i, bool(k)) for k, n in enumerate(self._couple)]
        return []

    def meant(self, sentence: Sentence, named: list[Mention]) -> list[Mention]:
        """The named companies and the one that a pronoun or a description means, in order."""
        names = {m.name for m in named}
        first = bisect_left(self._telling, sentence.begin)
        for i in self._telling[first : bisect_left(self._telling, sentence.end, first)]:
            if i in self._reader.read_at:
                continue
            other = self._meant_at(sentence, i, names)
            if (
                other is not None
                and other.name
                and other.name not in names
                and self._beside(sentence, i, named)
            ):
                found = [*named, other, *self._undergoing(sentence, other, names)]
                return sorted(found, key=lambda m: m.at)
        return named

    def _undergoing(self, sentence: Sentence, acting: Mention, names: set[str]) -> list[Mention]:
        """`X kaufte Y. Später verkaufte er ihn an Z`: whom a pronoun right behind the one that
        acts means, Y."""
        low, i = self._document.tokens.low, acting.at
        if acting.place != "subj" or low[i] not in SAME:
            return []
        if low[sentence.begin] in LATTER and self._reader.earlier:
            last = self._reader.earlier[-1]
            fits = last != acting.name and last not in names
            return [Mention(last, "obj", sentence.begin)] if fits else []
        if low[i + 1 : i + 2] not in UNDERGOING:
            return []
        others = set(self._reader.earlier) - {acting.name, *names}
        return [Mention(others.pop(), "obj", i + 1)] if len(others) == 1 else []

    def alone(self, sentence: Sentence) -> Mention | None:
        """The company that acts in a sentence that names none."""
        first = bisect_left(self._telling, sentence.begin)
        for i in self._telling[first : bisect_left(self._telling, sentence.end, first)]:
            found = self._meant_at(sentence, i, set())
            if found is not None and found.name and found.place in ("", "subj"):
                return found
        return None

    def _beside(self, sentence: Sentence, i: int, named: list[Mention]) -> bool:
        """Whether token i stands in a clause with a company that is named."""
        inside = self._document.inside
        part = next((p for p in sentence.segments if p.begin <= i < p.end), None)
        return part is not None and any(
            part.begin <= m.at < part.end and inside[m.at] == inside[i] for m in named
        )

    def _meant_at(self, sentence: Sentence, i: int, named: set[str]) -> Mention | None:
        tokens, low = self._document.tokens, self._document.tokens.low[i]
        if low in OWN or low == "man":
            firm = self._firm_at(tokens.begins[i])
            place = "subj" if low != "uns" else place_of(self._document, sentence, i) or "dat"
            return Mention(firm, place, i) if firm else None
        if low in ("sie", "ihnen") and tokens.words[i][0].isupper() and i > sentence.begin:
            place = "subj" if low == "sie" else place_of(self._document, sentence, i)
            place = "obj" if low == "sie" and self._undergoes(sentence, i) else place
            return Mention(self._asked, place, i) if self._asked else None
        if low in SHOWN and i == sentence.begin and self._is_subject(sentence, i):
            last = self._reader.earlier[-1] if self._reader.earlier else ""
            return Mention(last, "subj", i) if last else None
        shown = (
            low in POINTING
            and i > sentence.begin
            and bool(self._document.flags[i - 1] & PREP)
            and i + 1 < sentence.end
            and bool(self._document.flags[i + 1] & FINITE)
        )
        if (low in AFFECTED or shown) and not tokens.words[i][0].isupper():
            place = place_of(self._document, sentence, i)
            place = place or ("obj" if low == "ihn" else "dat")
            return Mention(self.subject, place, i) if self.subject else None
        if low == "es" and i > sentence.begin and self._acts(sentence, i):
            subject = self._referent(low, i)
            return Mention(subject, "subj", i) if subject else None
        if low in SAME:
            if self._acted_on(sentence, i):
                return self._object(sentence, i)
            subject = self._referent(low, i) if self._is_subject(sentence, i) else ""
            return Mention(subject, "subj", i) if subject else None
        if not tokens.words[i][0].isupper():
            return None
        person = self._person_at(tokens.begins[i])
        if person and place_of(self._document, sentence, i) in ("", "subj"):
            firm = self._employers.get(person, "")
            firm = firm or (self._reader.center.best() if person in self._inhouse else "")
            return Mention(firm, "subj", i) if firm else None
        if i == sentence.begin:
            return None
        if not is_company_kind(tokens.words[i]) and low not in PROJECTS:
            return None
        after = tokens.words[i + 1] if i + 1 < len(tokens.words) else ""
        if (low.endswith(OTHERS) and not low.endswith(HOUSES)) or after[:1].isupper():
            return None
        if not behind_article(self._document, sentence, i):
            return None
        name = self.subject if low in FIRMS and self.subject else self._reader.center.best()
        place = place_of(self._document, sentence, i)
        place = OWNER if is_asset(low) and place != "für" else place
        bought = self._reader.roles.get("target", "")
        too = "auch" in tokens.low[sentence.begin : i]
        too = too or (bought in self._reader.dealing and self._reader.dealing.isdisjoint(named))
        behind = any(sentence.begin <= k < i for k in self._reader.read_at)
        if bought and too and behind and place not in ("subj", OWNER):
            # `auch X bot für das Unternehmen`, `Z hatte die Kette 2019 gekauft`
            return Mention(bought, place or "obj", i)
        return Mention(name, place, i)

    def _referent(self, low: str, i: int) -> str:
        """Whom a pronoun means: the subject of the sentence before, if it is of that gender, else
        the one company of the sentence before that is."""
        genders = self._reader.told.genders(self.subject)
        if not self.subject or not genders or low in genders:
            return self.subject
        flags, tokens = self._document.flags, self._document.tokens
        beside = next(
            (k for k in (i - 1, i + 1) if k < len(flags) and flags[k] & (FINITE | CAP) == FINITE), i
        )
        if low == "sie" and tokens.low[beside].endswith(("n", "sind")):
            return self.subject
        fitting = {n for n in self._reader.earlier if low in self._reader.told.genders(n)}
        return fitting.pop() if len(fitting) == 1 else self.subject

    def _object(self, sentence: Sentence, i: int) -> Mention | None:
        """`X sucht einen Käufer für Y. Z übernimmt sie`: what is for sale, else whom the sentence
        before was about."""
        seller, whole = self.halves.on_sale(sentence.number)
        if whole or seller:
            return Mention(whole or seller, "obj" if whole else OWNER, i)
        name = self._referent(self._document.tokens.low[i], i)
        return Mention(name, "obj", i) if name else None

    def _acts(self, sentence: Sentence, i: int) -> bool:
        """`hatte es bereits die Kette X gekauft`: `es` for the firm, not for nobody."""
        tokens, flags = self._document.tokens, self._document.flags
        part = next((p for p in sentence.segments if p.begin <= i < p.end), None)
        if part is None or tokens.low[i - 1] not in AUXILIARIES:
            return False
        words = tokens.low[i + 1 : part.end]
        return bool(flags[part.end - 1] & CAP == 0) and NOBODY.isdisjoint(words)

    def pronoun(self, sentence: Sentence, i: int) -> bool:
        """Whether token i is a pronoun that acts."""
        return self._document.tokens.low[i] in SAME and self._is_subject(sentence, i)

    def _is_subject(self, sentence: Sentence, i: int) -> bool:
        """`Sie übernimmt`, `übernimmt sie`: right beside the finite verb."""
        flags, n = self._document.flags, len(self._document.flags)
        low = self._document.tokens.low
        if low[i] == "es" and (
            low[i + 1 : i + 2] in EXPLETIVE if i == sentence.begin else not self._of_it(i)
        ):
            return False
        if i + 1 < n and self._document.tokens.low[i + 1] in SAME:
            return False
        if low[i] != "es" and i > sentence.begin and flags[i - 1] & SUBCONJ:
            return True
        beside = (i - 1 if i > sentence.begin else i + 1, i + 1)
        near = any(k < n and flags[k] & FINITE and not flags[k] & CAP for k in beside)
        return near and not self._acted_on(sentence, i)

    def _of_it(self, i: int) -> bool:
        """`Im Mai übernahm es den Rivalen`: whether `es` acts, for a firm that may be called so."""
        flags, low = self._document.flags, self._document.tokens.low
        verb = low[i - 1]
        acts = flags[i - 1] & FINITE and verb not in AUXILIARIES and [verb] not in EXPLETIVE
        if not acts or not any(flags[k] & DET for k in range(i + 1, min(i + 2, len(flags)))):
            return False
        return "es" in self._reader.told.genders(self.subject)

    def _acted_on(self, sentence: Sentence, i: int) -> bool:
        """`X übernimmt sie`: whether a company acts right before the verb before token i."""
        part = next((p for p in sentence.segments if p.begin <= i < p.end), None)
        if part is None or i - part.begin < LEAST or not self._document.flags[i - 1] & FINITE:
            return False
        last = max((k for k in self._reader.read_at if part.begin <= k < i), default=-1)
        return last >= 0 and self._reader.end_of(last) == i - 1 and self._nominative(sentence, last)

    def _undergoes(self, sentence: Sentence, i: int) -> bool:
        """`dass die Reederei X Sie kaufen will`: whether a company acts right before `Sie`."""
        last = max((k for k in self._reader.read_at if sentence.begin <= k < i), default=-1)
        return last >= 0 and self._reader.end_of(last) == i and self._nominative(sentence, last)

    def _nominative(self, sentence: Sentence, at: int) -> bool:
        return place_of(self._document, sentence, at) in ("", "subj")

    def _firm_at(self, offset: int) -> str:
        """The company that the speaker of the words at an offset stands for."""
        for quote in self._near(offset, offset + 1):
            for begin, end in quote.quote:
                if begin <= offset < end:
                    return self._firm_of(quote)
        return ""

    def _firm_of(self, quote: Quote) -> str:
        if quote.holder in self._companies:
            return quote.holder
        if quote.holder in self._employers:
            return self._employers[quote.holder]
        return self._reader.topic() if quote.holder in self._inhouse else ""


_PRONOUNS = OWN | SAME | SHOWN | AFFECTED | POINTING | {"man"}
_NOUNS = Kind.any(COMPANY_KIND, Kind.of(PROJECTS, placed=False), large=True, placed=False)
"""What may stand for a company."""
_MEANING = Kind.any(_NOUNS, Kind.of(_PRONOUNS, placed=False))
_SAME = Kind.of(SAME)


_FOR_SALE = Kind.of(starts=FOR_SALE, placed=False)
"""What says that something changes hands, to whom it may not say."""
