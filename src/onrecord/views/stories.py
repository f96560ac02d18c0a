"""A dispute that several articles take part in → its story: what was said when, and what changed.

Whoever speaks again on the same aspect says the same or something else; that is told from the
content of both statements (value, certainty, negation), never from their words.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.names import ONR
from onrecord.views import reading
from onrecord.views.library import Library
from onrecord.views.reading import Link
from onrecord.views.reads import kept, remembered
from onrecord.views.shelves import issued, told

_SUMS = ("currency", "value", "max", "min", "kind")
_TIMES = ("edtf", "from", "to")


@dataclass(frozen=True, slots=True)
class Turn:
    """One statement of a story: `kind` is first, same or changed, against the speaker's statement
    `before` on the same aspect; `links` lead to what was said earlier."""

    statement: str
    kind: str
    before: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Chapter:
    """What one document adds; `issued` is `YYYY-MM-DD` or empty."""

    document: str
    issued: str
    turns: tuple[Turn, ...]


@dataclass(frozen=True, slots=True)
class Course:
    """What one speaker said in the course of a story, the earliest first."""

    speaker: str
    turns: tuple[tuple[Chapter, Turn], ...]

    @property
    def changes(self) -> int:
        """How often the speaker said something else than before."""
        return sum(turn.kind == "changed" for _, turn in self.turns)


@dataclass(frozen=True, slots=True)
class Story:
    """The chapters in the order of their dates, and the course of every speaker."""

    chapters: tuple[Chapter, ...]
    courses: tuple[Course, ...]


@kept("is told")
def is_told(library: Library, dispute: str) -> bool:
    """Whether a dispute has a story."""
    return story(library, dispute) is not None


@remembered
def story(library: Library, dispute: str) -> Story | None:
    """The story of a dispute; none where its positions stand in a single article."""
    positions = library.record("dispute", dispute).all("position")
    groups = [g for g in told(library, positions) if g.document]
    if sum(ONR + "Article" in library.kinds.get(g.document, ()) for g in groups) < 2:
        return None
    groups.sort(key=lambda g: g.issued)
    ordered = [s for g in groups for s in g.statements]
    turns = dict(zip(ordered, _turns(library, ordered), strict=True))
    chapters = tuple(
        Chapter(g.document, g.issued, tuple(turns[s] for s in g.statements)) for g in groups
    )
    return Story(chapters, _courses(library, chapters))


def _turns(library: Library, ordered: Iterable[str]) -> Iterable[Turn]:
    """Each statement against what its speaker said last, and its ties to what came before."""
    last: dict[tuple[str, str], str] = {}
    told_so_far: set[str] = set()
    for it in ordered:
        record = library.record("statements", it)
        key = (str(record.one("speaker") or it), str(record.one("predicate") or ""))
        before = last.get(key, "")
        kind = "first"
        if before:
            kind = "same" if _content(library, it) == _content(library, before) else "changed"
        links = tuple(
            link
            for link in reading.links(library, it)
            if link.direction == "out" and link.value in told_so_far
        )
        yield Turn(it, kind, before, links)
        last[key] = it
        told_so_far.add(it)


def _courses(library: Library, chapters: tuple[Chapter, ...]) -> tuple[Course, ...]:
    found: dict[str, list[tuple[Chapter, Turn]]] = {}
    for chapter in chapters:
        for turn in chapter.turns:
            speaker = library.record("statements", turn.statement).one("speaker")
            found.setdefault(str(speaker or turn.statement), []).append((chapter, turn))
    return tuple(Course(speaker, tuple(turns)) for speaker, turns in found.items())


def _content(library: Library, it: str) -> tuple[object, ...]:
    """What a statement says, without its words: value, certainty, negation."""
    record = library.record("statements", it)
    values = {_value(library, str(v)) for v in record.all("object")}
    return (
        frozenset(values),
        frozenset(map(str, record.all("modality"))),
        str(record.one("polarity") or ""),
    )


def _value(library: Library, value: str) -> tuple[str, ...]:
    """An amount or a time by its numbers, anything else as it is."""
    for query, columns in (("amounts", _SUMS), ("times", _TIMES)):
        if value in library.answers[query]:
            record = library.record(query, value)
            return tuple(str(record.one("row", c) or "") for c in columns)
    return (value,)


def span(library: Library, found: Story) -> tuple[str, str]:
    """The dates of the first and the last chapter; empty where none is known."""
    dates = sorted(d for c in found.chapters if (d := issued(library, c.document)))
    return (dates[0], dates[-1]) if dates else ("", "")
