"""Queries run within limits, and what may not run is refused by reading, not by guessing."""

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import LimitError, QueryError
from onrecord.query import FORMATS, Dataset, Graph, Limits, Table, Truth, admit, respond, run
from onrecord.query.lexer import tokens

E = "http://e.example/"


def node(name: str) -> ox.NamedNode:
    return ox.NamedNode(E + name)


@pytest.fixture(scope="module")
def dataset() -> Dataset:
    return Dataset.of(
        [
            ox.Quad(node("a"), node("p"), node("b"), node("g")),
            ox.Quad(node("a"), node("p"), node("b"), node("h")),
            ox.Quad(node("b"), node("p"), ox.Literal("é", language="de"), node("h")),
        ]
    )


def test_answers_are_data(dataset: Dataset) -> None:
    """SELECT gives a table of terms, ASK a truth, CONSTRUCT sorted triples."""
    table = run(dataset, f"SELECT ?o ?x {{ <{E}b> ?p ?o }}")
    assert table == Table(("o", "x"), ((ox.Literal("é", language="de"), None),))
    assert run(dataset, "ASK { ?s ?p ?o }") == Truth(True)
    graph = run(dataset, "CONSTRUCT WHERE { ?s ?p ?o }")
    assert isinstance(graph, Graph)
    assert [str(t.subject) for t in graph.triples] == [f"<{E}a>", f"<{E}b>"]


def test_the_default_graph_is_the_union_without_doubles(dataset: Dataset) -> None:
    """A triple in two graphs counts once, and FROM narrows to known graphs."""
    count = "SELECT (COUNT(*) AS ?n) FROM { ?s ?p ?o }"
    values = [
        run(dataset, count.replace("FROM", clause)).rows[0][0].value  # type: ignore[union-attr]
        for clause in ("", f"FROM <{E}g>", f"FROM <{E}g> FROM <{E}h>", f"FROM NAMED <{E}g>")
    ]
    assert values == ["2", "1", "2", "0"]


def test_prefixes_that_are_given_need_no_declaration(dataset: Dataset) -> None:
    """Known prefixes work undeclared, those of the query go first, unknown ones are named."""
    known = {"e": E, "w": "urn:wrong:"}
    assert run(dataset, "ASK { e:a e:p e:b }", prefixes=known) == Truth(True)
    assert run(dataset, f"PREFIX w: <{E}> ASK {{ w:a w:p w:b }}", prefixes=known) == Truth(True)
    with pytest.raises(QueryError, match=r"fehlt: is not declared \(line 2, column 3\)"):
        run(dataset, "ASK {\n  fehlt:a ?p ?o }", prefixes=known)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("INSERT DATA {}", "would change data"),
        ("PREFIX e: <urn:e#> LOAD <urn:x>", "would change data"),
        ("SELECT * { SERVICE <urn:x> {} }", "SERVICE"),
        ("SELECT * { service\t?x {} }", "SERVICE"),
        ("SELECT * FROM <urn:elsewhere> { ?s ?p ?o }", "no graph <urn:elsewhere>"),
        ("PREFIX e: <urn:> SELECT * FROM NAMED e:x { ?s ?p ?o }", "no graph <urn:x>"),
        ("SELECT * { ?s ?p", "Syntax error at line 1"),
        ("WHATEVER", "cannot begin with"),
        ("# nothing", "empty"),
        ("ASK " + "{" * 300 + "}" * 300, "nests more than 200"),
        ("x" * 1_000_001, "1,000,000 are the limit"),
    ],
)
def test_refusals_say_why(dataset: Dataset, text: str, reason: str) -> None:
    """Each refusal is a QueryError with a reason and a hint."""
    with pytest.raises(QueryError, match=reason) as caught:
        run(dataset, text)
    assert caught.value.hint


@pytest.mark.parametrize(
    "text",
    [
        'ASK { ?service ?p "SERVICE <urn:x> {}" }',
        "ASK { ?s <http://e.example/SERVICE> ?o } # SERVICE <urn:x> {}",
        "PREFIX service: <urn:> ASK { ?s service:SERVICE '''LOAD ' '' SERVICE''' }",
        'ASK { _:SERVICE ?p "x"@service }',
        "SELECT (1 AS ?from) { FILTER(?a<?b && ?c>?d) }",
    ],
)
def test_words_that_are_no_keywords_do_not_matter(dataset: Dataset, text: str) -> None:
    """Strings, comments, IRIs, variables and names may hold any word."""
    run(dataset, text)


@given(st.text(alphabet="<>?ab:#'\"\\{}()@ \n.^/|", max_size=12))
def test_no_disguise_hides_a_service(noise: str) -> None:
    """Whatever stands before it: a text that pyoxigraph would run with SERVICE is refused."""
    text = f"ASK {{ {noise} SERVICE <http://127.0.0.1:1/> {{ }} }}"
    try:
        admit(text, {"a": "urn:a", "": "urn:"})
    except QueryError:
        return
    try:
        ox.Store().query(text, prefixes={"a": "urn:a", "": "urn:"})
    except SyntaxError:
        return
    except OSError as error:
        raise AssertionError(f"a request was tried: {text!r}") from error
    assert "service" not in [token.keyword.lower() for token in tokens(text)]


@given(st.text(max_size=60))
def test_every_character_belongs_to_one_token(text: str) -> None:
    """Tokens are in order, do not overlap, and stand where they say."""
    at = 0
    for token in tokens(text):
        assert token.start >= at
        assert text.startswith(token.text, token.start)
        at = token.start + len(token.text)


def test_limits_hold(dataset: Dataset) -> None:
    """Time and size are limited; the error says what to do."""
    numbers = " ".join(map(str, range(300)))
    cross = " ".join(f"VALUES ?{name} {{ {numbers} }}" for name in "abcd")
    with pytest.raises(LimitError, match=r"stopped after 0\.3 seconds"):
        run(dataset, f"SELECT (COUNT(*) AS ?n) {{ {cross} }}", limits=Limits(seconds=0.3))
    with pytest.raises(LimitError, match="1,000 are the limit"):
        run(dataset, f"SELECT * {{ VALUES ?a {{ {numbers} }} }}", limits=Limits(answer=1_000))


def test_formats_fit_forms(dataset: Dataset) -> None:
    """A table cannot be Turtle, a graph cannot be CSV, and XML cannot carry control characters."""
    for text, form in (("SELECT * {}", "turtle"), ("CONSTRUCT {} {}", "csv")):
        with pytest.raises(QueryError, match="cannot be written"):
            respond(dataset, admit(text), FORMATS[form])
    with pytest.raises(QueryError, match="control characters"):
        respond(dataset, admit('SELECT * { VALUES ?x { "\\u0001" } }'), FORMATS["xml"])
