"""Decisions survive a new extraction where place and content are the same; the rest is told."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest

from onrecord.article import Article
from onrecord.derive import derive
from onrecord.extract.records import End, Entity, Extraction, Relation
from onrecord.extract.register import Known
from onrecord.graph import load
from onrecord.names import ONR
from onrecord.pipeline import check
from onrecord.review.carry import Carried, carry, with_hashes
from onrecord.review.counts import reviewed, rule_counts
from onrecord.review.proposals import proposals
from onrecord.review.records import Decision, Proposal
from onrecord.review.reviewing import read_review, update
from onrecord.review.withdrawal import forget
from onrecord.scaffold import restated
from reviewing import (
    BASE,
    KRANICH,
    LINDT,
    SLUG,
    TEXT,
    Desk,
    extraction,
    make_desk,
    quote,
    source,
    span,
)

KNOWN = (Known("person", "Mara Lindt", (), LINDT), Known("company", "Kranich Werke", (), KRANICH))
BAU = "Der Bau solle bis zu 40 Millionen Euro kosten"


def _proposals(*quotes: tuple[str, str], text: str = TEXT) -> tuple[Proposal, ...]:
    found = Extraction("de", quotes=tuple(quote(w, h, text=text) for w, h in quotes))
    return proposals(found, Article.from_text(SLUG, text), KNOWN)


def _decision(proposal: Proposal) -> Decision:
    return Decision(proposal.key, "rejected", "Redaktion", "2031-05-02", "Keine Äußerung.")


def test_a_longer_passage_keeps_its_decision() -> None:
    """A passage that grew or shrank, of the same speaker, is the same proposal."""
    old = _proposals(("Der Bau solle bis zu 40 Millionen Euro", "Mara Lindt"))
    new = _proposals((BAU, "Mara Lindt"))
    carried = carry(old, [_decision(old[0])], new, Article.from_text(SLUG, TEXT))
    assert [d.key for d in carried.decisions] == [old[0].key]
    assert [(p.key, p.spans) for p in carried.proposals] == [(old[0].key, new[0].spans)]
    assert carried.moved == (old[0].key,)
    assert carried.lost == ()


def test_another_speaker_is_another_proposal() -> None:
    """A decision on what one says is none on what another says, and is told."""
    old, new = _proposals((BAU, "Mara Lindt")), _proposals((BAU, "Kranich Werke"))
    carried = carry(old, [_decision(old[0])], new, Article.from_text(SLUG, TEXT))
    assert carried.decisions == ()
    assert [d.key for d in carried.lost] == [old[0].key]


def test_a_speaker_described_since_is_the_same_speaker() -> None:
    """A decision stays where the agent was described after it: the name tells who is meant."""
    found = Extraction("de", quotes=(quote(BAU),))
    article = Article.from_text(SLUG, TEXT)
    (old,), (new,) = proposals(found, article), proposals(found, article, KNOWN)
    assert (old.speaker, new.speaker) == ("", LINDT)
    assert old.key != new.key
    carried = carry([old], [_decision(old)], [new], article)
    assert carried.proposals == (replace(new, key=old.key),)
    assert [d.key for d in carried.decisions] == [old.key]
    assert carried.lost == ()


def test_a_mention_is_the_same_wherever_it_stands() -> None:
    """Words that move one of its places, and the register that knows it now, change no decision."""
    text = TEXT.replace("Darüber", "Darüber und über vieles, vieles mehr")
    articles = [Article.from_text(SLUG, t) for t in (TEXT, text)]
    places = [(span("Reederei", t), span("Lindt leitet", t)) for t in (TEXT, text)]
    found = [
        Extraction("de", entities=(Entity("person", "Mara Lindt", at, source("name")),))
        for at in places
    ]
    (old,), (new,) = (
        proposals(f, a, k) for f, a, k in zip(found, articles, ((), KNOWN), strict=True)
    )
    assert old.key != new.key
    carried = carry([old], [_decision(old)], [new], articles[1])
    assert [d.key for d in carried.decisions] == [p.key for p in carried.proposals] == [old.key]


def test_a_relation_is_the_same_within_its_paragraph() -> None:
    """Its words may be cut in two; the same type between the same speakers is the same relation."""
    old, new = (
        replace(_relation(), key=key, spans=at)
        for key, at in (("a", ((1, 9),)), ("b", ((30, 40),)))
    )
    article = Article.from_text(SLUG, TEXT)
    assert carry([old], [_decision(old)], [new], article).proposals[0].key == "a"
    twice = [new, replace(new, key="c")]
    assert len(carry([old], [_decision(old)], twice, article).lost) == 1


def _relation() -> Proposal:
    (made,) = _proposals((BAU, "Mara Lindt"))
    return replace(made, kind="relation", content="disputes: Mara Lindt → Kranich Werke")


def test_a_lost_proposal_of_an_earlier_text_is_no_violation(tmp_path: Path) -> None:
    """It stays as it was in the text of its day, and the publication is built."""
    desk = make_desk(tmp_path)
    _decided(desk)
    desk.text.write_text("Ein anderer Text.\n", encoding="utf-8")
    other = Article.read(SLUG, desk.text)
    path = desk.file("article.ttl")
    path.write_text(restated(path.read_text("utf-8"), other) or "", encoding="utf-8")
    update(desk.workspace, Extraction("de"), other, desk.known)
    assert read_review(desk.workspace, SLUG).former
    assert [f for f in check(desk.workspace).findings if f.severity == "violation"] == []


def test_a_small_part_is_another_proposal() -> None:
    """Passages that share less than half of their union are different."""
    old, new = _proposals(("Der Bau", "Mara Lindt")), _proposals((BAU, "Mara Lindt"))
    carried = carry(old, [_decision(old[0])], new, Article.from_text(SLUG, TEXT))
    assert len(carried.lost) == 1


def test_two_decisions_never_meet() -> None:
    """One new proposal takes one decision; the second one is told."""
    old = _proposals((BAU, "Mara Lindt"), (BAU[:-7], "Mara Lindt"))
    new = _proposals((BAU + ". Die", "Mara Lindt"))
    carried = carry(old, [_decision(p) for p in old], new, Article.from_text(SLUG, TEXT))
    assert (len(carried.decisions), len(carried.lost)) == (1, 1)


def test_a_changed_text_is_followed() -> None:
    """Words before the passage move it; the hashes around its anchor find it again."""
    text = "Ein neuer Absatz davor.\n\n" + TEXT
    old, new = _proposals((BAU, "Mara Lindt")), _proposals((BAU, "Mara Lindt"), text=text)
    assert old[0].key != new[0].key
    carried = carry(old, [_decision(old[0])], new, Article.from_text(SLUG, text))
    assert [d.key for d in carried.decisions] == [old[0].key]
    assert [(p.key, p.spans) for p in carried.proposals] == [(old[0].key, new[0].spans)]


def _after(text: str, *changed: tuple[str, str], old: str = TEXT) -> Carried:
    """What becomes of a decision on each passage of the old text."""
    before, after = Article.from_text(SLUG, old), Article.from_text(SLUG, text)
    former = [
        with_hashes(p, before)
        for p in _proposals(*((was, "Mara Lindt") for was, _ in changed), text=old)
    ]
    new = _proposals(*((now, "Mara Lindt") for _, now in changed if now), text=text)
    return carry(former, [_decision(p) for p in former], new, after)


def test_words_of_the_same_length_are_another_passage() -> None:
    """Where the publisher corrected a figure, the old decision is none on the new one, and the
    address of the one is not that of the other."""
    now = BAU.replace("40", "90")
    carried = _after(TEXT.replace("40", "90"), (BAU, now))
    assert (len(carried.decisions), len(carried.lost)) == (0, 1)
    assert carried.lost[0].key not in {p.key for p in carried.proposals}


def test_words_far_behind_the_anchor_are_another_passage() -> None:
    """An anchor is six words: what changed at the end of a long sentence is seen by its hash."""
    said = "Der Bau solle, so hieß es am Kai bei Wind und Wetter, im Jahr 2031 fertig sein"
    old = TEXT.replace(BAU, said)
    changed = _after(old.replace("2031", "2033"), (said, said.replace("2031", "2033")), old=old)
    assert (len(changed.decisions), len(changed.lost)) == (0, 1)
    moved = _after("Neu.\n\n" + old, (said, said), old=old)
    assert (len(moved.decisions), len(moved.lost)) == (1, 0)


def test_a_passage_between_changed_sentences_stays() -> None:
    """Both neighbours are others now; its own words stand once in the paragraph."""
    text = TEXT.replace("Das Schiff wird schön", "Es wird gut").replace("Die Werft", "Eine Werft")
    carried = _after(text, (BAU, BAU))
    assert (len(carried.decisions), len(carried.lost)) == (1, 0)


def test_a_relation_follows_its_paragraph() -> None:
    """A paragraph more at the top changes its number and nothing else."""
    text = "Ein neuer Absatz davor.\n\n" + TEXT
    article = Article.from_text(SLUG, text)
    (now,) = _proposals((BAU, "Mara Lindt"), text=text)
    old, new = _relation(), replace(_relation(), key="b", spans=now.spans, anchor=now.anchor)
    carried = carry([old], [_decision(old)], [new], article)
    assert [d.key for d in carried.decisions] == [old.key]


ANSWERED = (BAU, "Das Schiff wird schön", "Die Werft Kranich freue sich nicht darüber")


def _answers(*said: str, text: str = TEXT) -> tuple[Proposal, ...]:
    """What Lindt says, each of it an answer to a report: all but their places is the same."""
    quotes = tuple(quote(words, text=text) for words in said)
    answers = tuple(
        Relation(
            "respondsTo", End(n, span(words, text)[0]), None, (span(words, text),), (), source("r")
        )
        for n, words in enumerate(said)
    )
    found = Extraction("de", quotes=quotes, relations=answers)
    return proposals(found, Article.from_text(SLUG, text), KNOWN)


def _origins(made: Iterable[Proposal]) -> dict[str, str]:
    """The statement that each of the relations starts from, by their addresses."""
    return {p.key: p.origin for p in made if p.kind == "relation"}


@pytest.mark.parametrize(
    ("said", "text"),
    [
        (tuple(words.rpartition(" ")[0] for words in ANSWERED), TEXT),
        (tuple(words.partition(" ")[2] for words in reversed(ANSWERED)), TEXT),
        (ANSWERED, "Ein neuer Absatz davor.\n\n" + TEXT),
    ],
    ids=["other ends", "other beginnings", "another place"],
)
def test_relations_that_look_alike_are_told_apart_by_their_ends(
    said: tuple[str, ...], text: str
) -> None:
    """Other rules cut the sentences otherwise, or a paragraph is new: each answer keeps its own
    decision, over any number of extractions."""
    article = Article.from_text(SLUG, text)
    first, new = _answers(*ANSWERED), _answers(*said, text=text)
    decisions = [_decision(p) for p in first]
    old = first
    for _ in range(2):
        carried = carry(old, decisions, new, article)
        assert (len(carried.decisions), carried.lost) == (6, ())
        assert _origins(carried.proposals) == _origins(first)
        old = carried.proposals


def test_a_relation_that_is_gone_takes_no_other_ones_place() -> None:
    """Of some that look alike one is made no longer: its decision is told, the others keep theirs,
    whichever comes first."""
    article, first = Article.from_text(SLUG, TEXT), _answers(*ANSWERED)
    cut = [words.partition(" ")[2] for words in ANSWERED]
    old = carry(first, [_decision(p) for p in first], _answers(*cut), article)
    for gone in cut:
        new = _answers(*(words for words in cut if words != gone))
        carried = carry(old.proposals, old.decisions, new, article)
        assert len(carried.lost) == 2
        assert _origins(carried.proposals).items() <= _origins(old.proposals).items()


def test_a_headline_is_the_same_below_another_paragraph() -> None:
    """It is too short for words of its own around it; what stands below it tells it."""
    title = "Nordlicht baut, Kranich zürnt"
    old = f"{title}\n\n{TEXT}"
    moved = _after(f"Korrigierte Fassung.\n\n{old}", (title, title), old=old)
    assert (len(moved.decisions), len(moved.lost)) == (1, 0)
    elsewhere = _after(f"Korrigierte Fassung.\n\n{TEXT}\n{title}\n", (title, title), old=old)
    assert (len(elsewhere.decisions), len(elsewhere.lost)) == (0, 1)


def test_the_ends_of_a_relation_go_by_the_kept_addresses() -> None:
    """A relation leads to its statements under whatever address these have."""
    text = "Ein neuer Absatz davor.\n\n" + TEXT
    (old,), (new,) = (_proposals((BAU, "Mara Lindt"), text=t) for t in (TEXT, text))
    relation = replace(_relation(), key="b", anchor=new.anchor, origin=new.key, target=new.key)
    article = Article.from_text(SLUG, text)
    carried = carry([old], [_decision(old)], [new, relation], article)
    assert (carried.proposals[1].origin, carried.proposals[1].target) == (old.key, old.key)


def test_an_address_is_kept_over_many_extractions(tmp_path: Path) -> None:
    """What was published under an address stays there, whatever the text and the register become,
    and a third extraction of the same text changes no byte."""
    desk = make_desk(tmp_path)
    _decided(desk)
    before = {p.key for p in read_review(desk.workspace, SLUG).proposals}
    desk.text.write_text("Vorspann, neu.\n\n" + TEXT, encoding="utf-8")
    article = Article.read(SLUG, desk.text)
    path = desk.file("article.ttl")
    path.write_text(restated(path.read_text("utf-8"), article) or "", encoding="utf-8")
    for _ in range(2):
        update(desk.workspace, extraction(article.text), article, desk.known)
        written = [desk.file(name).read_bytes() for name in ("extracted.ttl", "review.ttl")]
    assert {p.key for p in read_review(desk.workspace, SLUG).proposals} == before
    update(desk.workspace, extraction(article.text), article, desk.known)
    assert [desk.file(name).read_bytes() for name in ("extracted.ttl", "review.ttl")] == written


def _decided(desk: Desk) -> Proposal:
    session = desk.session()
    proposal = next(p for p in session.proposals if "40" in p.anchor.phrase)
    session.decide(proposal.key, "rejected", reason_de="Nicht gesagt.")
    return proposal


def test_a_lost_decision_is_kept_with_what_it_decided(tmp_path: Path) -> None:
    """What the machine proposes no longer is described in review.ttl, and nothing is violated."""
    desk = make_desk(tmp_path)
    proposal = _decided(desk)
    found = replace(extraction(), quotes=())
    written = update(desk.workspace, found, desk.article, desk.known)
    assert [d.key for d in written.carried.lost] == [proposal.key]
    read = read_review(desk.workspace, SLUG)
    assert read.former == (proposal,)
    assert [f for f in check(desk.workspace).findings if f.severity == "violation"] == []


def test_a_lost_decision_can_be_forgotten(tmp_path: Path) -> None:
    """Whoever needs it no longer removes it, and the description of its proposal with it."""
    desk = make_desk(tmp_path)
    _decided(desk)
    update(desk.workspace, replace(extraction(), quotes=()), desk.article, desk.known)
    session = desk.session()
    assert (len(session.lost), session.forget(), session.forget()) == (1, 1, 0)
    read = read_review(desk.workspace, SLUG)
    assert (read.decisions, read.former, read.kept) == ((), (), ())


def test_a_released_proposal_leaves_a_tombstone(tmp_path: Path) -> None:
    """What a release has of a forgotten decision is withdrawn, and its address is none of another
    proposal, not even where the machine comes to the same one again."""
    desk = make_desk(tmp_path)
    proposal = _decided(desk)
    iri = f"{BASE}proposal/{SLUG}/{proposal.key}"
    update(desk.workspace, replace(extraction(), quotes=()), desk.article, desk.known)
    assert forget(desk.session(), {iri: {"de": "Vorschlag", "en": "Proposal"}}) == 1
    graves = (desk.workspace.kg / "tombstones.ttl").read_text(encoding="utf-8")
    assert proposal.key in graves and "as:Tombstone" in graves
    assert [f for f in check(desk.workspace).findings if f.severity == "violation"] == []
    written = update(desk.workspace, extraction(), desk.article, desk.known)
    (again,) = (p for p in written.proposals if p.spans == proposal.spans and p.kind == "statement")
    assert again.key != proposal.key
    assert [f for f in check(desk.workspace).findings if f.severity == "violation"] == []


def test_a_released_proposal_that_nobody_decided_on_is_withdrawn(tmp_path: Path) -> None:
    """Where open proposals are published as well, those that the machine makes no longer go too,
    and those that it makes stay."""
    desk = make_desk(tmp_path)
    before = {f"{BASE}proposal/{SLUG}/{p.key}": {} for p in desk.session().proposals}
    update(desk.workspace, replace(extraction(), quotes=()), desk.article, desk.known)
    session = desk.session()
    assert forget(session, before) == 0
    graves = (desk.workspace.kg / "tombstones.ttl").read_text(encoding="utf-8")
    stay = {f"{BASE}proposal/{SLUG}/{p.key}" for p in session.proposals}
    assert {iri for iri in before if iri in graves} == set(before) - stay
    assert [f for f in check(desk.workspace).findings if f.severity == "violation"] == []


def test_without_a_release_nothing_is_withdrawn(tmp_path: Path) -> None:
    """What nobody has seen leaves no tombstone."""
    desk = make_desk(tmp_path)
    _decided(desk)
    update(desk.workspace, replace(extraction(), quotes=()), desk.article, desk.known)
    assert forget(desk.session(), {}) == 1
    assert not (desk.workspace.kg / "tombstones.ttl").exists()


def test_a_decision_comes_back_with_its_proposal(tmp_path: Path) -> None:
    """Once the machine proposes it again, the decision counts again and stands alone."""
    desk = make_desk(tmp_path)
    proposal = _decided(desk)
    before = desk.file("review.ttl").read_bytes()
    update(desk.workspace, replace(extraction(), quotes=()), desk.article, desk.known)
    assert desk.file("review.ttl").read_bytes() != before
    written = update(desk.workspace, extraction(), desk.article, desk.known)
    assert [d.key for d in written.carried.decisions] == [proposal.key]
    assert desk.file("review.ttl").read_bytes() == before


def test_a_decision_comes_back_with_what_another_rule_proposes(tmp_path: Path) -> None:
    """The rule is gone, later another one reads the same sentence, cut otherwise: the decision was
    kept meanwhile and is one on this, under its old address."""
    desk = make_desk(tmp_path)
    proposal = _decided(desk)
    for quotes in ((), extraction().quotes[:1], ()):
        update(desk.workspace, replace(extraction(), quotes=quotes), desk.article, desk.known)
        assert [d.key for d in desk.session().lost] == [proposal.key]
    again = quote(BAU.partition(" ")[2], rule="better")
    written = update(
        desk.workspace, replace(extraction(), quotes=(again,)), desk.article, desk.known
    )
    assert (len(written.carried.decisions), written.carried.lost) == (1, ())
    session = desk.session()
    assert session.proposal(proposal.key).rule == "better@1"
    assert session.decisions[proposal.key].verdict == "rejected"
    assert read_review(desk.workspace, SLUG).former == ()


def test_another_rule_keeps_the_decision(tmp_path: Path) -> None:
    """A decision is about what is proposed, not about the rule."""
    desk = make_desk(tmp_path)
    proposal = _decided(desk)
    quotes = tuple(replace(q, source=source("better", 0.9)) for q in extraction().quotes)
    update(desk.workspace, replace(extraction(), quotes=quotes), desk.article, desk.known)
    graph = load(desk.workspace)
    assert [(c.rule, c.proposed, c.rejected) for c in rule_counts(reviewed(graph))] == [
        ("better@1", 1, 1)
    ]
    assert proposal.key in {d.key for d in read_review(desk.workspace, SLUG).decisions}


def test_another_set_of_rules_keeps_every_decision(tmp_path: Path) -> None:
    """Of every kind, whatever rule proposes it now, how sure it is and why; nothing is written
    anew in review.ttl."""
    desk = make_desk(tmp_path)
    session = desk.session()
    for proposal in session.proposals:
        session.decide(proposal.key, "rejected", reason_de="Ohne Belang.")
    before = desk.file("review.ttl").read_bytes()
    whole, other = extraction(), source("better", 0.3)
    kinds = ("quotes", "entities", "amounts", "times", "deals", "offices")
    made = {k: tuple(replace(it, source=other) for it in getattr(whole, k)) for k in kinds}
    written = update(desk.workspace, replace(whole, **made), desk.article, desk.known)
    assert written.carried.lost == () and len(written.carried.decisions) == len(session.proposals)
    assert {p.rule for p in written.proposals} == {"better@1"}
    assert desk.file("review.ttl").read_bytes() == before


def test_origin_tells_what_was_reviewed(tmp_path: Path) -> None:
    """A proposal that a person decided on is reviewed, another one extracted."""
    desk = make_desk(tmp_path)
    proposal = _decided(desk)
    config = desk.workspace.root / "onrecord.toml"
    text = config.read_text(encoding="utf-8")
    config.write_text(text.replace("publish_extracted = false", "publish_extracted = true"))
    graph = derive(load(type(desk.workspace).find(desk.workspace.root)))
    origins = {
        str(t.subject).rpartition("/")[2][:-1]: str(t.object).rpartition("#")[2][:-1]
        for t in graph.triples("derived")
        if t.predicate.value == ONR + "origin" and "/proposal/" in str(t.subject)
    }
    assert origins.pop(proposal.key) == "reviewed"
    assert set(origins.values()) == {"extracted"}


def test_a_lost_decision_is_told_by_its_words() -> None:
    """Several statements of one speaker are told apart by what they say."""
    (said,) = _proposals((BAU, "Mara Lindt"))
    assert said.told == "the statement “Der Bau solle bis zu 40”, paragraph 2"
