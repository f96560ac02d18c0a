"""Who plays which part in a deal told before: `Auftraggeber ist X`, `Als Käufer gilt Y`."""

from bisect import bisect_right

from onrecord.extract.german.deals.context import Context
from onrecord.extract.german.deals.parties import Mention
from onrecord.extract.german.deals.predicatives import COUNTING, STATES, part_of
from onrecord.extract.german.deals.traits import Wording
from onrecord.extract.german.deals.words import WARES
from onrecord.extract.german.grammar.document import Sentence
from onrecord.extract.german.grammar.flags import ADJ, CAP, DET, PREP, REL
from onrecord.extract.german.grammar.verbs import SPOKEN
from onrecord.extract.records import Party
from onrecord.extract.tokens import Kind

COPULAS = Kind.of(
    "ist sind war waren sei seien gilt gelten gelte könnte könnten".split() + sorted(COUNTING)
)
PLAYED = (
    "verkäufer",
    "käufer",
    "kaufinteress",
    "interess",
    "lead",
    "ankerinv",
    "alt",
    "bestandsinv",
    "mitbiet",
)
"""Beginnings of those that say so before a name, too: `der Käufer X`, not `der Kunde X`."""
OPENING = 8
"""`Partner in China ist`: the copula is one of so many first tokens."""
BARE = ("", "subj", "obj", "dat")
FORMER = ("bisherig", "früher", "ehemalig", "alt")
UNTIL_NOW = frozenset("bisher bislang".split())
NEW = ("neu", "künftig")
ACTOR_REACH = 8
"""A word that says what a company does stands no further before its name, in tokens."""
LATE = 2
"""A relative clause has its verb among so many last tokens."""


class Playing(Context):
    """Finds them, with the other side from what the text said before."""

    def _number(self, token: int) -> int:
        return bisect_right(self._document.sentences, token, key=lambda s: s.begin) - 1

    def acting(
        self, sentence: Sentence, mentions: list[Mention]
    ) -> tuple[str, tuple[Party, ...]] | None:
        """`Auftraggeber ist X`, `Investoren sind X und Y`: who does what in the deal before."""
        low, begin = self._document.tokens.low, sentence.begin
        last = min(begin + OPENING, sentence.end - 1, mentions[0].at)
        verbs = self._document.tokens.among(COPULAS, begin + 1, last)
        verb = verbs[0] if verbs else begin
        at = next((i for i in range(begin, verb) if self._document.flags[i] & CAP
                   and part_of(low[i]) is not None), -1)  # fmt: skip
        held = part_of(low[at]) if at >= 0 else None
        if held is None or not self._as_one(begin, at, verb):
            return None
        mentions = [m for m in mentions if not self._source(sentence, verb, m.at)] or mentions
        before = low[begin:at]
        if low[at].removesuffix("in").endswith(STATES):
            until_now = not UNTIL_NOW.isdisjoint(low[verb : mentions[0].at])
            if until_now or any(w.startswith(FORMER) for w in before):
                held = "acquisition", "seller", "target"
            elif not any(w.startswith(NEW) for w in before):
                return None
        named = [m for m in mentions if not self._relative(sentence, m.at)]
        if not named:
            return None
        beside = {m.name for m in mentions if m.place in BARE} - {m.name for m in named}
        if held[0] == "supply" and len(beside) == 1 and len({m.name for m in named}) == 1:
            return held[0], (Party(named[0].name, held[1]), Party(beside.pop(), held[2]))
        return self._held(held, named, low[at])

    def _as_one(self, begin: int, at: int, verb: int) -> bool:
        """Whether all words up to the verb are one phrase around a noun: `Partner in China`."""
        low, flags = self._document.tokens.low, self._document.flags
        behind = at + 1 == verb or bool(flags[at + 1] & (PREP | DET))
        counted = low[verb] in COUNTING
        if counted != (low[begin] == "zu"):
            return False  # `Zu den Kunden zählt X`
        return behind and not any(flags[i] & PREP for i in range(begin + counted, at))

    def _source(self, sentence: Sentence, verb: int, at: int) -> bool:
        """`Auftraggeber ist X, wie Y mitteilte`, `..., sagte Y`: who says it plays no part."""
        part = next((p for p in sentence.segments if p.begin <= at < p.end), None)
        if part is None or part.begin <= verb:
            return False
        opening = self._document.tokens.low[part.begin]
        return opening == "wie" or opening in SPOKEN

    def _relative(self, sentence: Sentence, at: int) -> bool:
        """Whether token `at` stands in a relative clause: `die ihre Waren auf X umstellt`."""
        part = next((p for p in sentence.segments if p.begin <= at < p.end), None)
        if part is None or part.mark != "," or not self._document.flags[part.begin] & REL:
            return False
        return self._document.finite(part.begin, part.end) >= part.end - LATE

    def called(
        self, sentence: Sentence, mentions: list[Mention]
    ) -> tuple[str, tuple[Party, ...]] | None:
        """`Als Käufer gilt X`, `mit dabei sind die Altgesellschafter X und Y`: the same, told by
        the noun before the names, or by `als`."""
        tokens = self._document.tokens
        first = max(sentence.begin, mentions[0].at - ACTOR_REACH)
        if "darunter" in tokens.low[first : mentions[0].at]:
            first = sentence.begin
        for i in range(mentions[0].at - 1, first - 1, -1):
            low = tokens.low[i]
            held = part_of(low) if tokens.words[i][0].isupper() and low.startswith(PLAYED) else None
            if held is None:
                continue
            near = mentions[0].at - i <= 1 or self._apposed(i, mentions[0].at)
            as_one = "als" in tokens.low[max(sentence.begin, i - 3) : i]
            as_one = as_one or "darunter" in tokens.low[i : mentions[0].at]
            return self._held(held, mentions, low) if near or as_one else None
        return None

    def _apposed(self, noun: int, at: int) -> bool:
        """`Der Käufer, der Kieler Konzern X,`: whether token `at` only tells who is called so."""
        low, flags = self._document.tokens.low, self._document.flags
        between = range(noun + 2, at)
        return low[noun + 1] == "," and all(flags[k] & (DET | ADJ | CAP) for k in between)

    def _held(
        self, held: tuple[str, str, str], mentions: list[Mention], noun: str
    ) -> tuple[str, tuple[Party, ...]] | None:
        """The deal in which these companies play this part."""
        kind, role, opposite = held
        sentence = self._number(mentions[0].at)
        if kind == "supply" and "abnehmer" in noun and self._business(sentence):
            kind, role, opposite = "acquisition", "acquirer", "target"
        parties = tuple(Party(n, role) for n in dict.fromkeys(m.name for m in mentions))
        whose, told = self.halves.completed(kind, parties, sentence, ["auch"])
        if told:
            return whose, told
        other = self._reader.center.best({m.name for m in mentions})
        sale = self.halves.sale_by(other) if kind == "acquisition" and role == "acquirer" else ()
        if sale and ("interessent" in noun or "bieter" in noun):
            return kind, (*parties, *sale)
        return (kind, (*parties, Party(other, opposite))) if other else None

    def _business(self, number: int) -> bool:
        """Whether a part of a firm was just told to be for sale, no goods."""
        before = self._document.sentences[max(number - 1, 0)]
        low = self._document.tokens.low[before.begin : before.end]
        return self.halves.for_sale(number) and not WARES(Wording(low))
