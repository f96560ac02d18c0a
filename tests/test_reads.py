"""What is looked up while something is made is noted, whatever is kept on the way."""

from harbour import BASE, library, publication
from onrecord.publish.site.edition import Edition
from onrecord.views import reading
from onrecord.views.library import Library
from onrecord.views.reads import EVERYTHING, WHOLE, Reads, Watched, cell, changed, remembered


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


def test_changes_are_entries_with_another_digest_or_none() -> None:
    """What came, what went, what is different; and always what is in no table."""
    assert changed({1: b"a", 2: b"b", 3: b"c"}, {1: b"a", 2: b"x", 4: b"d"}) == {
        EVERYTHING,
        2,
        3,
        4,
    }


def test_a_statement_s_page_reads_only_what_it_shows() -> None:
    """Its order among others depends on their places, but another statement's words are nobody's
    business."""
    found = library()
    said = list(found.answers["statements"])
    _, seen = found.reads.during(lambda: reading.in_order(found, said[:2]))
    assert cell("answers of statements", said[0]) in seen
    assert cell("answers of statements", said[2]) not in seen
    assert cell("answers of statements", WHOLE) not in seen


def test_who_looks_at_the_whole_publication_is_made_again_always() -> None:
    """The report, the dumps, the answers to the questions."""
    made = publication()
    edition = Edition(made, library())
    assert EVERYTHING in edition.library.reads.during(lambda: edition.publication)[1]
    assert EVERYTHING in edition.library.reads.during(lambda: edition.once("new", str))[1]
    assert EVERYTHING in edition.library.reads.during(lambda: edition.once("new", str))[1]
