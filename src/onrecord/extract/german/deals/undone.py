"""What somebody did not do, does not want or refuses, in the clause that says what it would be.

A word of dealing calls a deal whether or not it was made; a negation counts where it belongs to
that word: to its verb, to the verb that the deal is an object of, or to the clause before.
"""

from collections.abc import Sequence
from typing import Final

from onrecord.extract.german.deals.governed import NAMING
from onrecord.extract.german.deals.marks import MARKS
from onrecord.extract.german.deals.refused import REPORTS
from onrecord.extract.german.deals.units import Unit
from onrecord.extract.german.deals.unreal import OPEN, UNTRUE
from onrecord.extract.german.grammar.document import Document, Segment
from onrecord.extract.german.grammar.flags import FINITE
from onrecord.extract.tokens import Kind

_NOT: Final = frozenset("nicht nie niemals keineswegs keinesfalls mitnichten".split())
_NO: Final = frozenset("kein keine keinen keiner keinem keinerlei".split())
_YET: Final = frozenset("noch bislang bisher vorerst".split())
_ONLY: Final = frozenset(
    """nur zuletzt allein bloß lediglich unbedingt zwingend näher genau ganz sofort selten weniger
    vor bis""".split()
)
"""`nicht nur`, `nicht vor 2020`: no negation of what is done."""
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
    zustimmen angekündigt""".split()
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
_COINS: Final = frozenset("cent euro dollar pfennig franken heller".split())
_REFUSES: Final = ("weiger", "geweigert")
_DECIDES: Final = ("entschied", "entscheid", "entschließ", "entschloss", "ausgesprochen", "votier")
_MARKED: Final = tuple(start for _, starts in MARKS for start in starts)
_NEAR: Final = 3
UNDONE: Final = Kind.of(
    (*_NOT, *_NO, *_NOBODY, *UNTRUE, "gegen", "ausgeschlossen", "ab", "abgelehnt"),
    starts=_REFUSES,
    placed=False,
)
"""A sentence without such a word says nothing of the kind."""


def undone(document: Document, unit: Unit, status: str, word: str) -> str:
    """The status of a deal that a word of the unit calls: `denied` where nobody made it or wants
    it, `failed` where nobody does so any more, `planned` where it is not so yet; else its own."""
    low = document.tokens.low
    at = next((i for i in range(*unit.range) if low[i] == word), -1)
    if status not in OPEN or at < 0 or "sondern" in low[unit.sentence.begin : unit.sentence.end]:
        return status
    segments = unit.sentence.segments
    number = next((n for n, s in enumerate(segments) if s.begin <= at < s.end), -1)
    if number < 0:
        return status
    here = segments[number]
    found = _in_clause(document, here, at)
    if not found and number and ("zu" in low[here.begin : at + 1] or _ends_in_zu(word)):
        before = segments[number - 1]
        found = _hangs_on(low[before.begin : before.end])
    if not found and _called_false(low[unit.sentence.begin : unit.sentence.end]):
        found = "denied"
    if found == "planned":
        return "planned" if status == "agreed" else status
    return found or status


def _ends_in_zu(word: str) -> bool:
    """`einzusteigen`, `zu` inside of the verb."""
    return "zu" in word[2:-2] and word.endswith("en")


def _in_clause(document: Document, here: Segment, at: int) -> str:
    low = document.tokens.low
    for k in range(here.begin, here.end):
        if low[k] in _NOT and "und" not in low[min(k, at) : max(k, at)]:
            found = _negation(document, here, k, at)
            if found:
                return found
    words = low[here.begin : at]
    if not _NOBODY.isdisjoint(words):
        return "denied"
    if not _NO.isdisjoint(words) and _is_none(document, here, at):
        return "planned" if not _YET.isdisjoint(words) else "denied"
    if "gegen" in low[max(here.begin, at - _NEAR) : at] and _decides(low[here.begin : here.end]):
        return "denied"
    whole = low[here.begin : here.end]
    if "ausgeschlossen" in whole and not _HAS.isdisjoint(whole):
        return "denied" if _NOT.isdisjoint(whole) else "planned"
    return ""


def _decides(words: Sequence[str]) -> bool:
    return any(word.startswith(_DECIDES) for word in words) and _NOT.isdisjoint(words)


def _negation(document: Document, here: Segment, k: int, at: int) -> str:
    """What a `nicht` makes of the deal: nothing where it stands for another word of the clause."""
    low, words = document.tokens.low, document.tokens.words
    behind = low[k + 1 : here.end]
    if behind[:1] and (behind[0] in _ONLY or behind[:2] == ["mehr", "als"]):
        return ""
    if low[k - 1] == "denn" or (at == here.begin and document.flags[at] & FINITE):
        return ""  # `wer denn nicht?`, `kauft X nicht zu, …`: a condition
    if any(word.startswith(_MARKED) for word in behind[:_NEAR]):
        return ""  # `nicht storniert`: it stands
    own = low[k] == "nicht" and len(behind) > 1 and _is_attribute(behind[0])
    if own and words[k + 2][:1].isupper():
        return ""
    if words[at][:1].isupper() and _LIGHT.isdisjoint(low[here.begin : here.end]):
        return ""
    if low[k - 1 : k] and low[k - 1] in _YET and k > here.begin:
        return "planned"
    return "failed" if behind[:1] and behind[0] in _LONGER else "denied"


def _is_attribute(word: str) -> bool:
    """`nicht börsennotierte`, `nicht genannten`: what is negated is said of a noun."""
    return len(word) > 4 and word.endswith(_ENDINGS) and word not in _SMALL


def _is_none(document: Document, here: Segment, at: int) -> bool:
    """`keine Übernahme`, `keinen Cent investiert`; not `nannte keinen Preis`."""
    low = document.tokens.low
    for k in range(here.begin, at):
        if low[k] in _NO:
            if low[k + 1] in _COINS:
                return True
            if at - k <= _NEAR and document.tokens.words[at][:1].isupper():
                return all(document.tokens.words[j][:1].islower() for j in range(k + 1, at))
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


def _called_false(words: Sequence[str]) -> bool:
    """`bezeichnete Berichte über ein Gebot als falsch`."""
    if UNTRUE.isdisjoint(words) or NAMING.isdisjoint(words) or not _NOT.isdisjoint(words):
        return False
    return any(
        word.startswith(REPORTS) and words[i + 1 : i + 2] in (["über"], ["zu"])
        for i, word in enumerate(words)
    )
