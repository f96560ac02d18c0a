"""`der Norddeutschen Rundschau`, `den Stadtwerken Lenne`: one name in several cases."""

from collections import defaultdict
from itertools import product

from onrecord.extract.german.grammar.document import Document
from onrecord.extract.german.names.candidates import Found

ENDINGS = ("e", "er", "es", "en", "em")
"""What an adjective or a plural at the head of a name ends in; the name goes by the first."""
INFLECTING = frozenset(("company", "medium"))
LEAST = 3
"""So many letters stand before the ending."""


def join_inflected(document: Document, found: dict[tuple[str, ...], Found]) -> None:
    """Makes one name of those that are the same but for the case they stand in, by the one that is
    registered, and looks for the other cases in the text."""
    alike: dict[tuple[str, ...], list[tuple[str, ...]]] = defaultdict(list)
    for name, item in found.items():
        if len(name) > 1 and item.kind in INFLECTING and _ending(name[0]):
            stems = (_stem(word) for word in name[:-1])
            alike[item.kind, *stems, name[-1].removesuffix("n")].append(name)
    for names in alike.values():
        base, *others = sorted(
            names, key=lambda name: (not found[name].iri, ENDINGS.index(_ending(name[0])))
        )
        for other in others:
            if found[base].iri and found[other].iri:
                continue
            found[base].aliases += [other, *found[other].aliases]
            del found[other]
        if base[0].endswith("sche"):
            known = {base, *found[base].aliases}
            found[base].aliases += [f for f in _cases(document, base) if f not in known]


def _cases(document: Document, name: tuple[str, ...]) -> list[tuple[str, ...]]:
    """The name with the endings of other cases, as far as the text has its words."""
    forms = [[f"{_stem(word)}{e}" for e in ENDINGS] for word in name[:1]]
    forms += [[word, f"{word}n"] if word.endswith("e") else [word] for word in name[1:]]
    printed = [[word for word in each if document.tokens.places(word)] for each in forms]
    return list(product(*printed))


def in_another_case(form: str, name: tuple[str, ...]) -> bool:
    """Whether the words of a text are those of a name of two words, or more, in another case."""
    first = form.partition(" ")[0]
    return len(name) > 1 and first != name[0] and _stem(first) == _stem(name[0])


def _stem(word: str) -> str:
    return word.removesuffix(_ending(word))


def _ending(word: str) -> str:
    return next((e for e in reversed(ENDINGS) if word[LEAST:].endswith(e)), "")
