"""`onrecord extract`: JSON lines, texts as people have them, and clear refusals."""

import json

import pytest

from onrecord.errors import LimitError, TextError
from onrecord.extract import clean
from onrecord.extract.clean import read_text, strip

TEXT = "Die Werft baut. „Wir liefern im Mai“, sagte Chefin Ute Holm. Das kostet 3 Millionen Euro."


@pytest.fixture
def run(monkeypatch, tmp_path, capsys):
    """Runs a command in an empty folder; gives (exit code, stdout, stderr)."""
    from onrecord import cli

    monkeypatch.chdir(tmp_path)

    def call(*arguments):
        monkeypatch.setattr("sys.argv", ["onrecord", *map(str, arguments)])
        with pytest.raises(SystemExit) as caught:
            cli.main()
        code = caught.value.code
        return (code or 0, *capsys.readouterr())

    return call


def lines(path, *records):
    path.write_text("".join(json.dumps(r) + "\n" for r in records), encoding="utf-8")
    return path


def test_lines_go_in_and_out(run, tmp_path):
    """Each line with id and text becomes a line with the same id and offsets into that text."""
    source = lines(tmp_path / "in.jsonl", {"id": "a", "text": TEXT}, {"id": 2, "text": ""})
    code, _, _ = run("extract", "--format", "jsonl", source, "--out", tmp_path / "out.jsonl")
    first, second = map(json.loads, (tmp_path / "out.jsonl").read_text("utf-8").splitlines())
    assert code == 0 and (first["id"], second["id"]) == ("a", 2)
    (quote,) = first["quotes"]
    assert TEXT[slice(*quote["quote"][0])] == "„Wir liefern im Mai“"
    assert first["amounts"][0]["value"] == 3000000
    assert second.pop("id") == 2 and set(second) >= {"quotes", "entities", "amounts", "deals"}
    assert not any(second.values())


def test_without_out_the_lines_are_printed(run, tmp_path):
    """Standard output holds the lines and nothing else."""
    source = lines(tmp_path / "in.jsonl", {"id": "a", "text": TEXT})
    code, out, _ = run("extract", "--format", "jsonl", source)
    assert code == 0 and json.loads(out)["id"] == "a"


@pytest.mark.parametrize("bad", ["{", '{"id": 1}', '{"id": 1, "text": 5}', "[]"])
def test_a_bad_line_is_named(run, tmp_path, bad):
    """File and line number, exit 1, no traceback."""
    path = tmp_path / "in.jsonl"
    path.write_text(json.dumps({"id": 1, "text": "a"}) + "\n" + bad + "\n", encoding="utf-8")
    code, _, err = run("extract", "--format", "jsonl", path)
    assert code == 1 and "in.jsonl:2" in err and "Traceback" not in err


def test_a_bad_line_leaves_the_old_file_as_it_was(run, tmp_path):
    """No half a file, and the input may be the output."""
    path = lines(tmp_path / "in.jsonl", {"id": 1, "text": TEXT}, {"id": 2})
    (tmp_path / "out.jsonl").write_text("before", encoding="utf-8")
    code, _, _ = run("extract", "--format", "jsonl", path, "--out", tmp_path / "out.jsonl")
    assert code == 1 and (tmp_path / "out.jsonl").read_text("utf-8") == "before"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["in.jsonl", "out.jsonl"]
    lines(path, {"id": 1, "text": TEXT})
    assert run("extract", "--format", "jsonl", path, "--out", path)[0] == 0
    assert json.loads(path.read_text("utf-8"))["quotes"]


def test_an_id_that_stands_twice_is_told(run, tmp_path):
    """Both lines are read; where the other one stands is said."""
    path = lines(tmp_path / "in.jsonl", {"id": 7, "text": TEXT}, {"id": 7, "text": ""})
    code, out, err = run("extract", "--format", "jsonl", path)
    assert code == 0 and len(out.splitlines()) == 2
    assert "in.jsonl:2: the id 7 stands in line 1 already" in err


@pytest.mark.parametrize(
    ("arguments", "part"),
    [
        (["extract", "--format", "jsonl", "none.jsonl"], "no such file"),
        (["extract", "some-article"], "--text is missing"),
        (["extract", "x", "--format", "jsonl", "--engine", "dreams"], "no extraction engine"),
    ],
)
def test_wrong_use_exits_with_two(run, arguments, part):
    """A message that says what is wrong."""
    code, _, err = run(*arguments)
    assert code == 2 and part in err


def test_the_engines_can_be_listed(run):
    """One name a line."""
    code, out, _ = run("engines")
    assert code == 0 and "rules" in out.split()


PAGE = """<!DOCTYPE html><html><head><title>T</title><script>var a = "<p>";</script></head>
<body><nav>Menü</nav><h1>Die Werft</h1><p>Ein Satz &amp; noch   einer.</p><p>Zwei.<br>Drei.</p>
</body></html>"""


def test_html_is_noticed_and_not_taken_for_text(tmp_path):
    """Markup would spoil every offset: refuse, and say how to go on."""
    path = tmp_path / "a.html"
    path.write_text(PAGE, encoding="utf-8")
    with pytest.raises(TextError) as caught:
        read_text("x", path)
    assert "HTML" in str(caught.value) and "--strip-html" in (caught.value.hint or "")


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"PK\x03\x04\x14\x00\x06\x00", "a Word document"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word document"),
        (b"{\\rtf1\\ansi Der Verlag pr\\'fcft.}", "RTF"),
        (b"%PDF-1.7\n%\xe2\xe3", "a PDF"),
        ("Der Verlag prüft.".encode("utf-16"), "UTF-16"),
    ],
)
def test_a_document_of_another_program_is_named(tmp_path, data, what):
    """Whoever gives a file that is no text is told what it is, not which byte is wrong."""
    path = tmp_path / "text.txt"
    path.write_bytes(data)
    with pytest.raises(TextError, match=what) as caught:
        read_text("x", path)
    assert "plain text in UTF-8" in (caught.value.hint or "")


def test_paragraphs_without_a_blank_line_are_told(tmp_path):
    """A word processor writes a paragraph as a line; lines that an editor wrapped are none."""
    path = tmp_path / "text.txt"
    line = "Der Verlag Morgenblatt prüft den Verkauf seiner Druckerei am Hafen, sagte die Chefin am"
    paragraphs = [f"{line} {day} in ihrem Büro." for day in ("Montag", "Dienstag", "Mittwoch")]
    path.write_text("Ein Titel\n\n" + "\n".join(paragraphs) + "\n", encoding="utf-8")
    (note,) = read_text("x", path).notes
    assert note.startswith("paragraph 2 has 3 lines that look like paragraphs")
    for split in ("\n\n".join(paragraphs), " ".join(paragraphs).replace(", ", ",\n")):
        path.write_text(split, encoding="utf-8")
        assert read_text("x", path).notes == ()


def test_html_is_stripped_on_request_and_what_was_dropped_is_told(tmp_path):
    """Blocks become paragraphs; scripts, heads and menus go, and a note says so."""
    path = tmp_path / "a.html"
    path.write_text(PAGE, encoding="utf-8")
    article = read_text("x", path, strip_html=True)
    assert [article.text[p.begin : p.end] for p in article.passages] == [
        "Die Werft",
        "Ein Satz & noch einer.",
        "Zwei. Drei.",
    ]
    assert "1 head" in article.notes[-1] and "1 nav" in article.notes[-1]


def test_a_text_with_an_angle_bracket_is_text(tmp_path):
    """Two comparison signs are no page."""
    path = tmp_path / "a.txt"
    path.write_text("Es gilt a < b und c > d, sagte der Chef.", encoding="utf-8")
    assert read_text("x", path).notes == ()


def test_a_page_of_markup_alone_is_refused(tmp_path):
    """Nothing is left: an error, not an empty article."""
    path = tmp_path / "a.html"
    path.write_text("<html><body><div><script>x</script></div></body></html>", encoding="utf-8")
    with pytest.raises(TextError, match="nothing is left"):
        read_text("x", path, strip_html=True)


def test_a_text_above_the_limit_is_refused(tmp_path, monkeypatch):
    """A whole archive in one file is no article."""
    monkeypatch.setattr(clean, "LARGEST", 20)
    path = tmp_path / "a.txt"
    path.write_text("x" * 21, encoding="utf-8")
    with pytest.raises(LimitError):
        read_text("x", path)


def test_broken_markup_is_stripped_without_an_error():
    """Unclosed tags and half entities."""
    text, dropped = strip("<p>eins<p>zwei<div>drei &am <b>vier")
    assert text == "eins\n\nzwei\n\ndrei &am vier\n" and dropped == ""


@pytest.fixture
def newsroom(run):
    """A workspace with no article, in which commands run."""
    assert run("init", ".")[0] == 0
    return run


TALK = "Die Werft ist nicht am Ende, sagte die Chefin. Man habe das Geld für den Bau von Schiffen."
BEGIN = ("--url", "https://example.org/1", "--publisher", "Kurier")


def test_a_page_is_no_text_of_a_new_article(newsroom, tmp_path):
    """Else the hash would be the one of the markup, which no later command takes."""
    page = tmp_path / "a.html"
    page.write_text(PAGE.replace("Drei.", TALK), encoding="utf-8")
    code, _, err = newsroom("new", "yard", "--text", page, *BEGIN)
    assert code == 1 and "--strip-html" in err
    assert not (tmp_path / "kg/articles/yard").exists()
    code, _, err = newsroom("new", "yard", "--text", page, *BEGIN, "--strip-html")
    assert code == 0 and "1 nav" in err
    assert f"extract yard --text {page} --strip-html" in err
    for command in (("extract", "yard"), ("anchor", "yard"), ("check",)):
        assert newsroom(*command, "--text", page)[0] == 1
        assert newsroom(*command, "--text", page, "--strip-html")[0] == 0


@pytest.mark.parametrize(
    ("text", "given", "written", "told"),
    [
        ("The yard said that it would not be sold to the bank.", (), '"en"', "no --title"),
        (TALK, (), '"de"', "no --title"),
        (TALK, ("--language", "en"), '"en"', "reads as 'de'; article.ttl calls it 'en'"),
        ("Werft Nordkai.", (), '"de"', "reads in no language that is recognised"),
    ],
)
def test_a_new_article_is_in_the_language_of_its_text(
    newsroom, tmp_path, text, given, written, told
):
    """Nobody says it, and it is seldom wrong; where text and word differ, that is told."""
    path = tmp_path / "a.txt"
    path.write_text(text, encoding="utf-8")
    _, _, err = newsroom("new", "yard", "--text", path, *BEGIN, *given)
    article = (tmp_path / "kg/articles/yard/article.ttl").read_text("utf-8")
    assert f"dcterms:language {written}" in article and told in err


def test_more_proposals_than_a_file_may_hold_are_not_written(newsroom, tmp_path, monkeypatch):
    """Nothing could read the file again, and nobody can split what a machine writes."""
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    newsroom("new", "yard", "--text", path, *BEGIN)
    monkeypatch.setattr("onrecord.review.files.MOST_TRIPLES", 20)
    code, _, err = newsroom("extract", "yard", "--text", path)
    assert code == 3 and "more than 20" in err and "one article" in err
    assert not (tmp_path / "kg/articles/yard/extracted.ttl").exists()
