"""Names told by where a word stands all over the text: never behind an article, often as who acts.

A German noun needs an article, a firm needs none: a word that stands bare again and again, before
verbs and behind `von` or `bei`, is a name. `die Basler X`, `X (XY)` are signs of their own.
"""

from onrecord.extract.german.grammar.document import Document
from onrecord.extract.german.grammar.flags import ADJ, ADV, CAP, DET, FINITE, NUM, PARTICIPLE, PREP
from onrecord.extract.german.grammar.words import flags_of
from onrecord.extract.german.names.candidates import Found, without_s
from onrecord.extract.german.names.kinds import COMMON, COMPANY_KIND, MEDIUM_KIND, is_office
from onrecord.extract.german.names.places import of_city
from onrecord.extract.given import is_given
from onrecord.extract.tokens import ODD, Kind

BARE = frozenset("von bei mit für an durch gegen zwischen um nach laut über".split())
WHERE = frozenset("in im aus bis ab nahe richtung".split())
ARTICLES = frozenset(
    """der die das dem den des ein eine einen einem einer eines kein keine keinen sein seine seinen
    seinem seiner ihr ihre ihren ihrem ihrer unser unsere unseren dieser diese dieses diesem diesen
    jeder jede jedes zum zur im am vom beim ins ans""".split()
)
PLURALS = ("en", "ern", "er", "e", "eln", "n")
SHORTEST = 4
PLACED = 4
"""The vote of `die Basler X`."""


def spread_names(document: Document, found: dict[tuple[str, ...], Found]) -> None:
    """Adds the names of firms that their places in the text tell."""
    covered = {word for name in found for word in name}
    for word in sorted({*document.tokens.forms(_NAMELIKE)} - covered):
        spots = _large(document, word)
        if not spots or (word.endswith("s") and _large(document, word[:-1])):
            continue
        votes = [_vote(document, i) for i in (*spots, *_large(document, word + "s"))]
        often = sum(votes) >= 3 or PLACED in votes or (len(votes) > 1 and min(votes) > 0)
        if min(votes) >= 0 and often:
            base = without_s(word, document)
            found.setdefault((base,), Found("company", (base,), "acts"))


def _large(document: Document, word: str) -> list[int]:
    """Where a word stands and is written large, as names are."""
    spots, flags = document.tokens.places(word), document.flags
    return [i for i in spots if flags[i] & CAP] if spots else []


def _may_be(word: str) -> bool:
    if len(word) < SHORTEST or "-" in word or "/" in word or is_given(word):
        return False
    low = word.lower()
    if word[1:].islower() and low.endswith(_NO_ENDS):
        return False
    return not (participle(low) or flags_of(low) & FINITE)


_NO_ENDS = (*PLURALS, "fabrik")
_NAMELIKE = Kind(_may_be, large=True, without=COMMON.bit | COMPANY_KIND.bit | MEDIUM_KIND.bit)


def participle(low: str) -> bool:
    """`Zugekauft hat er stets`: a verb at the start."""
    joined = "ge" in low[:7] and low.endswith(("t", "en")) and len(low) > PARTICIPLES
    return joined or bool(flags_of(low) & PARTICIPLE)


PARTICIPLES = 6


def _vote(document: Document, i: int) -> int:
    """What one place says: below nothing, that it is no firm."""
    tokens, flags = document.tokens, document.flags
    n = len(tokens.words)
    before = "" if i == 0 or tokens.breaks[i] else tokens.words[i - 1]
    after = tokens.words[i + 1] if i + 1 < n and not tokens.breaks[i + 1] else ""
    low = before.lower()
    if after[:1].isupper() or (after and flags[i + 1] & NUM):
        return 0
    if low == "von" and i > 1 and tokens.low[i - 2] in GOODS:
        return 0  # `die Lieferung von Ökostrom`
    if low in TRADING and _trades(document, i):
        return PLACED
    if before[:1].isupper() and low not in ARTICLES:
        placed = of_city(before) or (tokens.low[i - 2] in ARTICLES and not is_office(before))
        if before.endswith("er") and placed:
            return PLACED
        return -9 if is_given(before) or is_office(before) else 0
    if low in ARTICLES or low in WHERE:
        return -9
    if before and flags[i - 1] & (DET | ADJ) and not flags[i - 1] & (PREP | ADV | FINITE | CAP):
        return -9
    verb = bool(after) and bool(flags[i + 1] & FINITE) and not flags[i + 1] & CAP
    if verb and (not before or before in '.!?:“„"»«,' or low in BARE):
        return 2
    if low in BARE:
        return 1
    return 1 if before and flags[i - 1] & FINITE else 0


TRADING = frozenset("bei von an".split())
TRADES = ("bestell", "order", "geordert", "gekauft", "kauft", "erwarb", "erworben", "verkauf",
          "veräuß", "liefer", "beliefer", "beteilig", "abgegeben", "einsteig", "eingestiegen",
          "bezieh", "bezog", "gemietet", "mietet", "least", "geleast", "auftrag", "übernahme",
          "übernommen", "kommen", "stammen")  # fmt: skip
TRADE_REACH = 12
GOODS = frozenset("lieferung abnahme bezug produktion herstellung fertigung transport bau".split())
"""`von` behind these stands before what is made, as often as before who makes it."""


def _trades(document: Document, i: int) -> bool:
    """`... hat er bei X bestellt`: a word of trade in the sentence, and X ends its phrase."""
    tokens = document.tokens
    after = tokens.words[i + 1] if i + 1 < len(tokens.words) else ""
    if after[:1].isupper() or tokens.breaks[i]:
        return False
    for step in (-1, 1):
        k = i + step
        while 0 <= k < len(tokens.words) and abs(k - i) <= TRADE_REACH:
            if tokens.words[k] in ".!?":
                break
            if tokens.low[k].startswith(TRADES):
                return True
            k += step
    return False


def abbreviations(document: Document, found: dict[tuple[str, ...], Found]) -> None:
    """`Stadtwerke Hemmstedt (SWH)`, `Rheinländische Wehrtechnik, kurz RWT`: another name."""
    words = document.tokens.words
    for i in document.tokens.where(_SHORT):
        short = words[i]
        if i < 2:
            continue
        end = i - 1 if words[i - 1] == "(" and words[i + 1 : i + 2] == [")"] else 0
        end = i - 2 if words[i - 1] == "kurz" and words[i - 2] in ",(" else end
        name = _name_before(words, end, found) if end else None
        run = tuple(words[end - len(short) : end]) if end >= len(short) else ()
        if name is None and run and "".join(w[0] for w in run) == short and len(run) > 1:
            name = run
            found.setdefault(run, Found("company", run, "form"))
        if name is not None and name[0][0] == short[0]:
            found[name].aliases.append((short,))
            found.pop((short,), None)


def _is_short(word: str) -> bool:
    return word.isupper() and word.isalpha() and 2 <= len(word) <= LONGEST


LONGEST = 6
_SHORT = Kind(_is_short, large=True, without=ODD)


def _name_before(
    words: list[str], end: int, found: dict[tuple[str, ...], Found]
) -> tuple[str, ...] | None:
    for size in range(LONGEST, 0, -1):
        name = tuple(words[max(0, end - size) : end])
        if name in found and found[name].kind == "company":
            return name
    return None
