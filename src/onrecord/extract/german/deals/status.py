"""How far a deal is, by the words of its sentence and of its clause."""

from collections.abc import Sequence
from dataclasses import replace

from onrecord.extract.german.deals.marks import (
    DONE,
    INTENT,
    MARKS,
    PHRASES,
    PLANNED,
    RANK,
    TALKS,
    talked_before,
)
from onrecord.extract.german.deals.parties import one_sided
from onrecord.extract.german.deals.refused import refused
from onrecord.extract.german.deals.traits import Wording, trait
from onrecord.extract.german.deals.voice import PASSIVE
from onrecord.extract.german.grammar.flags import INFINITIVE, PARTICIPLE
from onrecord.extract.german.grammar.words import flags_of
from onrecord.extract.records import Deal
from onrecord.extract.tokens import recalled

EARLIER = frozenset("hat haben hatte hatten wurde wurden setzt setzen setzte setzten".split())
BEGINNING = frozenset("künftig schließen starten gründen hinzu hinzugekommen".split())
ENDING = frozenset("kündigt kündigte kündigten kündigen".split())
OFFERING = ("stell", "gestellt", "steh", "stand", "stünd", "angebot", "anzubieten", "anbiet")
SPEAKING = frozenset(
    "spricht sprechen sprachen sprach gesprochen spreche sprächen reden redet rede redeten".split()
)
LASTING = ("supply", "partnership")
"""Kinds that stand where nobody ended them; others may still come about."""
NOT = frozenset("nicht nie niemals keineswegs keinesfalls mitnichten".split())
PASSED = frozenset(
    """mehr ganz noch schon bereits etwa völlig komplett wirklich tatsächlich gänzlich restlos
    vollends formell formal definitiv bislang bisher wieder sofort gleich automatisch""".split()
)
"""What may stand between `nicht` and what did not happen, beside words of manner."""
MANNER = ("ig", "lich", "ell", "isch")
BETWEEN = 4
NEGATIONS = frozenset("nicht keine keinen keinerlei nie niemals kein".split())


def status_of(kind: str, sentence: Wording, word: str, clause: Sequence[str] = ()) -> str:
    """The status that a sentence gives; intent counts only in the `clause` of the deal."""
    low = sentence.words
    traits = sentence.traits
    rejected = traits & _REJECTS and "zurück" in low
    marked = "denied" if rejected else _marked(sentence) or refused(sentence)
    if marked:
        return marked
    if traits & _NOT_SO:  # all of them negated
        return "agreed" if kind in LASTING and not traits & _DENIED else "ongoing"
    if traits & _NEITHER or _negated(low, word):
        return "denied"
    words = set(clause or low)
    if words & {"wir", "ich"} and words & {"werden", "werde"} and not _participle_last(clause):
        return "planned"
    offered = traits & _SALE and "zum" in low and any(w.startswith(OFFERING) for w in low)
    if word == "interesse" or offered:
        return "planned"
    if not (words.isdisjoint(PASSIVE) or _future(low)):
        words -= PASSIVE
    if words & DONE and not words & INTENT:
        return "agreed"
    if _talked(sentence) or ("über" in low and not SPEAKING.isdisjoint(low)):
        return "ongoing"
    if words & {"soll", "sollen"} and ("haben" in low[-4:] or "sein" in low[-4:]):
        return "agreed"
    if words & PLANNED:
        return "planned"
    if kind == "negotiation" or (kind == "partnership" and not words & BEGINNING and _lasts(low)):
        return "ongoing"
    return "ongoing" if kind == "supply" and _since(low) else "agreed"


_REJECTS = trait(("wies", "weist"))
_NEITHER = trait(("weder",))
_SALE = trait(("verkauf", "kauf"))


def _participle_last(low: Sequence[str]) -> bool:
    """`Wir werden übernommen`: a passive, no future."""
    bare = [w for w in low if w.isalpha()]
    return bool(bare) and bool(flags_of(bare[-1]) & PARTICIPLE)


def _since(low: Sequence[str]) -> bool:
    """`beliefert X seit 2022`: it goes on; `hatte seit 2022 beliefert` is over, and `setzt seit
    Januar auf X` tells what was chosen then."""
    return "seit" in low and EARLIER.isdisjoint(low)


def _future(low: Sequence[str]) -> bool:
    """`wird ... übernehmen`, not `wird ... übernommen` and not `wird Aktionär`."""
    return not MODALS.isdisjoint(low) or any(map(_is_infinitive, low))


@recalled
def _is_infinitive(word: str) -> bool:
    """Whether a word is a bare infinitive, and none that makes a passive."""
    flags = flags_of(word)
    return bool(flags & INFINITIVE) and not flags & PARTICIPLE and word not in PASSIVE


def _talked(sentence: Wording) -> bool:
    low = sentence.words
    return sentence.traits & _TALKS != 0 and any(
        word.startswith(TALKS) and not talked_before(low, i) for i, word in enumerate(low)
    )


_TALKS = trait(begins=TALKS)

MODALS = frozenset("soll sollen könnte könnten dürfte dürften will wollen solle".split())


def _marked(sentence: Wording) -> str:
    low, traits = sentence.words, sentence.traits
    words = set(low) if traits & _OPENING else set[str]()
    for status, phrase in PHRASES if words else ():
        if words.issuperset(phrase) and (status != "on-hold" or _adjacent(low, phrase)):
            if not any(_is_negated(low, low.index(word)) for word in phrase):
                return status
            return "planned" if status == "denied" else "ongoing"  # `schloss nicht aus`
    if traits & _ENDING and "an" not in low[-3:] and any(w.endswith("vertrag") for w in low):
        return "failed"
    for status, bit, starts in _MARKED:
        if traits & bit and _unless_negated(low, starts) and not _neither(status, low, starts):
            return status
    if traits & _EXTENDED and any(
        word.startswith("verlänger") and _is_negated(low, i) for i, word in enumerate(low)
    ):
        return "failed"
    ended = traits & _STOPPED or (traits & _MORE and _no_longer(low))
    return "failed" if ended and traits & _DELIVERY else ""


_MARKED = tuple((status, trait(begins=starts), starts) for status, starts in MARKS)
"""What words mark: `geplatzt`."""
_DENIED = next(bit for status, bit, _ in _MARKED if status == "denied")
_NOT_SO = trait(begins=[start for _, _, starts in _MARKED for start in starts])
_STOPPED, _DELIVERY = trait(("eingestellt",)), trait(begins=("liefer", "beliefer"))
_MORE, _EXTENDED = trait(("mehr",)), trait(begins=("verlänger",))


def _no_longer(low: Sequence[str]) -> bool:
    """`liefert nicht mehr`, but `nicht mehr als hundert` says how many."""
    return _adjacent(low, ("nicht", "mehr")) and not _adjacent(low, ("nicht", "mehr", "als"))


def _unless_negated(low: Sequence[str], starts: tuple[str, ...]) -> bool:
    """Whether a word begins so with no `nicht` before it: an order that is `nicht storniert`
    stands."""
    return any(w.startswith(starts) and not _is_negated(low, i) for i, w in enumerate(low))


def _is_negated(low: Sequence[str], i: int) -> bool:
    """`nicht gescheitert`, `noch nicht endgültig gescheitert`."""
    k = i - 1
    while k > max(0, i - 1 - BETWEEN) and (low[k] in PASSED or low[k].endswith(MANNER)):
        k -= 1
    return low[max(k, 0)] in NOT


def _neither(status: str, low: Sequence[str], starts: tuple[str, ...]) -> bool:
    """`weder gescheitert noch abgesagt`."""
    if status != "failed":
        return False
    ends = [i for i, word in enumerate(low) if word.startswith(starts)]
    return all(low[max(0, i - 1)] in ("weder", "noch") and "weder" in low[:i] for i in ends)


_OPENING = trait(phrase[0] for _, phrase in PHRASES)
_ENDING = trait(ENDING)


def _adjacent(low: Sequence[str], phrase: Sequence[str]) -> bool:
    size = len(phrase)
    return any(tuple(low[i : i + size]) == tuple(phrase) for i in range(len(low)))


def _lasts(low: Sequence[str]) -> bool:
    """A partnership that is told as running, not as one that begins now."""
    return not any(w.startswith(("gründe", "gegründ", "lizenz", "verbünd", "joint")) for w in low)


def _negated(low: Sequence[str], word: str) -> bool:
    """`nicht investieren`, `keine Übernahme`; not `zögerte nicht und kaufte`, and of what nobody
    spoke about nothing is said: `äußerte sich nicht zur Übernahme`."""
    if word not in low:
        return False
    at = list(low).index(word)
    before = low[max(0, at - 2) : at]
    if before[-1:] == ["und"] or (before[-1:] in (["zur"], ["zum"]) and _COMES.isdisjoint(low)):
        return False
    return not NEGATIONS.isdisjoint(before)


_COMES = frozenset("komme kommen kommt kam kamen käme gekommen".split())
"""`Es kam nicht zum Kauf`."""


def unique_deals(found: list[Deal]) -> tuple[Deal, ...]:
    """One entry for each deal and holder, with the most definite status."""
    if len(found) < 2:
        return tuple(found)
    kept: dict[tuple[object, ...], Deal] = {}
    for deal in found:
        names = tuple(sorted(p.name for p in deal.parties))
        key = (deal.kind, names, deal.holder, any(p.role == "acquirer" for p in deal.parties))
        old = kept.get(key)
        if old is None:
            kept[key] = deal
        elif RANK.index(deal.status) < RANK.index(old.status):
            kept[key] = replace(deal, amount=deal.amount or old.amount)
        elif old.amount is None and deal.amount is not None:
            kept[key] = replace(old, amount=deal.amount)
    return tuple(kept.values())


def as_before(deal: Deal, found: Sequence[Deal], named: bool) -> Deal:
    """Who plays which part was told better where both were named; a denial of talks denies what
    the talks are about."""
    names = {p.name for p in deal.parties}
    last = found[-1] if found else None
    talks = deal.kind == "negotiation" and deal.status == "denied"
    if talks and last is not None and {p.name for p in last.parties} == names:
        return replace(deal, kind=last.kind, parties=last.parties)
    part = {p.role for p in deal.parties} >= {"seller", "acquirer"}
    for before in reversed(found) if not (named or part) else ():
        known = {p.name: p for p in before.parties}
        new = [p for p in deal.parties if p.name not in known]
        if before.kind != deal.kind or len(new) > 1 or len(new) == len(deal.parties):
            continue
        parties = tuple(known.get(p.name, p) for p in deal.parties)
        return deal if one_sided(parties) else replace(deal, parties=parties)
    return deal


def joined(one: Deal, other: Deal) -> Deal:
    """`Angeführt wird die Runde von X, auch Y beteiligt sich an Z`: one deal."""
    names = {p.name for p in one.parties}
    new = tuple(p for p in other.parties if p.name not in names)
    parties = (*one.parties, *new)
    span = (one.evidence[0], other.evidence[1])
    return replace(one, parties=parties, amount=one.amount or other.amount, evidence=span)


def joins_round(one: Deal, other: Deal, also: bool = False) -> bool:
    """Whether a deal only names more investors of the one told right before it."""
    if not one.kind == other.kind == "investment" or not (also or one.holder == other.holder):
        return False
    investees = [{p.name for p in deal.parties if p.role == "investee"} for deal in (one, other)]
    near = 0 <= other.evidence[0] - one.evidence[1] <= (ALSO_NEXT if also else NEXT)
    return investees[0] == investees[1] and one.status == other.status and near


NEXT = 3
"""Two clauses that tell one round stand so near, in code points."""
ALSO_NEXT = 200
"""With `auch` in the second: so near."""
