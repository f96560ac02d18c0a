"""Names whose first word only says what they are, and two that stand side by side: the text has
them without it, and apart, too.
"""

from dataclasses import replace

from onrecord.extract.german.grammar.document import Document
from onrecord.extract.german.grammar.flags import CAP, FINITE
from onrecord.extract.german.grammar.vocabulary import is_listed
from onrecord.extract.german.names.candidates import Found
from onrecord.extract.german.names.kinds import is_institute, is_noun, names_firm
from onrecord.extract.german.names.places import PLACES
from onrecord.extract.given import is_given
from onrecord.extract.wellknown import COMPANY_ENDS, LEGAL

_BODIES = ("linie", "bahn", "verbund", "gruppe", "versand", "vertrieb")
_SHORTEST = 3
"""Words of a name with its kind: one word alone may be a town, a family; but `Studio X`."""
PREMISES = frozenset("Studio Werft Spedition Brauerei".split())


def apart(document: Document, found: dict[tuple[str, ...], Found]) -> None:
    """Takes out two words that stand together once and are two: `liefert X Software`, where X
    stands alone before, and `wollte X Y kaufen`, where both do."""
    tokens = document.tokens
    for name in [n for n in found if len(n) > 2 and found[n].kind == "company"]:
        if name[-2] in _FORMS and name[-1].isalpha() and len(tokens.places(name[-1])) > 1:
            item = found.pop(name)  # `X & Cie Y`: a legal form closes a name
            found.setdefault(name[:-1], replace(item, tokens=name[:-1]))
            if all(name[-1] != other[0] for other in found):
                found[name[-1:]] = replace(item, tokens=name[-1:])
    for name in [n for n in found if len(n) == 2 and found[n].kind == "company"]:
        first, last = name
        firsts = tokens.places(first)
        spots = [i for i in firsts if tokens.words[i + 1 : i + 2] == [last]]
        if len(spots) != 1 or firsts[0] == spots[0] or found[name].rule == "register":
            continue
        at = spots[0]
        goods = found[name].rule == "form" and is_listed(last) and last in COMPANY_ENDS
        acting = at > 0 and document.flags[at - 1] & FINITE and not document.flags[at - 1] & CAP
        if (goods and acting and len(firsts) > _OFTEN) or (
            (first,) in found and (last,) in found and len(tokens.places(last)) > 1
        ):
            item = found.pop(name)
            found.setdefault((first,), replace(item, tokens=(first,)))


_FORMS = LEGAL - frozenset("Gruppe Group Holding Konzern Gesellschaft".split()) | {"Cie"}
_OFTEN = 2
"""Who is called by one word more often than this is called so."""


def without_kinds(document: Document, found: dict[tuple[str, ...], Found]) -> None:
    """`Verlagsgruppe X & Y` is `X & Y` where that stands alone as well."""
    for name in [n for n in found if len(n) > 1 and found[n].kind == "company"]:
        bare = name[1:]
        if len(name) < _SHORTEST and (name[0] not in PREMISES or is_given(bare[0])):
            continue
        if _is_kind(name[0]) and bare[0] not in PLACES and _stands_alone(document, name):
            item = found.pop(name)
            found.setdefault(bare, replace(item, tokens=bare))


def _is_kind(word: str) -> bool:
    low = word.lower()
    return names_firm(word) or is_institute(low) or is_noun(word) or low.endswith(_BODIES)


def _stands_alone(document: Document, name: tuple[str, ...]) -> bool:
    words, size = document.tokens.words, len(name) - 1
    return any(
        i > 0 and tuple(words[i : i + size]) == name[1:] and words[i - 1] != name[0]
        for i in document.tokens.places(name[1])
    )
