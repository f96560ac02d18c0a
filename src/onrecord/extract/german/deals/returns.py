"""What somebody does in return: `X räumte Y Rechte ein; im Gegenzug verpflichtete sich Y, Chips
abzunehmen`. The other side is who acted just before."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from onrecord.extract.german.deals.parties import Mention
from onrecord.extract.records import Deal
from onrecord.extract.tokens import Kind

RETURN: Final = Kind.of("gegenzug gegenleistung".split())
_ACTING: Final = frozenset("er sie es".split())
_SIDES: Final = 2


def in_return(
    low: Sequence[str], mentions: list[Mention], before: str, deals: list[Deal]
) -> list[Deal]:
    """The deals of a sentence with these words; `before` is the company that the sentence before is
    about, which a pronoun in this one means. Where nobody is known to have acted, a side that the
    sentence does not name is not guessed."""
    named = {mention.name for mention in mentions}
    at = next((k for k, word in enumerate(low) if word in ("gegenzug", "gegenleistung")), 0)
    opens = at < _OPENING or not _ACTING.isdisjoint(low[:at])
    acting = before if opens and before not in named else ""
    found = []
    for deal in deals:
        absent = [party for party in deal.parties if party.name not in named]
        if len(deal.parties) != _SIDES or len(absent) != 1:
            found.append(deal)
        elif acting:
            parties = (replace(p, name=acting) if p in absent else p for p in deal.parties)
            found.append(replace(deal, parties=tuple(parties)))
    return found


_OPENING: Final = 3
