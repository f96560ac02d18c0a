"""Rewritten queries have the same answers."""

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.query.rewrite import anchor_paths

E = "http://e.example/"
NAMES = st.sampled_from("abcdefgh")
EDGES = st.sets(st.tuples(NAMES, st.sampled_from("pq"), NAMES, st.sampled_from("gh")), max_size=25)
OPEN = [
    "SELECT * { ?a e:p+ ?b }",
    "SELECT ?a ?b WHERE { ?x e:q ?y . ?a e:p+ ?b . }",
    "SELECT (COUNT(*) AS ?n) { ?a (e:p|e:q)+ ?b }",
    "SELECT * { ?a ^e:p+ ?b FILTER(?a != ?b) }",
    "SELECT * { ?a (e:p/e:q)+ ?b . }",
    "SELECT * { GRAPH ?g { ?a e:p+ ?b . } }",
    "SELECT * { { ?a e:p+ ?b } UNION { ?c <http://e.example/q>+ ?d } }",
    "SELECT * { ?a e:p+ ?b . ?c e:q+ ?d }",
    "SELECT * { ?x e:q ?y OPTIONAL { ?a e:p+ ?y } }",
    "SELECT * { ?x e:q ?y FILTER NOT EXISTS { ?a e:p+ ?y } }",
    "SELECT * { ?x e:q ?b MINUS { ?a e:p+ ?b } }",
]
KEPT = [
    "SELECT * { ?a e:p+ ?b ; e:q ?c }",
    "SELECT * { ?a e:p ?x . ?a e:p+ ?b }",
    "SELECT * { ?a e:p+ ?a }",
    "SELECT * { ?a e:p+ e:b }",
    "SELECT * { e:a e:p+ ?b }",
    "SELECT * { ?a e:p* ?b }",
    "SELECT (1+?b AS ?c) { ?a e:p ?b }",
    'SELECT * { ?a e:p "?a e:p+ ?b ." }',
]


def store_of(edges: set[tuple[str, str, str, str]]) -> ox.Store:
    store = ox.Store()
    for edge in edges:
        s, p, o, g = (ox.NamedNode(E + name) for name in edge)
        store.extend([ox.Quad(s, p, o, g), ox.Quad(s, p, o)])
    return store


def answers(store: ox.Store, text: str) -> list[dict[str, str]]:
    result = store.query(text, prefixes={"e": E})
    names = sorted(v.value for v in result.variables)
    rows = [{n: str(row[n]) for n in names} for row in result]
    return sorted(rows, key=str)


@pytest.mark.parametrize("text", OPEN)
def test_open_paths_are_anchored(text: str) -> None:
    """Each of these gets its starts."""
    assert "SELECT DISTINCT" in anchor_paths(text)


@pytest.mark.parametrize("text", KEPT)
def test_other_queries_are_left_alone(text: str) -> None:
    """Paths with an anchor, other operators and look-alikes stay as they are."""
    assert anchor_paths(text) == text


@pytest.mark.parametrize("text", OPEN)
@given(edges=EDGES)
def test_the_answers_stay_the_same(text: str, edges: set[tuple[str, str, str, str]]) -> None:
    """Over any graph, also one with loops, both texts have the same rows as often."""
    store = store_of(edges)
    assert answers(store, anchor_paths(text)) == answers(store, text)


@given(st.text(alphabet='?ab:+^()/|{}. \n#<>"', max_size=40))
def test_no_text_breaks_the_rewriting(text: str) -> None:
    """Whatever the text, there is a result."""
    assert isinstance(anchor_paths(text), str)
