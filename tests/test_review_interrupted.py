"""A review that is killed while it writes: the act is taken back as a whole, and nothing else."""

import multiprocessing
import os
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from onrecord import output
from onrecord.cli.app import app
from onrecord.errors import SourceError
from onrecord.review import interrupted
from onrecord.review.interrupted import take_back
from onrecord.review.reviewing import update
from onrecord.review.session import Session
from onrecord.review.withdrawal import forget
from reviewing import BASE, SLUG, Desk, extraction, make_desk
from test_review_session import DRAFT

_WRITES = 3  # statements, evidence, review


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A workspace with proposals."""
    return make_desk(tmp_path)


def _files(desk: Desk) -> dict[str, bytes]:
    root = desk.workspace.root
    paths = (*desk.workspace.kg.rglob("*.ttl"), *desk.workspace.cache.rglob("*"))
    return {p.relative_to(root).as_posix(): p.read_bytes() for p in sorted(paths)}


def _write(session: Session) -> None:
    session.write(DRAFT, next(p.key for p in session.proposals if p.anchor.phrase[:7] == "Der Bau"))


def _written_and_undone(session: Session) -> None:
    _write(session)
    session.undo()


def _killed(desk: Desk, act: Callable[[Session], Any], after: int) -> int:
    """Does the act in a process that dies after so many sources were written."""
    return _died(lambda: act(desk.session()), after)


def _died(act: Callable[[], Any], after: int) -> int:

    def run() -> None:
        left = after

        def write(path: Path, *data: output.Part) -> None:
            nonlocal left
            source = path.suffix == ".ttl"
            if source and left == 0:
                os._exit(9)
            output.write_file(path, *data)
            left -= source

        interrupted.write_file = write
        act()
        os._exit(0)

    child = multiprocessing.get_context("fork").Process(target=run)
    child.start()
    child.join()
    return child.exitcode or 0


@pytest.mark.parametrize("after", range(_WRITES))
def test_an_act_is_done_as_a_whole_or_not_at_all(desk: Desk, after: int) -> None:
    """A statement without its decision would count as curated by hand."""
    before = _files(desk)
    assert _killed(desk, _write, after) == 9
    assert take_back(desk.workspace, SLUG)
    assert _files(desk) == before
    assert not take_back(desk.workspace, SLUG)


def test_an_act_that_is_whole_stays(desk: Desk) -> None:
    """Nothing is left that would take it back."""
    assert _killed(desk, _write, _WRITES) == 0
    after = _files(desk)
    assert not take_back(desk.workspace, SLUG)
    assert _files(desk) == after
    assert len(desk.session().decisions) > 1


def test_an_undo_is_done_as_a_whole_or_not_at_all(desk: Desk) -> None:
    """Where it was broken off, the act is there as it was."""
    assert _killed(desk, _write, _WRITES) == 0
    whole = _files(desk)
    other = make_desk(desk.workspace.root.parent / "other")
    assert _killed(other, _written_and_undone, _WRITES) == 9
    assert take_back(other.workspace, SLUG)
    assert _files(other) == whole


def test_what_somebody_changed_since_is_not_written_over(desk: Desk) -> None:
    """The review does not begin, and says in which file to look and what to do."""
    assert _killed(desk, _write, 2) == 9
    path = desk.file("statements.ttl")
    path.write_text(path.read_text("utf-8") + "# mine\n", "utf-8")
    before = _files(desk)
    with pytest.raises(SourceError, match="broken off"):
        take_back(desk.workspace, SLUG)
    assert _files(desk) == before


def test_the_next_review_says_so(desk: Desk) -> None:
    """In its language, before anything is asked."""
    assert _killed(desk, _write, 2) == 9
    given = ["-w", str(desk.workspace.root), "review", SLUG, "--text", str(desk.text)]
    told = CliRunner().invoke(app, [*given, "--terminal"], input="q\n").output
    assert "abgebrochen: er wurde zurückgenommen" in " ".join(told.split())
    assert "0 angenommen" in told


def _ran(desk: Desk, *given: str) -> tuple[int, str]:
    done = CliRunner().invoke(app, ["-w", str(desk.workspace.root), *given])
    return done.exit_code, done.output


@pytest.mark.parametrize("after", range(1, _WRITES))
def test_check_and_build_say_what_was_broken_off(desk: Desk, after: int) -> None:
    """Whatever they know from before: each file, the statement and the command that takes it back.
    They take nothing back themselves, and publish nothing."""
    assert _ran(desk, "check")[0] == 0
    assert _ran(desk, "build")[0] == 0
    manifest = desk.workspace.public / "data/manifest.json"
    whole = manifest.read_bytes()
    assert _killed(desk, _write, after) == 9
    sources = {p: p.read_bytes() for p in desk.workspace.kg.rglob("*.ttl")}
    for command in ("check", "build", "check", "build"):
        code, told = _ran(desk, command)
        assert code == 1
        for name in ("statements.ttl", "evidence.ttl")[:after]:
            begin = f"kg/articles/{SLUG}/{name}: violation: the act “lindt-cost” of the review of"
            assert begin in told
        assert f"'onrecord review {SLUG} --text FILE' takes it back" in told
    assert f"„onrecord review {SLUG} --text DATEI“" in _ran(desk, "check", "--language", "de")[1]
    assert {p: p.read_bytes() for p in desk.workspace.kg.rglob("*.ttl")} == sources
    assert manifest.read_bytes() == whole
    assert take_back(desk.workspace, SLUG)
    assert _ran(desk, "check")[0] == _ran(desk, "build")[0] == 0


@pytest.mark.parametrize("command", ["anchor", "extract"])
def test_neither_anchor_nor_extract_writes_on_from_half_an_act(desk: Desk, command: str) -> None:
    """Anchored, the statement without its decision would have its evidence; and what an extraction
    wrote, the review could not take its act back from."""
    given = (command, SLUG, "--text", str(desk.text))
    assert _killed(desk, _write, 2) == 9
    before = _files(desk)
    refused = CliRunner().invoke(app, ["-w", str(desk.workspace.root), *given]).exception
    assert isinstance(refused, SourceError)
    begin = f"kg/articles/{SLUG}/evidence.ttl: the act “lindt-cost” of the review of {SLUG} is not"
    assert str(refused).startswith(begin)
    assert f"'onrecord review {SLUG} --text FILE' takes it back" in str(refused)
    folder = f"kg/articles/{SLUG}"
    assert refused.hint == f"it has changed {folder}/evidence.ttl, {folder}/statements.ttl"
    assert _files(desk) == before
    assert take_back(desk.workspace, SLUG)
    assert _ran(desk, *given)[0] == 0


def test_an_extraction_is_written_as_a_whole_or_not_at_all(desk: Desk) -> None:
    """Decisions that were carried over, without the proposals that they are on."""
    _write(desk.session())
    before = _files(desk)

    def extract() -> None:
        update(desk.workspace, replace(extraction(), quotes=()), desk.article, desk.known)

    assert _died(extract, 1) == 9
    assert _files(desk) != before
    assert "the act “extract” of the review of" in _ran(desk, "check")[1]
    assert take_back(desk.workspace, SLUG)
    assert {n: b for n, b in _files(desk).items() if n.startswith("kg/")} == {
        n: b for n, b in before.items() if n.startswith("kg/")
    }
    extract()
    assert not take_back(desk.workspace, SLUG)
    assert _ran(desk, "check")[0] == 0


def test_an_act_that_has_changed_nothing_is_no_violation(desk: Desk) -> None:
    """Killed before its first source was written, or put back by hand: the sources are whole."""
    before = desk.file("statements.ttl").read_bytes()
    assert _killed(desk, _write, 0) == 9
    assert _ran(desk, "check")[0] == 0
    assert _killed(desk, _write, 1) == 9
    assert _ran(desk, "check")[0] == 1
    desk.file("statements.ttl").write_bytes(before)
    assert _ran(desk, "check")[0] == 0


def test_an_act_on_an_article_that_is_gone_has_come_to_nothing(desk: Desk) -> None:
    """No command could take it back."""
    assert _killed(desk, _write, 1) == 9
    shutil.rmtree(desk.file("statements.ttl").parent)
    assert "whole" not in _ran(desk, "check")[1]


@pytest.mark.parametrize("text", ["", "[]", "{", '{"act": 5}', '{"act": "x", "files": {"a": 5}}'])
def test_a_file_that_tells_of_no_act_counts_for_none(desk: Desk, text: str) -> None:
    """Nobody but a review writes it; whatever else stands there ends no check."""
    desk.workspace.cache.mkdir(exist_ok=True)
    desk.workspace.journal(SLUG).write_text(text, encoding="utf-8")
    assert _ran(desk, "check")[0] == 0
    assert not take_back(desk.workspace, SLUG)


def test_forgetting_is_done_as_a_whole_or_not_at_all(desk: Desk) -> None:
    """A tombstone without the decision that it drops would be a violation."""
    session = desk.session()
    proposal = next(p for p in session.proposals if p.anchor.phrase[:7] == "Der Bau")
    session.decide(proposal.key, "rejected", reason_de="Nein.")
    update(desk.workspace, replace(extraction(), quotes=()), desk.article, desk.known)
    released = {f"{BASE}proposal/{SLUG}/{proposal.key}": {"de": "Vorschlag"}}
    before = _files(desk)
    assert _killed(desk, lambda s: forget(s, released), 1) == 9
    assert _ran(desk, "check")[0] == 1
    assert take_back(desk.workspace, SLUG)
    after = _files(desk)
    assert {n: b for n, b in after.items() if n.startswith("kg/")} == {
        n: b for n, b in before.items() if n.startswith("kg/")
    }
    assert _killed(desk, lambda s: forget(s, released), 2) == 0
    assert not take_back(desk.workspace, SLUG)
    assert _ran(desk, "check")[0] == 0
