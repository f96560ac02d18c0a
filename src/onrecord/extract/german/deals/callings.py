"""Which words of a unit call a deal: no names, people, tasks, no stakes that are only held."""

from collections.abc import Iterator, Sequence

from onrecord.extract.german.deals.calls import (
    BACK,
    Range,
    candidates,
    clause_of,
    may_call,
    refers_back,
)
from onrecord.extract.german.deals.marks import talked_before
from onrecord.extract.german.deals.words import OWNED, POSSESSIVE, Pattern
from onrecord.extract.german.grammar.document import Document, Sentence
from onrecord.extract.german.grammar.flags import REL
from onrecord.extract.german.grammar.verbs import PARTICLES
from onrecord.extract.german.names.kinds import is_company_kind
from onrecord.extract.tokens import HYPHENED, Kind, between, recalled

PEOPLE = frozenset("beteiligte beteiligten beteiligter".split())
CHANGING = (
    "aufstock", "aufzustock", "stockt", "erhöh", "ausbau", "ausgebaut", "steiger", "verkauf",
    "veräußer", "abgeb", "gibt", "gab", "trenn", "getrennt", "abstoß", "stößt", "prüfstand",
    "reduzier", "senk", "überträg", "übertrag", "abgegeben", "abgestoßen", "angedient", "geht",
    "erworben", "erwarb", "übern",
    "baut", "verdoppel",
)  # fmt: skip
"""What happens to a stake in a deal."""
TASKS = frozenset(
    """verantwortung leitung vorsitz amt führung posten chefposten spitze nachfolge aufgabe aufgaben
    auftrag aufträge rolle kosten funktion ressort steuer geschäftsführung regie haftung
    garantie ruder zepter staffelstab kommando""".split()
)
"""`übernimmt die Leitung` is no deal."""
TASK_REACH = 8
BUYS_TIME = frozenset(("sich", "zeit"))
OWN = frozenset(("eigene", "eigenen", "eigener"))
"""`eigene Aktien`."""
OWN_SHARES = frozenset(("eigene", "aktien"))
RATED = frozenset("kauf kaufen verkauf verkaufen halten".split())
RATING = frozenset(
    """stuft stufte eingestuft stufen empfiehlt empfahl empfohlen empfehlen kursziel anlageurteil
    votum""".split()
)
"""`stuft die Aktie auf Verkaufen`, `rät zum Kauf`: what analysts say of shares."""
TALKED = ("verhandlung", "gespräche")
FOR_WHOM = [["der"], ["des"], ["von"], ["eines"], ["einer"], ["seiner"], ["ihrer"]]
"""Behind `im Auftrag`: no order, but for whom somebody acts."""
ROLES = frozenset("als neue neuer neuen zum zur".split())
"""Behind these a kind of firm is told to be one now: `als Investor`; else it calls nothing."""
NOUNS_TOO = ("pumpen", "stecken")
"""Verbs that begin nouns when written large."""


def called_in(
    document: Document,
    calling_at: list[int],
    named_at: list[int],
    sentence: Sentence,
    unit: Range,
    first: int,
) -> Iterator[tuple[Pattern, str]]:
    """The patterns that the words of a unit call, with these; `named_at` are tokens of companies,
    `calling_at` those of words that may call, `first` that of the first party."""
    near = between(calling_at, *unit)
    if not near and not sentence.kinds & HYPHENED.bit:
        return iter(())
    words, low, begin = document.tokens.words, document.tokens.low[unit[0] : unit[1]], unit[0]
    calling, calls = low.copy(), []
    for i in between(named_at, *unit):
        calling[i - begin] = ""
        if i > begin and is_company_kind(words[i - 1]) and low[i - begin - 2] not in ROLES:
            calling[i - begin - 1] = ""
    kept = low[0] in RELATIVES and _of_task(document, begin)
    for i in near:
        k = i - begin
        if not calling[k] or (kept and low[k].startswith("übern")):
            calling[k] = ""
            continue
        if _may_mean_else(low[k]) and _means_else(low, k, words[i][0].isupper()):
            calling[k] = ""
        else:
            calls.append(k)
    if sentence.kinds & HYPHENED.bit:
        tails = [low[i - begin].rpartition("-")[2] for i in document.tokens.among(HYPHENED, *unit)]
        calls += [k for k, tail in enumerate(tails, len(low)) if may_call(tail)]
        calling += tails
    if sentence.kinds & _WITH_ZU.bit:
        calling += [_bare(low[i - begin]) for i in document.tokens.among(_WITH_ZU, *unit)]
    clause = max(clause_of(sentence, first, unit) - begin, 0)
    return candidates(calling, calls, clause)


def _of_task(document: Document, begin: int) -> bool:
    """`den Vertrieb in Polen, den X übernommen hatte`: a relative clause about a task."""
    low = document.tokens.low
    if begin < 2 or low[begin - 1] != "," or not document.flags[begin] & REL:
        return False
    return not KEPT.isdisjoint(low[max(0, begin - TASK_REACH) : begin - 1])


RELATIVES = frozenset("den die das der dessen deren".split())
KEPT = TASKS | {
    "vertrieb",
    "wartung",
    "betrieb",
    "logistik",
    "reinigung",
    "vermarktung",
    "betreuung",
}


def _bare(word: str) -> str:
    """`abzulehnen` as `ablehnen`; nothing where it is no such form."""
    for particle in _PARTED if word.endswith("n") else ():
        if word.startswith(particle + "zu"):
            return particle + word[len(particle) + 2 :]
    return ""


_PARTED = tuple(sorted(PARTICLES, key=len, reverse=True))
_ZU_INSIDE = Kind.of(starts=(particle + "zu" for particle in _PARTED), placed=False)
_WITH_ZU = Kind(_bare, large=False, near=_ZU_INSIDE.bit)


def _means_else(low: Sequence[str], k: int, large: bool) -> bool:
    """Whether a word that may call a deal means something else where it stands."""
    word = low[k]
    if large and word.startswith(TALKED) and talked_before(low, k):
        return True
    if large and (word in PEOPLE or word.startswith(NOUNS_TOO)):
        return True
    if k > 0 and word.startswith(OWNED) and (low[k - 1] in OWN or _held(low, k)):
        return True
    if word.startswith(_SEEKING) and _on_behalf(low):
        return True
    near = low[max(0, k - TASK_REACH) : k + TASK_REACH]
    if word.startswith("übern") and (not TASKS.isdisjoint(near) or any(map(_is_right, low))):
        return True
    if word.startswith(("kauf", "gekauft")) and (
        BUYS_TIME.issubset(near) or OWN_SHARES.issubset(near)
    ):
        return True
    if word in RATED and not RATING.isdisjoint(low):
        return True
    if word.startswith(("liefer", "geliefer")) and "sich" in near and any(map(_fight, low)):
        return True
    return k > 1 and word.endswith(BACK) and refers_back(list(low[k - 2 : k + 2]))


@recalled
def _is_right(word: str) -> bool:
    """Whether a word is a right to sell something: whoever takes it over buys no firm."""
    return word.endswith(_RIGHTS) and word not in _RIGHTS


_RIGHTS = ("vertrieb", "vermarktung", "verleih")


def _on_behalf(low: Sequence[str]) -> bool:
    """`hatte im Auftrag der Familie nach Käufern gesucht`: who does so is no party."""
    if not any(word.startswith(_SOUGHT) for word in low):
        return False
    return any(
        word == "auftrag" and low[i - 1] == "im" and list(low[i + 1 : i + 2]) in FOR_WHOM
        for i, word in enumerate(low)
    )


_SOUGHT = ("käufer", "interessent", "bieter")


@recalled
def _may_mean_else(word: str) -> bool:
    return word in PEOPLE or word in NOUNS_TOO or word.startswith(_ELSE) or word.endswith(BACK)


_SEEKING = ("auftrag", "käufer", "such", "sucht", "gesucht")
_ELSE = (*TALKED, *OWNED, *_SEEKING, "übern", "kauf", "gekauft", "verkauf", "liefer", "geliefer")


def _fight(word: str) -> bool:
    """`liefert sich ein Rennen mit X`: no goods."""
    return word.endswith(("rennen", "kampf", "schlacht", "duell", "streit", "gefecht", "krieg"))


def _held(low: Sequence[str], k: int) -> bool:
    """`seine Beteiligung`: what somebody has already, unless it grows or goes."""
    return low[k - 1] in POSSESSIVE and not any(w.startswith(CHANGING) for w in low)
