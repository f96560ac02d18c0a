"""What changed between two states of a graph, at the level of statements."""

import json
import xml.etree.ElementTree as ET
from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from harbour import publication
from onrecord.diff import KINDS, Change, ChangeSet, Snapshot, compare, read_tombstones
from onrecord.diff.atom import change_iri
from onrecord.diff.formats import FORMATS, change_triples
from onrecord.errors import ParseError, UsageError
from onrecord.names import Names
from onrecord.publish.changes import current_changes
from onrecord.results import Results

BASE = "https://example.org/kg/"
NAMES = Names(BASE)
ST = f"{BASE}statement/a/"
HEAD = "".join(f"@prefix {p}: <{ns}> .\n" for p, ns in NAMES.prefixes.items()) + (
    f"@prefix st: <{ST}> .\n"
)
STATEMENT = """
st:one a onr:Statement ; rdfs:label "Eins"@de , "One"@en ;
  onr:statedBy person:klein ; onr:subject deal:alfa ; onr:predicate onr:dealAmount ;
  onr:object "bis zu 20 Millionen"@de ; onr:gloss "Es geht um Geld."@de ; onr:polarity polarity:p ;
  onr:paragraph 1 ; onr:amount st:one\\#amount .
st:one\\#amount a onr:Amount ; schema:maxValue 20 .
"""
TOMBSTONE = """
st:one a as:Tombstone ; as:formerType onr:Statement ; dcterms:isReplacedBy st:two ;
  prov:invalidatedAtTime "2031-05-02T00:00:00Z"^^xsd:dateTime ;
  rdfs:comment "War falsch."@de , "Was wrong."@en .
"""


def snapshot(text: str, name: str = "v", graph: str = "article/a") -> Snapshot:
    """The snapshot of a Turtle text in one named graph."""
    triples = [q.triple for q in ox.parse(input=HEAD + text, format=ox.RdfFormat.TURTLE)]
    return Snapshot.of({NAMES.graph(*graph.split("/")): triples}, name)


def changed(old: str, new: str) -> dict[str, Change]:
    """Kind → change of two Turtle texts."""
    made = compare(snapshot(STATEMENT, "1"), snapshot(STATEMENT.replace(old, new), "2"), NAMES)
    kinds = [c.kind for c in made.changes]
    assert len(kinds) == len(set(kinds))
    return {c.kind: c for c in made.changes}


@pytest.mark.parametrize(
    ("kind", "old", "new"),
    [
        ("re-attributed", "person:klein", "person:gross"),
        ("re-attributed", "onr:paragraph 1", "onr:paragraph 1 ; onr:accordingTo report:r"),
        ("amount", "maxValue 20", "maxValue 40"),
        ("amount", "maxValue", "value"),
        ("content", "bis zu 20", "bis zu 30"),
        ("firmness", "polarity:p", "polarity:n"),
        ("wording", "Es geht um Geld.", "Geld."),
        ("wording", '"Eins"@de', '"Erste"@de'),
        ("evidence", "onr:paragraph 1", "onr:paragraph 2"),
        ("time", "onr:paragraph 1", "onr:paragraph 1 ; onr:time st:one\\#time"),
    ],
)
def test_each_kind_of_change_has_its_name(kind: str, old: str, new: str) -> None:
    """One difference in the source is one change of that kind, with both states."""
    found = changed(old, new)
    assert set(found) == {kind}
    assert found[kind].before != found[kind].after
    assert found[kind].label["en"] == "One"


def test_another_status_is_no_mere_change_of_content() -> None:
    """Where the statement is about status or bindingness, that is what changed."""
    old = STATEMENT.replace("onr:dealAmount", "onr:dealStatus")
    new = old.replace("bis zu 20", "kein")
    made = compare(snapshot(old), snapshot(new), NAMES)
    assert [c.kind for c in made.changes] == ["status"]


def test_the_same_graph_has_no_change() -> None:
    """Order and repetition of triples do not matter."""
    again = snapshot("".join(reversed(STATEMENT.split("\n\n"))) + STATEMENT)
    assert compare(snapshot(STATEMENT), again, NAMES).changes == ()


def test_what_is_derived_is_not_compared() -> None:
    """A change of the machine's graphs alone is none."""
    derived = snapshot(STATEMENT, graph="derived")
    assert derived.facts == {}


PLACE = """
st:one onr:anchoredAt st:one\\#anchor-1 .
st:one\\#anchor-1 onr:textHash "aa" ; onr:paragraph 1 ; onr:textFragment <https://x.example/#W> .
st:one\\#anchor-1-quote oa:exact "Worte"@de ; onr:prefixHash "bb" ; onr:suffixHash "cc" .
st:one\\#anchor-1-position oa:start 7 ; oa:end 12 .
st:one\\#rel-two-anchor-1-position oa:start 20 ; oa:end 25 .
"""


def test_where_words_stand_in_the_text_follows_from_the_text() -> None:
    """A correction at the top moves every anchor; the words that it holds are what they were."""
    moved = PLACE
    for old, new in (("aa", "dd"), ("bb", "ee"), ("cc", "ff"), ("start 7", "start 9")):
        moved = moved.replace(old, new)
    moved = moved.replace("end 12", "end 14").replace("start 20", "start 22").replace("25", "27")
    old, new = snapshot(STATEMENT + PLACE), snapshot(STATEMENT + moved)
    assert compare(old, new, NAMES).changes == ()
    (change,) = compare(old, snapshot(STATEMENT + PLACE.replace("Worte", "Wort")), NAMES).changes
    assert (change.kind, change.before, change.after) == (
        "evidence",
        ("oa:exact “Worte”@de",),
        ("oa:exact “Wort”@de",),
    )


def test_another_text_is_told_of_its_article() -> None:
    """That the text is another one stands where it is said: once, with the article."""
    text = 'article:a a onr:Article ; rdfs:label "A"@de ; onr:textHash "aa" .'
    (change,) = compare(snapshot(text), snapshot(text.replace("aa", "bb")), NAMES).changes
    assert (change.kind, change.after) == ("changed", ("onr:textHash bb",))


def test_another_file_is_another_origin() -> None:
    """A statement that moves from the proposals to the article was accepted."""
    old, new = snapshot(STATEMENT, graph="extracted/a"), snapshot(STATEMENT)
    made = compare(old, new, NAMES).changes
    assert [(c.kind, c.before, c.after) for c in made] == [
        ("origin", ("onr:origin extracted",), ("onr:origin article",))
    ]


def test_the_reason_of_a_withdrawal_is_that_of_the_tombstone() -> None:
    """With date, reason in both languages and successor."""
    new = snapshot(TOMBSTONE, "2", "tombstones")
    (change,) = compare(snapshot(STATEMENT, "1"), new, NAMES).changes
    assert (change.kind, change.iri) == ("withdrawn", ST + "one")
    assert change.reason == {"de": "War falsch.", "en": "Was wrong."}
    assert change.replaced_by == ST + "two"
    assert change.label == {"de": "Eins", "en": "One"}


def test_tombstones_are_read() -> None:
    """Everything that a page or a host needs to know."""
    triples = [q.triple for q in ox.parse(input=HEAD + TOMBSTONE, format=ox.RdfFormat.TURTLE)]
    (grave,) = read_tombstones(NAMES.graph("tombstones"), triples)
    assert (grave.iri, grave.date) == (ST + "one", "2031-05-02")
    assert grave.former_type.endswith("ns#Statement")
    assert grave.replaced_by == (ST + "two",)


def test_a_new_note_is_the_reason() -> None:
    """A curator's note that comes with a change says why, and is no change of its own."""
    old = "onr:statedBy person:klein"
    new = 'onr:statedBy person:gross ; onr:note "Verlesen."@de , "Misread."@en'
    found = changed(old, new)
    assert set(found) == {"re-attributed"}
    assert found["re-attributed"].why("en") == "Misread."
    assert set(changed("onr:paragraph 1", 'onr:paragraph 1 ; onr:note "Neu."@de')) == {"wording"}


def test_other_resources_change_as_a_whole() -> None:
    """For a company it is told that it changed, with what is gone and what came."""
    old = 'company:alfa a onr:Company ; rdfs:label "Alfa"@de ; schema:url <https://a.example/> .'
    new = old.replace("a.example", "b.example")
    (change,) = compare(snapshot(old), snapshot(new), NAMES).changes
    assert (change.kind, change.statement) == ("changed", False)
    assert change.before == ("schema:url <https://a.example/>",)


def test_a_change_knows_whom_it_concerns() -> None:
    """Speakers and subjects of before and after, as far as they are described."""
    more = "person:klein a onr:Person . person:gross a onr:Person . deal:alfa a onr:Deal ."
    old, new = STATEMENT + more, STATEMENT.replace("person:klein", "person:gross") + more
    (change,) = compare(snapshot(old), snapshot(new), NAMES).changes
    expected = {f"{BASE}person/klein", f"{BASE}person/gross", f"{BASE}deal/alfa", ST + "one"}
    assert set(change.concerns) == expected


def test_without_an_old_state_everything_is_new() -> None:
    """The first release adds all."""
    made = compare(None, snapshot(STATEMENT), NAMES)
    assert made.counts == {"added": 1} and made.old == ""


def full_set() -> ChangeSet:
    """A change set with an addition, a withdrawal with reason and a change, of hostile texts."""
    label = {"de": "<b>&amp; „Eins“", "en": '</script>"One"'}
    return ChangeSet("1", "2", "2031-05-02", (
        Change("withdrawn", ST + "one", label, ("onr:x 1",), (), {"de": "<i>"}, (), ST + "two"),
        Change("amount", ST + "two", label, ("schema:value 1",), ("schema:value 2",)),
        Change("added", ST + "three", label),
    ))  # fmt: skip


def test_json_is_read_back() -> None:
    """What is written is what was there."""
    made = FORMATS["json"][1](full_set(), NAMES, "en")
    assert ChangeSet.from_json(json.loads(made)) == full_set()


def test_text_names_both_states_and_the_reason() -> None:
    """`-` is gone, `+` came, `?` says why, `→` what instead."""
    text = FORMATS["text"][1](full_set(), NAMES, "de").decode()
    assert text.startswith("1 → 2, 2031-05-02\n")
    for line in ("    - schema:value 1", "    + schema:value 2", "    ? <i>",
                 "    → statement:a/two", "zurückgezogen: 1"):  # fmt: skip
        assert line in text.splitlines()
    empty = ChangeSet("1", "2", "", ())
    for form in ("text", "html"):
        assert b"nothing changed" in FORMATS[form][1](empty, NAMES, "en")


def test_html_escapes_what_sources_say() -> None:
    """No text of a source becomes markup."""
    page = FORMATS["html"][1](full_set(), NAMES, "en").decode()
    assert "</script>" not in page and "<i>" not in page
    assert page.count("<li>") == 3 and '<html lang="en">' in page


def test_turtle_says_what_happened() -> None:
    """A collection of Create, Delete and Update with the resources as objects."""
    triples = list(change_triples(full_set(), NAMES))
    written = FORMATS["turtle"][1](full_set(), NAMES, "en")
    assert {q.triple for q in ox.parse(input=written, format=ox.RdfFormat.TURTLE)} == set(triples)
    kinds = {str(t.object).rpartition("#")[2][:-1] for t in triples if "type>" in str(t.predicate)}
    assert {"Create", "Delete", "Update", "Collection"} <= kinds


def test_atom_is_well_formed() -> None:
    """One entry for each change; its id is the IRI of the change."""
    root = ET.fromstring(FORMATS["atom"][1](full_set(), NAMES, "en"))
    ids = [e.text for e in root.iter("{http://www.w3.org/2005/Atom}id")]
    made = full_set()
    assert ids[1:] == [change_iri(NAMES, made, c) for c in made.changes]


def test_a_feed_tells_no_triples_of_what_is_new_or_gone() -> None:
    """Its name says it, and why; of what changed both states are told."""
    added = Change("added", ST + "four", {"en": "Four"}, after=("onr:object 1",))
    made = ChangeSet("1", "2", "2031-05-02", (*full_set().changes, added))
    root = ET.fromstring(FORMATS["atom"][1](made, NAMES, "en"))
    told = [e.text or "" for e in root.iter("{http://www.w3.org/2005/Atom}summary")]
    assert told[0] == f"reason: <i> — replaced by: {ST}two"
    assert "before: schema:value 1" in told[1]
    assert told[3] == "added"


@pytest.mark.parametrize("form", FORMATS)
def test_every_form_is_stable(form: str) -> None:
    """The same change set gives the same bytes."""
    writer = FORMATS[form][1]
    assert writer(full_set(), NAMES, "de") == writer(full_set(), NAMES, "de")


_FACTS = st.lists(
    st.tuples(
        st.sampled_from(["one", "two", "three"]),
        st.sampled_from(["onr:statedBy", "onr:gloss", "onr:object", "schema:url"]),
        st.sampled_from(["1", "2", "3"]),
    )
)


@given(_FACTS, _FACTS)
def test_there_and_back(one: list[tuple[str, str, str]], other: list[tuple[str, str, str]]) -> None:
    """What is added one way is withdrawn the other, and nothing is told twice."""

    def made(rows: list[tuple[str, str, str]]) -> Snapshot:
        return snapshot("".join(f'st:{s} a onr:Statement ; {p} "{v}" .\n' for s, p, v in rows))

    there, back = compare(made(one), made(other), NAMES), compare(made(other), made(one), NAMES)
    opposite = {"added": "withdrawn", "withdrawn": "added"}
    assert {(opposite.get(c.kind, c.kind), c.iri) for c in there.changes} == {
        (c.kind, c.iri) for c in back.changes
    }
    assert len({(c.kind, c.iri) for c in there.changes}) == len(there.changes)
    assert {c.kind for c in there.changes} <= set(KINDS)
    assert not compare(made(one), made(one), NAMES).changes


def test_a_dump_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    """With file and line; a folder with no dump as well."""
    path = tmp_path / "broken.nq"
    path.write_text("<a> <b>\n", encoding="utf-8")
    with pytest.raises(ParseError) as caught:
        Snapshot.read(path)
    assert caught.value.place.startswith(f"{path}:1")
    with pytest.raises(UsageError, match="neither a publication nor a release"):
        Snapshot.read(tmp_path)


def test_without_a_release_before_everything_is_new():
    """Found out document by document, each time anew or kept, and the same as by comparing all."""
    made = publication()
    config, results = made.workspace.config, Results()
    whole = compare(None, Snapshot.of(made.graph.graphs, config.version), made.graph.names)
    for _ in range(2):
        now = current_changes(made.graph, made.workspace, results)
        assert tuple(now.changes) == whole.changes
        results = Results(results.new)
