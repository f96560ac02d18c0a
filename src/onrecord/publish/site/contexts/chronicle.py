"""The timeline: what the article tells in its order, what sources date, and what ties the two."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from onrecord.publish.site.contexts.scene import Scene, Values, shows
from onrecord.publish.site.contexts.shelving import Shelving, shelves, shelving, shown
from onrecord.publish.site.pen import Pen
from onrecord.publish.site.pictures import timeline
from onrecord.publish.site.pictures.timeline import Stop, Tie
from onrecord.views import reading
from onrecord.views.library import Library
from onrecord.views.precedence import issues
from onrecord.views.reading import local
from onrecord.views.reads import kept
from onrecord.views.shelves import Shelf, by_date, issued, printed
from onrecord.views.shelves import told as told_groups

_STORY: Final = frozenset({"follows", "respondsTo"})
_SAME: Final = frozenset({"restates", "inTensionWith", "disputes"})
_MOST_STOPS: Final = 60
_DATE: Final = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")


@dataclass(frozen=True, slots=True)
class Told:
    """What one speaker says in one paragraph of an article as part of the story."""

    document: str
    paragraph: int
    statements: tuple[str, ...]
    reports: frozenset[str]


@dataclass(frozen=True, slots=True)
class Dated:
    """The statements to which sources give one EDTF date."""

    edtf: str
    statements: tuple[str, ...]


@shelves("timeline")
def timeline_shelves(library: Library) -> Shelf:
    """What is told as part of a story or dated, by the dates of the articles."""
    return by_date(library, (it for it in library.answers["statements"] if _belongs(library, it)))


@kept("timeline")
def _belongs(library: Library, it: str) -> bool:
    return _in_story(library, it) or bool(_dates(library, it))


@shows("timeline")
def times(at: Scene) -> Values:
    """Both lanes as lists, and the picture that ties them; of many articles those of a time, or
    the latest."""
    library, pen, place = at.library, at.pen, shelving(at)
    ordered = _ordered(library, place)
    told, dated = told_runs(library, ordered), dated_runs(library, ordered)
    ties = ties_between(library, told, dated)
    documents = dict.fromkeys(run.document for run in told)
    words = pen.locale.words
    names = (words["nav_timeline"], words["lane_told"], words["lane_dated"])
    several = len(documents) > 1
    stops = (
        [_told_stop(pen, run, several) for run in told],
        [_dated_stop(pen, run, ties) for run in dated],
    )
    drawn = all(0 < len(lane) <= _MOST_STOPS for lane in stops)
    return {
        "shelving": place,
        "several": several,
        "first": [(d, found) for d in documents if (found := issues(library, d))],
        "told": [_shown(at, run, n, ties, dated) for n, run in enumerate(told)],
        "dated": [
            {
                "shown": pen.locale.edtf(run.edtf),
                "statements": run.statements,
                "precision": words["precision_" + _precision(run.edtf)],
            }
            for run in dated
        ],
        "picture": timeline.draw(*stops, [t for _, t in ties], names) if drawn else "",
    }


def _ordered(library: Library, place: Shelving) -> list[str]:
    """The statements of a page, in the order of the text; several articles by their dates."""
    if not place.ways:
        groups = told_groups(library, library.answers["statements"])
        ordered = sorted(groups, key=lambda g: g.issued if printed(library, g) else "9999")
        return [s for g in ordered for s in g.statements]
    return [s for g in reversed(shown(library, place)) for s in g.statements]


def told_runs(library: Library, ordered: Iterable[str]) -> list[Told]:
    """The story in the order of the text: a run for each speaker in each paragraph."""
    runs: dict[tuple[str, int, str], list[str]] = {}
    for it in ordered:
        record = library.record("statements", it)
        if record.all("paragraph"):
            document, speaker = str(record.one("document")), str(record.one("speaker"))
            key = (document, reading.first_paragraph(record), speaker)
            runs.setdefault(key, []).append(it)
    found = []
    for (document, paragraph, _), statements in runs.items():
        story = tuple(it for it in statements if _in_story(library, it))
        if story:
            reports = (library.record("statements", it).all("report") for it in story)
            known = frozenset(str(r) for rs in reports for r in rs)
            found.append(Told(document, paragraph, story, known))
    return found


def _in_story(library: Library, it: str) -> bool:
    """Whether the article tells it as part of what happened: it follows or answers something."""
    return any(local(link.type) in _STORY for link in reading.links(library, it))


def dated_runs(library: Library, ordered: Iterable[str]) -> list[Dated]:
    """Statements by the date that a source gives, in the order of the dates."""
    found: dict[str, list[str]] = {}
    for it in ordered:
        for edtf in _dates(library, it):
            found.setdefault(edtf, []).append(it)
    return [Dated(e, tuple(s)) for e, s in sorted(found.items(), key=lambda x: _sort_key(x[0]))]


def _dates(library: Library, it: str) -> list[str]:
    """The EDTF dates of what a statement speaks of."""
    times = library.record("statements", it).all("time")
    found = (library.record("times", str(time)).one("row", "edtf") for time in times)
    return [str(edtf) for edtf in found if edtf]


def ties_between(
    library: Library, told: list[Told], dated: list[Dated]
) -> list[tuple[tuple[str, str], Tie]]:
    """Pairs of a dated and a told statement (or report), with the tie between their stops.

    A tie of tension is told apart: the source says something else, for instance another order.
    """
    place = {it: n for n, run in enumerate(told) for it in run.statements}
    place |= {report: n for n, run in reversed(list(enumerate(told))) for report in run.reports}
    found: dict[tuple[int, int], tuple[tuple[str, str], Tie]] = {}
    for m, run in enumerate(dated):
        for it in run.statements:
            for other, type_ in _ties_of(library, it):
                if other in place and other != it:
                    kind = "tension" if type_ in ("inTensionWith", "disputes") else "same"
                    key = (place[other], m)
                    if key not in found or found[key][1].kind == "same":
                        found[key] = ((it, other), Tie(place[other], m, kind))
    return [found[key] for key in sorted(found)]


def _ties_of(library: Library, it: str) -> list[tuple[str, str]]:
    """What a dated statement says anew or otherwise, and the report that it is about."""
    links = reading.links(library, it)
    ties = [(x.value if x.direction == "out" else x.source, local(x.type)) for x in links]
    subjects = (str(s) for s in library.record("statements", it).all("subject"))
    return [t for t in ties if t[1] in _SAME] + [(s, "dates") for s in subjects]


def _shown(
    at: Scene,
    run: Told,
    number: int,
    ties: list[tuple[tuple[str, str], Tie]],
    dated: list[Dated],
) -> Values:
    """A run as the page lists it: with what its statements follow, and the dates of others."""
    library = at.library
    return {
        "document": run.document,
        "paragraph": run.paragraph,
        "statements": [
            {
                "it": it,
                "follows": [
                    x
                    for x in reading.links(library, it)
                    if x.direction == "out" and local(x.type) in _STORY
                ],
            }
            for it in run.statements
        ],
        "times": [t for it in run.statements for t in library.record("statements", it).all("time")],
        "dates": [
            (it, at.pen.locale.edtf(dated[tie.dated].edtf), tie.kind)
            for (it, _), tie in ties
            if tie.told == number
        ],
    }


def _told_stop(pen: Pen, run: Told, several: bool) -> Stop:
    """A run as the picture shows it; where several articles tell, with the one that does."""
    first = run.statements[0]
    top = f"{pen.locale.words['paragraph']} {run.paragraph}"
    if several:
        day = issued(pen.library, run.document)
        top = f"{pen.locale.date(day) if day else pen.label(run.document)}, {top}"
    return _stop(pen, first, top, pen.label(first), len(run.statements), "day")


def _dated_stop(pen: Pen, run: Dated, ties: list[tuple[tuple[str, str], Tie]]) -> Stop:
    """Where a statement of the day is tied to the story, it stands for the day."""
    tied = [it for (it, _), _ in ties if it in run.statements]
    first = (tied or run.statements)[0]
    label = pen.label(first).partition(": ")[2] or pen.label(first)
    top = date_words(pen, run.edtf)
    return _stop(pen, first, top, label, len(run.statements), shape_of(run.edtf))


def _stop(pen: Pen, it: str, top: str, label: str, count: int, shape: str) -> Stop:
    modality = local(pen.library.record("statements", it).one("modality"))
    return Stop(pen.href(it) or "", top, label, modality, shape, count - 1)


def _sort_key(edtf: str) -> tuple[str, str]:
    first = _DATE.search(edtf)
    return (first.group() if first else "9999", edtf)


def shape_of(edtf: str) -> str:
    """day, interval, from or until."""
    start, slash, end = edtf.partition("/")
    if not slash:
        return "day" if len(start.rstrip("?~%")) == 10 else "interval"
    if end in ("", ".."):
        return "from"
    return "until" if start in ("", "..") else "interval"


def _precision(edtf: str) -> str:
    shape = shape_of(edtf)
    if shape != "interval" or "/" in edtf:
        return {"from": "open", "until": "before"}.get(shape, shape)
    return "month" if len(edtf.rstrip("?~%")) == 7 else "year"


def date_words(pen: Pen, edtf: str) -> str:
    """An EDTF date in words, without markup."""
    return pen.locale.edtf(edtf).striptags()
