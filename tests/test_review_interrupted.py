"""A review that is killed while it writes: the act is taken back as a whole, and nothing else."""

import multiprocessing
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from onrecord import output
from onrecord.cli.app import app
from onrecord.errors import SourceError
from onrecord.review import interrupted
from onrecord.review.interrupted import take_back
from onrecord.review.session import Session
from reviewing import SLUG, Desk, make_desk
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
        act(desk.session())
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
