"""What the word before a run of words written large says of it: an office, a kind of firm."""

from onrecord.extract.german.grammar.document import Document
from onrecord.extract.german.names.kinds import (
    is_company_kind,
    is_medium_kind,
    is_office,
    names_firm,
)
from onrecord.extract.german.names.peoples import nation


def sign_before(document: Document, i: int) -> str:
    """What the word before says: an office or a kind, in a phrase that goes on."""
    word = document.tokens.words[i]
    if word in OPENING_MARKS and i:
        word = document.tokens.words[i - 1]
    if not word.rpartition("-")[2][:1].isupper():
        return ""
    if is_medium_kind(word):
        return "medium"
    if word.endswith(_PRODUCTS) and i and document.tokens.low[i - 1] in OWNING:
        return ""  # `ihre Marke X` is what a firm makes
    return "office" if is_office(word) else "company" if names_firm(word) else ""


_PRODUCTS = ("Marke", "marke", "Marken", "marken")
OWNING = frozenset("ihre ihrer seine seiner ihren seinen eigene eigenen unsere unserer".split())


def affiliation(document: Document, i: int) -> str:
    """`Finanzchef von X`, `die Analysten von X`, `eine Firma namens X`."""
    low, words = document.tokens.low, document.tokens.words
    if low[i] == "namens" and i and is_company_kind(words[i - 1]):
        return "company"
    if low[i] != "von" or i == 0 or not words[i - 1][0].isupper():
        return ""
    people = i > 1 and low[i - 2] in _THE and low[i - 1].endswith(_PEOPLE_ENDS)
    return "company" if low[i - 1].endswith(AFFILIATED) or (people and nation(low[i - 1])) else ""


AFFILIATED = (
    "chef", "chefin", "vorstand", "vorständin", "vorstandes", "sprecher", "sprecherin", "gründer",
    "gründerin", "geschäftsführer", "geschäftsführerin", "analyst", "analystin", "analysten",
    "manager", "managerin", "aktie", "aktien", "aktionäre", "tochter", "konkurrent", "rivale",
    "zentrale",
)  # fmt: skip
"""`... von X`: what belongs to a firm."""
_THE = frozenset("die den der".split())
_PEOPLE_ENDS = ("er", "ern", "en", "sen", "kaner", "kanern")
"""`die Finnen von X`: whose people they are."""
OPENING_MARKS = frozenset('„»«“"')
