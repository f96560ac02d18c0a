"""What is counted over all statements: drawer by drawer, so that after a change only the drawers
that it touched are counted again."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from onrecord.views import reading
from onrecord.views.drawers import drawers
from onrecord.views.library import Library
from onrecord.views.reading import Link, Matrix
from onrecord.views.reads import kept, remembered


class Tally(NamedTuple):
    """How many statements there are, and with each modality; how many have two or more; and who
    makes them."""

    statements: int
    modalities: Mapping[str, int]
    doubled: int
    speakers: frozenset[str]


@remembered
def tally(library: Library) -> Tally:
    """That of all statements; the most frequent modality comes first."""
    count, doubled, said, speakers = 0, 0, dict[str, int](), set[str]()
    for n, modalities, more, who in _each(library, _counted):
        count, doubled = count + n, doubled + more
        speakers.update(who)
        for modality, times in modalities:
            said[modality] = said.get(modality, 0) + times
    return Tally(count, reading.by_frequency(said), doubled, frozenset(speakers))


@remembered
def whole_matrix(library: Library) -> Matrix | None:
    """Who opposes or answers whom, over all statements; None where nobody does."""
    rows = sorted((place, ties) for found in _each(library, _tied) for place, ties in found)
    return reading.matrix_of_ties((a, b, Link(*row)) for _, ties in rows for a, b, row in ties)


def _each(library: Library, count: Any) -> Iterator[Any]:
    """What is counted of every drawer."""
    return (count(library, key) for key in _keys(library, ""))


@kept("drawers of statements")
def _keys(library: Library, _: str) -> list[str]:
    return list(_drawers(library))


@remembered
def _drawers(library: Library) -> dict[str, list[str]]:
    return drawers(library.answers["statements"])


def _inside(library: Library, key: str) -> list[str]:
    # The key tells what lies in there: whatever lies elsewhere is not read for it.
    return library.reads.during(lambda: _drawers(library).get(key, []))[0]


@kept("tally")
def _counted(library: Library, key: str) -> tuple[int, list[tuple[str, int]], int, list[str]]:
    inside = _inside(library, key)
    found = reading.modality_counts(library, inside)
    doubled = sum(len(reading.modalities(library, it)) > 1 for it in inside)
    speakers = {who for it in inside for who in reading.speakers(library, it)}
    return len(inside), list(found.items()), doubled, sorted(speakers)


@kept("tied")
def _tied(library: Library, key: str) -> list[tuple[Any, list[tuple[str, str, tuple[str, ...]]]]]:
    """The statements that oppose or answer another one: where each stands, and its ties."""
    found = ((it, reading.tied(library, it)) for it in _inside(library, key))
    return [(reading.place(library, it), ties) for it, ties in found if ties]
