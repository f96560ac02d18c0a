"""Files of text: what is wrong with one is told with its place, whoever reads it."""

from pathlib import Path

import pytest

from curating import curated
from onrecord import incremental, texts
from onrecord.errors import ConfigError, OnrecordError, ParseError
from onrecord.output import Output
from onrecord.questions import read_questions
from onrecord.workspace import Workspace


def test_bytes_that_are_no_text_are_told_with_their_line(tmp_path: Path) -> None:
    path = tmp_path / "it"
    path.write_bytes(b'a = "one"\nc = "\xff"\n')
    with pytest.raises(ParseError, match="byte 15 is not UTF-8") as caught:
        texts.read(path, "it", ParseError)
    assert (caught.value.file, caught.value.line) == ("it", 2)
    with pytest.raises(ConfigError, match="cannot be read"):
        texts.read(tmp_path / "none", "none")
    with pytest.raises(ConfigError, match="cannot be read"):
        texts.read(tmp_path, "folder")


@pytest.mark.system
@pytest.mark.parametrize(
    "name",
    [
        "site/views/statements.rq",
        "site/views/views.toml",
        "site/templates/404.html",
        "site/templates/_card.html",
        "site/locales/de.toml",
        "site/styles/99-own.css",
        "kg/questions/77-which.rq",
        "shapes/checks/own-warning.rq",
        "shapes/own.ttl",
        "onrecord.toml",
    ],
)
def test_a_build_names_the_file_and_the_line(tmp_path: Path, name: str) -> None:
    """And publishes nothing."""
    folder: Path = curated().write_workspace(tmp_path / "w", 1)
    workspace = Workspace.find(folder)
    kind, _, inner = name.partition("/")
    known = workspace.files(kind, inner) if kind in ("site", "shapes") else ()
    path = folder / name
    old = known[0] if known else path
    text = old.read_bytes() if old.exists() else b"#\n"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.rstrip(b"\n") + b"\n# \xff\n")
    with pytest.raises(OnrecordError, match="UTF-8") as caught:
        incremental.build(Workspace.find(folder), Output(folder / "public"))
    assert str(caught.value.file).endswith(name)
    assert caught.value.line == path.read_bytes().count(b"\n")
    assert not (folder / "public").exists()


def test_an_answer_that_is_no_text_is_not_called_missing(tmp_path: Path) -> None:
    folder: Path = curated().write_workspace(tmp_path / "w", 1)
    answer = folder / "kg/questions/77-which.csv"
    answer.write_bytes(b"it\n\xff\n")
    query = "# de: Wer?\n# en: Who?\n# de-explanation: Wer.\n# en-explanation: Who.\nASK {}\n"
    answer.with_suffix(".rq").write_text(query, encoding="utf-8")
    with pytest.raises(ParseError, match="is not CSV") as caught:
        read_questions(Workspace.find(folder))
    assert caught.value.file == "kg/questions/77-which.csv"
