"""What the words around a clause make of the deal that it tells: a condition, a hope, a rumour, a
thing that is not so."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from onrecord.extract.german.deals.marks import DEALINGS, DONE
from onrecord.extract.german.deals.units import Unit
from onrecord.extract.german.deals.unreal import HEARD, HELD, IS, LEADS, NEVER, OPEN, UNTRUE, beside
from onrecord.extract.german.grammar.document import Document
from onrecord.extract.german.grammar.flags import FINITE
from onrecord.extract.german.grammar.words import flags_of
from onrecord.extract.tokens import Kind

MADE_ONCE: Final = ("acquisition", "investment", "merger")
"""Kinds that are done at one time; who is supplied may be told in a condition, too."""
ACTS: Final = ("erwirb", "erwerb", "kauf", "verkauf", "übern", "steig", "beteilig", "invest")
SUPPOSING: Final = (
    "glaub", "rechne", "hoff", "forder", "erwarte", "fürcht", "befürcht", "wünsch", "verlang",
    "vermut", "bezweif", "zweif", "warn", "plädier", "droh", "spekulier",
)  # fmt: skip
"""Who does so does not say that it was done."""
IFS: Final = frozenset("falls wenn sofern sollte sollten käme kämen bevor ehe".split())
PERHAPS: Final = frozenset(
    "angeblich womöglich vielleicht möglicherweise vermutlich eventuell mutmaßlich".split()
)
NO_ONE: Final = frozenset("niemand keiner".split())
SUITORS: Final = frozenset("käufer bieter interessent favorit kandidat".split())
PARTICLES: Final = frozenset("ein ab an zu auf aus".split())
CONTRASTS: Final = frozenset("aber auch jedoch dagegen hingegen".split())
NAMING: Final = frozenset("nannte nennt nannten nennen bezeichnete bezeichnet".split())
NEARER: Final = frozenset("näher".split())
GOVERNING: Final = Kind.of(
    (*IFS, *PERHAPS, *NO_ONE, *HELD, *HEARD, *UNTRUE, *NEARER, "ob", "stimme", "stimmt", "trifft",
     "absicht", "ausgeschlossen", "infrage", "frage", "raum", "bestätigen", "nicht", "nie"),
    starts=SUPPOSING,
    placed=False,
)  # fmt: skip
"""A sentence without such a word governs nothing."""


def governed(
    document: Document, unit: Unit, kind: str, status: str, told: Sequence[str], word: str
) -> str:
    """The status of a deal that a unit tells, by what its sentence makes of it.

    `told` are the words from the first party to the `word` of dealing.
    """
    if status not in OPEN:
        return status
    head = _head(document, unit)
    if _not_so(unit.low, head):
        return "denied"
    if kind in MADE_ONCE and _ends_in_not(told) and _acts(told, word):
        return "denied"
    if status != "agreed" or not DONE.isdisjoint(told):
        return status
    return "planned" if _open(unit.low, head, kind) else status


def _head(document: Document, unit: Unit) -> Sequence[str]:
    """The words before the clause with `dass` or `ob` in which the first party stands, and this
    word; the conjunction alone, where such a clause opens the sentence."""
    low, first = document.tokens.low, unit.parts[0].at
    sentence = unit.sentence
    for part in reversed(sentence.segments):
        if sentence.begin < part.begin <= first and low[part.begin] in ("dass", "ob"):
            return low[sentence.begin : part.begin + 1]
    opening = sentence.segments[0]
    if opening.begin <= first < opening.end and len(sentence.segments) > 1:
        return low[opening.begin : opening.begin + 1]
    return ()


def _not_so(low: Sequence[str], head: Sequence[str]) -> bool:
    """`Es stimmt nicht, dass`, `niemand sagt, dass`, `kommt nicht infrage`, `ausgeschlossen`."""
    if len(head) > 1 and head[-1] == "dass":
        if not NO_ONE.isdisjoint(head) or beside(head, ("stimmt", "stimme", "trifft"), ("nicht",)):
            return True
        if not UNTRUE.isdisjoint(head) and not IS.isdisjoint(head):
            return NEVER.isdisjoint(head)
    if "ausgeschlossen" in low and beside(low, IS, ("ausgeschlossen",)):
        return True
    if beside(low, ("nicht",), ("infrage",)):
        return True
    if "frage" in low and beside(low, ("nicht",), ("in",)):
        return True
    if "absicht" in low:
        at = low.index("absicht")
        return not NEVER.isdisjoint(low[max(0, at - 2) : at])
    if not HEARD.isdisjoint(low) and not UNTRUE.isdisjoint(low):
        return not NAMING.isdisjoint(low) and NEVER.isdisjoint(low)
    return False


def _acts(told: Sequence[str], word: str) -> bool:
    """Whether what is negated is the deal: `erwirbt`, `gebe es`, not `kommentierte den Kauf`."""
    return not LEADS.isdisjoint(told) or any(
        (each == word or each.startswith(ACTS)) and flags_of(each) & FINITE for each in told
    )


def _ends_in_not(told: Sequence[str]) -> bool:
    """`übernimmt Y nicht`, `steigt bei Y nicht ein`; not `die Schulden aber nicht`, nor `gibt das
    Gebot nicht auf`."""
    bare = [word for word in told if word.isalpha()]
    if bare and bare[-1] in PARTICLES and bare.pop() == "auf" and not LEADS.isdisjoint(bare):
        return False
    return len(bare) > 1 and bare[-1] in ("nicht", "nie") and bare[-2] not in CONTRASTS


def _open(low: Sequence[str], head: Sequence[str], kind: str) -> bool:
    """`Falls X Y kauft`, `rechnet damit, dass`, `Gerüchte über einen Kauf`, `womöglich`."""
    if head and head[-1] == "ob":
        return True
    if len(head) > 1:
        if any(word.startswith(SUPPOSING) for word in head):
            return True
        return "bestätigen" in head and not NEVER.isdisjoint(head)
    if head and head[0] in IFS and kind in MADE_ONCE:
        return True
    if not PERHAPS.isdisjoint(low) or beside(low, HEARD, ("über", "um")):
        return True
    if beside(low, ("im",), ("raum",)) or not NEARER.isdisjoint(low):
        return True
    if not HELD.isdisjoint(low) and beside(low, ("als",), SUITORS):
        return True
    return kind in MADE_ONCE and _feared(low)


def _feared(low: Sequence[str]) -> bool:
    """`warnt vor einer Übernahme`, `fürchtet einen Verkauf`; not `kritisiert die Übernahme`."""
    for i, word in enumerate(low):
        if word.startswith(SUPPOSING):
            behind = low[i + 1 : i + 6]
            return any(
                a in ("einen", "einer", "eine") and b.startswith(DEALINGS)
                for a, b in pairwise(behind)
            )
    return False


POSSIBLE: Final = ("möglich", "mutmaßlich", "wunsch", "potenziell", "potentiell", "denkbar")


def as_played(status: str, low: Sequence[str], bidding: tuple[str, ...]) -> str:
    """The status of a deal whose sides are told by what somebody is: `Möglicher Käufer ist X`,
    `Käufer ist nicht X`; `bidding` begins the words for who only bids."""
    if status != "agreed":
        return status
    if beside(low, IS, ("nicht",)) and "sondern" not in low:
        return "denied"
    open_end = not PERHAPS.isdisjoint(low) or low.count("mal") > 1
    return (
        "planned" if open_end or any(w.startswith((*bidding, *POSSIBLE)) for w in low) else status
    )
