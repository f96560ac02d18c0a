"""A review in the terminal asks for each proposal and does the same acts."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from onrecord.cli.app import app
from onrecord.extract.records import Extraction
from onrecord.review.reviewing import read_review
from reviewing import DATE, KRANICH, LINDT, SLUG, Desk, make_desk, quote, span


def _run(desk: Desk, *answers: str, language: str = "en") -> str:
    arguments = ["-w", str(desk.workspace.root), "review", SLUG, "--text", str(desk.text)]
    arguments += ["--terminal", "--by", "Redaktion", "--date", DATE, "--language", language]
    done = CliRunner().invoke(app, arguments, input="".join(f"{a}\n" for a in answers))
    assert done.exit_code == 0, done.output
    return done.output


def _verdicts(desk: Desk) -> list[str]:
    return sorted(d.verdict for d in read_review(desk.workspace, SLUG).decisions)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A workspace with proposals."""
    return make_desk(tmp_path)


def test_rejecting_takes_a_reason(desk: Desk) -> None:
    """r asks for a reason in each language; the decision is saved before the next question."""
    said = _run(desk, "r", "Doppelt.", "Double.", "q")
    decisions = read_review(desk.workspace, SLUG).decisions
    assert [(d.verdict, d.reason_de, d.by) for d in decisions] == [
        ("rejected", "Doppelt.", "Redaktion")
    ]
    assert "1 rejected" in said


def test_a_mistake_is_told_and_asked_again(desk: Desk) -> None:
    """No reason, no letter, nothing to undo: each says what to do, and nothing is saved."""
    said = _run(desk, "r", "", "", "z", "u", "q")
    assert "give a reason" in said
    assert "one of the letters" in said
    assert "nothing to undo" in said
    assert _verdicts(desk) == []


def test_undo_in_the_terminal(desk: Desk) -> None:
    """u takes the last decision back."""
    _run(desk, "r", "Doppelt.", "", "u", "q")
    assert _verdicts(desk) == []


def test_the_end_of_input_ends_the_review(desk: Desk) -> None:
    """Without a further answer the review ends well."""
    assert "0 accepted" in _run(desk)


def test_skipped_proposals_stay_open(desk: Desk) -> None:
    """s passes over a proposal; all skipped, the review ends."""
    count = len(desk.session().proposals)
    _run(desk, *["s"] * count)
    assert _verdicts(desk) == []


def test_a_skipped_proposal_counts_as_open(desk: Desk) -> None:
    """The number beside each question is the one of the sum at the end."""
    count = len(desk.session().proposals)
    said = _run(desk, "s", "q")
    assert said.count(f"{count} open") == 3 and f"{count - 1} open" not in said


def test_ctrl_c_tells_what_is_saved(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever breaks off sees how far it went; the decisions before are on the disk."""
    answers = iter(["r", "Doppelt.", ""])

    def ask(*_: object, **__: object) -> str:
        for answer in answers:
            return answer
        raise KeyboardInterrupt

    monkeypatch.setattr("onrecord.cli.review_terminal.Prompt.ask", ask)
    arguments = ["-w", str(desk.workspace.root), "review", SLUG, "--text", str(desk.text)]
    done = CliRunner().invoke(app, [*arguments, "--terminal", "--by", "R", "--language", "en"])
    assert done.exit_code != 0
    assert "1 rejected" in done.output
    assert _verdicts(desk) == ["rejected"]


def test_a_paragraph_ends_where_it_ends(desk: Desk) -> None:
    """The words before and behind a proposal do not run into those of another paragraph."""
    said = _run(desk, *["s"] * len(desk.session().proposals))
    assert "schreibt der Hafenbote. ¶ „Wir liegen im Plan. Das Schiff wird schön“, sagte" in said
    assert "freue sich nicht darüber. ¶ Lindt leitet die Reederei seit 2029.\n" in said
    assert "\n…inen Frachter" in said
    assert "…Die Reederei" not in said


def test_a_question_without_a_default_shows_none(desk: Desk) -> None:
    """No empty brackets stand behind a question."""
    assert "()" not in _run(desk, "r", "Doppelt.", "", "q")


def test_a_statement_is_written_from_a_proposal(tmp_path: Path) -> None:
    """a asks for gloss and content where no curated statement stands at the place."""
    found = Extraction("de", quotes=(quote("Der Bau solle bis zu 40 Millionen Euro kosten"),))
    desk = make_desk(tmp_path, found)
    answers = ["a", "Er koste nicht mehr.", "It will not cost more.", "", "Nordlicht"]
    answers += ["company:kranich", "onr:criticises", "", "der Preis", "the price"]
    answers += ["", "", "", "", "", "negated", "solle", "lindt-cost"]
    _run(desk, *answers)
    (decision,) = read_review(desk.workspace, SLUG).decisions
    assert decision.accepted_as == (f"https://example.org/kg/statement/{SLUG}/lindt-cost",)
    text = desk.file("statements.ttl").read_text(encoding="utf-8")
    assert "onr:statedBy     person:mara-lindt" in text
    assert "onr:onBehalfOf   company:nordlicht" in text
    assert "onr:subject      company:kranich" in text
    assert "polarity:negated" in text and 'onr:hedge        "solle"@de' in text
    said = _run(desk)
    assert "1 accepted" in said


def test_what_was_answered_is_there_again(tmp_path: Path) -> None:
    """A statement that could not be written is mended, not typed anew; things go by their name."""
    found = Extraction("de", quotes=(quote("Der Bau solle bis zu 40 Millionen Euro kosten"),))
    desk = make_desk(tmp_path, found)
    answers = ["a", "Er koste nicht mehr.", "It will not cost more.", "", ""]
    answers += ["Kranich Werke", "criticises", "", "der Preis", ""]
    said = _run(desk, *answers, *[""] * 7, "lindt-cost", "a", *[""] * 8, "the price", *[""] * 8)
    assert "object_en" in said or "incomplete" in said or "missing" in said
    text = desk.file("statements.ttl").read_text(encoding="utf-8")
    assert "st:lindt-cost" in text and '"the price"@en' in text
    assert "onr:criticises" in text and "company:kranich" in text


def test_ctrl_c_leaves_the_form_and_not_the_review(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is written, and the next question is asked."""
    answers = iter(["r", None, "q"])

    def ask(*_: object, **__: object) -> str:
        if (answer := next(answers)) is None:
            raise KeyboardInterrupt
        return answer

    monkeypatch.setattr("onrecord.cli.review_terminal.Prompt.ask", ask)
    assert "the form is left" in _run(desk)
    assert _verdicts(desk) == []


@pytest.mark.parametrize(
    ("answer", "number", "verdict"),
    [
        ("", '"40000000"^^xsd:decimal', "accepted"),
        ("upper-bound 400 000 000 EUR", '"400000000"^^xsd:decimal', "corrected"),
        ("-", "", ""),
    ],
)
def test_an_amount_is_asked_for(tmp_path: Path, answer: str, number: str, verdict: str) -> None:
    """Enter takes it as it was read, a dash leaves it out, anything else reads it otherwise."""
    desk = make_desk(tmp_path)
    session = desk.session()
    keys = [p.key for p in session.proposals]
    amount = next(p for p in session.proposals if p.kind == "amount")
    place = span("Der Bau solle bis zu 40 Millionen Euro kosten")
    statement = next(p for p in session.proposals if p.spans == (place,))
    answers = ["s"] * keys.index(statement.key)
    answers += ["a", "Er koste nicht mehr.", "It will not cost more.", "", ""]
    answers += ["company:kranich", "onr:criticises", "", "der Preis", "the price"]
    _run(desk, *answers, "", "", "", "", "", "", "", "lindt-cost", answer, "q")
    decisions = {d.key: d.verdict for d in read_review(desk.workspace, SLUG).decisions}
    assert decisions.get(amount.key, "") == verdict
    assert number in desk.file("statements.ttl").read_text(encoding="utf-8")


def test_a_known_name_is_accepted_by_number(desk: Desk) -> None:
    """The candidates are numbered; a number links the proposal to one."""
    session = desk.session()
    answers: list[str] = []
    for proposal in session.proposals:
        if proposal.entities == (LINDT,) and proposal.kind == "mention":
            answers += ["a", "1"]
        elif proposal.content == "company: Werft Kranich":
            answers += ["m", "company:kranich"]
        else:
            answers += ["s"]
    _run(desk, *answers)
    matched = {iri for d in read_review(desk.workspace, SLUG).decisions for iri in d.matches}
    assert matched == {LINDT, KRANICH}


def _fails(desk: Desk, *arguments: str) -> str:
    start = ["-w", str(desk.workspace.root), "review", SLUG, "--text", str(desk.text)]
    done = CliRunner().invoke(app, [*start, "--terminal", *arguments])
    assert done.exit_code != 0
    return f"{done.output}{done.exception}"


def test_a_date_is_a_date(desk: Desk) -> None:
    """What is no date of the calendar is refused before anything is asked."""
    assert "is no date" in _fails(desk, "--date", "2031-13-40")


def test_a_review_begins_with_an_extraction(desk: Desk) -> None:
    """Without extracted.ttl the command says what to run first."""
    desk.file("extracted.ttl").unlink()
    assert "no proposals to review" in _fails(desk)


def test_extract_tells_what_became_of_decisions(desk: Desk) -> None:
    """`extract` names each decision that matches no proposal any more."""
    session = desk.session()
    session.decide(session.proposals[0].key, "rejected", reason_de="Doppelt.")
    desk.text.write_text("Nichts davon steht hier.\n", encoding="utf-8")
    article = desk.file("article.ttl")
    text = article.read_text(encoding="utf-8")
    new = type(desk.article).read(SLUG, desk.text)
    article.write_text(text.replace(desk.article.text_hash, new.text_hash), encoding="utf-8")
    arguments = ["-w", str(desk.workspace.root), "extract", SLUG, "--text", str(desk.text)]
    done = CliRunner().invoke(app, arguments)
    assert done.exit_code == 0, done.output
    told = "on the mention “Mara Lindt”, paragraph 2 (rejected) matches no proposal"
    assert told in done.stderr
    assert "extracted.ttl\nnext: onrecord review frachter --text " in done.stderr
    said = _run(desk, language="de")
    assert "Nennung „Mara Lindt“, Absatz 2 (verworfen) passt zu keinem Vorschlag mehr" in said


def test_the_terminal_speaks_german(desk: Desk) -> None:
    """Questions, reasons, messages and the end are in the language of the workspace."""
    said = _run(desk, "r", "", "", "z", "u", "r", "Doppelt.", "", "u", "q", language="")
    assert "a annehmen, c berichtigen" in said
    assert "Aus welchem Grund verworfen? → einen Grund in wenigen Worten angeben" in said
    assert "bitte einen der Buchstaben" in said
    assert "Nichts zurückzunehmen" in said
    assert "Zurückgenommen: verworfen" in said
    assert "10 offen · 0 angenommen" in said


def test_names_deals_and_offices_are_described_in_the_terminal(desk: Desk) -> None:
    """a on what nobody has described asks for its parts; Enter takes what the machine read."""
    answers: list[str] = []
    for proposal in desk.session().proposals:
        count = {"company: Werft Kranich": 4}.get(proposal.content, 0)
        count = {"deal": 7, "office": 3}.get(proposal.kind, count)
        answers += ["a", *[""] * count] if count else ["s"]
    said = _run(desk, *answers)
    assert "3 accepted" in said
    kinds = sorted(iri.split("/kg/")[1] for iri in _written(desk))
    assert kinds == [
        "company/werft-kranich",
        "deal/supply-nordlicht-kranich-werke",
        "person/mara-lindt#ceo-nordlicht",
    ]


def _written(desk: Desk) -> set[str]:
    decisions = read_review(desk.workspace, SLUG).decisions
    return {iri for d in decisions for iri in d.accepted_as}
