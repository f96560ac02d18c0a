"""From facts that came or went one finds all that rows of a query are about which came or went."""

import random
from pathlib import Path

import pyoxigraph as ox
import pytest

from onrecord.query.traces import Around, Asked, Many, behind, reached
from onrecord.results import Results
from test_footprint import PREFIXES, _edited, _store, whole

ROOT = Path(__file__).parents[1]
VIEWS = sorted(ROOT.glob("site/views/*.rq"))
RESULTS = Results()
__all__ = ["whole"]


def _rows(store: ox.Store, text: str, about: str = "it") -> set[tuple[str, str]]:
    found = store.query(text, use_default_graph_as_union=True, prefixes=PREFIXES)
    assert isinstance(found, ox.QuerySolutions)
    rows = ((row[about], str(row)) for row in found)
    return {(it.value, row) for it, row in rows if isinstance(it, ox.NamedNode)}


def _changed(
    whole: dict[str, tuple[ox.Triple, ...]], seed: int
) -> tuple[ox.Store, ox.Store, list[ox.Quad]]:
    """A graph before and after some facts went or changed, and the facts in which both differ."""
    before, now = _store(whole), _store(_edited(whole, random.Random(seed)))
    return before, now, [*(set(before) ^ set(now))]


SEEDS = [0, 1, 2, *(pytest.param(seed, marks=pytest.mark.torture) for seed in range(3, 20))]


@pytest.mark.system
@pytest.mark.parametrize("seed", SEEDS)
def test_rows_come_and_go_only_about_what_is_reached(
    whole: dict[str, tuple[ox.Triple, ...]], seed: int
) -> None:
    """Every query of the site; and what is reached is a part of what it tells of."""
    before, now, differing = _changed(whole, seed)
    around = Around([now], differing)
    for path in VIEWS:
        text = path.read_text(encoding="utf-8")
        found = reached(Asked(text, "it"), differing, around, RESULTS)
        one, other = _rows(before, text), _rows(now, text)
        assert found is not None, path.name
        assert {it for it, _ in one ^ other} <= found, path.name
        alone = ox.Store()
        alone.extend(behind(Asked(text, "it"), found, around, RESULTS))
        rows = {row for row in _rows(alone, text) if row[0] in found}
        assert rows == {row for row in other if row[0] in found}, path.name


@pytest.mark.system
@pytest.mark.parametrize("seed", SEEDS)
def test_rows_come_and_go_only_with_values_that_are_reached(
    whole: dict[str, tuple[ox.Triple, ...]], seed: int
) -> None:
    """Where all of them are in facts, and those that the change reaches are IRIs."""
    before, now, differing = _changed(whole, seed)
    around, told = Around([now], differing), set()
    for path in VIEWS:
        asked = Asked(path.read_text(encoding="utf-8"), "value", bound=True)
        found = reached(asked, differing, around, RESULTS)
        if found is None:
            continue
        told.add(path.stem)
        one, other = (_all_rows(store, asked.query) for store in (before, now))
        assert {value for value, _ in one ^ other} <= found, path.name
        alone = ox.Store()
        alone.extend(behind(asked, found, around, RESULTS))
        rows = {row for row in _all_rows(alone, asked.query) if row[0] in found}
        assert rows == {row for row in other if row[0] in found}, path.name
    assert {"deal", "dispute", "statement"} <= told


def _all_rows(store: ox.Store, text: str) -> set[tuple[str, str]]:
    found = store.query(text, use_default_graph_as_union=True, prefixes=PREFIXES)
    assert isinstance(found, ox.QuerySolutions)
    return {(getattr(row["value"], "value", ""), str(row)) for row in found}


CHECKS = sorted(ROOT.glob("shapes/checks/*.rq"))


@pytest.mark.system
@pytest.mark.parametrize("seed", SEEDS)
def test_findings_come_and_go_only_about_what_is_reached(
    whole: dict[str, tuple[ox.Triple, ...]], seed: int
) -> None:
    """Every check of the project of which that can be told, and that is most of them."""
    before, now, differing = _changed(whole, seed)
    around, told = Around([now], differing), 0
    for path in CHECKS:
        asked = Asked(path.read_text(encoding="utf-8"), "focus", PREFIXES, literals=True)
        found = reached(asked, differing, around, RESULTS)
        if found is None:
            continue
        told += 1
        one, other = (_rows(store, asked.query, "focus") for store in (before, now))
        assert {it for it, _ in one ^ other} <= found, path.name
        alone = ox.Store()
        alone.extend(behind(asked, found, around, RESULTS))
        rows = {row for row in _rows(alone, asked.query, "focus") if row[0] in found}
        assert rows == {row for row in other if row[0] in found}, path.name
    assert told > len(CHECKS) / 2


A = ox.NamedNode


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("SELECT ?it { ?it <a:p> ?o }", {"a:s"}),
        ("SELECT ?it { ?it <a:p> <a:other> }", set()),
        ("SELECT ?it { ?it ^<a:p> ?o }", {"a:o"}),
        ("SELECT ?it { ?x <a:p>|^<a:p> ?it }", {"a:s", "a:o"}),
        ("SELECT ?it { ?x <a:p> ?y . ?y <a:q> ?it }", {"a:far"}),
        ("SELECT ?it { ?y <a:q> ?it OPTIONAL { ?x <a:p> ?y } }", {"a:far"}),
        ("SELECT ?it { ?it <a:q> ?y OPTIONAL { ?x <a:p> ?o . ?o <a:q> ?y } }", {"a:o"}),
        (
            "SELECT ?it { ?x ?p ?y VALUES ?p { <a:p> } BIND (IF(1 > 2, ?x, ?y) AS ?it) }",
            {"a:s", "a:o"},
        ),
        ("SELECT ?it { ?it <a:q> ?y FILTER NOT EXISTS { ?x <a:p> ?it } }", {"a:o"}),
        ("SELECT ?it { ?it <a:q> ?y FILTER (1 > 2 || !EXISTS { ?x <a:p> ?it }) }", {"a:o"}),
        ("SELECT ?it { ?it <a:q> ?y MINUS { ?x <a:p> ?it } }", {"a:o"}),
        ("SELECT ?it { ?it <a:q> ?y FILTER NOT EXISTS { ?x <a:p> ?z } }", None),
        ("SELECT ?it { ?it <a:q> ?z . ?x <a:p> ?y }", None),
        ("SELECT ?it { ?it <a:p>+ ?y }", None),
        ("SELECT ?it { ?it ?p ?y }", None),
        ("SELECT ?it (COUNT(?y) AS ?n) { ?it <a:p> ?y } GROUP BY ?it", None),
        ("SELECT ?it { ?it <a:p> ?y } LIMIT 1", None),
    ],
)
def test_what_a_query_reaches_from_a_fact(query: str, found: set[str] | None) -> None:
    """Along its patterns, whichever way they lead; nothing is told where they do not tell."""
    store = ox.Store()
    store.add(ox.Quad(A("a:o"), A("a:q"), A("a:far")))
    fact = ox.Quad(A("a:s"), A("a:p"), A("a:o"), A("a:g"))
    assert reached(Asked(query, "it"), [fact], Around([store], [fact]), Results()) == found


def test_a_text_that_many_have_leads_to_nobody_else() -> None:
    """From a fact one goes on from its subject, if there is a way."""
    query = "SELECT ?it { ?it <a:t> ?text MINUS { ?it <a:h> ?x . ?x <a:p> ?text } }"
    store = ox.Store()
    for it in ("a:one", "a:two"):
        store.add(ox.Quad(A(it), A("a:t"), ox.Literal("same")))
    store.add(ox.Quad(A("a:one"), A("a:h"), A("a:x")))
    fact = ox.Quad(A("a:x"), A("a:p"), ox.Literal("same"), A("a:g"))
    found = reached(Asked(query, "it"), [fact], Around([store], [fact]), Results())
    assert found == {"a:one"}


@pytest.mark.parametrize(
    "query",
    [
        "SELECT ?it ?value { ?it <a:q> ?x OPTIONAL { ?x <a:p> ?value } }",
        "SELECT ?it ?value { ?it <a:p> ?x BIND (STR(?x) AS ?value) }",
        "SELECT ?it ?value { { ?it <a:p> ?value } UNION { ?it <a:q> ?x } }",
    ],
)
def test_nothing_is_told_of_values_that_stand_in_no_fact(query: str) -> None:
    """A row may have none, or one that was made."""
    fact = ox.Quad(A("a:s"), A("a:p"), A("a:o"), A("a:g"))
    around = Around([ox.Store()], [fact])
    assert reached(Asked(query, "value", bound=True), [fact], around, Results()) is None


def test_nothing_is_told_of_values_that_may_be_texts() -> None:
    """Only IRIs are told."""
    asked = Asked("SELECT ?it ?value { ?it <a:p> ?value }", "value", bound=True)
    named, text = (ox.Quad(A("a:s"), A("a:p"), o, A("a:g")) for o in (A("a:o"), ox.Literal("o")))
    around = Around([ox.Store()], [named, text])
    assert reached(asked, [named], around, Results()) == {"a:o"}
    assert reached(asked, [named, text], around, Results()) is None


def test_who_wants_few_facts_is_told_that_there_are_many() -> None:
    """Of those at one thing; facts that are gone count for nothing."""
    store = ox.Store()
    store.extend(ox.Quad(A(f"a:{n}"), A("a:p"), A("a:o"), A("a:g")) for n in range(1_001))
    around = Around([store], few=True)
    assert len(around.facts(A("a:7"), "a:p", forward=True)) == 1
    with pytest.raises(Many):
        around.facts(A("a:o"), "a:p", forward=False)
    store.remove(ox.Quad(A("a:0"), A("a:p"), A("a:o"), A("a:g")))
    assert len(around.facts(A("a:o"), "a:p", forward=False)) == 1_000
