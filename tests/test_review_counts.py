"""How good the machine is: counted per rule, and against what a person curated."""

from dataclasses import replace
from pathlib import Path

from onrecord.graph import load
from onrecord.review.counts import Agreement, agreements, reviewed, rule_counts
from onrecord.review.records import Proposal
from reviewing import LINDT, SLUG, Desk, make_desk
from test_review_session import DRAFT


def _decided(desk: Desk) -> Proposal:
    """Curates two statements; one proposal is accepted, one corrected, one rejected."""
    session = desk.session()
    iri = session.write(DRAFT)
    begin, end = desk.article.text.index("am Kai"), desk.article.text.index("am Kai") + 6
    missed = session.write(replace(DRAFT, name="lindt-missed", begin=begin, end=end))
    by_place = {p.spans[0][0]: p for p in session.proposals if p.kind == "statement"}
    first, second, cost, yard = (by_place[at] for at in sorted(by_place))
    session.decide(cost.key, "accepted", resources=[iri])
    session.decide(first.key, "corrected", resources=[missed])
    session.decide(yard.key, "rejected", reason_de="Doppelt.")
    return second


def _agreements(desk: Desk) -> tuple[Agreement, ...]:
    graph = load(desk.workspace)
    return agreements(graph, reviewed(graph))


def test_rules_are_counted(tmp_path: Path) -> None:
    """Each rule shows what became of those of its proposals that are published."""
    desk = make_desk(tmp_path)
    _decided(desk)
    found = {c.rule: c for c in rule_counts(reviewed(load(desk.workspace)))}
    assert set(found) == {"quoted@1", "konjunktiv@1", "sum@1"}
    rule = found["konjunktiv@1"]
    assert (rule.proposed, rule.accepted, rule.corrected, rule.rejected) == (2, 1, 0, 1)
    assert (found["quoted@1"].proposed, found["quoted@1"].corrected) == (1, 1)


def test_precision_and_recall(tmp_path: Path) -> None:
    """Recall counts curated statements of others, precision the proposals decided on."""
    desk = make_desk(tmp_path)
    _decided(desk)
    (told,) = _agreements(desk)
    assert (told.slug, told.attributed, told.found, told.proposed, told.right) == (SLUG, 2, 1, 3, 1)
    assert [iri.rpartition("/")[2] for iri in told.missed] == ["lindt-missed"]
    assert (told.recall, told.precision) == (1 / 2, 1 / 3)


def test_the_right_place_with_another_speaker_is_not_found(tmp_path: Path) -> None:
    """A statement counts as found only where the machine named its speaker."""
    desk = make_desk(tmp_path)
    session = desk.session()
    begin = desk.article.text.index("Die Werft Kranich")
    draft = replace(DRAFT, speaker=LINDT, begin=begin, end=begin + 30)
    iri = session.write(draft)
    yard = next(p for p in session.proposals if p.speaker_name == "die Werft")
    session.decide(yard.key, "corrected", resources=[iri])
    (told,) = _agreements(desk)
    assert told.found == 0


def test_nothing_proposed_is_no_division(tmp_path: Path) -> None:
    """Without proposals there are no figures, and none of nothing is nothing."""
    desk = make_desk(tmp_path)
    assert _agreements(desk) == ()
    assert rule_counts(reviewed(load(desk.workspace))) == ()
    none = Agreement("x", 0, 0, 0, 0)
    assert (none.recall, none.precision) == (0.0, 0.0)
