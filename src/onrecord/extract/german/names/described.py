"""Names whose first word only says what they are: the text has them without it, too."""

from dataclasses import replace

from onrecord.extract.german.grammar.document import Document
from onrecord.extract.german.names.candidates import Found
from onrecord.extract.german.names.kinds import is_institute, names_firm
from onrecord.extract.german.names.places import CITIES, PLACES, REGIONS

_BODIES = ("linie", "bahn", "verbund", "gruppe", "versand", "vertrieb")
_SHORTEST = 3
"""Words of a name with its kind: one word alone may be a town, a family."""


def without_kinds(document: Document, found: dict[tuple[str, ...], Found]) -> None:
    """`Verlagsgruppe X & Y` is `X & Y` where that stands alone as well."""
    for name in [n for n in found if len(n) >= _SHORTEST and found[n].kind == "company"]:
        bare = name[1:]
        if _is_kind(name[0]) and bare[0] not in _TOWNS and _stands_alone(document, name):
            item = found.pop(name)
            found.setdefault(bare, replace(item, tokens=bare))


_TOWNS = CITIES | PLACES | REGIONS


def _is_kind(word: str) -> bool:
    low = word.lower()
    return names_firm(word) or is_institute(low) or low.endswith(_BODIES)


def _stands_alone(document: Document, name: tuple[str, ...]) -> bool:
    words, size = document.tokens.words, len(name) - 1
    return any(
        words[i] == name[1] and tuple(words[i : i + size]) == name[1:] and words[i - 1] != name[0]
        for i in range(1, len(words) - size + 1)
    )
