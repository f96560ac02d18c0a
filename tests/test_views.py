"""Views: queries are answered once for all pages, and what pages show is in a fixed order."""

import dataclasses
from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from harbour import BASE, library, workspace
from onrecord.errors import ConfigError, QueryError
from onrecord.names import XSD
from onrecord.views import dealings, reading, terms
from onrecord.views.answers import answers, ask
from onrecord.views.records import Record
from onrecord.views.table import read_views
from onrecord.workspace import Workspace

DEAL = BASE + "deal/batteries"
PAUSED = BASE + "statement/harbour/gazette-paused"
GOES_ON = BASE + "statement/harbour/lund-goes-on"
REGISTER = BASE + "statement/harbour/register-entry"
LUND = BASE + "person/ada-lund"
GAZETTE = BASE + "medium/anzeiger"

QUERY = "SELECT ?part ?it ?value WHERE { ?it ?part ?value }"
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=6)
TYPES = [XSD + name for name in ("string", "integer", "decimal", "boolean", "date", "gYear")]
terms_ = st.one_of(
    st.sampled_from([BASE + "a", BASE + "a#b", "https://example.org/ü"]).map(ox.NamedNode),
    st.builds(lambda t, c: ox.Literal(t, language=c), TEXTS, st.sampled_from(["de", "en-gb"])),
    st.builds(
        lambda t, d: ox.Literal(t, datatype=ox.NamedNode(d)),
        st.one_of(TEXTS, st.sampled_from(["7", "+7", "007", "1.50", "true", "2020-01-01", "2020"])),
        st.sampled_from(TYPES),
    ),
)
facts = st.lists(st.tuples(st.sampled_from("ab"), st.sampled_from("pq"), terms_), max_size=12)


@given(facts, st.randoms())
def test_records_have_what_the_query_answers(tmp_path_factory, found, random):
    """Every value with its language, whatever it is, in an order that the store has no part in."""
    path = write_query(tmp_path_factory.getbasetemp(), QUERY)
    quads = [ox.Quad(ox.NamedNode(BASE + s), ox.NamedNode(BASE + p), v) for s, p, v in found]
    one = answers(stored(quads), path, "q.rq")
    random.shuffle(quads)
    other = answers(stored(quads), path, "q.rq")
    assert {it: dict(r.parts) for it, r in one.items()} == {
        it: dict(r.parts) for it, r in other.items()
    }
    _, rows = ask(stored(quads), QUERY, "q.rq", {})
    shown = {(r["it"], r["part"], _shown(r["value"])) for r in rows}
    told = {(it, p, _shown(row["value"])) for it, r in one.items() for p in r for row in r.rows(p)}
    assert told == shown


def stored(quads):
    store = ox.Store()
    store.extend(quads)
    return store


def _shown(value):
    return type(value), str(value), getattr(value, "language", None)


def test_record_gives_nothing_for_an_unknown_part():
    """A part that no row answers is empty, not an error."""
    record = Record("x")
    assert (record.rows("a"), record.all("a"), record.one("a")) == ((), [], None)


def write_query(folder: Path, text: str) -> Path:
    path = folder / "view.rq"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("SELECT ?x WHERE { ?x ?y ?z }", "no column"),
        ("SELECT ?it WHERE {", "cannot be run"),
        ("ASK { ?a ?b ?c }", "not a SELECT"),
    ],
)
def test_a_wrong_query_names_its_file(tmp_path, query, said):
    """A query that cannot answer a view stops with the name of the file."""
    with pytest.raises(QueryError, match=said) as caught:
        answers(ox.Store(), write_query(tmp_path, query), "site/views/view.rq")
    assert caught.value.file == "site/views/view.rq"


def own_site(folder: Path, name: str, text: str) -> Workspace:
    """A workspace that overrides one file of the site."""
    path = folder / "site" / name
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
    return Workspace(folder, workspace().config)


@pytest.mark.parametrize(
    "table",
    [
        '[[view]]\nname = "a"\n',
        '[[view]]\nname = "a"\naddress = "{path}"\nquerry = "b"\n',
        '[[view]]\nname = "a"\naddress = "a"\n',
        "[[view]\n",
    ],
)
def test_a_wrong_view_table_names_its_file(tmp_path, table):
    """A row without an address, an unknown key, no view for resources, or no TOML stops."""
    with pytest.raises(ConfigError) as caught:
        read_views(own_site(tmp_path, "views/views.toml", table))
    assert caught.value.file == "site/views/views.toml"


def test_the_first_view_that_matches_shows_a_resource():
    """A proposal is shown as one although it may be a statement; other classes take the last."""
    table = read_views(workspace())
    onr = "https://w3id.org/onrecord/ns#"
    assert table.view_for((onr + "Statement", onr + "Proposal")).name == "proposal"
    assert table.view_for(("https://example.org/Other",)).name == "resource"


def test_every_query_of_the_site_is_used():
    """`site/views` holds no query that no view asks."""
    stems = {p.stem for p in workspace().files("site", "views/*.rq")}
    assert stems == set(read_views(workspace()).queries)


def test_statements_stand_in_the_order_of_the_text_and_background_after():
    """Paragraph before paragraph, whatever order they are given in."""
    found = reading.in_order(library(), [REGISTER, GOES_ON, PAUSED, GOES_ON])
    assert found == (PAUSED, GOES_ON, REGISTER)


def test_a_paragraph_with_no_statement_is_still_a_paragraph():
    """The article declares three paragraphs; the third has no statement."""
    found = library()
    article = found.record("source", BASE + "article/harbour")
    assert [(p.number, len(p.statements)) for p in reading.paragraphs(found, article)] == [
        (1, 1),
        (2, 1),
        (3, 0),
    ]


DENIED = """
st:lund-denies a onr:Statement ; rdfs:label "Lund bestreitet"@de , "Lund denies"@en ;
  onr:statedBy person:ada-lund ; onr:recordedIn article:harbour ; onr:about deal:batteries ;
  onr:predicate onr:dealAmount ; onr:paragraph 3 ; onr:form form:direct ;
  onr:modality modality:asserted ; onr:polarity polarity:negated ; onr:amount st:lund-sum .
st:lund-sum a onr:Amount ; schema:currency "EUR" ; schema:value 90000000.0 .
"""


def test_the_ledger_keeps_who_denies_an_amount():
    """A negated statement's amount is in the ledger, marked as denied."""
    found = library(DENIED)
    lines = reading.ledger(found, reading.about_deal(found, DEAL))
    assert [(x.amount.rpartition("/")[2], x.denied) for x in lines][-1] == ("lund-sum", True)


def test_a_denied_amount_is_never_named_as_one_of_the_deal():
    """Short lists and the money map show affirmed amounts only."""
    found = library(DENIED)
    assert not any(a.endswith("lund-sum") for a in dealings.amounts(found, DEAL))


def test_columns_follow_the_first_word_of_each_speaker():
    """Who speaks first in the article stands first."""
    found = reading.columns(library(), [GOES_ON, PAUSED])
    assert [c.speaker for c in found] == [GAZETTE, LUND]


def test_the_matrix_counts_ties_and_takes_the_publisher_for_a_report():
    """Lund answers the report, which is the Gazette's, and disputes its statement."""
    found = library()
    matrix = reading.matrix(found, found.answers["statements"])
    assert matrix is not None
    assert matrix.columns == (GAZETTE,)
    (row,) = matrix.rows
    assert row.who == LUND
    assert sorted(reading.local(t.first.type) for t in row.cells[0]) == ["disputes", "respondsTo"]


def test_the_matrix_puts_what_opposes_before_what_only_answers():
    """A reply is no contradiction: the two are told apart, and every relation is there."""
    found = library()
    matrix = reading.matrix(found, found.answers["statements"])
    assert matrix is not None
    ties = matrix.rows[0].cells[0]
    kinds = [(t.opposes, reading.local(t.first.type)) for t in ties]
    assert kinds == [(True, "disputes"), (False, "respondsTo")]
    assert all(t.count == len({link.node for link in t.links}) for t in ties)


def test_no_matrix_where_nobody_disagrees():
    """Statements without relations give no matrix."""
    assert reading.matrix(library(), [REGISTER]) is None


def test_a_relation_is_seen_from_both_ends():
    """What one statement disputes is disputed at the other."""
    found = library()
    out = {x.value for x in reading.links(found, GOES_ON) if x.direction == "out"}
    into = {x.value for x in reading.links(found, PAUSED) if x.direction == "in"}
    assert PAUSED in out
    assert into == {GOES_ON}


def test_a_deal_is_drawn_in_the_most_cautious_modality_of_the_article():
    """One voice asserts, the other passes on hearsay: the line is that of hearsay."""
    modality, every = dealings.modality_of(library(), DEAL)
    assert modality == "hearsay"
    assert set(every) == {"hearsay", "asserted"}


def test_an_arrow_runs_from_the_one_who_gives():
    """Investor to investee."""
    (arrow,) = dealings.arrows(library(), [DEAL])
    assert (arrow.source, arrow.target, arrow.directed) == (
        BASE + "company/kranwerk",
        BASE + "company/moewe",
        True,
    )


def test_a_deal_is_contested_where_a_statement_about_it_is_disputed():
    """Or where there is a dispute over it; what is only said twice is not."""
    (arrow,) = dealings.arrows(library(), [DEAL])
    assert arrow.contested
    assert not dealings.is_contested(library(), BASE + "deal/silent")
    over = "dispute:over-silence a onr:Dispute ; onr:referent deal:silent .\n"
    assert dealings.is_contested(library(over), BASE + "deal/silent")


def test_a_deal_without_parties_has_no_arrow():
    """Nothing is drawn for a deal of which no party is known."""
    assert dealings.arrows(library(), [BASE + "deal/silent"]) == ()


def test_a_deal_of_which_nobody_speaks_has_no_arrow():
    """Its parties are written down and no statement yet: a line would say that it is asserted."""
    role = "<https://w3id.org/onrecord/scheme/role#{}>"
    parties = (("a", "kranwerk", "customer"), ("b", "moewe", "supplier"))
    written = "deal:unsaid a onr:Deal ; onr:hasParticipation deal:unsaid\\#a , deal:unsaid\\#b .\n"
    for part, company, name in parties:
        written += f"deal:unsaid\\#{part} a onr:Participation ; onr:participant company:{company} ;"
        written += f" onr:role {role.format(name)} .\n"
    found = library(written)
    assert len(dealings.partners(found, BASE + "deal/unsaid")) == 2
    assert dealings.arrows(found, [BASE + "deal/unsaid"]) == ()


def test_a_missing_label_falls_back_to_the_other_language_then_to_the_iri():
    """A name is never empty."""
    found = library('company:only-german a onr:Company ; rdfs:label "Nur so"@de .')
    assert found.label(BASE + "company/only-german", "en") == "Nur so"
    assert found.label(BASE + "company/no-name", "en") == "no name"


def test_the_store_s_order_does_not_matter():
    """The same triples loaded in another order give equal libraries."""
    one, other = library(), library(seed=7)
    for field in dataclasses.fields(one):
        if field.name not in ("reads", "table"):
            assert getattr(one, field.name) == getattr(other, field.name), field.name


def test_terms_say_how_often_they_are_used():
    """Uses are counted over the data, not over the vocabulary itself."""
    found = {t.it.rpartition("#")[2]: t for t in terms.terms(library())["class"]}
    assert found["Dispute"].uses == 1
    assert found["Dispute"].example


def test_what_a_catalogue_counts_is_no_use_of_a_term():
    """A statistic that names a class or property does not use it."""
    void = """
    @prefix void: <http://rdfs.org/ns/void#> .
    <https://example.org/kg/graph/catalog> void:classPartition
      <https://example.org/kg/graph/catalog#p> .
    <https://example.org/kg/graph/catalog#p> void:class onr:Dispute .
    """
    found = {t.it.rpartition("#")[2]: t for t in terms.terms(library(void))["class"]}
    assert found["Dispute"].uses == 1
