"""Quarrels that end and begin no deal: `schlossen einen Vergleich`, `der Streit ist beigelegt`."""

from collections.abc import Sequence
from itertools import pairwise

from onrecord.extract.records import Deal
from onrecord.extract.tokens import Kind

_QUARRELS = ("streit", "streits", "streitigkeiten", "prozess", "klage", "klagen")
_ENDED = frozenset(
    "beigelegt beizulegen beilegen beilegten beenden beendet beendeten begraben".split()
)
_AGREED = frozenset("einigt einigte einigten einigen geeinigt verglichen".split())
_COURTLESS = ("außergerichtlich", "aussergerichtlich")
_LASTING = (
    "lizenz",
    "kooper",
    "partnerschaft",
    "zusammenarbeit",
    "allianz",
    "bündnis",
    "gemeinsam",
)
"""What may be agreed besides, and is a partnership."""
SETTLED = Kind.of({"vergleich", *_ENDED, *_AGREED}, starts=_COURTLESS)
"""No quarrel ends where none of these words stands."""


def settles(deal: Deal, low: Sequence[str]) -> bool:
    """Whether a deal is no more than the end of a quarrel that a sentence tells."""
    if deal.kind != "partnership" or any(word.startswith(_LASTING) for word in low):
        return False
    if any(word.startswith(_COURTLESS) for word in low):
        return True
    if any(a not in ("im", "zum") and b == "vergleich" for a, b in pairwise(low)):
        return True
    over = not _ENDED.isdisjoint(low) or not _AGREED.isdisjoint(low)
    return over and any(word.endswith(_QUARRELS) for word in low)
