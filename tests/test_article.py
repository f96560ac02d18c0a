"""The text module: what goes in comes back at the same offsets, or is reported."""

import itertools
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.article import (
    Article,
    Gone,
    Moved,
    Unchanged,
    clean,
    find_anchor,
    verify_anchor,
)
from onrecord.errors import AnchorError, TextError, UsageError

TEXT = (
    "Die Talwerk AG baut ein Werk in Gera.\n"
    "Es soll 2029 fertig sein.\n\n"
    "  Der Vorstand sprach von 40 Millionen Euro. Die Talwerk AG schwieg dazu. \n \t\n\n"
    "Wir bauen das Werk, sagte er."
)
WORDS = st.sampled_from(["Werk", "Ähre", "baut", "𝔸", "so", "\n\n", ".", " ", "\r\n", "a\u0308"])
TEXTS = st.lists(WORDS, max_size=60).map(" ".join)


def article(text=TEXT):
    return Article.from_text("talwerk", text)


def test_paragraphs_are_split_by_blank_lines_and_counted_from_one():
    """A paragraph is a run of lines that are not blank, without the white space around it."""
    found = [(p.number, TEXT[p.begin : p.end]) for p in article().passages]
    assert [n for n, _ in found] == [1, 2, 3]
    assert found[0][1].endswith("fertig sein.")
    assert found[1][1].startswith("Der Vorstand") and found[1][1].endswith("schwieg dazu.")


@given(TEXTS | st.text(max_size=200))
def test_passages_cover_every_visible_character_once(text):
    """Nothing but white space lies outside the passages, and they stand in order."""
    passages = article(text).passages
    joined = "".join("".join(text[p.begin : p.end].split()) for p in passages)
    assert joined == "".join(text.split())
    assert all(a.end <= b.begin for a, b in itertools.pairwise(passages))


def test_offsets_count_code_points_not_bytes_or_utf16_units():
    """A character outside the BMP counts as one."""
    found = find_anchor(article("𝔸𝔸 Öl"), "Öl", [1])
    assert (found.begin, found.end) == (3, 5)
    assert article("𝔸𝔸 Öl").length == 5


def test_hash_is_sha256_of_utf8():
    """The hash is the one that `sha256sum` prints for the cleaned file."""
    assert article("ä").text_hash == (
        "33e6d73fee82904c8d7afb78de1154d1e8dc2a0edb08120e63df5b9385c2d9cc"
    )


@pytest.mark.parametrize(
    ("data", "text", "note"),
    [
        (b"\xef\xbb\xbfWort", "Wort", "byte order mark"),
        (b"a\r\n\r\nb\rc", "a\n\nb\nc", "line ends"),
        ("A\u0308hre".encode(), "Ähre", "NFC"),
        ("Kar\u00adtof\u00adfel".encode(), "Kartoffel", "2 soft hyphens"),
    ],
)
def test_bytes_are_cleaned_and_the_change_is_told(data, text, note):
    """BOM, CRLF, NFD and soft hyphens are cleaned, and a note says so."""
    found = Article.from_bytes("x", data)
    assert found.text == text
    assert len(found.notes) == 1 and note in found.notes[0]


def test_a_clean_text_gets_no_note():
    """No note where nothing was changed."""
    assert Article.from_bytes("x", TEXT.encode()).notes == ()


def test_text_given_as_a_string_is_never_changed():
    """`from_text` keeps every code point, so that offsets are those of the caller."""
    odd = "\ufeffA\u0308\r\n\r\nb\u00adc"
    assert article(odd).text == odd
    assert [odd[p.begin : p.end] for p in article(odd).passages] == ["\ufeffA\u0308", "b\u00adc"]


def test_bytes_that_are_not_utf8_are_refused_with_line_and_byte():
    """Another encoding is never guessed."""
    with pytest.raises(TextError) as caught:
        Article.from_bytes("x", "gut\nschön".encode("latin-1"), "a.txt")
    assert caught.value.line == 2 and "0xf6" in str(caught.value)


@pytest.mark.parametrize("data", [b"", b" \n\n\t", b"\xef\xbb\xbf", b"a\0b"])
def test_empty_text_and_binary_data_are_refused(data):
    """No text at all is an error, not an article of no paragraphs."""
    with pytest.raises(TextError):
        Article.from_bytes("x", data)


def test_a_missing_file_is_named(tmp_path):
    """The error names the path."""
    with pytest.raises(UsageError, match=r"none\.txt"):
        Article.read("x", tmp_path / "none.txt")


def test_a_file_is_read_and_cleaned(tmp_path):
    """`read` is `from_bytes` of the file."""
    path = tmp_path / "a.txt"
    path.write_bytes(b"\xef\xbb\xbfEin Satz.")
    assert Article.read("x", path).text == "Ein Satz."


@given(TEXTS)
def test_cleaning_twice_changes_nothing_more(text):
    """The canonical form is a fixed point."""
    once, _ = clean(text)
    assert clean(once) == (once, ())


def test_an_anchor_is_found_in_its_paragraph():
    """The paragraph decides between two places of the same phrase."""
    assert find_anchor(article(), "Talwerk AG", [1]).begin == TEXT.index("Talwerk AG")
    assert find_anchor(article(), "Talwerk AG", [2]).begin == TEXT.rindex("Talwerk AG")


def test_an_ambiguous_anchor_lists_its_candidates_and_no_text():
    """Two places: an error with both offsets; the text itself is not printed."""
    with pytest.raises(AnchorError) as caught:
        find_anchor(article(), "Talwerk AG", [1, 2])
    first = TEXT.index("Talwerk AG")
    assert "2 times" in str(caught.value)
    assert f"paragraph 1 at {first}-{first + 10}" in (caught.value.hint or "")
    assert "schwieg" not in str(caught.value) + (caught.value.hint or "")


@pytest.mark.parametrize(
    ("phrase", "numbers", "hint"),
    [
        ("Vorstand sprach", [1], "elsewhere: paragraph 2"),
        ("vorstand  sprach", [2], "white space, case"),
        ("Aufsichtsrat", [1], "exactly as they are printed"),
        ("Werk", [9], "has 3 paragraphs"),
        (" ", [1], "some words"),
    ],
)
def test_an_anchor_that_is_not_found_says_what_to_do(phrase, numbers, hint):
    """Each way to miss has its own hint."""
    with pytest.raises(AnchorError) as caught:
        find_anchor(article(), phrase, numbers)
    assert hint in (caught.value.hint or "")


def test_a_phrase_that_crosses_into_the_next_paragraph_is_not_inside():
    """An anchor lies in one paragraph."""
    with pytest.raises(AnchorError):
        find_anchor(article("eins zwei\n\ndrei"), "zwei\n\ndrei", [1])


@given(TEXTS, st.data())
def test_every_anchor_slices_back_and_verifies_in_its_own_text(text, data):
    """text[begin:end] is the phrase; the same text leaves every anchor unchanged."""
    if not text:
        return
    begin = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(begin + 1, len(text)))
    anchor = article(text).anchor(begin, end)
    assert text[anchor.begin : anchor.end] == anchor.phrase
    assert verify_anchor(article(text), anchor) == Unchanged(anchor)


@given(TEXTS, TEXTS, st.data())
def test_after_an_edit_an_anchor_is_exact_moved_to_the_same_words_or_reported(text, new, data):
    """Never a wrong offset: what is not reported as gone holds the same words."""
    if not text:
        return
    begin = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(begin + 1, min(len(text), begin + 20)))
    cut = sorted(data.draw(st.tuples(*[st.integers(0, len(text))] * 2)))
    edited = text[: cut[0]] + new + text[cut[1] :]
    verdict = verify_anchor(article(edited), article(text).anchor(begin, end))
    match verdict:
        case Unchanged(anchor):
            assert edited[anchor.begin : anchor.end] == anchor.phrase
        case Moved(anchor, to):
            assert edited[to.begin : to.end] == to.phrase == anchor.phrase
            assert to != anchor
        case Gone(_, candidates):
            assert all(edited[c.begin : c.end] == c.phrase for c in candidates)


def test_text_put_in_front_moves_an_anchor_to_its_new_offset():
    """Moved says where to, paragraph included."""
    old = find_anchor(article(), "40 Millionen", [2])
    verdict = verify_anchor(article("Neu.\n\n" + TEXT), old)
    assert isinstance(verdict, Moved)
    assert (verdict.to.begin, verdict.to.paragraph) == (old.begin + 6, 3)


def test_a_phrase_whose_context_is_gone_is_not_taken_for_the_same():
    """The same words elsewhere, between other words, are candidates only."""
    old = find_anchor(article(), "Talwerk AG", [1])
    verdict = verify_anchor(article("Gestern hat die Talwerk AG viel Neues gesagt."), old)
    assert isinstance(verdict, Gone) and verdict.ambiguous
    assert len(verdict.candidates) == 1


def test_a_repeated_context_is_ambiguous_unless_the_offset_agrees():
    """Two places with the same words around: only the unmoved one is certain."""
    block = "x" * 40 + "Wort" + "y" * 40
    anchor = article(block + block).anchor(40, 44)
    assert verify_anchor(article(block + block), anchor) == Unchanged(anchor)
    verdict = verify_anchor(article("z" + block + block), anchor)
    assert isinstance(verdict, Gone) and len(verdict.candidates) == 2


def test_a_range_outside_the_text_is_no_anchor():
    """An offset beyond the end is an error."""
    with pytest.raises(AnchorError):
        article("kurz").anchor(2, 9)


def test_articles_are_values():
    """Equal, hashable and picklable."""
    assert pickle.loads(pickle.dumps(article())) == article()
    assert hash(article()) == hash(article())
