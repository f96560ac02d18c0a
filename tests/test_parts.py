"""Results that are kept in a file to which later builds append."""

import random
from pathlib import Path

import pytest

from onrecord.publish import parts
from onrecord.results import Results


def _build(results: Results, wanted: dict[bytes, tuple[int, ...]], made: list[bytes]) -> None:
    for key, value in wanted.items():
        assert results.of("about", key, lambda key: made.append(key) or wanted[key], key) == value
        assert results.now("about", key) == value
    results.new["small"] = {b"": 7}


@pytest.mark.parametrize("seed", range(10))
def test_results_are_those_that_were_made(tmp_path: Path, seed: int) -> None:
    """Builds one after the other, in which results come and go: none is made twice in a row, and
    the file never grows beyond twice what is in it."""
    chance = random.Random(seed)
    results, wanted, kept = Results(), dict[bytes, tuple[int, ...]](), ("", 0, {})
    for number in range(30):
        before = dict(wanted)
        for key in chance.sample(sorted(wanted), min(len(wanted), chance.randrange(4))):
            del wanted[key]
        for _ in range(chance.randrange(4)):
            wanted[b"%d" % chance.randrange(90)] = (number,) * chance.randrange(1, 60)
        made: list[bytes] = []
        results = parts.opened(tmp_path, kept) if number else Results()
        for key in wanted.keys() & before.keys():
            wanted[key] = before[key]
        _build(results, wanted, made)
        assert set(made) == wanted.keys() - before.keys()
        kept = parts.keep(tmp_path, results)
        parts.tidying(tmp_path, kept[0])()
        assert [p.name for p in tmp_path.glob("parts-*")] == [kept[0]]
        live = sum(place & 0xFFFFFFFF for place in kept[2].get("about", {}).values())
        new = sum(kept[2]["about"][key] & 0xFFFFFFFF for key in made)
        assert kept[1] <= 2 * live + new


def test_what_is_written_anew_takes_no_name_that_another_has(tmp_path: Path) -> None:
    """Who was ended in between has a memory that tells of the old file."""
    results = Results()
    results.of("about", b"a", lambda _: (1, 2, 3), None)
    first = parts.keep(tmp_path, results)
    second = parts.keep(tmp_path, results)
    assert (first[0], second[0]) == ("parts-1.bin", "parts-2.bin")
    parts.tidying(tmp_path, second[0])()
    assert parts.keep(tmp_path, results)[0] == first[0]


def test_a_torn_file_is_none(tmp_path: Path) -> None:
    """A file that is shorter than it was, or away, is told from a whole one."""
    results = Results()
    results.of("about", b"a", lambda _: (1, 2, 3), None)
    kept = parts.keep(tmp_path, results)
    assert parts.opened(tmp_path, kept).before("about", b"a") == (1, 2, 3)
    path = tmp_path / "parts-1.bin"
    path.write_bytes(path.read_bytes()[:-1])
    with pytest.raises(ValueError, match="torn"):
        parts.opened(tmp_path, kept)
    path.unlink()
    with pytest.raises(OSError, match="parts-1"):
        parts.opened(tmp_path, kept)
