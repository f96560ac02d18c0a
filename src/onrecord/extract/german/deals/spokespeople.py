"""For which company a person speaks whose office the text does not tell."""

from bisect import bisect_left
from collections.abc import Container, Sequence

from onrecord.extract.german.deals.reading import Reader
from onrecord.extract.german.grammar.document import Document
from onrecord.extract.records import Entity

LEADING = frozenset("führt führte leitet leitete lenkt gründete steuert".split())
VERB_WITHIN = 4
LED_WITHIN = 6
"""So many tokens behind the verb stands the company that somebody leads."""
People = Sequence[tuple[int, str]]


def led(
    document: Document, reader: Reader, people: People, known: Container[str]
) -> dict[str, str]:
    """`X führt seit Mai die Y`: X speaks for Y; `people`: where each is named, `known`: those whose
    office is told."""
    tokens, found = document.tokens, dict[str, str]()
    for begin, person in people:
        if person in known or person in found:
            continue
        at = bisect_left(tokens.begins, begin)
        for i in range(at + 1, min(at + VERB_WITHIN, len(tokens.words))):
            if tokens.low[i] in LEADING:
                near = tokens.begins[i + 1 : i + 1 + LED_WITHIN]
                firm = next((reader.companies[b][0] for b in near if b in reader.companies), "")
                if firm:
                    found[person] = firm
    return found


def family(entities: Sequence[Entity], people: People, known: Container[str]) -> dict[str, str]:
    """`Olga Lukesch` speaks for `Matratzen Lukesch`: the firm bears her name."""
    bearing = {word: e.name for e in entities if e.kind == "company" for word in e.name.split()}
    found = dict[str, str]()
    for _, person in people:
        firm = bearing.get(person.split()[-1])
        if firm and " " in person and person not in known:
            found[person] = firm
    return found
