"""Who answers for a quotation: its speaker's name, resolved through pronouns and descriptions."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence

from onrecord.extract.records import Entity, Quote, Span

PRONOUNS = frozenset("he she it they er sie man es ihm ihr ihn der die dieser diese jener".split())
RELATIVES = frozenset("der die das welcher welche welches".split())
ANONYMOUS = (
    "insider", "kreise", "personen", "kenner", "vernehmen", "medienbericht", "eingeweiht",
    "gerücht",
    "vertraut", "quelle", "pressebericht", "berichten", "anonym", "beobachter",

)  # fmt: skip
UNNAMED = ("insider", "personen", "eingeweiht", "vertraut", "branchenkenner", "kreise")
SEVERAL = ("die Unternehmen", "beide ", "Beide ", "the two ", "both ")
UNNAMED_WORDS = frozenset("person people source sources".split())
UNNAMED_HERE = (
    "familiar\nwith\nthe", "close\nto\nthe", "briefed\non", "not\nto\nbe\nnamed",
    "not\nto\nbe\nidentified", "condition\nof\nanonymity", "with\nknowledge\nof",
)  # fmt: skip
"""`two bankers familiar with the situation`."""
MEDIUM_WORDS = tuple("blatt zeitung magazin sender portal agentur zeitschrift".split())
PAPERS = frozenset(
    (*"paper newspaper magazine broadcaster outlet newswire".split(), "news agency", "news site")
)
"""Behind `the`: the medium named last."""
REPORT_WORDS = ("bericht", "berichts", "meldung", "artikel")
POSSESSIVE = ("seiner", "seinen", "seinem", "ihrer", "ihren", "ihrem")
BEHIND = (", which ", ", who ", ", whose ", ", citing ", ", quoting ")
"""`the fund X, which bought a stake in Y`, `X, citing people`: what stands behind names others."""
RECENT = 8
"""So many places of what was said are looked at."""
OWN_REACH = 60
"""So far behind its spokesman a company is named that is his own, in characters."""
BESIDE = frozenset(
    """von vom mit an am für bei beim durch gegen über zu zum zur des der den dem of with by from to
    for in the at on""".split()
)
FORMER = ("früher", "ehemalig", "einstig", "vormalig", "former", "ex-", "erstwhile", "onetime")
"""Who left a company does not speak for it."""
APPOSED = (", a ", ", an ", ", one of ", ", ein ", ", eine ", ", einer der ", ", eines der ")
"""What stands behind a name tells what it is, perhaps by another name."""
FIRM_WORDS = tuple(
    """häuser seiten company companies group firm spokesman spokeswoman unternehmen konzern firma
    gesellschaft sprecher sprecherin hersteller mitteilung pressemitteilung haus bank
    vorstand management anbieter stellungnahme bauer händler verwaltung seite fonds institut
    erklärung""".split()
)


class Holders:
    """Resolves speakers against the entities of one text."""

    def __init__(
        self, text: str, entities: Sequence[Entity], subjects: Mapping[int, Span] | None = None
    ) -> None:
        self._text = text
        self._subjects = subjects or {}
        self._mentions = sorted([(m, e.kind, e.name) for e in entities for m in e.mentions])
        self._starts = [m[0][0] for m in self._mentions]
        self._people = {e.name: e.mentions for e in entities if e.kind == "person"}
        self._sexes: dict[str, str] = {}
        self.said: list[Span] = []
        """Where the words are that were said before: who is named in them is no subject there."""

    def named_in(self, begin: int, end: int, kinds: tuple[str, ...]) -> list[tuple[Span, str]]:
        """(mention, name) of the entities of these kinds inside a range."""
        first = bisect_right(self._starts, begin - 1)
        found = []
        for span, kind, name in self._mentions[first : bisect_left(self._starts, end, first)]:
            if kind in kinds and span[1] <= end:
                found.append((span, name))
        return found

    def before(self, offset: int, kinds: tuple[str, ...], reach: int = 600) -> str:
        """The name of the nearest entity of these kinds before an offset."""
        return next((name for _, name in self._back(offset, kinds, reach)), "")

    def _back(
        self, offset: int, kinds: tuple[str, ...], reach: int = 600
    ) -> Iterator[tuple[Span, str]]:
        """(mention, name) of the entities of these kinds before an offset, the nearest first."""
        last = bisect_right(self._starts, offset - 1)
        for span, kind, name in reversed(self._mentions[max(0, last - 40) : last]):
            if span[0] < offset - reach:
                return
            if kind in kinds:
                yield span, name

    def resolve(self, quote: Quote, earlier: str) -> str:
        """The holder's name; `earlier` is who spoke before, for pronouns."""
        if not quote.speaker:
            return earlier if quote.type == "IndirectFreeIndirect" else ""
        begin, end = quote.speaker[0]
        if begin not in self._subjects:
            return self._name_of(begin, end, earlier)
        begin, end = self._subjects[begin]
        name = self._name_of(begin, end, earlier) if end > begin else earlier
        return name or self._text[begin:end]

    def _name_of(self, begin: int, end: int, earlier: str) -> str:
        end = next((k for m in BEHIND if (k := self._text.find(m, begin, end)) > begin), end)
        people = self.named_in(begin, end, ("person",))
        if people:
            return people[0][1]
        end = self._before_apposition(begin, end)
        words = self._text[begin:end].lower().split()
        if not words:
            return ""
        last = [word.strip(".,") for word in words]
        if any(w.startswith(UNNAMED) or w.endswith("kenner") or w in UNNAMED_WORDS for w in last):
            return "anonymous"
        joined = "\n".join(last)
        if any(map(joined.__contains__, UNNAMED_HERE)):
            return "anonymous"
        if any(map(joined.__contains__, ANONYMOUS)) and not self._media(begin, end):
            return "anonymous"
        if any(word.startswith(FORMER) for word in last[:2]):
            return self._text[begin:end]
        named = self.named_in(begin, end, ("company", "medium"))
        if named:
            return named[-1][1] if "von" in last or len(named) > 1 else named[0][1]
        if len(words) == 1 and words[0] in RELATIVES and self._text[:begin].rstrip().endswith(","):
            return self._antecedent(begin) or earlier
        if len(words) == 1 and words[0] in PRONOUNS:
            return self._pronoun(words[0], begin, earlier)
        if any(word.endswith(REPORT_WORDS) for word in last) and not named:
            medium = self.before(begin, ("medium",), 1200) or self._behind(end, ("medium",))
            return medium or self._text[begin:end]
        if any(word.endswith(MEDIUM_WORDS) for word in last):
            return self.before(begin, ("medium",)) or self._text[begin:end]
        if words[0] == "the" and " ".join(last[1:]) in PAPERS:
            return self.before(begin, ("medium",)) or self._text[begin:end]
        if words[0] in POSSESSIVE:
            return self.before(begin, ("person",)) or self.before(begin, ("company",))
        if any(word.endswith(FIRM_WORDS) for word in last):
            return self._firm(begin, earlier) or self._text[begin:end]
        return self._text[begin:end]

    def _before_apposition(self, begin: int, end: int) -> int:
        """Where `X` ends in `X, a rival of Y`."""
        at = min((k for m in APPOSED if (k := self._text.find(m, begin, end)) > begin), default=end)
        return at if self.named_in(begin, at, ("company", "medium")) else end

    def _behind(self, offset: int, kinds: tuple[str, ...], reach: int = 300) -> str:
        """The nearest entity of these kinds behind an offset."""
        return next((name for _, name in self.named_in(offset, offset + reach, kinds)), "")

    def _firm(self, begin: int, earlier: str) -> str:
        """`das Unternehmen`: who spoke before in the paragraph, else whom it is mostly about."""
        start = self._text.rfind("\n\n", 0, begin) + 1
        here = self.named_in(start, begin, ("company",))
        if here and self._text.startswith(
            ("die Unternehmen", "beide ", "Beide ", "the two ", "both "), begin
        ):
            return here[0][1]
        if earlier and any(name == earlier for _, name in here):
            return earlier
        if not here and (own := self._own(begin)):
            return own
        counts: dict[str, int] = {}
        for _, name in here:
            counts[name] = counts.get(name, 0) + 1
        if counts:
            return max(counts, key=lambda name: counts[name])
        return self.before(begin, ("company",))

    def _own(self, begin: int) -> str:
        """`Einem Sprecher zufolge rechnet X ...`, at the beginning of a paragraph: the company that
        the sentence is about, unless a preposition stands before it."""
        for (at, _), name in self.named_in(begin, begin + OWN_REACH, ("company",)):
            between = self._text[begin:at]
            last = between.split()[-1:] or [""]
            return "" if re.search("[.!?\n]", between) or last[0].lower() in BESIDE else name
        return ""

    def _media(self, begin: int, end: int) -> bool:
        return bool(self.named_in(begin, end, ("medium",)))

    def _antecedent(self, begin: int) -> str:
        """`X, der sagte`: what stands before the comma."""
        start = max(0, begin - 80)
        before = self._text[start:begin].rstrip(" ,\n")
        phrase = before[max(before.rfind(mark) for mark in ".!?;:,„(") + 1 :].strip()
        place = self._text.rfind(phrase, start, begin)
        named = self.named_in(place, begin, ("person", "company", "medium"))
        if named:
            return named[-1][1]
        if any(stem in phrase.lower() for stem in ANONYMOUS):
            return "anonymous"
        return " ".join(phrase.split()[-4:])

    def _pronoun(self, word: str, begin: int, earlier: str) -> str:
        if word == "man":
            return earlier or self.before(begin, ("company",))
        if word in ("es", "it"):
            return self.before(begin, ("medium", "company")) or earlier
        return self._somebody(_SEX.get(word, ""), begin, earlier)

    def _somebody(self, sex: str, begin: int, earlier: str) -> str:
        """The person named last who may be meant, outside of what was said, else inside of it."""
        near = self._back(begin, ("person",))
        fits = [(span, name) for span, name in near if self._sex_of(name) in ("", sex)]
        outside = (name for span, name in fits if not any(b <= span[0] < e for b, e in self.said))
        return next(outside, "") or next((name for _, name in fits), "") or earlier

    def _sex_of(self, name: str) -> str:
        """`m` or `f` where the text says so: `Herr X`, `Vorstandschefin X`, `spokeswoman X`."""
        if name not in self._sexes:
            words = (
                self._text[max(0, span[0] - TITLE_REACH) : span[0]]
                .rstrip()
                .rpartition(" ")[2]
                .lower()
                .strip(".,(")
                for span in self._people.get(name, ())
            )
            told = {sex for word in words for sex, ends in _TOLD.items() if word.endswith(ends)}
            self._sexes[name] = told.pop() if len(told) == 1 else ""
        return self._sexes[name]


_SEX = {"he": "m", "er": "m", "ihm": "m", "ihn": "m", "she": "f", "sie": "f"}
_TOLD = {
    "f": ("chefin", "ministerin", "präsidentin", "sprecherin", "gründerin", "leiterin", "analystin",
          "direktorin", "vorständin", "kanzlerin", "senatorin", "beraterin", "anwältin", "frau",
          "mrs", "ms", "spokeswoman", "chairwoman", "lady", "dame", "verwalterin", "rätin"),
    "m": ("chef", "minister", "präsident", "sprecher", "gründer", "leiter", "analyst", "direktor",
          "kanzler", "senator", "berater", "anwalt", "herr", "mr", "spokesman", "chairman", "sir",
          "lord", "verwalter"),
}  # fmt: skip
"""What stands before a name. English offices are the same for both."""
TITLE_REACH = 40


def _held(quote: Quote, holder: str) -> Quote:
    return Quote(
        quote.type,
        quote.quote,
        quote.speaker,
        quote.cue,
        quote.frame,
        quote.addressee,
        quote.source,
        holder,
    )


def with_holders(
    text: str,
    quotes: Sequence[Quote],
    entities: Sequence[Entity],
    subjects: Mapping[int, Span] | None = None,
) -> tuple[Quote, ...]:
    """The quotations with `holder` filled in; `subjects`: where a speaker's phrase begins that
    means the subject of its clause → where this stands."""
    holders = Holders(text, entities, subjects)
    found: list[Quote] = []
    earlier = ""
    for quote in quotes:
        name = holders.resolve(quote, earlier)
        if name:
            earlier = name
        found.append(_held(quote, name) if name != quote.holder else quote)
        if quote.type != "Reported":
            holders.said = [*holders.said[-RECENT:], *quote.quote]
    return tuple(found)
