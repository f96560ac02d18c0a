"""The endpoint keeps the SPARQL 1.1 Protocol as far as it applies to a read-only service.

The cases of the W3C's protocol tests are here in words of our own: each valid request is answered,
each invalid one is refused with 4xx, and every update is refused.
"""

import csv
import http.client
import io
import json
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote, urlencode

import pyoxigraph as ox
import pytest

import hosts
from hosts import Reply
from serving import BASE, DOCUMENTS, GRAPHS, write

pytestmark = pytest.mark.system

FORM = "application/x-www-form-urlencoded"
DIRECT = "application/sparql-query"
JSON = "application/sparql-results+json"
XML = "application/sparql-results+xml"
TSV = "text/tab-separated-values"
NASTY = 'é😀<&"\n'
VALUES = 'SELECT ?x { VALUES ?x { "é😀<&\\"\\n" } }'
CONSTRUCT = 'CONSTRUCT { <http://e.example/é> <http://e.example/p> "é😀<&\\"\\n"@de-AT } {}'
COUNT = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
NAMED = "SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } } ORDER BY ?g"


@pytest.fixture(scope="module")
def port(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    folder = tmp_path_factory.mktemp("protocol")
    with hosts.serve(folder, write(folder / "public")) as started:
        yield started


def send(
    port: int,
    method: str,
    query: str = "",
    body: bytes | None = None,
    patience: float = 20,
    **headers: str,
) -> Reply:
    """One request to the endpoint with an encoded query string."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=patience)
    try:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request(method, f"/sparql?{query}" if query else "/sparql", body, named)
        answer = connection.getresponse()
        pairs = {name.lower(): value for name, value in answer.getheaders()}
        return Reply(answer.status, pairs, answer.read())
    finally:
        connection.close()


def ask(port: int, text: str, *more: tuple[str, str], **headers: str) -> Reply:
    return send(port, "GET", urlencode([("query", text), *more]), **headers)


def post_form(port: int, *pairs: tuple[str, str], **headers: str) -> Reply:
    return send(port, "POST", body=urlencode(pairs).encode(), Content_Type=FORM, **headers)


def rows(reply: Reply) -> list[dict[str, str]]:
    found = json.loads(reply.body)["results"]["bindings"]
    return [{name: term["value"] for name, term in row.items()} for row in found]


def test_three_kinds_of_request_give_one_answer(port: int) -> None:
    """GET, POST of a form and POST of the query itself are answered alike."""
    answers = [
        ask(port, VALUES, Accept=JSON),
        post_form(port, ("query", VALUES), Accept=JSON),
        send(port, "POST", body=VALUES.encode(), Content_Type=DIRECT, Accept=JSON),
        send(port, "POST", body=VALUES.encode(), Content_Type=DIRECT + "; charset=UTF-8"),
        send(
            port,
            "POST",
            body=urlencode({"query": VALUES}).encode(),
            Content_Type=FORM + "; charset=UTF-8",
        ),
    ]
    assert [(reply.status, rows(reply)) for reply in answers] == [(200, [{"x": NASTY}])] * 5


def read_table(reply: Reply) -> str:
    """The one value of a one-column table in whatever format it came."""
    if reply.kind == JSON:
        return str(json.loads(reply.body)["results"]["bindings"][0]["x"]["value"])
    if reply.kind == XML:
        return str(ET.fromstring(reply.body).findtext(".//{*}literal"))
    if reply.kind == "text/csv":
        return list(csv.reader(io.StringIO(reply.body.decode(), newline="")))[1][0]
    form = ox.QueryResultsFormat.from_media_type(reply.kind)
    return str(next(iter(ox.parse_query_results(input=reply.body, format=form)))["x"].value)


@pytest.mark.parametrize("kind", [JSON, XML, "text/csv", TSV])
def test_tables_in_every_format(port: int, kind: str) -> None:
    """SELECT keeps each character in each of the four formats."""
    reply = ask(port, VALUES, Accept=kind)
    assert (reply.status, reply.kind, read_table(reply)) == (200, kind, NASTY)


@pytest.mark.parametrize("kind", [JSON, XML])
def test_truth_in_both_formats(port: int, kind: str) -> None:
    """ASK says true or false as JSON and as XML."""
    said = [ask(port, q, Accept=kind) for q in ("ASK {}", "ASK { FILTER(false) }")]
    assert [b"true" in reply.body for reply in said] == [True, False]
    assert {reply.kind for reply in said} == {kind}


@pytest.mark.parametrize(
    "kind",
    [
        "text/turtle",
        "application/n-triples",
        "application/rdf+xml",
        "application/ld+json",
        "application/trig",
        "application/n-quads",
        "text/n3",
    ],
)
def test_graphs_in_every_format(port: int, kind: str) -> None:
    """CONSTRUCT and DESCRIBE give the same triples in each form of RDF."""
    for text, count in ((CONSTRUCT, 1), (f"DESCRIBE <{DOCUMENTS['company/nordwind']}>", 4)):
        reply = ask(port, text, Accept=kind)
        found = list(ox.parse(input=reply.body, format=ox.RdfFormat.from_media_type(kind)))
        assert (reply.status, reply.kind, len(found)) == (200, kind, count)
    triple = next(
        iter(
            ox.parse(
                input=ask(port, CONSTRUCT, Accept="application/n-triples").body,
                format=ox.RdfFormat.N_TRIPLES,
            )
        )
    )
    assert triple.object == ox.Literal(NASTY, language="de-AT")


@pytest.mark.parametrize(
    ("accept", "expected"),
    [
        (f"{JSON};q=0.2, {XML};q=0.9", XML),
        (f"{JSON};q=0, {XML}", XML),
        ("application/json", JSON),
        ("text/xml", XML),
        ("*/*", JSON),
        ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", XML),
        ("text/*;q=0.5, text/tab-separated-values", TSV),
    ],
)
def test_accept_decides_the_format(port: int, accept: str, expected: str) -> None:
    """Qualities, exclusions, wildcards and common names of types are respected."""
    reply = ask(port, VALUES, Accept=accept)
    assert (reply.status, reply.kind) == (200, expected)
    assert "accept" in reply.headers["vary"].lower()


def test_no_accept_means_json(port: int) -> None:
    """A client that says nothing gets JSON for tables and Turtle for graphs."""
    assert ask(port, VALUES).kind == JSON
    assert ask(port, CONSTRUCT).kind == "text/turtle"


def test_a_format_by_name(port: int) -> None:
    """`format=csv` overrides the header, for links; an unknown name is refused."""
    assert ask(port, VALUES, ("format", "csv"), Accept=XML).kind == "text/csv"
    assert ask(port, CONSTRUCT, ("format", "nt")).kind == "application/n-triples"
    assert ask(port, VALUES, ("format", "<b>")).status == 400


@pytest.mark.parametrize(
    ("text", "accept"), [(VALUES, "image/png"), (VALUES, "text/turtle"), (CONSTRUCT, JSON)]
)
def test_formats_that_do_not_fit_are_406(port: int, text: str, accept: str) -> None:
    """The refusal lists the formats that the answer could have."""
    reply = ask(port, text, Accept=accept)
    assert reply.status == 406
    assert ("text/turtle" if text == CONSTRUCT else "text/csv") in reply.body.decode()


@pytest.mark.parametrize(
    "accept", ["", ";;;", "a/b/c", "*/*;q=abc", "text/html;q=", "," * 500, "*", "x" * 30_000]
)
def test_odd_accept_headers_do_no_harm(port: int, accept: str) -> None:
    """Whatever stands in the header, the answer is an answer or 406."""
    assert ask(port, VALUES, Accept=accept).status in (200, 406)


def count(port: int, *more: tuple[str, str], text: str = COUNT, post: bool = False) -> int:
    reply = post_form(port, ("query", text), *more) if post else ask(port, text, *more)
    assert reply.status == 200, reply.body
    return int(rows(reply)[0]["n"])


def test_the_default_graph_is_the_union_without_doubles(port: int) -> None:
    """A triple that stands in two named graphs counts once."""
    parts = [count(port, ("default-graph-uri", graph)) for graph in GRAPHS]
    assert (count(port), sum(parts)) == (25, 26)
    assert count(port, *(("default-graph-uri", graph) for graph in GRAPHS)) == 25


@pytest.mark.parametrize("post", [False, True])
def test_the_request_names_graphs(port: int, post: bool) -> None:
    """One or several default graphs, named graphs, and both, as parameters."""
    one, two = GRAPHS
    assert count(port, ("default-graph-uri", one), post=post) == 15
    both = [("default-graph-uri", one), ("default-graph-uri", two)]
    assert (
        count(port, *both, text="SELECT (COUNT(DISTINCT ?s) AS ?n) { ?s ?p ?o }", post=post) == 10
    )
    inside = "SELECT (COUNT(DISTINCT ?g) AS ?n) { GRAPH ?g { ?s ?p ?o } }"
    assert count(port, ("named-graph-uri", two), text=inside, post=post) == 1
    assert count(port, ("named-graph-uri", two), text=COUNT, post=post) == 0
    assert count(port, ("default-graph-uri", two), text=inside, post=post) == 0
    mixed = f"SELECT (COUNT(*) AS ?n) {{ ?s ?p ?o . GRAPH <{two}> {{ ?s ?p ?o }} }}"
    pairs = [("default-graph-uri", one), ("named-graph-uri", two)]
    assert count(port, *pairs, text=mixed, post=post) == 1


def test_parameters_beside_a_posted_query(port: int) -> None:
    """The graphs stand in the address while the query is the body."""
    reply = send(
        port,
        "POST",
        urlencode({"default-graph-uri": GRAPHS[0]}),
        COUNT.encode(),
        Content_Type=DIRECT,
    )
    assert rows(reply) == [{"n": "15"}]


def test_the_request_overrules_the_query(port: int) -> None:
    """Graphs of the request replace those after FROM."""
    text = f"SELECT (COUNT(*) AS ?n) FROM <{GRAPHS[1]}> {{ ?s ?p ?o }}"
    assert count(port, text=text) == 11
    assert count(port, ("default-graph-uri", GRAPHS[0]), text=text) == 15


def test_graphs_from_elsewhere_are_refused(port: int) -> None:
    """Nothing is fetched: an unknown graph is 400, wherever it is named."""
    far = "http://127.0.0.1:9/graph"
    for kind in ("default-graph-uri", "named-graph-uri"):
        assert ask(port, COUNT, (kind, far)).status == 400
    for clause in (f"FROM <{far}>", f"FROM NAMED <{far}>", "FROM <file:///etc/passwd>"):
        assert ask(port, f"SELECT * {clause} {{ ?s ?p ?o }}").status == 400


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("SELEKT * {}", "line 1, column 1"),
        ("SELECT * {\n ?s ?p }", "line 2"),
        ("SELECT * { ?s fehlt:p ?o }", "fehlt: is not declared"),
        ("", "line 1, column 1"),
    ],
)
def test_malformed_queries_are_400_with_their_place(port: int, text: str, place: str) -> None:
    """The reason names line and column, as text or as JSON."""
    reply = ask(port, text)
    assert (reply.status, reply.kind) == (400, "text/plain")
    if text:
        assert place in reply.body.decode()
    problem = json.loads(ask(port, text, Accept="application/json").body)
    assert problem["line"] >= 1


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH"])
def test_other_methods_are_405(port: int, method: str) -> None:
    """A query by another method is refused, with those allowed."""
    reply = send(port, method, urlencode({"query": "ASK {}"}))
    assert (reply.status, "POST" in reply.headers["allow"]) == (405, True)


def test_requests_that_are_not_the_protocol(port: int) -> None:
    """Two queries, none, a wrong or missing type, bytes that are no UTF-8: each is 4xx."""
    twice = urlencode([("query", "ASK {}"), ("query", "ASK {}")])
    bad = b'ASK { BIND("\xff\xfe" AS ?x) }'
    assert send(port, "GET", twice).status == 400
    assert send(port, "POST", body=twice.encode(), Content_Type=FORM).status == 400
    assert (
        send(port, "POST", urlencode({"query": "ASK {}"}), b"ASK {}", Content_Type=DIRECT).status
        == 400
    )
    assert send(port, "POST", body=b"", Content_Type=FORM).status == 400
    assert send(port, "POST", body=b"ASK {}", Content_Type="text/plain").status == 415
    assert send(port, "POST", body=b"ASK {}").status == 415
    assert send(port, "POST", body=bad, Content_Type=DIRECT).status == 400
    assert send(port, "GET", "query=" + quote(bad)).status == 400


UPDATES = [
    "INSERT DATA { <urn:a> <urn:b> <urn:c> }",
    "DELETE WHERE { ?s ?p ?o }",
    "WITH <urn:g> DELETE { ?s ?p ?o } INSERT { ?s ?p ?o } WHERE { ?s ?p ?o }",
    "LOAD <http://127.0.0.1:9/x>",
    "CLEAR ALL",
    "DROP ALL",
    "CREATE GRAPH <urn:g>",
    "COPY DEFAULT TO <urn:g>",
    "MOVE DEFAULT TO <urn:g>",
    "ADD DEFAULT TO <urn:g>",
    "PREFIX e: <urn:e> # SELECT\nINSERT DATA { e:a e:b e:c }",
]


@pytest.mark.parametrize("text", UPDATES)
def test_updates_are_refused_in_every_way(port: int, text: str) -> None:
    """As a form, as a body, in the address, or dressed up as a query; nothing changes."""
    replies = [
        post_form(port, ("update", text)),
        send(port, "POST", body=text.encode(), Content_Type="application/sparql-update"),
        send(port, "GET", urlencode({"update": text})),
        ask(port, text),
        send(port, "POST", body=text.encode(), Content_Type=DIRECT),
    ]
    assert {reply.status for reply in replies} <= {400, 403}
    assert count(port) == 25


@pytest.mark.parametrize("path", ["/store?default", "/sparql?graph=urn:x", "/company/nordwind.ttl"])
@pytest.mark.parametrize("method", ["PUT", "POST", "DELETE"])
def test_graph_store_writes_are_refused(port: int, path: str, method: str) -> None:
    """Nothing can be stored by the Graph Store Protocol."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request(method, path, b"<urn:a> <urn:b> <urn:c> .", {"Content-Type": "text/turtle"})
    assert 400 <= connection.getresponse().status < 500
    connection.close()
    assert count(port) == 25


def test_the_service_describes_itself(port: int) -> None:
    """With no query: what is served, in which graphs of how many triples, in which formats."""
    reply = send(port, "GET", Accept="application/n-triples")
    store = ox.Store()
    store.load(input=reply.body, format=ox.RdfFormat.N_TRIPLES)
    prefix = "PREFIX sd: <http://www.w3.org/ns/sparql-service-description#> "
    prefix += "PREFIX void: <http://rdfs.org/ns/void#> "
    text = prefix + (
        "SELECT ?n ?name ?m { ?s a sd:Service ; sd:endpoint ?e ; sd:supportedLanguage"
        " sd:SPARQL11Query ; sd:feature sd:UnionDefaultGraph ; sd:defaultDataset ?d ."
        " ?d sd:defaultGraph/void:triples ?n ; sd:namedGraph ?g ."
        " ?g sd:name ?name ; sd:graph/void:triples ?m } ORDER BY ?name"
    )
    found = [tuple(t.value for t in row) for row in store.query(text)]
    assert found == [("25", GRAPHS[1], "11"), ("25", GRAPHS[0], "15")]
    assert not any(isinstance(q.subject, ox.BlankNode) for q in store)
    assert f"http://127.0.0.1:{port}/sparql".encode() in reply.body


def test_people_get_a_page(port: int) -> None:
    """With no query, a browser gets a form that works with no script."""
    reply = send(port, "GET", Accept="text/html,*/*;q=0.8")
    assert (reply.kind, b"<form" in reply.body, b"<script" in reply.body) == (
        "text/html",
        True,
        False,
    )


def test_head_says_what_get_says(port: int) -> None:
    """The same status and type, no body."""
    reply = send(port, "HEAD", urlencode({"query": VALUES}), Accept=XML)
    assert (reply.status, reply.kind, reply.body) == (200, XML, b"")


def test_scripts_of_other_sites_may_ask(port: int) -> None:
    """CORS for everybody, without credentials, errors and preflight included."""
    asked = send(
        port, "OPTIONS", Origin="http://other.example", Access_Control_Request_Method="POST"
    )
    assert (asked.status, "POST" in asked.headers["access-control-allow-methods"]) == (204, True)
    for reply in (asked, ask(port, VALUES), ask(port, "x")):
        assert reply.headers["access-control-allow-origin"] == "*"
        assert "access-control-allow-credentials" not in reply.headers
        assert reply.headers["x-content-type-options"] == "nosniff"


def test_errors_cannot_carry_markup_or_headers(port: int) -> None:
    """What a request holds is never sent back as HTML, nor as a header."""
    evil = "<script>alert(1)</script>"
    for pairs in ([("query", evil)], [("query", "ASK {}"), ("default-graph-uri", evil)]):
        assert send(port, "GET", urlencode(pairs), Accept="text/html").kind == "text/plain"
    reply = send(port, "GET", "query=ASK%7B%7D&format=json%0d%0aX-Evil:1")
    assert "x-evil" not in reply.headers


def test_health_and_log(port: int, tmp_path_factory: pytest.TempPathFactory) -> None:
    """The health address counts the triples; the log is JSON without queries or addresses."""
    assert json.loads(hosts.fetch(port, "/health").body) == {"status": "ok", "triples": 25}
    log = Path(tmp_path_factory.getbasetemp()) / "protocol0/log"
    lines = [json.loads(line) for line in log.read_text().splitlines()]
    assert {"time", "method", "path", "status", "bytes", "ms"} <= set(lines[0])
    assert not any("client" in line or "VALUES" in str(line) for line in lines)
    assert BASE not in lines[0]["path"]
