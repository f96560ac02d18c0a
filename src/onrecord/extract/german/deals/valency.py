"""Verbs of dealing with their valency, in a table of lines: which place beside the verb gives which
role. An indented line goes on with the one before.

    kind  verbs and nouns  & what stands beside  - what does not = place:role place:role !

`ab|stoßen` is a verb with a particle; `&` may stand several times, `& ^` where who is named stands
behind the verb and a thing before it, `& ~` where only a verb does, `& #` where so many things are,
`& %` behind a bare `das`;
`!`: both sides are named in the clause. A verb stands for all its forms, `für.` for this one word,
`*sparte` for what ends so, any other word for what begins so.
"""

from collections.abc import Callable, Sequence
from functools import reduce
from itertools import pairwise
from operator import or_

from onrecord.extract.german.deals.assets import ASSETS
from onrecord.extract.german.deals.traits import Wording, trait
from onrecord.extract.german.deals.words import Pattern, Test, apart, both, conjugated, places
from onrecord.extract.german.grammar.flags import FINITE, PARTICIPLE
from onrecord.extract.german.grammar.verbs import CONJUGATED, forms_of
from onrecord.extract.german.grammar.words import flags_of
from onrecord.extract.tokens import recalled


def patterns(table: str) -> tuple[Pattern, ...]:
    """The patterns that the lines of a table tell."""
    rows = table.replace("\n    ", " ").splitlines()
    return tuple(_pattern(row) for row in rows if row)


def _pattern(line: str) -> Pattern:
    left, _, right = line.partition(" = ")
    left, _, absent = left.partition(" - ")
    kind, _, rest = left.partition(" ")
    calls, *beside = (part.split() for part in rest.split(" & "))
    tests: list[Test] = []
    for words in beside:
        tests.append(_SPECIAL[words[0]](calls) if words[0] in _SPECIAL else _stands(words))
    tests.append(_stands(calls))  # last, since it seldom fails
    if absent:
        tests.append(_lacks(absent.split()))
    roles = right.removesuffix(" !")
    starts = " ".join(dict.fromkeys(form for word in calls for form in _callers(word)))
    needs = both(*tests) if len(tests) > 1 else tests[0]
    return Pattern(kind, starts, places(roles), needs, whole=right.endswith(" !"))


def _lacks(words: Sequence[str]) -> Test:
    """A test: no word begins so, or ends so where `*` says it."""
    begins = " ".join(word for word in words if word[0] != "*")
    ends = [word[1:] for word in words if word[0] == "*"]
    return Test(bars=trait(begins=conjugated(begins), ends=ends))


def _fronted(calls: Sequence[str]) -> Test:
    """A test: what is named stands behind the verb, and a thing or one of the verbs `calls` before
    it: `Die Züge baut X`, `Genäht werden sie von X`; names are left out of the words."""
    called = frozenset(form for word in calls for form in _callers(word))

    def test(clause: Wording) -> bool:
        words, first = clause.words, clause.words[0]
        begins = first in _THINGS or first in called
        begins = begins or (first != "" and bool(flags_of(first) & PARTICIPLE))
        named = next((i for i, word in enumerate(words) if not word), 0)
        return begins and any(
            word in called or flags_of(word) & FINITE for word in words[1:named] if word
        )

    return Test(rest=test)


def _inverted(calls: Sequence[str]) -> Test:
    """A test: the verb stands before who is named, no name before it: `In Polen vertreibt X`."""
    called = frozenset(form for word in calls for form in _callers(word))

    def test(clause: Wording) -> bool:
        named = next((i for i, word in enumerate(clause.words) if not word), 0)
        return any(word in called for word in clause.words[1:named])

    return Test(wants=trait(called), rest=test)


def _pointing(calls: Sequence[str]) -> Test:
    """A test: `Das erledigt X`: what was told before, and nothing else."""
    called = frozenset(form for word in calls for form in _callers(word))

    def test(clause: Wording) -> bool:
        return clause.words[0] in ("das", "dies") and not called.isdisjoint(clause.words[1:2])

    return Test(wants=trait(called), rest=test)


def _counted(clause: Wording) -> bool:
    """A test: `40 Loks`, `300 Server`: a number of things, of no parts of a firm and no money."""
    return any(
        a[:1].isdigit() and not _year(a) and _is_thing(b)
        for a, b in pairwise(clause.words)
        if a and b
    )


@recalled
def _is_thing(word: str) -> bool:
    return word.isalpha() and not word.startswith(_NO_THINGS) and not word.endswith(ASSETS)


def _year(word: str) -> bool:
    return len(word) == _DIGITS and word.startswith(("19", "20")) and word.isdigit()


_DIGITS = 4
_NUMBERED = Test(
    wants=trait(test=lambda word: word[:1].isdigit() and not _year(word)), rest=_counted
)
_SPECIAL: dict[str, Callable[[Sequence[str]], Test]] = {
    "^": _fronted,
    "~": _inverted,
    "%": _pointing,
    "#": lambda _: _NUMBERED,
}
_NO_THINGS = tuple(
    """million milliard mio mrd euro franken dollar prozent jahr monat tage woche stunde uhr anteil
    aktien stelle mitarbeiter beschäftigte leute kunden wohnung filial standort werke häuser und
    bis von oder januar februar märz april mai juni juli august september oktober november dezember
    für mit vor nach zu in an auf sein ihr der die das den dem hat ist wurde war kilometer meter
    quadratmeter hektar mann firmen unternehmen""".split()
)
_THINGS = frozenset("die das den alle sämtliche ihre seine".split())


def _callers(word: str) -> tuple[str, ...]:
    """The forms by which a verb or noun calls."""
    joined, base, _ = forms_of(word) if _is_verb(word) else (frozenset((word,)), frozenset(), "")
    return tuple(sorted(joined | base))


def _is_verb(word: str) -> bool:
    return "|" in word or (word in CONJUGATED and word.endswith("n"))


def _stands(words: Sequence[str]) -> Test:
    """A test: one of these stands there, a verb in any form, with its particle."""
    exact = frozenset(word[:-1] for word in words if word.endswith("."))
    ends = tuple(word[1:] for word in words if word[0] == "*")
    plain = tuple(w for w in words if w[-1] != "." and w[0] != "*" and not _is_verb(w))
    verbs = [forms_of(word) for word in words if _is_verb(word)]
    joined = frozenset[str]().union(*(forms for forms, _, _ in verbs))
    whole = trait(joined | exact, plain, ends)
    parted = [(trait(base), apart(particle)) for _, base, particle in verbs if particle]
    if not parted:
        return Test(wants=whole)
    bases = reduce(or_, (base for base, _ in parted))

    def test(clause: Wording) -> bool:
        traits = clause.traits
        if traits & whole:
            return True
        for base, closes in parted if traits & bases else ():
            if traits & base and closes(clause):
                return True
        return False

    return Test(some=whole | bases, rest=test)
