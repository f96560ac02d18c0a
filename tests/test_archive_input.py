"""What cannot be taken is refused by name, and everything else is taken as it is."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

import archives
from newsroom import Run
from onrecord.archive import intake, mentions, source
from onrecord.archive.context import load
from onrecord.archive.mentions import Entry
from onrecord.archive.records import Paper, Refused
from onrecord.article import Article
from onrecord.errors import UsageError
from onrecord.extract.protocol import load as load_extractor
from onrecord.names import RDFS, is_slug
from onrecord.workspace import Workspace

GOOD = {
    "id": "a-1",
    "text": "Ein Text.",
    "url": "https://example.org/a-1",
    "publisher": "Hafenkurier",
}
BAD: list[tuple[Any, str]] = [
    (b'{"id": 1, "text": ', "is not JSON"),
    (b'["a"]', "is no JSON object"),
    (b'{"id": "a", "text": "\xff"}', "is not UTF-8"),
    (b"[" * 100_000, "JSON"),
    ({**GOOD, "id": ""}, "the id is missing"),
    ({**GOOD, "id": True}, "the id is missing"),
    ({**GOOD, "id": b"a"}, "the id is missing or neither text nor a whole number"),
    ({**GOOD, "text": "  "}, "the text is missing"),
    ({**GOOD, "text": 7}, "the text is missing"),
    ({**GOOD, "text": "x" * 1_001}, "1001 characters, more than 1000"),
    ({**GOOD, "text": "<html><body><p>Ein Text.</p></body></html>"}, "HTML, not text (6 tags"),
    ({**GOOD, "text": "a\0b"}, "U+0000"),
    ({**GOOD, "text": "a\ud800b"}, "U+D800"),
    ({**GOOD, "url": "ftp://example.org/"}, "no http address"),
    ({**GOOD, "url": "https://example.org/a b"}, "“url”"),
    ({**GOOD, "url": None}, "“url” is missing"),
    ({**GOOD, "publisher": " "}, "“publisher” is missing"),
    ({**GOOD, "publisher": "x" * 501}, "“publisher” is longer"),
    ({**GOOD, "date": "gestern"}, "“date” is no date"),
    ({**GOOD, "language": "deutsch"}, "“language” is no code"),
    (source.Unread("it is gone"), "it is gone"),
]


def _raw(value: Any) -> source.Raw:
    if isinstance(value, dict) and not isinstance(value["id"], bytes):
        return json.dumps(value).encode()
    return value


@pytest.mark.parametrize(("value", "reason"), BAD, ids=[reason for _, reason in BAD])
def test_bad_records(value: Any, reason: str) -> None:
    """Each kind of bad record is refused with its line and reason."""
    found = intake.read(7, _raw(value), 1_000)
    assert isinstance(found, Refused)
    assert found.line == 7
    assert reason in found.reason


@pytest.mark.system
def test_a_run_that_takes_nothing_says_so(run: Run, tmp_path: Path) -> None:
    """One bad line among good ones is a dead letter; where all are, the command fails."""
    good, bad = json.dumps({**GOOD, "language": "de"}) + "\n", "no article\n"
    for name, lines, code in (("some", good + bad, 0), ("none", bad * 2, 1)):
        (tmp_path / f"{name}.jsonl").write_text(lines, encoding="utf-8")
        ended = run("archive", str(tmp_path / f"{name}.jsonl"), "--out", str(tmp_path / name))
        assert ended.code == code
        assert "what was refused, and why, is in dead-letters.jsonl" in ended.err + ended.out


def test_a_good_record() -> None:
    """What is not said is left empty; the title falls back to the id."""
    found = intake.read(1, _raw(GOOD), 1_000)
    assert found == Paper(
        "a-1", 1, "Ein Text.", GOOD["url"], "Hafenkurier", "a-1", identifier="a-1"
    )
    told = {"title": "T", "date": "2026-01-31T08:00:00Z", "language": "de-AT", "id": 12}
    found = intake.read(1, _raw(GOOD | told), 1_000)
    assert found == Paper(
        "12", 1, "Ein Text.", GOOD["url"], "Hafenkurier", "T", "2026-01-31", "de", "12"
    )
    assert intake.read(1, b" \n", 1_000) is None


PAGE = "<html><body><nav>Menü</nav><p>Ein Text.</p><p>Noch einer.</p></body></html>"


def test_a_page_is_stripped_where_that_is_asked_for() -> None:
    """What was dropped with its text is a note; what is nothing but markup is refused."""
    found = intake.read(1, _raw({**GOOD, "text": PAGE}), 1_000, strip_html=True)
    assert isinstance(found, Paper)
    assert found.text == "Ein Text.\n\nNoch einer.\n"
    assert found.notes == ("markup was stripped; dropped with its text: 1 nav",)
    empty = intake.read(1, _raw({**GOOD, "text": "<p><br></p><nav>Menü</nav>"}), 1_000, True)
    assert isinstance(empty, Refused)
    assert empty.reason == "nothing is left without the markup"


def test_what_was_stripped_is_told_beside_the_archive(tmp_path: Path) -> None:
    """The note stands in `findings.jsonl`, and the option is part of the archive's key."""
    lines = json.dumps({**GOOD, "language": "de", "text": PAGE}) + "\n"
    (tmp_path / "a.jsonl").write_text(lines, encoding="utf-8")
    whole = archives.newsroom(tmp_path / "newsroom")
    made = archives.make(archives.job(whole, tmp_path / "a.jsonl", strip_html=True))
    assert made.counts["articles"] == 1
    assert "1 nav" in (made.out / "findings.jsonl").read_text(encoding="utf-8")


@given(st.binary(max_size=200))
def test_any_bytes(data: bytes) -> None:
    """No line, whatever it holds, ends the run."""
    assert isinstance(intake.read(1, data, 1_000), Paper | Refused | None)


@given(st.text(min_size=1))
def test_slugs_of_ids(identifier: str) -> None:
    """Every id has a slug, and one that is a slug keeps it."""
    found = intake.slug_of(identifier)
    assert is_slug(found)
    assert found == identifier or not is_slug(identifier)


@given(st.lists(st.binary(max_size=9).filter(lambda line: b"\n" not in line)), st.integers(1, 4))
def test_parts_hold_every_line(tmp_path_factory: Any, lines: list[bytes], size: int) -> None:
    """The parts together have every line once, in order, whatever their size."""
    path = tmp_path_factory.mktemp("lines") / "a.jsonl"
    assume(not b"\n".join(lines).startswith((b"\x1f\x8b", b"\x28\xb5")))
    path.write_bytes(b"\n".join(lines))
    parts, _ = source.plan(path, size)
    found = [row for part in parts for row in source.records(path, part)]
    text = b"\n".join(lines)
    expected = text.split(b"\n")[: -1 if text.endswith(b"\n") or not text else None]
    assert [raw.rstrip(b"\n") for _, raw in found if isinstance(raw, bytes)] == expected
    assert [number for number, _ in found] == list(range(1, len(expected) + 1))


@pytest.mark.parametrize(
    ("count", "size"), [(0, 10), (1, 10), (160, 10), (161, 11), (800, 50), (1599, 100), (5000, 100)]
)
def test_few_records_make_small_parts(tmp_path: Path, count: int, size: int) -> None:
    """A small input has sixteen parts, if they have ten records each; a large one those of 100."""
    import pyarrow
    import pyarrow.parquet

    lines, rows = tmp_path / "a.jsonl", tmp_path / "a.parquet"
    lines.write_bytes(b"\n".join([b"{}"] * count))
    table = pyarrow.Table.from_pylist([{"id": "a", "text": "b"}] * (count or 1))
    pyarrow.parquet.write_table(table, rows)
    assert source.fitting(lines) == source.fitting(rows) == size
    parts, _ = source.plan(lines, size)
    assert len(parts) == -(-count // size)


def test_what_has_no_size(tmp_path: Path) -> None:
    """A file that is not there, or no Parquet, is named before anything is begun."""
    with pytest.raises(UsageError, match="no such file"):
        source.fitting(tmp_path / "none.jsonl")
    with pytest.raises(UsageError, match="no such file"):
        source.fitting(tmp_path / "none.parquet")
    (tmp_path / "a.parquet").write_bytes(b"PAR1")
    with pytest.raises(UsageError, match="is no Parquet file"):
        source.fitting(tmp_path / "a.parquet")


def test_a_line_that_is_too_long(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A line longer than can be held is nothing; the lines around it are read."""
    monkeypatch.setattr(source, "LONGEST", 10)
    path = tmp_path / "a.jsonl"
    path.write_bytes(b"one\n" + b"x" * 45 + b"\ntwo\n")
    parts, _ = source.plan(path, 5)
    assert list(source.records(path, parts[0])) == [
        (1, b"one\n"),
        (2, source.Unread("the line is longer than 10 bytes")),
        (3, b"two\n"),
    ]


def test_a_damaged_part_of_a_parquet_file(tmp_path: Path) -> None:
    """The rows that cannot be read are refused, those in other row groups are taken."""
    import pyarrow
    import pyarrow.parquet

    folder, path = archives.newsroom(tmp_path / "w"), tmp_path / "a.parquet"
    rows = archives.records(6)
    pyarrow.parquet.write_table(pyarrow.Table.from_pylist(rows), path, row_group_size=2)
    text = pyarrow.parquet.ParquetFile(path).metadata.row_group(1).column(6)
    assert text.path_in_schema == "text"
    data = bytearray(path.read_bytes())
    data[text.dictionary_page_offset : text.data_page_offset] = bytes(
        text.data_page_offset - text.dictionary_page_offset
    )
    path.write_bytes(data)
    made = archives.make(archives.job(folder, path))
    assert (made.counts["articles"], made.counts["refused"]) == (4, 2)
    refused = archives.rows(made.out / "dead-letters.jsonl")
    assert [row["line"] for row in refused] == [3, 4]
    assert all("row group 2 cannot be read" in row["reason"] for row in refused)


@pytest.mark.parametrize(
    ("head", "what"), [(b"\x1f\x8b\x08", "gzip"), (b"\x28\xb5\x2f\xfd", "zstd")]
)
def test_packed_input_is_named(tmp_path: Path, head: bytes, what: str) -> None:
    """Packed lines are not taken for broken ones."""
    path = tmp_path / "a.jsonl"
    path.write_bytes(head + b"x")
    with pytest.raises(UsageError, match=f"packed with {what}") as caught:
        source.plan(path, 5)
    assert "unpack" in (caught.value.hint or "")
    with pytest.raises(UsageError, match="is a folder"):
        source.plan(tmp_path, 5)


def test_dead_letters_have_the_id_as_it_was_given(tmp_path: Path) -> None:
    """Who delivered an article finds it again by its own id."""
    folder = archives.newsroom(tmp_path / "w")
    rows = [{**GOOD, "id": "Überschrift 12", "text": "Kurz."}, {**GOOD, "id": 7, "text": ""}]
    made = archives.make(archives.job(folder, archives.write(folder / "a.jsonl", rows)))
    refused = archives.rows(made.out / "dead-letters.jsonl")
    assert [row["identifier"] for row in refused] == ["Überschrift 12", "7"]


_entry = st.builds(
    Entry,
    st.sampled_from(["ea 0", "ea 1", "eb 1", "na", "ub"]),
    st.sampled_from(["x", "y", "z-1"]),
    st.lists(st.integers(), max_size=2),
)


@settings(max_examples=30)
@given(st.lists(st.lists(_entry, max_size=4), max_size=9))
def test_merged_streams_are_sorted(tmp_path_factory: Any, shards: list[list[Entry]]) -> None:
    """Every entry of a bucket comes once, by key and article, however many shards there are."""
    folder = tmp_path_factory.mktemp("mentions")
    segments = []
    for number, shard in enumerate(shards):
        data, offsets = mentions.packed(shard, 2)
        (folder / str(number)).write_bytes(data)
        segments.append((folder / str(number), offsets))
    found = []
    width, mentions.WIDTH = mentions.WIDTH, 2  # type: ignore[misc]
    try:
        for bucket in range(2):
            cut = [(path, at[bucket], at[bucket + 1]) for path, at in segments]
            entries = list(mentions.merged(cut))
            assert [e[:2] for e in entries] == sorted(e[:2] for e in entries)
            assert all(mentions.bucket_of(e.key, 2) == bucket for e in entries)
            found += entries
    finally:
        mentions.WIDTH = width  # type: ignore[misc]
    assert sorted(found, key=str) == sorted((e for s in shards for e in s), key=str)


def test_extraction_needs_only_the_entries_of_the_text(tmp_path: Path) -> None:
    """With the entries of the register that a text may name, extraction finds the same."""
    context = load(Workspace.find(archives.newsroom(tmp_path / "w")))
    extractor = load_extractor("rules")
    for record in archives.records(8):
        article = Article.from_text("a", record["text"])
        few = context.known_in(record["text"])
        assert len(few) < len(context.known)
        assert extractor.extract(article, few) == extractor.extract(article, context.known)


def test_bad_input_is_named_and_counted(tmp_path: Path) -> None:
    """Every record is an article, a named refusal or empty; nothing is lost."""
    folder = archives.newsroom(tmp_path / "w")
    good = archives.records(5)
    rows: list[Any] = [
        good[0],
        b"",
        b"{",
        {**good[0], "text": good[1]["text"]},
        good[2],
        {**good[3], "text": "x" * 600_000},
        {**good[3], "text": archives.FRENCH, "language": "fr"},
        {**good[4], "url": good[2]["url"]},
    ]
    made = archives.make(archives.job(folder, archives.write(folder / "a.jsonl", rows)))
    assert made.counts["articles"] + made.counts["refused"] == len(rows) - 1
    refused = archives.rows(made.out / "dead-letters.jsonl")
    assert [(row["line"], re.split("[,:]", row["reason"])[0]) for row in refused] == [
        (3, "is not JSON"),
        (4, "the id stands in record 1 already"),
        (6, "the text has 600000 characters"),
    ]
    conflicts = archives.rows(made.out / "conflicts.jsonl")
    assert {"one address for different texts"} <= {c["conflict"] for c in conflicts}
    notes = [
        f for f in archives.rows(made.out / "findings.jsonl") if f["rule"] == "extraction-note"
    ]
    assert [n["focus"].rpartition("/")[2] for n in notes] == [good[3]["id"]]


def test_conflicts_of_identity(tmp_path: Path) -> None:
    """One name for two kinds, and a name like another entity's address, are told apart."""
    register = """@prefix onr: <https://w3id.org/onrecord/ns#> .
    @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
    <https://w3id.org/onrecord/kg/company/hafenkurier> a onr:Company ;
        rdfs:label "Hafenkurier"@de , "Hafenkurier"@en .
    <https://w3id.org/onrecord/kg/medium/elbanzeiger> a onr:NewsMedium ;
        rdfs:label "Elbanzeiger Nord"@de , "Elbanzeiger Nord"@en .
    """
    folder = archives.newsroom(tmp_path / "w", register)
    rows = [
        {**GOOD, "text": "Der Hafenkurier meldet einen Gewinn."},
        {
            **GOOD,
            "id": "a-2",
            "url": "https://example.org/2",
            "publisher": "Elbanzeiger",
            "language": "de",
        },
    ]
    made = archives.make(archives.job(folder, archives.write(folder / "a.jsonl", rows)))
    conflicts = archives.rows(made.out / "conflicts.jsonl")
    several = next(c for c in conflicts if c["conflict"] == "one name for several entities")
    assert [iri.rpartition("kg/")[2] for iri in several["entities"]] == [
        "company/hafenkurier",
        "medium/hafenkurier",
    ]
    quads = archives.quads(made.out)
    known = "<https://w3id.org/onrecord/kg/medium/elbanzeiger> <" + RDFS + 'label> "Elbanzeiger"'
    assert known not in quads
    assert '"Elbanzeiger"@de' in quads
