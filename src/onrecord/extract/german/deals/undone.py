"""What somebody did not do, does not want or refuses, in the clause that says what it would be.

A word of dealing calls a deal whether or not it was made; a negation counts where it belongs to
that word: to its verb, to the verb that the deal is an object of, or to the clause before.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final, TypeAlias

from onrecord.extract.german.deals.calls import Range
from onrecord.extract.german.deals.governed import NAMING
from onrecord.extract.german.deals.marks import MARKS
from onrecord.extract.german.deals.refused import REPORTS
from onrecord.extract.german.deals.units import Unit
from onrecord.extract.german.deals.unreal import IS, OPEN, UNTRUE
from onrecord.extract.german.grammar.document import Document, Sentence
from onrecord.extract.german.grammar.flags import FINITE
from onrecord.extract.tokens import Kind

_NOT: Final = frozenset("nicht nie niemals keineswegs keinesfalls mitnichten".split())
_NO: Final = frozenset("kein keine keinen keiner keinem keinerlei".split())
_YET: Final = frozenset("noch bislang bisher vorerst".split())
_ONLY: Final = frozenset(
    "nur zuletzt allein bloß lediglich unbedingt zwingend näher genau ganz selten weniger".split()
)
"""`nicht nur`: no negation of what is done."""
_UNTIL: Final = frozenset(("vor", "bis", "seit"))
_COMMAS: Final = frozenset((",", ";", ":"))
_SMALL: Final = frozenset(
    """alle aller allen beide beiden diese diesen dieser dieses eine einen einer eines eigene
    eigenen ihre ihren ihrer jede jeden meine seine seinen seiner solche solchen weitere
    weiteren""".split()
)
_LONGER: Final = frozenset("mehr weiter länger".split())
_ENDINGS: Final = ("e", "en", "er", "es", "em")
_LIGHT: Final = frozenset(
    """abgegeben angestrebt anstrebt beabsichtigt bestehe besteht bestellt bietet eingegangen
    eingereicht erhalten erwogen erwägt erwägen gegeben gemacht geplant geschlossen
    gestartet hält halten halte plane planen plant planten strebt unterbreitet
    unterschrieben unterzeichnet vereinbart verfolgen verfolgt vorgelegt vorgesehen zugestimmt
    zustimmen angekündigt verkauft verkaufen gekauft kaufen übernommen übernehmen erworben erwerben
    veräußert veräußern aufgestockt geliefert liefern""".split()
)
"""Verbs of which a deal is the object, or what comes of them."""
_WISHES: Final = frozenset(
    """plan pläne plänen absicht absichten interesse wunsch ambitionen bedarf anlass grund
    verpflichtung verpflichtungen pflicht vertrag vereinbarung zusage""".split()
)
_BOUND: Final = frozenset(
    """versprochen versprach zugesagt zugesichert verpflichtet vor vorhaben geplant beabsichtigt
    beabsichtige bereit gewillt erwogen interessiert daran plant plane denkt denke""".split()
)
"""`nie versprochen, X zu kaufen`, `nicht verpflichtet, bereit`."""
_SURE: Final = frozenset("ausgeschlossen bestätigt bestätigte".split())
"""`nicht ausgeschlossen, nie bestätigt, X zu kaufen`: nobody says whether it is so."""
_HAS: Final = frozenset("hat habe haben hätten hatte hatten".split())
_NOBODY: Final = frozenset("niemand keiner".split())
_TERMS: Final = frozenset(
    """preis preise zahlen einzelheiten details angaben summe konditionen frist termin folgen
    einwände bedenken zweifel probleme kredit kredite stellen""".split()
)
"""What there is not beside a deal that is made: `kauft X zu keinem genannten Preis`."""
_PREPOSITIONS: Final = frozenset("aus bei in mit nach ohne um unter von vor wegen zu über".split())
_LEADING: Final = frozenset("für zu zur zum an auf über einer".split())
_RIGHT: Final = frozenset("richtig wahr korrekt zutreffend so".split())
_THERE: Final = frozenset("gab gebe geben gegeben gibt gäbe".split())
_OFFERS: Final = ("angebot", "gebot", "offerte", "übernahmeangebot")
_AGREES: Final = ("einig", "geeinigt")
_REFUSES: Final = ("weiger", "geweigert")
_DECIDES: Final = ("entschied", "entscheid", "entschließ", "entschloss", "ausgesprochen", "votier")
_MARKED: Final = tuple(start for _, starts in MARKS for start in starts)
_NEAR: Final = 3
Parts: TypeAlias = tuple[int, list[Range]]
"""The number of a part of a sentence, and the ranges of all."""
UNDONE: Final = Kind.of(
    (*_NOT, *_NO, *_NOBODY, *UNTRUE,
     "gegen", "ausgeschlossen", "ab", "abgelehnt", "nichts", "entgegen"),
    starts=_REFUSES, placed=False,
)  # fmt: skip
"""A sentence without such a word says nothing of the kind."""


def undone(document: Document, unit: Unit, parts: Parts, at: int, status: str) -> str:
    """The status of a deal that the word at `at` calls: `denied` where nobody made it or wants it,
    `failed` where nobody does so any more, `planned` where it is not so yet; else its own."""
    low, sentence = document.tokens.low, unit.sentence
    whole = low[sentence.begin : sentence.end]
    if status not in OPEN or "sondern" in whole:
        return status
    number, ranges = parts
    here = ranges[number]
    found = _in_clause(document, here, at)
    if not found and number and ("zu" in low[here[0] : at + 1] or _ends_in_zu(low[at])):
        found = _hangs_on(low[slice(*ranges[number - 1])])
    if not found and (_called_false(whole) or _not_right(whole)):
        found = "denied"
    if found == "planned":
        return "planned" if status == "agreed" else status
    return found or status


def parts_of(document: Document, sentence: Sentence, at: int) -> Parts:
    """A sentence between its commas, those of quotations too, and which part a token is in."""
    low = document.tokens.low
    stops = [i for i in range(sentence.begin, sentence.end) if low[i] in _COMMAS]
    begins = [sentence.begin, *(i + 1 for i in stops)]
    ranges = [r for r in zip(begins, [*stops, sentence.end], strict=True) if r[0] < r[1]]
    return next(n for n, (begin, end) in enumerate(ranges) if begin <= at < end), ranges


def _ends_in_zu(word: str) -> bool:
    """`einzusteigen`, `zu` inside of the verb."""
    return "zu" in word[2:-2] and word.endswith("en")


def _in_clause(document: Document, here: Range, at: int) -> str:
    low = document.tokens.low
    for k in range(*here):
        if low[k] in _NOT and not _parted(document, k, at):
            found = _negation(document, here, k, at)
            if found:
                return found
    whole, words = low[slice(*here)], low[here[0] : at]
    if not _NOBODY.isdisjoint(words):
        return "denied"
    if not _NO.isdisjoint(whole) and _is_none(document, here, at):
        return "planned" if not _YET.isdisjoint(whole) else "denied"
    if "gegen" in low[max(here[0], at - _NEAR) : at] and _is_against(whole):
        return "denied"
    if not _NOT.isdisjoint(whole):
        return "planned" if "ausgeschlossen" in whole else ""
    if "ausgeschlossen" in whole and not _HAS.isdisjoint(whole):
        return "denied"
    last = next((word for word in reversed(whole) if word.isalpha()), "")
    if last == "ab" and any(word.startswith("lehn") for word in whole):
        return "failed" if low[at].startswith(_OFFERS) else "denied"
    return ""


def _parted(document: Document, k: int, at: int) -> bool:
    """`zögerte nicht und kaufte`: they belong to two verbs; but `zwischen X und Y`."""
    low, words = document.tokens.low, document.tokens.words
    joints = (i for i in range(min(k, at), max(k, at)) if low[i] == "und")
    return any(words[i + 1][:1].islower() for i in joints)


def _is_against(words: Sequence[str]) -> bool:
    decides = any(word.startswith(_DECIDES) for word in words) or not IS.isdisjoint(words)
    return decides and _NOT.isdisjoint(words)


def _negation(document: Document, here: Range, k: int, at: int) -> str:
    """What a `nicht` makes of the deal: nothing where it stands for another word of the clause."""
    low, words = document.tokens.low, document.tokens.words
    behind, whole = low[k + 1 : here[1]], low[slice(*here)]
    if behind[:1] and (behind[0] in _ONLY or behind[:2] == ["mehr", "als"]):
        return ""
    if behind[:1] and behind[0] in _UNTIL and any(word[:1].isdigit() for word in behind[1:3]):
        return ""
    if low[k - 1] == "denn" or (at == here[0] and document.flags[at] & FINITE):
        return ""  # `wer denn nicht?`, `kauft X nicht zu, …`: a condition
    if any(word.startswith(_MARKED) for word in behind[:_NEAR]):
        return ""  # `nicht storniert`: it stands
    own = low[k] == "nicht" and len(behind) > 1 and _is_attribute(behind[0])
    if own and words[k + 2][:1].isupper():
        return ""
    if any(word.startswith(_AGREES) for word in whole):
        return "failed"
    there = "es" in whole and not _THERE.isdisjoint(whole)
    if words[at][:1].isupper() and _LIGHT.isdisjoint(whole) and not there:
        return ""
    if k > here[0] and low[k - 1] in _YET:
        return "planned"
    return "failed" if behind[:1] and behind[0] in _LONGER else "denied"


def _is_attribute(word: str) -> bool:
    """`nicht börsennotierte`, `nicht genannten`: what is negated is said of a noun."""
    return len(word) > 4 and word.endswith(_ENDINGS) and word not in _SMALL


def _is_none(document: Document, here: Range, at: int) -> bool:
    """`keine Übernahme`, `keine Pläne für eine Übernahme`, `keinen Cent investiert`, `keine Chips
    liefern`; not `nannte keinen Preis`, nor `aus keinem Grund`."""
    low, words = document.tokens.low, document.tokens.words
    for k in range(*here):
        if low[k] not in _NO or _parted(document, k, at) or low[k - 1] in _PREPOSITIONS:
            continue
        noun = next((i for i in range(k + 1, min(k + 4, here[1])) if words[i][:1].isupper()), -1)
        if words[at][:1].islower():
            if noun > 0 and low[noun] not in _TERMS and noun != at:
                return True
        elif noun == at or (0 < noun < at and low[noun] in _WISHES and low[noun + 1] in _LEADING):
            return True
    return False


def _hangs_on(before: Sequence[str]) -> str:
    """What the clause before makes of an infinitive: `hat keine Pläne,`, `weigerte sich,`."""
    if any(word.startswith(_REFUSES) for word in before):
        return "denied" if _NOT.isdisjoint(before) else ""
    declines = any(word.startswith(("lehn", "ablehn", "abgelehn")) for word in before)
    if declines and ("ab" in before or any(word.startswith("abgelehn") for word in before)):
        return "denied" if _NOT.isdisjoint(before) else ""
    if not _SURE.isdisjoint(before):
        return "planned" if not _NOT.isdisjoint(before) else ""
    no = not _NO.isdisjoint(before) and not _WISHES.isdisjoint(before)
    absent = not _NOT.isdisjoint(before) and not (_BOUND | {"absicht"}).isdisjoint(before)
    if "dagegen" in before and any(word.startswith(_DECIDES) for word in before):
        return "denied"
    if not (no or absent):
        return ""
    if not _YET.isdisjoint(before):
        return "planned"
    return "failed" if "mehr" in before else "denied"


def _not_right(words: Sequence[str]) -> bool:
    """`Dass X Y kaufe, sei nicht richtig`, `an Berichten, dass …, sei nichts dran`."""
    told = any(word.startswith(REPORTS) for word in words)
    if told and "dran" in words and "nichts" in words:
        return True
    if told and "entgegen" in words:
        return True
    right = any(a == "nicht" and b in _RIGHT for a, b in pairwise(words))
    return words[:1] == ["dass"] and right


def _called_false(words: Sequence[str]) -> bool:
    """`bezeichnete Berichte über ein Gebot als falsch`."""
    if UNTRUE.isdisjoint(words) or NAMING.isdisjoint(words) or not _NOT.isdisjoint(words):
        return False
    return any(
        word.startswith(REPORTS) and words[i + 1 : i + 2] in (["über"], ["zu"])
        for i, word in enumerate(words)
    )
