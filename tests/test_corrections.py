"""The publisher corrects a released article: what was decided stays, and it is released again."""

from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner

from onrecord.article import Article
from onrecord.cli.app import app
from onrecord.derive.origins import origins
from onrecord.diff import ChangeSet
from onrecord.extract.records import Extraction
from onrecord.graph import load
from onrecord.release import freeze
from onrecord.review.reviewing import Written, update
from onrecord.review.session import Session
from onrecord.review.withdrawal import forget
from onrecord.workspace import Workspace
from releases import build, settle
from reviewing import (
    BASE,
    SLUG,
    STATEMENT,
    TEXT,
    Desk,
    correct,
    extraction,
    make_desk,
    quote,
    reword,
)
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


def _again(desk: Desk) -> Session:
    """A review of the text as it is now."""
    workspace = Workspace.find(desk.workspace.root)
    return replace(desk, workspace=workspace, article=Article.read(SLUG, desk.text)).session()


def _corrected(desk: Desk, text: str) -> Written:
    made = extraction(text) if SENTENCE in text else _extraction_without(text)
    return correct(desk, text, made)


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


def _reworded(desk: Desk) -> Session:
    """The review after the publisher has replaced a word of the sentence that was written of."""
    written = reword(desk)
    assert "accepted" in {d.verdict for d in written.carried.lost}
    return _again(desk)


def _origin(desk: Desk) -> str:
    graph = load(desk.workspace)
    statement = f"{STATEMENT}{DRAFT.name}"
    told = {
        t.subject.value: t.object.value for t in origins(graph) if "origin" in t.predicate.value
    }
    return told[statement].partition("#")[2]


def _forget(desk: Desk) -> Session:
    session = _again(desk)
    forget(session, {f"{BASE}proposal/{SLUG}/{d.key}": {} for d in session.lost})
    return _again(desk)


def test_what_was_written_from_a_proposal_stays_so(desk: Desk) -> None:
    """The new proposal is accepted as the statement that was written from the old one, and the old
    decision is forgotten: the statement was in no curator's hands before."""
    session = _reworded(desk)
    (again,) = [p for p in session.open if p.kind == "statement"]
    decision = session.decide(again.key, "accepted", resources=[f"{STATEMENT}{DRAFT.name}"])
    assert decision.accepted_as == (f"{STATEMENT}{DRAFT.name}",) and decision.matches == ()
    assert _origin(desk) == "reviewed"
    assert _forget(desk).lost == ()
    assert _origin(desk) == "reviewed"


def test_the_decision_that_tells_where_a_statement_is_from_is_not_forgotten(desk: Desk) -> None:
    """While no other proposal is accepted as the statement, its old decision is needed, and so is
    the description of what it was about."""
    _reworded(desk)
    session = _forget(desk)
    assert [d.accepted_as for d in session.lost] == [(f"{STATEMENT}{DRAFT.name}",)]
    assert [p.key for p in session.former.values()] == [d.key for d in session.lost]
    assert _origin(desk) == "reviewed"
    _released(desk, "0.2.0")


def _matched(desk: Desk) -> None:
    """The statement was curated by hand, and the proposal said the same: nothing but that match is
    known of it."""
    path = desk.file("review.ttl")
    path.write_text(path.read_text("utf-8").replace("onr:acceptedAs", "onr:matches"), "utf-8")


def test_the_decision_that_tells_a_gloss_is_of_other_words_is_not_forgotten(desk: Desk) -> None:
    """An entry that was only matched is asked about after --forget, too, until somebody has read
    its gloss beside the new words; then the old decision goes."""
    _matched(desk)
    _reworded(desk)
    statement = f"{STATEMENT}{DRAFT.name}"
    session = _forget(desk)
    (again,) = [p for p in session.open if p.kind == "statement"]
    assert session.outdated(again) == {statement}
    assert [d.matches for d in session.lost] == [(statement,)]
    assert [p.key for p in session.former.values()] == [d.key for d in session.lost]
    given = ["-w", str(desk.workspace.root), "review", SLUG, "--text", str(desk.text)]
    given += ["--forget", "--terminal", "--language", "de"]
    told = " ".join(CliRunner().invoke(app, given, input="q\n").output.split())
    assert "bis ein anderer Vorschlag als „" in told and "angenommen ist" in told
    session.decide(again.key, "accepted", resources=[statement])
    assert _forget(desk).lost == ()


def test_a_gloss_read_at_another_place_is_still_asked_about(desk: Desk) -> None:
    """A statement that two sentences say: the one that stayed has its decision, but where the other
    was reworded the entry is offered, and nobody has read it there yet."""
    _matched(desk)
    session, statement = _again(desk), f"{STATEMENT}{DRAFT.name}"
    plan = next(p for p in session.proposals if p.anchor.phrase.startswith("Wir liegen"))
    session.decide(plan.key, "accepted", resources=[statement])
    _reworded(desk)
    session = _forget(desk)
    (again,) = [p for p in session.open if p.kind == "statement"]
    assert statement in session.outdated(again)
    session.decide(again.key, "rejected", reason_de="Ohne Belang.")
    assert _forget(desk).lost == ()


def test_a_statement_that_is_gone_needs_no_decision(desk: Desk) -> None:
    """Whoever took it out is not asked about its gloss: the decision is dropped."""
    _matched(desk)
    _reworded(desk)
    path = desk.file("statements.ttl")
    text = path.read_text("utf-8")
    path.write_text(text[: text.index(f"\nst:{DRAFT.name}\n")] + "\n", "utf-8")
    assert _forget(desk).lost == ()


def test_other_rules_make_no_gloss_outdated(desk: Desk) -> None:
    """The text is the same, only the machine cuts it otherwise: nobody is told that it has changed,
    and the decision can be forgotten."""
    _matched(desk)
    words = "Der Bau solle"
    less = replace(extraction(), quotes=(quote(words, rule="konjunktiv"),))
    assert update(desk.workspace, less, desk.article, desk.known).carried.lost
    session = _again(desk)
    (short,) = [p for p in session.open if p.kind == "statement"]
    assert session.outdated(short) == frozenset()
    assert _forget(desk).lost == ()


def test_a_gloss_of_other_words_is_asked_about_in_a_correction_too(desk: Desk) -> None:
    """In the terminal, what takes the place of a proposal is read as well."""
    session = _reworded(desk)
    (again,) = [p for p in session.open if p.kind == "statement"]
    given = ["-w", str(desk.workspace.root), "review", SLUG, "--text", str(desk.text)]
    given += ["--terminal", "--language", "en"]
    before = desk.file("review.ttl").read_bytes()
    asked = CliRunner().invoke(app, given, input=f"c\n{STATEMENT}{DRAFT.name}\n\nq\n")
    assert "The text has changed" in asked.output
    assert desk.file("review.ttl").read_bytes() == before
    CliRunner().invoke(app, given, input=f"c\n{STATEMENT}{DRAFT.name}\ny\nq\n")
    assert _again(desk).decisions[again.key].verdict == "corrected"


def test_deciding_again_keeps_where_a_statement_is_from(desk: Desk) -> None:
    """Whoever accepts the same proposal once more, as the same statement, changes nothing."""
    session = _again(desk)
    (before,) = [d for d in session.decisions.values() if d.accepted_as]
    after = session.decide(before.key, "accepted", resources=before.accepted_as)
    assert after.accepted_as == before.accepted_as


def test_a_gloss_of_other_words_is_not_taken_unseen(desk: Desk) -> None:
    """Where a word was replaced, the entry is offered with its gloss, and taken on a clear yes."""
    session = _reworded(desk)
    statement = f"{STATEMENT}{DRAFT.name}"
    (again,) = [p for p in session.open if p.kind == "statement"]
    assert session.outdated(again) == {statement}
    given = ["-w", str(desk.workspace.root), "review", SLUG, "--text", str(desk.text)]
    given += ["--terminal", "--language", "en"]
    at = next(
        n for n, c in enumerate(session.candidates(again), 1) if c.iri == statement
    )  # the number under which it is offered
    before = desk.file("review.ttl").read_bytes()
    asked = CliRunner().invoke(app, given, input=f"a\n{at}\n\nq\n")
    assert DRAFT.gloss_en in " ".join(asked.output.split())
    assert desk.file("review.ttl").read_bytes() == before
    CliRunner().invoke(app, given, input=f"a\n{at}\ny\nq\n")
    assert _again(desk).decisions[again.key].accepted_as == (statement,)


def test_a_gloss_of_the_same_words_is_taken_as_before(desk: Desk) -> None:
    """Where nothing but the place changed, or another speaker is proposed, nobody is asked."""
    session = _again(desk)
    assert not any(session.outdated(p) for p in session.proposals)


def test_a_sentence_less_withdraws_what_was_proposed_of_it(desk: Desk) -> None:
    """The decisions are dropped, their addresses have tombstones, and the release is made."""
    written = _corrected(desk, TEXT.replace(SENTENCE, ""))
    assert written.carried.lost
    session = _again(desk)
    iris = {f"{BASE}proposal/{SLUG}/{d.key}": {} for d in session.lost}
    assert forget(session, iris) == len(iris)
    changes = _released(desk, "0.2.0").changes
    assert {c.iri for c in changes if c.kind == "withdrawn"} == set(iris)
