"""The record of an entity → how statements belong to it, from its own words to a mention."""

from collections.abc import Container, Iterable
from typing import Final

from onrecord.views.records import Record

SPOKEN: Final = ("said", "relayed", "behalf", "occasion", "about", "mentioned")
"""How a statement belongs to an entity, the closest way first."""


def spoken(entity: Record) -> dict[str, list[str]]:
    """The statements of an entity by how they belong to it, each once, at the closest way.

    What only somebody else's report puts into its mouth is apart from what it says, and what an
    article tells of an event was not said there.
    """
    ways = {part: [str(s) for s in entity.all(part)] for part in SPOKEN}
    told = [str(s) for s in entity.all("told")]
    ways["relayed"] = _without(map(str, entity.all("reported")), set(entity.all("ownReport")))
    ways["said"] = _without(ways["said"], set(ways["relayed"]))
    ways["occasion"] = _without(ways["occasion"], set(told))
    ways["about"] = [*told, *_without(ways["about"], set(told))]
    seen: set[str] = set()
    found = {}
    for part, statements in ways.items():
        found[part] = _without(statements, seen)
        seen.update(found[part])
    return found


def _without(statements: Iterable[str], others: Container[str]) -> list[str]:
    return [s for s in statements if s not in others]


def relayed(statement: Record) -> bool:
    """Whether only the report of somebody else puts a statement into its speaker's mouth."""
    return bool(statement.all("report")) and not statement.all("ownReport")
