"""What is wrong with a TOML file is told with its place."""

import pytest

from onrecord import toml
from onrecord.errors import ConfigError

WORDS = 'a = "one"\n"b c" = "two"\n'


def _refused(text: str) -> tuple[str, int | None, int | None]:
    with pytest.raises(ConfigError) as caught:
        toml.words(text, "words.toml")
    error = caught.value
    assert error.file == "words.toml"
    assert error.hint
    return error.message, error.line, error.column


def test_words_are_texts() -> None:
    assert toml.words(WORDS, "words.toml") == {"a": "one", "b c": "two"}


@pytest.mark.parametrize(
    ("more", "key"),
    [
        ("day = 2026-11-28", "day"),
        ('"in quotes" = 3', "in quotes"),
        ("  # comment\n  list = ['x']", "list"),
        ("[part]\nx = 'y'", "part"),
        ("part.x = 'y'", "part"),
    ],
)
def test_any_other_value_is_refused(more: str, key: str) -> None:
    """With the line in which its key stands."""
    message, line, _ = _refused(f"{WORDS}{more}\n")
    assert message == f"{key!r} must be a text"
    assert line == (4 if "comment" in more else 3)


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [("a = \nb = 'c'", 1, 5), ("a = 'b'\nc", 2, None), ("a = 'b'\na = 'c'\n", 2, None)],
)
def test_a_slip_is_told_with_its_place(text: str, line: int, column: int | None) -> None:
    message, found, where = _refused(text)
    assert message.startswith("is not TOML: ")
    assert "at line" not in message
    assert found == line
    assert column is None or where == column
