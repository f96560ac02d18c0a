"""For which company a person speaks whose office the text does not tell."""

from bisect import bisect_left
from collections.abc import Container, Sequence

from onrecord.extract.german.deals.reading import Reader
from onrecord.extract.german.grammar.document import Document
from onrecord.extract.german.names.kinds import is_office
from onrecord.extract.records import Entity

IS = frozenset("ist war bleibt wird wurde".split())
OF = frozenset("von der des vom".split())
OPENING = 3
"""`Die Chefin von` stands before the company."""
LETTERS = 240
"""So near before it, in code points, was named who is meant."""
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
            if tokens.low[i] in LEADING or (
                tokens.low[i] in IS and is_office(tokens.words[min(i + 1, len(tokens.words) - 1)])
            ):
                near = tokens.begins[i + 1 : i + 1 + LED_WITHIN]
                firm = next((reader.companies[b][0] for b in near if b in reader.companies), "")
                if firm:
                    found[person] = firm
    unknown = any(person not in known for _, person in people)
    for begin, (firm, *_) in reader.companies.items() if unknown else ():
        at = bisect_left(tokens.begins, begin)
        if at > OPENING and _opens_with_office(document, at):
            before = bisect_left(people, (begin, ""))
            person = people[before - 1][1] if before else ""
            if person and person not in known and begin - people[before - 1][0] < LETTERS:
                found.setdefault(person, firm)
    return found


def _opens_with_office(document: Document, at: int) -> bool:
    """`Die Chefin von Y` opens a sentence: whoever was named last."""
    tokens = document.tokens
    the, office, of = at - 3, at - 2, at - 1
    opens = tokens.low[the] in ("der", "die") and tokens.words[the][0].isupper()
    return opens and tokens.low[of] in OF and is_office(tokens.words[office])


def family(entities: Sequence[Entity], people: People, known: Container[str]) -> dict[str, str]:
    """`Olga Lukesch` speaks for `Matratzen Lukesch`: the firm bears her name."""
    bearing = {word: e.name for e in entities if e.kind == "company" for word in e.name.split()}
    found = dict[str, str]()
    for _, person in people:
        firm = bearing.get(person.split()[-1])
        if firm and " " in person and person not in known:
            found[person] = firm
    return found
