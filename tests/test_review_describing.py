"""A review of an empty workspace: who is named, deals and offices are described on the way."""

from dataclasses import replace
from pathlib import Path

import pytest

from onrecord.errors import OnrecordError, SourceError, UsageError
from onrecord.pipeline import check
from onrecord.review.content import deal_parties, deal_parts, grouped, office_parts, office_role
from onrecord.review.describing import appoint, describe, strike
from onrecord.review.naming import agent
from onrecord.review.records import Proposal
from onrecord.review.session import Session
from onrecord.review.things import KINDS, NewDeal, NewThing
from reviewing import BASE, KRANICH, LINDT, SLUG, STATEMENT, Desk, extraction, make_desk
from test_review_session import DRAFT, ONR

NORDLICHT = BASE + "company/nordlicht"
DEAL = NewDeal("supply", "Frachter", "Freighter", ((NORDLICHT, "customer"), (KRANICH, "supplier")))


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A workspace with proposals."""
    return make_desk(tmp_path)


def _kind(session: Session, kind: str, words: str = "") -> Proposal:
    return next(p for p in session.proposals if p.kind == kind and words in p.content)


def _clean(desk: Desk) -> bool:
    found = check(desk.workspace).findings
    assert [f.message for f in found if f.severity != "info"] == []
    return True


def test_a_mention_becomes_an_agent(desk: Desk) -> None:
    """The agent stands in the file of its kind, and the decision names it."""
    session = desk.session()
    mention = _kind(session, "mention", "Werft Kranich")
    iri = describe(session, NewThing("company", "Werft Kranich"), mention.key)
    assert iri == BASE + "company/werft-kranich"
    assert session.decisions[mention.key].accepted_as == (iri,)
    text = (desk.workspace.kg / "entities" / "companies.ttl").read_text(encoding="utf-8")
    assert text == (
        f"@prefix company: <{BASE}company/> .\n"
        f"@prefix onr: <{ONR}> .\n"
        "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n\n"
        "company:werft-kranich\n"
        "    a          onr:Company ;\n"
        '    rdfs:label "Werft Kranich"@de , "Werft Kranich"@en .\n'
    )
    assert _clean(desk)


@pytest.mark.parametrize(
    ("kind", "verdict"), [("company", "accepted"), ("group", "corrected"), ("place", "rejected")]
)
def test_what_a_mention_is_tells_the_verdict(desk: Desk, kind: str, verdict: str) -> None:
    """Another kind of agent corrects the proposal, what is no agent is no mention."""
    session = desk.session()
    mention = _kind(session, "mention", "Werft Kranich")
    describe(session, NewThing(kind, "Werft Kranich"), mention.key)
    assert session.decisions[mention.key].verdict == verdict
    assert (desk.workspace.kg / "entities" / KINDS[kind].file).is_file()
    assert _clean(desk)


def test_who_is_described_is_known_to_all_proposals(desk: Desk) -> None:
    """A name that the extraction did not know leads to its agent from now on, and back by undo."""
    session = desk.session()
    statement = next(p for p in session.proposals if p.speaker_name == "die Werft")
    assert statement.speaker == ""
    iri = describe(session, NewThing("company", "Werft"))
    assert session.proposal(statement.key).speaker == iri
    session.undo()
    assert session.proposal(statement.key).speaker == ""


def test_the_printed_name_is_kept(desk: Desk) -> None:
    """Who gives the full name of a mention has the printed one as another name."""
    session = desk.session()
    mention = _kind(session, "mention", "Werft Kranich")
    iri = describe(session, NewThing("company", "Kranich Schiffbau AG"), mention.key)
    assert session.agent("Werft Kranich") == iri
    assert [c.iri for c in session.candidates(session.proposal(mention.key))] == [iri]


def test_a_name_of_two_names_nobody() -> None:
    """A genitive and an article are no part of a name."""
    known = {"werft kranich": "w", "lindt": "l"}
    assert agent("der Werft Kranich", known) == agent("Werft Kranichs", known) == "w"
    assert agent("Unbekannt", known) == ""


def test_a_report_names_its_medium(desk: Desk) -> None:
    """A report is what statements are made according to; it has a publisher."""
    session = desk.session()
    with pytest.raises(UsageError, match="who published"):
        describe(session, NewThing("report", "Bericht"))
    medium = BASE + "medium/hafenbote"
    iri = describe(session, NewThing("report", "Bericht", "Report", publisher=medium))
    outer = replace(DRAFT, name="outer", speaker=medium, according_to=iri, form="reported")
    told = session.write(outer)
    inner = replace(DRAFT, gloss_en="It costs more.", according_to=iri)
    with pytest.raises(UsageError, match="not the speaker's own"):
        session.write(inner)
    session.write(replace(inner, inside=told))
    assert "st:outer onr:embeds st:lindt-cost ." in desk.file("statements.ttl").read_text("utf-8")
    assert _clean(desk)


@pytest.mark.parametrize(
    "wrong",
    [
        {"form": "reported"},
        {"form": "editorial"},
        {"speaker": f"{BASE}article/{SLUG}#author"},
        {"modality": "hearsay"},
        {"gloss_en": DRAFT.gloss_de},
        {"on_behalf_of": LINDT},
        {
            "predicate": ONR + "dealStatus",
            "object": "https://w3id.org/onrecord/scheme/status#agreed",
        },
        {"predicate": ONR + "dealAmount", "about": (BASE + "deal/freighter",)},
    ],
)
def test_what_check_would_find_is_refused_in_the_form(desk: Desk, wrong: dict[str, str]) -> None:
    """A statement whose parts do not agree is not written; each is told with what to change."""
    session = desk.session()
    strike(session, DEAL)
    with pytest.raises(UsageError) as caught:
        session.write(replace(DRAFT, **wrong))  # type: ignore[arg-type]
    assert caught.value.hint
    assert "lindt-cost" not in desk.file("statements.ttl").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("thing", "error"),
    [
        (NewThing("company", ""), UsageError),
        (NewThing("company", "…"), UsageError),
        (NewThing("ship", "Nordlicht"), UsageError),
        (NewThing("company", "Nordlicht"), SourceError),
        (NewThing("report", "Bericht", publisher=BASE + "medium/nobody"), UsageError),
    ],
)
def test_what_cannot_be_described_changes_nothing(
    desk: Desk, thing: NewThing, error: type[OnrecordError]
) -> None:
    """No name, no such kind, described already: it is told with what to do."""
    session = desk.session()
    before = sorted(p.name for p in (desk.workspace.kg / "entities").iterdir())
    with pytest.raises(error) as caught:
        describe(session, thing)
    assert caught.value.hint
    assert sorted(p.name for p in (desk.workspace.kg / "entities").iterdir()) == before


def test_a_deal_is_struck_from_its_proposal(desk: Desk) -> None:
    """Kind and parties as proposed are accepted; the deal can be spoken of at once."""
    session = desk.session()
    proposal = _kind(session, "deal")
    iri = strike(session, DEAL, proposal.key)
    decision = session.decisions[proposal.key]
    assert (decision.verdict, decision.accepted_as) == ("accepted", (iri,))
    draft = replace(
        DRAFT, subject=iri, predicate=ONR + "dealAmount", object="#amount", about=(iri,)
    )
    session.write(replace(draft, object_de="", object_en=""))
    text = desk.file("statements.ttl").read_text(encoding="utf-8")
    assert "onr:object       st:lindt-cost\\#amount ;" in text
    assert _clean(desk)


def test_another_party_corrects_a_deal(desk: Desk) -> None:
    """What the person changed of it is no acceptance."""
    session = desk.session()
    proposal = _kind(session, "deal")
    parties = ((NORDLICHT, "supplier"), (KRANICH, "customer"))
    iri = strike(session, replace(DEAL, parties=parties), proposal.key)
    assert session.decisions[proposal.key].corrected_by == (iri,)


@pytest.mark.parametrize(
    "wrong",
    [
        {"name_en": " "},
        {"parties": ()},
        {"parties": ((NORDLICHT, ""),)},
        {"parties": ((NORDLICHT, "customer"), (NORDLICHT, "supplier"))},
        {"parties": ((BASE + "company/nobody", "customer"),)},
        {"kind": "gift"},
    ],
)
def test_a_deal_that_is_not_whole_is_refused(desk: Desk, wrong: dict[str, object]) -> None:
    """It changes no file."""
    session = desk.session()
    before = desk.file("deals.ttl").read_bytes()
    with pytest.raises(OnrecordError) as caught:
        strike(session, replace(DEAL, **wrong))  # type: ignore[arg-type]
    assert caught.value.hint
    assert desk.file("deals.ttl").read_bytes() == before


def test_an_office_is_written_with_its_place(desk: Desk) -> None:
    """It stands in article.ttl and is anchored in the text."""
    session = desk.session()
    proposal = _kind(session, "office")
    iri = appoint(session, proposal.key, LINDT, NORDLICHT, "ceo")
    assert iri == f"{LINDT}#ceo-nordlicht"
    assert session.decisions[proposal.key].accepted_as == (iri,)
    assert 'onr:anchorPhrase "Lindt leitet"@de' in desk.file("article.ttl").read_text("utf-8")
    assert "#ceo-nordlicht-anchor-1" in desk.file("evidence.ttl").read_text("utf-8")
    assert _clean(desk)


@pytest.mark.parametrize("kind", ["mention", "deal", "office"])
def test_accepting_writes_or_names(desk: Desk, kind: str) -> None:
    """What is accepted stands in the graph: without a match it has to be described."""
    session = desk.session()
    proposal = next(p for p in session.proposals if p.kind == kind)
    with pytest.raises(UsageError, match="accepted as which"):
        session.decide(proposal.key, "accepted")


def test_another_speaker_corrects_a_statement(desk: Desk) -> None:
    """Writing a statement of somebody else is a correction, though a was pressed."""
    session = desk.session()
    proposal = next(p for p in session.proposals if p.spans == ((DRAFT.begin, DRAFT.end),))
    iri = session.write(replace(DRAFT, speaker=NORDLICHT), proposal.key)
    assert session.decisions[proposal.key].corrected_by == (iri,)


def test_a_rejected_amount_is_not_written(desk: Desk) -> None:
    """What a person has found wrong does not come back with the statement."""
    session = desk.session()
    amount = _kind(session, "amount")
    session.decide(amount.key, "rejected", reason_de="Verlesen.")
    session.write(DRAFT)
    assert "onr:Amount" not in desk.file("statements.ttl").read_text("utf-8").split("st:lindt")[-1]
    assert session.decisions[amount.key].verdict == "rejected"


def test_a_time_comes_with_the_statement(desk: Desk) -> None:
    """A date in the passage becomes the time of the statement, and its proposal is accepted."""
    session = desk.session()
    time = _kind(session, "time")
    begin, end = time.spans[0]
    session.write(replace(DRAFT, begin=begin - 5, end=end))
    assert session.decisions[time.key].matches == (STATEMENT + "lindt-cost#time",)
    text = desk.file("statements.ttl").read_text(encoding="utf-8")
    assert 'onr:edtf     "2029"^^edtf:EDTF' in text
    assert "@prefix edtf:" in text
    assert _clean(desk)


def test_a_relative_time_counts_from_the_article(desk: Desk) -> None:
    """It has words and no date; what it counts from is said."""
    session = desk.session()
    time = replace(_kind(session, "time"), content="relative")
    session.proposals = (time,)
    begin, end = time.spans[0]
    session.write(replace(DRAFT, begin=begin - 5, end=end))
    text = desk.file("statements.ttl").read_text(encoding="utf-8")
    assert f"onr:relativeTo article:{SLUG} ." in text
    assert _clean(desk)


def test_a_statement_needs_no_name(desk: Desk) -> None:
    """Its address is made of speaker and gloss; a second one is numbered."""
    session = desk.session()
    draft = replace(DRAFT, name="")
    assert session.write(draft) == STATEMENT + "lindt-the-building-will-not-cost"
    assert session.write(draft) == STATEMENT + "lindt-the-building-will-not-cost-2"


def test_a_changed_file_is_read_again(desk: Desk) -> None:
    """After an edit from outside the act is refused once, and done at the next try."""
    session = desk.session()
    agents = desk.workspace.kg / "entities" / "agents.ttl"
    extra = 'person:ida-ahlers a onr:Person ; rdfs:label "Ida Ahlers"@de , "Ida Ahlers"@en .\n'
    agents.write_text(agents.read_text(encoding="utf-8") + extra, encoding="utf-8")
    key = _kind(session, "mention", "Werft Kranich").key
    with pytest.raises(SourceError, match="somebody else"):
        session.decide(key, "rejected", reason_de="Nein.")
    assert session.agent("Ida Ahlers") == BASE + "person/ida-ahlers"
    session.decide(key, "rejected", reason_de="Nein.")


def test_a_line_of_content_has_parts() -> None:
    """What `extract` writes in one line is read back."""
    line = "acquisition: Nord (Holding) AG (acquirer), Kranich (target); planned; exact EUR 5"
    assert deal_parts(line) == ("acquisition", "planned", "exact EUR 5")
    assert deal_parties(line) == [("Nord (Holding) AG", "acquirer"), ("Kranich", "target")]
    assert office_parts("Ute Holm: Chefin, Korvat") == ("Ute Holm", "Korvat", "Chefin")
    assert [office_role(t) for t in ("Finanzchefin", "Chefin", "Sprecher", "Bereichsleitung")] == [
        "cfo",
        "ceo",
        "spokesperson",
        "executive",
    ]
    assert grouped("1234567.5", "de") == "1.234.567,5"
    assert grouped("1234567.5", "en") == "1,234,567.5"


def test_nothing_but_the_decision_is_open_when_all_is_known(desk: Desk) -> None:
    """An article of known agents needs no describing: the candidates are offered."""
    session = desk.session()
    strike(session, DEAL)
    assert [c.label for c in session.candidates(_kind(session, "deal"))] == ["Frachter"]
    assert extraction().deals
    assert session.decisions == {}
    assert SLUG in session.folder.path.name
