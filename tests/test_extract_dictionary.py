"""A dictionary is kept as a trie, and says the same as the table it was made of."""

from collections.abc import Callable, Iterator
from multiprocessing import get_context
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from simplemma.strategies import DefaultDictionaryFactory

from onrecord.extract import dictionary


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[], list[str]]]:
    """A cache folder of its own; says which files are in it."""
    monkeypatch.setattr(dictionary, "_folder", lambda: tmp_path / "words")
    dictionary.word_forms.cache_clear()
    yield lambda: sorted(str(p.relative_to(tmp_path)) for p in tmp_path.rglob("*"))
    dictionary.word_forms.cache_clear()


def test_every_form_has_its_word(home: Callable[[], list[str]]) -> None:
    """The trie that is kept has all that the table has, and nothing else is left behind."""
    table = DefaultDictionaryFactory().get_dictionary("en")
    for _ in range(2):
        kept = dictionary.word_forms("en").kept
        assert len(kept) == len(table) > 50_000
        assert dict(kept.items()) == dict(table.items())
        dictionary.word_forms.cache_clear()
    assert home() == ["words", "words/en.dic"]


@given(st.text(max_size=12))
@example("walked\0")
def test_any_word_can_be_asked_for(word: str) -> None:
    """Whatever stands in a text is in both or in neither."""
    table = DefaultDictionaryFactory().get_dictionary("en")
    assert dictionary.word_forms("en").get(word) == table.get(word)


def test_a_folder_that_cannot_be_written(
    tmp_path: Path,
    home: Callable[[], list[str]],
    capfd: pytest.CaptureFixture[str],
) -> None:
    """The table is used, and nobody is bothered with it."""
    (tmp_path / "words").write_bytes(b"a file")
    assert dictionary.word_forms("en").get("walked") == "walk"
    assert home() == ["words"]
    assert capfd.readouterr() == ("", "")


def test_a_disk_that_is_full(
    home: Callable[[], list[str]],
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    """Nothing half-written is kept."""
    from simplemma.strategies.dictionaries.trie_dictionary_factory import TrieDictionaryFactory

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(TrieDictionaryFactory, "_write_trie_to_disk", full)
    assert dictionary.word_forms("en").get("walked") == "walk"
    assert home() == ["words"]
    assert capfd.readouterr() == ("", "")


def test_a_damaged_file_is_made_anew(tmp_path: Path, home: Callable[[], list[str]]) -> None:
    """What cannot be read as a trie does no harm."""
    (tmp_path / "words").mkdir()
    (tmp_path / "words" / "en.dic").write_bytes(b"no trie")
    assert dictionary.word_forms("en").get("walked") == "walk"
    assert home() == ["words", "words/en.dic"]
    assert (tmp_path / "words" / "en.dic").stat().st_size > 100_000


def _ask(folder: Path) -> str | None:
    dictionary._folder = lambda: folder
    dictionary.word_forms.cache_clear()
    return dictionary.word_forms("en").get("walked")


def test_two_processes_make_it_at_once(tmp_path: Path) -> None:
    """Both read a whole one."""
    with get_context("spawn").Pool(2) as pool:
        assert pool.map(_ask, [tmp_path, tmp_path], chunksize=1) == ["walk", "walk"]
    assert [path.name for path in tmp_path.iterdir()] == ["en.dic"]
