"""The publisher corrects a released article: what was decided stays, and it is released again."""

from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner

from onrecord.article import Article
from onrecord.cli.app import app
from onrecord.diff import ChangeSet
from onrecord.extract.records import Extraction
from onrecord.release import freeze
from onrecord.review.reviewing import Written, update
from onrecord.review.withdrawal import forget
from onrecord.workspace import Workspace
from releases import build, settle
from reviewing import BASE, SLUG, TEXT, Desk, extraction, make_desk
from test_review_session import DRAFT

pytestmark = pytest.mark.system
SENTENCE = " Die Werft Kranich freue sich nicht darüber."


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A desk whose first release has a statement and a decision on everything that was proposed."""
    desk = make_desk(tmp_path)
    session = desk.session()
    session.write(DRAFT, next(p.key for p in session.proposals if p.anchor.phrase[:7] == "Der Bau"))
    for proposal in session.open:
        session.decide(proposal.key, "rejected", reason_de="Ohne Belang.")
    _released(desk, "0.1.0")
    return desk


def _released(desk: Desk, version: str) -> ChangeSet:
    workspace = settle(desk.workspace, version, f"2031-05-{version[2]}0")
    build(workspace)
    return freeze(workspace, version).changes


def _corrected(desk: Desk, text: str) -> Written:
    """What `anchor --update` and `extract` do with another text."""
    article = Article.from_text(SLUG, text)
    desk.text.write_text(text, encoding="utf-8")
    given = ["-w", str(desk.workspace.root), "anchor", SLUG, "--text", str(desk.text), "--update"]
    assert CliRunner().invoke(app, given).exit_code == 0
    made = extraction(text) if SENTENCE in text else _extraction_without(text)
    return update(desk.workspace, made, article, desk.known)


def _extraction_without(text: str) -> Extraction:
    """The proposals of a text that has lost its last quotation."""
    whole = extraction(text + SENTENCE)
    return replace(whole, quotes=whole.quotes[:2], deals=(), entities=whole.entities[:1])


def test_a_sentence_more_changes_nothing_else(desk: Desk) -> None:
    """Every place moves and every paragraph has another number; nothing is decided anew."""
    written = _corrected(desk, "Korrigierte Fassung.\n\n" + TEXT)
    assert written.carried.lost == ()
    assert "onr:paragraph    3" in desk.file("statements.ttl").read_text(encoding="utf-8")
    changes = _released(desk, "0.2.0").changes
    assert {c.kind for c in changes} == {"evidence", "changed"}


def test_a_sentence_less_withdraws_what_was_proposed_of_it(desk: Desk) -> None:
    """The decisions are dropped, their addresses have tombstones, and the release is made."""
    written = _corrected(desk, TEXT.replace(SENTENCE, ""))
    assert written.carried.lost
    workspace = Workspace.find(desk.workspace.root)
    session = type(desk)(workspace, Article.read(SLUG, desk.text), desk.text, desk.known).session()
    iris = {f"{BASE}proposal/{SLUG}/{d.key}": {} for d in session.lost}
    assert forget(session, iris) == len(iris)
    changes = _released(desk, "0.2.0").changes
    assert {c.iri for c in changes if c.kind == "withdrawn"} == set(iris)
