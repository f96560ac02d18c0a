"""Answers of which some rows were asked again: the same as all of them asked anew."""

from hypothesis import given
from hypothesis import strategies as st

from onrecord.results import Results
from onrecord.views.answers import Answers
from onrecord.views.drawers import drawers

COLUMNS = ["it", "value"]
_NAMES = ("a", "a#b", "a-b", "b", "c")
_ROWS = st.sets(
    st.tuples(st.sampled_from(_NAMES), st.sampled_from(['"1"', '"2"@de', "3", "<d>", ""]))
)


def _lines(rows: set[tuple[str, str]]) -> list[str]:
    return sorted(f"<{it}>\t{value}" for it, value in rows)


@given(_ROWS, _ROWS, st.sets(st.sampled_from(_NAMES)))
def test_rows_about_some_things_are_exchanged(
    old: set[tuple[str, str]], new: set[tuple[str, str]], about: set[str]
) -> None:
    """And it is told about which things they are others."""
    rows = Answers(COLUMNS, _lines(old)).rows
    before = Answers.read(lambda: rows)
    now = {row for row in new if row[0] in about}
    whole = Answers(COLUMNS, _lines({row for row in old if row[0] not in about} | now))
    again, other = before.again(Answers(COLUMNS, _lines(now), about))
    assert again.rows == whole.rows
    assert other == whole.other(before)
    assert other == {it for it in _NAMES if before.get(it) != whole.get(it)}
    for name in (*_NAMES, "e"):
        assert (name in again) == (name in whole)
        assert again.get(name) == whole.get(name)
    assert list(again) == list(whole)


@given(st.sets(st.integers(0, 400)), st.integers(0, 400))
def test_a_thing_more_changes_its_drawer_alone(numbers: set[int], one: int) -> None:
    """As long as the folder has its parts."""
    found = [f"https://example.org/deal/{n}" for n in sorted(numbers)]
    more = [f"https://example.org/deal/{n}" for n in sorted(numbers | {one})]
    before, after = drawers(found), drawers(more)
    assert sorted(it for inside in after.values() for it in inside) == sorted(more)
    if len(numbers) > 64:
        assert len(after.keys() - before.keys()) <= 1


def test_what_queries_see_is_handed_on_unasked() -> None:
    """A build in which nobody asks for it costs the next one nothing."""
    first = Results()
    first.of("traces", b"1", str, 5)
    first.of("places", b"1", str, 5)
    second = Results(first.new)
    second.hand_on()
    assert second.new["traces"] == {b"1": "5"}
    assert "places" not in second.new
