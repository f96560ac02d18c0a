"""Whom a clause is about that does not name it again: what its relative pronoun stands for, the
subject that it shares, a pronoun in it."""

from dataclasses import replace

from onrecord.extract.german.deals.filling import Filler
from onrecord.extract.german.deals.nouns import MASCULINE, of_noun
from onrecord.extract.german.deals.parties import OWNER, PART, Mention
from onrecord.extract.german.grammar.clauses import GAPPED, INFINITIVAL, RELATIVE, Clause
from onrecord.extract.german.grammar.document import Document, Sentence
from onrecord.extract.tokens import Kind

OBJECTS = frozenset("sie ihn es diese diesen dieses".split())
"""Pronouns that stand behind the verb for what it is done to."""
PLANS = frozenset(
    """versuch plan pläne absicht vorhaben wunsch vorstoß idee entscheidung entschluss ankündigung
    bemühen angebot bemühungen""".split()
)
"""Nouns whose owner is who acts in the infinitive behind them."""
PLAN_REACH = 4
UNDERGONE = frozenset("übernahme kauf erwerb verkauf".split())
"""Behind `dessen`: what is done with a company."""
ANTECEDENT = 4
"""A company that a relative clause is about stands no further before it, in tokens."""


class Antecedents:
    """Finds them in the clauses above and before."""

    def __init__(self, document: Document, context: Filler) -> None:
        self._document, self._context = document, context

    def own(self, clauses: list[Clause], clause: Clause, told: list[Mention]) -> list[Mention]:
        """The companies of a clause, with the one that it is about and does not name again."""
        own = [m for m in told if clause.holds(m.at)]
        if clause.parent < 0:
            return self._with_object(clause, own, told)
        begin = clause.parts[0][0]
        above = [m for m in told if clauses[clause.parent].holds(m.at)]
        if clause.kind == RELATIVE:
            before = [m for m in above if m.at < begin]
            if before and begin - before[-1].at <= ANTECEDENT:
                place = self._relative(begin)
                if before[-1].place == PART and place in ("subj", "obj"):
                    place = OWNER  # `die Filialen der X, die Y übernahm`
                acting = self._acting(begin, own)
                if acting and place != OWNER:
                    place = "obj"
                own = [replace(m, place="subj") if m.at in (begin + 2, acting) else m for m in own]
                if self._document.tokens.low[begin] == "der" and place == "subj":
                    own = [
                        replace(m, place="obj", joined=False) if m.at == begin + 1 else m
                        for m in own
                    ]
                own = [replace(before[-1], place=place, joined=False), *own]
        elif clause.shares or clause.kind in (INFINITIVAL, GAPPED):
            subject = next((m for m in above if m.place in ("", "subj")), None)
            if subject is None and clause.kind == INFINITIVAL:
                subject = next((m for m in above if self._plans(m)), None)
            if subject is not None:
                own = [replace(subject, place="subj", joined=False), *own]
                return self._with_object(clause, own, told)
        return own

    def _plans(self, mention: Mention) -> bool:
        """`der Versuch der X, ... zu kaufen`: whether it is a plan of this company."""
        low = self._document.tokens.low[max(0, mention.at - PLAN_REACH) : mention.at]
        return mention.place in ("gen", "von") and not PLANS.isdisjoint(low)

    def _with_object(
        self, clause: Clause, own: list[Mention], told: list[Mention]
    ) -> list[Mention]:
        """`X kauft Y und verkauft sie an Z`: the one other company that was named before."""
        if len(own) < 2 or clause.verb < 0 or any(m.place == "obj" for m in own):
            return own
        low, at = self._document.tokens.low, clause.verb + 1
        if at >= clause.parts[-1][1] or low[at] not in OBJECTS:
            return own
        names = {m.name for m in own}
        others = {m.name for m in told if m.at < at} - names
        subject = next((m for m in own if m.place in ("", "subj")), None)
        if len(others) != 1 or subject is None or not (subject.at < at):
            return own
        return sorted([*own, Mention(others.pop(), "obj", at)], key=lambda m: m.at)

    def _relative(self, begin: int) -> str:
        """The place of what a relative clause is about: `an der`, `dem`, `den`, `die`."""
        low = self._document.tokens.low[begin]
        if low in ("dessen", "deren") and self._document.tokens.low[begin + 1] in UNDERGONE:
            return "gen"  # `X, dessen Übernahme abgeschlossen wurde`
        return {"dem": "dat", "den": "obj", "an": "an", "bei": "bei", "mit": "mit", "von": "von",
                "für": "für", "in": "in", "um": "um", "nach": "nach", "auf": "auf",
                "gegen": "gegen", "durch": "durch", "zu": "zu"}.get(low, "subj")  # fmt: skip

    def _acting(self, begin: int, own: list[Mention]) -> int:
        """`die Firma X, die der Konzern Y übernahm`: the token of Y, which acts in the clause; 0
        where the article behind the pronoun does not tell."""
        low, words = self._document.tokens.low, self._document.tokens.words
        if low[begin] not in ("die", "das") or low[begin + 1] != "der":
            return 0
        first = own[0].at if own else 0
        noun = next((i for i in range(begin + 2, first) if words[i][0].isupper()), 0)
        return first if noun and of_noun(low[noun]) == MASCULINE else 0

    def with_pronoun(
        self, sentence: Sentence, clause: Clause, own: list[Mention], told: list[Mention]
    ) -> list[Mention]:
        """`..., ein Jahr später kaufte er Y`: he who acts in the clause before."""
        begin, end = clause.parts[0]
        before = next((m for m in told if m.at < begin and m.place in ("", "subj")), None)
        for i in range(begin, end):
            if before is None or before.name == own[0].name:
                break
            if self._context.pronoun(sentence, i):
                return sorted([*own, Mention(before.name, "subj", i)], key=lambda m: m.at)
        return self._context.meant(sentence, own)


def _object(mention: Mention) -> Mention:
    """`der Fonds X, der Y 2019 gekauft hatte`: `der` is X and no article of Y."""
    return replace(mention, place="obj", joined=False)


def undergoing(document: Document, sentence: Sentence, told: list[Mention]) -> list[Mention]:
    """`Dazu trägt X bei, dessen Übernahme abgeschlossen ist`: the one company told is bought."""
    if not sentence.kinds & _WHOSE.bit:
        return told
    low = document.tokens.low
    for i in document.tokens.among(_WHOSE, sentence.begin + 1, sentence.end - 1):
        near = low[i - 1] == "," and low[i + 1] in UNDERGONE and 0 < i - told[0].at <= ANTECEDENT
        if near and len(told) == 1 and told[0].place in ("", "subj"):
            return [replace(told[0], place="gen")]
    return told


_WHOSE = Kind.of(("dessen", "deren"))
