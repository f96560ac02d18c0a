"""Words that German has, told from names by a dictionary; compounds by their last part."""

import subprocess
import sys

import pytest

from onrecord.extract.german.grammar.vocabulary import head_of, is_listed, is_word


@pytest.mark.parametrize("word", ["Haus", "Häusern", "verkauft", "Verkauft", "Grösse", "Strassen"])
def test_the_dictionary_has_forms_small_large_and_swiss(word: str) -> None:
    """As they stand in a text."""
    assert is_listed(word)


@pytest.mark.parametrize(
    ("word", "head"),
    [
        ("Genossenschaftsverbund", "Verbund"),
        ("Pumpenhersteller", "Hersteller"),
        ("Güterbahn", "Bahn"),
        ("Xylem-Konzern", "Konzern"),
        ("Haus", ""),
        ("Korvat", ""),
        ("-Konzern", ""),
        ("", ""),
    ],
)
def test_a_compound_ends_in_a_noun(word: str, head: str) -> None:
    """What comes before is a word too, or stands before a hyphen."""
    assert head_of(word) == head


@pytest.mark.parametrize("word", ["Korvat", "Datora", "Taxora", "h2forge", "Vetroplast"])
def test_what_is_made_up_is_no_word(word: str) -> None:
    """So it can only be a name."""
    assert not is_word(word)


def test_a_text_with_no_name_reads_no_dictionary() -> None:
    """It takes longer than all the rest of a short text."""
    code = (
        "from onrecord.article import Article\n"
        "from onrecord.extract.dictionary import word_forms\n"
        "from onrecord.extract.rules import RulesExtractor\n"
        "RulesExtractor().extract(Article.from_text('x', 'Der Chef sagte, es gehe.'))\n"
        "print(word_forms.cache_info().currsize)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "0\n"
