"""Proposals: stable keys, honest offsets, short phrases, and RDF that reads back as it was."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.article import Article
from onrecord.extract.records import Extraction, Quote
from onrecord.extract.register import Known
from onrecord.extract.rules import RulesExtractor
from onrecord.graph import load
from onrecord.names import Names
from onrecord.pipeline import check
from onrecord.publish.dumps import dump_files
from onrecord.publish.publication import Publication
from onrecord.rdf import parse_turtle
from onrecord.report import Report
from onrecord.review import phrases
from onrecord.review.files import read_proposals, write_proposals
from onrecord.review.phrases import short_anchor
from onrecord.review.proposals import proposals
from onrecord.review.records import Proposal
from onrecord.review.stance import stance
from reviewing import KRANICH, LINDT, SLUG, TEXT, extraction, make_desk, quote, source, span

ARTICLE = Article.from_text(SLUG, TEXT)
KNOWN = (Known("person", "Mara Lindt", (), LINDT), Known("company", "Kranich Werke", (), KRANICH))
NAMES = Names("https://example.org/kg/")


def _made(found: Extraction | None = None) -> tuple[Proposal, ...]:
    return proposals(found or extraction(), ARTICLE, KNOWN)


def _statements() -> list[Proposal]:
    return [p for p in _made() if p.kind == "statement"]


def test_each_sentence_is_a_proposal() -> None:
    """A quotation of two sentences is two proposals that can be judged apart."""
    pieces = [TEXT[b:e] for p in _statements() for b, e in p.spans]
    assert pieces[:2] == ["„Wir liegen im Plan.", "Das Schiff wird schön“"]
    assert len(pieces) == 4


def test_the_sentences_are_the_engines() -> None:
    """Where an engine says where sentences end, no abbreviation cuts a passage."""
    text = (
        "The harbour is going to be larger than it was, and the town knows it. "
        "“We will build it with Mr. Hale next year,” Ann Moor told reporters."
    )
    article = Article.from_text("a", text)
    found = RulesExtractor().extract(article)
    assert found.sentences
    made = [p for p in proposals(found, article) if p.kind == "statement"]
    pieces = [text[b:e] for p in made for b, e in p.spans]
    assert len(pieces) == 1
    assert "Mr. Hale next year" in pieces[0]
    assert len(proposals(replace(found, sentences=()), article)) > len(made)


def test_a_known_speaker_is_an_iri() -> None:
    """A holder of the register is its IRI; another one stays as the text has it."""
    assert [(p.speaker, p.speaker_name) for p in _statements()] == [
        (LINDT, "Mara Lindt"),
        (LINDT, "Mara Lindt"),
        (LINDT, "Mara Lindt"),
        ("", "die Werft"),
    ]


def test_the_articles_own_voice_is_its_author(tmp_path: Path) -> None:
    """What an engine ascribes to `author` has the author of article.ttl as its speaker."""
    found = Extraction("de", quotes=(quote("Der Bau solle", "author"),))
    desk = make_desk(tmp_path, found)
    author = f"https://example.org/kg/article/{SLUG}#author"
    assert [p.speaker for p in desk.session().proposals] == [author]


def test_every_kind_is_proposed() -> None:
    """Statements, deals, amounts, times, mentions and offices all become proposals."""
    kinds = {p.kind for p in _made()}
    assert kinds == {"statement", "deal", "amount", "time", "mention", "office"}


def test_contents_are_lines_of_names_and_numbers() -> None:
    """What was read of a deal or an amount is one line without the article's sentences."""
    contents = {p.kind: p.content for p in _made()}
    assert contents["amount"] == "upper-bound EUR max 40000000"
    assert contents["deal"] == (
        "supply: Nordlicht (customer), Kranich Werke (supplier); ongoing; "
        "upper-bound EUR max 40000000"
    )
    assert contents["office"] == "Mara Lindt: ceo, Nordlicht"


def test_keys_do_not_depend_on_the_rule() -> None:
    """The same passage of the same speaker keeps its key when another rule finds it."""
    one = Extraction("de", quotes=(quote("Der Bau solle", rule="a"),))
    other = Extraction("de", quotes=(quote("Der Bau solle", rule="b"),))
    assert [p.key for p in _made(one)] == [p.key for p in _made(other)]


def test_keys_depend_on_place_and_speaker() -> None:
    """Another place or another speaker is another proposal."""
    found = Extraction(
        "de",
        quotes=(
            quote("Der Bau solle"),
            quote("Der Bau solle", "Kranich Werke"),
            quote("Der Bau"),
        ),
    )
    assert len({p.key for p in _made(found)}) == 3


def test_doubles_are_one() -> None:
    """Of two proposals for the same, the surer one stays."""
    sure = replace(quote("Der Bau solle"), source=source("sure", 0.9))
    made = _made(Extraction("de", quotes=(quote("Der Bau solle"), sure)))
    assert [(p.rule, p.confidence) for p in made] == [("sure@1", "0.90")]


def test_a_medium_reports() -> None:
    """What a medium says indirectly has the form reported."""
    medium = (Known("medium", "Hafenbote", (), "https://example.org/kg/medium/hafenbote"),)
    found = Extraction("de", quotes=(quote("Der Bau solle", "Hafenbote"),))
    assert [p.form for p in proposals(found, ARTICLE, medium)] == ["reported"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Das Schiff fährt", ("asserted", "affirmed", "")),
        ("Das Schiff fährt wohl nicht", ("probable", "negated", "wohl")),
        ("Das Schiff könnte fahren", ("possible", "affirmed", "könnte")),
        ("Es soll keine Segel haben", ("hearsay", "negated", "soll")),
        ("Wir werden Segel setzen", ("intention", "affirmed", "")),
        ("Man hoffe auf Wind", ("hope", "affirmed", "")),
    ],
)
def test_stance(text: str, expected: tuple[str, str, str]) -> None:
    """Cue words give modality, polarity and hedge."""
    assert stance(text, "de") == expected


def test_rdf_reads_back() -> None:
    """What is written is read back as the same records, and is the same bytes again."""
    made = _made()
    data = write_proposals(made, ARTICLE, "https://example.org/frachter", NAMES)
    read = read_proposals(parse_turtle(data, "extracted.ttl"), SLUG, NAMES)
    assert set(read) == set(made)
    assert write_proposals(reversed(read), ARTICLE, "https://example.org/frachter", NAMES) == data


def test_rdf_has_no_blank_node_and_no_long_piece_of_text() -> None:
    """Every node has an IRI, and no literal holds eleven words of the article in a row."""
    data = write_proposals(_made(), ARTICLE, "", NAMES).decode()
    assert "_:" not in data
    assert "[" not in data
    words = TEXT.split()
    runs = (" ".join(words[i : i + 7]) for i in range(len(words) - 6))
    assert not [run for run in runs if run in data]


def test_extraction_is_written_like_a_lock_file(tmp_path: Path) -> None:
    """A second run writes the same bytes."""
    first = make_desk(tmp_path).file("extracted.ttl").read_bytes()
    make_desk(tmp_path / "again", extraction())
    again = tmp_path / "again" / "desk" / "kg" / "articles" / SLUG / "extracted.ttl"
    assert again.read_bytes() == first


def test_unreviewed_proposals_are_not_published(tmp_path: Path) -> None:
    """Without a decision no proposal is in the graph, unless onrecord.toml says so."""
    desk = make_desk(tmp_path)
    name = desk.workspace.config.names.graph("extracted", SLUG)
    assert name not in load(desk.workspace).graphs
    config = desk.workspace.root / "onrecord.toml"
    text = config.read_text(encoding="utf-8")
    config.write_text(text.replace("publish_extracted = false", "publish_extracted = true"))
    published = load(type(desk.workspace).find(desk.workspace.root))
    assert len(published.graphs[name]) > 50
    findings = check(type(desk.workspace).find(desk.workspace.root)).findings
    assert [f for f in findings if f.severity == "violation"] == []


def test_the_curated_download_has_no_proposal(tmp_path: Path) -> None:
    """data/curated.trig leaves out what data/asserted.trig has of machine and review."""
    desk = make_desk(tmp_path)
    session = desk.session()
    session.decide(session.proposals[0].key, "rejected", reason_de="Nein.")
    publication = Publication(desk.workspace, load(desk.workspace), Report.of([]))
    dumps = {dump.path: b"".join(data.parts).decode() for dump, data in dump_files(publication)}
    for part in ("onr:Proposal", "onr:ReviewDecision", "graph/extracted", "graph/review"):
        assert part in dumps["data/asserted.trig"]
        assert part not in dumps["data/curated.trig"]


_TEXTS = st.text(st.sampled_from("abÄ .?!„“»«\n-,1x\u00a0'(😀"), min_size=1, max_size=200)


@given(_TEXTS, st.data())
def test_offsets_slice_back(text: str, data: st.DataObject) -> None:
    """Whatever an engine proposes, passages lie in it and the phrase is verbatim and short."""
    article = Article.from_text("x", text)
    begin = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(begin + 1, len(text)))
    found = Quote("Direct", ((begin, end),), (), (), (), (), source("any"), "X")
    for proposal in proposals(Extraction("de", quotes=(found,)), article):
        assert all(begin <= b < e <= end for b, e in proposal.spans)
        anchor = proposal.anchor
        assert text[anchor.begin : anchor.end] == anchor.phrase
        assert proposal.spans[0][0] <= anchor.begin < anchor.end <= proposal.spans[-1][1]
        assert len(anchor.phrase) <= 60
        assert len(anchor.phrase.split()) <= 6
        assert anchor.phrase == anchor.phrase.strip()


def test_a_phrase_ends_with_a_word() -> None:
    """A phrase is not cut inside a word, and closing marks are left out."""
    begin, end = span("Der Bau solle bis zu 40 Millionen Euro kosten.")
    assert short_anchor(ARTICLE, begin, end).phrase == "Der Bau solle bis zu 40"
    begin, end = span("„Wir liegen im Plan.")
    assert short_anchor(ARTICLE, begin, end).phrase == "Wir liegen im Plan"


@given(st.data(), st.text("ab \n\t. ", min_size=1, max_size=90))
def test_the_end_of_a_phrase_is_the_last_one_offered(data: st.DataObject, text: str) -> None:
    """A short anchor finds its end at once, where curators are offered all of them."""
    begin = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(begin + 1, len(text)))
    offered = phrases._stops(text, begin, end, phrases.MOST_WORDS, phrases.MOST_CHARACTERS)
    assert phrases._stop(text, begin, end) == max(offered)
