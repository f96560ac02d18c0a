"""What an English text calls each company, and which words stand for one: `the Danish brewer`."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Final

from onrecord.extract.english.document import Document
from onrecord.extract.english.kinds import is_kind
from onrecord.extract.english.nations import nation_of
from onrecord.extract.english.phrases import finite
from onrecord.extract.english.words import FUNCTION

GENERAL: Final = frozenset(
    """company group firm business concern start-up startup corporation enterprise parent
    giant""".split()
)
PARTIES: Final = frozenset(
    """buyer seller bidder target acquirer owner investor purchaser suitor lender supplier customer
    investors lenders buyers sellers owners borrower""".split()
)
"""Nouns that stand for who has that part in the deal told before."""
_PLURAL: Final = frozenset(
    """companies groups firms parties sides pair partners rivals two duo businesses
    competitors""".split()
)
_BE: Final = frozenset("is was".split())
_NO_NAMES: Final = FUNCTION - {"the", "a", "an"}
_NEAR: Final = 7
_PHRASE: Final = 4
_ENDS: Final = frozenset(", of that which for in . with from at based whose who and to by".split())
Mentions = Mapping[int, tuple[str, int]]


@dataclass(frozen=True, slots=True)
class Description:
    """`the two French brewers`: its noun, the nation, and the token behind it."""

    noun: str
    nation: str
    plural: bool
    end: int
    words: tuple[str, ...] = ()
    """What stands before the noun: `chip` in `the chip company`."""


def read_description(
    document: Document, i: int, mentions: Mentions, nouns: Collection[str]
) -> Description | None:
    """The description of companies that begins with an article at token i."""
    low, size = document.tokens.low, len(document.tokens)
    nation, found = "", -1
    for k in range(i + 1, min(i + 2 + _PHRASE, size)):
        if k in mentions:
            return None
        if not low[k][0].isalnum():
            break
        told = nation_of(low[k])
        if told and not low[k].endswith(("’s", "'s")):
            nation = told
            continue
        noun = bare(low[k])
        if noun in _PLURAL:
            if k + 1 in mentions:
                return None
            return Description(noun, nation, True, k + 1)
        if low[k].endswith(_SEATS):
            continue
        if (document.capital(k) or low[k] in FUNCTION) and low[k] not in ("two", "three", "first"):
            break
        kind = noun in nouns or noun in PARTIES or noun in GENERAL or is_kind(noun)
        found = k if kind else found
        if (found >= 0 and not kind) or noun != low[k] or finite(document, k, i):
            break
    if (
        found < 0
        or _named(document, found + 1, mentions)
        or (found + 1 in mentions and low[found] == bare(low[found]))
    ):
        return None
    return Description(bare(low[found]), nation, False, found + 1, tuple(low[i + 1 : found]))


def _named(document: Document, comma: int, mentions: Mentions) -> bool:
    """`the seller, the venture fund X,`: a name follows, which what stands before describes."""
    low = document.tokens.low
    if low[comma : comma + 1] != [","]:
        return False
    for k in range(comma + 1, min(comma + 2 + _PHRASE, len(low))):
        if k in mentions:
            return True
        if low[k] in _NO_NAMES or low[k] == "," or finite(document, k, comma):
            return False
    return False


def rival_behind(document: Document, i: int, mentions: Mentions) -> int:
    """The token behind `its smaller rival`, where no name follows; else 0."""
    low = document.tokens.low
    for k in range(i + 1, min(i + 2 + _PHRASE, len(low))):
        if bare(low[k]) in _RIVALS:
            named = any(m in mentions for m in range(k + 1, k + 4))
            return 0 if named or low[k + 1 : k + 2] == [","] else k + 1
        if document.capital(k) or low[k] in FUNCTION:
            return 0
    return 0


_RIVALS: Final = frozenset("rival competitor counterpart neighbour neighbor".split())


def bare(word: str) -> str:
    """A word without its genitive."""
    return word.removesuffix("’s").removesuffix("'s")


def kinds_of(document: Document, mentions: Mentions) -> dict[str, set[str]]:
    """`toolmaker X`, `X, a maker of tools`: the nouns that say what each company is."""
    found: dict[str, set[str]] = {}
    for first, (name, end) in mentions.items():
        kinds = found.setdefault(name, set())
        kinds.update(_before(document, first))
        kinds.update(_apposed(document, end))
        last = name.split()[-1].lower()
        kinds.add(last)
        if last.startswith(("bank", "airline", "airways")):
            kinds.add("bank" if "bank" in name.lower() else "airline")
    for kinds in found.values():
        kinds.update(*(_ALIKE.get(kind, ()) for kind in tuple(kinds)))
    return found


_ALIKE: Final[dict[str, tuple[str, ...]]] = {
    one: tuple(line.split())
    for line in (
        "airline carrier", "bank lender", "retailer chain grocer supermarket",
        "drugmaker pharma", "insurer insurance", "startup start-up", "brewer brewery",
        "carmaker automaker manufacturer", "chipmaker chip semiconductor", "fund investor",
        "maker manufacturer producer", "lender bank", "utility energy", "miner mining",
        "shipyard shipbuilder yard", "publisher publishing", "developer development",
        "software tech technology", "airlines airline carrier",
    )
    for one in line.split()
}  # fmt: skip
"""Words for the same kind of company."""


def _before(document: Document, first: int) -> set[str]:
    """`supermarket chain X`, `bank, X`: the kind before a name, and what stands before it."""
    low = document.tokens.low
    k = first - 1
    if k > 0 and low[k] == ",":
        return {low[k - 1]} if is_kind(low[k - 1]) else set()
    if k < 0 or not is_kind(low[k]):
        return set()
    kinds = {low[k]}
    k -= 1
    if k >= 0 and low[k] not in FUNCTION and low[k][0].isalpha() and not nation_of(low[k]):
        kinds.add(low[k])
    return kinds


def _apposed(document: Document, end: int) -> set[str]:
    """`X, a Danish maker of tools,`, `X is a maker`: the noun of what stands behind a name."""
    low, size = document.tokens.low, len(document.tokens)
    told = end + 2 < size and (low[end] == "," or low[end] in _BE)
    if not told or low[end + 1] not in ("a", "an", "the"):
        return set()
    for k in range(end + 2, min(end + 2 + _NEAR, size)):
        if low[k] in _ENDS:
            return {low[k - 1]} if is_kind(low[k - 1]) else set()
    return set()


def nations_of(document: Document, mentions: Mentions) -> dict[str, set[str]]:
    """`Danish brewer X`, `Denmark’s X`, `X of Denmark`, `X, a Danish brewer`: the nations."""
    low, size = document.tokens.low, len(document.tokens)
    found: dict[str, set[str]] = {}
    for first, (name, end) in mentions.items():
        nations = found.setdefault(name, set())
        for k in range(first - 1, max(-1, first - 1 - _NEAR), -1):
            told = nation_of(low[k])
            if told:
                nations.add(told)
            if told or low[k] in FUNCTION or not low[k][0].isalpha():
                break
        if end + 1 < size and low[end] in ("of", "from") and nation_of(low[end + 1]):
            nations.add(nation_of(low[end + 1]))
        if end + 1 < size and low[end] == "," and low[end + 1] in ("a", "an", "the", "based"):
            for k in range(end + 2, min(end + 2 + _NEAR, size)):
                if low[k] in (",", ".", "which", "who", "with"):
                    break
                if nation_of(low[k]) and not low[k].endswith(("’s", "'s")):
                    nations.add(nation_of(low[k]))
                    break
        for k in range(end + 1, min(end + _NEAR, size - 2)):
            if low[k] in _SEATED and low[k + 1] == "in" and low[end] in (",", "is"):
                nations.update({nation_of(low[k + 2])} - {""})
    _dateline(document, mentions, found)
    return found


_SEATS: Final = ("-based", "-listed", "-headquartered")
"""`the Omaha-based insurer`."""
_SEATED: Final = frozenset("based listed headquartered".split())
_LINE: Final = 9


def _dateline(document: Document, mentions: Mentions, nations: dict[str, set[str]]) -> None:
    """`MILAN - Fashion house X`: the first company, if nothing else tells where it is from."""
    tokens = document.tokens
    for start in (s[0] for s in document.sentences[:4]):
        city = nation_of(tokens.low[start]) if tokens.words[start].isupper() else ""
        first = next((m for m in sorted(mentions) if m > start), -1)
        if city and 0 < first - start < _LINE + _NEAR and not nations[mentions[first][0]]:
            nations[mentions[first][0]].add(city)
            return
