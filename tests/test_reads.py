"""What is looked up while something is made is noted, whatever is kept on the way."""

from typing import Any

import pytest

from harbour import BASE, library, publication
from onrecord.publish.site.edition import Edition
from onrecord.results import Results
from onrecord.views import reading
from onrecord.views.differing import changed
from onrecord.views.library import Library, load
from onrecord.views.reads import EVERYTHING, WHOLE, Reads, Watched, cell, remembered


def test_every_way_to_look_into_a_table_is_noted() -> None:
    """An entry, one that is missing, and the whole table by walking through it."""
    reads = Reads()
    table = Watched("t", {"a": 1, "b": 2}, reads)
    whole = cell("t", WHOLE)
    ways = [
        (lambda: table["a"], {cell("t", "a")}),
        (lambda: table.get("c"), {cell("t", "c")}),
        (lambda: "b" in table, {cell("t", "b")}),
        (lambda: list(table), {whole}),
        (lambda: len(table), {whole}),
        (lambda: list(table.values()), {whole}),
        (lambda: dict(table.items()), {whole}),
        (lambda: sorted(table.keys()), {whole}),
    ]
    for way, expected in ways:
        assert set(reads.during(way)[1]) == expected


def test_what_is_kept_brings_what_it_was_made_of() -> None:
    """The first use and the second, also inside of something that is kept itself."""
    reads = Reads()
    table = Watched("t", {"a": 1}, reads)
    for _ in range(2):
        made, seen = reads.during(
            lambda: reads.once("x", lambda: reads.once("y", lambda: table["a"]))
        )
        assert (made, seen) == (1, (cell("t", "a"),))


def test_a_function_of_the_library_is_asked_once() -> None:
    """And all who ask it again read what it read."""
    asked = []

    @remembered
    def name(library: Library, it: str) -> str:
        asked.append(it)
        return library.label(it, "de")

    found = library()
    it = BASE + "company/reeder"
    for _ in range(2):
        assert cell("texts", it) in found.reads.during(lambda: name(found, it))[1]
    assert asked == [it]


TABLES = "texts kinds classes documents paths graphs projection parts vocabulary uses".split()


def _entries(found: Library) -> dict[tuple[str, str], object]:
    """Every entry of every table."""
    tables = {name: getattr(found, name) for name in TABLES}
    tables |= {f"answers of {name}": table for name, table in found.answers.items()}
    return {(name, key): table[key] for name, table in tables.items() for key in table}


@pytest.mark.parametrize(
    ("more", "quiet"),
    [
        ('person:ada-lund rdfs:comment "Bark"@de .', ("paths", "kinds", "classes")),
        ("company:new a onr:Company .", ()),
        ('<https://w3id.org/onrecord/ns#Deal> rdfs:comment "x"@en .', ("paths", "classes")),
        ("deal:batteries onr:hasParticipation deal:batteries\\#x .", ("paths", "classes", "kinds")),
    ],
)
def test_changes_are_entries_that_came_or_went_or_differ(more: str, quiet: tuple[str, ...]) -> None:
    """Found from the documents and lines that differ, held against a look at every entry; and no
    table is taken as changed in which no entry is."""
    for one, other in (("", more), (more, "")):
        first = Results()
        old = _loaded(one, first)
        results = Results(first.new)
        now = _loaded(other, results)
        before, after = _entries(old), _entries(now)
        differing = {c for c in before.keys() | after.keys() if before.get(c) != after.get(c)}
        assert differing
        found = changed(old.state, now.state, results, now.others)
        assert {cell(*c) for c in differing} | {EVERYTHING} <= found
        assert {cell(table, WHOLE) for table, _ in differing} <= found
        assert not {cell(table, WHOLE) for table in quiet} & found
        assert changed(now.state, now.state, results) == {EVERYTHING}


def _loaded(more: str, results: Results) -> Library:
    made = publication(more)
    return load(made.workspace, made.graph, results)


def test_a_statement_s_page_reads_only_what_it_shows() -> None:
    """Its order among others depends on their places, but another statement's words are nobody's
    business."""
    found = library()
    said = list(found.answers["statements"])
    _, seen = found.reads.during(lambda: reading.in_order(found, said[:2]))
    assert set(seen) == {cell("kept", f"place\0{it}") for it in said[:2]}
    assert cell("answers of statements", said[2]) not in seen
    assert cell("answers of statements", WHOLE) not in seen


def test_who_looks_at_the_whole_publication_is_made_again_always() -> None:
    """The report, the dumps, the answers to the questions."""
    made = publication()
    edition = Edition(made, library())
    assert EVERYTHING in edition.library.reads.during(lambda: edition.publication)[1]
    assert EVERYTHING in edition.library.reads.during(lambda: edition.once("new", str))[1]
    assert EVERYTHING in edition.library.reads.during(lambda: edition.once("new", str))[1]


def _reading(table: dict[str, int], asked: list[str], results: Results) -> Reads:
    """A library of one table in which `half` is made of an entry, and `sum` of two halves; the
    cells that are not what they were in the last build are told."""
    reads = Reads()
    watched = Watched("t", table, reads)

    def half(it: str) -> int:
        asked.append(it)
        return watched[it] // 2

    def total(_: str) -> int:
        asked.append("sum")
        return int(reads.kept("half", "a") + reads.kept("half", "b"))

    reads.makers |= {"half": half, "sum": total}
    changed = {EVERYTHING, *(cell("t", it) for it in "ab" if it in asked)}
    reads.resume(results, changed)
    asked.clear()
    return reads


def test_what_was_kept_is_made_again_when_a_cell_changed_that_it_was_made_of() -> None:
    """And what was made of it only when it came out otherwise; whoever asks reads it alone."""
    asked: list[str] = []
    kept = Results()
    first = _reading({"a": 4, "b": 6}, asked, kept)
    assert first.during(lambda: first.kept("sum")) == (5, (cell("kept", "sum\0"),))
    assert asked == ["sum", "a", "b"]
    first.keep()
    for table, other, made, told in (
        ({"a": 4, "b": 6}, "", 5, []),
        ({"a": 5, "b": 6}, "a", 5, ["a"]),
        ({"a": 4, "b": 8}, "b", 6, ["b", "sum"]),
    ):
        asked[:] = other
        now = _reading(table, asked, Results(kept.new))
        assert now.touched([cell("kept", "sum\0")]) is (made != 5)
        assert now.kept("sum") == made
        assert asked == told


def test_what_nobody_asked_for_is_handed_on_where_it_surely_is_as_it_was() -> None:
    """Without being made again."""
    asked: list[str] = []
    first = _reading({"a": 4, "b": 6}, asked, kept := Results())
    first.kept("sum")
    first.keep()
    asked[:] = "a"
    second = _reading({"a": 5, "b": 6}, asked, again := Results(kept.new))
    second.keep()
    assert {key for members in again.new["looked"].values() for key in members} == {"half\0b"}
    assert asked == []


class _Walked(dict[str, Any]):
    """A table that tells how many of its entries were gone through."""

    walked = 0

    def items(self) -> Any:
        self.walked += len(self)
        return super().items()

    def __reversed__(self) -> Any:
        for key in super().__reversed__():
            self.walked += 1
            yield key


def test_what_a_page_found_is_told_without_what_was_found_before() -> None:
    """Going through all of it for each page made a build of many articles slow."""
    reads = _reading({"a": 4, "b": 6}, [], Results())
    reads.looked = _Walked({f"known\0{n}": (b"", b"", n) for n in range(1000)})
    reads.kept("sum")
    assert [*reads.since(1000)] == ["half\0a", "half\0b", "sum\0"]
    assert [*reads.since(1002)] == ["sum\0"]
    assert reads.since(1003) == {}
    assert reads.looked.walked < 10


def test_only_what_may_be_otherwise_than_in_the_last_build_is_told() -> None:
    """Also where it turned out to be the same: it was asked for, and so it is kept."""
    asked: list[str] = []
    first = _reading({"a": 4, "b": 6}, asked, kept := Results())
    first.kept("sum")
    first.keep()
    asked[:] = "a"
    now = _reading({"a": 5, "b": 6}, asked, Results(kept.new))
    assert (now.kept("half", "b"), now.kept("half", "a")) == (3, 2)
    assert [*now.looked] == ["half\0b", "half\0a"]
    assert [*now.since(0)] == ["half\0a"]
