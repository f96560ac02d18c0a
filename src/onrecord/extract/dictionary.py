"""The word forms of a language, each with the word that it is a form of: simplemma's dictionaries.

As tables they take a second and 90 MB each time that one is read. So a trie is made of each once,
which takes two seconds, and kept in the cache folder of the user; from there it is read in some
milliseconds. Where nothing can be kept, the table is used: what is found is the same.
"""

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

_KEPT_BY: Final = logging.getLogger("simplemma.strategies.dictionaries.trie_dictionary_factory")


@dataclass(frozen=True, slots=True)
class WordForms:
    """A dictionary that can be asked for whatever stands in a text."""

    kept: Mapping[str, str]

    def get(self, form: str) -> str | None:
        """The word that this is a form of, as the dictionary writes both."""
        # In a trie a word ends with this character, whatever comes after it.
        return None if "\0" in form else self.kept.get(form)


@cache
def word_forms(language: str) -> WordForms:
    """The dictionary of `de` or `en`."""
    return WordForms(_kept(language))


def _kept(language: str) -> Mapping[str, str]:
    from simplemma.strategies.dictionaries.trie_dictionary_factory import TrieDictionaryFactory

    # What the factory cannot read it makes anew, and what it cannot write is missing afterwards.
    _KEPT_BY.setLevel(logging.ERROR)
    folder = _folder()
    try:
        if not _file(folder, language).is_file():
            _keep(folder, language)
        return TrieDictionaryFactory(disk_cache_dir=str(folder)).get_dictionary(language)
    except OSError:
        from simplemma.strategies import DefaultDictionaryFactory

        return DefaultDictionaryFactory().get_dictionary(language)


def _folder() -> Path:
    from platformdirs import user_cache_path
    from simplemma import __version__

    return user_cache_path("onrecord") / f"words-{__version__}"


def _file(folder: Path, language: str) -> Path:
    return folder / f"{language}.dic"


def _keep(folder: Path, language: str) -> None:
    """Makes the trie beside its place and moves it there, since others may do the same now."""
    from simplemma.strategies.dictionaries.trie_dictionary_factory import TrieDictionaryFactory

    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=folder) as fresh:
        TrieDictionaryFactory(disk_cache_dir=fresh).get_dictionary(language)
        _file(Path(fresh), language).replace(_file(folder, language))
