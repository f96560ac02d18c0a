"""Parts of a deal: which words call it, which party takes which role, what its status is."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from onrecord.extract.german.deals.words import (
    DONE,
    INTENT,
    NO_DEALS,
    PATTERNS,
    PLANNED,
    RANK,
    STATUS,
    TALKS,
    Pattern,
)
from onrecord.extract.german.grammar.document import Document, Sentence
from onrecord.extract.german.grammar.flags import ADJ, CAP, DET, FINITE, NUM, PREP
from onrecord.extract.records import Amount, Deal, Party

INVITING = frozenset("eingeladen einlud lud gebeten bat aufgefordert gedrängt drängte".split())


PASSIVE = frozenset("wird wurde wurden werden worden werde".split())


ASIDE = frozenset("nach laut gegen wegen trotz neben vor über unter seit gemäß statt außer".split())


PLAIN = {"am": "an", "im": "in", "ins": "in", "beim": "bei", "vom": "von", "zum": "zu",
         "zur": "zu", "fürs": "für", "ans": "an"}  # fmt: skip


@dataclass(slots=True)
class Mention:
    name: str
    prep: str
    at: int = -1
    joined: bool = False
    """Whether `und` joins it to the mention before."""


def candidate_patterns(low: list[str], clause: int) -> Iterator[tuple[Pattern, str]]:
    """Patterns with the word that calls them: first those in or behind the clause of a party."""
    for words in (low[clause:], low[:clause]):
        calls = [
            _core(w)
            for w in words
            if (w.startswith(ALL_STARTS) and not w.startswith(NO_DEALS)) or w.endswith(CORES)
        ]
        if not calls:
            continue
        for pattern in PATTERNS:
            word = next((w for w in calls if w.startswith(pattern.starts)), "")
            if word and pattern.needs(low) and not _talks_only(pattern, word):
                yield pattern, word


def _core(word: str) -> str:
    """`Lizenzpartnerschaft` is a partnership."""
    return next((core for core in CORES if word.endswith(core)), word)


def _talks_only(pattern: Pattern, word: str) -> bool:
    """`Investitionsgespräche` are talks, of an investment yet to come."""
    return pattern.kind == "investment" and word.endswith(("gespräche", "gesprächen"))


def clause_of_first(sentence: Sentence, mentions: list[Mention]) -> int:
    at = mentions[0].at
    for part in sentence.segments:
        if part.begin <= at < part.end:
            return part.begin
    return sentence.begin


def joins(document: Document, first: int, second: int) -> bool:
    """`X und Y`, `der Rivale X und der Investor Y`: no verb and no preposition between."""
    low, flags = document.tokens.low, document.flags
    between = range(first + 1, second)
    if not any(low[i] in ("und", "sowie", "&", ",") for i in between) or len(between) > 8:
        return False
    return not any(flags[i] & (PREP | FINITE) and not flags[i] & CAP for i in between)


def preposition_of(document: Document, sentence: Sentence, i: int) -> str:
    """The preposition that governs the phrase around token i; `gen` for a genitive."""
    flags, low = document.flags, document.tokens.low
    k = i - 1
    while k >= sentence.begin and (
        flags[k] & (ADJ | NUM) or (flags[k] & CAP and not flags[k] & PREP) or low[k] == "wie"
    ):
        k -= 1
    if k < sentence.begin:
        return ""
    if flags[k] & DET and not flags[k] & PREP:
        before = k - 1
        if before >= sentence.begin and flags[before] & PREP:
            return PLAIN.get(low[before], low[before])
        genitive = low[k] in ("der", "des") and before >= sentence.begin and flags[before] & CAP
        return "gen" if genitive else ""
    if flags[k] & PREP:
        return PLAIN.get(low[k], low[k])
    return ""


def parties_of(
    pattern: Pattern, word: str, mentions: list[Mention], low: list[str]
) -> tuple[Party, ...]:
    roles, second = dict(pattern.roles), pattern.object
    if word.startswith(("offerte", "angebot", "gebot", "übernahmeangebot", "kaufangebot")):
        roles |= {"gen": roles[""], "von": roles[""]}
    if word.startswith(("biet", "bot", "geboten")):
        second = roles[""]
    if INVITING & set(low) and second not in ("", "partner"):
        roles[""], second = second, roles[""]
    if _is_passive(word, low) and second and second != "partner":
        roles = {**roles, "": second, "von": pattern.roles[""], "durch": pattern.roles[""]}
        second = pattern.roles[""]
    found: dict[str, str] = {}
    bare = 0
    for mention in mentions:
        if mention.prep in ASIDE and mention.prep not in roles:
            continue
        role = roles.get(mention.prep, second)
        if mention.prep == "":
            role = roles[""] if bare == 0 or roles[""] == second else second
            if mention.joined and found:
                role = list(found.values())[-1]
            bare += 1
        if role:
            found.setdefault(mention.name, role)
    joined = any(m.joined for m in mentions)
    if len(found) == 2 and not joined and _one_sided(found) and second not in ("", "partner"):
        first, last = found
        found[last] = second if found[first] == roles[""] else roles[""]
    return tuple(Party(name, role) for name, role in found.items())


def _one_sided(found: dict[str, str]) -> bool:
    return len(set(found.values())) == 1


def _is_passive(word: str, low: list[str]) -> bool:
    """`X wird von Y übernommen`."""
    participle = word.endswith(
        ("ommen", "kauft", "worben", "liefert", "schluckt", "stellt", "tragt")
    )
    if not participle or PASSIVE.isdisjoint(low):
        return False
    return {"hat", "haben", "hatte", "hatten", "habe"}.isdisjoint(low)


CORES = tuple("partnerschaft kooperation übernahme fusion großauftrag finanzierungsrunde".split())
ALL_STARTS = tuple(sorted({start for pattern in PATTERNS for start in pattern.starts}))
BEGINNING = frozenset("künftig schließen starten gründen".split())


def status_of(kind: str, low: list[str], word: str, clause: list[str] | None = None) -> str:
    """The status that a sentence gives; intent counts only in the `clause` of the deal."""
    for status, starts in STATUS:
        if any(w.startswith(starts) for w in low):
            return status
    if ("wies" in low and "zurück" in low) or "weder" in low or _negated(low, word):
        return "denied"
    words = set(clause or low)
    if word == "interesse":
        return "planned"
    if _is_passive(word, low) and "soll" not in words:
        words -= PASSIVE
    perfect = bool({"haben", "sein"} & set(low[-4:]))
    if words & DONE and not words & INTENT:
        return "agreed"
    if any(w.startswith(TALKS) for w in low):
        return "ongoing"
    if words & {"soll", "sollen"} and perfect:
        return "agreed"
    if words & PLANNED:
        return "planned"
    if kind == "negotiation":
        return "ongoing"
    if kind == "partnership" and not words & BEGINNING:
        return "ongoing"
    return "agreed"


def _negated(low: list[str], word: str) -> bool:
    """`nicht investieren`, `keine Übernahme`."""
    if word not in low:
        return False
    at = low.index(word)
    return any(
        w in ("nicht", "keine", "keinen", "keinerlei", "nie") for w in low[max(0, at - 2) : at]
    )


def amount_in(amounts: Sequence[Amount], span: tuple[int, int]) -> Amount | None:
    first = bisect_left(amounts, span[0], key=lambda a: a.span[0])
    found = amounts[first] if first < len(amounts) else None
    return found if found is not None and found.span[0] < span[1] else None


def unique_deals(found: list[Deal]) -> tuple[Deal, ...]:
    """One entry for each deal and holder, with the most definite status."""
    kept: dict[tuple[object, ...], Deal] = {}
    for deal in found:
        key = (deal.kind, tuple(sorted(p.name for p in deal.parties)), deal.holder)
        old = kept.get(key)
        if old is None:
            kept[key] = deal
        elif RANK.index(deal.status) < RANK.index(old.status):
            kept[key] = replace(deal, amount=deal.amount or old.amount)
        elif old.amount is None and deal.amount is not None:
            kept[key] = replace(old, amount=deal.amount)
    return tuple(kept.values())
