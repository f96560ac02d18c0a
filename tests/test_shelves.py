"""Long lists stand on shelves: everything once, a few hundred on each, at addresses that stay."""

import pytest

from onrecord.views import shelves
from onrecord.views.shelves import arrange


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Three things fill a shelf."""
    monkeypatch.setattr(shelves, "MOST", 3)


def test_few_things_stand_on_one_shelf() -> None:
    """What fits on one page has no shelves."""
    root = arrange([("a", "one"), ("b", "two"), ("c", "three")])
    assert root.items == ("one", "two", "three")
    assert not root.parts


def test_dates_go_by_year_then_month_then_day() -> None:
    """A year is divided where it is too full, and only there."""
    days = ["2023-05-01", "2024-01-02", "2024-01-03", "2024-03-09", "2024-03-10"]
    root = arrange([(d, f"on {d}") for d in days])
    assert [s.name for s in root.below()] == ["2023", "2024", "2024-01", "2024-03"]
    assert root.find("2024-03").items == ("on 2024-03-09", "on 2024-03-10")


def test_names_go_by_as_many_letters_as_are_needed() -> None:
    """Letters only: a hyphen is no beginning; a name that a system reserves is passed over."""
    names = ["con-ab", "con-ac", "con-ba", "con-bb", "delta"]
    root = arrange([(n, n) for n in names])
    assert [s.name for s in root.below()] == ["c", "cona", "conb", "d"]


def test_what_nothing_tells_apart_stays_together() -> None:
    """Things with one key stand on one shelf, however many they are."""
    root = arrange([("same", str(n)) for n in range(9)])
    assert len(root.items) == 9
    assert not root.parts


def test_a_key_that_begins_another_keeps_its_place() -> None:
    """What ends where others go on has a shelf of its own."""
    root = arrange([("ab", "x"), ("ab", "y"), ("abc", "z"), ("abd", "w")])
    assert {s.name: s.items for s in root.below()} == {
        "ab-0": ("x", "y"),
        "abc": ("z",),
        "abd": ("w",),
    }


def test_everything_stands_on_exactly_one_last_shelf() -> None:
    """Nothing is lost and nothing is doubled; names are beginnings of what they hold."""
    things = [(f"{a}{b}{c}", f"{a}{b}{c}") for a in "abc" for b in "xyz" for c in "1234"]
    root = arrange(things)
    last = [s for s in root.below() if not s.parts]
    assert sorted(i for s in last for i in s.items) == sorted(i for _, i in things)
    assert all(i.startswith(s.name) for s in last for i in s.items)
    assert all(len(s.items) <= 3 or len(set(s.items)) == 1 for s in last if len(s.name) < 3)


def test_a_shelf_keeps_its_address_when_others_fill() -> None:
    """Adding things elsewhere moves nothing."""
    things = [(f"{a}{n}", f"{a}{n}") for a in "ab" for n in range(4)]
    before = {s.name: s.items for s in arrange(things).below() if s.name.startswith("a")}
    after = arrange([*things, ("b9", "b9"), ("c1", "c1")])
    assert {s.name: s.items for s in after.below() if s.name.startswith("a")} == before
