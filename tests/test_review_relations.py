"""Proposed relations: each end a proposed statement, accepted as a node of their own."""

from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner

from onrecord.article import Article
from onrecord.cli.app import app
from onrecord.errors import OnrecordError
from onrecord.extract.records import End, Extraction, Quote, Relation, RelationType, Source
from onrecord.extract.rules import RulesExtractor
from onrecord.names import Names
from onrecord.pipeline import check
from onrecord.rdf import parse_turtle
from onrecord.review.files import read_proposals, write_proposals
from onrecord.review.proposals import proposals
from onrecord.review.records import Draft, Proposal
from onrecord.review.reviewing import update
from onrecord.review.session import Session
from reviewing import (
    BASE,
    DATE,
    KRANICH,
    LINDT,
    SLUG,
    STATEMENT,
    TEXT,
    Desk,
    make_desk,
    quote,
    span,
)

NAMES = Names(BASE)
SOURCE = Source("denies", "1", 0.8, "a verb of denial")
PLAN, COST, YARD = "„Wir liegen im Plan. Das Schiff wird schön“", "Der Bau solle", "Die Werft"
QUOTES = (
    quote(PLAN),
    quote("Der Bau solle bis zu 40 Millionen Euro kosten"),
    quote("Die Werft Kranich freue sich nicht darüber", "Kranich Werke"),
)


def _at(number: int, words: str) -> End:
    return End(number, span(words)[0])


def _drawn(kind: RelationType = "disputes", origin: End | None = None) -> Relation:
    start, end = origin or _at(2, YARD), _at(1, COST)
    return Relation(kind, start, end, (span("freue sich nicht"),), (), SOURCE)


def _found(*relations: Relation, quotes: tuple[Quote, ...] = QUOTES) -> Extraction:
    return Extraction("de", quotes=quotes, relations=relations)


def _made(found: Extraction) -> tuple[list[Proposal], dict[str, Proposal]]:
    made = proposals(found, Article.from_text(SLUG, TEXT))
    return [p for p in made if p.kind == "relation"], {p.key: p for p in made}


def _draft(name: str, words: str, speaker: str = LINDT) -> Draft:
    begin, end = span(words)
    return Draft(
        name=name,
        gloss_de=f"Eigene Worte zu {name}.",
        gloss_en=f"Own words on {name}.",
        speaker=speaker,
        subject=KRANICH,
        predicate="https://w3id.org/onrecord/ns#criticises",
        object_de="der Bau",
        object_en="the building",
        begin=begin,
        end=end,
    )


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A workspace with proposals, one a relation."""
    return make_desk(tmp_path, _found(_drawn()))


@pytest.fixture
def session(desk: Desk) -> Session:
    """Its review, in which both statements are written from their proposals."""
    session = desk.session()
    for name, words in (("cost", COST), ("yard", YARD)):
        proposal = next(p for p in session.proposals if TEXT.startswith(words, p.spans[0][0]))
        session.write(_draft(name, words), proposal.key)
    return session


def _relation(session: Session) -> Proposal:
    return next(p for p in session.proposals if p.kind == "relation")


def test_both_ends_are_proposed_statements() -> None:
    """Type, keys of the two statements, whose they are, and the words that draw it."""
    (relation,), every = _made(_found(_drawn()))
    assert (relation.relation, relation.content) == (
        "disputes",
        "disputes: Kranich Werke → Mara Lindt",
    )
    ends = [TEXT[slice(*every[key].spans[0])] for key in (relation.origin, relation.target)]
    assert [words[:9] for words in ends] == [YARD, COST[:9]]
    assert relation.anchor.phrase == "freue sich nicht"


def test_an_answer_is_given_with_every_sentence() -> None:
    """Two sentences that answer are two proposals; another relation starts from one of them."""
    origin = _at(0, "Das Schiff")
    answers, _ = _made(_found(_drawn("respondsTo", origin)))
    assert len({p.origin for p in answers}) == 2
    (denial,), every = _made(_found(_drawn("disputes", origin)))
    assert TEXT[slice(*every[denial.origin].spans[0])].startswith("Das Schiff")


def test_a_whole_report_has_no_statement() -> None:
    """Nothing stands at the other end, and the name there is missing."""
    lone = replace(_drawn("respondsTo"), target=None, report=(span("der Hafenbote"),))
    (relation,), _ = _made(_found(lone))
    assert (relation.target, relation.content) == ("", "respondsTo: Kranich Werke")


def test_the_rules_relations_are_proposed() -> None:
    """From the text to the proposal: a denial disputes and answers."""
    text = (
        "Die Zeitung „Merkurpost“ berichtete, die Korvat AG verhandle über einen Verkauf. "
        "Korvat widersprach: Es gebe keine Gespräche."
    )
    article = Article.from_text("a", text)
    made = proposals(RulesExtractor().extract(article), article)
    relations = {(p.relation, p.rule, p.content) for p in made if p.kind == "relation"}
    joined = "Korvat AG → Merkurpost"
    assert relations == {
        ("disputes", "de-denies@1", f"disputes: {joined}"),
        ("respondsTo", "de-denies@1", f"respondsTo: {joined}"),
    }


def test_rdf_reads_back() -> None:
    """What is written is what was proposed, and it says that the text draws it."""
    made = proposals(_found(_drawn()), Article.from_text(SLUG, TEXT))
    data = write_proposals(made, Article.from_text(SLUG, TEXT), BASE, NAMES)
    read = read_proposals(parse_turtle(data, "extracted.ttl"), SLUG, NAMES)
    assert set(read) == set(made)
    assert b"onr:proposedRelation onr:disputes" in data.replace(b"    ", b"")
    assert b"basis:explicit" in data


def test_a_relation_is_written_between_what_its_ends_became(desk: Desk, session: Session) -> None:
    """The session knows the two statements; the node names both, its basis and its place."""
    relation = _relation(session)
    start, end = STATEMENT + "yard", STATEMENT + "cost"
    assert session.ends(relation) == ((start,), (end,))
    iri = session.relate(relation.key, start, end)
    assert iri == f"{start}#rel-cost"
    assert session.decisions[relation.key].accepted_as == (iri,)
    text = desk.file("statements.ttl").read_text(encoding="utf-8")
    block = " ".join(text[text.index("st:yard\\#rel-cost") :].split())
    for part in ("onr:relationFrom st:yard", "onr:relationType onr:disputes", "basis:explicit"):
        assert part.replace("basis:", "") in block
    assert 'onr:anchorPhrase "freue sich nicht darüber"@de' in block
    assert f"{SLUG}/yard#rel-cost" in desk.file("evidence.ttl").read_text(encoding="utf-8")
    assert [f for f in check(desk.workspace).findings if f.severity == "violation"] == []


def test_what_is_embedded_is_said_by_the_outer_statement(tmp_path: Path) -> None:
    """It has no node: the outer statement embeds the inner one."""
    desk = make_desk(tmp_path, _found(_drawn("embeds")))
    session = desk.session()
    start, end = (session.write(_draft(n, w)) for n, w in (("yard", YARD), ("cost", COST)))
    relation = _relation(session)
    assert session.relate(relation.key, start, end) == start
    assert "st:yard onr:embeds st:cost ." in desk.file("statements.ttl").read_text("utf-8")
    again = desk.session()
    assert [c.form for c in again.candidates(_relation(again))] == ["embeds"]
    assert again.decisions[relation.key].matches == (start,)


def test_a_curated_relation_is_offered_and_matched(desk: Desk, session: Session) -> None:
    """One of the same type at the same place comes first; accepting names it."""
    relation = _relation(session)
    iri = session.relate(relation.key, STATEMENT + "yard", STATEMENT + "cost")
    session.undo()
    assert session.candidates(relation) == ()
    session.relate(relation.key, STATEMENT + "yard", STATEMENT + "cost")
    again = desk.session()
    (offered,) = again.candidates(_relation(again))
    assert (offered.iri, offered.form) == (iri, "disputes")
    again.decide(relation.key, "accepted", resources=[iri])
    assert again.decisions[relation.key].accepted_as == (iri,)


@pytest.mark.parametrize(
    ("start", "end", "part"),
    [
        ("yard", "yard", "no relation to itself"),
        ("yard", "nobody", "nothing describes"),
        ("", "cost", "nothing describes"),
    ],
)
def test_a_wrong_end_changes_nothing(
    desk: Desk, session: Session, start: str, end: str, part: str
) -> None:
    """Both ends are statements, and two; a document can only be answered."""
    before = desk.file("statements.ttl").read_bytes()
    with pytest.raises(OnrecordError, match=part) as caught:
        session.relate(_relation(session).key, STATEMENT + start, STATEMENT + end)
    assert caught.value.hint
    assert desk.file("statements.ttl").read_bytes() == before


def test_only_an_answer_points_at_a_document(session: Session) -> None:
    """A denial of the whole article is refused; so is a relation accepted as nothing."""
    relation = _relation(session)
    with pytest.raises(OnrecordError, match="disputes cannot lead to"):
        session.relate(relation.key, STATEMENT + "yard", f"{BASE}article/{SLUG}")
    with pytest.raises(OnrecordError, match="accepted as which relation"):
        session.decide(relation.key, "accepted")
    with pytest.raises(OnrecordError, match="only a relation"):
        session.relate(relation.origin, STATEMENT + "yard", STATEMENT + "cost")


def test_in_the_terminal_the_ends_are_offered(desk: Desk, session: Session) -> None:
    """s passes over what is open; a, then twice Enter: both statements are known by then."""
    del session
    start = ["-w", str(desk.workspace.root), "review", SLUG, "--text", str(desk.text)]
    arguments = [*start, "--terminal", "--by", "Redaktion", "--date", DATE]
    done = CliRunner().invoke(app, arguments, input="s\ns\na\n\n\nq\n")
    assert done.exit_code == 0, done.output
    again = desk.session()
    decision = again.decisions[_relation(again).key]
    assert decision.accepted_as == (STATEMENT + "yard#rel-cost",)


def test_a_decided_relation_between_open_statements_is_published(tmp_path: Path) -> None:
    """What nobody has decided on is not there, nothing leads to it, and `check` finds nothing."""
    desk = make_desk(tmp_path, _found(_drawn()))
    session = desk.session()
    session.decide(_relation(session).key, "rejected", reason_de="Nicht gesagt.")
    assert [f for f in check(desk.workspace).findings if f.severity == "violation"] == []


def test_a_lost_relation_leads_to_nothing_that_is_gone(tmp_path: Path) -> None:
    """The description that stays in review.ttl names no proposal that is made no longer."""
    desk = make_desk(tmp_path, _found(_drawn()))
    session = desk.session()
    session.decide(_relation(session).key, "rejected", reason_de="Nicht gesagt.")
    update(desk.workspace, _found(quotes=QUOTES[:1]), desk.article, desk.known)
    assert "proposedFrom" not in desk.file("review.ttl").read_text(encoding="utf-8")
    assert [f for f in check(desk.workspace).findings if f.severity == "violation"] == []
