"""JSON lines as people have them: odd ids, bytes, texts; offsets count the text as given."""

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import TextError
from onrecord.extract.lines import Line, extract_line, read_lines
from onrecord.extract.protocol import load
from onrecord.extract.restoring import cleaned, is_clean

TEXT = (
    "Die Werft Korvat baut. „Wir stellen 80 Leute ein“, sagte Chefin Ute Hölm."
    " Es kostet 3 Mio. Euro."
)


def read(*lines):
    return list(read_lines(lines, "in.jsonl"))


def extracted(text):
    line, notes = extract_line(load("rules"), Line(1, "a", text))
    return json.loads(line), notes


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("{", "no JSON object"),
        ("[]", "no JSON object"),
        ('{"text": "x"}', "'id' is missing"),
        ('{"id": 1}', "'text' is missing"),
        ('{"id": 1, "text": "a"} {}', "Extra data"),
        ('{"id": 1, "text": ' + "[" * 100_000, "recursion"),
        ('{"id": 1, "text": 5}', "“text” is no string"),
        ('{"id": 1, "text": null}', "“text” is no string"),
        ('{"id": null, "text": "x"}', "“id” is no string"),
        ('{"id": [1], "text": "x"}', "“id” is no string"),
        ('{"id": NaN, "text": "x"}', "“id” is no string"),
        ('{"id": true, "text": "x"}', "“id” is no string"),
        ('{"id": 1, "text": "\\ud83d x"}', "half a surrogate pair, at code point 0"),
        ('{"id": 1, "text": "\udc84"}', "no UTF-8 (byte 0x84 at column 20)"),
    ],
)
def test_a_bad_line_says_what_is_wrong_with_it(line, said):
    """File, line, culprit, and the form that is wanted."""
    with pytest.raises(TextError) as caught:
        read('{"id": 0, "text": "good"}', line)
    assert said in str(caught.value) and "in.jsonl:2" in str(caught.value)
    assert "UTF-8" in (caught.value.hint or "")


def test_blank_lines_and_a_byte_order_mark_are_no_lines():
    """What people paste."""
    (line,) = read("\n", "  \r\n", '\ufeff{"id": "a", "text": "x"}\r\n', "")
    assert line == Line(3, "a", "x")


@pytest.mark.parametrize(
    "odd",
    [
        "\ufeff" + TEXT,
        unicodedata.normalize("NFD", TEXT),
        TEXT.replace("baut. ", "baut.\r\n\r\n"),
        TEXT.replace("Leute", "Leu\u00adte").replace("Mio", "M\u00adio"),
        "😀 " + TEXT,
    ],
    ids=["bom", "nfd", "crlf", "soft hyphens", "astral"],
)
def test_offsets_count_the_text_as_it_was_given(odd):
    """The rules read a clean text; what they find is pointed at in the other one."""
    record, _ = extracted(odd)
    (quote,) = record["quotes"]
    assert cleaned(odd[slice(*quote["quote"][0])]).text == "„Wir stellen 80 Leute ein“"
    assert cleaned(odd[slice(*quote["speaker"][0])]).text == "Chefin Ute Hölm"
    assert cleaned(odd[slice(*record["amounts"][0]["span"])]).text == "3 Mio. Euro"
    assert [e["name"] for e in record["entities"]] == ["Korvat", "Ute Hölm"]
    for entity in record["entities"]:
        for mention in entity["mentions"]:
            assert cleaned(odd[slice(*mention)]).text == entity["name"]


@given(st.text(alphabet="aä\u0308\u0301\u00ad\r\n\ufeffo😀. ", max_size=40))
def test_a_cleaned_text_knows_where_it_came_from(text):
    """Every code point of the clean text lies in the given one, in order."""
    clean = cleaned(text)
    assert len(clean.begins) == len(clean.ends) == len(clean.text)
    assert list(clean.begins) == sorted(clean.begins) and list(clean.ends) == sorted(clean.ends)
    assert all(0 <= b < e <= len(text) for b, e in zip(clean.begins, clean.ends, strict=True))
    assert not is_clean(text) or clean.text == text


def test_a_text_in_another_language_is_named():
    """Nothing is guessed at."""
    record, notes = extracted("Le directeur a dit que la société est dans une bonne situation.")
    assert not record["quotes"] and "recognised: fr" in notes[0]


def test_markup_in_a_line_is_noticed():
    """Offsets count the text as given, so it is read, and said."""
    _, notes = extracted(f"<html><body><p>{TEXT}</p><div>x</div></body></html>")
    assert any("looks like HTML" in note for note in notes)


def test_markup_is_stripped_on_request_and_offsets_count_what_is_left() -> None:
    """The text without markup stands in the line, so that its offsets mean something."""
    page = f"<html><nav>Start</nav><body><p>{TEXT}</p><p>Ende.</p></body></html>"
    engine, line = load("rules"), Line(7, "a", page)
    written, notes = extract_line(engine, line, strip_html=True)
    record = json.loads(written)
    assert record["id"] == "a"
    assert record["text"] == f"{TEXT}\n\nEnde.\n"
    quote = next(q for q in record["quotes"] if q["type"] == "Direct")
    begin, end = quote["quote"][0]
    assert record["text"][begin:end] == "„Wir stellen 80 Leute ein“"
    assert notes[0] == "markup was stripped; dropped with its text: 1 nav"
    plain = Line(8, "b", TEXT)
    assert extract_line(engine, plain, strip_html=True) == extract_line(engine, plain)


def test_an_empty_text_gives_empty_lists():
    """No error, no note."""
    record, notes = extracted("")
    assert not any(value for key, value in record.items() if key != "id") and notes == ()
