"""Words that stand behind a name and are no part of it: `bestellt beim Zulieferer X Bremsen`."""

from onrecord.extract.german.grammar.document import Document
from onrecord.extract.german.grammar.flags import CAP
from onrecord.extract.german.grammar.vocabulary import is_listed
from onrecord.extract.german.names.candidates import Found
from onrecord.extract.german.names.trades import TRADES
from onrecord.extract.wellknown import COMPANY_ENDS, LEGAL

_SURE = frozenset(("register", "known"))
_MANY = 2
_PLURALS = ("en", "ern", "eln", "as")


def without_objects(document: Document, found: dict[tuple[str, ...], Found]) -> None:
    """Cuts off the word that stands behind a name once, where the text named the firm without it
    before, or another firm that is called so: who is introduced is named in full."""
    for name, item in list(found.items()):
        if item.kind != "company" or item.rule in _SURE or len(name) != _MANY:
            continue
        first, last = name
        other = found.get((last,))
        firm = other is not None and other.kind == "company"
        if last in COMPANY_ENDS or last in LEGAL or is_listed(first):
            continue
        if not (firm or _thing(last)):
            continue
        words = document.tokens.words
        spots = [i for i in document.tokens.places(first) if document.flags[i] & CAP]
        whole = [i for i in spots if words[i + 1 : i + 2] == [last]]
        again = document.tokens.places(last) if firm else spots
        told = [i for i in again if i >= _body(document)]
        if len(whole) == 1 and told and told[0] < whole[0]:
            del found[name]
            found.setdefault((first,), Found("company", (first,), item.rule))


def _thing(word: str) -> bool:
    """Whether a word is a noun in the plural that the dictionary has, and no usual trade."""
    low = word.lower()
    plural = low.endswith(_PLURALS) and not low.endswith(TRADES)
    return plural and word[1:].islower() and is_listed(word)


def _body(document: Document) -> int:
    """The token at which the text below the heading begins; nought where there is no heading."""
    sentences = document.sentences
    below = (s.begin for s in sentences if s.paragraph > sentences[0].paragraph)
    return next(below, 0)
