"""Names told by being no word: neither the dictionary nor a compound of its words has them.

What is left after all other signs: `die dänische X`, `Interessenten X`, `bei X`, `X sprang ab`. A
word that is no word may also be a town, whoever lives there, a family or a thing: so not behind
`in` and `aus`, not as a dateline, not behind a noun that is no kind of firm.
"""

from functools import lru_cache

from onrecord.extract.german.grammar.document import Document
from onrecord.extract.german.grammar.flags import ADJ, DET, NUM
from onrecord.extract.german.grammar.vocabulary import head_of, is_listed, is_word
from onrecord.extract.german.names.candidates import Found, without_s
from onrecord.extract.german.names.kinds import (
    COMMON,
    common,
    is_company_kind,
    is_institute,
    is_medium_kind,
    is_office,
)
from onrecord.extract.german.names.places import PLACES
from onrecord.extract.german.names.seated import STANDING, is_place
from onrecord.extract.german.names.trades import TRADES
from onrecord.extract.given import is_given
from onrecord.extract.tokens import Kind, recalled
from onrecord.extract.wellknown import COMPANY_ENDS, LEGAL

_WHERE = frozenset("in im aus nach ab nahe um zwischen über bis richtung unweit".split())
_FEMININE = frozenset("die der einer".split())
_AGENTS = ("er", "ern", "ent", "enten", "ant", "anten", "ist", "isten", "eur", "or", "oren")
"""Ends of nouns that say what a firm, or a person, does."""
_BODIES = (
    "bahn",
    "linie",
    "verbund",
    "versand",
    "vertrieb",
    "seite",
    "sozietät",
    "dritte",
    "dritten",
)
_NOT_ONE = frozenset("Dr Prof Mio Mrd Tsd AFX ROUNDUP KORREKTUR UPDATE Nr Str".split())
_PARTS = ("sparte", "tochter", "geschäft", "geschäfts", "töchter", "sparten", "firma", "konzern",
          "konzerns", "hersteller", "herstellers", "anbieter", "anbieters", "gesellschaft",
          "unternehmen", "unternehmens", "händler", "händlers", "dienstleister", "betreiber",
          "betreibers", "investor", "investors", "geber", "gebers", "techniker",
          "technikers")  # fmt: skip
"""Ends of words for firms and parts of them: `die Tiefkühlsparte`, `der Biotechfirma`."""
_SHORTEST, _LONGEST = 3, 4


def unlisted_names(
    document: Document, candidates: list[tuple[int, int]], found: dict[tuple[str, ...], Found]
) -> None:
    """Adds the firms, and the people behind an office, that only a dictionary tells."""
    covered = {word for name in found for word in name}
    covered |= {word for item in found.values() for alias in item.aliases for word in alias}
    words, bits, shaped = document.tokens.words, document.tokens.bits, _SHAPED.bit
    for begin, end in candidates:
        single = end - begin == 1
        if (single and not bits[begin] & shaped) or not covered.isdisjoint(words[begin:end]):
            continue
        start, last = begin, end
        if not single:
            start = _past_description(words, begin, end)
            last = _before_nouns(words, start, end)
        name = tuple(words[start:last])
        if not _may_be(name) or not _stands_free(document, start, last):
            continue
        kind = _kind(document, name, words[start - 1] if start > begin else "", start)
        if kind:
            base = (*name[:-1], without_s(name[-1], document))
            found.setdefault(base, Found(kind, base, "unlisted"))


def _past_description(words: list[str], begin: int, end: int) -> int:
    """Past the nouns that say what the name is, if nothing else is before the first that is no
    word: `Genfer Privatbank X`; else where the run begins."""
    start = begin
    while start < end - 1 and is_word(words[start]) and not is_given(words[start]):
        start += 1
    before = words[begin:start]
    return start if all(_describes(w) or _of_place(w) for w in before) else begin


@recalled
def _describes(word: str) -> bool:
    kind = is_company_kind(word) or is_medium_kind(word) or is_office(word)
    kind = kind or is_institute(word.lower())
    return kind or (word.lower().endswith(_AGENTS + _BODIES) and is_word(word))


def _of_place(word: str) -> bool:
    return word.endswith("er") and (word[:-2] in PLACES or word[:-1] in PLACES or is_word(word))


def _before_nouns(words: list[str], start: int, end: int) -> int:
    """Before what is no part of the name: `X Aktien`."""
    last = end
    while last - 1 > start and is_listed(words[last - 1]) and not _closes(words[last - 1]):
        last -= 1
    return last


def _closes(word: str) -> bool:
    return word in COMPANY_ENDS or word in LEGAL


@lru_cache(maxsize=50_000)
def _may_be(name: tuple[str, ...]) -> bool:
    """Whether the words look like the name of a firm: the first one is no word."""
    first = name[0]
    if len(name) > _LONGEST or common(first) or not _is_shaped(first):
        return False
    if len(name) == 1 and first.lower().endswith(_PARTS):
        return False
    if "-" in first and (is_word(first.rpartition("-")[2]) or is_company_kind(first)):
        return False
    return not _is_german(first) and not _is_german(first.removesuffix("s"))


_FOREIGN = frozenset("Mann More Line Lines Nova Maris Fjord Icon Point Gate Store Air".split())
"""What ends names, and no compound that a dictionary lacks: Kuhlmann, Paperline."""


@recalled
def _is_german(word: str) -> bool:
    """Whether German has the word, or makes it of its own words."""
    return is_listed(word) or head_of(word) not in _FOREIGN | {""}


def _is_shaped(word: str) -> bool:
    """Whether a word that is not common may begin such a name, before the dictionary is asked."""
    if len(word) < _SHORTEST or not word[0].isupper() or "/" in word or word.endswith("-"):
        return False
    return not (word in _NOT_ONE or is_given(word))


_SHAPED = Kind(_is_shaped, large=True, without=COMMON.bit, placed=False)


def _stands_free(document: Document, start: int, last: int) -> bool:
    """Whether nothing around says that it is a town, a heading, a figure, or words in marks."""
    tokens, flags = document.tokens, document.flags
    words, n = tokens.words, len(tokens.words)
    after = words[last] if last < n and not tokens.breaks[last] else ""
    opens = start == 0 or tokens.breaks[start] > 0
    if opens and (not after or after in (".", "(", ":", "–", "-", "/", "—")):
        return False
    if after == ":" and words[start - 1] in ".!?":
        return False  # `Lead: X Ventures.`
    if after == "/" or (start and words[start - 1] == "/") or _in_marks(document, start, last):
        return False
    if opens:
        return True
    low = tokens.low[start - 1]
    if flags[start - 1] & NUM or low in _WHERE or (low == "und" and _placed(document, start - 2)):
        return False
    if low in STANDING and last - start == 1 and is_place(document, words[start]):
        return False  # `des Hauses Werl`, and elsewhere `in Werl`
    if low.endswith("schen") and start > 1 and tokens.low[start - 2] in _WHERE:
        return False  # `im spanischen X`
    if low == "für" and last - start == 1 and words[start].lower().endswith(TRADES):
        return False  # `der Markt für Feldrobotik`
    resident = words[start].endswith(("er", "ern")) and bool(flags[start - 1] & (DET | ADJ))
    return not resident and not (low in _ARTICLES and low not in _FEMININE)


_ARTICLES = frozenset(
    """der die das dem den des ein eine einen einem einer eines kein keine keinen zum zur im am vom
    beim mein meine dein deine sein seine seinen seinem seiner ihr ihre ihren ihrem ihrer unser
    unsere du ich""".split()
)


def _in_marks(document: Document, start: int, last: int) -> bool:
    """Whether words in marks are all of the name: a product, a title."""
    number = document.inside[start]
    return number >= 0 and document.marks[number][:2] == (start - 1, last + 1)


def _placed(document: Document, i: int) -> bool:
    """`zwischen X und Y`, `in X und Y`."""
    return i >= 1 and document.tokens.low[i - 1] in _WHERE


def _kind(document: Document, name: tuple[str, ...], noun: str, start: int) -> str:
    """What the noun before makes of it: a firm, or a person; empty where it is neither."""
    if noun and is_office(noun):
        return "person" if len(name) > 1 else ""
    if noun and is_medium_kind(noun):
        return "medium"
    if len(name) == 1 and name[0].isupper() and not (noun or _feminine(document, start)):
        return ""
    return "company"


def _feminine(document: Document, start: int) -> bool:
    return start > 0 and document.tokens.low[start - 1] in _FEMININE
