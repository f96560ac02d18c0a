"""An article → the reports that it cites in the order in which they came out.

The article itself need not date them: each date is a statement of whoever gives it.
"""

import re
from dataclasses import dataclass
from typing import Final

from onrecord.views.library import Library

_DATE: Final = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True, slots=True)
class Issue:
    """A report, whose it is, and the time expression and statement that date it earliest; `place`
    is first, then (later than the one before) or also (of the same date)."""

    report: str
    publishers: tuple[str, ...]
    time: str
    statement: str
    place: str


def issues(library: Library, article: str) -> tuple[Issue, ...]:
    """The reports that an article cites, the earliest first; none where it cites a single one, or
    one of which nobody gives the day."""
    cited = [_dates(library, str(r)) for r in library.record("source", article).all("cites")]
    if len(cited) < 2 or not all(cited):
        return ()
    dated = sorted(map(min, cited))
    made = []
    for n, (date, report, time, statement) in enumerate(dated):
        place = "first" if n == 0 else "also" if date == dated[n - 1][0] else "then"
        made.append(Issue(report, _publishers(library, report), time, statement, place))
    return tuple(made)


def _dates(library: Library, report: str) -> list[tuple[str, str, str, str]]:
    """Day, report, time expression and statement, for every day that somebody gives."""
    rows = library.record("source", report).rows("dated")
    found = ((str(library.record("times", r["node"]).one("row", "edtf") or ""), r) for r in rows)
    return [(d, report, str(r["node"]), str(r["value"])) for d, r in found if _DATE.fullmatch(d)]


def _publishers(library: Library, report: str) -> tuple[str, ...]:
    return tuple(map(str, library.record("source", report).all("publisher"))) or (report,)
