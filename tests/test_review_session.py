"""A review session: every act is saved as a whole, can be undone, and never guesses."""

from dataclasses import replace
from pathlib import Path

import pytest

from onrecord.errors import AnchorError, OnrecordError, ParseError, SourceError, UsageError
from onrecord.names import Names
from onrecord.pipeline import check
from onrecord.review.readings import as_read, reading_of
from onrecord.review.records import Draft, Proposal
from onrecord.review.reviewing import read_review
from onrecord.review.session import Session
from onrecord.review.statements import with_own_name
from onrecord.scaffold import restated
from reviewing import BASE, DATE, KRANICH, LINDT, SLUG, STATEMENT, TEXT, Desk, make_desk, span

ONR = "https://w3id.org/onrecord/ns#"
BEGIN, END = span("Der Bau solle bis zu 40 Millionen Euro kosten")
DRAFT = Draft(
    name="lindt-cost",
    gloss_de="Der Bau werde nicht mehr als vierzig Millionen kosten.",
    gloss_en="The building will not cost more than forty million.",
    speaker=LINDT,
    subject=KRANICH,
    predicate=ONR + "criticises",
    object_de="die Kosten",
    object_en="the cost",
    begin=BEGIN,
    end=END,
)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A workspace with proposals."""
    return make_desk(tmp_path)


def _of(session: Session, words: str) -> Proposal:
    return next(p for p in session.proposals if words in p.anchor.phrase)


def _files(desk: Desk) -> dict[str, bytes]:
    return {
        p.relative_to(desk.workspace.root).as_posix(): p.read_bytes()
        for p in sorted(desk.workspace.kg.rglob("*.ttl"))
    }


def test_names_come_before_what_is_told_with_them(desk: Desk) -> None:
    turns = [(p.anchor.paragraph, p.kind != "mention") for p in desk.session().proposals]
    assert turns == sorted(turns)
    assert len(set(turns)) > 2


def test_a_rejection_is_saved_at_once(desk: Desk) -> None:
    """review.ttl holds who decided what, when and why, one block a decision."""
    session = desk.session()
    proposal = _of(session, "Die Werft")
    session.decide(proposal.key, "rejected", reason_de="Doppelt.", reason_en="Double.")
    text = desk.file("review.ttl").read_text(encoding="utf-8")
    assert f"<proposal/{SLUG}/{proposal.key}#decision> a onr:ReviewDecision ;" in text
    assert text.count(" a onr:ReviewDecision") == 1
    for part in ('"Doppelt."@de', '"Double."@en', "decision:rejected", DATE, '"Redaktion"'):
        assert part in text


def test_a_further_decision_adds_one_block(desk: Desk) -> None:
    """The blocks before stay as they are, so a diff shows the new one alone."""
    session = desk.session()
    one, other = sorted(session.proposals, key=lambda p: p.key)[:2]
    session.decide(one.key, "rejected", reason_de="Doppelt.")
    first = desk.file("review.ttl").read_text(encoding="utf-8")
    session.decide(other.key, "rejected", reason_de="Doppelt.")
    assert desk.file("review.ttl").read_text(encoding="utf-8").startswith(first)


def test_a_decision_can_be_changed(desk: Desk) -> None:
    """The last decision on a proposal counts."""
    session = desk.session()
    mention = next(p for p in session.proposals if p.kind == "mention" and p.entities)
    session.decide(mention.key, "rejected", reason_de="Nein.")
    session.decide(mention.key, "accepted", resources=[LINDT])
    assert [d.verdict for d in read_review(desk.workspace, SLUG).decisions] == ["accepted"]


def test_like_matches_like(desk: Desk) -> None:
    """A mention matches an agent, never a statement, and a name is merged with an agent alone."""
    session = desk.session()
    iri = session.write(DRAFT)
    mention = next(p for p in session.proposals if p.kind == "mention")
    with pytest.raises(UsageError, match="cannot match"):
        session.decide(mention.key, "accepted", resources=[iri])
    with pytest.raises(UsageError, match="cannot match"):
        session.merge(mention.key, iri)
    with pytest.raises(SourceError, match="nothing describes"):
        session.merge(mention.key, "https://example.org/kg/company/nobody")
    assert mention.key not in session.decisions


def test_a_session_goes_on_where_the_last_one_ended(desk: Desk) -> None:
    """Decisions are read again, and fewer proposals are open."""
    session = desk.session()
    session.decide(session.proposals[0].key, "rejected", reason_de="Doppelt.")
    again = desk.session()
    assert again.decisions == session.decisions
    assert len(again.open) == len(again.proposals) - 1


@pytest.mark.parametrize(
    ("verdict", "given"),
    [
        ("rejected", {}),
        ("rejected", {"reason_de": "  "}),
        ("rejected", {"reason_de": "x" * 401}),
        ("corrected", {}),
        ("corrected", {"resources": ["https://example.org/kg/company/nobody"]}),
        ("accepted", {}),
        ("maybe", {}),
    ],
)
def test_an_incomplete_decision_changes_nothing(
    desk: Desk, verdict: str, given: dict[str, str]
) -> None:
    """Rejecting takes a reason, correcting what is right, accepting a statement the statement."""
    session = desk.session()
    before = _files(desk)
    with pytest.raises(OnrecordError) as caught:
        session.decide(_of(session, "Der Bau").key, verdict, **given)  # type: ignore[arg-type]
    assert caught.value.hint
    assert _files(desk) == before
    assert not session.decisions


def test_an_accepted_proposal_becomes_a_statement(desk: Desk) -> None:
    """Gloss and content make it a statement with anchor and evidence; the decision names it."""
    session = desk.session()
    proposal = next(p for p in session.proposals if p.spans == ((BEGIN, END),))
    iri = session.write(DRAFT, proposal.key)
    assert iri == STATEMENT + "lindt-cost"
    assert session.decisions[proposal.key].accepted_as == (iri,)
    text = desk.file("statements.ttl").read_text(encoding="utf-8")
    assert "st:lindt-cost\n" in text
    assert 'onr:anchorPhrase "Der Bau solle bis"@de' in text
    assert "onr:amount       st:lindt-cost\\#amount" in text
    assert 'schema:maxValue "40000000"^^xsd:decimal' in text
    assert 'onr:amountText  "bis zu 40 Millionen Euro"@de' in text
    assert f"<statement/{SLUG}/lindt-cost#anchor-1>" in desk.file("evidence.ttl").read_text()
    assert [f for f in check(desk.workspace).findings if f.severity == "violation"] == []


@pytest.mark.parametrize(
    ("reading", "expected"),
    [
        ({"number": "41 000 000"}, {"amountkind:exact", '"41000000"^^xsd:decimal'}),
        ({"kind": "lower-bound", "currency": "chf"}, {"schema:minValue", 'currency "CHF"'}),
        ({"kind": "approximate", "number": "4,50"}, {"approximate true", '"4.50"^^xsd:decimal'}),
        ({"kind": "full-sum"}, {"amountkind:full-sum", 'schema:value "4"^^xsd:decimal'}),
        ({"kind": "vague", "number": ""}, {"amountkind:vague", 'schema:currency "EUR"'}),
    ],
)
def test_an_amount_is_read_otherwise(
    desk: Desk, reading: dict[str, str], expected: set[str]
) -> None:
    """The statement gets what the person reads; the proposal counts as corrected."""
    session = desk.session()
    (amount,) = (p for p in session.proposals if p.kind == "amount")
    printed = replace(amount.anchor, phrase="Millionen")
    session.proposals = (replace(amount, content="exact EUR 4", anchor=printed),)
    iri = session.write(DRAFT, readings={amount.key: reading})
    text = desk.file("statements.ttl").read_text(encoding="utf-8")
    flat = " ".join(text[text.index("st:lindt-cost\\#amount\n") :].split())
    assert all(part in flat for part in expected)
    decision = session.decisions[amount.key]
    assert (decision.verdict, decision.corrected_by) == ("corrected", (f"{iri}#amount",))
    assert [f for f in check(desk.workspace).findings if f.severity == "violation"] == []
    session.undo()
    assert amount.key not in session.decisions


def test_an_amount_as_it_was_read_is_accepted(desk: Desk) -> None:
    """A form that sends back what the machine has read changes nothing."""
    session = desk.session()
    (amount,) = (p for p in session.proposals if p.kind == "amount")
    iri = session.write(DRAFT, readings={amount.key: {**reading_of(amount), "left": ""}})
    decision = session.decisions[amount.key]
    assert (decision.verdict, decision.matches) == ("accepted", (f"{iri}#amount",))


def test_a_corrected_figure_is_none_of_the_old_entry(desk: Desk) -> None:
    """Where the publisher corrected the sum, the old statement is not offered for the new figure,
    nor accepted: it says something else until it is mended."""
    session = desk.session()
    (amount,) = (p for p in session.proposals if p.kind == "amount")
    node = f"{session.write(DRAFT)}#amount"
    assert [c.iri for c in session.candidates(amount)] == [node]
    corrected = replace(amount, anchor=replace(amount.anchor, phrase="bis zu 90 Millionen Euro"))
    session._by_key[amount.key] = corrected
    assert session.candidates(corrected) == ()
    with pytest.raises(UsageError, match="40 Millionen Euro”, the text “bis zu 90"):
        session.decide(amount.key, "accepted", resources=[node])


def test_an_amount_that_belongs_elsewhere_is_left_out(desk: Desk) -> None:
    """The statement does not get it, and it stays open."""
    session = desk.session()
    (amount,) = (p for p in session.proposals if p.kind == "amount")
    session.write(DRAFT, readings={amount.key: {"left": "1"}})
    assert "lindt-cost\\#amount" not in desk.file("statements.ttl").read_text(encoding="utf-8")
    assert amount in session.open


@pytest.mark.parametrize(
    ("reading", "message"),
    [
        ({"kind": "much"}, "no kind of amount"),
        ({"number": "40.000.000"}, "no number"),
        ({"number": "100.000"}, "no number"),
        ({"number": "٤٠"}, "no number"),
        ({"number": ""}, "no number"),
        ({"currency": "EURO"}, "no currency"),
        ({"currency": ""}, "of which currency"),
    ],
)
def test_a_reading_that_means_nothing_is_refused(
    desk: Desk, reading: dict[str, str], message: str
) -> None:
    """Nothing is written; a point between thousands is no decimal point."""
    session = desk.session()
    (amount,) = (p for p in session.proposals if p.kind == "amount")
    before = _files(desk)
    with pytest.raises(UsageError, match=message) as caught:
        session.write(DRAFT, readings={amount.key: reading})
    assert caught.value.hint
    assert _files(desk) == before
    assert not session.decisions


@pytest.mark.parametrize(
    ("edtf", "content"), [("", "relative"), ("2026-02", "2026-02"), (" 2026~ ", "2026~")]
)
def test_a_time_is_read_otherwise(desk: Desk, edtf: str, content: str) -> None:
    """A date as EDTF has it, or none: then it counts from the article."""
    (amount,) = (p for p in desk.session().proposals if p.kind == "amount")
    time = replace(amount, kind="time", content="2025-12-24")
    read, other = as_read([time], {time.key: {"edtf": edtf}})
    assert [p.content for p in read] == [content]
    assert other == {time.key}
    with pytest.raises(UsageError, match="no date"):
        as_read([time], {time.key: {"edtf": "Februar"}})


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (
            "exact USD 5",
            {"amountkind:exact", 'schema:value "5"^^xsd:decimal', 'schema:currency "USD"'},
        ),
        (
            "approximate USD 5.5",
            {"amountkind:exact", "onr:approximate true", 'schema:value "5.5"^^xsd:decimal'},
        ),
        ("lower-bound EUR min 7", {"amountkind:lower-bound", 'schema:minValue "7"^^xsd:decimal'}),
        ("range EUR min 5 max 7", {"amountkind:vague", 'schema:currency "EUR"'}),
        ("vague no currency", {"amountkind:vague"}),
        ("exact no currency 5", {"amountkind:vague"}),
    ],
)
def test_amounts_come_with_the_statement(desk: Desk, content: str, expected: set[str]) -> None:
    """An amount in the passage is taken over; what a node cannot say exactly is vague."""
    session = desk.session()
    (amount,) = (p for p in session.proposals if p.kind == "amount")
    printed = replace(amount.anchor, phrase="Millionen")
    session.proposals = (replace(amount, content=content, anchor=printed),)
    session.write(DRAFT)
    text = desk.file("statements.ttl").read_text(encoding="utf-8")
    block = text[text.index("st:lindt-cost\\#amount\n") :]
    flat = " ".join(block.split())
    assert all(part in flat for part in expected)
    assert block.count("schema:value") + block.count("schema:m") <= 1
    assert [f for f in check(desk.workspace).findings if f.severity == "violation"] == []


def test_a_bound_left_out_is_said(desk: Desk) -> None:
    """`mehr als` is no `mindestens`: the node of the amount says so."""
    session = desk.session()
    (amount,) = (p for p in session.proposals if p.kind == "amount")
    printed = replace(amount.anchor, phrase="mehr als sieben")
    session.proposals = (replace(amount, content="lower-bound EUR min 7", anchor=printed),)
    session.write(DRAFT)
    text = desk.file("statements.ttl").read_text(encoding="utf-8")
    assert "onr:exclusive true" in " ".join(text.split())


def test_what_was_missed_is_added(desk: Desk) -> None:
    """A passage that no proposal covers becomes a statement without a decision."""
    session = desk.session()
    begin, end = span("Lindt leitet die Reederei")
    session.write(replace(DRAFT, begin=begin, end=end))
    assert not session.decisions
    assert {c.iri for c in session.curated} >= {STATEMENT + "lindt-cost"}


def test_a_statement_can_be_matched_afterwards(desk: Desk) -> None:
    """A curated statement at the place is offered, and accepting links it."""
    session = desk.session()
    iri = session.write(DRAFT)
    proposal = next(p for p in session.proposals if p.spans == ((BEGIN, END),))
    assert [c.iri for c in session.candidates(proposal)] == [iri]
    assert session.decide(proposal.key, "accepted", resources=[iri]).matches == (iri,)


@pytest.mark.parametrize(
    "wrong",
    [
        {"name": "../../../etc/passwd"},
        {"name": "Not A Slug"},
        {"gloss_de": " "},
        {"object_en": ""},
        {"speaker": "https://example.org/kg/person/nobody"},
        {"form": "direct> ; onr:gloss <x"},
        {"begin": 5, "end": 5},
        {"begin": 5, "end": 100_000},
    ],
)
def test_a_wrong_draft_changes_nothing(desk: Desk, wrong: dict[str, object]) -> None:
    """A draft that is not complete or names what nothing describes leaves every file alone."""
    session = desk.session()
    before = _files(desk)
    with pytest.raises((UsageError, SourceError)):
        session.write(replace(DRAFT, **wrong))  # type: ignore[arg-type]
    assert _files(desk) == before


def test_a_name_is_given_once(desk: Desk) -> None:
    """A second statement of the same name is refused."""
    session = desk.session()
    session.write(DRAFT)
    with pytest.raises(SourceError, match="already"):
        session.write(DRAFT)


def test_texts_of_a_draft_cannot_leave_their_quotes(desk: Desk) -> None:
    """Quotation marks, backslashes and line ends stay inside the literal."""
    session = desk.session()
    gloss = 'Sie sagt: "nein" \\ und\nmehr. """ .'
    session.write(replace(DRAFT, gloss_de=gloss, label_de='"'))
    graph = session.graph
    texts = {getattr(t.object, "value", "") for t in graph.triples(f"article/{SLUG}")}
    assert gloss in texts


def test_a_failure_in_the_middle_restores_every_file(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the evidence cannot be written, the statement is not there either."""
    session = desk.session()
    before = _files(desk)

    def fail(*_: object) -> None:
        raise AnchorError("no place")

    monkeypatch.setattr("onrecord.review.session.evidence.anchor", fail)
    with pytest.raises(AnchorError):
        session.write(DRAFT, _of(session, "Der Bau").key)
    assert _files(desk) == before
    assert not session.decisions


def test_undo_takes_back_everything(desk: Desk) -> None:
    """Acts are undone one by one, in all files, to the bytes before."""
    session = desk.session()
    states = [_files(desk)]
    session.write(DRAFT, _of(session, "Der Bau").key)
    states.append(_files(desk))
    session.decide(_of(session, "Die Werft").key, "rejected", reason_de="Doppelt.")
    session.undo()
    assert _files(desk) == states.pop()
    session.undo()
    assert _files(desk) == states.pop()
    assert not session.can_undo
    with pytest.raises(UsageError):
        session.undo()


def test_a_merged_name_is_known_from_now_on(desk: Desk) -> None:
    """Merging accepts the mention and adds the name to the agent; undo takes both back."""
    session = desk.session()
    before = _files(desk)
    mention = next(p for p in session.proposals if p.content == "company: Werft Kranich")
    assert session.merge(mention.key, KRANICH).matches == (KRANICH,)
    agents = (desk.workspace.kg / "entities" / "agents.ttl").read_text(encoding="utf-8")
    assert agents.count('"Werft Kranich"@de') == 1
    session.merge(mention.key, KRANICH)
    again = (desk.workspace.kg / "entities" / "agents.ttl").read_text(encoding="utf-8")
    assert again == agents
    session.undo()
    session.undo()
    assert _files(desk) == before


def test_a_file_changed_by_somebody_else_is_not_overwritten(desk: Desk) -> None:
    """An act after an edit from outside is refused, and the edit stays."""
    session = desk.session()
    path = desk.file("statements.ttl")
    path.write_text(path.read_text(encoding="utf-8") + "# mine\n", encoding="utf-8")
    with pytest.raises(SourceError, match="somebody else"):
        session.decide(session.proposals[0].key, "rejected", reason_de="Doppelt.")
    assert path.read_text(encoding="utf-8").endswith("# mine\n")
    assert not desk.file("review.ttl").exists()


def test_the_text_is_stored_nowhere(desk: Desk) -> None:
    """After a review no file of the workspace holds seven words of the text in a row."""
    session = desk.session()
    session.write(DRAFT, _of(session, "Der Bau").key)
    for proposal in session.open:
        session.decide(proposal.key, "rejected", reason_de="Doppelt.")
    words = TEXT.split()
    runs = {" ".join(words[i : i + 8]) for i in range(len(words) - 7)}
    written = b"".join(_files(desk).values()).decode()
    assert not [run for run in runs if run in written]


def test_a_review_needs_proposals_and_the_right_text(desk: Desk) -> None:
    """Without extracted.ttl, or with another text, there is nothing to review."""
    other = type(desk.article).from_text(SLUG, TEXT + "Mehr.")
    with pytest.raises(OnrecordError, match="hash"):
        Session(desk.workspace, other, "Redaktion", DATE)
    desk.file("extracted.ttl").unlink()
    with pytest.raises(UsageError, match="no proposals"):
        desk.session()


def test_proposals_of_an_earlier_text_are_not_reviewed(desk: Desk) -> None:
    """After a correction their offsets are other words, until they are extracted anew."""
    corrected = type(desk.article).from_text(SLUG, "Korrigiert. " + TEXT)
    path = desk.file("article.ttl")
    path.write_text(restated(path.read_text("utf-8"), corrected) or "", encoding="utf-8")
    with pytest.raises(UsageError, match="from another text") as caught:
        Session(desk.workspace, corrected, "Redaktion", DATE)
    assert "onrecord extract frachter" in (caught.value.hint or "")


def test_nothing_outside_of_the_workspace_is_written(desk: Desk, tmp_path: Path) -> None:
    """A file of the workspace that is a link to another place is refused, and stays as it was."""
    outside = tmp_path / "outside.ttl"
    outside.write_text("# mine\n", encoding="utf-8")
    path = desk.file("statements.ttl")
    path.unlink()
    path.symlink_to(outside)
    with pytest.raises(OnrecordError, match="out of the workspace"):
        desk.session()
    assert outside.read_text(encoding="utf-8") == "# mine\n"


@pytest.mark.parametrize("kind", ["amount", "time"])
def test_no_amount_is_accepted_without_its_statement(desk: Desk, kind: str) -> None:
    """The graph would not show it, and the statement written later would not have it."""
    session = desk.session()
    proposal = next(p for p in session.proposals if p.kind == kind)
    with pytest.raises(UsageError, match=kind) as caught:
        session.decide(proposal.key, "accepted")
    assert "statement" in (caught.value.hint or "") and not session.decisions


def test_the_speaker_stands_once_in_a_name(desk: Desk) -> None:
    """A gloss should name its speaker, and the address names them as well."""
    session = desk.session()
    gloss = "Lindt: the building will not cost more than forty million."
    iri = session.write(replace(DRAFT, name="", gloss_en=gloss))
    assert iri.endswith("/lindt-the-building-will-not-cost")


def test_a_file_that_cannot_be_read_is_told_until_it_is_mended(desk: Desk) -> None:
    """A slip in an editor ends no review: each act says where it is, and nothing is forgotten."""
    session = desk.session()
    first, second = (p.key for p in session.proposals[:2])
    session.decide(first, "rejected", reason_de="Nein.")
    path = desk.file("statements.ttl")
    whole = path.read_bytes()
    path.write_bytes(whole + b"st:x a onr:Statement")
    for _ in range(2):
        with pytest.raises(ParseError, match="Unexpected end"):
            session.decide(second, "rejected", reason_de="Nein.")
        assert (session.turn, session.can_undo) == (1, True)
    path.write_bytes(whole)
    session.decide(second, "rejected", reason_de="Nein.")
    assert set(session.decisions) == {first, second}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("decision:rejected", "decision:rejcted"),
        ("decision:rejected", "decision:rejected , decision:accepted"),
        ("onr:decides ", "onr:decides <proposal/frachter/x> , "),
    ],
)
def test_a_decision_edited_into_nonsense_is_refused(desk: Desk, old: str, new: str) -> None:
    """What nobody can have decided is told with its line, and counts as nothing else."""
    session = desk.session()
    session.decide(session.proposals[0].key, "rejected", reason_de="Nein.")
    path = desk.file("review.ttl")
    path.write_text(path.read_text("utf-8").replace(old, new), encoding="utf-8")
    with pytest.raises(ParseError, match="incomplete or ambiguous") as caught:
        desk.session()
    assert caught.value.line


@pytest.mark.parametrize(
    ("speaker", "gloss", "name"),
    [
        ("person/mara-lindt", "The ship costs more.", "lindt-the-ship-costs-more"),
        ("person/mara-lindt", "Lindt is sure.", "lindt-is-sure"),
        ("company/kranich-werke-nord", "The ship is late.", "kranich-werke-the-ship-is-late"),
        ("company/kranich-werke", "Kranich denies the report.", "kranich-denies-the-report"),
        ("article/frachter#author", "The ship is late.", "article-the-ship-is-late"),
    ],
)
def test_a_statement_is_named_by_who_says_it(speaker: str, gloss: str, name: str) -> None:
    """By the address of the speaker: a label's last word may be any part of a company's name."""
    draft = replace(DRAFT, name="", speaker=BASE + speaker, gloss_en=gloss)
    assert with_own_name(draft, Names(BASE), SLUG, frozenset()).name == name
