"""Groups of what was made of cells: those stay of which no cell has changed, and no others."""

from array import array

from hypothesis import given
from hypothesis import strategies as st

from onrecord.results import Results
from onrecord.views.groups import Groups, Members, short

_CELLS = st.sets(st.integers(0, 2**64 - 1) | st.integers(0, 9).map(lambda n: n << 32 | 5))
_MEMBERS = st.dictionaries(st.sampled_from("abc"), _CELLS, max_size=3)
_GROUPS = st.dictionaries(st.sampled_from("xyz"), _MEMBERS)


def _packed(members: dict[str, set[int]]) -> Members:
    return {it: (b"made", array("Q", sorted(cells)).tobytes()) for it, cells in members.items()}


@given(_GROUPS, _GROUPS, _CELLS)
def test_groups_come_back(
    first: dict[str, dict[str, set[int]]], second: dict[str, dict[str, set[int]]], other: set[int]
) -> None:
    """From build to build, put anew or handed on; none stays that read a changed cell."""
    results = Results()
    groups = Groups("pages", results)
    for name, members in first.items():
        groups.put(name, _packed(members), name.encode())
    results = Results(results.new)
    groups = Groups("pages", results)
    assert groups.names() == first.keys()
    for name, members in first.items():
        assert groups.members(name) == _packed(members)
        seen = set[int]().union(*members.values())
        assert name in groups.reached(other) or seen.isdisjoint(other)
        assert groups.stays(name, name.encode(), short(other)) is short(seen).isdisjoint(
            short(other)
        )
        assert not groups.stays(name, b"another", set())
    for name, members in second.items():
        groups.put(name, _packed(members))
    groups.hand_on(first.keys() - second)
    last = Groups("pages", Results(results.new))
    for name, members in {**first, **second}.items():
        assert last.members(name) == _packed(members)
    assert last.members("nobody") == {}
    assert not last.stays("nobody", b"", set())
