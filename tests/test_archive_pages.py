"""Pages of articles are what their template gives, whatever is in them."""

import io
import tarfile
from dataclasses import asdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.archive.context import Context
from onrecord.archive.describe import Described, Mention, Row
from onrecord.archive.files import Tar, zstandard
from onrecord.archive.layout import pages, place
from onrecord.archive.pages import article_files
from onrecord.archive.records import Paper
from onrecord.derive.axioms import Axioms
from onrecord.graph import KnowledgeGraph
from onrecord.names import Names
from onrecord.workspace import Config

LANGUAGES = ("de", "en")
BASE = "https://example.org/kg/"
CONTEXT = Context(
    Config(BASE, {}, {}, LANGUAGES),
    (),
    Axioms.read(()),
    KnowledgeGraph(Names(BASE), {}),
    (),
)

_text = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"])),
    st.sampled_from(
        ["<script>alert(1)</script>", '"><b>', "%(title)s %", "a\x85b\u2028c", "&amp;"]
    ),
)
_rows = st.builds(
    Row,
    iri=st.just(f"{BASE}proposal/a-1/0123456789ab"),
    speaker=st.just(""),
    speaker_name=_text,
    phrase=_text,
    form=st.sampled_from(["direct", "indirect", "reported", ""]),
    paragraph=st.integers(1, 99),
    rule=_text,
    confidence=st.just("0.50"),
)
_mentions = st.builds(
    Mention,
    st.sampled_from([f"{BASE}company/a", f"{BASE}person/b"]),
    st.sampled_from(["company", "person", "medium"]),
    _text,
)
_papers = st.builds(
    Paper,
    slug=st.just("a-1"),
    line=st.just(1),
    text=st.just(""),
    url=_text,
    publisher=_text,
    title=_text,
    date=st.sampled_from(["", "2026-01-31"]),
    language=st.sampled_from(["de", "en"]),
)


@given(_papers, st.lists(_mentions, max_size=3), st.lists(_rows, max_size=3))
def test_pages_of_articles(paper: Paper, mentions: list[Mention], rows: list[Row]) -> None:
    """Filling in gives, byte by byte, what the template gives."""
    iri = f"{BASE}article/a-1"
    described = Described(paper, iri, "", {"g": b"x\n"}, tuple(mentions), tuple(rows))
    found = dict(article_files(described, CONTEXT))
    told = {
        "title": paper.title,
        "paper": paper,
        "mentions": [asdict(m) | {"path": m.iri.removeprefix(BASE)} for m in mentions],
        "rows": [asdict(r) | {"speaker_name": r.speaker_name or "–"} for r in rows],
    }
    expected = {
        f"{place('article/a-1', code, 'de')}.html": html.encode()
        for code, html in pages("article.html", "article/a-1", LANGUAGES, told)
    }
    assert found == expected | {"article/a-1.nt": b"x\n"}


@pytest.mark.parametrize(("code", "link"), [("de", "../company/a"), ("en", "../../en/company/a")])
def test_links_stay_in_the_language(code: str, link: str) -> None:
    """The page of a language leads to the pages of that language."""
    paper = Paper("a-1", 1, "", "https://example.org/", "Blatt", "T", "", "de")
    mention = Mention(f"{BASE}company/a", "company", "A")
    described = Described(paper, f"{BASE}article/a-1", "", {}, (mention,), ())
    found = dict(article_files(described, CONTEXT))
    assert f'href="{link}.html"' in found[f"{place('article/a-1', code, 'de')}.html"].decode()


def test_a_tar_is_the_one_that_the_library_writes() -> None:
    """Its headers are written by hand, because they are many; long and foreign names are not."""
    names = ("a.html", "article/" + "x" * 92, "article/" + "x" * 93, "artikel/öl.html")
    files = {name: b"x" * size for name, size in zip(names, (0, 511, 512, 10_000), strict=True)}
    mine, theirs = Tar(), io.BytesIO()
    with tarfile.TarFile(fileobj=theirs, mode="w", format=tarfile.PAX_FORMAT) as library:
        for name, data in files.items():
            mine.add(name, data)
            info = tarfile.TarInfo(name)
            info.size = len(data)
            library.addfile(info, io.BytesIO(data))
    frame = zstandard().ZstdDecompressor().stream_reader(io.BytesIO(mine.close()))
    assert frame.read() == theirs.getvalue()
