"""What is wanted, hoped for, asked for or nearly done, and what is said not to be: no deal made.

The words that call a deal say what it would be; these say that it is not, or not yet.
"""

from collections.abc import Collection, Sequence
from itertools import pairwise

from onrecord.extract.german.deals.marks import DEALINGS, DONE, TALKS
from onrecord.extract.german.deals.refused import REPORTS
from onrecord.extract.german.deals.units import Unit
from onrecord.extract.german.grammar.document import Document, Sentence
from onrecord.extract.german.grammar.flags import FINITE
from onrecord.extract.german.grammar.words import flags_of
from onrecord.extract.tokens import Kind

LONG = 200
"""Tokens of a sentence; a longer one is a list, and takes nothing back of what it tells."""
OPEN = ("agreed", "planned", "ongoing")
COURTING = frozenset(
    """abgesehen schielt schielen schielte schielten umwirbt umwerben umwarb umworben umgarnt
    umgarnte umgarnen fühler visier geboten angedient ausgelotet ausloten träumt träumte träumten
    unterschriftsreif spekuliert hofft hoffen hoffte hofften hoffe erhofft wehrt wehren wehrte
    wehrten sträubt sträubte versucht versuchte versuchten versuche versuchen""".split()
)
"""What who wants a deal does, or who wants none: nothing is made by it."""
EYES = frozenset("auge augen".split())
CAST = frozenset("wirft werfen warf geworfen werfe hat haben".split())
STANDS = frozenset("steht stehen stehe stünden stünde stand standen".split())
NEXT = (*DEALINGS, "abschluss", "unterschrift", "unterzeichnung")
SOON = frozenset("kurz unmittelbar offenbar nun jetzt angeblich wohl".split())
ASKED = frozenset(
    """beantragt beantragte beantragten beantrage beantragen ersucht ersuchte bat baten bittet
    bitten""".split()
)
VAIN = frozenset("vergeblich vergebens erfolglos umsonst".split())
FORBIDDEN = frozenset("verboten verbot verbietet untersagt misslang misslungen kippte".split())
WAIVES = frozenset("verzichtet verzichten verzichtete verzichteten verzichte".split())
OFF = frozenset("bläst blasen blies bliesen".split())
TRIES = frozenset("versuch vorhaben plan".split())
FELL = ("scheiter", "gescheiter", "misslang", "misslung", "missglück", "fehlgeschlag")
REFUSED = frozenset(
    "verweigert verweigerte verweigerten verwehrt verwehrte versagt versagte".split()
)
LOST = frozenset("verloren verlor verlieren verliert eingebüßt".split())
ORDERS = frozenset("auftrag großauftrag vertrag".split())
OF = frozenset("des der von vom".split())
NEARLY = frozenset("beinahe fast".split())
WOULD = frozenset("hätte hätten wäre wären".split())
COULD = frozenset("können sollen müssen dürfen".split())
OUGHT = frozenset("sollte sollten müsste müssten".split())
GOOD = frozenset(
    """sinnvoll denkbar möglich logisch attraktiv ideal klug richtig fatal teuer interessant
    vorstellbar wünschenswert falsch unsinnig""".split()
)
"""What a deal would be."""
HELD = frozenset("gilt gelten galt galten".split())
LIKELY = frozenset("unwahrscheinlich wahrscheinlich denkbar möglich ausgeschlossen sicher".split())
NEVER = frozenset("nie niemals nicht keine keiner kein".split())
DEBATE = frozenset("debatte diskussion disposition".split())
AT_NO = frozenset("keinem keiner keinen".split())
TIME = frozenset("zeitpunkt moment umständen fall sekunde augenblick".split())
UNTRUE = frozenset(
    "unsinn quatsch falsch unwahr erfunden haltlos unzutreffend abwegig lüge humbug".split()
)
HEARD = frozenset("gerücht gerüchte spekulation spekulationen".split())
IS = frozenset("ist sei wäre war seien sind".split())
ERRS = frozenset("irrt irrte irren täuscht täuschte".split())
LEADS = frozenset("führe führen führt führte führten gebe gibt gab geben".split())
UNREAL = Kind.of(
    (*COURTING, *EYES, *STANDS, *ASKED, *VAIN, *REFUSED, *LOST, *NEARLY, *WOULD, *OUGHT, *HELD,
     *DEBATE, *TIME, *HEARD, *ERRS, *LEADS, *UNTRUE, *FORBIDDEN, *OFF, *WAIVES, *TRIES, "rede",
     "thema", "?", "ob", "spiel", "dass", "wer"),
    placed=False,
)  # fmt: skip
"""A sentence without such a word tells what was done."""


def unreal(document: Document, unit: Unit, kind: str, status: str, told: Sequence[str]) -> str:
    """The status of a deal that a unit tells, as far as other words take back that it was made.

    `told` are the words from the first party to the word of dealing.
    """
    if status not in OPEN:
        return status
    sentence = unit.sentence
    if _denied(document, sentence, unit.low, kind):
        return "denied"
    words = set(unit.low)
    vain = status == "planned" and words & VAIN
    if vain or _failed(unit.low, words, kind) or _tried(document, sentence, unit.low):
        return "failed"
    if status != "agreed":
        return status
    supposed = _supposed(document, sentence, unit.low) or (
        DONE.isdisjoint(told) and _wanted(unit.low, words, kind)
    )
    return "planned" if supposed else status


def _denied(document: Document, sentence: Sentence, low: Sequence[str], kind: str) -> bool:
    """`Von einem Kauf kann keine Rede sein`, `zu keinem Zeitpunkt`, `Gespräche führe man nicht`,
    `Dass X Y kauft, stimmt nicht`."""
    if beside(low, AT_NO, TIME) or (beside(low, ("keine",), ("rede",)) and "von" in low):
        return True
    if beside(low, ("kein",), ("thema",)):
        return True
    if not DEBATE.isdisjoint(low) and not NEVER.isdisjoint(low):
        return True
    if kind == "negotiation" and low[0].startswith(TALKS) and not LEADS.isdisjoint(low):
        return "keine" in low or beside(low, ("nicht",), (",", ".", "“"))
    first = document.tokens.low[sentence.begin]
    if first not in ("dass", "wer") and not first.startswith(REPORTS):
        return False
    rest = _behind(document, sentence)
    if first == "wer":
        return not ERRS.isdisjoint(rest)
    if beside(rest, ("stimmt", "stimme"), ("nicht",)):
        return True
    return not UNTRUE.isdisjoint(rest) and not IS.isdisjoint(rest) and NEVER.isdisjoint(rest)


def _failed(low: Sequence[str], words: set[str], kind: str) -> bool:
    """`Fast hätte X Y gekauft`, `hätte Y kaufen können`, `vergeblich`, `den Kredit verweigert`."""
    if words & WOULD:
        if words & NEARLY and (beside(low, NEARLY, WOULD) or beside(low, WOULD, NEARLY)):
            return True
        bare = [word for word in low if word.isalpha()]
        if bare[-1] in COULD:
            return True
    if words & VAIN and words & COURTING:
        return True
    if words & WAIVES and "auf" in words:
        at = low.index("auf")
        return any(word.startswith(DEALINGS) for word in low[at + 1 : at + 3])
    if words & FORBIDDEN or (words & OFF and low[-1] in ("ab", ".") and "ab" in low[-2:]):
        return NEVER.isdisjoint(low)
    if kind == "investment":
        return bool(words & REFUSED)
    return kind == "supply" and bool(words & LOST) and beside(low, ORDERS, OF)


def _tried(document: Document, sentence: Sentence, low: Sequence[str]) -> bool:
    """`Der Versuch, Y zu übernehmen, misslang`: what was tried stands in a clause of its own."""
    every = document.tokens.low[sentence.begin : sentence.end]
    at = next((i for i, word in enumerate(every[:-1]) if word in TRIES), -1)
    if at < 0 or "," not in every[at + 1 :] or "zu" not in low:
        return False
    return any(word.startswith(FELL) for word in every)


def _supposed(document: Document, sentence: Sentence, low: Sequence[str]) -> bool:
    """A question, what would be good or is held likely, what somebody ought to do, a rumour."""
    every = document.tokens.low
    first, last = every[sentence.begin], every[sentence.end - 1]
    if last == "?" and flags_of(first) & FINITE:
        return True
    if first == "ob" or (first == "dass" and _only_heard(_behind(document, sentence))):
        return True
    if not GOOD.isdisjoint(low) and not WOULD.isdisjoint(low):
        return True
    if not HELD.isdisjoint(low) and beside(low, ("als",), LIKELY):
        return True
    return first not in OUGHT and not OUGHT.isdisjoint(low)


def _wanted(low: Sequence[str], words: set[str], kind: str) -> bool:
    """`wirft ein Auge auf`, `steht kurz vor`, `hofft auf`, `hat einen Kredit beantragt`."""
    if words & COURTING or (words & EYES and words & CAST and "auf" in words):
        return True
    if (kind == "investment" and words & ASKED) or beside(low, ("ins",), ("spiel",)):
        return True
    return "vor" in words and bool(words & STANDS) and _before(low)


def _before(low: Sequence[str]) -> bool:
    """`steht kurz vor der Übernahme`, `steht, wie es heißt, vor dem Kauf`, `kurz vor Y steht`."""
    at = low.index("vor")
    k = at - 1
    while k >= 0 and low[k] in SOON:
        k -= 1
    if (k >= 0 and low[k] in STANDS) or low[-1] in STANDS:
        return True
    return any(word.startswith(NEXT) for word in low[at + 2 : at + 3])


def _behind(document: Document, sentence: Sentence) -> Sequence[str]:
    """The words behind the first clause of a sentence."""
    parts = sentence.segments
    begin = parts[1].begin if len(parts) > 1 else sentence.end
    return document.tokens.low[begin : sentence.end]


def _only_heard(rest: Sequence[str]) -> bool:
    return not HEARD.isdisjoint(rest) and not IS.isdisjoint(rest) and NEVER.isdisjoint(rest)


def beside(low: Sequence[str], one: Collection[str], other: Collection[str]) -> bool:
    """Whether a word of the first kind stands right before one of the other."""
    return any(a in one and b in other for a, b in pairwise(low))
