"""What was written from a proposal is never left without the decision that says so."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from onrecord import evidence
from onrecord.errors import UsageError
from onrecord.graph import load
from onrecord.pipeline import check
from onrecord.review.describing import appoint, describe, strike
from onrecord.review.records import Proposal
from onrecord.review.session import Session
from onrecord.review.things import NewDeal, NewThing
from onrecord.review.web import application
from reviewing import BASE, KRANICH, LINDT, SLUG, STATEMENT, Desk, make_desk, reword
from test_review_session import BEGIN, DRAFT, END

WRITTEN = STATEMENT + "lindt-cost"
OTHER = replace(DRAFT, name="other", gloss_de="Er koste zu viel.", gloss_en="It costs too much.")
ORIGIN = "http://127.0.0.1:7979"
NORDLICHT = BASE + "company/nordlicht"
NEW = NewThing("company", "Kranich Nord", "Kranich Nord", "", "")
Act = Callable[[Session, str], object]


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A workspace with a statement that was written from a proposal, and one by hand."""
    desk = make_desk(tmp_path)
    session = desk.session()
    session.write(OTHER)
    session.write(DRAFT, _said(session).key)
    return desk


def _said(session: Session) -> Proposal:
    return next(p for p in session.proposals if p.spans == ((BEGIN, END),))


def _of(session: Session, kind: str) -> Proposal:
    return next(p for p in reversed(session.proposals) if p.kind == kind)


def _files(desk: Desk) -> dict[str, bytes]:
    return {p.name: p.read_bytes() for p in sorted(desk.workspace.kg.rglob("*.ttl"))}


def _reject(session: Session, key: str) -> object:
    return session.decide(key, "rejected", reason_de="Keine Äußerung.")


def _refused(desk: Desk, act: Act, key: str, written: str, file: str) -> UsageError:
    """An act in a later review that is refused, with file and line, and changes nothing."""
    session, before = desk.session(), _files(desk)
    with pytest.raises(UsageError, match="was written from this proposal") as caught:
        act(session, key)
    assert written in caught.value.message
    assert (caught.value.file, bool(caught.value.line)) == (file, True)
    assert caught.value.hint
    assert _files(desk) == before
    assert session.decisions == desk.session().decisions
    assert not session.can_undo
    return caught.value


@pytest.mark.parametrize(
    "act",
    [
        _reject,
        lambda s, key: s.decide(key, "accepted", resources=[STATEMENT + "other"]),
        lambda s, key: s.decide(key, "corrected", resources=[STATEMENT + "other"]),
        lambda s, key: s.write(replace(DRAFT, name="again"), key),
    ],
)
def test_a_statement_keeps_the_decision_that_it_was_written_by(desk: Desk, act: Act) -> None:
    """Without it, it would count as curated by hand."""
    file = f"kg/articles/{SLUG}/statements.ttl"
    error = _refused(desk, act, _said(desk.session()).key, f"statement:{SLUG}/lindt-cost", file)
    lines = desk.file("statements.ttl").read_text("utf-8").split("\n")
    assert lines[(error.line or 0) - 1] == "st:lindt-cost"


def test_the_page_says_what_stands_in_the_way(desk: Desk) -> None:
    """In its language, with file, line and statement."""
    session = desk.session()
    page = TestClient(application(session, "t", 7979), base_url=ORIGIN, headers={"origin": ORIGIN})
    table = {"key": _said(session).key, "verdict": "rejected", "reason_de": "Doppelt."}
    answer = page.post("/t/decide", json=table)
    assert answer.status_code == 422
    told = answer.json()
    assert told["error"].startswith(f"kg/articles/{SLUG}/statements.ttl:")
    assert told["error"].endswith("/lindt-cost ist aus diesem Vorschlag entstanden")
    assert "zurücknehmen" in told["hint"] and not told["stale"]
    assert session.decisions[table["key"]].accepted_as == (WRITTEN,)


def _strike(session: Session, key: str) -> str:
    parties = ((NORDLICHT, "customer"), (KRANICH, "supplier"))
    return strike(session, NewDeal("supply", "Lieferung", "Supply", parties), key)


@pytest.mark.parametrize(
    ("kind", "make", "file"),
    [
        ("mention", lambda s, key: describe(s, NEW, key), "kg/entities/companies.ttl"),
        ("deal", _strike, f"kg/articles/{SLUG}/deals.ttl"),
        (
            "office",
            lambda s, key: appoint(s, key, LINDT, NORDLICHT, "ceo"),
            f"kg/articles/{SLUG}/article.ttl",
        ),
    ],
)
def test_what_was_described_keeps_its_decision(
    desk: Desk, kind: str, make: Callable[[Session, str], str], file: str
) -> None:
    """An agent, a deal and an office are no others."""
    session = desk.session()
    key = _of(session, kind).key
    name = session.names.compact(make(session, key))
    _refused(desk, _reject, key, name, file)


def _answer(session: Session, kind: str, reading: dict[str, str]) -> str:
    """Writes a statement with an amount or a time as it was read; returns the proposal's key."""
    part = _of(session, kind)
    (passage,) = part.spans
    draft = replace(DRAFT, name="part", begin=passage[0], end=passage[1])
    session.write(draft, readings={part.key: reading})
    return part.key


@pytest.mark.parametrize("misread", [False, True])
@pytest.mark.parametrize(
    ("kind", "as_it_is"), [("amount", {"currency": "USD"}), ("time", {"edtf": "2030"})]
)
def test_what_a_statement_still_has_is_not_rejected(
    tmp_path: Path, kind: str, as_it_is: dict[str, str], misread: bool
) -> None:
    """An amount or a time that was printed in it, taken over as it was read or mended; where it is
    taken out of the file, the proposal is free."""
    desk = make_desk(tmp_path)
    session = desk.session()
    key = _answer(session, kind, as_it_is if misread else {})
    assert session.decisions[key].verdict == ("corrected" if misread else "accepted")
    before = _files(desk)
    for tried in (session, desk.session()):
        with pytest.raises(UsageError, match=f"/part#{kind} stands for this proposal") as caught:
            _reject(tried, key)
        assert (caught.value.file, bool(caught.value.line)) == (
            f"kg/articles/{SLUG}/statements.ttl",
            True,
        )
    assert _files(desk) == before
    session.decide(key, "corrected", resources=[f"{STATEMENT}part#{kind}"])
    session.undo()
    path = desk.file("statements.ttl")
    kept = [
        b for b in path.read_text("utf-8").split("\n\n") if f"#{kind} a" not in " ".join(b.split())
    ]
    path.write_text("\n\n".join(kept), "utf-8")
    session = desk.session()
    _reject(session, key)
    assert session.decisions[key].verdict == "rejected"


def test_an_amount_of_no_entry_is_free(tmp_path: Path) -> None:
    """Nobody took it for one that stands in a statement."""
    session = make_desk(tmp_path).session()
    key = _of(session, "amount").key
    _reject(session, key)
    assert session.decisions[key].verdict == "rejected"


def test_where_it_was_undone_the_proposal_is_free(tmp_path: Path) -> None:
    """What the act had written is gone with it."""
    session = make_desk(tmp_path).session()
    key = _said(session).key
    session.write(DRAFT, key)
    session.undo()
    _reject(session, key)
    assert session.decisions[key].verdict == "rejected"


def test_where_it_was_taken_out_the_proposal_is_free(desk: Desk) -> None:
    """By hand, in the file that was named: nothing is left that would be curated by nobody."""
    path = desk.file("statements.ttl")
    text = path.read_text("utf-8")
    path.write_text(text[: text.index("\nst:lindt-cost\n")] + "\n", "utf-8")
    found = evidence.anchor(load(desk.workspace), SLUG, desk.article)
    desk.file("evidence.ttl").write_bytes(found.data)
    session = desk.session()
    _reject(session, _said(session).key)
    assert [f for f in check(desk.workspace).findings if f.severity == "violation"] == []


def test_a_decision_that_names_it_may_be_changed(desk: Desk) -> None:
    """It says something else of the proposal, and the statement is still in it."""
    session = desk.session()
    key = _said(session).key
    both = [STATEMENT + "other", WRITTEN]
    assert session.decide(key, "accepted", resources=both).accepted_as == (WRITTEN,)
    assert session.decide(key, "corrected", resources=[WRITTEN]).corrected_by == (WRITTEN,)


def test_where_another_decision_tells_the_proposal_is_free(desk: Desk) -> None:
    """The one that was made before the text was corrected still says what it was written from."""
    reword(desk)
    session = replace(desk, article=type(desk.article).read(SLUG, desk.text)).session()
    (again,) = [p for p in session.open if p.anchor.phrase.startswith("Der Bau")]
    session.decide(again.key, "accepted", resources=[WRITTEN])
    _reject(session, again.key)
    assert {iri for d in session.lost for iri in d.accepted_as} == {WRITTEN}
